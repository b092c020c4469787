#include "tests/models/testfile.h"

#include "models/edits/editor.h"
#include "models/figures/target.h"
#include "views/objectnames.h"
#include "views/records/fieldedit.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"
#include "views/records/recordhistory.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace liaison;

// A form for any entity: what is written, what is refused and where it says so.
class RecordFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
    }
    void cleanup()
    {
        m_editor.reset();
        m_file.reset();
    }

    void everyEntityHasAFormWithANameForEachField()
    {
        for (const Entity &entity : m_file->store().catalogue().entities()) {
            RecordForm form(*m_editor, entity, Record());
            for (const NamedField &named : namedFields(entity)) {
                FieldEdit *edit = form.edit(named.written().name);
                QVERIFY2(edit, named.written().name.data());
                QVERIFY2(!edit->control()->accessibleName().isEmpty(), named.written().name.data());
            }
            QVERIFY(!form.isChanged());
        }
    }

    void aTargetIsSet()
    {
        RecordForm form(*m_editor, entity(fields::target::entity), Record(),
            {{u"territory"_s, u"BB"_s}, {u"indicator"_s, u"GAC"_s}});
        QCOMPARE(line(form, u"territory"_s)->text(), u"Barbados (BB)"_s);
        // The words of the indicator are offered.
        QVERIFY(combo(form, u"value"_s)->findText(u"observer"_s) >= 0);
        combo(form, u"value"_s)->setEditText(u"observer"_s);
        line(form, u"due"_s)->setText(u"Dec 2008"_s);
        QVERIFY2(form.save(), qPrintable(errorOf(form)));
        const Target target(m_file->store().find(fields::target::entity, form.row()));
        QCOMPARE(target.territory, TestFile::territory(u"BB"_s));
        QCOMPARE(target.due, TestFile::date(u"2008-12"_s));
        QCOMPARE(target.reading, Value(u"observer"_s));
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QVERIFY(m_file->store().find(fields::target::entity, form.row()).isHidden());
    }

    void whatIsWrongIsSaidBesideTheField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("errorAt");
        QTest::addRow("no date at all") << u"due"_s << u"soon"_s << u"dueErrorLabel"_s;
        QTest::addRow("an impossible day") << u"due"_s << u"2008-02-30"_s << u"dueErrorLabel"_s;
        QTest::addRow("a needed field left empty") << u"due"_s << u""_s << u"dueErrorLabel"_s;
        QTest::addRow("a level of another indicator") << u"value"_s << u"AF signed"_s << u"valueErrorLabel"_s;
        QTest::addRow("no such territory") << u"territory"_s << u"Atlantis"_s << u"territoryQuestionLabel"_s;
        QTest::addRow("an ambiguous name") << u"territory"_s << u"St Martin"_s << u"territoryQuestionLabel"_s;
    }
    void whatIsWrongIsSaidBesideTheField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, errorAt);
        RecordForm form(*m_editor, entity(fields::target::entity), Record(),
            {{u"territory"_s, u"BB"_s}, {u"indicator"_s, u"GAC"_s}, {u"value"_s, u"observer"_s},
                {u"due"_s, u"2008"_s}});
        form.show();
        const auto edits = m_file->store().edits().size();
        if (auto *box = form.findChild<QComboBox *>(field + u"Control"_s))
            box->setEditText(text);
        else
            line(form, field)->setText(text);
        QVERIFY(!form.save());
        auto *error = form.findChild<QLabel *>(errorAt);
        QVERIFY(error && error->isVisible());
        QVERIFY(!error->text().isEmpty());
        QCOMPARE(error->textFormat(), Qt::PlainText);
        QCOMPARE(m_file->store().edits().size(), edits);
    }

    void onlyWhatChangedIsWritten()
    {
        const Record before = m_file->store().find(fields::territory::entity, TestFile::territory(u"BB"_s));
        RecordForm form(*m_editor, before.entity(), before);
        QVERIFY(!form.edit(u"code"_s)->control()->isEnabled()); // a key is set once
        QVERIFY(form.save()); // nothing to write
        QCOMPARE(m_editor->undoStack()->count(), 0);
        line(form, u"name_fr"_s)->setText(u"La <b>Barbade</b> & =1+1"_s);
        QVERIFY(form.isChanged());
        QVERIFY2(form.save(), qPrintable(errorOf(form)));
        const auto history = m_file->store().history(fields::territory::entity, before.id());
        QCOMPARE(history.front().field, QString(fields::territory::nameFr));
        QCOMPARE(history.front().to, Value(u"La <b>Barbade</b> & =1+1"_s));
        QVERIFY(history[1].edit.name != history[0].edit.name); // no other field in this edit
    }

    void aColleaguesValueIsNotOverwritten()
    {
        const Record seen = m_file->store().find(fields::territory::entity, TestFile::territory(u"BB"_s));
        RecordForm form(*m_editor, seen.entity(), seen);
        Draft other(u"Elsewhere"_s);
        other.edit(seen, {{fields::territory::cctldManager, Value(u"TeleBarbados"_s)}});
        m_file->commit(other);
        line(form, u"name_fr"_s)->setText(u"La Barbade"_s);
        QVERIFY2(form.save(), qPrintable(errorOf(form)));
        const Record after = m_file->store().find(fields::territory::entity, seen.id());
        QCOMPARE(after.value(fields::territory::cctldManager).text(), u"TeleBarbados"_s);
        QCOMPARE(after.value(fields::territory::nameFr).text(), u"La Barbade"_s);
    }

    void theDialogSavesAndDeletes()
    {
        auto *dialog = new RecordDialog(
            *m_editor, entity(fields::task::entity), {{u"of"_s, u"territory:GY"_s}}, nullptr);
        QPointer<RecordDialog> alive(dialog);
        dialog->show();
        auto *save = dialog->findChild<QPushButton *>(objectNames::saveRecordButton);
        save->click();
        QVERIFY(dialog->isVisible()); // a task without a text
        QVERIFY(dialog->findChild<QLabel *>(u"textErrorLabel"_s)->isVisible());
        dialog->form()->edit(u"text"_s)->setText(u"send slides"_s);
        QSignalSpy saved(dialog, &RecordDialog::saved);
        save->click();
        QCOMPARE(saved.size(), 1);
        const QUuid row = saved.front().front().toUuid();
        QTRY_VERIFY(!alive);
        QCOMPARE(m_file->store().count({.entity = fields::task::entity}), 1);

        auto *again = new RecordDialog(*m_editor, m_file->store().find(fields::task::entity, row), nullptr);
        again->show();
        again->findChild<QPushButton *>(objectNames::deleteRecordButton)->click();
        QCOMPARE(m_file->store().count({.entity = fields::task::entity}), 0);
        m_editor->undoStack()->undo();
        QCOMPARE(m_file->store().count({.entity = fields::task::entity}), 1);
    }

    void anOldValueIsRestored()
    {
        const Record before = m_file->store().find(fields::territory::entity, TestFile::territory(u"BB"_s));
        Draft draft(u"Rename"_s);
        draft.edit(before, {{fields::territory::nameFr, Value(u"Barbade"_s)}});
        m_file->commit(draft);
        RecordHistory history(*m_editor, before.entity(), before.id());
        history.show();
        auto *restore = history.findChild<QToolButton *>(objectNames::restoreButton);
        QVERIFY(restore);
        restore->click();
        QCOMPARE(
            m_file->store().find(fields::territory::entity, before.id()).value(fields::territory::nameFr),
            before.value(fields::territory::nameFr));
        QCOMPARE(m_editor->undoStack()->count(), 1);
    }

private:
    static const Entity &entity(QLatin1StringView name) { return *Catalogue::builtIn().entity(name); }
    static QComboBox *combo(const RecordForm &form, const QString &field)
    {
        return form.findChild<QComboBox *>(field + u"Control"_s);
    }
    static QLineEdit *line(const RecordForm &form, const QString &field)
    {
        return form.findChild<QLineEdit *>(field + u"Control"_s);
    }
    static QString errorOf(const RecordForm &form)
    {
        QStringList all;
        for (const QLabel *label : form.findChildren<QLabel *>()) {
            if (label->objectName().endsWith(u"ErrorLabel"_s))
                all.append(label->text());
        }
        return all.join(u' ');
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
};

QTEST_MAIN(RecordFormTest)
#include "tst_recordform.moc"
