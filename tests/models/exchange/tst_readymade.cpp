#include "models/exchange/readymade.h"

#include "models/domain/catalogue.h"
#include "models/domain/fields.h"
#include "models/figures/board.h"
#include "models/figures/region.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestReadymade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCommittedEditsAreWhatTheGeneratorMakes();
    void everySeriesIsAChainOfOneReplica_data();
    void everySeriesIsAChainOfOneReplica();
    void rowsHaveTheIdsOfTheirKeys();
    void theReferenceDataAreComplete_data();
    void theReferenceDataAreComplete();
    void theNetherlandsAntillesHaveSuccessorsAndAnEnd();
    void guadeloupeHadSaintBarthelemyAndSaintMartin();
    void theCaribbeanStandsInCodeOrder();
    void doubtsAreSaidOfFiveRowsOnly();
    void theExampleGoesOnAfterItsDay_data();
    void theExampleGoesOnAfterItsDay();
    void theHistoryLeavesTheBoardOfItsDayAlone();
    void theHistoryIsOneEditOfReportedFacts();
    void theWorkshopOfTheDeck_data();
    void theWorkshopOfTheDeck();
    void twoLaptopsMeetInTheSameRows();
    void aLaterReleaseConflictsWithAnOwnCorrectionOnly();
    void anOlderFileTakesInWhatItLacks();
    void ownRowsTakeInNothing();
    void aRegionOfCodesIsTheAuthorsOwn();
    void theExampleAndARegionCanStandInOneFile();
    void aFileThatCannotBeFilledIsNotLeft();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    Surroundings surroundings(const QString &author = u"Ana"_s) const
    {
        return {[] { return qint64(1'172'664'000'000); }, author, m_folder->filePath(u"tokens"_s)};
    }
    std::unique_ptr<Store> made(const QString &name, const NewFileOptions &options = {}) const
    {
        auto store = newFile(path(name), options, surroundings());
        return store ? std::move(*store) : nullptr;
    }

    static QStringList successors(const Store &store, const QString &code)
    {
        namespace f = fields::territory;
        QStringList codes;
        const Value list = store.find(f::entity, naturalId(QString(f::entity), code)).value(f::successors);
        for (const Value &successor : list.isNull() ? Value::List() : *list.toList())
            codes.append(store.keyOf(f::entity, successor.row()));
        return codes;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReadymade::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestReadymade::theCommittedEditsAreWhatTheGeneratorMakes()
{
    const QString resources = QStringLiteral(LIAISON_RESOURCES);
    QProcess generator;
    generator.start(QStringLiteral(LIAISON_MAKE_EDITS), {resources, m_folder->path()});
    QVERIFY(generator.waitForFinished());
    QVERIFY2(generator.exitCode() == 0, generator.readAllStandardError().constData());
    const QDir committed(resources + u"/edits"_s);
    const QStringList names = QDir(m_folder->path()).entryList({u"*.edits"_s}, QDir::Files);
    QVERIFY(names.size() >= 4);
    for (const QString &name : names) {
        QFile expected(committed.filePath(name));
        QFile actual(path(name));
        QVERIFY2(expected.open(QIODevice::ReadOnly) && actual.open(QIODevice::ReadOnly), qPrintable(name));
        QVERIFY2(expected.readAll() == actual.readAll(), qPrintable(name));
    }
}

void TestReadymade::everySeriesIsAChainOfOneReplica_data()
{
    QTest::addColumn<QString>("series");
    for (const char *series : {"reference", "caribbean", "world", "caribbean-2007"})
        QTest::addRow("%s", series) << QString(QLatin1StringView(series));
}

void TestReadymade::everySeriesIsAChainOfOneReplica()
{
    QFETCH(QString, series);
    const auto edits = readymadeEdits(series);
    QVERIFY(edits);
    EditName parent;
    qint64 n = 0;
    for (const Edit &edit : *edits) {
        QCOMPARE(edit.author, u"Liaison"_s);
        QCOMPARE(edit.at, 0);
        QCOMPARE(edit.n, ++n);
        QCOMPARE(edit.replica, edits->front().replica);
        QVERIFY(edit.parent == parent);
        QVERIFY(edit.ops.size() <= Edit::mostOperations);
        parent = edit.name();
    }
}

void TestReadymade::rowsHaveTheIdsOfTheirKeys()
{
    const auto store = made(u"f.liaison"_s, {u"world"_s, {}, u"caribbean-2007"_s});
    QVERIFY(store);
    int rows = 0;
    for (const Entity &entity : store->catalogue().entities()) {
        for (const Record &record : store->read({.entity = entity.name})) {
            ++rows;
            if (entity.hasNaturalKey())
                QCOMPARE(record.id(), naturalId(QString(entity.name), store->keyOf(entity.name, record.id())));
        }
    }
    QVERIFY(rows > 500);
    QCOMPARE(store->oddities().size(), size_t(0));
}

void TestReadymade::theReferenceDataAreComplete_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<int>("rows");
    QTest::addRow("territories, today's and one of the past") << u"territory"_s << 253;
    QTest::addRow("the plan's objectives") << u"objective"_s << 5;
    QTest::addRow("the projects") << u"project"_s << 5;
    QTest::addRow("indicators, four of them on the board") << u"indicator"_s << 6;
    QTest::addRow("the steps of three ladders and of the training") << u"level"_s << 16;
    QTest::addRow("nothing is observed") << u"observation"_s << 0;
    QTest::addRow("one region") << u"region"_s << 1;
    QTest::addRow("its territories") << u"region_territory"_s << 34;
}

