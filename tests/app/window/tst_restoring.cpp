#include "tests/app/window/windowfixture.h"

#include <QDialog>
#include <QDirIterator>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace liaison;
using namespace liaison::test;

// Backups from the window, restoring one, and a file that is done away with under the window.
class RestoringTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Desk> m_desk;

    void click(const QString &name) { m_desk->find<QPushButton>(name)->click(); }
    void set(const QString &code, const QString &indicator, const QString &value)
    {
        m_desk->goTo(code, indicator);
        m_desk->type(value);
        m_desk->press(Qt::Key_Return);
    }
    const QAbstractItemModel *table(const QString &name) { return m_desk->find<QTableView>(name)->model(); }
    int backups() const // finished ones
    {
        int count = 0;
        for (QDirIterator it(
                 m_desk->path(u"backups"_s), {u"*.liaison"_s}, QDir::Files, QDirIterator::Subdirectories);
             it.hasNext(); it.next())
            ++count;
        return count;
    }
    QString textOf(const QString &name) { return m_desk->find<QLabel>(name)->text(); }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpected);
        m_desk = std::make_unique<Desk>(Desk::Backups::Made);
        m_desk->openExample();
        m_desk->act(objectNames::backUpAction)->trigger();
        QTRY_COMPARE(backups(), 1);
    }
    void cleanup() { m_desk.reset(); }

    void aBackupNow()
    {
        QTRY_VERIFY2(m_desk->notice().contains(m_desk->path(u"backups"_s)), qPrintable(m_desk->notice()));
        QCOMPARE(textOf(objectNames::backupLabel), u"Backup verified today"_s);
        m_desk->now = m_desk->now.addDays(1);
        QTRY_COMPARE(textOf(objectNames::backupLabel), u"Backup verified on 1 Jun 2007"_s);
    }

    void restoring()
    {
        set(u"AI"_s, u"ALS"_s, u"5"_s);
        set(u"BB"_s, u"ALS"_s, u"7"_s);
        m_desk->act(objectNames::restoreAction)->trigger();
        QVERIFY(m_desk->find(objectNames::restoreDialog));
        QCOMPARE(table(objectNames::backupsView)->rowCount(), 1);
        QCOMPARE(table(objectNames::backupsView)->index(0, 2).data().toString(), u"2"_s);
        const QAbstractItemModel *edits = table(objectNames::lackedEditsView);
        QCOMPARE(edits->rowCount(), 2); // newest first
        QVERIFY(edits->index(0, 2).data().toString().contains(u"Barbados"_s));
        QCOMPARE(edits->index(0, 1).data().toString(), u"Ann"_s);
        const QAbstractItemModel *cells = table(objectNames::otherCellsView);
        QCOMPARE(cells->rowCount(), 2);
        QStringList anguilla;
        for (int column = 0; column < 4; ++column)
            anguilla.append(cells->index(0, column).data().toString());
        QCOMPARE(anguilla, (QStringList{u"Anguilla"_s, u"ALS"_s, u"5"_s, u"unknown"_s}));

        click(objectNames::restoreBackupButton);
        QTRY_VERIFY(!m_desk->find(objectNames::restoreDialog));
        QCOMPARE(m_desk->text(u"AI"_s, u"ALS"_s), QString());
        QCOMPARE(m_desk->text(u"BB"_s, u"ALS"_s), u"2"_s);
        QVERIFY2(m_desk->notice().contains(u"-kept.liaison"_s), qPrintable(m_desk->notice()));
        // And back again, with what was kept.
        m_desk->act(objectNames::restoreAction)->trigger();
        QCOMPARE(table(objectNames::backupsView)->rowCount(), 2);
        QVERIFY(table(objectNames::backupsView)->index(0, 0).data().toString().contains(u"kept"_s));
        QVERIFY(textOf(objectNames::restoreSummaryLabel).contains(u"It holds 2 edits"_s));
        click(objectNames::restoreBackupButton);
        QTRY_COMPARE(m_desk->text(u"AI"_s, u"ALS"_s), u"5"_s);
        QCOMPARE(m_desk->text(u"BB"_s, u"ALS"_s), u"7"_s);
    }

    void nothingToRestore()
    {
        m_desk->act(objectNames::restoreAction)->trigger();
        QVERIFY(!m_desk->find<QPushButton>(objectNames::restoreBackupButton)->isEnabled());
        QVERIFY(textOf(objectNames::restoreSummaryLabel).contains(u"nothing to restore"_s));
    }

    void escapeIsSafe()
    {
        set(u"AI"_s, u"ALS"_s, u"5"_s);
        m_desk->act(objectNames::restoreAction)->trigger();
        QTest::keyClick(m_desk->find(objectNames::restoreDialog), Qt::Key_Escape);
        QTRY_VERIFY(!m_desk->find(objectNames::restoreDialog));
        QCOMPARE(m_desk->text(u"AI"_s, u"ALS"_s), u"5"_s);
    }

    void whatIsNoBackup()
    {
        set(u"AI"_s, u"ALS"_s, u"5"_s);
        m_desk->act(objectNames::restoreAction)->trigger();
        m_desk->dialogs.answerNext(m_desk->write(u"<b>odd.liaison"_s, "nothing of ours"));
        click(objectNames::otherBackupButton);
        QCOMPARE(table(objectNames::backupsView)->rowCount(), 2);
        QVERIFY(!m_desk->find<QPushButton>(objectNames::restoreBackupButton)->isEnabled());
        QVERIFY(textOf(objectNames::restoreSummaryLabel).contains(u"odd.liaison"_s));
        QCOMPARE(m_desk->find<QLabel>(objectNames::restoreSummaryLabel)->textFormat(), Qt::PlainText);
    }

    void closingBacksUpWhatChanged()
    {
        set(u"AI"_s, u"ALS"_s, u"5"_s);
        m_desk->now = m_desk->now.addSecs(7200);
        m_desk->act(objectNames::closeAction)->trigger();
        QTRY_COMPARE(backups(), 2);
        m_desk->window->openFile(m_desk->path(u"example.liaison"_s));
        set(u"AI"_s, u"ALS"_s, u"6"_s);
        m_desk->act(objectNames::restoreAction)->trigger();
        QCOMPARE(table(objectNames::backupsView)->rowCount(), 2);
        QCOMPARE(table(objectNames::backupsView)->index(0, 2).data().toString(), u"1"_s);
    }

    // --- The file is done away with

    void displaced_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<bool>("somethingThere");
        const QString file = u"example.liaison"_s;
        QTest::newRow("renamed") << QStringList{u"mv"_s, file, u"elsewhere.liaison"_s} << false;
        QTest::newRow("deleted") << QStringList{u"rm"_s, file} << false;
        QTest::newRow("another moved over it") << QStringList{u"mv"_s, u"other.liaison"_s, file} << true;
        QTest::newRow("another copied into it") << QStringList{u"cp"_s, u"other.liaison"_s, file} << true;
    }
    void displaced()
    {
        QFETCH(QStringList, command);
        QFETCH(bool, somethingThere);
        m_desk->makeExample(u"other.liaison"_s);
        set(u"AI"_s, u"ALS"_s, u"5"_s);
        QProcess program;
        program.setWorkingDirectory(m_desk->path(QString()));
        program.start(command[0], command.mid(1));
        QVERIFY(program.waitForFinished() && program.exitCode() == 0);
        QTRY_VERIFY(m_desk->find(objectNames::displacedDialog)); // by itself
        QVERIFY(textOf(objectNames::displacedLabel).contains(m_desk->path(u"backups"_s)));
        QCOMPARE(m_desk->find(objectNames::displacedOpenButton) != nullptr, somethingThere);
        QVERIFY(textOf(objectNames::savedLabel).contains(u"nothing is saved"_s));

        m_desk->dialogs.answerNext(m_desk->path(u"saved.liaison"_s));
        click(objectNames::displacedCopyButton);
        QTRY_COMPARE(m_desk->window->windowTitle(), u"saved - Liaison"_s);
        QTRY_VERIFY(!m_desk->find(objectNames::displacedDialog));
        QCOMPARE(m_desk->text(u"AI"_s, u"ALS"_s), u"5"_s);
        QCOMPARE(textOf(objectNames::savedLabel), u"Every edit saved"_s);
        QApplication::setActiveWindow(m_desk->window.get()); // a desktop does, once the dialog is gone
        set(u"AI"_s, u"ALS"_s, u"6"_s);
        QCOMPARE(m_desk->text(u"AI"_s, u"ALS"_s), u"6"_s);
    }

    void anEditBeforeItIsNoticedIsRefused()
    {
        QVERIFY(QFile::remove(m_desk->path(u"example.liaison"_s)));
        set(u"AI"_s, u"ALS"_s, u"5"_s);
        QCOMPARE(
            m_desk->window->presence()->model().data(m_desk->cell(u"AI"_s, u"ALS"_s)).toString(), QString());
        QTRY_VERIFY(m_desk->find(objectNames::displacedDialog));
    }

    void closingTheWindowTellsFirst()
    {
        QVERIFY(QFile::remove(m_desk->path(u"example.liaison"_s)));
        QVERIFY(!m_desk->window->close());
        QTRY_VERIFY(m_desk->find(objectNames::displacedDialog));
        m_desk->find<QDialog>(objectNames::displacedDialog)->reject();
        QVERIFY(m_desk->window->close());
    }
};

QTEST_MAIN(RestoringTest)
#include "tst_restoring.moc"
