#include "models/items/projecttablemodel.h"

#include "models/domain/catalogue.h"
#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/items/roles.h"

#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

using Cell = ProjectTableModel::Cell;
using Row = ProjectTableModel::Row;
using Head = ProjectTableModel::Head;
using Progress = ProjectPageFigures::Progress;
using State = Progress::State;

const QString nothing(u'–');

QString dateText(const PartialDate &date, const QLocale &locale)
{
    return date.isNull() ? nothing : date.toText(locale);
}

Cell stageCell(QLatin1StringView entity, QLatin1StringView fieldName, const QString &code)
{
    const Field *field = Catalogue::builtIn().entity(entity)->field(fieldName);
    const auto place = std::find_if(
        field->choices.begin(), field->choices.end(), [&](const Choice &each) { return code == each.code; });
    Cell cell{code.isEmpty() ? nothing : field->choiceText(code)};
    // What was cancelled is no further than what is done.
    if (place != field->choices.end() && code != stageCode::cancelled) {
        cell.step = static_cast<int>(place - field->choices.begin()) + 1;
        cell.steps = static_cast<int>(std::count_if(field->choices.begin(), field->choices.end(),
            [](const Choice &each) { return each.code != stageCode::cancelled; }));
    }
    return cell;
}

QString nowText(const Progress &each, const QLocale &locale)
{
    if (!each.now)
        return nothing;
    return each.isOfTerritories
        ? ProjectTableModel::tr("%1 of %2").arg(locale.toString(*each.now), locale.toString(each.total.of))
        : locale.toString(*each.now);
}

Cell stateCell(const Progress &each)
{
    switch (each.state) {
    case State::NoTarget:
        return {.text = ProjectTableModel::tr("no target"), .isQuiet = true};
    case State::Unknown:
        return {.text = ProjectTableModel::tr("unknown"), .standing = Standing::Unknown};
    case State::OnTheWay:
        return {.text = ProjectTableModel::tr("on the way"), .standing = Standing::OnTheWay};
    case State::Met:
        return {.text = ProjectTableModel::tr("met"), .standing = Standing::Met};
    case State::Late:
        return {.text = ProjectTableModel::tr("late %Ln days", nullptr, each.daysLate),
            .standing = Standing::NotMet};
    }
    return {};
}

} // namespace

ProjectTableModel::ProjectTableModel(std::vector<Head> heads, QObject *parent)
    : QAbstractTableModel(parent)
    , m_heads(std::move(heads))
{
}

void ProjectTableModel::setRows(std::vector<Row> rows)
{
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int ProjectTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ProjectTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant ProjectTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const Row &at = row(index.row());
    const Cell &cell = at.cells[static_cast<size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::AccessibleTextRole:
        return cell.spoken.isEmpty() ? cell.text : cell.spoken;
    case Qt::ToolTipRole: {
        QStringList texts;
        for (const Cell &each : at.cells)
            texts += each.spoken.isEmpty() ? each.text : each.spoken;
        texts.removeAll(QString());
        return Qt::convertFromPlainText(texts.join(u", "_s), Qt::WhiteSpaceNormal);
    }
    case Qt::TextAlignmentRole:
        return int(cell.side | Qt::AlignVCenter);
    case StepRole:
        return cell.step;
    case StepsRole:
        return cell.steps;
    case BarRole:
        return cell.bar ? QVariant(*cell.bar) : QVariant();
    case HasBarRole:
        return cell.isBar;
    case QuietRole:
        return cell.isQuiet;
    case StandingRole:
        return cell.standing ? QVariant(static_cast<int>(*cell.standing)) : QVariant();
    case IdRole:
        return at.row;
    default:
        return {};
    }
}

