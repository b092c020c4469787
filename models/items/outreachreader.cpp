#include "models/items/outreachreader.h"

#include "models/domain/fields.h"
#include "models/figures/sameregion.h"
#include "models/store/changeset.h"
#include "models/store/store.h"

#include <algorithm>

namespace liaison {

OutreachReader::OutreachReader(const Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_aside(store)
{
    connect(&store, &Store::changed, this, &OutreachReader::onChanged);
}

void OutreachReader::setFigures(const QStringList &codes)
{
    std::vector<Figure> figures;
    for (const QString &code : codes) {
        const OutreachFigure *figure = outreachFigure(code);
        if (!figure)
            continue;
        const auto before = std::find_if(
            m_figures.begin(), m_figures.end(), [&](const Figure &each) { return each.figure == figure; });
        figures.push_back(before == m_figures.end() ? Figure{figure} : *before);
    }
    m_figures = std::move(figures);
    read();
}

const OutreachNumbers *OutreachReader::numbers(int at) const
{
    const auto &numbers = m_figures[static_cast<size_t>(at)].numbers;
    return numbers ? &*numbers : nullptr;
}

void OutreachReader::setPlace(const Region &region, QDate day)
{
    if (day == m_day && sameRegion(region, m_region))
        return;
    m_region = region;
    m_day = day;
    for (Figure &each : m_figures) {
        each.numbers.reset(); // rather nothing than those of another day
        each.isStale = true;
    }
    for (int i = 0; i < count(); ++i)
        Q_EMIT numbersRead(i);
    read();
}

void OutreachReader::onChanged(const ChangeSet &changes)
{
    bool isAny = false;
    for (Figure &each : m_figures) {
        // An indicator says of which project a figure is; that changes no number of a territory.
        const bool may = std::any_of(each.figure->entities.begin(), each.figure->entities.end(),
            [&](QLatin1StringView entity) { return changes.touches(entity); });
        each.isStale = each.isStale || may;
        isAny = isAny || may;
    }
    if (!isAny)
        return;
    m_aside.drop();
    if (std::exchange(m_willRead, true))
        return;
    // Once for all that happens in one turn.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_willRead = false;
            read();
        },
        Qt::QueuedConnection);
}

void OutreachReader::read()
{
    if (!m_day.isValid())
        return;
    std::vector<const OutreachFigure *> many;
    for (Figure &each : m_figures) {
        if (!each.isStale)
            continue;
        if (m_store.count({.entity = each.figure->entity}) >= m_threadedFrom)
            many.push_back(each.figure);
        else
            take(outreachNumbers(m_store, *each.figure, m_day, m_region));
    }
    if (many.empty())
        return m_aside.drop();
    m_aside.read([this, many, day = m_day, region = m_region](const Store &store) -> std::function<void()> {
        std::vector<OutreachNumbers> read;
        for (const OutreachFigure *figure : many)
            read.push_back(outreachNumbers(store, *figure, day, region));
        return [this, read] {
            for (const OutreachNumbers &each : read)
                take(each);
        };
    });
}

void OutreachReader::take(const OutreachNumbers &numbers)
{
    for (size_t i = 0; i < m_figures.size(); ++i) {
        Figure &at = m_figures[i];
        if (at.figure->code != numbers.figure)
            continue;
        at.isStale = false;
        if (at.numbers == numbers)
            return;
        at.numbers = numbers;
        Q_EMIT numbersRead(static_cast<int>(i));
        return;
    }
}

} // namespace liaison
