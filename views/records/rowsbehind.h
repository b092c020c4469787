#pragma once

#include "models/figures/outreachquestion.h"
#include "models/items/asidereader.h"
#include "models/items/rowsbehindmodel.h"

#include <QDialog>

class QLabel;
class QTableView;

namespace liaison {

class Store;
struct ChangeSet;

/// The rows behind a number of what was done: date, title, projects, territories and what each adds to it.
/// Enter or a double click opens a record. Follows the file; deletes itself when closed. Names of persons
/// stand in it: it is the liaison's own window, never a page that is presented.
class RowsBehind : public QDialog
{
    Q_OBJECT

public:
    /// @param store must outlive the dialog
    RowsBehind(const Store &store, const OutreachQuestion &question, QWidget *parent);

    const RowsBehindModel &model() const { return m_model; }

Q_SIGNALS:
    void recordRequested(const QString &entity, QUuid row);

private:
    void read();
    void take(std::vector<OutreachRow> rows);
    void tell();

    const Store &m_store;
    const OutreachQuestion m_question;
    RowsBehindModel m_model;
    QLabel *m_title;
    QLabel *m_about;
    QTableView *m_view;
    AsideReader m_aside;
};

} // namespace liaison
