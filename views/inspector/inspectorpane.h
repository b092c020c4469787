#pragma once

#include "models/figures/board.h"
#include "views/inspector/recordrow.h"

#include <QMap>
#include <QPersistentModelIndex>
#include <QTimer>
#include <QWidget>

#include <memory>

class QAction;
class QItemSelectionModel;

namespace liaison {

class BoardModel;
class Editor;
class FieldText;
class InspectorArea;
class InspectorSection;
class Record;
struct TerritoryBrief;

/// What is known of the current territory: where it stands on the date shown, how the current indicator's
/// value came about, what was recorded for later, targets, whom to speak to, what was done with them and what
/// comes next, tasks, facts. Follows selection, date and file
/// while it is visible.
class InspectorPane : public QWidget
{
    Q_OBJECT

public:
    /// @param model, selection, confirmName (the act that confirms the current row's name) must outlive the
    /// pane
    InspectorPane(Editor &editor, BoardModel &model, QItemSelectionModel &selection, QAction &confirmName,
        QWidget *parent = nullptr);
    ~InspectorPane() override;

Q_SIGNALS:
    void refused(const QString &message);
    /// Something was written that does not show by itself: what, for the notice.
    void done(const QString &what);
    /// A new record about this territory is wanted, with what is known of it already, as scripts write it.
    void newRequested(const QString &entity, const QMap<QString, QString> &presets);
    /// A record is to be shown or edited.
    void recordRequested(const QString &entity, QUuid row);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    QSize sizeHint() const override;

private:
    void follow();
    void rebuild();
    InspectorSection *addSection(const QString &title);
    void addTitle(const Record &territory);
    void addReconstruction(const Board::Row &row, QUuid region);
    void addStandings(const Board &board, const Board::Row &row);
    void addHistory(const Board &board, const Board::Row &row);
    void addNotes(InspectorSection *section, QUuid observation);
    void addTargets(const Board &board, const Board::Row &row);
    void addBrief(const Board &board, const Board::Row &row);
    void addWho(const TerritoryBrief &brief, const Board::Row &row);
    void addActivities(const TerritoryBrief &brief, const Board::Row &row);
    void addAgreements(const TerritoryBrief &brief, const Board::Row &row);
    void addTasks(const TerritoryBrief &brief, const Board::Row &row, QDate day);
    void addNewLink(InspectorSection *section, const QString &objectName, const QString &text,
        const QString &accessibleName, QLatin1StringView entity, const QMap<QString, QString> &presets);
    void addRow(
        InspectorSection *section, QLatin1StringView entity, QUuid row, const RecordRow::Content &content);
    void addFacts(const Record &territory);
    size_t currentIndicator() const;

    Editor &m_editor;
    BoardModel &m_model;
    QItemSelectionModel &m_selection;
    QAction &m_confirm;
    InspectorArea *m_area;
    QTimer m_soon; // several things change in one act
    bool m_behind = true;
    std::unique_ptr<FieldText> m_text;
};

} // namespace liaison
