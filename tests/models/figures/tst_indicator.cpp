#include "models/figures/indicator.h"

#include "models/domain/decimal.h"

#include "../testfile.h"

#include <QtTest>

Q_DECLARE_METATYPE(liaison::Value)

using namespace Qt::StringLiterals;

namespace liaison {

class TestIndicator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
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

    QTest::newRow("level") << u"GAC"_s << u"represented"_s << Value(u"represented"_s);
    QTest::newRow("level, case and blanks ignored")
        << u"AF/EoL"_s << u" af  SIGNED "_s << Value(u"AF signed"_s);
    QTest::newRow("unique beginning") << u"GAC"_s << u"rep"_s << Value(u"represented"_s);
    QTest::newRow("a whole word that begins another") << u"ccNSO"_s << u"none"_s << Value(u"none"_s);
    QTest::newRow("unknown") << u"GAC"_s << u"Unknown"_s << Value(u"unknown"_s);
    QTest::newRow("not applicable") << u"ALS"_s << u"N/A"_s << Value(u"n/a"_s);
    QTest::newRow("count") << u"ALS"_s << u"3"_s << Value(3);
    QTest::newRow("count of nothing") << u"ALS"_s << u"0"_s << Value(0);
    QTest::newRow("count with zeros before it") << u"ALS"_s << u" 007 "_s << Value(7);
    QTest::newRow("largest count") << u"ALS"_s << u"999999999999999"_s << Value(qint64(999'999'999'999'999));
    QTest::newRow("yes") << u"yes/no"_s << u"Y"_s << Value(u"yes"_s);
    QTest::newRow("no") << u"yes/no"_s << u"no"_s << Value(u"no"_s);
    QTest::newRow("money") << u"money"_s << u"USD 1650"_s << *parseMoney(u"USD 1650"_s);
    QTest::newRow("days") << u"days"_s << u"12"_s << Value(12);
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

    const QString gac = u"none, exploring, observer, represented, unknown, n/a"_s;
    const QString count = u"a count from 0, of at most 15 digits, unknown, n/a"_s;
    QTest::newRow("no such level") << u"GAC"_s << u"active"_s << u"“active” is none of: "_s + gac;
    QTest::newRow("beginning of two") << u"GAC"_s << u"n"_s << u"“n” may be any of: none, n/a"_s;
    QTest::newRow("empty") << u"GAC"_s << QString() << u"“” is none of: "_s + gac;
    QTest::newRow("a number for a ladder") << u"GAC"_s << u"3"_s << u"“3” is none of: "_s + gac;
    QTest::newRow("negative count") << u"ALS"_s << u"-1"_s << u"“-1” is none of: "_s + count;
    QTest::newRow("a number with 20 digits")
        << u"ALS"_s << u"12345678901234567890"_s << u"“12345678901234567890” is none of: "_s + count;
    QTest::newRow("16 digits") << u"ALS"_s << u"1000000000000000"_s
                               << u"“1000000000000000” is none of: "_s + count;
    QTest::newRow("half a structure") << u"ALS"_s << u"1.5"_s << u"“1.5” is none of: "_s + count;
    QTest::newRow("digits of another script") << u"ALS"_s << u"٣"_s << u"“٣” is none of: "_s + count;
    QTest::newRow("formula") << u"ALS"_s << u"=1+1"_s << u"“=1+1” is none of: "_s + count;
    QTest::newRow("markup") << u"ALS"_s << u"<b>1</b>"_s << u"“<b>1</b>” is none of: "_s + count;
    QTest::newRow("a place holder of ours") << u"ALS"_s << u"%2"_s << u"“%2” is none of: "_s + count;
    QTest::newRow("n for yes or no") << u"yes/no"_s << u"n"_s << u"“n” may be any of: no, n/a"_s;
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
    row("nothing on file", u"GAC"_s, Value(), Standing::Unknown);
    row("recorded as unknown", u"GAC"_s, Value(unknownReading), Standing::Unknown);
    row("recorded as not applicable", u"ALS"_s, Value(notApplicableReading), Standing::NotApplicable);
    row("level that meets", u"GAC"_s, Value(u"represented"_s), Standing::Met);
    row("second level that meets", u"AF/EoL"_s, Value(u"EoL signed"_s), Standing::Met);
    row("lowest level", u"GAC"_s, Value(u"none"_s), Standing::NotMet);
    row("other level of the lowest rank", u"ccNSO"_s, Value(u"ended"_s), Standing::NotMet);
    row("between", u"GAC"_s, Value(u"exploring"_s), Standing::OnTheWay);
    row("a newer program's level", u"GAC"_s, Value(u"chairing"_s), Standing::OnTheWay);
    row("count of none", u"ALS"_s, Value(0), Standing::NotMet);
    row("count at the goal", u"ALS"_s, Value(1), Standing::Met);
    row("count below the goal", u"count to 5"_s, Value(4), Standing::OnTheWay);
    row("count at a higher goal", u"count to 5"_s, Value(5), Standing::Met);
    row("yes", u"yes/no"_s, Value(u"yes"_s), Standing::Met);
    row("no", u"yes/no"_s, Value(u"no"_s), Standing::NotMet);
    row("some money", u"money"_s, *parseMoney(u"USD 0.50"_s), Standing::Met);
    row("no money", u"money"_s, *parseMoney(u"USD 0.00"_s), Standing::NotMet);
    row("days within", u"days"_s, Value(5), Standing::Met);
    row("days over", u"days"_s, Value(6), Standing::NotMet);
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

