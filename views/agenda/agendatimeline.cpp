#include "views/agenda/agendatimeline.h"

#include "models/items/agendaplacesmodel.h"
#include "models/items/roles.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/textline.h"
#include "views/widgets/plaintip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// px at 100 %
constexpr int rowPx = 20;
constexpr int codeWidth = 28;
constexpr int namesWidth = 150;
constexpr qreal radius = 5;
constexpr int axisHeight = 20;

// The names' column: at the right in a right-to-left window. Time keeps its direction.
QRect namesIn(const QRect &row, Qt::LayoutDirection direction)
{
    const int width = std::min(scaledPx(namesWidth), row.width() / 3);
    return QStyle::visualRect(direction, row, QRect(row.left(), row.top(), width, row.height()));
}

QRect timeIn(const QRect &row, Qt::LayoutDirection direction)
{
    const int names = namesIn(row, direction).width();
    const int margin = scaledPx(static_cast<int>(radius) + 1);
    return direction == Qt::RightToLeft ? row.adjusted(margin, 0, -names - margin, 0)
                                        : row.adjusted(names + margin, 0, -margin, 0);
}

// In the middle of the day.
qreal placeIn(const QRect &time, const AgendaPlacesModel &model, QDate day)
{
    const qreal days = static_cast<qreal>(model.first().daysTo(model.last()) + 1);
    const qreal place = (static_cast<qreal>(model.first().daysTo(day)) + 0.5) / days;
    return time.left() + std::clamp(place, 0.0, 1.0) * time.width();
}

QRectF shapeOf(const QRect &time, const AgendaPlacesModel &model, const AgendaItem &item)
{
    const qreal r = radius * textScale();
    const qreal from = placeIn(time, model, item.start.firstDay());
    const qreal to = std::max(from, placeIn(time, model, item.end.lastDay()));
    return {from - r, time.center().y() + 0.5 - r, to - from + 2 * r, 2 * r};
}

class TimelineDelegate : public QStyledItemDelegate
{
public:
    TimelineDelegate(const AgendaPlacesModel &model, const AgendaTimeline &view)
        : QStyledItemDelegate(const_cast<AgendaTimeline *>(&view))
        , m_model(model)
        , m_view(view)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {scaledPx(240), scaledPx(rowPx)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const Tokens tokens = Tokens::of(option.palette);
        const auto left = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
        if (isSelected)
            painter->fillRect(option.rect, tokens[Token::Sel]);
        const QRect names = namesIn(option.rect, option.direction);
        const auto placed = [&](int x, int width) {
            return QStyle::visualRect(
                option.direction, names, QRect(names.left() + x, names.top(), width, names.height()));
        };
        drawTextLine(*painter, FontRole::Secondary, tokens[Token::Ink2], placed(0, scaledPx(codeWidth)), left,
            index.data(CodeRole).toString());
        drawTextLine(*painter, FontRole::Secondary, tokens[Token::Ink],
            placed(scaledPx(codeWidth), names.width() - scaledPx(codeWidth + 8)), left,
            index.data().toString());

        const QRect time = timeIn(option.rect, option.direction);
        painter->fillRect(QRect(time.left(), time.center().y(), time.width(), 1), tokens[Token::Line]);
        painter->setRenderHint(QPainter::Antialiasing);
        const auto &items = m_model.items(index.row());
        for (size_t i = 0; i < items.size(); ++i) {
            const Project *project = m_model.names().project(items[i]);
            const QColor hue =
                project ? tokens.projectHue(project->colourLight, project->colourDark) : tokens[Token::Ink2];
            const QRectF shape = shapeOf(time, m_model, items[i]).adjusted(0.75, 0.75, -0.75, -0.75);
            painter->setPen(QPen(hue, 1.5));
            painter->setBrush(items[i].isDone ? hue : tokens[isSelected ? Token::Sel : Token::Base]);
            painter->drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);
            if (hasFocus && static_cast<int>(i) == m_view.currentItem()) {
                painter->setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
                painter->setBrush(Qt::NoBrush);
                const QRectF ring = shape.adjusted(-2.5, -2.5, 2.5, 2.5);
                painter->drawRoundedRect(ring, ring.height() / 2, ring.height() / 2);
            }
        }
        if (hasFocus && items.empty()) {
            painter->setRenderHint(QPainter::Antialiasing, false);
            painter->setPen(QPen(tokens[Token::Accent], metrics::focusWidth));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }

private:
    const AgendaPlacesModel &m_model;
    const AgendaTimeline &m_view;
};

