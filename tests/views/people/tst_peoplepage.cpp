#include "tests/models/outreachfile.h"

#include "models/edits/editor.h"
#include "views/inspector/recordrow.h"
#include "views/objectnames.h"
#include "views/people/contactinspector.h"
#include "views/people/peoplepage.h"
#include "views/records/fieldedit.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"
#include "views/records/recordspane.h"
#include "views/style/stylesheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QTableView>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

using Tab = PeoplePage::Tab;

// What a liaison does on the page People.
class PeoplePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<OutreachFile>();
        m_ada = m_file->person(u"Ada <b>"_s);
        m_bob = m_file->person(u"Bob"_s);
        m_registry = m_file->organisation(u"Registry"_s, organisationKind::cctldManager, u"GY"_s);
        m_role = m_file->affiliate(m_ada, m_registry, u"2005"_s);
        m_file->attend(m_file->activity(u"Course"_s, u"2006-09"_s, {}), m_ada);
        m_editor = std::make_unique<Editor>(m_file->store());
        m_page = std::make_unique<PeoplePage>(*m_editor);
        m_page->setShown(QDate(2007, 2, 15));
        m_page->resize(1200, 700);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
    }
    void cleanup()
    {
        m_page.reset();
        m_editor.reset();
        m_file.reset();
    }

    void onePersonAtTheSide()
    {
        m_page->pane(Tab::People)->setCurrentRecord(m_ada);
        QTRY_COMPARE(title(), u"Ada <b>"_s);
        QVERIFY2(said().contains(u"since 2005, Registry"_s), qPrintable(said()));
        QVERIFY(said().contains(u"Course"_s));
        QVERIFY(said().contains(u"not recorded"_s)); // consent
        QVERIFY(said().contains(u"Guyana"_s));
        for (const QLabel *label : side()->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        m_page->pane(Tab::People)->setCurrentRecord(m_bob);
        QTRY_COMPARE(title(), u"Bob"_s);
        QVERIFY(said().contains(u"At no organisation on file."_s));
    }

    void anOrganisationAtTheSide()
    {
        QTest::mouseClick(button(objectNames::organisationsTabButton), Qt::LeftButton);
        m_page->pane(Tab::Organisations)->setCurrentRecord(m_registry);
        QTRY_COMPARE(title(), u"Registry"_s);
        QVERIFY(said().contains(u"ccTLD manager, Guyana"_s));
        QVERIFY(said().contains(u"Ada <b>"_s));
        m_page->setShown(QDate(2004, 1, 1)); // nobody is there yet, but it stays known
        QTRY_VERIFY(said().contains(u"since 2005"_s));
        QTest::mouseClick(button(objectNames::rolesTabButton), Qt::LeftButton);
        QVERIFY(!side()->isVisible());
    }

    void whereSomebodyIsIsAdded()
    {
        m_page->pane(Tab::People)->setCurrentRecord(m_bob);
        QTRY_COMPARE(title(), u"Bob"_s);
        QTest::mouseClick(button(objectNames::addAffiliationButton), Qt::LeftButton);
        auto *dialog = m_page->findChild<RecordDialog *>();
        QVERIFY(dialog);
        dialog->form()
            ->edit(fields::affiliation::organisation)
            ->setText(m_registry.toString(QUuid::WithoutBraces));
        QTest::mouseClick(
            dialog->findChild<QAbstractButton *>(objectNames::saveRecordButton), Qt::LeftButton);
        QTRY_VERIFY(said().contains(u"Registry"_s));
        QCOMPARE(m_file->store().count({.entity = fields::affiliation::entity}), 2);
        m_editor->undoStack()->undo();
        QTRY_VERIFY(!said().contains(u"Registry"_s));
    }

    void aTaskIsTickedOff()
    {
        const QUuid task = m_file->task(u"Call back"_s, fields::person::entity, m_ada, u"2007-02-01"_s);
        m_page->pane(Tab::People)->setCurrentRecord(m_ada);
        QTRY_VERIFY(m_page->findChild<QCheckBox *>(objectNames::taskCheckBox));
        auto *box = m_page->findChild<QCheckBox *>(objectNames::taskCheckBox);
        QCOMPARE(box->accessibleName(), u"Call back (14 days late)"_s);
        box->click();
        QCOMPARE(m_file->store().find(fields::task::entity, task).value(fields::task::done).toBool(),
            std::optional(true));
        QTRY_VERIFY(said().contains(u"None."_s));
    }

    void somebodyNewIsShownAtOnce()
    {
        QTest::mouseClick(button(objectNames::newHereButton), Qt::LeftButton);
        auto *dialog = m_page->findChild<RecordDialog *>();
        dialog->form()->edit(fields::person::name)->setText(u"Cy"_s);
        QTest::mouseClick(
            dialog->findChild<QAbstractButton *>(objectNames::saveRecordButton), Qt::LeftButton);
        QTRY_COMPARE(title(), u"Cy"_s);
        m_page->pane(Tab::People)->view()->setFocus();
        QTest::keyClick(m_page->pane(Tab::People)->view(), Qt::Key_Delete);
        QTRY_COMPARE(m_file->store().count({.entity = fields::person::entity}), 2);
        m_editor->undoStack()->undo();
        QCOMPARE(m_file->store().count({.entity = fields::person::entity}), 3);
    }

private:
    QWidget *side() const { return m_page->findChild<QWidget *>(objectNames::contactInspector); }
    QString title() const
    {
        const auto *label = m_page->findChild<QLabel *>(objectNames::inspectorTitle);
        return label ? label->text() : QString();
    }
    QAbstractButton *button(const QString &name) const { return m_page->findChild<QAbstractButton *>(name); }
    // All that stands at the side.
    QString said() const
    {
        QStringList all;
        for (const QWidget *each : side()->findChildren<QWidget *>()) {
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
    std::unique_ptr<PeoplePage> m_page;
    QUuid m_ada;
    QUuid m_bob;
    QUuid m_registry;
    QUuid m_role;
};

QTEST_MAIN(PeoplePageTest)
#include "tst_peoplepage.moc"
