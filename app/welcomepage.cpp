#include "app/welcomepage.h"

#include "views/objectnames.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/literaltext.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int waysWidth = 440;
constexpr int asideWidth = 380;
constexpr int columnGap = 40;
constexpr int iconLeft = 16;
constexpr int textLeft = 48;
constexpr int ring = metrics::focusWidth + 1; // is drawn outside of a button, inside of its parent

// One way to begin: an icon, what, a word more, and its key.
class WayButton : public QPushButton
{
public:
    WayButton(const QString &icon, const QString &title, const QString &text, const QKeySequence &key,
        QWidget *parent)
        : QPushButton(parent)
        , m_icon(themeIcon(icon))
    {
        setAccessibleName(title);
        setAccessibleDescription(text);
        setAutoDefault(true);
        auto *row = new QHBoxLayout(this);
        auto *words = new QVBoxLayout;
        words->setSpacing(0);
        auto *first = new QLabel(title, this);
        setTextRole(first, FontRole::BodyStrong);
        auto *second = new ElidedLabel(this);
        second->setText(text);
        setTextRole(second, FontRole::Secondary, Ink::Second);
        words->addWidget(first);
        words->addWidget(second);
        row->addLayout(words, 1);
        if (!key.isEmpty()) {
            auto *cap = new QLabel(key.toString(QKeySequence::NativeText).replace(u'+', u' '), this);
            setKeyCap(cap);
            row->addWidget(cap, 0, Qt::AlignVCenter);
        }
        for (QLabel *label : findChildren<QLabel *>())
            label->setAttribute(Qt::WA_TransparentForMouseEvents);
        updateSizes();
    }

    QSize sizeHint() const override { return layout()->sizeHint(); }
    QSize minimumSizeHint() const override { return layout()->minimumSize(); }

protected:
    void changeEvent(QEvent *event) override
    {
        QPushButton::changeEvent(event);
        if (event->type() == QEvent::FontChange && layout())
            updateSizes();
    }

    void paintEvent(QPaintEvent *event) override
    {
        QPushButton::paintEvent(event);
        QPainter painter(this);
        const int side = scaledPx(20);
        const QRect place(scaledPx(iconLeft), (height() - side) / 2, side, side);
        m_icon.paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place));
    }

private:
    // The stylesheet gives every push button one least height; these hold two lines.
    void updateSizes()
    {
        const int edge = scaledPx(12);
        layout()->setContentsMargins(scaledPx(textLeft), edge, scaledPx(14), edge);
        const int least = lineHeight(FontRole::BodyStrong) + lineHeight(FontRole::Secondary) + 2 * edge;
        if (const QString rule = u"QPushButton { min-height: %1px }"_s.arg(least); rule != styleSheet())
            setStyleSheet(rule);
    }

    QIcon m_icon;
};

QLabel *groupHead(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextRole(label, FontRole::CaptionStrong, Ink::Second);
    setSurface(label, Surface::Page);
    label->setIndent(0);
    label->setContentsMargins(0, 0, 0, scaledPx(6));
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
    , m_message(new QLabel(this))
{
    setObjectName(objectNames::welcomePage);
    m_message->setObjectName(objectNames::openingMessageLabel);
    setTextRole(m_message, FontRole::Secondary);
    setSurface(m_message, Surface::Note);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(
        metrics::pageMargin, metrics::controlGap, metrics::pageMargin, metrics::controlGap);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->setFocusPolicy(Qt::NoFocus);
    m_message->hide();

    m_content = new QWidget;
    QWidget *content = m_content;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(metrics::controlGap);
    auto *title = new QLabel(tr("Where do we stand, and what did we do about it?"), content);
    setTextRole(title, FontRole::Figure);
    auto *subtitle =
        new QLabel(tr("Liaison keeps one file for your region. Start with one of these."), content);
    setTextRole(subtitle, FontRole::Body, Ink::Second);
    for (QLabel *label : {title, subtitle}) {
        label->setIndent(ring); // above the buttons' edge
        column->addWidget(label);
    }
    column->addSpacing(scaledPx(24));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(columnGap);
    columns->addWidget(makeWays(), waysWidth, Qt::AlignTop);
    columns->addWidget(makeAside(), asideWidth, Qt::AlignTop);
    column->addLayout(columns);
    column->addStretch();

    auto *ground = new QWidget;
    auto *centred = new QHBoxLayout(ground);
    centred->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    centred->addStretch(1);
    centred->addWidget(content, 1000);
    centred->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"welcomeScrollArea"_s);
    scroll->setAccessibleName(tr("Welcome"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(ground);
    for (QWidget *widget : {scroll->viewport(), ground})
        widget->setBackgroundRole(QPalette::Base);

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_message);
    page->addWidget(scroll, 1);
    updateSizes();
}

void WelcomePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_content)
        updateSizes();
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateSizes();
}

