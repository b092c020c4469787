#include "models/domain/value.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace liaison;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(liaison::Value)

namespace {

Value nested(int depth)
{
    Value value(1);
    for (int i = 0; i < depth; ++i)
        value = Value(Value::List{value});
    return value;
}

} // namespace

class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void comesBackFromItsBytes_data();
    void comesBackFromItsBytes();
    void equalTextsHaveEqualBytes();
    void partsAreWrittenInOneOrder();
    void absenceIsOneThing();
    void refusesOtherBytes_data();
    void refusesOtherBytes();
    void everyBitCounts();
    void givesNothingOfAnotherKind();
    void replacesAPart();
};

void TestValue::comesBackFromItsBytes_data()
{
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("hex"); // empty: not stated here
    const QUuid row(u"00112233-4455-6677-8899-aabbccddeeff"_s);
    QTest::newRow("no value") << Value() << QByteArray("f6");
    QTest::newRow("yes") << Value(true) << QByteArray("f5");
    QTest::newRow("no") << Value(false) << QByteArray("f4");
    QTest::newRow("zero") << Value(0) << QByteArray("00");
    QTest::newRow("negative") << Value(-500) << QByteArray("3901f3");
    QTest::newRow("greatest number") << Value(std::numeric_limits<qint64>::max())
                                     << QByteArray("1b7fffffffffffffff");
    QTest::newRow("least number") << Value(std::numeric_limits<qint64>::min())
                                  << QByteArray("3b7fffffffffffffff");
    QTest::newRow("empty text") << Value(u""_s) << QByteArray("60");
    QTest::newRow("text") << Value(u"GY"_s) << QByteArray("624759");
    QTest::newRow("a number of 20 digits stays text") << Value(u"12345678901234567890"_s) << QByteArray();
    QTest::newRow("text beyond the basic plane") << Value(u"🏝"_s) << QByteArray("64f09f8f9d");
    QTest::newRow("right to left") << Value(u"البحرين"_s) << QByteArray();
    QTest::newRow("byte order mark") << Value(u"\ufeffx"_s) << QByteArray("64efbbbf78");
    QTest::newRow("NUL") << Value(QString(QChar(u'\0'))) << QByteArray("6100");
    QTest::newRow("markup stays text") << Value(u"<b onclick=x>&amp;"_s) << QByteArray();
    QTest::newRow("formula stays text") << Value(u"=1+1"_s) << QByteArray("643d312b31");
    QTest::newRow("long text") << Value(QString(100'000, u'ä')) << QByteArray();
    QTest::newRow("reference") << Value(row) << QByteArray("5000112233445566778899aabbccddeeff");
    QTest::newRow("date") << Value(PartialDate::parse(u"2007-02"_s).value())
                          << QByteArray("67323030372d3032");
    QTest::newRow("empty list") << Value(Value::List()) << QByteArray("80");
    QTest::newRow("list of kinds") << Value(Value::List{Value(1), Value(u"a"_s), Value(), Value(row)})
                                   << QByteArray();
    QTest::newRow("list of 70,000") << Value(Value::List(70'000, Value(1))) << QByteArray();
    QTest::newRow("parts, short names first")
        << Value(Value::Parts{{u"certainty"_s, Value("assumed"_L1)}, {u"b"_s, Value(2)}, {u"aa"_s, Value(1)}})
        << QByteArray("a3616202626161016963657274") + QByteArray("61696e74796761")
            + QByteArray("7373756d6564");
    QTest::newRow("as deep as allowed") << nested(8) << QByteArray("8181818181818181") + QByteArray("01");
}

void TestValue::comesBackFromItsBytes()
{
    QFETCH(Value, value);
    QFETCH(QByteArray, hex);
    const QByteArray bytes = value.toCanonical();
    if (!hex.isEmpty())
        QCOMPARE(bytes.toHex(), hex);
    const auto back = Value::fromCanonical(bytes);
    QVERIFY(back);
    QVERIFY(*back == value);
    QCOMPARE(back->toCanonical(), bytes);
}

void TestValue::equalTextsHaveEqualBytes()
{
    const Value composed(u"Cura\u00e7ao"_s);
    const Value decomposed(u"Curac\u0327ao"_s);
    QVERIFY(composed == decomposed);
    QCOMPARE(decomposed.toCanonical(), composed.toCanonical());
    QVERIFY(Value(QString()) == Value(u""_s));
}

void TestValue::partsAreWrittenInOneOrder()
{
    Value oneWay, otherWay;
    for (const QLatin1StringView name : {"value"_L1, "source"_L1, "certainty"_L1})
        oneWay = oneWay.withPart(name, Value(1));
    for (const QLatin1StringView name : {"certainty"_L1, "value"_L1, "source"_L1})
        otherWay = otherWay.withPart(name, Value(1));
    QCOMPARE(oneWay.toCanonical(), otherWay.toCanonical());
}

void TestValue::absenceIsOneThing()
{
    QVERIFY(Value(PartialDate()).isNull());
    QVERIFY(Value(Value::Parts()).isNull());
    QVERIFY(Value(Value::Parts{{u"source"_s, Value()}}).isNull());
    QVERIFY(!Value(u""_s).isNull());
    QVERIFY(!Value(Value::List()).isNull());
    QVERIFY(!Value(false).isNull());
    QVERIFY(!Value(0).isNull());
}

void TestValue::refusesOtherBytes_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("trailing bytes") << QByteArray("0100");
    QTest::newRow("longer number than needed") << QByteArray("1801");
    QTest::newRow("number above 63 bits") << QByteArray("1bffffffffffffffff");
    QTest::newRow("bignum") << QByteArray("c249010000000000000000");
    QTest::newRow("float") << QByteArray("f93c00");
    QTest::newRow("not NFC") << QByteArray("6363cca7");
    QTest::newRow("bad UTF-8") << QByteArray("61ff");
    QTest::newRow("reference of 15 bytes") << QByteArray("4f") + QByteArray(30, '0');
    QTest::newRow("parts out of order") << QByteArray("a2616201616102");
    QTest::newRow("long name before short") << QByteArray("a2626161016162") + QByteArray("02");
    QTest::newRow("the same part twice") << QByteArray("a2616101616102");
    QTest::newRow("no parts") << QByteArray("a0");
    QTest::newRow("a part without value") << QByteArray("a16161f6");
    QTest::newRow("a part named by a number") << QByteArray("a10101");
    QTest::newRow("list with an item missing") << QByteArray("8201");
    QTest::newRow("list of 2^32 items") << QByteArray("9b0000000100000000") + QByteArray("01");
    QTest::newRow("indefinite list") << QByteArray("9f01ff");
    QTest::newRow("one level too deep") << nested(9).toCanonical().toHex();
    QTest::newRow("a megabyte of nesting") << QByteArray("81").repeated(1 << 20);
}

void TestValue::refusesOtherBytes()
{
    QFETCH(QByteArray, hex);
    QVERIFY(!Value::fromCanonical(QByteArray::fromHex(hex)));
}

// Whatever is accepted is written again as it was read: no two encodings of one value.
void TestValue::everyBitCounts()
{
    const Value value(Value::Parts{{u"value"_s, Value(u"member"_s)}, {u"source"_s, Value(u"é"_s)},
        {u"list"_s,
            Value(Value::List{Value(300), Value(true), Value(QUuid::createUuidV5(QUuid(), u"x"_s))})}});
    const QByteArray bytes = value.toCanonical();
    int read = 0;
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        QByteArray flipped = bytes;
        flipped[bit / 8] = static_cast<char>(flipped.at(bit / 8) ^ (1 << (bit % 8)));
        if (const auto other = Value::fromCanonical(flipped)) {
            ++read;
            QCOMPARE(other->toCanonical(), flipped);
            QVERIFY(!(*other == value));
        }
    }
    QVERIFY(read > 0);
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!Value::fromCanonical(bytes.first(size)));
}

void TestValue::givesNothingOfAnotherKind()
{
    const Value text(u"7"_s);
    QVERIFY(!text.toInteger());
    QVERIFY(!text.toBool());
    QVERIFY(!text.toRow());
    QVERIFY(!text.toDate());
    QVERIFY(!text.toList());
    QVERIFY(!text.toParts());
    QVERIFY(text.part("value"_L1).isNull());
    QVERIFY(!Value(7).toText());
    QVERIFY(!Value(1).toBool());
    QCOMPARE(Value(7).text(), QString());
    QCOMPARE(Value(7).row(), QUuid());
    QVERIFY(Value(u"2007-02-31"_s).date().isNull());
}

void TestValue::replacesAPart()
{
    const Value value(Value::Parts{{u"value"_s, Value(2)}, {u"source"_s, Value(u"letter"_s)}});
    const Value changed = value.withPart("value"_L1, Value(3));
    QCOMPARE(changed.part("value"_L1).toInteger(), std::optional<qint64>(3));
    QCOMPARE(changed.part("source"_L1).text(), u"letter"_s);
    QCOMPARE(value.part("value"_L1).toInteger(), std::optional<qint64>(2));
    QVERIFY(value.withPart("source"_L1, Value()).part("source"_L1).isNull());
    QVERIFY(Value(u"text"_s).withPart("value"_L1, Value(1)) == Value(Value::Parts{{u"value"_s, Value(1)}}));
}

QTEST_GUILESS_MAIN(TestValue)
#include "tst_value.moc"
