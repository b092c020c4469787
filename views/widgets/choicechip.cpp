#include "views/widgets/choicechip.h"

#include "views/widgets/literaltext.h"

#include <QActionGroup>
#include <QMenu>

namespace liaison {

ChoiceChip::ChoiceChip(const QString &title, QWidget *parent)
    : FilterChip(parent)
    , m_title(title)
{
    setPopupMode(InstantPopup);
    setMenu(new QMenu(this));
}

void ChoiceChip::setChoices(const QStringList &choices)
{
    m_choices = choices;
    menu()->clear();
    delete menu()->findChild<QActionGroup *>();
    auto *group = new QActionGroup(menu());
    for (int i = 0; i < choices.size(); ++i) {
        QAction *action = menu()->addAction(literalText(choices[i]));
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] {
            setCurrent(i);
            Q_EMIT chosen(i);
        });
    }
    setCurrent(std::min(m_current, static_cast<int>(choices.size()) - 1));
}

void ChoiceChip::setCurrent(int choice)
{
    m_current = choice;
    if (choice < 0 || choice >= m_choices.size())
        return;
    menu()->actions().at(choice)->setChecked(true);
    setChoice(m_title, m_choices[choice], ChipState::Unset);
}

} // namespace liaison
