#include "tests/models/store/world.h"

#include "tests/models/store/propertytest.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qint64 day = 86'400'000;

[[noreturn]] void fail(const QString &why)
{
    throw rc::detail::CaseResult(rc::detail::CaseResult::Type::Failure, why.toStdString());
}

void require(bool holds, const QString &what)
{
    if (!holds)
        fail(what);
}

QUuid placeId(unsigned number)
{
    return naturalId(QString(sample::place), u"P%1"_s.arg(number));
}

FieldWrite plain(const Value &value)
{
    return {FieldWrite::Kind::Plain, value.toCanonical(), {}, {}};
}

bool sets(const Edit &edit, const oracle::RowId &row, const QString &field)
{
    return std::any_of(edit.ops.begin(), edit.ops.end(), [&](const Operation &op) {
        return op.entity == row.first && op.row == row.second && oracle::setsField(op, field);
    });
}

} // namespace

std::ostream &operator<<(std::ostream &out, const Step &step)
{
    return out << '{' << step.act << ", " << step.who << ", " << step.row << ", " << step.fields << ", "
               << step.value << ", " << step.luck << '}';
}

World::World(const QString &folder)
    : m_folder(folder)
    , m_random(1)
{
    const qint64 skews[] = {-400 * day, 0, 400 * day};
    for (size_t i = 0; i < m_people.size(); ++i) {
        Person &person = m_people[i];
        const QString author = u"person %1"_s.arg(i);
        person.laptop = std::make_unique<Laptop>(folder + u"/%1"_s.arg(i), author, &m_time, skews[i]);
        require(person.laptop->create(), u"a file cannot be made"_s);
        person.before = pictureOf(person.laptop->store());
    }
}

void World::perform(const Step &step)
{
    m_random.seed(step.luck);
    m_time += static_cast<qint64>(step.luck % 3) * 1'000; // often no time passes: ties
    Person &person = m_people[step.who % m_people.size()];
    switch (step.act % 40) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
        create(person, step);
        break;
    case 5:
    case 6:
    case 7:
    case 8:
    case 9:
    case 10:
    case 11:
    case 12:
    case 13:
    case 14:
    case 15:
        change(person, step);
        break;
    case 16:
    case 17:
    case 18:
        look(person, step);
        break;
    case 19:
    case 20:
        settleConflict(person, step);
        break;
    case 21:
    case 22:
    case 23:
        undo(person, step);
        break;
    case 24:
    case 25:
    case 26:
    case 27:
    case 28:
    case 29:
        exchange(person, step);
        break;
    case 30:
    case 31:
        hearNewerProgram(person, step);
        break;
    case 32:
        hearFork(person, step);
        break;
    case 33:
        hearErasure(person, step);
        break;
    case 34:
        takeCopy(person);
        break;
    case 35:
        restoreCopy(person);
        break;
    case 36:
        cloneFile(person, step);
        break;
    case 37:
        crash(person);
        break;
    case 38:
        reopen(person);
        break;
    default:
        rebuild(person);
    }
    verify(person);
}

std::vector<std::pair<QLatin1StringView, Value>> World::someFields(const Entity &entity, const Step &step)
{
    const auto number = static_cast<int>(step.value % 4);
    const QString word = u"w%1"_s.arg(number);
    std::vector<std::pair<QLatin1StringView, Value>> fields;
    const auto add = [&](unsigned bit, QLatin1StringView name, const Value &value) {
        if ((step.fields >> bit) & 1)
            fields.emplace_back(name, step.value % 7 == 0 ? Value() : value);
    };
    if (entity.name == sample::place) {
        add(0, sample::name, Value(word));
        add(1, sample::open, Value(number > 1));
    } else {
        add(0, sample::title, Value(word));
        add(1, sample::count, Value(number));
        add(2, sample::body, Value(u"long "_s + word));
        add(3, sample::phone, Value(u"555 "_s + word));
        add(4, sample::about, Value(placeId(step.value % 3)));
        add(5, sample::value, Value(Value::Parts{{u"value"_s, Value(number)}, {u"source"_s, Value(word)}}));
    }
    return fields;
}

