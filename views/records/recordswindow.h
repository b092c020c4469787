#pragma once

#include <QDialog>

class QPushButton;
class QTableView;

namespace liaison {

class Editor;
class Entity;
class NoticeStrip;
class RecordActs;
class RecordsPane;

/// All records of an entity: searched, sorted, opened in their form, added, deleted. Beside the window, not
/// in its way; deletes itself when closed.
class RecordsWindow : public QDialog
{
    Q_OBJECT

public:
    /// @param editor must outlive the window
    RecordsWindow(Editor &editor, const Entity &entity, QWidget *parent);

    RecordsPane *pane() const { return m_pane; }
    QTableView *view() const;

private:
    void update();

    RecordsPane *m_pane;
    NoticeStrip *m_notice;
    RecordActs *m_acts;
    QPushButton *m_open;
    QPushButton *m_remove = nullptr;
};

} // namespace liaison
