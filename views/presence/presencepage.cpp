#include "views/presence/presencepage.h"

#include "models/domain/fields.h"
#include "views/board/boardpane.h"
#include "views/board/boardview.h"
#include "views/board/columnsmenu.h"
#include "views/charts/chartspane.h"
#include "views/inspector/inspectorpane.h"
#include "views/map/mappane.h"
#include "views/map/mapview.h"
#include "views/objectnames.h"
#include "views/presence/filterbar.h"
#include "views/presence/presencehead.h"
#include "views/presence/timestrip.h"
#include "views/presenting/presentation.h"
#include "views/records/recordacts.h"
#include "views/records/rowsbehind.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/datebox.h"
#include "views/widgets/literaltext.h"
#include "views/widgets/notestrip.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int leastWidthBesideInspector = 600;

} // namespace

PresencePage::PresencePage(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_regions(regions(editor.store()))
    , m_model(editor, m_regions.empty() ? Region() : m_regions.front())
    , m_shownToday(dayOfToday())
    , m_confirm(new QAction(this))
    , m_today(new QAction(tr("&Today"), this))
    , m_goToDate(new QAction(tr("&As of…"), this))
    , m_earlier(new QAction(tr("&Earlier change"), this))
    , m_later(new QAction(tr("&Later change"), this))
    , m_inspect(new QAction(tr("Territory at the &side"), this))
    , m_goToFilter(new QAction(tr("&Filter"), this))
    , m_compareAct(new QAction(tr("What c&hanged"), this))
    , m_head(new PresenceHead([this] { return dayOfToday(); }, this))
    , m_filter(new FilterBar(this))
    , m_time(new TimeStrip(
          m_model, [this] { return dayOfToday(); }, this))
    , m_nameStrip(new NoteStrip(u"≈"_s, this))
    , m_body(new QStackedLayout)
    , m_pane(new BoardPane(m_model, this))
    , m_views(new PresenceViews(
          m_pane, [this](QWidget *at) { return makeMap(at); }, [this](QWidget *at) { return makeTrends(at); },
          this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_empty(new QLabel(this))
    , m_notice(new NoticeStrip(this))
    , m_acts(new RecordActs(editor, *m_notice, this))
{
    setObjectName(objectNames::presencePage);
    auto *main = new QWidget(m_split);
    auto *column = new QVBoxLayout(main);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_filter);
    column->addWidget(m_time);
    column->addWidget(m_nameStrip);
    column->addLayout(m_body, 1);
    column->addWidget(m_notice);
    m_body->addWidget(m_views);
    m_empty->setObjectName(objectNames::emptyLabel);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_empty->setMargin(metrics::pageMargin);
    m_empty->setWordWrap(true);
    setTextRole(m_empty, FontRole::Body, Ink::Third);
    m_body->addWidget(m_empty);
    m_split->setObjectName(objectNames::inspectorSplitter);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_split);
    setFocusProxy(m_views);
    connectHead();
    connectFilter();

    m_confirm->setObjectName(objectNames::confirmNameAction);
    connect(m_confirm, &QAction::triggered, this, &PresencePage::confirmName);
    m_today->setObjectName(objectNames::todayAction);
    m_today->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(m_today, &QAction::triggered, this, [this] { setAsOf(PartialDate(dayOfToday())); });
    m_goToDate->setObjectName(objectNames::asOfAction);
    m_goToDate->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(m_goToDate, &QAction::triggered, this, [this] {
        m_head->dateBox()->edit()->setFocus(Qt::ShortcutFocusReason);
        m_head->dateBox()->edit()->selectAll();
    });

    m_nameStrip->setObjectName(objectNames::nameStrip);
    m_nameStrip->link()->setObjectName(objectNames::confirmNameButton);
    connect(m_nameStrip->link(), &QToolButton::clicked, m_confirm, &QAction::trigger);

    connect(&editor.store(), &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.touches(fields::region::entity))
            readRegions();
    });
    connect(&m_model, &BoardModel::boardChanged, this, &PresencePage::refresh);
    connect(&m_model, &BoardModel::refused, this,
        [this](const QString &text) { showNotice(text, NoticeStrip::Stay::UntilClosed); });
    connect(&m_model, &BoardModel::noticed, this, &PresencePage::showNoticeWithUndo);
    connect(boardView(), &BoardView::rowsRequested, this, [this](const QString &figure, QUuid territory) {
        showRows({.figure = figure, .day = m_model.board().asOf, .territory = territory});
    });
    connect(boardView()->columnsMenu(), &ColumnsMenu::outreachChosen, this, &PresencePage::viewsChanged);
    connect(boardView(), &BoardView::refused, this,
        [this](const QString &text) { showNotice(text, NoticeStrip::Stay::UntilClosed); });
    connect(boardView(), &BoardView::pasted, this, [this](int cells) {
        if (cells > 0)
            showNoticeWithUndo(tr("%Ln cells changed", nullptr, cells));
        else
            showNotice(tr("Nothing new in what was pasted: no cell changed"));
    });
    connect(boardView()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &PresencePage::updateConfirm);
    connect(&m_editor, &Editor::undoFinished, this, &PresencePage::tellUndone);
    connect(&m_editor, &Editor::undoFailed, this,
        [this](const Error &error) { showNotice(error.message(), NoticeStrip::Stay::UntilClosed); });
    refresh();
}

