#include "tests/models/store/laptop.h"
#include "tests/models/store/picture.h"

#include <QTest>

#include <algorithm>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

using Fields = std::vector<std::pair<QLatin1StringView, Value>>;

EditName remove(Laptop &laptop, const Record &seen)
{
    Draft draft(u"Delete note"_s);
    draft.remove(seen);
    return laptop.commit(draft);
}

EditName keep(Laptop &laptop, const Record &seen)
{
    Draft draft(u"Keep note"_s);
    draft.keep(seen);
    return laptop.commit(draft);
}

EditName addPlace(Laptop &laptop, const QString &code, Fields fields)
{
    fields.emplace_back(sample::code, Value(code));
    Draft draft(u"Add place"_s);
    draft.create(*sampleCatalogue().entity(sample::place), naturalId(QString(sample::place), code), fields);
    return laptop.commit(draft);
}

} // namespace

// The merge rules told as stories (store.md, sections 3 and 7, and its edge cases). Random histories are in
// tst_storehistories; here stands what they meet seldom.
class TestStoreRules : public QObject
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

    void twoCreateOneRow_data()
    {
        QTest::addColumn<QString>("anas");
        QTest::addColumn<QString>("bens");
        QTest::addColumn<int>("conflicts");
        QTest::newRow("with equal values") << u"Guyana"_s << u"Guyana"_s << 0;
        QTest::newRow("with different values") << u"Guyana"_s << u"Guiana"_s << 1;
        QTest::newRow("one knows nothing of it") << u"Guyana"_s << QString() << 0;
    }

    void twoCreateOneRow()
    {
        QFETCH(QString, anas);
        QFETCH(QString, bens);
        QFETCH(int, conflicts);
        addPlace(m->ana, u"GY"_s, {{sample::name, Value(anas)}});
        m->tick();
        addPlace(m->ben, u"GY"_s,
            bens.isNull() ? Fields{{sample::open, Value(true)}} : Fields{{sample::name, Value(bens)}});
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        const std::vector<Record> places = m->ana.store().read({.entity = sample::place});
        QCOMPARE(places.size(), 1u);
        QCOMPARE(int(m->ana.store().conflicts().size()), conflicts);
        QCOMPARE(places[0].value(sample::name).text(), bens.isNull() ? anas : bens);
    }

    void bothDeleteAfterDifferentEdits()
    {
        const QUuid row = m->sharedNote(u"both"_s);
        m->ana.setNote(m->ana.note(row), sample::title, Value(u"Ana's"_s));
        remove(m->ana, m->ana.note(row));
        m->ben.setNote(m->ben.note(row), sample::count, Value(7));
        remove(m->ben, m->ben.note(row));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(m->cem.note(row).isHidden()); // neither saw all, together they did
        QVERIFY(m->cem.store().conflicts().empty());
    }

    void deletedByOneChangedByTheOther()
    {
        const QUuid row = m->sharedNote(u"still here"_s);
        remove(m->ana, m->ana.note(row));
        m->ben.setNote(m->ben.note(row), sample::count, Value(7));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(!m->ana.note(row).isHidden());
        const std::vector<Conflict> conflicts = m->ana.store().conflicts();
        QCOMPARE(conflicts.size(), 1u);
        QCOMPARE(conflicts[0].field, QString(lifeField));
        QCOMPARE(conflicts[0].candidates.size(), 2u);
        // Settled either way, it stays settled.
        remove(m->ana, m->ana.note(row));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(m->ben.note(row).isHidden());
        QVERIFY(m->ben.store().conflicts().empty());
    }

    void keptAgainstADeletion()
    {
        const QUuid row = m->sharedNote(u"kept"_s);
        remove(m->ana, m->ana.note(row));
        m->ben.setNote(m->ben.note(row), sample::count, Value(7));
        m->exchangeAll();
        keep(m->cem, m->cem.note(row));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(!m->ana.note(row).isHidden());
        QVERIFY(m->ana.store().conflicts().empty());
    }

    void deletedAgainstAnUnseenSecondCreate()
    {
        addPlace(m->ana, u"GY"_s, {{sample::name, Value(u"Guyana"_s)}});
        Draft draft(u"Delete place"_s);
        draft.remove(m->ana.store().read({.entity = sample::place}).at(0));
        m->ana.commit(draft);
        addPlace(m->ben, u"GY"_s, {{sample::name, Value(u"Guyana"_s)}});
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QCOMPARE(m->cem.store().read({.entity = sample::place}).size(), 1u);
        QCOMPARE(m->cem.store().conflicts().size(), 1u);
    }

    void restoredAgainstAnUnseenSecondDeletion()
    {
        const QUuid row = m->sharedNote(u"restored"_s);
        remove(m->ana, m->ana.note(row));
        remove(m->ben, m->ben.note(row));
        keep(m->ana, m->ana.note(row));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(!m->cem.note(row).isHidden());
        QCOMPARE(m->cem.store().conflicts().size(), 1u);
    }

    void aFormOnARowDeletedMeanwhileDoesNotSave()
    {
        const QUuid row = m->sharedNote(u"form"_s);
        const Record form = m->ben.note(row);
        remove(m->ana, m->ana.note(row));
        Meeting::exchange(m->ana, m->ben);
        const size_t before = m->ben.store().allEdits().size();
        Draft draft(u"Set note"_s);
        draft.edit(form, {{sample::title, Value(u"too late"_s)}});
        const auto refused = m->ben.store().commit(draft);
        QVERIFY(!refused.ok());
        QVERIFY(!refused.error().why.isEmpty());
        QCOMPARE(m->ben.store().allEdits().size(), before);
        QVERIFY(m->ben.note(row).isHidden());
    }

    void editingADeletedRowBringsItBack()
    {
        const QUuid row = m->sharedNote(u"back"_s);
        remove(m->ana, m->ana.note(row));
        m->exchangeAll();
        m->ben.setNote(m->ben.note(row), sample::count, Value(1));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(!m->cem.note(row).isHidden());
        QVERIFY(m->cem.store().conflicts().empty());
    }

    void whoCannotSeeAFieldMayDeleteItsRow()
    {
        const QUuid row = m->sharedNote(u"coloured"_s);
        const EditName create = m->ana.store().edits()[0].name;
        Edit colour = strangersEdit(row, u"colour"_s, plain(Value(u"red"_s)), {create});
        m->ana.take({colour});
        const EditName deletion = remove(m->ana, m->ana.note(row));
        const std::vector<EditName> prev = editNamed(m->ana, deletion).ops.at(0).prev;
        QVERIFY(std::find(prev.begin(), prev.end(), colour.name()) != prev.end());
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(m->ben.note(row).isHidden());
        QVERIFY(m->ben.store().conflicts().empty());
    }

    void aColourUnseenByTheDeleterKeepsTheRow()
    {
        const QUuid row = m->sharedNote(u"coloured"_s);
        const EditName create = m->ana.store().edits()[0].name;
        remove(m->ana, m->ana.note(row));
        m->ben.take({strangersEdit(row, u"colour"_s, plain(Value(u"red"_s)), {create})});
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(!m->cem.note(row).isHidden());
    }

    void resolvingListsEveryCandidate_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::newRow("the one shown") << u"Cem's"_s;
        QTest::newRow("another") << u"Ana's"_s;
        QTest::newRow("a new one") << u"Everybody's"_s;
    }

    void resolvingListsEveryCandidate()
    {
        QFETCH(QString, choice);
        const QUuid row = m->sharedNote(u"contested"_s);
        std::set<EditName> heads;
        for (const auto &[laptop, title] :
            {std::pair(&m->ana, u"Ana's"_s), {&m->ben, u"Ben's"_s}, {&m->cem, u"Cem's"_s}}) {
            m->tick();
            heads.insert(laptop->setNote(laptop->note(row), sample::title, Value(title)));
        }
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QCOMPARE(m->ben.store().conflicts().at(0).candidates.size(), 3u);
        QCOMPARE(m->ben.note(row).value(sample::title).text(), u"Cem's"_s);
        const EditName resolution = m->ben.setNote(m->ben.note(row), sample::title, Value(choice));
        const std::vector<EditName> prev = editNamed(m->ben, resolution).ops.at(0).prev;
        QVERIFY(std::includes(prev.begin(), prev.end(), heads.begin(), heads.end()));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        for (Laptop *laptop : {&m->ana, &m->ben, &m->cem}) {
            QVERIFY(laptop->store().conflicts().empty());
            QCOMPARE(laptop->note(row).value(sample::title).text(), choice);
        }
    }

    void anEditListsWhatItsAuthorSawNotWhatIsThere()
    {
        const QUuid row = m->sharedNote(u"seen"_s);
        const Record form = m->ana.note(row);
        m->ben.setNote(m->ben.note(row), sample::title, Value(u"Ben's"_s));
        Meeting::exchange(m->ana, m->ben); // while Ana's form is open
        m->tick();
        m->ana.setNote(form, sample::title, Value(u"Ana's"_s));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        const std::vector<Conflict> conflicts = m->ana.store().conflicts();
        QCOMPARE(conflicts.size(), 1u);
        QCOMPARE(conflicts[0].shown.text(), u"Ana's"_s);
        QCOMPARE(conflicts[0].candidates.at(0).value.text(), u"Ben's"_s);
    }

    void otherFieldsDoNotConflict()
    {
        const QUuid row = m->sharedNote(u"apart"_s);
        m->ana.setNote(m->ana.note(row), sample::title, Value(u"Ana's"_s));
        m->ben.setNote(m->ben.note(row), sample::count, Value(2));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(m->cem.store().conflicts().empty());
        QCOMPARE(m->cem.note(row).value(sample::title).text(), u"Ana's"_s);
        QCOMPARE(m->cem.note(row).value(sample::count).toInteger().value_or(0), 2);
    }

    void equalValuesDoNotConflict()
    {
        const QUuid row = m->sharedNote(u"equal"_s);
        for (Laptop *laptop : {&m->ana, &m->ben})
            laptop->setNote(
                laptop->note(row), sample::body, Value(u"the same long text"_s)); // salted differently
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QVERIFY(m->cem.store().conflicts().empty());
    }

    void nothingChangedIsNotWritten()
    {
        const QUuid row = m->sharedNote(u"same"_s);
        m->ana.close();
        const QByteArray before = bytesOf(m->ana.path());
        QCOMPARE(m->ana.open(), OpenOutcome::Current);
        QVERIFY(m->ana.setNote(m->ana.note(row), sample::title, Value(u"same"_s)).isNull());
        QVERIFY(m->ana.setNote(m->ana.note(row), sample::count, Value()).isNull());
        QVERIFY(keep(m->ana, m->ana.note(row)).isNull());
        m->ana.close();
        QCOMPARE(bytesOf(m->ana.path()), before);
    }

    void theClockDoesNotDecideWhatSupersedes()
    {
        const QUuid row = m->sharedNote(u"late"_s);
        m->time += 86'400'000ll * 400;
        m->ana.setNote(m->ana.note(row), sample::title, Value(u"from the future"_s));
        m->exchangeAll();
        m->time -= 86'400'000ll * 800;
        m->ben.setNote(m->ben.note(row), sample::title, Value(u"seen and changed"_s));
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QCOMPARE(m->cem.note(row).value(sample::title).text(), u"seen and changed"_s);
        QVERIFY(m->cem.store().conflicts().empty());
    }

    void timeNeverStandsStillForOneAuthor()
    {
        const QUuid row = m->ana.addNote(u"1"_s);
        for (int i = 2; i < 5; ++i)
            m->ana.setNote(m->ana.note(row), sample::title, Value(QString::number(i)));
        m->time -= 1'000'000; // the clock is set back
        m->ana.setNote(m->ana.note(row), sample::title, Value(u"5"_s));
        const std::vector<Edit> edits = m->ana.store().allEdits();
        for (size_t i = 1; i < edits.size(); ++i) {
            QVERIFY(edits[i].at > edits[i - 1].at);
            QCOMPARE(edits[i].parent, edits[i - 1].name());
            QCOMPARE(edits[i].n, qint64(i) + 1);
        }
    }

    void equalTimesAreDecidedByTheName()
    {
        const QUuid row = m->sharedNote(u"tie"_s);
        const EditName anas = m->ana.setNote(m->ana.note(row), sample::title, Value(u"Ana's"_s));
        const EditName bens = m->ben.setNote(m->ben.note(row), sample::title, Value(u"Ben's"_s));
        QCOMPARE(m->ana.store().edit(anas)->at, m->ben.store().edit(bens)->at);
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
        QCOMPARE(m->cem.note(row).value(sample::title).text(), anas < bens ? u"Ben's"_s : u"Ana's"_s);
    }

    void aLargeDraftIsOneStepOfSeveralEdits()
    {
        Draft draft(u"Import"_s);
        for (int i = 0; i < 2'500; ++i)
            draft.create(*sampleCatalogue().entity(sample::note),
                QUuid::createUuidV5(QUuid(), QString::number(i)),
                {{sample::title, Value(QString::number(i))}});
        m->ana.commit(draft);
        const std::vector<EditInfo> edits = m->ana.store().edits();
        QCOMPARE(edits.size(), 3u);
        QVERIFY(edits[0].group.has_value());
        QCOMPARE(edits[1].group, edits[0].group);
        QCOMPARE(edits[2].group, edits[0].group);
        for (const Edit &edit : m->ana.store().allEdits())
            QVERIFY(edit.ops.size() <= Edit::mostOperations);
        m->ben.take(m->ana.store().allEdits());
        QCOMPARE(m->ben.store().count({.entity = sample::note}), 2'500);
        const auto undone = m->ana.store().undo(edits[1].name);
        QVERIFY(undone.ok());
        QCOMPARE(m->ana.store().count({.entity = sample::note}), 0);
        m->exchangeAll();
        QCOMPARE(m->disagreement(), QString());
    }

    void whatCouldNotTravelIsNotWritten()
    {
        std::vector<Field> fields;
        static const QByteArray names[] = {"one", "two", "three"};
        for (const QByteArray &name : names)
            fields.push_back({.name = QLatin1StringView(name), .type = FieldType::LongText, .title = "Text"});
        const Catalogue catalogue({{QLatin1StringView("essay"), "Essay", "Essays", fields, {}}});
        Laptop writer(m->folder.filePath(u"writer"_s), u"Writer"_s, &m->time, 0, catalogue);
        QVERIFY(writer.create());
        const Value text(QString(1 << 20, QChar(0x65e5))); // 3 MiB as UTF-8
        const auto essay = [&](int number, Fields values) {
            Draft draft(u"Write"_s);
            draft.create(catalogue.entities()[0], QUuid::createUuidV5(QUuid(), QString::number(number)),
                std::move(values));
            return writer.store().commit(draft);
        };
        QVERIFY(essay(1, {{fields[0].name, text}}).ok());
        const auto refused = essay(2, {{fields[0].name, text}, {fields[1].name, text}});
        QVERIFY(!refused.ok());
        QVERIFY(!refused.error().why.isEmpty());
        QCOMPARE(writer.store().allEdits().size(), 1u);
        // Two rows in one draft become two edits.
        Draft draft(u"Write"_s);
        for (int i : {3, 4})
            draft.create(catalogue.entities()[0], QUuid::createUuidV5(QUuid(), QString::number(i)),
                {{fields[0].name, text}});
        QVERIFY(writer.store().commit(draft).ok());
        for (const Edit &edit : writer.store().allEdits())
            QVERIFY(Edit::fromTransport(edit.transport()).ok());
    }

    void aDraftIsWrittenWholeOrNotAtAll()
    {
        const QUuid row = m->sharedNote(u"fine"_s);
        Draft draft(u"Half wrong"_s);
        draft.edit(m->ana.note(row), {{sample::title, Value(u"changed"_s)}});
        draft.create(
            *sampleCatalogue().entity(sample::place), naturalId(QString(sample::place), u"GY"_s), {});
        const auto refused = m->ana.store().commit(draft);
        QVERIFY(!refused.ok()); // a place without a code
        QCOMPARE(m->ana.note(row).value(sample::title).text(), u"fine"_s);
        QCOMPARE(m->ana.store().allEdits().size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestStoreRules)
#include "tst_storerules.moc"
