#include "views/records/rowsedit.h"

#include "models/domain/entity.h"
#include "models/domain/fields.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/flowlayout.h"
#include "views/widgets/literaltext.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr size_t mostOffered = 20;
constexpr size_t mostNear = 3;
constexpr int chipWidth = 220;
constexpr int titleRole = Qt::UserRole + 1; // what stands in the line when a row of the list is gone through

// Shows the rows of its list as they are and has none of them current: Enter takes what is typed, not what
// happens to stand first.
class ListCompleter : public QCompleter
{
public:
    using QCompleter::QCompleter;

protected:
    QStringList splitPath(const QString &) const override { return {QString(QChar::Null)}; }
};

const QRegularExpression &separators()
{
    static const QRegularExpression expression(u"[,;\\n\\r\\t\u2028\u2029]+"_s);
    return expression;
}

} // namespace

RowsEdit::RowsEdit(const Field &field, RowChoices &rows, RowMaker maker, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_rows(rows)
    , m_maker(std::move(maker))
    , m_line(new QLineEdit(this))
    , m_completer(new ListCompleter(this))
    , m_list(new QStandardItemModel(this))
    , m_question(new QWidget(this))
    , m_answers(new FlowLayout(metrics::controlGap, m_question))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_line->setPlaceholderText(isSeveral() ? tr("type, or paste several") : tr("type to search"));
    m_line->installEventFilter(this);
    if (isSeveral()) {
        m_box = new QWidget(this);
        m_flow = new FlowLayout(4, m_box);
        m_line->setMinimumWidth(scaledPx(140));
        m_flow->addWidget(m_line);
        column->addWidget(m_box);
    } else {
        column->addWidget(m_line);
    }
    m_question->setObjectName(QString(field.name) + u"Question"_s);
    setSurface(m_question, Surface::Note);
    m_answers->setContentsMargins(4, 2, 4, 2);
    m_question->hide();
    column->addWidget(m_question);

    m_completer->setModel(m_list);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCompletionRole(titleRole);
    m_completer->setMaxVisibleItems(12);
    m_completer->popup()->setObjectName(QString(field.name) + u"List"_s);
    m_completer->popup()->setAccessibleName(tr("Rows that fit: %1").arg(field.titleText()));
    m_line->setCompleter(m_completer);
    m_completer->popup()->installEventFilter(this);
    // The line takes the completer's text first; what it stands for comes after.
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) {
            const int place = index.data(Qt::UserRole).toInt();
            QMetaObject::invokeMethod(
                this, [this, place] { takeOffered(place); }, Qt::QueuedConnection);
        });
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        hideQuestion();
        if (isSeveral())
            takeClear();
        offer();
        Q_EMIT edited();
    });
}

QString RowsEdit::text() const
{
    const QString typed = m_line->text().trimmed();
    if (!isSeveral() && typed.isEmpty())
        return {};
    QStringList all;
    if (isSeveral() || isTypedTaken()) {
        for (const RowChoice &choice : m_chosen)
            all.append(m_rows.text(m_field, choice));
    }
    if (!isTypedTaken())
        all.append(typed);
    return all.join(u',');
}

void RowsEdit::setText(const QString &text)
{
    m_chosen.clear();
    hideQuestion();
    m_line->clear();
    const QStringList parts =
        isSeveral() ? text.split(separators(), Qt::SkipEmptyParts) : QStringList(text.trimmed());
    QStringList rest;
    for (const QString &part : parts) {
        const std::vector<RowChoice> called = m_rows.called(m_field, part);
        if (called.size() == 1)
            m_chosen.push_back(called.front());
        else if (!part.trimmed().isEmpty())
            rest.append(part.trimmed());
    }
    rebuildChips();
    showTitle();
    if (!rest.isEmpty())
        m_line->setText(rest.join(u", "_s));
    Q_EMIT edited();
}

