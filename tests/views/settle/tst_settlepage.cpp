#include "tests/models/testfile.h"

#include "models/edits/editor.h"
#include "models/items/issuefinder.h"
#include "models/items/issuemodel.h"
#include "views/objectnames.h"
#include "views/records/fieldedit.h"
#include "views/records/othername.h"
#include "views/settle/conflictview.h"
#include "views/settle/settlepage.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeView>
#include <QtTest>

using namespace liaison;

// Each kind of what waits is settled in place or leads to where it can be.
class SettlePageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_finder = std::make_unique<IssueFinder>(m_file->store());
        m_page = std::make_unique<SettlePage>(*m_editor, *m_finder);
        m_page->resize(1000, 600);
        m_page->show();
        QApplication::setActiveWindow(m_page.get());
        m_page->view()->setFocus();
        QTRY_VERIFY(m_finder->isKnown() && !m_finder->isLooking());
    }
    void cleanup()
    {
        m_page.reset();
        m_finder.reset();
        m_editor.reset();
        m_file.reset();
    }

    void namesAreConfirmedByKey()
    {
        QVERIFY(choose(Issue::Kind::DoubtfulName));
        const QString title = current()->title;
        QVERIFY(button(objectNames::confirmIssueButton));
        QTest::keyClick(m_page->view(), Qt::Key_1);
        QTRY_VERIFY(!choose(Issue::Kind::DoubtfulName));
        const Region region = m_file->readRegion();
        for (const Region::Member &member : region.members) {
            if (m_file->store().titleOf(fields::territory::entity, member.territory) == title)
                QCOMPARE(member.certainty, QString(certaintyCode::reported));
        }
        m_editor->undoStack()->undo();
        QTRY_VERIFY(choose(Issue::Kind::DoubtfulName));
    }

    void anotherNameIsChosen()
    {
        QVERIFY(choose(Issue::Kind::Unconfirmed));
        QCOMPARE(current()->title, u"Trinidad & Tobago"_s);
        // The one shown before may still be about to go.
        const auto all = m_page->findChildren<OtherName *>(objectNames::otherName);
        const auto shown =
            std::find_if(all.begin(), all.end(), [](const OtherName *each) { return each->isVisible(); });
        QVERIFY(shown != all.end());
        OtherName *other = *shown;
        other->open();
        auto *line = other->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"GB"_s);
        QTest::keyClick(line, Qt::Key_Return); // what is typed is taken
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!choose(Issue::Kind::Unconfirmed));
        m_editor->undoStack()->undo();
        QTRY_VERIFY(choose(Issue::Kind::Unconfirmed));
    }

    void aConflictIsSettled()
    {
        const QUuid row = makeConflict(u"GAC"_s, u"represented"_s, u"exploring"_s);
        QTRY_VERIFY(choose(Issue::Kind::Conflict));
        // Its cards say what each wrote, and which is shown meanwhile.
        QPushButton *represented = keepButton(u"represented"_s);
        QVERIFY(represented && keepButton(u"exploring"_s));
        const auto *timeline = m_page->findChild<QWidget *>(objectNames::conflictTimeline);
        QVERIFY(timeline->accessibleDescription().startsWith(u"Before: observer"_s));
        QVERIFY(timeline->accessibleDescription().contains(u"exploring"_s));
        represented->click();
        QVERIFY(m_file->store().conflicts().empty());
        QCOMPARE(reading(row), Value(u"represented"_s));
        QVERIFY(m_page->findChild<QLabel *>(objectNames::noticeLabel)->isVisible());
        QTRY_VERIFY(!choose(Issue::Kind::Conflict));
        m_editor->undoStack()->undo(); // what was shown before; the conflict stays settled (store.md, 5)
        QVERIFY(m_file->store().conflicts().empty());
    }

    void aConflictIsSettledByAnotherValue()
    {
        const QUuid row = makeConflict(u"GAC"_s, u"represented"_s, u"exploring"_s);
        QTRY_VERIFY(choose(Issue::Kind::Conflict));
        auto *view = m_page->findChild<ConflictView *>(objectNames::conflictView);
        QVERIFY(view);
        auto *value =
            view->findChild<FieldEdit *>(objectNames::fieldEdit + QString(fields::observation::reading));
        auto *source =
            view->findChild<FieldEdit *>(objectNames::fieldEdit + QString(fields::observation::source));
        auto *wrong = view->findChild<QLabel *>(QString(fields::observation::reading) + u"ErrorLabel"_s);
        QVERIFY(value && source && wrong);
        // Nothing, and what is no level: said beside the field, nothing written.
        QTest::keyClick(m_page->view(), Qt::Key_3);
        QVERIFY(wrong->isVisible() && value->isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(m_file->store().conflicts().size(), 1);
        value->setText(u"nonsense"_s);
        QVERIFY(!wrong->isVisible());
        button(objectNames::setOtherValueButton)->click();
        QVERIFY(wrong->isVisible() && wrong->text().contains(u"nonsense"_s));
        QCOMPARE(m_file->store().conflicts().size(), 1);
        value->setText(u"observer"_s);
        source->setText(u"the ministry"_s);
        button(objectNames::setOtherValueButton)->click();
        QVERIFY(m_file->store().conflicts().empty());
        QCOMPARE(reading(row), Value(u"observer"_s));
        namespace f = fields::observation;
        QCOMPARE(
            m_file->store().find(f::entity, row).value(f::value).part(f::source), Value(u"the ministry"_s));
    }

    void mineAreKeptInAll()
    {
        const QUuid gac = makeConflict(u"GAC"_s, u"represented"_s, u"exploring"_s);
        QTRY_VERIFY(choose(Issue::Kind::Conflict));
        QVERIFY(!button(objectNames::keepMineButton)); // one is settled by its own button
        const QUuid ccnso = makeConflict(u"ccNSO"_s, u"member"_s, u"active"_s);
        QTRY_COMPARE(m_finder->issues().at(1).kind, Issue::Kind::Conflict);
        QVERIFY(choose(Issue::Kind::Conflict));
        button(objectNames::keepMineButton)->click();
        QVERIFY(m_file->store().conflicts().empty());
        QCOMPARE(reading(gac), Value(u"represented"_s));
        QCOMPARE(reading(ccnso), Value(u"member"_s));
        QTRY_VERIFY(!choose(Issue::Kind::Conflict));
        QCOMPARE(m_editor->undoStack()->count(), 1); // one step
    }

    // Deleted here, changed there: one keeps the row or lets it go, there is no third value.
    void aDeletionInConflictIsSettled()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"observer"_s));
        const QUuid row = TestFile::observation(u"BB"_s, u"GAC"_s, u"2007"_s);
        const auto theirs = elsewhere();
        write(*theirs, row, u"represented"_s);
        m_file->withdraw(u"BB"_s, u"GAC"_s, u"2007"_s);
        QVERIFY(m_file->store().merge(theirs->allEdits()));
        QCOMPARE(m_file->store().conflicts().size(), 1);
        QTRY_VERIFY(choose(Issue::Kind::Conflict));
        QVERIFY(keepButton(u"deleted"_s));
        QVERIFY(!button(objectNames::setOtherValueButton));
        keepButton(u"deleted"_s)->click();
        QVERIFY(m_file->store().conflicts().empty());
        QVERIFY(m_file->store().find(fields::observation::entity, row).isHidden());
    }

    void aStaleValueIsTrueToday()
    {
        m_file->observe(u"BB"_s, u"ALS"_s, u"2004"_s, Value(2), u"old list"_s);
        QTRY_VERIFY(choose(Issue::Kind::Stale));
        button(objectNames::stillTrueButton)->click();
        const QUuid today = TestFile::observation(u"BB"_s, u"ALS"_s, u"2007-02-15"_s);
        QCOMPARE(reading(today), Value(2));
        QVERIFY(m_file->store()
                    .find(fields::observation::entity, today)
                    .value(fields::observation::value)
                    .part(fields::observation::source)
                    .isNull()); // the old list did not speak of today
        QTRY_VERIFY(!choose(Issue::Kind::Stale));
    }

    void anOverdueTaskIsDone()
    {
        const QUuid row = QUuid::createUuid();
        m_file->create(fields::task::entity, row,
            {{fields::task::text, Value(u"send slides"_s)},
                {fields::task::due, Value(TestFile::date(u"2007-01"_s))}});
        QTRY_VERIFY(choose(Issue::Kind::OverdueTask));
        QSignalSpy record(m_page.get(), &SettlePage::recordRequested);
        button(objectNames::showRecordButton)->click();
        QCOMPARE(record.front().at(1).toUuid(), row);
        button(objectNames::taskDoneButton)->click();
        QVERIFY(m_file->store()
                    .find(fields::task::entity, row)
                    .value(fields::task::done)
                    .toBool()
                    .value_or(false));
        QTRY_VERIFY(!choose(Issue::Kind::OverdueTask));
    }

    void leadsToItsPlace()
    {
        m_file->observe(u"BB"_s, u"ALS"_s, u"2004"_s, Value(2));
        QTRY_VERIFY(choose(Issue::Kind::Stale));
        QSignalSpy place(m_page.get(), &SettlePage::placeRequested);
        button(objectNames::showPlaceButton)->click();
        QCOMPARE(place.front().at(0).toUuid(), TestFile::territory(u"BB"_s));
        QCOMPARE(place.front().at(1).toUuid(), TestFile::indicator(u"ALS"_s));
    }

    void theKeysTravel()
    {
        QVERIFY(current());
        const QString first = current()->title;
        QTest::keyClick(m_page->view(), Qt::Key_J);
        QVERIFY(current()->title != first);
        QTest::keyClick(m_page->view(), Qt::Key_K);
        QCOMPARE(current()->title, first);
    }

    void readOnlyOffersNothingToWrite()
    {
        m_page.reset();
        m_finder.reset();
        m_editor.reset();
        m_file->reopen(OpenMode::ReadOnly);
        m_editor = std::make_unique<Editor>(m_file->store());
        m_finder = std::make_unique<IssueFinder>(m_file->store());
        m_page = std::make_unique<SettlePage>(*m_editor, *m_finder);
        m_page->show();
        QTRY_VERIFY(choose(Issue::Kind::DoubtfulName));
        QVERIFY(!button(objectNames::confirmIssueButton));
        QVERIFY(button(objectNames::showPlaceButton));
    }