    QTest::newRow("count") << u"ALS"_s << Value(2) << true;
    QTest::newRow("negative count") << u"ALS"_s << Value(-2) << false;
    QTest::newRow("level for a count") << u"ALS"_s << Value(u"active"_s) << false;
    QTest::newRow("level") << u"ccNSO"_s << Value(u"active"_s) << true;
    QTest::newRow("level of another indicator") << u"GAC"_s << Value(u"active"_s) << false;
    QTest::newRow("level in other case") << u"GAC"_s << Value(u"Represented"_s) << false;
    QTest::newRow("count for a ladder") << u"GAC"_s << Value(2) << false;
    QTest::newRow("unknown") << u"GAC"_s << Value(unknownReading) << true;
    QTest::newRow("not applicable") << u"ALS"_s << Value(notApplicableReading) << true;
    QTest::newRow("yes for a count") << u"ALS"_s << Value(u"yes"_s) << false;
    QTest::newRow("yes") << u"yes/no"_s << Value(u"yes"_s) << true;
    QTest::newRow("money") << u"money"_s << *parseMoney(u"USD 5"_s) << true;
    QTest::newRow("number for money") << u"money"_s << Value(5) << false;
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
    QCOMPARE(codes, QStringList({u"ALS"_s, u"GAC"_s, u"AF/EoL"_s, u"ccNSO"_s, u"training"_s}));

    const Indicator als = findIndicator(m_file.store(), u"als"_s).value();
    QCOMPARE(als.scaleName(), u"count"_s);
    QVERIFY(als.summed && als.onBoard && !als.needsCctld);
    QCOMPARE(als.staleAfter, 24);
    QCOMPARE(als.projectCode, u"3C"_s);
    QCOMPARE(als.projectTitle, u"Regional presence"_s);
    const Indicator ccnso = findIndicator(m_file.store(), u"ccNSO"_s).value();
    QStringList levels;
    for (const Indicator::Level &level : ccnso.levels)
        levels.append(level.code);
    QCOMPARE(levels, QStringList({u"ended"_s, u"none"_s, u"applied"_s, u"member"_s, u"active"_s}));

    QCOMPARE(findIndicator(m_file.store(), u"ALX"_s).error().message(),
        u"unknown indicator: ALX: the file has ALS, GAC, AF/EoL, ccNSO, training"_s);
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestIndicator)
#include "tst_indicator.moc"
