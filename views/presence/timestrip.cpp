#include "views/presence/timestrip.h"

#include "models/domain/fields.h"
#include "models/items/boardmodel.h"
#include "models/store/store.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"
#include "views/widgets/notestrip.h"
#include "views/widgets/timeline.h"

#include <QHBoxLayout>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace liaison {

TimeStrip::TimeStrip(BoardModel &model, std::function<QDate()> today, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_today(std::move(today))
    , m_note(new NoteStrip({}, this))
    , m_line(new TimeLine(this))
{
    setObjectName(objectNames::timeStrip);
    m_note->setObjectName(objectNames::dateStrip);
    m_line->setObjectName(objectNames::timeLine);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    // The line does not move away under the hand that drags it.
    QSizePolicy policy = m_note->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_note->setSizePolicy(policy);
    setSurface(this, Surface::Bar);
    row->addWidget(m_note, 1);
    row->addWidget(m_line, 1);
    for (QTimer *timer : {&m_reading, &m_moving}) {
        timer->setSingleShot(true);
        timer->setInterval(0);
    }
    connect(&m_reading, &QTimer::timeout, this, [this] {
        if (m_isStale)
            readDays();
    });
    connect(&m_moving, &QTimer::timeout, this, [this] { Q_EMIT dayMoved(m_line->day()); });
    connect(m_line, &TimeLine::dayMoved, &m_moving, qOverload<>(&QTimer::start));
    connect(&model, &BoardModel::boardChanged, this, &TimeStrip::onBoardChanged);
    connect(&model.store(), &Store::changed, this, &TimeStrip::onChanged);
}

void TimeStrip::showDate(const PartialDate &asOf)
{
    const bool isElsewhere = asOf.lastDay() != m_today();
    m_note->setVisible(isElsewhere);
    m_line->setInPast(isElsewhere);
    if (isElsewhere)
        m_note->setText(tr("Shown as of %1. What you type is recorded for that date, not for today.")
                            .arg(asOf.toText(locale())));
    if (m_line->today() != m_today())
        makeStale(); // midnight has passed
    if (!m_line->isSliderDown())
        m_line->setDay(asOf.lastDay());
}

std::optional<QDate> TimeStrip::stepFrom(const PartialDate &asOf, DateBox::Step step)
{
    if (m_isStale)
        readDays();
    return neighbour(asOf.lastDay(), step);
}

bool TimeStrip::canStep(const PartialDate &asOf, DateBox::Step step) const
{
    return m_isStale || neighbour(asOf.lastDay(), step);
}

std::optional<QDate> TimeStrip::neighbour(QDate day, DateBox::Step step) const
{
    return step == DateBox::Step::Earlier ? m_line->stopBefore(day) : m_line->stopAfter(day);
}

void TimeStrip::onBoardChanged()
{
    const Board &board = m_model.board();
    const auto sameMember = [](const Region::Member &a, const Region::Member &b) {
        return a.territory == b.territory;
    };
    const auto sameIndicator = [](const Indicator &a, const Indicator &b) { return a.id == b.id; };
    if (!std::equal(m_region.members.begin(), m_region.members.end(), board.region.members.begin(),
            board.region.members.end(), sameMember)
        || !std::equal(m_indicators.begin(), m_indicators.end(), board.indicators.begin(),
            board.indicators.end(), sameIndicator))
        makeStale();
}

void TimeStrip::onChanged(const ChangeSet &changes)
{
    if (changes.touches(fields::observation::entity) || changes.touches(fields::territory::entity)
        || !derivedAnew(m_model.board().indicators, changes).empty())
        makeStale();
}

void TimeStrip::makeStale()
{
    m_isStale = true;
    update();
}

void TimeStrip::readDays()
{
    m_isStale = false;
    // All observations are read: after an edit not before there is a pause, as another one may follow.
    m_reading.setInterval(1s);
    m_region = m_model.board().region;
    m_indicators = m_model.board().indicators;
    m_line->setDays(changeDays(m_model.store(), m_region, m_indicators), m_today());
    Q_EMIT daysRead();
}

// Only what is seen needs the days, and the board is painted first.
void TimeStrip::paintEvent(QPaintEvent *)
{
    if (m_isStale)
        m_reading.start();
}

} // namespace liaison
