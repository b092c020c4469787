#pragma once

#include "models/exchange/fieldtext.h"

#include <QUuid>
#include <QWidget>

class QVBoxLayout;

namespace liaison {

class Editor;
class Entity;
struct HistoryEntry;

/// What happened to one row: when, by whom, which field, from what to what; any old value can be restored.
class RecordHistory : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the widget
    RecordHistory(Editor &editor, const Entity &entity, QUuid row, QWidget *parent = nullptr);

Q_SIGNALS:
    void refused(const QString &message);

private:
    void fill();
    void addEntry(const HistoryEntry &entry, QVBoxLayout *column);
    void restore(const HistoryEntry &entry);

    Editor &m_editor;
    const Entity &m_entity;
    QUuid m_row;
    FieldText m_text;
    QWidget *m_list = nullptr;
};

} // namespace liaison
