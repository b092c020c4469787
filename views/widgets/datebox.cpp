#include "views/widgets/datebox.h"

#include "views/objectnames.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

std::optional<PartialDate> dateOf(QDate day, PartialDate::Precision precision)
{
    if (!day.isValid() || day.year() < 1 || day.year() > 9999)
        return {};
    switch (precision) {
    case PartialDate::Precision::Year:
        return PartialDate::parse(day.toString(u"yyyy"_s));
    case PartialDate::Precision::Month:
        return PartialDate::parse(day.toString(u"yyyy-MM"_s));
    case PartialDate::Precision::Day:
        return PartialDate(day);
    }
    return {};
}

} // namespace

std::optional<PartialDate> dateFromText(const QString &text, const QLocale &locale, QDate today)
{
    const QString written = text.simplified();
    if (auto iso = PartialDate::parse(written))
        return iso;
    if (written.compare("today"_L1, Qt::CaseInsensitive) == 0
        || written.compare(DateBox::tr("today"), Qt::CaseInsensitive) == 0)
        return PartialDate(today);
    // English beside the user's own language: files and mails are full of it.
    for (const QLocale &words : {locale, QLocale(QLocale::English, QLocale::UnitedKingdom)}) {
        for (const QString &form : {u"d MMM yyyy"_s, u"d MMMM yyyy"_s, u"MMM d, yyyy"_s, u"MMMM d, yyyy"_s,
                 u"d MMM. yyyy"_s, words.dateFormat(QLocale::LongFormat)}) {
            if (const QDate day = words.toDate(written, form); day.isValid())
                return dateOf(day, PartialDate::Precision::Day);
        }
        for (const QString &form : {u"MMM yyyy"_s, u"MMMM yyyy"_s}) {
            if (const QDate day = words.toDate(written, form); day.isValid())
                return dateOf(day, PartialDate::Precision::Month);
        }
    }
    return {};
}

DateBox::DateBox(std::function<QDate()> today, QWidget *parent)
    : QWidget(parent)
    , m_today(std::move(today))
    , m_earlier(new QToolButton(this))
    , m_edit(new QLineEdit(this))
    , m_later(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    constexpr int ring =
        metrics::focusWidth + 1; // is drawn outside of what has the keyboard, inside of its parent
    row->setContentsMargins(ring, ring, ring, ring);
    row->setSpacing(0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_earlier, m_edit, m_later})
        row->addWidget(widget);
    m_earlier->setIcon(themeIcon(u"chevron-left"_s));
    m_earlier->setObjectName(objectNames::earlierButton);
    m_earlier->setAccessibleName(tr("Earlier"));
    m_earlier->setToolTip(tr("Earlier"));
    m_later->setIcon(themeIcon(u"chevron-right"_s));
    m_later->setObjectName(objectNames::laterButton);
    m_later->setAccessibleName(tr("Later"));
    m_later->setToolTip(tr("Later"));
    m_edit->setAlignment(Qt::AlignHCenter);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    updateSizes();

    connect(m_earlier, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(Step::Earlier); });
    connect(m_later, &QToolButton::clicked, this, [this] { Q_EMIT stepRequested(Step::Later); });
    connect(m_edit, &QLineEdit::editingFinished, this, [this] {
        if (!take())
            setDate(m_date); // the box never stands there with what the page does not show
    });
}

// The edit loses the keyboard while the box goes, and would say so to a box that is a plain widget by then.
DateBox::~DateBox()
{
    m_edit->disconnect(this);
    m_edit->removeEventFilter(this);
}

void DateBox::setDate(const PartialDate &date)
{
    m_date = date;
    m_edit->setText(date.toText(locale()));
    m_edit->setModified(false);
}

bool DateBox::take()
{
    if (!m_edit->isModified())
        return true;
    const auto date = dateFromText(m_edit->text(), locale(), m_today());
    if (!date) {
        Q_EMIT refused(tr("“%1” is not a date. Write 2007, 2007-02, 2007-02-15, 15 Feb 2007 or today.")
                           .arg(m_edit->text()));
        return false;
    }
    setDate(*date);
    Q_EMIT dateChosen(*date);
    return true;
}

void DateBox::step(Step step)
{
    const int by = step == Step::Later ? 1 : -1;
    const QDate first = m_date.firstDay();
    const auto precision = m_date.precision();
    const QDate day = precision == PartialDate::Precision::Year ? first.addYears(by)
        : precision == PartialDate::Precision::Month            ? first.addMonths(by)
                                                                : first.addDays(by);
    const auto date = dateOf(day, precision);
    if (!date)
        return;
    setDate(*date);
    Q_EMIT dateChosen(*date);
}

bool DateBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        step(Step::Later);
        return true;
    case Qt::Key_Down:
        step(Step::Earlier);
        return true;
    case Qt::Key_Escape:
        setDate(m_date);
        Q_EMIT left();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (take())
            Q_EMIT left();
        else
            m_edit->selectAll();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

void DateBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        updateSizes();
}

void DateBox::updateSizes()
{
    int widest = 0;
    for (int month = 1; month <= 12; ++month)
        widest = std::max(
            widest, fontMetrics().horizontalAdvance(PartialDate(QDate(2000, month, 28)).toText(locale())));
    m_edit->setFixedWidth(widest + scaledPx(28));
    joinSegments({m_earlier, m_edit, m_later});
}

} // namespace liaison
