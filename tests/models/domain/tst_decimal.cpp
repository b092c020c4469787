#include "models/domain/decimal.h"

#include <QRegularExpression>
#include <QTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void decimals_data();
    void decimals();
    void money_data();
    void money();
    void onlyAnAmountWithACurrencyIsMoney();
    void sums_data();
    void sums();
};

void TestDecimal::decimals_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read"); // null: refused
    QTest::newRow("whole") << u"1650"_s << u"1650"_s;
    QTest::newRow("decimals are kept as written") << u"1650.50"_s << u"1650.50"_s;
    QTest::newRow("leading zeros go") << u"007"_s << u"7"_s;
    QTest::newRow("zero") << u"000"_s << u"0"_s;
    QTest::newRow("a fraction") << u"0.5"_s << u"0.5"_s;
    QTest::newRow("leading zeros of a fraction") << u"00.5"_s << u"0.5"_s;
    QTest::newRow("negative") << u"-63.028"_s << u"-63.028"_s;
    QTest::newRow("spaces around") << u" 12 "_s << u"12"_s;
    QTest::newRow("15 digits") << u"123456789012345"_s << u"123456789012345"_s;
    QTest::newRow("six decimals") << u"0.000001"_s << u"0.000001"_s;
    QTest::newRow("16 digits") << u"1234567890123456"_s << QString();
    QTest::newRow("20 digits") << u"12345678901234567890"_s << QString();
    QTest::newRow("seven decimals") << u"0.0000001"_s << QString();
    QTest::newRow("thousands separator") << u"1,650.5"_s << QString();
    QTest::newRow("decimal comma") << u"1650,5"_s << QString();
    QTest::newRow("no digit before the point") << u".5"_s << QString();
    QTest::newRow("no digit after it") << u"5."_s << QString();
    QTest::newRow("exponent") << u"1e3"_s << QString();
    QTest::newRow("plus") << u"+5"_s << QString();
    QTest::newRow("two minuses") << u"--5"_s << QString();
    QTest::newRow("a space inside") << u"1 650"_s << QString();
    QTest::newRow("infinity") << u"inf"_s << QString();
    QTest::newRow("not a number") << u"nan"_s << QString();
    QTest::newRow("Arabic-Indic digits") << u"٥"_s << QString();
    QTest::newRow("formula") << u"=1+1"_s << QString();
    QTest::newRow("nothing") << u""_s << QString();
}

void TestDecimal::decimals()
{
    QFETCH(QString, typed);
    QFETCH(QString, read);
    const auto decimal = parseDecimal(typed);
    QCOMPARE(decimal.has_value(), !read.isNull());
    if (decimal) {
        QCOMPARE(*decimal, read);
        QVERIFY(isCanonicalDecimal(read));
    }
}

void TestDecimal::money_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("read"); // null: refused
    QTest::newRow("currency first") << u"USD 1650"_s << u"USD 1650"_s;
    QTest::newRow("amount first") << u"1650 USD"_s << u"USD 1650"_s;
    QTest::newRow("cents") << u"XCD 12.50"_s << u"XCD 12.50"_s;
    QTest::newRow("more space") << u"  EUR   007 "_s << u"EUR 7"_s;
    QTest::newRow("negative") << u"USD -5"_s << u"USD -5"_s;
    QTest::newRow("without currency") << u"1650"_s << QString();
    QTest::newRow("without amount") << u"USD"_s << QString();
    QTest::newRow("two currencies") << u"USD EUR"_s << QString();
    QTest::newRow("two amounts") << u"1 2"_s << QString();
    QTest::newRow("small letters") << u"usd 5"_s << QString();
    QTest::newRow("a sign") << u"$ 5"_s << QString();
    QTest::newRow("four letters") << u"USDT 5"_s << QString();
    QTest::newRow("something behind") << u"USD 5 x"_s << QString();
    QTest::newRow("without space") << u"USD5"_s << QString();
    QTest::newRow("20 digits") << u"USD 12345678901234567890"_s << QString();
    QTest::newRow("nothing") << u""_s << QString();
}

void TestDecimal::money()
{
    QFETCH(QString, typed);
    QFETCH(QString, read);
    const auto money = parseMoney(typed);
    QCOMPARE(money.has_value(), !read.isNull());
    if (money) {
        QVERIFY(isMoney(*money));
        QCOMPARE(moneyText(*money), read);
        QVERIFY(parseMoney(read).value() == *money);
    }
}

void TestDecimal::onlyAnAmountWithACurrencyIsMoney()
{
    const auto money = [](const Value &amount, const Value &currency) {
        return Value(Value::Parts{{u"amount"_s, amount}, {u"currency"_s, currency}});
    };
    QVERIFY(isMoney(money(Value(u"5"_s), Value(u"USD"_s))));
    QVERIFY(!isMoney(money(Value(5), Value(u"USD"_s))));
    QVERIFY(!isMoney(money(Value(u"05"_s), Value(u"USD"_s))));
    QVERIFY(!isMoney(money(Value(u"5"_s), Value(u"US"_s))));
    QVERIFY(!isMoney(money(Value(u"5"_s), Value())));
    QVERIFY(!isMoney(Value(u"USD 5"_s)));
    QVERIFY(!isMoney(Value()));
}

void TestDecimal::sums_data()
{
    QTest::addColumn<QString>("amounts");
    QTest::addColumn<QString>("sums");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("one") << u"USD 12"_s << u"USD 12"_s;
    QTest::newRow("whole numbers") << u"USD 18000,USD 46500"_s << u"USD 64500"_s;
    QTest::newRow("cents carry") << u"USD 0.60,USD 0.7"_s << u"USD 1.30"_s;
    QTest::newRow("never across currencies") << u"XCD 5,USD 1.5,XCD 2"_s << u"USD 1.5,XCD 7"_s;
    QTest::newRow("below 0") << u"USD 1,USD -1.25"_s << u"USD -0.25"_s;
    QTest::newRow("back above 0") << u"USD -1.25,USD 3"_s << u"USD 1.75"_s;
    QTest::newRow("exact where floating point is not")
        << u"USD 123456789012345.100001,USD 0.2"_s << u"USD 123456789012345.300001"_s;
    QTest::newRow("what is no money is passed over") << u"USD,USD 2"_s << u"USD 2"_s;
}

void TestDecimal::sums()
{
    QFETCH(QString, amounts);
    std::vector<Value> values;
    for (const QString &text : amounts.split(u',', Qt::SkipEmptyParts))
        values.push_back(parseMoney(text).value_or(Value(text)));
    QStringList texts;
    for (const Value &sum : sumsOf(values)) {
        QVERIFY(isMoney(sum));
        texts.append(moneyText(sum));
    }
    QTEST(texts.join(u','), "sums");
}

QTEST_GUILESS_MAIN(TestDecimal)
#include "tst_decimal.moc"
