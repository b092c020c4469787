#include "app/dialogs/reportdialog.h"

#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

ReportDialog::ReportDialog(const QString &what, QWidget *parent)
    : QDialog(parent)
    , m_paper(new QComboBox(this))
{
    setObjectName(objectNames::reportDialog);
    setWindowTitle(tr("Export the board report"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::groupGap);
    auto *text = new QLabel(what, this);
    setTextRole(text, FontRole::Body, Ink::Second);
    text->setWordWrap(true);
    column->addWidget(text);

    m_paper->setObjectName(objectNames::paperCombo);
    m_paper->setAccessibleName(tr("Paper"));
    m_paper->addItem(tr("A4"), static_cast<int>(PageSetup::Paper::A4));
    m_paper->addItem(tr("Letter"), static_cast<int>(PageSetup::Paper::Letter));
    // Letter is what printers of these two countries hold, and of most that measure like them.
    m_paper->setCurrentIndex(QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ? 1 : 0);
    auto *form = new QFormLayout;
    form->addRow(tr("&Paper"), m_paper);
    column->addLayout(form);

    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(objectNames::cancelButton);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *print = new QPushButton(tr("Export…"), this);
    print->setObjectName(objectNames::exportButton);
    print->setAccessibleName(tr("Export the report"));
    print->setDefault(true);
    setButtonKind(print, ButtonKind::Primary);
    connect(print, &QPushButton::clicked, this, &ReportDialog::exportRequested);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(print);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(scaledPx(360));
}

PageSetup::Paper ReportDialog::paper() const
{
    return static_cast<PageSetup::Paper>(m_paper->currentData().toInt());
}

} // namespace liaison
