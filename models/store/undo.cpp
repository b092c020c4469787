// Undo as an edit (store.md, section 5): it needs no memory, so it works for any edit of the history.
#include "models/store/storefile.h"

#include <QCoreApplication>

#include <algorithm>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Store)
};

// The edit and the others of its group, newest first: they are undone in reverse.
std::vector<qint64> stepOf(StoreFile &file, qint64 seq)
{
    std::vector<qint64> seqs;
    Statement &select = file.db.statement("SELECT seq FROM edit WHERE grp = (SELECT grp FROM edit WHERE seq = ?1) "
                                          "OR seq = ?1 ORDER BY seq DESC");
    Rows rows(select.bind(seq));
    while (rows.next())
        seqs.push_back(select.integer(0));
    return seqs;
}

class Undoing
{
public:
    Undoing(StoreFile &file, UndoOutcome &outcome) : m_file(file), m_outcome(outcome) { }

    // The operations that undo an edit as the file stands now.
    std::vector<Operation> of(qint64 seq)
    {
        std::vector<Operation> result;
        for (qint64 row : m_file.journal.rowsOf(seq)) {
            m_all = m_file.journal.rowOps(row);
            m_state = fold(m_all.ops);
            const auto it = std::find_if(
                m_all.ops.begin(), m_all.ops.end(), [&](const FoldOp &op) { return op.edit == seq; });
            m_op = static_cast<size_t>(it - m_all.ops.begin());
            const Dictionary::Row where = m_file.names.row(row);
            m_result = {m_file.names.name(where.entity), where.uuid, Life::None, false, {}, {}};
            const FoldOp &op = m_all.ops[m_op];
            if (op.erase || m_state.erased)
                keep(lifeField, m_all.ops.back());
            else if (op.life == Life::Dead)
                undoDelete();
            else if (lifeOf(op) == Life::Alive)
                undoComing();
            else
                undoFields();
            if (m_result.life != Life::None || !m_result.fields.empty()) {
                std::sort(m_result.prev.begin(), m_result.prev.end());
                m_result.prev.erase(std::unique(m_result.prev.begin(), m_result.prev.end()), m_result.prev.end());
                result.push_back(std::move(m_result));
            }
        }
        return result;
    }

private:
    const FoldOp &op() const { return m_all.ops[m_op]; }
    bool isHead(const std::vector<size_t> &heads) const { return std::find(heads.begin(), heads.end(), m_op) != heads.end(); }

    void keep(const QString &field, const FoldOp &because)
    {
        const QString author = because.edit == op().edit ? QString() : m_file.infoOf(because.edit).author;
        m_outcome.kept.push_back({m_result.entity, m_result.row, field, author});
    }

    void see(const std::vector<size_t> &heads)
    {
        for (size_t head : heads)
            m_result.prev.push_back(m_all.ops[head].name);
    }

    void undoDelete()
    {
        if (!isHead(m_state.lifeHeads)) {
            keep(lifeField, m_all.ops[m_state.lifeHeads.back()]);
            return;
        }
        m_result.life = Life::Alive;
        see(m_state.lifeHeads);
        ++m_outcome.undone;
    }

    // A create or a restore: gone again, if everything is as it left it.
    void undoComing()
    {
        const RowState left = fold(m_all.upTo(op().edit));
        const RowState before = fold(m_all.upTo(op().edit - 1));
        const bool cameThen = op().prev.empty() || before.hidden;
        if (!cameThen || m_state.hidden || m_state.lifeConflict || m_state.lifeHeads != std::vector{m_op}) {
            keep(lifeField, m_all.ops[m_state.lifeHeads.back()]);
            return;
        }
        for (const FieldState &field : m_state.fields) {
            const FieldState *then = left.find(field.field);
            const FoldField *shown = sets(m_all.ops[field.shown], field.field);
            const bool same = then ? sets(m_all.ops[then->shown], field.field)->bytes == shown->bytes : shown->isNull;
            if (field.conflict || !same) {
                keep(lifeField, m_all.ops[field.shown]);
                return;
            }
        }
        m_result.life = Life::Dead;
        see(m_state.lifeHeads);
        for (const FieldState &field : m_state.fields)
            see(field.heads);
        ++m_outcome.undone;
    }

