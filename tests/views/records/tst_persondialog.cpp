#include "tests/models/outreachfile.h"

#include "models/edits/editor.h"
#include "models/items/recordtablemodel.h"
#include "views/objectnames.h"
#include "views/records/erasedialog.h"
#include "views/records/exportrequest.h"
#include "views/records/fieldedit.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;

// What a person's form has beyond any other's: consent, Export and Erase.
class PersonDialogTest : public QObject
{
    Q_OBJECT

    // Stands for the window.
    class Taker : public QWidget
    {
    public:
        QUuid row;

    protected:
        void customEvent(QEvent *event) override
        {
            if (event->type() != ExportRequest::eventType())
                return;
            row = static_cast<ExportRequest *>(event)->row();
            event->accept();
        }
    };

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<OutreachFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_window = std::make_unique<Taker>();
        m_person = m_file->person(u"Canarina Bell"_s);
    }
    void cleanup()
    {
        m_window.reset();
        m_editor.reset();
        m_file.reset();
    }

    void missingConsentIsSaid()
    {
        RecordDialog *dialog = open();
        auto *note = dialog->findChild<QLabel *>(objectNames::consentLabel);
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), u"Consent not recorded"_s);
        dialog->form()->edit(fields::person::consent)->setText(u"no"_s);
        QCOMPARE(note->text(), u"Has not agreed to be kept on file"_s);
        dialog->form()->edit(fields::person::consent)->setText(u"yes"_s);
        QVERIFY(!note->isVisible());
    }

    void missingConsentIsSaidInListsToo()
    {
        const Entity &entity = *m_file->store().catalogue().entity(fields::person::entity);
        RecordTableModel model(m_file->store(), entity);
        int place = -1;
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.column(column).written().name == fields::person::consent)
                place = column;
        }
        QCOMPARE(model.index(0, place).data().toString(), u"not recorded"_s);
        m_file->change(fields::person::entity, m_person, {{fields::person::consent, Value(false)}});
        QCOMPARE(model.index(0, place).data().toString(), u"no"_s);
    }

    void exportIsAskedOfTheWindow()
    {
        auto *between = new QWidget(m_window.get());
        auto *dialog =
            new RecordDialog(*m_editor, m_file->store().find(fields::person::entity, m_person), between);
        dialog->show();
        dialog->findChild<QPushButton *>(objectNames::exportPersonButton)->click();
        QCOMPARE(m_window->row, m_person);
    }

    void erasingSaysWhatItDoesAndIsDone()
    {
        m_file->activity(u"Talk by Canarina Bell"_s, u"2007"_s, u"GY"_s);
        m_editor.reset();
        m_file->close();
        QVERIFY(QFile::copy(m_file->path(), m_file->path() + u".before-restore"_s));
        m_file->reopen();
        m_editor = std::make_unique<Editor>(m_file->store());
        QPointer<RecordDialog> dialog = open();
        QSignalSpy erased(dialog.data(), &RecordDialog::erased);
        EraseDialog *question = ask(dialog);
        QCOMPARE(question->windowTitle(), u"Erase a person"_s);
        QCOMPARE(question->findChild<QPushButton *>(objectNames::eraseButton)->text(), u"Erase"_s);
        QVERIFY(question->findChild<QPlainTextEdit *>(objectNames::erasedCopiesEdit)
                    ->toPlainText()
                    .contains(u".before-restore"_s));
        QVERIFY(question->findChild<QPlainTextEdit *>(objectNames::erasedMentionsEdit)
                    ->toPlainText()
                    .contains(u"Talk by Canarina Bell"_s));
        QStringList said;
        for (const QLabel *label : question->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            said.append(label->text());
        }
        QVERIFY(said.join(u' ').contains(u"cannot be undone"_s));
        question->findChild<QPushButton *>(objectNames::eraseButton)->click();
        QCOMPARE(erased.size(), 1);
        QTRY_VERIFY(!dialog);
        QVERIFY(m_file->store().find(fields::person::entity, m_person).isHidden());
        QVERIFY(!m_editor->undoStack()->canUndo());
    }

    void enterKeepsThePerson()
    {
        QPointer<RecordDialog> dialog = open();
        QPointer<EraseDialog> question = ask(dialog);
        QTest::keyClick(question.data(), Qt::Key_Return);
        QTRY_VERIFY(!question);
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(!m_file->store().find(fields::person::entity, m_person).isHidden());
    }

    void otherRecordsHaveNeither()
    {
        const QUuid activity = m_file->activity(u"Workshop"_s, u"2007"_s, u"GY"_s);
        auto *dialog = new RecordDialog(
            *m_editor, m_file->store().find(fields::activity::entity, activity), m_window.get());
        QVERIFY(!dialog->findChild<QPushButton *>(objectNames::erasePersonButton));
        QVERIFY(!dialog->findChild<QPushButton *>(objectNames::exportPersonButton));
        QVERIFY(!dialog->findChild<QLabel *>(objectNames::consentLabel));
    }

    void readOnlyCanExportButNotErase()
    {
        m_editor.reset();
        m_file->reopen(OpenMode::ReadOnly);
        m_editor = std::make_unique<Editor>(m_file->store());
        RecordDialog *dialog = open();
        QVERIFY(!dialog->findChild<QPushButton *>(objectNames::erasePersonButton));
        QVERIFY(dialog->findChild<QPushButton *>(objectNames::exportPersonButton));
    }

private:
    RecordDialog *open()
    {
        auto *dialog = new RecordDialog(
            *m_editor, m_file->store().find(fields::person::entity, m_person), m_window.get());
        dialog->show();
        return dialog;
    }
    static EraseDialog *ask(RecordDialog *dialog)
    {
        dialog->findChild<QPushButton *>(objectNames::erasePersonButton)->click();
        return dialog->findChild<EraseDialog *>(objectNames::eraseDialog);
    }

    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<Taker> m_window;
    QUuid m_person;
};

QTEST_MAIN(PersonDialogTest)
#include "tst_persondialog.moc"
