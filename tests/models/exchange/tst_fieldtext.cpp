#include "models/exchange/fieldtext.h"

#include "models/domain/fields.h"
#include "tests/models/testfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace liaison;

namespace {

Field fieldOf(FieldType type)
{
    Field field{.name = "budget"_L1, .type = type, .title = "Budget"};
    if (type == FieldType::Choice)
        field.choices = {{"official"_L1, "official"}, {"reported"_L1, "reported"}};
    if (type == FieldType::Reference || type == FieldType::References)
        field.refers = fields::territory::entity;
    if (type == FieldType::Parts)
        field.parts = {{.name = "due"_L1, .type = FieldType::Date},
            {.name = "value"_L1, .type = FieldType::Reading, .flags = Field::Required},
            {.name = "reason"_L1, .type = FieldType::Text}};
    return field;
}

Value rows(const QStringList &codes)
{
    Value::List list;
    for (const QString &code : codes)
        list.emplace_back(TestFile::territory(code));
    return Value(std::move(list));
}

Value texts(const QStringList &items)
{
    Value::List list;
    for (const QString &item : items)
        list.emplace_back(item);
    return Value(std::move(list));
}

Value money(const QString &amount)
{
    return Value(Value::Parts{{u"amount"_s, Value(amount)}, {u"currency"_s, Value(u"USD"_s)}});
}

Value due()
{
    return Value(Value::Parts{{u"due"_s, Value(TestFile::date(u"2007-06"_s))}, {u"value"_s, Value(5)},
        {u"reason"_s, Value(u"agreed, \"in writing\""_s)}});
}

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

} // namespace

