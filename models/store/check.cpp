// Looking for damage (store.md, section 6). What cannot be seen: a cut-off tail, a consistent forgery.
#include "models/store/storefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

constexpr size_t mostProblems = 100;

class Check
{
public:
    Check(StoreFile &file, CheckReport &report) : m_file(file), m_report(report) { }

    void run()
    {
        const ReadTransaction lock(m_file.db);
        // Each on its own: what one cannot read the next may.
        guarded(Tr::tr("SQLite's own check"), [&] { sqlite(); });
        guarded(Tr::tr("the chain of edits"), [&] { chain(); });
        guarded(Tr::tr("the record tables"), [&] { tables(); });
        guarded(Tr::tr("the search index"), [&] {
            if (!m_file.tables.searchIndexIsRight(m_file.journal))
                problem(Tr::tr("the search index does not fit the records; rebuild it"), Tr::tr("search"));
        });
    }

private:
    template<typename Work>
    void guarded(const QString &where, Work work)
    {
        try {
            work();
        } catch (const SqlFailure &failure) {
            problem(failure.explanation(), where);
        }
    }

    void problem(const QString &what, const QString &where)
    {
        if (m_report.problems.size() < mostProblems)
            m_report.problems.push_back({what, where});
    }

    void sqlite()
    {
        Statement select(m_file.db.handle(), "PRAGMA integrity_check(20)");
        while (select.step()) {
            const QString line = select.text(0);
            if (line != QLatin1String("ok"))
                problem(line, Tr::tr("SQLite's own check"));
        }
    }

    // Every edit has the name that its content gives, and stands after what it builds on.
    void chain()
    {
        std::vector<EditName> names;
        std::vector<qint64> seqs;
        {
            Statement select(m_file.db.handle(), "SELECT seq, name FROM edit ORDER BY seq");
            while (select.step()) {
                seqs.push_back(select.integer(0));
                names.push_back(EditName::fromBytes(select.bytes(1)));
            }
        }
        qint64 operations = 0;
        for (size_t i = 0; i < seqs.size(); ++i) {
            const QString where = Tr::tr("edit %1 (%2)").arg(seqs[i]).arg(names[i].toHex().first(8));
            try {
                const auto edit = m_file.journal.edit(seqs[i]);
                if (!edit || edit->name() != names[i])
                    problem(Tr::tr("the edit is damaged: its content does not fit its name"), where);
                else if (!m_file.missingFor(*edit).isNull() || m_file.journal.seqOf(edit->parent) >= seqs[i])
                    problem(Tr::tr("what the edit builds on is not before it"), where);
                operations += edit ? static_cast<qint64>(edit->ops.size()) : 0;
            } catch (const SqlFailure &failure) {
                problem(failure.explanation(), where);
            }
        }
        if (operations != m_file.db.number("SELECT count(*) FROM op"))
            problem(Tr::tr("there are operations that belong to no edit"), Tr::tr("the chain of edits"));
        if (m_file.db.number("SELECT count(*) FROM text WHERE op NOT IN (SELECT id FROM op)") != 0)
            problem(Tr::tr("there are texts that belong to no operation"), Tr::tr("the chain of edits"));
        Statement waiting(m_file.db.handle(), "SELECT name, needs, bytes FROM waiting");
        while (waiting.step()) {
            ++m_report.edits;
            const auto edit = Edit::fromTransport(waiting.bytes(2));
            const EditName name = EditName::fromBytes(waiting.bytes(0));
            names.push_back(name);
            if (!edit || edit->name() != name || m_file.missingFor(*edit).isNull())
                problem(Tr::tr("a waiting edit is damaged"), name.toHex().first(8));
        }
        m_report.edits += static_cast<qint64>(seqs.size());
        std::sort(names.begin(), names.end());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const EditName &name : names)
            hash.addData(name.bytes());
        m_report.editsDigest = hash.result().toHex();
    }

    // Every row against the fold of its operations; on the way the digest of what is shown.
    void tables()
    {
        std::vector<QByteArray> shown;
        m_file.journal.forEachRow([&](qint64 row, const RowOps &ops) {
            ++m_report.rows;
            const RowState state = fold(ops.ops);
            const Dictionary::Row where = m_file.names.row(row);
            const QString entity = m_file.names.name(where.entity);
            shown.push_back(describe(entity, where.uuid, ops, state));
            const QStringList differing = m_file.tables.differences(row, ops, state);
            if (!differing.isEmpty())
                problem(Tr::tr("not what the edits say: %1; rebuild the record tables")
                            .arg(differing.join(QStringLiteral(", "))),
                    entity + u':' + where.uuid.toString(QUuid::WithoutBraces));
        });
        for (const QString &orphan : m_file.tables.orphans())
            problem(Tr::tr("a row no edit speaks of; rebuild the record tables"), orphan);
        std::sort(shown.begin(), shown.end());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QByteArray &line : shown)
            hash.addData(line);
        m_report.stateDigest = hash.result().toHex();
    }

    // With names outside the file only, so that equal edits give equal text on any machine.
    QByteArray describe(const QString &entity, const QUuid &uuid, const RowOps &ops, const RowState &state)
    {
        QByteArray line = entity.toUtf8() + ' ' + uuid.toRfc4122().toHex() + (state.hidden ? " hidden" : " shown")
            + (state.lifeConflict ? " ?" : "");
        std::vector<QByteArray> fields;
        for (const FieldState &field : state.fields) {
            fields.push_back('\n' + m_file.names.name(field.field).toUtf8() + (field.conflict ? "? " : " ")
                + sets(ops.ops[field.shown], field.field)->bytes.toHex());
        }
        std::sort(fields.begin(), fields.end());
        for (const QByteArray &field : fields)
            line += field;
        return line + '\n';
    }

    StoreFile &m_file;
    CheckReport &m_report;
};

} // namespace

CheckReport Store::check() const
{
    CheckReport report;
    Check(*m_file, report).run();
    return report;
}

} // namespace liaison
