// How many records there are: one statement, however many they are.
#include "models/store/recordtables.h"
#include "models/store/storefile.h"

#include <QCoreApplication>

#include <algorithm>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// From the number of a day, as 20070215.
QByteArray periodOf(const QByteArray &day, TallyQuery::Period per)
{
    switch (per) {
    case TallyQuery::Period::None:
        break;
    case TallyQuery::Period::Year:
        return day + " / 10000";
    case TallyQuery::Period::Quarter:
        return day + " / 10000 * 4 + (" + day + " / 100 % 100 - 1) / 3";
    }
    return "0";
}

} // namespace

std::vector<Tally> RecordTables::tally(const TallyQuery &query)
{
    const Entity *entity = m_catalogue.entity(query.entity);
    if (!entity)
        return {};
    Table &table = tableOf(*entity);
    const Condition condition = conditionOf(table, {.entity = query.entity, .where = query.where});
    const Field *by = entity->field(query.by);
    const bool isSeveral = by && by->type == FieldType::References;
    const QByteArray referred = !by ? QByteArray("0")
        : isSeveral                 ? QByteArray("j.value")
                                    : "t." + schema::quoted(query.by);
    const QByteArray day = query.date.isEmpty()
        ? QByteArray("NULL")
        : "t." + schema::quoted(QByteArray(query.date.data(), query.date.size()) + "_first");
    QByteArray sql = "SELECT " + referred + " AS who, " + periodOf(day, query.per) + " AS period, count(*), "
        + (query.sum.isEmpty() ? QByteArray("0") : "coalesce(sum(t." + schema::quoted(query.sum) + "), 0)")
        + ", min(" + day + "), max(" + day + ") FROM " + table.name + " t";
    if (isSeveral)
        sql += ", json_each(t." + schema::quoted(query.by) + ") j";
    sql += " WHERE " + condition.sql;
    if (by && !isSeveral)
        sql += " AND who IS NOT NULL";
    if (!query.date.isEmpty())
        sql += " AND " + day + " IS NOT NULL";
    sql += " GROUP BY who, period ORDER BY period";
    Statement select(m_db.handle(), sql);
    select.bindAll(condition.values);
    std::vector<Tally> tallies;
    while (select.step()) {
        Tally tally;
        if (by)
            tally.by = m_names.row(select.integer(0)).uuid;
        tally.period = static_cast<int>(select.integer(1));
        tally.count = select.integer(2);
        tally.sum = select.integer(3);
        if (!select.isNull(4)) {
            tally.first = schema::dayOf(select.integer(4));
            tally.last = schema::dayOf(select.integer(5));
        }
        if (tally.count > 0)
            tallies.push_back(tally);
    }
    return tallies;
}

std::vector<Tally> Store::tally(const TallyQuery &query) const
{
    try {
        return m_file->tables.tally(query);
    } catch (const SqlFailure &failure) {
        readFailed(sqlError(Tr::tr("cannot read the file"), path(), failure));
        return {};
    }
}

} // namespace liaison
