#pragma once

#include "models/domain/fields.h"
#include "models/items/agendatext.h"

namespace liaison {

// Items of an agenda, made by hand.
inline AgendaItem agendaItem(
    const QString &title, const QString &start, const QString &end = {}, bool isOverdue = false)
{
    AgendaItem item;
    item.entity = QString(fields::activity::entity);
    item.row = QUuid::createUuidV5(QUuid(), title);
    item.title = title;
    item.start = PartialDate::parse(start).value();
    item.end = end.isEmpty() ? item.start : PartialDate::parse(end).value();
    item.isOverdue = isOverdue;
    return item;
}

inline AgendaItem agendaItem(
    AgendaItem::Kind kind, const QString &title, const QString &due, bool isOverdue = false)
{
    AgendaItem item = agendaItem(title, due, {}, isOverdue);
    item.kind = kind;
    return item;
}

// Projects "P1" and "P2", territories "GY Guyana" and "TT Trinidad & Tobago".
inline AgendaNames agendaNames()
{
    AgendaNames names;
    for (const char *code : {"P1", "P2"}) {
        Project project;
        project.code = QString::fromLatin1(code);
        project.id = QUuid::createUuidV5(QUuid(), project.code);
        project.colourLight = QStringLiteral("#123456");
        names.projects.push_back(project);
    }
    for (const auto &[code, name] : {std::pair("GY", "Guyana"), {"TT", "Trinidad & Tobago"}}) {
        Territory territory;
        territory.code = QString::fromLatin1(code);
        territory.name = QString::fromLatin1(name);
        territory.id = QUuid::createUuidV5(QUuid(), territory.code);
        names.territories.insert(territory.id, territory);
    }
    return names;
}

inline QUuid agendaRow(const QString &code)
{
    return QUuid::createUuidV5(QUuid(), code);
}

} // namespace liaison
