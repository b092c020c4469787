#include "models/domain/fields.h"
#include "models/figures/outreachquestion.h"
#include "models/items/rowsbehindmodel.h"
#include "tests/views/map/mapfixture.h"
#include "views/map/mappane.h"
#include "views/map/mapview.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"
#include "views/widgets/choicechip.h"

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace liaison;
using namespace Qt::StringLiterals;

// The map of what was done instead of an indicator.
class MapOutreachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_fixture = std::make_unique<MapFixture>();
        m_fixture->showDate(u"2007-05-31"_s);
        m_pane = std::make_unique<MapPane>(m_fixture->editor(), *m_fixture->model, *m_fixture->selection);
        m_pane->resize(697, 449 + 32);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
        for (int i = 0; i < 3; ++i)
            activity(u"2007-04-02"_s, {u"CU"_s}, 0);
        activity(u"2007-04-03"_s, {u"BB"_s, u"CU"_s}, {});
    }
    void cleanup()
    {
        m_pane.reset();
        m_fixture.reset();
    }

    void theNumberIsTheFigures_data()
    {
        QTest::addColumn<QString>("code");
        for (const OutreachFigure &figure : outreachFigures())
            QTest::addRow("%s", figure.code.data()) << QString(figure.code);
    }
    void theNumberIsTheFigures()
    {
        QFETCH(QString, code);
        view()->setFigure(code);
        const OutreachFigure &figure = *outreachFigure(code);
        const QHash<QUuid, qint64> numbers =
            outreachByTerritory(m_fixture->store(), figure, twelveMonthsTo(m_fixture->model->board().asOf));
        QVERIFY(numbers.size() > 0 || (code != "activities"_L1 && code != "participants"_L1));
        const MapContent &content = view()->scene().content();
        for (size_t i = 0; i < content.places.size(); ++i) {
            const QUuid territory = m_fixture->model->board().rows[i].territory;
            QCOMPARE(content.places[i].number,
                numbers.contains(territory) ? std::optional(numbers.value(territory)) : std::nullopt);
        }
        int counted = 0;
        for (const MapContent::Entry &entry : content.legend)
            counted += entry.count;
        QCOMPARE(counted, static_cast<int>(content.places.size()));
        QCOMPARE(content.figure->title, figure.titleText());
        for (const auto picture : {MapView::Picture::Geography, MapView::Picture::Tiles}) {
            view()->setPicture(picture);
            QVERIFY(!view()->grab().isNull());
        }
    }

    void unknownIsNoZero()
    {
        m_pane->setFigure(u"participants"_s);
        // Of three nobody said how many came: 0 came; of the fourth it is not known.
        QCOMPARE(place(u"CU"_s).number, std::optional<qint64>(0));
        QVERIFY(!place(u"AG"_s).number);
        QVERIFY(place(u"CU"_s).level != place(u"AG"_s).level);
        QCOMPARE(
            textOf(u"AG"_s), u"Antigua & Barbuda, Participants, twelve months to 31 May 2007: no record"_s);
        QCOMPARE(textOf(u"CU"_s), u"Cuba, Participants, twelve months to 31 May 2007: 0"_s);
        const QImage geography = view()->grab().toImage();
        view()->setPicture(MapView::Picture::Tiles);
        QVERIFY(view()->grab().toImage() != geography);
    }

    void headAndLegendSayWhatItIs()
    {
        auto *chip = m_pane->findChild<ChoiceChip *>(objectNames::mapShowChip);
        QCOMPARE(chip->menu()->actions().size(), static_cast<qsizetype>(outreachFigures().size()) + 1);
        chip->menu()->actions().at(1)->trigger();
        QCOMPARE(view()->figure(), u"activities"_s);
        QCOMPARE(chip->current(), 1);
        QCOMPARE(view()->accessibleName(), u"Map: Activities, twelve months to 31 May 2007"_s);
        QCOMPARE(view()->scene().content().figure->period, u"twelve months to 31 May 2007"_s);
        // Agreements are those in force on the day.
        m_pane->setFigure(u"agreements"_s);
        QCOMPARE(view()->accessibleName(), u"Map: Agreements in force, on 31 May 2007"_s);
        chip->menu()->actions().at(0)->trigger();
        QVERIFY(view()->figure().isEmpty() && !view()->scene().content().figure);
        QVERIFY(view()->accessibleName().contains(u"ALS"_s));
    }

    // They compare where territories stand.
    void twoDatesAndAFigureExclude()
    {
        auto *twoDates = m_pane->findChild<QToolButton *>(objectNames::twoDatesButton);
        auto *chip = m_pane->findChild<ChoiceChip *>(objectNames::mapShowChip);
        m_pane->setFigure(u"activities"_s);
        QVERIFY(!twoDates->isEnabled() && chip->isEnabled());
        QVERIFY(twoDates->toolTip().contains(u"choose one"_s));
        m_pane->setFigure({});
        QVERIFY(twoDates->isEnabled());
        m_pane->setTwoDates(true);
        QVERIFY(!chip->isEnabled());
        m_pane->setTwoDates(false);
        QVERIFY(chip->isEnabled());
    }

    void aClickAsksForTheRows_data()
    {
        QTest::addColumn<MapView::Picture>("picture");
        QTest::addRow("geography") << MapView::Picture::Geography;
        QTest::addRow("tiles") << MapView::Picture::Tiles;
    }
    void aClickAsksForTheRows()
    {
        QFETCH(MapView::Picture, picture);
        QSignalSpy asked(view(), &MapView::rowsRequested);
        view()->setPicture(picture);
        click(u"CU"_s);
        QCOMPARE(asked.size(), 0); // an indicator has its history beside it
        m_pane->setFigure(u"activities"_s);
        click(u"CU"_s);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0].at(0).toString(), u"activities"_s);
        const QUuid territory = asked[0].at(1).toUuid();
        RowsBehindModel behind(m_fixture->store());
        const OutreachFigure &figure = *outreachFigure("activities");
        behind.setRows(figure.entity,
            outreachRows(m_fixture->store(),
                OutreachQuestion{
                    .figure = figure.code, .day = m_fixture->model->board().asOf, .territory = territory}));
        QCOMPARE(behind.rowCount(), 4);
        QCOMPARE(std::optional(behind.sum()), place(u"CU"_s).number);
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        // Of what nothing is known there are no rows; and several are chosen without asking.
        click(u"AG"_s);
        QTest::keyClick(view(), Qt::Key_Return);
        click(u"BB"_s, Qt::ControlModifier);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(m_fixture->currentCode(), u"BB"_s);
    }

    void itFollowsFileAndDate()
    {
        m_pane->setFigure(u"activities"_s);
        QCOMPARE(place(u"BB"_s).number, std::optional<qint64>(1));
        const QImage before = view()->grab().toImage();
        activity(u"2007-05-03"_s, {u"BB"_s}, {});
        QTRY_COMPARE(place(u"BB"_s).number, std::optional<qint64>(2));
        QVERIFY(view()->grab().toImage() != before);
        m_fixture->showDate(u"2007-04-30"_s);
        QCOMPARE(place(u"BB"_s).number, std::optional<qint64>(1));
        QVERIFY(view()->accessibleName().endsWith(u"twelve months to 30 Apr 2007"_s));
        m_fixture->showDate(u"2008-06-01"_s);
        QVERIFY(!place(u"BB"_s).number);
    }

    void theLegendFiltersSteps()
    {
        m_pane->setFigure(u"activities"_s);
        const MapContent &content = view()->scene().content();
        QCOMPARE(content.legend.front().text, u"4"_s);
        QCOMPARE(content.legend.back().text, u"no record"_s);
        const QRectF entry = view()->scene().legend().entryRect(0);
        QTest::mouseClick(view(), Qt::LeftButton, {}, entry.center().toPoint());
        QCOMPARE(view()->scene().shown(), QSet<QString>{content.legend.front().level});
        m_pane->setFigure({});
        QVERIFY(view()->scene().shown().isEmpty());
    }

    void wholeWorldAndOneIsland_data()
    {
        QTest::addColumn<QString>("codes");
        QTest::addRow("one") << u"CU"_s;
        QTest::addRow("some") << u"CU,BB,FJ,AQ"_s;
    }
    void wholeWorldAndOneIsland()
    {
        QFETCH(QString, codes);
        m_pane->setFigure(u"activities"_s);
        m_fixture->showRegion(codes);
        for (const auto picture : {MapView::Picture::Geography, MapView::Picture::Tiles}) {
            view()->setPicture(picture);
            QVERIFY(!view()->grab().isNull());
            QCOMPARE(place(u"CU"_s).number, std::optional<qint64>(4));
        }
    }

