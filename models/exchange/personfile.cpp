#include "models/exchange/personfile.h"

#include "models/domain/fields.h"
#include "models/exchange/recordentry.h"
#include "models/figures/territorynames.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PersonFile)
};

// Words apart by single spaces, one before and one after.
QString wordsOf(const QString &text)
{
    QString words = u" "_s;
    for (const QChar c : TerritoryNames::folded(text)) {
        if (c.isLetterOrNumber())
            words += c;
        else if (!words.endsWith(u' '))
            words += u' ';
    }
    return words.endsWith(u' ') ? words : words + u' ';
}

// The search takes the beginnings of words, wherever they stand.
bool says(const Value &value, const QString &words)
{
    if (value.toText())
        return wordsOf(*value.toText()).contains(words);
    const Value::List *list = value.toList();
    return list
        && std::any_of(list->begin(), list->end(), [&](const Value &item) { return says(item, words); });
}

bool says(const Record &record, const QString &text)
{
    const QString words = wordsOf(text);
    return std::any_of(record.entity().fields.begin(), record.entity().fields.end(),
        [&](const Field &field) { return says(record.value(field.name), words); });
}

bool mayRefer(const Field &field, const Entity &entity)
{
    return field.type == FieldType::AnyReference || (!field.refers.isEmpty() && field.refers == entity.name);
}

QJsonObject rowJson(const Store &store, const FieldText &text, const Record &record)
{
    QJsonObject values;
    for (const NamedField &named : namedFields(record.entity()))
        values.insert(QString(named.written().name), text.json(named.written(), valueOf(record, named)));
    QJsonArray history;
    static const Field unknown;
    for (const HistoryEntry &entry : store.history(record.entity().name, record.id())) {
        const Field *known = record.entity().field(entry.field);
        const Field &field = known ? *known : unknown;
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(entry.edit.at, Qt::UTC);
        history.append(
            QJsonObject{{u"at"_s, entry.edit.at == 0 ? QJsonValue() : at.toString(Qt::ISODateWithMs)},
                {u"author"_s, entry.edit.author}, {u"field"_s, entry.field},
                {u"from"_s, text.json(field, entry.from)}, {u"to"_s, text.json(field, entry.to)}});
    }
    return {{u"entity"_s, QString(record.entity().name)},
        {u"id"_s, store.keyOf(record.entity().name, record.id())}, {u"deleted"_s, record.isHidden()},
        {u"values"_s, values}, {u"history"_s, history}};
}

} // namespace

std::vector<Record> rowsAbout(const Store &store, const Record &record)
{
    const Value row(record.id());
    const Value any(
        Value::Parts{{u"entity"_s, Value(record.entity().name)}, {u"row"_s, row}}); // of an AnyReference
    std::vector<Record> all;
    QSet<QUuid> seen;
    for (const Query::Rows rows : {Query::Rows::Visible, Query::Rows::Hidden}) {
        for (const Entity &entity : store.catalogue().entities()) {
            for (const Field &field : entity.fields) {
                if (!mayRefer(field, record.entity()))
                    continue;
                const Value &wanted = field.type == FieldType::AnyReference ? any : row;
                for (Record &found : store.read(
                         {.entity = entity.name, .where = {{QString(field.name), wanted}}, .rows = rows})) {
                    if (!seen.contains(found.id())) {
                        seen.insert(found.id());
                        all.push_back(std::move(found));
                    }
                }
            }
        }
    }
    return all;
}

std::vector<Record> mentionsOf(const Store &store, const Record &person)
{
    QSet<QString> texts;
    for (const QLatin1StringView name :
        {fields::person::name, fields::person::email, fields::person::phone}) {
        texts.insert(person.value(name).text());
        for (const HistoryEntry &entry : store.history(person.entity().name, person.id())) {
            if (entry.field == name)
                texts.unite({entry.from.text(), entry.to.text()});
        }
    }
    QSet<QUuid> seen{person.id()};
    for (const Record &about : rowsAbout(store, person))
        seen.insert(about.id());
    std::vector<Record> all;
    for (const QString &text : texts) {
        if (text.trimmed().isEmpty())
            continue;
        for (const Entity &entity : store.catalogue().entities()) {
            for (Record &found : store.read({.entity = entity.name, .search = text})) {
                if (!seen.contains(found.id()) && says(found, text)) {
                    seen.insert(found.id());
                    all.push_back(std::move(found));
                }
            }
        }
    }
    return all;
}

Result<void> exportPerson(const Store &store, const Record &person, const QString &path)
{
    const auto refuse = [&](const QString &why) {
        return Error{Tr::tr("cannot export the person"), path, why};
    };
    const FieldText text(store);
    QJsonObject all = rowJson(store, text, person);
    QJsonArray rows;
    for (const Record &about : rowsAbout(store, person))
        rows.append(rowJson(store, text, about));
    all.insert(u"rows"_s, rows);
    if (!store.readError().what.isEmpty())
        return store.readError(); // half of it would look like all
    QFile file(path);
    if (file.exists())
        return refuse(Tr::tr("there is a file of this name; it was left as it is"));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return refuse(file.errorString());
    const QByteArray bytes = QJsonDocument(all).toJson();
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const QString why = file.errorString();
        file.remove();
        return refuse(why);
    }
    return {};
}

} // namespace liaison