oracle::RowTruth World::truthOfRow(const Person &person, const oracle::RowId &row) const
{
    return oracle::rowTruth(oracle::truthOf(person.known).folded, row);
}

// A row to act on as somebody sees it: now, or as it was when last looked at.
std::optional<World::Sight> World::sightOf(Person &person, const Step &step)
{
    if (!person.sights.empty() && step.luck % 3 == 0)
        return person.sights[step.row % person.sights.size()];
    std::vector<Record> records;
    for (const Entity &entity : person.laptop->store().catalogue().entities()) {
        const Query query{
            .entity = entity.name, .rows = step.luck % 5 == 0 ? Query::Rows::All : Query::Rows::Visible};
        for (Record &record : person.laptop->store().read(query))
            records.push_back(std::move(record));
    }
    if (records.empty())
        return std::nullopt;
    const Record &record = records[step.row % records.size()];
    const oracle::Truth truth = oracle::truthOf(person.known);
    const oracle::RowTruth *row = truth.row(QString(record.entity().name), record.id());
    require(row != nullptr, u"a record without edits"_s);
    Sight sight{record, *row, {}};
    for (const auto &[name, edit] : truth.folded)
        sight.known.insert(name);
    return sight;
}

void World::look(Person &person, const Step &step)
{
    if (auto sight = sightOf(person, step))
        person.sights.push_back(std::move(*sight));
    if (person.sights.size() > 6)
        person.sights.erase(person.sights.begin());
}

void World::create(Person &person, const Step &step)
{
    const Catalogue &catalogue = person.laptop->store().catalogue();
    const bool isPlace = step.row % 3 == 0;
    const Entity &entity = *catalogue.entity(isPlace ? sample::place : sample::note);
    QUuid row = placeId(step.row % 4);
    auto fields = someFields(entity, step);
    if (isPlace) {
        fields.emplace_back(sample::code, Value(u"P%1"_s.arg(step.row % 4)));
        const Record there = person.laptop->store().find(sample::place, row);
        if (!there.isNull() && !there.isHidden())
            return; // nobody creates what they see
    } else {
        row = QUuid::createUuidV5(QUuid(), QString::number(++m_count));
        m_notes.push_back(row);
    }
    Draft draft(u"Add"_s);
    draft.create(entity, row, fields);
    const oracle::Truth truth = oracle::truthOf(person.known);
    Sight sight{Record(entity, row), {}, {}};
    if (const oracle::RowTruth *known = truth.row(QString(entity.name), row))
        sight.truth = *known;
    for (const auto &[name, edit] : truth.folded)
        sight.known.insert(name);
    const auto name = person.laptop->store().commit(draft);
    require(name.ok(), u"a create was refused: "_s + (name ? QString() : name.error().message()));
    learnOwn(person, *name, {{draft.changes()[0], sight}});
}

void World::change(Person &person, const Step &step)
{
    Draft draft(u"Change"_s);
    std::vector<std::pair<Change, Sight>> intents;
    Step next = step;
    const unsigned rows = 1 + step.luck % 3;
    for (unsigned i = 0; i < rows; ++i, ++next.row, next.value += 3) {
        auto sight = sightOf(person, next);
        if (!sight)
            return;
        const bool twice = std::any_of(intents.begin(), intents.end(),
            [&](const auto &intent) { return intent.first.row == sight->record.id(); });
        if (twice)
            continue;
        // A form on a row deleted meanwhile does not save, one on an erased row never.
        const oracle::RowTruth now =
            truthOfRow(person, {QString(sight->record.entity().name), sight->record.id()});
        if (now.erased || (now.hidden && !sight->truth.hidden))
            continue;
        switch (next.value % 8) {
        case 0:
            if (!sight->truth.hidden)
                draft.remove(sight->record);
            else
                draft.keep(sight->record);
            break;
        case 1:
            draft.keep(sight->record);
            break;
        default:
            draft.edit(sight->record, someFields(sight->record.entity(), next));
        }
        intents.emplace_back(draft.changes().back(), std::move(*sight));
    }
    if (draft.isEmpty())
        return;
    const auto name = person.laptop->store().commit(draft);
    require(name.ok(), u"a change was refused: "_s + (name ? QString() : name.error().message()));
    learnOwn(person, *name, intents);
}

