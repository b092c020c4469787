#include "app/commands/historytext.h"

#include <QDateTime>
#include <QLocale>

namespace liaison {

namespace {

// What is not in the catalogue is shown by what the value is.
const Field &fieldOf(const Entity *entity, const QString &name)
{
    static const Field unknown;
    const Field *field = entity ? entity->field(name) : nullptr;
    return field ? *field : unknown;
}

} // namespace

QJsonValue HistoryText::json(const QString &field, const Value &value) const
{
    return text.json(fieldOf(entity, field), value);
}

QString HistoryText::display(const QString &field, const Value &value) const
{
    return text.display(fieldOf(entity, field), value, QLocale());
}

QJsonValue timeJson(qint64 at)
{
    return at == 0 ? QJsonValue() : QJsonValue(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs));
}

QString timeText(qint64 at)
{
    return at == 0 ? QString()
                   : QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
}

} // namespace liaison
