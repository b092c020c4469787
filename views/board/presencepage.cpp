#include "views/board/presencepage.h"

#include "models/domain/fields.h"
#include "views/board/boardpane.h"
#include "views/board/boardview.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/datebox.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/notestrip.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

PresencePage::PresencePage(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_regions(regions(editor.store()))
    , m_model(editor, m_regions.empty() ? Region() : m_regions.front())
    , m_confirm(new QAction(this))
    , m_today(new QAction(tr("&Today"), this))
    , m_goToDate(new QAction(tr("&As of…"), this))
    , m_dateStrip(new NoteStrip(QString(), this))
    , m_nameStrip(new NoteStrip(u"≈"_s, this))
    , m_body(new QStackedLayout)
    , m_pane(nullptr)
    , m_empty(new QLabel(this))
    , m_notice(new NoticeStrip(this))
{
    setObjectName(objectNames::presencePage);
    m_shownToday = dayOfToday();
    m_pane = new BoardPane(m_model, this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_dateStrip);
    column->addWidget(m_nameStrip);
    column->addLayout(m_body, 1);
    column->addWidget(m_notice);
    m_body->addWidget(m_pane);
    m_empty->setObjectName(objectNames::emptyLabel);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_empty->setMargin(metrics::pageMargin);
    m_empty->setWordWrap(true);
    setTextRole(m_empty, FontRole::Body, Ink::Third);
    m_body->addWidget(m_empty);
    setFocusProxy(m_pane);

    m_confirm->setObjectName(objectNames::confirmNameAction);
    connect(m_confirm, &QAction::triggered, this, &PresencePage::confirmName);
    m_today->setObjectName(objectNames::todayAction);
    m_today->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(m_today, &QAction::triggered, this, [this] { setAsOf(PartialDate(dayOfToday())); });
    m_goToDate->setObjectName(objectNames::asOfAction);
    m_goToDate->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    connect(m_goToDate, &QAction::triggered, this, [this] {
        m_date->edit()->setFocus(Qt::ShortcutFocusReason);
        m_date->edit()->selectAll();
    });

    m_dateStrip->setObjectName(objectNames::dateStrip);
    m_dateStrip->link()->setObjectName(objectNames::todayButton);
    m_dateStrip->link()->setText(tr("Today"));
    m_dateStrip->link()->setAccessibleName(tr("Show today"));
    connect(m_dateStrip->link(), &QToolButton::clicked, m_today, &QAction::trigger);
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
    connect(boardView(), &BoardView::refused, this,
        [this](const QString &text) { showNotice(text, NoticeStrip::Stay::UntilClosed); });
    connect(boardView(), &BoardView::pasted, this, [this](int cells) {
        if (cells > 0)
            showNoticeWithUndo(tr("%n cells changed", nullptr, cells));
        else
            showNotice(tr("Nothing new in what was pasted: no cell changed"));
    });
    connect(boardView()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &PresencePage::updateConfirm);
    connect(m_notice, &NoticeStrip::acted, m_editor.undoStack(), &QUndoStack::undo);
    connect(&m_editor, &Editor::undoFinished, this, &PresencePage::tellUndone);
    connect(&m_editor, &Editor::undoFailed, this,
        [this](const Error &error) { showNotice(error.message(), NoticeStrip::Stay::UntilClosed); });
    refresh();
}

PresencePage::~PresencePage()
{
    delete m_pane; // before the model it shows
}

BoardView *PresencePage::boardView() const
{
    return m_pane->view();
}

QDate PresencePage::dayOfToday() const
{
    return today(m_editor.store().clock());
}

QWidget *PresencePage::makeHead()
{
    m_head = new QWidget(this);
    setSurface(m_head, Surface::Page);
    m_head->setFixedHeight(scaledPx(metrics::pageHeadHeight));
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    row->setSpacing(metrics::controlGap);

    auto *title = new QLabel(tr("Presence"), m_head);
    setTextRole(title, FontRole::PageTitle);
    row->addWidget(title);
    row->addSpacing(metrics::groupGap - metrics::controlGap);
    m_subtitle = new ElidedLabel(m_head);
    setTextRole(m_subtitle, FontRole::Body, Ink::Second);
    row->addWidget(m_subtitle, 1);

    m_region = new QComboBox(m_head);
    m_region->setObjectName(objectNames::regionCombo);
    m_region->setAccessibleName(tr("Region"));
    m_region->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_region);
    row->addSpacing(metrics::groupGap);
    auto *label = new QLabel(tr("As of"), m_head);
    setTextRole(label, FontRole::Body, Ink::Second);
    row->addWidget(label);
    m_date = new DateBox([this] { return dayOfToday(); }, m_head);
    m_date->edit()->setObjectName(objectNames::asOfEdit);
    m_date->edit()->setAccessibleName(tr("As of"));
    label->setBuddy(m_date->edit());
    row->addWidget(m_date);

    listRegions();
    connect(m_region, &QComboBox::activated, this, &PresencePage::showRegion);
    connect(m_date, &DateBox::dateChosen, this, &PresencePage::setAsOf);
    connect(m_date, &DateBox::left, this, [this] { boardView()->setFocus(); });
    connect(m_date, &DateBox::refused, this,
        [this](const QString &text) { showNotice(text, NoticeStrip::Stay::UntilClosed); });
    return m_head;
}

