#include "tests/models/store/picture.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

Value valueOf(const FieldWrite &write, bool erasedRow)
{
    if (write.kind == FieldWrite::Kind::Erased || (erasedRow && write.kind == FieldWrite::Kind::Sealed))
        return Value();
    return Value::fromCanonical(write.bytes).value_or(Value());
}

Value lifeValue(Life life)
{
    return life == Life::Dead ? Value("deleted"_L1) : Value("alive"_L1);
}

const Operation &operationOf(const oracle::Truth &truth, const EditName &name, const oracle::RowId &row)
{
    const Edit &edit = truth.folded.at(name);
    return *std::find_if(edit.ops.begin(), edit.ops.end(),
        [&](const Operation &op) { return op.entity == row.first && op.row == row.second; });
}

QString rowText(const oracle::RowId &row)
{
    return row.first + u' ' + row.second.toString(QUuid::WithoutBraces).left(8);
}

template <typename Map, typename Describe>
QString mapDifference(const Map &seen, const Map &expected, Describe &&describe)
{
    for (const auto &[key, value] : expected) {
        const auto it = seen.find(key);
        if (it == seen.end())
            return describe(key) + u" is missing"_s;
        if (!(it->second == value))
            return describe(key) + u" differs"_s;
    }
    for (const auto &[key, value] : seen) {
        if (!expected.contains(key))
            return describe(key) + u" should not be there"_s;
    }
    return QString();
}

} // namespace

Picture pictureOf(const Store &store)
{
    Picture picture;
    for (const Entity &entity : store.catalogue().entities()) {
        for (const Record &record : store.read({.entity = entity.name, .rows = Query::Rows::All})) {
            Picture::Row row;
            row.hidden = record.isHidden();
            for (const Field &field : entity.fields) {
                if (!record.value(field.name).isNull())
                    row.values.emplace(field.name, record.value(field.name));
            }
            row.conflicts.insert(record.conflicts().begin(), record.conflicts().end());
            picture.rows.emplace(oracle::RowId(entity.name, record.id()), std::move(row));
        }
    }
    for (const Conflict &conflict : store.conflicts()) {
        Picture::Listed listed{conflict.shown, {}};
        for (const Conflict::Candidate &candidate : conflict.candidates)
            listed.candidates.emplace(candidate.edit.name, candidate.value);
        picture.conflicts.emplace(
            std::pair(oracle::RowId(conflict.entity, conflict.row), conflict.field), std::move(listed));
    }
    for (const EditInfo &edit : store.edits())
        picture.edits.insert(edit.name);
    picture.waiting = store.waitingCount();
    return picture;
}

Picture pictureOf(const oracle::Truth &truth, const Catalogue &catalogue)
{
    Picture picture;
    for (const auto &[id, state] : truth.rows) {
        const Entity *entity = catalogue.entity(id.first);
        Picture::Row row;
        row.hidden = state.hidden;
        if (state.lifeConflict) {
            Picture::Listed listed;
            for (const EditName &head : state.lifeHeads) {
                const Life life = oracle::lifeOf(operationOf(truth, head, id));
                listed.candidates.emplace(head, lifeValue(life));
            }
            // Deleted by all, yet there: what no deleter saw stands against them.
            std::set<EditName> seen;
            bool allDead = true;
            for (const EditName &head : state.lifeHeads) {
                const Operation &op = operationOf(truth, head, id);
                allDead = allDead && op.life == Life::Dead;
                seen.insert(op.prev.begin(), op.prev.end());
            }
            for (const auto &[name, field] : state.fields) {
                for (const EditName &head : field.heads) {
                    if (allDead && !seen.contains(head))
                        listed.candidates.emplace(head, lifeValue(Life::Alive));
                }
            }
            listed.shown = lifeValue(Life::Alive);
            picture.conflicts.emplace(std::pair(id, QString(lifeField)), std::move(listed));
            row.conflicts.insert(QString(lifeField));
        }
        for (const auto &[name, field] : state.fields) {
            if (entity && entity->field(name)) {
                if (const Value value = valueOf(field.write, state.erased); !value.isNull())
                    row.values.emplace(name, value);
            }
            if (field.conflict) {
                row.conflicts.insert(name);
                Picture::Listed listed{valueOf(field.write, state.erased), {}};
                for (const EditName &head : field.heads)
                    listed.candidates.emplace(
                        head, valueOf(operationOf(truth, head, id).fields.at(name), state.erased));
                picture.conflicts.emplace(std::pair(id, name), std::move(listed));
            }
        }
        if (entity)
            picture.rows.emplace(id, std::move(row));
    }
    for (const auto &[name, edit] : truth.folded)
        picture.edits.insert(name);
    picture.waiting = static_cast<qint64>(truth.waiting.size());
    return picture;
}