class tst_FieldText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_text = std::make_unique<FieldText>(m_file.store()); }
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    // What is written is what is read: each row is parsed, and formatted as in the last column.
    void readsAndWrites_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *name, FieldType type, const QString &text, const Value &value,
                             const QString &written = QString()) {
            QTest::newRow(name) << int(type) << text << value << (written.isNull() ? text : written);
        };
        using enum FieldType;
        row("text as it is", Text, u" =1+1 <b>"_s, Value(u" =1+1 <b>"_s));
        row("text of digits stays text", Text, u"007"_s, Value(u"007"_s));
        row("empty: no value", Text, u""_s, Value(), u""_s);
        row("blank: no value", Integer, u"  "_s, Value(), u""_s);
        row("long text keeps its lines", LongText, u"a\nb"_s, Value(u"a\nb"_s));
        row("several texts", TextList, u"Bonaire, Saba"_s, texts({u"Bonaire"_s, u"Saba"_s}),
            u"Bonaire,Saba"_s);
        row("a text with a comma", TextList, u"\"Korea, Republic of\",Korea"_s,
            texts({u"Korea, Republic of"_s, u"Korea"_s}));
        row("a text with a quote inside", TextList, u"5\" pipe"_s, texts({u"5\" pipe"_s}));
        row("a text with quotes and a comma", TextList, u"\"\"\"a\"\", b\""_s, texts({u"\"a\", b"_s}));
        row("number", Integer, u"27"_s, Value(27));
        row("number with zeros before it", Integer, u"0027"_s, Value(27), u"27"_s);
        row("largest number", Integer, u"999999999999999"_s, Value(qint64(999'999'999'999'999)));
        row("decimal keeps its decimals", Decimal, u"12.50"_s, Value(u"12.50"_s));
        row("decimal below zero", Decimal, u"-63.028"_s, Value(u"-63.028"_s));
        row("yes", Boolean, u"yes"_s, Value(true));
        row("no, case ignored", Boolean, u"No"_s, Value(false), u"no"_s);
        row("year", Date, u"2007"_s, Value(TestFile::date(u"2007"_s)));
        row("month", Date, u"2007-02"_s, Value(TestFile::date(u"2007-02"_s)));
        row("day", Date, u"2007-02-15"_s, Value(TestFile::date(u"2007-02-15"_s)));
        row("choice", Choice, u"official"_s, Value(u"official"_s));
        row("choice, case ignored", Choice, u" Official "_s, Value(u"official"_s), u"official"_s);
        row("reference by key", Reference, u"GY"_s, Value(TestFile::territory(u"GY"_s)));
        row("reference by ccTLD", Reference, u".gy"_s, Value(TestFile::territory(u"GY"_s)), u"GY"_s);
        row("reference by name in French", Reference, u"barbade"_s, Value(TestFile::territory(u"BB"_s)),
            u"BB"_s);
        row("reference by UUID", Reference, TestFile::territory(u"GY"_s).toString(QUuid::WithoutBraces),
            Value(TestFile::territory(u"GY"_s)), u"GY"_s);
        row("reference by the beginning of its UUID", Reference,
            TestFile::territory(u"GY"_s).toString(QUuid::WithoutBraces).left(8),
            Value(TestFile::territory(u"GY"_s)), u"GY"_s);
        row("several references", References, u"BB, Guyana"_s, rows({u"BB"_s, u"GY"_s}), u"BB,GY"_s);
        row("a row of any entity", AnyReference, u"indicator:AF/EoL"_s,
            Value(Value::Parts{
                {u"entity"_s, Value(u"indicator"_s)}, {u"row"_s, Value(TestFile::indicator(u"AF/EoL"_s))}}));
        row("a row of any entity, key with a colon", AnyReference, u"level:GAC:none"_s,
            Value(Value::Parts{
                {u"entity"_s, Value(u"level"_s)}, {u"row"_s, Value(naturalId(u"level", u"GAC:none"_s))}}));
        row("reading: a level", Reading, u"AF signed"_s, Value(u"AF signed"_s));
        row("reading: a count", Reading, u"3"_s, Value(3));
        row("reading: yes is a word", Reading, u"yes"_s, Value(u"yes"_s));
        row("reading: money", Reading, u"USD 1650"_s, money(u"1650"_s));
        row("reading: unknown", Reading, u"unknown"_s, Value(u"unknown"_s));
        row("reading: not applicable", Reading, u"n/a"_s, Value(u"n/a"_s));
        row("money", Money, u"USD 1650.50"_s, money(u"1650.50"_s));
        row("money, currency last", Money, u"1650 USD"_s, money(u"1650"_s), u"USD 1650"_s);
        row("parts", Parts, u"due=2007-06,value=5,\"reason=agreed, \"\"in writing\"\"\""_s, due());
    }
    void readsAndWrites()
    {
        QFETCH(int, type);
        QFETCH(QString, text);
        QFETCH(Value, value);
        QFETCH(QString, written);
        const Field field = fieldOf(FieldType(type));
        const auto parsed = m_text->parse(field, text);
        QVERIFY2(parsed, parsed ? "" : qPrintable(parsed.error().message()));
        QVERIFY(*parsed == value);
        QCOMPARE(m_text->format(field, value), written);
        const auto again = m_text->parse(field, written);
        QVERIFY(again && *again == value);
    }

    void refuses_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, FieldType type, const QString &text, const char *why) {
            QTest::newRow(name) << int(type) << text << QString::fromUtf8(why);
        };
        using enum FieldType;
        row("a word for a number", Integer, u"many"_s, "not a whole number");
        row("a fraction for a whole number", Integer, u"1.5"_s, "not a whole number");
        row("grouped digits", Integer, u"1,000"_s, "not a whole number");
        row("digits of another script", Integer, u"\u0662\u0667"_s, "not a whole number");
        row("below zero", Integer, u"-3"_s, "less than 0");
        row("16 digits", Integer, u"1234567890123456"_s, "too large a number");
        row("20 digits", Integer, u"12345678901234567890"_s, "too large a number");
        row("reading of 20 digits", Reading, u"12345678901234567890"_s, "too large a number");
        row("reading below zero", Reading, u"-1"_s, "less than 0");
        row("decimal comma", Decimal, u"12,5"_s, "not a decimal number");
        row("exponent", Decimal, u"1e5"_s, "not a decimal number");
        row("perhaps", Boolean, u"perhaps"_s, "neither yes nor no");
        row("30 February", Date, u"2007-02-30"_s, "not a date");
        row("month 13", Date, u"2007-13"_s, "not a date");
        row("year 0", Date, u"0000"_s, "not a date");
        row("date of a locale", Date, u"15.2.2007"_s, "not a date");
        row("no such choice", Choice, u"rumoured"_s, "official, reported");
        row("no such territory", Reference, u"Atlantis"_s, "unknown territory");
        row("a name of two territories", Reference, u"St Martin"_s, "MF (St. Martin)");
        row("one of several is unknown", References, u"BB,Atlantis"_s, "Atlantis");
        row("the same row twice", References, u"BB,Barbados"_s, "twice");
        row("nothing between commas", References, u"BB,,GY"_s, "between two commas");
        row("nothing after the last comma", TextList, u"a,"_s, "between two commas");
        row("quote never closed", TextList, u"\"a,b"_s, "never closed");
        row("text after a quote", TextList, u"\"a\"b"_s, "after the closing quote");
        row("no entity named", AnyReference, u"GY"_s, "entity:ID");
        row("no such entity", AnyReference, u"planet:GY"_s, "entity:ID");
        row("no such row of that entity", AnyReference, u"project:9Z9"_s, "9Z9");
        row("money without currency", Money, u"1650"_s, "USD 1650");
        row("money in a word", Money, u"1650 dollars"_s, "USD 1650");
        row("part that is none", Parts, u"value=5,colour=red"_s, "due, value, reason");
        row("part without a name", Parts, u"5"_s, "due, value, reason");
        row("part twice", Parts, u"value=5,value=6"_s, "twice");
        row("control character", Text, u"a\u0007b"_s, "control character");
        row("1,001 characters", Text, QString(1'001, u'a'), "1,000");
    }
    void refuses()
    {
        QFETCH(int, type);
        QFETCH(QString, text);
        QFETCH(QString, why);
        const auto parsed = m_text->parse(fieldOf(FieldType(type)), text);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().where, u"budget"_s);
        QVERIFY2(parsed.error().why.contains(why), qPrintable(parsed.error().why));
    }

    void namesThePartThatIsWrong()
    {
        const auto parsed = m_text->parse(fieldOf(FieldType::Parts), u"due=2007-02-30"_s);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().where, u"due"_s);
    }

    // In the column of JSON an apostrophe stands for a quote.
    void writesJsonAndWordsForPeople_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<Value>("value");
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("display");
        const auto row = [](const char *name, FieldType type, const Value &value, const char *json,
                             const char *display) {
            QTest::newRow(name) << int(type) << value << QString::fromUtf8(json).replace(u'\'', u'"')
                                << QString::fromUtf8(display);
        };
        using enum FieldType;
        row("missing", Text, Value(), "[null]", "");
        row("text", Text, Value(u"<b>\"a\""_s), "['<b>\\\"a\\\"']", "<b>\"a\"");
        row("number", Integer, Value(12'345), "[12345]", "12.345");
        row("largest number", Integer, Value(qint64(999'999'999'999'999)), "[999999999999999]",
            "999.999.999.999.999");
        row("decimal", Decimal, Value(u"-12345.50"_s), "['-12345.50']", "-12.345,50");
        row("decimal above minus one", Decimal, Value(u"-0.5"_s), "['-0.5']", "-0,5");
        row("yes", Boolean, Value(true), "[true]", "yes");
        row("no", Boolean, Value(false), "[false]", "no");
        row("month", Date, Value(TestFile::date(u"2007-02"_s)), "['2007-02']", "Feb. 2007");
        row("choice", Choice, Value(u"official"_s), "['official']", "official");
        row("choice of a newer program", Choice, Value(u"sworn"_s), "['sworn']", "sworn");
        row("reference", Reference, Value(TestFile::territory(u"GY"_s)), "['GY']", "Guyana");
        row("several references", References, rows({u"BB"_s, u"GY"_s}), "[['BB','GY']]", "Barbados, Guyana");
        row("several texts", TextList, texts({u"a,b"_s, u"c"_s}), "[['a,b','c']]", "a,b, c");
        row("any row", AnyReference,
            Value(Value::Parts{
                {u"entity"_s, Value(u"territory"_s)}, {u"row"_s, Value(TestFile::territory(u"GY"_s))}}),
            "['territory:GY']", "Guyana");
        row("reading: count", Reading, Value(2), "[2]", "2");
        row("reading: level", Reading, Value(u"represented"_s), "['represented']", "represented");
        row("reading: not applicable", Reading, Value(u"n/a"_s), "['n/a']", "not applicable");
        row("money", Money, money(u"12345.50"_s), "[{'amount':'12345.50','currency':'USD'}]",
            "USD 12.345,50");
        row("parts", Parts, due(), "[{'due':'2007-06','reason':'agreed, \\\"in writing\\\"','value':5}]",
            "Juni 2007, 5, agreed, \"in writing\"");
        row("parts, one missing", Parts, Value(Value::Parts{{u"value"_s, Value(5)}}),
            "[{'due':null,'reason':null,'value':5}]", "5");
        row("a value of another kind is shown all the same", Integer, Value(u"many"_s), "['many']", "many");
        row("a reference to nothing", Reference, Value(QUuid(u"{11111111-2222-3333-4444-555555555555}"_s)),
            "['11111111-2222-3333-4444-555555555555']", "11111111-2222-3333-4444-555555555555");
    }
    void writesJsonAndWordsForPeople()
    {
        QFETCH(int, type);
        QFETCH(Value, value);
        QFETCH(QString, json);
        QFETCH(QString, display);
        const Field field = fieldOf(FieldType(type));
        QCOMPARE(shown(m_text->json(field, value)), json);
        QCOMPARE(m_text->display(field, value, QLocale(QLocale::German)), display);
    }

private:
    TestFile m_file;
    std::unique_ptr<FieldText> m_text;
};

QTEST_GUILESS_MAIN(tst_FieldText)
#include "tst_fieldtext.moc"
