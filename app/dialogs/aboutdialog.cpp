#include "app/dialogs/aboutdialog.h"

#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(objectNames::aboutDialog);
    setWindowTitle(tr("About Liaison"));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeDialog(this, {640, 480});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::controlGap);

    auto *title = new QLabel(tr("Liaison %1").arg(QStringLiteral(LIAISON_VERSION)), this);
    setTextRole(title, FontRole::PageTitle);
    column->addWidget(title);
    auto *text = new QLabel(
        tr("Where do we stand in each territory, and what did we do about it? One file on this laptop; "
           "nothing leaves it "
           "unless you send it. Free software under the GNU General Public License, version 3 or later."),
        this);
    setTextRole(text, FontRole::Body, Ink::Second);
    text->setWordWrap(true);
    column->addWidget(text);

    auto *licences = new QPlainTextEdit(this);
    licences->setObjectName(objectNames::licencesEdit);
    licences->setAccessibleName(tr("Licences"));
    licences->setReadOnly(true);
    licences->setTabChangesFocus(true);
    QFile file(u":/papers/LICENSE"_s);
    if (file.open(QIODevice::ReadOnly))
        licences->setPlainText(QString::fromUtf8(file.readAll()));
    column->addWidget(licences, 1);

    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(objectNames::cancelButton);
    close->setAccessibleName(close->text());
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace liaison
