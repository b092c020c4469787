// The store against plain tables that hold the same rows (store.md, section 1).
#include "models/domain/fields.h"
#include "models/store/store.h"
#include "tests/bench/benchkit.h"
#include "tests/bench/plaintables.h"
#include "tests/bench/sample.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <numeric>

using namespace liaison;
using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

const int rounds = roundsOf(3);
constexpr int fieldEdits = 100'000;
constexpr int editsInAStep = 1'000;
constexpr int singleEdits = 1'000;

template <typename T>
T need(Result<T> result)
{
    if (!result)
        fail(result.error().message());
    return std::move(*result);
}

void need(Result<void> result)
{
    if (!result)
        fail(result.error().message());
}

// One field edit of the mix: four in ten a reading, four whether a task is done, one its owner (found by
// search), one its text. Rows come in an order of their own, so that no step touches one twice.
struct FieldEdit
{
    enum Kind { Reading, Done, Owner, Text };
    Kind kind = Reading;
    int position = 0; // among the observations or the tasks
    int turn = 0; // makes the new value another than any before
};

FieldEdit fieldEdit(int number, const Sample &sample)
{
    static constexpr FieldEdit::Kind mix[10] = {FieldEdit::Reading, FieldEdit::Done, FieldEdit::Reading,
        FieldEdit::Done, FieldEdit::Owner, FieldEdit::Reading, FieldEdit::Done, FieldEdit::Reading,
        FieldEdit::Done, FieldEdit::Text};
    const FieldEdit::Kind kind = mix[number % 10];
    const auto count =
        static_cast<qint64>(kind == FieldEdit::Reading ? sample.observations.size() : sample.tasks.size());
    // Both are multiples of 1,000; the step is prime to them.
    return {kind, static_cast<int>(qint64(number) * 7919 % count), number};
}

class Bench
{
public:
    Bench()
    {
        note(u"making the sample"_s);
        Extent extent;
        extent.months = 12; // 30,000 observations
        extent.targets = 10'000;
        m_sample = std::make_unique<Sample>(extent);
        m_surroundings = {systemClock(), u"bench"_s, m_folder.filePath(u"tokens"_s)};
    }

    void run()
    {
        for (int round = 0; round < rounds; ++round) {
            note(u"round %1 of %2"_s.arg(round + 1).arg(rounds));
            const auto ours = [&] { storeRound(m_folder.filePath(u"store%1.liaison"_s.arg(round))); };
            const auto theirs = [&] { plainRound(m_folder.filePath(u"plain%1.db"_s.arg(round))); };
            round % 2 == 0 ? (ours(), theirs()) : (theirs(), ours());
        }
        reportBulk();
        singleEdit();
        manyOperations();
    }

private:
    struct Costs
    {
        std::vector<Cost> create, edits, scan, page;
        std::vector<double> createdSize, editedSize;
        std::vector<Cost> rebuild, check, merge, history, find; // of the store only
        std::vector<Cost> integrity; // of SQLite only
    };

    static double sizeOf(const QString &path) { return double(QFileInfo(path).size()); }

    std::unique_ptr<Store> open(const QString &path) const
    {
        auto opening = Store::open(path, OpenMode::ReadWrite, m_surroundings);
        if (!opening.store)
            fail(opening.error.message());
        return std::move(opening.store);
    }

    std::unique_ptr<Store> withFrame(const QString &path) const
    {
        auto store = need(Store::create(path, m_surroundings));
        const std::vector<Draft> frame = m_sample->frame();
        need(store->commit(m_sample->territoryDraft()));
        for (const Draft &draft : frame)
            need(store->commit(draft));
        return store;
    }

