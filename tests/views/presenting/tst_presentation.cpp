#include "tests/models/testfile.h"

#include "models/figures/board.h"
#include "views/objectnames.h"
#include "views/presenting/presentation.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QPointer>
#include <QtTest>

using namespace liaison;

// What a room sees, and the keys that lead through it.
class PresentationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-01"_s, Value(u"represented"_s));
        m_file->observe(u"TT"_s, u"GAC"_s, u"2007-01"_s, Value(u"observer"_s));
    }
    void cleanup()
    {
        delete m_shown;
        m_file.reset();
    }

    void theTitleIsASentenceWithTheFigure()
    {
        open(QDate(2007, 2, 15), 1, 1);
        m_shown->showPage(Presentation::Page::Map);
        QCOMPARE(m_shown->title(), u"1 of 5 territories meet the goal: GAC"_s);
        QCOMPARE(m_shown->subtitle(), u"As of 15 Feb 2007. On the way: 1; not met: 0; unknown: 3."_s);
        QCOMPARE(m_shown->accessibleName(), m_shown->title());
        m_shown->showPage(Presentation::Page::Territory);
        QCOMPARE(m_shown->title(), u"Barbados"_s);
    }

    // What was done instead of an indicator: numbers and nothing of the rows behind them.
    void theMapShowsAFigure()
    {
        open(QDate(2007, 2, 15), 1, 1);
        OutreachNumbers numbers;
        numbers.figure = u"activities"_s;
        numbers.title = u"Activities"_s;
        numbers.day = QDate(2007, 2, 15);
        numbers.numbers = {{TestFile::territory(u"BB"_s), 3}};
        numbers.total = 3;
        m_shown->setFigure(numbers);
        m_shown->showPage(Presentation::Page::Map);
        QCOMPARE(m_shown->title(), u"Activities: 3, twelve months to 15 Feb 2007"_s);
        QCOMPARE(m_shown->subtitle(), u"As of 15 Feb 2007. On record in 1 of 5 territories."_s);
        QVERIFY(!m_shown->grab().isNull());
        m_shown->showPage(Presentation::Page::Trends);
        QCOMPARE(m_shown->title(), u"1 of 5 territories meet the goal: GAC"_s);
    }

    void chosenPagesAloneAreShown()
    {
        open(QDate(2007, 2, 15), 0, 0);
        using Page = Presentation::Page;
        m_shown->setPages({Page::Map, Page::Territory});
        QCOMPARE(m_shown->page(), Page::Map); // the board is not among them
        m_shown->showPage(Page::Trends);
        QCOMPARE(m_shown->page(), Page::Map);
        QTest::keyClick(m_shown, Qt::Key_Right);
        QCOMPARE(m_shown->page(), Page::Territory);
        QTest::keyClick(m_shown, Qt::Key_Right);
        QCOMPARE(m_shown->page(), Page::Territory);
        QTest::keyClick(m_shown, Qt::Key_Left);
        QCOMPARE(m_shown->page(), Page::Map);
        QVERIFY(!m_shown->grab().isNull());
        m_shown->setPages({}); // none chosen is all
        QTest::keyClick(m_shown, Qt::Key_Left);
        QCOMPARE(m_shown->page(), Page::Board);
    }

    void theKeysLeadThrough()
    {
        open(QDate(2007, 2, 15), 0, 0);
        using Page = Presentation::Page;
        QCOMPARE(m_shown->page(), Page::Board);
        QTest::keyClick(m_shown, Qt::Key_Left); // there is none before
        QCOMPARE(m_shown->page(), Page::Board);
        for (const Page page : {Page::Map, Page::Trends, Page::Territory, Page::Territory}) {
            QTest::keyClick(m_shown, Qt::Key_Right);
            QCOMPARE(m_shown->page(), page);
            QVERIFY(!m_shown->grab().isNull());
        }
        QTest::keyClick(m_shown, Qt::Key_Down);
        QCOMPARE(m_shown->row(), size_t(1));
        QTest::keyClick(m_shown, Qt::Key_PageUp);
        QTest::keyClick(m_shown, Qt::Key_Down);
        QCOMPARE(m_shown->indicator(), size_t(1));
        QTest::keyClick(m_shown, Qt::Key_Escape);
        QTRY_VERIFY(!m_shown);
    }

    void anEmptyBoardIsNoMatter()
    {
        open(QDate(2007, 2, 15), 7, 900);
        delete m_shown;
        Board nothing;
        m_shown = new Presentation(m_file->store(), nothing, 0, 0, QDate(2007, 2, 15));
        m_shown->resize(1280, 800);
        m_shown->show();
        for (int i = 0; i < 4; ++i) {
            QVERIFY(!m_shown->grab().isNull());
            QTest::keyClick(m_shown, Qt::Key_Down);
            QTest::keyClick(m_shown, Qt::Key_Right);
        }
    }

private:
    void open(QDate asOf, size_t indicator, size_t row)
    {
        m_shown = new Presentation(m_file->store(), boardAsOf(m_file->store(), m_file->readRegion(), asOf),
            indicator, row, QDate(2007, 2, 15));
        m_shown->resize(1280, 800);
        m_shown->show();
    }

    std::unique_ptr<TestFile> m_file;
    QPointer<Presentation> m_shown;
};

QTEST_MAIN(PresentationTest)
#include "tst_presentation.moc"
