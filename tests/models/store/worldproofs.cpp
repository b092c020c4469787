// What must hold of the world after every step and of a whole history.
#include "tests/models/store/world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

bool sets(const Edit &edit, const oracle::RowId &row, const QString &field)
{
    return std::any_of(edit.ops.begin(), edit.ops.end(), [&](const Operation &op) {
        return op.entity == row.first && op.row == row.second && oracle::setsField(op, field);
    });
}

} // namespace

// Takes over what this person's store has written since, and judges how it was written.
void World::learnOwn(
    Person &person, const EditName &name, const std::vector<std::pair<Change, Sight>> &intents)
{
    std::vector<Edit> written;
    for (Edit &edit : person.laptop->store().allEdits()) {
        if (!person.known.contains(edit.name()))
            written.push_back(std::move(edit));
    }
    require(written.empty() == name.isNull(), u"an edit without a name, or a name without an edit"_s);
    if (written.empty())
        return;
    std::set<EditName> sawNow;
    for (const auto &[known, edit] : oracle::truthOf(person.known).folded)
        sawNow.insert(known);
    for (const Edit &edit : written) {
        // The chain of this replica.
        if (edit.parent.isNull()) {
            require(edit.n == 1, u"a first edit that is not number 1"_s);
            require(std::none_of(person.known.begin(), person.known.end(),
                        [&](const auto &known) { return known.second.replica == edit.replica; }),
                u"a second first edit of a replica"_s);
        } else {
            require(person.known.contains(edit.parent), u"a parent nobody knows"_s);
            const Edit &parent = person.known.at(edit.parent);
            require(parent.replica == edit.replica && parent.n + 1 == edit.n, u"a parent of another chain"_s);
            require(parent.at < edit.at, u"time stands still or goes back in a chain"_s);
        }
        if (written.size() == 1 && !intents.empty())
            verifyAuthoring(edit, intents);
        // For the promises: per edit the least that the author of any of its rows had seen.
        std::set<EditName> saw = sawNow;
        for (const auto &intent : intents) {
            std::set<EditName> both;
            std::set_intersection(saw.begin(), saw.end(), intent.second.known.begin(),
                intent.second.known.end(), std::inserter(both, both.end()));
            saw = both;
        }
        m_sawWhat.emplace(edit.name(), std::move(saw));
        person.known.emplace(edit.name(), edit);
    }
    require(name == written.back().name(), u"commit names another edit than it wrote"_s);
}

// R6 and R7: an edit lists exactly what its author had seen of what it changes.
void World::verifyAuthoring(const Edit &edit, const std::vector<std::pair<Change, Sight>> &intents)
{
    for (const Operation &op : edit.ops) {
        const auto intent = std::find_if(
            intents.begin(), intents.end(), [&](const auto &other) { return other.first.row == op.row; });
        require(intent != intents.end(), u"an edit touches a row nobody asked for"_s);
        const auto &[change, sight] = *intent;
        std::set<EditName> prev = sight.truth.lifeHeads;
        for (const auto &[field, state] : sight.truth.fields) {
            // Who creates a row anew where one was deleted knows all of the old one.
            const bool all = change.kind == Change::Kind::Delete || change.kind == Change::Kind::Create;
            if (all || op.fields.contains(field))
                prev.insert(state.heads.begin(), state.heads.end());
        }
        require(std::set<EditName>(op.prev.begin(), op.prev.end()) == prev,
            u"an edit of kind %1 lists %2 edits, but its author saw %3"_s.arg(int(change.kind))
                .arg(op.prev.size())
                .arg(prev.size()));
        if (change.kind == Change::Kind::Delete)
            require(
                op.life == Life::Dead && op.fields.empty(), u"a deletion that is more or less than one"_s);
        if (change.kind == Change::Kind::Keep || (change.kind == Change::Kind::Edit && sight.truth.hidden))
            require(op.life == Life::Alive, u"a row that was deleted is not brought back"_s);
        if (change.kind == Change::Kind::Edit && !sight.truth.hidden)
            require(op.life == Life::None, u"an edit of a row that is there speaks of its life"_s);
    }
    // What was asked for is written, unless it changes nothing.
    for (const auto &[change, sight] : intents) {
        const auto op = std::find_if(
            edit.ops.begin(), edit.ops.end(), [&](const Operation &o) { return o.row == change.row; });
        for (const auto &[name, value] : change.fields) {
            const auto state = sight.truth.fields.find(QString(name));
            const bool known = state != sight.truth.fields.end();
            const QByteArray shown = known ? state->second.write.bytes : Value().toCanonical();
            const bool changes = value.toCanonical() != shown || (known && state->second.conflict);
            const bool written = op != edit.ops.end() && op->fields.contains(QString(name));
            if (change.kind == Change::Kind::Edit)
                require(written == changes, u"a field is %1written"_s.arg(written ? QString() : u"not "_s));
        }
    }
}

