#include "views/style/stylesheet.h"

#include "views/style/focusring.h"
#include "views/style/metrics.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QProxyStyle>
#include <QRegularExpression>
#include <QStyle>
#include <QToolButton>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// A property changes which rules apply; Qt looks again only when it is told to.
void setStyleProperty(QWidget *widget, const char *name, const QString &value)
{
    if (widget->property(name).toString() == value)
        return;
    widget->setProperty(name, value);
    if (!widget->testAttribute(Qt::WA_WState_Polished))
        return; // it will be looked at when it is first shown
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->updateGeometry();
    widget->update();
}

QString read(const QString &path)
{
    QFile file(path);
    // A resource of our own: without it the program is built wrongly, but still works undressed.
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString replaceEach(const QString &text, const QRegularExpression &expression, auto replacement)
{
    QString result;
    qsizetype end = 0;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += replacement(match);
        end = match.capturedEnd();
    }
    result += QStringView(text).mid(end);
    return result;
}

// Fusion, but for what a stylesheet cannot say.
class HouseStyle : public QProxyStyle
{
public:
    HouseStyle()
        : QProxyStyle(u"Fusion"_s)
    {
    }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        if (metric == PM_LineEditIconSize)
            return scaledPx(metrics::iconSize);
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
};

// Tool buttons put text right after the icon's box: a wider box keeps icon and word apart.
void spaceIcon(QToolButton *button)
{
    const bool iconOnly = button->toolButtonStyle() == Qt::ToolButtonIconOnly && !button->icon().isNull();
    setStyleProperty(button, "iconOnly", iconOnly ? u"true"_s : u"false"_s);
    button->setIconSize(QSize(
        scaledPx(metrics::iconSize + (iconOnly ? 0 : metrics::iconGap - 2)), scaledPx(metrics::iconSize)));
}

QString fontRules(qreal scale)
{
    QString rules;
    for (int i = 0; i < fontRoleCount; ++i) {
        const auto role = static_cast<FontRole>(i);
        const QFont f = textFont(role, scale);
        rules +=
            u"QLabel[textRole=\"%1\"], QToolButton[textRole=\"%1\"] "
            "{ font-family: \"%2\"; font-size: %3pt; font-weight: %4; }\n"_s.arg(roleName(role),
                f.families().join(u"\", \""_s), QString::number(f.pointSizeF()), QString::number(f.weight()));
    }
    return rules;
}

} // namespace

QString styleSheet(Theme theme, qreal textScale)
{
    initStyle();
    const qreal scale = boundedTextScale(textScale);
    QString sheet = read(u":/style/liaison.qss"_s);
    // $Name is a colour, $theme the theme's name; ~26px and ~9pt grow with the text.
    static const QRegularExpression name(u"\\$(\\w+)"_s);
    static const QRegularExpression size(u"~([0-9.]+)(px|pt)"_s);
    sheet = replaceEach(sheet, name, [theme](const QRegularExpressionMatch &match) {
        if (match.capturedView(1) == "theme"_L1)
            return theme == Theme::Light ? u"light"_s : u"dark"_s;
        const auto token = tokenByName(match.capturedView(1));
        Q_ASSERT_X(token, "styleSheet", qPrintable(match.captured()));
        return token ? colour(theme, *token).name() : QString();
    });
    sheet = replaceEach(sheet, size, [scale](const QRegularExpressionMatch &match) {
        const qreal value = match.capturedView(1).toDouble() * scale;
        const bool px = match.capturedView(2) == "px"_L1;
        return QString::number(px ? qRound(value) : value) + match.captured(2);
    });
    return sheet + fontRules(scale);
}

void applyStyle(QApplication &application, Theme theme, qreal textScale)
{
    initStyle();
    const qreal scale = boundedTextScale(textScale);
    // Once only: a new style would throw away the stylesheet engine that wraps the first one.
    static const char dressed[] = "liaisonStyle";
    if (!application.property(dressed).toBool()) {
        QApplication::setStyle(new HouseStyle);
        application.setProperty(dressed, true);
        new FocusRing(&application);
    }
    QApplication::setPalette(themePalette(theme));
    QApplication::setFont(textFont(FontRole::Body, scale));
    application.setStyleSheet(styleSheet(theme, scale));
    for (QWidget *widget : QApplication::allWidgets()) {
        if (auto *button = qobject_cast<QToolButton *>(widget);
            button && button->property("segment").isValid())
            spaceIcon(button);
    }
}

void resizeDialog(QWidget *dialog, QSize size)
{
    const QSize wanted(scaledPx(size.width()), scaledPx(size.height()));
    const QWidget *parent = dialog->parentWidget();
    dialog->resize(parent ? wanted.boundedTo(parent->window()->size()) : wanted);
}

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    setStyleProperty(button, "primary", kind == ButtonKind::Primary ? u"true"_s : u"false"_s);
    setStyleProperty(button, "link", kind == ButtonKind::Link ? u"true"_s : u"false"_s);
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
}

void setOutlined(QToolButton *button)
{
    joinSegments({button});
}

void joinSegments(const QList<QWidget *> &widgets)
{
    for (qsizetype i = 0; i < widgets.size(); ++i) {
        const bool first = i == 0;
        const bool last = i == widgets.size() - 1;
        const bool mirrored = widgets[i]->isRightToLeft();
        const QString side = first && last ? u"only"_s
            : first                        ? (mirrored ? u"right"_s : u"left"_s)
            : last                         ? (mirrored ? u"left"_s : u"right"_s)
                                           : u"middle"_s;
        if (auto *button = qobject_cast<QToolButton *>(widgets[i]))
            spaceIcon(button);
        setStyleProperty(widgets[i], "segment", side);
    }
}

void setChip(QToolButton *button, ChipState state)
{
    setStyleProperty(button, "chip", state == ChipState::Set ? u"set"_s : u"unset"_s);
    button->setPopupMode(QToolButton::InstantPopup);
}

void setTextRole(QLabel *label, FontRole role, Ink ink)
{
    label->setTextFormat(Qt::PlainText);
    // A label would stand where its own words begin; a name in Latin letters stands with all the others.
    if (label->isRightToLeft() && !(label->alignment() & (Qt::AlignRight | Qt::AlignHCenter)))
        label->setAlignment(
            (label->alignment() & Qt::AlignVertical_Mask) | Qt::AlignRight | Qt::AlignAbsolute);
    setStyleProperty(label, "textRole", roleName(role));
    setStyleProperty(label, "ink", QString::number(static_cast<int>(ink) + 1));
}

void setTextRole(QToolButton *button, FontRole role)
{
    setStyleProperty(button, "textRole", roleName(role));
}

void setKeyCap(QLabel *label)
{
    label->setTextFormat(Qt::PlainText);
    setStyleProperty(label, "keyCap", u"true"_s);
}

void setSurface(QWidget *widget, Surface surface)
{
    static const QString names[] = {u"page"_s, u"bar"_s, u"note"_s, u"side"_s, u"notice"_s, u"card"_s, u"chosen"_s};
    widget->setAttribute(Qt::WA_StyledBackground);
    setStyleProperty(widget, "surface", names[static_cast<std::size_t>(surface)]);
}

} // namespace liaison
