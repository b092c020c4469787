#pragma once

#include "models/items/recordtablemodel.h"

#include <QMap>
#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace liaison {

class ChipBar;
class Editor;

/// Records of an entity as a part of a page: what filters them, made from the catalogue, their table, how
/// many are shown. Asks its page to open, add and delete (RecordActs does it).
class RecordsPane : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the pane
    RecordsPane(Editor &editor, const Entity &entity, QWidget *parent = nullptr);

    const Entity &entity() const { return m_model.entity(); }
    /// What the page always wants; a record added here has these values.
    void setFixedFilters(const std::vector<Query::Filter> &filters);
    /// What the fixed filters say, for the form of a new record: field to text, as scripts write it.
    QMap<QString, QString> presets() const;
    /// Null when there is none.
    QUuid currentRecord() const;
    /// Shows it as the current one, as soon as it is read.
    void setCurrentRecord(QUuid row);
    QTableView *view() const { return m_view; }
    RecordTableModel &model() { return m_model; }
    ChipBar *filter() const { return m_filter; }

Q_SIGNALS:
    void recordRequested(const QString &entity, QUuid row);
    void newRequested(const QString &entity, const QMap<QString, QString> &presets);
    void removeRequested(const QString &entity, QUuid row);
    void currentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void makeEmpty();
    void makeChips();
    void readChoices();
    void onChanged(const ChangeSet &changes);
    void applyFilter();
    void findKept();
    void tellShown();
    void fitColumns();

    struct Chip
    {
        const Field *field;
        int place;
    };

    Editor &m_editor;
    RecordTableModel m_model;
    ChipBar *m_filter;
    QStackedWidget *m_stack;
    QTableView *m_view;
    QLabel *m_empty;
    QToolButton *m_emptyAct;
    std::vector<Chip> m_chips;
    std::vector<Query::Filter> m_fixed;
    QUuid m_kept; // the current record, while rows come and go
    bool m_fitted = false;
};

} // namespace liaison
