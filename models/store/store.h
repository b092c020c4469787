#pragma once

#include "models/domain/catalogue.h"
#include "models/domain/draft.h"
#include "models/domain/editname.h"
#include "models/domain/record.h"
#include "models/domain/result.h"
#include "models/store/changeset.h"
#include "models/store/edit.h"
#include "models/store/query.h"
#include "models/store/surroundings.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QTemporaryDir;

namespace liaison {

class SqlFailure;
class StoreFile; // the connection and the prepared statements; nothing of SQL is seen outside this folder

enum class OpenMode { ReadOnly, ReadWrite };

enum class OpenOutcome {
    Current,     // opened
    Rebuilt,     // opened, after the record tables were made anew for this program's catalogue
    ReadOnly,    // opened, but the file or its folder cannot be written
    Missing,     // no such file
    NewerFormat, // written by a newer program: refused, the file is untouched
    Foreign,     // not a Liaison file
    Damaged,     // a Liaison file that cannot be read
    Denied,      // no permission, a directory, or no room on the disk
    InUse,       // another program held it for five seconds
};

// Where the open file is, seen from its path.
enum class Whereabouts {
    InPlace,
    Gone, // renamed or deleted; nothing stands there
    Replaced, // another file stands there
    Overwritten, // another program has written other bytes into it
};

struct EditInfo
{
    EditName name;
    qint64 at = 0;
    QString author;
    QString label;
    std::optional<EditName> group;
    std::optional<EditName> undoes;
    bool undone = false;
};

struct HistoryEntry
{
    EditInfo edit;
    QString field; // "life" for coming and going
    Value from;    // what its author saw before
    Value to;      // of "life": "alive" or "deleted"
    bool erased = false;
};

struct Conflict
{
    struct Candidate
    {
        Value value; // of "life": "alive" or "deleted"
        EditInfo edit;
    };

    QString entity;
    QUuid row;
    QString field;
    Value shown;
    std::vector<Candidate> candidates; // in order of time, then name; the shown one among them
};

struct MergeOutcome
{
    qint64 added = 0;   // edits folded, of those given or of those that had waited for them
    qint64 known = 0;   // already here
    qint64 waiting = 0; // kept until what they build on arrives
};

struct UndoOutcome
{
    struct Kept
    {
        QString entity;
        QUuid row;
        QString field;  // "life" for a row that was created or deleted
        QString author; // who changed it since; empty when it is a conflict
    };

    EditName edit; // none when nothing could be undone
    qint64 undone = 0;
    std::vector<Kept> kept;
};

struct CheckReport
{
    struct Problem
    {
        QString what;
        QString where;
    };

    qint64 edits = 0;
    qint64 rows = 0;
    std::vector<Problem> problems;
    QByteArray editsDigest; // hex SHA-256: equal for equal sets of edits
    QByteArray stateDigest; // hex SHA-256 of what is shown and in conflict: equal for equal sets of edits

    bool ok() const { return problems.empty(); }
};

// One observation as it counts on a day.
struct ObservedCell
{
    QUuid observation;
    QUuid territory;
    QUuid indicator;
    PartialDate date;
    Value reading;
    QString source;
    QString certainty;
    bool conflict = false;
};

// All observations as far as figures over time need them.
struct ObservedHistory
{
    struct Observation
    {
        quint32 territory = 0; // places in what was asked for
        quint32 indicator = 0;
        quint32 reading = 0; // place in readings
        QDate firstDay;      // of its date as written
        QDate lastDay;
    };

    std::vector<Value> readings; // each once: the same few words and numbers come over and over
    std::vector<Observation> observations;
};

// How far each replica is known: its number of edits and the name of the last.
struct Tip
{
    QUuid replica;
    qint64 n = 0;
    EditName name;
};

// The open file. Reads records, commits drafts, merges edits from elsewhere, and announces what changed once it is on
// disk. Lives in one thread; every function returns when its work is done and safe.
class Store : public QObject
{
    Q_OBJECT

public:
    struct Opening
    {
        OpenOutcome outcome = OpenOutcome::Missing;
        std::unique_ptr<Store> store; // null when the outcome is a refusal; then error says why
        Error error;
    };

