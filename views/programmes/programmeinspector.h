#pragma once

#include "models/figures/programmebrief.h"
#include "models/figures/programmes.h"

#include <QMap>
#include <QWidget>

namespace liaison {

class Editor;
class InspectorArea;
class InspectorSection;
struct Region;

/// One programme at the side: how far it is, where it is at work, what was done and what is still open.
class ProgrammeInspector : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the pane
    explicit ProgrammeInspector(Editor &editor, QWidget *parent = nullptr);

    /// Null: none is chosen.
    void show(const Programmes::Project *project, const Programmes::Programme *programme,
        const Region &region, QDate day);

Q_SIGNALS:
    void recordRequested(const QString &entity, QUuid row);
    void newRequested(const QString &entity, const QMap<QString, QString> &presets);
    void territoryChosen(QUuid territory);
    void refused(const QString &message);
    void done(const QString &what); ///< for the notice

protected:
    QSize sizeHint() const override;
    void changeEvent(QEvent *event) override;

private:
    void addHead(const Programmes::Project &project, const Programmes::Programme &programme);
    void addStage(const Programmes::Project &project, const Programmes::Programme &programme);
    void addPlaces(
        const Programmes::Project &project, const ProgrammeBrief &brief, const Region &region, QDate day);
    void addActivities(const Programmes::Programme &programme, const ProgrammeBrief &brief);
    void addAgreements(const ProgrammeBrief &brief);
    void addTraining(const ProgrammeBrief &brief);
    void addOpen(const Programmes::Programme &programme, const ProgrammeBrief &brief, QDate day);
    void addRow(InspectorSection *section, const QString &entity, QUuid row, const QString &date,
        const QString &text, const QString &extra = {}, bool isLate = false);
    bool isWritable() const;

    Editor &m_editor;
    InspectorArea *m_area;
};

} // namespace liaison
