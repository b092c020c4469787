#include "views/records/fieldinplace.h"

#include "models/edits/editor.h"
#include "models/exchange/recordentry.h"
#include "views/objectnames.h"
#include "views/records/fieldedit.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

FieldInPlace::FieldInPlace(Editor &editor, const Record &record, QLatin1StringView field, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_record(record)
    , m_field(*record.entity().field(field))
    , m_column(new QVBoxLayout(this))
    , m_text(new QLabel(this))
    , m_link(new QToolButton(this))
{
    setObjectName(objectNames::fieldInPlace + QString(m_field.name));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    const QString title = m_field.titleText();
    const QString text = m_record.value(m_field.name).text();
    m_text->setText(m_field.sensitivity == Sensitivity::Public
            ? tr("%1: %2").arg(title, text)
            : tr("%1 (never printed): %2").arg(title, text));
    setTextRole(m_text, FontRole::Secondary);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setVisible(!text.isEmpty());
    m_column->addWidget(m_text);
    m_link->setObjectName(QString(m_field.name) + u"InPlaceButton"_s);
    m_link->setText(
        text.isEmpty() ? tr("Add: %1").arg(title.toLower()) : tr("Edit: %1").arg(title.toLower()));
    m_link->setAccessibleName(m_link->text());
    m_link->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_link, ButtonKind::Link);
    setTextRole(m_link, FontRole::CaptionStrong);
    m_link->setVisible(!m_editor.store().isReadOnly());
    connect(m_link, &QToolButton::clicked, this, &FieldInPlace::open);
    m_column->addWidget(m_link, 0, Qt::AlignLeading);
}

void FieldInPlace::open()
{
    if (!m_form) {
        m_form = new QWidget(this);
        auto *column = new QVBoxLayout(m_form);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(metrics::controlGap);
        m_edit = new FieldEdit({&m_field, nullptr}, {}, m_form);
        m_edit->control()->installEventFilter(this);
        column->addWidget(m_edit);
        auto *button = new QPushButton(tr("Record"), m_form);
        button->setObjectName(QString(m_field.name) + u"RecordButton"_s);
        button->setAccessibleName(tr("Record: %1").arg(m_field.titleText()));
        button->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, &FieldInPlace::write);
        column->addWidget(button, 0, Qt::AlignLeading);
        m_column->addWidget(m_form);
    }
    m_edit->setText(m_record.value(m_field.name).text());
    m_edit->takeAsGiven();
    m_text->hide();
    m_link->hide();
    m_form->show();
    m_edit->setFocus();
}

void FieldInPlace::close()
{
    m_form->hide();
    m_text->setVisible(!m_record.value(m_field.name).text().isEmpty());
    m_link->show();
    m_link->setFocus();
}

void FieldInPlace::write()
{
    if (m_edit->isAsGiven())
        return close();
    const EntryText text(m_editor.store());
    RecordEntry entry(text, m_record.entity(), m_record);
    if (const auto written = entry.write(m_edit->field(), m_edit->text()); !written)
        return m_edit->showError(written.error().why);
    const Result<Draft> draft = entry.draft();
    if (!draft)
        return m_edit->showError(draft.error().why);
    if (const auto recorded = m_editor.record(*draft); !recorded)
        Q_EMIT refused(recorded.error().message());
}

bool FieldInPlace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && key->modifiers().testFlag(Qt::ControlModifier)) {
            write();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace liaison
