// What is derived, held against what the operations say.
#include "models/store/recordtables.h"

#include <QCoreApplication>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

} // namespace

QStringList RecordTables::differences(qint64 row, const RowOps &ops, const RowState &state)
{
    QStringList differing;
    Table *table = tableOf(m_names.row(row).entity);
    if (table) {
        const std::vector<SqlValue> expected
            = rowValues(*table, row, ops, state, shownValues(*table, ops, state), Ids::Find);
        Statement &select = m_db.statement("SELECT * FROM " + table->name + " WHERE id = ?");
        Rows rows(select.bind(row));
        if (!rows.next()) {
            differing.append(Tr::tr("the row"));
        } else {
            for (size_t i = 0; i < expected.size(); ++i) {
                if (select.value(static_cast<int>(i)) == expected[i])
                    continue;
                differing.append(i == VersionColumn ? Tr::tr("the version")
                        : i == StateColumn          ? Tr::tr("the state")
                        : i == UuidColumn           ? Tr::tr("the id")
                                                    : QString::fromUtf8(table->columns[i - FirstField].name));
            }
        }
    }
    const auto compare = [&](const char *sql, const auto &expected, const QString &what, const auto &same) {
        Statement &select = m_db.statement(sql);
        Rows rows(select.bind(row));
        size_t i = 0;
        bool equal = true;
        while (rows.next()) {
            equal = equal && i < expected.size() && same(select, expected[i]);
            ++i;
        }
        if (!equal || i != expected.size())
            differing.append(what);
    };
    compare("SELECT field FROM conflict WHERE row = ? ORDER BY field", conflictFields(state, Ids::Find),
        Tr::tr("the list of conflicts"), [](const Statement &s, qint64 field) { return s.integer(0) == field; });
    compare("SELECT field, value FROM extra WHERE row = ? ORDER BY field", extras(table, ops, state),
        Tr::tr("the fields of a newer program"),
        [](const Statement &s, const auto &extra) { return s.integer(0) == extra.first && s.bytes(1) == extra.second; });
    return differing;
}

QStringList RecordTables::orphans()
{
    QStringList found;
    const auto look = [&](const QByteArray &table, const QByteArray &column) {
        Statement select(m_db.handle(), "SELECT DISTINCT " + column + " FROM " + table + " WHERE NOT EXISTS("
                "SELECT 1 FROM op WHERE op.row = " + table + "." + column + ")");
        while (select.step())
            found.append(QString::fromUtf8(table) + u' ' + QString::number(select.integer(0)));
    };
    for (const Table &table : m_tables) {
        look(table.name, "id");
        // A row in the table of another entity.
        Statement select(m_db.handle(), "SELECT t.id FROM " + table.name + " t JOIN row ON row.id = t.id "
                                        "LEFT JOIN name ON name.id = row.entity WHERE name.text IS NOT ?");
        select.bind(QString(table.entity->name));
        while (select.step())
            found.append(QString::fromUtf8(table.name) + u' ' + QString::number(select.integer(0)));
    }
    look("conflict", "row");
    look("extra", "row");
    return found;
}

bool RecordTables::searchIndexIsRight(Journal &journal)
{
    m_db.exec("DROP TABLE IF EXISTS temp.search_again");
    m_db.exec("CREATE VIRTUAL TABLE temp.search_again USING fts5(text, content='', "
              "tokenize='unicode61 remove_diacritics 2')");
    m_db.exec(schema::searchMemory("temp.search_again"));
    fillSearchIndex(journal, "temp.search_again");
    m_db.exec("CREATE VIRTUAL TABLE temp.search_present_words USING fts5vocab('main', 'search', 'instance')");
    m_db.exec("CREATE VIRTUAL TABLE temp.search_right_words USING fts5vocab('temp', 'search_again', 'instance')");
    bool right = true;
    {
        Statement present(m_db.handle(), "SELECT term, doc, col, offset FROM temp.search_present_words");
        Statement expected(m_db.handle(), "SELECT term, doc, col, offset FROM temp.search_right_words");
        bool more = true;
        while (right && more) {
            more = expected.step();
            right = present.step() == more;
            for (int column = 0; right && more && column < 4; ++column)
                right = present.value(column) == expected.value(column);
        }
    }
    for (const char *table : {"search_present_words", "search_right_words", "search_again"})
        m_db.exec(QByteArray("DROP TABLE temp.") + table);
    return right;
}

} // namespace liaison
