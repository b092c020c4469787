#include "views/style/textline.h"

#include "views/style/stylesheet.h"

#include <QApplication>
#include <QFontMetrics>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

constexpr QRect place(10, 10, 120, 20);

// Where there is ink, in a picture larger than the place.
QRect inked(const QString &text, Qt::Alignment side)
{
    QImage image(200, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawTextLine(painter, FontRole::Body, Qt::black, place, side, text);
    painter.end();
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 200)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

int drawnWidth(const QString &text)
{
    QImage image(200, 60, QImage::Format_RGB32);
    QPainter painter(&image);
    return drawTextLine(painter, FontRole::Body, Qt::black, place, Qt::AlignLeft, text);
}

} // namespace

class TstTextLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        applyStyle(*qApp, Theme::Light, 1);
    }

    void isAsWideAsItsFontSays()
    {
        for (int time = 0; time < 2; ++time) {
            for (const FontRole role : {FontRole::Body, FontRole::BodyStrong, FontRole::Condensed})
                QCOMPARE(textWidth(role, u"represented"_s),
                    QFontMetrics(textFont(role)).horizontalAdvance(u"represented"_s));
        }
        QCOMPARE(textWidth(FontRole::Body, QString()), 0);
    }

    // Letters of another script come from another typeface, which is higher.
    void standsOnOneLineInEveryScript()
    {
        const QRect latin = inked(u"xx"_s, Qt::AlignLeft);
        const QRect mixed = inked(u"١٢ xx"_s, Qt::AlignLeft);
        QVERIFY(mixed.width() > latin.width());
        QVERIFY2(qAbs(mixed.bottom() - latin.bottom()) <= 1,
            qPrintable(u"%1 and %2"_s.arg(mixed.bottom()).arg(latin.bottom())));
    }

    void growsWithTheText()
    {
        const int before = textWidth(FontRole::Body, u"represented"_s);
        applyStyle(*qApp, Theme::Light, 2);
        const int after = textWidth(FontRole::Body, u"represented"_s);
        QCOMPARE(after, QFontMetrics(textFont(FontRole::Body)).horizontalAdvance(u"represented"_s));
        QVERIFY(after > before + before / 2);
    }

    void standsAtItsSide()
    {
        const int width = textWidth(FontRole::Body, u"HHH"_s);
        const QRect left = inked(u"HHH"_s, Qt::AlignLeft);
        QVERIFY(left.left() >= place.left() && left.right() <= place.left() + width);
        QCOMPARE(inked(u"HHH"_s, Qt::AlignLeft), left); // painted from memory
        const QRect right = inked(u"HHH"_s, Qt::AlignRight);
        QVERIFY(right.right() <= place.right() && right.left() >= place.right() - width);
        QVERIFY(std::abs(left.center().y() - place.center().y()) <= 2);
    }

    void isCutShortWhereItEnds()
    {
        const QString text(200, u'x');
        QVERIFY(drawnWidth(text) <= place.width());
        QVERIFY(drawnWidth(text) > place.width() / 2);
        QVERIFY(place.adjusted(-1, 0, 1, 0).contains(inked(text, Qt::AlignLeft)));
        QCOMPARE(drawnWidth(QString()), 0);
    }

    void isNoMarkup()
    {
        QCOMPARE(drawnWidth(u"<b>x</b>"_s), textWidth(FontRole::Body, u"<b>x</b>"_s));
        QVERIFY(inked(u"<b>x</b>"_s, Qt::AlignLeft).width() > inked(u"x"_s, Qt::AlignLeft).width() * 3);
    }
};

QTEST_MAIN(TstTextLine)
#include "tst_textline.moc"