private:
    // A copy of the file on Maria's laptop, an hour later.
    std::unique_ptr<Store> elsewhere()
    {
        m_file->store().settle();
        const QString path = m_file->folder() + u"/elsewhere.liaison"_s;
        QFile::remove(path);
        if (!QFile::copy(m_file->path(), path))
            qFatal("cannot copy the file");
        const qint64 later = m_file->now() + 3'600'000;
        return Store::open(path, OpenMode::ReadWrite,
            {[later] { return later; }, u"Maria"_s, m_file->folder() + u"/her-tokens"_s})
            .store;
    }
    static void write(Store &store, QUuid row, const QString &reading)
    {
        namespace f = fields::observation;
        const Record seen = store.find(f::entity, row);
        Draft draft(u"Change it"_s);
        draft.edit(seen, {{f::value, seen.value(f::value).withPart(f::reading, Value(reading))}});
        if (!store.commit(draft))
            qFatal("cannot write");
    }
    // Two laptops changed BB's value of 2007, not having seen each other's edit. The row.
    QUuid makeConflict(const QString &indicator, const QString &mine, const QString &theirs)
    {
        m_file->observe(u"BB"_s, indicator, u"2007"_s, Value(u"observer"_s));
        const QUuid row = TestFile::observation(u"BB"_s, indicator, u"2007"_s);
        const auto copy = elsewhere();
        write(*copy, row, theirs);
        write(m_file->store(), row, mine);
        const auto before = m_file->store().conflictCount();
        if (!m_file->store().merge(copy->allEdits()) || m_file->store().conflictCount() != before + 1)
            qFatal("no conflict");
        return row;
    }
    QPushButton *keepButton(const QString &value) const
    {
        for (QPushButton *each : m_page->findChildren<QPushButton *>(objectNames::keepValueButton)) {
            if (each->isVisible() && each->text().contains(value))
                return each;
        }
        return nullptr;
    }
    Value reading(QUuid row) const
    {
        return m_file->store()
            .find(fields::observation::entity, row)
            .value(fields::observation::value)
            .part(fields::observation::reading);
    }
    const Issue *current() const
    {
        return static_cast<const IssueModel *>(m_page->view()->model())
            ->issue(m_page->view()->currentIndex());
    }
    bool choose(Issue::Kind kind)
    {
        const auto *model = static_cast<const IssueModel *>(m_page->view()->model());
        for (int b = 0; b < model->rowCount(); ++b) {
            const QModelIndex first = model->index(0, 0, model->index(b, 0));
            if (model->issue(first)->kind == kind) {
                m_page->view()->setCurrentIndex(first);
                return true;
            }
        }
        return false;
    }
    QPushButton *button(const QString &name) const
    {
        for (QPushButton *each : m_page->findChildren<QPushButton *>(name)) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<IssueFinder> m_finder;
    std::unique_ptr<SettlePage> m_page;
};

QTEST_MAIN(SettlePageTest)
#include "tst_settlepage.moc"
