#include "views/presence/filterbar.h"

#include "models/domain/fields.h"
#include "views/objectnames.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/filterchip.h"
#include "views/widgets/literaltext.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr size_t projectChip = 0;
constexpr int leastWidth = 420;

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_chipRow(new QWidget(this))
    , m_clear(new QToolButton(this))
    , m_since(new FilterChip(this))
    , m_sinceChoices(new QActionGroup(this))
    , m_sinceEdit(new QLineEdit(this))
    , m_shown(new QLabel(this))
{
    setObjectName(objectNames::filterBar);
    setSurface(this, Surface::Bar);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    row->setSpacing(metrics::controlGap);
    m_search->setObjectName(objectNames::filterEdit);
    m_search->setAccessibleName(tr("Filter by territory"));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themeIcon(u"search"_s), QLineEdit::LeadingPosition);
    // The magnifier and the cross are buttons of Qt's.
    for (QToolButton *button : m_search->findChildren<QToolButton *>()) {
        button->setObjectName(objectNames::filterEditButton);
        button->setAccessibleName(tr("Clear the filter"));
    }
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        change([&](BoardFilter &filter) { filter.text = text.simplified(); });
    });
    row->addWidget(m_search, 1);

    auto *chips = new QHBoxLayout(m_chipRow);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(metrics::controlGap);
    row->addWidget(m_chipRow);
    addChip(objectNames::projectChip, tr("Project"), {});
    setProjects({});
    const auto standing = [](const QString &text, std::optional<Standing> wanted) {
        return Choice{text, [wanted](BoardFilter &filter) { filter.standing = wanted; },
            [wanted](const BoardFilter &filter) { return filter.standing == wanted; }};
    };
    addChip(objectNames::levelChip, tr("Level"),
        {standing(tr("any"), {}), standing(tr("meets the goal"), Standing::Met),
            standing(tr("on the way"), Standing::OnTheWay), standing(tr("not met"), Standing::NotMet),
            standing(tr("unknown"), Standing::Unknown),
            standing(tr("not applicable"), Standing::NotApplicable)});
    using Observed = BoardFilter::Observed;
    const auto observed = [](const QString &text, Observed wanted) {
        return Choice{text, [wanted](BoardFilter &filter) { filter.observed = wanted; },
            [wanted](const BoardFilter &filter) { return filter.observed == wanted; }};
    };
    addChip(objectNames::observedChip, tr("Observed"),
        {observed(tr("any time"), Observed::AnyTime), observed(tr("in the last year"), Observed::LastYear),
            observed(tr("stale"), Observed::Stale)});
    const auto certainty = [](const QString &text, const QString &wanted) {
        return Choice{text, [wanted](BoardFilter &filter) { filter.certainty = wanted; },
            [wanted](const BoardFilter &filter) { return filter.certainty == wanted; }};
    };
    addChip(objectNames::certaintyChip, tr("Certainty"),
        {certainty(tr("any"), {}), certainty(tr("official"), QString(certaintyCode::official)),
            certainty(tr("reported"), QString(certaintyCode::reported)),
            certainty(tr("assumed"), QString(certaintyCode::assumed))});

    m_clear->setObjectName(objectNames::clearFilterButton);
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Show all territories"));
    m_clear->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_clear, ButtonKind::Link);
    connect(m_clear, &QToolButton::clicked, this, [this] { setFilter({}); });
    row->addWidget(m_clear);
    row->addStretch(1);
    addSince(row);
    m_shown->setObjectName(objectNames::filterCountLabel);
    setTextRole(m_shown, FontRole::Secondary, Ink::Second);
    row->addWidget(m_shown);
    updateSizes();
    showChips();
}

void FilterBar::updateSizes()
{
    setFixedHeight(scaledPx(metrics::filterBarHeight));
    m_search->setMaximumWidth(scaledPx(metrics::searchWidth));
    m_search->setMinimumWidth(scaledPx(metrics::searchWidth / 2));
    m_sinceEdit->setFixedWidth(scaledPx(metrics::searchWidth * 2 / 3));
}

