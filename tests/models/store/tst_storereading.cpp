#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/store/narrowreads.h"
#include "models/store/store.h"
#include "tests/models/store/laptop.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <set>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

using Fields = std::vector<std::pair<QLatin1StringView, Value>>;

const QUuid someRow = QUuid::createUuidV5(QUuid(), u"some row"_s);
const QUuid otherRow = QUuid::createUuidV5(QUuid(), u"other row"_s);

Field fieldOf(FieldType type, QLatin1StringView name)
{
    return {.name = name, .type = type, .title = "Field", .flags = Field::InTable};
}

// A field of every type.
const Catalogue &everyType()
{
    static const Catalogue catalogue = [] {
        Field choice = fieldOf(FieldType::Choice, "choice"_L1);
        choice.choices = {{"one"_L1, "One"}, {"1"_L1, "Digit"}};
        Field reference = fieldOf(FieldType::Reference, "reference"_L1);
        Field references = fieldOf(FieldType::References, "references"_L1);
        reference.refers = references.refers = "thing"_L1;
        Field parts = fieldOf(FieldType::Parts, "parts"_L1);
        parts.parts = {fieldOf(FieldType::Reading, "value"_L1), fieldOf(FieldType::Date, "due"_L1),
            fieldOf(FieldType::Boolean, "sure"_L1)};
        Field secret = fieldOf(FieldType::Text, "secret"_L1);
        secret.sensitivity = Sensitivity::Personal;
        return Catalogue({{"thing"_L1, "Thing", "Things",
            {fieldOf(FieldType::Text, "text"_L1), fieldOf(FieldType::LongText, "longtext"_L1), secret,
                fieldOf(FieldType::TextList, "textlist"_L1), fieldOf(FieldType::Integer, "integer"_L1),
                fieldOf(FieldType::Decimal, "decimal"_L1), fieldOf(FieldType::Boolean, "boolean"_L1),
                fieldOf(FieldType::Date, "date"_L1), choice, reference, references,
                fieldOf(FieldType::AnyReference, "any"_L1), fieldOf(FieldType::Reading, "reading"_L1),
                fieldOf(FieldType::Money, "money"_L1), parts},
            {}}});
    }();
    return catalogue;
}

Value partialDate(const char *iso)
{
    return Value(*PartialDate::parse(QString::fromLatin1(iso)));
}

} // namespace

Q_DECLARE_METATYPE(liaison::Value)

