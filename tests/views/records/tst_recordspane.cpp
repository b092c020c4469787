#include "tests/models/testfile.h"
#include "views/records/recordspane.h"

#include "models/edits/editor.h"
#include "models/items/roles.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"
#include "views/widgets/chipbar.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace liaison;

// Records of an entity as a page shows them: filters from the catalogue, a table, and what it asks of its
// page.
class RecordsPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_visit = activity(u"Visit to the ministry"_s, u"visit"_s, u"planned"_s, u"2007-03"_s, {u"GY"_s});
        m_workshop =
            activity(u"ccTLD workshop"_s, u"workshop"_s, u"done"_s, u"2007-02-12"_s, {u"GY"_s, u"TT"_s});
        m_call = activity(u"Monthly call"_s, u"call"_s, {}, u"2007"_s, {});
        m_pane = std::make_unique<RecordsPane>(*m_editor, entity());
        m_pane->resize(1000, 400);
        m_pane->show();
    }
    void cleanup()
    {
        m_pane.reset();
        m_editor.reset();
        m_file.reset();
    }

    void chipsOfTheCatalogue()
    {
        QCOMPARE(count(), u"3 of 3"_s);
        ChipBar *filter = m_pane->filter();
        const auto chip = [&](const QString &field) {
            return m_pane->findChild<QToolButton *>(objectNames::recordChip + field);
        };
        for (const QString &field : {u"kind"_s, u"role"_s, u"stage"_s, u"territories"_s, u"projects"_s})
            QVERIFY2(chip(field), qPrintable(field));
        QVERIFY(!chip(u"programme"_s));
        filter->setValue(0, u"workshop"_s);
        QCOMPARE(titles(), QStringList{u"ccTLD workshop"_s});
        QCOMPARE(count(), u"1 of 3"_s);
        filter->clear();
        filter->setValue(3, TestFile::territory(u"GY"_s));
        QCOMPARE(titles(), QStringList({u"Visit to the ministry"_s, u"ccTLD workshop"_s}));
        filter->searchEdit()->setText(u"minis"_s);
        QCOMPARE(titles(), QStringList{u"Visit to the ministry"_s});
        QCOMPARE(count(), u"1 of 3"_s);
    }

    void nothingToShow()
    {
        auto *empty = m_pane->findChild<QLabel *>(objectNames::emptyLabel);
        auto *act = m_pane->findChild<QToolButton *>(objectNames::emptyActButton);
        QVERIFY(!empty->isVisible());
        m_pane->filter()->searchEdit()->setText(u"nowhere"_s);
        QVERIFY(empty->isVisible());
        act->click(); // shows all
        QVERIFY(!empty->isVisible());
        QCOMPARE(titles().size(), 3);
        m_pane->setFixedFilters({{u"series"_s, Value(u"none of it"_s)}, {u"kind"_s, Value(u"talk"_s)}});
        QVERIFY(empty->isVisible());
        QCOMPARE(count(), u"0 of 0"_s);
        QSignalSpy asked(m_pane.get(), &RecordsPane::newRequested);
        act->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().at(0).toString(), u"activity"_s);
        const QMap<QString, QString> presets{{u"series"_s, u"none of it"_s}, {u"kind"_s, u"talk"_s}};
        QCOMPARE(m_pane->presets(), presets);
    }

    void sortsByItsHeads()
    {
        QHeaderView *head = m_pane->view()->horizontalHeader();
        int starts = 0;
        while (head->model()->headerData(starts, Qt::Horizontal).toString() != u"Starts"_s)
            ++starts;
        head->setSortIndicator(starts, Qt::AscendingOrder);
        QCOMPARE(titles(), QStringList({u"Monthly call"_s, u"ccTLD workshop"_s, u"Visit to the ministry"_s}));
    }

    void keysAskThePage()
    {
        QSignalSpy opened(m_pane.get(), &RecordsPane::recordRequested);
        QSignalSpy removed(m_pane.get(), &RecordsPane::removeRequested);
        m_pane->setCurrentRecord(m_workshop);
        QTest::keyClick(m_pane->view(), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(1).toUuid(), m_workshop);
        QTest::keyClick(m_pane->view(), Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.first().at(1).toUuid(), m_workshop);
    }

    void theChosenRowStaysChosen()
    {
        m_pane->setCurrentRecord(m_workshop);
        m_pane->filter()->searchEdit()->setText(u"work"_s);
        QCOMPARE(m_pane->currentRecord(), m_workshop);
        m_pane->filter()->searchEdit()->setText(u"minis"_s);
        QVERIFY(m_pane->currentRecord() != m_workshop);
        m_pane->filter()->clear();
        QCOMPARE(m_pane->currentRecord(), m_workshop);
        m_pane->view()->sortByColumn(0, Qt::DescendingOrder);
        QCOMPARE(m_pane->currentRecord(), m_workshop);
        activity(u"aaa"_s, {}, {}, {}, {});
        QCOMPARE(m_pane->currentRecord(), m_workshop);
    }

private:
    const Entity &entity() const { return *m_file->store().catalogue().entity(fields::activity::entity); }
    QUuid activity(const QString &title, const QString &kind, const QString &stage, const QString &start,
        const QStringList &places)
    {
        const QUuid row = QUuid::createUuid();
        Value::List territories;
        for (const QString &place : places)
            territories.emplace_back(TestFile::territory(place));
        const auto given = [](const QString &text) { return text.isEmpty() ? Value() : Value(text); };
        m_file->create(fields::activity::entity, row,
            {{fields::activity::title, Value(title)}, {fields::activity::kind, given(kind)},
                {fields::activity::stage, given(stage)}, {fields::activity::start, given(start)},
                {fields::activity::territories,
                    territories.empty() ? Value() : Value(std::move(territories))}});
        return row;
    }
    QString count() const { return m_pane->findChild<QLabel *>(objectNames::filterCountLabel)->text(); }
    QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < m_pane->model().rowCount(); ++row)
            all.append(m_pane->model().index(row, 0).data().toString());
        return all;
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<RecordsPane> m_pane;
    QUuid m_visit, m_workshop, m_call;
};

QTEST_MAIN(RecordsPaneTest)
#include "tst_recordspane.moc"
