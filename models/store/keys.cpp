// Natural keys: what rows are called in files, on the command line and in views.
#include "models/store/storefile.h"

#include <QCoreApplication>

#include <algorithm>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr qsizetype shortestId = 6;

// The key of an entity's row from its key fields; none when one is missing.
std::optional<QString> keyFrom(
    const Store &store, const Entity &entity, const std::function<Value(const Field &)> &valueOf)
{
    QStringList parts;
    for (const Field &field : entity.fields) {
        if (!field.is(Field::Key))
            continue;
        const Value value = valueOf(field);
        QString part = value.toRow() ? store.keyOf(field.refers, value.row()) : value.text();
        if (part.isEmpty())
            return std::nullopt;
        parts.append(part);
    }
    return parts.join(u':');
}

} // namespace

QString Store::keyOf(QAnyStringView entityName, QUuid row) const
{
    const QString uuid = row.toString(QUuid::WithoutBraces);
    const Entity *entity = catalogue().entity(entityName);
    if (!entity || !entity->hasNaturalKey())
        return uuid;
    const auto known = m_keys.constFind(row);
    if (known != m_keys.constEnd())
        return *known;
    const Record record = find(entityName, row);
    if (record.isNull())
        return uuid;
    const auto key = keyFrom(*this, *entity, [&](const Field &field) { return record.value(field.name); });
    // Key fields are set once, with the row: what was found stays right.
    return key ? m_keys[row] = *key : uuid;
}

QString Store::titleOf(QAnyStringView entityName, QUuid row, Titles titles) const
{
    const bool isWhole = titles == Titles::Whole;
    const Record record = find(entityName, row);
    if (record.isNull())
        return isWhole ? row.toString(QUuid::WithoutBraces) : QString();
    QStringList parts;
    for (const QLatin1StringView name : record.entity().titleFields) {
        const Field &field = *record.entity().field(name);
        if (!isWhole && field.sensitivity != Sensitivity::Public)
            continue;
        const Value &value = record.value(name);
        // Of several rows their keys: eight territories are "BM BS GD ...".
        QStringList keys;
        for (const Value &item : value.toList() ? *value.toList() : Value::List())
            keys.append(keyOf(field.refers, item.row()));
        const QString part = value.toRow()    ? titleOf(field.refers, value.row(), titles)
            : value.toList()                  ? keys.join(u' ')
            : field.type == FieldType::Choice ? field.choiceText(value.text())
                                              : value.text();
        if (!part.isEmpty())
            parts.append(part);
    }
    if (parts.isEmpty() && (isWhole || record.entity().titleFields.empty()))
        return keyOf(entityName, row);
    return parts.join(QStringLiteral(", "));
}

Result<QUuid> Store::idFor(
    const Entity &entity, const std::vector<std::pair<QLatin1StringView, Value>> &fields) const
{
    if (!entity.hasNaturalKey())
        return QUuid::createUuid();
    QString missing;
    const auto key = keyFrom(*this, entity, [&](const Field &field) {
        const auto it
            = std::find_if(fields.begin(), fields.end(), [&](const auto &f) { return f.first == field.name; });
        if ((it == fields.end() || it->second.isNull()) && missing.isEmpty())
            missing = QString(field.name);
        return it == fields.end() ? Value() : it->second;
    });
    if (!key)
        return Error{Tr::tr("cannot record the %1").arg(entity.titleText().toLower()), missing, Tr::tr("missing")};
    return naturalId(QString(entity.name), *key);
}

Result<QUuid> Store::resolveId(const Entity &entity, const QString &text) const
{
    const auto refuse = [&](const QString &why) -> Result<QUuid> {
        return Error{Tr::tr("cannot find the %1").arg(entity.titleText().toLower()), text.left(200), why};
    };
    if (entity.hasNaturalKey()) {
        for (const QString &key : {text, text.toUpper()}) {
            const QUuid id = naturalId(QString(entity.name), key);
            if (!find(entity.name, id).isNull())
                return id;
        }
    }
    if (const QUuid id = QUuid::fromString(text); !id.isNull())
        return find(entity.name, id).isNull() ? refuse(Tr::tr("nothing by this id")) : Result<QUuid>(id);
    QString hex = text.toLower().remove(u'-');
    const bool isHex = hex.size() >= shortestId && hex.size() <= 32
        && std::all_of(hex.begin(), hex.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (!isHex)
        return refuse(Tr::tr("nothing by this id"));
    try {
        const auto bound = [&](QChar filler) { return Blob{QByteArray::fromHex(hex.leftJustified(32, filler).toLatin1())}; };
        Statement &select = m_file->db.statement("SELECT row.uuid FROM row WHERE entity = ? AND uuid BETWEEN ? AND ? "
                                                 "AND EXISTS(SELECT 1 FROM op WHERE op.row = row.id) LIMIT 2");
        Rows rows(select.bind(m_file->names.findName(QString(entity.name)), bound(u'0'), bound(u'f')));
        if (!rows.next())
            return refuse(Tr::tr("nothing by this id"));
        const QUuid id = QUuid::fromRfc4122(select.bytes(0));
        return rows.next() ? refuse(Tr::tr("several begin like this; write more of it")) : Result<QUuid>(id);
    } catch (const SqlFailure &failure) {
        return sqlError(Tr::tr("cannot read the file"), path(), failure);
    }
}

Result<EditName> Store::resolveEdit(const QString &text) const
{
    const QString what = Tr::tr("cannot find the edit");
    const QString hex = text.toLower();
    const bool isHex = hex.size() >= shortestId && hex.size() <= 32
        && std::all_of(hex.begin(), hex.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
    if (!isHex)
        return Error{what, text.left(200), Tr::tr("an edit is named by six or more of its hexadecimal digits")};
    try {
        const auto bound = [&](QChar filler) { return Blob{QByteArray::fromHex(hex.leftJustified(32, filler).toLatin1())}; };
        Statement &select = m_file->db.statement("SELECT name FROM edit WHERE name BETWEEN ? AND ? LIMIT 2");
        Rows rows(select.bind(bound(u'0'), bound(u'f')));
        if (!rows.next())
            return Error{what, text, Tr::tr("there is none by this name")};
        const EditName name = EditName::fromBytes(select.bytes(0));
        if (rows.next())
            return Error{what, text, Tr::tr("several begin like this; write more of it")};
        return name;
    } catch (const SqlFailure &failure) {
        return sqlError(Tr::tr("cannot read the file"), path(), failure);
    }
}

} // namespace liaison