void World::verify(Person &person)
{
    const Picture seen = pictureOf(person.laptop->store());
    const oracle::Truth truth = oracle::truthOf(person.known);
    const QString wrong = difference(seen, pictureOf(truth, person.laptop->store().catalogue()));
    require(wrong.isEmpty(), u"the store shows something else than its edits say: "_s + wrong);
    const QString silent = untold(person.before, seen, person.laptop->takeChanges());
    require(silent.isEmpty(), u"not announced: "_s + silent);
    require(m_forkWasHeard || !oracle::hasForks(truth.folded), u"two wrote as one replica"_s); // R9
    require(person.laptop->store().forks().empty() == !oracle::hasForks(truth.folded),
        u"forks are not told as they are"_s);
    person.before = seen;
}

// I4 and its companions, over a whole history: with what each author had really seen.
void World::verifyPromises(const oracle::Truth &truth) const
{
    const auto saw = [&](const EditName &author, const EditName &other) {
        const auto it = m_sawWhat.find(author);
        return it == m_sawWhat.end() ? std::nullopt : std::optional(it->second.contains(other));
    };
    for (const auto &[id, row] : truth.rows) {
        for (const auto &[field, state] : row.fields) {
            for (const auto &[name, edit] : truth.folded) {
                if (!sets(edit, id, field) || state.heads.contains(name))
                    continue;
                // No lost update: whoever superseded it had seen it.
                bool superseded = false;
                for (const auto &[later, other] : truth.folded) {
                    for (const Operation &op : other.ops) {
                        const bool lists = op.entity == id.first && op.row == id.second
                            && oracle::setsField(op, field)
                            && std::find(op.prev.begin(), op.prev.end(), name) != op.prev.end();
                        superseded = superseded || (lists && saw(later, name).value_or(true));
                    }
                }
                require(superseded, u"lost: a value that nobody who wrote later had seen"_s);
            }
            // No false conflict: of two values in conflict neither author had seen the other.
            if (!state.conflict)
                continue;
            for (const EditName &a : state.heads) {
                for (const EditName &b : state.heads) {
                    if (a != b && m_sawWhat.contains(a) && !truth.folded.at(a).undoes)
                        require(!saw(a, b).value_or(false), u"a conflict with what the author had seen"_s);
                }
            }
        }
        // Delete safety: what is hidden was seen by somebody who deleted.
        if (!row.hidden || row.erased)
            continue;
        for (const auto &[field, state] : row.fields) {
            for (const EditName &head : state.heads) {
                const bool seen = std::any_of(row.lifeHeads.begin(), row.lifeHeads.end(),
                    [&](const EditName &life) { return saw(life, head).value_or(true); });
                require(seen, u"deleted: a value that nobody who deleted had seen"_s);
            }
        }
    }
}

