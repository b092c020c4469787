#include "tests/views/map/mapfixture.h"

#include "views/map/mappane.h"
#include "views/map/mapview.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace liaison;
using namespace Qt::StringLiterals;

// The map beside the board, by mouse and keys.
class MapViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        open({{}, {}, u"caribbean-2007"_s});
        m_fixture->showDate(u"2007-02-15"_s);
    }
    void cleanup()
    {
        m_pane.reset();
        m_fixture.reset();
    }

    void aClickFindsTheRow_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("date");
        // Beside a board in a window of 1280 x 800.
        for (const auto *code : {"AI", "MS", "KN", "VG", "VI", "AG", "AN", "BM", "GY", "TT", "JM"})
            QTest::addRow("%s of the example", code) << QString::fromLatin1(code) << u"2007-02-15"_s;
        for (const auto *code : {"AI", "MF", "SX", "BL", "MS", "KN", "VG", "VI", "AG", "BQ", "CW"})
            QTest::addRow("%s of all 33", code) << QString::fromLatin1(code) << u"2012-01-01"_s;
    }
    void aClickFindsTheRow()
    {
        QFETCH(QString, code);
        QFETCH(QString, date);
        if (date != u"2007-02-15"_s)
            open({u"caribbean"_s, {}, {}});
        m_fixture->showDate(date);
        QCOMPARE(m_fixture->model->rowCount(), date == u"2007-02-15"_s ? 27 : 33);
        m_fixture->selection->setCurrentIndex(
            m_fixture->model->index(0, m_fixture->column(u"ccNSO"_s)), QItemSelectionModel::ClearAndSelect);
        click(code);
        QCOMPARE(m_fixture->currentCode(), code);
        QCOMPARE(m_fixture->selection->currentIndex().column(), m_fixture->column(u"ccNSO"_s));
        QCOMPARE(m_fixture->selection->selectedIndexes().size(), 1);
    }

    void everySymbolOfTheRegionIsFound_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addRow("beside a board at 1280 x 800") << QSize(620, 360);
        QTest::addRow("beside a board at 1440 x 900") << QSize(697, 449);
        QTest::addRow("alone") << QSize(1240, 660);
    }
    void everySymbolOfTheRegionIsFound()
    {
        QFETCH(QSize, size);
        open({u"caribbean"_s, {}, {}});
        m_fixture->showDate(u"2012-01-01"_s);
        m_pane->resize(size + QSize(0, 32));
        for (int row = 0; row < m_fixture->model->rowCount(); ++row) {
            const QString code = m_fixture->model->index(row, BoardModel::CodeColumn).data().toString();
            click(code);
            QCOMPARE(m_fixture->currentCode(), code);
        }
    }

    void landIsClickedToo()
    {
        // Southern Cuba, far from its symbol; the sea is nobody's.
        const QPointF cuba = at(-76.5, 20.4);
        QTest::mouseClick(view(), Qt::LeftButton, {}, cuba.toPoint());
        QCOMPARE(m_fixture->currentCode(), u"CU"_s);
        QTest::mouseClick(view(), Qt::LeftButton, {}, at(-76, 15.5).toPoint());
        QCOMPARE(m_fixture->currentCode(), u"CU"_s);
    }

    void theDissolvedOwnsTheLandOfItsSuccessors()
    {
        // Curaçao, Bonaire and, in the north, Sint Maarten were the Netherlands Antilles.
        QTest::mouseClick(view(), Qt::LeftButton, {}, at(-68.3, 12.2).toPoint());
        QCOMPARE(m_fixture->currentCode(), u"AN"_s);
        QCOMPARE(view()->scene().content().places[size_t(m_fixture->row(u"AN"_s))].points.size(), size_t(2));
    }

    void ctrlClickSelectsMore()
    {
        click(u"JM"_s);
        click(u"HT"_s, Qt::ControlModifier);
        click(u"CU"_s, Qt::ControlModifier);
        QCOMPARE(selectedCodes(), (QStringList{u"CU"_s, u"HT"_s, u"JM"_s}));
        click(u"HT"_s, Qt::ControlModifier);
        QCOMPARE(selectedCodes(), (QStringList{u"CU"_s, u"JM"_s}));
    }

    void aBoxSelectsWhatIsInIt()
    {
        const QPoint from = (symbol(u"HT"_s) - QPointF(15, 15)).toPoint();
        const QPoint to = (symbol(u"DO"_s) + QPointF(15, 15)).toPoint();
        QTest::mousePress(view(), Qt::LeftButton, Qt::ShiftModifier, from);
        drag((from + to) / 2, Qt::ShiftModifier);
        drag(to, Qt::ShiftModifier);
        QTest::mouseRelease(view(), Qt::LeftButton, Qt::ShiftModifier, to);
        QCOMPARE(selectedCodes(), (QStringList{u"DO"_s, u"HT"_s}));
    }

    void theBoardLeads()
    {
        m_fixture->goTo(u"GY"_s, u"GAC"_s);
        QCOMPARE(view()->column(), m_fixture->column(u"GAC"_s));
        QCOMPARE(view()->scene().content().indicator, u"GAC"_s);
        const auto &legend = view()->scene().content().legend;
        QCOMPARE(legend.front().text, u"represented"_s);
        QCOMPARE(legend.front().count, 2);
        m_fixture->selection->setCurrentIndex(
            m_fixture->model->index(3, BoardModel::NameColumn), QItemSelectionModel::ClearAndSelect);
        QCOMPARE(view()->scene().content().indicator, u"ALS"_s); // no indicator: the first one
    }

    // The same figures as under the board.
    void theLegendCountsAsTheTotals()
    {
        for (size_t i = 0; i < m_fixture->model->board().indicators.size(); ++i) {
            m_fixture->selection->setCurrentIndex(
                m_fixture->model->index(0, BoardModel::FirstIndicatorColumn + int(i)),
                QItemSelectionModel::ClearAndSelect);
            const BoardTotal &total = m_fixture->model->board().totals[i];
            std::map<Standing, int> counts;
            int all = 0;
            for (const auto &entry : view()->scene().content().legend) {
                counts[entry.standing] += entry.count;
                all += entry.count;
            }
            QCOMPARE(counts[Standing::Met], total.met);
            QCOMPARE(counts[Standing::OnTheWay], total.onTheWay);
            QCOMPARE(counts[Standing::NotMet], total.notMet);
            QCOMPARE(counts[Standing::Unknown], total.unknown);
            QCOMPARE(counts[Standing::NotApplicable], total.notApplicable);
            QCOMPARE(all, m_fixture->model->rowCount());
        }
    }

    void anEditIsFollowed()
    {
        m_fixture->goTo(u"CU"_s, u"GAC"_s);
        QCOMPARE(standing(u"CU"_s), Standing::Unknown);
        view()->grab();
        view()->scene().zoomAt({300, 200}, 2);
        view()->scene().placeLabels();
        view()->grab();
        const MapTransform looked = view()->scene().transform();
        QVERIFY(m_fixture->model->setData(m_fixture->selection->currentIndex(), u"represented"_s));
        QCOMPARE(standing(u"CU"_s), Standing::Met);
        QCOMPARE(view()->scene().content().legend.front().count, 3);
        QVERIFY(view()->scene().transform() == looked); // one stays where one looked
        // The picture is that of a map that never showed anything else.
        const QImage followed = view()->grab().toImage();
        MapView fresh(*m_fixture->model, *m_fixture->selection);
        fresh.resize(view()->size());
        fresh.scene().zoomAt({300, 200}, 2);
        fresh.scene().placeLabels();
        QCOMPARE(different(fresh.grab().toImage(), followed), 0);
    }

    void theDateIsFollowed()
    {
        QVERIFY(m_fixture->row(u"CW"_s) < 0);
        m_fixture->showRegion(u"AN,CW,SX,BQ,AW"_s);
        QCOMPARE(view()->scene().content().places.size(), size_t(2));
        m_fixture->showDate(u"2010-10-10"_s);
        QCOMPARE(view()->scene().content().places.size(), size_t(4));
    }

    void aTerritoryOwnsThoseThatHaveNoCodeYet_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QStringList>("shapes");
        QTest::addRow("Saint-Martin still is Guadeloupe's")
            << u"2007-07-14"_s << QStringList{u"GP"_s, u"BL"_s, u"MF"_s};
        QTest::addRow("the day they part") << u"2007-07-15"_s << QStringList{u"GP"_s};
    }
    void aTerritoryOwnsThoseThatHaveNoCodeYet()
    {
        QFETCH(QString, date);
        QFETCH(QStringList, shapes);
        m_fixture->showDate(date);
        const auto &place = view()->scene().content().places[size_t(m_fixture->row(u"GP"_s))];
        QCOMPARE(place.shapes, shapes);
        QCOMPARE(place.points.size(), size_t(1)); // it stays, so its symbol stands on itself
    }

    void theLegendFilters()
    {
        m_fixture->goTo(u"JM"_s, u"ccNSO"_s);
        MapScene &scene = view()->scene();
        QSignalSpy spy(view(), &MapView::filterChanged);
        const auto clickEntry = [&](size_t entry) {
            QTest::mouseClick(view(), Qt::LeftButton, {}, scene.legend().entryRect(entry).center().toPoint());
        };
        clickEntry(0);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(scene.shown(), QSet<QString>{u"active"_s});
        QVERIFY(scene.isShown(size_t(m_fixture->row(u"JM"_s))));
        QVERIFY(!scene.isShown(size_t(m_fixture->row(u"HT"_s))));
        clickEntry(1);
        QVERIFY(scene.isShown(size_t(m_fixture->row(u"HT"_s))));
        clickEntry(0);
        clickEntry(1);
        QVERIFY(scene.shown().isEmpty());
        clickEntry(0);
        m_fixture->goTo(u"JM"_s, u"GAC"_s); // has other levels
        QVERIFY(view()->scene().shown().isEmpty());
        QCOMPARE(m_fixture->currentCode(), u"JM"_s);
    }

    void arrowsGoToTheNeighbour()
    {
        m_fixture->goTo(u"HT"_s, u"ccNSO"_s);
        view()->setFocus();
        const auto press = [&](Qt::Key key) {
            QTest::keyClick(view(), key);
            return m_fixture->currentCode();
        };
        QCOMPARE(press(Qt::Key_Right), u"DO"_s);
        QCOMPARE(press(Qt::Key_Right), u"PR"_s);
        QCOMPARE(press(Qt::Key_Left), u"DO"_s);
        QCOMPARE(press(Qt::Key_Left), u"HT"_s);
        QCOMPARE(press(Qt::Key_Left), u"CU"_s);
        QCOMPARE(press(Qt::Key_Down), u"JM"_s);
        QCOMPARE(press(Qt::Key_Home), u"AG"_s);
        QCOMPARE(press(Qt::Key_End), u"VG"_s);
        QCOMPARE(m_fixture->selection->currentIndex().column(), m_fixture->column(u"ccNSO"_s));
    }

    // From any territory to any other one, by arrows alone.
    void keysReachAll()
    {
        MapScene &scene = view()->scene();
        const size_t count = scene.content().places.size();
        QSet<size_t> reached{0};
        QList<size_t> open{0};
        while (!open.isEmpty()) {
            const size_t from = open.takeFirst();
            for (const auto way : {MapScene::Direction::North, MapScene::Direction::South,
                     MapScene::Direction::East, MapScene::Direction::West}) {
                const auto to = scene.neighbour(from, way);
                if (to && !reached.contains(*to)) {
                    reached.insert(*to);
                    open.append(*to);
                }
            }
        }
        QStringList missed;
        for (size_t i = 0; i < count; ++i) {
            if (!reached.contains(i))
                missed.append(scene.content().places[i].code);
        }
        QCOMPARE(missed, QStringList());
    }

    void zoomingAndPanning()
    {
        MapScene &scene = view()->scene();
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Plus);
        QVERIFY(scene.zoom() > 1.2);
        QTest::keyClick(view(), Qt::Key_Minus);
        QVERIFY(scene.isFitted());
        QTest::keyClick(view(), Qt::Key_Minus);
        QVERIFY(scene.isFitted()); // the region is the widest view

        // Under the pointer nothing moves.
        const QPointF jamaica = symbol(u"JM"_s);
        const QPointF before = scene.transform().unmap(jamaica);
        wheel(jamaica, 360);
        QVERIFY(scene.zoom() > 1.9);
        QVERIFY(scene.transform().map(before).toPoint() == jamaica.toPoint());
        QCOMPARE(scene.placeAt(jamaica), std::optional<size_t>(m_fixture->row(u"JM"_s)));
        wheel(jamaica, 120);
        QTRY_VERIFY(view()->isSettled());

        const QPointF origin = scene.transform().origin();
        QTest::mousePress(view(), Qt::LeftButton, {}, QPoint(300, 200));
        drag({310, 200});
        drag({360, 240});
        QTest::mouseRelease(view(), Qt::LeftButton, {}, QPoint(360, 240));
        QCOMPARE((scene.transform().origin() - origin).toPoint(), QPoint(60, 40));
        QTest::keyClick(view(), Qt::Key_0);
        QVERIFY(scene.isFitted());
    }

    // While it moves the picture may be rough, then it is the one painted from scratch.
    void itGetsSharpAgain()
    {
        view()->grab();
        wheel({300, 200}, 240);
        view()->grab();
        QTRY_VERIFY(view()->isSettled());
        const QImage settled = view()->grab().toImage();
        QImage fresh(settled.size(), settled.format());
        QPainter painter(&fresh);
        view()->scene().paint(&painter);
        painter.end();
        // Tiles begin on whole pixels: an edge may be lighter or darker, nothing is elsewhere.
        const int count = different(fresh, settled);
        QVERIFY2(count < fresh.width() * fresh.height() / 100, qPrintable(QString::number(count)));
    }

    void aChosenTerritoryComesIntoView()
    {
        view()->setFocus();
        m_fixture->goTo(u"BZ"_s, u"ccNSO"_s);
        wheel(symbol(u"BZ"_s), 1200);
        QTest::keyClick(view(), Qt::Key_End);
        QVERIFY(QRectF(view()->rect()).contains(symbol(u"VG"_s)));
    }

    void theHeadSaysWhatIsShown()
    {
        m_fixture->goTo(u"JM"_s, u"ccNSO"_s);
        QStringList texts;
        for (const auto *label : m_pane->findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY(texts.contains(u"Map"_s));
        QVERIFY(texts.contains(
            m_fixture->model->headerData(m_fixture->column(u"ccNSO"_s), Qt::Horizontal, ProjectRole)
                .toString()));
        QVERIFY(texts.contains(u"ccNSO, ccTLD forum"_s));
    }

    void tilesShowEveryTerritoryTheSame()
    {
        m_fixture->goTo(u"JM"_s, u"ccNSO"_s);
        QTest::mouseClick(m_pane->findChild<QToolButton *>(objectNames::tilesButton), Qt::LeftButton);
        QCOMPARE(view()->picture(), MapView::Picture::Tiles);
        const auto tile = [&](const char *code) {
            return view()->placeRect(size_t(m_fixture->row(QString::fromLatin1(code))));
        };
        for (int row = 0; row < m_fixture->model->rowCount(); ++row) {
            const QRectF rect = view()->placeRect(size_t(row));
            QCOMPARE(rect.size(), tile("JM").size());
            QVERIFY(QRectF(view()->rect()).contains(rect));
            QTest::mouseClick(view(), Qt::LeftButton, {}, rect.center().toPoint());
            QCOMPARE(m_fixture->selection->currentIndex().row(), row);
        }
        QVERIFY(tile("BM").top() < tile("CU").top());
        QVERIFY(tile("HT").left() < tile("DO").left());
        QVERIFY(tile("GY").top() > tile("JM").top());
        view()->setFocus();
        m_fixture->goTo(u"HT"_s, u"ccNSO"_s);
        QTest::keyClick(view(), Qt::Key_Right);
        QCOMPARE(m_fixture->currentCode(), u"DO"_s);
        view()->grab();
        const Board &board = m_fixture->model->board();
        const auto &totals = view()->scene().content().totals;
        QCOMPARE(totals.size(), board.indicators.size());
        for (size_t i = 0; i < totals.size(); ++i) {
            QCOMPARE(totals[i].title, board.indicators[i].title);
            QVERIFY(totals[i].counts == board.totals[i]);
        }
        QTest::mouseClick(m_pane->findChild<QToolButton *>(objectNames::geographyButton), Qt::LeftButton);
        QCOMPARE(view()->picture(), MapView::Picture::Geography);
    }

    void isReadAloud()
    {
        m_fixture->goTo(u"JM"_s, u"ccNSO"_s);
        view()->setFocus();
        QAccessibleInterface *map = QAccessible::queryAccessibleInterface(view());
        QVERIFY(map);
        QCOMPARE(map->role(), QAccessible::List);
        QVERIFY(map->text(QAccessible::Name).contains(u"ccNSO"_s));
        QCOMPARE(map->childCount(), 27);
        const int row = m_fixture->row(u"JM"_s);
        QAccessibleInterface *jamaica = map->child(row);
        QVERIFY2(jamaica->text(QAccessible::Name).startsWith(u"Jamaica, ccNSO: active"_s),
            qPrintable(jamaica->text(QAccessible::Name)));
        QVERIFY(jamaica->state().selected && jamaica->state().focused);
        QCOMPARE(map->focusChild(), jamaica);
        QCOMPARE(map->indexOfChild(jamaica), row);
        QAccessibleInterface *haiti = map->child(m_fixture->row(u"HT"_s));
        QVERIFY(!haiti->state().selected);
        QCOMPARE(map->childAt(haiti->rect().center().x(), haiti->rect().center().y()), haiti);
        haiti->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(m_fixture->currentCode(), u"HT"_s);
        m_fixture->showRegion(u"BB"_s);
        QCOMPARE(map->childCount(), 1);
        QVERIFY(!haiti->isValid() || haiti->text(QAccessible::Name).startsWith(u"Barbados"_s));
    }

    void isNeverMirrored()
    {
        const QPointF before = symbol(u"JM"_s);
        m_pane->setLayoutDirection(Qt::RightToLeft);
        view()->grab();
        QCOMPARE(symbol(u"JM"_s), before);
    }

    void oddRegions_data()
    {
        QTest::addColumn<QString>("codes");
        QTest::addRow("one island") << u"BB"_s;
        QTest::addRow("one that is only a point") << u"VA"_s;
        QTest::addRow("on both sides of the antimeridian") << u"FJ,TO,WS,KI,NZ"_s;
        QTest::addRow("at the pole") << u"AQ,FK,GS"_s;
        QTest::addRow("lands as wide as the world") << u"RU,US,AQ,NZ,FJ"_s;
    }
    void oddRegions()
    {
        QFETCH(QString, codes);
        m_fixture->showRegion(codes);
        view()->grab();
        MapScene &scene = view()->scene();
        QCOMPARE(scene.content().places.size(), size_t(codes.count(u',') + 1));
        for (const QString &code : codes.split(u',')) {
            const QPointF point = symbol(code);
            QVERIFY2(QRectF(view()->rect()).contains(point), qPrintable(code));
            QCOMPARE(scene.placeAt(point), std::optional<size_t>(m_fixture->row(code)));
        }
    }

    void anEmptyBoardIsAnEmptyMap()
    {
        m_fixture->showRegion(u"CW"_s); // not yet
        QCOMPARE(m_fixture->model->rowCount(), 0);
        view()->grab();
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Home, Qt::Key_Plus, Qt::Key_0})
            QTest::keyClick(view(), key);
        QVERIFY(!m_fixture->selection->currentIndex().isValid());
    }

