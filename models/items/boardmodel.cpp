#include "models/items/boardmodel.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/figures/territorynames.h"
#include "models/items/boardpaste.h"
#include "models/store/store.h"

#include <QLocale>
#include <QSet>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// What is typed in the digits of the user's language; those of other scripts stay what they are, and are
// refused.
QString plainDigits(QString text, const QLocale &locale)
{
    const char16_t zero = locale.zeroDigit().front().unicode();
    for (QChar &letter : text) {
        if (letter.unicode() >= zero && letter.unicode() < zero + 10)
            letter = QChar(u'0' + (letter.unicode() - zero));
    }
    return text;
}

bool sameShape(const Board &a, const Board &b)
{
    const auto sameRow = [](const Board::Row &x, const Board::Row &y) { return x.territory == y.territory; };
    return a.indicators == b.indicators
        && std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(), sameRow);
}

bool sameName(const Board::Row &a, const Board::Row &b)
{
    return a.code == b.code && a.name == b.name && a.certainty == b.certainty && a.evidence == b.evidence
        && a.doubt == b.doubt;
}

// Of so many rows each is looked for; of more all are read, which takes as long.
constexpr qsizetype mostSought = 200;

QSet<QUuid> changedRows(const ChangeSet &changes, QLatin1StringView entity)
{
    QSet<QUuid> ids;
    for (const ChangeSet::Row &row : changes.rows) {
        if (row.entity == entity)
            ids.insert(row.row);
    }
    return ids;
}

} // namespace

BoardModel::BoardModel(Editor &editor, const Region &region, QObject *parent, const Derivations &derivedBy)
    : QAbstractTableModel(parent)
    , m_editor(editor)
    , m_derivedBy(derivedBy)
    , m_asOf(today(editor.store().clock()))
    , m_targets(editor.store())
    , m_outreach(editor.store())
{
    connect(&m_outreach, &OutreachReader::numbersRead, this, [this](int figure) {
        const int column = indicatorEnd() + figure;
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, column), index(rowCount() - 1, column));
        Q_EMIT outreachChanged();
    });
    connect(&editor.store(), &Store::changed, this, &BoardModel::onChanged);
    setRegion(region);
}

void BoardModel::setRegion(const Region &region)
{
    show(read(region), m_targets);
}

Board BoardModel::read(const Region &region) const
{
    return boardAsOf(m_editor.store(), region, m_asOf.lastDay(), std::nullopt, m_derivedBy);
}

void BoardModel::setAsOf(const PartialDate &date)
{
    if (date.isNull() || date == m_asOf)
        return;
    m_asOf = date;
    setRegion(m_board.region);
}

void BoardModel::onChanged(const ChangeSet &changes)
{
    const Store &store = m_editor.store();
    CellTargets targets = m_targets;
    const QSet<QUuid> changedTargets = changedRows(changes, fields::target::entity);
    if (changes.everything || changedTargets.size() > mostSought)
        targets = CellTargets(store);
    else
        targets.refresh(store, changedTargets);
    if (!touchesFrame(changes)) {
        const QSet<QUuid> observations = changedRows(changes, fields::observation::entity);
        if (observations.size() > mostSought
            || !derivedAnew(m_board.indicators, changes, m_derivedBy).empty())
            show(read(m_board.region), std::move(targets));
        else if (!observations.isEmpty() || !changedTargets.isEmpty()) {
            EarlierBoard earlier = m_earlier;
            earlier.refresh(observations);
            show(refreshed(m_board, store, observations), std::move(targets), std::move(earlier));
        }
        return;
    }
    Region region = m_board.region;
    const bool isNamedSet = region.id.isNull() && !region.members.empty();
    if (!isNamedSet) {
        const std::vector<Region> all = regions(store);
        const auto same =
            std::find_if(all.begin(), all.end(), [&](const Region &r) { return r.id == region.id; });
        region = same != all.end() ? *same : all.empty() ? Region() : all.front();
    }
    show(read(region), std::move(targets));
}

