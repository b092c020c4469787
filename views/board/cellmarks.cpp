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
    Mark mark;
    QString text;
};

// In the order in which they get room; better or worse comes between the conflict and the rest.
QVarLengthArray<Wanted, 4> wantedOf(const QModelIndex &index)
{
    QVarLengthArray<Wanted, 4> wanted;
    if (index.data(ConflictRole).toBool())
        wanted.append({Mark::Conflict, {}});
    if (index.data(StaleRole).toBool())
        wanted.append({Mark::Stale, ageText(index.data(AgeMonthsRole).toInt())});
    if (const QVariant due = index.data(TargetRole); due.isValid())
        wanted.append(
            {index.data(TargetLateRole).toBool() ? Mark::LateTarget : Mark::Target, due.toString()});
    return wanted;
}

int textPart(const QString &text)
{
    return text.isEmpty() ? 0 : scaledPx(textGap) + textWidth(FontRole::Caption, text) + rounding;
}

} // namespace

CellMarks::CellMarks(const QModelIndex &index, const QString &value, int width)
    : valueX(scaledPx(metrics::cellValueX))
    , end(width - scaledPx(inset))
{
    int room = end - valueX - textWidth(FontRole::Body, value);
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
            const int needed = box() + textPart(text);
            if (room < needed + scaledPx(gap))
                continue;
            beside.append({wanted.mark, end - needed, end - needed + box() + scaledPx(textGap), text});
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

int CellMarks::widthOf(const QModelIndex &index, const QString &value)
{
    int width = scaledPx(metrics::cellValueX + inset) + rounding + textWidth(FontRole::Body, value);
    if (index.data(ChangedRole).toInt() != 0)
        width += scaledPx(turnWidth);
    for (const Wanted &wanted : wantedOf(index))
        width += box() + textPart(wanted.text) + scaledPx(gap);
    return width;
}

QString ageText(int months)
{
    return months < 36 ? Tr::tr("%1 mo").arg(QLocale().toString(months))
                       : Tr::tr("%1 y").arg(QLocale().toString(months / 12));
}

} // namespace liaison
