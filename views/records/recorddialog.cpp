#include "views/records/recorddialog.h"

#include "models/domain/fields.h"
#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "views/objectnames.h"
#include "views/records/recordform.h"
#include "views/records/recordhistory.h"
#include "views/records/regionmembers.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

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
        auto *removal = new QPushButton(tr("Delete"), this);
        removal->setObjectName(objectNames::deleteRecordButton);
        removal->setAccessibleName(tr("Delete this record"));
        removal->setAutoDefault(false);
        connect(removal, &QPushButton::clicked, this, &RecordDialog::remove);
        buttons->addWidget(removal);
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
