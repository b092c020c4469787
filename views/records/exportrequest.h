#pragma once

#include <QEvent>
#include <QString>
#include <QUuid>

namespace liaison {

/// A dialog deep in the window asks for a row to be exported; sent to what it stands in, from the inside out,
/// until it is accepted. Which file, the application asks.
class ExportRequest : public QEvent
{
public:
    ExportRequest(const QString &entity, QUuid row)
        : QEvent(eventType())
        , m_entity(entity)
        , m_row(row)
    {
        ignore();
    }

    static Type eventType()
    {
        static const auto type = static_cast<Type>(registerEventType());
        return type;
    }
    const QString &entity() const { return m_entity; }
    QUuid row() const { return m_row; }

private:
    QString m_entity;
    QUuid m_row;
};

} // namespace liaison
