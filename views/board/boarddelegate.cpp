#include "views/board/boarddelegate.h"

#include "models/domain/fields.h"
#include "models/items/boardmodel.h"
#include "views/board/cellmarks.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/textline.h"
#include "views/widgets/plaintip.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int inset = 8; // from the cell's edge to what stands there
constexpr int textsGap = 6;
constexpr int rounding = 2; // widths of text are rounded; a line cut short for half a pixel reads badly

Standing standingOf(const QModelIndex &index)
{
    return static_cast<Standing>(index.data(StandingRole).toInt());
}

bool hasDoubt(const QModelIndex &index)
{
    return !index.data(DoubtRole).toString().isEmpty();
}

// Draws one line of text between two edges counted from the side where reading begins; gives back its width.
class LineOfText
{
public:
    LineOfText(QPainter *painter, const QRect &cell, Qt::LayoutDirection direction)
        : m_painter(painter)
        , m_cell(cell)
        , m_direction(direction)
    {
    }

    int draw(
        const QString &text, FontRole role, const QColor &ink, int from, int to, Qt::Alignment side) const
    {
        const QRect logical(m_cell.left() + from, m_cell.top(), to - from, m_cell.height() - 1);
        return drawTextLine(*m_painter, role, ink, QStyle::visualRect(m_direction, m_cell, logical),
            QStyle::visualAlignment(m_direction, side), text);
    }

    QPointF centre(int x) const
    {
        const qreal across = m_direction == Qt::RightToLeft ? m_cell.right() - x : m_cell.left() + x;
        return {across, m_cell.top() + (m_cell.height() - 1) / 2.0};
    }

    QRect rect(int x, int y, int width, int height) const
    {
        return QStyle::visualRect(
            m_direction, m_cell, QRect(m_cell.left() + x, m_cell.top() + y, width, height));
    }

private:
    QPainter *m_painter;
    QRect m_cell;
    Qt::LayoutDirection m_direction;
};

bool isIndicator(const QModelIndex &index)
{
    const auto *model = qobject_cast<const BoardModel *>(index.model());
    return model && model->isIndicator(index.column());
}

} // namespace

void BoardDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens tokens = Tokens::of(option.palette);
    const QRect &cell = option.rect;
    const LineOfText line(painter, cell, option.direction);
    const int last = index.model()->columnCount() - 1;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QModelIndex current = view ? view->currentIndex() : QModelIndex();

    painter->save();
    painter->setClipRect(cell);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool currentRow = current.isValid() && current.row() == index.row();
    painter->fillRect(cell,
        selected || currentRow                               ? tokens[Token::Sel]
            : option.state.testFlag(QStyle::State_MouseOver) ? tokens[Token::Hover]
                                                             : tokens[Token::Base]);

    const bool isValue = index.column() >= BoardModel::FirstIndicatorColumn;
    if (isIndicator(index))
        paintIndicator(painter, option, index, tokens);
    else if (isValue)
        line.draw(index.data().toString(), FontRole::Body,
            tokens[index.data(Qt::EditRole).toString().isEmpty() ? Token::Ink3 : Token::Ink], inset / 2,
            cell.width() - scaledPx(inset), Qt::AlignRight);
    else if (index.column() == BoardModel::NameColumn)
        paintName(painter, option, index, tokens);
    else
        line.draw(index.data().toString(), FontRole::Secondary, tokens[Token::Ink2],
            index.column() == BoardModel::CodeColumn ? inset / 2 : 0, cell.width() - inset / 2,
            index.column() == BoardModel::CodeColumn ? Qt::AlignLeft : Qt::AlignRight);

    painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens[Token::Line]);
    if (isValue)
        painter->fillRect(line.rect(0, 0, 1, cell.height()), tokens[Token::Line]);
    if (index.column() == last)
        painter->fillRect(line.rect(cell.width() - 1, 0, 1, cell.height()), tokens[Token::Line]);

    if (current == index) {
        constexpr int width = metrics::focusWidth;
        const bool focused = option.state.testFlag(QStyle::State_HasFocus) || (view && view->hasFocus());
        painter->setPen(QPen(tokens[focused ? Token::Accent : Token::Mute], width, Qt::SolidLine,
            Qt::SquareCap, Qt::MiterJoin));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(cell.adjusted(width / 2, width / 2, -width / 2 - 1, -width / 2 - 1));
    }
    painter->restore();
}

void BoardDelegate::paintIndicator(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const Tokens &tokens) const
{
    const LineOfText line(painter, option.rect, option.direction);
    const Standing standing = standingOf(index);
    const qreal scale = textScale();

    const QVariant turn = index.data(ChangedRole);
    if (turn.isValid())
        painter->fillRect(
            line.rect(1, 0, metrics::focusWidth, option.rect.height() - 1), tokens[Token::Accent]);
    paintStanding(
        painter, standing, line.centre(scaledPx(metrics::cellSymbolX + 7)), standingRadius * scale, tokens);
    const CellMarks marks(index, option.rect.width());
    if (marks.turn)
        paintMark(painter, *marks.turn, line.centre(scaledPx(metrics::cellValueX) + CellMarks::box() / 2 - 2),
            markRadius * scale * 0.8, tokens);
    for (const CellMarks::Beside &each : marks.beside) {
        if (each.mark)
            paintMark(
                painter, *each.mark, line.centre(each.x + CellMarks::box() / 2), markRadius * scale, tokens);
        line.draw(each.text, FontRole::Caption, tokens[each.mark ? Token::Ink2 : Token::Ink3], each.textX,
            option.rect.width(), Qt::AlignLeft);
    }
    if (standing == Standing::Unknown)
        return; // the dash is all that is known
    const int valueX = marks.valueX;
    const int valueWidth = marks.valueWidth();
    int right = marks.end;
    // As much as fits of what stands behind the value; the tooltip has all of it.
    const QString date = index.data(DateTextRole).toString();
    QStringList texts{date};
    if (index.data(CertaintyRole).toString() == certaintyCode::assumed)
        texts.prepend(tr("assumed, %1").arg(date));
    for (const QString &text : std::as_const(texts)) {
        const int width = textWidth(FontRole::Caption, text) + rounding;
        if (date.isEmpty() || valueX + valueWidth + scaledPx(inset) + width > right)
            continue;
        line.draw(text, FontRole::Caption, tokens[Token::Ink3], right - width, right, Qt::AlignRight);
        right -= width + scaledPx(textsGap);
        break;
    }
    const int drawn = line.draw(marks.value, FontRole::Body,
        tokens[index.data(StaleRole).toBool() ? Token::Ink2 : Token::Ink], valueX, right, Qt::AlignLeft);
    line.draw(marks.sign, FontRole::Body, tokens[Token::Ink3], valueX + drawn + scaledPx(textsGap), right,
        Qt::AlignLeft);
}

