#include "models/exchange/readymade.h"

#include "models/domain/cbor.h"
#include "models/domain/fields.h"
#include "models/figures/region.h"
#include "models/figures/territorynames.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NewFile)
};

constexpr auto referenceSeries = "reference"_L1;
constexpr auto caribbeanSeries = "caribbean"_L1;
constexpr auto worldSeries = "world"_L1;
constexpr auto exampleSeries = "caribbean-2007"_L1;

Error fault(const QString &where, const QString &why)
{
    return {Tr::tr("cannot make a file"), where, why};
}

// Each release is one edit: the n of the edit is its number.
QString releasePath(const QString &series, qint64 release)
{
    return u":/edits/%1-%2.edits"_s.arg(series).arg(release);
}

Result<std::vector<Edit>> readRelease(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fault(path, file.errorString());
    const QByteArray bytes = file.readAll();
    CborReader in(bytes);
    const qsizetype count = in.array().value_or(0);
    std::vector<Edit> edits;
    for (qsizetype i = 0; i < count; ++i) {
        const auto one = in.bytes();
        if (!one)
            break;
        auto edit = Edit::fromTransport(*one);
        if (!edit)
            return edit.error();
        edits.push_back(std::move(*edit));
    }
    if (edits.empty() || !in.atEnd())
        return fault(path, Tr::tr("the ready-made edits are damaged"));
    return edits;
}

// The region of the liaison's own choosing: an edit of theirs, with an id of its own.
Result<Draft> regionDraft(const Store &store, const QString &codes, const QString &name, qint64 position)
{
    const TerritoryNames territories(store);
    std::vector<QUuid> chosen;
    QStringList chosenCodes;
    for (const QString &code : codes.split(u',')) {
        const auto territory = territories.find(code.trimmed());
        if (!territory)
            return territory.error();
        if (std::find(chosen.begin(), chosen.end(), *territory) != chosen.end())
            return Error{Tr::tr("cannot make a region"), code.trimmed(), Tr::tr("this territory is named twice")};
        chosen.push_back(*territory);
        chosenCodes.append(territories.code(*territory));
    }

    // A list of a few says more than a number, a number more than a long list.
    constexpr qsizetype listed = 6;
    const auto size = static_cast<int>(chosen.size());
    const QString ownName = !name.isEmpty() ? name
        : chosenCodes.size() <= listed      ? chosenCodes.join(u", "_s)
                                            : Tr::tr("%n territories", nullptr, size);
    const Entity &region = *store.catalogue().entity(fields::region::entity);
    const Entity &member = *store.catalogue().entity(fields::regionTerritory::entity);
    Draft draft(Tr::tr("Make the region"));
    const QUuid id = QUuid::createUuid();
    draft.create(region, id, {{fields::region::name, Value(ownName)}, {fields::region::position, Value(position)}});
    for (int i = 0; i < size; ++i) {
        namespace f = fields::regionTerritory;
        const QString key = id.toString(QUuid::WithoutBraces) + u':' + chosenCodes.at(i);
        draft.create(member, naturalId(QString(f::entity), key),
            {{f::region, Value(id)}, {f::territory, Value(chosen[static_cast<size_t>(i)])},
                {f::position, Value(i + 1)}});
    }
    return draft;
}

Result<void> nameFirstRegion(Store &store, const QString &name)
{
    const auto first = findRegion(store, QString());
    if (!first)
        return first.error();
    Draft draft(Tr::tr("Name the region"));
    draft.edit(store.find(QString(fields::region::entity), first->id), {{fields::region::name, Value(name)}});
    const auto done = store.commit(draft);
    return done ? Result<void>() : Result<void>(done.error());
}

// What the ready-made edits cannot give: regions by code, names of one's own.
Result<void> fill(Store &store, const NewFileOptions &options)
{
    const bool readymade = options.region.isEmpty() || options.region == caribbeanSeries || options.region == worldSeries;
    QStringList series = {referenceSeries};
    if (!options.example.isEmpty())
        series.append(options.example);
    // The example is a board of the Caribbean already.
    const bool hasCaribbean = !options.example.isEmpty();
    if (options.region == worldSeries)
        series.append(worldSeries);
    else if (readymade && !hasCaribbean)
        series.append(caribbeanSeries);

    std::vector<Edit> edits;
    for (const QString &one : series) {
        auto read = readymadeEdits(one);
        if (!read)
            return read.error();
        std::move(read->begin(), read->end(), std::back_inserter(edits));
    }
    if (const auto merged = store.merge(edits); !merged)
        return merged.error();

    if (!readymade) {
        // After the example's, which stays the first.
        const qint64 position = hasCaribbean ? 2 : 1;
        const auto draft = regionDraft(store, options.region, hasCaribbean ? QString() : options.name, position);
        if (!draft)
            return draft.error();
        if (const auto done = store.commit(*draft); !done)
            return done.error();
    }
    if (!options.name.isEmpty() && (readymade || hasCaribbean))
        return nameFirstRegion(store, options.name);
    return {};
}

void discard(const QString &path)
{
    for (const auto &ending : {""_L1, "-wal"_L1, "-shm"_L1, "-journal"_L1})
        QFile::remove(path + ending);
}

} // namespace

Result<std::vector<Edit>> readymadeEdits(const QString &series)
{
    std::vector<Edit> edits;
    for (qint64 release = 1; release == 1 || QFileInfo::exists(releasePath(series, release)); ++release) {
        auto read = readRelease(releasePath(series, release));
        if (!read)
            return read.error();
        std::move(read->begin(), read->end(), std::back_inserter(edits));
    }
    return edits;
}

Result<int> takeInReleases(Store &store)
{
    const std::vector<Tip> tips = store.tips();
    std::vector<Edit> lacking;
    for (const auto &series : {referenceSeries, caribbeanSeries, worldSeries, exampleSeries}) {
        const QUuid replica = naturalId(u"ready-made", series);
        const auto tip = std::find_if(
            tips.begin(), tips.end(), [&](const Tip &known) { return known.replica == replica; });
        if (tip == tips.end())
            continue;
        for (qint64 release = tip->n + 1; QFileInfo::exists(releasePath(series, release)); ++release) {
            auto read = readRelease(releasePath(series, release));
            if (!read)
                return read.error();
            std::move(read->begin(), read->end(), std::back_inserter(lacking));
        }
    }
    if (lacking.empty())
        return 0;
    if (const auto merged = store.merge(lacking); !merged)
        return merged.error();
    return static_cast<int>(lacking.size());
}

QStringList examples()
{
    return {QString(exampleSeries)};
}

Result<std::unique_ptr<Store>> newFile(
    const QString &path, const NewFileOptions &options, const Surroundings &surroundings)
{
    if (!options.example.isEmpty() && !examples().contains(options.example))
        return Error{Tr::tr("cannot make an example"), options.example,
            Tr::tr("no such example; there is: %1").arg(examples().join(u", "_s))};
    auto created = Store::create(path, surroundings);
    if (!created)
        return created.error();
    if (const auto filled = fill(**created, options); !filled) {
        created->reset();
        discard(path);
        return filled.error();
    }
    return created;
}

} // namespace liaison
