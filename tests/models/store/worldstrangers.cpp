// What comes from people who are not among the three: a newer program, a forked chain, an erasure.
#include "tests/models/store/world.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

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
    m_forkWasHeard = true;
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

} // namespace liaison
