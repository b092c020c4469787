#include "models/items/boardfilter.h"
#include "tests/models/testfile.h"

#include <QtTest>

using namespace liaison;

// Which rows a filter leaves; all that is asked of a value must be true of one and the same cell.
class BoardFilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<BoardFilter>("filter");
        QTest::addColumn<QString>("codes");
        using Observed = BoardFilter::Observed;
        QTest::addRow("nothing asked") << BoardFilter() << u"AN BB GY KN TT"_s;
        QTest::addRow("a code") << BoardFilter{.text = u"gy"_s} << u"GY"_s;
        QTest::addRow("the beginning of a name's word") << BoardFilter{.text = u"tob"_s} << u"TT"_s;
        QTest::addRow("not its middle") << BoardFilter{.text = u"rbados"_s} << QString();
        QTest::addRow("two words, in any order") << BoardFilter{.text = u"nev ST"_s} << u"KN"_s;
        QTest::addRow("met") << BoardFilter{.standing = Standing::Met} << u"BB GY"_s;
        QTest::addRow("on the way") << BoardFilter{.standing = Standing::OnTheWay} << u"TT"_s;
        QTest::addRow("met in one project")
            << BoardFilter{.project = u"4A"_s, .standing = Standing::Met} << u"BB"_s;
        QTest::addRow("stale") << BoardFilter{.observed = Observed::Stale} << u"GY"_s;
        QTest::addRow("in the last year") << BoardFilter{.observed = Observed::LastYear} << u"BB TT"_s;
        QTest::addRow("official") << BoardFilter{.certainty = u"official"_s} << u"TT"_s;
        QTest::addRow("official and met: not of one cell")
            << BoardFilter{.standing = Standing::Met, .certainty = u"official"_s} << QString();
    }
    void rows()
    {
        QFETCH(BoardFilter, filter);
        TestFile file;
        file.observe(u"BB"_s, u"GAC"_s, u"2007-01"_s, Value(u"represented"_s));
        file.observe(u"GY"_s, u"ALS"_s, u"2004"_s, Value(2));
        file.observe(u"TT"_s, u"GAC"_s, u"2006-12"_s, Value(u"observer"_s), {}, u"official"_s);
        const Board board = boardAsOf(file.store(), file.readRegion(), QDate(2007, 2, 15));
        QStringList codes;
        for (size_t row = 0; row < board.rows.size(); ++row) {
            if (filter.showsRow(board, row))
                codes.append(board.rows[row].code);
        }
        QTEST(codes.join(u' '), "codes");
    }

    void columns()
    {
        TestFile file;
        const BoardFilter filter{.project = u"4A"_s};
        for (const Indicator &indicator : indicators(file.store()))
            QCOMPARE(filter.showsColumn(indicator), indicator.projectCode == "4A"_L1);
        QVERIFY(filter.isSet() && !BoardFilter().isSet());
    }
};

QTEST_GUILESS_MAIN(BoardFilterTest)
#include "tst_boardfilter.moc"
