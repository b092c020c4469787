#include "models/edits/editor.h"
#include "models/items/boardmodel.h"
#include "tests/models/outreachfile.h"
#include "views/charts/chartspane.h"
#include "views/charts/outreachchart.h"
#include "views/charts/outreachpane.h"
#include "views/charts/outreachtable.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"
#include "views/widgets/choicechip.h"

#include <QAccessible>
#include <QApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace liaison;
using namespace Qt::StringLiterals;

// What was done by quarter, alone and as one of the charts of Presence.
class OutreachChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<OutreachFile>();
        m_file->setNow(QDateTime(QDate(2007, 2, 15), QTime(12, 0), Qt::UTC));
        m_chart = std::make_unique<OutreachChart>(OutreachChart::Title::Painted);
        m_chart->resize(520, 240);
    }
    void cleanup()
    {
        m_chart.reset();
        m_charts.reset();
        m_selection.reset();
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void saysWhatItShows_data()
    {
        QTest::addColumn<QString>("figure");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("unit");
        QTest::addRow("activities") << u"activities"_s
                                    << u"Activities: 3 in the twelve months to 15 Feb 2007"_s
                                    << u"Per quarter, by project. A dot for each."_s;
        QTest::addRow("sums") << u"participants"_s
                              << u"Participants: 52 in the twelve months to 15 Feb 2007"_s
                              << u"Per quarter, by project."_s;
        QTest::addRow("what lasts") << u"agreements"_s << u"Agreements in force: 2 on 15 Feb 2007"_s
                                    << u"New per quarter, by project. A dot for each."_s;
        QTest::addRow("people") << u"people-trained"_s
                                << u"People trained: 2 in the twelve months to 15 Feb 2007"_s
                                << u"Per quarter, by project. A dot for each."_s;
    }
    void saysWhatItShows()
    {
        m_file->fill();
        QFETCH(QString, figure);
        m_chart->setTimes(timesOf(figure));
        QTEST(m_chart->statement(), "statement");
        QTEST(m_chart->unit(), "unit");
        QVERIFY(m_chart->accessibleDescription().startsWith(m_chart->statement()));
        QVERIFY(!m_chart->grab().isNull());
    }

    void nothingIsSaidInWords()
    {
        QVERIFY(m_chart->emptyText().startsWith(u"Reading"_s));
        QVERIFY(!m_chart->grab().isNull());
        m_chart->setTimes(timesOf(u"activities"_s));
        QVERIFY2(m_chart->emptyText().startsWith(u"Activities: none is on record until 15 Feb 2007"_s),
            qPrintable(m_chart->emptyText()));
        QCOMPARE(m_chart->statement(), u"Activities: none on record in the twelve months to 15 Feb 2007"_s);
        QVERIFY(!m_chart->grab().isNull());
        for (const auto key : {Qt::Key_Left, Qt::Key_End, Qt::Key_Return})
            QTest::keyClick(m_chart.get(), key);
        QVERIFY(!m_chart->currentQuarter());
    }

    void barsStandOnZeroInProportion()
    {
        m_file->fill();
        m_chart->setTimes(timesOf(u"participants"_s));
        QVERIFY(!m_chart->isDots());
        const QRectF forty = m_chart->barRect(8026), twelve = m_chart->barRect(8028);
        QVERIFY(m_chart->barRect(8027).isEmpty());
        QCOMPARE(forty.bottom(), twelve.bottom());
        QVERIFY(qAbs(forty.height() / twelve.height() - 40.0 / 12) < 0.01);
        QVERIFY(forty.right() < twelve.left());
        QCOMPARE(m_chart->lastQuarter(), 8028);
        QCOMPARE(m_chart->firstQuarter(), 8021); // eight at least
        const QImage picture = m_chart->grab().toImage();
        // Of two projects: neither's hue.
        QCOMPARE(picture.pixelColor(forty.center().toPoint()), colour(Theme::Light, Token::Ink2));
        QCOMPARE(picture.pixelColor(twelve.center().toPoint()), hueOf(u"participants"_s));
    }

    void fewAreDots()
    {
        m_file->fill();
        m_chart->setTimes(timesOf(u"people-trained"_s));
        QVERIFY(m_chart->isDots());
        for (int i = 0; i < 58; ++i)
            m_file->activity(u"Talk"_s, u"2006-11"_s, u"BB"_s);
        m_chart->setTimes(timesOf(u"activities"_s));
        QVERIFY(!m_chart->isDots()); // 61
        m_chart->setTimes(timesOf(u"awards"_s));
        QVERIFY(m_chart->isDots());
        // Heads are no records, however much room there is for dots.
        m_chart->resize(520, 1000);
        m_chart->setTimes(timesOf(u"participants"_s));
        QCOMPARE(m_chart->times().total(), 52);
        QVERIFY(!m_chart->isDots());
    }

    void whatIsLongAgoIsInTheTable()
    {
        m_file->activity(u"Old"_s, u"1990-05"_s, u"BB"_s);
        m_file->activity(u"New"_s, u"2007-01"_s, u"BB"_s);
        m_chart->setTimes(timesOf(u"activities"_s));
        QCOMPARE(m_chart->firstQuarter(), 8028 - 39);
        QVERIFY2(m_chart->unit().endsWith(u"What was before 1997 Q2 is in the table."_s),
            qPrintable(m_chart->unit()));
        QVERIFY(m_chart->barRect(1990 * 4 + 1).isEmpty());
        OutreachTable table;
        table.setTimes(m_chart->times());
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(table.item(0, 0)->text(), u"1990 Q2"_s);
    }

    void aClickAsksForTheRows()
    {
        m_file->fill();
        m_chart->setTimes(timesOf(u"activities"_s));
        QSignalSpy asked(m_chart.get(), &OutreachChart::rowsRequested);
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->barRect(8026).center().toPoint());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0], (QVariantList{u"activities"_s, QUuid(), 8026}));
        // Where nothing happened there is nothing to ask for.
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, QPoint(60, 120));
        QCOMPARE(asked.size(), 1);
        // Of one project, that one's.
        const QUuid project = OutreachFile::project(u"1Q"_s);
        m_chart->setTimes(
            outreachTimes(m_file->store(), *outreachFigure("activities"), day, {.project = project}));
        QTest::mouseClick(m_chart.get(), Qt::LeftButton, {}, m_chart->barRect(8028).center().toPoint());
        QCOMPARE(asked[1], (QVariantList{u"activities"_s, project, 8028}));
        QCOMPARE(m_chart->unit(), u"Per quarter. A dot for each."_s);
    }

    void keysGoFromQuarterToQuarter()
    {
        m_file->fill();
        m_chart->setTimes(timesOf(u"activities"_s));
        QSignalSpy asked(m_chart.get(), &OutreachChart::rowsRequested);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->currentQuarter(), 8028);
        QTest::keyClick(m_chart.get(), Qt::Key_Left);
        QCOMPARE(m_chart->currentQuarter(), 8026);
        QTest::keyClick(m_chart.get(), Qt::Key_Home);
        QCOMPARE(m_chart->currentQuarter(), 8024);
        QTest::keyClick(m_chart.get(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0].at(2).toInt(), 8024);
        // Of awards there are none in that quarter.
        m_chart->setTimes(timesOf(u"awards"_s));
        QVERIFY(!m_chart->currentQuarter());
    }

    void screenReadersHaveQuarters()
    {
        m_file->fill();
        m_chart->setTimes(timesOf(u"activities"_s));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_chart.get());
        QCOMPARE(list->childCount(), 3);
        QCOMPARE(list->child(1)->text(QAccessible::Name), u"2006 Q3, Activities: 1\nseveral projects: 1"_s);
        OutreachTable table;
        table.setTimes(m_chart->times());
        QCOMPARE(table.rowCount(), 3);
        QCOMPARE(table.horizontalHeaderItem(2)->text(), u"1Q"_s);
        QCOMPARE(table.item(2, 1)->text(), u"1"_s);
        QCOMPARE(table.item(2, 3)->text(), u"0"_s);
        QSignalSpy asked(&table, &OutreachTable::rowsRequested);
        Q_EMIT table.activated(table.model()->index(2, 0));
        QCOMPARE(asked[0].at(2).toInt(), 8028);
    }

    void oddSizesAndLooks_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qreal>("text");
        QTest::addRow("tiny") << QSize(20, 20) << 1.0;
        QTest::addRow("narrow") << QSize(120, 400) << 1.0;
        QTest::addRow("large text") << QSize(520, 240) << 2.0;
        QTest::addRow("wide") << QSize(3000, 200) << 1.0;
    }
    void oddSizesAndLooks()
    {
        QFETCH(QSize, size);
        QFETCH(qreal, text);
        m_file->fill();
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyStyle(*qApp, theme, text);
            for (const OutreachFigure &figure : outreachFigures()) {
                m_chart->setTimes(timesOf(figure.code));
                m_chart->resize(size);
                QVERIFY(!m_chart->grab().isNull());
            }
        }
        applyStyle(*qApp, Theme::Light, 1);
    }

    // --- among the charts of Presence

    void presenceOffersThemAll()
    {
        m_file->fill();
        open();
        QCOMPARE(m_charts->shown(), u"goals"_s);
        const auto *chip = m_charts->findChild<ChoiceChip *>(objectNames::trendsShowChip);
        QStringList titles;
        for (const QAction *action : chip->menu()->actions())
            titles += action->text();
        QCOMPARE(titles,
            (QStringList{u"Goals met"_s, u"Activities"_s, u"Participants"_s, u"Agreements in force"_s,
                u"Awards"_s, u"People trained"_s}));
        QVERIFY(!m_charts->findChild<OutreachChart *>());
        QSignalSpy changed(m_charts.get(), &ChartsPane::shownChanged);
        chip->menu()->actions().at(1)->trigger();
        QCOMPARE(m_charts->shown(), u"activities"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(chip->current(), 0); // its own pane's
        auto *chart = m_charts->findChild<OutreachChart *>();
        QCOMPARE(chart->times().total(), 3);
        QVERIFY(hasLabel(u"Activities: 3 in the twelve months to 15 Feb 2007"_s));
        m_charts->setShown(u"no such chart"_s);
        QCOMPARE(m_charts->shown(), u"goals"_s);
    }

    void itFollowsFileDateAndRegion_data()
    {
        QTest::addColumn<qint64>("threadedFrom");
        QTest::addRow("at once") << qint64(1000);
        QTest::addRow("in a thread") << qint64(0);
    }
    void itFollowsFileDateAndRegion()
    {
        QFETCH(qint64, threadedFrom);
        m_file->fill();
        open();
        m_charts->setShown(u"activities"_s);
        m_charts->findChild<OutreachPane *>()->setThreadedFrom(threadedFrom);
        const auto *chart = m_charts->findChild<OutreachChart *>();
        QTRY_COMPARE(chart->times().total(), 3);
        const QUuid added = m_file->activity(u"Talk"_s, u"2007-02-10"_s, u"GY"_s);
        QTRY_COMPARE(chart->times().total(), 4);
        m_file->change(
            fields::activity::entity, added, {{fields::activity::stage, Value(stageCode::cancelled)}});
        QTRY_COMPARE(chart->times().total(), 3);
        m_model->setAsOf(TestFile::date(u"2006-12-31"_s));
        QTRY_COMPARE(chart->times().total(), 2);
        m_model->setAsOf(TestFile::date(u"2007-02-15"_s));
        QTRY_COMPARE(chart->times().total(), 3);
        m_model->setRegion(m_file->readRegion(u"Pair"_s));
        QTRY_COMPARE(chart->times().total(), 1);
        // What happens while nobody looks shows when somebody does.
        m_charts->hide();
        m_model->setRegion(m_file->readRegion());
        m_file->activity(u"Talk"_s, u"2007-02-11"_s, u"GY"_s);
        QCOMPARE(chart->times().total(), 1);
        m_charts->show();
        QTRY_COMPARE(chart->times().total(), 4);
    }

    void itGoesWhileItReads()
    {
        m_file->fill();
        open();
        m_charts->setShown(u"activities"_s);
        m_charts->findChild<OutreachPane *>()->setThreadedFrom(0);
        m_file->activity(u"Talk"_s, u"2007-02-10"_s, u"GY"_s);
        QCoreApplication::sendPostedEvents();
        m_charts.reset();
    }

    void tableAndChartAreOne()
    {
        m_file->fill();
        open();
        m_charts->setShown(u"awards"_s);
        auto *pane = m_charts->findChild<OutreachPane *>();
        pane->findChild<QToolButton *>(objectNames::trendsTableButton)->click();
        const auto *table = pane->findChild<OutreachTable *>();
        QVERIFY(table->isVisible() && !pane->chart()->isVisible());
        QCOMPARE(table->rowCount(), 2);
        QSignalSpy asked(m_charts.get(), &ChartsPane::rowsRequested);
        Q_EMIT const_cast<OutreachTable *>(table)->activated(table->model()->index(0, 0));
        QCOMPARE(asked.size(), 1);
    }

private:
    OutreachTimes timesOf(const QString &code)
    {
        return outreachTimes(m_file->store(), *outreachFigure(code), day);
    }
    QColor hueOf(const QString &code)
    {
        const OutreachTimes times = timesOf(code);
        return projectHue(Theme::Light, times.parts[0].colourLight, times.parts[0].colourDark);
    }
    void open()
    {
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_model->setAsOf(TestFile::date(u"2007-02-15"_s));
        m_selection = std::make_unique<QItemSelectionModel>(m_model.get());
        m_charts = std::make_unique<ChartsPane>(ChartSurroundings{*m_model, *m_selection, *m_editor});
        m_charts->resize(900, 300);
        m_charts->show();
    }
    bool hasLabel(const QString &text) const
    {
        const auto labels = m_charts->findChildren<QLabel *>();
        return std::any_of(
            labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text; });
    }

    static constexpr QDate day = QDate::fromJulianDay(2'454'147); // 15 February 2007
    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QItemSelectionModel> m_selection;
    std::unique_ptr<ChartsPane> m_charts;
    std::unique_ptr<OutreachChart> m_chart;
};

QTEST_MAIN(OutreachChartTest)

#include "tst_outreachchart.moc"
