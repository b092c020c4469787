#include "views/charts/trendspane.h"

#include "models/edits/editor.h"
#include "models/items/boardmodel.h"
#include "tests/models/testfile.h"
#include "views/charts/trendstable.h"
#include "views/charts/trendsview.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineSeries>
#include <QMenu>
#include <QToolButton>
#include <QtTest>

using namespace liaison;

// The chart beside the board: what it shows, and what can be done with it.
class TrendsPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        m_file->setNow(QDateTime(QDate(2013, 6, 1), QTime(12, 0), Qt::UTC));
        m_file->observe(u"GY"_s, u"GAC"_s, u"2007-02-15"_s, Value(u"represented"_s));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-02-15"_s, Value(u"observer"_s));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2009-10"_s, Value(u"represented"_s), u"a letter"_s);
        m_file->observe(u"AN"_s, u"GAC"_s, u"2010-01-05"_s, Value(u"represented"_s));
        m_file->observe(u"TT"_s, u"ALS"_s, u"2012"_s, Value(2));
        m_file->observe(u"CW"_s, u"AF/EoL"_s, u"2012-03-12"_s, Value(u"AF signed"_s));
        open();
    }
    void cleanup()
    {
        m_pane.reset();
        m_selection.reset();
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void nothingIsMadeBeforeItIsShown()
    {
        QVERIFY(m_pane->findChildren<QWidget *>().isEmpty());
        QVERIFY(!m_pane->view());
        m_model->setAsOf(TestFile::date(u"2008"_s)); // and nothing minds
        m_file->observe(u"GY"_s, u"ALS"_s, u"2008"_s, Value(1));
        m_selection->setCurrentIndex(
            m_model->index(0, BoardModel::FirstIndicatorColumn), QItemSelectionModel::Select);
        shown();
        QVERIFY(m_pane->view());
    }

    void saysNothingBeforeItHasRead()
    {
        TrendsView view;
        QVERIFY(view.emptyText().startsWith(u"Reading"_s));
        view.setTrends({}, QDate(2013, 6, 1));
        QVERIFY(view.emptyText().startsWith(u"Nothing was observed"_s));
        shown();
        QTRY_COMPARE(m_pane->view()->emptyText(), QString());
    }

    // In a narrow pane the statement gives way, never what is to be pressed.
    void theButtonsKeepTheirWords()
    {
        m_model->setAsOf(TestFile::date(u"2008"_s));
        m_selection->setCurrentIndex(
            m_model->index(0, BoardModel::FirstIndicatorColumn + 1), QItemSelectionModel::Select);
        shown();
        for (const int width : {300, 360, 900}) {
            m_pane->resize(width, 300);
            for (const QString &name : {objectNames::trendsChartButton, objectNames::trendsTableButton}) {
                const auto *button = m_pane->findChild<QToolButton *>(name);
                QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(name));
            }
        }
    }

    void linesEndAsTheBoardCounts_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addRow("before anything was known") << QDate(2006, 1, 1);
        QTest::addRow("while the Netherlands Antilles stood") << QDate(2010, 10, 9);
        QTest::addRow("after") << QDate(2013, 6, 1);
        QTest::addRow("much later, all of it stale") << QDate(2031, 6, 1);
    }
    void linesEndAsTheBoardCounts()
    {
        QFETCH(QDate, today);
        m_file->setNow(QDateTime(today, QTime(12, 0), Qt::UTC));
        shown();
        const QDate end = std::max(today, QDate(2012, 12, 31)); // of the last observation
        QCOMPARE(view()->lineEnd(), end);
        const Board board = boardAsOf(m_file->store(), m_file->readRegion(), end);
        QStringList expected;
        for (size_t i = 0; i < board.indicators.size(); ++i) {
            if (board.totals[i].known > 0)
                expected += u"%1 %2"_s.arg(board.indicators[i].title).arg(board.totals[i].met);
        }
        QStringList labels;
        for (const TrendsView::EndLabel &label : view()->endLabels()) {
            labels += label.figure;
            QCOMPARE(
                label.state, end.year() > 2015 || label.figure.startsWith(u"GAC") ? u"stale"_s : QString());
            QVERIFY(QRectF(view()->rect()).contains(label.box));
        }
        QCOMPARE(labels, expected);
        QCOMPARE(labels, (QStringList{u"ALS 1"_s, u"GAC 2"_s, u"AF/EoL 1"_s}));
    }

    void draggingTheAsOfLineMovesTheDate()
    {
        m_model->setAsOf(TestFile::date(u"2011-03-01"_s));
        shown();
        const int y = view()->plot().toRect().top() + 20;
        const auto at = [&](QDate day) { return QPoint(qRound(view()->positionOf(day, 0).x()), y); };
        QWidget *area = view()->viewport();
        QTest::mousePress(area, Qt::LeftButton, {}, at(QDate(2011, 3, 1)));
        QTest::mouseMove(area, at(QDate(2010, 9, 1)));
        QTest::mouseMove(area, at(QDate(2008, 6, 1)));
        const QDate moved = m_model->asOf().lastDay();
        QVERIFY2(std::abs(moved.daysTo(QDate(2008, 6, 1))) < 15, qPrintable(moved.toString(Qt::ISODate)));
        QVERIFY(std::abs(view()->positionOf(moved, 0).x() - at(QDate(2008, 6, 1)).x()) <= 1);
        // Near a day on which something was observed it stops there.
        QTest::mouseMove(area, at(QDate(2007, 2, 15)) + QPoint(2, 0));
        QCOMPARE(m_model->asOf(), TestFile::date(u"2007-02-15"_s));
        QTest::mouseMove(area, QPoint(-50, y)); // as far as the axis goes
        QCOMPARE(m_model->asOf(), TestFile::date(u"2006-01-01"_s));
        QTest::mouseRelease(area, Qt::LeftButton, {}, QPoint(-50, y));
        QTest::mouseMove(area, at(QDate(2012, 6, 1)));
        QCOMPARE(m_model->asOf(), TestFile::date(u"2006-01-01"_s));
        // A press on the years takes it there at once.
        QTest::mouseClick(area, Qt::LeftButton, {},
            QPoint(at(QDate(2010, 10, 20)).x(), qRound(view()->plot().bottom()) + 8));
        QVERIFY(std::abs(m_model->asOf().lastDay().daysTo(QDate(2010, 10, 20))) < 15);
    }

    void keysStepThroughWhatChanged()
    {
        m_model->setAsOf(TestFile::date(u"2009"_s));
        select(u"GAC"_s);
        shown();
        view()->setFocus();
        const auto key = [&](Qt::Key code) { QTest::keyClick(view(), code); };
        key(Qt::Key_Left);
        QCOMPARE(m_model->asOf(), TestFile::date(u"2009-10-31"_s)); // the month's end
        key(Qt::Key_Left);
        QCOMPARE(m_model->asOf(), TestFile::date(u"2007-02-15"_s));
        key(Qt::Key_Left); // nothing before
        QCOMPARE(m_model->asOf(), TestFile::date(u"2007-02-15"_s));
        key(Qt::Key_Right);
        key(Qt::Key_Right);
        QCOMPARE(m_model->asOf(), TestFile::date(u"2010-01-05"_s));
        key(Qt::Key_Down);
        QCOMPARE(m_selection->currentIndex().column(), BoardModel::FirstIndicatorColumn + 2);
        key(Qt::Key_Up);
        QCOMPARE(m_selection->currentIndex().column(), BoardModel::FirstIndicatorColumn + 1);
        // Return tells the rows behind the last point of the line before the date.
        QSignalSpy requested(m_pane.get(), &TrendsPane::rowsRequested);
        key(Qt::Key_Return);
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.front().at(1).toDate(), QDate(2010, 1, 5));
    }

    void theCurrentColumnStandsOut()
    {
        shown();
        QCOMPARE(wideLines(), 0);
        select(u"ALS"_s);
        QCOMPARE(wideLines(), 1);
        select(u"GAC"_s); // fresh, stale, fresh, stale
        QCOMPARE(wideLines(), 4);
        m_selection->setCurrentIndex(
            m_model->index(0, BoardModel::NameColumn), QItemSelectionModel::ClearAndSelect);
        QCOMPARE(wideLines(), 0);
        // The other way round: a label is pressed.
        const TrendsView::EndLabel label = view()->endLabels().at(1);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, label.box.center().toPoint());
        QCOMPARE(m_selection->currentIndex().column(), BoardModel::FirstIndicatorColumn + 1);
    }

    void aPointTellsTheRowsBehindIt()
    {
        shown();
        QSignalSpy requested(m_pane.get(), &TrendsPane::rowsRequested);
        const Trend::Point point{TestFile::date(u"2009-10"_s), 1};
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->positionOf(1, point).toPoint());
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested.front().at(0).toUuid(), TestFile::indicator(u"GAC"_s));
        QCOMPARE(requested.front().at(1).toDate(), QDate(2009, 10, 31));
        auto *menu = m_pane->findChild<QMenu *>(objectNames::trendRowsMenu);
        QVERIFY(menu && menu->isVisible());
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts += action->text();
        QCOMPARE(texts,
            (QStringList{u"GAC, Oct 2009: 1 observations"_s, QString(), u"Barbados: represented"_s, QString(),
                u"Show the board as of 31 Oct 2009"_s}));
        menu->actions().at(2)->trigger();
        QCOMPARE(
            m_selection->currentIndex().siblingAtColumn(BoardModel::CodeColumn).data().toString(), u"BB"_s);
        QCOMPARE(m_selection->currentIndex().column(), BoardModel::FirstIndicatorColumn + 1);
        menu->actions().at(4)->trigger();
        QCOMPARE(m_model->asOf(), TestFile::date(u"2009-10-31"_s));
        menu->close();
    }

    void whoIsNotOnTheBoardCannotBeChosen()
    {
        shown(); // as of 2013
        const Trend::Point point{TestFile::date(u"2010-01-05"_s), 1};
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->positionOf(1, point).toPoint());
        auto *menu = m_pane->findChild<QMenu *>(objectNames::trendRowsMenu);
        QVERIFY(menu);
        QCOMPARE(menu->actions().at(2)->text(), u"Netherlands Antilles: represented"_s);
        QVERIFY(!menu->actions().at(2)->isEnabled());
        menu->close();
    }

    void manyDatesKeepDotsThatStandApart()
    {
        for (int month = 0; month < 100; ++month)
            m_file->observe(u"GY"_s, u"ALS"_s, QDate(2004, 3, 1).addMonths(month).toString(u"yyyy-MM"_s),
                Value(month % 3));
        shown();
        const Trend &trend = view()->trends().trends.front();
        QVERIFY(trend.points.size() > 60);
        QSignalSpy spy(view(), &TrendsView::pointChosen);
        const QPointF newest = view()->positionOf(0, trend.points.back());
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, newest.toPoint());
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.front().at(1).value<PartialDate>(), trend.points.back().date);
    }

    void followsTheFile()
    {
        shown();
        m_file->observe(u"TT"_s, u"GAC"_s, u"2011"_s, Value(u"represented"_s));
        QTRY_COMPARE(view()->endLabels().at(1).figure, u"GAC 3"_s);
        m_file->withdraw(u"TT"_s, u"GAC"_s, u"2011"_s);
        QTRY_COMPARE(view()->endLabels().at(1).figure, u"GAC 2"_s);
        m_model->setRegion(m_file->readRegion(u"Pair"_s));
        QTRY_COMPARE(view()->trends().mostRows, 2);
        QCOMPARE(view()->endLabels().size(), size_t(2));
    }

    void isReadAgainWhenItWasHidden()
    {
        shown();
        m_pane->hide();
        m_file->observe(u"TT"_s, u"GAC"_s, u"2011"_s, Value(u"represented"_s));
        QCOMPARE(view()->endLabels().at(1).figure, u"GAC 2"_s);
        m_pane->show();
        QCOMPARE(view()->endLabels().at(1).figure, u"GAC 3"_s);
    }

    void aLargeFileIsReadByAThread()
    {
        m_pane->setThreadedFrom(1);
        m_pane->resize(700, 260);
        m_pane->show();
        QTRY_COMPARE(view()->endLabels().size(), size_t(3));
        QCOMPARE(view()->endLabels().at(1).figure, u"GAC 2"_s);
        // Twice while it reads: the last one counts.
        m_model->setRegion(m_file->readRegion(u"Pair"_s));
        QTRY_VERIFY(view()->trends().region.name == u"Pair"_s || m_model->board().region.name == u"Pair"_s);
        m_model->setRegion(m_file->readRegion());
        m_file->observe(u"TT"_s, u"GAC"_s, u"2011"_s, Value(u"represented"_s));
        QTRY_COMPARE(view()->endLabels().at(1).figure, u"GAC 3"_s);
        // Another one while it reads this.
        m_file->observe(u"TT"_s, u"ALS"_s, u"2011"_s, Value(2));
        QCoreApplication::sendPostedEvents();
        m_file->withdraw(u"TT"_s, u"GAC"_s, u"2011"_s);
        QTRY_COMPARE(view()->endLabels().at(1).figure, u"GAC 2"_s);
        QVERIFY(view()->trends().trends
            == trendsOf(m_file->store(), m_model->board().region, m_model->board().indicators).trends);
        m_file->observe(u"KN"_s, u"GAC"_s, u"2011"_s, Value(u"represented"_s));
        QCoreApplication::sendPostedEvents(); // it reads, and the pane goes
        m_pane.reset();
    }

    void followsThemeAndTextSize()
    {
        shown();
        const auto colourOfLines = [&] {
            return qobject_cast<QLineSeries *>(view()->chart()->series().constFirst())->pen().color();
        };
        const qreal left = view()->plot().left();
        QCOMPARE(colourOfLines(), colour(Theme::Light, Token::Ink2)); // these projects have no hue
        applyStyle(*qApp, Theme::Dark, 2);
        QTRY_COMPARE(colourOfLines(), colour(Theme::Dark, Token::Ink2));
        QTRY_VERIFY(view()->plot().left() > left * 1.7);
        for (const TrendsView::EndLabel &label : view()->endLabels())
            QVERIFY(QRectF(view()->rect()).contains(label.box));
        applyStyle(*qApp, Theme::Light, 1);
        QTRY_COMPARE(view()->plot().left(), left);
    }

    void timeIsNeverMirrored()
    {
        shown();
        const QPointF before = view()->positionOf(QDate(2010, 1, 1), 2);
        m_pane->setLayoutDirection(Qt::RightToLeft);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(view()->positionOf(QDate(2010, 1, 1), 2), before);
        QVERIFY(view()->positionOf(QDate(2007, 1, 1), 2).x() < before.x());
        QCOMPARE(view()->layoutDirection(), Qt::LeftToRight);
        QVERIFY(before.x() < view()->endLabels().front().box.left());
    }

    void saysTheFiguresInWords()
    {
        m_model->setAsOf(TestFile::date(u"2009-11-30"_s));
        shown();
        const QString text = view()->accessibleDescription();
        QVERIFY2(
            text.contains(u"GAC: as of 30 Nov 2009 2 of 6, 4 unknown, as of 1 Jun 2013 2 of 7, 5 unknown"_s),
            qPrintable(text));
        QVERIFY2(text.contains(u"ccNSO: nothing observed"_s), qPrintable(text));
        QCOMPARE(view()->accessibleName(), u"Trends"_s);
        m_model->setAsOf(TestFile::date(u"2007-02-15"_s));
        QVERIFY(view()->accessibleDescription().contains(u"as of 15 Feb 2007 1 of 5"_s));
    }

    // Right to left a date would draw the figure after it into itself.
    void datesKeepApartRightToLeft()
    {
        const auto says = [this](const QString &words) {
            const auto labels = m_pane->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                [&](const QLabel *each) { return each->text().contains(words); });
        };
        QApplication::setLayoutDirection(Qt::RightToLeft);
        m_model->setAsOf(TestFile::date(u"2009-11-30"_s));
        shown();
        select(u"GAC"_s);
        const bool isApart = says(u"as of \u206830 Nov 2009\u2069, \u2068"_s);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY(isApart);
        m_model->setAsOf(TestFile::date(u"2009-11-29"_s));
        select(u"GAC"_s);
        QTRY_VERIFY(says(u"as of 29 Nov 2009, "_s));
    }

    void standsAsATableToo()
    {
        shown();
        m_pane->findChild<QToolButton *>(objectNames::trendsTableButton)->click();
        auto *table = m_pane->findChild<TrendsTable *>(objectNames::trendsTable);
        QVERIFY(table->isVisible() && !view()->isVisible());
        QStringList rows;
        for (int row = 0; row < table->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < table->columnCount(); ++column)
                cells += table->item(row, column)->text();
            rows += cells.join(u" | "_s);
        }
        QCOMPARE(rows,
            (QStringList{u"15 Feb 2007 | unknown | 1 of 5 | unknown | unknown"_s,
                u"Oct 2009 | unknown | 2 of 6 | unknown | unknown"_s,
                u"5 Jan 2010 | unknown | 3 of 6 | unknown | unknown"_s,
                u"12 Mar 2012 | 1 of 7 | 2 of 7, stale | 1 of 6 | unknown"_s,
                u"2012 | 1 of 7 | 2 of 7, stale | 1 of 6 | unknown"_s}));
        m_pane->findChild<QToolButton *>(objectNames::trendsChartButton)->click();
        QVERIFY(view()->isVisible());
    }

    void isCalmWithoutAnything()
    {
        m_model->setRegion({});
        shown();
        QVERIFY(view()->endLabels().empty());
        QVERIFY(!view()->grab().isNull());
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down, Qt::Key_Return})
            QTest::keyClick(view(), key);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->viewport()->rect().center());
        m_pane->resize(40, 40); // narrower than anything on it
        QVERIFY(!view()->grab().isNull());
    }