void WelcomePage::updateSizes()
{
    m_content->setMaximumWidth(scaledPx(waysWidth + columnGap + asideWidth));
    // In a low window the page begins higher.
    m_content->layout()->setContentsMargins(0, std::min(scaledPx(88), height() / 8), 0, metrics::pageMargin);
}

QWidget *WelcomePage::makeWays()
{
    auto *ways = new QWidget(this);
    auto *column = new QVBoxLayout(ways);
    column->setContentsMargins(ring, ring, ring, ring);
    column->setSpacing(metrics::controlGap);
    const auto add = [&](const QString &name, WayButton *button, void (WelcomePage::*signal)()) {
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, signal);
        column->addWidget(button);
        return button;
    };
    WayButton *first = add(objectNames::newFileButton,
        new WayButton(u"file-plus"_s, tr("New file for a region"),
            tr("The Caribbean, the world, or your own list"), QKeySequence::New, ways),
        &WelcomePage::newRequested);
    add(objectNames::openFileButton,
        new WayButton(u"folder-open"_s, tr("Open a file"), tr("Or drop a .liaison file here"),
            QKeySequence::Open, ways),
        &WelcomePage::openRequested);
    add(objectNames::fromSheetButton,
        new WayButton(u"table-properties"_s, tr("Start from a spreadsheet"),
            tr("CSV with one row per territory"), QKeySequence(Qt::CTRL | Qt::Key_I), ways),
        &WelcomePage::sheetRequested);
    add(objectNames::exampleButton,
        new WayButton(u"layout-grid"_s, tr("Open the example"),
            tr("The Caribbean board of 15 February 2007, names reconstructed"), QKeySequence(), ways),
        &WelcomePage::exampleRequested);
    setFocusProxy(first);
    return ways;
}

QWidget *WelcomePage::makeAside()
{
    auto *aside = new QWidget(this);
    auto *column = new QVBoxLayout(aside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::controlGap);
    column->addWidget(groupHead(tr("Recent"), aside));
    m_recent = new QVBoxLayout;
    m_recent->setSpacing(2);
    column->addLayout(m_recent);
    column->addSpacing(metrics::groupGap);
    column->addWidget(groupHead(tr("The first minute"), aside));
    int number = 0;
    for (const QString &step : {tr("Choose the region"),
             tr("Type values on the board; they are kept at once"), tr("File, Export board report: a PDF")}) {
        auto *line = new QWidget(aside);
        setSurface(line, Surface::Page);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, scaledPx(6));
        row->setSpacing(metrics::groupGap);
        auto *count = new QLabel(locale().toString(++number), line);
        setTextRole(count, FontRole::Body, Ink::Third);
        auto *text = new ElidedLabel(line);
        text->setText(step);
        setTextRole(text, FontRole::Body);
        row->addWidget(count);
        row->addWidget(text, 1);
        column->addWidget(line);
    }
    setRecentFiles({});
    return aside;
}

void WelcomePage::setRecentFiles(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (paths.isEmpty()) {
        auto *none = new QLabel(tr("No file opened on this laptop yet."), this);
        setTextRole(none, FontRole::Body, Ink::Second);
        m_recent->addWidget(none);
        return;
    }
    for (const QString &path : paths) {
        const QFileInfo file(path);
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(metrics::controlGap);
        auto *button = new QToolButton(line);
        button->setObjectName(objectNames::recentFileButton);
        button->setText(literalText(file.completeBaseName()));
        button->setAccessibleName(tr("Open %1").arg(path));
        button->setFocusPolicy(Qt::StrongFocus);
        setButtonKind(button, ButtonKind::Link);
        button->setFont(textFont(FontRole::BodyStrong)); // of which the width is known before it is shown
        connect(button, &QToolButton::clicked, this, [this, path] { Q_EMIT fileChosen(path); });
        auto *folder = new ElidedLabel(line);
        folder->setText(file.absolutePath());
        setTextRole(folder, FontRole::Secondary, Ink::Third);
        row->addWidget(button);
        row->addWidget(folder, 1);
        m_recent->addWidget(line);
    }
}

void WelcomePage::showMessage(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

} // namespace liaison
