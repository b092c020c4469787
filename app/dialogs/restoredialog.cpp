#include "app/dialogs/restoredialog.h"

#include "app/dialogs/dialogs.h"
#include "models/figures/board.h"
#include "models/figures/compare.h"
#include "models/store/store.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/timetext.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qint64 mostEditsShown = 100;
constexpr int pathRole = Qt::UserRole;

QTableView *table(QStandardItemModel *model, const QString &name, const QString &accessibleName,
    const QStringList &heads, QWidget *parent)
{
    model->setHorizontalHeaderLabels(heads);
    auto *view = new QTableView(parent);
    view->setObjectName(name);
    view->setAccessibleName(accessibleName);
    view->setModel(model);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setShowGrid(false);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
    view->horizontalHeader()->setStretchLastSection(true);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    return view;
}

void appendRow(QStandardItemModel *model, const QStringList &texts)
{
    QList<QStandardItem *> row;
    for (const QString &text : texts) {
        row.append(new QStandardItem(text));
        row.last()->setToolTip(text.toHtmlEscaped());
    }
    model->appendRow(row);
}

} // namespace

RestoreDialog::RestoreDialog(const Store &store, const std::vector<Backup> &backups, const Region &region,
    QDate day, const Surroundings &surroundings, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_region(region)
    , m_day(day)
    , m_surroundings(surroundings)
    , m_dialogs(dialogs)
    , m_backups(new QStandardItemModel(this))
    , m_edits(new QStandardItemModel(this))
    , m_cells(new QStandardItemModel(this))
    , m_list(table(m_backups, objectNames::backupsView, tr("Backups"),
          {tr("Backup"), tr("Size"), tr("Edits it lacks")}, this))
    , m_editsView(table(m_edits, objectNames::lackedEditsView, tr("Edits the backup lacks"),
          {tr("Written"), tr("By"), tr("Edit")}, this))
    , m_cellsView(table(m_cells, objectNames::otherCellsView, tr("Cells that would read otherwise"),
          {tr("Territory"), tr("Indicator"), tr("Now"), tr("Then")}, this))
    , m_summary(new QLabel(this))
    , m_restore(new QPushButton(tr("Restore"), this))
{
    setObjectName(objectNames::restoreDialog);
    setWindowTitle(tr("Restore a backup"));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeDialog(this, {960, 560});

    m_list->horizontalHeader()->resizeSection(0, scaledPx(150));
    m_list->horizontalHeader()->resizeSection(1, scaledPx(72));
    m_editsView->horizontalHeader()->resizeSection(0, scaledPx(140));
    m_cellsView->horizontalHeader()->resizeSection(0, scaledPx(180));
    m_summary->setObjectName(objectNames::restoreSummaryLabel);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);

    auto *other = new QPushButton(tr("Choose another file…"), this);
    other->setObjectName(objectNames::otherBackupButton);
    other->setAccessibleName(tr("Choose another file"));
    other->setAutoDefault(false);
    connect(other, &QPushButton::clicked, this, &RestoreDialog::chooseOther);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(objectNames::cancelButton);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_restore->setObjectName(objectNames::restoreBackupButton);
    m_restore->setAccessibleName(tr("Restore the chosen backup"));
    m_restore->setDefault(true);
    setButtonKind(m_restore, ButtonKind::Primary);
    connect(m_restore, &QPushButton::clicked, this, [this] { Q_EMIT restoreRequested(chosen()); });

    auto *what = new QVBoxLayout;
    what->setSpacing(metrics::controlGap);
    what->addWidget(m_summary);
    what->addWidget(m_editsView, 3);
    what->addWidget(m_cellsView, 2);
    what->addStretch();
    auto *halves = new QHBoxLayout;
    halves->setSpacing(metrics::groupGap);
    halves->addWidget(m_list, 2);
    halves->addLayout(what, 3);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(other);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_restore);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::groupGap);
    column->addLayout(halves, 1);
    column->addLayout(buttons);

    const auto when = [this](const Backup &backup) { return timeText(backup.time, locale()); };
    for (const Backup &backup : backups)
        addBackup(backup.path, backup.kept ? tr("%1, kept").arg(when(backup)) : when(backup), backup.size);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RestoreDialog::preview);
    m_list->selectRow(0);
    preview();
    m_list->setFocus();
}

