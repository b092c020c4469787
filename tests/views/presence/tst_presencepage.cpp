#include "tests/models/testfile.h"

#include "models/edits/editor.h"
#include "models/items/roles.h"
#include "views/board/boardview.h"
#include "views/objectnames.h"
#include "views/presence/presencepage.h"
#include "views/style/stylesheet.h"
#include "views/widgets/timeline.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QtTest>

using namespace liaison;

// Around the board: region, date, strips, what cannot be done.
class PresencePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        open();
    }
    void cleanup()
    {
        m_page.reset();
        m_editor.reset();
        m_file.reset();
    }

    void regions()
    {
        auto *combo = m_page->findChild<QComboBox *>(objectNames::regionCombo);
        QVERIFY(combo->isVisible()); // there are two
        QCOMPARE(m_page->model().rowCount(), 5);
        combo->setCurrentIndex(1);
        Q_EMIT combo->activated(1);
        QCOMPARE(m_page->region().name, u"Pair"_s);
        QCOMPARE(m_page->model().rowCount(), 2);
        QVERIFY(m_page->findChild<QWidget *>(objectNames::nameStrip)->isHidden()); // nothing is assumed there
        const QUuid third = TestFile::region(u"Third"_s);
        m_file->create(fields::region::entity, third, {{fields::region::name, Value(u"Third"_s)}});
        QCOMPARE(combo->count(), 3); // somebody else added it
        QCOMPARE(combo->currentText(), u"Pair"_s);
        combo->setCurrentText(u"Third"_s);
        Q_EMIT combo->activated(combo->currentIndex());
        auto *empty = m_page->findChild<QLabel *>(objectNames::emptyLabel);
        QVERIFY(empty->isVisible() && !empty->text().isEmpty());
    }

    void weakNamesAreConfirmedOneByOne()
    {
        QVERIFY(m_page->boardView()->selectTerritory(u"BB"_s));
        QVERIFY(!m_page->confirmNameAction()->isEnabled());
        QVERIFY(m_page->boardView()->selectTerritory(u"KN"_s));
        QVERIFY(m_page->confirmNameAction()->isEnabled());
        // An ampersand in a name is no shortcut.
        QVERIFY2(m_page->confirmNameAction()->text().contains(u"St. Kitts && Nevis"_s),
            qPrintable(m_page->confirmNameAction()->text()));
        m_page->confirmNameAction()->trigger();
        QVERIFY(!m_page->confirmNameAction()->isEnabled());
        m_page->boardView()->selectTerritory(u"TT"_s);
        m_page->confirmNameAction()->trigger();
        QVERIFY(m_page->findChild<QWidget *>(objectNames::nameStrip)->isHidden());
    }

    void theBandStandsWhenItIsNotToday_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<bool>("band");
        QTest::addRow("today") << u"2007-02-15"_s << false;
        QTest::addRow("yesterday") << u"2007-02-14"_s << true;
        QTest::addRow("a month that ends later") << u"2007-02"_s << true;
        QTest::addRow("the future") << u"2030"_s << true;
    }
    void theBandStandsWhenItIsNotToday()
    {
        QFETCH(QString, date);
        m_page->setAsOf(TestFile::date(date));
        QTEST(m_page->findChild<QWidget *>(objectNames::dateStrip)->isVisible(), "band");
        m_page->todayAction()->trigger();
        QVERIFY(m_page->findChild<QWidget *>(objectNames::dateStrip)->isHidden());
    }

    // The buttons beside the date, and the keys of the menu: day of change by day of change, then today.
    void stepsLeadToWhatChanged()
    {
        m_file->observe(u"BB"_s, u"ALS"_s, u"2005-03-01"_s, Value(1));
        m_file->observe(u"BB"_s, u"ALS"_s, u"2006-09"_s, Value(2));
        auto *earlier = m_page->findChild<QToolButton *>(objectNames::earlierButton);
        auto *later = m_page->findChild<QToolButton *>(objectNames::laterButton);
        earlier->click();
        QCOMPARE(m_page->asOf().toIso(), u"2006-09-01"_s);
        m_page->earlierChangeAction()->trigger();
        QCOMPARE(m_page->asOf().toIso(), u"2005-03-01"_s);
        QVERIFY(!earlier->isEnabled() && !m_page->earlierChangeAction()->isEnabled());
        later->click();
        m_page->laterChangeAction()->trigger();
        QCOMPARE(m_page->asOf().toIso(), u"2007-02-15"_s); // today comes before what is known to come
        later->click();
        QCOMPARE(m_page->asOf().toIso(), u"2007-07-15"_s); // MF begins
        // An edit makes another step.
        m_page->setAsOf(TestFile::date(u"2005-03-01"_s));
        m_file->observe(u"BB"_s, u"ALS"_s, u"2004"_s, Value(1));
        QTRY_VERIFY(earlier->isEnabled());
        earlier->click();
        QCOMPARE(m_page->asOf().toIso(), u"2004-01-01"_s);
    }

    void theTimeLineIsDragged()
    {
        m_file->observe(u"BB"_s, u"ALS"_s, u"2005-03-01"_s, Value(1));
        m_file->observe(u"BB"_s, u"ALS"_s, u"2006-09-01"_s, Value(2));
        auto *line = m_page->findChild<TimeLine *>(objectNames::timeLine);
        QTRY_COMPARE(line->minimum(), int(QDate(2005, 3, 1).toJulianDay())); // read after it was painted
        const auto at = [&](QDate day) { return QPoint(qRound(line->placeOf(day)), line->height() / 2); };
        const QPoint before = at(QDate(2006, 9, 1));
        QTest::mousePress(line, Qt::LeftButton, {}, before);
        QTRY_COMPARE(m_page->asOf().toIso(), u"2006-09-01"_s);
        QVERIFY(m_page->findChild<QWidget *>(objectNames::dateStrip)->isVisible());
        QCOMPARE(at(QDate(2006, 9, 1)), before); // the note that came has not moved it
        QTest::mouseMove(line, at(QDate(2005, 3, 1)));
        QTRY_COMPARE(m_page->asOf().toIso(), u"2005-03-01"_s);
        QTest::mouseRelease(line, Qt::LeftButton, {}, at(QDate(2005, 3, 1)));
        m_page->todayAction()->trigger();
        QCOMPARE(line->day(), QDate(2007, 2, 15));
    }

    void theFilterHidesRowsAndColumns()
    {
        m_page->filterAction()->trigger();
        auto *search = m_page->findChild<QLineEdit *>(objectNames::filterEdit);
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"guy"_s);
        QCOMPARE(visibleRows(), QStringList{u"GY"_s});
        QCOMPARE(m_page->findChild<QLabel *>(objectNames::filterCountLabel)->text(), u"1 of 5"_s);
        const int totalsTop = m_page->findChild<QWidget *>(objectNames::boardTotals)->y();
        QTest::keyClick(search, Qt::Key_Escape);
        QVERIFY(m_page->boardView()->hasFocus());
        QCOMPARE(visibleRows().size(), 5);
        QVERIFY(
            m_page->findChild<QWidget *>(objectNames::boardTotals)->y() > totalsTop); // below the last row

        m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s));
        pick(objectNames::levelChip, u"meets the goal"_s);
        m_page->setAsOf(TestFile::date(u"2007"_s));
        QCOMPARE(visibleRows(), QStringList{u"BB"_s});
        pick(objectNames::projectChip, u"3C"_s); // GAC is another project's
        QVERIFY(visibleRows().isEmpty());
        QVERIFY(m_page->boardView()->isColumnHidden(BoardModel::FirstIndicatorColumn + 1));
        m_page->findChild<QToolButton *>(objectNames::clearFilterButton)->click();
        QCOMPARE(visibleRows().size(), 6); // MF too: the year has ended
        QVERIFY(!m_page->boardView()->isColumnHidden(BoardModel::FirstIndicatorColumn + 1));
    }

    void changesAreMarkedSinceADate()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2006-01"_s, Value(u"observer"_s));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-02-01"_s, Value(u"represented"_s));
        const auto turn = [this] {
            m_page->boardView()->selectTerritory(u"BB"_s);
            return m_page->boardView()
                ->currentIndex()
                .siblingAtColumn(BoardModel::FirstIndicatorColumn + 1)
                .data(ChangedRole);
        };
        QVERIFY(!turn().isValid());
        pick(objectNames::sinceChip, u"three months"_s);
        QCOMPARE(turn().toInt(), 1); // better
        m_page->setAsOf(TestFile::date(u"2008-01"_s));
        QVERIFY(!turn().isValid()); // it had changed before October
        pick(objectNames::sinceChip, u"a year"_s);
        QCOMPARE(turn().toInt(), 1);
        pick(objectNames::sinceChip, u"off"_s);
        QVERIFY(!turn().isValid());
    }

    void theInspectorStandsBeside()
    {
        m_page->boardView()->selectTerritory(u"GY"_s);
        m_page->inspectorAction()->trigger();
        auto *title = m_page->findChild<QLabel *>(objectNames::inspectorTitle);
        QVERIFY(title && title->isVisible());
        QCOMPARE(title->text(), u"Guyana"_s);
        m_page->resize(600, 600); // it gives way first
        QVERIFY(!title->isVisible());
        QVERIFY(m_page->isInspectorShown());
        m_page->resize(1000, 600);
        QTRY_VERIFY(m_page->findChild<QLabel *>(objectNames::inspectorTitle)->isVisible());
        m_page->inspectorAction()->trigger();
        QVERIFY(!m_page->findChild<QLabel *>(objectNames::inspectorTitle)->isVisible());
    }

    void goesToAPlace()
    {
        QVERIFY(m_page->goTo(TestFile::territory(u"TT"_s), TestFile::indicator(u"GAC"_s)));
        QCOMPARE(m_page->boardView()->currentIndex().column(), int(BoardModel::FirstIndicatorColumn) + 1);
        QVERIFY(m_page->goTo(TestFile::territory(u"GY"_s), QUuid()));
        QVERIFY(!m_page->goTo(TestFile::territory(u"GB"_s), QUuid())); // not on this board
    }

    void readOnlyIsToldAndKept()
    {
        m_page.reset();
        m_editor.reset();
        m_file->reopen(OpenMode::ReadOnly);
        open();
        m_page->boardView()->selectTerritory(u"BB"_s);
        QTest::keyClick(m_page->boardView(), Qt::Key_7);
        QVERIFY(!m_page->boardView()->findChild<QLineEdit *>(objectNames::cellEdit));
        QTest::keyClick(m_page->boardView(), Qt::Key_Delete);
        QCOMPARE(m_file->store().edits().size(), m_edits);
        m_page->boardView()->selectTerritory(u"KN"_s);
        QVERIFY(!m_page->confirmNameAction()->isEnabled());
    }

    void namesAreNoMarkup()
    {
        Draft draft(u"Rename"_s);
        draft.edit(m_file->store().find(fields::territory::entity, TestFile::territory(u"BB"_s)),
            {{fields::territory::nameEn, Value(u"<b>Bar</b> & =1+1"_s)}});
        m_file->commit(draft);
        m_page->boardView()->selectTerritory(u"BB"_s);
        const QModelIndex name = m_page->boardView()->currentIndex().siblingAtColumn(BoardModel::NameColumn);
        QCOMPARE(name.data().toString(), u"<b>Bar</b> & =1+1"_s);
        QVERIFY(!name.data(Qt::ToolTipRole).toString().contains(u"<b>Bar"_s));
        m_page->showNotice(u"<b>x</b>"_s);
        QCOMPARE(m_page->findChild<QLabel *>(objectNames::noticeLabel)->textFormat(), Qt::PlainText);
    }

private:
    QStringList visibleRows() const
    {
        QStringList codes;
        for (int row = 0; row < m_page->model().rowCount(); ++row) {
            if (!m_page->boardView()->isRowHidden(row))
                codes.append(m_page->model().index(row, BoardModel::CodeColumn).data().toString());
        }
        return codes;
    }
    void pick(const QString &chip, const QString &beginning)
    {
        QMenu *menu = m_page->findChild<QToolButton *>(chip)->menu();
        Q_EMIT menu->aboutToShow();
        for (QAction *action : menu->actions()) {
            if (action->text().startsWith(beginning))
                return action->trigger();
        }
        QFAIL(qPrintable(beginning));
    }
    void open()
    {
        m_edits = m_file->store().edits().size();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_page = std::make_unique<PresencePage>(*m_editor);
        m_page->resize(1000, 600);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<PresencePage> m_page;
    size_t m_edits = 0;
};

QTEST_MAIN(PresencePageTest)
#include "tst_presencepage.moc"
