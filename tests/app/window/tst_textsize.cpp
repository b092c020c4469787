#include "tests/app/window/windowfixture.h"

#include "views/settle/settlepage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QToolButton>

using namespace liaison;
using namespace liaison::test;
using namespace Qt::StringLiterals;

// The text changes its size in the open window, and everything follows and finds its room.
class TextSizeTest : public QObject
{
    Q_OBJECT

    static constexpr qreal smallest = 8.25; // pt, of everything at 100 %

    // What somebody reads, without what Qt keeps behind its own controls.
    static QWidgetList texts(const QWidget *in)
    {
        QWidgetList result;
        for (QWidget *each : in->findChildren<QWidget *>()) {
            const auto *label = qobject_cast<QLabel *>(each);
            const auto *button = qobject_cast<QAbstractButton *>(each);
            if (each->isVisible()
                && ((label && !label->text().isEmpty()) || (button && !button->text().isEmpty())
                    || qobject_cast<QLineEdit *>(each)))
                result.append(each);
        }
        return result;
    }
    static QString nameOf(const QWidget *widget)
    {
        const QVariant text = widget->property("text");
        return u"%1 %2 \"%3\""_s.arg(
            QLatin1StringView(widget->metaObject()->className()), widget->objectName(), text.toString());
    }
    // The widgets that ask for the room, from the outside in.
    static QString whoIsWide(const QWidget *widget, int most)
    {
        QString result;
        for (const QObject *child : widget->children()) {
            const auto *each = qobject_cast<const QWidget *>(child);
            if (!each || !each->isVisible())
                continue;
            const int width = qMax(each->minimumSizeHint().width(), each->minimumWidth());
            if (width > most / 3)
                result += u"\n%1 %2"_s.arg(width).arg(nameOf(each)) + whoIsWide(each, most);
        }
        return result;
    }
    QString cutButtons() const
    {
        QString result;
        for (const auto *button : m_desk->window->findChildren<QAbstractButton *>()) {
            const int needed = button->sizeHint().width();
            if (button->isVisible() && !button->text().isEmpty() && button->width() < needed)
                result += u"\n%1 of %2: %3"_s.arg(button->width()).arg(needed).arg(nameOf(button));
        }
        return result;
    }
    void show(const QString &page)
    {
        using Shown = PresenceViews::Shown;
        if (page == "welcome"_L1)
            return;
        m_desk->openExample();
        PresencePage &presence = *m_desk->window->presence();
        presence.setAsOf(PartialDate(QDate(2007, 2, 15)));
        presence.boardView()->selectTerritory(u"JM"_s);
        presence.setShown(page == "board"_L1 ? Shown::Board
                : page == "map"_L1           ? Shown::Map
                : page == "trends"_L1        ? Shown::Trends
                                             : Shown::SideBySide);
        presence.views()->complete();
        presence.setInspectorShown(page == "territory"_L1);
        presence.compareAction()->setChecked(page == "compare"_L1);
        if (page == "settle"_L1) {
            m_desk->window->showPage(u"settle"_s);
            m_desk->window->settlePage()->lookNow();
        }
    }
    static void addPages()
    {
        QTest::addColumn<QString>("page");
        for (const char *page :
            {"welcome", "side by side", "board", "map", "trends", "territory", "compare", "settle"})
            QTest::addRow("%s", page) << QString::fromLatin1(page);
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpected);
        m_desk = std::make_unique<Desk>();
    }
    void cleanup()
    {
        m_desk->appearance->setTextScale(1);
        m_desk.reset();
    }

    void everyTextFollows_data() { addPages(); }
    void everyTextFollows()
    {
        QFETCH(QString, page);
        m_desk->window->resize(2560, 1600); // room for all of it
        show(page);
        m_desk->appearance->setTextScale(2);
        QTRY_VERIFY(page == "welcome"_L1 || m_desk->board()->rowHeight(0) == 44);
        for (const QWidget *each : texts(m_desk->window.get()))
            QVERIFY2(each->font().pointSizeF() >= 2 * smallest, qPrintable(nameOf(each)));
    }

    void iconsFollow()
    {
        m_desk->window->resize(2560, 1600);
        show(u"territory"_s);
        const auto icon = [&](const QString &name) { return m_desk->find<QToolButton>(name)->iconSize(); };
        const QSize inspector = icon(objectNames::inspectorButton);
        const QSize board = icon(objectNames::boardButton);
        const int search = m_desk->find(objectNames::filterEditButton)->width();
        m_desk->appearance->setTextScale(2);
        QTRY_COMPARE(icon(objectNames::inspectorButton), inspector * 2);
        QCOMPARE(icon(objectNames::boardButton), board * 2);
        QTRY_VERIFY(m_desk->find(objectNames::filterEditButton)->width() >= search * 3 / 2);
        m_desk->appearance->setTextScale(1);
        QTRY_COMPARE(icon(objectNames::inspectorButton), inspector);
        QTRY_COMPARE(m_desk->find(objectNames::filterEditButton)->width(), search);
    }

    // Where there is no height for all three, the trends give way and come back.
    void trendsGiveWay()
    {
        show(u"side by side"_s);
        const auto trends = [this] {
            const QWidget *pane = m_desk->find(objectNames::trendsPane);
            return pane && pane->isVisible();
        };
        QTRY_VERIFY(trends());
        m_desk->appearance->setTextScale(2);
        QTRY_VERIFY(!trends());
        m_desk->window->presence()->setShown(PresenceViews::Shown::Trends);
        QVERIFY(trends());
        m_desk->window->presence()->setShown(PresenceViews::Shown::SideBySide);
        QVERIFY(!trends());
        m_desk->appearance->setTextScale(1);
        QTRY_VERIFY(trends());
    }

    // No row of the board is cut through, at any height.
    void rowsAreWhole()
    {
        show(u"board"_s);
        for (const int height : {700, 711, 722, 805}) {
            m_desk->window->resize(1280, height);
            const QRect view = m_desk->board()->viewport()->rect();
            QTRY_COMPARE(m_desk->board()->viewport()->height() % m_desk->board()->rowHeight(0), 0);
            QVERIFY(view.height() > 0);
        }
    }

    // Nothing makes the window grow over a small screen: it scrolls, wraps or is cut with an ellipsis.
    void holdsOnASmallScreen_data() { addPages(); }
    void holdsOnASmallScreen()
    {
        QFETCH(QString, page);
        show(page);
        m_desk->appearance->setTextScale(2);
        QTRY_VERIFY(page == "welcome"_L1 || m_desk->board()->rowHeight(0) == 44);
        const QSize least = m_desk->window->minimumSizeHint();
        QVERIFY2(least.width() <= 1280, qPrintable(whoIsWide(m_desk->window.get(), 1280)));
        QVERIFY2(least.height() <= 800, qPrintable(QString::number(least.height())));
        QCOMPARE(m_desk->window->size(), QSize(1280, 800));
        // What is written on a button is never cut.
        QTRY_COMPARE(cutButtons(), QString());
    }

private:
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TextSizeTest)
#include "tst_textsize.moc"
