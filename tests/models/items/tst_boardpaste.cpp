#include "models/items/boardpaste.h"

#include "models/figures/territorynames.h"
#include "tests/models/testfile.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// On 15 February 2007 the board reads AN BB GY KN TT by ALS GAC AF/EoL ccNSO.
class tst_BoardPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_board = boardAsOf(m_file.store(), m_file.readRegion(), QDate(2007, 2, 15));
        m_names = std::make_unique<TerritoryNames>(m_file.store());
        QCOMPARE(m_board.rows.size(), 5U);
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    // Laid at GY, GAC unless said.
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("cells");
        const auto row = [](const char *name, const QString &text, const QString &cells,
                             const QString &at = u"GY GAC"_s) { QTest::newRow(name) << text << at << cells; };
        row("nothing", u""_s, u""_s);
        row("only empty cells", u"\t\n\t\n"_s, u""_s);
        row("one cell", u"observer"_s, u"GY GAC observer"_s);
        row("one cell with a line end", u"observer\n"_s, u"GY GAC observer"_s);
        row("CRLF", u"observer\r\nnone\r\n"_s, u"GY GAC observer, KN GAC none"_s);
        row("rightwards and down", u"observer\tAF signed\nnone\tnone"_s,
            u"GY GAC observer, GY AF/EoL AF signed, KN GAC none, KN AF/EoL none"_s);
        row("an empty cell says nothing", u"\tAF signed\nnone\t"_s, u"GY AF/EoL AF signed, KN GAC none"_s);
        row("an empty line keeps its row", u"observer\n\nnone"_s, u"GY GAC observer, TT GAC none"_s);
        row("unknown is said", u"unknown"_s, u"GY GAC unknown"_s);
        row("not applicable is said", u"n/a"_s, u"GY GAC n/a"_s);
        row("quoted cell", u"\"observer\""_s, u"GY GAC observer"_s);
        row("rows by name", u"Barbados\tobserver\nTrinidad and Tobago\tnone"_s,
            u"BB GAC observer, TT GAC none"_s);
        row("rows by code, two columns of values", u"TT\tnone\tAF signed"_s,
            u"TT GAC none, TT AF/EoL AF signed"_s);
        row("rows by code and name", u"BB\tBarbados\tobserver\nGY\tGuyana\tnone"_s,
            u"BB GAC observer, GY GAC none"_s);
        row("rows by name, an empty line between", u"Barbados\tobserver\n\t\nGuyana\tnone"_s,
            u"BB GAC observer, GY GAC none"_s);
        row("rows by name, blanks around", u" Barbados \t observer "_s, u"BB GAC observer"_s);
        row("counts by code", u"BB\t3\nGY\t0"_s, u"BB ALS 3, GY ALS 0"_s, u"AN ALS"_s);
        row("a count is no name", u"3\tobserver"_s, u"AN ALS 3, AN GAC observer"_s, u"AN ALS"_s);
        row("empty cells beyond the board", u"active\t\t\n\t\t\n\n\n\n\n\n"_s, u"GY ccNSO active"_s,
            u"GY ccNSO"_s);
    }
    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QString, at);
        QFETCH(QString, cells);
        const auto read = readAt(at, text);
        QVERIFY2(read, read ? "" : qPrintable(read.error().message()));
        QStringList shown;
        for (const PastedCell &cell : *read) {
            const Indicator &indicator = m_board.indicators[cell.indicator];
            shown.append(u"%1 %2 %3"_s.arg(
                m_board.rows[cell.row].code, indicator.code, indicator.readingText(cell.reading)));
        }
        QCOMPARE(shown.join(u", "_s), cells);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QString &text, const char *message) {
            QTest::newRow(name) << text << QString::fromUtf8(message);
        };
        row("a level that is none", u"king"_s,
            "cannot paste: row 1, column 1: Guyana, value not understood: GAC");
        row("the second of a column", u"observer\nking"_s,
            "row 2, column 1: St. Kitts & Nevis, value not understood");
        row("beside a good one", u"observer\tking"_s,
            "row 1, column 2: Guyana, value not understood: AF/EoL");
        row("below the board", u"none\nnone\nnone\nnone"_s, "row 4, column 1: below the last row");
        row("beyond the board", u"none\tnone\tnone\tnone"_s, "row 1, column 4: beyond the last column");
        row("an unknown territory", u"Atlantis\tnone"_s, "row 1, column 1: unknown territory: Atlantis");
        row("a name of two territories", u"St Martin\tnone"_s, "row 1, column 1: more than one territory");
        row("a territory of another region", u"Greece\tnone"_s,
            "row 1, column 1: Greece is not on this board");
        row("a territory of another time", u"CW\tnone"_s,
            "row 1, column 1: Cura\u00e7ao is not on this board");
        row("a territory twice", u"BB\tnone\nBarbados\tobserver"_s, "row 2, column 1: Barbados stands twice");
        row("a row without its name", u"BB\tnone\n\tobserver"_s, "row 2, column 1: no territory");
        row("a bad cell in a named row", u"GY\tnone\nBB\tking"_s,
            "row 2, column 2: Barbados, value not understood");
        row("names without values", u"BB\tBarbados\nGY\tGuyana"_s,
            "row 1, column 2: Barbados, value not understood");
        row("a formula", u"=1+1"_s, "row 1, column 1: Guyana, value not understood: GAC: “=1+1”");
        row("quote never closed", u"\"none"_s, "clipboard:1:1: a quote is opened");
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const auto read = readAt(u"GY GAC"_s, text);
        QVERIFY(!read);
        QVERIFY2(read.error().message().contains(message), qPrintable(read.error().message()));
    }

    void writesWhatItReads()
    {
        const std::vector<QStringList> rows{{u"a"_s, u""_s}, {u"b\tc"_s, u"say \"no\""_s}};
        QCOMPARE(blockText(rows), u"a\t\n\"b\tc\"\t\"say \"\"no\"\"\"\n"_s);
    }

private:
    Result<std::vector<PastedCell>> readAt(const QString &at, const QString &text) const
    {
        const QStringList words = at.split(u' ');
        size_t row = 0, indicator = 0;
        while (m_board.rows[row].code != words.at(0))
            ++row;
        while (m_board.indicators[indicator].code != words.at(1))
            ++indicator;
        return readPastedBlock(m_board, *m_names, text, row, indicator);
    }

    TestFile m_file;
    Board m_board;
    std::unique_ptr<TerritoryNames> m_names;
};

QTEST_GUILESS_MAIN(tst_BoardPaste)
#include "tst_boardpaste.moc"