void PresencePage::readRegions()
{
    m_regions = regions(m_editor.store());
    listRegions();
}

void PresencePage::listRegions()
{
    m_region->clear();
    for (const Region &each : m_regions)
        m_region->addItem(each.name);
    for (size_t i = 0; i < m_regions.size(); ++i) {
        if (m_regions[i].id == region().id)
            m_region->setCurrentIndex(static_cast<int>(i));
    }
    m_region->setVisible(m_regions.size() > 1);
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
    m_model.setAsOf(date);
    refresh();
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
    m_subtitle->setText(
        region().name.isEmpty() ? QString() : tr("%1, %n territories", nullptr, rows).arg(region().name));
    m_date->setDate(asOf());

    const QDate day = dayOfToday();
    const bool elsewhere = asOf().lastDay() != day;
    m_dateStrip->setVisible(elsewhere);
    m_today->setEnabled(elsewhere);
    if (elsewhere)
        m_dateStrip->setText(tr("Shown as of %1. What you type is recorded for that date, not for today.")
                                 .arg(asOf().toText(locale())));

    const int reconstructed = board.reconstructed();
    m_nameStrip->setVisible(reconstructed > 0);
    if (reconstructed > 0)
        m_nameStrip->setText(tr("%n names here are reconstructed (dotted line; ? where the evidence is "
                                "weak): the table they come "
                                "from had lost them. The values are the table’s.",
            nullptr, reconstructed));

    if (m_regions.empty())
        m_empty->setText(tr("This file has no region yet, so no territory is on the board."));
    else if (rows == 0)
        m_empty->setText(tr("No territory of this region existed on that day."));
    else if (board.indicators.empty())
        m_empty->setText(tr("No indicator is on the board yet."));
    m_body->setCurrentWidget(
        rows == 0 || board.indicators.empty() ? static_cast<QWidget *>(m_empty) : m_pane);
    updateConfirm();
    Q_EMIT stateChanged();
}

void PresencePage::updateConfirm()
{
    const QModelIndex row = boardView()->currentIndex().siblingAtColumn(BoardModel::NameColumn);
    const bool reconstructed = row.data(ReconstructedRole).toBool();
    const bool possible = reconstructed && !m_editor.store().isReadOnly();
    // An ampersand in a name would become a shortcut key.
    const QString name = row.data().toString().replace(u"&"_s, u"&&"_s);
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
    showNotice(author.isEmpty() ? tr("%n values kept: in conflict", nullptr, kept)
                                : tr("%n values kept: changed since by %1", nullptr, kept).arg(author),
        NoticeStrip::Stay::UntilClosed);
}

void PresencePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_notice->isVisible())
        m_notice->dismiss();
    else
        QWidget::keyPressEvent(event);
}

void PresencePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_head)
        m_head->setFixedHeight(scaledPx(metrics::pageHeadHeight));
}

} // namespace liaison