PresencePage::~PresencePage()
{
    delete m_split; // what shows the model, before it
}

BoardView *PresencePage::boardView() const
{
    return m_pane->view();
}

QDate PresencePage::dayOfToday() const
{
    return today(m_editor.store().clock());
}

void PresencePage::connectHead()
{
    m_head->setRegions(m_regions, region().id);
    m_head->setShown(m_views->shown());
    connect(m_head, &PresenceHead::regionChosen, this, &PresencePage::showRegion);
    connect(m_head, &PresenceHead::viewChosen, this, [this](PresenceViews::Shown shown) {
        setShown(shown);
        Q_EMIT viewsChanged();
    });
    DateBox *date = m_head->dateBox();
    connect(date, &DateBox::dateChosen, this, &PresencePage::setAsOf);
    connect(date, &DateBox::left, this, [this] { boardView()->setFocus(); });
    connect(date, &DateBox::refused, this,
        [this](const QString &text) { showNotice(text, NoticeStrip::Stay::UntilClosed); });
    connectTime();
    m_inspect->setObjectName(objectNames::inspectorAction);
    m_inspect->setShortcut(QKeySequence(Qt::Key_F9));
    m_inspect->setCheckable(true);
    connect(m_inspect, &QAction::triggered, this, [this](bool on) {
        setInspectorShown(on);
        Q_EMIT viewsChanged();
    });
    connect(m_head->inspectorButton(), &QToolButton::clicked, m_inspect, &QAction::trigger);
}

// The days on which something changed: by buttons, keys and by hand.
void PresencePage::connectTime()
{
    QToolButton *today = m_time->note()->link();
    today->setObjectName(objectNames::todayButton);
    today->setText(tr("Today"));
    today->setAccessibleName(tr("Show today"));
    connect(today, &QToolButton::clicked, m_today, &QAction::trigger);
    connect(m_time, &TimeStrip::dayMoved, this, [this](QDate day) { setAsOf(PartialDate(day)); });
    connect(m_time, &TimeStrip::daysRead, this, &PresencePage::updateSteps);
    connect(m_head->dateBox(), &DateBox::stepRequested, this, &PresencePage::step);
    m_earlier->setObjectName(objectNames::earlierChangeAction);
    m_earlier->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageUp));
    m_later->setObjectName(objectNames::laterChangeAction);
    m_later->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_PageDown));
    connect(m_earlier, &QAction::triggered, this, [this] { step(DateBox::Step::Earlier); });
    connect(m_later, &QAction::triggered, this, [this] { step(DateBox::Step::Later); });
    for (const auto &[step, tip] : {std::pair(DateBox::Step::Earlier, tr("To the change before")),
             std::pair(DateBox::Step::Later, tr("To the change after"))})
        m_head->dateBox()->stepButton(step)->setToolTip(tip);
}

void PresencePage::step(DateBox::Step step)
{
    if (const auto day = m_time->stepFrom(asOf(), step))
        setAsOf(PartialDate(*day));
    else
        showNotice(step == DateBox::Step::Earlier ? tr("Nothing is known of an earlier day")
                                                  : tr("Nothing is recorded for a later day"));
}

void PresencePage::updateSteps()
{
    for (const auto &[action, step] :
        {std::pair(m_earlier, DateBox::Step::Earlier), std::pair(m_later, DateBox::Step::Later)}) {
        const bool can = m_time->canStep(asOf(), step);
        action->setEnabled(can);
        m_head->dateBox()->stepButton(step)->setEnabled(can);
    }
}

