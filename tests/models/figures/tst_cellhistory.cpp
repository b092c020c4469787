#include "models/edits/editor.h"
#include "models/figures/cellhistory.h"
#include "tests/models/testfile.h"

#include <QtTest>

using namespace liaison;

// What the inspector tells of one cell: every value, both clocks, what stands and what does not.
class CellHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
    }

    void nothingOnFile() { QVERIFY(told(u"BB"_s, u"GAC"_s).isEmpty()); }

    void theLatestDateComesFirst()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2006-03"_s, Value(u"observer"_s));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-01-05"_s, Value(u"represented"_s), u"letter"_s);
        m_file->observe(u"BB"_s, u"GAC"_s, u"2006"_s, Value(u"exploring"_s));
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007"_s, Value(3)); // another cell
        m_file->observe(u"GY"_s, u"GAC"_s, u"2007"_s, Value(u"none"_s)); // another cell
        // A year ends after its months: it counts from its end on.
        QCOMPARE(told(u"BB"_s, u"GAC"_s),
            QStringList({u"2007-01-05 represented standing Ann"_s, u"2006 exploring standing Ann"_s,
                u"2006-03 observer standing Ann"_s}));
        QCOMPARE(versions(u"BB"_s, u"GAC"_s).front().source(), u"letter"_s);
        QCOMPARE(versions(u"BB"_s, u"GAC"_s).front().standing, Standing::Met);
    }

    void aReplacedValueStaysToBeRestored()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-01"_s, Value(u"observer"_s), u"call"_s, u"official"_s);
        m_file->setNow(QDateTime(QDate(2007, 3, 1), QTime(9, 0), Qt::UTC));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-01"_s, Value(u"represented"_s));
        QCOMPARE(told(u"BB"_s, u"GAC"_s),
            QStringList({u"2007-01 represented standing Ann"_s, u"2007-01 observer replaced Ann"_s}));
        const auto all = versions(u"BB"_s, u"GAC"_s);
        QVERIFY(all[0].recorded > all[1].recorded);

        // As the inspector restores it: everything of that value.
        Editor editor(m_file->store());
        QVERIFY(editor
                    .observe({TestFile::territory(u"BB"_s), TestFile::indicator(u"GAC"_s), all[1].date,
                        all[1].reading(), all[1].source(), all[1].certainty(), {}})
                    .ok());
        const auto after = versions(u"BB"_s, u"GAC"_s);
        QCOMPARE(after.size(), 3);
        QCOMPARE(after[0].value, all[1].value);
        QCOMPARE(after[0].state, CellVersion::State::Standing);
    }

    void aWithdrawnValueIsToldAsSuch()
    {
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007"_s, Value(2));
        m_file->withdraw(u"BB"_s, u"ALS"_s, u"2007"_s);
        QCOMPARE(told(u"BB"_s, u"ALS"_s), QStringList({u"2007 2 withdrawn Ann"_s}));
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007"_s, Value(4));
        QCOMPARE(told(u"BB"_s, u"ALS"_s), QStringList({u"2007 4 standing Ann"_s, u"2007 2 replaced Ann"_s}));
    }

    // The first standing one up to a day is the board's.
    void agreesWithTheBoard()
    {
        const QStringList dates{
            u"2005"_s, u"2006-02"_s, u"2006-02-10"_s, u"2006"_s, u"2007-01"_s, u"2007-01-31"_s};
        for (qsizetype i = 0; i < dates.size(); ++i)
            m_file->observe(u"BB"_s, u"ALS"_s, dates[i], Value(static_cast<int>(i)));
        for (QDate day(2004, 12, 30); day < QDate(2007, 3, 1); day = day.addDays(3)) {
            const auto shown = m_file->store().observedOn(
                {TestFile::territory(u"BB"_s)}, {TestFile::indicator(u"ALS"_s)}, day);
            const auto all = versions(u"BB"_s, u"ALS"_s);
            const auto first = std::find_if(all.begin(), all.end(),
                [&](const CellVersion &version) { return version.date.firstDay() <= day; });
            QCOMPARE(first != all.end(), !shown.empty());
            if (!shown.empty())
                QCOMPARE(first->reading(), shown.front().reading);
        }
    }

private:
    std::vector<CellVersion> versions(const QString &territory, const QString &indicator) const
    {
        return cellHistory(m_file->store(), TestFile::territory(territory),
            findIndicator(m_file->store(), indicator).value());
    }
    QStringList told(const QString &territory, const QString &indicator) const
    {
        const Indicator by = findIndicator(m_file->store(), indicator).value();
        QStringList all;
        for (const CellVersion &version : versions(territory, indicator)) {
            const QString state = version.state == CellVersion::State::Standing ? u"standing"_s
                : version.state == CellVersion::State::Replaced                 ? u"replaced"_s
                                                                                : u"withdrawn"_s;
            all.append(u"%1 %2 %3 %4"_s.arg(
                version.date.toIso(), by.readingText(version.reading()), state, version.author));
        }
        return all;
    }

    std::unique_ptr<TestFile> m_file;
};

QTEST_MAIN(CellHistoryTest)
#include "tst_cellhistory.moc"
