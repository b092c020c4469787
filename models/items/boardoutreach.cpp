// What BoardModel answers for columns of what was done.
#include "models/items/boardmodel.h"

#include <QLocale>
#include <QTextDocument>

namespace liaison {

QVariant BoardModel::outreachData(const QModelIndex &index, int role) const
{
    const Board::Row &row = m_board.rows[static_cast<size_t>(index.row())];
    const int figure = outreachOf(index.column());
    const OutreachNumbers *numbers = m_outreach.numbers(figure);
    switch (role) {
    case Qt::DisplayRole:
        return numbers ? numbers->text(row.territory, QLocale()) : QStringLiteral("…");
    case Qt::EditRole: // as spreadsheets read it: what is not known is empty
        return numbers && numbers->numbers.contains(row.territory)
            ? QString::number(numbers->numbers.value(row.territory))
            : QString();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        QString said = tr("being read");
        if (numbers && !numbers->numbers.contains(row.territory))
            said = tr("no record");
        else if (numbers)
            said = numbers->text(row.territory, QLocale());
        QStringList lines{tr("%1, %2: %3", "Guyana, Activities: 3")
                              .arg(row.name, m_outreach.figure(figure).titleText(), said)};
        if (numbers)
            lines += numbers->periodText(QLocale());
        if (numbers && numbers->names.contains(row.territory))
            lines += numbers->names.value(row.territory).join(tr(", "));
        return role == Qt::AccessibleTextRole
            ? lines.join(tr(", "))
            : Qt::convertFromPlainText(lines.join(u'\n'), Qt::WhiteSpaceNormal);
    }
    case ReconstructedRole:
        return row.isReconstructed();
    case CodeRole:
        return row.code;
    case IdRole:
        return row.territory;
    default:
        return {};
    }
}

QVariant BoardModel::outreachHeader(int figure, int role) const
{
    const QString title = m_outreach.figure(figure).titleText();
    const OutreachNumbers *numbers = m_outreach.numbers(figure);
    const QString period = numbers ? numbers->periodText(QLocale()) : tr("being read");
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(title, period);
    case Qt::ToolTipRole:
        return Qt::convertFromPlainText(title + u'\n' + period, Qt::WhiteSpaceNormal);
    case CodeRole:
        return QString(m_outreach.figure(figure).code);
    case GroupRole:
        return period;
    default:
        return {};
    }
}

} // namespace liaison
