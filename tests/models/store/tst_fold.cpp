#include "models/store/fold.h"

#include "models/domain/value.h"
#include "tests/models/store/oracle.h"
#include "tests/models/store/propertytest.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

// A step of a random history of one row: numbers that any position of the history can interpret.
struct Step
{
    unsigned seen = 0; // which of the operations before it its author had seen, as bits
    unsigned what = 0; // create, edit, delete, keep, erase
    unsigned fields = 0; // which fields, as bits
    int value = 0; // 0: null
    int at = 0; // few values, so that times tie
};

std::ostream &operator<<(std::ostream &out, const Step &step)
{
    return out << "{seen " << std::hex << step.seen << ", what " << std::dec << step.what << ", fields "
               << step.fields << ", value " << step.value << ", at " << step.at << "}";
}

const QString fieldNames[] = {u"a"_s, u"b"_s, u"unheard_of"_s};

FieldWrite plain(int value)
{
    return {FieldWrite::Kind::Plain, value == 0 ? Value().toCanonical() : Value(value).toCanonical(), {}, {}};
}

// The edits of a history, each after those it lists.
std::vector<Edit> editsOf(const std::vector<Step> &steps)
{
    const QUuid row = QUuid::createUuidV5(QUuid(), u"row"_s);
    std::vector<Edit> edits;
    for (const Step &step : steps) {
        Edit edit;
        edit.replica = QUuid::createUuidV5(QUuid(), QString::number(edits.size()));
        edit.at = step.at;
        Operation op;
        op.entity = u"thing"_s;
        op.row = row;
        for (size_t i = 0; i < edits.size(); ++i) {
            // mostly what came last, so that chains as well as forks appear
            const bool seen = i + 8 < edits.size() ? (step.seen & 1) : (step.seen >> (edits.size() - i)) & 1;
            if (seen)
                op.prev.push_back(edits[i].name());
        }
        std::sort(op.prev.begin(), op.prev.end());
        switch (step.what % 8) {
        case 0:
        case 1:
            op.life = Life::Dead;
            break;
        case 2:
            op.life = Life::Alive;
            break;
        case 3:
            op.prev.clear(); // a second create
            break;
        default:
            break;
        }
        if (step.what % 8 > 1 || step.what % 3 == 0) {
            for (unsigned f = 0; f < 3; ++f) {
                if ((step.fields >> f) & 1)
                    op.fields.emplace(fieldNames[f], plain((step.value + static_cast<int>(f)) % 3));
            }
        }
        op.erase = step.what == 100;
        edit.ops.push_back(std::move(op));
        edits.push_back(std::move(edit));
    }
    return edits;
}

// Some order in which every edit comes after what it lists.
std::vector<Edit> shuffled(std::vector<Edit> edits, unsigned seed)
{
    std::mt19937 random(seed);
    std::shuffle(edits.begin(), edits.end(), random);
    std::vector<Edit> ordered;
    std::set<EditName> done;
    while (ordered.size() < edits.size()) {
        for (const Edit &edit : edits) {
            const auto &prev = edit.ops[0].prev;
            if (!done.contains(edit.name())
                && std::all_of(
                    prev.begin(), prev.end(), [&](const EditName &name) { return done.contains(name); })) {
                ordered.push_back(edit);
                done.insert(edit.name());
            }
        }
    }
    return ordered;
}

qint64 numberOf(const QString &field)
{
    return std::find(std::begin(fieldNames), std::end(fieldNames), field) - std::begin(fieldNames);
}

std::vector<FoldOp> foldOps(const std::vector<Edit> &edits)
{
    std::map<EditName, qint64> seqs;
    std::vector<FoldOp> ops;
    for (const Edit &edit : edits) {
        const Operation &op = edit.ops[0];
        FoldOp to;
        to.edit = static_cast<qint64>(seqs.size()) + 1;
        to.name = edit.name();
        to.at = edit.at;
        to.life = op.life;
        to.erase = op.erase;
        for (const EditName &name : op.prev)
            to.prev.push_back(seqs.at(name));
        for (const auto &[name, write] : op.fields)
            to.fields.push_back({numberOf(name), write.bytes, write.isNull()});
        seqs.emplace(to.name, to.edit);
        ops.push_back(std::move(to));
    }
    return ops;
}