// What goes in comes out, and is found.
class TestStoreReading : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_time = 1'171'497'600'000;

    // a: 2006, 2; b: February 2007, 5; c: April 2007, 9.
    static Draft threeThings()
    {
        const Entity &thing = everyType().entities()[0];
        Draft draft(u"Add"_s);
        draft.create(thing, someRow,
            {{"text"_L1, Value(u"a"_s)}, {"choice"_L1, Value("one"_L1)}, {"date"_L1, partialDate("2006")},
                {"integer"_L1, Value(2)}, {"reference"_L1, Value(someRow)},
                {"references"_L1, Value(Value::List{Value(someRow)})}});
        draft.create(thing, otherRow,
            {{"text"_L1, Value(u"b"_s)}, {"choice"_L1, Value("1"_L1)}, {"date"_L1, partialDate("2007-02")},
                {"integer"_L1, Value(5)},
                {"references"_L1, Value(Value::List{Value(otherRow), Value(someRow)})}});
        draft.create(thing, QUuid::createUuidV5(QUuid(), u"third"_s),
            {{"text"_L1, Value(u"c"_s)}, {"date"_L1, partialDate("2007-04")}, {"integer"_L1, Value(9)}});
        return draft;
    }

    std::unique_ptr<Laptop> laptop(const Catalogue &catalogue)
    {
        auto made = std::make_unique<Laptop>(m_folder->filePath(u"home"_s), u"Ana"_s, &m_time, 0, catalogue);
        return made->create() ? std::move(made) : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_folder = std::make_unique<QTemporaryDir>(fastFolderTemplate());
    }
    void cleanup() { m_folder.reset(); }

    void everyValueComesBack_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<Value>("value");
        const auto row = [](const char *title, const char *field, const Value &value) {
            QTest::newRow(title) << QByteArray(field) << value;
        };
        row("text", "text", Value(u"Curaçao"_s));
        row("empty text", "text", Value(QString(u""_s)));
        row("text of digits", "text", Value(u"0012"_s));
        row("text like a number", "text", Value(u"1e5"_s));
        row("text beyond the basic plane", "text", Value(u"\U0001F600 日本 שלום"_s));
        row("text like SQL", "text", Value(u"'); DROP TABLE edit;--"_s));
        row("long text", "longtext", Value(QString(100'000, u'x')));
        row("long text of two lines", "longtext", Value(u"one\ntwo"_s));
        row("empty long text", "longtext", Value(QString(u""_s)));
        row("long text of digits", "longtext", Value(u"12"_s));
        row("personal text", "secret", Value(u"+592 555"_s));
        row("personal text of digits", "secret", Value(u"007"_s));
        row("texts", "textlist", Value(Value::List{Value(u"b"_s), Value(u"a"_s), Value(u"\"quoted\", ]"_s)}));
        row("one empty text", "textlist", Value(Value::List{Value(QString(u""_s))}));
        row("no texts", "textlist", Value(Value::List{}));
        row("zero", "integer", Value(0));
        row("the largest number", "integer", Value(qint64(1'000'000'000'000'000)));
        row("decimal with zeros", "decimal", Value(u"12.50"_s));
        row("negative decimal", "decimal", Value(u"-63.028"_s));
        row("whole decimal", "decimal", Value(u"7"_s));
        row("yes", "boolean", Value(true));
        row("no", "boolean", Value(false));
        row("a year", "date", partialDate("2007"));
        row("a month", "date", partialDate("2007-02"));
        row("a day", "date", partialDate("2007-02-15"));
        row("the first day", "date", partialDate("0001-01-01"));
        row("choice", "choice", Value("one"_L1));
        row("choice of a digit", "choice", Value("1"_L1));
        row("a row that is here", "reference", Value(someRow));
        row("a row that is not here yet", "reference", Value(otherRow));
        row("rows in order", "references", Value(Value::List{Value(otherRow), Value(someRow)}));
        row("no rows", "references", Value(Value::List{}));
        row("any row", "any",
            Value(Value::Parts{{u"entity"_s, Value(u"thing"_s)}, {u"row"_s, Value(otherRow)}}));
        row("any row of a newer entity", "any",
            Value(Value::Parts{{u"entity"_s, Value(u"visit"_s)}, {u"row"_s, Value(otherRow)}}));
        row("reading: level", "reading", Value(u"AF signed"_s));
        row("reading: count", "reading", Value(9));
        row("reading: text of digits", "reading", Value(u"9"_s));
        row("reading: unknown", "reading", Value(unknownReading));
        row("reading: money", "reading", *parseMoney(u"USD 1650"_s));
        row("money", "money", *parseMoney(u"EUR 12.50"_s));
        row("money below zero", "money", *parseMoney(u"EUR -3"_s));
        row("parts", "parts",
            Value(Value::Parts{
                {u"value"_s, Value(9)}, {u"due"_s, partialDate("2007-02")}, {u"sure"_s, Value(false)}}));
        row("some parts", "parts", Value(Value::Parts{{u"sure"_s, Value(true)}}));
    }

    void everyValueComesBack()
    {
        QFETCH(QByteArray, field);
        QFETCH(Value, value);
        const auto ana = laptop(everyType());
        const Entity &thing = everyType().entities()[0];
        const QLatin1StringView name(field);
        Draft draft(u"Add"_s);
        draft.create(thing, someRow, {{name, value}});
        ana->commit(draft);
        QCOMPARE(ana->store().find("thing", someRow).value(name), value);
        // Everything else is still missing.
        for (const Field &other : thing.fields) {
            if (other.name != name)
                QVERIFY2(ana->store().find("thing", someRow).value(other.name).isNull(), other.name.data());
        }
        QVERIFY(ana->store().check().ok());
        QVERIFY(ana->store().rebuild().ok());
        QCOMPARE(ana->store().read({.entity = "thing"_L1}).at(0).value(name), value);
        const auto history = ana->store().history("thing", someRow);
        QVERIFY(std::any_of(history.begin(), history.end(),
            [&](const HistoryEntry &entry) { return entry.field == name && entry.to == value; }));
        ana->close();
        QCOMPARE(ana->open(), OpenOutcome::Current);
        QCOMPARE(ana->store().find("thing", someRow).value(name), value);
        // Filtered by it, the row is found; by another value it is not.
        const auto found = [&](const Value &by) {
            return ana->store().count({.entity = "thing"_L1, .where = {{QString(name), by}}});
        };
        QCOMPARE(found(value), 1);
        QCOMPARE(found(Value()), 0);
        // Writing the same again writes nothing; taking it out leaves nothing.
        Draft again(u"Again"_s);
        again.edit(ana->store().find("thing", someRow), {{name, value}});
        QVERIFY(ana->commit(again).isNull());
        Draft out(u"Out"_s);
        out.edit(ana->store().find("thing", someRow), {{name, Value()}});
        QVERIFY(!ana->commit(out).isNull());
        QVERIFY(ana->store().find("thing", someRow).value(name).isNull());
        QCOMPARE(found(Value()), 1);
        QVERIFY(ana->store().check().ok());
    }

    void filters_data()
    {
        using Is = Query::Filter::Is;
        QTest::addColumn<QString>("field");
        QTest::addColumn<Value>("value");
        QTest::addColumn<int>("is");
        QTest::addColumn<QString>("found"); // texts
        const auto row = [](const char *name, const QString &field, const Value &value, Is is,
                             const QString &found) {
            QTest::newRow(name) << field << value << static_cast<int>(is) << found;
        };
        row("equal", u"choice"_s, Value("one"_L1), Is::Equal, u"a"_s);
        row("not: others and those that have none", u"choice"_s, Value("one"_L1), Is::Not, u"b c"_s);
        row("not missing", u"choice"_s, Value(), Is::Not, u"a b"_s);
        row("contained", u"references"_s, Value(someRow), Is::Equal, u"a b"_s);
        row("not contained", u"references"_s, Value(otherRow), Is::Not, u"a c"_s);
        row("ends on the day or after", u"date"_s, partialDate("2007-02-15"), Is::From, u"b c"_s);
        row("within a month", u"date"_s, partialDate("2007-02"), Is::From, u"b c"_s);
        row("begins on the day or before", u"date"_s, partialDate("2007-02-14"), Is::Until, u"a b"_s);
        row("at most", u"integer"_s, Value(5), Is::Until, u"a b"_s);
        row("at least", u"integer"_s, Value(5), Is::From, u"b c"_s);
    }
    void filters()
    {
        QFETCH(QString, field);
        QFETCH(Value, value);
        QFETCH(int, is);
        QFETCH(QString, found);
        const auto ana = laptop(everyType());
        ana->commit(threeThings());
        QStringList texts;
        const Query query{.entity = "thing"_L1,
            .where = {{field, value, static_cast<Query::Filter::Is>(is)}},
            .sortBy = u"text"_s};
        std::vector<QUuid> ids;
        for (const Record &record : ana->store().read(query)) {
            texts.append(record.value("text"_L1).text());
            ids.push_back(record.id());
        }
        QCOMPARE(texts.join(u' '), found);
        QCOMPARE(ana->store().ids(query), ids);
        forEachOf(ana->store(), query, {}, [&](const Record &record) { std::erase(ids, record.id()); });
        QVERIFY(ids.empty());
    }

    void tallies_data()
    {
        using Period = TallyQuery::Period;
        QTest::addColumn<QString>("by");
        QTest::addColumn<int>("period");
        QTest::addColumn<QString>("told"); // reference:period:count:sum:first-last
        const auto row = [](const char *name, const QString &by, Period per, const QString &told) {
            QTest::newRow(name) << by << static_cast<int>(per) << told;
        };
        row("all together", QString(), Period::None, u"-:0:3:16:20060101-20070401"_s);
        row("by several: one counts for each", u"references"_s, Period::None,
            u"other:0:1:5:20070201-20070201 some:0:2:7:20060101-20070201"_s);
        row("by one", u"reference"_s, Period::None, u"some:0:1:2:20060101-20060101"_s);
        row("by year", QString(), Period::Year,
            u"-:2006:1:2:20060101-20060101 -:2007:2:14:20070201-20070401"_s);
        row("by quarter", QString(), Period::Quarter,
            u"-:8024:1:2:20060101-20060101 -:8028:1:5:20070201-20070201 -:8029:1:9:20070401-20070401"_s);
    }
    void tallies()
    {
        QFETCH(QString, by);
        QFETCH(int, period);
        QFETCH(QString, told);
        const auto ana = laptop(everyType());
        ana->commit(threeThings());
        const QByteArray name = by.toLatin1();
        const auto tallies = ana->store().tally({.entity = "thing"_L1,
            .by = QLatin1StringView(name),
            .date = "date"_L1,
            .per = static_cast<TallyQuery::Period>(period),
            .sum = "integer"_L1});
        QStringList texts;
        for (const Tally &tally : tallies)
            texts.append(u"%1:%2:%3:%4:%5-%6"_s
                             .arg(tally.by.isNull()        ? u"-"_s
                                     : tally.by == someRow ? u"some"_s
                                                           : u"other"_s)
                             .arg(tally.period)
                             .arg(tally.count)
                             .arg(tally.sum)
                             .arg(tally.first.toString(u"yyyyMMdd"_s), tally.last.toString(u"yyyyMMdd"_s)));
        std::sort(texts.begin(), texts.end());
        QCOMPARE(texts.join(u' '), told);
    }

    void whatAKnownFieldCannotShowIsKeptAndTold()
    {
        const auto ana = laptop(everyType());
        Edit edit;
        edit.replica = QUuid::createUuidV5(QUuid(), u"newer"_s);
        edit.at = 1;
        Operation op;
        op.entity = u"thing"_s;
        op.row = someRow;
        op.fields.emplace(
            u"integer"_s, FieldWrite{FieldWrite::Kind::Plain, Value(u"many"_s).toCanonical(), {}, {}});
        op.fields.emplace(u"text"_s, FieldWrite{FieldWrite::Kind::Plain, "\xff", {}, {}});
        edit.ops.push_back(op);
        ana->take({edit});
        QCOMPARE(ana->store().oddities().size(), 2u);
        QVERIFY(ana->store().check().ok());
        QVERIFY(ana->store().rebuild().ok());
        QVERIFY(ana->store().check().ok());
        QCOMPARE(ana->store().allEdits().at(0), edit);
    }

    void search_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("found");
        QTest::newRow("a word") << u"workshop"_s << 1;
        QTest::newRow("its beginning") << u"work"_s << 1;
        QTest::newRow("its middle") << u"shop"_s << 0;
        QTest::newRow("case and accents ignored") << u"CURACAO"_s << 1;
        QTest::newRow("written with accents") << u"curaçao"_s << 1;
        QTest::newRow("both words") << u"cur work"_s << 1;
        QTest::newRow("one word that is there, one that is not") << u"cur dinner"_s << 0;
        QTest::newRow("in a long text") << u"minutes"_s << 1;
        QTest::newRow("in a personal field") << u"555"_s << 1;
        QTest::newRow("Arabic") << u"مرحبا"_s << 1;
        QTest::newRow("Chinese by its beginning") << u"日"_s << 1;
        QTest::newRow("of a deleted row") << u"gone"_s << 0;
        QTest::newRow("a value of before") << u"former"_s << 0;
        QTest::newRow("quotes") << u"\"work"_s << 1;
        QTest::newRow("operators are words") << u"NOT"_s << 0;
        QTest::newRow("a column name") << u"title:work"_s << 0;
        QTest::newRow("a star") << u"*"_s << 0;
        QTest::newRow("SQL") << u"' OR 1=1 --"_s << 0;
        QTest::newRow("nothing") << u"  "_s << 2; // no search: all rows
    }

    void search()
    {
        QFETCH(QString, query);
        QFETCH(int, found);
        const auto ana = laptop(sampleCatalogue());
        const QUuid row = ana->addNote(u"former"_s);
        ana->setNote(ana->note(row), sample::title, Value(u"Workshop in Curaçao"_s));
        ana->setNote(ana->note(row), sample::body, Value(u"The minutes: مرحبا 日本語"_s));
        ana->setNote(ana->note(row), sample::phone, Value(u"555 12"_s));
        ana->addNote(u"another"_s);
        Draft draft(u"Delete"_s);
        draft.remove(ana->note(ana->addNote(u"gone"_s)));
        ana->commit(draft);
        const Query asked{.entity = sample::note, .search = query};
        QCOMPARE(int(ana->store().read(asked).size()), found);
        QCOMPARE(ana->store().count(asked), found);
        QVERIFY(ana->store().rebuild().ok());
        QCOMPARE(ana->store().count(asked), found);
    }

    void sortedPagesCoverAllRowsOnce()
    {
        const auto ana = laptop(sampleCatalogue());
        Draft draft(u"Import"_s);
        for (int i = 0; i < 50; ++i)
            draft.create(*sampleCatalogue().entity(sample::note),
                QUuid::createUuidV5(QUuid(), QString::number(i)),
                {{sample::count, i % 7 == 0 ? Value() : Value(i % 5)}});
        ana->commit(draft);
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            std::set<QUuid> seen;
            std::vector<qint64> counts;
            for (qint64 offset = 0; offset < 50; offset += 7) {
                for (const Record &record : ana->store().read({.entity = sample::note,
                                            .sortBy = QString(sample::count),
                                            .order = order,
                                            .limit = 7,
                                            .offset = offset})) {
                    QVERIFY(seen.insert(record.id()).second);
                    counts.push_back(record.value(sample::count).toInteger().value_or(-1));
                }
            }
            QCOMPARE(seen.size(), 50u);
            QVERIFY(order == Qt::AscendingOrder ? std::is_sorted(counts.begin(), counts.end())
                                                : std::is_sorted(counts.rbegin(), counts.rend()));
        }
    }

    void eachVisibleRowIsVisitedOnce()
    {
        const auto ana = laptop(sampleCatalogue());
        Draft draft(u"Import"_s);
        const auto idOf = [](int i) { return QUuid::createUuidV5(QUuid(), QString::number(i)); };
        for (int i = 0; i < 50; ++i)
            draft.create(*sampleCatalogue().entity(sample::note), idOf(i), {{sample::count, Value(i)}});
        ana->commit(draft);
        Draft removal(u"Delete"_s);
        removal.remove(ana->store().find(sample::note, idOf(7)));
        ana->commit(removal);
        std::set<QUuid> seen;
        ana->store().forEach(sample::note, [&](const Record &record) {
            QVERIFY(seen.insert(record.id()).second);
            const Record same = ana->store().find(sample::note, record.id()); // reads meanwhile
            QCOMPARE(record.value(sample::count).toInteger(), same.value(sample::count).toInteger());
            QVERIFY(record.value(sample::count).toInteger());
        });
        QCOMPARE(seen.size(), 49u);
        QVERIFY(!seen.contains(idOf(7)));
        ana->store().forEach(u"nothing"_s, [](const Record &) { QFAIL("of an entity that is not known"); });
    }

    void onlyTheFieldsAskedFor()
    {
        const auto ana = laptop(sampleCatalogue());
        Draft draft(u"One"_s);
        draft.create(*sampleCatalogue().entity(sample::note), QUuid::createUuid(),
            {{sample::title, Value(u"a title"_s)}, {sample::count, Value(7)}});
        ana->commit(draft);
        int visited = 0;
        forEachOf(ana->store(), {.entity = sample::note}, {sample::count}, [&](const Record &record) {
            QCOMPARE(record.value(sample::count).toInteger(), 7);
            QVERIFY(record.value(sample::title).isNull());
            ++visited;
        });
        QCOMPARE(visited, 1);
    }

    void aQuestionIsStopped()
    {
        const auto ana = laptop(sampleCatalogue());
        Draft draft(u"Import"_s);
        for (int i = 0; i < 3'000; ++i)
            draft.create(*sampleCatalogue().entity(sample::note),
                QUuid::createUuidV5(QUuid(), QString::number(i)), {{sample::count, Value(i)}});
        ana->commit(draft);
        const Query query{.entity = sample::note, .sortBy = QString(sample::count)};
        int asked = 0;
        QCOMPARE(ana->store().ids(query, [&] { return ++asked > 2; }).size(), 0u);
        QCOMPARE(asked, 3);
        QCOMPARE(ana->store().readError().message(), QString());
        QCOMPARE(ana->store().ids(query, [] { return false; }).size(), 3'000u);
        QCOMPARE(ana->store().count({.entity = sample::note, .limit = 2'000}), 2'000);
        QCOMPARE(ana->store().count({.entity = sample::note, .limit = 4'000}), 3'000);
    }

    void whenARowCameHere()
    {
        const auto ana = laptop(sampleCatalogue());
        const QUuid row = ana->addNote(u"a"_s);
        const qint64 at = ana->store().history(sample::note, row).front().edit.at;
        ana->setNote(ana->note(row), sample::title, Value(u"b"_s));
        QVERIFY(ana->store().history(sample::note, row).front().edit.at > at);
        QCOMPARE(recordedAt(ana->store(), sample::note, row), at);
        QVERIFY(!recordedAt(ana->store(), sample::note, QUuid::createUuid()));
    }

    void rowsAreNamedByKeyIdOrItsBeginning()
    {
        const auto ana = laptop(sampleCatalogue());
        const Entity &place = *sampleCatalogue().entity(sample::place);
        const QUuid id = naturalId(QString(sample::place), u"GY"_s);
        Draft draft(u"Add place"_s);
        draft.create(place, id, {{sample::code, Value(u"GY"_s)}, {sample::name, Value(u"Guyana"_s)}});
        ana->commit(draft);
        const QString hex = id.toString(QUuid::WithoutBraces);
        for (const QString &text : {u"GY"_s, hex, hex.first(6), hex.toUpper()}) {
            const auto found = ana->store().resolveId(place, text);
            QVERIFY2(found.ok(), qPrintable(text));
            QCOMPARE(*found, id);
        }
        for (const QString &text :
            {u"XX"_s, hex.first(5), u""_s, u"%"_s, QString(u'0').repeated(32), u"ffffff"_s})
            QVERIFY2(!ana->store().resolveId(place, text).ok(), qPrintable(text));
        QCOMPARE(ana->store().keyOf("place", id), u"GY"_s);
        QCOMPARE(ana->store().titleOf("place", id), u"Guyana"_s);
        QCOMPARE(ana->store().entityOf(id), u"place"_s);
        QCOMPARE(ana->store().entityOf(otherRow), QString());
    }

    // Two clocks (design, "Dates"): which observation counts on a day, and which was known at a time.
    void observedOn()
    {
        const auto ana = laptop(Catalogue::builtIn());
        const Entity &entity = *Catalogue::builtIn().entity(fields::observation::entity);
        const auto observe = [&](const char *iso, const QString &reading) {
            Fields values = {{fields::observation::territory, Value(someRow)},
                {fields::observation::indicator, Value(otherRow)},
                {fields::observation::date, partialDate(iso)},
                {fields::observation::value, Value(Value::Parts{{u"value"_s, Value(reading)}})}};
            const auto id = ana->store().idFor(entity, values);
            Draft draft(u"Observe"_s);
            draft.create(entity, id.ok() ? *id : QUuid(), values);
            ana->commit(draft);
        };
        const auto on = [&](QDate day, std::optional<qint64> knownAt = std::nullopt) {
            const auto cells = ana->store().observedOn({someRow}, {otherRow}, day, knownAt);
            return cells.empty() ? QString() : cells[0].reading.text();
        };
        const qint64 begin = m_time;
        m_time += 1'000;
        observe("2007-02-15", u"represented"_s);
        m_time += 1'000;
        observe("2007", u"observer"_s);
        m_time += 1'000;
        observe("2007-02", u"exploring"_s);
        QCOMPARE(on(QDate(2006, 12, 31)), QString());
        QCOMPARE(on(QDate(2007, 1, 1)), u"observer"_s); // counts from the first day of its date as written
        QCOMPARE(on(QDate(2007, 2, 1)), u"observer"_s); // of several the one whose period ends last
        QCOMPARE(on(QDate(2007, 2, 20)), u"observer"_s);
        QCOMPARE(on(QDate(2030, 1, 1)), u"observer"_s);
        QCOMPARE(on(QDate(2007, 2, 20), begin), QString());
        QCOMPARE(on(QDate(2007, 2, 20), begin + 1'000), u"represented"_s);
        QCOMPARE(on(QDate(2007, 2, 20), begin + 2'000), u"observer"_s);
    }
};

QTEST_GUILESS_MAIN(TestStoreReading)
#include "tst_storereading.moc"
