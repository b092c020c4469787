#include "views/presenting/presentation.h"

#include "models/figures/territory.h"
#include "models/store/store.h"
#include "views/charts/trendsview.h"
#include "views/map/mapcontent.h"
#include "views/objectnames.h"

#include <QKeyEvent>

#include <algorithm>

namespace liaison {

Presentation::Presentation(
    const Store &store, const Board &board, size_t indicator, size_t row, QDate today, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_store(store)
    , m_board(board)
    , m_today(today)
    , m_indicator(indicator < board.indicators.size() ? indicator : 0)
    , m_row(row < board.rows.size() ? row : 0)
{
    setObjectName(objectNames::presentation);
    setWindowTitle(tr("Presenting: %1").arg(board.region.name));
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    updateName();
}

Presentation::~Presentation() = default;

const std::vector<Presentation::Page> &Presentation::allPages()
{
    static const std::vector<Page> pages{Page::Board, Page::Map, Page::Trends, Page::Territory};
    return pages;
}

QString Presentation::pageName(Page page)
{
    switch (page) {
    case Page::Board:
        return tr("Board");
    case Page::Map:
        return tr("Map");
    case Page::Trends:
        return tr("Trends");
    case Page::Territory:
        return tr("Territory");
    }
    return {};
}

void Presentation::setPages(const std::vector<Page> &pages)
{
    m_pages = pages.empty() ? allPages() : pages;
    if (place() < 0)
        showPage(m_pages.front());
    update();
}

int Presentation::place() const
{
    const auto found = std::find(m_pages.begin(), m_pages.end(), m_page);
    return found == m_pages.end() ? -1 : static_cast<int>(found - m_pages.begin());
}

void Presentation::showPage(Page page)
{
    if (std::find(m_pages.begin(), m_pages.end(), page) == m_pages.end())
        return;
    m_page = page;
    m_sheet = 0;
    arrange();
    updateName();
    update();
}

void Presentation::turn(int pages)
{
    const int next = place() + pages;
    if (next >= 0 && next < static_cast<int>(m_pages.size()))
        showPage(m_pages[static_cast<size_t>(next)]);
}

// On the board its sheets, on map and trends the indicators, else the territories.
void Presentation::step(int by)
{
    const auto move = [by](size_t &place, size_t count) {
        if (count > 0)
            place =
                static_cast<size_t>(std::clamp(static_cast<int>(place) + by, 0, static_cast<int>(count) - 1));
    };
    if (m_page == Page::Board)
        move(m_sheet, boardSheets());
    else if (m_page == Page::Territory)
        move(m_row, m_board.rows.size());
    else
        move(m_indicator, m_board.indicators.size());
    arrange();
    updateName();
    update();
}

void Presentation::arrange()
{
    if (m_page == Page::Trends && !m_trends) {
        m_trends = new TrendsView(this); // painted, never shown
        m_trends->hide();
        m_trends->setTrends(trendsOf(m_store, m_board.region, m_board.indicators), m_today);
        m_trends->setAsOf(PartialDate(m_board.asOf));
    }
    if (m_trends) {
        m_trends->resize((content().size() / unit).toSize());
        if (!m_board.indicators.empty())
            m_trends->setCurrent(m_indicator);
    }
    if (m_page == Page::Map) {
        if (!m_map)
            m_map = std::make_unique<MapScene>();
        m_map->setSize(content().size());
        MapContent content = mapContent(m_board, m_indicator, territories(m_store));
        if (const OutreachFigure *figure = m_figure ? outreachFigure(m_figure->figure) : nullptr)
            showFigure(content, m_board, *figure, &*m_figure);
        m_map->setContent(std::move(content));
    }
}

void Presentation::setFigure(const OutreachNumbers &numbers)
{
    m_figure = numbers;
    arrange();
    updateName();
    update();
}

void Presentation::updateName()
{
    setAccessibleName(title());
    setAccessibleDescription(subtitle());
}

QString Presentation::title() const
{
    const auto territoryCount = static_cast<int>(m_board.rows.size());
    if (m_page == Page::Territory)
        return m_board.rows.empty() ? QString() : m_board.rows[m_row].name;
    if (m_page == Page::Map && m_figure)
        //: "Activities: 14, twelve months to 15 Feb 2007"
        return tr("%1: %2, %3")
            .arg(m_figure->title, m_figure->totalText(locale()), m_figure->periodText(locale()));
    if (m_board.indicators.empty())
        return tr("%Ln territories", nullptr, territoryCount);
    if (m_page == Page::Board) {
        const auto meets = [](const Board::Row &row) {
            return std::any_of(row.cells.begin(), row.cells.end(),
                [](const BoardCell &cell) { return cell.standing == Standing::Met; });
        };
        return tr("%L1 of %L2 territories meet at least one goal")
            .arg(std::count_if(m_board.rows.begin(), m_board.rows.end(), meets))
            .arg(territoryCount);
    }
    const BoardTotal &total = m_board.totals[m_indicator];
    return tr("%L1 of %L2 territories meet the goal: %3")
        .arg(total.met)
        .arg(total.of)
        .arg(m_board.indicators[m_indicator].title);
}

QString Presentation::subtitle() const
{
    const QString date = tr("As of %1").arg(PartialDate(m_board.asOf).toText(locale()));
    if (m_page == Page::Map && m_figure) {
        const auto known = std::count_if(m_board.rows.begin(), m_board.rows.end(),
            [&](const Board::Row &row) { return m_figure->numbers.contains(row.territory); });
        return tr("%1. On record in %L2 of %L3 territories.").arg(date).arg(known).arg(m_board.rows.size());
    }
    if (m_board.indicators.empty() || m_page == Page::Board || m_page == Page::Territory)
        return tr("%1. %2").arg(m_board.region.name, date);
    const BoardTotal &total = m_board.totals[m_indicator];
    return tr("%1. On the way: %L2; not met: %L3; unknown: %L4.")
        .arg(date)
        .arg(total.onTheWay)
        .arg(total.notMet)
        .arg(total.unknown);
}

void Presentation::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void Presentation::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        arrange();
        update();
    }
}

void Presentation::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = isRightToLeft();
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Right:
        turn(mirrored ? -1 : 1);
        break;
    case Qt::Key_Left:
        turn(mirrored ? 1 : -1);
        break;
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        turn(1);
        break;
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        turn(-1);
        break;
    case Qt::Key_Down:
        step(1);
        break;
    case Qt::Key_Up:
        step(-1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace liaison