// Of one row the line says its title, of several it holds only what is not a chip yet.
bool RowsEdit::isTypedTaken() const
{
    const QString typed = m_line->text().trimmed();
    return typed.isEmpty()
        || (!isSeveral() && !m_chosen.empty() && typed == m_chosen.front().title.trimmed());
}

void RowsEdit::showTitle()
{
    const QString title = isSeveral() || m_chosen.empty() ? QString() : m_chosen.front().title;
    m_line->setText(title);
    m_line->setCursorPosition(0);
    m_line->setToolTip(title);
}

void RowsEdit::offer()
{
    const QString typed = m_line->text().trimmed();
    m_offered = m_rows.matching(m_field, typed, mostOffered);
    m_list->clear();
    for (size_t i = 0; i < m_offered.size(); ++i) {
        const RowChoice &choice = m_offered[i];
        const QString shown = choice.isNew ? tr("%1 (new)").arg(choice.title)
            : choice.detail.isEmpty()      ? choice.title
                                           : tr("%1 – %2").arg(choice.title, choice.detail);
        auto *item = new QStandardItem(shown);
        item->setData(static_cast<int>(i), Qt::UserRole);
        item->setData(choice.title, titleRole);
        item->setToolTip(shown.toHtmlEscaped());
        m_list->appendRow(item);
    }
    m_offeredName =
        m_maker && m_rows.nameField(m_field) && !typed.isEmpty() && m_rows.called(m_field, typed).empty()
        ? typed
        : QString();
    if (!m_offeredName.isEmpty()) {
        auto *item = new QStandardItem(
            tr("New %1 “%2”").arg(m_rows.kindOf(m_field).toLower(), m_offeredName.left(60)));
        item->setData(static_cast<int>(m_offered.size()), Qt::UserRole);
        item->setData(m_offeredName, titleRole);
        m_list->appendRow(item);
    }
}

void RowsEdit::takeOffered(int place)
{
    if (place >= 0 && static_cast<size_t>(place) < m_offered.size()) {
        m_line->clear();
        take(m_offered[static_cast<size_t>(place)]);
    } else {
        make(m_offeredName);
    }
}

void RowsEdit::take(const RowChoice &choice)
{
    hideQuestion();
    if (!isSeveral())
        m_chosen.clear();
    if (std::none_of(
            m_chosen.begin(), m_chosen.end(), [&](const RowChoice &each) { return each.row == choice.row; }))
        m_chosen.push_back(choice);
    rebuildChips();
    if (!isSeveral())
        showTitle();
    Q_EMIT edited();
}

void RowsEdit::make(const QString &name)
{
    if (!m_maker || name.isEmpty())
        return;
    m_maker(m_field, name, [this, name](const RowChoice &choice) {
        forget(name);
        take(choice);
        settle();
    });
}

void RowsEdit::removeAt(size_t place)
{
    m_chosen.erase(m_chosen.begin() + static_cast<std::ptrdiff_t>(place));
    rebuildChips();
    Q_EMIT edited();
}

void RowsEdit::rebuildChips()
{
    if (!isSeveral())
        return;
    for (QToolButton *chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->setObjectName({});
        chip->hide();
        chip->deleteLater(); // not at once: the click that takes it away comes from it
    }
    m_chips.clear();
    for (size_t i = 0; i < m_chosen.size(); ++i) {
        const QString title = m_chosen[i].title;
        auto *chip = new QToolButton(m_box);
        setChip(chip, ChipState::Unset);
        const QString shown = chip->fontMetrics().elidedText(title, Qt::ElideRight, scaledPx(chipWidth));
        chip->setText(literalText(shown) + u"  ×"_s);
        chip->setToolTip(tr("%1: take it away").arg(title).toHtmlEscaped());
        chip->setAccessibleName(tr("Take away: %1").arg(title));
        chip->setObjectName(m_rows.text(m_field, m_chosen[i]) + u"ChipButton"_s);
        chip->setFocusPolicy(Qt::ClickFocus);
        chip->installEventFilter(this);
        connect(chip, &QToolButton::clicked, this, [this, chip] {
            if (const qsizetype place = m_chips.indexOf(chip); place >= 0)
                removeAt(static_cast<size_t>(place));
            m_line->setFocus();
        });
        m_flow->insertWidget(static_cast<int>(i), chip);
        chip->show();
        m_chips.append(chip);
    }
}

