#include "app/dialogs/newfiledialog.h"

#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

NewFileDialog::NewFileDialog(QWidget *parent)
    : QDialog(parent)
    , m_caribbean(new QRadioButton(tr("The &Caribbean"), this))
    , m_world(new QRadioButton(tr("The &world"), this))
    , m_codes(new QRadioButton(tr("These &territories:"), this))
    , m_codesEdit(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_refusal(new QLabel(this))
    , m_create(new QPushButton(tr("Create…"), this))
{
    setObjectName(objectNames::newFileDialog);
    setWindowTitle(tr("New file for a region"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::controlGap);

    auto *text = new QLabel(tr("The file holds all territories of the world. These come on the board; "
                               "regions can be added later."),
        this);
    setTextRole(text, FontRole::Body, Ink::Second);
    text->setWordWrap(true);
    column->addWidget(text);
    column->addSpacing(metrics::controlGap);
    m_caribbean->setObjectName(objectNames::caribbeanRadioButton);
    m_world->setObjectName(objectNames::worldRadioButton);
    m_codes->setObjectName(objectNames::codesRadioButton);
    m_caribbean->setChecked(true);
    for (QRadioButton *button : {m_caribbean, m_world, m_codes}) {
        button->setAccessibleName(button->text().remove(u'&'));
        column->addWidget(button);
        connect(button, &QRadioButton::toggled, this, &NewFileDialog::update);
    }
    m_codesEdit->setObjectName(objectNames::codesEdit);
    m_codesEdit->setAccessibleName(tr("Codes of the territories"));
    m_codesEdit->setPlaceholderText(tr("BB, GD, VC"));
    connect(m_codesEdit, &QLineEdit::textChanged, this, &NewFileDialog::update);
    column->addWidget(m_codesEdit);

    auto *form = new QFormLayout;
    m_name->setObjectName(objectNames::regionNameEdit);
    m_name->setAccessibleName(tr("Name of the region"));
    form->addRow(tr("&Name of the region"), m_name);
    column->addLayout(form);
    m_refusal->setWordWrap(true);
    setTextRole(m_refusal, FontRole::Body);
    setSurface(m_refusal, Surface::Note);
    m_refusal->setMargin(metrics::controlGap);
    m_refusal->hide();
    column->addWidget(m_refusal);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(objectNames::cancelButton);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_create->setObjectName(objectNames::createButton);
    m_create->setAccessibleName(tr("Create the file"));
    m_create->setDefault(true);
    setButtonKind(m_create, ButtonKind::Primary);
    connect(m_create, &QPushButton::clicked, this, &NewFileDialog::createRequested);
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(scaledPx(440));
    update();
}

void NewFileDialog::update()
{
    m_codesEdit->setEnabled(m_codes->isChecked());
    m_create->setEnabled(!m_codes->isChecked() || !m_codesEdit->text().trimmed().isEmpty());
    m_name->setPlaceholderText(m_caribbean->isChecked() ? tr("Caribbean")
            : m_world->isChecked()                      ? tr("World")
                                                        : QString());
    m_refusal->hide();
}

NewFileOptions NewFileDialog::options() const
{
    NewFileOptions options;
    if (m_codes->isChecked()) {
        QStringList codes = m_codesEdit->text().split(u',', Qt::SkipEmptyParts);
        for (QString &code : codes)
            code = code.trimmed();
        options.region = codes.join(u',');
    } else {
        options.region = m_world->isChecked() ? u"world"_s : u"caribbean"_s;
    }
    options.name = m_name->text().trimmed();
    return options;
}

QString NewFileDialog::proposedFileName() const
{
    QString name = m_name->text().trimmed();
    if (name.isEmpty())
        name = m_name->placeholderText();
    if (name.isEmpty())
        name = tr("Region");
    return name.replace(u'/', u'-').toLower() + u".liaison"_s;
}

void NewFileDialog::showRefusal(const QString &text)
{
    m_refusal->setText(text);
    m_refusal->show();
}

} // namespace liaison
