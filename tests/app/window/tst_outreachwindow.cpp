#include "models/domain/fields.h"
#include "tests/app/window/windowfixture.h"
#include "views/board/columnsmenu.h"
#include "views/charts/chartspane.h"
#include "views/charts/outreachchart.h"
#include "views/map/mappane.h"
#include "views/map/mapview.h"
#include "views/presenting/presentation.h"
#include "views/records/rowsbehind.h"

#include <QTableView>
#include <QtTest>

using namespace liaison;
using namespace liaison::test;

// What was done, in the whole window: from map, chart and board to the rows and to a record.
class OutreachWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpected);
        m_desk = std::make_unique<Desk>();
        const QString path = m_desk->makeExample();
        record(path);
        record(path);
        m_desk->window->openFile(path);
        m_desk->window->presence()->views()->complete();
    }
    void cleanup() { m_desk.reset(); }

    void columnsStayWithTheWindow()
    {
        toggle(u"activities"_s);
        QVERIFY(m_desk->cell(u"GY"_s, u"activities"_s).isValid());
        m_desk->window->openFile(m_desk->makeExample(u"another.liaison"_s));
        QVERIFY(m_desk->cell(u"GY"_s, u"activities"_s).isValid());
        toggle(u"activities"_s);
        m_desk->window->openFile(m_desk->makeExample(u"third.liaison"_s));
        QVERIFY(!m_desk->cell(u"GY"_s, u"activities"_s).isValid());
    }

    void mapChartAndBoardLeadToTheSameRows()
    {
        PresencePage &presence = *m_desk->window->presence();
        presence.boardView()->board().setOutreach({u"activities"_s});
        const QModelIndex cell = m_desk->cell(u"GY"_s, u"activities"_s);
        const int number = cell.data().toInt();
        QVERIFY(number >= 2);

        auto *map = presence.findChild<MapPane *>(objectNames::mapPane);
        map->setFigure(u"activities"_s);
        QCOMPARE(
            map->view()->scene().content().places[size_t(cell.row())].number, std::optional<qint64>(number));
        m_desk->board()->setCurrentIndex(cell);
        QTest::keyClick(map->view(), Qt::Key_Return);
        QCOMPARE(rows()->model().sum(), number);
        closeRows();

        QTest::keyClick(m_desk->board(), Qt::Key_Return);
        QCOMPARE(rows()->model().sum(), number);
        auto *table = rows()->findChild<QTableView *>(objectNames::rowsBehindView);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(m_desk->find<QDialog>(objectNames::recordDialog));
        m_desk->find<QDialog>(objectNames::recordDialog)->close();
        closeRows();

        auto *charts = presence.findChild<ChartsPane *>(objectNames::chartsPane);
        charts->setShown(u"activities"_s);
        auto *chart = charts->findChild<OutreachChart *>();
        QVERIFY(chart);
        const OutreachTimes::Quarter last = chart->times().quarters.back();
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->barRect(last.quarter).center().toPoint());
        QCOMPARE(rows()->model().sum(), last.total());
        closeRows();
    }

    // A room sees numbers by territory, not what they are called nor who was there.
    void presentingHasTheNumbersAlone()
    {
        PresencePage &presence = *m_desk->window->presence();
        presence.findChild<MapPane *>(objectNames::mapPane)->setFigure(u"activities"_s);
        const std::unique_ptr<Presentation> room(presence.makePresentation());
        room->showPage(Presentation::Page::Map);
        QVERIFY2(room->title().startsWith(u"Activities: "_s), qPrintable(room->title()));
        QVERIFY(room->title().contains(u"twelve months to 1 Jun 2007"_s));
        QVERIFY(room->subtitle().contains(u"of 27 territories"_s));
        for (const QString &said :
            {room->title(), room->subtitle(), room->accessibleName(), room->accessibleDescription()})
            QVERIFY(!said.contains(u"Secret"_s));
        QVERIFY(!room->grab().isNull());
        QVERIFY(!room->findChild<RowsBehind *>());
    }

private:
    void toggle(const QString &code)
    {
        ColumnsMenu *menu = m_desk->board()->columnsMenu();
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction *>(objectNames::outreachColumnAction + code)->trigger();
    }
    RowsBehind *rows() const
    {
        auto *found = m_desk->find<RowsBehind>(objectNames::rowsBehindDialog);
        if (!found)
            qFatal("no rows are shown");
        return found;
    }
    void closeRows()
    {
        const QPointer<RowsBehind> open = rows();
        open->close();
        QTRY_VERIFY(!open);
    }
    void record(const QString &path) const
    {
        namespace f = fields::activity;
        const auto opening = Store::open(path, OpenMode::ReadWrite, m_desk->surroundings());
        if (!opening.store)
            qFatal("cannot open the example");
        const auto guyana =
            opening.store->resolveId(*Catalogue::builtIn().entity(fields::territory::entity), u"GY"_s);
        Draft draft(u"Record an activity"_s);
        draft.create(*Catalogue::builtIn().entity(f::entity), QUuid::createUuid(),
            {{f::title, Value(u"Secret guest"_s)}, {f::start, Value(PartialDate(QDate(2007, 5, 2)))},
                {f::territories, Value(Value::List{Value(*guyana)})}});
        if (const auto written = opening.store->commit(draft); !written)
            qFatal("%s", qPrintable(written.error().message()));
    }

    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(OutreachWindowTest)
#include "tst_outreachwindow.moc"