void BoardDelegate::paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
    const Tokens &tokens) const
{
    const LineOfText line(painter, option.rect, option.direction);
    const int from = scaledPx(inset / 2);
    const bool doubt = hasDoubt(index);
    const int doubtWidth = doubt ? textWidth(FontRole::Secondary, u"?"_s) + scaledPx(5) : 0;
    const int to = option.rect.width() - scaledPx(inset) - doubtWidth;
    const int width =
        line.draw(index.data().toString(), FontRole::Body, tokens[Token::Ink], from, to, Qt::AlignLeft);
    if (doubt)
        line.draw(u"?"_s, FontRole::Secondary, tokens[Token::Ink3], from + width + scaledPx(5),
            option.rect.width(), Qt::AlignLeft);
    if (index.data(ReconstructedRole).toBool()) {
        const int y = (option.rect.height() + QFontMetrics(textFont(FontRole::Body)).ascent()) / 2 + 1;
        const QRect under = line.rect(from, y, width, 1);
        QPen dots(tokens[Token::Mute], 1);
        dots.setDashPattern({1, 1});
        dots.setCapStyle(Qt::FlatCap);
        painter->setPen(dots);
        painter->drawLine(under.topLeft(), under.topRight());
    }
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const int height = scaledPx(metrics::boardRowHeight);
    if (!isIndicator(index)) {
        const int doubt = index.column() == BoardModel::NameColumn && hasDoubt(index) ? scaledPx(16) : 0;
        return {textWidth(FontRole::Body, text) + rounding + scaledPx(inset + inset / 2) + doubt, height};
    }
    return {CellMarks::widthOf(index), height};
}

QWidget *BoardDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(objectNames::cellEdit);
    edit->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    edit->setFont(textFont(FontRole::Body));

    const auto *model = qobject_cast<const BoardModel *>(index.model());
    QStringList levels;
    if (model && isIndicator(index)) {
        for (const Indicator::Level &level :
            model->board().indicators[BoardModel::indicatorOf(index.column())].levels)
            levels.append(level.title.isEmpty() ? level.code : level.title);
    }
    if (!levels.isEmpty()) {
        auto *completer = new QCompleter(levels, edit);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setModelSorting(QCompleter::UnsortedModel);
        edit->setCompleter(completer);
        connect(completer, qOverload<const QString &>(&QCompleter::highlighted), this,
            [this] { m_touched = true; });
        connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &BoardDelegate::submit);
    }
    m_touched = false;
    connect(edit, &QLineEdit::textEdited, this, [this] { m_touched = true; });
    // While the list of levels is open Enter reaches the line edit only, not the event filter.
    connect(edit, &QLineEdit::returnPressed, this, &BoardDelegate::submit);
    m_editor = edit;
    return edit;
}

void BoardDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = static_cast<QLineEdit *>(editor);
    if (!m_touched) // the board may be read again while somebody types
        edit->setText(index.data(Qt::EditRole).toString());
}

void BoardDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *edit = static_cast<QLineEdit *>(editor);
    m_refused = m_touched && !model->setData(index, edit->text());
}

void BoardDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
}

bool BoardDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *edit = qobject_cast<QLineEdit *>(watched);
    if (!edit || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        finish(edit, SubmitModelCache);
        return true;
    case Qt::Key_Tab:
        finish(edit, EditNextItem);
        return true;
    case Qt::Key_Backtab:
        finish(edit, EditPreviousItem);
        return true;
    case Qt::Key_Down:
        if (key->modifiers().testFlag(Qt::AltModifier) && edit->completer()) {
            edit->completer()->setCompletionPrefix(QString());
            edit->completer()->complete();
            return true;
        }
        break;
    default:
        break;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

void BoardDelegate::submit()
{
    if (m_editor)
        finish(m_editor, SubmitModelCache);
}

// A refused text stays where it was typed, so that it can be mended; the view says why.
void BoardDelegate::finish(QWidget *editor, EndEditHint hint)
{
    auto *edit = static_cast<QLineEdit *>(editor);
    if (edit->completer())
        edit->completer()->popup()->hide();
    m_refused = false;
    Q_EMIT commitData(editor);
    if (m_refused)
        edit->selectAll();
    else
        Q_EMIT closeEditor(editor, hint); // the view tells where the keyboard goes
}

bool BoardDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip) {
        QString tip =
            index.data(Qt::ToolTipRole).toString(); // of the board's model: markup with the data escaped
        if (tip.isEmpty() && sizeHint(option, index).width() > option.rect.width())
            tip = plainTip(index.data().toString());
        QToolTip::showText(event->globalPos(), tip, view, option.rect);
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace liaison
