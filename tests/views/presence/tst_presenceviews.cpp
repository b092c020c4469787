#include "views/presence/presenceviews.h"

#include <QApplication>
#include <QSplitter>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

// Which views there are, and when they are made.
class PresenceViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_map = nullptr;
        m_trends = nullptr;
        m_made = 0;
        m_board = new QWidget;
        new QWidget(m_board); // what is painted of it
        m_board->setFocusPolicy(Qt::StrongFocus);
        const auto maker = [this](QWidget **place) {
            return [this, place](QWidget *at) {
                ++m_made;
                *place = new QWidget(at);
                (*place)->setFocusPolicy(Qt::StrongFocus);
                return *place;
            };
        };
        m_views = std::make_unique<PresenceViews>(m_board, maker(&m_map), maker(&m_trends));
        m_views->resize(1200, 700);
    }

    void theBoardComesFirst()
    {
        m_views->setShown(PresenceViews::Shown::SideBySide);
        QCOMPARE(m_made, 0);
        m_views->show();
        QTRY_COMPARE(m_made, 2); // once the board has been painted
        QVERIFY(m_board->isVisible() && m_map->isVisible() && m_trends->isVisible());
    }

    void aViewAloneIsMadeWhenItIsSeen()
    {
        m_views->show();
        QCOMPARE(m_made, 0);
        m_views->setShown(PresenceViews::Shown::Trends);
        QCOMPARE(m_made, 1);
        QVERIFY(m_trends->isVisible() && m_board->isHidden());
        m_views->setShown(PresenceViews::Shown::Map);
        QVERIFY(m_map->isVisible() && m_trends->isHidden() && m_board->isHidden());
        m_views->setShown(PresenceViews::Shown::Board);
        QVERIFY(m_board->isVisible() && m_map->isHidden() && !m_map->isVisible());
        m_views->setShown(PresenceViews::Shown::Map);
        QCOMPARE(m_made, 2); // not again
    }

    void theKeyboardGoesToWhatIsShown()
    {
        m_views->show();
        QApplication::setActiveWindow(m_views.get());
        m_views->setShown(PresenceViews::Shown::Map);
        m_views->setFocus();
        QVERIFY(m_map->hasFocus());
        m_views->setShown(PresenceViews::Shown::Board);
        m_views->setFocus();
        QVERIFY(m_board->hasFocus());
    }

private:
    QWidget *m_board = nullptr;
    QWidget *m_map = nullptr;
    QWidget *m_trends = nullptr;
    int m_made = 0;
    std::unique_ptr<PresenceViews> m_views;
};

QTEST_MAIN(PresenceViewsTest)
#include "tst_presenceviews.moc"
