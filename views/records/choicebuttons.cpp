#include "views/records/choicebuttons.h"

#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

ChoiceButtons::ChoiceButtons(const QString &title, const QList<Choice> &choices, QWidget *parent)
    : QWidget(parent)
    , m_choices(choices)
    , m_none(new QLabel(tr("not said"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const Choice &choice : m_choices) {
        auto *button = new QToolButton(this);
        button->setText(literalText(choice.shown));
        button->setAccessibleName(tr("%1: %2").arg(title, choice.shown));
        button->setObjectName(choice.code + u"ChoiceButton"_s);
        button->setCheckable(true);
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this,
            [this, code = choice.code] { choose(code == m_code ? QString() : code); });
        m_buttons.append(button);
        row->addWidget(button);
    }
    setTextRole(m_none, FontRole::Secondary, Ink::Third);
    row->addSpacing(metrics::controlGap);
    row->addWidget(m_none);
    row->addStretch(1);
    joinSegments({m_buttons.begin(), m_buttons.end()});
    setCode({});
}

int ChoiceButtons::place() const
{
    const auto found = std::find_if(
        m_choices.begin(), m_choices.end(), [&](const Choice &choice) { return choice.code == m_code; });
    return found == m_choices.end() ? -1 : static_cast<int>(found - m_choices.begin());
}

void ChoiceButtons::setCode(const QString &code)
{
    m_code = code;
    const int chosen = place();
    for (int i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(i == chosen);
        // One stop for Tab, as in a list.
        m_buttons[i]->setFocusPolicy(i == std::max(0, chosen) ? Qt::StrongFocus : Qt::ClickFocus);
    }
    setFocusProxy(m_buttons[std::max(0, chosen)]);
    m_none->setText(chosen < 0 && !m_code.isEmpty() ? m_code : tr("not said"));
    m_none->setVisible(chosen < 0);
}

void ChoiceButtons::choose(const QString &code)
{
    const bool isOther = code != m_code;
    setCode(code);
    if (isOther)
        Q_EMIT edited();
}

bool ChoiceButtons::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int here = static_cast<int>(m_buttons.indexOf(static_cast<QToolButton *>(watched)));
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            const bool isForward = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
            // The first arrow takes the button that has the keyboard.
            const int next = m_code.isEmpty() ? here : here + (isForward ? 1 : -1);
            if (next >= 0 && next < m_buttons.size()) {
                choose(m_choices[next].code);
                m_buttons[next]->setFocus(Qt::TabFocusReason);
            }
            return true;
        }
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            choose({});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChoiceButtons::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        joinSegments({m_buttons.begin(), m_buttons.end()});
}

} // namespace liaison
