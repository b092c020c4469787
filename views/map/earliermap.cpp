#include "views/map/earliermap.h"

#include "models/domain/clock.h"
#include "models/figures/changedays.h"
#include "models/figures/compare.h"
#include "views/map/mapview.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/datebox.h"
#include "views/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace liaison {

namespace {

PartialDate yearBefore(const PartialDate &date)
{
    return PartialDate(date.lastDay().addYears(-1));
}

int columnOf(const QAbstractItemModel &model, const QVariant &indicator)
{
    for (int column = BoardModel::FirstIndicatorColumn; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal, IdRole) == indicator)
            return column;
    }
    return BoardModel::NameColumn;
}

int rowOf(const QAbstractItemModel &model, const QVariant &territory)
{
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row, BoardModel::NameColumn).data(IdRole) == territory)
            return row;
    }
    return -1;
}

} // namespace

EarlierMap::EarlierMap(
    Editor &editor, BoardModel &later, QItemSelectionModel &selection, MapView &laterView, QWidget *parent)
    : QWidget(parent)
    , m_later(later)
    , m_laterSelection(selection)
    , m_laterView(laterView)
    , m_model(editor, later.board().region)
    , m_selection(&m_model)
    , m_head(new QWidget(this))
    , m_date(new DateBox([&later] { return liaison::today(later.store().clock()); }, m_head))
    , m_label(new ElidedLabel(m_head))
    , m_view(new MapView(m_model, m_selection, this))
{
    setObjectName(objectNames::earlierMap);
    setSurface(m_head, Surface::Bar);
    m_head->setFixedHeight(headHeight());
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(metrics::controlGap, 0, metrics::controlGap, 0);
    row->setSpacing(metrics::controlGap);
    row->addWidget(m_date);
    m_date->stepButton(DateBox::Step::Earlier)->setToolTip(tr("To the change before"));
    m_date->stepButton(DateBox::Step::Later)->setToolTip(tr("To the change after"));
    m_date->edit()->setObjectName(objectNames::earlierDateEdit);
    m_date->edit()->setAccessibleName(tr("The earlier day of the two maps"));
    m_label->setObjectName(objectNames::earlierLabel);
    setTextRole(m_label, FontRole::Secondary, Ink::Second);
    row->addWidget(m_label, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_view, 1);
    m_view->setObjectName(objectNames::earlierMapView);

    connect(&later, &BoardModel::boardChanged, this, &EarlierMap::followBoard);
    connect(&m_model, &BoardModel::boardChanged, this, [this] {
        takeSelection(m_laterSelection, m_selection); // another date has other rows
        tell();
    });
    connect(m_date, &DateBox::dateChosen, this, &EarlierMap::setDate);
    connect(m_date, &DateBox::stepRequested, this, &EarlierMap::step);
    connect(m_date, &DateBox::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_date, &DateBox::refused, m_label, &QLabel::setText);
    connect(&m_laterView, &MapView::moved, m_view, [this] { m_view->follow(m_laterView); });
    connect(m_view, &MapView::moved, &m_laterView, [this] { m_laterView.follow(*m_view); });
    connect(&m_laterView, &MapView::columnChanged, this, &EarlierMap::tell);
    connect(&m_laterView, &MapView::filterChanged, m_view, &MapView::setFilter);
    connect(m_view, &MapView::filterChanged, &m_laterView, &MapView::setFilter);
    connect(&m_laterView, &MapView::pictureChanged, m_view, [this] {
        m_view->setPicture(m_laterView.picture());
        tell();
    });
    for (const auto &[from, to] :
        {std::pair(&m_laterSelection, &m_selection), std::pair(&m_selection, &m_laterSelection)}) {
        const auto take = [this, from = from, to = to] { takeSelection(*from, *to); };
        connect(from, &QItemSelectionModel::selectionChanged, this, take);
        connect(from, &QItemSelectionModel::currentChanged, this, take);
    }
    const QDate since = later.since();
    m_model.setAsOf(since.isValid() ? PartialDate(since) : yearBefore(later.asOf()));
    m_view->setPicture(m_laterView.picture());
    takeSelection(m_laterSelection, m_selection);
    if (!m_laterView.scene().isFitted())
        m_view->follow(m_laterView);
    tell();
}

