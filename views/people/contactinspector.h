#pragma once

#include "models/figures/contactbrief.h"

#include <QMap>
#include <QWidget>

namespace liaison {

class Editor;
class InspectorArea;
class InspectorSection;

/// A person or an organisation at the side: how to reach them, where they are and were, what was last done
/// with them, what is open. It names persons: for the liaison's own window only.
class ContactInspector : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the pane
    explicit ContactInspector(Editor &editor, QWidget *parent = nullptr);

    /// @param entity person or organisation @param row null: none is chosen
    void show(const QString &entity, QUuid row, QDate day);

Q_SIGNALS:
    void recordRequested(const QString &entity, QUuid row);
    void newRequested(const QString &entity, const QMap<QString, QString> &presets);
    void refused(const QString &message);
    void done(const QString &what); ///< for the notice

protected:
    QSize sizeHint() const override;
    void changeEvent(QEvent *event) override;

private:
    void addHead(const ContactBrief &brief, const QString &entity, QUuid row);
    void addReach(const ContactBrief &brief);
    void addRoles(const ContactBrief &brief, QUuid row);
    void addEvents(const ContactBrief &brief);
    void addTasks(const ContactBrief &brief, const QString &entity, QUuid row, QDate day);
    void addNewLink(InspectorSection *section, const QString &objectName, const QString &accessibleName,
        QLatin1StringView entity, const QMap<QString, QString> &presets);

    Editor &m_editor;
    InspectorArea *m_area;
};

} // namespace liaison