void RestoreDialog::addBackup(const QString &path, const QString &when, qint64 size)
{
    const auto tips = tipsIn(path);
    appendRow(m_backups,
        {when, locale().formattedDataSize(size, 1, QLocale::DataSizeSIFormat),
            tips ? locale().toString(m_store.countBeyond(*tips)) : tr("cannot be read")});
    m_backups->item(m_backups->rowCount() - 1)->setData(path, pathRole);
}

void RestoreDialog::chooseOther()
{
    const QString path =
        m_dialogs.fileToOpen(this, tr("Choose a backup"), tr("Liaison files (*.liaison);;All files (*)"));
    if (path.isEmpty())
        return;
    const QFileInfo file(path);
    addBackup(path, file.fileName(), file.size());
    m_list->selectRow(m_backups->rowCount() - 1);
}

QString RestoreDialog::chosen() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? current.siblingAtColumn(0).data(pathRole).toString() : QString();
}

void RestoreDialog::preview()
{
    m_edits->setRowCount(0);
    m_cells->setRowCount(0);
    m_restore->setEnabled(false);
    const QString path = chosen();
    m_summary->setText(path.isEmpty()
            ? tr("There is no backup of this file yet: one is made soon after opening, "
                 "after half an hour of changes, and at closing.")
            : compareWith(path));
    m_list->setVisible(m_backups->rowCount() > 0);
    if (path.isEmpty())
        setTextRole(m_summary, FontRole::Body, Ink::Third);
    else
        setTextRole(m_summary, FontRole::BodyStrong);
    m_editsView->setVisible(m_edits->rowCount() > 0);
    m_cellsView->setVisible(m_cells->rowCount() > 0);
}

// Gives what is said above both lists.
QString RestoreDialog::compareWith(const QString &path)
{
    const Store::Opening opening = Store::open(path, OpenMode::ReadOnly, m_surroundings);
    if (!opening.store)
        return opening.error.message();
    const Store &then = *opening.store;
    const std::vector<Tip> tips = then.tips();
    const qint64 lacks = m_store.countBeyond(tips);
    const qint64 adds = then.countBeyond(m_store.tips());
    if (lacks == 0 && adds == 0)
        return tr("The open file holds the same edits: there is nothing to restore.");
    m_restore->setEnabled(true);
    for (const EditInfo &edit : m_store.editsBeyond(tips, mostEditsShown))
        appendRow(m_edits, {timeText(edit.at, locale()), edit.author, edit.label});
    // The same region, by what it is and not by who is in it now.
    const auto all = regions(then);
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const Region &region) { return region.id == m_region.id; });
    const Board past = boardAsOf(then, same == all.end() ? m_region : *same, m_day);
    for (const BoardChange &change : boardDifferences(boardAsOf(m_store, m_region, m_day), past, locale())) {
        const auto text = [&](const QString &value) { return value.isEmpty() ? tr("unknown") : value; };
        appendRow(m_cells, {change.name, change.indicator, text(change.from), text(change.to)});
    }
    QStringList said{tr("It lacks %Ln edits of the open file.", nullptr, static_cast<int>(lacks))};
    if (lacks > mostEditsShown)
        said.append(tr("The newest %L1 are listed.").arg(mostEditsShown));
    if (adds > 0)
        said.append(tr("It holds %Ln edits that the open file lacks.", nullptr, static_cast<int>(adds)));
    said.append(tr("%Ln cells of today's board would read otherwise.", nullptr, m_cells->rowCount()));
    said.append(tr("What the open file holds now is kept among the backups."));
    return said.join(u' ');
}

} // namespace liaison