    // Reading changes no byte of the file; it is written from the first commit on.
    static Opening open(const QString &path, OpenMode mode, const Surroundings &surroundings,
        const Catalogue &catalogue = Catalogue::builtIn());
    // A new, empty file with mode 0600. Never overwrites.
    static Result<std::unique_ptr<Store>> create(const QString &path, const Surroundings &surroundings,
        const Catalogue &catalogue = Catalogue::builtIn());
    // Leaves one closed file and, after writing, the token by which this replica is known next time.
    ~Store() override;

    const Catalogue &catalogue() const;
    const Clock &clock() const;
    // With them another thread opens the file a second time.
    const Surroundings &surroundings() const;
    QString author() const; // who stands in the edits written here
    QString path() const;
    bool isReadOnly() const;

    // --- Reading
    // A damaged file can fail while it is read: what was asked for is then incomplete, and why stands here.
    Error readError() const { return m_readError; }
    std::vector<Record> read(const Query &query) const;
    // Which rows read() would give, in its order: 16 bytes each. `stop` is asked every millisecond or so; once it says
    // yes nothing is given.
    std::vector<QUuid> ids(const Query &query, const std::function<bool()> &stop = {}) const;
    // Every visible record of an entity, one at a time and in no order: of many this takes little memory, and a
    // fraction of the time. `visit` may read, too.
    void forEach(QAnyStringView entity, const std::function<void(const Record &)> &visit) const;
    // The same as the file stood at a time (milliseconds since 1970): folds each row again.
    void forEachThen(
        QAnyStringView entity, qint64 knownAt, const std::function<void(const Record &)> &visit) const;
    qint64 count(const Query &query) const;
    std::vector<Tally> tally(const TallyQuery &query) const; // by period, none of 0
    // A row by its id; hidden ones too. A null record when nothing is known of it.
    Record find(QAnyStringView entity, QUuid row) const;
    // The id for a new row: of its natural key, else random. The error names the key field that is missing.
    Result<QUuid> idFor(
        const Entity &entity, const std::vector<std::pair<QLatin1StringView, Value>> &fields) const;
    // A row by natural key, UUID or a unique beginning of six or more characters of one.
    Result<QUuid> resolveId(const Entity &entity, const QString &text) const;
    // The natural key of a row ("GY", "GY:AF/EoL:2007-02-15"), else its UUID in hex with hyphens.
    QString keyOf(QAnyStringView entity, QUuid row) const;
    // The entity of a row known here, empty if it is not.
    QString entityOf(QUuid row) const;
    // What a person calls the row: its title fields, else its key. Public: without personal and internal fields,
    // empty when nothing is left; an attendance is then called by its activity, not by who was there.
    enum class Titles { Whole, Public };
    QString titleOf(QAnyStringView entity, QUuid row, Titles titles = Titles::Whole) const;
    std::vector<HistoryEntry> history(QAnyStringView entity, QUuid row) const; // newest first
    std::vector<Conflict> conflicts() const;
    qint64 conflictCount() const; // without reading what they are
    std::vector<EditInfo> edits(qint64 limit = -1) const; // newest first
    std::optional<EditInfo> edit(const EditName &name) const;
    Result<EditName> resolveEdit(const QString &text) const; // a name or a unique beginning of six or more characters
    // Of each territory and indicator the observation that counts on a day (design, "Dates"). With knownAt
    // (milliseconds since 1970): as the file stood then.
    std::vector<ObservedCell> observedOn(const std::vector<QUuid> &territories,
        const std::vector<QUuid> &indicators, QDate day, std::optional<qint64> knownAt = std::nullopt) const;
    // Every observation of these territories and indicators, in no order.
    ObservedHistory observedEver(
        const std::vector<QUuid> &territories, const std::vector<QUuid> &indicators) const;
    // The days from which they count, ascending, and how many do from each.
    std::vector<std::pair<QDate, qint64>> observedDays(
        const std::vector<QUuid> &territories, const std::vector<QUuid> &indicators) const;
    // Two edits with one parent, or one place in a replica's chain under two names (store.md, R10).
    std::vector<QString> forks() const;
    qint64 waitingCount() const;
    // Rows to which no operation gave a life, values a known field cannot show, fields and entities of a newer program.
    struct Oddity
    {
        QString entity;
        QUuid row;
        QString field;
        QString what;
    };
    std::vector<Oddity> oddities() const;

