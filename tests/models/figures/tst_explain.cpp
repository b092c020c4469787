#include "models/figures/explain.h"

#include "../testfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void countsAddUpToTheValue_data();
    void countsAddUpToTheValue();
    void namesTheRows();

private:
    TestFile m_file;
};

void TestExplain::initTestCase()
{
    m_file.observe(u"GY"_s, u"ALS"_s, u"2008"_s, Value(3), u"a call"_s);
    m_file.observe(u"TT"_s, u"ALS"_s, u"2008-05"_s, Value(2));
    m_file.observe(u"BB"_s, u"ALS"_s, u"2008"_s, Value(0));
    m_file.observe(u"AN"_s, u"ALS"_s, u"2008"_s, Value(unknownReading));
    m_file.observe(u"GY"_s, u"ccNSO"_s, u"2008"_s, Value(u"active"_s));
    m_file.observe(u"TT"_s, u"ccNSO"_s, u"2008"_s, Value(u"active"_s));
    m_file.observe(u"BB"_s, u"ccNSO"_s, u"2008"_s, Value(u"member"_s));
    m_file.observe(u"KN"_s, u"ccNSO"_s, u"2008"_s, Value(notApplicableReading));
}

void TestExplain::countsAddUpToTheValue_data()
{
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("territory"); // empty: the total
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("rows"); // what each counts

    QTest::newRow("total of a summed count") << u"ALS"_s << QString() << u"5"_s << u"3 2"_s;
    QTest::newRow("total of a ladder: who meets the goal") << u"ccNSO"_s << QString() << u"2"_s << u"1 1"_s;
    QTest::newRow("total of nothing known") << u"GAC"_s << QString() << u"0"_s << QString();
    QTest::newRow("a count") << u"ALS"_s << u"GY"_s << u"3"_s << u"3"_s;
    QTest::newRow("a count of 0 has its row") << u"ALS"_s << u"BB"_s << u"0"_s << u"0"_s;
    QTest::newRow("a level counts 1") << u"ccNSO"_s << u"BB"_s << u"member"_s << u"1"_s;
    QTest::newRow("recorded as unknown counts nothing") << u"ALS"_s << u"AN"_s << u"unknown"_s << u"0"_s;
    QTest::newRow("recorded as not applicable counts nothing") << u"ccNSO"_s << u"KN"_s << u"n/a"_s << u"0"_s;
    QTest::newRow("nothing on file") << u"GAC"_s << u"GY"_s << QString() << QString();
    QTest::newRow("not applicable without a row behind it")
        << u"AF/EoL"_s << u"MF"_s << u"n/a"_s << QString();
}

void TestExplain::countsAddUpToTheValue()
{
    QFETCH(QString, indicator);
    QFETCH(QString, territory);
    QFETCH(QString, value);
    const Board board = boardAsOf(m_file.store(), m_file.readRegion(), QDate(2009, 1, 1));
    size_t column = 0;
    while (board.indicators[column].code != indicator)
        ++column;
    std::optional<size_t> row;
    for (size_t i = 0; i < board.rows.size(); ++i) {
        if (board.rows[i].code == territory)
            row = i;
    }
    QCOMPARE(row.has_value(), !territory.isEmpty());

    const Explanation explanation = explain(m_file.store(), board, column, row);
    QCOMPARE(explanation.value, value);
    qint64 sum = 0;
    QStringList counts;
    for (const Explanation::Row &each : explanation.rows) {
        sum += each.counts;
        counts.append(QString::number(each.counts));
        QCOMPARE(each.entity, QString(fields::observation::entity));
        QVERIFY(!m_file.store().find(each.entity, each.row).isNull());
    }
    QTEST(counts.join(u' '), "rows");
    bool isNumber = false;
    const qlonglong number = value.toLongLong(&isNumber);
    if (isNumber)
        QCOMPARE(sum, number);
}

void TestExplain::namesTheRows()
{
    const Board board = boardAsOf(m_file.store(), m_file.readRegion(), QDate(2009, 1, 1));
    const Explanation explanation = explain(m_file.store(), board, 0, std::nullopt);
    QCOMPARE(explanation.rows.size(), 2U);
    QCOMPARE(explanation.rows[0].title, u"Guyana, ALS: 3 (2008)"_s);
    QCOMPARE(explanation.rows[1].title, u"Trinidad & Tobago, ALS: 2 (2008-05)"_s);
    QCOMPARE(explanation.rows[1].row, TestFile::observation(u"TT"_s, u"ALS"_s, u"2008-05"_s));
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestExplain)
#include "tst_explain.moc"
