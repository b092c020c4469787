#include "views/inspector/historyrow.h"

#include "models/domain/fields.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/stylesheet.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int dotX = 4;

QLabel *addLine(QVBoxLayout *column, const QString &text, FontRole role, Ink ink)
{
    auto *label = new QLabel(text);
    setTextRole(label, role, ink);
    label->setWordWrap(true);
    column->addWidget(label);
    return label;
}

} // namespace

HistoryRow::HistoryRow(
    const CellVersion &version, const Indicator &indicator, Place place, Restoring restoring, QWidget *parent)
    : QWidget(parent)
    , m_place(place)
    , m_standing(version.standing)
    , m_state(version.state)
{
    auto *row = new QHBoxLayout(this);
    const int before = scaledPx(textX);
    row->setContentsMargins(isLeftToRight() ? before : 0, 2, isLeftToRight() ? 0 : before, 4);
    row->setSpacing(metrics::controlGap);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);

    const QString reading = indicator.readingText(version.reading(), locale());
    const QString date = version.date.toText(locale());
    QString first = reading.isEmpty() || version.reading().text() == unknownReading
        ? tr("unknown as of %1").arg(date)
        : tr("%1 as of %2").arg(reading, date);
    if (m_state == CellVersion::State::Replaced)
        first = tr("%1, replaced").arg(first);
    else if (m_state == CellVersion::State::Withdrawn)
        first = tr("%1, withdrawn").arg(first);
    const bool stands = m_state == CellVersion::State::Standing;
    addLine(column, first, m_place == Place::Shown ? FontRole::BodyStrong : FontRole::Body,
        stands ? Ink::First : Ink::Second);
    if (!version.source().isEmpty())
        addLine(column, tr("Source: %1").arg(version.source()), FontRole::Secondary, Ink::Second);
    if (version.certainty() == certaintyCode::assumed)
        addLine(column, tr("Assumed, not confirmed"), FontRole::Secondary, Ink::Second);
    const QString recorded = version.recorded == 0
        ? tr("Came with the program")
        : tr("Recorded %1 by %2")
              .arg(
                  locale().toString(QDateTime::fromMSecsSinceEpoch(version.recorded).date(), u"d MMM yyyy"_s),
                  version.author);
    addLine(column, recorded, FontRole::Caption, Ink::Third);

    if (restoring == Restoring::Offered && !stands) {
        auto *restore = new QToolButton(this);
        restore->setObjectName(objectNames::restoreButton);
        restore->setText(tr("Restore"));
        restore->setAccessibleName(tr("Restore %1 as of %2").arg(reading, date));
        restore->setFocusPolicy(Qt::TabFocus);
        setButtonKind(restore, ButtonKind::Link);
        setTextRole(restore, FontRole::CaptionStrong);
        connect(restore, &QToolButton::clicked, this, &HistoryRow::restoreRequested);
        row->addWidget(restore, 0, Qt::AlignTop);
    }
}

void HistoryRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens tokens = Tokens::of(palette());
    const qreal x = QStyle::visualPos(layoutDirection(), rect(), QPoint(scaledPx(dotX), 0)).x();
    painter.setPen(tokens[Token::Line2]);
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = scaledPx(3) + 0.5;
    const QPointF centre(x, scaledPx(11));
    painter.setPen(QPen(tokens[m_place == Place::Shown ? Token::Accent : Token::Mute], 1.5));
    painter.setBrush(m_place == Place::Shown          ? tokens[Token::Accent]
            : m_state == CellVersion::State::Standing ? tokens[Token::Mute]
                                                      : palette().color(QPalette::Window));
    painter.drawEllipse(centre, radius, radius);
}

} // namespace liaison