void BoardModel::setOutreach(const QStringList &codes)
{
    beginResetModel();
    m_outreach.setFigures(codes);
    endResetModel();
    m_outreach.setPlace(m_board.region, m_board.asOf);
    Q_EMIT boardChanged();
}

void BoardModel::setSince(QDate day)
{
    if (day == m_since)
        return;
    m_since = day;
    m_earlier = EarlierBoard(m_editor.store(), m_board, day);
    tellMarks();
    Q_EMIT sinceChanged();
}

// Any cell may have got a mark or lost one.
void BoardModel::tellMarks()
{
    if (rowCount() > 0 && indicatorEnd() > FirstIndicatorColumn)
        Q_EMIT dataChanged(index(0, FirstIndicatorColumn), index(rowCount() - 1, indicatorEnd() - 1));
}

void BoardModel::show(Board board, CellTargets targets)
{
    EarlierBoard earlier(m_editor.store(), board, m_since);
    show(std::move(board), std::move(targets), std::move(earlier));
}

void BoardModel::show(Board board, CellTargets targets, EarlierBoard earlier)
{
    if (!sameShape(m_board, board)) {
        beginResetModel();
        m_board = std::move(board);
        m_earlier = std::move(earlier);
        m_targets = std::move(targets);
        endResetModel();
        followOutreach();
        Q_EMIT boardChanged();
        return;
    }
    const Board before = std::exchange(m_board, std::move(board));
    const CellTargets targetsBefore = std::exchange(m_targets, std::move(targets));
    m_earlier = std::move(earlier);
    if (m_since.isValid())
        tellMarks();
    for (size_t row = 0; row < m_board.rows.size(); ++row) {
        const Board::Row &was = before.rows[row];
        const Board::Row &is = m_board.rows[row];
        int first = sameName(was, is) ? columnCount() : int(NumberColumn);
        int last = sameName(was, is) ? -1 : int(NameColumn);
        for (size_t i = 0; i < is.cells.size(); ++i) {
            if (was.cells[i] == is.cells[i]
                && targetsBefore.at(before, row, i) == m_targets.at(m_board, row, i))
                continue;
            const int column = FirstIndicatorColumn + static_cast<int>(i);
            first = std::min(first, column);
            last = column;
        }
        const int line = static_cast<int>(row);
        if (last >= 0)
            Q_EMIT dataChanged(index(line, first), index(line, last));
    }
    followOutreach();
    Q_EMIT boardChanged();
}

void BoardModel::followOutreach()
{
    if (m_outreach.count() > 0)
        m_outreach.setPlace(m_board.region, m_board.asOf);
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_board.rows.size());
}

int BoardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : indicatorEnd() + m_outreach.count();
}

const BoardCell &BoardModel::cell(const QModelIndex &index) const
{
    return m_board.rows[static_cast<size_t>(index.row())].cells[indicatorOf(index.column())];
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!isCell(index))
        return {};
    if (isOutreach(index.column()))
        return outreachData(index, role);
    return isIndicator(index.column()) ? cellData(index, role) : territoryData(index, role);
}

Qt::ItemFlags BoardModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!index.isValid() || !isIndicator(index.column()) || m_editor.store().isReadOnly())
        return flags;
    // What does not apply to a territory by its nature has nothing to say; what somebody said can be taken
    // back.
    const BoardCell &at = cell(index);
    const bool byNature = at.standing == Standing::NotApplicable && at.reading.isNull();
    return byNature ? flags : flags | Qt::ItemIsEditable;
}

Observation BoardModel::observation(const QModelIndex &index, const Value &reading) const
{
    const QUuid territory = m_board.rows[static_cast<size_t>(index.row())].territory;
    return {territory, indicator(index.column()).id, m_asOf, reading, m_source, {}, {}};
}

bool BoardModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !isCell(index) || !isIndicator(index.column()))
        return false;
    const QString text = plainDigits(value.toString().trimmed(), QLocale());
    const auto reading =
        text.isEmpty() ? Result<Value>(Value(unknownReading)) : indicator(index.column()).parseReading(text);
    const auto written = reading ? observeAll({observation(index, *reading)}, QString()) : reading.error();
    if (!written)
        Q_EMIT refused(u"%1: %2"_s.arg(cellName(index), written.error().message()));
    return written.ok();
}

