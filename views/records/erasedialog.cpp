#include "views/records/erasedialog.h"

#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "models/exchange/personfile.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

void addList(
    const QString &title, const QString &name, const QStringList &lines, QVBoxLayout *column, QWidget *parent)
{
    if (lines.isEmpty())
        return;
    auto *head = new QLabel(title, parent);
    setTextRole(head, FontRole::CaptionStrong, Ink::Second);
    head->setWordWrap(true);
    column->addWidget(head);
    auto *list = new QPlainTextEdit(lines.join(u'\n'), parent);
    list->setReadOnly(true);
    list->setTabChangesFocus(true);
    list->setObjectName(name);
    list->setAccessibleName(title);
    list->setLineWrapMode(QPlainTextEdit::NoWrap);
    const int shown = std::min<int>(5, static_cast<int>(lines.size()));
    list->setFixedHeight(list->fontMetrics().lineSpacing() * (shown + 1) + 12);
    head->setBuddy(list);
    column->addWidget(list);
}

} // namespace

EraseDialog::EraseDialog(Editor &editor, const Record &person, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_person(person)
    , m_error(new QLabel(this))
{
    const Store &store = editor.store();
    setObjectName(objectNames::eraseDialog);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Erase a person"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::groupGap);
    auto *what = new QLabel(
        tr("Name, e-mail, phone and notes of %1 go for good, past values too, here and, with the next "
           "exchange, on "
           "other laptops. What they took part in stays and counts, without a name. This cannot be undone.")
            .arg(store.titleOf(person.entity().name, person.id())),
        this);
    setTextRole(what, FontRole::Body);
    what->setWordWrap(true);
    column->addWidget(what);

    QStringList copies;
    for (const QString &path : store.copiesHolding(person.entity().name, person.id()))
        copies.append(QDir::toNativeSeparators(path));
    addList(tr("These backups still hold them; erasing does not reach these files"),
        objectNames::erasedCopiesEdit, copies, column, this);
    QStringList mentions;
    for (const Record &row : mentionsOf(store, person))
        mentions.append(tr("%1: %2").arg(
            row.entity().titleText(), store.titleOf(row.entity().name, row.id()).simplified()));
    addList(tr("Their name, e-mail or phone also stands in the text of these records, which stays as it is"),
        objectNames::erasedMentionsEdit, mentions, column, this);

    setTextRole(m_error, FontRole::Body);
    setSurface(m_error, Surface::Note);
    m_error->setMargin(metrics::controlGap);
    m_error->setWordWrap(true);
    m_error->hide();
    column->addWidget(m_error);
    column->addStretch(1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::controlGap);
    buttons->addStretch(1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(objectNames::cancelButton);
    cancel->setAccessibleName(cancel->text());
    cancel->setDefault(true); // Enter keeps the person
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(cancel);
    auto *erase = new QPushButton(tr("Erase"), this);
    erase->setObjectName(objectNames::eraseButton);
    erase->setAccessibleName(tr("Erase this person"));
    erase->setAutoDefault(false);
    connect(erase, &QPushButton::clicked, this, &EraseDialog::erase);
    buttons->addWidget(erase);
    column->addLayout(buttons);
    resizeDialog(this, QSize(560, sizeHint().height()));
    cancel->setFocus();
}

void EraseDialog::erase()
{
    if (const auto done = m_editor.record(erasureOf(m_person)); !done) {
        m_error->setText(tr("%1; nothing was erased").arg(done.error().message()));
        m_error->show();
        return;
    }
    Q_EMIT erased();
    accept();
}

} // namespace liaison
