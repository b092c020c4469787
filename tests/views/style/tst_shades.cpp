#include "views/style/palette.h"
#include "views/style/shades.h"

#include <QTest>

using namespace liaison;
using namespace Qt::StringLiterals;

// Text on shades of a hue.
class ShadesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsAsDefined()
    {
        QVERIFY(qAbs(contrast(Qt::white, Qt::black) - 21) < 0.01);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    }

    void textIsReadOnEveryShade_data()
    {
        QTest::addColumn<QColor>("light");
        QTest::addColumn<QColor>("dark");
        QTest::addRow("blue") << QColor(u"#1F4B7E"_s) << QColor(u"#5F8FD6"_s);
        QTest::addRow("brown") << QColor(u"#7D4420"_s) << QColor(u"#B57D63"_s);
        QTest::addRow("violet") << QColor(u"#A06AD8"_s) << QColor(u"#E5B9F6"_s);
        QTest::addRow("green") << QColor(u"#458E7F"_s) << QColor(u"#84DCC0"_s);
        QTest::addRow("olive") << QColor(u"#7F8B0C"_s) << QColor(u"#BCD259"_s);
        QTest::addRow("the accent") << colour(Theme::Light, Token::Accent)
                                    << colour(Theme::Dark, Token::Accent);
        QTest::addRow("the middle, where no text is read") << QColor(u"#7A7A7A"_s) << QColor(u"#7A7A7A"_s);
        QTest::addRow("the page itself") << QColor(u"#FFFFFF"_s) << QColor(u"#1E2124"_s);
    }
    void textIsReadOnEveryShade()
    {
        QFETCH(QColor, light);
        QFETCH(QColor, dark);
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            const QColor hue = theme == Theme::Light ? light : dark;
            for (int share = 0; share <= 100; ++share) {
                const Shade shade = shadeOf(hue, share / 100.0, Tokens(theme));
                QVERIFY2(contrast(shade.ground, shade.ink) >= 4.5,
                    qPrintable(u"%1 %"_s.arg(share) + shade.ground.name()));
            }
        }
    }

    void moreIsDeeper()
    {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            const Tokens tokens(theme);
            double before = 1;
            for (const double share : {0.2, 0.47, 0.73, 1.0}) {
                const double now =
                    contrast(shadeOf(tokens.projectHue(u"#A06AD8", u"#E5B9F6"), share, tokens).ground,
                        tokens[Token::Base]);
                QVERIFY2(now > before * 1.1, qPrintable(QString::number(share)));
                before = now;
            }
        }
    }
};

QTEST_MAIN(ShadesTest)

#include "tst_shades.moc"