bool RowsEdit::settle()
{
    if (isTypedTaken())
        return true;
    return understand(Reason::Left);
}

void RowsEdit::hideQuestion()
{
    m_question->hide();
    m_line->setAccessibleDescription({});
}

QStringList RowsEdit::typedParts() const
{
    const QString typed = m_line->text().trimmed();
    // A name may hold a comma.
    const bool isWhole = !isSeveral() || !m_rows.called(m_field, typed).empty();
    QStringList parts;
    for (const QString &part : isWhole ? QStringList(typed) : typed.split(separators())) {
        if (!part.trimmed().isEmpty())
            parts.append(part.trimmed());
    }
    return parts;
}

// Of several what is told apart by a separator and clear; the rest may not be written to its end.
void RowsEdit::takeClear()
{
    const QString typed = m_line->text();
    if (!separators().match(typed).hasMatch() || !m_rows.called(m_field, typed).empty())
        return;
    QStringList parts = typed.split(separators());
    const QString last = parts.takeLast();
    QStringList rest;
    for (const QString &part : parts) {
        const std::vector<RowChoice> called = m_rows.called(m_field, part);
        if (called.size() == 1)
            take(called.front());
        else if (!part.trimmed().isEmpty())
            rest.append(part.trimmed());
    }
    if (rest.size() == parts.size())
        return;
    rest.append(last.trimmed());
    m_line->setText(rest.join(u", "_s));
}

bool RowsEdit::understand(Reason reason)
{
    QStringList rest;
    for (const QString &part : typedParts()) {
        const std::vector<RowChoice> called = m_rows.called(m_field, part);
        if (called.size() == 1) {
            take(called.front());
            continue;
        }
        const std::vector<RowChoice> near =
            called.empty() ? m_rows.matching(m_field, part, 2) : std::vector<RowChoice>();
        if (reason == Reason::Entered && near.size() == 1
            && near.front().title.startsWith(part, Qt::CaseInsensitive))
            take(near.front());
        else
            rest.append(part);
    }
    if (isSeveral())
        m_line->setText(rest.join(u", "_s));
    m_completer->popup()->hide();
    if (!rest.isEmpty())
        askFor(rest.front());
    return rest.isEmpty();
}

void RowsEdit::askFor(const QString &part)
{
    const QString kind = m_rows.kindOf(m_field).toLower();
    const std::vector<RowChoice> called = m_rows.called(m_field, part);
    while (QLayoutItem *item = m_answers->takeAt(0)) {
        item->widget()->setObjectName({});
        item->widget()->hide();
        item->widget()->deleteLater(); // not at once: the click that answers comes from it
        delete item;
    }
    const QString question = called.empty() ? tr("There is no %1 “%2”.").arg(kind, part.left(60))
                                            : tr("Which one is “%1”?").arg(part.left(60));
    auto *label = new QLabel(question, m_question);
    setTextRole(label, FontRole::Secondary);
    label->setObjectName(QString(m_field.name) + u"QuestionLabel"_s);
    m_answers->addWidget(label);
    const auto near = called.empty() ? m_rows.matching(m_field, part, mostNear) : called;
    for (const RowChoice &choice : near) {
        addAnswer(choice.title, m_rows.text(m_field, choice) + u"AnswerButton"_s, [this, choice, part] {
            forget(part);
            take(choice);
        });
    }
    if (called.empty() && m_maker && m_rows.nameField(m_field))
        addAnswer(tr("New %1 “%2”").arg(kind, part.left(60)), objectNames::newRowButton,
            [this, part] { make(part); });
    m_question->show();
    m_line->setAccessibleDescription(question);
}

