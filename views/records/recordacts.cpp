#include "views/records/recordacts.h"

#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "views/records/recorddialog.h"
#include "views/widgets/noticestrip.h"

#include <QKeySequence>
#include <QUndoStack>
#include <QWidget>

namespace liaison {

RecordActs::RecordActs(Editor &editor, NoticeStrip &notice, QWidget *page)
    : QObject(page)
    , m_editor(editor)
    , m_notice(notice)
    , m_page(page)
{
    connect(&notice, &NoticeStrip::acted, editor.undoStack(), &QUndoStack::undo);
}

void RecordActs::open(const QString &entity, QUuid row)
{
    const Record record = m_editor.store().find(entity, row);
    if (record.isNull())
        return refuse(tr("This record is not on file."));
    auto *dialog = new RecordDialog(m_editor, record, m_page);
    const QString title = record.entity().titleText();
    connect(dialog, &RecordDialog::saved, this, [this, title] { tell(tr("%1: changed").arg(title)); });
    connect(dialog, &RecordDialog::removed, this, [this, title] { tell(tr("%1: deleted").arg(title)); });
    connect(dialog, &RecordDialog::erased, this,
        [this, title] { m_notice.show(tr("%1: erased for good").arg(title), NoticeStrip::Stay::Shortly); });
    dialog->open();
}

void RecordActs::add(const QString &entity, const QMap<QString, QString> &presets)
{
    const Entity &of = *m_editor.store().catalogue().entity(entity);
    auto *dialog = new RecordDialog(m_editor, of, presets, m_page);
    connect(dialog, &RecordDialog::saved, this, [this, &of](QUuid row) {
        tell(tr("%1: recorded").arg(of.titleText()));
        Q_EMIT added(QString(of.name), row);
    });
    dialog->open();
}

void RecordActs::remove(const QString &entity, QUuid row)
{
    const Record record = m_editor.store().find(entity, row);
    if (record.isNull())
        return;
    if (const auto done = m_editor.record(deletionOf(record)); !done)
        refuse(done.error().message());
    else
        tell(tr("%1: deleted").arg(record.entity().titleText()));
}

void RecordActs::tell(const QString &done)
{
    m_notice.show(done, NoticeStrip::Stay::Shortly, tr("Undo"),
        QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
}

void RecordActs::refuse(const QString &why)
{
    m_notice.show(why, NoticeStrip::Stay::UntilClosed);
}

} // namespace liaison
