#include "models/domain/entity.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace liaison;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(liaison::Value)
Q_DECLARE_METATYPE(liaison::FieldType)

namespace {

const QUuid someRow(u"00112233-4455-6677-8899-aabbccddeeff"_s);
const QUuid otherRow(u"00112233-4455-6677-8899-aabbccddee00"_s);

// A field of the type, with choices and parts where the type has them.
Field fieldOf(FieldType type)
{
    Field field{.name = "field"_L1, .type = type};
    if (type == FieldType::Choice)
        field.choices = {{"official"_L1, "official"}, {"assumed"_L1, "assumed"}};
    if (type == FieldType::Parts)
        field.parts = {
            {.name = "due"_L1, .type = FieldType::Date}, {.name = "value"_L1, .type = FieldType::Reading}};
    return field;
}

Value money(const QString &amount, const QString &currency)
{
    return Value(Value::Parts{{u"amount"_s, Value(amount)}, {u"currency"_s, Value(currency)}});
}

Value texts(std::initializer_list<QString> items)
{
    return Value(Value::List(items.begin(), items.end()));
}

} // namespace

class TestField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void check_data();
    void check();
    void aMissingValueIsNeverRefused();
    void sealsWhatCanBeErased_data();
    void sealsWhatCanBeErased();
    void theReasonNamesTheChoices();
};

