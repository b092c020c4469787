#include "models/domain/cbor.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestCbor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void integers_data();
    void integers();
    void everyKindComesBack();
    void refuses_data();
    void refuses();
    void nothingAfterAFault();
};

void TestCbor::integers_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QByteArray>("hex");
    // Appendix A of RFC 8949.
    QTest::newRow("0") << qint64(0) << QByteArray("00");
    QTest::newRow("23, the last of one byte") << qint64(23) << QByteArray("17");
    QTest::newRow("24") << qint64(24) << QByteArray("1818");
    QTest::newRow("255") << qint64(255) << QByteArray("18ff");
    QTest::newRow("256") << qint64(256) << QByteArray("190100");
    QTest::newRow("1000000") << qint64(1'000'000) << QByteArray("1a000f4240");
    QTest::newRow("1000000000000") << qint64(1'000'000'000'000) << QByteArray("1b000000e8d4a51000");
    QTest::newRow("greatest") << std::numeric_limits<qint64>::max() << QByteArray("1b7fffffffffffffff");
    QTest::newRow("-1") << qint64(-1) << QByteArray("20");
    QTest::newRow("-1000") << qint64(-1000) << QByteArray("3903e7");
    QTest::newRow("least") << std::numeric_limits<qint64>::min() << QByteArray("3b7fffffffffffffff");
}

void TestCbor::integers()
{
    QFETCH(qint64, number);
    QFETCH(QByteArray, hex);
    CborWriter out;
    out.integer(number);
    QCOMPARE(out.result().toHex(), hex);
    CborReader in(out.result());
    QCOMPARE(in.integer(), std::optional(number));
    QVERIFY(in.atEnd());
}

void TestCbor::everyKindComesBack()
{
    CborWriter out;
    out.array(6);
    out.bytes(QByteArray("\0\xff", 2));
    out.text(u"Curaçao"_s);
    out.map(1);
    out.text(u"k"_s);
    out.integer(7);
    out.boolean(true);
    out.boolean(false);
    out.null();

    CborReader in(out.result());
    QCOMPARE(in.array(), std::optional<qsizetype>(6));
    QCOMPARE(in.bytes(), std::optional(QByteArray("\0\xff", 2)));
    QCOMPARE(in.text(), std::optional(u"Curaçao"_s));
    QCOMPARE(in.map(), std::optional<qsizetype>(1));
    QCOMPARE(in.text(), std::optional(u"k"_s));
    QCOMPARE(in.integer(), std::optional<qint64>(7));
    QCOMPARE(in.boolean(), std::optional(true));
    QCOMPARE(in.boolean(), std::optional(false));
    QVERIFY(in.null());
    QVERIFY(in.atEnd());
}

void TestCbor::refuses_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("23 in one byte more than needed") << QByteArray("1817");
    QTest::newRow("255 in two bytes") << QByteArray("1900ff");
    QTest::newRow("65535 in four bytes") << QByteArray("1a0000ffff");
    QTest::newRow("2^32 - 1 in eight bytes") << QByteArray("1b00000000ffffffff");
    QTest::newRow("0 in two bytes") << QByteArray("1800");
    QTest::newRow("cut off in its number") << QByteArray("1b0000");
    QTest::newRow("above 63 bits") << QByteArray("1b8000000000000000");
    QTest::newRow("below 63 bits") << QByteArray("3b8000000000000000");
    QTest::newRow("text longer than the input") << QByteArray("78ff61");
    QTest::newRow("text as long as 2^64 - 1") << QByteArray("7bffffffffffffffff61");
    QTest::newRow("bytes longer than the input") << QByteArray("4200");
    QTest::newRow("array of 2^63 items") << QByteArray("9b8000000000000000");
    QTest::newRow("map with more pairs than bytes") << QByteArray("a2616101");
    QTest::newRow("indefinite array") << QByteArray("9fff");
    QTest::newRow("indefinite text") << QByteArray("7f6161ff");
    QTest::newRow("bad UTF-8") << QByteArray("62c328");
    QTest::newRow("a surrogate in UTF-8") << QByteArray("63eda080");
    QTest::newRow("a float") << QByteArray("fb3ff0000000000000");
    QTest::newRow("a tag") << QByteArray("c001");
    QTest::newRow("undefined") << QByteArray("f7");
    QTest::newRow("true in two bytes") << QByteArray("f815");
}

void TestCbor::refuses()
{
    QFETCH(QByteArray, hex);
    const QByteArray bytes = QByteArray::fromHex(hex);
    CborReader integer(bytes), byteString(bytes), text(bytes), array(bytes), map(bytes), boolean(bytes),
        null(bytes);
    QVERIFY(!integer.integer());
    QVERIFY(!byteString.bytes());
    QVERIFY(!text.text());
    QVERIFY(!array.array());
    QVERIFY(!map.map());
    QVERIFY(!boolean.boolean());
    QVERIFY(!null.null());
}

void TestCbor::nothingAfterAFault()
{
    const QByteArray bytes = QByteArray::fromHex("0102");
    CborReader in(bytes);
    QVERIFY(!in.text());
    QVERIFY(in.failed());
    QCOMPARE(in.peek(), CborReader::Kind::Invalid);
    QVERIFY(!in.integer());
    QVERIFY(!in.atEnd());
}

QTEST_GUILESS_MAIN(TestCbor)
#include "tst_cbor.moc"
