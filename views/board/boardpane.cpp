#include "views/board/boardpane.h"

#include "models/items/boardmodel.h"
#include "views/board/boardheader.h"
#include "views/board/boardtotals.h"
#include "views/board/boardview.h"
#include "views/objectnames.h"
#include "views/style/palette.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace liaison {

BoardPane::BoardPane(BoardModel &model, QWidget *parent)
    : QWidget(parent)
    , m_view(new BoardView(model, this))
    , m_totals(new BoardTotals(model, static_cast<BoardHeader &>(*m_view->horizontalHeader()), this))
    , m_scroll(new QScrollBar(Qt::Horizontal, this))
{
    m_scroll->setObjectName(objectNames::boardScrollBar);
    m_scroll->setAccessibleName(tr("Columns of the board"));
    setFocusProxy(m_view);

    QScrollBar *inner = m_view->horizontalScrollBar();
    const auto follow = [this, inner] {
        m_scroll->setRange(inner->minimum(), inner->maximum());
        m_scroll->setPageStep(inner->pageStep());
        m_scroll->setSingleStep(inner->singleStep());
        arrange();
    };
    connect(inner, &QScrollBar::rangeChanged, this, follow);
    connect(inner, &QScrollBar::valueChanged, m_scroll, &QScrollBar::setValue);
    connect(m_scroll, &QScrollBar::valueChanged, inner, &QScrollBar::setValue);
    connect(inner, &QScrollBar::valueChanged, m_totals, qOverload<>(&QWidget::update));
    connect(m_view->horizontalHeader(), &QHeaderView::geometriesChanged, this, &BoardPane::arrange);
    // Rows come and go with a filter; the totals follow the last one.
    connect(m_view->verticalHeader(), &QHeaderView::sectionResized, this, &BoardPane::arrange);
    connect(&model, &QAbstractItemModel::modelReset, this, &BoardPane::arrange);
    arrange();
}

BoardPane::~BoardPane()
{
    // They still speak while they go, after this has gone.
    m_view->horizontalHeader()->disconnect(this);
    m_view->verticalHeader()->disconnect(this);
    m_view->horizontalScrollBar()->disconnect(this);
}

QSize BoardPane::sizeHint() const
{
    return {m_view->naturalWidth(), m_view->verticalHeader()->length() + m_totals->sizeHint().height()};
}

void BoardPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void BoardPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        arrange();
}

void BoardPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tokens::of(palette())[Token::Base]);
}

// Another width may bring the scroll bar or take it away while this is done: then once more.
void BoardPane::arrange()
{
    if (m_arranging)
        return;
    const QScopedValueRollback guard(m_arranging, true);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const bool scrolled = scrolls();
        place(scrolled ? m_scroll->sizeHint().height() : 0);
        if (scrolls() == scrolled)
            break;
    }
    m_scroll->setVisible(scrolls());
}

bool BoardPane::scrolls() const
{
    return m_scroll->maximum() > m_scroll->minimum();
}

void BoardPane::place(int scrollHeight)
{
    const int totalsHeight = m_totals->sizeHint().height();
    const int head = m_view->horizontalHeader()->height();
    const int rows = m_view->verticalHeader()->length();
    const int room = std::max(0, height() - totalsHeight - scrollHeight - head);
    // No row is cut through: what is left over goes below the totals.
    const int rowHeight = std::max(1, m_view->verticalHeader()->defaultSectionSize());
    const int viewHeight = std::min(head + (rows > room ? room / rowHeight * rowHeight : rows),
        std::max(0, height() - totalsHeight - scrollHeight));
    m_view->setGeometry(0, 0, width(), viewHeight);
    // Beside a vertical scroll bar the head is narrower than the view, and right to left it begins later.
    const QWidget *heads = m_view->horizontalHeader();
    m_totals->setGeometry(heads->x(), viewHeight, heads->width(), totalsHeight);
    m_scroll->setGeometry(0, viewHeight + totalsHeight, width(), scrollHeight);
}

} // namespace liaison
