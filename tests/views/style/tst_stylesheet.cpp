#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/style/themewatcher.h"

#include <QApplication>
#include <QFocusFrame>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

// Every solid pixel has this colour, and there are some; antialiasing only changes alpha.
bool isDrawnIn(const QImage &image, const QColor &colour)
{
    int solid = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 200)
                continue;
            ++solid;
            const int far = std::abs(pixel.red() - colour.red()) + std::abs(pixel.green() - colour.green())
                + std::abs(pixel.blue() - colour.blue());
            if (far > 6)
                return false;
        }
    }
    return solid > 3;
}

QImage iconImage(const QString &name, QIcon::Mode mode = QIcon::Normal, QIcon::State state = QIcon::Off)
{
    const QPixmap pixmap = themeIcon(name).pixmap(QSize(16, 16), 2.0, mode, state);
    return pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
}

} // namespace

class TstStylesheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The offscreen platform says that it knows no size hints whenever a window with a layout is shown.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support propagateSizeHints)"_s));
        applyStyle(*qApp, Theme::Light);
    }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void fontsAreOurs_data()
    {
        QTest::addColumn<FontRole>("role");
        QTest::addColumn<QString>("family");
        QTest::addColumn<int>("weight");
        QTest::newRow("page title") << FontRole::PageTitle << u"Roboto"_s << 500;
        QTest::newRow("body") << FontRole::Body << u"Roboto"_s << 400;
        QTest::newRow("body strong") << FontRole::BodyStrong << u"Roboto"_s << 500;
        QTest::newRow("figure") << FontRole::Figure << u"Roboto"_s << 500;
        QTest::newRow("condensed") << FontRole::Condensed << u"Roboto Condensed"_s << 400;
        QTest::newRow("condensed strong") << FontRole::CondensedStrong << u"Roboto Condensed"_s << 500;
    }
    void fontsAreOurs()
    {
        QFETCH(FontRole, role);
        const QFontInfo info(textFont(role));
        QTEST(info.family(), "family");
        QTEST(info.weight(), "weight");
    }

    void digitsHaveOneWidth()
    {
        for (int i = 0; i < fontRoleCount; ++i) {
            const QFontMetricsF widths(textFont(static_cast<FontRole>(i)));
            for (const QChar digit : u"123456789"_s)
                QCOMPARE(widths.horizontalAdvance(digit), widths.horizontalAdvance(u'0'));
        }
    }

    void textScales_data()
    {
        QTest::addColumn<qreal>("asked");
        QTest::addColumn<qreal>("given");
        QTest::newRow("as designed") << 1.0 << 1.0;
        QTest::newRow("larger") << 1.5 << 1.5;
        QTest::newRow("too large") << 9.0 << 2.0;
        QTest::newRow("too small") << 0.0 << 0.8;
    }
    void textScales()
    {
        QFETCH(qreal, asked);
        QFETCH(qreal, given);
        applyStyle(*qApp, Theme::Light, asked);
        QCOMPARE(textScale(), given);
        QCOMPARE(QApplication::font().pointSizeF(), 9.75 * given);
        QCOMPARE(textFont(FontRole::PageTitle).pointSizeF(), 14.25 * given);
        QCOMPARE(textFont(FontRole::PageTitle, 1.0).pointSizeF(), 14.25);
        QCOMPARE(scaledPx(metrics::boardRowHeight), qRound(22 * given));

        QLabel label(u"Presence"_s);
        setTextRole(&label, FontRole::PageTitle);
        label.ensurePolished();
        QCOMPARE(label.font().pointSizeF(), 14.25 * given);
        QCOMPARE(label.font().weight(), QFont::Medium);
        QCOMPARE(label.textFormat(), Qt::PlainText);
    }

    void stylesheetIsComplete()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            const QString sheet = styleSheet(theme, 1.0);
            QVERIFY(sheet.size() > 1000);
            // Nothing left to fill in, and nothing filled in with nothing.
            QVERIFY(!sheet.contains(u'$') && !sheet.contains(u'~'));
            QVERIFY(!sheet.contains(u": ;"_s));
            QVERIFY(sheet.contains(colour(theme, Token::Accent).name()));
        }
    }

    void openWindowsFollowTheTheme()
    {
        QWidget window;
        auto *button = new QPushButton(u"Report"_s, &window);
        setButtonKind(button, ButtonKind::Primary);
        window.resize(200, 100);
        window.show();
        const auto fill = [&] { return button->grab().toImage().pixelColor(6, button->height() / 2); };
        QCOMPARE(fill(), colour(Theme::Light, Token::Accent));
        applyStyle(*qApp, Theme::Dark);
        QCOMPARE(fill(), colour(Theme::Dark, Token::Accent));
        QCOMPARE(Tokens::of(window.palette()).theme(), Theme::Dark);
    }

    void controlsHaveTheirHeight()
    {
        QWidget window;
        QPushButton push(u"Action"_s, &window);
        QToolButton segment(&window);
        segment.setText(u"Board"_s);
        setOutlined(&segment);
        QToolButton chip(&window);
        chip.setText(u"Level any"_s);
        setChip(&chip, ChipState::Unset);
        QLineEdit edit(&window);
        window.ensurePolished();
        for (QWidget *widget : QList<QWidget *>{&push, &segment, &chip, &edit})
            widget->ensurePolished();
        QCOMPARE(push.sizeHint().height(), metrics::controlHeight);
        QCOMPARE(segment.sizeHint().height(), metrics::controlHeight);
        QCOMPARE(chip.sizeHint().height(), metrics::barControlHeight);
        QCOMPARE(edit.sizeHint().height(), 26);
    }

    void placeholderKeepsItsContrast()
    {
        QLineEdit edit;
        edit.ensurePolished();
        QCOMPARE(edit.palette().color(QPalette::PlaceholderText), colour(Theme::Light, Token::Ink3));
    }

    // In a right-to-left window a name in Latin letters begins at the right, as all the others do.
    void labelsStandWhereTheReadingBegins()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QLabel name(u"Barbados"_s);
        setTextRole(&name, FontRole::Body);
        QCOMPARE(name.alignment() & Qt::AlignHorizontal_Mask, Qt::AlignRight | Qt::AlignAbsolute);
        QLabel middle(u"Barbados"_s);
        middle.setAlignment(Qt::AlignCenter);
        setTextRole(&middle, FontRole::Body);
        QCOMPARE(middle.alignment(), Qt::AlignCenter);
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QLabel left(u"Barbados"_s);
        setTextRole(&left, FontRole::Body);
        QCOMPARE(left.alignment() & Qt::AlignHorizontal_Mask, Qt::AlignLeft);
    }

    void segmentsJoinInReadingOrder_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QStringList>("sides");
        QTest::newRow("left to right") << Qt::LeftToRight << QStringList{u"left"_s, u"middle"_s, u"right"_s};
        QTest::newRow("right to left") << Qt::RightToLeft << QStringList{u"right"_s, u"middle"_s, u"left"_s};
    }
    void segmentsJoinInReadingOrder()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QWidget window;
        window.setLayoutDirection(direction);
        QList<QWidget *> buttons;
        for (int i = 0; i < 3; ++i)
            buttons << new QToolButton(&window);
        joinSegments(buttons);
        QStringList found;
        for (const QWidget *button : buttons)
            found << button->property("segment").toString();
        QTEST(found, "sides");
    }

    void iconTakesThePalettesColour_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<QIcon::Mode>("mode");
        QTest::addColumn<QIcon::State>("state");
        QTest::addColumn<Token>("token");
        QTest::newRow("light, normal") << Theme::Light << QIcon::Normal << QIcon::Off << Token::Ink2;
        QTest::newRow("light, checked") << Theme::Light << QIcon::Normal << QIcon::On << Token::Accent;
        QTest::newRow("light, selected") << Theme::Light << QIcon::Selected << QIcon::Off << Token::Accent;
        QTest::newRow("light, disabled") << Theme::Light << QIcon::Disabled << QIcon::On << Token::Mute;
        QTest::newRow("dark, normal") << Theme::Dark << QIcon::Normal << QIcon::Off << Token::Ink2;
        QTest::newRow("dark, checked") << Theme::Dark << QIcon::Normal << QIcon::On << Token::Accent;
        QTest::newRow("dark, disabled") << Theme::Dark << QIcon::Disabled << QIcon::Off << Token::Mute;
    }
    void iconTakesThePalettesColour()
    {
        QFETCH(Theme, theme);
        QFETCH(QIcon::Mode, mode);
        QFETCH(QIcon::State, state);
        QFETCH(Token, token);
        applyStyle(*qApp, theme);
        const QImage image = iconImage(u"plus"_s, mode, state);
        QCOMPARE(image.size(), QSize(32, 32));
        QVERIFY(isDrawnIn(image, colour(theme, token)));
        QVERIFY(
            isDrawnIn(iconPixmap(u"plus"_s, colour(theme, token), 16, 1.5).toImage(), colour(theme, token)));
    }

    void arrowsTurnWithTheReading()
    {
        const QImage back = iconImage(u"chevron-left"_s);
        const QImage clock = iconImage(u"clock"_s);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const QImage turned = iconImage(u"chevron-left"_s);
        QVERIFY(turned != back);
        QCOMPARE(turned.pixelColor(12, 16).alpha() > 100, back.pixelColor(31 - 12, 16).alpha() > 100);
        QCOMPARE(iconImage(u"clock"_s), clock);
    }

    void unknownIconWarnsAndIsEmpty()
    {
        QTest::ignoreMessage(QtWarningMsg, "no icon of this name: \"no-such-icon\"");
        QVERIFY(themeIcon(u"no-such-icon"_s).isNull());
        const QPixmap pixmap = iconPixmap(u"no-such-icon"_s, Qt::red, 16, 1.0);
        QCOMPARE(pixmap.toImage().pixelColor(8, 8).alpha(), 0);
    }

    void focusIsSeenByKeyboard()
    {
        QWidget window;
        auto *layout = new QHBoxLayout(&window);
        auto *first = new QPushButton(u"First"_s);
        auto *second = new QPushButton(u"Second"_s);
        auto *edit = new QLineEdit;
        for (QWidget *widget : QList<QWidget *>{first, second, edit})
            layout->addWidget(widget);
        window.show();
        QTRY_VERIFY(window.isActiveWindow());
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Tab);
        QTRY_VERIFY(second->hasFocus());
        const auto *frame = window.findChild<QFocusFrame *>(u"focusRing"_s);
        QVERIFY(frame);
        QCOMPARE(frame->widget(), second);
        QVERIFY(frame->isVisible());
        // Outside the control, in the accent.
        const QPoint beside(second->x() - 1, second->geometry().center().y());
        QCOMPARE(window.grab().toImage().pixelColor(beside), colour(Theme::Light, Token::Accent));
        QTest::keyClick(second, Qt::Key_Tab);
        QTRY_COMPARE(frame->widget(), edit);
    }

    void watcherAsksTheDesktop()
    {
        QApplication::setPalette(themePalette(Theme::Dark));
        const ThemeWatcher watcher(*qApp);
        // The test platform is light; asking leaves our own palette in place.
        QCOMPARE(watcher.systemTheme(), Theme::Light);
        QCOMPARE(themeOf(QApplication::palette()), Theme::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Link), colour(Theme::Dark, Token::Accent));
    }

    void watcherIsSilentWhenNothingChanged()
    {
        ThemeWatcher watcher(*qApp);
        QSignalSpy spy(&watcher, &ThemeWatcher::changed);
        QWidget window;
        QEvent event(QEvent::ThemeChange);
        QCoreApplication::sendEvent(&window, &event);
        QCOMPARE(spy.count(), 0);
    }
};

QTEST_MAIN(TstStylesheet)
#include "tst_stylesheet.moc"
