#include "tests/app/window/windowfixture.h"

#include "models/domain/fields.h"
#include "models/items/roles.h"
#include "models/store/store.h"
#include "views/settle/settlepage.h"

#include <QClipboard>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QtTest>

using namespace liaison;
using namespace liaison::test;

// The window as it is used all day: by keys.
class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpected);
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }

    // Also when the window was narrow before there was a file.
    void theNavigationShrinksWithTheWindow()
    {
        m_desk->window->resize(900, 700);
        m_desk->window->openFile(m_desk->makeExample());
        const auto *navigation = m_desk->window->findChild<QWidget *>(objectNames::navigationPane);
        const int narrow = navigation->width();
        m_desk->window->resize(1300, 700);
        QVERIFY(navigation->width() > 2 * narrow);
        m_desk->window->resize(900, 700);
        QCOMPARE(navigation->width(), narrow);
    }

    // The mark in a cell leads to the very conflict, also before the file was looked through.
    void aConflictOnTheBoardLeadsToWhereItIsSettled()
    {
        const QString mine = m_desk->makeExample();
        {
            auto theirs = Store::open(m_desk->makeExample(u"theirs.liaison"_s), OpenMode::ReadWrite,
                {m_desk->surroundings().clock, u"Ben"_s, m_desk->path(u"their tokens"_s)});
            QVERIFY(theirs.store);
            m_desk->window->openFile(mine);
            for (const auto &[code, indicator] :
                {std::pair(u"GY"_s, u"GAC"_s), std::pair(u"JM"_s, u"GAC"_s)}) {
                QVERIFY(m_desk->board()->model()->setData(m_desk->cell(code, indicator), u"observer"_s));
                const QModelIndex cell = m_desk->cell(code, indicator);
                const Record mineNow = m_desk->window->presence()->model().store().find(
                    fields::observation::entity, cell.data(IdRole).toUuid());
                Draft draft(u"Elsewhere"_s);
                draft.create(mineNow.entity(), mineNow.id(),
                    {{fields::observation::territory, mineNow.value(fields::observation::territory)},
                        {fields::observation::indicator, mineNow.value(fields::observation::indicator)},
                        {fields::observation::date, mineNow.value(fields::observation::date)},
                        {fields::observation::value,
                            Value(
                                Value::Parts{{QString(fields::observation::reading), Value(u"represented"_s)},
                                    {QString(fields::observation::certainty),
                                        Value(certaintyCode::reported)}})}});
                QVERIFY(theirs.store->commit(draft).ok());
            }
            auto here = Store::open(mine, OpenMode::ReadWrite, m_desk->surroundings());
            QVERIFY(here.store && here.store->merge(theirs.store->allEdits()).ok());
        }
        QTRY_VERIFY(m_desk->cell(u"JM"_s, u"GAC"_s).data(ConflictRole).toBool()); // another program wrote
        m_desk->goTo(u"JM"_s, u"GAC"_s);
        m_desk->press(Qt::Key_Return, Qt::ControlModifier);
        auto *settle = m_desk->find<SettlePage>(objectNames::settlePage);
        QVERIFY(settle);
        QVERIFY2(settle->view()->currentIndex().data().toString().contains(u"Jamaica"_s),
            qPrintable(settle->view()->currentIndex().data().toString()));
    }

    // The pages left out stay so; the last one cannot be.
    void onlyChosenPagesArePresented()
    {
        const QString file = m_desk->makeExample();
        m_desk->window->openFile(file);
        m_desk->act(objectNames::presentPageAction + u"board"_s)->trigger();
        m_desk->act(objectNames::presentPageAction + u"trends"_s)->trigger();
        m_desk->act(objectNames::presentPageAction + u"territory"_s)->trigger();
        QAction *map = m_desk->act(objectNames::presentPageAction + u"map"_s);
        map->trigger();
        QVERIFY(map->isChecked());
        m_desk->press(Qt::Key_F5);
        auto *shown = m_desk->find<Presentation>(objectNames::presentation);
        QVERIFY(shown);
        QCOMPARE(shown->page(), Presentation::Page::Map);
        QTest::keyClick(shown, Qt::Key_Right);
        QCOMPARE(shown->page(), Presentation::Page::Map);
        QTest::keyClick(shown, Qt::Key_Escape);

        MainWindow next(m_desk->surroundings(), *m_desk->appearance, m_desk->dialogs);
        QVERIFY(!next.findChild<QAction *>(objectNames::presentPageAction + u"board"_s)->isChecked());
        QVERIFY(next.findChild<QAction *>(objectNames::presentPageAction + u"map"_s)->isChecked());
    }

    void aWholeDayByKeys()
    {
        const QString file = m_desk->makeExample();
        m_desk->dialogs.answerNext(file);
        m_desk->press(Qt::Key_O, Qt::ControlModifier);
        QVERIFY(m_desk->window->presence());
        QCOMPARE(m_desk->window->windowTitle(), u"example - Liaison"_s);
        QTRY_COMPARE(QApplication::focusWidget(), m_desk->board());

        // Typing starts editing; Enter commits and goes down, Tab goes right.
        m_desk->goTo(u"AI"_s, u"ALS"_s);
        m_desk->type(u"2"_s);
        m_desk->press(Qt::Key_Return);
        QCOMPARE(m_desk->text(u"AI"_s, u"ALS"_s), u"2"_s);
        QCOMPARE(m_desk->board()->currentIndex(), m_desk->cell(u"AN"_s, u"ALS"_s));
        m_desk->type(u"1"_s);
        m_desk->press(Qt::Key_Tab);
        QCOMPARE(m_desk->text(u"AN"_s, u"ALS"_s), u"1"_s);
        QCOMPARE(m_desk->board()->currentIndex(), m_desk->cell(u"AN"_s, u"GAC"_s));
        m_desk->type(u"repr"_s); // a unique beginning is enough
        m_desk->press(Qt::Key_Return);
        QCOMPARE(m_desk->text(u"AN"_s, u"GAC"_s), u"represented"_s);

        // A block from a spreadsheet is one step.
        m_desk->goTo(u"AW"_s, u"ALS"_s);
        QApplication::clipboard()->setText(u"3\tobserver\n4\trepresented\n"_s);
        m_desk->press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_desk->text(u"AW"_s, u"ALS"_s), u"3"_s);
        QCOMPARE(m_desk->text(u"BB"_s, u"GAC"_s), u"represented"_s);
        QVERIFY(m_desk->notice().startsWith(u"4 cells"_s));
        m_desk->press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_desk->text(u"AW"_s, u"ALS"_s), QString());
        QCOMPARE(m_desk->text(u"BB"_s, u"ALS"_s), u"2"_s);
        QCOMPARE(m_desk->text(u"AI"_s, u"ALS"_s), u"2"_s);
        m_desk->press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_desk->text(u"AW"_s, u"ALS"_s), u"3"_s);
        m_desk->press(Qt::Key_Z, Qt::ControlModifier);

        // Another date: what is typed there is recorded there.
        m_desk->showDate(u"2007-02-14"_s);
        QCOMPARE(m_desk->text(u"JM"_s, u"ALS"_s), QString());
        QVERIFY(m_desk->find(objectNames::dateStrip)->isVisible());
        QTRY_COMPARE(QApplication::focusWidget(), m_desk->board());
        m_desk->goTo(u"CU"_s, u"GAC"_s);
        m_desk->type(u"observer"_s);
        m_desk->press(Qt::Key_Return);
        QCOMPARE(m_desk->cell(u"CU"_s, u"GAC"_s).data(DateTextRole).toString(), u"14 Feb 2007"_s);
        m_desk->press(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!m_desk->find(objectNames::dateStrip)->isVisible());
        QCOMPARE(m_desk->text(u"CU"_s, u"GAC"_s), u"observer"_s);

        m_desk->press(Qt::Key_W, Qt::ControlModifier);
        QVERIFY(!m_desk->window->presence());
        QCOMPARE(m_desk->window->windowTitle(), u"Liaison"_s);
        m_desk->window->openFile(file);
        QCOMPARE(m_desk->text(u"AI"_s, u"ALS"_s), u"2"_s);
        QCOMPARE(m_desk->text(u"AN"_s, u"GAC"_s), u"represented"_s);
        QCOMPARE(m_desk->cell(u"CU"_s, u"GAC"_s).data(DateTextRole).toString(), u"14 Feb 2007"_s);
        QCOMPARE(m_desk->text(u"AW"_s, u"ALS"_s), QString());
    }

    void theExampleShowsItsFigures()
    {
        m_desk->openExample();
        m_desk->showDate(u"15 Feb 2007"_s);
        const QString totals = m_desk->find(objectNames::boardTotals)->accessibleDescription();
        QVERIFY2(totals.contains(u"ALS: 9 in 5 of 27"_s), qPrintable(totals));
        QVERIFY2(totals.contains(u"GAC: 2 of 27, 25 unknown"_s), qPrintable(totals));
        QVERIFY2(totals.contains(u"AF/EoL: 0 of 27, 27 unknown"_s), qPrintable(totals));
        QVERIFY2(totals.contains(u"ccNSO: 6 of 27, 2 member, 19 unknown"_s), qPrintable(totals));
        QVERIFY(m_desk->find(objectNames::nameStrip)->isVisible());
    }

    void whatCannotBeUnderstoodStaysInTheCell()
    {
        m_desk->openExample();
        m_desk->goTo(u"AI"_s, u"GAC"_s);
        m_desk->type(u"perhaps"_s);
        m_desk->press(Qt::Key_Return);
        auto *edit = m_desk->find<QLineEdit>(objectNames::cellEdit);
        QVERIFY(edit && edit->isVisible());
        QCOMPARE(edit->text(), u"perhaps"_s);
        QVERIFY(!m_desk->notice().isEmpty());
        m_desk->press(Qt::Key_Escape);
        QTRY_COMPARE(QApplication::focusWidget(), m_desk->board());
        QCOMPARE(m_desk->text(u"AI"_s, u"GAC"_s), QString());
        QVERIFY(!m_desk->act(objectNames::undoAction)->isEnabled());
        m_desk->press(Qt::Key_Escape); // the next one closes the notice
        QVERIFY(m_desk->notice().isEmpty());
    }

    void escapeLeavesTheCellAsItWas()
    {
        m_desk->openExample();
        m_desk->goTo(u"JM"_s, u"ALS"_s);
        m_desk->type(u"7"_s);
        m_desk->press(Qt::Key_Escape);
        QCOMPARE(m_desk->text(u"JM"_s, u"ALS"_s), u"2"_s);
        m_desk->press(Qt::Key_F2);
        m_desk->press(Qt::Key_Return); // nothing was typed: no new observation
        QCOMPARE(m_desk->cell(u"JM"_s, u"ALS"_s).data(DateTextRole).toString(), u"15 Feb 2007"_s);
    }

    void deleteWithdrawsAndSaysSo()
    {
        m_desk->openExample();
        m_desk->showDate(u"2007-02-15"_s);
        m_desk->goTo(u"JM"_s, u"ALS"_s);
        m_desk->press(Qt::Key_Delete);
        QCOMPARE(m_desk->text(u"JM"_s, u"ALS"_s), QString());
        QVERIFY(m_desk->notice().contains(u"withdrawn"_s));
        m_desk->find<QToolButton>(objectNames::noticeButton)->click();
        QCOMPARE(m_desk->text(u"JM"_s, u"ALS"_s), u"2"_s);
        QVERIFY(m_desk->notice().isEmpty());
    }

    void undoNamesTheStep()
    {
        m_desk->openExample();
        m_desk->goTo(u"GY"_s, u"GAC"_s);
        m_desk->type(u"none"_s);
        m_desk->press(Qt::Key_Return);
        const QAction *undo = m_desk->act(objectNames::undoAction);
        QVERIFY2(undo->text().contains(u"Guyana"_s), qPrintable(undo->text()));
        m_desk->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_desk->act(objectNames::redoAction)->text().contains(u"Guyana"_s));
    }

    void aNameIsConfirmed()
    {
        m_desk->openExample();
        m_desk->goTo(u"BB"_s, u"ALS"_s);
        m_desk->find<QToolButton>(objectNames::confirmNameButton)->click();
        QVERIFY(!m_desk->cell(u"BB"_s, u"ALS"_s)
                     .siblingAtColumn(BoardModel::NameColumn)
                     .data(ReconstructedRole)
                     .toBool());
        QCOMPARE(m_desk->cell(u"BB"_s, u"ALS"_s).data(CertaintyRole).toString(), u"reported"_s);
        m_desk->press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_desk->cell(u"BB"_s, u"ALS"_s)
                    .siblingAtColumn(BoardModel::NameColumn)
                    .data(ReconstructedRole)
                    .toBool());
    }

    void anImpossibleDateIsRefused()
    {
        m_desk->openExample();
        m_desk->showDate(u"2007-02-30"_s);
        QVERIFY(m_desk->notice().contains(u"2007-02-30"_s));
        QCOMPARE(m_desk->window->presence()->asOf().toIso(), u"2007-06-01"_s);
        m_desk->press(Qt::Key_Escape);
        QCOMPARE(m_desk->find<QLineEdit>(objectNames::asOfEdit)->text(), u"1 Jun 2007"_s);
        QTRY_COMPARE(QApplication::focusWidget(), m_desk->board());
    }

    void theDateStepsByKeys()
    {
        m_desk->openExample();
        m_desk->showDate(u"2007-02"_s);
        QCOMPARE(m_desk->text(u"JM"_s, u"ALS"_s), u"2"_s); // as of the month's last day
        m_desk->press(Qt::Key_D, Qt::ControlModifier);
        m_desk->press(Qt::Key_Down);
        QCOMPARE(m_desk->window->presence()->asOf().toIso(), u"2007-01"_s);
        QCOMPARE(m_desk->text(u"JM"_s, u"ALS"_s), QString());
    }

    void midnightPasses()
    {
        m_desk->openExample();
        m_desk->now = m_desk->now.addDays(1);
        m_desk->window->presence()->followToday();
        QCOMPARE(m_desk->window->presence()->asOf().toIso(), u"2007-06-02"_s);
        m_desk->showDate(u"2007-02-15"_s);
        m_desk->now = m_desk->now.addDays(1);
        m_desk->window->presence()->followToday();
        QCOMPARE(m_desk->window->presence()->asOf().toIso(), u"2007-02-15"_s);
    }

    void anotherProgramWrites()
    {
        m_desk->openExample();
        {
            Store::Opening other =
                Store::open(m_desk->path(u"example.liaison"_s), OpenMode::ReadWrite, m_desk->surroundings());
            QVERIFY(other.store);
            Editor editor(*other.store);
            const QModelIndex cell = m_desk->cell(u"GY"_s, u"ALS"_s);
            const QUuid territory = cell.siblingAtColumn(BoardModel::NameColumn).data(IdRole).toUuid();
            const QUuid indicator = cell.model()->headerData(cell.column(), Qt::Horizontal, IdRole).toUuid();
            QVERIFY(
                editor.observe({territory, indicator, PartialDate(QDate(2007, 5, 1)), Value(9), {}, {}, {}})
                    .ok());
        }
        QTRY_COMPARE(m_desk->text(u"GY"_s, u"ALS"_s), u"9"_s);
    }

    void closingTheWindowKeepsWhatIsBeingTyped()
    {
        m_desk->openExample();
        m_desk->goTo(u"AI"_s, u"ALS"_s);
        m_desk->type(u"5"_s);
        m_desk->press(Qt::Key_W, Qt::ControlModifier);
        m_desk->window->openFile(m_desk->path(u"example.liaison"_s));
        QCOMPARE(m_desk->text(u"AI"_s, u"ALS"_s), u"5"_s);
    }

    void textGrowsByKeys()
    {
        m_desk->openExample();
        const int row = m_desk->board()->rowHeight(0);
        QTest::keyClick(m_desk->window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_desk->appearance->textScale(), 1.1);
        QTest::keyClick(m_desk->window.get(), Qt::Key_Equal, Qt::ControlModifier);
        QCOMPARE(m_desk->appearance->textScale(), 1.25);
        QTRY_VERIFY(m_desk->board()->rowHeight(0) > row);
        QTest::keyClick(m_desk->window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_desk->appearance->textScale(), 1.1);
        QTest::keyClick(m_desk->window.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_desk->appearance->textScale(), 1.0);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(m_desk->window.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_desk->appearance->textScale(), 0.8); // no smaller
        QTest::keyClick(m_desk->window.get(), Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(m_desk->board()->rowHeight(0), row);
    }

    void themesAndSizes_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<qreal>("scale");
        QTest::addRow("dark") << 2 << 1.0;
        QTest::addRow("twice the text, light") << 1 << 2.0;
        QTest::addRow("small text, dark") << 2 << 0.8;
    }
    void themesAndSizes()
    {
        QFETCH(int, choice);
        QFETCH(qreal, scale);
        m_desk->openExample();
        const int row = m_desk->board()->rowHeight(0);
        m_desk->appearance->choose(static_cast<Appearance::Choice>(choice));
        m_desk->appearance->setTextScale(scale);
        QTRY_COMPARE(m_desk->board()->rowHeight(0), qRound(row * scale));
        const QImage picture = m_desk->window->grab().toImage();
        QCOMPARE(picture.pixelColor(4, 4).lightness() < 128, choice == 2);
        // What a value needs is never narrower than the value.
        const QModelIndex cell = m_desk->cell(u"AG"_s, u"GAC"_s);
        QVERIFY(m_desk->board()->columnWidth(cell.column())
            > m_desk->board()->fontMetrics().horizontalAdvance(u"represented"_s));
        m_desk->appearance->setTextScale(1);
    }

private:
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