QWidget *PresencePage::makeMap(QWidget *at)
{
    auto *map = new MapPane(m_editor, m_model, *boardView()->selectionModel(), at);
    connect(map->view(), &MapView::rowsRequested, this, [this](const QString &figure, QUuid territory) {
        showRows({.figure = figure, .day = m_model.board().asOf, .territory = territory});
    });
    return map;
}

QWidget *PresencePage::makeTrends(QWidget *at)
{
    auto *charts = new ChartsPane({m_model, *boardView()->selectionModel(), m_editor}, at);
    connect(charts, &ChartsPane::asOfMoved, this, [this](QDate day) { setAsOf(PartialDate(day)); });
    connect(
        charts, &ChartsPane::rowsRequested, this, [this](const QString &figure, QUuid project, int quarter) {
            showRows({.figure = figure,
                .day = m_model.board().asOf,
                .quarter = quarter,
                .scope = {.project = project, .region = region()}});
        });
    return charts;
}

void PresencePage::showRows(const OutreachQuestion &question)
{
    auto *rows = new RowsBehind(m_editor.store(), question, this);
    connect(rows, &RowsBehind::recordRequested, this, &PresencePage::showRecord);
    rows->show();
}

void PresencePage::readRegions()
{
    m_regions = regions(m_editor.store());
    m_head->setRegions(m_regions, region().id);
}

void PresencePage::setShown(PresenceViews::Shown shown)
{
    m_compareAct->setChecked(false);
    m_views->setShown(shown);
    m_head->setShown(shown);
    m_views->setFocus();
}

bool PresencePage::isInspectorShown() const
{
    return m_inspectorWanted;
}

void PresencePage::setInspectorShown(bool shown)
{
    m_inspectorWanted = shown;
    m_inspect->setChecked(shown);
    m_head->inspectorButton()->setChecked(shown);
    makeRoom();
}

// Where there is too little room the inspector gives way first, and comes back by itself.
void PresencePage::makeRoom()
{
    const bool fits = width() >= scaledPx(leastWidthBesideInspector + metrics::inspectorMinimumWidth);
    const bool shown = m_inspectorWanted && fits;
    if (shown && !m_inspector) {
        m_inspector =
            new InspectorPane(m_editor, m_model, *boardView()->selectionModel(), *m_confirm, m_split);
        connectInspector();
        m_split->addWidget(m_inspector);
        m_split->setStretchFactor(0, 1);
        m_split->setStretchFactor(1, 0);
        m_split->setSizes({width() - scaledPx(metrics::inspectorWidth), scaledPx(metrics::inspectorWidth)});
    }
    if (m_inspector)
        m_inspector->setVisible(shown);
}

void PresencePage::connectInspector()
{
    connect(m_inspector, &InspectorPane::done, this, &PresencePage::showNoticeWithUndo);
    connect(m_inspector, &InspectorPane::refused, this,
        [this](const QString &text) { showNotice(text, NoticeStrip::Stay::UntilClosed); });
    connect(m_inspector, &InspectorPane::recordRequested, this, &PresencePage::showRecord);
    connect(m_inspector, &InspectorPane::newRequested, m_acts, &RecordActs::add);
}

Presentation *PresencePage::makePresentation()
{
    const QModelIndex current = boardView()->currentIndex();
    const bool isCell = current.isValid() && m_model.isIndicator(current.column());
    auto *made = new Presentation(m_editor.store(), m_model.board(),
        isCell ? BoardModel::indicatorOf(current.column()) : 0,
        current.isValid() ? static_cast<size_t>(current.row()) : 0, dayOfToday(), this);
    const auto *map = findChild<MapView *>(objectNames::mapView);
    if (const OutreachNumbers *numbers = map ? map->numbers() : nullptr)
        made->setFigure(*numbers);
    // Where it was begun.
    if (m_views->shown() == PresenceViews::Shown::Map)
        made->showPage(Presentation::Page::Map);
    else if (m_views->shown() == PresenceViews::Shown::Trends)
        made->showPage(Presentation::Page::Trends);
    return made;
}

void PresencePage::showRecord(const QString &entity, QUuid row)
{
    m_acts->open(entity, row);
}

bool PresencePage::goTo(QUuid territory, QUuid indicator)
{
    const Board &board = m_model.board();
    const auto row = std::find_if(board.rows.begin(), board.rows.end(),
        [&](const Board::Row &each) { return each.territory == territory; });
    if (row == board.rows.end())
        return false;
    const auto column = std::find_if(board.indicators.begin(), board.indicators.end(),
        [&](const Indicator &each) { return each.id == indicator; });
    const int place = column == board.indicators.end()
        ? int(BoardModel::NameColumn)
        : BoardModel::FirstIndicatorColumn + static_cast<int>(column - board.indicators.begin());
    m_compareAct->setChecked(false);
    boardView()->setCurrentIndex(m_model.index(static_cast<int>(row - board.rows.begin()), place));
    boardView()->setFocus();
    return true;
}

