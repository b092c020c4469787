#include "models/edits/editor.h"
#include "models/items/boardmodel.h"
#include "tests/models/outreachfile.h"
#include "views/board/boardpane.h"
#include "views/board/boardtotals.h"
#include "views/board/boardview.h"
#include "views/board/columnsmenu.h"
#include "views/objectnames.h"
#include "views/records/rowsbehind.h"
#include "views/style/stylesheet.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace liaison;

// Columns of what was done as they are seen and used, and the rows behind a number.
class BoardOutreachViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<OutreachFile>();
        m_file->setNow(QDateTime(QDate(2007, 2, 15), QTime(12, 0), Qt::UTC));
        m_file->fill();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_pane = std::make_unique<BoardPane>(*m_model);
        m_pane->resize(1000, 300);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
    }
    void cleanup()
    {
        m_pane.reset();
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void theyAreChosenInTheMenu()
    {
        ColumnsMenu *menu = view()->columnsMenu();
        QSignalSpy chosen(menu, &ColumnsMenu::outreachChosen);
        toggle(u"activities"_s);
        toggle(u"groups-in-touch"_s);
        QCOMPARE(menu->outreach(), (QStringList{u"activities"_s, u"groups-in-touch"_s}));
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(m_model->columnCount(), m_model->indicatorEnd() + 2);
        toggle(u"activities"_s);
        QCOMPARE(chosen.last().first().toStringList(), QStringList{u"groups-in-touch"_s});
        QCOMPARE(m_model->columnCount(), m_model->indicatorEnd() + 1);
        QVERIFY(!m_pane->grab().isNull());
    }

    void totalsCountEachOnce()
    {
        m_model->setOutreach({u"activities"_s, u"awards"_s});
        const auto *totals = m_pane->findChild<BoardTotals *>();
        const QString said = totals->accessibleDescription();
        // One of them was in three territories.
        QVERIFY2(said.contains(u"Activities: 3, twelve months to 15 Feb 2007, each counted once"_s),
            qPrintable(said));
        QVERIFY(said.contains(u"Awards: 3"_s));
        m_file->activity(u"Talk"_s, u"2007-02-14"_s, u"BB GY"_s);
        QTRY_VERIFY(totals->accessibleDescription().contains(u"Activities: 4"_s));
    }

    void enterAndDoubleClickAskForTheRows()
    {
        m_model->setOutreach({u"activities"_s});
        QSignalSpy asked(view(), &BoardView::rowsRequested);
        view()->setCurrentIndex(cell(u"BB"_s));
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0], (QVariantList{u"activities"_s, OutreachFile::territory(u"BB"_s)}));
        QTest::mouseDClick(
            view()->viewport(), Qt::LeftButton, {}, view()->visualRect(cell(u"GY"_s)).center());
        QCOMPARE(asked.size(), 2);
        // Of what nothing is known there are none; and an indicator is edited as ever.
        view()->setCurrentIndex(cell(u"KN"_s));
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(view()->currentIndex(), cell(u"KN"_s));
        view()->setCurrentIndex(m_model->index(0, BoardModel::FirstIndicatorColumn));
        QTest::keyClick(view(), Qt::Key_Return);
        QCOMPARE(view()->currentIndex().row(), 1);
    }

    void theyAreSeenAtAnySizeAndSide_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<qreal>("text");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addRow("light") << Theme::Light << 1.0 << Qt::LeftToRight;
        QTest::addRow("dark, right to left") << Theme::Dark << 1.0 << Qt::RightToLeft;
        QTest::addRow("large") << Theme::Light << 2.0 << Qt::LeftToRight;
    }
    void theyAreSeenAtAnySizeAndSide()
    {
        QFETCH(Theme, theme);
        QFETCH(qreal, text);
        QFETCH(Qt::LayoutDirection, direction);
        applyStyle(*qApp, theme, text);
        m_pane->setLayoutDirection(direction);
        m_model->setOutreach({u"activities"_s, u"groups-in-touch"_s});
        for (const int width : {320, 1400}) {
            m_pane->resize(width, 300);
            QVERIFY(!m_pane->grab().isNull());
        }
        // As wide as head and number need.
        QVERIFY(view()->columnWidth(m_model->indicatorEnd())
            >= view()->fontMetrics().horizontalAdvance(u"Activities"_s));
        applyStyle(*qApp, Theme::Light, 1);
    }

    void theRowsSayWhatTheyAreOf()
    {
        const OutreachQuestion question{
            .figure = u"people-trained"_s, .day = day, .territory = OutreachFile::territory(u"BB"_s)};
        QPointer<RowsBehind> rows = new RowsBehind(m_file->store(), question, m_pane.get());
        rows->show();
        QCOMPARE(rows->findChild<QLabel *>(objectNames::rowsBehindTitle)->text(),
            u"People trained, Barbados: 2"_s);
        QCOMPARE(rows->model().rowCount(), 3);
        QSignalSpy opened(rows.data(), &RowsBehind::recordRequested);
        auto *table = rows->findChild<QTableView *>(objectNames::rowsBehindView);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0].at(0).toString(), QString(fields::attendance::entity));
        const QUuid row = opened[0].at(1).toUuid();
        QVERIFY(!m_file->store().find(fields::attendance::entity, row).isNull());
        // It follows the file.
        m_file->remove(fields::attendance::entity, row);
        QTRY_COMPARE(rows->model().rowCount(), 2);
        QVERIFY(!rows->grab().isNull());
        QTest::keyClick(rows, Qt::Key_Escape);
        QTRY_VERIFY(!rows);
    }

    void rowsOfAQuarterAndOfNothing()
    {
        RowsBehind *rows = new RowsBehind(m_file->store(),
            {.figure = u"activities"_s,
                .day = day,
                .quarter = 8028,
                .scope = {.region = m_file->readRegion()}},
            m_pane.get());
        QCOMPARE(rows->model().rowCount(), 1);
        QVERIFY(rows->findChild<QLabel *>(objectNames::rowsBehindTitle)->text().endsWith(u": 1"_s));
        delete rows;
        rows = new RowsBehind(m_file->store(),
            {.figure = u"activities"_s, .day = day, .territory = OutreachFile::territory(u"KN"_s)},
            m_pane.get());
        QVERIFY(rows->findChild<QLabel *>(objectNames::rowsBehindTitle)->text().endsWith(u": –"_s));
        QTest::keyClick(rows->findChild<QTableView *>(objectNames::rowsBehindView), Qt::Key_Return);
        delete rows;
    }

private:
    BoardView *view() const { return m_pane->view(); }
    void toggle(const QString &code)
    {
        ColumnsMenu *menu = view()->columnsMenu();
        Q_EMIT menu->aboutToShow();
        menu->findChild<QAction *>(objectNames::outreachColumnAction + code)->trigger();
    }
    QModelIndex cell(const QString &code) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->index(row, BoardModel::CodeColumn).data().toString() == code)
                return m_model->index(row, m_model->indicatorEnd());
        }
        return {};
    }

    static constexpr QDate day = QDate::fromJulianDay(2'454'147); // 15 February 2007
    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<BoardPane> m_pane;
};

QTEST_MAIN(BoardOutreachViewTest)
#include "tst_boardoutreachview.moc"