void World::settleConflict(Person &person, const Step &step)
{
    const std::vector<Conflict> conflicts = person.laptop->store().conflicts();
    if (conflicts.empty())
        return;
    const Conflict &conflict = conflicts[step.row % conflicts.size()];
    const Entity *entity = person.laptop->store().catalogue().entity(conflict.entity);
    if (!entity || (conflict.field != lifeField && !entity->field(conflict.field)))
        return; // of a newer program: not ours to settle
    const Record record = person.laptop->store().find(conflict.entity, conflict.row);
    const oracle::Truth truth = oracle::truthOf(person.known);
    Sight sight{record, *truth.row(conflict.entity, conflict.row), {}};
    for (const auto &[name, edit] : truth.folded)
        sight.known.insert(name);
    Draft draft(u"Settle"_s);
    const Conflict::Candidate &choice = conflict.candidates[step.value % conflict.candidates.size()];
    if (conflict.field != lifeField)
        draft.edit(record, {{entity->field(conflict.field)->name, choice.value}});
    else if (choice.value.text() == u"deleted"_s)
        draft.remove(record);
    else
        draft.keep(record);
    const auto name = person.laptop->store().commit(draft);
    require(name.ok(), u"settling was refused: "_s + (name ? QString() : name.error().message()));
    require(!name->isNull(), u"settling a conflict wrote nothing"_s);
    learnOwn(person, *name, {{draft.changes()[0], sight}});
    for (const Conflict &left : person.laptop->store().conflicts()) {
        const bool same =
            left.entity == conflict.entity && left.row == conflict.row && left.field == conflict.field;
        require(!same, u"a settled conflict is still listed"_s);
    }
}

