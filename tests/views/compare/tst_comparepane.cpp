#include "tests/models/testfile.h"

#include "models/edits/editor.h"
#include "models/items/comparemodel.h"
#include "models/items/roles.h"
#include "views/board/boardview.h"
#include "views/objectnames.h"
#include "views/presence/filterbar.h"
#include "views/presence/presencepage.h"
#include "views/style/stylesheet.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace liaison;

// What changed between two dates, in its place on the page of Presence.
class tst_ComparePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        m_file->observe(u"BB"_s, u"GAC"_s, u"2005-05-01"_s, Value(u"observer"_s));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-01-10"_s, Value(u"represented"_s), u"letter"_s);
        m_file->observe(u"GY"_s, u"ALS"_s, u"2005-05-01"_s, Value(2));
        m_file->observe(u"GY"_s, u"ALS"_s, u"2007-01-10"_s, Value(u"unknown"_s));
        m_file->observe(u"TT"_s, u"ccNSO"_s, u"2006-06-01"_s, Value(u"active"_s));
        m_editor = std::make_unique<Editor>(m_file->store());
        m_page = std::make_unique<PresencePage>(*m_editor);
        m_page->resize(1100, 700);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
    }
    void cleanup()
    {
        m_page.reset();
        m_editor.reset();
        m_file.reset();
    }

    // Without a date chosen: a year. The rows are those of the command `compare`.
    void standsInThePlaceOfTheBoard()
    {
        m_page->compareAction()->trigger();
        QVERIFY(view()->isVisible() && !m_page->boardView()->isVisible());
        QVERIFY(view()->hasFocus());
        QCOMPARE(m_page->model().since(), QDate(2006, 2, 15));
        QCOMPARE(m_page->findChild<QToolButton *>(objectNames::sinceChip)->text(),
            u"Changed since: a year before"_s);
        QStringList told;
        for (const BoardChange &change :
            boardChanges(m_file->store(), m_file->readRegion(), QDate(2006, 2, 15), QDate(2007, 2, 15)))
            told += change.code + change.indicator;
        QCOMPARE(told.size(), 3);
        QCOMPARE(shown(), told);
        QCOMPARE(label(objectNames::compareTitle)->text(), u"What changed from 15 Feb 2006 to 15 Feb 2007"_s);
        QCOMPARE(label(objectNames::compareCountLabel)->text(), u"3 cells"_s);
        QTest::keyClick(view(), Qt::Key_Escape);
        QVERIFY(m_page->boardView()->isVisible() && !m_page->compareAction()->isChecked());
    }

    void aDateOfOnesOwn()
    {
        sinceMenuAction(objectNames::sinceDateAction)->trigger();
        auto *edit = m_page->findChild<QLineEdit *>(objectNames::sinceEdit);
        QVERIFY(edit->isVisible() && edit->hasFocus());
        QTest::keyClicks(edit, u"no day"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->isVisible()); // to be mended
        QVERIFY(label(objectNames::noticeLabel)->text().contains(u"no day"_s));
        QVERIFY(!m_page->model().since().isValid());
        QTest::keyClicks(edit, u"30 Jun 2006"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!edit->isVisible());
        QCOMPARE(m_page->model().since(), QDate(2006, 6, 30));
        QCOMPARE(m_page->findChild<QToolButton *>(objectNames::sinceChip)->text(),
            u"Changed since: 30 Jun 2006"_s);
        m_page->compareAction()->trigger(); // keeps it
        QCOMPARE(shown(), (QStringList{u"BBGAC"_s, u"GYALS"_s}));
        // The date stays where it is when the one shown moves.
        m_page->setAsOf(TestFile::date(u"2007-01-01"_s));
        QCOMPARE(m_page->model().since(), QDate(2006, 6, 30));
        QCOMPARE(shown(), QStringList());
    }

    // Asking for a date and leaving it is as if it had not been asked for.
    void aDateThatIsLeft()
    {
        sinceMenuAction(objectNames::sinceDateAction)->trigger();
        auto *edit = m_page->findChild<QLineEdit *>(objectNames::sinceEdit);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QVERIFY(!sinceMenuAction(objectNames::sinceDateAction)->isChecked());
        QVERIFY(m_page->boardView()->hasFocus());
    }

    void isReachedFromTheChip()
    {
        QVERIFY(sinceMenuAction(objectNames::compareAction) == m_page->compareAction());
    }

    void filtersAsTheBoard()
    {
        m_page->compareAction()->trigger();
        auto *search = m_page->findChild<QLineEdit *>(objectNames::filterEdit);
        QTest::keyClicks(search, u"guy"_s);
        QCOMPARE(shown(), QStringList{u"GYALS"_s});
        QCOMPARE(label(objectNames::compareCountLabel)->text(), u"1 of 3 cells"_s);
        QTest::keyClicks(search, u"x"_s);
        QVERIFY(!view()->isVisible());
        QVERIFY(label(objectNames::compareEmptyLabel)->text().contains(u"filter"_s));
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(view()->hasFocus()); // not the board behind it
        QCOMPARE(shown().size(), 3);
    }

    void aRowLeadsToItsCell_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::addRow("a click") << false;
        QTest::addRow("Enter") << true;
    }
    void aRowLeadsToItsCell()
    {
        QFETCH(bool, byKey);
        m_page->compareAction()->trigger();
        const QModelIndex second = view()->model()->index(1, CompareModel::SourceColumn);
        if (byKey) {
            QTest::keyClick(view(), Qt::Key_Down);
            QTest::keyClick(view(), Qt::Key_Return);
        } else {
            QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(second).center());
        }
        QVERIFY(m_page->boardView()->hasFocus());
        const QModelIndex current = m_page->boardView()->currentIndex();
        QCOMPARE(current.data(CodeRole).toString(), u"GY"_s);
        QCOMPARE(
            current.model()->headerData(current.column(), Qt::Horizontal, CodeRole).toString(), u"ALS"_s);
    }

    void isSortedByAnyColumn()
    {
        m_page->compareAction()->trigger();
        view()->sortByColumn(CompareModel::DateColumn, Qt::AscendingOrder);
        QCOMPARE(shown().constFirst(), u"TTccNSO"_s);
        view()->sortByColumn(CompareModel::TerritoryColumn, Qt::DescendingOrder);
        QCOMPARE(shown(), (QStringList{u"TTccNSO"_s, u"GYALS"_s, u"BBGAC"_s}));
        // Back to board order by a third click on the head.
        QHeaderView *head = view()->horizontalHeader();
        const QPoint place(
            head->sectionViewportPosition(CompareModel::TerritoryColumn) + 10, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(shown(), (QStringList{u"BBGAC"_s, u"GYALS"_s, u"TTccNSO"_s}));
    }

    void chosenRowsAreCopied()
    {
        m_page->compareAction()->trigger();
        QTest::keyClick(view(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text().count(u'\n'), 2);
        QVERIFY(copied->text().startsWith(
            u"BB\tBarbados\tGAC\tobserver\trepresented\t10 Jan 2007\tletter\tAnn"_s));
        QVERIFY(copied->html().contains(u"<th>Territory</th>"_s));
        QVERIFY(!copied->html().contains(u"Trinidad"_s));
    }

    void followsWhatHappens()
    {
        m_page->compareAction()->trigger();
        m_file->observe(u"KN"_s, u"GAC"_s, u"2007-02-01"_s, Value(u"none"_s));
        QCOMPARE(shown(), (QStringList{u"BBGAC"_s, u"GYALS"_s, u"KNGAC"_s, u"TTccNSO"_s}));
        m_page->setAsOf(TestFile::date(u"2006-03-01"_s)); // a year before it is another date
        QCOMPARE(shown(), (QStringList{u"BBGAC"_s, u"GYALS"_s}));
        m_page->setAsOf(TestFile::date(u"2004-03-01"_s));
        QCOMPARE(shown(), QStringList());
        QCOMPARE(label(objectNames::compareEmptyLabel)->text(),
            u"No cell of the board reads differently on 1 Mar 2004 than on 1 Mar 2003."_s);
    }

    void choosingAViewLeavesIt()
    {
        m_page->compareAction()->trigger();
        m_page->setShown(PresenceViews::Shown::Board);
        QVERIFY(m_page->boardView()->isVisible());
        QVERIFY(!m_page->compareAction()->isChecked());
    }

private:
    QTableView *view() const { return m_page->findChild<QTableView *>(objectNames::compareView); }
    QLabel *label(const QString &name) const { return m_page->findChild<QLabel *>(name); }
    QStringList shown() const
    {
        QStringList all;
        for (int row = 0; view()->isVisible() && row < view()->model()->rowCount(); ++row) {
            const auto text = [&](int column) {
                return view()->model()->index(row, column).data().toString();
            };
            all += text(CompareModel::CodeColumn) + text(CompareModel::IndicatorColumn);
        }
        return all;
    }
    QAction *sinceMenuAction(const QString &name) const
    {
        for (QAction *each : m_page->findChild<QToolButton *>(objectNames::sinceChip)->menu()->actions()) {
            if (each->objectName() == name)
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<PresencePage> m_page;
};

QTEST_MAIN(tst_ComparePane)
#include "tst_comparepane.moc"
