#include "views/project/projecttable.h"

#include "models/figures/standing.h"
#include "models/items/projecttablemodel.h"
#include "models/items/roles.h"
#include "views/style/levelpainter.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/steps.h"
#include "views/style/textline.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace liaison {

namespace {

// px at 100 %
constexpr int inset = 8;
constexpr int symbolWidth = 20;
constexpr int barWidth = 120;
constexpr int barHeight = 3;

} // namespace

class ProjectTable::Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHue(const QString &light, const QString &dark)
    {
        m_light = light;
        m_dark = dark;
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        int width = textWidth(FontRole::Body, index.data().toString()) + scaledPx(2 * inset) + 1;
        if (const int of = index.data(ProjectTableModel::StepsRole).toInt())
            width += qCeil(stepsSize(of).width()) + scaledPx(inset);
        if (index.data(StandingRole).isValid())
            width += scaledPx(symbolWidth);
        if (index.data(ProjectTableModel::HasBarRole).toBool())
            width = scaledPx(barWidth + 2 * inset);
        return {width, scaledPx(metrics::tableRowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const Tokens tokens = Tokens::of(option.palette);
        const QRect &cell = option.rect;
        const QColor hue = tokens.projectHue(m_light, m_dark);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(cell,
            tokens[isSelected                                        ? Token::Sel
                    : option.state.testFlag(QStyle::State_MouseOver) ? Token::Hover
                                                                     : Token::Base]);
        painter->fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), tokens[Token::Line]);
        const QRect inner = cell.adjusted(scaledPx(inset), 0, -scaledPx(inset), -1);
        const auto placed = [&](int x, int width) {
            return QStyle::visualRect(
                option.direction, inner, QRect(inner.left() + x, inner.top(), width, inner.height()));
        };
        if (index.data(ProjectTableModel::HasBarRole).toBool())
            paintBar(painter, inner, index, option, hue);
        int x = 0;
        if (const int step = index.data(ProjectTableModel::StepRole).toInt()) {
            const int of = index.data(ProjectTableModel::StepsRole).toInt();
            const QRect room = placed(0, qCeil(stepsSize(of).width()));
            paintSteps(painter, {qreal(room.left()), room.top() + room.height() / 2.0}, step, of, hue,
                option.palette, option.direction);
            x = room.width() + scaledPx(inset);
        }
        if (const QVariant standing = index.data(StandingRole); standing.isValid()) {
            paintStanding(painter, static_cast<Standing>(standing.toInt()),
                QRectF(placed(0, scaledPx(symbolWidth - 6))).center(), standingRadius * textScale(), tokens);
            x = scaledPx(symbolWidth);
        }
        const bool isQuiet = index.data(ProjectTableModel::QuietRole).toBool();
        const auto side = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask;
        drawTextLine(*painter, FontRole::Body, tokens[isQuiet ? Token::Ink2 : Token::Ink],
            placed(x, inner.width() - x), QStyle::visualAlignment(option.direction, side),
            index.data().toString());
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(
                tokens[Token::Accent], metrics::focusWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            painter->drawRect(cell.adjusted(1, 1, -2, -2));
        }
        painter->restore();
    }

private:
    // Its whole length is the target, which has a tick at the end.
    void paintBar(QPainter *painter, const QRect &inner, const QModelIndex &index,
        const QStyleOptionViewItem &option, const QColor &hue) const
    {
        const Tokens tokens = Tokens::of(option.palette);
        const int high = scaledPx(barHeight);
        const QRect whole(inner.left(), inner.top() + (inner.height() - high) / 2, inner.width(), high);
        painter->fillRect(whole, tokens[Token::Line]);
        if (const QVariant bar = index.data(ProjectTableModel::BarRole); bar.isValid()) {
            QRect part = whole;
            part.setWidth(qRound(whole.width() * bar.toDouble()));
            painter->fillRect(QStyle::visualRect(option.direction, whole, part), hue);
        }
        const QRect tick(whole.right() - 1, whole.top() - high, 2, 3 * high);
        painter->fillRect(QStyle::visualRect(option.direction, inner, tick), tokens[Token::Ink]);
    }

    QString m_light;
    QString m_dark;
};

ProjectTable::ProjectTable(ProjectTableModel &model, int stretched, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_delegate(new Delegate(this))
    , m_stretched(stretched)
{
    setModel(&model);
    setItemDelegate(m_delegate);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(stretched, QHeaderView::Stretch);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        setFixedHeight(sizeHint().height());
        updateGeometry();
    });
    connect(this, &QTableView::clicked, this, &ProjectTable::open);
    updateSizes();
}

void ProjectTable::setHue(const QString &light, const QString &dark)
{
    m_delegate->setHue(light, dark);
    viewport()->update();
}

QSize ProjectTable::sizeHint() const
{
    return {scaledPx(320),
        horizontalHeader()->sizeHint().height()
            + m_model.rowCount() * verticalHeader()->defaultSectionSize()};
}

QSize ProjectTable::minimumSizeHint() const
{
    return {scaledPx(160), sizeHint().height()};
}

void ProjectTable::updateSizes()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
    horizontalHeader()->setMinimumSectionSize(scaledPx(24));
    setFixedHeight(sizeHint().height());
}

void ProjectTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateSizes();
}

void ProjectTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    setFixedHeight(sizeHint().height());
}

// Coming by keyboard there is a row to begin with.
void ProjectTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0 && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(m_model.index(0, 0));
}

void ProjectTable::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void ProjectTable::open(const QModelIndex &index)
{
    if (index.isValid() && !m_model.row(index.row()).row.isNull())
        Q_EMIT recordRequested(m_model.row(index.row()).entity, m_model.row(index.row()).row);
}

} // namespace liaison
