#pragma once

#include "models/domain/partialdate.h"
#include "models/figures/settle.h"

#include "views/style/stylesheet.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace liaison {

class Editor;
struct Conflict;

/// One thing that waits to be settled: what it is, how it came about, and what can be done here.
class SettleDetail : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the widget
    explicit SettleDetail(Editor &editor, QWidget *parent = nullptr);

    /// Nothing chosen: null.
    void show(const Issue *issue);
    /// Does the act with this number, counted from 1; false when there is none.
    bool act(int number);

Q_SIGNALS:
    /// Something was written: what it was, for the notice.
    void settled(const QString &what);
    void refused(const QString &message);
    /// To its place on the board; an empty date is today.
    void placeRequested(QUuid territory, QUuid indicator, const liaison::PartialDate &date);
    void recordRequested(const QString &entity, QUuid row);

private:
    void clear();
    void addText(const QString &text, FontRole role, Ink ink);
    void addAct(const QString &objectName, const QString &text, const std::function<void()> &act);
    QHBoxLayout *makeAct(const QString &objectName, const QString &text, const std::function<void()> &act);
    void addKeys(const std::vector<Conflict> &conflicts);
    void addKeepMine(QHBoxLayout *row, const std::vector<Conflict> &conflicts);
    void addConflict(const Issue &issue, const std::vector<Conflict> &all);
    void addName(const Issue &issue);
    void addStale(const Issue &issue);
    void addTask(const Issue &issue);
    void addStage(const Issue &issue, const QString &objectName, const QString &text, QLatin1StringView stage,
        const QString &done);
    void addSilent(const Issue &issue);
    void addPlace(const Issue &issue);
    void addRecord(const Issue &issue);
    /// Tells what came of a written act.
    template <typename Done>
    void tell(const Done &done, const QString &what);

    Editor &m_editor;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    QVBoxLayout *m_acts = nullptr;
    std::vector<std::function<void()>> m_numbered;
};

} // namespace liaison
