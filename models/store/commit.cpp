// Writing: drafts become edits, edits from elsewhere are folded in.
#include "models/store/storefile.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <sqlite3.h>

#include <algorithm>
#include <deque>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

FieldWrite writeOf(const Field &field, const Value &value)
{
    FieldWrite write;
    write.bytes = value.toCanonical();
    if (field.isSealed() && !value.isNull())
        seal(write);
    return write;
}

// Parts that a newer program put into a field of parts outlive an edit by this one, which does not know them (I6).
Value withForeignParts(const Field &field, const Value &value, const Value &seen)
{
    if (field.type != FieldType::Parts || !value.toParts() || !seen.toParts())
        return value;
    Value::Parts parts = *value.toParts();
    for (const auto &[name, part] : *seen.toParts()) {
        if (!field.part(name))
            parts.emplace(name, part);
    }
    return Value(std::move(parts));
}

// What an author sees of a row: its operations up to a moment, folded.
struct View
{
    RowOps all;
    RowState state;
    std::span<const FoldOp> ops;

    bool isHidden() const { return state.hidden; }
};

// Turns the changes of a draft into operations (R6, R7); the first thing wrong stops it.
class Composer
{
public:
    Composer(StoreFile &file, const Store &store) : m_file(file), m_store(store) { }

    // Nothing when the change changes nothing.
    Result<std::optional<Operation>> compose(const Change &change)
    {
        const Entity *entity = m_file.catalogue.entity(change.entity);
        if (!entity)
            return refuse(change, QString(), Tr::tr("nothing of this kind can be recorded"));
        for (const auto &[name, value] : change.fields) {
            const Field *field = entity->field(name);
            if (!field)
                return refuse(change, QString(name), Tr::tr("there is no such field"));
            if (const auto checked = field->check(value); !checked)
                return refuse(change, QString(name), checked.error().why);
        }
        if (m_entity != change.entity) {
            m_entity = change.entity;
            m_entityId = m_file.names.findName(QString(m_entity));
        }
        m_row = m_entityId == 0 ? 0 : m_file.names.findRow(m_entityId, change.row);
        m_now.all = m_row == 0 ? RowOps() : m_file.journal.rowOps(m_row);
        m_now.ops = m_now.all.ops;
        m_now.state = fold(m_now.ops);
        switch (change.kind) {
        case Change::Kind::Create:
            return create(*entity, change);
        case Change::Kind::Edit:
            return edit(*entity, change);
        case Change::Kind::Delete:
        case Change::Kind::Keep:
            return live(change);
        case Change::Kind::Erase:
            return erase(change);
        }
        return std::optional<Operation>();
    }

    // What was read for the last change will be wanted again, to show it.
    void keepRead()
    {
        if (m_row != 0)
            m_file.keepRead(m_row, std::move(m_now.all));
    }

private:
    using Composed = Result<std::optional<Operation>>;

    Error refuse(const Change &change, const QString &field, const QString &why) const
    {
        const Entity *entity = m_file.catalogue.entity(change.entity);
        const QString kind = entity ? entity->titleText().toLower() : QString(change.entity);
        return Error{Tr::tr("cannot record the %1").arg(kind), field, why};
    }

    RowState seenState(const Change &change, std::span<const FoldOp> *ops) const
    {
        *ops = m_now.all.upTo(change.seen);
        return fold(*ops);
    }

    void see(Operation &op, std::span<const FoldOp> ops, const std::vector<size_t> &heads) const
    {
        for (size_t head : heads)
            op.prev.push_back(ops[head].name);
    }

    void seeEverything(Operation &op, std::span<const FoldOp> ops, const RowState &state) const
    {
        see(op, ops, state.lifeHeads);
        for (const FieldState &field : state.fields)
            see(op, ops, field.heads);
    }

    static void tidy(Operation &op)
    {
        std::sort(op.prev.begin(), op.prev.end());
        op.prev.erase(std::unique(op.prev.begin(), op.prev.end()), op.prev.end());
    }

    Operation start(const Change &change) const { return {QString(change.entity), change.row, Life::None, false, {}, {}}; }