private:
    void open(const NewFileOptions &options)
    {
        m_pane.reset();
        m_fixture = std::make_unique<MapFixture>(options);
        m_pane = std::make_unique<MapPane>(m_fixture->editor(), *m_fixture->model, *m_fixture->selection);
        m_pane->resize(697, 449 + 32);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
    }
    MapView *view() const { return m_pane->view(); }
    QPointF symbol(const QString &code) const
    {
        const auto at = view()->scene().symbolOf(size_t(m_fixture->row(code)));
        return at.value_or(QPointF(-1000, -1000));
    }
    QPointF at(double longitude, double latitude) const
    {
        return view()->scene().transform().map(sheetPoint(longitude, latitude));
    }
    // Pixels that anybody would see to be different.
    static int different(const QImage &a, const QImage &b)
    {
        int count = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 32 ? 1 : 0;
        }
        return count;
    }
    Standing standing(const QString &code) const
    {
        return view()->scene().content().places[size_t(m_fixture->row(code))].standing;
    }
    void click(const QString &code, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(view(), Qt::LeftButton, modifiers, symbol(code).toPoint());
    }
    // QTest::mouseMove() knows no buttons.
    void drag(QPoint to, Qt::KeyboardModifiers modifiers = {}) const
    {
        QMouseEvent event(
            QEvent::MouseMove, to, view()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(view(), &event);
    }
    void wheel(QPointF at, int turned) const
    {
        QWheelEvent event(
            at, view()->mapToGlobal(at), {}, {0, turned}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view(), &event);
    }
    QStringList selectedCodes() const
    {
        QSet<QString> codes;
        for (const QModelIndex &index : m_fixture->selection->selectedIndexes())
            codes.insert(m_fixture->model->index(index.row(), BoardModel::CodeColumn).data().toString());
        QStringList sorted(codes.begin(), codes.end());
        sorted.sort();
        return sorted;
    }

    std::unique_ptr<MapFixture> m_fixture;
    std::unique_ptr<MapPane> m_pane;
};

QTEST_MAIN(MapViewTest)
#include "tst_mapview.moc"
