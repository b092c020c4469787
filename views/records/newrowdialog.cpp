#include "views/records/newrowdialog.h"

#include "views/objectnames.h"
#include "views/records/recordform.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace liaison {

NewRowDialog::NewRowDialog(RecordForm &needs, const Entity &entity, const QMap<QString, QString> &presets)
    : QDialog(&needs)
    , m_form(nullptr)
{
    setObjectName(objectNames::newRowDialog);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New: %1").arg(entity.titleText()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::groupGap);
    auto *note = new QLabel(tr("It is recorded together with the record that refers to it."), this);
    setTextRole(note, FontRole::Secondary, Ink::Second);
    note->setWordWrap(true);
    column->addWidget(note);
    m_form = new RecordForm(needs, entity, presets, this);
    column->addWidget(m_form);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::controlGap);
    buttons->addStretch(1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(objectNames::cancelButton);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(cancel);
    auto *add = new QPushButton(tr("Add"), this);
    add->setObjectName(objectNames::addRowButton);
    add->setAccessibleName(tr("Add: %1").arg(entity.titleText()));
    add->setDefault(true);
    setButtonKind(add, ButtonKind::Primary);
    connect(add, &QPushButton::clicked, this, &NewRowDialog::take);
    buttons->addWidget(add);
    column->addLayout(buttons);
    resize(scaledPx(480), sizeHint().height());
}

void NewRowDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_form->focusFirst();
}

void NewRowDialog::take()
{
    if (const auto values = m_form->written()) {
        Q_EMIT written(*values);
        accept();
    }
}

} // namespace liaison