    Composed create(const Entity &entity, const Change &change)
    {
        if (!m_now.ops.empty() && !m_now.state.hidden)
            return refuse(change, QString(), Tr::tr("it is on file already: %1").arg(m_store.keyOf(entity.name, change.row)));
        if (m_now.state.erased)
            return refuse(change, QString(), Tr::tr("it was erased"));
        for (const Field &field : entity.fields) {
            const auto it = std::find_if(change.fields.begin(), change.fields.end(),
                [&](const auto &f) { return f.first == field.name; });
            const bool given = it != change.fields.end() && !it->second.isNull();
            if (field.is(Field::Required) && !given)
                return refuse(change, QString(field.name), Tr::tr("missing"));
            for (const Field &part : field.parts) {
                if (given && part.is(Field::Required) && it->second.part(part.name).isNull())
                    return refuse(change, QString(part.name), Tr::tr("missing"));
            }
        }
        if (entity.hasNaturalKey()) {
            if (const auto id = m_store.idFor(entity, change.fields); !id)
                return id.error();
            else if (*id != change.row)
                return refuse(change, QString(), Tr::tr("its id is not that of its key"));
        }
        Operation op = start(change);
        op.life = Life::Alive;
        seeEverything(op, m_now.ops, m_now.state);
        for (const auto &[name, value] : change.fields) {
            if (!value.isNull())
                op.fields.emplace(QString(name), writeOf(*entity.field(name), value));
        }
        // A row that stood before comes back as new: what is not given is cleared.
        for (const FieldState &state : m_now.state.fields) {
            const QString name = m_file.names.name(state.field);
            const Field *field = entity.field(name);
            if (field && !op.fields.contains(name) && !sets(m_now.ops[state.shown], state.field)->isNull)
                op.fields.emplace(name, writeOf(*field, Value()));
        }
        tidy(op);
        return std::optional(std::move(op));
    }

    Composed edit(const Entity &entity, const Change &change)
    {
        std::span<const FoldOp> ops;
        const RowState seen = seenState(change, &ops);
        if (ops.empty())
            return refuse(change, QString(), Tr::tr("it is not on file"));
        if (m_now.state.erased)
            return refuse(change, QString(), Tr::tr("it was erased"));
        if (m_now.state.hidden && !seen.hidden)
            return refuse(change, QString(), Tr::tr("it was deleted meanwhile; bring it back first"));
        Operation op = start(change);
        for (const auto &[name, given] : change.fields) {
            const Field &field = *entity.field(name);
            const FieldState *state = seen.find(m_file.names.findName(QString(name)));
            const Value value = withForeignParts(field, given,
                state ? m_file.tables.shownValue(m_now.all, state->shown, state->field) : Value());
            const QByteArray bytes = value.toCanonical();
            const bool shown = state && !m_now.all.isErased(state->shown, state->field)
                && sets(ops[state->shown], state->field)->bytes == bytes;
            if ((shown && !state->conflict) || (!state && value.isNull()))
                continue;
            if (field.is(Field::Key) && state && !shown)
                return refuse(change, QString(name), Tr::tr("set once, with the row; record another row instead"));
            if (field.is(Field::Required) && value.isNull())
                return refuse(change, QString(name), Tr::tr("cannot be empty"));
            for (const Field &part : field.parts) {
                if (part.is(Field::Required) && value.part(part.name).isNull())
                    return refuse(change, QString(part.name), Tr::tr("cannot be empty"));
            }
            op.fields.emplace(QString(name), writeOf(field, value));
            if (state)
                see(op, ops, state->heads);
        }
        if (seen.hidden)
            op.life = Life::Alive;
        else if (op.fields.empty())
            return std::optional<Operation>();
        see(op, ops, seen.lifeHeads);
        tidy(op);
        return std::optional(std::move(op));
    }

