#include "app/commands/terminal.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestTerminal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsObeyedByATerminal_data();
    void nothingIsObeyedByATerminal();
    void columnsStandBelowEachOther();
    void jsonEndsWithItsLine();
};

void TestTerminal::nothingIsObeyedByATerminal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addRow("plain text stays") << u"São Tomé & Príncipe"_s << u"São Tomé & Príncipe"_s;
    QTest::addRow("an escape sequence") << u"a\x1b[31mb"_s << u"a\ufffd[31mb"_s;
    QTest::addRow("a bell and a backspace") << u"a\a\b"_s << u"a\ufffd\ufffd"_s;
    QTest::addRow("C1 control") << u"a\u009b31m"_s << u"a\ufffd31m"_s;
    QTest::addRow("turning the direction") << u"a\u202eb\u2066c"_s << u"a\ufffdb\ufffdc"_s;
    QTest::addRow("lines and tabs become spaces") << u"a\nb\tc"_s << u"a b c"_s;
    QTest::addRow("letters beyond the first plane stay") << u"\U0001F3DD"_s << u"\U0001F3DD"_s;
    QTest::addRow("right to left is no control") << u"عربي"_s << u"عربي"_s;
}

void TestTerminal::nothingIsObeyedByATerminal()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(printable(text), shown);
}

void TestTerminal::columnsStandBelowEachOther()
{
    TextTable table({u"code"_s, u"territory"_s, u"ALS"_s});
    table.add({u"CW"_s, u"Curac\u0327ao"_s, u"1"_s}); // the cedilla stands below its letter
    table.add({u"BB"_s, u"Barbados"_s, u""_s});
    table.add({});
    table.add({u"a\nb"_s});
    QCOMPARE(table.toText(),
        QByteArray("code  territory  ALS\nCW    Curac\xcc\xa7" "ao    1\nBB    Barbados\n\na b\n"));
}

void TestTerminal::jsonEndsWithItsLine()
{
    QCOMPARE(jsonText(QJsonArray()), QByteArray("[\n]\n"));
    QCOMPARE(jsonText(QJsonObject{{u"a"_s, u"é\n"_s}}), QByteArray("{\n    \"a\": \"\xc3\xa9\\n\"\n}\n"));
}

QTEST_GUILESS_MAIN(TestTerminal)
#include "tst_terminal.moc"
