#include "tests/app/window/windowfixture.h"

#include "app/dialogs/importdialog.h"
#include "app/dialogs/newfiledialog.h"
#include "app/dialogs/reportdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QtTest>

using namespace liaison;
using namespace liaison::test;

// What asks: new file, import, report, copy.
class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpected);
        m_desk = std::make_unique<Desk>();
    }
    void cleanup() { m_desk.reset(); }

    void aNewFileForARegion()
    {
        m_desk->find<QAbstractButton>(objectNames::newFileButton)->click();
        QVERIFY(m_desk->find(objectNames::newFileDialog));
        m_desk->dialogs.answerNext(m_desk->path(u"mine"_s));
        click(objectNames::createButton);
        QVERIFY(m_desk->window->presence());
        QVERIFY(QFile::exists(m_desk->path(u"mine.liaison"_s)));
        QTRY_VERIFY(!m_desk->find(objectNames::newFileDialog));
        QVERIFY(m_desk->board()->model()->rowCount() > 20);
        QVERIFY(m_desk->find(objectNames::nameStrip)->isHidden()); // nothing is reconstructed here
    }

    void ownCodes()
    {
        m_desk->press(Qt::Key_N, Qt::ControlModifier);
        m_desk->find<QRadioButton>(objectNames::codesRadioButton)->click();
        QVERIFY(!m_desk->find<QPushButton>(objectNames::createButton)->isEnabled());
        auto *codes = m_desk->find<QLineEdit>(objectNames::codesEdit);
        codes->setText(u"BB, XY"_s);
        m_desk->dialogs.answerNext(m_desk->path(u"two.liaison"_s));
        click(objectNames::createButton);
        QVERIFY2(m_desk->find(objectNames::newFileDialog), "an unknown code is refused in the dialog");
        QVERIFY(!QFile::exists(m_desk->path(u"two.liaison"_s)));
        codes->setText(u"BB, gd"_s);
        m_desk->find<QLineEdit>(objectNames::regionNameEdit)->setText(u"Two & more"_s);
        m_desk->dialogs.answerNext(m_desk->path(u"two.liaison"_s));
        click(objectNames::createButton);
        QCOMPARE(m_desk->board()->model()->rowCount(), 2);
        QCOMPARE(m_desk->window->presence()->region().name, u"Two & more"_s);
    }

    void anExistingFileIsNotReplaced()
    {
        const QString file = m_desk->write(u"there.liaison"_s, "something of mine");
        m_desk->press(Qt::Key_N, Qt::ControlModifier);
        m_desk->dialogs.answerNext(file);
        click(objectNames::createButton);
        QVERIFY(!m_desk->window->presence());
        QCOMPARE(QFileInfo(file).size(), 17);
        m_desk->find<QDialog>(objectNames::newFileDialog)->reject();
        m_desk->openExample();
        m_desk->dialogs.answerNext(file);
        m_desk->act(objectNames::saveCopyAction)->trigger();
        QVERIFY(!m_desk->notice().isEmpty());
        QCOMPARE(QFileInfo(file).size(), 17);
    }

    void aCopyIsWhole()
    {
        m_desk->openExample();
        m_desk->goTo(u"AI"_s, u"ALS"_s);
        m_desk->type(u"5"_s); // still in the cell
        m_desk->dialogs.answerNext(m_desk->path(u"copy"_s));
        m_desk->act(objectNames::saveCopyAction)->trigger();
        m_desk->window->openFile(m_desk->path(u"copy.liaison"_s));
        QCOMPARE(m_desk->window->windowTitle(), u"copy - Liaison"_s);
        QCOMPARE(m_desk->text(u"AI"_s, u"ALS"_s), u"5"_s);
    }

    void aSheetIsShownBeforeItIsRead()
    {
        m_desk->openExample();
        const QString sheet = m_desk->write(u"sheet.csv"_s,
            "territory,ALS,GAC,remark\nBarbados,4,observer,x\nNowhere,1,,\nGrenada,minus,represented,\n");
        m_desk->dialogs.answerNext(sheet);
        m_desk->press(Qt::Key_I, Qt::ControlModifier);
        const auto *dialog = m_desk->find(objectNames::importDialog);
        QVERIFY(dialog);
        const auto *refused = m_desk->find<QTableView>(objectNames::refusedView)->model();
        QCOMPARE(refused->rowCount(), 2);
        QCOMPARE(refused->index(0, 0).data().toString(), u"3"_s); // the line
        QCOMPARE(refused->index(1, 0).data().toString(), u"4"_s);
        auto *summary = m_desk->find<QLabel>(objectNames::importSummaryLabel);
        QVERIFY2(summary->text().contains(u"remark"_s), qPrintable(summary->text()));
        auto *date = m_desk->find<QLineEdit>(objectNames::importDateEdit);
        auto *import = m_desk->find<QPushButton>(objectNames::importButton);
        date->setText(u"someday"_s);
        QVERIFY(!import->isEnabled());
        date->setText(u"2007-05"_s);
        QVERIFY(import->isEnabled());
        QCOMPARE(m_desk->text(u"BB"_s, u"GAC"_s), QString()); // nothing is written so far

        click(objectNames::importButton);
        QTRY_VERIFY(!m_desk->find(objectNames::importDialog));
        QCOMPARE(m_desk->text(u"BB"_s, u"ALS"_s), u"4"_s);
        QCOMPARE(m_desk->text(u"GD"_s, u"GAC"_s), u"represented"_s);
        QCOMPARE(m_desk->text(u"GD"_s, u"ALS"_s), QString());
        QCOMPARE(m_desk->cell(u"BB"_s, u"GAC"_s).data(DateTextRole).toString(), u"May 2007"_s);
        m_desk->act(objectNames::undoAction)->trigger(); // one step
        QCOMPARE(m_desk->text(u"BB"_s, u"ALS"_s), u"2"_s);
        QCOMPARE(m_desk->text(u"GD"_s, u"GAC"_s), QString());
    }

    void theSameSheetAgainChangesNothing()
    {
        m_desk->openExample();
        m_desk->showDate(u"2007-02-15"_s);
        m_desk->dialogs.answerNext(m_desk->write(u"sheet.csv"_s, "code,ALS\nBB,2\nJM,2\nAI,\n"));
        m_desk->press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(!m_desk->find<QPushButton>(objectNames::importButton)->isEnabled());
        click(objectNames::cancelButton);
        QTRY_VERIFY(!m_desk->find(objectNames::importDialog));
    }

    void aSpreadsheetStartsAFile()
    {
        m_desk->dialogs.answerNext(m_desk->write(u"sheet.csv"_s, "code,ccNSO\nTT,active\n"));
        m_desk->find<QAbstractButton>(objectNames::fromSheetButton)->click();
        m_desk->dialogs.answerNext(m_desk->path(u"fresh.liaison"_s));
        click(objectNames::createButton);
        QVERIFY(m_desk->find(objectNames::importDialog));
        click(objectNames::importButton);
        QCOMPARE(m_desk->text(u"TT"_s, u"ccNSO"_s), u"active"_s);
    }

    void aSheetThatIsGone()
    {
        m_desk->openExample();
        m_desk->dialogs.answerNext(m_desk->path(u"gone.csv"_s));
        m_desk->press(Qt::Key_I, Qt::ControlModifier);
        QVERIFY(m_desk->notice().contains(u"gone.csv"_s));
        QVERIFY(!m_desk->find(objectNames::importDialog));
    }

    void theBoardReport()
    {
        m_desk->openExample();
        QList<QByteArray> reports;
        for (const int paper : {0, 1, 0}) { // A4, Letter, and A4 again over the first
            m_desk->act(objectNames::exportReportAction)->trigger();
            m_desk->find<QComboBox>(objectNames::paperCombo)->setCurrentIndex(paper);
            m_desk->dialogs.answerNext(m_desk->path(paper == 0 ? u"board"_s : u"letter"_s));
            click(objectNames::exportButton);
            QTRY_VERIFY(!m_desk->find(objectNames::reportDialog));
            QFile pdf(m_desk->path(paper == 0 ? u"board.pdf"_s : u"letter.pdf"_s));
            QVERIFY(pdf.open(QIODevice::ReadOnly));
            reports += pdf.readAll();
            QVERIFY(reports.last().startsWith("%PDF-"));
            QVERIFY(m_desk->notice().contains(QFileInfo(pdf).fileName()));
        }
        QCOMPARE(reports[2], reports[0]);
        QVERIFY(reports[1] != reports[0]);
    }

    void aReportThatCannotBeWritten()
    {
        m_desk->openExample();
        m_desk->press(Qt::Key_E, Qt::ControlModifier);
        m_desk->dialogs.answerNext(m_desk->path(u"no/such/folder/board.pdf"_s));
        click(objectNames::exportButton);
        QVERIFY(m_desk->notice().contains(u"board.pdf"_s));
    }

private:
    void click(const QString &name) { m_desk->find<QPushButton>(name)->click(); }

    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(DialogsTest)
#include "tst_dialogs.moc"