void FilterBar::addChip(const QString &name, const QString &title, std::vector<Choice> choices)
{
    auto *button = new FilterChip(m_chipRow);
    button->setObjectName(name);
    button->setMenu(new QMenu(button));
    const size_t place = m_chips.size();
    connect(button->menu(), &QMenu::aboutToShow, this, [this, place] { fillMenu(place); });
    m_chipRow->layout()->addWidget(button);
    m_chips.push_back({button, title, std::move(choices), false});
}

void FilterBar::setProjects(const std::vector<std::pair<QString, QString>> &projects)
{
    const auto project = [](const QString &text, const QString &wanted) {
        return Choice{text, [wanted](BoardFilter &filter) { filter.project = wanted; },
            [wanted](const BoardFilter &filter) { return filter.project == wanted; }};
    };
    std::vector<Choice> choices{project(tr("all"), {})};
    bool stillThere = m_filter.project.isEmpty();
    for (const auto &[code, title] : projects) {
        choices.push_back(project(u"%1 %2"_s.arg(code, title), code));
        stillThere = stillThere || code == m_filter.project;
    }
    m_chips[projectChip].choices = std::move(choices);
    if (!stillThere)
        change([](BoardFilter &filter) { filter.project.clear(); });
    else
        showChips();
}

void FilterBar::fillMenu(size_t chip)
{
    QMenu *menu = m_chips[chip].button->menu();
    menu->clear();
    for (const Choice &choice : m_chips[chip].choices) {
        QAction *action = menu->addAction(literalText(choice.text));
        action->setCheckable(true);
        action->setChecked(choice.holds(m_filter));
        connect(action, &QAction::triggered, this, [this, apply = choice.apply] { change(apply); });
    }
}

void FilterBar::setFilter(const BoardFilter &filter)
{
    const QSignalBlocker quiet(m_search);
    m_search->setText(filter.text);
    change([&](BoardFilter &own) { own = filter; });
}

void FilterBar::change(const std::function<void(BoardFilter &)> &apply)
{
    const BoardFilter before = m_filter;
    apply(m_filter);
    showChips();
    if (m_filter != before)
        Q_EMIT filterChanged(m_filter);
}

void FilterBar::showChips()
{
    for (Chip &chip : m_chips) {
        QString value;
        bool isFirst = true;
        for (size_t i = 0; i < chip.choices.size(); ++i) {
            if (!chip.choices[i].holds(m_filter))
                continue;
            value = chip.choices[i].text;
            isFirst = i == 0;
        }
        chip.isSet = !isFirst;
        chip.button->setChoice(chip.title, value, isFirst ? ChipState::Unset : ChipState::Set);
    }
    m_clear->setVisible(m_filter.isSet());
    makeRoom();
}

void FilterBar::setShown(int rows, int of)
{
    m_shown->setText(tr("%L1 of %L2").arg(rows).arg(of));
}

QSize FilterBar::minimumSizeHint() const
{
    return {scaledPx(leastWidth), scaledPx(metrics::filterBarHeight)};
}

// Where there is too little room the last chips go first; one that filters stays.
void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

void FilterBar::makeRoom()
{
    int room = width() - 2 * metrics::pageMargin - m_search->minimumWidth() - m_shown->sizeHint().width()
        - m_since->sizeHint().width()
        - (m_sinceEdit->isHidden() ? 0 : m_sinceEdit->minimumWidth() + metrics::controlGap)
        - (m_filter.isSet() ? m_clear->sizeHint().width() : 0) - 4 * metrics::controlGap;
    for (const Chip &chip : m_chips) {
        room -= chip.button->sizeHint().width() + metrics::controlGap;
        chip.button->setVisible(room >= 0 || chip.isSet);
    }
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            m_search->clear();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            Q_EMIT left();
            return true;
        }
    }
    if (watched == m_sinceEdit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            takeSinceDate();
            return true;
        }
        if (key == Qt::Key_Escape) {
            if (m_sinceDate.isNull())
                setSince(m_sinceMonths); // as it was
            else
                setSince(m_sinceDate);
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateSizes();
}

} // namespace liaison
