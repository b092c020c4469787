#include "tests/models/store/laptop.h"
#include "tests/models/store/picture.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace liaison;
using namespace Qt::StringLiterals;

// What comes from elsewhere: in any order, without its past, twice, forked, from a newer program, about
// erased rows.
class TestStoreMerge : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Meeting> m;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m = std::make_unique<Meeting>();
    }
    void cleanup() { m.reset(); }

    void aReadyMadeEditIsOlderThanAnything()
    {
        const QUuid row = QUuid::createUuidV5(QUuid(), u"ready"_s);
        Edit ready = strangersEdit(row, QString(sample::title), plain(Value(u"shipped"_s)), {});
        ready.at = 0;
        for (Laptop *laptop : {&m->ana, &m->ben})
            laptop->take({ready});
        m->ana.setNote(m->ana.note(row), sample::title, Value(u"corrected"_s));
        Edit release =
            strangersEdit(row, QString(sample::title), plain(Value(u"shipped anew"_s)), {ready.name()});
        release.at = 0;
        release.parent = ready.name();
        release.n = 2;
        m->ben.take({release});
        QCOMPARE(m->ben.note(row).value(sample::title).text(), u"shipped anew"_s);
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QCOMPARE(m->cem.note(row).value(sample::title).text(), u"corrected"_s); // and the conflict is listed
        QCOMPARE(m->cem.store().conflicts().size(), 1u);
    }

    void whatLacksItsPastWaits_data()
    {
        QTest::addColumn<bool>("byParent");
        QTest::newRow("its parent is missing") << true;
        QTest::newRow("what it changes is missing") << false;
    }

    void whatLacksItsPastWaits()
    {
        QFETCH(bool, byParent);
        const QUuid row = m->ana.addNote(u"first"_s);
        if (byParent) {
            m->ana.addNote(u"second"_s); // another row: only the chain ties them
        } else {
            Meeting::exchange(m->ana, m->ben);
            m->ben.setNote(m->ben.note(row), sample::title, Value(u"Ben's"_s));
        }
        Laptop &from = byParent ? m->ana : m->ben;
        const std::vector<Edit> edits = from.store().allEdits();
        const MergeOutcome early = m->cem.take({edits[1]});
        QCOMPARE(early.added, 0);
        QCOMPARE(early.waiting, 1);
        QCOMPARE(m->cem.store().waitingCount(), 1);
        QVERIFY(m->cem.store().read({.entity = sample::note, .rows = Query::Rows::All}).empty());
        QCOMPARE(m->cem.store().allEdits(), std::vector<Edit>{edits[1]}); // forwarded all the same
        QVERIFY(m->cem.store().check().ok());
        m->cem.close();
        QCOMPARE(m->cem.open(), OpenOutcome::Current); // it waits on disk
        QCOMPARE(m->cem.take({edits[1]}).known, 1);
        const MergeOutcome late = m->cem.take({edits[0]});
        QCOMPARE(late.added, 2);
        QCOMPARE(late.waiting, 0);
        QCOMPARE(difference(pictureOf(m->cem.store()), pictureOf(from.store())), QString());
    }

    void anEditIsShownWholeOrNotAtAll()
    {
        const QUuid known = m->sharedNote(u"known"_s);
        const QUuid unknown = m->ana.addNote(u"unknown"_s);
        Meeting::exchange(m->ana, m->ben);
        Draft draft(u"Set both"_s);
        draft.edit(m->ben.note(known), {{sample::count, Value(1)}});
        draft.edit(m->ben.note(unknown), {{sample::count, Value(1)}});
        const EditName both = m->ben.commit(draft);
        m->cem.take({editNamed(m->ben, both)});
        QVERIFY(m->cem.note(known).value(sample::count).isNull());
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QCOMPARE(m->cem.note(known).value(sample::count), Value(1));
    }

    void forksAreKeptAndTold()
    {
        const QUuid row = m->sharedNote(u"forked"_s);
        QVERIFY(m->ana.store().forks().empty());
        Edit twin = editNamed(m->ana, m->ana.setNote(m->ana.note(row), sample::title, Value(u"one"_s)));
        Edit other = twin;
        other.ops[0].fields.at(QString(sample::title)) = plain(Value(u"two"_s));
        m->ben.take({other});
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        for (Laptop *laptop : {&m->ana, &m->ben, &m->cem}) {
            QVERIFY(!laptop->store().forks().empty());
            QCOMPARE(laptop->store().conflicts().at(0).candidates.size(), 2u);
        }
        // Life goes on.
        m->ana.setNote(m->ana.note(row), sample::title, Value(u"settled"_s));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(m->cem.store().conflicts().empty());
    }

    void aSecondCreateReplacesNothingAndItsNullsSayNothing()
    {
        const QUuid row = m->sharedNote(u"first"_s);
        Edit second = strangersEdit(row, QString(sample::title), plain(Value()), {});
        second.ops[0].fields.emplace(QString(sample::count), plain(Value(3)));
        m->ana.take({second});
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QCOMPARE(m->ben.note(row).value(sample::title).text(), u"first"_s);
        QCOMPARE(m->ben.note(row).value(sample::count), Value(3));
        QVERIFY(m->ben.store().conflicts().empty());
    }

    void unknownFieldsAndEntitiesSurvive()
    {
        const QUuid row = m->sharedNote(u"old"_s);
        const EditName create = m->ana.store().edits()[0].name;
        Edit newer = strangersEdit(row, u"colour"_s, plain(Value(u"red"_s)), {create});
        newer.ops[0].fields.emplace(
            u"shape"_s, FieldWrite{FieldWrite::Kind::Plain, QByteArray("\xff no value"), {}, {}});
        newer.ops[0].fields.emplace(u"secret"_s, sealedText(u"whisper"_s));
        Operation visit;
        visit.entity = QString(sample::visit);
        visit.row = QUuid::createUuidV5(QUuid(), u"visit"_s);
        visit.fields.emplace(u"title"_s, plain(Value(u"Ana called"_s)));
        newer.ops.push_back(visit);
        m->ana.take({newer});
        m->ana.setNote(m->ana.note(row), sample::title, Value(u"edited by an old program"_s));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(m->ben.store().rebuild().ok());
        QCOMPARE(editNamed(m->ben, newer.name()).transport(), newer.transport());
        QVERIFY(m->ben.store().oddities().size() >= 2);
        // A newer program shows them, from the same file.
        m->ben.close();
        QCOMPARE(m->ben.open(newerCatalogue()), OpenOutcome::Rebuilt);
        QCOMPARE(m->ben.note(row).value(sample::colour).text(), u"red"_s);
        QCOMPARE(m->ben.store().read({.entity = sample::visit}).at(0).value(sample::title).text(),
            u"Ana called"_s);
        QCOMPARE(editNamed(m->ben, newer.name()).transport(), newer.transport());
        QVERIFY(m->ben.store().check().ok());
        // And the old one still works on it.
        m->ben.close();
        QCOMPARE(m->ben.open(sampleCatalogue()), OpenOutcome::Rebuilt);
        QCOMPARE(difference(pictureOf(m->ben.store()), pictureOf(m->ana.store())), QString());
    }

    void partsOfANewerProgramSurviveAnEditOfTheirField()
    {
        const QUuid row = m->sharedNote(u"old"_s);
        const EditName create = m->ana.store().edits()[0].name;
        const Value::Parts newer{{u"value"_s, Value(1)}, {u"source"_s, Value(u"letter"_s)}, {u"weight"_s, Value(7)}};
        m->ana.take({strangersEdit(row, QString(sample::value), plain(Value(newer)), {create})});
        m->ana.setNote(m->ana.note(row), sample::value, Value(Value::Parts{{u"value"_s, Value(2)}}));
        // What this program knows was taken away, what it does not know stays.
        const Value::Parts expected{{u"value"_s, Value(2)}, {u"weight"_s, Value(7)}};
        QCOMPARE(m->ana.store().history(sample::note, row).front().to, Value(expected));
        QCOMPARE(m->ana.note(row).value(sample::value), Value(Value::Parts{{u"value"_s, Value(2)}}));
    }

    void anErasureBlanksPastAndFuture()
    {
        const QUuid row = m->sharedNote(u"person"_s);
        m->ana.setNote(m->ana.note(row), sample::phone, Value(u"555-PAST"_s));
        m->exchangeAll();
        // Written elsewhere, on its way while the row is erased here.
        m->ben.setNote(m->ben.note(row), sample::phone, Value(u"555-LATE"_s));
        m->ben.setNote(m->ben.note(row), sample::body, Value(u"LATER text"_s));
        Edit erasure;
        erasure.replica = QUuid::createUuidV5(QUuid(), u"eraser"_s);
        erasure.at = m->time;
        Operation op;
        op.entity = QString(sample::note);
        op.row = row;
        op.life = Life::Dead;
        op.erase = true;
        for (const EditInfo &info : m->ana.store().edits())
            op.prev.push_back(info.name);
        std::sort(op.prev.begin(), op.prev.end());
        erasure.ops.push_back(op);
        m->ana.take({erasure});
        const std::vector<Edit> bens = m->ben.store().allEdits();
        m->ana.take({bens.back()}); // must wait: its parent is not here
        m->ana.store().settle();
        QCOMPARE(m->ana.store().waitingCount(), 1);
        for (const char *text : {"555-PAST", "LATER"})
            QVERIFY2(!bytesOf(m->ana.path()).contains(text), text);
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        for (Laptop *laptop : {&m->ana, &m->ben, &m->cem}) {
            QVERIFY(laptop->note(row).isHidden());
            QVERIFY(laptop->note(row).value(sample::phone).isNull());
            QVERIFY(laptop->store()
                        .read({.entity = sample::note, .search = u"555"_s, .rows = Query::Rows::All})
                        .empty());
            laptop->close();
            for (const char *text : {"555-PAST", "555-LATE", "LATER"})
                QVERIFY2(!bytesOf(laptop->path()).contains(text), text);
            QCOMPARE(laptop->open(), OpenOutcome::Current);
            QVERIFY(laptop->store().check().ok()); // the chain still verifies
        }
    }

    void aBadEditSpoilsTheWholeMerge()
    {
        m->ana.addNote(u"good"_s);
        std::vector<Edit> edits = m->ana.store().allEdits();
        Edit bad = edits[0];
        bad.ops.push_back(bad.ops[0]);
        edits.push_back(bad);
        const auto refused = m->ben.store().merge(edits);
        QVERIFY(!refused.ok());
        QVERIFY(m->ben.store().allEdits().empty());
    }
};

QTEST_GUILESS_MAIN(TestStoreMerge)
#include "tst_storemerge.moc"
