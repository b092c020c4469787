#include "views/board/cellmarks.h"

#include "models/items/roles.h"
#include "views/style/metrics.h"
#include "views/style/textline.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::BoardDelegate)
};

constexpr int inset = 8; // from the value to the cell's edge
constexpr int boxWidth = 14;
constexpr int turnWidth = 14;
constexpr int gap = 6; // between what stands side by side
constexpr int textGap = 4; // from a mark to its text
constexpr int rounding = 2; // widths of text are rounded; a line cut short for half a pixel reads badly

struct Wanted
{
    std::optional<Mark> mark;
    QString text;
};

// In the order in which they get room; better or worse comes between the conflict and the rest.
QVarLengthArray<Wanted, 4> wantedOf(const QModelIndex &index)
{
    QVarLengthArray<Wanted, 4> wanted;
    if (index.data(ConflictRole).toBool())
        wanted.append({Mark::Conflict, {}});
    if (const QVariant said = index.data(DiffersRole); said.isValid())
        wanted.append({std::nullopt, Tr::tr("Σ %1").arg(said.toString())});
    if (index.data(StaleRole).toBool())
        wanted.append({Mark::Stale, ageText(index.data(AgeMonthsRole).toInt())});
    if (const QVariant due = index.data(TargetRole); due.isValid())
        wanted.append(
            {index.data(TargetLateRole).toBool() ? Mark::LateTarget : Mark::Target, due.toString()});
    return wanted;
}

// Of a mark with its text, or of what is left of it when the text has no room.
int partWidth(const Wanted &wanted, const QString &text)
{
    const int words = text.isEmpty() ? 0 : textWidth(FontRole::Caption, text) + rounding;
    const int between = wanted.mark && !text.isEmpty() ? scaledPx(textGap) : 0;
    return (wanted.mark ? CellMarks::box() : 0) + between + words;
}

QString valueOf(const QModelIndex &index)
{
    const auto standing = static_cast<Standing>(index.data(StandingRole).toInt());
    return standing == Standing::Unknown ? QString() : index.data().toString();
}

QString signOf(const QModelIndex &index)
{
    return index.data(DerivedRole).toBool() ? Tr::tr("Σ") : QString();
}

int widthOfValue(const QString &value, const QString &sign)
{
    return textWidth(FontRole::Body, value)
        + (sign.isEmpty() ? 0 : scaledPx(gap) + textWidth(FontRole::Body, sign) + rounding);
}

int widthOfBareCell(const QModelIndex &index)
{
    const int turn = index.data(ChangedRole).toInt() != 0 ? scaledPx(turnWidth) : 0;
    return scaledPx(metrics::cellValueX + inset) + rounding + widthOfValue(valueOf(index), signOf(index))
        + turn;
}

} // namespace

CellMarks::CellMarks(const QModelIndex &index, int width)
    : value(valueOf(index))
    , sign(signOf(index))
    , valueX(scaledPx(metrics::cellValueX))
    , end(width - scaledPx(inset))
{
    int room = end - valueX - valueWidth();
    const auto addTurn = [&] {
        const int way = index.data(ChangedRole).toInt();
        if (way == 0)
            return;
        if (room < scaledPx(turnWidth)) {
            room = 0;
            return;
        }
        turn = way > 0 ? Mark::Better : Mark::Worse;
        valueX += scaledPx(turnWidth);
        room -= scaledPx(turnWidth);
    };
    const auto add = [&](const Wanted &wanted) {
        for (const QString &text : {wanted.text, QString()}) {
            const int needed = partWidth(wanted, text);
            if (needed == 0 || room < needed + scaledPx(gap))
                continue;
            const int x = end - needed;
            beside.append({wanted.mark, x, wanted.mark ? x + box() + scaledPx(textGap) : x, text});
            end -= needed + scaledPx(gap);
            room -= needed + scaledPx(gap);
            return;
        }
        room = 0; // what matters less does not take its place
    };
    const auto wanted = wantedOf(index);
    const auto *next = wanted.begin();
    if (next != wanted.end() && next->mark == Mark::Conflict)
        add(*next++);
    addTurn();
    std::for_each(next, wanted.end(), add);
}

std::optional<int> CellMarks::xOf(Mark mark) const
{
    for (const Beside &each : beside) {
        if (each.mark == mark)
            return each.x;
    }
    return {};
}

int CellMarks::box()
{
    return scaledPx(boxWidth);
}

int CellMarks::valueWidth() const
{
    return widthOfValue(value, sign);
}

int CellMarks::leastWidthOf(const QModelIndex &index)
{
    int width = widthOfBareCell(index);
    if (index.data(ConflictRole).toBool())
        width += box() + scaledPx(gap);
    return width;
}

int CellMarks::widthOf(const QModelIndex &index)
{
    int width = widthOfBareCell(index);
    for (const Wanted &wanted : wantedOf(index))
        width += partWidth(wanted, wanted.text) + scaledPx(gap);
    return width;
}

QString ageText(int months)
{
    return months < 36 ? Tr::tr("%1 mo").arg(QLocale().toString(months))
                       : Tr::tr("%1 y").arg(QLocale().toString(months / 12));
}

} // namespace liaison