QString shownText(const Value &value)
{
    return value.isNull() ? u"nothing"_s : QString::fromLatin1(value.toCanonical().toHex());
}

QString difference(const Picture &seen, const Picture &expected)
{
    if (seen.edits != expected.edits)
        return u"%1 edits instead of %2, or others"_s.arg(seen.edits.size()).arg(expected.edits.size());
    if (seen.waiting != expected.waiting)
        return u"%1 edits wait instead of %2"_s.arg(seen.waiting).arg(expected.waiting);
    const QString rows = mapDifference(seen.rows, expected.rows, [&](const oracle::RowId &id) {
        QString text = rowText(id);
        if (!seen.rows.contains(id) || !expected.rows.contains(id))
            return text;
        const Picture::Row &a = seen.rows.at(id);
        const Picture::Row &b = expected.rows.at(id);
        if (a.hidden != b.hidden)
            text += b.hidden ? u" (should be hidden)"_s : u" (should be visible)"_s;
        if (a.conflicts != b.conflicts)
            text += u" (%1 conflicts instead of %2)"_s.arg(a.conflicts.size()).arg(b.conflicts.size());
        return text + u" "_s + mapDifference(a.values, b.values, [&](const QString &field) {
            const auto in = [&](const Picture::Row &row) {
                const auto it = row.values.find(field);
                return shownText(it == row.values.end() ? Value() : it->second);
            };
            return field + u"="_s + in(a) + u", not "_s + in(b) + u": it"_s;
        });
    });
    if (!rows.isEmpty())
        return rows;
    return mapDifference(seen.conflicts, expected.conflicts,
        [](const auto &key) { return u"conflict of "_s + rowText(key.first) + u" "_s + key.second; });
}

QString untold(const Picture &before, const Picture &after, const std::vector<ChangeSet> &told)
{
    std::map<oracle::RowId, QSet<QString>> heard;
    for (const ChangeSet &changes : told) {
        if (changes.everything)
            return QString();
        for (const ChangeSet::Row &row : changes.rows)
            heard[{row.entity, row.row}] += row.fields;
    }
    for (const auto &[id, row] : after.rows) {
        const auto it = before.rows.find(id);
        if (it != before.rows.end() && it->second == row)
            continue;
        if (!heard.contains(id))
            return rowText(id) + u" changed silently"_s;
        const QSet<QString> &fields = heard.at(id);
        const Picture::Row was = it == before.rows.end() ? Picture::Row{true, {}, {}} : it->second;
        if (was.hidden != row.hidden && !fields.contains(QString(lifeField)))
            return rowText(id) + u" came or went silently"_s;
        if (fields.contains(QString(lifeField)))
            continue; // whoever hears that reads the whole row again
        std::set<QString> names;
        for (const Picture::Row *side : {&was, &row}) {
            for (const auto &value : side->values)
                names.insert(value.first);
        }
        for (const QString &name : names) {
            const auto in = [&](const Picture::Row &r) {
                const auto value = r.values.find(name);
                return value == r.values.end() ? Value() : value->second;
            };
            const bool conflictMoved = was.conflicts.contains(name) != row.conflicts.contains(name);
            if ((!(in(was) == in(row)) || conflictMoved) && !fields.contains(name))
                return rowText(id) + u' ' + name + u" changed silently"_s;
        }
    }
    return QString();
}

} // namespace liaison
