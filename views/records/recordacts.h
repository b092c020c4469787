#pragma once

#include <QMap>
#include <QObject>
#include <QString>
#include <QUuid>

class QWidget;

namespace liaison {

class Editor;
class NoticeStrip;

/// What any page does with records: opens one in its form, adds one, deletes one. What was done stands in the
/// page's notice, with Undo.
class RecordActs : public QObject
{
    Q_OBJECT

public:
    /// @param editor, notice must outlive it; the forms belong to `page`
    RecordActs(Editor &editor, NoticeStrip &notice, QWidget *page);

public Q_SLOTS:
    void open(const QString &entity, QUuid row);
    /// @param presets field or part to text, as scripts write it
    void add(const QString &entity, const QMap<QString, QString> &presets = {});
    void remove(const QString &entity, QUuid row);

public:
    void tell(const QString &done);
    void refuse(const QString &why);

Q_SIGNALS:
    void added(const QString &entity, QUuid row);

private:
    Editor &m_editor;
    NoticeStrip &m_notice;
    QWidget *m_page;
};

} // namespace liaison
