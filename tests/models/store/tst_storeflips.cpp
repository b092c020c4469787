#include "tests/models/store/laptop.h"
#include "tests/models/store/propertytest.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

// Everything that anybody can be shown of a file, as text.
QByteArray everythingShown(const Store &store)
{
    QByteArray out;
    const auto line = [&](const QString &text) { out += text.toUtf8() + '\n'; };
    const auto value = [](const Value &v) { return QString::fromLatin1(v.toCanonical().toHex()); };
    for (const Entity &entity : store.catalogue().entities()) {
        for (const Record &record : store.read({.entity = entity.name, .rows = Query::Rows::All})) {
            line(QString(entity.name) + record.id().toString()
                + (record.isHidden() ? u" hidden"_s : QString()));
            for (const Field &field : entity.fields)
                line(QString(field.name) + u'=' + value(record.value(field.name)));
            QStringList conflicts(record.conflicts().begin(), record.conflicts().end());
            conflicts.sort();
            line(conflicts.join(u' '));
            for (const HistoryEntry &entry : store.history(entity.name, record.id()))
                line(entry.edit.name.toHex() + entry.field + value(entry.from) + value(entry.to));
            line(store.titleOf(entity.name, record.id()) + store.keyOf(entity.name, record.id()));
        }
        for (const char *word : {"note", "long", "555", "first"}) {
            for (const Record &record :
                store.read({.entity = entity.name, .search = QString::fromLatin1(word)}))
                line(record.id().toString());
        }
    }
    for (const Conflict &conflict : store.conflicts()) {
        line(conflict.entity + conflict.row.toString() + conflict.field + value(conflict.shown));
        for (const Conflict::Candidate &candidate : conflict.candidates)
            line(candidate.edit.name.toHex() + value(candidate.value));
    }
    for (const EditInfo &edit : store.edits())
        line(edit.name.toHex() + QString::number(edit.at) + edit.author + edit.label
            + QString::number(edit.undone));
    for (const Edit &edit : store.allEdits())
        out += edit.transport().toHex() + '\n';
    for (const Tip &tip : store.tips())
        line(tip.replica.toString() + QString::number(tip.n) + tip.name.toHex());
    line(QString::number(store.waitingCount()));
    return out;
}

struct Verdict
{
    bool reported = false; // by the outcome of opening, or by check()
    char digest[32] = {};
};

Verdict judge(const QString &path, OpenMode mode, const Surroundings &surroundings)
{
    Verdict verdict;
    auto opened = Store::open(path, mode, surroundings, sampleCatalogue());
    verdict.reported = opened.outcome != OpenOutcome::Current;
    if (!opened.store)
        return verdict;
    const QByteArray digest =
        QCryptographicHash::hash(everythingShown(*opened.store), QCryptographicHash::Sha256);
    std::copy(digest.begin(), digest.end(), verdict.digest);
    verdict.reported = verdict.reported || !opened.store->check().ok();
    return verdict;
}

void quiet(QtMsgType, const QMessageLogContext &, const QString &) { }

// In a process of its own, which may crash or hang without harm to the test; then nothing is returned.
std::optional<Verdict> judgeApart(const QString &path, OpenMode mode, const Surroundings &surroundings)
{
    int pipe[2];
    if (::pipe(pipe) != 0)
        return std::nullopt;
    const pid_t child = ::fork();
    if (child == 0) {
        ::alarm(60);
        qInstallMessageHandler(quiet);
        const Verdict verdict = judge(path, mode, surroundings);
        const bool told = ::write(pipe[1], &verdict, sizeof verdict) == sizeof verdict;
        ::_exit(told ? 0 : 1);
    }
    ::close(pipe[1]);
    Verdict verdict;
    const bool told = ::read(pipe[0], &verdict, sizeof verdict) == sizeof verdict;
    ::close(pipe[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return told && WIFEXITED(status) && WEXITSTATUS(status) == 0 ? std::optional(verdict) : std::nullopt;
}

} // namespace

// Damage is noticed: whichever bit of the file flips, what is shown is right or the damage is told.
class TestStoreFlips : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRuns(); }

