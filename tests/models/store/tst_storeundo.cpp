#include "tests/models/store/laptop.h"

#include <QRegularExpression>
#include <QTest>

using namespace liaison;
using namespace Qt::StringLiterals;

// Undo, redo and history (store.md, section 5).
class TestStoreUndo : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Meeting> m;
    Laptop *ana = nullptr;

    QString title(QUuid row) const { return ana->note(row).value(sample::title).text(); }
    Value count(QUuid row) const { return ana->note(row).value(sample::count); }
    UndoOutcome undo(const EditName &name)
    {
        m->tick();
        const auto outcome = ana->store().undo(name);
        return outcome ? *outcome : UndoOutcome{{}, -1, {}};
    }
    EditName remove(QUuid row)
    {
        Draft draft(u"Delete note"_s);
        draft.remove(ana->note(row));
        return ana->commit(draft);
    }
    EditName lastEdit() const { return ana->store().edits(1).at(0).name; }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m = std::make_unique<Meeting>();
        ana = &m->ana;
    }
    void cleanup() { m.reset(); }

    void ofAFieldBringsBackWhatWasSeen_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("first");
        QTest::newRow("a value") << QByteArray("title") << u"first"_s;
        QTest::newRow("no value") << QByteArray("title") << QString();
        QTest::newRow("a sealed text") << QByteArray("body") << u"first long text"_s;
        QTest::newRow("no sealed text") << QByteArray("body") << QString();
        QTest::newRow("a personal field") << QByteArray("phone") << u"555"_s;
    }

    void ofAFieldBringsBackWhatWasSeen()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, first);
        const QLatin1StringView name(field);
        const QUuid row = ana->addNote(u"start"_s);
        const Value before = first.isNull() ? Value() : Value(first);
        ana->setNote(ana->note(row), name, before);
        const EditName edit = ana->setNote(ana->note(row), name, Value(u"second"_s));
        const UndoOutcome outcome = undo(edit);
        QCOMPARE(outcome.undone, 1);
        QVERIFY(outcome.kept.empty());
        QCOMPARE(ana->note(row).value(name), before);
        QCOMPARE(ana->store().edit(outcome.edit)->undoes, edit);
        QVERIFY(ana->store().edit(edit)->undone);
        QVERIFY(!ana->store().edit(outcome.edit)->undone);
        // Redo is the undo of the undo, and so on.
        const UndoOutcome redone = undo(outcome.edit);
        QCOMPARE(ana->note(row).value(name), Value(u"second"_s));
        undo(redone.edit);
        QCOMPARE(ana->note(row).value(name), before);
    }

    void ofWhatWasChangedSinceKeepsAndNames()
    {
        const QUuid row = m->sharedNote(u"start"_s);
        Draft draft(u"Set two fields"_s);
        draft.edit(ana->note(row), {{sample::title, Value(u"Ana's"_s)}, {sample::count, Value(1)}});
        const EditName edit = ana->commit(draft);
        m->exchangeAll();
        m->ben.setNote(m->ben.note(row), sample::title, Value(u"Ben's"_s));
        m->exchangeAll();
        const UndoOutcome outcome = undo(edit);
        QCOMPARE(outcome.undone, 1);
        QCOMPARE(outcome.kept.size(), 1u);
        QCOMPARE(outcome.kept[0].field, QString(sample::title));
        QCOMPARE(outcome.kept[0].row, row);
        QCOMPARE(outcome.kept[0].author, u"Ben"_s);
        QCOMPARE(title(row), u"Ben's"_s);
        QVERIFY(count(row).isNull());
    }

    void ofWhatWasChangedSinceAltogetherWritesNothing()
    {
        const QUuid row = ana->addNote(u"1"_s);
        const EditName edit = ana->setNote(ana->note(row), sample::title, Value(u"2"_s));
        ana->setNote(ana->note(row), sample::title, Value(u"3"_s));
        const size_t edits = ana->store().allEdits().size();
        const UndoOutcome outcome = undo(edit);
        QVERIFY(outcome.edit.isNull());
        QCOMPARE(outcome.undone, 0);
        QCOMPARE(outcome.kept.size(), 1u);
        QCOMPARE(ana->store().allEdits().size(), edits);
        QCOMPARE(title(row), u"3"_s);
    }

    // The bytes decide, not who wrote them last.
    void ofWhatAnotherWroteAgainActs()
    {
        const QUuid row = ana->addNote(u"1"_s);
        const EditName edit = ana->setNote(ana->note(row), sample::title, Value(u"2"_s));
        ana->setNote(ana->note(row), sample::title, Value(u"3"_s));
        ana->setNote(ana->note(row), sample::title, Value(u"2"_s));
        QCOMPARE(undo(edit).undone, 1);
        QCOMPARE(title(row), u"1"_s);
    }

    void inAConflictIsLeftToWhoSettlesIt()
    {
        const QUuid row = m->sharedNote(u"start"_s);
        const EditName edit = ana->setNote(ana->note(row), sample::title, Value(u"Ana's"_s));
        m->ben.setNote(m->ben.note(row), sample::title, Value(u"Ben's"_s));
        m->exchangeAll();
        const UndoOutcome outcome = undo(edit);
        QCOMPARE(outcome.undone, 0);
        QCOMPARE(outcome.kept.size(), 1u);
        QCOMPARE(ana->store().conflicts().size(), 1u);
    }

    void ofAResolutionShowsTheValueBeforeAndStaysResolved()
    {
        const QUuid row = m->sharedNote(u"start"_s);
        ana->setNote(ana->note(row), sample::title, Value(u"Ana's"_s));
        m->tick();
        m->ben.setNote(m->ben.note(row), sample::title, Value(u"Ben's"_s)); // later: shown
        m->exchangeAll();
        const EditName resolution = ana->setNote(ana->note(row), sample::title, Value(u"settled"_s));
        QCOMPARE(undo(resolution).undone, 1);
        QCOMPARE(title(row), u"Ben's"_s);
        m->exchangeAll();
        QVERIFY(m->cem.store().conflicts().empty());
        QCOMPARE(m->cem.note(row).value(sample::title).text(), u"Ben's"_s);
    }

    void ofACreateDeletes()
    {
        const QUuid row = ana->addNote(u"mistake"_s);
        const UndoOutcome outcome = undo(lastEdit());
        QCOMPARE(outcome.undone, 1);
        QVERIFY(ana->note(row).isHidden());
        undo(outcome.edit);
        QVERIFY(!ana->note(row).isHidden());
        QCOMPARE(title(row), u"mistake"_s);
        QVERIFY(ana->store().conflicts().empty());
    }

    void ofACreateThatWasEditedSinceKeepsIt()
    {
        const QUuid row = ana->addNote(u"used"_s);
        const EditName create = lastEdit();
        ana->setNote(ana->note(row), sample::count, Value(1));
        const UndoOutcome outcome = undo(create);
        QCOMPARE(outcome.undone, 0);
        QCOMPARE(outcome.kept.at(0).field, QString(lifeField));
        QVERIFY(!ana->note(row).isHidden());
    }

    void ofADeletionRestores()
    {
        const QUuid row = ana->addNote(u"deleted"_s);
        ana->setNote(ana->note(row), sample::count, Value(1));
        const EditName deletion = remove(row);
        const UndoOutcome restored = undo(deletion);
        QCOMPARE(restored.undone, 1);
        QVERIFY(!ana->note(row).isHidden());
        QCOMPARE(count(row), Value(1));
        // of a restore: delete
        QCOMPARE(undo(restored.edit).undone, 1);
        QVERIFY(ana->note(row).isHidden());
        QVERIFY(ana->store().conflicts().empty());
    }

    void ofADeletionThatSomebodyTookBackDoesNothing()
    {
        const QUuid row = m->sharedNote(u"deleted"_s);
        const EditName deletion = remove(row);
        m->exchangeAll();
        Draft draft(u"Keep"_s);
        draft.keep(m->ben.note(row));
        m->ben.commit(draft);
        m->exchangeAll();
        const UndoOutcome outcome = undo(deletion);
        QCOMPARE(outcome.undone, 0);
        QCOMPARE(outcome.kept.at(0).author, u"Ben"_s);
    }

    void ofAnEditOnARowDeletedSinceDoesNotTouchIt()
    {
        const QUuid row = ana->addNote(u"1"_s);
        const EditName edit = ana->setNote(ana->note(row), sample::title, Value(u"2"_s));
        remove(row);
        QCOMPARE(undo(edit).undone, 0);
        QVERIFY(ana->note(row).isHidden());
    }

    void twiceDoesNothingTheSecondTime()
    {
        const QUuid row = ana->addNote(u"1"_s);
        const EditName edit = ana->setNote(ana->note(row), sample::title, Value(u"2"_s));
        QCOMPARE(undo(edit).undone, 1);
        QCOMPARE(undo(edit).undone, 0);
        QCOMPARE(title(row), u"1"_s);
    }

    void ofAGroupTakesBackAllInReverse()
    {
        const QUuid row = ana->addNote(u"start"_s);
        const EditName create = lastEdit();
        // Two edits of one group by somebody else: the second builds on the first.
        Edit one;
        one.replica = QUuid::createUuidV5(QUuid(), u"importer"_s);
        one.at = m->time;
        one.group = create;
        Operation op;
        op.entity = QString(sample::note);
        op.row = row;
        op.fields.emplace(QString(sample::title),
            FieldWrite{FieldWrite::Kind::Plain, Value(u"one"_s).toCanonical(), {}, {}});
        op.prev = {create};
        one.ops = {op};
        Edit two = one;
        two.parent = one.name();
        two.n = 2;
        two.at += 1;
        two.ops[0].fields.at(QString(sample::title)).bytes = Value(u"two"_s).toCanonical();
        two.ops[0].prev = {one.name()};
        ana->take({one, two});
        QCOMPARE(title(row), u"two"_s);
        const UndoOutcome outcome = undo(one.name());
        QVERIFY(outcome.undone >= 1);
        QVERIFY(outcome.kept.empty());
        QCOMPARE(title(row), u"start"_s);
        // The redo takes both back again, in one step.
        QCOMPARE(undo(outcome.edit).kept.size(), 0u);
        QCOMPARE(title(row), u"two"_s);
    }

    void worksAfterAnotherProgramStart()
    {
        const QUuid row = ana->addNote(u"1"_s);
        const EditName edit = ana->setNote(ana->note(row), sample::title, Value(u"2"_s));
        ana->close();
        QCOMPARE(ana->open(), OpenOutcome::Current);
        QCOMPARE(undo(edit).undone, 1);
        QCOMPARE(title(row), u"1"_s);
    }

    void ofAnUnknownEditIsRefused()
    {
        const auto outcome = ana->store().undo(EditName::fromBytes(QByteArray(16, 'x')));
        QVERIFY(!outcome.ok());
        QVERIFY(ana->store().allEdits().empty());
    }

    void historyTellsEveryStep()
    {
        const QUuid row = m->sharedNote(u"one"_s);
        m->ben.setNote(m->ben.note(row), sample::title, Value(u"two"_s));
        m->exchangeAll();
        m->tick();
        const EditName deletion = remove(row);
        undo(deletion);
        const std::vector<HistoryEntry> history = ana->store().history(sample::note, row);
        QCOMPARE(history.size(), 5u);
        const auto expect = [&](size_t i, QLatin1StringView field, const Value &from, const Value &to,
                                const QString &author) {
            QCOMPARE(history[i].field, QString(field));
            QCOMPARE(history[i].from, from);
            QCOMPARE(history[i].to, to);
            QCOMPARE(history[i].edit.author, author);
        };
        const Value alive("alive"_L1);
        const Value deleted("deleted"_L1);
        expect(0, lifeField, deleted, alive, u"Ana"_s); // newest first
        expect(1, lifeField, alive, deleted, u"Ana"_s);
        expect(2, sample::title, Value(u"one"_s), Value(u"two"_s), u"Ben"_s);
        const size_t born = history[3].field == lifeField ? 3 : 4;
        expect(born, lifeField, Value(), alive, u"Ana"_s);
        expect(born == 3 ? 4 : 3, sample::title, Value(), Value(u"one"_s), u"Ana"_s);
        QCOMPARE(history[1].edit.undone, true);
        QCOMPARE(history[0].edit.undoes, deletion);
    }

    // What the author saw, not what happened to stand before it.
    void historyOfConcurrentChangesTellsWhatEachSaw()
    {
        const QUuid row = m->sharedNote(u"start"_s);
        ana->setNote(ana->note(row), sample::title, Value(u"Ana's"_s));
        m->tick();
        m->ben.setNote(m->ben.note(row), sample::title, Value(u"Ben's"_s));
        m->exchangeAll();
        for (const HistoryEntry &entry : ana->store().history(sample::note, row)) {
            if (entry.field == sample::title && entry.to.text() != u"start"_s)
                QCOMPARE(entry.from.text(), u"start"_s);
        }
    }

    void anEditIsFoundByTheBeginningOfItsName()
    {
        ana->addNote(u"1"_s);
        const EditName edit = lastEdit();
        const QString hex = edit.toHex();
        const auto found = ana->store().resolveEdit(hex.first(6));
        QVERIFY(found.ok());
        QCOMPARE(*found, edit);
        QVERIFY(ana->store().resolveEdit(hex).ok());
        QVERIFY(!ana->store().resolveEdit(hex.first(5)).ok());
        QVERIFY(!ana->store().resolveEdit(u"%_%_%_"_s).ok());
        QVERIFY(!ana->store().resolveEdit(QString()).ok());
    }
};

QTEST_GUILESS_MAIN(TestStoreUndo)
#include "tst_storeundo.moc"