void TestField::check_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<Value>("value");
    QTest::addColumn<bool>("good");
    const auto good = [](const char *name, FieldType type, const Value &value) {
        QTest::newRow(name) << type << value << true;
    };
    const auto bad = [](const char *name, FieldType type, const Value &value) {
        QTest::newRow(name) << type << value << false;
    };
    using enum FieldType;
    good("text", Text, Value(u"Curaçao"_s));
    good("text that looks like a formula", Text, Value(u"=HYPERLINK(\"http://x\")"_s));
    good("text that looks like markup", Text, Value(u"<script>"_s));
    good("text of 1,000 characters", Text, Value(QString(1000, u'x')));
    bad("text of 1,001", Text, Value(QString(1001, u'x')));
    bad("text with a NUL", Text, Value(u"a"_s + QChar(u'\0')));
    bad("text with an escape", Text, Value(u"\x1b[2J"_s));
    bad("text: a number", Text, Value(1));
    bad("text: a list", Text, texts({u"a"_s}));

    good("long text of two lines", LongText, Value(u"one\ntwo\tthree"_s));
    good("long text of a million characters", LongText, Value(QString(1 << 20, u'x')));
    bad("long text of more", LongText, Value(QString((1 << 20) + 1, u'x')));
    bad("long text with a bell", LongText, Value(u"\a"_s));
    bad("long text: yes", LongText, Value(true));

    good("text list", TextList, texts({u"St Martin"_s, u"Saint Martin"_s}));
    good("empty text list", TextList, Value(Value::List()));
    bad("text list: a text", TextList, Value(u"a"_s));
    bad("text list with a number", TextList, Value(Value::List{Value(u"a"_s), Value(1)}));
    bad("text list with an item too long", TextList, texts({QString(1001, u'x')}));

    good("0", Integer, Value(0));
    good("10^15", Integer, Value(qint64(1'000'000'000'000'000)));
    bad("10^15 + 1", Integer, Value(qint64(1'000'000'000'000'001)));
    bad("integer: negative", Integer, Value(-1));
    bad("integer: 20 digits", Integer, Value(u"12345678901234567890"_s));
    bad("integer: digits as text", Integer, Value(u"7"_s));
    bad("integer: yes", Integer, Value(true));

    good("decimal", Decimal, Value(u"18.2431"_s));
    good("negative decimal", Decimal, Value(u"-63.028"_s));
    bad("decimal with a comma", Decimal, Value(u"18,2"_s));
    bad("decimal with leading zero", Decimal, Value(u"018"_s));
    bad("decimal: a number", Decimal, Value(18));
    bad("decimal of 20 digits", Decimal, Value(u"12345678901234567890"_s));

    good("yes", Boolean, Value(true));
    good("no", Boolean, Value(false));
    bad("boolean: 1", Boolean, Value(1));
    bad("boolean: text", Boolean, Value(u"yes"_s));

    good("a year", Date, Value(u"2007"_s));
    good("a leap day", Date, Value(u"2008-02-29"_s));
    bad("an impossible day", Date, Value(u"2007-02-29"_s));
    bad("date: a number", Date, Value(2007));
    bad("date in words", Date, Value(u"15 Feb 2007"_s));

    good("a choice", Choice, Value(u"official"_s));
    bad("a choice in capitals", Choice, Value(u"Official"_s));
    bad("no such choice", Choice, Value(u"guess"_s));
    bad("empty choice", Choice, Value(u""_s));
    bad("choice: a number", Choice, Value(1));

    good("a reference", Reference, Value(someRow));
    bad("reference: a code", Reference, Value(u"GY"_s));
    bad("reference: a list", Reference, Value(Value::List{Value(someRow)}));

    good("references", References, Value(Value::List{Value(someRow), Value(otherRow)}));
    good("no references", References, Value(Value::List()));
    bad("the same row twice", References,
        Value(Value::List{Value(someRow), Value(otherRow), Value(someRow)}));
    bad("references with a text", References, Value(Value::List{Value(u"GY"_s)}));
    bad("references: one row", References, Value(someRow));

    good("any reference", AnyReference,
        Value(Value::Parts{{u"entity"_s, Value(u"activity"_s)}, {u"row"_s, Value(someRow)}}));
    bad("any reference without entity", AnyReference, Value(Value::Parts{{u"row"_s, Value(someRow)}}));
    bad("any reference without row", AnyReference, Value(Value::Parts{{u"entity"_s, Value(u"activity"_s)}}));
    bad("any reference: a row", AnyReference, Value(someRow));

    good("a level", Reading, Value(u"represented"_s));
    good("a count", Reading, Value(2));
    good("unknown", Reading, Value(u"unknown"_s));
    good("not applicable", Reading, Value(u"n/a"_s));
    good("reading: no", Reading, Value(u"no"_s));
    bad("reading: a boolean", Reading, Value(false));
    good("reading: money", Reading, money(u"1650"_s, u"USD"_s));
    bad("negative count", Reading, Value(-1));
    bad("count above 10^15", Reading, Value(qint64(1'000'000'000'000'001)));
    bad("reading: a list", Reading, Value(Value::List{Value(1)}));
    bad("reading: a row", Reading, Value(someRow));
    bad("reading: half an amount", Reading, Value(Value::Parts{{u"amount"_s, Value(u"5"_s)}}));

    good("money", Money, money(u"12.50"_s, u"XCD"_s));
    bad("money with an amount as written by people", Money, money(u"1,650"_s, u"USD"_s));
    bad("money in small letters", Money, money(u"5"_s, u"usd"_s));
    bad("money: a text", Money, Value(u"USD 5"_s));

    const Value due(u"2007-12"_s);
    good("parts", Parts, Value(Value::Parts{{u"due"_s, due}, {u"value"_s, Value(3)}}));
    good("some parts", Parts, Value(Value::Parts{{u"due"_s, due}}));
    good(
        "a newer program's part", Parts, Value(Value::Parts{{u"due"_s, due}, {u"mood"_s, Value(u"good"_s)}}));
    bad("parts with a bad one", Parts, Value(Value::Parts{{u"due"_s, Value(u"2007-13"_s)}}));
    bad("parts: a text", Parts, due);
}

void TestField::check()
{
    QFETCH(FieldType, type);
    QFETCH(Value, value);
    QFETCH(bool, good);
    const auto checked = fieldOf(type).check(value);
    QCOMPARE(checked.ok(), good);
    if (!good) {
        QCOMPARE(checked.error().where, u"field"_s);
        QVERIFY(!checked.error().why.isEmpty());
    }
}

void TestField::aMissingValueIsNeverRefused()
{
    for (int type = 0; type <= static_cast<int>(FieldType::Parts); ++type)
        QVERIFY2(fieldOf(static_cast<FieldType>(type)).check(Value()), QByteArray::number(type));
}

void TestField::sealsWhatCanBeErased_data()
{
    QTest::addColumn<FieldType>("type");
    QTest::addColumn<int>("sensitivity");
    QTest::addColumn<bool>("sealed");
    const auto row = [](const char *name, FieldType type, Sensitivity sensitivity, bool sealed) {
        QTest::newRow(name) << type << static_cast<int>(sensitivity) << sealed;
    };
    row("public line", FieldType::Text, Sensitivity::Public, false);
    row("internal line", FieldType::Text, Sensitivity::Internal, false);
    row("personal line", FieldType::Text, Sensitivity::Personal, true);
    row("personal date", FieldType::Date, Sensitivity::Personal, true);
    row("free text", FieldType::LongText, Sensitivity::Public, true);
    row("internal free text", FieldType::LongText, Sensitivity::Internal, true);
}

void TestField::sealsWhatCanBeErased()
{
    QFETCH(FieldType, type);
    QFETCH(int, sensitivity);
    QFETCH(bool, sealed);
    Field field = fieldOf(type);
    field.sensitivity = static_cast<Sensitivity>(sensitivity);
    QCOMPARE(field.isSealed(), sealed);
}

void TestField::theReasonNamesTheChoices()
{
    const auto checked = fieldOf(FieldType::Choice).check(Value(u"guess"_s));
    QVERIFY(!checked);
    for (const QString &word : {u"guess"_s, u"official"_s, u"assumed"_s})
        QVERIFY2(checked.error().why.contains(word), qPrintable(word));
}

QTEST_GUILESS_MAIN(TestField)
#include "tst_field.moc"