    void storeRound(const QString &path)
    {
        {
            auto store = withFrame(path);
            m_ours.create.push_back(costOf([&] {
                need(store->commit(m_sample->observationDraft()));
                need(store->commit(m_sample->taskDraft()));
                need(store->commit(m_sample->targetDraft()));
            }));
        }
        m_ours.createdSize.push_back(sizeOf(path));
        {
            auto store = open(path);
            Cost cost;
            for (int first = 0; first < fieldEdits; first += editsInAStep)
                cost = cost + editStep(*store, first);
            m_ours.edits.push_back(cost);
        }
        m_ours.editedSize.push_back(sizeOf(path));
        auto store = open(path);
        m_ours.scan.push_back(costOf([&] { countTasks(*store); }));
        m_ours.page.push_back(costOf([&] {
            if (store->read({.entity = fields::task::entity, .sortBy = u"due"_s, .limit = 100}).size() != 100)
                fail(u"the page is short"_s);
        }));
        m_ours.find.push_back(costOf([&] { eachThousandth([&](QUuid row) { find(*store, row); }); }));
        m_ours.history.push_back(costOf([&] {
            eachThousandth([&](QUuid row) {
                if (store->history(fields::task::entity, row).empty())
                    fail(u"a row without history"_s);
            });
        }));
        m_ours.check.push_back(costOf([&] {
            const CheckReport report = store->check();
            if (!report.ok())
                fail(report.problems.front().what + u": "_s + report.problems.front().where);
        }));
        m_ours.integrity.push_back(costOf([&] { integrityCheck(path); }));
        m_ours.rebuild.push_back(costOf([&] { need(store->rebuild()); }));
        const std::vector<Edit> edits = store->allEdits();
        m_editCount = static_cast<qint64>(edits.size());
        auto other = need(Store::create(path + u".merged"_s, m_surroundings));
        m_ours.merge.push_back(costOf([&] {
            if (need(other->merge(edits)).added != m_editCount)
                fail(u"edits got lost"_s);
        }));
    }

    Cost editStep(Store &store, int first) const
    {
        // What is edited is on screen already: reading it is no part of the edit.
        std::vector<Record> seen;
        std::vector<FieldEdit> edits;
        for (int number = first; number < first + editsInAStep; ++number) {
            edits.push_back(fieldEdit(number, *m_sample));
            seen.push_back(recordOf(store, edits.back()));
        }
        return costOf([&] {
            Draft draft(u"Edit"_s);
            for (size_t i = 0; i < edits.size(); ++i)
                addTo(draft, seen[i], edits[i]);
            need(store.commit(draft));
        });
    }

    Record recordOf(const Store &store, const FieldEdit &edit) const
    {
        const auto position = static_cast<size_t>(edit.position);
        if (edit.kind == FieldEdit::Reading)
            return store.find(
                fields::observation::entity, m_sample->observationId(m_sample->observations[position]));
        return store.find(fields::task::entity, Sample::taskId(edit.position));
    }

    void addTo(Draft &draft, const Record &seen, const FieldEdit &edit) const
    {
        switch (edit.kind) {
        case FieldEdit::Reading: {
            Value::Parts said{{QString(fields::observation::reading), newReading(edit)},
                {QString(fields::observation::source), Value(newSource(edit))},
                {QString(fields::observation::certainty), Value(certaintyCode::reported)}};
            draft.edit(seen, {{fields::observation::value, Value(std::move(said))}});
            break;
        }
        case FieldEdit::Done:
            draft.edit(seen,
                {{fields::task::done, Value(!seen.value(fields::task::done).toBool().value_or(false))}});
            break;
        case FieldEdit::Owner:
            draft.edit(seen, {{fields::task::owner, Value(newOwner(edit))}});
            break;
        case FieldEdit::Text:
            draft.edit(seen, {{fields::task::text, Value(newText(edit))}});
            break;
        }
    }

    Value newReading(const FieldEdit &edit) const
    {
        const Sample::Observation &of = m_sample->observations[static_cast<size_t>(edit.position)];
        return m_sample->reading(of.indicator, edit.turn % 4);
    }
    static QString newSource(const FieldEdit &edit) { return u"letter %1"_s.arg(edit.turn); }
    static QString newOwner(const FieldEdit &edit) { return u"owner %1"_s.arg(edit.turn); }
    QString newText(const FieldEdit &edit) const
    {
        return m_sample->tasks[static_cast<size_t>(edit.position)].text + u" and %1"_s.arg(edit.turn);
    }

    void apply(PlainTables &plain, const FieldEdit &edit) const
    {
        switch (edit.kind) {
        case FieldEdit::Reading:
            plain.setObservation(plain.observationRow(edit.position), newReading(edit), newSource(edit));
            break;
        case FieldEdit::Done:
            plain.setDone(plain.taskRow(edit.position), edit.turn % 2 == 0);
            break;
        case FieldEdit::Owner:
            plain.setOwner(plain.taskRow(edit.position), newOwner(edit));
            break;
        case FieldEdit::Text:
            plain.setText(plain.taskRow(edit.position), newText(edit));
            break;
        }
    }