// Several are one step under the label given, one has the editor's own.
Result<int> BoardModel::observeAll(const std::vector<Observation> &observations, const QString &label)
{
    if (observations.empty())
        return 0;
    const bool one = observations.size() == 1;
    const auto outcome =
        one ? m_editor.observe(observations.front()) : m_editor.observeAll(observations, label);
    if (!outcome)
        return outcome.error();
    if (const QString notice = one ? noticeOf(observations.front(), *outcome) : noticeOf(outcome->changed);
        !notice.isEmpty())
        Q_EMIT noticed(notice);
    return outcome->changed;
}

bool BoardModel::isToday() const
{
    return m_asOf.covers(today(m_editor.store().clock()));
}

QString BoardModel::noticeOf(int changed) const
{
    return changed == 0 || isToday() ? QString()
                                     : tr("Recorded for %1, not for today.").arg(m_asOf.toText(QLocale()));
}

QString BoardModel::noticeOf(const Observation &observation, const Editor::Outcome &outcome) const
{
    const auto row = std::find_if(m_board.rows.begin(), m_board.rows.end(),
        [&](const Board::Row &r) { return r.territory == observation.territory; });
    const auto column = std::find_if(m_board.indicators.begin(), m_board.indicators.end(),
        [&](const Indicator &i) { return i.id == observation.indicator; });
    if (row == m_board.rows.end() || column == m_board.indicators.end())
        return QString();
    const QModelIndex at = index(static_cast<int>(row - m_board.rows.begin()),
        FirstIndicatorColumn + static_cast<int>(column - m_board.indicators.begin()));
    const QString name = cellName(at);
    const QString date = m_asOf.toText(QLocale());
    switch (outcome.what) {
    case Editor::Observed::Withdrawn:
        if (cell(at).date.isNull())
            return tr("%1: the value of %2 is withdrawn; nothing is on file now.").arg(name, date);
        return tr("%1: the value of %2 is withdrawn; that of %3 shows now.")
            .arg(name, date, cell(at).date.toText(QLocale()));
    case Editor::Observed::RecordedUnknown:
        return tr("%1: recorded as unknown from %2 on.").arg(name, date);
    case Editor::Observed::Recorded:
        if (!outcome.hiddenBy.isNull())
            return tr("%1: recorded for %2; that of %3 still shows.")
                .arg(name, date, outcome.hiddenBy.toText(QLocale()));
        return isToday() ? QString() : tr("%1: recorded for %2, not for today.").arg(name, date);
    case Editor::Observed::Unchanged:
        break;
    }
    return QString();
}

Result<int> BoardModel::paste(const QString &text, const QModelIndex &at)
{
    if (!isCell(at))
        return Error{tr("cannot paste"), QString(), tr("no cell is chosen")};
    const TerritoryNames names(m_editor.store());
    if (isOutreach(at.column()))
        return Error{tr("cannot paste"), QString(), tr("what was done comes from its records")};
    const int column = std::max(at.column(), int(FirstIndicatorColumn));
    const auto cells =
        readPastedBlock(m_board, names, text, static_cast<size_t>(at.row()), indicatorOf(column));
    if (!cells)
        return cells.error();
    std::vector<Observation> observations;
    for (const PastedCell &pasted : *cells) {
        const QModelIndex target =
            index(static_cast<int>(pasted.row), FirstIndicatorColumn + static_cast<int>(pasted.indicator));
        observations.push_back(observation(target, pasted.reading));
    }
    return observeAll(observations, tr("Paste into the board"));
}

Result<int> BoardModel::withdraw(const QModelIndexList &indexes)
{
    std::vector<Observation> observations;
    for (const QModelIndex &index : indexes) {
        if (isCell(index) && isIndicator(index.column()))
            observations.push_back(observation(index, Value(unknownReading)));
    }
    return observeAll(observations, tr("Withdraw values of the board"));
}

} // namespace liaison
