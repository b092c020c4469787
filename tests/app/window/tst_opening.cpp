#include "models/exchange/readymade.h"
#include "tests/app/window/windowfixture.h"

#include <QCryptographicHash>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QtTest>
#include <QUrl>

using namespace liaison;
using namespace liaison::test;

// Files that can and cannot be opened: said in the page, never in the way, never touched.
class OpeningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpected);
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }

    void whatIsNoFileOfOurs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("text") << QByteArray("code,territory\nBB,Barbados\n");
        QTest::addRow("the head of an SQLite file and nothing else") << QByteArray("SQLite format 3\0", 16);
        QTest::addRow("markup") << QByteArray("<b>bold</b><img src='x'>");
    }
    void whatIsNoFileOfOurs()
    {
        QFETCH(QByteArray, bytes);
        const QString file = m_desk->write(u"<b>odd.liaison"_s, bytes);
        m_desk->window->openFile(file);
        QVERIFY(!m_desk->window->presence());
        auto *message = m_desk->find<QLabel>(objectNames::openingMessageLabel);
        QVERIFY(message && message->isVisible());
        QVERIFY(!message->text().isEmpty());
        QCOMPARE(message->textFormat(), Qt::PlainText);
        QFile after(file);
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), bytes);
    }

    void missingAndFolders()
    {
        m_desk->window->openFile(m_desk->path(u"nowhere.liaison"_s));
        auto *message = m_desk->find<QLabel>(objectNames::openingMessageLabel);
        QVERIFY(message->isVisible());
        QVERIFY(!QFile::exists(m_desk->path(u"nowhere.liaison"_s)));
        m_desk->window->openFile(m_desk->path(QString()));
        QVERIFY(message->isVisible());
        QVERIFY(!m_desk->window->presence());
    }

    void aFileCutInHalf()
    {
        const QString file = m_desk->makeExample();
        QFile half(file);
        QVERIFY(half.resize(half.size() / 2));
        m_desk->window->openFile(file);
        // Refused or shown as far as it reads; the window stands either way.
        QVERIFY(m_desk->window->presence()
            || !m_desk->find<QLabel>(objectNames::openingMessageLabel)->text().isEmpty());
    }

    void anOlderFileIsGivenTheNewerReferenceData()
    {
        const QString file = m_desk->path(u"older.liaison"_s);
        const auto releases = readymadeEdits(u"reference"_s);
        QVERIFY(releases);
        {
            const auto store = Store::create(file, m_desk->surroundings());
            QVERIFY(store && (*store)->merge({releases->front()}));
        }
        m_desk->window->openFile(file);
        QVERIFY(m_desk->window->presence());
        const auto store = Store::open(file, OpenMode::ReadOnly, m_desk->surroundings()).store;
        QVERIFY(store);
        QCOMPARE(store->allEdits().size(), releases->size());
    }

    void aRefusedFileLeavesTheOpenOne()
    {
        m_desk->openExample();
        m_desk->window->openFile(m_desk->write(u"other.liaison"_s, "nothing"));
        QVERIFY(m_desk->window->presence());
        QCOMPARE(m_desk->window->windowTitle(), u"example - Liaison"_s);
        QVERIFY(m_desk->notice().contains(u"other.liaison"_s));
    }

    void recentFilesStandOnTheWelcomePage()
    {
        QVERIFY(!m_desk->find(objectNames::recentFileButton));
        m_desk->openExample();
        m_desk->press(Qt::Key_W, Qt::ControlModifier);
        auto *button = m_desk->find<QToolButton>(objectNames::recentFileButton);
        QVERIFY(button);
        QCOMPARE(button->text(), u"example"_s);
        button->click();
        QVERIFY(m_desk->window->presence());
    }

    void theExampleOpensAtItsDate()
    {
        const QByteArray before = qgetenv("XDG_DATA_HOME");
        qputenv("XDG_DATA_HOME", m_desk->path(u"data"_s).toLocal8Bit());
        m_desk->find<QAbstractButton>(objectNames::exampleButton)->click();
        qputenv("XDG_DATA_HOME", before);
        QVERIFY(m_desk->window->presence());
        QCOMPARE(m_desk->window->presence()->asOf().toIso(), u"2007-02-15"_s);
        QCOMPARE(m_desk->text(u"JM"_s, u"ccNSO"_s), u"active"_s);
    }

    void aDroppedFileOpens()
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_desk->makeExample())});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_desk->window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(m_desk->window.get(), &drop);
        QVERIFY(m_desk->window->presence());
    }

    void theWelcomePageFits()
    {
        auto *scroll = m_desk->window->findChild<QScrollArea *>(u"welcomeScrollArea"_s);
        QTRY_VERIFY(!scroll->horizontalScrollBar()->isVisible());
        QTRY_VERIFY(!scroll->verticalScrollBar()->isVisible());
    }

private:
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(OpeningTest)
#include "tst_opening.moc"
