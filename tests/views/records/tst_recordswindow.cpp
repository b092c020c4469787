#include "tests/models/testfile.h"

#include "models/edits/editor.h"
#include "models/figures/board.h"
#include "models/items/roles.h"
#include "views/objectnames.h"
#include "views/records/fieldedit.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"
#include "views/records/recordswindow.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace liaison;

// What is set up in the window: regions, projects, indicators and levels, without a line of code for any of
// them.
class RecordsWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
    }
    void cleanup()
    {
        m_editor.reset();
        m_file.reset();
    }

    void aRegionOfOnesOwn()
    {
        RecordsWindow *window = open(fields::region::entity);
        RecordDialog *dialog = press(window, objectNames::newRecordButton);
        dialog->form()->edit(u"name"_s)->setText(u"Windward"_s);
        auto *members = dialog->findChild<QPlainTextEdit *>(objectNames::regionMembersEdit);
        members->setPlainText(u"TT, St Martin\ngy"_s);
        dialog->findChild<QPushButton *>(objectNames::saveRecordButton)->click();
        auto *error = dialog->findChild<QLabel *>(objectNames::regionMembersErrorLabel);
        QVERIFY(error->isVisible()); // MF or SX
        QVERIFY(error->text().contains(u"SX"_s));
        QVERIFY(m_editor->undoStack()->count() == 0);
        members->setPlainText(u"TT, SX\ngy, Trinidad and Tobago"_s);
        dialog->findChild<QPushButton *>(objectNames::saveRecordButton)->click();
        QCOMPARE(codes(u"Windward"_s), QStringList({u"TT"_s, u"SX"_s, u"GY"_s}));
        m_editor->undoStack()->undo(); // one step
        QVERIFY(!findRegion(m_file->store(), u"Windward"_s).ok());
        delete window;
    }

    void aRegionIsRearranged()
    {
        RecordsWindow *window = open(fields::region::entity);
        choose(window, TestFile::region(u"Pair"_s));
        RecordDialog *dialog = press(window, objectNames::openRecordButton);
        auto *members = dialog->findChild<QPlainTextEdit *>(objectNames::regionMembersEdit);
        QCOMPARE(members->toPlainText(), u"TT, GY"_s);
        members->setPlainText(u"BB, GY"_s);
        dialog->findChild<QPushButton *>(objectNames::saveRecordButton)->click();
        QCOMPARE(codes(u"Pair"_s), QStringList({u"BB"_s, u"GY"_s}));
        m_editor->undoStack()->undo();
        QCOMPARE(codes(u"Pair"_s), QStringList({u"TT"_s, u"GY"_s}));
        delete window;
    }

    // A sixth project and an indicator more, with its levels: on the board without code.
    void anIndicatorMore()
    {
        record(fields::project::entity,
            {{u"code"_s, u"5X"_s}, {u"title"_s, u"Security"_s}, {u"position"_s, u"6"_s}});
        record(fields::indicator::entity,
            {{u"code"_s, u"DNSSEC"_s}, {u"project"_s, u"5X"_s}, {u"title"_s, u"DNSSEC"_s},
                {u"scale"_s, u"ladder"_s}, {u"on_board"_s, u"yes"_s}, {u"position"_s, u"9"_s}});
        record(fields::level::entity,
            {{u"indicator"_s, u"DNSSEC"_s}, {u"code"_s, u"unsigned"_s}, {u"title"_s, u"unsigned"_s},
                {u"position"_s, u"0"_s}});
        record(fields::level::entity,
            {{u"indicator"_s, u"DNSSEC"_s}, {u"code"_s, u"signed"_s}, {u"title"_s, u"signed"_s},
                {u"position"_s, u"1"_s}, {u"meets"_s, u"yes"_s}});
        m_file->observe(u"BB"_s, u"DNSSEC"_s, u"2007-01"_s, Value(u"signed"_s));
        const Board board = boardAsOf(m_file->store(), m_file->readRegion(), QDate(2007, 2, 15));
        QCOMPARE(board.indicators.back().code, u"DNSSEC"_s);
        QCOMPARE(board.indicators.back().projectTitle, u"Security"_s);
        QCOMPARE(board.totals.back().met, 1);
    }

    void searchesAndDeletes()
    {
        RecordsWindow *window = open(fields::territory::entity);
        window->findChild<QLineEdit *>(objectNames::filterEdit)->setText(u"guy"_s);
        QCOMPARE(window->view()->model()->rowCount(), 1);
        window->view()->selectRow(0);
        window->findChild<QPushButton *>(objectNames::deleteRecordButton)->click();
        QCOMPARE(window->view()->model()->rowCount(), 0);
        m_editor->undoStack()->undo();
        QCOMPARE(window->view()->model()->rowCount(), 1);
        delete window;
    }

    void readOnlyOffersNothingToWrite()
    {
        m_editor.reset();
        m_file->reopen(OpenMode::ReadOnly);
        m_editor = std::make_unique<Editor>(m_file->store());
        RecordsWindow *window = open(fields::region::entity);
        QVERIFY(!window->findChild<QPushButton *>(objectNames::newRecordButton));
        QVERIFY(!window->findChild<QPushButton *>(objectNames::deleteRecordButton));
        choose(window, TestFile::region(u"Pair"_s));
        RecordDialog *dialog = press(window, objectNames::openRecordButton);
        QVERIFY(!dialog->findChild<QPushButton *>(objectNames::saveRecordButton));
        delete window;
    }

private:
    RecordsWindow *open(QLatin1StringView entity)
    {
        auto *window = new RecordsWindow(*m_editor, *m_file->store().catalogue().entity(entity), nullptr);
        window->show();
        return window;
    }
    static RecordDialog *press(RecordsWindow *window, const QString &button)
    {
        window->findChild<QPushButton *>(button)->click();
        return window->findChildren<RecordDialog *>().constLast();
    }
    static void choose(RecordsWindow *window, QUuid id)
    {
        for (int row = 0; row < window->view()->model()->rowCount(); ++row) {
            if (window->view()->model()->index(row, 0).data(IdRole).toUuid() == id)
                window->view()->selectRow(row);
        }
    }
    void record(QLatin1StringView entity, const QMap<QString, QString> &values)
    {
        RecordForm form(*m_editor, *m_file->store().catalogue().entity(entity), Record(), values);
        QStringList errors;
        const bool saved = form.save();
        for (const QLabel *label : form.findChildren<QLabel *>()) {
            if (label->objectName().endsWith(u"ErrorLabel"_s))
                errors.append(label->text());
        }
        QVERIFY2(saved, qPrintable(errors.join(u' ')));
    }
    QStringList codes(const QString &region) const
    {
        QStringList all;
        for (const Region::Member &member : m_file->readRegion(region).members)
            all.append(m_file->store().keyOf(fields::territory::entity, member.territory));
        return all;
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
};

QTEST_MAIN(RecordsWindowTest)
#include "tst_recordswindow.moc"