void TestReadymade::theReferenceDataAreComplete()
{
    QFETCH(QString, entity);
    QFETCH(int, rows);
    const auto store = made(u"f.liaison"_s);
    QVERIFY(store);
    QCOMPARE(store->count({.entity = store->catalogue().entity(entity)->name}), rows);
}

void TestReadymade::theNetherlandsAntillesHaveSuccessorsAndAnEnd()
{
    const auto store = made(u"f.liaison"_s);
    QVERIFY(store);
    namespace f = fields::territory;
    const auto territory = [&](const QString &code) { return store->find(f::entity, naturalId(QString(f::entity), code)); };
    const Record antilles = territory(u"AN"_s);
    QCOMPARE(antilles.value(f::cctld).text(), u".an"_s);
    QCOMPARE(antilles.value(f::existsUntil).date().toIso(), u"2010-10-09"_s);
    QCOMPARE(successors(*store, u"AN"_s), (QStringList{u"BQ"_s, u"CW"_s, u"SX"_s}));
    QCOMPARE(territory(u"CW"_s).value(f::existsFrom).date().toIso(), u"2010-10-10"_s);
    QVERIFY(territory(u"BQ"_s).value(f::cctld).isNull());
    QCOMPARE(territory(u"GB"_s).value(f::cctld).text(), u".uk"_s);
}

void TestReadymade::guadeloupeHadSaintBarthelemyAndSaintMartin()
{
    const auto store = made(u"f.liaison"_s);
    QVERIFY(store);
    QCOMPARE(successors(*store, u"GP"_s), (QStringList{u"BL"_s, u"MF"_s}));
    QVERIFY(store->find(fields::territory::entity, naturalId(QString(fields::territory::entity), u"GP"_s))
                .value(fields::territory::existsUntil)
                .isNull());
}

void TestReadymade::theCaribbeanStandsInCodeOrder()
{
    const auto store = made(u"f.liaison"_s);
    QVERIFY(store);
    const auto region = findRegion(*store, u"caribbean"_s);
    QVERIFY(region);
    QStringList codes;
    for (const Region::Member &member : region->members)
        codes.append(store->keyOf(fields::territory::entity, member.territory));
    QCOMPARE(codes.size(), 34);
    QVERIFY(codes.contains(u"AN"_s));
    QVERIFY(std::is_sorted(codes.begin(), codes.end()));
}

void TestReadymade::doubtsAreSaidOfFiveRowsOnly()
{
    const auto store = made(u"f.liaison"_s, {{}, {}, u"caribbean-2007"_s});
    QVERIFY(store);
    const auto region = findRegion(*store, QString());
    QVERIFY(region);
    QCOMPARE(region->name, u"Caribbean"_s);
    QCOMPARE(region->members.size(), size_t(27));
    QStringList doubted;
    for (const Region::Member &member : region->members) {
        QCOMPARE(member.certainty, QString(certaintyCode::assumed));
        QVERIFY(!member.evidence.isEmpty());
        if (!member.doubt.isEmpty())
            doubted.append(store->keyOf(fields::territory::entity, member.territory));
    }
    QCOMPARE(doubted, (QStringList{u"AG"_s, u"GP"_s, u"PR"_s, u"TC"_s, u"VG"_s}));
}