EarlierMap::~EarlierMap()
{
    delete m_view; // before what it shows
}

void EarlierMap::setDate(const PartialDate &date)
{
    if (date.lastDay() >= m_later.asOf().lastDay()) {
        m_date->setDate(m_model.asOf());
        m_label->setText(tr("Choose a day before %1").arg(m_later.asOf().toText(locale())));
        return;
    }
    m_model.setAsOf(date);
    tell();
}

void EarlierMap::step(DateBox::Step step)
{
    const std::vector<ChangeDay> days =
        changeDays(m_model.store(), m_model.board().region, m_model.board().indicators);
    const QDate day = m_model.asOf().lastDay();
    if (const auto next = step == DateBox::Step::Earlier ? changeBefore(days, day) : changeAfter(days, day))
        setDate(PartialDate(*next));
}

// The later board moves, and must stay the later one.
void EarlierMap::followBoard()
{
    if (m_later.board().region.id != m_model.board().region.id)
        m_model.setRegion(m_later.board().region);
    if (m_model.asOf().lastDay() >= m_later.asOf().lastDay())
        m_model.setAsOf(yearBefore(m_later.asOf()));
    tell();
}

void EarlierMap::takeSelection(const QItemSelectionModel &from, QItemSelectionModel &to)
{
    if (m_isTaking)
        return;
    m_isTaking = true;
    const auto counterpart = [&](const QModelIndex &index) {
        const int row = rowOf(*to.model(), index.siblingAtColumn(BoardModel::NameColumn).data(IdRole));
        const auto *board = qobject_cast<const BoardModel *>(from.model());
        const int column = board->isIndicator(index.column())
            ? columnOf(*to.model(), from.model()->headerData(index.column(), Qt::Horizontal, IdRole))
            : std::min(index.column(), int(BoardModel::NameColumn));
        return row < 0 ? QModelIndex() : to.model()->index(row, column);
    };
    QItemSelection selection;
    for (const QModelIndex &index : from.selectedIndexes()) {
        if (const QModelIndex other = counterpart(index); other.isValid())
            selection.select(other, other);
    }
    if (const QModelIndex current = counterpart(from.currentIndex()); current.isValid())
        to.setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    to.select(selection, QItemSelectionModel::ClearAndSelect);
    m_isTaking = false;
}

int EarlierMap::headHeight()
{
    return scaledPx(metrics::filterBarHeight);
}

void EarlierMap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_head->setFixedHeight(headHeight());
}

int EarlierMap::turned() const
{
    const Board &board = m_later.board();
    const EarlierBoard earlier(m_model.store(), m_model.board());
    const bool isAny = m_laterView.picture() == MapView::Picture::Tiles;
    int count = 0;
    for (size_t row = 0; row < board.rows.size(); ++row) {
        bool isTurned = false;
        for (size_t column = 0; column < board.indicators.size(); ++column) {
            const bool counts =
                isAny || m_laterView.column() == BoardModel::FirstIndicatorColumn + static_cast<int>(column);
            isTurned = isTurned || (counts && earlier.turnOf(board, row, column));
        }
        count += isTurned ? 1 : 0;
    }
    return count;
}

void EarlierMap::tell()
{
    m_date->setDate(m_model.asOf());
    m_label->setText(tr("%Ln territories changed since", nullptr, turned()));
    m_label->setToolTip(
        tr("They are marked on the later map: ▲ better, ▼ worse, a dot for what cannot be compared"));
    m_view->setAccessibleName(tr("Map as of %1").arg(m_model.asOf().toText(locale())));
}

} // namespace liaison