void RowsEdit::addAnswer(const QString &text, const QString &name, std::function<void()> act)
{
    auto *button = new QToolButton(m_question);
    button->setText(literalText(button->fontMetrics().elidedText(text, Qt::ElideRight, scaledPx(chipWidth))));
    button->setToolTip(text.toHtmlEscaped());
    button->setAccessibleName(text);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    setButtonKind(button, ButtonKind::Link);
    connect(button, &QToolButton::clicked, this, [this, act = std::move(act)] {
        act();
        if (settle())
            m_line->setFocus();
    });
    m_answers->addWidget(button);
    button->show();
}

// What is understood now goes from the line.
void RowsEdit::forget(const QString &part)
{
    QStringList parts = typedParts();
    parts.removeAll(part);
    m_line->setText(isSeveral() ? parts.join(u", "_s) : QString());
}

bool RowsEdit::keyInLine(int key)
{
    const bool isOpen = m_completer->popup()->isVisible();
    switch (key) {
    case Qt::Key_Down:
        if (isOpen)
            return false;
        offer();
        m_completer->complete();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isTypedTaken())
            return false;
        understand(Reason::Entered);
        return true;
    case Qt::Key_Backspace:
        if (!isSeveral() || !m_line->text().isEmpty() || m_chosen.empty())
            return false;
        removeAt(m_chosen.size() - 1);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        // Out of the line towards the chips before it.
        if ((key == Qt::Key_Left) != (layoutDirection() == Qt::LeftToRight) || m_chips.isEmpty()
            || m_line->cursorPosition() > 0 || m_line->hasSelectedText())
            return false;
        m_chips.back()->setFocus(Qt::TabFocusReason);
        return true;
    default:
        return false;
    }
}

bool RowsEdit::keyInChip(QToolButton *chip, int key)
{
    const qsizetype place = m_chips.indexOf(chip);
    if (place < 0)
        return false;
    if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
        removeAt(static_cast<size_t>(place));
        QWidget *next = place < m_chips.size() ? static_cast<QWidget *>(m_chips[place]) : m_line;
        next->setFocus(Qt::TabFocusReason);
        return true;
    }
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    const bool isForward = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
    const qsizetype next = place + (isForward ? 1 : -1);
    if (next >= m_chips.size())
        m_line->setFocus(Qt::TabFocusReason);
    else if (next >= 0)
        m_chips[next]->setFocus(Qt::TabFocusReason);
    return true;
}

bool RowsEdit::eventFilter(QObject *watched, QEvent *event)
{
    QAbstractItemView *popup = m_completer->popup();
    if (watched == popup && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        // Nothing of the list is meant: what is typed is.
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !popup->currentIndex().isValid()) {
            popup->hide();
            understand(Reason::Entered);
            return true;
        }
    } else if (watched == m_line && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isSeveral() && key->matches(QKeySequence::Paste)) {
            const QString text = QApplication::clipboard()->text();
            if (separators().match(text).hasMatch()) {
                m_line->insert(text.split(separators()).join(u", "_s));
                understand(Reason::Left);
                Q_EMIT edited();
                return true;
            }
        }
        const bool wasTaken = isTypedTaken();
        if (keyInLine(key->key()))
            return true;
        if (wasTaken && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter))
            QMetaObject::invokeMethod(this, &RowsEdit::entered, Qt::QueuedConnection);
    } else if (watched == m_line && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        const bool isElsewhere = reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason;
        if (isElsewhere && m_line->isModified())
            settle();
    } else if (event->type() == QEvent::KeyPress) {
        if (auto *chip = qobject_cast<QToolButton *>(watched);
            chip && keyInChip(chip, static_cast<QKeyEvent *>(event)->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace liaison