private:
    MapView *view() const { return m_pane->view(); }
    const MapContent::Place &place(const QString &code) const
    {
        return view()->scene().content().places[size_t(m_fixture->row(code))];
    }
    QString textOf(const QString &code) const
    {
        return QAccessible::queryAccessibleInterface(view())
            ->child(m_fixture->row(code))
            ->text(QAccessible::Name);
    }
    void click(const QString &code, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(view(), Qt::LeftButton, modifiers,
            view()->placeRect(size_t(m_fixture->row(code))).center().toPoint());
    }
    void activity(const QString &start, const QStringList &codes, std::optional<qint64> heads)
    {
        namespace f = fields::activity;
        Value::List places;
        for (const QString &code : codes)
            places.emplace_back(
                m_fixture->model->index(m_fixture->row(code), BoardModel::NameColumn).data(IdRole).toUuid());
        std::vector<std::pair<QLatin1StringView, Value>> fields{{f::title, Value(u"Talk"_s)},
            {f::start, Value(PartialDate::parse(start).value())}, {f::territories, Value(std::move(places))}};
        if (heads)
            fields.emplace_back(f::headcount, Value(*heads));
        Draft draft(u"Record an activity"_s);
        draft.create(*Catalogue::builtIn().entity(f::entity), QUuid::createUuid(), fields);
        if (const auto written = m_fixture->store().commit(draft); !written)
            qFatal("%s", qPrintable(written.error().message()));
    }

    std::unique_ptr<MapFixture> m_fixture;
    std::unique_ptr<MapPane> m_pane;
};

QTEST_MAIN(MapOutreachTest)
#include "tst_mapoutreach.moc"