    void plainRound(const QString &path)
    {
        PlainTables plain(path);
        m_theirs.create.push_back(costOf([&] { plain.insertAll(*m_sample); }));
        plain.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        m_theirs.createdSize.push_back(sizeOf(path));
        m_theirs.edits.push_back(costOf([&] {
            for (int first = 0; first < fieldEdits; first += editsInAStep) {
                plain.exec("BEGIN IMMEDIATE");
                for (int number = first; number < first + editsInAStep; ++number)
                    apply(plain, fieldEdit(number, *m_sample));
                plain.exec("COMMIT");
            }
        }));
        plain.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        m_theirs.editedSize.push_back(sizeOf(path));
        m_theirs.scan.push_back(costOf([&] {
            PlainStatement select(plain.handle(), "SELECT count(*) FROM task WHERE due = ?");
            for (const QString &day : scannedDays())
                select.bind(day).run();
        }));
        m_theirs.page.push_back(costOf([&] {
            PlainStatement select(plain.handle(), "SELECT * FROM task ORDER BY due LIMIT 100");
            select.run();
        }));
        m_theirs.find.push_back(costOf([&] {
            PlainStatement select(plain.handle(), "SELECT * FROM task WHERE id = ?");
            for (int position = 0; position < static_cast<int>(m_sample->tasks.size()); position += 50)
                select.bind(plain.taskRow(position)).run();
        }));
    }

    static QStringList scannedDays()
    {
        QStringList days;
        for (int year = 2007; year < 2017; ++year)
            days.append(u"%1-06-15"_s.arg(year));
        return days;
    }

    static void countTasks(const Store &store)
    {
        for (const QString &day : scannedDays())
            store.count({.entity = fields::task::entity, .where = {{u"due"_s, Value(day)}}});
    }

    static void find(const Store &store, QUuid row)
    {
        if (store.find(fields::task::entity, row).isNull())
            fail(u"a task is missing"_s);
    }

    // A thousand tasks from all over the file.
    void eachThousandth(const std::function<void(QUuid)> &visit) const
    {
        for (int position = 0; position < static_cast<int>(m_sample->tasks.size()); position += 50)
            visit(Sample::taskId(position));
    }

