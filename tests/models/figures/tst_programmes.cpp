#include "models/domain/decimal.h"
#include "models/figures/programmes.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// Programmes by project, with what was done last and what comes next.
class tst_Programmes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
    }

    void everyProjectStandsThere()
    {
        const Programmes none = read();
        QCOMPARE(none.projects.size(), 4U);
        QCOMPARE(none.count, 0);
        QVERIFY(none.budgets.empty() && none.stages.empty());
        QVERIFY(!none.find(QUuid::createUuid()));
    }

    void programmesOfTheirProject()
    {
        const QUuid visits = add(u"Visits"_s, u"3C"_s, u"BB GY"_s, stageCode::running, u"USD 18000"_s);
        add(u"Briefings"_s, u"3C"_s, {}, stageCode::planned, u"USD 4000.50"_s);
        add(u"Course"_s, u"1Q"_s, u"TT"_s, stageCode::planned, u"XCD 100"_s);
        add(u"Far away"_s, u"1Q"_s, u"GB"_s, stageCode::running, u"GBP 1"_s);
        const Programmes all = read();
        QStringList titles;
        for (const Programmes::Project &project : all.projects) {
            for (const Programmes::Programme &each : project.programmes)
                titles.append(project.code + u' ' + each.title);
        }
        titles.sort();
        QCOMPARE(titles, (QStringList{u"1Q Course"_s, u"3C Briefings"_s, u"3C Visits"_s}));
        QCOMPARE(all.count, 3);
        QCOMPARE(all.stages, (std::map<QString, int>{{u"planned"_s, 2}, {u"running"_s, 1}}));
        QStringList sums;
        for (const Value &sum : all.budgets)
            sums.append(moneyText(sum));
        QCOMPARE(sums, (QStringList{u"USD 22000.50"_s, u"XCD 100"_s}));
        QCOMPARE(all.find(visits)->territories.size(), 2U);
        QCOMPARE(all.find(visits)->owner, u"liaison"_s);
    }

    void lastAndNext_data()
    {
        QTest::addColumn<QString>("starts");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("next");
        const QString none;
        QTest::addRow("nothing") << none << none << none;
        QTest::addRow("that day has been") << u"2007-02-15"_s << u"2007-02-15"_s << none;
        QTest::addRow("the day after is next") << u"2007-02-16"_s << none << u"2007-02-16"_s;
        QTest::addRow("of several") << u"2006-01-05 2007-01-09 2007-03-12 2007-02-20"_s << u"2007-01-09"_s
                                    << u"2007-02-20"_s;
        QTest::addRow("known to the month") << u"2006-11 2007-04"_s << u"2006-11"_s << u"2007-04"_s;
        QTest::addRow("a month that has begun, and one later")
            << u"2007-02 2007-05-03"_s << u"2007-02"_s << u"2007-05-03"_s;
        QTest::addRow("the year that is going on is not to come") << u"2007"_s << u"2007"_s << none;
        QTest::addRow("of two that begin on one day the more precise")
            << u"2006 2006-01-01"_s << u"2006-01-01"_s << none;
        QTest::addRow("without a date") << u"-"_s << none << none;
    }
    void lastAndNext()
    {
        QFETCH(QString, starts);
        const QUuid programme = add(u"Course"_s, u"1Q"_s, {}, stageCode::running);
        const QUuid other = add(u"Other"_s, u"1Q"_s, {}, stageCode::running);
        for (const QString &start : starts.split(u' ', Qt::SkipEmptyParts))
            held(start == u"-"_s ? QString() : start, programme);
        held(u"2007-02-14"_s, other);
        held(u"2007-02-14"_s, programme, stageCode::cancelled);
        held(u"2007-02-17"_s, programme, stageCode::cancelled);
        const Programmes all = read();
        QTEST(all.find(programme)->lastActivity.toIso(), "last");
        QTEST(all.find(programme)->nextActivity.toIso(), "next");
        QCOMPARE(all.find(other)->lastActivity.toIso(), u"2007-02-14"_s);
    }

    void aProjectThatIsGone()
    {
        add(u"Course"_s, u"1Q"_s, {}, stageCode::running);
        m_file->remove(fields::project::entity, OutreachFile::project(u"1Q"_s));
        const Programmes all = read();
        QCOMPARE(all.projects.size(), 4U);
        QVERIFY(all.projects.back().id.isNull());
        QCOMPARE(all.projects.back().programmes.size(), 1U);
    }

private:
    Programmes read() { return programmes(m_file->store(), m_file->readRegion(), QDate(2007, 2, 15)); }
    QUuid add(const QString &title, const QString &project, const QString &codes, QLatin1StringView stage,
        const QString &budget = {})
    {
        namespace f = fields::programme;
        return m_file->add(f::entity,
            {{f::title, Value(title)}, {f::project, Value(OutreachFile::project(project))},
                {f::territories, OutreachFile::places(codes)}, {f::stage, Value(stage)},
                {f::budget, parseMoney(budget).value_or(Value())}, {f::owner, Value(u"liaison"_s)}});
    }
    void held(const QString &start, QUuid programme, QLatin1StringView stage = stageCode::planned)
    {
        m_file->activity(u"Lesson"_s, start, {},
            {{fields::activity::programme, Value(programme)}, {fields::activity::stage, Value(stage)}});
    }

    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_Programmes)
#include "tst_programmes.moc"
