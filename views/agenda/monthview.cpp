#include "views/agenda/monthview.h"

#include "models/items/agendamonthmodel.h"
#include "views/agenda/monthdelegate.h"
#include "views/objectnames.h"
#include "views/style/textline.h"
#include "views/widgets/literaltext.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace liaison {

MonthView::MonthView(AgendaMonthModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new MonthDelegate(model, this))
{
    setObjectName(objectNames::monthView);
    setAccessibleName(tr("Month"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    updateSizes();
}

void MonthView::updateSizes()
{
    // Its number and one item.
    verticalHeader()->setMinimumSectionSize(scaledPx(44));
    horizontalHeader()->setMinimumSectionSize(scaledPx(40));
}

void MonthView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateSizes();
}

void MonthView::resizeEvent(QResizeEvent *event)
{
    // Short names of the days where one long one has no room.
    m_model.setDayNames(QLocale::LongFormat);
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const QString name = m_model.headerData(column, Qt::Horizontal).toString();
        if (textWidth(FontRole::CaptionStrong, name) + scaledPx(20) > width() / m_model.columnCount()) {
            m_model.setDayNames(QLocale::ShortFormat);
            break;
        }
    }
    QTableView::resizeEvent(event);
}

QDate MonthView::day() const
{
    return m_model.day(currentIndex());
}

void MonthView::setDay(QDate day)
{
    if (const QModelIndex there = m_model.indexOf(day); there.isValid())
        setCurrentIndex(there);
}

void MonthView::goTo(QDate day)
{
    if (day.year() == m_model.month().year() && day.month() == m_model.month().month())
        setDay(day);
    else
        Q_EMIT dayRequested(day);
}

void MonthView::keyPressEvent(QKeyEvent *event)
{
    const QDate from = day().isValid() ? day() : m_model.month();
    const int forward = isRightToLeft() ? -1 : 1;
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier))
        return QTableView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return goTo(from.addDays(-forward));
    case Qt::Key_Right:
        return goTo(from.addDays(forward));
    case Qt::Key_Up:
        return goTo(from.addDays(-7));
    case Qt::Key_Down:
        return goTo(from.addDays(7));
    case Qt::Key_PageUp:
        return goTo(from.addMonths(-1));
    case Qt::Key_PageDown:
        return goTo(from.addMonths(1));
    case Qt::Key_Home:
    case Qt::Key_T:
        return todayRequested();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return openDay(currentIndex());
    default:
        QTableView::keyPressEvent(event);
    }
}

void MonthView::openDay(const QModelIndex &index)
{
    const std::vector<const AgendaItem *> items = m_model.itemsOn(m_model.day(index));
    if (!index.isValid())
        return;
    if (items.empty())
        Q_EMIT newRequested(m_model.day(index));
    else if (items.size() == 1)
        Q_EMIT recordRequested(items[0]->entity, items[0]->row);
    else
        showMenu(index);
}

void MonthView::showMenu(const QModelIndex &index)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(objectNames::monthDayMenu);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const AgendaItem *item : m_model.itemsOn(m_model.day(index)))
        menu->addAction(literalText(agendaText(*item)), this,
            [this, entity = item->entity, row = item->row] { Q_EMIT recordRequested(entity, row); });
    menu->popup(viewport()->mapToGlobal(visualRect(index).center()));
    menu->setActiveAction(menu->actions().constFirst());
}

QPoint MonthView::placeOf(QUuid row, QDate day) const
{
    const QModelIndex index = m_model.indexOf(day);
    for (const auto &each : m_delegate->layOut(visualRect(index), index, layoutDirection()).items) {
        if (each.item->row == row)
            return each.place.center();
    }
    return {};
}

QPoint MonthView::placeOfMore(QDate day) const
{
    const QModelIndex index = m_model.indexOf(day);
    const MonthDelegate::Day at = m_delegate->layOut(visualRect(index), index, layoutDirection());
    return at.more > 0 ? at.morePlace.center() : QPoint();
}

void MonthView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    const MonthDelegate::Day day = m_delegate->layOut(visualRect(index), index, layoutDirection());
    for (const auto &each : day.items) {
        if (each.place.contains(event->pos()))
            return recordRequested(each.item->entity, each.item->row);
    }
    if (day.more > 0 && day.morePlace.contains(event->pos()))
        showMenu(index);
}

void MonthView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return QTableView::mouseDoubleClickEvent(event);
    if (m_model.itemsOn(m_model.day(index)).empty())
        Q_EMIT newRequested(m_model.day(index));
}

} // namespace liaison
