#pragma once

#include "models/store/sqlite.h"

#include <QHash>
#include <QString>
#include <QUuid>

namespace liaison {

// Integers inside the file for what has a name or a UUID outside it: entities and fields, authors, replicas, rows.
// Kept in memory as it is met. idOf() adds what is new, so it belongs in a write transaction; find() never writes.
class Dictionary
{
public:
    explicit Dictionary(Connection &db) : m_db(db) { }

    // 0 when unknown.
    qint64 findName(const QString &text);
    qint64 nameId(const QString &text);
    QString name(qint64 id);

    qint64 authorId(const QString &author);
    QString author(qint64 id);

    qint64 findReplica(const QUuid &uuid);
    qint64 replicaId(const QUuid &uuid);
    QUuid replica(qint64 id);

    struct Row
    {
        qint64 entity = 0; // a name's id
        QUuid uuid;
    };
    struct Given
    {
        qint64 id = 0;
        bool isNew = false; // nothing in the file names the row yet
    };
    qint64 findRow(qint64 entity, const QUuid &uuid);
    Given giveRow(qint64 entity, const QUuid &uuid);
    qint64 rowId(qint64 entity, const QUuid &uuid) { return giveRow(entity, uuid).id; }
    Row row(qint64 id); // null UUID when unknown

    // After a rollback or another program's writing: what is remembered may not be in the file.
    void forget();

private:
    template<typename Key, typename Bound>
    qint64 find(QHash<Key, qint64> &ids, const Key &key, const char *select, const Bound &bound);

    qint64 remember(qint64 id, const Row &row);

    Connection &m_db;
    QHash<QString, qint64> m_names;
    QHash<qint64, QString> m_nameTexts;
    QHash<QString, qint64> m_authors;
    QHash<qint64, QString> m_authorTexts;
    QHash<QUuid, qint64> m_replicas;
    QHash<qint64, QUuid> m_replicaIds;
    QHash<qint64, Row> m_rows;
    QHash<std::pair<qint64, QUuid>, qint64> m_rowIds;
};

} // namespace liaison
