#include "models/items/recordtablemodel.h"

#include "models/domain/fields.h"
#include "models/items/roles.h"

#include <QDeadlineTimer>
#include <QLocale>

#include <algorithm>
#include <chrono>

namespace liaison {

namespace {

constexpr qint64 fewRows = 2'000; // read within some milliseconds
constexpr int firstRows = 200; // more than a screen shows
constexpr std::chrono::milliseconds patience(8); // half a frame
constexpr int recordsKept = 1'000;
constexpr size_t mostMoves = 64; // each a walk through all ids

bool isOf(const std::vector<QUuid> &ids, QUuid id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

int placeOf(const std::vector<QUuid> &ids, QUuid id)
{
    const auto found = std::find(ids.begin(), ids.end(), id);
    return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
}

QVariant alignmentOf(const Field &field)
{
    const bool isNumber = field.type == FieldType::Integer || field.type == FieldType::Decimal
        || field.type == FieldType::Money;
    return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace

RecordTableModel::RecordTableModel(const Store &store, const Entity &entity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_entity(entity)
    , m_text(std::in_place, store)
    , m_records(recordsKept)
{
    for (const NamedField &named : namedFields(entity)) {
        if (named.field->is(Field::InTable) && (!named.part || named.part->is(Field::InTable)))
            m_columns.push_back(named);
    }
    read(Show::FirstRowsAtOnce);
    connect(&store, &Store::changed, this, &RecordTableModel::onChanged);
}

RecordTableModel::~RecordTableModel() = default;

Query RecordTableModel::query() const
{
    Query query{.entity = m_entity.name, .where = m_fixed, .search = m_search, .order = m_order};
    query.where.insert(query.where.end(), m_filters.begin(), m_filters.end());
    if (m_sortColumn >= 0)
        query.sortBy = QString(column(m_sortColumn).written().name);
    return query;
}

void RecordTableModel::read(Show show)
{
    m_first.drop();
    m_second.drop();
    const bool isFew =
        m_store.count({.entity = m_entity.name, .limit = fewRows + 1, .rows = Query::Rows::All}) <= fewRows;
    if (isFew) {
        readHere();
        return;
    }
    m_isReading = true;
    if (show == Show::FirstRowsAtOnce)
        showFirst();
    Query all{.entity = m_entity.name, .where = m_fixed};
    std::optional<qint64> total;
    if (m_totalKnown)
        total = m_total;
    m_second.start(
        m_store,
        [query = query(), all, total](const Store &store, const auto &stop) {
            Answer answer{store.ids(query, stop)};
            const bool isAll = query.search.isEmpty() && query.where.size() == all.where.size();
            answer.total = isAll ? static_cast<qint64>(answer.ids.size()) : total ? *total : store.count(all);
            return answer;
        },
        this,
        [this](std::optional<Answer> answer) {
            if (answer)
                take(std::move(*answer));
            else
                readHere();
        });
    Q_EMIT readingBegan();
}

void RecordTableModel::readHere()
{
    take({m_store.ids(query()), m_store.count({.entity = m_entity.name, .where = m_fixed})});
}

// The screen is right within a frame where the store finds the first rows quickly, else before all are known.
void RecordTableModel::showFirst()
{
    Query first = query();
    first.limit = firstRows;
    bool isLate = false;
    const QDeadlineTimer deadline(patience);
    std::vector<QUuid> ids = m_store.ids(first, [&] { return isLate = isLate || deadline.hasExpired(); });
    if (!isLate) {
        showRows(std::move(ids));
        return;
    }
    m_first.start(
        m_store, [first](const Store &store, const auto &stop) { return store.ids(first, stop); }, this,
        [this](std::optional<std::vector<QUuid>> found) {
            if (found && m_isReading)
                showRows(std::move(*found));
        });
}

void RecordTableModel::showRows(std::vector<QUuid> &&ids)
{
    beginResetModel();
    m_ids = std::move(ids);
    m_records.clear();
    m_touched.clear();
    endResetModel();
}

void RecordTableModel::take(Answer &&answer)
{
    m_isReading = false;
    m_first.drop();
    m_total = answer.total;
    m_totalKnown = true;
    if (!follow(answer.ids))
        showRows(std::move(answer.ids));
    m_touched.clear();
    Q_EMIT rowsRead();
}

// Goes from the rows shown to these in steps a view follows without losing its place; false when that takes
// too many.
bool RecordTableModel::follow(const std::vector<QUuid> &ids)
{
    if (ids.size() > m_ids.size() && m_touched.empty()
        && std::equal(m_ids.begin(), m_ids.end(), ids.begin())) {
        beginInsertRows({}, static_cast<int>(m_ids.size()), static_cast<int>(ids.size()) - 1);
        m_ids = ids;
        endInsertRows();
        return true;
    }
    if (m_touched.size() > mostMoves)
        return false;
    // Apart from the rows that changed all must stand as before.
    auto before = m_ids.begin();
    auto now = ids.begin();
    const auto skip = [&](auto &at, const std::vector<QUuid> &all) {
        while (at != all.end() && isOf(m_touched, *at))
            ++at;
    };
    for (;; ++before, ++now) {
        skip(before, m_ids);
        skip(now, ids);
        if (before == m_ids.end() || now == ids.end())
            break;
        if (*before != *now)
            return false;
    }
    if (before != m_ids.end() || now != ids.end())
        return false;

    std::vector<std::pair<int, QUuid>> places; // of the rows that changed
    for (const QUuid &id : m_touched) {
        const int from = placeOf(m_ids, id);
        if (const int to = placeOf(ids, id); to >= 0) {
            places.emplace_back(to, id);
        } else if (from >= 0) {
            beginRemoveRows({}, from, from);
            m_ids.erase(m_ids.begin() + from);
            endRemoveRows();
        }
    }
    // In the order they will stand, each behind the row that will stand before it.
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (const auto &[place, id] : places) {
        const int from = placeOf(m_ids, id);
        const int to = place == 0 ? 0 : placeOf(m_ids, ids[static_cast<size_t>(place) - 1]) + 1;
        if (from < 0) {
            beginInsertRows({}, to, to);
            m_ids.insert(m_ids.begin() + to, id);
            endInsertRows();
        } else if (from != to) {
            beginMoveRows({}, from, from, {}, to);
            if (from < to)
                std::rotate(m_ids.begin() + from, m_ids.begin() + from + 1, m_ids.begin() + to);
            else
                std::rotate(m_ids.begin() + to, m_ids.begin() + from, m_ids.begin() + from + 1);
            endMoveRows();
        }
    }
    return true;
}

void RecordTableModel::onChanged(const ChangeSet &changes)
{
    // What a reference is called changes with another entity's rows; texts are made when they are shown.
    if (changes.touches(fields::territory::entity) || changes.touches(fields::indicator::entity)
        || changes.touches(fields::level::entity))
        m_text.emplace(m_store);
    if (changes.everything) {
        m_records.clear();
        m_totalKnown = false;
        read(Show::WhenAllIsRead);
        textsChanged();
        return;
    }
    if (!changes.touches(m_entity.name)) {
        textsChanged();
        const NamedField *sorted = m_sortColumn < 0 ? nullptr : &column(m_sortColumn);
        if (sorted && !sorted->written().refers.isEmpty() && changes.touches(sorted->written().refers))
            read(Show::WhenAllIsRead);
        return;
    }
    for (const ChangeSet::Row &row : changes.rows) {
        if (row.entity != m_entity.name)
            continue;
        m_records.remove(row.row);
        // The same rows in other places are a matter of many edits together.
        if (m_touched.size() <= mostMoves && !isOf(m_touched, row.row))
            m_touched.push_back(row.row);
    }
    m_totalKnown = false;
    textsChanged();
    read(Show::WhenAllIsRead);
}

void RecordTableModel::textsChanged()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const Record &RecordTableModel::record(int row) const
{
    const QUuid id = m_ids[static_cast<size_t>(row)];
    if (const Record *kept = m_records.object(id))
        return *kept;
    auto *fresh = new Record(m_store.find(m_entity.name, id));
    if (fresh->isNull())
        *fresh = Record(m_entity, id); // the file cannot be read any more; the store tells why
    m_records.insert(id, fresh);
    return *fresh;
}

int RecordTableModel::rowOf(QUuid id) const
{
    return placeOf(m_ids, id);
}

void RecordTableModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    read(Show::FirstRowsAtOnce);
}

void RecordTableModel::setFilters(const std::vector<Query::Filter> &filters)
{
    if (filters == m_filters)
        return;
    m_filters = filters;
    read(Show::FirstRowsAtOnce);
}

void RecordTableModel::setFixedFilters(const std::vector<Query::Filter> &filters)
{
    if (filters == m_fixed)
        return;
    m_fixed = filters;
    m_totalKnown = false;
    read(Show::FirstRowsAtOnce);
}

void RecordTableModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_order)
        return;
    m_sortColumn = column;
    m_order = order;
    read(Show::FirstRowsAtOnce);
}

int RecordTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int RecordTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !checkIndex(index))
        return {};
    const NamedField &named = column(index.column());
    const Field &field = named.written();
    switch (role) {
    case Qt::DisplayRole: {
        const Value &value = valueOf(record(index.row()), named);
        // A person nobody has asked is marked, not left blank.
        const bool isConsent = m_entity.name == fields::person::entity && field.name == fields::person::consent;
        return isConsent && value.isNull() ? tr("not recorded")
                                           : m_text->fields().display(field, value, QLocale());
    }
    case Qt::TextAlignmentRole:
        return alignmentOf(field);
    case IdRole:
        return m_ids[static_cast<size_t>(index.row())];
    case ConflictRole:
        return record(index.row()).conflicts().contains(QString(named.field->name));
    case StepRole: {
        if (!field.is(Field::Steps))
            return {};
        const QString code = valueOf(record(index.row()), named).text();
        const auto at = std::find_if(field.choices.begin(), field.choices.end(),
            [&](const Choice &choice) { return choice.code == code; });
        return at == field.choices.end() ? 0 : static_cast<int>(at - field.choices.begin()) + 1;
    }
    case StepsRole:
        return field.is(Field::Steps) ? QVariant(static_cast<int>(field.choices.size())) : QVariant();
    case ColourLightRole:
    case ColourDarkRole:
        return colour(record(index.row()), role);
    default:
        return {};
    }
}

QVariant RecordTableModel::colour(const Record &record, int role) const
{
    const auto wanted = role == ColourLightRole ? fields::project::colourLight : fields::project::colourDark;
    for (const Field &field : m_entity.fields) {
        if (field.refers != fields::project::entity)
            continue;
        const Value &value = record.value(field.name);
        const Value::List *several = value.toList();
        const auto row = several && !several->empty() ? several->front().toRow() : value.toRow();
        if (row)
            return m_store.find(fields::project::entity, *row).value(wanted).text();
    }
    return {};
}

QVariant RecordTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(column(section).written());
    return role == Qt::DisplayRole ? column(section).written().titleText() : QVariant();
}

} // namespace liaison