void PresencePage::showRegion(int index)
{
    m_model.setRegion(m_regions[static_cast<size_t>(index)]);
    boardView()->setFocus();
}

void PresencePage::setAsOf(const PartialDate &date)
{
    m_shownToday = dayOfToday();
    m_notice->dismiss(); // it spoke of the date before
    if (date == asOf())
        refresh(); // the box still shows what was typed
    else
        m_model.setAsOf(date); // tells, and all is refreshed
    applySince();
}

void PresencePage::followToday()
{
    if (m_shownToday != dayOfToday() && asOf() == PartialDate(m_shownToday))
        setAsOf(PartialDate(dayOfToday()));
}

void PresencePage::refresh()
{
    const Board &board = m_model.board();
    const int rows = static_cast<int>(board.rows.size());
    m_head->setSubtitle(
        region().name.isEmpty() ? QString() : tr("%1, %Ln territories", nullptr, rows).arg(region().name));
    m_head->dateBox()->setDate(asOf());

    const QDate day = dayOfToday();
    const bool elsewhere = asOf().lastDay() != day;
    m_today->setEnabled(elsewhere);
    m_time->showDate(asOf());
    updateSteps();

    const int reconstructed = board.reconstructed();
    m_nameStrip->setVisible(reconstructed > 0);
    if (reconstructed > 0)
        m_nameStrip->setText(tr("%Ln names here are reconstructed (dotted line; ? where the evidence is "
                                "weak): the table they come "
                                "from had lost them. The values are the table’s.",
            nullptr, reconstructed));

    if (m_regions.empty())
        m_empty->setText(tr("This file has no region yet, so no territory is on the board."));
    else if (rows == 0)
        m_empty->setText(tr("No territory of this region existed on that day."));
    else if (board.indicators.empty())
        m_empty->setText(tr("No indicator is on the board yet."));
    showBody();
    applyFilter();
    updateConfirm();
    Q_EMIT stateChanged();
}

void PresencePage::updateConfirm()
{
    const QModelIndex row = boardView()->currentIndex().siblingAtColumn(BoardModel::NameColumn);
    const bool reconstructed = row.data(ReconstructedRole).toBool();
    const bool possible = reconstructed && !m_editor.store().isReadOnly();
    const QString name = literalText(row.data().toString());
    m_confirm->setText(reconstructed ? tr("Confirm the name %1").arg(name) : tr("Confirm the name"));
    m_confirm->setEnabled(possible);
    QToolButton *link = m_nameStrip->link();
    link->setText(m_confirm->text());
    link->setAccessibleName(m_confirm->text());
    link->setToolTip(tr("The name in this row is right; its values are reported, no longer assumed"));
    link->setEnabled(possible);
}

void PresencePage::confirmName()
{
    const QModelIndex row = boardView()->currentIndex().siblingAtColumn(BoardModel::NameColumn);
    if (!row.data(ReconstructedRole).toBool())
        return;
    const QString name = row.data().toString();
    const QUuid territory = row.data(IdRole).toUuid();
    if (const auto done = m_editor.confirmName(region().id, territory); !done)
        showNotice(done.error().message(), NoticeStrip::Stay::UntilClosed);
    else
        showNoticeWithUndo(tr("%1: name confirmed").arg(name));
}

void PresencePage::showNotice(const QString &text, NoticeStrip::Stay stay)
{
    m_notice->show(text, stay);
}

void PresencePage::showNoticeWithUndo(const QString &text)
{
    m_notice->show(text, NoticeStrip::Stay::Shortly, tr("Undo"),
        QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText));
}

void PresencePage::tellUndone(const UndoOutcome &outcome)
{
    m_notice->dismiss(); // it offered what has just been done
    if (outcome.kept.empty())
        return;
    const auto kept = static_cast<int>(outcome.kept.size());
    const QString author = outcome.kept.front().author;
    showNotice(author.isEmpty() ? tr("%Ln values kept: in conflict", nullptr, kept)
                                : tr("%Ln values kept: changed since by %1", nullptr, kept).arg(author),
        NoticeStrip::Stay::UntilClosed);
}

void PresencePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->dismiss();
    else
        QWidget::keyPressEvent(event);
}

void PresencePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void PresencePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

} // namespace liaison