// Section 5, said again over the oracle: what an undo may write.
void World::undo(Person &person, const Step &step)
{
    const std::vector<EditInfo> edits = person.laptop->store().edits();
    if (edits.empty())
        return;
    const EditInfo &info = edits[step.row % edits.size()];
    const Edit &undone = person.known.at(info.name);
    const oracle::Truth before = oracle::truthOf(person.known);
    const auto outcome = person.laptop->store().undo(info.name);
    if (!outcome)
        return; // nothing of it can be undone
    if (outcome->edit.isNull())
        return;
    learnOwn(person, outcome->edit, {});
    if (undone.group)
        return; // several edits at once: the oracle comparison stands for them
    const Edit &edit = person.known.at(outcome->edit);
    require(edit.undoes == info.name, u"an undo does not say what it undoes"_s);
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

void World::exchange(Person &person, const Step &step)
{
    Person &other = m_people[(step.who + 1 + step.value % 2) % m_people.size()];
    hear(person, erasuresWithTheirPast(other));
    std::vector<Edit> edits = other.laptop->store().allEdits();
    std::shuffle(edits.begin(), edits.end(), m_random);
    if (step.fields % 3 != 0) // some of them only, and some twice
        edits.resize(edits.size() * (1 + step.fields % 4) / 4);
    if (step.fields % 5 == 0 && !edits.empty())
        edits.push_back(edits.front());
    const size_t half = edits.size() / 2;
    hear(person, {edits.begin(), edits.begin() + static_cast<qsizetype>(half)});
    hear(person, {edits.begin() + static_cast<qsizetype>(half), edits.end()});
}

// Nobody gets an erased value without the erasure: what is shown is a function of the set of edits only if an
// edit's values are erased for everybody or for nobody.
std::vector<Edit> World::erasuresWithTheirPast(const Person &person) const
{
    const oracle::Truth truth = oracle::truthOf(person.known);
    std::set<EditName> wanted;
    std::vector<EditName> open;
    for (const auto &[name, edit] : truth.folded) {
        if (std::any_of(edit.ops.begin(), edit.ops.end(), [](const Operation &op) { return op.erase; }))
            open.push_back(name);
    }
    while (!open.empty()) {
        const EditName name = open.back();
        open.pop_back();
        if (name.isNull() || !wanted.insert(name).second)
            continue;
        const Edit &edit = truth.folded.at(name);
        open.push_back(edit.parent);
        for (const Operation &op : edit.ops)
            open.insert(open.end(), op.prev.begin(), op.prev.end());
    }
    std::vector<Edit> edits;
    for (const Edit &edit : person.laptop->store().allEdits()) {
        if (wanted.contains(edit.name()))
            edits.push_back(edit);
    }
    return edits;
}

void World::hear(Person &person, std::vector<Edit> edits)
{
    const auto before = static_cast<qint64>(oracle::truthOf(person.known).folded.size());
    std::set<EditName> names;
    qint64 known = 0;
    for (const Edit &edit : edits) {
        known += person.known.contains(edit.name()) || !names.insert(edit.name()).second ? 1 : 0;
        person.known.emplace(edit.name(), edit);
    }
    const auto outcome = person.laptop->store().merge(edits);
    require(outcome.ok(), u"a merge was refused: "_s + (outcome ? QString() : outcome.error().message()));
    const auto after = static_cast<qint64>(oracle::truthOf(person.known).folded.size());
    require(outcome->added == after - before,
        u"a merge counts what it added wrongly: %1, not %2"_s.arg(outcome->added).arg(after - before));
    require(outcome->known == known,
        u"a merge counts what it knew wrongly: %1, not %2"_s.arg(outcome->known).arg(known));
}

Edit World::chained(QUuid replica, const QString &author)
{
    auto &[n, tip] = m_strangers[replica];
    Edit edit;
    edit.replica = replica;
    edit.parent = tip;
    edit.n = ++n;
    edit.at = m_time + static_cast<qint64>(n % 3) * 1'000;
    edit.author = author;
    return edit;
}

// Somebody with a newer program, who knows what this person knows: a field and an entity nobody here has
// heard of.
void World::hearNewerProgram(Person &person, const Step &step)
{
    const oracle::Truth truth = oracle::truthOf(person.known);
    const QUuid replica = QUuid::createUuidV5(QUuid(), u"newer"_s);
    Edit edit = chained(replica, u"newer"_s);
    edit.label = u"Newer"_s;
    Operation op;
    if (!truth.rows.empty() && step.value % 3 != 0) {
        const auto row = std::next(truth.rows.begin(), step.row % static_cast<unsigned>(truth.rows.size()));
        op.entity = row->first.first;
        op.row = row->first.second;
        std::vector<QString> fields = {u"colour"_s};
        if (op.entity == sample::note)
            fields.push_back(u"count"_s);
        std::set<EditName> prev = row->second.lifeHeads;
        for (const QString &field : fields) {
            op.fields.emplace(field, plain(step.fields % 4 ? Value(int(step.fields % 4)) : Value()));
            if (row->second.fields.contains(field)) {
                const auto &heads = row->second.fields.at(field).heads;
                prev.insert(heads.begin(), heads.end());
            }
        }
        if (row->second.hidden)
            op.life = Life::Alive;
        if (step.luck % 4 != 0) // else a second create
            op.prev.assign(prev.begin(), prev.end());
    } else {
        op.entity = u"visit"_s;
        op.row = QUuid::createUuidV5(QUuid(), u"visit %1"_s.arg(step.row % 3));
        op.fields.emplace(u"title"_s,
            FieldWrite{FieldWrite::Kind::Sealed, Value(int(step.luck % 3)).toCanonical(),
                QByteArray(16, static_cast<char>(step.luck)), {}});
        op.fields.emplace(u"bytes no value has"_s, FieldWrite{FieldWrite::Kind::Plain, "\xff\xff", {}, {}});
    }
    edit.ops.push_back(op);
    m_strangers[replica].second = edit.name();
    hear(person, {edit});
}

// R10: somebody's edit a second time, with the same place in the chain and something else in it.
void World::hearFork(Person &person, const Step &step)
{
    if (person.known.empty())
        return;
    Edit edit =
        std::next(person.known.begin(), step.row % static_cast<unsigned>(person.known.size()))->second;
    edit.at += static_cast<qint64>(step.luck % 3);
    edit.label = u"Fork"_s;
    hear(person, {edit});
}

void World::hearErasure(Person &person, const Step &step)
{
    const oracle::Truth truth = oracle::truthOf(person.known);
    if (m_notes.empty() || step.luck % 2)
        return;
    const QUuid row = m_notes[step.row % m_notes.size()];
    const oracle::RowTruth *state = truth.row(QString(sample::note), row);
    if (!state)
        return;
    const QUuid replica = QUuid::createUuidV5(QUuid(), u"eraser"_s);
    Edit edit = chained(replica, u"eraser"_s);
    edit.label = u"Erase"_s;
    Operation op;
    op.entity = QString(sample::note);
    op.row = row;
    op.life = Life::Dead;
    op.erase = true;
    std::set<EditName> prev = state->lifeHeads;
    for (const auto &[name, field] : state->fields)
        prev.insert(field.heads.begin(), field.heads.end());
    op.prev.assign(prev.begin(), prev.end());
    edit.ops.push_back(op);
    m_strangers[replica].second = edit.name();
    hear(person, {edit});
}

void World::takeCopy(Person &person)
{
    const QString copy = person.laptop->aside(u"copy %1"_s.arg(++m_copies));
    if (m_copies % 2) {
        const auto backedUp = person.laptop->store().backup(copy);
        require(backedUp.ok(), u"no backup: "_s + (backedUp ? QString() : backedUp.error().message()));
    } else {
        person.laptop->store().settle();
        require(copyOver(person.laptop->path(), copy), u"the open file cannot be copied"_s);
    }
    person.oldCopy = {copy, person.known};
}

void World::restoreCopy(Person &person)
{
    if (!person.oldCopy)
        return;
    person.laptop->close();
    require(person.laptop->replaceFile(person.oldCopy->first), u"the copy is gone"_s);
    person.known = person.oldCopy->second;
    reopen(person);
}

// Two people go on with one file.
void World::cloneFile(Person &person, const Step &step)
{
    Person &other = m_people[(step.who + 1 + step.value % 2) % m_people.size()];
    other.laptop->close();
    person.laptop->close();
    require(person.laptop->replaceFile(other.laptop->path()), u"the file cannot be copied"_s);
    person.known = other.known;
    reopen(other);
    reopen(person);
}

// The file and the tokens as they are when the power goes.
void World::crash(Person &person)
{
    person.laptop->store().settle();
    const QString file = person.laptop->aside(u"crashed"_s);
    const QString tokens = person.laptop->aside(u"crashed tokens"_s);
    require(copyOver(person.laptop->path(), file), u"the open file cannot be copied"_s);
    const bool hasTokens = QFile::exists(person.laptop->tokens());
    if (hasTokens)
        require(copyOver(person.laptop->tokens(), tokens), u"the tokens cannot be copied"_s);
    person.laptop->close();
    require(person.laptop->replaceFile(file), u"the file cannot be put back"_s);
    if (hasTokens)
        require(copyOver(tokens, person.laptop->tokens()), u"the tokens cannot be put back"_s);
    reopen(person);
}

void World::reopen(Person &person)
{
    person.sights.clear();
    person.laptop->close();
    const OpenOutcome outcome = person.laptop->open();
    require(outcome == OpenOutcome::Current, u"a file does not open again: %1"_s.arg(int(outcome)));
    person.laptop->takeChanges();
    person.before = pictureOf(person.laptop->store());
}

void World::rebuild(Person &person)
{
    const QByteArray state = person.laptop->store().check().stateDigest;
    const auto rebuilt = person.laptop->store().rebuild();
    require(rebuilt.ok(), u"no rebuild: "_s + (rebuilt ? QString() : rebuilt.error().message()));
    require(person.laptop->store().check().stateDigest == state, u"a rebuild changed the state"_s);
}

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

} // namespace liaison
