#pragma once

#include "models/domain/entity.h"
#include "models/domain/value.h"
#include "models/exchange/fieldtext.h"

#include <QJsonValue>
#include <QString>

namespace liaison {

// A field's value where `life` and fields of a newer program also stand: history and conflicts.
struct HistoryText
{
    const Entity *entity = nullptr; // null: an entity of a newer program
    const FieldText &text;

    QJsonValue json(const QString &field, const Value &value) const;
    QString display(const QString &field, const Value &value) const;
};

// "2007-02-15T12:00:00.000Z"; nothing for a ready-made edit, which is known at any time.
QJsonValue timeJson(qint64 at);
QString timeText(qint64 at);

} // namespace liaison
