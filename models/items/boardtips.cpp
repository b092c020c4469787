// What BoardModel says of a cell in words.
#include "models/items/boardmodel.h"

#include <QLocale>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace liaison {

QString BoardModel::toolTip(const QModelIndex &index) const
{
    const Board::Row &row = m_board.rows[static_cast<size_t>(index.row())];
    QStringList lines;
    if (!isIndicator(index.column())) {
        lines.append(u"%1 %2"_s.arg(row.code, row.name));
        if (row.isReconstructed())
            lines.append(tr("The name in this row is reconstructed, not confirmed."));
        lines += {row.evidence, row.doubt.isEmpty() ? QString() : tr("Doubt: %1").arg(row.doubt)};
    } else {
        const BoardCell &at = cell(index);
        const Indicator &by = indicator(index.column());
        lines.append(cellName(index));
        const Indicator::Level *level = by.level(at.reading.text());
        const QString title = level && level->title != level->code ? level->title : QString();
        switch (at.standing) {
        case Standing::Unknown:
            lines.append(at.reading.isNull() ? tr("Unknown: nothing on file") : tr("Recorded as unknown"));
            break;
        case Standing::NotApplicable:
            lines.append(tr("Not applicable"));
            break;
        case Standing::Met:
            lines += {cellText(index), title, tr("Meets the goal")};
            break;
        case Standing::OnTheWay:
            lines += {cellText(index), title, tr("On the way to the goal")};
            break;
        case Standing::NotMet:
            lines += {cellText(index), title, tr("Does not meet the goal")};
            break;
        }
        if (!at.date.isNull())
            lines.append(tr("Date: %1").arg(at.date.toText(QLocale())));
        if (!at.source.isEmpty())
            lines.append(tr("Source: %1").arg(at.source));
        if (!at.certainty.isEmpty())
            lines.append(tr("Certainty: %1").arg(certaintyText(at.certainty)));
        if (at.isDerived)
            lines.append(tr("Derived from records; nobody stated it"));
        if (at.differs())
            lines.append(tr("This was stated; records say %1, as of %2")
                             .arg(derivedText(index), at.derived->date.toText(QLocale())));
        if (at.stale)
            lines.append(tr("Stale: %L1 months old").arg(at.ageMonths));
        if (const auto turn = turnOf(index))
            lines.append(tr("On %1: %2", "On 15 Feb 2007: observer")
                             .arg(PartialDate(m_since).toText(QLocale()),
                                 turn->from.isEmpty() ? tr("unknown") : turn->from));
        if (const auto target = targetOf(index)) {
            QString said = targetText(index, *target);
            said[0] = said[0].toUpper();
            lines.append(said);
        }
        if (at.conflict)
            lines.append(tr("In conflict: there is another value, and nobody has chosen"));
    }
    lines.removeAll(QString());
    return Qt::convertFromPlainText(lines.join(u'\n'), Qt::WhiteSpaceNormal);
}

} // namespace liaison