    // --- Writing
    // Nothing to change: a null name and no edit. Large drafts become several edits of one group; the name is the
    // last one's.
    Result<EditName> commit(const Draft &draft);
    // Any order, any number of times; what lacks its past waits. Whole or not at all.
    Result<MergeOutcome> merge(const std::vector<Edit> &edits);
    // The edit, or its whole group, as one new step (store.md, section 5). Undoing an undo is redo.
    Result<UndoOutcome> undo(const EditName &name);
    // Makes everything derived anew from the edits.
    Result<void> rebuild();

    // --- The file
    std::vector<Edit> allEdits() const; // in causal order, then those that wait
    // Those folded after one, in causal order; all for a null name or one that is not here.
    std::vector<Edit> editsAfter(const EditName &name) const;
    std::vector<Tip> tips() const;
    // The edits somebody lacks who knows these tips (store.md, R11), newest first.
    std::vector<EditInfo> editsBeyond(const std::vector<Tip> &known, qint64 limit = -1) const;
    qint64 countBeyond(const std::vector<Tip> &known) const;
    CheckReport check() const;
    // Files that hold what a row said: backups of this file, and what was put aside beside it. An erasure does not
    // reach them. What cannot be read is among them.
    std::vector<QString> copiesHolding(QLatin1StringView entity, QUuid row) const;
    // A complete copy, mode 0600. Never overwrites.
    Result<void> backup(const QString &target) const;
    // The WAL is folded into the file: a copy of the file holds every edit. Done by itself two seconds after an edit.
    void settle();
    // Whether another process wrote since we looked, or did away with the file; if so, announces it.
    void lookForOtherWriters();
    // Once it is not in place nothing is written to it any more: what would be, is refused and says so.
    // Looked after before everything that is written, too. What is read stays right but for an overwritten
    // file.
    Whereabouts whereabouts() const { return m_whereabouts; }

Q_SIGNALS:
    void changed(const liaison::ChangeSet &changes);
    void displaced(liaison::Whereabouts where); // once, never from inside a function of the store

private:
    explicit Store(std::unique_ptr<StoreFile> file);
    Result<void> becomeRebuilt();
    void lookAtPlace();
    Result<void> mayWrite(const QString &what);
    Result<void> findInPlace(const QString &what);
    Error notWritten(const QString &what, const SqlFailure &failure);
    QString undoLabel(const EditInfo &undone) const;
    std::vector<ObservedCell> observedThen(const std::vector<QUuid> &territories,
        const std::vector<QUuid> &indicators, QDate day, qint64 knownAt) const;
    QSet<qint64> conflictedCells() const;
    void announce(const ChangeSet &changes);
    void readFailed(const Error &error) const;

    std::unique_ptr<QTemporaryDir> m_rebuiltCopy; // outlives m_file
    QString m_shownPath;
    std::unique_ptr<StoreFile> m_file;
    QTimer m_settleTimer;
    mutable Error m_readError;
    mutable QHash<QUuid, QString> m_keys;
    Whereabouts m_whereabouts = Whereabouts::InPlace;
};

// Puts a backup in a file's place. What the file held before is kept for good, among its backups or, where
// there are none or it cannot be read, beside it; where is returned.
Result<QString> restoreBackup(const QString &backup, const QString &target, const Surroundings &surroundings);

} // namespace liaison
