#include "views/map/mapcontent.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct MapTr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::MapContent)
};

const QString unknownKey = u"unknown"_s;
const QString notApplicableKey = u"n/a"_s;

// A ladder's level, of other scales the standing.
QString keyOf(const Indicator &indicator, const BoardCell &cell)
{
    switch (cell.standing) {
    case Standing::Unknown:
        return unknownKey;
    case Standing::NotApplicable:
        return notApplicableKey;
    default:
        break;
    }
    if (indicator.scale == Indicator::Scale::Ladder)
        return cell.reading.text();
    return QString::number(static_cast<int>(cell.standing));
}

QString standingText(const Indicator &indicator, Standing standing)
{
    if (indicator.scale == Indicator::Scale::Count) {
        const QLocale locale;
        if (standing == Standing::Met)
            return MapTr::tr("%1 or more").arg(locale.toString(indicator.metAt));
        if (standing == Standing::NotMet)
            return locale.toString(0);
        return MapTr::tr("fewer than %1").arg(locale.toString(indicator.metAt));
    }
    switch (standing) {
    case Standing::Met:
        return indicator.scale == Indicator::Scale::YesNo ? MapTr::tr("yes") : MapTr::tr("met");
    case Standing::OnTheWay:
        return MapTr::tr("on the way");
    case Standing::NotMet:
        return indicator.scale == Indicator::Scale::YesNo ? MapTr::tr("no") : MapTr::tr("not met");
    default:
        return {};
    }
}

std::vector<MapContent::Entry> legendOf(
    const Indicator &indicator, const std::vector<MapContent::Place> &places)
{
    std::vector<MapContent::Entry> legend;
    const auto add = [&](const QString &key, const QString &text, Standing standing, bool always) {
        const auto count = std::count_if(
            places.begin(), places.end(), [&](const MapContent::Place &p) { return p.level == key; });
        if (always || count > 0)
            legend.push_back({key, text, standing, static_cast<int>(count)});
    };
    if (indicator.scale == Indicator::Scale::Ladder) {
        // The goal and "none" say what could be, the steps between only what is; of several steps of the
        // lowest rank the last one stands for them.
        const auto lowest = std::find_if(indicator.levels.crbegin(), indicator.levels.crend(),
            [&](const Indicator::Level &level) { return level.rank == indicator.levels.front().rank; });
        for (auto level = indicator.levels.crbegin(); level != indicator.levels.crend(); ++level) {
            const Standing standing = indicator.standing(Value(level->code));
            const bool isEnd = level == indicator.levels.crbegin() || level == lowest;
            add(level->code, level->title.isEmpty() ? level->code : level->title, standing, isEnd);
        }
        // Levels of a newer program are counted too.
        for (const MapContent::Place &place : places) {
            const auto known = [&](const MapContent::Entry &e) { return e.level == place.level; };
            if (place.level != unknownKey && place.level != notApplicableKey
                && std::none_of(legend.begin(), legend.end(), known))
                add(place.level, place.level, place.standing, true);
        }
    } else {
        for (const Standing standing : {Standing::Met, Standing::OnTheWay, Standing::NotMet})
            add(QString::number(static_cast<int>(standing)), standingText(indicator, standing), standing,
                standing != Standing::OnTheWay);
    }
    add(unknownKey, MapTr::tr("unknown"), Standing::Unknown, true);
    add(notApplicableKey, MapTr::tr("not applicable"), Standing::NotApplicable, false);
    return legend;
}

// Degrees between places that get a symbol each.
constexpr double apart = 2;

} // namespace

