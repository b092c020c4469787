#include "views/records/othername.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/edits/rowname.h"
#include "views/objectnames.h"
#include "views/records/fieldedit.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace liaison {

OtherName::OtherName(Editor &editor, QUuid region, QUuid territory, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_region(region)
    , m_territory(territory)
    , m_link(new QToolButton(this))
{
    setObjectName(objectNames::otherName);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    m_link->setObjectName(objectNames::otherNameLink);
    m_link->setText(tr("Choose another…"));
    m_link->setAccessibleName(tr("Choose another name for this row"));
    m_link->setToolTip(
        tr("The row stands for another territory: its place and its assumed values become the other’s"));
    m_link->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_link, ButtonKind::Link);
    connect(m_link, &QToolButton::clicked, this, &OtherName::open);
    column->addWidget(m_link, 0, Qt::AlignLeading);
}

void OtherName::open()
{
    if (!m_form) {
        m_text.emplace(m_editor.store());
        const Entity &entity = *m_editor.store().catalogue().entity(fields::regionTerritory::entity);
        const NamedField named{entity.field(fields::regionTerritory::territory), nullptr};
        m_form = new QWidget(this);
        auto *row = new QHBoxLayout(m_form);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::controlGap);
        m_rows.emplace(*m_text);
        m_edit = new FieldEdit(named, {.rows = &*m_rows}, m_form);
        connect(m_edit, &FieldEdit::edited, this, [this] { m_edit->showError({}); });
        connect(m_edit, &FieldEdit::entered, this, &OtherName::choose);
        row->addWidget(m_edit, 1, Qt::AlignTop);
        auto *button = new QPushButton(tr("Choose"), m_form);
        button->setObjectName(objectNames::chooseNameButton);
        button->setAccessibleName(tr("Choose this territory for the row"));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, &OtherName::choose);
        row->addWidget(button, 0, Qt::AlignTop);
        layout()->addWidget(m_form);
    }
    m_link->hide();
    m_form->show();
    m_edit->setFocus();
}

void OtherName::close()
{
    m_form->hide();
    m_link->show();
    m_link->setFocus();
}

void OtherName::choose()
{
    if (!m_edit->settle())
        return; // it has asked
    const NamedField &named = m_edit->field();
    const Entity &entity = *m_editor.store().catalogue().entity(fields::regionTerritory::entity);
    const Result<Value> chosen = m_text->parse(entity, Record(), named, m_edit->text());
    if (!chosen)
        return m_edit->showError(chosen.error().why);
    if (chosen->isNull())
        return m_edit->showError(tr("Which territory is it?"));
    const Result<Draft> draft = rowNameDraft(m_editor.store(), m_region, m_territory, chosen->row());
    if (!draft)
        return m_edit->showError(tr("%1. Nothing was written.").arg(draft.error().message()));
    if (const auto written = m_editor.record(*draft); !written)
        return m_edit->showError(tr("%1. Nothing was written.").arg(written.error().message()));
    Q_EMIT renamed(tr("The row stands for %1 now")
                       .arg(m_editor.store().titleOf(fields::territory::entity, chosen->row())));
}

void OtherName::keyPressEvent(QKeyEvent *event)
{
    if (m_form && m_form->isVisible() && event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace liaison
