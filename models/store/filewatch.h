#pragma once

#include "models/store/store.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace liaison {

class StoreFile;

// Whether an open file still is what stands at its path, and nobody but SQLite has written to it. SQLite does
// not look: it would go on writing to a file without a name, or fold its WAL into another program's bytes.
class FileWatch
{
public:
    // @param file must outlive the watch
    explicit FileWatch(StoreFile &file);

    // What the file looks like now is our own doing. After everything we write.
    void remember();
    // Another program has written through SQLite: until its WAL is folded into the file, that may happen at
    // any time.
    void expectFolding() { m_othersFold = true; }
    // A few calls of the system while all is well.
    Whereabouts look();

private:
    struct Stamp
    {
        quint64 device = 0;
        quint64 inode = 0;
        qint64 size = 0;
        qint64 modified = 0; // ns
        bool operator==(const Stamp &) const = default;
    };
    std::optional<Stamp> stamp() const; // nothing: no such file
    QByteArray header() const; // as it is on the disk
    bool walIsEmpty() const;
    bool stillHoldsOurLast() const;

    StoreFile &m_file;
    Stamp m_stamp;
    QByteArray m_header;
    bool m_othersFold = false;
    // The last edit of the whole file when its WAL was last empty; 0: not known. Edits stay, so it is there
    // afterwards, too.
    qint64 m_lastSeq = 0;
    EditName m_last;
};

} // namespace liaison
