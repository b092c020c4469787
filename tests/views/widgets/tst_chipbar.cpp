#include "views/widgets/chipbar.h"

#include "views/objectnames.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestChipBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_bar = std::make_unique<ChipBar>();
        m_stage = m_bar->addChip(u"stageChip"_s, u"Stage"_s,
            {{u"any"_s, {}}, {u"idea & more"_s, u"idea"_s}, {u"done"_s, u"done"_s}});
        m_place = m_bar->addChip(u"placeChip"_s, u"Territory"_s, {{u"any"_s, {}}, {u"Guyana"_s, 7}});
        m_bar->resize(900, m_bar->height());
        m_bar->show();
    }

    void aChoiceFilters()
    {
        QSignalSpy changed(m_bar.get(), &ChipBar::changed);
        QVERIFY(!m_bar->isSet() && m_bar->value(m_stage).isNull());
        QMenu *menu = chip(u"stageChip"_s)->menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 3);
        QCOMPARE(menu->actions()[1]->text(), u"idea && more"_s);
        QVERIFY(menu->actions()[0]->isChecked());
        menu->actions()[1]->trigger();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_bar->value(m_stage).toString(), u"idea"_s);
        QCOMPARE(chip(u"stageChip"_s)->accessibleName(), u"Stage: idea & more"_s);
        m_bar->setValue(m_stage, u"idea"_s); // it is chosen already
        m_bar->setValue(m_stage, u"no such choice"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_bar->isSet() && clear()->isVisible());
        QTest::mouseClick(clear(), Qt::LeftButton);
        QCOMPARE(changed.size(), 2);
        QVERIFY(!m_bar->isSet() && !clear()->isVisible());
    }

    void theSearchFilters()
    {
        QSignalSpy changed(m_bar.get(), &ChipBar::changed);
        QSignalSpy left(m_bar.get(), &ChipBar::left);
        QTest::keyClicks(m_bar->searchEdit(), u" a  b"_s);
        QCOMPARE(m_bar->text(), u"a b"_s);
        QVERIFY(changed.size() >= 4);
        QTest::keyClick(m_bar->searchEdit(), Qt::Key_Return);
        QCOMPARE(left.size(), 1);
        QCOMPARE(m_bar->text(), u"a b"_s);
        QTest::keyClick(m_bar->searchEdit(), Qt::Key_Escape);
        QVERIFY(m_bar->text().isEmpty() && !m_bar->isSet());
    }

    void whatIsChosenStaysWhileItIsThere()
    {
        m_bar->setValue(m_place, 7);
        QSignalSpy changed(m_bar.get(), &ChipBar::changed);
        m_bar->setChoices(m_place, {{u"any"_s, {}}, {u"Cuba"_s, 3}, {u"Guyana"_s, 7}});
        QCOMPARE(m_bar->value(m_place).toInt(), 7);
        QVERIFY(changed.isEmpty());
        m_bar->setChoices(m_place, {{u"any"_s, {}}, {u"Cuba"_s, 3}});
        QVERIFY(m_bar->value(m_place).isNull());
        QCOMPARE(changed.size(), 1);
    }

    void theLastChipGivesWayFirst()
    {
        m_bar->setShown(3, 1240);
        QCOMPARE(m_bar->findChild<QLabel *>(objectNames::filterCountLabel)->text(),
            u"3 of %1"_s.arg(QLocale().toString(1240)));
        m_bar->resize(330, m_bar->height());
        QVERIFY(chip(u"stageChip"_s)->isVisible() && !chip(u"placeChip"_s)->isVisible());
        m_bar->setValue(m_place, 7);
        QVERIFY(chip(u"placeChip"_s)->isVisible());
    }

private:
    QToolButton *chip(const QString &name) const { return m_bar->findChild<QToolButton *>(name); }
    QToolButton *clear() const { return chip(objectNames::clearFilterButton); }

    std::unique_ptr<ChipBar> m_bar;
    int m_stage = 0;
    int m_place = 0;
};

QTEST_MAIN(TestChipBar)
#include "tst_chipbar.moc"
