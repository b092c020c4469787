#include "models/exchange/csv.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace liaison;

namespace {

// Rows as text: fields by bars, rows by slashes.
QString shown(const std::vector<CsvRow> &rows)
{
    QStringList lines;
    for (const CsvRow &row : rows)
        lines.append(row.fields.join(u'|'));
    return lines.join(u" / "_s);
}

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes = bigEndian ? "\xfe\xff" : "\xff\xfe";
    for (const QChar c : text) {
        const char high = char(c.unicode() >> 8);
        const char low = char(c.unicode() & 0xff);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

class tst_Csv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &rows) {
            QTest::newRow(name) << bytes << rows;
        };
        row("nothing", "", u""_s);
        row("one field", "a", u"a"_s);
        row("LF at the end begins no row", "a,b\nc,d\n", u"a|b / c|d"_s);
        row("no LF at the end", "a,b\nc,d", u"a|b / c|d"_s);
        row("CRLF", "a,b\r\nc,d\r\n", u"a|b / c|d"_s);
        row("CR alone, an old Macintosh", "a,b\rc,d\r", u"a|b / c|d"_s);
        row("blank lines say nothing", "a\n\n\r\n\rb\n\n", u"a / b"_s);
        row("empty fields", ",a,,\n,\n", u"|a|| / |"_s);
        row("quoted empty field alone is a row", "\"\"\n", u""_s);
        row("quoted comma and quote", "\"a,b\",\"say \"\"no\"\"\"\n", u"a,b|say \"no\""_s);
        row("quoted line end is kept as written", "\"a\r\nb\",c\n", u"a\r\nb|c"_s);
        row("spaces are part of a field", " a , b\n", u" a | b"_s);
        row("rows of different length", "a,b,c\nd\n", u"a|b|c / d"_s);
        row("what looks like a formula is text", "=1+1,+2,-3,@x\n", u"=1+1|+2|-3|@x"_s);
        row("byte order mark",
            "\xef\xbb\xbf"
            "a,\xc3\xa9\n",
            u"a|\u00e9"_s);
        row("quote after a byte order mark", "\xef\xbb\xbf\"a\"\n", u"a"_s);
        row("UTF-16, little end first", utf16(u"a,\u00e9\n"_s, false), u"a|\u00e9"_s);
        row("UTF-16, big end first", utf16(u"a,\u00e9\n"_s, true), u"a|\u00e9"_s);
        row("UTF-16 beyond the first plane", utf16(u"a,\U0001F600\n"_s, false), u"a|\U0001F600"_s);
        row("a replacement character that is really there", "\xef\xbf\xbd", u"\ufffd"_s);
        row("tabs separate nothing", "a\tb\n", u"a\tb"_s);
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rows);
        const auto read = readCsv(bytes, u"sheet.csv"_s);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QCOMPARE(shown(*read), rows);
    }

    void aQuotedEmptyFieldIsARow()
    {
        const auto read = readCsv("\"\"\n", u"sheet.csv"_s);
        QVERIFY(read);
        QCOMPARE(read->size(), 1U);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &where,
                             const QString &why) { QTest::newRow(name) << bytes << where << why; };
        row("quote never closed, told where it opens", "a,b\nc,\"d\ne\nf", u"x:2:3"_s, u"never closed"_s);
        row("text after a closing quote", "a\n\"b\"c\n", u"x:2:4"_s, u"after the closing quote"_s);
        row("space after a closing quote", "\"b\" ,c\n", u"x:1:4"_s, u"after the closing quote"_s);
        row("quote inside a bare field", "a,5\" pipe\n", u"x:1:4"_s, u"a quote inside"_s);
        row("NUL byte", QByteArray("a,b\nc\0,d\n", 9), u"x:2:2"_s, u"NUL"_s);
        row("UTF-16 without a byte order mark", QByteArray("a\0,\0", 4), u"x:1:2"_s, u"NUL"_s);
        row("UTF-32", QByteArray("\xff\xfe\0\0a\0\0\0", 8), u"x:1:1"_s, u"NUL"_s);
        row("Latin-1 is not UTF-8", "a,b\nc,caf\xe9,d\n", u"x:2:6"_s, u"not UTF-8"_s);
        row("UTF-8 cut in a character", "a,\xc3", u"x:1:3"_s, u"not UTF-8"_s);
        row("UTF-8 of a surrogate", "\xed\xa0\x80", u"x:1:1"_s, u"not UTF-8"_s);
        row("overlong UTF-8", "ab\xc0\xaf", u"x:1:3"_s, u"not UTF-8"_s);
        row("UTF-16 cut in a character", utf16(u"ab"_s, false).chopped(1), u"x:1:2"_s, u"half a character"_s);
        row("UTF-16 with half a pair", utf16(u"a\n"_s + QChar(0xd83d) + u"b"_s, true), u"x:2:1"_s,
            u"half a character"_s);
        row("a column counts characters, not code units", "\xf0\x9f\x98\x80,\"a\"b\n", u"x:1:6"_s,
            u"after the closing quote"_s);
        row("more than 1,000 columns", QByteArray(1'000, ','), u"x:1:1001"_s, u"more than 1,000 columns"_s);
        row("a field without end", QByteArray(32'768, 'a'), u"x:1:32768"_s, u"more than 32,767 characters"_s);
        row("a quoted field without end", "a,\"" + QByteArray(40'000, '\n') + '"', u"x:1:3"_s,
            u"more than 32,767 characters"_s);
        row("more than 64 MiB", QByteArray((64 << 20) + 1, 'a'), u"x"_s, u"64 MiB"_s);
        row("more rows than a spreadsheet has", QByteArray("a\n").repeated(1'048'577), u"x:1048577:2"_s,
            u"more than 1,048,576 rows"_s);
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, where);
        QFETCH(QString, why);
        const auto read = readCsv(bytes, u"x"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().where, where);
        QVERIFY2(read.error().why.contains(why), qPrintable(read.error().why));
    }

    void takesWhatIsJustAllowed()
    {
        QVERIFY(readCsv(QByteArray(999, ','), u"x"_s));
        QVERIFY(readCsv(QByteArray(32'767, 'a'), u"x"_s));
    }

    void tellsWhereAFieldBegins()
    {
        const auto read = readCsv("\n\"a\nb\",c\n,\U0001F600,\"d\"\n", u"x"_s);
        QVERIFY(read);
        QCOMPARE(read->size(), 2U);
        QCOMPARE((*read)[0].line, 2);
        QCOMPARE((*read)[0].lines, std::vector<int>({2, 3}));
        QCOMPARE((*read)[0].columns, std::vector<int>({1, 4}));
        QCOMPARE((*read)[1].line, 4);
        QCOMPARE((*read)[1].lines, std::vector<int>({4, 4, 4}));
        QCOMPARE((*read)[1].columns, std::vector<int>({1, 2, 4}));
    }

    void keepsBlankLinesOfACopiedColumn()
    {
        const auto read = readCells(u"a\n\nb\n"_s, u'\t', BlankLines::Keep, u"x"_s);
        QVERIFY(read);
        QCOMPARE(shown(*read), u"a /  / b"_s);
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QString>("line");
        QTest::newRow("plain") << QStringList{u"a"_s, u"b c"_s} << u"a,b c\n"_s;
        QTest::newRow("empty fields") << QStringList{u""_s, u""_s} << u",\n"_s;
        QTest::newRow("one empty field is no blank line") << QStringList{u""_s} << u"\"\"\n"_s;
        QTest::newRow("comma, quote") << QStringList{u"a,b"_s, u"\""_s} << u"\"a,b\",\"\"\"\"\n"_s;
        QTest::newRow("line ends") << QStringList{u"a\nb"_s, u"c\rd"_s} << u"\"a\nb\",\"c\rd\"\n"_s;
        QTest::newRow("looks like a formula") << QStringList{u"=1+1"_s, u"-3"_s} << u"=1+1,-3\n"_s;
        QTest::newRow("looks like markup") << QStringList{u"<b>a</b>"_s} << u"<b>a</b>\n"_s;
    }
    void writesWhatItReads()
    {
        QFETCH(QStringList, fields);
        QFETCH(QString, line);
        QCOMPARE(csvLine(fields), line);
        const auto read = readCsv(line.toUtf8(), u"x"_s);
        QVERIFY(read);
        QCOMPARE(read->size(), 1U);
        QCOMPARE(read->front().fields, fields);
    }

    void anyTableIsReadBack()
    {
        const QString letters = u"ab ,\"\n\r;\t=\u00e9\U0001F600"_s;
        QRandomGenerator random(1);
        for (int round = 0; round < 500; ++round) {
            std::vector<QStringList> table(size_t(random.bounded(1, 5)));
            QString text;
            for (QStringList &row : table) {
                for (int n = random.bounded(1, 5); n > 0; --n) {
                    QString field;
                    for (int length = random.bounded(6); length > 0; --length)
                        field += letters.at(random.bounded(letters.size() - 2)); // no half of the last pair
                    row.append(field);
                }
                text += csvLine(row);
            }
            const auto read = readCsv(text.toUtf8(), u"x"_s);
            QVERIFY2(read, qPrintable(text));
            QCOMPARE(read->size(), table.size());
            for (size_t i = 0; i < table.size(); ++i)
                QCOMPARE((*read)[i].fields, table[i]);
        }
    }

    // Whatever the bytes are, they give rows whose places are whole, or a place and a reason.
    void anyBytesAreReadOrRefused()
    {
        const QByteArray bytes("a,\"\n\r\0\xff\xfe\xc3\xa9\xef\xbb\xbf\xf0", 14);
        QRandomGenerator random(2);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray input;
            for (int length = random.bounded(12); length > 0; --length)
                input += bytes.at(random.bounded(bytes.size()));
            const auto read = readCsv(input, u"x"_s);
            if (!read) {
                QVERIFY(read.error().where.startsWith(u"x:"_s) && !read.error().why.isEmpty());
                continue;
            }
            for (const CsvRow &row : *read) {
                QVERIFY(!row.fields.isEmpty() && row.line >= 1);
                QCOMPARE(row.lines.size(), size_t(row.fields.size()));
                QCOMPARE(row.columns.size(), size_t(row.fields.size()));
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Csv)
#include "tst_csv.moc"
