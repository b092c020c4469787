#include "models/items/agendamonthmodel.h"
#include "tests/models/items/agendaitems.h"
#include "views/agenda/monthview.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

// A month is walked through by day, and what stands on a day is opened.
class tst_MonthView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_model = std::make_unique<AgendaMonthModel>(QLocale(u"en_GB"_s));
        std::vector items{agendaItem(u"Talk"_s, u"2007-02-16"_s), agendaItem(u"Two"_s, u"2007-02-20"_s),
            agendaItem(u"days"_s, u"2007-02-20"_s)};
        for (int i = 0; i < 12; ++i)
            items.push_back(agendaItem(u"Session %1"_s.arg(i), u"2007-02-22"_s));
        m_model->setMonth(today, items, today, agendaNames());
        m_view = std::make_unique<MonthView>(*m_model);
        m_view->resize(900, 600);
        m_view->show();
        QApplication::setActiveWindow(m_view.get());
        m_view->setDay(today);
        m_view->setFocus();
    }
    void cleanup()
    {
        m_view.reset();
        m_model.reset();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void keys_data()
    {
        QTest::addColumn<QDate>("from");
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QDate>("to");
        constexpr auto ltr = Qt::LeftToRight;
        QTest::addRow("next day") << today << Qt::Key_Right << ltr << QDate(2007, 2, 16);
        QTest::addRow("over the end of a week")
            << QDate(2007, 2, 18) << Qt::Key_Right << ltr << QDate(2007, 2, 19);
        QTest::addRow("day before") << today << Qt::Key_Left << ltr << QDate(2007, 2, 14);
        QTest::addRow("right to left, left is the next day")
            << today << Qt::Key_Left << Qt::RightToLeft << QDate(2007, 2, 16);
        QTest::addRow("next week") << today << Qt::Key_Down << ltr << QDate(2007, 2, 22);
        QTest::addRow("into the next month")
            << QDate(2007, 2, 28) << Qt::Key_Right << ltr << QDate(2007, 3, 1);
        QTest::addRow("into the month before")
            << QDate(2007, 2, 5) << Qt::Key_Up << ltr << QDate(2007, 1, 29);
        QTest::addRow("a month on") << today << Qt::Key_PageDown << ltr << QDate(2007, 3, 15);
        QTest::addRow("a month back") << today << Qt::Key_PageUp << ltr << QDate(2007, 1, 15);
    }
    void keys()
    {
        QFETCH(QDate, from);
        QFETCH(Qt::Key, key);
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QDate, to);
        QApplication::setLayoutDirection(direction);
        m_view->setDay(from);
        QSignalSpy other(m_view.get(), &MonthView::dayRequested);
        QTest::keyClick(m_view.get(), key);
        if (to.month() == 2) {
            QCOMPARE(m_view->day(), to);
            QCOMPARE(other.size(), 0);
        } else {
            QCOMPARE(other.size(), 1);
            QCOMPARE(other[0][0].toDate(), to);
        }
    }

    void todayByKey_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addRow("Home") << Qt::Key_Home;
        QTest::addRow("T") << Qt::Key_T;
    }
    void todayByKey()
    {
        QFETCH(Qt::Key, key);
        QSignalSpy asked(m_view.get(), &MonthView::todayRequested);
        QTest::keyClick(m_view.get(), key);
        QCOMPARE(asked.size(), 1);
    }

    void enterOpens()
    {
        QSignalSpy opened(m_view.get(), &MonthView::recordRequested);
        QSignalSpy made(m_view.get(), &MonthView::newRequested);
        m_view->setDay(QDate(2007, 2, 16));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][1].toUuid(), agendaRow(u"Talk"_s));
        m_view->setDay(QDate(2007, 2, 17));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        QCOMPARE(made.size(), 1);
        QCOMPARE(made[0][0].toDate(), QDate(2007, 2, 17));
        QCOMPARE(opened.size(), 1);
    }

    // Of several one is chosen.
    void enterOnSeveral()
    {
        QSignalSpy opened(m_view.get(), &MonthView::recordRequested);
        m_view->setDay(QDate(2007, 2, 20));
        QTest::keyClick(m_view.get(), Qt::Key_Return);
        auto *menu = m_view->findChild<QMenu *>(objectNames::monthDayMenu);
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), 2);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][1].toUuid(), agendaRow(u"days"_s));
    }

    void mouse()
    {
        QSignalSpy opened(m_view.get(), &MonthView::recordRequested);
        QSignalSpy made(m_view.get(), &MonthView::newRequested);
        const QPoint talk = m_view->placeOf(agendaRow(u"Talk"_s), QDate(2007, 2, 16));
        QVERIFY(!talk.isNull());
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, talk);
        QCOMPARE(opened.size(), 1);
        const QPoint empty = m_view->visualRect(m_model->indexOf(QDate(2007, 2, 18))).center();
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, empty);
        QCOMPARE(made.size(), 0); // a click only chooses it
        QCOMPARE(m_view->day(), QDate(2007, 2, 18));
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, empty);
        QCOMPARE(made.size(), 1);
        QCOMPARE(made[0][0].toDate(), QDate(2007, 2, 18));
    }

    // What has no room on a day is counted, and reached through the count.
    void moreThanHasRoom()
    {
        const QDate full(2007, 2, 22);
        QVERIFY(m_view->placeOf(agendaRow(u"Session 11"_s), full).isNull());
        QVERIFY(!m_view->placeOf(agendaRow(u"Session 0"_s), full).isNull());
        QVERIFY(m_view->placeOfMore(QDate(2007, 2, 20)).isNull());
        const QPoint more = m_view->placeOfMore(full);
        QVERIFY(m_view->visualRect(m_model->indexOf(full)).contains(more));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, more);
        auto *menu = m_view->findChild<QMenu *>(objectNames::monthDayMenu);
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), 12);
        menu->close();
    }

    void daysMirror()
    {
        const auto monday = [&] { return m_view->visualRect(m_model->index(0, 0)).left(); };
        const auto sunday = [&] { return m_view->visualRect(m_model->index(0, 6)).left(); };
        QVERIFY(monday() < sunday());
        QApplication::setLayoutDirection(Qt::RightToLeft);
        QTRY_VERIFY(monday() > sunday());
        QVERIFY(m_view->placeOf(agendaRow(u"Talk"_s), QDate(2007, 2, 16)).x() < monday());
    }

private:
    const QDate today{2007, 2, 15};
    std::unique_ptr<AgendaMonthModel> m_model;
    std::unique_ptr<MonthView> m_view;
};

QTEST_MAIN(tst_MonthView)
#include "tst_monthview.moc"