    // Deleting, and keeping against a deletion.
    Composed live(const Change &change)
    {
        std::span<const FoldOp> ops;
        const RowState seen = seenState(change, &ops);
        if (ops.empty())
            return refuse(change, QString(), Tr::tr("it is not on file"));
        Operation op = start(change);
        if (change.kind == Change::Kind::Delete) {
            if (seen.hidden || m_now.state.hidden)
                return std::optional<Operation>();
            op.life = Life::Dead;
            seeEverything(op, ops, seen);
        } else {
            if (m_now.state.erased)
                return refuse(change, QString(), Tr::tr("it was erased"));
            if (!seen.hidden && !seen.lifeConflict)
                return std::optional<Operation>();
            op.life = Life::Alive;
            see(op, ops, seen.lifeHeads);
        }
        tidy(op);
        return std::optional(std::move(op));
    }

    // Whatever its author saw of it: nothing of the row is to be left.
    Composed erase(const Change &change)
    {
        if (m_now.ops.empty())
            return refuse(change, QString(), Tr::tr("it is not on file"));
        if (m_now.state.erased)
            return std::optional<Operation>();
        Operation op = start(change);
        op.life = Life::Dead;
        op.erase = true;
        seeEverything(op, m_now.ops, m_now.state);
        tidy(op);
        return std::optional(std::move(op));
    }

    StoreFile &m_file;
    const Store &m_store;
    QLatin1StringView m_entity; // of the last change, which the next one's often is
    qint64 m_entityId = 0;      // 0: not known yet
    qint64 m_row = 0;           // 0: not known yet
    View m_now;
};

Result<std::vector<Operation>> composeAll(StoreFile &file, const Store &store, const Draft &draft)
{
    std::vector<Operation> ops;
    QSet<std::pair<QLatin1StringView, QUuid>> rows;
    Composer composer(file, store);
    file.forgetRead();
    const ReadTransaction lock(file.db);
    for (const Change &change : draft.changes()) {
        const qsizetype before = rows.size();
        if (rows.insert({change.entity, change.row}); rows.size() == before)
            return Error{draft.label(), store.keyOf(change.entity, change.row), Tr::tr("the same row twice in one step")};
        auto op = composer.compose(change);
        if (!op)
            return op.error();
        if (!*op)
            continue;
        ops.push_back(std::move(**op));
        composer.keepRead();
    }
    return ops;
}

} // namespace

// The operations as edits of this replica, one after another.
EditName StoreFile::write(std::vector<Operation> ops, const QString &label, std::optional<EditName> group,
    std::optional<EditName> undoes, ChangeSet &changes)
{
    // Never less than what travels; a character of UTF-16 is three bytes of UTF-8 at most.
    const auto sizeOf = [](const Operation &op) {
        qsizetype size = 200 + op.entity.size() * 3 + static_cast<qsizetype>(op.prev.size()) * 20;
        for (const auto &[name, write] : op.fields)
            size += name.size() * 3 + write.bytes.size() + write.digest.size() + 30;
        return size;
    };
    const qsizetype headSize = 200 + (label.size() + surroundings.author.size()) * 3;
    EditName last;
    const Tip before = m_own;
    try {
        size_t next = 0;
        while (next < ops.size()) {
            Edit edit;
            qsizetype size = headSize;
            size_t end = next;
            while (end < ops.size() && end - next < Edit::mostOperations) {
                const qsizetype more = sizeOf(ops[end]);
                if (end > next && size + more > Edit::mostBytes)
                    break;
                size += more;
                ++end;
            }
            if (!group && end < ops.size())
                group = randomName();
            edit.ops.assign(std::make_move_iterator(ops.begin() + static_cast<std::ptrdiff_t>(next)),
                std::make_move_iterator(ops.begin() + static_cast<std::ptrdiff_t>(end)));
            next = end;
            edit.parent = m_own.name;
            edit.replica = m_own.replica;
            edit.n = m_own.n + 1;
            edit.at = nextTime();
            edit.author = surroundings.author;
            edit.label = label;
            edit.group = group;
            edit.undoes = undoes;
            if (size > Edit::mostBytes && edit.transport().size() > Edit::mostBytes)
                throw SqlFailure(SQLITE_TOOBIG, Tr::tr("more than 4 MiB in one row; no other laptop would take it"));
            last = edit.name();
            apply(edit, last, changes);
            m_own = Tip{edit.replica, edit.n, last};
        }
    } catch (...) {
        m_own = before;
        throw;
    }
    return last;
}

