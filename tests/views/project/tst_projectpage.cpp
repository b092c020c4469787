#include "tests/models/outreachfile.h"

#include "models/edits/editor.h"
#include "models/items/roles.h"
#include "views/charts/outreachchart.h"
#include "views/map/territorytiles.h"
#include "views/objectnames.h"
#include "views/project/projectfigureparts.h"
#include "views/project/projectpage.h"
#include "views/project/projecttable.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"
#include "views/records/rowsbehind.h"
#include "views/style/stylesheet.h"
#include "views/widgets/codelist.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;

// The page of one project, from a file, and what can be done there.
class tst_ProjectPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<OutreachFile>();
        m_file->addFellows();
        m_editor = std::make_unique<Editor>(m_file->store());
    }
    void cleanup()
    {
        m_page.reset();
        m_editor.reset();
        m_file.reset();
    }

    // A sentence for each part.
    void emptyProject()
    {
        open(u"4F"_s);
        QVERIFY(!m_page->programmes()->isVisible() && !m_page->latest()->isVisible());
        const QString all = shownTexts();
        QVERIFY(all.contains(u"No programme is on file"_s));
        QVERIFY(all.contains(u"No activity, agreement or participation"_s));
        QVERIFY(all.contains(u"Nothing is due or planned"_s));
        QVERIFY(all.contains(u"No outcome is written yet"_s));
        QVERIFY(all.contains(u"No wording is on file"_s));
        QVERIFY(m_page->indicators()->isVisible());
    }

    void followsTheFile()
    {
        open(u"1Q"_s);
        const QUuid programme = addProgramme(u"1Q"_s, u"Training"_s);
        QTRY_COMPARE(m_page->figures().programmes.size(), 1U);
        QVERIFY(m_page->programmes()->isVisible());
        m_page->hide();
        m_file->remove(fields::programme::entity, programme);
        m_page->show();
        QVERIFY(m_page->figures().programmes.empty());
    }

    void aProjectThatIsDeletedMeanwhile()
    {
        const QUuid row = OutreachFile::project(u"9Z"_s);
        m_file->create(fields::project::entity, row,
            {{fields::project::code, Value(u"9Z"_s)}, {fields::project::title, Value(u"Sixth"_s)}});
        openRow(row);
        QVERIFY(shownTexts().contains(u"Sixth"_s));
        m_file->remove(fields::project::entity, row);
        QTRY_VERIFY(shownTexts().contains(u"Sixth"_s)); // until another page is shown
    }

    // A large file is read in another thread.
    void followsALargeFile()
    {
        m_page = std::make_unique<ProjectPage>(*m_editor, OutreachFile::project(u"1Q"_s));
        m_page->setThreadedFrom(0);
        m_page->setShown(m_file->readRegion(), TestFile::date(u"2007-02-15"_s));
        m_page->show();
        addProgramme(u"1Q"_s, u"Training"_s);
        QTRY_COMPARE(m_page->figures().programmes.size(), 1U);
    }

    void noNameOfAPerson()
    {
        const QUuid person = m_file->person(u"Canary"_s);
        m_file->participation(person, participationStage::awarded, u"GY"_s, u"2007-01-10"_s,
            {{fields::participation::round, Value(u"Round D"_s)}});
        open(u"4F"_s);
        QVERIFY(!m_page->figures().latest.empty());
        QVERIFY(!shownTexts().contains(u"Canary"_s));
        const QAbstractItemModel &latest = *m_page->latest()->model();
        for (int column = 0; column < latest.columnCount(); ++column) {
            QVERIFY(!latest.index(0, column).data().toString().contains(u"Canary"_s));
            QVERIFY(!latest.index(0, column).data(Qt::ToolTipRole).toString().contains(u"Canary"_s));
        }
    }

    void theFirstFigureWithRows()
    {
        m_file->participation(m_file->person(u"A"_s), participationStage::awarded, u"GY"_s, u"2007-01-10"_s);
        open(u"4F"_s);
        QCOMPARE(m_page->parts()->figure(), u"awards"_s);
        QCOMPARE(m_page->parts()->tiles()->content().numbers.value(TestFile::territory(u"GY"_s)), 1);
        QCOMPARE(m_page->parts()->tiles()->content().territories.size(), 5U);
        m_page->parts()->choose(u"activities"_s);
        QTRY_VERIFY(m_page->parts()->tiles()->content().numbers.isEmpty());
    }

    void aCodeLeadsToTheTerritory()
    {
        open(u"4F"_s);
        QSignalSpy chosen(m_page.get(), &ProjectPage::territoryChosen);
        Q_EMIT m_page->parts()->silent()->linkActivated(u"0"_s);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toUuid(), TestFile::territory(u"AN"_s));
        Q_EMIT m_page->parts()->tiles()->territoryChosen(TestFile::territory(u"GY"_s));
        QCOMPARE(chosen.size(), 2);
    }

    void enterOpensARecord()
    {
        const QUuid programme = addProgramme(u"1Q"_s, u"Training"_s);
        open(u"1Q"_s);
        m_page->programmes()->setFocus();
        m_page->programmes()->setCurrentIndex(m_page->programmes()->model()->index(0, 0));
        QTest::keyClick(m_page->programmes(), Qt::Key_Return);
        QVERIFY(dialog());
        QCOMPARE(dialog()->form()->row(), programme);
        dialog()->close();
    }

    void aProgrammeOfTheProject()
    {
        open(u"1Q"_s);
        m_page->findChild<QAbstractButton *>(objectNames::newHereButton)->click();
        QVERIFY(dialog());
        auto *title = dialog()->findChild<QLineEdit *>(QString(fields::programme::title) + u"Control"_s);
        QVERIFY(title);
        title->setText(u"Hands on"_s);
        dialog()->findChild<QAbstractButton *>(objectNames::saveRecordButton)->click();
        QTRY_COMPARE(m_page->figures().programmes.size(), 1U);
        QCOMPARE(m_page->figures().programmes[0].title, u"Hands on"_s);
    }

    // A task about the project stands among its next steps.
    void aNextStep()
    {
        open(u"1Q"_s);
        m_page->findChild<QAbstractButton *>(objectNames::projectAddStepButton)->click();
        QMenu *menu = nullptr;
        for (QMenu *each : m_page->findChildren<QMenu *>()) {
            if (each->isVisible())
                menu = each;
        }
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), 2);
        menu->actions()[1]->trigger();
        menu->close();
        QVERIFY(dialog());
        auto *text = dialog()->findChild<QPlainTextEdit *>(QString(fields::task::text) + u"Control"_s);
        auto *due = dialog()->findChild<QLineEdit *>(QString(fields::task::due) + u"Control"_s);
        QVERIFY(text && due);
        text->setPlainText(u"Call them"_s);
        due->setText(u"2007-02-01"_s);
        dialog()->findChild<QAbstractButton *>(objectNames::saveRecordButton)->click();
        QTRY_COMPARE(m_page->figures().next.size(), 1U);
        auto *row = m_page->findChild<QAbstractButton *>(objectNames::projectNextRow);
        QVERIFY(row && row->accessibleName().contains(u"Call them"_s));
        QVERIFY(row->accessibleName().contains(u"14"_s)); // days late
    }

    void aQuarterLeadsToItsRows()
    {
        const auto of = [](const QString &code) {
            return std::vector<std::pair<QLatin1StringView, Value>>{
                {fields::activity::projects, OutreachFile::projects(code)}};
        };
        const QUuid course = m_file->activity(u"Course"_s, u"2007-01-20"_s, u"BB"_s, of(u"1Q"_s));
        m_file->activity(u"Of another project"_s, u"2007-01-20"_s, u"BB"_s, of(u"3C"_s));
        m_file->activity(u"Outside the region"_s, u"2007-01-20"_s, u"GB"_s, of(u"1Q"_s));
        m_file->activity(u"The quarter before"_s, u"2006-12-20"_s, u"BB"_s, of(u"1Q"_s));
        open(u"1Q"_s);
        OutreachChart *chart = m_page->findChild<ProjectFigureParts *>()->chart();
        QTRY_VERIFY(chart->isVisible());
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_End);
        QTest::keyClick(chart, Qt::Key_Return);
        const auto *rows = m_page->findChild<RowsBehind *>();
        QVERIFY(rows && rows->isVisible());
        QTRY_COMPARE(rows->model().rowCount(), 1);
        QCOMPARE(rows->model().index(0, 0).data(IdRole).toUuid(), course);
    }

    void allProgrammes()
    {
        addProgramme(u"1Q"_s, u"Training"_s);
        open(u"1Q"_s);
        QSignalSpy asked(m_page.get(), &ProjectPage::programmesRequested);
        m_page->findChild<QAbstractButton *>(objectNames::projectAllProgrammesButton)->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toUuid(), OutreachFile::project(u"1Q"_s));
    }

    void theDateIsPresences()
    {
        m_file->activity(u"Visit"_s, u"2007-01-10"_s, u"GY"_s,
            {{fields::activity::projects, OutreachFile::projects(u"1Q"_s)}});
        open(u"1Q"_s);
        QCOMPARE(m_page->figures().latest.size(), 1U);
        QSignalSpy chosen(m_page.get(), &ProjectPage::asOfChosen);
        auto *date = m_page->findChild<QLineEdit *>(objectNames::projectAsOfEdit);
        date->setFocus();
        date->selectAll();
        QTest::keyClicks(date, u"2006"_s);
        QTest::keyClick(date, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        m_page->setShown(m_file->readRegion(), TestFile::date(u"2006"_s));
        QTRY_VERIFY(m_page->figures().latest.empty());
    }

    void tablesAreAsHighAsTheirRows()
    {
        open(u"3C"_s);
        const int before = m_page->indicators()->height();
        m_page->resize(700, 500); // below each other
        QCOMPARE(m_page->indicators()->height(), before);
        QCOMPARE(m_page->indicators()->height(), m_page->indicators()->sizeHint().height());
    }

private:
    void open(const QString &code) { openRow(OutreachFile::project(code)); }
    void openRow(QUuid project)
    {
        m_page = std::make_unique<ProjectPage>(*m_editor, project);
        m_page->setShown(m_file->readRegion(), TestFile::date(u"2007-02-15"_s));
        m_page->resize(1256, 780);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        m_page->setFocus();
    }
    QUuid addProgramme(const QString &project, const QString &title)
    {
        namespace f = fields::programme;
        return m_file->add(f::entity,
            {{f::project, Value(OutreachFile::project(project))}, {f::title, Value(title)},
                {f::stage, Value(stageCode::running)}});
    }
    RecordDialog *dialog() const
    {
        for (RecordDialog *each : m_page->findChildren<RecordDialog *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QString shownTexts() const
    {
        QStringList texts;
        for (const QLabel *each : m_page->findChildren<QLabel *>()) {
            if (each->isVisible())
                texts += each->text();
        }
        for (const QAbstractButton *each : m_page->findChildren<QAbstractButton *>())
            texts += each->accessibleName();
        return texts.join(u'\n');
    }

    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<ProjectPage> m_page;
};

QTEST_MAIN(tst_ProjectPage)
#include "tst_projectpage.moc"
