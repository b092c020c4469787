#include "views/style/palette.h"
#include "views/style/shades.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

constexpr Theme themes[] = {Theme::Light, Theme::Dark};

} // namespace

class TstPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isReadable_data()
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");

        struct Promise
        {
            QByteArray what;
            Token front;
            QList<Token> grounds;
            double least;
        };
        const QList<Token> cells = {Token::Base, Token::Sel};
        const QList<Token> everywhere = {Token::Base, Token::Sel, Token::Sunken, Token::Window, Token::Hover};
        const QList<Promise> promises = {
            {"text", Token::Ink, everywhere, 4.5},
            {"second text", Token::Ink2, everywhere, 4.5},
            {"captions", Token::Ink3, everywhere, 4.5},
            {"links", Token::Accent, {Token::Base, Token::Sel, Token::Note, Token::Window}, 4.5},
            {"text on the accent", Token::OnAccent, {Token::Accent}, 4.5},
            {"text of the note strip", Token::Ink, {Token::Note}, 4.5},
            {"mute", Token::Mute, cells, 3.0},
            {"met", Token::Met, cells, 3.0},
            {"on the way", Token::Way, cells, 3.0},
            {"not met", Token::Not, cells, 3.0},
            {"unknown", Token::Unknown, cells, 3.0},
            {"stale", Token::Stale, cells, 3.0},
            {"conflict", Token::Conflict, cells, 3.0},
        };
        for (const Theme theme : themes) {
            const QByteArray themeName = theme == Theme::Light ? "light: " : "dark: ";
            for (const Promise &promise : promises) {
                for (const Token ground : promise.grounds) {
                    const QByteArray name =
                        themeName + promise.what + " on " + colour(theme, ground).name().toLatin1();
                    QTest::newRow(name.constData())
                        << colour(theme, promise.front) << colour(theme, ground) << promise.least;
                }
            }
        }
    }
    void isReadable()
    {
        QFETCH(QColor, front);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double measured = contrast(front, ground);
        QVERIFY2(measured >= least, qPrintable(QString::number(measured)));
    }

    void rolesCarryTheTokens()
    {
        for (const Theme theme : themes) {
            const QPalette p = themePalette(theme);
            QCOMPARE(p.color(QPalette::Window), colour(theme, Token::Window));
            QCOMPARE(p.color(QPalette::Base), colour(theme, Token::Base));
            QCOMPARE(p.color(QPalette::AlternateBase), colour(theme, Token::Sunken));
            QCOMPARE(p.color(QPalette::Text), colour(theme, Token::Ink));
            QCOMPARE(p.color(QPalette::PlaceholderText), colour(theme, Token::Ink3));
            QCOMPARE(p.color(QPalette::Highlight), colour(theme, Token::Sel));
            QCOMPARE(p.color(QPalette::HighlightedText), colour(theme, Token::Ink));
            QCOMPARE(p.color(QPalette::Link), colour(theme, Token::Accent));
            QCOMPARE(p.color(QPalette::Midlight), colour(theme, Token::Line));
            QCOMPARE(p.color(QPalette::Mid), colour(theme, Token::Line2));
            QCOMPARE(p.color(QPalette::Disabled, QPalette::Text), colour(theme, Token::Mute));
            QCOMPARE(themeOf(p), theme);
            QCOMPARE(Tokens::of(p)[Token::Met], colour(theme, Token::Met));
        }
    }

    void themeIsToldByTheWindowOfAnyPalette()
    {
        QPalette desktop;
        desktop.setColor(QPalette::Window, QColor(0x2a, 0x2e, 0x32));
        QCOMPARE(themeOf(desktop), Theme::Dark);
        desktop.setColor(QPalette::Window, QColor(0xef, 0xf0, 0xf1));
        QCOMPARE(themeOf(desktop), Theme::Light);
    }

    void tokensHaveNames()
    {
        QVERIFY(tokenByName(u"Window") == Token::Window);
        QVERIFY(tokenByName(u"Line2") == Token::Line2);
        QVERIFY(tokenByName(u"TerrLine") == Token::TerrLine);
        QVERIFY(!tokenByName(u"line2"));
        QVERIFY(!tokenByName(u""));
    }

    void projectHueIsData_data()
    {
        QTest::addColumn<QString>("light");
        QTest::addColumn<QString>("dark");
        QTest::addColumn<QColor>("onLight");
        QTest::addColumn<QColor>("onDark");

        const QColor ink2Light = colour(Theme::Light, Token::Ink2);
        const QColor ink2Dark = colour(Theme::Dark, Token::Ink2);
        QTest::newRow("both") << u"#1F4B7E"_s << u"#5f8fd6"_s << QColor(0x1f, 0x4b, 0x7e)
                              << QColor(0x5f, 0x8f, 0xd6);
        QTest::newRow("none: a sixth project") << QString() << QString() << ink2Light << ink2Dark;
        QTest::newRow("one only") << u"#1F4B7E"_s << QString() << QColor(0x1f, 0x4b, 0x7e) << ink2Dark;
        QTest::newRow("a name, a short form") << u"red"_s << u"#fff"_s << ink2Light << ink2Dark;
        QTest::newRow("not hexadecimal") << u"#12345g"_s << u"#+12345"_s << ink2Light << ink2Dark;
        QTest::newRow("markup") << u"#000;}*{"_s << u"url(x)"_s << ink2Light << ink2Dark;
        QTest::newRow("digits of another script")
            << u"#١٢٣٤٥٦"_s << u"#１２３４５６"_s << ink2Light << ink2Dark;
    }
    void projectHueIsData()
    {
        QFETCH(QString, light);
        QFETCH(QString, dark);
        QTEST(projectHue(Theme::Light, light, dark), "onLight");
        QTEST(projectHue(Theme::Dark, light, dark), "onDark");
    }
};

QTEST_MAIN(TstPalette)
#include "tst_palette.moc"
