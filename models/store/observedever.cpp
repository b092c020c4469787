// The other heavy question: everything that was ever observed, for figures over time.
#include "models/domain/fields.h"
#include "models/store/storefile.h"

#include <QCoreApplication>
#include <QHash>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// Gives each reading its place in the list of all.
class Readings
{
public:
    explicit Readings(std::vector<Value> &list)
        : m_list(list)
    {
    }

    quint32 place(const Statement &select, int column)
    {
        // Texts and numbers apart, so that "1" and 1 stay two.
        quint32 &place = select.isText(column) ? m_texts[select.bytes(column)]
            : select.isNull(column)            ? m_none
                                               : m_numbers[select.integer(column)];
        if (place == 0) {
            m_list.push_back(RecordTables::readingFrom(select.value(column)));
            place = static_cast<quint32>(m_list.size());
        }
        return place - 1;
    }

private:
    std::vector<Value> &m_list;
    QHash<QByteArray, quint32> m_texts; // places from 1, so that 0 is none yet
    QHash<qint64, quint32> m_numbers;
    quint32 m_none = 0;
};

} // namespace

ObservedHistory Store::observedEver(
    const std::vector<QUuid> &territories, const std::vector<QUuid> &indicators) const
{
    ObservedHistory history;
    const Entity *entity = catalogue().entity(fields::observation::entity);
    if (!entity)
        return history;
    try {
        const ReadTransaction lock(m_file->db);
        // A region is most of a file or a little of it: the index is entered for each pair, which is not much
        // slower than reading the whole table and much faster for a few indicators of many.
        Statement &select = m_file->db.statement(
            "SELECT t.key, i.key, o.date_first, o.date_last, o.value FROM json_each(?) t CROSS JOIN "
            "json_each(?) i CROSS JOIN observation o ON o.territory = t.value AND o.indicator = i.value "
            "AND o.state = 0 AND o.date_first IS NOT NULL");
        Rows rows(select.bind(m_file->rowIds(fields::territory::entity, territories),
            m_file->rowIds(fields::indicator::entity, indicators)));
        Readings readings(history.readings);
        while (rows.next())
            history.observations.push_back(
                {static_cast<quint32>(select.integer(0)), static_cast<quint32>(select.integer(1)),
                    readings.place(select, 4), schema::dayOf(select.integer(2)), schema::dayOf(select.integer(3))});
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
    }
    return history;
}

std::vector<std::pair<QDate, qint64>> Store::observedDays(
    const std::vector<QUuid> &territories, const std::vector<QUuid> &indicators) const
{
    std::vector<std::pair<QDate, qint64>> days;
    try {
        const ReadTransaction lock(m_file->db);
        Statement &select = m_file->db.statement(
            "SELECT o.date_first, count(*) FROM json_each(?) t CROSS JOIN json_each(?) i CROSS JOIN observation o "
            "ON o.territory = t.value AND o.indicator = i.value AND o.state = 0 AND o.date_first IS NOT NULL "
            "GROUP BY o.date_first ORDER BY o.date_first");
        Rows rows(select.bind(m_file->rowIds(fields::territory::entity, territories),
            m_file->rowIds(fields::indicator::entity, indicators)));
        while (rows.next())
            days.emplace_back(schema::dayOf(select.integer(0)), select.integer(1));
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
    }
    return days;
}

} // namespace liaison