QVariant ProjectTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Head &head = m_heads[static_cast<size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return int(head.side | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(head.text) : QVariant();
}

std::vector<Head> indicatorHeads()
{
    return {{ProjectTableModel::tr("Indicator")}, {ProjectTableModel::tr("Now")},
        {ProjectTableModel::tr("Target")}, {ProjectTableModel::tr("Due")}, {QString()},
        {ProjectTableModel::tr("State")}};
}

std::vector<Row> indicatorRows(const ProjectPageFigures &figures, const QLocale &locale)
{
    std::vector<Row> rows;
    for (const Progress &each : figures.indicators) {
        Cell now{.text = nowText(each, locale)};
        if (each.isDerived)
            now.spoken = ProjectTableModel::tr("%1, from records").arg(now.text);
        if (each.isDerived)
            now.text += u" Σ"_s;
        Cell bar{.isBar = each.wanted.has_value()};
        if (each.wanted && *each.wanted > 0 && each.now)
            bar.bar = std::clamp(double(*each.now) / double(*each.wanted), 0.0, 1.0);
        const bool isTarget = !each.target.isNull();
        rows.push_back({isTarget ? QString(fields::target::entity) : QString(fields::indicator::entity),
            isTarget ? each.target : each.indicator.id,
            {Cell{.text = each.indicator.title.isEmpty() ? each.indicator.code : each.indicator.title}, now,
                Cell{.text = isTarget ? each.indicator.readingText(each.reading, locale) : nothing},
                Cell{.text = isTarget ? dateText(each.due, locale) : nothing, .isQuiet = true}, bar,
                stateCell(each)}});
    }
    if (figures.territories > 0)
        rows.push_back({{}, {},
            {Cell{.text = ProjectTableModel::tr("Territories reached")},
                Cell{
                    .text = ProjectTableModel::tr("%1 of %2")
                                .arg(locale.toString(figures.reached), locale.toString(figures.territories))},
                Cell{.text = nothing}, Cell{.text = nothing, .isQuiet = true}, Cell{},
                Cell{.text = ProjectTableModel::tr("no target"), .isQuiet = true}}});
    return rows;
}

std::vector<Head> programmeHeads()
{
    return {{ProjectTableModel::tr("Title")}, {ProjectTableModel::tr("Stage")},
        {ProjectTableModel::tr("Territories"), Qt::AlignRight},
        {ProjectTableModel::tr("Budget"), Qt::AlignRight}};
}

std::vector<Row> programmeRows(const ProjectPageFigures &figures, size_t most, const QLocale &locale)
{
    namespace f = fields::programme;
    std::vector<Row> rows;
    for (const Programmes::Programme &each : figures.programmes) {
        if (rows.size() == most)
            break;
        rows.push_back({QString(f::entity), each.id,
            {Cell{.text = each.title}, stageCell(f::entity, f::stage, each.stage),
                Cell{.text = each.territories.empty()
                        ? nothing
                        : locale.toString(static_cast<qlonglong>(each.territories.size())),
                    .side = Qt::AlignRight},
                Cell{.text = isMoney(each.budget) ? moneyDisplay(each.budget, locale) : nothing,
                    .side = Qt::AlignRight}}});
    }
    return rows;
}

std::vector<Head> latestHeads()
{
    return {{ProjectTableModel::tr("Date")}, {ProjectTableModel::tr("What")},
        {ProjectTableModel::tr("Territories")}, {ProjectTableModel::tr("Stage")},
        {ProjectTableModel::tr("Amount, people"), Qt::AlignRight}};
}

std::vector<Row> latestRows(
    const ProjectPageFigures &figures, const AgendaNames &names, const QLocale &locale)
{
    std::vector<Row> rows;
    for (const ProjectPageFigures::Latest &each : figures.latest) {
        const Entity *entity = Catalogue::builtIn().entity(each.entity);
        const auto stage = std::find_if(entity->fields.begin(), entity->fields.end(),
            [](const Field &field) { return field.is(Field::Steps); });
        QStringList codes;
        for (const QUuid &territory : each.territories)
            codes += names.territories.value(territory).code;
        codes.removeAll(QString());
        codes.sort();
        QString number = nothing;
        if (isMoney(each.number))
            number = moneyDisplay(each.number, locale);
        else if (const auto count = each.number.toInteger())
            number = locale.toString(*count);
        // A participation is called by its round, never by who it was.
        const QString title = each.title.isEmpty()
            ? entity->titleText()
            : ProjectTableModel::tr("%1: %2", "kind of record, what it is called")
                  .arg(entity->titleText(), each.title);
        rows.push_back({each.entity, each.row,
            {Cell{.text = dateText(each.date, locale), .isQuiet = true}, Cell{.text = title},
                Cell{.text = codes.isEmpty() ? nothing : codes.join(u' '), .isQuiet = true},
                stage == entity->fields.end() ? Cell{.text = nothing}
                                              : stageCell(entity->name, stage->name, each.stage),
                Cell{.text = number, .side = Qt::AlignRight}}});
    }
    return rows;
}

} // namespace liaison
