#include "views/map/territorytiles.h"
#include "views/style/shades.h"
#include "views/style/stylesheet.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

Territory territory(const QString &code, const QString &name = {}, QPointF place = {})
{
    Territory made;
    made.id = QUuid::createUuidV5(QUuid(), code);
    made.code = code;
    made.name = name.isEmpty() ? code : name;
    made.place = place;
    return made;
}

QUuid idOf(const QString &code)
{
    return QUuid::createUuidV5(QUuid(), code);
}

// Those of the picture 07, some with awards; nobody in the Caymans has one, of most nothing is known.
TerritoryTiles::Content caribbean()
{
    TerritoryTiles::Content content;
    for (const auto *code : {"AG", "AI", "AN", "AW", "BB", "BM", "BS", "BZ", "CU", "DM", "DO", "GD", "GP",
             "GY", "HT", "JM", "KN", "KY", "LC", "MQ", "MS", "PR", "TC", "TT", "VC", "VG", "VI"})
        content.territories.push_back(territory(QString::fromLatin1(code)));
    content.territories[13].name = u"Guyana"_s;
    content.numbers = {
        {idOf(u"TT"_s), 4}, {idOf(u"GY"_s), 3}, {idOf(u"JM"_s), 2}, {idOf(u"HT"_s), 1}, {idOf(u"KY"_s), 0}};
    content.noun = u"awards"_s;
    content.hueLight = u"#A06AD8"_s;
    content.hueDark = u"#E5B9F6"_s;
    return content;
}

TerritoryTiles::Content world()
{
    TerritoryTiles::Content content;
    for (int i = 0; i < 250; ++i) {
        const QString code = QString(QChar('A' + i / 26)) + QChar('A' + i % 26);
        content.territories.push_back(
            territory(code, {}, QPointF((i * 73) % 360 - 180, (i * 31) % 150 - 70)));
        if (i % 3 == 0)
            content.numbers.insert(idOf(code), i * 50);
    }
    content.noun = u"participants"_s;
    return content;
}

} // namespace

