#include "models/figures/indicator.h"

#include "models/domain/decimal.h"

#include "../testfile.h"

#include <QtTest>

Q_DECLARE_METATYPE(liaison::Value)

namespace liaison {

class TestIndicator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void parses_data();
    void parses();
    void refusesText_data();
    void refusesText();
    void judges_data();
    void judges();
    void checksReadings_data();
    void checksReadings();
    void readsWhatIsOnFile();

private:
    // An indicator of the file by its code, or one of a scale the file has none of.
    Indicator indicator(const QString &code)
    {
        Indicator own;
        own.code = code;
        own.metAt = 5;
        if (code == u"yes/no")
            own.scale = Indicator::Scale::YesNo;
        else if (code == u"money")
            own.scale = Indicator::Scale::Money;
        else if (code == u"days")
            own.scale = Indicator::Scale::Days;
        else if (code == u"count to 5")
            own.scale = Indicator::Scale::Count;
        else
            return findIndicator(m_file.store(), code).value();
        return own;
    }

    TestFile m_file;
};

void TestIndicator::parses_data()
{
    QTest::addColumn<QString>("of");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Value>("reading");

    QTest::newRow("level") << u"GAC"_qs << u"represented"_qs << Value(u"represented"_qs);
    QTest::newRow("level, case and blanks ignored") << u"AF/EoL"_qs << u" af  SIGNED "_qs << Value(u"AF signed"_qs);
    QTest::newRow("unique beginning") << u"GAC"_qs << u"rep"_qs << Value(u"represented"_qs);
    QTest::newRow("a whole word that begins another")
        << u"ccNSO"_qs << u"none"_qs << Value(u"none"_qs);
    QTest::newRow("unknown") << u"GAC"_qs << u"Unknown"_qs << Value(u"unknown"_qs);
    QTest::newRow("not applicable") << u"ALS"_qs << u"N/A"_qs << Value(u"n/a"_qs);
    QTest::newRow("count") << u"ALS"_qs << u"3"_qs << Value(3);
    QTest::newRow("count of nothing") << u"ALS"_qs << u"0"_qs << Value(0);
    QTest::newRow("count with zeros before it") << u"ALS"_qs << u" 007 "_qs << Value(7);
    QTest::newRow("largest count") << u"ALS"_qs << u"999999999999999"_qs << Value(qint64(999'999'999'999'999));
    QTest::newRow("yes") << u"yes/no"_qs << u"Y"_qs << Value(true);
    QTest::newRow("no") << u"yes/no"_qs << u"no"_qs << Value(false);
    QTest::newRow("money") << u"money"_qs << u"USD 1650"_qs << *parseMoney(u"USD 1650"_qs);
    QTest::newRow("days") << u"days"_qs << u"12"_qs << Value(12);
}

void TestIndicator::parses()
{
    QFETCH(QString, of);
    QFETCH(QString, text);
    QFETCH(Value, reading);
    const auto parsed = indicator(of).parseReading(text);
    QVERIFY2(parsed.ok(), qPrintable(parsed.ok() ? QString() : parsed.error().message()));
    QVERIFY(*parsed == reading);
}

void TestIndicator::refusesText_data()
{
    QTest::addColumn<QString>("of");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");

    const QString gac = u"none, exploring, observer, represented, unknown, n/a"_qs;
    const QString count = u"a count from 0, of at most 15 digits, unknown, n/a"_qs;
    QTest::newRow("no such level") << u"GAC"_qs << u"active"_qs << u"“active” is none of: "_qs + gac;
    QTest::newRow("beginning of two") << u"GAC"_qs << u"n"_qs << u"“n” may be any of: none, n/a"_qs;
    QTest::newRow("empty") << u"GAC"_qs << QString() << u"“” is none of: "_qs + gac;
    QTest::newRow("a number for a ladder") << u"GAC"_qs << u"3"_qs << u"“3” is none of: "_qs + gac;
    QTest::newRow("negative count") << u"ALS"_qs << u"-1"_qs << u"“-1” is none of: "_qs + count;
    QTest::newRow("a number with 20 digits")
        << u"ALS"_qs << u"12345678901234567890"_qs << u"“12345678901234567890” is none of: "_qs + count;
    QTest::newRow("16 digits") << u"ALS"_qs << u"1000000000000000"_qs << u"“1000000000000000” is none of: "_qs + count;
    QTest::newRow("half a structure") << u"ALS"_qs << u"1.5"_qs << u"“1.5” is none of: "_qs + count;
    QTest::newRow("digits of another script") << u"ALS"_qs << u"٣"_qs << u"“٣” is none of: "_qs + count;
    QTest::newRow("formula") << u"ALS"_qs << u"=1+1"_qs << u"“=1+1” is none of: "_qs + count;
    QTest::newRow("markup") << u"ALS"_qs << u"<b>1</b>"_qs << u"“<b>1</b>” is none of: "_qs + count;
    QTest::newRow("a place holder of ours") << u"ALS"_qs << u"%2"_qs << u"“%2” is none of: "_qs + count;
    QTest::newRow("n for yes or no") << u"yes/no"_qs << u"n"_qs << u"“n” may be any of: no, n/a"_qs;
}

void TestIndicator::refusesText()
{
    QFETCH(QString, of);
    QFETCH(QString, text);
    const auto parsed = indicator(of).parseReading(text);
    QVERIFY(!parsed.ok());
    QCOMPARE(parsed.error().where, of);
    QTEST(parsed.error().why, "why");
}

