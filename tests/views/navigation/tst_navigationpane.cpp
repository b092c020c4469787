#include "views/navigation/navigationpane.h"

#include "views/style/metrics.h"
#include "views/style/projectmark.h"
#include "views/style/stylesheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLayout>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class NavigationPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_pane = std::make_unique<NavigationPane>();
        m_pane->addPage(u"firstButton"_s, u"layout-grid"_s, u"First"_s);
        m_pane->addHeading(u"More"_s);
        m_pane->addPage(u"secondButton"_s, u"inbox"_s, u"Second"_s);
        m_pane->setCurrent(0);
        m_pane->resize(m_pane->sizeHint());
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
    }

    void aClickChooses()
    {
        QSignalSpy chosen(m_pane.get(), &NavigationPane::pageChosen);
        QTest::mouseClick(button(u"secondButton"_s), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toInt(), 1);
        QCOMPARE(m_pane->current(), 1);
        m_pane->setCurrent(0); // told by nobody
        QCOMPARE(chosen.size(), 1);
    }

    void theArrowKeysTravel()
    {
        button(u"firstButton"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QCOMPARE(m_pane->current(), 1);
        QVERIFY(button(u"secondButton"_s)->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down); // there is no more
        QCOMPARE(m_pane->current(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QCOMPARE(m_pane->current(), 0);
    }

    void aNumberIsReadOutToo()
    {
        m_pane->setCount(1, 27);
        QCOMPARE(button(u"secondButton"_s)->accessibleName(), u"Second, 27 waiting"_s);
        m_pane->setCount(1, 0);
        QCOMPARE(button(u"secondButton"_s)->accessibleName(), u"Second"_s);
    }

    void aProjectIsCalledByCodeAndTitle()
    {
        m_pane->addProject(u"thirdButton"_s, {u"6X"_s, u"#1f4b7e"_s, u"#5f8fd6"_s}, u"Third & last"_s);
        QCOMPARE(button(u"thirdButton"_s)->accessibleName(), u"6X Third & last"_s);
        QSignalSpy chosen(m_pane.get(), &NavigationPane::pageChosen);
        m_pane->widget()->layout()->activate();
        QTest::mouseClick(button(u"thirdButton"_s), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(m_pane->current(), 2);
        const auto hasHue = [&] {
            const QImage image = button(u"thirdButton"_s)->grab().toImage();
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, image.height() / 2) == QColor(u"#1f4b7e"_s))
                    return true;
            }
            return false;
        };
        QVERIFY(hasHue());
        m_pane->setWidth(NavigationPane::Width::Icons);
        QVERIFY(hasHue());
    }

    void moreThanFitAreScrolledTo()
    {
        for (int i = 0; i < 30; ++i)
            m_pane->addPage(u"page%1Button"_s.arg(i), u"inbox"_s, u"Page"_s);
        m_pane->resize(m_pane->width(), 300);
        QTRY_COMPARE(m_pane->height(), 300); // it does not grow with them
        m_pane->setCurrent(31);
        const QAbstractButton *last = button(u"page29Button"_s);
        QTRY_VERIFY(
            m_pane->viewport()->rect().contains(last->mapTo(m_pane->viewport(), last->rect().center())));
        QVERIFY(last->isChecked());
    }

    void narrowItKeepsTheIcons()
    {
        const int whole = m_pane->width();
        m_pane->setWidth(NavigationPane::Width::Icons);
        QCOMPARE(m_pane->width(), metrics::navigationIconWidth);
        QVERIFY(m_pane->findChild<QLabel *>()->isHidden());
        QCOMPARE(button(u"secondButton"_s)->toolTip(), u"Second"_s);
        m_pane->setWidth(NavigationPane::Width::Whole);
        QCOMPARE(m_pane->width(), whole);
    }

private:
    QAbstractButton *button(const QString &name) const { return m_pane->findChild<QAbstractButton *>(name); }

    std::unique_ptr<NavigationPane> m_pane;
};

QTEST_MAIN(NavigationPaneTest)
#include "tst_navigationpane.moc"
