#include "tests/models/outreachfile.h"

#include "models/edits/editor.h"
#include "models/items/programmesmodel.h"
#include "views/inspector/recordrow.h"
#include "views/map/territorytiles.h"
#include "views/objectnames.h"
#include "views/programmes/programmeinspector.h"
#include "views/programmes/programmespage.h"
#include "views/records/fieldedit.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"
#include "views/style/stylesheet.h"
#include "views/widgets/codelist.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What a liaison does on the page Programmes.
class ProgrammesPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<OutreachFile>();
        namespace f = fields::programme;
        m_course = m_file->add(f::entity,
            {{f::title, Value(u"Course <b>"_s)}, {f::project, Value(OutreachFile::project(u"1Q"_s))},
                {f::stage, Value(stageCode::running)},
                {f::territories, OutreachFile::places(u"BB GY CI"_s)}});
        m_visits = m_file->add(
            f::entity, {{f::title, Value(u"Visits"_s)}, {f::project, Value(OutreachFile::project(u"3C"_s))}});
        m_held = m_file->activity(
            u"First course"_s, u"2007-01-20"_s, u"TT"_s, {{fields::activity::programme, Value(m_course)}});
        m_editor = std::make_unique<Editor>(m_file->store());
        m_page = std::make_unique<ProgrammesPage>(*m_editor);
        m_page->setShown(m_file->readRegion(), QDate(2007, 2, 15));
        m_page->resize(1200, 700);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        m_page->setFocus();
    }
    void cleanup()
    {
        m_page.reset();
        m_editor.reset();
        m_file.reset();
    }

    void theFirstIsChosenAndTold()
    {
        QCOMPARE(current(), m_course);
        QCOMPARE(m_page->findChild<QLabel *>(objectNames::inspectorTitle)->text(), u"Course <b>"_s);
        QCOMPARE(m_page->findChild<QLabel *>(objectNames::inspectorTitle)->textFormat(), Qt::PlainText);
        const auto *tiles = m_page->findChild<TerritoryTiles *>(objectNames::programmeTiles);
        QSet<QUuid> named(tiles->content().numbers.keyBegin(), tiles->content().numbers.keyEnd());
        QCOMPARE(named, (QSet<QUuid>{place(u"BB"_s), place(u"GY"_s), place(u"CI"_s), place(u"TT"_s)}));
        QVERIFY(said().contains(u"Outside the region: CI"_s));
        QTest::keyClick(m_page->view(), Qt::Key_Down);
        QTest::keyClick(m_page->view(), Qt::Key_Down);
        QCOMPARE(current(), m_visits);
        QTRY_COMPARE(m_page->findChild<QLabel *>(objectNames::inspectorTitle)->text(), u"Visits"_s);
    }

    void silentTerritoriesLeadToTheBoard()
    {
        auto *silent = m_page->findChild<CodeList *>(objectNames::silentLabel);
        QCOMPARE(silent->accessibleName(), u"Nothing recorded for a year 4 of 5: AN BB GY KN"_s);
        QSignalSpy chosen(m_page.get(), &ProgrammesPage::territoryChosen);
        Q_EMIT silent->linkActivated(u"1"_s);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toUuid(), place(u"BB"_s));
        m_file->activity(u"Talk"_s, u"2007-02-01"_s, u"BB KN"_s);
        QTRY_COMPARE(silent->accessibleName(), u"Nothing recorded for a year 2 of 5: AN GY"_s);
    }

    void theFilterNarrows()
    {
        auto *search = m_page->findChild<QLineEdit *>(objectNames::filterEdit);
        QTest::keyClicks(search, u"vis"_s);
        QCOMPARE(m_page->model().shownCount(), 1);
        QCOMPARE(current(), m_visits);
        QCOMPARE(m_page->findChild<QLabel *>(objectNames::filterCountLabel)->text(), u"1 of 2"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(m_page->view()->hasFocus());
        m_page->filterProject(OutreachFile::project(u"1Q"_s));
        QCOMPARE(current(), m_course);
        QCOMPARE(m_page->model().shownCount(), 1);
        QVERIFY(search->text().isEmpty());
    }

    // The form is set up with what the programme knows already.
    void anActivityIsPlannedFromTheSide()
    {
        QTest::mouseClick(button(objectNames::addActivityButton), Qt::LeftButton);
        RecordDialog *dialog = form();
        QVERIFY(dialog);
        QVERIFY(dialog->form()->edit(fields::activity::programme)->text().size() > 0);
        QVERIFY(!dialog->form()->save()); // a title is needed
        dialog->form()->edit(fields::activity::title)->setText(u"Second course"_s);
        dialog->form()->edit(fields::activity::start)->setText(u"2007-03-01"_s);
        QTest::mouseClick(
            dialog->findChild<QAbstractButton *>(objectNames::saveRecordButton), Qt::LeftButton);
        QTRY_VERIFY(said().contains(u"Second course"_s));
        const auto records = m_file->store().read({.entity = fields::activity::entity,
            .where = {{fields::activity::title, Value(u"Second course"_s)}}});
        QCOMPARE(records.size(), 1U);
        QCOMPARE(records[0].value(fields::activity::programme).row(), m_course);
        QCOMPARE(records[0].value(fields::activity::territories), OutreachFile::places(u"BB GY CI"_s));
        const QModelIndex row = m_page->model().find(m_course);
        QCOMPARE(row.siblingAtColumn(ProgrammesModel::NextActivity).data().toString(),
            PartialDate(QDate(2007, 3, 1)).toText(QLocale()));
        m_editor->undoStack()->undo();
        QTRY_VERIFY(!said().contains(u"Second course"_s));
    }

    void whoWasThereIsStillToBeSaid()
    {
        QVERIFY(said().contains(u"Record who was there"_s));
        QTest::mouseClick(button(objectNames::recordAttendanceButton), Qt::LeftButton);
        RecordDialog *dialog = form();
        QVERIFY(dialog && dialog->form()->edit(fields::attendance::activity));
        dialog->reject();
        m_file->change(fields::activity::entity, m_held, {{fields::activity::headcount, Value(31)}});
        QTRY_VERIFY(!said().contains(u"Record who was there"_s));
        QVERIFY(said().contains(u"31"_s));
    }

    void aProgrammeIsAddedAndDeleted()
    {
        QTest::mouseClick(button(objectNames::newHereButton), Qt::LeftButton);
        RecordDialog *dialog = form();
        dialog->form()->edit(fields::programme::title)->setText(u"Brand new"_s);
        dialog->form()->edit(fields::programme::project)->setText(u"4H"_s);
        QTest::mouseClick(
            dialog->findChild<QAbstractButton *>(objectNames::saveRecordButton), Qt::LeftButton);
        QTRY_COMPARE(m_page->model().count(), 3);
        QCOMPARE(m_page->model().programme(m_page->view()->currentIndex())->title, u"Brand new"_s);
        m_page->view()->setFocus();
        QTest::keyClick(m_page->view(), Qt::Key_Delete);
        QTRY_COMPARE(m_page->model().count(), 2);
        m_editor->undoStack()->undo();
        QTRY_COMPARE(m_page->model().count(), 3);
    }

    void anotherDayIsAskedFor()
    {
        m_page->setShown(m_file->readRegion(), QDate(2006, 12, 31));
        const auto last = [&](int column) {
            return m_page->model().find(m_course).siblingAtColumn(column).data().toString();
        };
        QTRY_COMPARE(last(ProgrammesModel::LastActivity), u"–"_s);
        QCOMPARE(last(ProgrammesModel::NextActivity), PartialDate(QDate(2007, 1, 20)).toText(QLocale()));
    }

private:
    static QUuid place(const QString &code) { return OutreachFile::territory(code); }
    QUuid current() const
    {
        const auto *programme = m_page->model().programme(m_page->view()->currentIndex());
        return programme ? programme->id : QUuid();
    }
    QAbstractButton *button(const QString &name) const { return m_page->findChild<QAbstractButton *>(name); }
    RecordDialog *form() const { return m_page->findChild<RecordDialog *>(); }
    // All that stands at the side.
    QString said() const
    {
        QStringList all;
        const auto *side = m_page->findChild<QWidget *>(objectNames::programmeInspector);
        for (const QWidget *each : side->findChildren<QWidget *>()) {
            if (!each->isVisible())
                continue;
            if (const auto *label = qobject_cast<const QLabel *>(each))
                all.append(label->text());
            else
                all.append(each->accessibleName());
        }
        return all.join(u'\n');
    }

    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<ProgrammesPage> m_page;
    QUuid m_course;
    QUuid m_visits;
    QUuid m_held;
};

QTEST_MAIN(ProgrammesPageTest)
#include "tst_programmespage.moc"