// Days of a short period, months of a long one; the day of the agenda before all.
class TimelineAxis : public QWidget
{
public:
    TimelineAxis(const AgendaPlacesModel &model, const AgendaTimeline &view, QWidget *parent)
        : QWidget(parent)
        , m_model(model)
        , m_view(view)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {scaledPx(240), scaledPx(axisHeight)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_model.first().isValid())
            return;
        QPainter painter(this);
        painter.setLayoutDirection(Qt::LeftToRight);
        const Tokens tokens = Tokens::of(palette());
        qreal takenFrom = -1;
        qreal takenTo = -1;
        const auto label = [&](QDate day, const QString &text, Token ink) {
            const qreal x = m_view.placeOf(day);
            const int wide = textWidth(FontRole::Caption, text);
            const qreal from = std::clamp(x - wide / 2.0, 0.0, std::max(0.0, qreal(width() - wide)));
            if (from < takenTo && from + wide > takenFrom)
                return;
            if (takenTo < 0) {
                takenFrom = from - scaledPx(8);
                takenTo = from + wide + scaledPx(8);
            }
            drawTextLine(painter, FontRole::Caption, tokens[ink], QRect(qRound(from), 0, wide, height()),
                Qt::AlignLeft, text);
        };
        const QDate today = m_model.today();
        const QLocale loc = locale();
        if (today >= m_model.first() && today <= m_model.last())
            label(today,
                loc.toString(
                    today, AgendaTimeline::tr("d MMM", "a day of the present year, see QLocale::toString")),
                Token::Ink);
        else
            takenTo = 0;
        const bool isLong = m_model.first().daysTo(m_model.last()) > 62;
        for (QDate day = m_model.first(); day <= m_model.last();
             day = isLong ? day.addMonths(1) : day.addDays(7))
            label(day, isLong ? loc.toString(day, u"MMM"_s) : loc.toString(day.day()), Token::Ink3);
    }

private:
    const AgendaPlacesModel &m_model;
    const AgendaTimeline &m_view;
};

} // namespace

AgendaTimeline::AgendaTimeline(AgendaPlacesModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setObjectName(objectNames::agendaTimeline);
    setAccessibleName(tr("Time line by territory"));
    setModel(&model);
    setItemDelegate(new TimelineDelegate(model, *this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

QWidget *AgendaTimeline::makeAxis(QWidget *parent)
{
    m_axis = new TimelineAxis(m_model, *this, parent);
    connect(&m_model, &QAbstractItemModel::modelReset, m_axis, qOverload<>(&QWidget::update));
    return m_axis;
}

int AgendaTimeline::rowHeight() const
{
    return scaledPx(rowPx);
}

qreal AgendaTimeline::placeOf(QDate day) const
{
    return placeIn(timeIn(QRect(0, 0, viewport()->width(), rowHeight()), layoutDirection()), m_model, day);
}

std::optional<int> AgendaTimeline::itemAt(QPoint place) const
{
    const QModelIndex index = indexAt(place);
    if (!index.isValid())
        return {};
    const QRect time = timeIn(visualRect(index), layoutDirection());
    const auto &items = m_model.items(index.row());
    std::optional<int> found; // the last painted one is on top
    for (size_t i = 0; i < items.size(); ++i) {
        if (shapeOf(time, m_model, items[i]).adjusted(-3, -5, 3, 5).contains(place))
            found = static_cast<int>(i);
    }
    return found;
}

void AgendaTimeline::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (m_model.rowCount() == 0 || m_model.today() < m_model.first() || m_model.today() > m_model.last())
        return;
    QPainter painter(viewport());
    painter.fillRect(QRectF(std::floor(placeOf(m_model.today())), 0, 1, viewport()->height()),
        Tokens::of(palette())[Token::Ink2]);
}

void AgendaTimeline::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (m_axis)
        m_axis->update();
}

void AgendaTimeline::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    // To what comes next there.
    int next = 0;
    if (current.isValid()) {
        const auto &items = m_model.items(current.row());
        const auto toCome =
            std::find_if(items.begin(), items.end(), [](const AgendaItem &each) { return !each.isDone; });
        if (toCome != items.end())
            next = static_cast<int>(toCome - items.begin());
    }
    setItem(next);
}

void AgendaTimeline::setItem(int item)
{
    m_item = item;
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    const auto &items = m_model.items(index.row());
    setAccessibleDescription(items.empty()
            ? QString()
            : agendaSentence(items[static_cast<size_t>(item)], m_model.names(), m_model.today(), locale()));
    update(index);
}

void AgendaTimeline::openItem(int row, int item)
{
    const auto &items = m_model.items(row);
    if (static_cast<size_t>(item) < items.size())
        Q_EMIT recordRequested(items[static_cast<size_t>(item)].entity, items[static_cast<size_t>(item)].row);
}

void AgendaTimeline::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const int count = index.isValid() ? static_cast<int>(m_model.items(index.row()).size()) : 0;
    switch (event->key()) {
    case Qt::Key_Left:
        return setItem(std::max(0, m_item - 1));
    case Qt::Key_Right:
        return setItem(std::max(0, std::min(count - 1, m_item + 1)));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (index.isValid())
            openItem(index.row(), m_item);
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

void AgendaTimeline::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto item = itemAt(event->pos())) {
        setItem(*item);
        openItem(indexAt(event->pos()).row(), *item);
    }
}

bool AgendaTimeline::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        const auto item = itemAt(help->pos());
        const QModelIndex index = indexAt(help->pos());
        QToolTip::showText(help->globalPos(),
            item ? plainTip(agendaSentence(m_model.items(index.row())[static_cast<size_t>(*item)],
                m_model.names(), m_model.today(), locale()))
                 : QString(),
            this);
        return true;
    }
    return QListView::viewportEvent(event);
}

} // namespace liaison
