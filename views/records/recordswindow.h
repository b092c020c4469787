#pragma once

#include "models/items/recordtablemodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace liaison {

class Editor;

/// All records of an entity: searched, sorted, opened in their form, added, deleted. Beside the window, not
/// in its way; deletes itself when closed.
class RecordsWindow : public QDialog
{
    Q_OBJECT

public:
    /// @param editor must outlive the window
    RecordsWindow(Editor &editor, const Entity &entity, QWidget *parent);

    QTableView *view() const { return m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateSizes();
    void addRecord();
    void openCurrent();
    void removeCurrent();
    void update();
    QUuid currentId() const;

    Editor &m_editor;
    RecordTableModel m_model;
    QLineEdit *m_search;
    QTableView *m_view;
    QLabel *m_told;
    QPushButton *m_open;
    QPushButton *m_remove = nullptr;
};

} // namespace liaison
