#pragma once

#include "models/store/store.h"
#include "tests/models/store/samplecatalogue.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace liaison {

// Where tests put their files: in memory where the machine has such a place, since every commit waits for the
// disk.
QString fastFolderTemplate();

// Somebody with a file, a clock of their own and a token folder of their own.
class Laptop
{
public:
    // The clock gives *time + skew; `time` must outlive the laptop.
    Laptop(const QString &folder, const QString &author, const qint64 *time, qint64 skew = 0,
        const Catalogue &catalogue = sampleCatalogue());

    QString path() const { return m_folder + QStringLiteral("/file.liaison"); }
    QString tokens() const { return m_folder + QStringLiteral("/tokens"); }
    QString aside(const QString &name) const { return m_folder + u'/' + name; }
    Surroundings surroundings() const;

    Store &store() { return *m_store; }
    bool isOpen() const { return m_store != nullptr; }
    // Makes the file.
    bool create();
    OpenOutcome open(OpenMode mode = OpenMode::ReadWrite);
    OpenOutcome open(const Catalogue &catalogue);
    void close() { m_store.reset(); }
    // The file becomes what another file is, byte for byte. While closed.
    bool replaceFile(const QString &by);

    // What the store has announced since this was last asked.
    std::vector<ChangeSet> takeChanges() { return std::exchange(m_changes, {}); }

    // Short ways for tests; each fails the program when refused.
    EditName commit(const Draft &draft);
    QUuid addNote(const QString &title);
    Record note(QUuid row) const;
    EditName setNote(const Record &seen, QLatin1StringView field, const Value &value);
    MergeOutcome take(const std::vector<Edit> &edits);

private:
    void listen();

    QString m_folder;
    QString m_author;
    const qint64 *m_time;
    qint64 m_skew;
    const Catalogue *m_catalogue;
    std::unique_ptr<Store> m_store;
    std::vector<ChangeSet> m_changes;
};

// Three people at one table, for tests that tell one story. All files begin empty.
struct Meeting
{
    Meeting();

    QTemporaryDir folder;
    qint64 time = 1'171'497'600'000; // 15 February 2007
    Laptop ana, ben, cem;

    // Each gets what the other has.
    static void exchange(Laptop &one, Laptop &other);
    void exchangeAll();
    // What one of the three shows otherwise than another or than the oracle, or check() finds; empty:
    // nothing.
    QString disagreement();
    void tick() { time += 60'000; }
    // A note that all three have.
    QUuid sharedNote(const QString &title);
};

// --- Edits by hand

Edit editNamed(Laptop &laptop, const EditName &name);
FieldWrite plain(const Value &value);
FieldWrite sealedText(const QString &text);
// An edit of a note by somebody who is not at the table.
Edit strangersEdit(QUuid row, const QString &field, const FieldWrite &write, std::vector<EditName> prev);

// --- Files

QByteArray bytesOf(const QString &path);
bool writeBytes(const QString &path, const QByteArray &bytes);
QStringList filesIn(const QString &folder); // hidden ones too, by name

// Copies a file or a folder of files, replacing what is there.
bool copyOver(const QString &from, const QString &to);

} // namespace liaison