MapContent mapContent(const Board &board, size_t column, const QHash<QUuid, Territory> &territories,
    const EarlierBoard *earlier)
{
    MapContent content;
    content.region = board.region.name;
    content.asOf = board.asOf;
    const bool isColumn = column < board.indicators.size();
    if (isColumn)
        content.indicator = board.indicators[column].title;
    for (size_t i = 0; i < board.indicators.size(); ++i) {
        const Indicator &indicator = board.indicators[i];
        content.totals.push_back({indicator.title, indicator.projectCode, indicator.colourLight,
            indicator.colourDark, board.totals[i]});
    }

    QStringList owned;
    for (size_t r = 0; r < board.rows.size(); ++r) {
        const Board::Row &row = board.rows[r];
        MapContent::Place place;
        place.code = row.code;
        place.name = row.name;
        const Territory territory = territories.value(row.territory);
        place.subregion = territory.subregion;
        if (territory.place)
            place.points.push_back(*territory.place);
        place.shapes.append(row.code);
        for (const QUuid &id : territory.successors) {
            const Territory successor = territories.value(id);
            if (successor.id.isNull() || successor.existsOn(board.asOf))
                continue;
            place.shapes.append(successor.code);
            const auto isApart = [&](const QPointF &p) {
                return std::hypot(p.x() - successor.place->x(), p.y() - successor.place->y()) > apart;
            };
            if (!territory.existsUntil.isNull() && successor.place
                && std::all_of(place.points.begin(), place.points.end(), isApart))
                place.points.push_back(*successor.place);
        }
        owned += place.shapes;
        if (isColumn) {
            const BoardCell &cell = row.cells[column];
            const Indicator &indicator = board.indicators[column];
            place.standing = cell.standing;
            place.level = keyOf(indicator, cell);
            place.text = cell.standing == Standing::Unknown ? QString()
                                                            : indicator.readingText(cell.reading, QLocale());
        } else {
            place.level = unknownKey;
        }
        for (const BoardCell &cell : row.cells)
            place.standings.push_back(cell.standing);
        for (size_t i = 0; earlier && i < row.cells.size(); ++i) {
            const std::optional<CellTurn> turn = earlier->turnOf(board, r, i);
            place.turned.push_back(turn.has_value());
            if (turn && i == column)
                place.turn = turn->way;
        }
        content.places.push_back(std::move(place));
    }
    for (const Territory &territory : territories) {
        if (territory.place && territory.existsOn(board.asOf) && !owned.contains(territory.code))
            content.neighbours.push_back({territory.code, territory.name, *territory.place});
    }
    // The order of a hash is not the same twice.
    std::sort(content.neighbours.begin(), content.neighbours.end(),
        [](const MapContent::Neighbour &a, const MapContent::Neighbour &b) { return a.code < b.code; });
    if (isColumn)
        content.legend = legendOf(board.indicators[column], content.places);
    return content;
}

void showFigure(
    MapContent &content, const Board &board, const OutreachFigure &figure, const OutreachNumbers *numbers)
{
    const QLocale locale;
    std::vector<qint64> known;
    for (size_t i = 0; i < content.places.size(); ++i) {
        MapContent::Place &place = content.places[i];
        const QUuid territory = board.rows[i].territory;
        place.number = numbers && numbers->numbers.contains(territory)
            ? std::optional(numbers->numbers.value(territory))
            : std::nullopt;
        place.text = numbers && place.number ? numbers->text(territory, locale) : QString();
        place.standing = place.number ? Standing::Met : Standing::Unknown;
        place.turn.reset();
        if (place.number)
            known.push_back(*place.number);
    }
    const NumberScale scale(known);
    content.indicator = figure.titleText();
    content.figure = MapContent::Figure{
        figure.titleText(), numbers ? numbers->periodText(locale) : MapTr::tr("being read…"), scale};
    content.totals.clear();
    content.legend.clear();
    for (int step = scale.steps(); step >= 0; --step)
        content.legend.push_back({QString::number(step), scale.stepText(step), Standing::Met, 0,
            scale.steps() > 0 ? static_cast<double>(step) / scale.steps() : 0});
    content.legend.push_back({unknownKey, MapTr::tr("no record"), Standing::Unknown, 0});
    for (MapContent::Place &place : content.places) {
        const int step = place.number ? scale.stepOf(*place.number) : -1;
        MapContent::Entry &entry =
            step < 0 ? content.legend.back() : content.legend[static_cast<size_t>(scale.steps() - step)];
        ++entry.count;
        place.level = entry.level;
        place.share = entry.share.value_or(0);
    }
}

} // namespace liaison
