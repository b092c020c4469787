#include "tests/models/testfile.h"

#include "models/edits/editor.h"
#include "models/items/boardmodel.h"
#include "views/board/boardpane.h"
#include "views/board/boardtotals.h"
#include "views/board/boardview.h"
#include "views/board/cellmarks.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QtTest>

using namespace liaison;

class BoardViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_pane = std::make_unique<BoardPane>(*m_model);
    }
    void cleanup()
    {
        m_pane.reset();
        m_tester.reset();
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    // View, totals and scroll bar share the pane's height, also when the scroll bar comes while it is arranged.
    void theScrollBarTakesItsPlaceAtOnce()
    {
        m_pane->resize(1000, 170); // rows to scroll as well
        m_pane->show();
        const auto *bar = m_pane->findChild<QScrollBar *>(objectNames::boardScrollBar);
        const auto *totals = m_pane->findChild<QWidget *>(objectNames::boardTotals);
        for (const int width : {330, 1000, 330}) {
            m_pane->resize(width, 170);
            QCOMPARE(bar->isVisible(), width < 1000);
            QCOMPARE(m_pane->view()->geometry().bottom() + 1, totals->y());
            const int left = 170 - totals->geometry().bottom() - 1 - (bar->isVisible() ? bar->height() : 0);
            QVERIFY(left >= 0 && left < metrics::boardRowHeight); // less than a row
        }
    }

    void ages_data()
    {
        QTest::addColumn<int>("months");
        QTest::addColumn<QString>("text");
        QTest::addRow("months") << 25 << u"25 mo"_s;
        QTest::addRow("the last month") << 35 << u"35 mo"_s;
        QTest::addRow("years") << 36 << u"3 y"_s;
        QTest::addRow("a year nearly full is not one more") << 47 << u"3 y"_s;
    }
    void ages()
    {
        QFETCH(int, months);
        QTEST(ageText(months), "text");
    }

    void totalsInWords_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("text");
        QTest::addRow("a sum") << 0 << u"5|in 1 of 5, 3 unknown"_s;
        QTest::addRow("levels on the way stand by name") << 1 << u"1 of 5|1 observer, 1 none, 2 unknown"_s;
        QTest::addRow("nothing known") << 3 << u"0 of 5|5 unknown"_s;
    }
    void totalsInWords()
    {
        QFETCH(int, column);
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007"_s, Value(5));
        m_file->observe(u"TT"_s, u"ALS"_s, u"2007"_s, Value(0));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s));
        m_file->observe(u"GY"_s, u"GAC"_s, u"2007"_s, Value(u"observer"_s));
        m_file->observe(u"TT"_s, u"GAC"_s, u"2007"_s, Value(u"none"_s));
        const Board &board = m_model->board();
        const auto at = static_cast<size_t>(column);
        const auto text = BoardTotals::textOf(board.indicators[at], board.totals[at]);
        QTEST((text.figure + u' ' + text.rest).trimmed() + u'|' + text.caption(), "text");
    }

    void totalsStandUnderTheLastRow()
    {
        show(1000, 700);
        const auto *totals = m_pane->findChild<QWidget *>(objectNames::boardTotals);
        const BoardView *view = m_pane->view();
        QCOMPARE(view->height(),
            view->horizontalHeader()->height() + view->model()->rowCount() * metrics::boardRowHeight);
        QCOMPARE(totals->y(), view->height());
        QCOMPARE(totals->height(), metrics::totalsRowHeight);
        m_pane->resize(1000, 150); // fewer rows than there are: the totals stay in sight
        QCOMPARE(view->viewport()->height() % metrics::boardRowHeight, 0);
        QVERIFY(totals->geometry().bottom() <= 149);
        QVERIFY(totals->geometry().bottom() > 149 - metrics::boardRowHeight);
    }

    // Where room is short the age of a value goes to the tool tip before a column is scrolled out of sight.
    void marksGiveWayToColumns()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2001"_s, Value(u"represented"_s)); // long ago
        show(900, 700);
        const auto *bar = m_pane->findChild<QScrollBar *>(objectNames::boardScrollBar);
        const int natural = m_pane->view()->naturalWidth();
        const int needed = m_pane->view()->horizontalHeader()->count() * 4; // much less than an age takes
        m_pane->resize(natural - needed, 700);
        QVERIFY(!bar->isVisible());
        QCOMPARE(m_pane->view()->horizontalHeader()->length(), natural - needed);
        m_pane->resize(natural / 2, 700);
        QTRY_VERIFY(bar->isVisible());
    }

    void columnsUseTheWidth()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s));
        show(2000, 700);
        const int wide = width(u"GAC"_s);
        show(900, 700);
        const int narrow = width(u"GAC"_s);
        QVERIFY(narrow < wide);
        QCOMPARE(m_pane->view()->horizontalHeader()->length(), 900);
        QVERIFY(!m_pane->findChild<QScrollBar *>(objectNames::boardScrollBar)->isVisible());
        show(200, 700);
        QTRY_VERIFY(m_pane->findChild<QScrollBar *>(objectNames::boardScrollBar)->isVisible());
        QVERIFY(width(u"GAC"_s) <= narrow);
    }

    void totalsFollowTheScrollBar()
    {
        show(200, 700);
        auto *bar = m_pane->findChild<QScrollBar *>(objectNames::boardScrollBar);
        QTRY_VERIFY(bar->isVisible());
        bar->setValue(bar->maximum());
        QCOMPARE(m_pane->view()->horizontalScrollBar()->value(), bar->maximum());
    }

    void rightToLeft()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s));
        m_pane->setLayoutDirection(Qt::RightToLeft);
        show(1000, 700);
        const QHeaderView *head = m_pane->view()->horizontalHeader();
        QVERIFY(head->sectionViewportPosition(0) > head->sectionViewportPosition(4));
        // The symbol of a value stands at the right of its cell: there is green there, and none at its left.
        const QModelIndex cell = m_model->index(row(u"BB"_s), column(u"GAC"_s));
        const QRect area = m_pane->view()->visualRect(cell);
        const QImage picture = m_pane->view()->viewport()->grab(area).toImage();
        const auto isMet = [&](int x) {
            return picture.pixelColor(x, picture.height() / 2 + 4) == colour(Theme::Light, Token::Met);
        };
        QVERIFY(isMet(picture.width() - 1 - 15));
        QVERIFY(!isMet(15));
    }

    void aCellInPlace()
    {
        show(1000, 700);
        BoardView *view = m_pane->view();
        view->setCurrentIndex(m_model->index(row(u"GY"_s), column(u"GAC"_s)));
        QTest::keyClick(view, Qt::Key_F2);
        auto *edit = view->findChild<QLineEdit *>(objectNames::cellEdit);
        QVERIFY(edit);
        QTest::keyClicks(edit, u"obs"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(view->currentIndex().row(), row(u"GY"_s) + 1);
        QCOMPARE(m_model->index(row(u"GY"_s), column(u"GAC"_s)).data().toString(), u"observer"_s);
    }

    void theSameValueTypedAgainIsNew()
    {
        m_file->observe(u"GY"_s, u"ALS"_s, u"2006"_s, Value(2));
        show(1000, 700);
        BoardView *view = m_pane->view();
        const QModelIndex cell = m_model->index(row(u"GY"_s), column(u"ALS"_s));
        view->setCurrentIndex(cell);
        QTest::keyClick(view, Qt::Key_2);
        QTest::keyClick(view->findChild<QLineEdit *>(objectNames::cellEdit), Qt::Key_Return);
        QCOMPARE(cell.data(DateTextRole).toString(), u"15 Feb 2007"_s);
    }

    void theLastCellLeadsNowhere()
    {
        show(1000, 700);
        BoardView *view = m_pane->view();
        const QModelIndex last = m_model->index(m_model->rowCount() - 1, m_model->columnCount() - 1);
        view->setCurrentIndex(last);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(view->currentIndex(), last);
    }

    void copiedCellsPasteBack()
    {
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007"_s, Value(5));
        show(1000, 700);
        BoardView *view = m_pane->view();
        view->setFocus();
        view->setCurrentIndex(m_model->index(row(u"BB"_s), column(u"ALS"_s)));
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().trimmed(), u"5"_s);
        view->setCurrentIndex(m_model->index(row(u"TT"_s), column(u"ALS"_s)));
        QTest::keyClick(view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_model->index(row(u"TT"_s), column(u"ALS"_s)).data().toString(), u"5"_s);
    }

    // What a mail or a document takes: a table with heads, the territories named, levels in words, no markup
    // in it.
    void copiedCellsAreATableToo()
    {
        m_file->observe(u"TT"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s));
        show(1000, 700);
        BoardView *view = m_pane->view();
        view->setFocus();
        const QRect first = view->visualRect(m_model->index(row(u"KN"_s), column(u"GAC"_s)));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, first.center());
        QTest::keyClick(view, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), u"\nrepresented\n"_s);
        const QString html = copied->html();
        QVERIFY2(html.contains(u"<tr><th>CC</th><th>Country / territory</th><th>GAC</th></tr>"_s),
            qPrintable(html));
        QVERIFY2(html.contains(u"<tr><td>KN</td><td>St. Kitts &amp; Nevis</td><td>unknown</td></tr>"_s),
            qPrintable(html));
        QVERIFY2(html.contains(u"<td>Trinidad &amp; Tobago</td><td>represented</td>"_s), qPrintable(html));
        QVERIFY(!html.contains(u"ALS"_s));
    }

    void aBadBlockChangesNothing()
    {
        show(1000, 700);
        BoardView *view = m_pane->view();
        view->setFocus();
        view->setCurrentIndex(m_model->index(row(u"BB"_s), column(u"ALS"_s)));
        QApplication::clipboard()->setText(u"1\tobserver\n2\tnonsense\n"_s);
        QSignalSpy refused(view, &BoardView::refused);
        QTest::keyClick(view, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(refused.size(), 1);
        QCOMPARE(m_model->index(row(u"BB"_s), column(u"ALS"_s)).data().toString(), QString());
    }

    void thePlaceIsKeptWhenRowsChange()
    {
        show(1000, 700);
        m_pane->view()->setCurrentIndex(m_model->index(row(u"TT"_s), column(u"ccNSO"_s)));
        m_model->setAsOf(PartialDate(QDate(2011, 1, 1))); // AN is gone, CW, MF and SX are there
        QCOMPARE(m_pane->view()->currentIndex(), m_model->index(row(u"TT"_s), column(u"ccNSO"_s)));
        QVERIFY(m_pane->view()->selectTerritory(u"cw"_s));
        QCOMPARE(m_pane->view()->currentIndex().row(), row(u"CW"_s));
        QVERIFY(!m_pane->view()->selectTerritory(u"AN"_s));
    }

    // The mark is clicked, or the act chosen by key; anywhere else in the cell a click only goes there.
    void aConflictLeadsToWhereItIsSettled_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addRow("left to right") << Qt::LeftToRight;
        QTest::addRow("right to left") << Qt::RightToLeft;
    }
    void aConflictLeadsToWhereItIsSettled()
    {
        QFETCH(Qt::LayoutDirection, direction);
        TestFile colleague(u"Ben"_s);
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"none"_s));
        colleague.observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"observer"_s));
        m_pane->setLayoutDirection(direction);
        show(1000, 700);
        BoardView *view = m_pane->view();
        view->setFocus();
        const QModelIndex cell = m_model->index(row(u"BB"_s), column(u"GAC"_s));
        view->setCurrentIndex(cell);
        QVERIFY(!view->settleConflictAction()->isEnabled());
        QVERIFY(m_file->store().merge(colleague.store().allEdits()).ok());
        QVERIFY(view->settleConflictAction()->isEnabled());

        QSignalSpy chosen(view, &BoardView::conflictChosen);
        const QRect area = view->visualRect(cell);
        const bool mirrored = direction == Qt::RightToLeft;
        const QPoint value(mirrored ? area.right() - 40 : area.left() + 40, area.center().y());
        const QPoint mark(mirrored ? area.left() + 15 : area.right() - 15, area.center().y());
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, value);
        QCOMPARE(chosen.size(), 0);
        QTest::mouseClick(view->viewport(), Qt::RightButton, {}, mark);
        QCOMPARE(chosen.size(), 0);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, mark);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toUuid(), TestFile::observation(u"BB"_s, u"GAC"_s, u"2007"_s));
        QTest::keyClick(view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(chosen.size(), 2);
        view->setCurrentIndex(m_model->index(row(u"GY"_s), column(u"GAC"_s)));
        QTest::keyClick(view, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(chosen.size(), 2);
    }

    void aBoardWithoutRows()
    {
        m_model->setRegion({});
        show(600, 300);
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(!m_pane->grab().isNull());
        QTest::keyClick(m_pane->view(), Qt::Key_Return);
        QTest::keyClick(m_pane->view(), Qt::Key_Delete);
    }

private:
    void show(int w, int h)
    {
        m_pane->resize(w, h);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
    }
    int row(const QString &code) const
    {
        for (int i = 0; i < m_model->rowCount(); ++i) {
            if (m_model->index(i, BoardModel::CodeColumn).data().toString() == code)
                return i;
        }
        return -1;
    }
    int column(const QString &code) const
    {
        for (int i = 0; i < m_model->columnCount(); ++i) {
            if (m_model->headerData(i, Qt::Horizontal, CodeRole).toString() == code)
                return i;
        }
        return -1;
    }
    int width(const QString &code) const { return m_pane->view()->columnWidth(column(code)); }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<BoardPane> m_pane;
};

QTEST_MAIN(BoardViewTest)
#include "tst_boardview.moc"
