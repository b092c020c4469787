#include "views/records/recordhistory.h"

#include "models/edits/editor.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"
#include "views/widgets/timetext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr size_t mostEntries = 100;

} // namespace

RecordHistory::RecordHistory(Editor &editor, const Entity &entity, QUuid row, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_entity(entity)
    , m_row(row)
    , m_text(editor.store())
{
    setObjectName(objectNames::recordHistory);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    fill();
    connect(&editor.store(), &Store::changed, this, &RecordHistory::fill);
}

void RecordHistory::fill()
{
    // Not at once: what was clicked to restore stands in it.
    if (m_list)
        m_list->deleteLater();
    m_list = new QWidget(this);
    layout()->addWidget(m_list);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::controlGap);
    const std::vector<HistoryEntry> entries = m_editor.store().history(m_entity.name, m_row);
    for (size_t i = 0; i < std::min(entries.size(), mostEntries); ++i)
        addEntry(entries[i], column);
    if (entries.size() > mostEntries) {
        auto *more = new QLabel(
            tr("and %Ln earlier changes", nullptr, static_cast<int>(entries.size() - mostEntries)), m_list);
        setTextRole(more, FontRole::Secondary, Ink::Third);
        column->addWidget(more);
    }
}

void RecordHistory::addEntry(const HistoryEntry &entry, QVBoxLayout *column)
{
    const Field *field = m_entity.field(entry.field);
    const auto shown = [&](const Value &value) {
        const QString text = field ? m_text.display(*field, value, locale()) : value.text();
        return text.isEmpty() ? tr("nothing") : text;
    };
    QString what;
    if (entry.field == lifeField)
        what = entry.to.text() == deletedLife ? tr("Deleted") : tr("Recorded");
    else if (entry.erased)
        what = tr("%1: erased").arg(field ? field->titleText() : entry.field);
    else
        what = tr("%1: %2 (before: %3)")
                   .arg(field ? field->titleText() : entry.field, shown(entry.to), shown(entry.from));
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::controlGap);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *first = new QLabel(what, m_list);
    setTextRole(first, FontRole::Secondary);
    first->setWordWrap(true);
    texts->addWidget(first);
    const QString when = entry.edit.at == 0
        ? tr("came with the program")
        : tr("%1, %2").arg(entry.edit.author, timeText(entry.edit.at, locale()));
    auto *second = new QLabel(when, m_list);
    setTextRole(second, FontRole::Caption, Ink::Third);
    texts->addWidget(second);
    row->addLayout(texts, 1);
    const bool canRestore =
        field && !field->is(Field::Key) && !entry.erased && !m_editor.store().isReadOnly();
    if (canRestore && m_editor.store().find(m_entity.name, m_row).value(field->name) != entry.from
        && !(field->is(Field::Required) && entry.from.isNull())) {
        auto *button = new QToolButton(m_list);
        button->setObjectName(objectNames::restoreButton);
        button->setText(literalText(tr("Restore “%1”").arg(shown(entry.from).left(24))));
        button->setAccessibleName(tr("Restore %1: %2").arg(field->titleText(), shown(entry.from)));
        button->setFocusPolicy(Qt::TabFocus);
        setButtonKind(button, ButtonKind::Link);
        connect(button, &QToolButton::clicked, this, [this, entry] { restore(entry); });
        row->addWidget(button, 0, Qt::AlignTop);
    }
    column->addLayout(row);
}

void RecordHistory::restore(const HistoryEntry &entry)
{
    const Field *field = m_entity.field(entry.field);
    Draft draft(tr("Restore: %1, %2").arg(m_entity.titleText(), field->titleText()));
    draft.edit(m_editor.store().find(m_entity.name, m_row), {{field->name, entry.from}});
    if (const auto done = m_editor.record(draft); !done)
        Q_EMIT refused(done.error().message());
}

} // namespace liaison
