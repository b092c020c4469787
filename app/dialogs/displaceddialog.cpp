#include "app/dialogs/displaceddialog.h"

#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace liaison {

DisplacedDialog::DisplacedDialog(
    const QString &path, Whereabouts where, const Result<Backup> &copy, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(objectNames::displacedDialog);
    setWindowTitle(tr("The file is not in its place any more"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QString place = QDir::toNativeSeparators(path);
    const QString happened = where == Whereabouts::Gone ? tr("%1 was moved, renamed or deleted.").arg(place)
                                                        : tr("Another program has replaced %1.").arg(place);
    const QString safe = copy ? tr("All that was in it, every edit included, is in a copy:\n%1")
                                    .arg(QDir::toNativeSeparators(copy->path))
                              : copy.error().message();
    const QString next =
        tr("Nothing more is written until you save a copy and go on there, or open another file.");
    auto *text = new QLabel(happened + QStringLiteral("\n\n") + safe + QStringLiteral("\n\n") + next, this);
    text->setObjectName(objectNames::displacedLabel);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setWordWrap(true);

    auto *buttons = new QHBoxLayout;
    const auto add = [&](const QString &name, const QString &label, ButtonKind kind, auto act) {
        auto *button = new QPushButton(label, this);
        button->setObjectName(name);
        button->setAccessibleName(label);
        button->setAutoDefault(false);
        setButtonKind(button, kind);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
        return button;
    };
    buttons->addStretch();
    add(objectNames::cancelButton, tr("Close"), ButtonKind::Outlined, &QDialog::reject);
    if (QFileInfo::exists(path))
        add(objectNames::displacedOpenButton, tr("Open what is there"), ButtonKind::Outlined,
            &DisplacedDialog::openRequested);
    add(objectNames::displacedCopyButton, tr("Save a copy…"), ButtonKind::Primary,
        &DisplacedDialog::copyRequested)
        ->setDefault(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::groupGap);
    column->addWidget(text, 1);
    column->addLayout(buttons);
    setMinimumWidth(scaledPx(480));
}

} // namespace liaison
