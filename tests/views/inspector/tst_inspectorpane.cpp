#include "tests/models/outreachfile.h"

#include "models/edits/editor.h"
#include "models/items/boardmodel.h"
#include "views/inspector/inspectorpane.h"
#include "views/inspector/recordrow.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace liaison;

// What stands about a territory, and what can be done there.
class InspectorPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<OutreachFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_selection = std::make_unique<QItemSelectionModel>(m_model.get());
        m_pane = std::make_unique<InspectorPane>(*m_editor, *m_model, *m_selection, m_confirm);
        m_pane->resize(320, 700);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
    }
    void cleanup()
    {
        m_pane.reset();
        m_selection.reset();
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void nothingChosen() { QVERIFY(!m_pane->findChild<QLabel *>(objectNames::inspectorTitle)); }

    void followsTheSelection()
    {
        choose(u"GY"_s, 0);
        QTRY_COMPARE(title(), u"Guyana"_s);
        QCOMPARE(standings(),
            QStringList({u"ALS: unknown"_s, u"GAC: unknown"_s, u"AF/EoL: unknown"_s, u"ccNSO: unknown"_s}));
        QVERIFY(texts().contains(u"No observation on file."_s));
        m_file->observe(u"GY"_s, u"GAC"_s, u"2007-01"_s, Value(u"observer"_s), u"call"_s);
        QTRY_VERIFY(standings().contains(u"GAC: observer"_s));
        // A press makes the indicator the current one, and its history stands below.
        for (QAbstractButton *button : m_pane->findChildren<QAbstractButton *>(objectNames::standingButton)) {
            if (button->text() == "GAC"_L1)
                button->click();
        }
        QCOMPARE(m_selection->currentIndex().column(), int(BoardModel::FirstIndicatorColumn) + 1);
        QTRY_VERIFY2(texts().contains(u"observer as of Jan 2007"_s), qPrintable(texts().join(u'|')));
        QVERIFY(texts().contains(u"Source: call"_s));
    }

    void laterValuesStandApart()
    {
        m_file->observe(u"GY"_s, u"ALS"_s, u"2006"_s, Value(1));
        m_file->observe(u"GY"_s, u"ALS"_s, u"2009-05"_s, Value(3));
        choose(u"GY"_s, 0);
        QTRY_VERIFY(texts().contains(u"Known later"_s));
        m_model->setAsOf(TestFile::date(u"2010"_s));
        QTRY_VERIFY(!texts().contains(u"Known later"_s));
    }

    void aReplacedValueIsRestored()
    {
        m_file->observe(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1), u"first"_s);
        m_file->observe(u"GY"_s, u"ALS"_s, u"2007"_s, Value(2), u"second"_s);
        m_model->setAsOf(TestFile::date(u"2007"_s));
        choose(u"GY"_s, 0);
        QTRY_VERIFY(m_pane->findChild<QToolButton *>(objectNames::restoreButton));
        m_pane->findChild<QToolButton *>(objectNames::restoreButton)->click();
        const Record observation = m_file->store().find(
            fields::observation::entity, TestFile::observation(u"GY"_s, u"ALS"_s, u"2007"_s));
        QCOMPARE(observation.value(fields::observation::value).part(fields::observation::reading), Value(1));
        QCOMPARE(observation.value(fields::observation::value).part(fields::observation::source).text(),
            u"first"_s);
        QTRY_VERIFY(standings().contains(u"ALS: 1"_s));
        m_editor->undoStack()->undo();
        QTRY_VERIFY(standings().contains(u"ALS: 2"_s));
    }

    void aTaskIsTickedOff()
    {
        const QUuid row = QUuid::createUuid();
        m_file->create(fields::task::entity, row,
            {{fields::task::text, Value(u"send & slides"_s)},
                {fields::task::of,
                    Value(Value::Parts{{u"entity"_s, Value(fields::territory::entity)},
                        {u"row"_s, Value(TestFile::territory(u"GY"_s))}})}});
        choose(u"BB"_s, 0);
        QTRY_COMPARE(title(), u"Barbados"_s);
        QVERIFY(!m_pane->findChild<QCheckBox *>(objectNames::taskCheckBox)); // another territory's
        choose(u"GY"_s, 0);
        QTRY_VERIFY(m_pane->findChild<QCheckBox *>(objectNames::taskCheckBox));
        m_pane->findChild<QCheckBox *>(objectNames::taskCheckBox)->click();
        QVERIFY(m_file->store()
                    .find(fields::task::entity, row)
                    .value(fields::task::done)
                    .toBool()
                    .value_or(false));
    }

    void anOwnNoteIsWrittenInPlace()
    {
        m_file->observe(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1));
        choose(u"GY"_s, 0);
        const auto link = [&] {
            return m_pane->findChild<QToolButton *>(
                QString(fields::observation::ownNote) + u"InPlaceButton"_s);
        };
        const auto noteOnFile = [&] {
            return m_file->store()
                .find(fields::observation::entity, TestFile::observation(u"GY"_s, u"ALS"_s, u"2007"_s))
                .value(fields::observation::ownNote)
                .text();
        };
        QTRY_VERIFY(link());
        link()->click();
        auto *edit = m_pane->findChild<QPlainTextEdit *>();
        QVERIFY(edit && edit->hasFocus());
        edit->setPlainText(u"not this"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(edit->isHidden() || !edit->isVisible());
        QCOMPARE(noteOnFile(), QString());
        link()->click();
        QCOMPARE(edit->toPlainText(), QString());
        edit->setPlainText(u"ask <b>Lance</b>"_s);
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(noteOnFile(), u"ask <b>Lance</b>"_s);
        QTRY_VERIFY2(texts().contains(u"Own note (never printed): ask <b>Lance</b>"_s),
            qPrintable(texts().join(u'|')));
        m_editor->undoStack()->undo();
        QTRY_VERIFY(!texts().join(u'|').contains(u"Lance"_s));
    }

    void anotherNameIsChosen()
    {
        choose(u"KN"_s, 0);
        QTRY_VERIFY(m_pane->findChild<QToolButton *>(objectNames::otherNameLink));
        QSignalSpy done(m_pane.get(), &InspectorPane::done);
        m_pane->findChild<QToolButton *>(objectNames::otherNameLink)->click();
        auto *line = m_pane->findChild<QLineEdit *>();
        QVERIFY(line && line->hasFocus());
        const QString error = QString(fields::regionTerritory::territory) + u"ErrorLabel"_s;
        QTest::keyClick(line, Qt::Key_Return); // nothing chosen
        QTRY_VERIFY(m_pane->findChild<QLabel *>(error)->isVisible());
        line->setText(u"Atlantis"_s);
        m_pane->findChild<QPushButton *>(objectNames::chooseNameButton)->click();
        const QString question = QString(fields::regionTerritory::territory) + u"QuestionLabel"_s;
        QVERIFY(m_pane->findChild<QLabel *>(question)->text().contains(u"Atlantis"_s));
        QVERIFY(done.isEmpty());
        line->setText(u"GB"_s);
        QTest::keyClick(line, Qt::Key_Return); // taken
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE(done.count(), 1);
        const Region region = m_file->readRegion();
        QVERIFY(std::any_of(region.members.begin(), region.members.end(),
            [](const Region::Member &each) { return each.territory == TestFile::territory(u"GB"_s); }));
    }

    void asksForRecords()
    {
        choose(u"GY"_s, 1);
        QTRY_COMPARE(title(), u"Guyana"_s);
        QSignalSpy wanted(m_pane.get(), &InspectorPane::newRequested);
        const auto press = [&](const QString &name) {
            m_pane->findChild<QToolButton *>(name)->click();
            QString text = wanted.back().front().toString();
            const auto presets = wanted.back().at(1).value<QMap<QString, QString>>();
            for (auto each = presets.cbegin(); each != presets.cend(); ++each)
                text += u' ' + each.key() + u'=' + each.value();
            return text;
        };
        QCOMPARE(press(objectNames::setTargetButton), u"target indicator=GAC territory=GY"_s);
        QCOMPARE(press(objectNames::addTaskButton), u"task of=territory:GY"_s);
        QCOMPARE(press(objectNames::addActivityButton), u"activity territories=GY"_s);
        QCOMPARE(press(objectNames::addAgreementButton), u"agreement territories=GY"_s);
        QCOMPARE(press(objectNames::addOrganisationButton), u"organisation territories=GY"_s);
    }

    void whoAndWhatWasDoneWithThem()
    {
        const QUuid registry = m_file->organisation(u"Registry"_s, organisationKind::cctldManager, u"GY"_s);
        const QUuid ada = m_file->person(u"Ada & <b>"_s);
        m_file->affiliate(ada, registry);
        m_file->activity(u"Talk"_s, u"2007-01-10"_s, u"GY BB"_s);
        m_file->agreement(agreementKind::mou, agreementStage::isSigned, u"GY"_s, u"2006"_s);
        choose(u"GY"_s, 0);
        QTRY_COMPARE(title(), u"Guyana"_s);
        QCOMPARE(rows().size(), 4);
        QCOMPARE(rows()[0], u"Registry, ccTLD manager"_s);
        QCOMPARE(rows()[1], u"Ada & <b>"_s);
        QVERIFY2(rows()[2].endsWith(u", Talk"_s), qPrintable(rows()[2]));
        QVERIFY2(rows()[3].contains(u"MoU"_s) && rows()[3].endsWith(u", signed"_s), qPrintable(rows()[3]));
        QSignalSpy asked(m_pane.get(), &InspectorPane::recordRequested);
        m_pane->findChildren<RecordRow *>()[1]->click();
        QCOMPARE(asked.front().at(0).toString(), QString(fields::person::entity));
        QCOMPARE(asked.front().at(1).toUuid(), ada);
        m_file->remove(fields::person::entity, ada);
        QTRY_COMPARE(rows().size(), 3);
        choose(u"TT"_s, 0);
        QTRY_COMPARE(title(), u"Trinidad & Tobago"_s);
        QVERIFY(rows().isEmpty());
        QVERIFY(texts().contains(u"Nobody on file for Trinidad & Tobago."_s));
    }

    void nothingIsMarkup()
    {
        Draft draft(u"Rename"_s);
        draft.edit(m_file->store().find(fields::territory::entity, TestFile::territory(u"BB"_s)),
            {{fields::territory::nameEn, Value(u"<b>Bar</b>"_s)}});
        m_file->commit(draft);
        choose(u"BB"_s, 0);
        QTRY_COMPARE(title(), u"<b>Bar</b>"_s);
        for (const QLabel *label : m_pane->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

private:
    // Records at the side, as a screen reader has them.
    QStringList rows() const
    {
        QStringList all;
        for (const RecordRow *row : m_pane->findChildren<RecordRow *>())
            all.append(row->accessibleName());
        return all;
    }
    void choose(const QString &code, int indicator)
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->index(row, BoardModel::CodeColumn).data().toString() == code)
                m_selection->setCurrentIndex(
                    m_model->index(row, BoardModel::FirstIndicatorColumn + indicator),
                    QItemSelectionModel::ClearAndSelect);
        }
    }
    QString title() const
    {
        const auto *label = m_pane->findChild<QLabel *>(objectNames::inspectorTitle);
        return label ? label->text() : QString();
    }
    QStringList standings() const
    {
        QStringList all;
        for (const QAbstractButton *button :
            m_pane->findChildren<QAbstractButton *>(objectNames::standingButton))
            all.append(button->accessibleName());
        return all;
    }
    QStringList texts() const
    {
        QStringList all;
        for (const QLabel *label : m_pane->findChildren<QLabel *>())
            all.append(label->text());
        return all;
    }

    QAction m_confirm;
    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QItemSelectionModel> m_selection;
    std::unique_ptr<InspectorPane> m_pane;
};

QTEST_MAIN(InspectorPaneTest)
#include "tst_inspectorpane.moc"