void TestIndicator::judges_data()
{
    QTest::addColumn<QString>("of");
    QTest::addColumn<Value>("reading");
    QTest::addColumn<int>("standing");

    const auto row = [](const char *name, const QString &of, const Value &reading, Standing standing) {
        QTest::newRow(name) << of << reading << static_cast<int>(standing);
    };
    row("nothing on file", u"GAC"_qs, Value(), Standing::Unknown);
    row("recorded as unknown", u"GAC"_qs, Value(unknownReading), Standing::Unknown);
    row("recorded as not applicable", u"ALS"_qs, Value(notApplicableReading), Standing::NotApplicable);
    row("level that meets", u"GAC"_qs, Value(u"represented"_qs), Standing::Met);
    row("second level that meets", u"AF/EoL"_qs, Value(u"EoL signed"_qs), Standing::Met);
    row("lowest level", u"GAC"_qs, Value(u"none"_qs), Standing::NotMet);
    row("other level of the lowest rank", u"ccNSO"_qs, Value(u"ended"_qs), Standing::NotMet);
    row("between", u"GAC"_qs, Value(u"exploring"_qs), Standing::OnTheWay);
    row("a newer program's level", u"GAC"_qs, Value(u"chairing"_qs), Standing::OnTheWay);
    row("count of none", u"ALS"_qs, Value(0), Standing::NotMet);
    row("count at the goal", u"ALS"_qs, Value(1), Standing::Met);
    row("count below the goal", u"count to 5"_qs, Value(4), Standing::OnTheWay);
    row("count at a higher goal", u"count to 5"_qs, Value(5), Standing::Met);
    row("yes", u"yes/no"_qs, Value(true), Standing::Met);
    row("no", u"yes/no"_qs, Value(false), Standing::NotMet);
    row("some money", u"money"_qs, *parseMoney(u"USD 0.50"_qs), Standing::Met);
    row("no money", u"money"_qs, *parseMoney(u"USD 0.00"_qs), Standing::NotMet);
    row("days within", u"days"_qs, Value(5), Standing::Met);
    row("days over", u"days"_qs, Value(6), Standing::NotMet);
}

void TestIndicator::judges()
{
    QFETCH(QString, of);
    QFETCH(Value, reading);
    QFETCH(int, standing);
    QCOMPARE(static_cast<int>(indicator(of).standing(reading)), standing);
}

void TestIndicator::checksReadings_data()
{
    QTest::addColumn<QString>("of");
    QTest::addColumn<Value>("reading");
    QTest::addColumn<bool>("fits");

    QTest::newRow("count") << u"ALS"_qs << Value(2) << true;
    QTest::newRow("negative count") << u"ALS"_qs << Value(-2) << false;
    QTest::newRow("level for a count") << u"ALS"_qs << Value(u"active"_qs) << false;
    QTest::newRow("level") << u"ccNSO"_qs << Value(u"active"_qs) << true;
    QTest::newRow("level of another indicator") << u"GAC"_qs << Value(u"active"_qs) << false;
    QTest::newRow("level in other case") << u"GAC"_qs << Value(u"Represented"_qs) << false;
    QTest::newRow("count for a ladder") << u"GAC"_qs << Value(2) << false;
    QTest::newRow("unknown") << u"GAC"_qs << Value(unknownReading) << true;
    QTest::newRow("not applicable") << u"ALS"_qs << Value(notApplicableReading) << true;
    QTest::newRow("yes for a count") << u"ALS"_qs << Value(true) << false;
    QTest::newRow("yes") << u"yes/no"_qs << Value(true) << true;
    QTest::newRow("money") << u"money"_qs << *parseMoney(u"USD 5"_qs) << true;
    QTest::newRow("number for money") << u"money"_qs << Value(5) << false;
}

void TestIndicator::checksReadings()
{
    QFETCH(QString, of);
    QFETCH(Value, reading);
    QFETCH(bool, fits);
    QCOMPARE(indicator(of).check(reading).ok(), fits);
}

void TestIndicator::readsWhatIsOnFile()
{
    QStringList codes;
    for (const Indicator &each : indicators(m_file.store()))
        codes.append(each.code);
    QCOMPARE(codes, QStringList({u"ALS"_qs, u"GAC"_qs, u"AF/EoL"_qs, u"ccNSO"_qs, u"training"_qs}));

    const Indicator als = findIndicator(m_file.store(), u"als"_qs).value();
    QCOMPARE(als.scaleName(), u"count"_qs);
    QVERIFY(als.summed && als.onBoard && !als.needsCctld);
    QCOMPARE(als.staleAfter, 24);
    QCOMPARE(als.projectCode, u"3C"_qs);
    QCOMPARE(als.projectTitle, u"Regional presence"_qs);
    const Indicator ccnso = findIndicator(m_file.store(), u"ccNSO"_qs).value();
    QStringList levels;
    for (const Indicator::Level &level : ccnso.levels)
        levels.append(level.code);
    QCOMPARE(levels, QStringList({u"ended"_qs, u"none"_qs, u"applied"_qs, u"member"_qs, u"active"_qs}));

    QCOMPARE(findIndicator(m_file.store(), u"ALX"_qs).error().message(),
        u"unknown indicator: ALX: the file has ALS, GAC, AF/EoL, ccNSO, training"_qs);
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestIndicator)
#include "tst_indicator.moc"