void TestReadymade::theExampleGoesOnAfterItsDay_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("reading"); // null: no such observation
    QTest::addRow("a month: member of the GAC is represented") << u"BB:GAC:2014-10"_s << u"represented"_s;
    QTest::addRow("a year") << u"GY:GAC:2016"_s << u"represented"_s;
    QTest::addRow("a day") << u"PR:AF/EoL:2007-06-26"_s << u"AF signed"_s;
    QTest::addRow("member of the ccNSO is no more than member") << u"KY:ccNSO:2009-07"_s << u"member"_s;
    QTest::addRow("ended") << u"VG:ccNSO:2019-08-29"_s << u"ended"_s;
    QTest::addRow("a territory that is not on the board: applied") << u"CW:ccNSO:2012-03-30"_s << u"applied"_s;
    QTest::addRow("the same: signed") << u"CW:AF/EoL:2012-03-12"_s << u"AF signed"_s;
    QTest::addRow("the same: member") << u"SX:ccNSO:2019"_s << u"member"_s;
    QTest::addRow("the same: represented") << u"SR:GAC:2016"_s << u"represented"_s;
    QTest::addRow("what was before the board stays out") << u"VI:ccNSO:2003-09-04"_s << QString();
    QTest::addRow("the day before the board too") << u"BB:ALS:2006-10-20"_s << QString();
    QTest::addRow("and a year that ended before it") << u"TT:ALS:2006"_s << QString();
}

void TestReadymade::theExampleGoesOnAfterItsDay()
{
    QFETCH(QString, key);
    QFETCH(QString, reading);
    namespace f = fields::observation;
    const auto store = made(u"f.liaison"_s, {{}, {}, u"caribbean-2007"_s});
    QVERIFY(store);
    const auto id = store->resolveId(*store->catalogue().entity(f::entity), key);
    QCOMPARE(bool(id), !reading.isNull());
    if (!id)
        return;
    const Value value = store->find(f::entity, *id).value(f::value);
    QCOMPARE(value.part(f::reading).text(), reading);
    QCOMPARE(value.part(f::certainty).text(), QString(certaintyCode::reported));
    QVERIFY2(value.part(f::source).text().startsWith(u"caribbean_status.csv: "_s), qPrintable(value.part(f::source).text()));
}

void TestReadymade::theHistoryLeavesTheBoardOfItsDayAlone()
{
    const auto reference = readymadeEdits(u"reference"_s);
    const auto example = readymadeEdits(u"caribbean-2007"_s);
    QVERIFY(reference && example);
    QCOMPARE(example->size(), size_t(3));
    const auto before = Store::create(path(u"before.liaison"_s), surroundings());
    QVERIFY(before && (*before)->merge(*reference) && (*before)->merge({example->front()}));
    const auto after = made(u"after.liaison"_s, {{}, {}, u"caribbean-2007"_s});
    QVERIFY(after);

    const auto boardOn = [](const Store &store, QDate day) { return boardAsOf(store, *findRegion(store, QString()), day); };
    const Board was = boardOn(**before, QDate(2007, 2, 15));
    const Board is = boardOn(*after, QDate(2007, 2, 15));
    QCOMPARE(is.rows.size(), was.rows.size());
    for (size_t row = 0; row < is.rows.size(); ++row)
        QVERIFY2(is.rows[row].cells == was.rows[row].cells, qPrintable(is.rows[row].code));
    // Later there is more: eleven governments more, of which nine in one month, and one agreement.
    const Board later = boardOn(*after, QDate(2017, 12, 31));
    QCOMPARE(later.totals[1].met, 13);
    QCOMPARE(later.totals[2].met, 1);
    QCOMPARE(boardOn(*after, QDate(2015, 1, 1)).totals[1].met, 11);
}

