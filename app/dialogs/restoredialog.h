#pragma once

#include "models/figures/region.h"
#include "models/store/backups.h"
#include "models/store/surroundings.h"

#include <QDate>
#include <QDialog>

class QLabel;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace liaison {

class Dialogs;
class Store;

// The backups of the open file, and of the chosen one what would be different: edits that it lacks, and cells
// of the board that would read otherwise. Changes nothing itself.
class RestoreDialog : public QDialog
{
    Q_OBJECT

public:
    // @param store the open file, which must outlive the dialog, like dialogs
    // @param region, day whose board is compared
    RestoreDialog(const Store &store, const std::vector<Backup> &backups, const Region &region, QDate day,
        const Surroundings &surroundings, Dialogs &dialogs, QWidget *parent);

Q_SIGNALS:
    void restoreRequested(const QString &path);

private:
    void addBackup(const QString &path, const QString &when, qint64 size);
    void chooseOther();
    QString chosen() const;
    void preview();
    QString compareWith(const QString &path);

    const Store &m_store;
    Region m_region;
    QDate m_day;
    Surroundings m_surroundings;
    Dialogs &m_dialogs;
    QStandardItemModel *m_backups;
    QStandardItemModel *m_edits;
    QStandardItemModel *m_cells;
    QTableView *m_list;
    QTableView *m_editsView;
    QTableView *m_cellsView;
    QLabel *m_summary;
    QPushButton *m_restore;
};

} // namespace liaison