private:
    void open()
    {
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_model->setAsOf(TestFile::date(u"2013-06-01"_s));
        m_selection = std::make_unique<QItemSelectionModel>(m_model.get());
        m_pane = std::make_unique<TrendsPane>(*m_model, *m_selection, *m_editor);
        // As its page does.
        connect(m_pane.get(), &TrendsPane::asOfMoved, m_model.get(),
            [this](QDate day) { m_model->setAsOf(PartialDate(day)); });
    }
    void shown()
    {
        m_pane->resize(700, 260);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
    }
    TrendsView *view() const { return m_pane->view(); }
    void select(const QString &indicator)
    {
        for (size_t i = 0; i < m_model->board().indicators.size(); ++i) {
            if (m_model->board().indicators[i].code == indicator)
                m_selection->setCurrentIndex(
                    m_model->index(0, BoardModel::FirstIndicatorColumn + static_cast<int>(i)),
                    QItemSelectionModel::ClearAndSelect);
        }
    }
    int wideLines() const
    {
        int count = 0;
        for (const QAbstractSeries *series : view()->chart()->series())
            count += qobject_cast<const QLineSeries *>(series)->pen().widthF() > 2 ? 1 : 0;
        return count;
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QItemSelectionModel> m_selection;
    std::unique_ptr<TrendsPane> m_pane;
};

QTEST_MAIN(TrendsPaneTest)
#include "tst_trendspane.moc"
