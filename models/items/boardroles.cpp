// What BoardModel says of a territory, a cell and a column, by role.
#include "models/items/boardmodel.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QLocale>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// "Dec" of this year, "Dec 2008", "2008".
QString dueText(const PartialDate &due, QDate asOf)
{
    const QLocale locale;
    if (due.precision() == PartialDate::Precision::Year)
        return due.toText(locale);
    const QDate day = due.lastDay();
    return locale.toString(day, day.year() == asOf.year() ? u"MMM"_s : u"MMM yyyy"_s);
}

} // namespace

QString BoardModel::cellName(const QModelIndex &index) const
{
    return tr("%1, %2").arg(
        m_board.rows[static_cast<size_t>(index.row())].name, indicator(index.column()).code);
}

QString BoardModel::derivedText(const QModelIndex &index) const
{
    const auto &derived = cell(index).derived;
    return derived ? indicator(index.column()).readingText(derived->reading, QLocale()) : QString();
}

QString BoardModel::targetText(const QModelIndex &index, const CellTarget &target) const
{
    const QString said = tr("target %1 by %2", "target 3 by Dec 2007")
                             .arg(indicator(index.column()).readingText(target.reading, QLocale()),
                                 target.due.toText(QLocale()));
    return target.late ? tr("%1, late").arg(said) : said;
}

// Empty for what is unknown, and for "n/a" that nobody recorded.
QString BoardModel::cellText(const QModelIndex &index, const QLocale &locale) const
{
    const BoardCell &at = cell(index);
    return at.standing == Standing::Unknown ? QString()
                                            : indicator(index.column()).readingText(at.reading, locale);
}

QVariant BoardModel::territoryData(const QModelIndex &index, int role) const
{
    const Board::Row &row = m_board.rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (index.column() == NumberColumn)
            return QLocale().toString(index.row() + 1);
        return index.column() == CodeColumn ? row.code : row.name;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (index.column() == NumberColumn ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return toolTip(index);
    case CertaintyRole:
        return row.certainty;
    case ReconstructedRole:
        return row.isReconstructed();
    case DoubtRole:
        return row.doubt;
    case CodeRole:
        return row.code;
    case IdRole:
        return row.territory;
    default:
        return {};
    }
}

QVariant BoardModel::cellData(const QModelIndex &index, int role) const
{
    const Board::Row &row = m_board.rows[static_cast<size_t>(index.row())];
    const BoardCell &at = cell(index);
    const Indicator::Scale scale = indicator(index.column()).scale;
    switch (role) {
    case Qt::DisplayRole:
        return at.standing == Standing::NotApplicable ? QString(notApplicableReading) : cellText(index);
    case Qt::EditRole: // as setData() and spreadsheets read it
        return cellText(index, QLocale::c());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
            | (scale == Indicator::Scale::Ladder || scale == Indicator::Scale::YesNo ? Qt::AlignLeft
                                                                                     : Qt::AlignRight));
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole: {
        QStringList words{at.standing == Standing::Unknown ? tr("unknown")
                : at.standing == Standing::NotApplicable   ? tr("not applicable")
                                                           : cellText(index)};
        if (at.certainty == certaintyCode::assumed)
            words.append(certaintyText(at.certainty));
        if (at.stale)
            words.append(tr("stale"));
        if (at.conflict)
            words.append(tr("in conflict"));
        if (at.isDerived)
            words.append(tr("derived from records"));
        if (at.differs())
            words.append(tr("records say %1").arg(derivedText(index)));
        if (const auto turn = turnOf(index))
            words.append(tr("was %1").arg(turn->from.isEmpty() ? tr("unknown") : turn->from));
        if (const auto target = targetOf(index))
            words.append(targetText(index, *target));
        return tr("%1: %2").arg(cellName(index), words.join(u", "_s));
    }
    case StandingRole:
        return static_cast<int>(at.standing);
    case DateTextRole:
        return at.date.isNull() ? QString() : at.date.toText(QLocale());
    case SourceRole:
        return at.source;
    case AgeMonthsRole:
        return at.ageMonths;
    case StaleRole:
        return at.stale;
    case ConflictRole:
        return at.conflict;
    case CertaintyRole:
        return at.certainty;
    case ReconstructedRole:
        return row.isReconstructed();
    case CodeRole:
        return row.code;
    case ChangedRole:
        if (const auto turn = turnOf(index))
            return static_cast<int>(turn->way);
        return {};
    case ChangedFromRole:
        return turnOf(index).value_or(CellTurn()).from;
    case TargetRole:
        if (const auto target = targetOf(index))
            return dueText(target->due, m_board.asOf);
        return {};
    case TargetLateRole:
        return targetOf(index).value_or(CellTarget()).late;
    case DerivedRole:
        return at.isDerived;
    case DiffersRole:
        return at.differs() ? QVariant(derivedText(index)) : QVariant();
    case IdRole:
        return at.observation;
    default:
        return {};
    }
}

QString BoardModel::certaintyText(const QString &code) const
{
    namespace f = fields::observation;
    const Entity *entity = m_editor.store().catalogue().entity(f::entity);
    return entity->field(f::value)->part(f::certainty)->choiceText(code);
}

// Views take a tool tip for HTML when it looks like it; this one is, with every letter of the data escaped.
QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    if (orientation == Qt::Vertical) {
        const Board::Row &row = m_board.rows[static_cast<size_t>(section)];
        if (role == Qt::DisplayRole || role == CodeRole)
            return row.code;
        return role == IdRole ? QVariant(row.territory) : QVariant();
    }
    if (isOutreach(section))
        return outreachHeader(outreachOf(section), role);
    if (!isIndicator(section)) {
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        if (section == NumberColumn)
            return role == Qt::DisplayRole ? tr("#") : tr("Number");
        return section == CodeColumn ? tr("CC") : tr("Country / territory");
    }
    const Indicator &at = indicator(section);
    switch (role) {
    case Qt::DisplayRole:
        return at.title;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(at.group, at.title);
    case Qt::ToolTipRole: {
        QStringList lines{at.title, at.description, u"%1 %2"_s.arg(at.projectCode, at.projectTitle)};
        lines.removeAll(QString());
        return Qt::convertFromPlainText(lines.join(u'\n'), Qt::WhiteSpaceNormal);
    }
    case CodeRole:
        return at.code;
    case GroupRole:
        return at.group;
    case ProjectRole:
        return at.projectCode;
    case ColourLightRole:
        return at.colourLight;
    case ColourDarkRole:
        return at.colourDark;
    case IdRole:
        return at.id;
    default:
        return {};
    }
}

} // namespace liaison
