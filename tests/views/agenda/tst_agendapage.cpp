#include "tests/models/outreachfile.h"

#include "models/edits/editor.h"
#include "views/agenda/agendapage.h"
#include "views/agenda/agendatimeline.h"
#include "views/agenda/monthview.h"
#include "views/objectnames.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"
#include "views/style/stylesheet.h"
#include "views/widgets/chipbar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>
#include <QtTest>
#include <QUndoStack>

using namespace liaison;
namespace fa = fields::activity;

// The agenda as list, month and time line, from a file, and what can be done there.
class tst_AgendaPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<OutreachFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
    }
    void cleanup()
    {
        m_page.reset();
        m_editor.reset();
        m_file.reset();
    }

    void anEmptyFileSaysWhatWouldBeHere()
    {
        open();
        QVERIFY(label(objectNames::agendaEmptyLabel)->isVisible());
        QVERIFY(label(objectNames::agendaNoPlacesLabel)->isVisible());
        QVERIFY(!m_page->timeline()->isVisible());
        QCOMPARE(m_page->model().rowCount(), AgendaModel::groups);
        QCOMPARE(m_page->monthModel().month(), QDate(2007, 2, 1));
        m_file->activity(u"Talk"_s, u"2007-02-16"_s, u"GY"_s);
        QVERIFY(!label(objectNames::agendaEmptyLabel)->isVisible());
        QVERIFY(m_page->timeline()->isVisible());
    }

    // While it is seen at once, else when it is seen again.
    void followsTheFile()
    {
        open();
        const QUuid talk = m_file->activity(u"Talk"_s, u"2007-02-16"_s, u"GY"_s);
        QVERIFY(m_page->model().find(talk).isValid());
        QCOMPARE(m_page->monthModel().itemsOn({2007, 2, 16}).size(), 1U);
        QCOMPARE(m_page->placesModel().rowCount(), 1);
        m_page->hide();
        m_file->remove(fa::entity, talk);
        QVERIFY(m_page->model().find(talk).isValid());
        m_page->show();
        QVERIFY(!m_page->model().find(talk).isValid());
        QVERIFY(m_page->monthModel().itemsOn({2007, 2, 16}).empty());
    }

    void aPastDayIsItsToday()
    {
        const QUuid talk = m_file->activity(u"Talk"_s, u"2006-05-16"_s, u"GY"_s);
        open();
        QVERIFY(!m_page->model().find(talk).isValid()); // it has been
        m_page->setPlace({2006, 5, 15}, m_file->readRegion());
        QVERIFY(m_page->model().find(talk).isValid());
        QCOMPARE(m_page->monthModel().month(), QDate(2006, 5, 1));
        QCOMPARE(m_page->month()->day(), QDate(2006, 5, 15));
    }

    void enterInTheListOpensTheRecord()
    {
        const QUuid talk = m_file->activity(u"Talk"_s, u"2007-02-16"_s, u"GY"_s);
        open();
        m_page->list()->setCurrentIndex(m_page->model().find(talk));
        m_page->list()->setFocus();
        QTest::keyClick(m_page->list(), Qt::Key_Return);
        QVERIFY(dialog());
        QCOMPARE(dialog()->form()->row(), talk);
        dialog()->close();
    }

    void aClickInTheListOpensTheRecord()
    {
        const QUuid talk = m_file->activity(u"Talk"_s, u"2007-02-16"_s, u"GY"_s);
        open();
        QTest::mouseClick(m_page->list()->viewport(), Qt::LeftButton, {},
            m_page->list()->visualRect(m_page->model().find(talk)).center());
        QCOMPARE(m_page->findChildren<RecordDialog *>().size(), 1);
        QCOMPARE(dialog()->form()->row(), talk);
        dialog()->close();
    }

    // Of that day, and of what is filtered by; undone from the notice.
    void somethingNewOfADay()
    {
        open();
        m_page->filterBar()->setValue(2, TestFile::territory(u"GY"_s));
        m_page->filterBar()->setValue(1, OutreachFile::project(u"1Q"_s));
        m_page->month()->setDay({2007, 2, 20});
        QTest::keyClick(m_page->month(), Qt::Key_Return);
        QVERIFY(dialog());
        auto *title = dialog()->findChild<QLineEdit *>(QString(fa::title) + u"Control"_s);
        QVERIFY(title);
        title->setText(u"Visit"_s);
        dialog()->findChild<QAbstractButton *>(objectNames::saveRecordButton)->click();
        const auto items = m_page->monthModel().itemsOn({2007, 2, 20});
        QCOMPARE(items.size(), 1U);
        QCOMPARE(items[0]->title, u"Visit"_s);
        QCOMPARE(items[0]->territories, std::vector{TestFile::territory(u"GY"_s)});
        QCOMPARE(items[0]->projects, std::vector{OutreachFile::project(u"1Q"_s)});
        auto *undo = m_page->findChild<QAbstractButton *>(objectNames::noticeButton);
        QVERIFY(undo->isVisible());
        undo->click();
        QVERIFY(m_page->monthModel().itemsOn({2007, 2, 20}).empty());
    }

    void monthsAreWalkedThrough()
    {
        m_file->activity(u"Talk"_s, u"2007-03-16"_s, u"GY"_s);
        open();
        button(objectNames::agendaLaterButton)->click();
        QCOMPARE(m_page->monthModel().month(), QDate(2007, 3, 1));
        QCOMPARE(m_page->monthModel().itemsOn({2007, 3, 16}).size(), 1U);
        QCOMPARE(m_page->month()->day(), QDate(2007, 3, 15));
        QVERIFY(subtitle().contains(u"March 2007"_s));
        button(objectNames::agendaTodayButton)->click();
        QCOMPARE(m_page->month()->day(), QDate(2007, 2, 15));
        m_page->month()->setFocus();
        QTest::keyClick(m_page->month(), Qt::Key_PageUp);
        QCOMPARE(m_page->month()->day(), QDate(2007, 1, 15));
        QTest::keyClick(m_page->month(), Qt::Key_T);
        QCOMPARE(m_page->month()->day(), QDate(2007, 2, 15));
    }

    void listAlone()
    {
        open();
        button(objectNames::agendaListButton)->click();
        QVERIFY(m_page->list()->isVisible() && !m_page->month()->isVisible());
        QVERIFY(!m_page->timeline()->isVisible());
        QVERIFY(!button(objectNames::agendaLaterButton)->isEnabled());
        button(objectNames::agendaMonthButton)->click();
        QVERIFY(m_page->month()->isVisible() && button(objectNames::agendaLaterButton)->isEnabled());
    }

    // A year, with every territory there is then.
    void byTerritory()
    {
        m_file->activity(u"Talk"_s, u"2007-11-16"_s, u"GY"_s);
        m_file->activity(u"Call"_s, u"2007-03-16"_s, u"GY"_s);
        const QUuid visit = m_file->activity(u"Visit"_s, u"2007-01-10"_s, u"GY"_s);
        open();
        button(objectNames::agendaPlacesButton)->click();
        QVERIFY(m_page->timeline()->isVisible() && !m_page->list()->isVisible());
        const AgendaPlacesModel &places = m_page->placesModel();
        QCOMPARE(places.first(), QDate(2007, 1, 1));
        QCOMPARE(places.rowCount(), 6); // not CW and SX; MF, AN do exist in the year
        AgendaTimeline *line = m_page->timeline();
        int row = 0;
        while (places.index(row).data().toString() != u"Guyana"_s)
            ++row;
        line->setFocus();
        line->setCurrentIndex(places.index(row));
        QCOMPARE(line->currentItem(), 1); // what comes next
        QVERIFY(line->accessibleDescription().contains(u"Call"_s));
        QTest::keyClick(line, Qt::Key_Right);
        QTest::keyClick(line, Qt::Key_Right);
        QVERIFY(line->accessibleDescription().contains(u"Talk"_s));
        QTest::keyClick(line, Qt::Key_Left);
        QTest::keyClick(line, Qt::Key_Left);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(dialog());
        QCOMPARE(dialog()->form()->row(), visit);
        dialog()->close();
        button(objectNames::agendaEarlierButton)->click();
        QCOMPARE(places.first(), QDate(2006, 1, 1));
    }

    void aClickOnTheTimeLineOpensTheRecord()
    {
        const QUuid talk = m_file->activity(u"Talk"_s, u"2007-02-16"_s, u"GY"_s);
        open();
        AgendaTimeline *line = m_page->timeline();
        const QPoint place(qRound(line->placeOf({2007, 2, 16})),
            line->visualRect(m_page->placesModel().index(0)).center().y());
        QCOMPARE(line->itemAt(place), std::optional(0));
        QVERIFY(!line->itemAt(place - QPoint(60, 0)));
        QVERIFY(line->placeOf({2007, 2, 15}) < line->placeOf({2007, 2, 16}));
        QTest::mouseClick(line->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(dialog());
        QCOMPARE(dialog()->form()->row(), talk);
        dialog()->close();
    }

    void filters()
    {
        m_file->activity(u"Talk"_s, u"2007-02-16"_s, u"GY"_s);
        m_file->activity(u"Visit"_s, u"2007-02-17"_s, u"TT"_s);
        m_file->activity(u"Meeting"_s, u"2007-02-18"_s, u"GB"_s);
        open();
        const auto seen = [this] {
            QStringList titles;
            for (const QDate day : {QDate(2007, 2, 16), QDate(2007, 2, 17), QDate(2007, 2, 18)}) {
                for (const AgendaItem *item : m_page->monthModel().itemsOn(day)) {
                    titles += item->title;
                    if (!m_page->model().find(item->row).isValid())
                        titles += u"not in the list"_s;
                }
            }
            return titles.join(u' ');
        };
        QCOMPARE(seen(), u"Talk Visit"_s); // of the region
        QCOMPARE(label(objectNames::filterCountLabel)->text(), u"2 of 3"_s);
        m_page->filterBar()->searchEdit()->setText(u"vis"_s);
        QCOMPARE(seen(), u"Visit"_s);
        m_page->filterBar()->clear();
        m_page->filterBar()->setValue(2, TestFile::territory(u"GY"_s));
        QCOMPARE(seen(), u"Talk"_s);
        m_page->filterBar()->clear();
        m_page->filterBar()->setValue(3, u"all"_s);
        QCOMPARE(seen(), u"Talk Visit Meeting"_s);
        m_page->filterBar()->setValue(0, int(AgendaItem::Kind::TaskDue));
        QCOMPARE(seen(), QString());
    }

    void someDayOfTheMonthIsNamed()
    {
        m_file->activity(u"Briefing"_s, u"2007-02"_s, u"GY"_s);
        open();
        QVERIFY(label(objectNames::agendaSometimeLabel)->isVisible());
        QCOMPARE(label(objectNames::agendaSometimeLabel)->text(), u"Some day in February 2007: Briefing"_s);
        button(objectNames::agendaLaterButton)->click();
        QVERIFY(!label(objectNames::agendaSometimeLabel)->isVisible());
    }

    // Nobody's name stands in a calendar that may be shown to a room.
    void noNameOfAPerson()
    {
        const QUuid person = m_file->person(u"Canary"_s);
        m_file->add(fields::task::entity,
            {{fields::task::text, Value(u"Call back"_s)},
                {fields::task::due, OutreachFile::on(u"2007-02-16"_s)},
                {fields::task::of,
                    Value(Value::Parts{
                        {u"entity"_s, Value(fields::person::entity)}, {u"row"_s, Value(person)}})}});
        open();
        const QModelIndex next = m_page->model().groupIndex(AgendaModel::Group::Next);
        const QModelIndex index = m_page->model().index(0, 0, next);
        QCOMPARE(index.data().toString(), u"Call back"_s);
        QVERIFY(!index.data(Qt::AccessibleTextRole).toString().contains(u"Canary"_s));
        QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"Canary"_s));
    }

private:
    void open()
    {
        m_page = std::make_unique<AgendaPage>(*m_editor);
        m_page->setPlace({2007, 2, 15}, m_file->readRegion());
        m_page->resize(1256, 780);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        m_page->setFocus();
    }
    RecordDialog *dialog() const
    {
        for (RecordDialog *each : m_page->findChildren<RecordDialog *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QLabel *label(const QString &name) const { return m_page->findChild<QLabel *>(name); }
    QAbstractButton *button(const QString &name) const { return m_page->findChild<QAbstractButton *>(name); }
    QString subtitle() const
    {
        QStringList texts;
        for (const QLabel *each : m_page->findChildren<QLabel *>())
            texts += each->text();
        return texts.join(u'\n');
    }

    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<AgendaPage> m_page;
};

QTEST_MAIN(tst_AgendaPage)
#include "tst_agendapage.moc"
