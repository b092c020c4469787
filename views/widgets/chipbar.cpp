#include "views/widgets/chipbar.h"

#include "views/objectnames.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/filterchip.h"
#include "views/widgets/literaltext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

ChipBar::ChipBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_row(new QWidget(this))
    , m_clear(new QToolButton(this))
    , m_shown(new QLabel(this))
{
    setObjectName(objectNames::filterBar);
    setSurface(this, Surface::Bar);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    row->setSpacing(metrics::controlGap);
    m_search->setObjectName(objectNames::filterEdit);
    m_search->setAccessibleName(tr("Filter"));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themeIcon(u"search"_s), QLineEdit::LeadingPosition);
    // The magnifier and the cross are buttons of Qt's.
    for (QToolButton *button : m_search->findChildren<QToolButton *>()) {
        button->setObjectName(objectNames::filterEditButton);
        button->setAccessibleName(tr("Clear the filter"));
    }
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        follow();
        Q_EMIT changed();
    });
    row->addWidget(m_search, 1);
    auto *chips = new QHBoxLayout(m_row);
    chips->setContentsMargins(0, 0, 0, 0);
    chips->setSpacing(metrics::controlGap);
    row->addWidget(m_row);
    m_clear->setObjectName(objectNames::clearFilterButton);
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Show all"));
    m_clear->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_clear, ButtonKind::Link);
    connect(m_clear, &QToolButton::clicked, this, &ChipBar::clear);
    row->addWidget(m_clear);
    row->addStretch(1);
    m_shown->setObjectName(objectNames::filterCountLabel);
    setTextRole(m_shown, FontRole::Secondary, Ink::Second);
    row->addWidget(m_shown);
    updateSizes();
    follow();
}

int ChipBar::addChip(const QString &objectName, const QString &title, std::vector<Choice> choices)
{
    auto *button = new FilterChip(m_row);
    button->setObjectName(objectName);
    button->setMenu(new QMenu(button));
    const size_t place = m_chips.size();
    connect(button->menu(), &QMenu::aboutToShow, this, [this, place] { fillMenu(place); });
    m_row->layout()->addWidget(button);
    m_chips.push_back({button, title, std::move(choices)});
    showChoice(m_chips.back());
    follow();
    return static_cast<int>(place);
}

void ChipBar::setChoices(int chip, std::vector<Choice> choices)
{
    Chip &changing = m_chips[static_cast<size_t>(chip)];
    const QVariant before = value(chip);
    changing.choices = std::move(choices);
    const auto same = std::find_if(changing.choices.begin(), changing.choices.end(),
        [&](const Choice &each) { return each.value == before; });
    changing.chosen = same == changing.choices.end() ? 0 : size_t(same - changing.choices.begin());
    showChoice(changing);
    follow();
    if (value(chip) != before)
        Q_EMIT changed();
}

QVariant ChipBar::value(int chip) const
{
    const Chip &asked = m_chips[static_cast<size_t>(chip)];
    return asked.choices[asked.chosen].value;
}

void ChipBar::setValue(int chip, const QVariant &value)
{
    const std::vector<Choice> &choices = m_chips[static_cast<size_t>(chip)].choices;
    for (size_t i = 0; i < choices.size(); ++i) {
        if (choices[i].value == value)
            return choose(static_cast<size_t>(chip), i);
    }
}

QString ChipBar::text() const
{
    return m_search->text().simplified();
}

bool ChipBar::isSet() const
{
    return !text().isEmpty()
        || std::any_of(m_chips.begin(), m_chips.end(), [](const Chip &each) { return each.chosen > 0; });
}

void ChipBar::clear()
{
    if (!isSet())
        return;
    const QSignalBlocker quiet(m_search);
    m_search->clear();
    for (Chip &each : m_chips) {
        each.chosen = 0;
        showChoice(each);
    }
    follow();
    Q_EMIT changed();
}

void ChipBar::setShown(qint64 rows, qint64 of)
{
    m_shown->setText(tr("%L1 of %L2").arg(rows).arg(of));
    makeRoom();
}

void ChipBar::choose(size_t chip, size_t choice)
{
    Chip &changing = m_chips[chip];
    if (changing.chosen == choice)
        return;
    changing.chosen = choice;
    showChoice(changing);
    follow();
    Q_EMIT changed();
}

void ChipBar::fillMenu(size_t chip)
{
    QMenu *menu = m_chips[chip].button->menu();
    menu->clear();
    for (size_t i = 0; i < m_chips[chip].choices.size(); ++i) {
        QAction *action = menu->addAction(literalText(m_chips[chip].choices[i].text));
        action->setCheckable(true);
        action->setChecked(i == m_chips[chip].chosen);
        connect(action, &QAction::triggered, this, [this, chip, i] { choose(chip, i); });
    }
}

void ChipBar::showChoice(const Chip &chip)
{
    chip.button->setChoice(
        chip.title, chip.choices[chip.chosen].text, chip.chosen == 0 ? ChipState::Unset : ChipState::Set);
}

void ChipBar::follow()
{
    m_clear->setVisible(isSet());
    makeRoom();
}

void ChipBar::updateSizes()
{
    setFixedHeight(scaledPx(metrics::filterBarHeight));
    m_search->setMaximumWidth(scaledPx(metrics::searchWidth));
    m_search->setMinimumWidth(scaledPx(metrics::searchWidth / 2));
}

QSize ChipBar::minimumSizeHint() const
{
    return {scaledPx(2 * metrics::searchWidth), scaledPx(metrics::filterBarHeight)};
}

// Where there is too little room the last chips go first; one that filters stays.
void ChipBar::makeRoom()
{
    int room = width() - 2 * metrics::pageMargin - m_search->minimumWidth() - m_shown->sizeHint().width()
        - (isSet() ? m_clear->sizeHint().width() + metrics::controlGap : 0) - 3 * metrics::controlGap;
    for (const Chip &chip : m_chips) {
        room -= chip.button->sizeHint().width() + metrics::controlGap;
        chip.button->setVisible(room >= 0 || chip.chosen > 0);
    }
}

bool ChipBar::eventFilter(QObject *watched, QEvent *event)
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
    return QWidget::eventFilter(watched, event);
}

void ChipBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateSizes();
}

void ChipBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    makeRoom();
}

} // namespace liaison