private:
    // A file with everything in it: conflicts, deleted and erased rows, waiting edits, fields of a newer
    // program.
    void makeFile(Meeting &m, QUuid stranger)
    {
        std::vector<QUuid> rows;
        for (int i = 0; i < 30; ++i) {
            rows.push_back(m.ana.addNote(u"note %1 "_s.arg(i) + QString(300, u'x')));
            m.ana.setNote(m.ana.note(rows.back()), sample::body, Value(u"a long text, number %1"_s.arg(i)));
            m.ana.setNote(m.ana.note(rows.back()), sample::phone, Value(u"555 %1"_s.arg(i)));
        }
        m.exchangeAll();
        for (int i = 0; i < 30; ++i) {
            Laptop &laptop = i % 2 ? m.ana : m.ben;
            m.tick();
            laptop.setNote(laptop.note(rows[size_t(i)]), sample::count, Value(i));
            if (i % 3 == 0) {
                m.ana.setNote(m.ana.note(rows[size_t(i)]), sample::title, Value(u"Ana's %1"_s.arg(i)));
                m.ben.setNote(m.ben.note(rows[size_t(i)]), sample::title, Value(u"Ben's %1"_s.arg(i)));
            }
            if (i % 5 == 0) {
                Draft draft(u"Delete"_s);
                draft.remove(m.ana.note(rows[size_t(i)]));
                m.ana.commit(draft);
            }
        }
        m.exchangeAll();
        Edit newer;
        newer.replica = stranger;
        newer.at = m.time;
        Operation op;
        op.entity = QString(sample::note);
        op.row = rows[1];
        op.prev = {m.ana.store().allEdits().front().name()};
        op.fields.emplace(
            u"colour"_s, FieldWrite{FieldWrite::Kind::Plain, Value(u"red"_s).toCanonical(), {}, {}});
        newer.ops.push_back(op);
        Edit waits = newer;
        waits.parent = EditName::fromBytes(QByteArray(16, 'w'));
        waits.n = 9;
        Edit erases = newer;
        erases.parent = newer.name();
        erases.n = 2;
        erases.ops[0].fields.clear();
        erases.ops[0].row = rows[2];
        erases.ops[0].life = Life::Dead;
        erases.ops[0].erase = true;
        m.ana.take({newer, waits, erases});
        Draft draft(u"Add place"_s);
        draft.create(*sampleCatalogue().entity(sample::place), naturalId(QString(sample::place), u"GY"_s),
            {{sample::code, Value(u"GY"_s)}, {sample::name, Value(u"Guyana"_s)}});
        m.ana.commit(draft);
        QVERIFY(m.ana.store().check().ok());
        m.ana.close();
    }

private Q_SLOTS:
    void everyFlipThatShowsIsReported()
    {
        Meeting m;
        makeFile(m, QUuid::createUuidV5(QUuid(), u"stranger"_s));
        const QByteArray bytes = bytesOf(m.ana.path());
        const QString copy = m.folder.filePath(u"flipped.liaison"_s);
        QVERIFY(writeBytes(copy, bytes));
        const auto whole = judgeApart(copy, OpenMode::ReadWrite, m.ana.surroundings());
        QVERIFY(whole.has_value());
        QVERIFY(!whole->reported);

        const quint32 seed = qEnvironmentVariableIsSet("LIAISON_SEED")
            ? quint32(qEnvironmentVariableIntValue("LIAISON_SEED"))
            : std::random_device()();
        qInfo("LIAISON_SEED=%u, %lld bytes", seed, static_cast<long long>(bytes.size()));
        std::mt19937 random(seed);
        const int flips = isLongRun() ? 1'000 : 150;
        int shown = 0;
        int reported = 0;
        for (int i = 0; i < flips; ++i) {
            auto bit = static_cast<qsizetype>(random() % static_cast<quint32>(bytes.size() * 8));
            while (i % 3 != 0 && bytes[bit / 8] == 0) // mostly where something is written
                bit = (bit + 8) % (bytes.size() * 8);
            QByteArray flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            QVERIFY(writeBytes(copy, flipped));
            for (const char *tail : {"-wal", "-shm", "-journal"})
                QFile::remove(copy + QLatin1StringView(tail));
            const OpenMode mode = i % 2 ? OpenMode::ReadOnly : OpenMode::ReadWrite;
            const auto verdict = judgeApart(copy, mode, m.ana.surroundings());
            const QByteArray where = QByteArray("bit ") + QByteArray::number(bit);
            QVERIFY2(verdict.has_value(), where + ": crashed or hung");
            const bool same =
                std::equal(std::begin(verdict->digest), std::end(verdict->digest), whole->digest);
            QVERIFY2(same || verdict->reported, where + ": shown, and not reported");
            shown += same ? 0 : 1;
            reported += verdict->reported ? 1 : 0;
        }
        qInfo("%d flips: %d changed what is shown or whether it opens, %d reported", flips, shown, reported);
        QVERIFY(shown > 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreFlips)
#include "tst_storeflips.moc"