oracle::RowTruth described(const std::vector<FoldOp> &ops, const RowState &state)
{
    oracle::RowTruth truth;
    for (const FieldState &field : state.fields) {
        oracle::FieldTruth to;
        for (const size_t head : field.heads)
            to.heads.insert(ops[head].name);
        to.shown = ops[field.shown].name;
        to.write.bytes = sets(ops[field.shown], field.field)->bytes;
        to.conflict = field.conflict;
        truth.fields.emplace(fieldNames[field.field], std::move(to));
    }
    for (const size_t head : state.lifeHeads)
        truth.lifeHeads.insert(ops[head].name);
    truth.hidden = state.hidden;
    truth.lifeConflict = state.lifeConflict;
    truth.malformed = state.malformed;
    truth.erased = state.erased;
    return truth;
}

void assertEqual(const oracle::RowTruth &folded, const oracle::RowTruth &truth)
{
    RC_ASSERT(folded.fields.size() == truth.fields.size());
    for (const auto &[name, field] : truth.fields) {
        RC_ASSERT(folded.fields.contains(name));
        const oracle::FieldTruth &other = folded.fields.at(name);
        RC_ASSERT((other.heads == field.heads));
        RC_ASSERT((other.shown == field.shown));
        RC_ASSERT(other.write.bytes == field.write.bytes);
        RC_ASSERT(other.conflict == field.conflict);
    }
    RC_ASSERT((folded.lifeHeads == truth.lifeHeads));
    RC_ASSERT(folded.hidden == truth.hidden);
    RC_ASSERT(folded.lifeConflict == truth.lifeConflict);
    RC_ASSERT(folded.malformed == truth.malformed);
    RC_ASSERT(folded.erased == truth.erased);
}

rc::Gen<std::vector<Step>> histories()
{
    const auto step = rc::gen::build<Step>(rc::gen::set(&Step::seen, rc::gen::inRange(0u, 1u << 9)),
        rc::gen::set(&Step::what, rc::gen::inRange(0u, 101u)),
        rc::gen::set(&Step::fields, rc::gen::inRange(0u, 8u)),
        rc::gen::set(&Step::value, rc::gen::inRange(0, 3)), rc::gen::set(&Step::at, rc::gen::inRange(0, 4)));
    // Numbers of full range whatever the size, which is the greatest length.
    return rc::gen::resize(14, rc::gen::container<std::vector<Step>>(rc::gen::resize(100, step)));
}

} // namespace

class TestFold : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRuns(); }

private Q_SLOTS:
    void equalsTheDefinitionInAnyCausalOrder()
    {
        QVERIFY(holds("the fold of a row equals the definition of its state, in any causal order",
            [] {
                const std::vector<Edit> edits = editsOf(*histories());
                if (edits.empty())
                    return;
                const oracle::RowId row{edits[0].ops[0].entity, edits[0].ops[0].row};
                const oracle::RowTruth truth = oracle::rowTruth(oracle::setOf(edits), row);
                for (const unsigned seed : {1u, 2u, 3u}) {
                    const std::vector<FoldOp> ops = foldOps(shuffled(edits, seed));
                    assertEqual(described(ops, fold(ops)), truth);
                }
            },
            {8'000, 500'000}));
    }

    void nothingIsARowWithoutLife()
    {
        const RowState state = fold({});
        QVERIFY(state.malformed);
        QVERIFY(!state.hidden);
        QVERIFY(state.fields.empty());
    }
};

QTEST_APPLESS_MAIN(TestFold)
#include "tst_fold.moc"