    void undoFields()
    {
        for (const FoldField &written : op().fields) {
            const FieldState *state = m_state.find(written.field);
            const QString name = m_file.names.name(written.field);
            const FoldOp &shownBy = m_all.ops[state->shown];
            if (m_state.hidden) {
                keep(name, m_all.ops[m_state.lifeHeads.back()]);
                continue;
            }
            if (state->conflict || sets(shownBy, written.field)->bytes != written.bytes) {
                keep(name, shownBy);
                continue;
            }
            const FieldWrite before = seenBefore(written.field);
            if (before.bytes == written.bytes)
                continue;
            m_result.fields.emplace(name, before);
            see(state->heads);
            ++m_outcome.undone;
        }
        if (!m_result.fields.empty())
            see(m_state.lifeHeads);
    }

    // Of what the author listed as seen, the value that was shown; else none.
    FieldWrite seenBefore(qint64 field)
    {
        FieldWrite write;
        write.bytes = Value().toCanonical();
        std::vector<size_t> seen;
        for (size_t i = 0; i < m_op; ++i) {
            const auto &prev = op().prev;
            if (std::find(prev.begin(), prev.end(), m_all.ops[i].edit) != prev.end() && sets(m_all.ops[i], field))
                seen.push_back(i);
        }
        if (seen.empty())
            return write;
        const size_t shown = winner(m_all.ops, seen);
        if (m_all.isErased(shown, field))
            return write;
        write.bytes = sets(m_all.ops[shown], field)->bytes;
        const auto &sealed = m_all.sealed[shown];
        if (std::any_of(sealed.begin(), sealed.end(), [&](const auto &s) { return s.field == field; }))
            seal(write);
        return write;
    }

    StoreFile &m_file;
    UndoOutcome &m_outcome;
    RowOps m_all;
    RowState m_state;
    size_t m_op = 0;
    Operation m_result;
};

} // namespace

Result<UndoOutcome> Store::undo(const EditName &name)
{
    const QString what = Tr::tr("cannot undo");
    try {
        const qint64 seq = m_file->journal.seqOf(name);
        if (seq == 0)
            return Error{what, name.toHex(), Tr::tr("there is no such edit")};
        const std::vector<qint64> step = stepOf(*m_file, seq);
        const auto composeAll = [&](UndoOutcome &outcome, bool writing, ChangeSet &changes) {
            const ReadTransaction lock(m_file->db); // where none is open: for the trial
            const std::optional<EditName> group = step.size() > 1 ? std::optional(randomName()) : std::nullopt;
            for (qint64 each : step) {
                std::vector<Operation> ops = Undoing(*m_file, outcome).of(each);
                const EditInfo undone = m_file->infoOf(each);
                if (writing && !ops.empty())
                    outcome.edit = m_file->write(std::move(ops), undoLabel(undone), group, undone.name, changes);
            }
        };
        UndoOutcome trial;
        ChangeSet changes;
        composeAll(trial, false, changes);
        if (trial.undone == 0)
            return trial;
        if (const auto allowed = mayWrite(what); !allowed)
            return allowed.error();
        const auto ours = m_file->ownWriting();
        UndoOutcome outcome;
        const Tip before = m_file->prepareToWrite();
        try {
            Transaction transaction(m_file->db);
            m_file->someoneElseWrote();
            composeAll(outcome, true, changes);
            m_file->finish(transaction);
        } catch (const SqlFailure &) {
            m_file->setOwnTip(before);
            m_file->forget();
            throw;
        }
        announce(changes);
        return outcome;
    } catch (const SqlFailure &failure) {
        return notWritten(what, failure);
    }
}

// "Undo: Set Barbados, GAC"; undoing an undo reads "Redo: ...".
QString Store::undoLabel(const EditInfo &undone) const
{
    if (!undone.undoes)
        return Tr::tr("Undo: %1").arg(undone.label);
    const auto original = edit(*undone.undoes);
    if (!original)
        return Tr::tr("Redo");
    return original->undoes ? undoLabel(*original) : Tr::tr("Redo: %1").arg(original->label);
}

} // namespace liaison
