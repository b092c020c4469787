#include "tests/models/outreachfile.h"

#include "models/edits/editor.h"
#include "views/objectnames.h"
#include "views/records/choicebuttons.h"
#include "views/records/fieldedit.h"
#include "views/records/newrowdialog.h"
#include "views/records/recordform.h"
#include "views/style/stylesheet.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace liaison;

// The widgets of a form by their types, rows chosen by typing, rows made on the way.
class FormFieldsTest : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void noteUrl(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<OutreachFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_opened.clear();
    }
    void cleanup()
    {
        m_form.reset();
        m_editor.reset();
        m_file.reset();
    }

    void partsOfAFormHaveHeadsAndShortFieldsStandBesideEachOther()
    {
        open(fields::programme::entity);
        QStringList heads;
        for (const QLabel *head : m_form->findChildren<QLabel *>(objectNames::formSectionLabel))
            heads.append(head->text());
        QCOMPARE(heads, QStringList({u"When and where"_s, u"With what"_s}));
        const auto topOf = [&](const QString &field) {
            return m_form->edit(field)->mapTo(m_form.get(), QPoint()).y();
        };
        QCOMPARE(topOf(u"start"_s), topOf(u"end"_s));
        QVERIFY(topOf(u"title"_s) < topOf(u"stage"_s));
        QVERIFY(m_form->edit(u"summary"_s)->height() > 2 * line(u"title"_s)->height());
    }

    void aRowIsFoundAmongManyByTyping()
    {
        Draft draft(u"Record people"_s);
        for (int i = 0; i < 900; ++i)
            m_file->create(draft, fields::person::entity, QUuid::createUuid(),
                {{fields::person::name, Value(u"Ann Zachary %1"_s.arg(i))}});
        m_file->commit(draft);
        const QUuid zachary = m_file->person(u"Zachary Pole"_s);
        open(fields::affiliation::entity);
        QLineEdit *who = line(u"person"_s);
        who->setFocus();
        QTest::keyClicks(who, u"zach"_s);
        // The one whose name begins so stands first, though many others sort before it; none is chosen yet.
        QTRY_VERIFY(who->completer()->popup()->isVisible());
        QVERIFY(!who->completer()->popup()->currentIndex().isValid());
        QCOMPARE(listed(who).front(), u"Zachary Pole"_s);
        QTest::keyClick(who->completer()->popup(), Qt::Key_Down);
        QTest::keyClick(who->completer()->popup(), Qt::Key_Return);
        QTRY_COMPARE(m_form->edit(u"person"_s)->text(), zachary.toString(QUuid::WithoutBraces));
        QCOMPARE(who->text(), u"Zachary Pole"_s);
    }

    void namesakesAreAskedAboutNotGuessed()
    {
        const QUuid first = m_file->person(u"José Brown"_s);
        const QUuid second = m_file->person(u"Jose Brown"_s);
        open(fields::affiliation::entity);
        line(u"person"_s)->setText(u"jose brown"_s);
        QVERIFY(!m_form->edit(u"person"_s)->settle());
        QVERIFY(m_form->findChild<QLabel *>(u"personQuestionLabel"_s)->isVisible());
        QVERIFY(answer(first) && answer(second));
        answer(second)->click();
        QCOMPARE(m_form->edit(u"person"_s)->text(), second.toString(QUuid::WithoutBraces));
        QVERIFY(!m_form->findChild<QWidget *>(u"personQuestion"_s)->isVisible());
    }

    void aPastedListPutsInAllAndAsksWhatIsDoubtful()
    {
        open(fields::activity::entity);
        m_form->edit(u"title"_s)->setText(u"Workshop"_s);
        QLineEdit *where = line(u"territories"_s);
        where->setFocus();
        QApplication::clipboard()->setText(u"BB, gy;Trinidad and Tobago\nSt Martin, Atlantis"_s);
        QTest::keySequence(where, QKeySequence::Paste);
        QCOMPARE(codes(), u"BB,GY,TT,St Martin, Atlantis"_s);
        // One question at a time; nothing is saved before they are answered.
        QVERIFY(m_form->findChild<QLabel *>(u"territoriesQuestionLabel"_s)->text().contains(u"St Martin"_s));
        QVERIFY(!m_form->save());
        QCOMPARE(m_file->store().count({.entity = fields::activity::entity}), 0);
        m_form->findChild<QToolButton *>(u"SXAnswerButton"_s)->click();
        QCOMPARE(codes(), u"BB,GY,TT,SX,Atlantis"_s);
        QVERIFY(question(u"territories"_s).contains(u"Atlantis"_s));
        where->clear();
        QVERIFY(m_form->save());
        QCOMPARE(m_file->store()
                     .find(fields::activity::entity, m_form->row())
                     .value(fields::activity::territories),
            OutreachFile::places(u"BB GY TT SX"_s));
    }

    void chipsAreTakenAwayByKeyAndByMouse()
    {
        open(fields::activity::entity);
        m_form->edit(u"territories"_s)->setText(u"BB,GY,TT,KN"_s);
        QLineEdit *where = line(u"territories"_s);
        where->setFocus();
        QTest::keyClick(where, Qt::Key_Backspace);
        QCOMPARE(codes(), u"BB,GY,TT"_s);
        QTest::mouseClick(m_form->findChild<QToolButton *>(u"GYChipButton"_s), Qt::LeftButton);
        QCOMPARE(codes(), u"BB,TT"_s);
        QTest::keyClick(where, Qt::Key_Left);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"BBChipButton"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QCOMPARE(codes(), u"TT"_s);
        m_form->setLayoutDirection(Qt::RightToLeft);
        where->setFocus();
        QTest::keyClick(where, Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"TTChipButton"_s);
    }

    void aMissingOrganisationIsMadeInTheSameStep()
    {
        open(fields::agreement::entity);
        m_form->edit(u"kind"_s)->setText(u"MoU"_s);
        QLineEdit *with = line(u"organisation"_s);
        with->setFocus();
        QTest::keyClicks(with, u"Bermuda NIC"_s);
        QCOMPARE(listed(with).back(), u"New organisation “Bermuda NIC”"_s);
        QTest::keyClick(with->completer()->popup(), Qt::Key_Return); // names nothing: it is asked
        QVERIFY(question(u"organisation"_s).contains(u"Bermuda NIC"_s));
        m_form->findChild<QToolButton *>(objectNames::newRowButton)->click();
        QCOMPARE(with->text(), u"Bermuda NIC"_s);
        QCOMPARE(count(fields::organisation::entity), 0); // not before it is saved
        QVERIFY2(m_form->save(), qPrintable(errors()));
        const Record made = m_file->store().read({.entity = fields::organisation::entity}).front();
        QCOMPARE(made.value(fields::organisation::name).text(), u"Bermuda NIC"_s);
        QCOMPARE(m_file->store()
                     .find(fields::agreement::entity, m_form->row())
                     .value(fields::agreement::organisation)
                     .row(),
            made.id());
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(count(fields::organisation::entity) + count(fields::agreement::entity), 0);
    }

    void aRowMadeButNotUsedIsNotRecorded()
    {
        open(fields::agreement::entity);
        m_form->edit(u"kind"_s)->setText(u"MoU"_s);
        line(u"organisation"_s)->setText(u"Bermuda NIC"_s);
        QVERIFY(!m_form->edit(u"organisation"_s)->settle());
        m_form->findChild<QToolButton *>(objectNames::newRowButton)->click();
        m_form->edit(u"organisation"_s)->setText(QString());
        QVERIFY2(m_form->save(), qPrintable(errors()));
        QCOMPARE(count(fields::organisation::entity), 0);
    }

    void whatNeedsMoreThanANameIsAskedForIt()
    {
        open(fields::activity::entity);
        m_form->edit(u"title"_s)->setText(u"Workshop"_s);
        line(u"programme"_s)->setText(u"Signing root"_s);
        QVERIFY(!m_form->edit(u"programme"_s)->settle());
        m_form->findChild<QToolButton *>(objectNames::newRowButton)->click();
        QPointer<NewRowDialog> dialog = m_form->findChild<NewRowDialog *>(objectNames::newRowDialog);
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->form()->edit(u"title"_s)->text(), u"Signing root"_s);
        dialog->findChild<QPushButton *>(objectNames::addRowButton)->click();
        QVERIFY(dialog->findChild<QLabel *>(u"projectErrorLabel"_s)->isVisible());
        dialog->form()->edit(u"project"_s)->setText(u"4H"_s);
        // It may need a row as well.
        auto *partners = dialog->form()->edit(u"partners"_s);
        qobject_cast<QLineEdit *>(partners->control())->setText(u"LACNIC"_s);
        QVERIFY(!partners->settle());
        dialog->findChild<QToolButton *>(objectNames::newRowButton)->click();
        dialog->findChild<QPushButton *>(objectNames::addRowButton)->click();
        QTRY_VERIFY(!dialog);
        QCOMPARE(line(u"programme"_s)->text(), u"Signing root"_s);
        QCOMPARE(count(fields::programme::entity), 0);
        QVERIFY2(m_form->save(), qPrintable(errors()));
        QCOMPARE(count(fields::programme::entity), 1);
        QCOMPARE(count(fields::organisation::entity), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(count(fields::programme::entity) + count(fields::organisation::entity)
                + count(fields::activity::entity),
            0);
    }

    void rulesAreSaidBesideTheirField_data()
    {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("wrong"); // empty: it is taken
        QTest::addRow("ends before it starts")
            << u"activity"_s << QStringList{u"title=A"_s, u"start=2007-03"_s, u"end=2007-02-15"_s}
            << u"end"_s;
        QTest::addRow("signed without a date")
            << u"agreement"_s << QStringList{u"kind=MoU"_s, u"stage=signed"_s} << u"signed"_s;
        QTest::addRow("lapsed without a date")
            << u"agreement"_s << QStringList{u"kind=MoU"_s, u"stage=lapsed"_s} << u"expires"_s;
        QTest::addRow("money without a currency")
            << u"programme"_s << QStringList{u"title=A"_s, u"project=4H"_s, u"budget=1650"_s} << u"budget"_s;
        QTest::addRow("no web address")
            << u"activity"_s << QStringList{u"title=A"_s, u"link=javascript:alert(1)"_s} << u"link"_s;
        QTest::addRow("unfinished") << u"activity"_s << QStringList{u"title=A"_s} << QString();
        QTest::addRow("known to the month")
            << u"activity"_s << QStringList{u"title=A"_s, u"start=2007-02"_s, u"end=2007-02"_s} << QString();
        QTest::addRow("no e-mail") << u"person"_s << QStringList{u"name=Ann"_s} << QString();
    }
    void rulesAreSaidBesideTheirField()
    {
        QFETCH(QString, entity);
        QFETCH(QStringList, values);
        QFETCH(QString, wrong);
        QMap<QString, QString> presets;
        for (const QString &value : values)
            presets.insert(value.section(u'=', 0, 0), value.section(u'=', 1));
        open(m_file->store().catalogue().entity(entity)->name, presets);
        const auto edits = m_file->store().edits().size();
        QCOMPARE(m_form->save(), wrong.isEmpty());
        if (wrong.isEmpty())
            return;
        QCOMPARE(m_file->store().edits().size(), edits);
        QVERIFY2(m_form->findChild<QLabel *>(wrong + u"ErrorLabel"_s)->isVisible(), qPrintable(errors()));
        QVERIFY(m_form->edit(wrong)->isAncestorOf(QApplication::focusWidget()));
    }

    void aDateIsShownAsItIsRead()
    {
        open(fields::activity::entity);
        auto *reading = m_form->findChild<QLabel *>(u"startReadingLabel"_s);
        line(u"start"_s)->setText(u"2007-02"_s);
        QVERIFY(reading->isVisible());
        QCOMPARE(reading->text(), u"Feb 2007"_s);
        line(u"start"_s)->setText(u"today"_s);
        QCOMPARE(m_form->edit(u"start"_s)->text(), u"2007-02-15"_s); // the file's clock
        line(u"start"_s)->setText(u"soon"_s);
        QVERIFY(!reading->isVisible());
    }

    void yesNoAndNotSaidAreThree()
    {
        const QUuid ann = m_file->person(u"Ann"_s);
        open(fields::person::entity, {}, ann);
        QVERIFY(!m_form->isChanged());
        QCOMPARE(m_form->edit(u"consent"_s)->text(), QString());
        auto *yes = button(u"consent"_s, u"yes"_s);
        yes->click();
        QVERIFY(m_form->save());
        QCOMPARE(
            m_file->store().find(fields::person::entity, ann).value(fields::person::consent), Value(true));
        yes->click(); // taken back
        QCOMPARE(m_form->edit(u"consent"_s)->text(), QString());
    }

    void stepsAreGoneThroughByKeys()
    {
        open(fields::agreement::entity);
        QWidget *stage = m_form->edit(u"stage"_s)->control();
        stage->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(m_form->edit(u"stage"_s)->text(), u"idea"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(m_form->edit(u"stage"_s)->text(), u"signed"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(m_form->edit(u"stage"_s)->text(), u"drafting"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QCOMPARE(m_form->edit(u"stage"_s)->text(), QString());
    }

    void topicsAreTicked()
    {
        open(fields::programme::entity, {{u"title"_s, u"A"_s}, {u"project"_s, u"4H"_s}});
        m_form->findChild<QCheckBox *>(u"policyCheck"_s)->click();
        m_form->findChild<QCheckBox *>(u"IP addressesCheck"_s)->click();
        auto *amount = line(u"budget"_s);
        amount->setText(u"1650.50"_s);
        m_form->findChild<QComboBox *>(u"budgetCurrencyCombo"_s)->setEditText(u"usd"_s);
        QVERIFY2(m_form->save(), qPrintable(errors()));
        const Record made = m_file->store().find(fields::programme::entity, m_form->row());
        QCOMPARE(made.value(fields::programme::topics),
            Value(Value::List{Value(u"IP addresses"_s), Value(u"policy"_s)}));
        QCOMPARE(made.value(fields::programme::budget).part("amount"_L1), Value(u"1650.50"_s));
        open(fields::programme::entity, {}, made.id());
        QCOMPARE(m_form->edit(u"budget"_s)->text(), u"USD 1650.50"_s);
        QVERIFY(!m_form->isChanged());
    }

    void onlyWebAddressesAreOpened()
    {
        QDesktopServices::setUrlHandler(u"https"_s, this, "noteUrl");
        open(fields::organisation::entity);
        auto *button = m_form->findChild<QToolButton *>(u"linkOpenButton"_s);
        for (const QString &text :
            {u""_s, u"file:///etc/passwd"_s, u"javascript:1"_s, u"https://"_s, u"x y"_s}) {
            line(u"link"_s)->setText(text);
            QVERIFY2(!button->isEnabled(), qPrintable(text));
        }
        line(u"link"_s)->setText(u" https://www.caribnog.org/a?b=c "_s);
        button->click();
        QDesktopServices::unsetUrlHandler(u"https"_s);
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://www.caribnog.org/a?b=c"_s)});
    }

    void personalFieldsAreMarked()
    {
        open(fields::person::entity);
        QStringList marked;
        for (const FieldEdit *edit : m_form->findChildren<FieldEdit *>()) {
            for (const QLabel *label : edit->parentWidget()->findChildren<QLabel *>()) {
                if (label->text().contains(u"only for us"_s))
                    marked.append(edit->field().written().name);
            }
        }
        QCOMPARE(marked, QStringList({u"name"_s, u"email"_s, u"phone"_s, u"note"_s}));
    }

    void aTaskIsAboutAnyRecord()
    {
        const QUuid workshop = m_file->activity(u"DNSSEC workshop"_s, u"2007-02"_s, u"GY"_s);
        open(fields::task::entity, {{u"text"_s, u"send slides"_s}});
        QLineEdit *of = line(u"of"_s);
        of->setFocus();
        QTest::keyClicks(of, u"dnss"_s);
        QCOMPARE(listed(of), QStringList{u"DNSSEC workshop – Activity"_s});
        QTest::keyClick(of->completer()->popup(), Qt::Key_Return); // the only one that begins so
        QCOMPARE(m_form->edit(u"of"_s)->text(), u"activity:"_s + workshop.toString(QUuid::WithoutBraces));
        QVERIFY2(m_form->save(), qPrintable(errors()));
    }

    void aRowThatIsNotHereYetIsLeftAsItIs()
    {
        const QUuid row = m_file->activity(u"Workshop"_s, u"2007-02"_s, u"GY"_s,
            {{fields::activity::programme, Value(QUuid::createUuid())}});
        open(fields::activity::entity, {}, row);
        line(u"place"_s)->setText(u"Georgetown"_s);
        QVERIFY2(m_form->save(), qPrintable(errors()));
        QVERIFY(
            !m_file->store().find(fields::activity::entity, row).value(fields::activity::programme).isNull());
    }

    void longNamesAreShortenedOnChips()
    {
        const QString name = u"A very long name of a <b>programme</b> & partner "_s.repeated(4).trimmed();
        m_file->organisation(name, organisationKind::academia, {});
        open(fields::programme::entity);
        m_form->resize(400, 600);
        m_form->edit(u"partners"_s)->setText(name);
        QToolButton *chip = nullptr;
        for (QToolButton *each : m_form->findChildren<QToolButton *>()) {
            if (each->accessibleName().contains(u"A very long"_s))
                chip = each;
        }
        QVERIFY(chip && chip->text().contains(u"…"_s));
        QVERIFY(chip->toolTip().contains(u"&lt;b&gt;"_s));
        QVERIFY(chip->sizeHint().width() < 300);
    }

private:
    void open(QLatin1StringView entity, const QMap<QString, QString> &presets = {}, QUuid row = {})
    {
        const Record record = row.isNull() ? Record() : m_file->store().find(entity, row);
        m_form =
            std::make_unique<RecordForm>(*m_editor, *Catalogue::builtIn().entity(entity), record, presets);
        m_form->resize(600, 700);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    }
    QLineEdit *line(const QString &field) const
    {
        return m_form->findChild<QLineEdit *>(field + u"Control"_s);
    }
    QToolButton *button(const QString &field, const QString &code) const
    {
        return m_form->edit(field)->findChild<QToolButton *>(code + u"ChoiceButton"_s);
    }
    QToolButton *answer(QUuid row) const
    {
        return m_form->findChild<QToolButton *>(row.toString(QUuid::WithoutBraces) + u"AnswerButton"_s);
    }
    // What is asked now; an earlier question may still be about to go.
    QString question(const QString &field) const
    {
        for (const QLabel *label : m_form->findChildren<QLabel *>(field + u"QuestionLabel"_s)) {
            if (label->isVisible())
                return label->text();
        }
        return {};
    }
    QString codes() const { return m_form->edit(u"territories"_s)->text(); }
    qint64 count(QLatin1StringView entity) const { return m_file->store().count({.entity = entity}); }
    static QStringList listed(const QLineEdit *line)
    {
        QStringList all;
        const QAbstractItemModel *model = line->completer()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            all.append(model->index(row, 0).data().toString());
        return all;
    }
    QString errors() const
    {
        QStringList all;
        for (const QLabel *label : m_form->findChildren<QLabel *>()) {
            if (label->objectName().endsWith(u"ErrorLabel"_s)
                || label->objectName().endsWith(u"QuestionLabel"_s))
                all.append(label->text());
        }
        return all.join(u' ');
    }

    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<RecordForm> m_form;
    QList<QUrl> m_opened;
};

QTEST_MAIN(FormFieldsTest)
#include "tst_formfields.moc"