void TestReadymade::theHistoryIsOneEditOfReportedFacts()
{
    namespace f = fields::observation;
    const auto store = made(u"f.liaison"_s, {{}, {}, u"caribbean-2007"_s});
    QVERIFY(store);
    int reported = 0;
    for (const Record &record : store->read({.entity = f::entity})) {
        const bool later = record.value(f::date).date().firstDay() > QDate(2007, 2, 15);
        const QString certainty = record.value(f::value).part(f::certainty).text();
        QCOMPARE(certainty, QString(later ? certaintyCode::reported : certaintyCode::assumed));
        reported += later ? 1 : 0;
    }
    QCOMPARE(reported, 20);
}

void TestReadymade::theWorkshopOfTheDeck_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("expected");
    QTest::addRow("the programme") << u"programme"_s << u"title"_s << u"ISOC ccTLD workshop, Guyana"_s;
    QTest::addRow("of the project for ccTLD education") << u"programme"_s << u"project"_s << u"1Q"_s;
    QTest::addRow("that month") << u"programme"_s << u"start"_s << u"2007-02"_s;
    QTest::addRow("its territories") << u"programme"_s << u"territories"_s << u"BS BM GD GY HT JM MS TT"_s;
    QTest::addRow("no amount is invented") << u"programme"_s << u"budget"_s << QString();
    QTest::addRow("the talk") << u"activity"_s << u"title"_s << u"Talk “Global Partnerships”"_s;
    QTest::addRow("its day") << u"activity"_s << u"start"_s << u"2007-02-16"_s;
    QTest::addRow("who were present") << u"activity"_s << u"territories"_s << u"BS BM GD GY HT JM MS TT"_s;
    QTest::addRow("what for") << u"activity"_s << u"projects"_s << u"1Q"_s;
    QTest::addRow("how many is not known") << u"activity"_s << u"headcount"_s << QString();
    QTest::addRow("its certainty") << u"activity"_s << u"certainty"_s << u"reported"_s;
    QTest::addRow("its source") << u"activity"_s << u"source"_s
                                << u"deck Global Partnerships, ISOC ccTLD Workshop Guyana, 16 Feb 2007; "
                                   "territories present: a blog of Feb 2007"_s;
}

void TestReadymade::theWorkshopOfTheDeck()
{
    QFETCH(QString, entity);
    QFETCH(QString, field);
    const auto store = made(u"f.liaison"_s, {{}, {}, u"caribbean-2007"_s});
    QVERIFY(store);
    const Entity &of = *store->catalogue().entity(entity);
    const std::vector<Record> records = store->read({.entity = of.name});
    QCOMPARE(records.size(), size_t(1));
    const Field &asked = *of.field(field);
    const Value value = records.front().value(asked.name);
    QStringList texts{value.toRow() ? store->keyOf(asked.refers, value.row()) : value.text()};
    for (const Value &row : value.toList() ? *value.toList() : Value::List())
        texts.append(store->keyOf(asked.refers, row.row()));
    QTEST(texts.join(u' ').trimmed(), "expected");
    // Nobody and nothing else is made up.
    for (const char *other : {"person", "organisation", "affiliation", "attendance", "agreement", "task"})
        QCOMPARE(store->count({.entity = store->catalogue().entity(other)->name}), 0);
}

void TestReadymade::twoLaptopsMeetInTheSameRows()
{
    const auto one = made(u"one.liaison"_s);
    const auto other = made(u"other.liaison"_s, {u"world"_s, {}, {}});
    QVERIFY(one && other);
    QVERIFY(one->merge(other->allEdits()));
    QVERIFY(other->merge(one->allEdits()));
    QCOMPARE(one->conflicts().size(), size_t(0));
    QCOMPARE(one->count({.entity = fields::territory::entity}), 253);
    QCOMPARE(one->check().stateDigest, other->check().stateDigest);
}

