#include "views/reports/pageflow.h"

#include <QRegularExpression>
#include <QTest>

namespace liaison {

class TestPageFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void breaks_data();
    void breaks();
    void headIsRepeated();
    void gapIsDroppedAtTheTop();
};

void TestPageFlow::breaks_data()
{
    using Heights = QList<int>;
    QTest::addColumn<Heights>("heights");
    QTest::addColumn<Heights>("kept"); // pieces that may not be parted from the next
    QTest::addColumn<Heights>("perPage");
    QTest::newRow("nothing: one empty page") << Heights{} << Heights{} << Heights{0};
    QTest::newRow("all fit") << Heights{40, 60} << Heights{} << Heights{2};
    QTest::newRow("one too many") << Heights{40, 60, 1} << Heights{} << Heights{2, 1};
    QTest::newRow("a heading goes with its text") << Heights{60, 30, 30} << Heights{1} << Heights{1, 2};
    QTest::newRow("the last rows go with the totals")
        << Heights{30, 30, 30, 30} << Heights{1, 2} << Heights{1, 3};
    QTest::newRow("kept, but taller than a page") << Heights{50, 50, 50} << Heights{0, 1} << Heights{2, 1};
    QTest::newRow("a piece taller than a page stands alone")
        << Heights{10, 150, 10} << Heights{} << Heights{1, 1, 1};
}

void TestPageFlow::breaks()
{
    QFETCH(QList<int>, heights);
    QFETCH(QList<int>, kept);
    QFETCH(QList<int>, perPage);
    Pieces pieces;
    for (qsizetype i = 0; i < heights.size(); ++i) {
        Piece piece;
        piece.height = heights[i];
        piece.after = kept.contains(i) ? Piece::Break::Never : Piece::Break::Allowed;
        pieces.push_back(piece);
    }
    QList<int> counts;
    for (const PlacedPage &page : flowPages(pieces, 100))
        counts << int(page.size());
    std::vector<size_t> places;
    for (const PlacedPage &page : flowPages(pieces, 100)) {
        for (const PlacedPiece &placed : page)
            places.push_back(placed.place.value());
    }
    QVERIFY(places.size() == pieces.size() && std::is_sorted(places.begin(), places.end()));
    QCOMPARE(counts, perPage);
}

void TestPageFlow::headIsRepeated()
{
    const auto head = std::make_shared<const Piece>(Piece{0, 20, {}, Piece::Break::Never, nullptr});
    Pieces pieces{*head};
    for (int i = 0; i < 10; ++i)
        pieces.push_back(Piece{0, 20, {}, Piece::Break::Allowed, head});
    const auto pages = flowPages(pieces, 100);
    QCOMPARE(pages.size(), size_t(3)); // 4 rows a page
    for (const PlacedPage &page : pages) {
        QCOMPARE(page[0].y, 0.0);
        QCOMPARE(page[1].y, 20.0);
        QVERIFY(page.back().y + page.back().piece.height <= 100);
    }
    QCOMPARE(pages.back().size(), size_t(3));
}

void TestPageFlow::gapIsDroppedAtTheTop()
{
    const auto pages = flowPages({Piece{30, 60, {}, Piece::Break::Allowed, nullptr},
                                     Piece{30, 60, {}, Piece::Break::Allowed, nullptr}},
        100);
    QCOMPARE(pages.size(), size_t(2));
    QCOMPARE(pages[0][0].y, 0.0);
    QCOMPARE(pages[1][0].y, 0.0);
}

} // namespace liaison

QTEST_APPLESS_MAIN(liaison::TestPageFlow)
#include "tst_pageflow.moc"
