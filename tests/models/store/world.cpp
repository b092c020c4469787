#include "tests/models/store/world.h"

#include "tests/models/store/propertytest.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qint64 day = 86'400'000;

QUuid placeId(unsigned number)
{
    return naturalId(QString(sample::place), u"P%1"_s.arg(number));
}

} // namespace

void require(bool holds, const QString &what)
{
    if (!holds)
        throw rc::detail::CaseResult(rc::detail::CaseResult::Type::Failure, what.toStdString());
}

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
    verifyUndo(person.known.at(outcome->edit), undone, before);
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

} // namespace liaison
