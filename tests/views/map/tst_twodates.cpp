#include "tests/views/map/mapfixture.h"

#include "models/domain/fields.h"
#include "models/figures/compare.h"
#include "views/map/earliermap.h"
#include "views/map/mappane.h"
#include "views/map/mapview.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"
#include "views/widgets/datebox.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QToolButton>

using namespace liaison;
using namespace Qt::StringLiterals;

// The same map on two days, side by side.
class TwoDatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_fixture = std::make_unique<MapFixture>();
        m_fixture->showDate(u"2017-06-01"_s);
        m_fixture->goTo(u"BB"_s, u"GAC"_s);
        m_pane = std::make_unique<MapPane>(m_fixture->editor(), *m_fixture->model, *m_fixture->selection);
        m_pane->resize(1100, 600);
        m_pane->show();
        m_pane->findChild<QToolButton *>(objectNames::twoDatesButton)->click();
        QVERIFY(m_pane->earlier());
        m_pane->earlier()->setDate(PartialDate(QDate(2007, 2, 15)));
        QVERIFY(!m_pane->grab().isNull()); // laid out
    }
    void cleanup()
    {
        m_pane.reset();
        m_fixture.reset();
    }

    // On both sides the legend counts what the board of that day counts, and what is marked is what compare
    // names.
    void theFiguresAreTheBoards_data()
    {
        QTest::addColumn<QString>("indicator");
        QTest::addColumn<QDate>("earlier");
        for (const QString &indicator : {u"ALS"_s, u"GAC"_s, u"AF/EoL"_s, u"ccNSO"_s}) {
            for (const QDate day :
                {QDate(2007, 2, 14), QDate(2007, 2, 15), QDate(2010, 10, 9), QDate(2015, 1, 1)})
                QTest::addRow("%s since %s", qPrintable(indicator), qPrintable(day.toString(Qt::ISODate)))
                    << indicator << day;
        }
    }
    void theFiguresAreTheBoards()
    {
        QFETCH(QString, indicator);
        QFETCH(QDate, earlier);
        m_fixture->goTo(u"BB"_s, indicator);
        m_pane->earlier()->setDate(PartialDate(earlier));
        const Region region = m_fixture->model->board().region;
        const auto check = [&](MapView *view, QDate day) {
            const Board board = boardAsOf(m_fixture->store(), region, day);
            const auto column = std::find_if(board.indicators.begin(), board.indicators.end(),
                [&](const Indicator &each) { return each.code == indicator; });
            const BoardTotal &total = board.totals[static_cast<size_t>(column - board.indicators.begin())];
            int met = 0;
            int unknown = 0;
            int all = 0;
            for (const MapContent::Entry &entry : view->scene().content().legend) {
                all += entry.count;
                met += entry.standing == Standing::Met ? entry.count : 0;
                unknown += entry.standing == Standing::Unknown ? entry.count : 0;
            }
            QCOMPARE(met, total.met);
            QCOMPARE(unknown, total.unknown);
            QCOMPARE(all, static_cast<int>(board.rows.size()));
        };
        check(m_pane->view(), QDate(2017, 6, 1));
        check(m_pane->earlier()->view(), earlier);
        int turned = 0;
        for (const BoardChange &change : boardChanges(m_fixture->store(), region, earlier, QDate(2017, 6, 1)))
            turned += change.indicator == indicator && m_fixture->row(change.code) >= 0 ? 1 : 0;
        QCOMPARE(m_pane->earlier()->turned(), turned);
        const auto *label = m_pane->findChild<QLabel *>(objectNames::earlierLabel);
        QVERIFY2(label->text().startsWith(QString::number(turned)), qPrintable(label->text()));
        QVERIFY(!m_pane->grab().isNull());
    }

    void theSelectionIsOne()
    {
        MapView *earlier = m_pane->earlier()->view();
        QCOMPARE(earlier->selection().currentIndex().data(CodeRole).toString(), u"BB"_s);
        const auto point = earlier->scene().symbolOf(placeOf(earlier, u"TT"_s));
        QTest::mouseClick(earlier, Qt::LeftButton, {}, point->toPoint());
        QCOMPARE(earlier->selection().currentIndex().data(CodeRole).toString(), u"TT"_s);
        QCOMPARE(m_fixture->currentCode(), u"TT"_s);
        QCOMPARE(m_fixture->selection->currentIndex().column(), m_fixture->column(u"GAC"_s));
        m_fixture->goTo(u"GY"_s, u"ccNSO"_s);
        QCOMPARE(earlier->selection().currentIndex().data(CodeRole).toString(), u"GY"_s);
        QCOMPARE(earlier->scene().content().indicator, m_pane->view()->scene().content().indicator);
        // AN is on the earlier map only.
        QTest::mouseClick(
            earlier, Qt::LeftButton, {}, earlier->scene().symbolOf(placeOf(earlier, u"AN"_s))->toPoint());
        QCOMPARE(earlier->selection().currentIndex().data(CodeRole).toString(), u"AN"_s);
    }

    void bothShowTheSamePart()
    {
        MapView *later = m_pane->view();
        MapView *earlier = m_pane->earlier()->view();
        later->zoomBy(4);
        QCOMPARE(earlier->scene().transform().scale(), later->scene().transform().scale());
        const auto jamaica = [](MapView *view, const QString &code) {
            return *view->scene().symbolOf(placeOf(view, code)) - QPointF(view->width(), view->height()) / 2;
        };
        QVERIFY((jamaica(earlier, u"BB"_s) - jamaica(later, u"BB"_s)).manhattanLength() < 3);
        earlier->showAll();
        QVERIFY(later->scene().isFitted());
        m_pane->findChild<QToolButton *>(objectNames::tilesButton)->click();
        QCOMPARE(earlier->picture(), MapView::Picture::Tiles);
        QVERIFY(!m_pane->grab().isNull());
    }

    void theEarlierDayIsEarlier()
    {
        QLineEdit *edit = m_pane->earlier()->dateBox()->edit();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"2018"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_pane->earlier()->model().asOf().toIso(), u"2007-02-15"_s);
        QVERIFY(m_pane->findChild<QLabel *>(objectNames::earlierLabel)->text().contains(u"1 Jun 2017"_s));
        edit->selectAll();
        QTest::keyClicks(edit, u"2010"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_pane->earlier()->model().asOf().toIso(), u"2010"_s);
        // The later one goes before it: it stays the earlier one.
        m_fixture->showDate(u"2008-01-01"_s);
        QVERIFY(m_pane->earlier()->model().asOf().lastDay() < QDate(2008, 1, 1));
        QCOMPARE(m_pane->findChild<QLabel *>(objectNames::laterDateLabel)->text(), u"1 Jan 2008"_s);
    }

    // Also when the text grows while they are there.
    void bothMapsStandLevel()
    {
        const auto top = [&](const QWidget *map) { return map->mapTo(m_pane.get(), QPoint()).y(); };
        const int before = top(m_pane->view());
        QCOMPARE(top(m_pane->earlier()->view()), before);
        applyStyle(*qApp, Theme::Light, 2);
        const bool isLevel = QTest::qWaitFor(
            [&] {
                return top(m_pane->earlier()->view()) >= before + 32 + EarlierMap::headHeight() / 2
                    && top(m_pane->view()) == top(m_pane->earlier()->view());
            },
            2000);
        applyStyle(*qApp, Theme::Light, 1);
        QVERIFY(isLevel);
    }

    void oneDateAgain()
    {
        const auto hasMarks = [&] {
            const auto &places = m_pane->view()->scene().content().places;
            return std::any_of(
                places.begin(), places.end(), [](const auto &each) { return each.turn.has_value(); });
        };
        QVERIFY(hasMarks());
        m_pane->findChild<QToolButton *>(objectNames::twoDatesButton)->click();
        QVERIFY(!m_pane->earlier());
        QVERIFY(!hasMarks());
        m_fixture->showDate(u"2008-01-01"_s); // nothing follows any more
        QVERIFY(!m_pane->grab().isNull());
    }

    // Which of the two boards follows first is nobody's business.
    void anotherIndicatorComesToBoth()
    {
        const int before = m_fixture->model->columnCount();
        Draft draft(u"Show training"_s);
        for (const Record &indicator : m_fixture->store().read({.entity = fields::indicator::entity})) {
            if (indicator.value(fields::indicator::code).text() == u"training"_s)
                draft.edit(indicator, {{fields::indicator::onBoard, Value(true)}});
        }
        QVERIFY(m_fixture->store().commit(draft));
        QCOMPARE(m_fixture->model->columnCount(), before + 1);
        QCOMPARE(m_pane->earlier()->model().columnCount(), before + 1);
        m_fixture->goTo(u"BB"_s, u"training"_s);
        QCOMPARE(m_pane->earlier()->turned(), 0);
        QVERIFY(!m_pane->grab().isNull());
    }

private:
    static size_t placeOf(MapView *view, const QString &code)
    {
        const auto &places = view->scene().content().places;
        for (size_t i = 0; i < places.size(); ++i) {
            if (places[i].code == code)
                return i;
        }
        qFatal("no such place");
    }

    std::unique_ptr<MapFixture> m_fixture;
    std::unique_ptr<MapPane> m_pane;
};

QTEST_MAIN(TwoDatesTest)
#include "tst_twodates.moc"