    static void integrityCheck(const QString &path)
    {
        sqlite3 *db = nullptr;
        if (sqlite3_open_v2(path.toUtf8().constData(), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
            fail(u"the file cannot be opened again"_s);
        PlainStatement(db, "PRAGMA integrity_check").run();
        sqlite3_close(db);
    }

    void reportBulk() const
    {
        const auto megabytes = [](const std::vector<double> &sizes) {
            return QString::number(median(sizes) / 1e6, 'f', 1) + u" MB"_s;
        };
        const auto time = [](const std::vector<Cost> &costs) { return milliseconds(median(cpuOf(costs))); };
        const auto line = [&](const QString &what, const std::vector<Cost> &ours, const QString &against,
                              const std::vector<Cost> &theirs, std::optional<double> target) {
            report(
                {what, time(ours), against, time(theirs), medianRatio(cpuOf(ours), cpuOf(theirs)), target});
        };
        const QString plain = u"plain tables"_s;
        report({u"size with 90,250 rows"_s, megabytes(m_ours.createdSize), plain,
            megabytes(m_theirs.createdSize), medianRatio(m_ours.createdSize, m_theirs.createdSize), 1.3});
        line(u"create 90,250 rows"_s, m_ours.create, plain, m_theirs.create, 1.5);
        line(u"100,000 field edits"_s, m_ours.edits, plain, m_theirs.edits, 2.0);
        report({u"size after them"_s, megabytes(m_ours.editedSize), plain, megabytes(m_theirs.editedSize),
            medianRatio(m_ours.editedSize, m_theirs.editedSize), {}});
        line(u"10 scans of 50,000 tasks by date"_s, m_ours.scan, plain, m_theirs.scan, 1.0);
        line(u"first 100 of 50,000 tasks by date"_s, m_ours.page, plain, m_theirs.page, {});
        std::vector<Cost> inserts;
        for (size_t i = 0; i < m_theirs.create.size(); ++i)
            inserts.push_back(m_theirs.create[i] + m_theirs.edits[i]);
        line(u"rebuild"_s, m_ours.rebuild, u"plain inserts of the rows"_s, m_theirs.create, {});
        line(u"merge of all %1 edits"_s.arg(m_editCount), m_ours.merge, u"plain inserts and updates"_s,
            inserts, {});
        const double operations = double(fieldEdits) + double(m_sample->observations.size())
            + double(m_sample->tasks.size()) + double(m_sample->targets.size());
        report({u"operations appended and folded, merging"_s,
            QString::number(operations / median(cpuOf(m_ours.merge)) / 1000, 'f', 0) + u"k/s"_s,
            u"plain tables"_s, QString::number(operations / median(cpuOf(inserts)) / 1000, 'f', 0) + u"k/s"_s,
            {}, {}});
        line(u"check of that file"_s, m_ours.check, u"PRAGMA integrity_check"_s, m_ours.integrity, {});
        const auto each = [](const std::vector<Cost> &costs) {
            return microseconds(median(cpuOf(costs)) / 1000);
        };
        report({u"history of a task"_s, each(m_ours.history), u"SELECT of it, plain"_s, each(m_theirs.find),
            medianRatio(cpuOf(m_ours.history), cpuOf(m_theirs.find)), {}});
        report({u"a task by its id"_s, each(m_ours.find), u"SELECT of it, plain"_s, each(m_theirs.find),
            medianRatio(cpuOf(m_ours.find), cpuOf(m_theirs.find)), {}});
    }

    // One edit, one commit, safe on disk; ours and theirs by turns.
    void singleEdit()
    {
        note(u"single edits"_s);
        auto store = open(m_folder.filePath(u"store0.liaison"_s));
        PlainTables plain(m_folder.filePath(u"plainsingle.db"_s));
        plain.insertAll(*m_sample);
        std::vector<Cost> ours, theirs;
        for (int number = 0; number < singleEdits; ++number) {
            FieldEdit edit = fieldEdit(number, *m_sample);
            edit.turn += fieldEdits;
            const Record seen = recordOf(*store, edit);
            ours.push_back(costOf([&] {
                Draft draft(u"Edit"_s);
                addTo(draft, seen, edit);
                need(store->commit(draft));
            }));
            theirs.push_back(costOf([&] {
                plain.exec("BEGIN IMMEDIATE");
                apply(plain, edit);
                plain.exec("COMMIT");
            }));
        }
        report({u"one edit, safe on disk (median)"_s, milliseconds(median(wallOf(ours))),
            u"UPDATE and COMMIT, plain"_s, milliseconds(median(wallOf(theirs))),
            median(wallOf(ours)) / median(wallOf(theirs)), {}});
        report({u"one edit, safe on disk (95 of 100)"_s, milliseconds(percentile(wallOf(ours), 0.95)),
            u"UPDATE and COMMIT, plain"_s, milliseconds(percentile(wallOf(theirs), 0.95)),
            percentile(wallOf(ours), 0.95) / percentile(wallOf(theirs), 0.95), {}});
    }

    // A row that has been edited thousands of times: each touch reads all its operations.
    void manyOperations()
    {
        note(u"a row with thousands of operations"_s);
        auto store = withFrame(m_folder.filePath(u"row.liaison"_s));
        const Entity &task = *store->catalogue().entity(fields::task::entity);
        Draft create(u"Create"_s);
        create.create(task, Sample::taskId(0), {{fields::task::text, Value(u"text"_s)}});
        need(store->commit(create));
        std::vector<double> early, late;
        constexpr int operations = 5'000;
        for (int number = 0; number < operations; ++number) {
            const Record seen = store->find(fields::task::entity, Sample::taskId(0));
            const Cost cost = costOf([&] {
                Draft draft(u"Edit"_s);
                draft.edit(seen, {{fields::task::owner, Value(u"owner %1"_s.arg(number))}});
                need(store->commit(draft));
            });
            if (number < 200)
                early.push_back(cost.cpu);
            if (number >= operations - 200)
                late.push_back(cost.cpu);
        }
        // A single edit takes less than the clock of the processor time ticks.
        const auto mean = [](const std::vector<double> &values) {
            return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
        };
        report({u"an edit of a row with 5,000 operations"_s, milliseconds(mean(late)),
            u"the first 200 of them"_s, milliseconds(mean(early)), mean(late) / mean(early), {}});
        const Cost history = costOf([&] {
            if (store->history(fields::task::entity, Sample::taskId(0)).size() < operations)
                fail(u"history is short"_s);
        });
        report({u"its history"_s, milliseconds(history.cpu)});
    }

    QTemporaryDir m_folder;
    Surroundings m_surroundings;
    std::unique_ptr<Sample> m_sample;
    Costs m_ours, m_theirs;
    qint64 m_editCount = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    Bench().run();
}