Result<EditName> Store::commit(const Draft &draft)
{
    // The WAL holds what the pages said before an erasure. At the very end: while we write, a file that changes counts
    // as another's.
    const auto atTheEnd = qScopeGuard([&] {
        if (draft.erases())
            settle();
    });
    try {
        // Before anything is written, so that a step that changes nothing leaves the file byte for byte.
        auto ops = composeAll(*m_file, *this, draft);
        if (!ops)
            return ops.error();
        if (ops->empty())
            return EditName();
        if (const auto allowed = mayWrite(draft.label()); !allowed)
            return allowed.error();
        const auto ours = m_file->ownWriting();
        const Tip before = m_file->prepareToWrite();
        ChangeSet changes;
        EditName name;
        try {
            Transaction transaction(m_file->db);
            // Another program may have written since: what was composed then may not be right now.
            if (m_file->someoneElseWrote()) {
                ops = composeAll(*m_file, *this, draft);
                if (!ops)
                    return ops.error();
            }
            name = m_file->write(std::move(*ops), draft.label(), {}, {}, changes);
            m_file->finish(transaction);
        } catch (const SqlFailure &) {
            m_file->setOwnTip(before);
            m_file->forget();
            throw;
        }
        announce(changes);
        return name;
    } catch (const SqlFailure &failure) {
        return notWritten(draft.label(), failure);
    }
}

Result<MergeOutcome> Store::merge(const std::vector<Edit> &edits)
{
    const QString what = Tr::tr("cannot take in the edits");
    // Whatever would not travel is not taken in either: equal edits have equal names everywhere.
    for (const Edit &edit : edits) {
        if (const auto checked = Edit::fromTransport(edit.transport()); !checked)
            return Error{what, edit.label, checked.error().why};
    }
    try {
        const auto isKnown = [&](const EditName &name) {
            return m_file->journal.seqOf(name) != 0 || m_file->journal.isWaiting(name);
        };
        MergeOutcome outcome;
        if (std::all_of(edits.begin(), edits.end(), [&](const Edit &edit) { return isKnown(edit.name()); })) {
            outcome.known = static_cast<qint64>(edits.size());
            outcome.waiting = waitingCount();
            return outcome;
        }
        if (const auto allowed = mayWrite(what); !allowed)
            return allowed.error();
        const auto ours = m_file->ownWriting();
        m_file->prepareToWrite();
        ChangeSet changes;
        try {
            Transaction transaction(m_file->db);
            m_file->someoneElseWrote();
            std::deque<Edit> queue(edits.begin(), edits.end());
            while (!queue.empty()) {
                const Edit edit = std::move(queue.front());
                queue.pop_front();
                const EditName name = edit.name();
                if (isKnown(name)) {
                    ++outcome.known;
                    continue;
                }
                if (const EditName missing = m_file->missingFor(edit); !missing.isNull()) {
                    m_file->journal.addWaiting(m_file->withoutErased(edit), name, missing);
                    continue;
                }
                m_file->apply(edit, name, changes);
                ++outcome.added;
                for (Edit &waited : m_file->journal.takeWaitingFor(name))
                    queue.push_back(std::move(waited));
            }
            m_file->finish(transaction);
        } catch (const SqlFailure &) {
            m_file->forget();
            throw;
        }
        outcome.waiting = waitingCount();
        announce(changes);
        return outcome;
    } catch (const SqlFailure &failure) {
        return notWritten(what, failure);
    }
}

Result<void> Store::rebuild()
{
    const QString what = Tr::tr("cannot rebuild the record tables");
    if (auto allowed = mayWrite(what); !allowed)
        return allowed;
    const auto ours = m_file->ownWriting();
    try {
        m_file->prepareToWrite();
        Transaction transaction(m_file->db);
        m_file->forget();
        m_file->tables.recreate();
        m_file->journal.forEachRow([&](qint64 row, const RowOps &ops) {
            m_file->tables.writeFirst(row, ops, fold(ops.ops));
        });
        m_file->finish(transaction);
        m_keys.clear();
        announce(ChangeSet{{}, true});
        return {};
    } catch (const SqlFailure &failure) {
        m_file->forget();
        return notWritten(what, failure);
    }
}

} // namespace liaison
