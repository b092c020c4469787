#include "views/records/recorddialog.h"

#include "models/domain/fields.h"
#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "views/objectnames.h"
#include "views/records/erasedialog.h"
#include "views/records/exportrequest.h"
#include "views/records/fieldedit.h"
#include "views/records/recordform.h"
#include "views/records/recordhistory.h"
#include "views/records/regionmembers.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

RecordDialog::RecordDialog(
    Editor &editor, const Entity &entity, const QMap<QString, QString> &presets, QWidget *parent)
    : RecordDialog(editor, entity, Record(), presets, parent)
{
}

RecordDialog::RecordDialog(Editor &editor, const Record &record, QWidget *parent)
    : RecordDialog(editor, record.entity(), record, {}, parent)
{
}

RecordDialog::RecordDialog(Editor &editor, const Entity &entity, const Record &record,
    const QMap<QString, QString> &presets, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_entity(entity)
    , m_form(nullptr)
{
    setObjectName(objectNames::recordDialog);
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isNew = record.isNull();
    setWindowTitle(isNew
            ? tr("New: %1").arg(entity.titleText())
            : tr("%1: %2").arg(entity.titleText(), editor.store().titleOf(entity.name, record.id())));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::groupGap);

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(area);
    auto *inner = new QVBoxLayout(content);
    // The focus ring is drawn outside of what has the keyboard.
    inner->setContentsMargins(4, 4, metrics::groupGap, 4);
    inner->setSpacing(metrics::groupGap);
    m_form = new RecordForm(editor, entity, record, presets, content);
    if (entity.name == fields::person::entity)
        inner->addWidget(makeConsentNote(content));
    inner->addWidget(m_form);
    if (entity.name == fields::region::entity)
        inner->addWidget(new RegionMembers(editor, *m_form, content));
    if (!isNew) {
        auto *head = new QLabel(tr("History"), content);
        setTextRole(head, FontRole::CaptionStrong, Ink::Second);
        inner->addWidget(head);
        auto *history = new RecordHistory(editor, entity, record.id(), content);
        inner->addWidget(history);
        // What was restored is another row than the one in the form.
        connect(history, &RecordHistory::refused, this, [head](const QString &why) { head->setText(why); });
    }
    inner->addStretch(1);
    area->setWidget(content);
    // On the dialog's ground.
    content->setAutoFillBackground(false);
    area->viewport()->setAutoFillBackground(false);
    column->addWidget(area, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::controlGap);
    if (!isNew && !editor.store().isReadOnly()) {
        addAct(objectNames::deleteRecordButton, tr("Delete"), tr("Delete this record"), &RecordDialog::remove,
            buttons);
    }
    // Whom the row is about may ask for what is known, and to be forgotten.
    if (!isNew && entity.name == fields::person::entity) {
        addAct(objectNames::exportPersonButton, tr("Export…"), tr("Export what is known of this person"),
            &RecordDialog::askExport, buttons);
        if (!editor.store().isReadOnly())
            addAct(objectNames::erasePersonButton, tr("Erase…"), tr("Erase this person for good"),
                &RecordDialog::askErase, buttons);
    }
    buttons->addStretch();
    auto *cancel = new QPushButton(editor.store().isReadOnly() ? tr("Close") : tr("Cancel"), this);
    cancel->setObjectName(objectNames::cancelButton);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(cancel);
    if (!editor.store().isReadOnly()) {
        auto *save = new QPushButton(tr("Save"), this);
        save->setObjectName(objectNames::saveRecordButton);
        save->setAccessibleName(tr("Save this record"));
        save->setDefault(true);
        setButtonKind(save, ButtonKind::Primary);
        connect(save, &QPushButton::clicked, this, &RecordDialog::save);
        buttons->addWidget(save);
    }
    column->addLayout(buttons);
    const int height = inner->sizeHint().height() + scaledPx(96);
    const int most = screen() ? screen()->availableSize().height() * 4 / 5 : 700;
    resize(scaledPx(640), std::min(height, most));
}

// Said as long as it is so, not only when it is looked for.
QLabel *RecordDialog::makeConsentNote(QWidget *parent)
{
    auto *note = new QLabel(parent);
    setTextRole(note, FontRole::Secondary);
    setSurface(note, Surface::Note);
    note->setMargin(4);
    note->setObjectName(objectNames::consentLabel);
    const auto tell = [this, note] {
        const QString agreed = m_form->edit(fields::person::consent)->text();
        note->setText(
            agreed == "no"_L1 ? tr("Has not agreed to be kept on file") : tr("Consent not recorded"));
        note->setVisible(agreed != "yes"_L1);
    };
    tell();
    connect(m_form, &RecordForm::edited, note, tell);
    return note;
}

QPushButton *RecordDialog::addAct(const QString &name, const QString &text, const QString &accessibleName,
    void (RecordDialog::*act)(), QHBoxLayout *buttons)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(accessibleName);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    buttons->addWidget(button);
    return button;
}

void RecordDialog::askExport()
{
    ExportRequest request(QString(m_entity.name), m_form->row());
    for (QWidget *above = parentWidget(); above && !request.isAccepted(); above = above->parentWidget())
        QCoreApplication::sendEvent(above, &request);
}

void RecordDialog::askErase()
{
    auto *dialog = new EraseDialog(m_editor, m_editor.store().find(m_entity.name, m_form->row()), this);
    // Nothing of it is to be kept on screen or saved again.
    connect(dialog, &EraseDialog::erased, this, [this] {
        Q_EMIT erased();
        accept();
    });
    dialog->open();
}

void RecordDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_form->focusFirst();
}

void RecordDialog::save()
{
    if (!m_form->save())
        return;
    Q_EMIT saved(m_form->row());
    accept();
}

void RecordDialog::remove()
{
    const Record record = m_editor.store().find(m_entity.name, m_form->row());
    if (const auto done = m_editor.record(deletionOf(record)); !done) {
        m_form->showError(done.error());
        return;
    }
    Q_EMIT removed();
    accept();
}

} // namespace liaison
