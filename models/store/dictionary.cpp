#include "models/store/dictionary.h"

namespace liaison {

namespace {

Blob blob(const QUuid &uuid)
{
    return Blob{uuid.toRfc4122()};
}

} // namespace

template<typename Key, typename Bound>
qint64 Dictionary::find(QHash<Key, qint64> &ids, const Key &key, const char *select, const Bound &bound)
{
    if (const auto it = ids.constFind(key); it != ids.constEnd())
        return *it;
    Statement &statement = m_db.statement(select);
    Rows rows(statement.bind(bound));
    if (!rows.next())
        return 0;
    return ids[key] = statement.integer(0);
}

qint64 Dictionary::findName(const QString &text)
{
    return find(m_names, text, "SELECT id FROM name WHERE text = ?", text);
}

qint64 Dictionary::nameId(const QString &text)
{
    if (const qint64 id = findName(text))
        return id;
    m_db.statement("INSERT INTO name(text) VALUES(?)").bind(text).run();
    return m_names[text] = m_db.lastInsertId();
}

QString Dictionary::name(qint64 id)
{
    if (const auto it = m_nameTexts.constFind(id); it != m_nameTexts.constEnd())
        return *it;
    Statement &select = m_db.statement("SELECT text FROM name WHERE id = ?");
    Rows rows(select.bind(id));
    return rows.next() ? m_nameTexts[id] = select.text(0) : QString();
}

qint64 Dictionary::authorId(const QString &author)
{
    if (const qint64 id = find(m_authors, author, "SELECT id FROM author WHERE name = ?", author))
        return id;
    m_db.statement("INSERT INTO author(name) VALUES(?)").bind(author).run();
    return m_authors[author] = m_db.lastInsertId();
}

QString Dictionary::author(qint64 id)
{
    if (const auto it = m_authorTexts.constFind(id); it != m_authorTexts.constEnd())
        return *it;
    Statement &select = m_db.statement("SELECT name FROM author WHERE id = ?");
    Rows rows(select.bind(id));
    return rows.next() ? m_authorTexts[id] = select.text(0) : QString();
}

qint64 Dictionary::findReplica(const QUuid &uuid)
{
    return find(m_replicas, uuid, "SELECT id FROM replica WHERE uuid = ?", blob(uuid));
}

qint64 Dictionary::replicaId(const QUuid &uuid)
{
    if (const qint64 id = findReplica(uuid))
        return id;
    m_db.statement("INSERT INTO replica(uuid) VALUES(?)").bind(blob(uuid)).run();
    return m_replicas[uuid] = m_db.lastInsertId();
}

QUuid Dictionary::replica(qint64 id)
{
    if (const auto it = m_replicaIds.constFind(id); it != m_replicaIds.constEnd())
        return *it;
    Statement &select = m_db.statement("SELECT uuid FROM replica WHERE id = ?");
    Rows rows(select.bind(id));
    return rows.next() ? m_replicaIds[id] = QUuid::fromRfc4122(select.bytes(0)) : QUuid();
}

qint64 Dictionary::remember(qint64 id, const Row &row)
{
    m_rows.insert(id, row);
    m_rowIds.insert({row.entity, row.uuid}, id);
    return id;
}

qint64 Dictionary::findRow(qint64 entity, const QUuid &uuid)
{
    if (const auto it = m_rowIds.constFind({entity, uuid}); it != m_rowIds.constEnd())
        return *it;
    Statement &select = m_db.statement("SELECT id FROM row WHERE entity = ? AND uuid = ?");
    Rows rows(select.bind(entity, blob(uuid)));
    return rows.next() ? remember(select.integer(0), {entity, uuid}) : 0;
}

Dictionary::Given Dictionary::giveRow(qint64 entity, const QUuid &uuid)
{
    if (const auto it = m_rowIds.constFind({entity, uuid}); it != m_rowIds.constEnd())
        return {*it, false};
    m_db.statement("INSERT INTO row(entity, uuid) VALUES(?, ?) ON CONFLICT DO NOTHING").bind(entity, blob(uuid)).run();
    if (m_db.changedRows() == 0)
        return {findRow(entity, uuid), false};
    return {remember(m_db.lastInsertId(), {entity, uuid}), true};
}

Dictionary::Row Dictionary::row(qint64 id)
{
    if (const auto it = m_rows.constFind(id); it != m_rows.constEnd())
        return *it;
    Statement &select = m_db.statement("SELECT entity, uuid FROM row WHERE id = ?");
    Rows rows(select.bind(id));
    if (!rows.next())
        return {};
    const Row row{select.integer(0), QUuid::fromRfc4122(select.bytes(1))};
    remember(id, row);
    return row;
}

void Dictionary::forget()
{
    m_names.clear();
    m_nameTexts.clear();
    m_authors.clear();
    m_authorTexts.clear();
    m_replicas.clear();
    m_replicaIds.clear();
    m_rows.clear();
    m_rowIds.clear();
}

} // namespace liaison