void World::conclude()
{
    oracle::EditSet all;
    for (Person &person : m_people) {
        for (const Edit &edit : person.laptop->store().allEdits())
            all.emplace(edit.name(), edit);
    }
    for (Person &person : m_people) {
        std::vector<Edit> edits;
        for (const auto &[name, edit] : all)
            edits.push_back(edit);
        std::shuffle(edits.begin(), edits.end(), m_random);
        hear(person, edits);
        verify(person);
    }
    const CheckReport first = m_people[0].laptop->store().check();
    for (Person &person : m_people) {
        const CheckReport report = person.laptop->store().check();
        require(report.ok(),
            u"check: "_s
                + (report.ok() ? QString() : report.problems[0].what + u": "_s + report.problems[0].where));
        require(report.stateDigest == first.stateDigest, u"equal edits, different state"_s);
        require(report.editsDigest == first.editsDigest, u"equal edits, different digests of them"_s);
        // I6, and R1: what waits is forwarded as well.
        const oracle::EditSet held = oracle::setOf(person.laptop->store().allEdits());
        require(held.size() == all.size(), u"%1 edits of %2 are left"_s.arg(held.size()).arg(all.size()));
        rebuild(person);
        verify(person);
    }
    verifyPromises(oracle::truthOf(all));
}

// Section 5, said again over the oracle: what an undo may write.
void World::verifyUndo(const Edit &edit, const Edit &undone, const oracle::Truth &before) const
{
    require(edit.undoes == undone.name(), u"an undo does not say what it undoes"_s);
    for (const Operation &op : edit.ops) {
        const oracle::RowTruth &row = *before.row(op.entity, op.row);
        const auto what = std::find_if(undone.ops.begin(), undone.ops.end(),
            [&](const Operation &other) { return other.entity == op.entity && other.row == op.row; });
        require(what != undone.ops.end(), u"an undo touches a row that the edit did not"_s);
        std::set<EditName> prev = row.lifeHeads;
        for (const auto &[field, write] : op.fields) {
            const oracle::FieldTruth &state = row.fields.at(field);
            prev.insert(state.heads.begin(), state.heads.end());
            require(oracle::setsField(*what, field), u"an undo writes a field that the edit did not"_s);
            require(!state.conflict, u"an undo settles a conflict"_s);
            require(
                state.write.bytes == what->fields.at(field).bytes, u"an undo takes back a later change"_s);
            EditName shownBefore;
            QByteArray bytesBefore = Value().toCanonical();
            for (const EditName &name : what->prev) {
                const Edit &seen = before.folded.at(name);
                const auto rank = [&](const EditName &n) { return std::pair(before.folded.at(n).at, n); };
                if (!sets(seen, {op.entity, op.row}, field)
                    || (!shownBefore.isNull() && rank(name) < rank(shownBefore)))
                    continue;
                shownBefore = name;
                for (const Operation &o : seen.ops) {
                    if (o.entity != op.entity || o.row != op.row)
                        continue;
                    const FieldWrite &value = o.fields.at(field);
                    bytesBefore =
                        value.kind == FieldWrite::Kind::Erased ? Value().toCanonical() : value.bytes;
                }
            }
            require(write.bytes == bytesBefore, u"an undo writes something else than what was seen before"_s);
        }
        if (op.life == Life::Dead) {
            require(oracle::lifeOf(*what) == Life::Alive, u"an undo deletes what the edit did not bring"_s);
            for (const auto &[field, state] : row.fields) {
                prev.insert(state.heads.begin(), state.heads.end());
                const auto left = what->fields.find(field);
                const QByteArray then =
                    left == what->fields.end() ? Value().toCanonical() : left->second.bytes;
                require(!state.conflict && (state.write.bytes == then || !what->prev.empty()),
                    u"undoing a create deletes later changes"_s);
            }
        }
        require(std::set<EditName>(op.prev.begin(), op.prev.end()) == prev,
            u"an undo does not list what is there now"_s);
    }
}

} // namespace liaison