// A region as tiles with numbers.
class TerritoryTilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_tiles = std::make_unique<TerritoryTiles>();
    }
    void cleanup() { m_tiles.reset(); }
    void cleanupTestCase() { applyStyle(*qApp, Theme::Light, 1); }

    void tilesStandApartAndInside_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("width");
        for (const int count : {0, 1, 27, 250}) {
            for (const int width : {288, 350, 1000})
                QTest::addRow("%d in %d px", count, width) << count << width;
        }
    }
    void tilesStandApartAndInside()
    {
        QFETCH(int, count);
        QFETCH(int, width);
        TerritoryTiles::Content content = count == 250 ? world() : caribbean();
        content.territories.resize(size_t(count));
        show(content, width);
        const QRectF room(0, 0, width, m_tiles->height());
        QRectF all;
        for (const Territory &a : content.territories) {
            const QRectF rect = m_tiles->tileRect(a.id);
            QVERIFY(rect.width() == rect.height() && rect.width() >= (count == 250 ? 18 : 26));
            QVERIFY(room.contains(rect));
            all |= rect;
            for (const Territory &b : content.territories)
                QVERIFY(a.id == b.id || !rect.intersects(m_tiles->tileRect(b.id)));
        }
        QVERIFY(all.bottom() < m_tiles->height() - 14); // the legend has its room
        QVERIFY(!m_tiles->grab().isNull());
        // A lower room makes smaller tiles, it cuts none.
        m_tiles->resize(width, m_tiles->height() / 2);
        for (const Territory &a : content.territories)
            QVERIFY(QRectF(m_tiles->rect()).contains(m_tiles->tileRect(a.id)));
    }

    void neighboursAreTheMaps()
    {
        show(caribbean(), 350);
        const auto at = [&](const QString &code) { return m_tiles->tileRect(idOf(code)).center(); };
        QVERIFY(at(u"BM"_s).y() < at(u"BS"_s).y() && at(u"HT"_s).x() < at(u"DO"_s).x());
        QVERIFY(at(u"TT"_s).x() < at(u"GY"_s).x() && at(u"TT"_s).y() == at(u"GY"_s).y());
        const double besideBelow = at(u"GY"_s).x();
        // Right-to-left the picture moves, and is not mirrored.
        m_tiles->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(at(u"HT"_s).x() < at(u"DO"_s).x());
        QVERIFY(at(u"GY"_s).x() >= besideBelow);
    }

    void unknownIsNoZero()
    {
        show(caribbean(), 350);
        QCOMPARE(textOf(u"GY"_s), u"Guyana (GY), awards: 3"_s);
        QCOMPARE(textOf(u"KY"_s), u"KY (KY), awards: 0"_s);
        QCOMPARE(textOf(u"BB"_s), u"BB (BB): no record"_s);
        const QImage none = pictureOf(u"KY"_s);
        TerritoryTiles::Content content = caribbean();
        content.numbers.remove(idOf(u"KY"_s));
        show(content, 350);
        QVERIFY(pictureOf(u"KY"_s) != none);
        content.say = TerritoryTiles::Say::Presence;
        content.noun = u"present"_s;
        show(content, 350);
        QCOMPARE(textOf(u"GY"_s), u"Guyana (GY): present"_s);
        QCOMPARE(textOf(u"BB"_s), u"BB (BB): no record"_s);
    }

    void whatIsFilledIsReadable_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::addColumn<TerritoryTiles::Say>("say");
        for (const auto say : {TerritoryTiles::Say::Number, TerritoryTiles::Say::Presence}) {
            const char *what = say == TerritoryTiles::Say::Number ? "numbers" : "presence";
            QTest::addRow("%s, light", what) << Theme::Light << say;
            QTest::addRow("%s, dark", what) << Theme::Dark << say;
        }
    }
    void whatIsFilledIsReadable()
    {
        QFETCH(Theme, theme);
        QFETCH(TerritoryTiles::Say, say);
        applyStyle(*qApp, theme, 1);
        TerritoryTiles::Content content = caribbean();
        content.say = say;
        show(content, 350);
        for (const auto *code : {"TT", "GY", "JM", "HT", "KY", "BB"}) {
            const QImage tile = pictureOf(QString::fromLatin1(code));
            // Above the number and beside the code there is nothing but ground.
            const QColor ground = tile.pixelColor(tile.width() - 6, 6);
            double most = 1;
            for (int x = 4; x < tile.width() - 4; ++x) {
                for (int y = 4; y < tile.height() - 4; ++y)
                    most = std::max(most, contrast(ground, tile.pixelColor(x, y)));
            }
            QVERIFY2(most >= 4.5, code);
        }
        const auto groundOf = [&](const QString &code) { return pictureOf(code).pixelColor(30, 6); };
        QVERIFY(groundOf(u"TT"_s) != groundOf(u"BB"_s));
        QCOMPARE(groundOf(u"TT"_s) == groundOf(u"GY"_s), say == TerritoryTiles::Say::Presence);
        QVERIFY(groundOf(u"KY"_s) == groundOf(u"BB"_s) || say == TerritoryTiles::Say::Presence);
        applyStyle(*qApp, Theme::Light, 1);
    }

    void aClickChooses()
    {
        show(caribbean(), 350);
        QSignalSpy chosen(m_tiles.get(), &TerritoryTiles::territoryChosen);
        QTest::mouseClick(
            m_tiles.get(), Qt::LeftButton, {}, m_tiles->tileRect(idOf(u"GY"_s)).center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toUuid(), idOf(u"GY"_s));
        QCOMPARE(m_tiles->current(), idOf(u"GY"_s));
        const QImage ringed = pictureOf(u"GY"_s);
        // Beside the tiles there is nothing to choose.
        QTest::mouseClick(m_tiles.get(), Qt::LeftButton, {}, QPoint(2, 2));
        QCOMPARE(chosen.size(), 1);
        m_tiles->setCurrent({});
        QVERIFY(pictureOf(u"GY"_s) != ringed);
    }

    void keysGoToNeighbours()
    {
        show(caribbean(), 350);
        QSignalSpy chosen(m_tiles.get(), &TerritoryTiles::territoryChosen);
        m_tiles->setCurrent(idOf(u"HT"_s));
        QTest::keyClick(m_tiles.get(), Qt::Key_Right);
        QCOMPARE(m_tiles->current(), idOf(u"DO"_s));
        QTest::keyClick(m_tiles.get(), Qt::Key_Left);
        QTest::keyClick(m_tiles.get(), Qt::Key_Down);
        QCOMPARE(m_tiles->current(), idOf(u"JM"_s));
        QTest::keyClick(m_tiles.get(), Qt::Key_Up);
        QCOMPARE(m_tiles->current(), idOf(u"HT"_s));
        QCOMPARE(chosen.size(), 0);
        QTest::keyClick(m_tiles.get(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(m_tiles.get(), Qt::Key_End);
        QCOMPARE(m_tiles->current(), idOf(u"VI"_s));
        QTest::keyClick(m_tiles.get(), Qt::Key_Home);
        QCOMPARE(m_tiles->current(), idOf(u"AG"_s));
        // Without territories keys do no harm.
        show({}, 350);
        for (const auto key : {Qt::Key_Down, Qt::Key_End, Qt::Key_Return})
            QTest::keyClick(m_tiles.get(), key);
        QVERIFY(m_tiles->current().isNull());
    }

    void theRingStaysWithItsTerritory()
    {
        show(caribbean(), 350);
        m_tiles->setCurrent(idOf(u"GY"_s));
        TerritoryTiles::Content fewer = caribbean();
        fewer.territories.erase(fewer.territories.begin(), fewer.territories.begin() + 5);
        m_tiles->setContent(fewer);
        QCOMPARE(m_tiles->current(), idOf(u"GY"_s));
        fewer.territories.clear();
        m_tiles->setContent(fewer);
        QVERIFY(m_tiles->current().isNull());
    }

    void screenReadersHaveAList()
    {
        show(caribbean(), 350);
        QSignalSpy chosen(m_tiles.get(), &TerritoryTiles::territoryChosen);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(m_tiles.get());
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 27);
        QAccessibleInterface *guyana = list->child(13);
        QCOMPARE(guyana->text(QAccessible::Name), u"Guyana (GY), awards: 3"_s);
        QVERIFY(!guyana->state().selected);
        guyana->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(guyana->state().selected);
        QCOMPARE(chosen.size(), 1);
        const QPoint middle = guyana->rect().center();
        QCOMPARE(list->childAt(middle.x(), middle.y()), guyana);
        m_tiles->setContent({});
        QVERIFY(!guyana->isValid());
        QCOMPARE(guyana->text(QAccessible::Name), QString());
        QCOMPARE(list->childCount(), 0);
    }

    void tipsHaveTheName()
    {
        TerritoryTiles::Content content = caribbean();
        content.territories[13].name = u"<b>Guyana"_s;
        show(content, 350);
        const QPoint at = m_tiles->tileRect(idOf(u"GY"_s)).center().toPoint();
        QHelpEvent help(QEvent::ToolTip, at, m_tiles->mapToGlobal(at));
        QCoreApplication::sendEvent(m_tiles.get(), &help);
        QVERIFY2(QToolTip::text().contains(u"&lt;b&gt;Guyana"_s), qPrintable(QToolTip::text()));
    }

    void numbersHaveSteps_data()
    {
        QTest::addColumn<std::vector<qint64>>("numbers");
        QTest::addColumn<QStringList>("steps");
        using Numbers = std::vector<qint64>;
        QTest::addRow("none") << Numbers{} << QStringList{u"0"_s};
        QTest::addRow("zeros") << Numbers{0, 0} << QStringList{u"0"_s};
        QTest::addRow("one") << Numbers{1} << QStringList{u"0"_s, u"1"_s};
        QTest::addRow("four") << Numbers{4, 1} << QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s};
        QTest::addRow("five") << Numbers{5} << QStringList{u"0"_s, u"1–2"_s, u"3–4"_s, u"5–6"_s};
        QTest::addRow("forty") << Numbers{40, 7}
                               << QStringList{u"0"_s, u"1–10"_s, u"11–20"_s, u"21–30"_s, u"31–40"_s};
    }
    void numbersHaveSteps()
    {
        QFETCH(std::vector<qint64>, numbers);
        QFETCH(QStringList, steps);
        const NumberScale scale(numbers);
        QStringList got;
        for (int step = 0; step <= scale.steps(); ++step)
            got += scale.stepText(step);
        QCOMPARE(got, steps);
        QCOMPARE(scale.stepOf(0), 0);
        for (const qint64 number : numbers)
            QVERIFY(number == 0 || (scale.stepOf(number) >= 1 && scale.stepOf(number) <= scale.steps()));
        for (int step = 1; step <= scale.steps(); ++step)
            QVERIFY(scale.shareOf(step) > scale.shareOf(step - 1));
    }

private:
    void show(const TerritoryTiles::Content &content, int width)
    {
        m_tiles->setContent(content);
        m_tiles->resize(width, m_tiles->heightForWidth(width));
        m_tiles->show();
    }
    QString textOf(const QString &code)
    {
        const auto &all = m_tiles->content().territories;
        for (size_t i = 0; i < all.size(); ++i) {
            if (all[i].code == code)
                return QAccessible::queryAccessibleInterface(m_tiles.get())
                    ->child(static_cast<int>(i))
                    ->text(QAccessible::Name);
        }
        return {};
    }
    QImage pictureOf(const QString &code)
    {
        return m_tiles->grab(m_tiles->tileRect(idOf(code)).toAlignedRect()).toImage();
    }

    std::unique_ptr<TerritoryTiles> m_tiles;
};

QTEST_MAIN(TerritoryTilesTest)

#include "tst_territorytiles.moc"
