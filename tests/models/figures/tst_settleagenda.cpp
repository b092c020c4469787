#include "models/figures/settle.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What the agenda leaves to be settled: agreements, activities, silent territories, rows that contradict
// themselves.
class tst_SettleAgenda : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
    }

    void agreements_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("expires");
        QTest::addColumn<QString>("expected"); // the beginning of the text
        QTest::addRow("today") << u"signed"_s << u"2007-02-15"_s << u"Expires on 15 Feb 2007"_s;
        QTest::addRow("yesterday") << u"signed"_s << u"2007-02-14"_s << u"Expired on 14 Feb 2007"_s;
        QTest::addRow("renewed, and expired again") << u"renewed"_s << u"2005"_s << u"Expired on 2005"_s;
        QTest::addRow("in 60 days") << u"signed"_s << u"2007-04-16"_s << u"Expires on 16 Apr 2007"_s;
        QTest::addRow("in 61 days") << u"signed"_s << u"2007-04-17"_s << QString();
        QTest::addRow("some day of this year") << u"signed"_s << u"2007"_s << QString();
        QTest::addRow("lapsed") << u"lapsed"_s << u"2007-02-14"_s << QString();
        QTest::addRow("a draft") << u"drafting"_s << u"2007-02-14"_s << QString();
        QTest::addRow("without an end") << u"signed"_s << QString() << QString();
    }
    void agreements()
    {
        QFETCH(QString, stage);
        QFETCH(QString, expires);
        namespace f = fields::agreement;
        const QUuid row = m_file->add(f::entity,
            {{f::kind, Value(agreementKind::mou)}, {f::stage, Value(stage)},
                {f::territories, OutreachFile::places(u"GY"_s)}, {f::signedOn, OutreachFile::on(u"2001"_s)},
                {f::expires, OutreachFile::on(expires)}});
        const std::vector<Issue> found = of(Issue::Kind::Expiring);
        const QString text = found.empty() ? QString() : found[0].text;
        QTEST(text.left(text.indexOf(u"2007"_s) < 0 ? text.indexOf(u';') : text.indexOf(u"2007"_s) + 4),
            "expected");
        if (!found.empty()) {
            QCOMPARE(found[0].code(), u"expiring"_s);
            QCOMPARE(found[0].row, row);
            QCOMPARE(found[0].field, QString(f::expires));
        }
    }

    void activities_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<bool>("expected");
        const QString none;
        QTest::addRow("planned for yesterday") << u"planned"_s << u"2007-02-14"_s << none << true;
        QTest::addRow("planned for today") << u"planned"_s << u"2007-02-15"_s << none << false;
        QTest::addRow("going on") << u"planned"_s << u"2007-02-10"_s << u"2007-02-20"_s << false;
        QTest::addRow("has ended") << u"planned"_s << u"2007-02-10"_s << u"2007-02-12"_s << true;
        QTest::addRow("planned for this month") << u"planned"_s << u"2007-02"_s << none << false;
        QTest::addRow("planned for last month") << u"planned"_s << u"2007-01"_s << none << true;
        QTest::addRow("done") << u"done"_s << u"2007-02-14"_s << none << false;
        QTest::addRow("cancelled") << u"cancelled"_s << u"2007-02-14"_s << none << false;
        QTest::addRow("without a stage") << none << u"2007-02-14"_s << none << false;
        QTest::addRow("without a date") << u"planned"_s << none << none << false;
    }
    void activities()
    {
        QFETCH(QString, stage);
        QFETCH(QString, start);
        QFETCH(QString, end);
        namespace f = fields::activity;
        m_file->activity(u"Workshop"_s, start, u"GY"_s,
            {{f::stage, stage.isEmpty() ? Value() : Value(stage)}, {f::end, OutreachFile::on(end)}});
        const std::vector<Issue> found = of(Issue::Kind::Unreported);
        QTEST(!found.empty(), "expected");
        if (!found.empty()) {
            QCOMPARE(found[0].code(), u"unreported"_s);
            QCOMPARE(found[0].title, u"Workshop"_s);
        }
    }

    // One line for a region, and none before anything is recorded.
    void silentTerritories()
    {
        QVERIFY(of(Issue::Kind::Silent).empty());
        m_file->activity(u"Call"_s, u"2007-01-10"_s, u"TT GY"_s);
        const std::vector<Issue> found = of(Issue::Kind::Silent);
        QCOMPARE(found.size(), 1U); // in the region Pair nobody is silent
        QCOMPARE(found[0].code(), u"silent"_s);
        QCOMPARE(found[0].title, u"Caribbean"_s);
        QCOMPARE(found[0].row, TestFile::region());
        QVERIFY2(found[0].text.contains(u"3 of 5"_s), qPrintable(found[0].text));
        m_file->activity(u"Call"_s, u"2007-01-10"_s, u"AN BB KN"_s);
        QVERIFY(of(Issue::Kind::Silent).empty());
    }

    // A colleague's rows may say what ours may not.
    void rowsThatContradictThemselves_data()
    {
        QTest::addColumn<QLatin1StringView>("entity");
        QTest::addColumn<TestFile::Fields>("values");
        QTest::addColumn<QString>("field"); // empty: none is broken
        namespace fa = fields::activity;
        namespace ag = fields::agreement;
        const auto on = [](const char *iso) { return OutreachFile::on(QString::fromLatin1(iso)); };
        QTest::addRow("ends before it begins")
            << fa::entity
            << TestFile::Fields{{fa::title, Value(u"A"_s)}, {fa::start, on("2007-02-02")},
                   {fa::end, on("2007-02-01")}}
            << QString(fa::end);
        QTest::addRow("may end when it begins")
            << fa::entity
            << TestFile::Fields{{fa::title, Value(u"A"_s)}, {fa::start, on("2007-02-02")},
                   {fa::end, on("2007-02")}}
            << QString();
        QTest::addRow("signed without a date") << ag::entity
                                               << TestFile::Fields{{ag::kind, Value(agreementKind::mou)},
                                                      {ag::stage, Value(agreementStage::isSigned)}}
                                               << QString(ag::signedOn);
        QTest::addRow("lapsed without a date") << ag::entity
                                               << TestFile::Fields{{ag::kind, Value(agreementKind::mou)},
                                                      {ag::stage, Value(agreementStage::lapsed)}}
                                               << QString(ag::expires);
        QTest::addRow("a draft without a date") << ag::entity
                                                << TestFile::Fields{{ag::kind, Value(agreementKind::mou)},
                                                       {ag::stage, Value(agreementStage::drafting)}}
                                                << QString();
    }
    void rowsThatContradictThemselves()
    {
        QFETCH(QLatin1StringView, entity);
        QFETCH(TestFile::Fields, values);
        const QUuid row = m_file->add(entity, values);
        const std::vector<Issue> found = of(Issue::Kind::BrokenRow);
        QTEST(found.empty() ? QString() : found[0].field, "field");
        if (!found.empty()) {
            QCOMPARE(found.size(), 1U);
            QCOMPARE(found[0].row, row);
            const Field *field = Catalogue::builtIn().entity(entity)->field(found[0].field);
            QVERIFY2(found[0].text.startsWith(field->titleText()), qPrintable(found[0].text));
        }
    }

private:
    std::vector<Issue> of(Issue::Kind kind) const
    {
        std::vector<Issue> all = issues(m_file->store(), QDate(2007, 2, 15));
        std::erase_if(all, [&](const Issue &issue) { return issue.kind != kind; });
        return all;
    }

    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_SettleAgenda)
#include "tst_settleagenda.moc"
