#include "views/inspector/tasklines.h"

#include "models/domain/fields.h"
#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "models/store/store.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace liaison {

TaskLines::TaskLines(Editor &editor, const std::vector<OpenTask> &tasks, QDate day, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (const OpenTask &each : tasks) {
        QString text = each.about.isEmpty() ? each.text : tr("%1: %2").arg(each.about, each.text);
        if (each.isOverdue)
            text = tr("%1 (%2 late)")
                       .arg(text, tr("%Ln days", nullptr, static_cast<int>(each.due.lastDay().daysTo(day))));
        else if (!each.due.isNull())
            text = tr("%1 (due %2)").arg(text, each.due.toText(locale()));
        // The words beside the box run over several lines, as a check box cannot.
        auto *row = new QHBoxLayout;
        row->setSpacing(metrics::controlGap);
        auto *box = new QCheckBox(this);
        box->setObjectName(objectNames::taskCheckBox);
        box->setAccessibleName(text);
        box->setEnabled(!editor.store().isReadOnly());
        row->addWidget(box, 0, Qt::AlignTop);
        auto *label = new QLabel(text, this);
        setTextRole(label, FontRole::Body);
        label->setWordWrap(true);
        row->addWidget(label, 1);
        column->addLayout(row);
        connect(box, &QCheckBox::clicked, this, [this, &editor, id = each.id](bool isDone) {
            const Record task = editor.store().find(fields::task::entity, id);
            if (const auto written = editor.record(taskDraft(task, isDone)); !written)
                Q_EMIT refused(written.error().message());
            else
                Q_EMIT done(tr("Task: done"));
        });
    }
}

} // namespace liaison