void TestReadymade::aLaterReleaseConflictsWithAnOwnCorrectionOnly()
{
    namespace f = fields::territory;
    const auto store = made(u"f.liaison"_s);
    QVERIFY(store);
    const auto edits = readymadeEdits(u"reference"_s);
    QVERIFY(edits);
    const auto change = [&](const QString &code) {
        Operation op;
        op.entity = f::entity;
        op.row = naturalId(QString(f::entity), code);
        op.fields[QString(f::cctldManager)].bytes = Value(u"from the release"_s).toCanonical();
        op.prev = {edits->back().name()};
        return op;
    };
    Edit release;
    release.parent = edits->back().name();
    release.replica = edits->back().replica;
    release.n = edits->back().n + 1;
    release.author = u"Liaison"_s;
    release.label = u"Reference data"_s;
    release.ops = {change(u"GY"_s), change(u"BB"_s)};

    Draft own(u"Correct"_s);
    own.edit(store->find(f::entity, naturalId(QString(f::entity), u"GY"_s)), {{f::cctldManager, Value(u"corrected"_s)}});
    QVERIFY(store->commit(own));
    QVERIFY(store->merge({release}));
    const auto conflicts = store->conflicts();
    QCOMPARE(conflicts.size(), size_t(1));
    QCOMPARE(conflicts.front().row, naturalId(QString(f::entity), u"GY"_s));
    // The liaison's own is shown meanwhile: a release has the time 0.
    QCOMPARE(conflicts.front().shown.text(), u"corrected"_s);
    const Record barbados = store->find(f::entity, naturalId(QString(f::entity), u"BB"_s));
    QCOMPARE(barbados.value(f::cctldManager).text(), u"from the release"_s);
}

void TestReadymade::anOlderFileTakesInWhatItLacks()
{
    const auto reference = readymadeEdits(u"reference"_s);
    const auto example = readymadeEdits(u"caribbean-2007"_s);
    QVERIFY(reference && reference->size() > 1 && example && example->size() > 1);
    const auto store = Store::create(path(u"f.liaison"_s), surroundings());
    QVERIFY(store && (*store)->merge({reference->front(), example->front()}));
    QCOMPARE(successors(**store, u"GP"_s), QStringList());

    const auto taken = takeInReleases(**store);
    QVERIFY(taken);
    QCOMPARE(*taken, static_cast<int>(reference->size() + example->size()) - 2);
    QCOMPARE(successors(**store, u"GP"_s), (QStringList{u"BL"_s, u"MF"_s}));
    QCOMPARE((*store)->allEdits().size(), reference->size() + example->size()); // no region it did not have
    QCOMPARE(takeInReleases(**store).value(), 0);

    const auto fresh = made(u"fresh.liaison"_s, {{}, {}, u"caribbean-2007"_s});
    QVERIFY(fresh);
    QCOMPARE((*store)->check().stateDigest, fresh->check().stateDigest);
}

void TestReadymade::ownRowsTakeInNothing()
{
    const auto store = Store::create(path(u"f.liaison"_s), surroundings());
    QVERIFY(store);
    QCOMPARE(takeInReleases(**store).value(), 0);
    QVERIFY((*store)->allEdits().empty());
}

void TestReadymade::aRegionOfCodesIsTheAuthorsOwn()
{
    const auto one = made(u"one.liaison"_s, {u"TT,GY"_s, u"South"_s, {}});
    const auto other = made(u"other.liaison"_s, {u"TT,GY"_s, u"South"_s, {}});
    QVERIFY(one && other);
    QCOMPARE(one->edits().front().author, u"Ana"_s);
    const auto first = findRegion(*one, QString());
    const auto second = findRegion(*other, QString());
    QVERIFY(first && second);
    QCOMPARE(first->name, u"South"_s);
    QCOMPARE(first->members.size(), size_t(2));
    QVERIFY(first->id != second->id);
    QCOMPARE(one->keyOf(fields::territory::entity, first->members.front().territory), u"TT"_s);
}

void TestReadymade::theExampleAndARegionCanStandInOneFile()
{
    const auto store = made(u"f.liaison"_s, {u"GY"_s, u"Mine"_s, u"caribbean-2007"_s});
    QVERIFY(store);
    QStringList names;
    for (const Region &region : regions(*store))
        names.append(region.name);
    QCOMPARE(names, (QStringList{u"Mine"_s, u"GY"_s}));
}

void TestReadymade::aFileThatCannotBeFilledIsNotLeft()
{
    const auto refused = newFile(path(u"f.liaison"_s), {u"GY,QQ"_s, {}, {}}, surroundings());
    QVERIFY(!refused);
    QVERIFY(refused.error().message().contains(u"QQ"_s));
    QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
}

QTEST_GUILESS_MAIN(TestReadymade)
#include "tst_readymade.moc"
