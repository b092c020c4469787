// The chip "Changed since" of the filter bar. It is no filter: what has changed is marked, nothing is hidden.
#include "views/presence/filterbar.h"

#include "views/objectnames.h"
#include "views/style/stylesheet.h"
#include "views/widgets/datebox.h"
#include "views/widgets/filterchip.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace liaison {

void FilterBar::addSince(QHBoxLayout *row)
{
    m_sinceEdit->setObjectName(objectNames::sinceEdit);
    m_sinceEdit->setAccessibleName(tr("Changed since this date"));
    m_sinceEdit->setPlaceholderText(tr("2006, 31 Dec 2006"));
    m_sinceEdit->installEventFilter(this);
    m_sinceEdit->hide();
    row->addWidget(m_sinceEdit);

    m_since->setObjectName(objectNames::sinceChip);
    auto *menu = new QMenu(m_since);
    for (const auto &[text, months] : {std::pair(tr("off"), 0), std::pair(tr("a month before"), 1),
             std::pair(tr("three months before"), 3), std::pair(tr("a year before"), 12),
             std::pair(tr("five years before"), 60), std::pair(tr("ten years before"), 120)}) {
        QAction *action = menu->addAction(text, this, [this, since = months] {
            setSince(since);
            Q_EMIT sinceChosen();
        });
        action->setCheckable(true);
        action->setData(months);
        m_sinceChoices->addAction(action);
    }
    QAction *own = menu->addAction(tr("a date…"), this, &FilterBar::askSinceDate);
    own->setObjectName(objectNames::sinceDateAction);
    own->setCheckable(true);
    m_sinceChoices->addAction(own);
    m_since->setMenu(menu);
    setSince(0);
    row->addWidget(m_since);
}

void FilterBar::addSinceAct(QAction *act)
{
    m_since->menu()->addSeparator();
    m_since->menu()->addAction(act);
}

QDate FilterBar::since(QDate shown) const
{
    if (!m_sinceDate.isNull())
        return m_sinceDate.lastDay();
    return m_sinceMonths > 0 ? shown.addMonths(-m_sinceMonths) : QDate();
}

void FilterBar::setSince(int months)
{
    m_sinceDate = {};
    m_sinceMonths = months;
    const QList<QAction *> choices = m_sinceChoices->actions();
    const auto chosen = std::find_if(choices.begin(), choices.end(),
        [&](const QAction *each) { return each->data().isValid() && each->data().toInt() == months; });
    if (chosen == choices.end())
        return;
    (*chosen)->setChecked(true);
    showSince((*chosen)->text(), months > 0);
}

void FilterBar::setSince(const PartialDate &date)
{
    m_sinceDate = date;
    m_sinceChoices->actions().constLast()->setChecked(true);
    showSince(date.toText(locale()), true);
}

void FilterBar::showSince(const QString &text, bool isSet)
{
    m_since->setChoice(tr("Changed since"), text, isSet ? ChipState::Set : ChipState::Unset);
    m_sinceEdit->hide();
    makeRoom();
}

void FilterBar::askSinceDate()
{
    m_sinceEdit->setText(m_sinceDate.isNull() ? QString() : m_sinceDate.toText(locale()));
    m_sinceEdit->selectAll();
    m_sinceEdit->show();
    makeRoom();
    m_sinceEdit->setFocus(Qt::OtherFocusReason);
}

// What cannot be understood stays there to be mended.
void FilterBar::takeSinceDate()
{
    const auto date = dateFromText(m_sinceEdit->text(), locale(), QDate());
    if (!date || date->isNull()) {
        m_sinceEdit->selectAll();
        Q_EMIT refused(tr("“%1” is not a date. Write 2006, 2006-12, 2006-12-31 or 31 Dec 2006.")
                           .arg(m_sinceEdit->text()));
        return;
    }
    setSince(*date);
    Q_EMIT sinceChosen();
    Q_EMIT left();
}

} // namespace liaison
