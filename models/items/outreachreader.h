#pragma once

#include "models/figures/outreachnumbers.h"
#include "models/figures/region.h"
#include "models/items/asidereader.h"

#include <QDate>
#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace liaison {

class Store;
struct ChangeSet;

// Figures of what was done by territory, of a region on a day, kept up to date: only those asked for, and of
// those only what a change may have changed. A large file is read aside.
class OutreachReader : public QObject
{
    Q_OBJECT

public:
    // The store must outlive the reader.
    explicit OutreachReader(const Store &store, QObject *parent = nullptr);

    // Codes, in the order asked for; those that are no figures are left out. None: nothing is read.
    void setFigures(const QStringList &codes);
    int count() const { return static_cast<int>(m_figures.size()); }
    const OutreachFigure &figure(int at) const { return *m_figures[static_cast<size_t>(at)].figure; }
    // Null while they are being read.
    const OutreachNumbers *numbers(int at) const;
    void setPlace(const Region &region, QDate day);
    const Region &region() const { return m_region; }
    QDate day() const { return m_day; }

    // So many rows of a figure's entity are read aside, fewer at once.
    void setThreadedFrom(qint64 rows) { m_threadedFrom = rows; }

Q_SIGNALS:
    void numbersRead(int figure); // others than before, or none while they are being read

private:
    struct Figure
    {
        const OutreachFigure *figure = nullptr;
        std::optional<OutreachNumbers> numbers = {};
        bool isStale = true;
    };

    void onChanged(const ChangeSet &changes);
    void read();
    void take(const OutreachNumbers &numbers);

    const Store &m_store;
    Region m_region;
    QDate m_day;
    qint64 m_threadedFrom = 2'000;
    std::vector<Figure> m_figures;
    bool m_willRead = false;
    AsideReader m_aside;
};

} // namespace liaison
