#include "models/domain/catalogue.h"
#include "models/domain/fields.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

// Marks every text it is asked for in the catalogue's context.
class MarkingTranslator : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        return QLatin1StringView(context) == "catalogue"_L1 ? u"«"_s + QString::fromUtf8(source) + u"»"_s
                                                            : QString();
    }
};

void addFields()
{
    QTest::addColumn<QString>("entityName");
    QTest::addColumn<QString>("path"); // field, or field and part
    const auto add = [](const QString &entity, const QString &path) {
        QTest::newRow(qPrintable(entity + u'.' + path)) << entity << path;
    };
    for (const Entity &entity : Catalogue::builtIn().entities()) {
        for (const Field &field : entity.fields) {
            add(entity.name, field.name);
            for (const Field &part : field.parts)
                add(entity.name, field.name + u'.' + part.name);
        }
    }
}

const Field &fieldAt(const QString &entity, const QString &path)
{
    const QStringList names = path.split(u'.');
    const Field *field = Catalogue::builtIn().entity(entity)->field(names.first());
    return names.size() == 1 ? *field : *field->part(names.last());
}

Entity place(std::vector<Field> fields)
{
    return {"place"_L1, "Place", "Places", std::move(fields), {}};
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void entities_data();
    void entities();
    void fields_data() { addFields(); }
    void fields();
    void titlesAreTranslated_data() { addFields(); }
    void titlesAreTranslated();
    void theContractsNamesExist_data();
    void theContractsNamesExist();
    void theFingerprintTellsCataloguesApart_data();
    void theFingerprintTellsCataloguesApart();
    void linksAreOfTheWeb_data();
    void linksAreOfTheWeb();
    void aListOfChoicesTakesThemOnly();
    void rowsKeepTheRules_data();
    void rowsKeepTheRules();
    void naturalIdsAreTheSameEverywhere();
};

void TestCatalogue::entities_data()
{
    QTest::addColumn<QString>("name");
    for (const Entity &entity : Catalogue::builtIn().entities())
        QTest::newRow(entity.name.data()) << QString(entity.name);
}

void TestCatalogue::entities()
{
    QFETCH(QString, name);
    static const QRegularExpression snakeCase(u"\\A[a-z][a-z0-9]*(_[a-z0-9]+)*\\z"_s);
    const auto &all = Catalogue::builtIn().entities();
    QCOMPARE(std::count_if(all.begin(), all.end(), [&](const Entity &e) { return e.name == name; }), 1);
    QVERIFY(snakeCase.match(name).hasMatch());
    // Names the file uses for itself.
    QVERIFY(!QStringList({u"name"_s, u"author"_s, u"replica"_s, u"row"_s, u"edit"_s, u"op"_s, u"text"_s,
                             u"waiting"_s, u"extra"_s, u"conflict"_s, u"search"_s, u"derived_for"_s})
                 .contains(name));

    const Entity &entity = *Catalogue::builtIn().entity(name);
    MarkingTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QCOMPARE(entity.titleText(), u"«"_s + QString::fromUtf8(entity.title) + u"»"_s);
    QCOMPARE(entity.titlesText(), u"«"_s + QString::fromUtf8(entity.titles) + u"»"_s);
    QVERIFY(QString::fromUtf8(entity.title).at(0).isUpper());
    QVERIFY(QString::fromUtf8(entity.titles).at(0).isUpper());

    QVERIFY(!entity.fields.empty());
    for (const QLatin1StringView title : entity.titleFields)
        QVERIFY2(entity.field(title), title.data());
    for (const Rule &rule : entity.rules) {
        QVERIFY2(entity.field(rule.field) && entity.field(rule.other), rule.field.data());
        for (const QLatin1StringView code : rule.codes)
            QVERIFY2(entity.field(rule.other)->check(Value(code)), code.data());
    }
    QSet<QString> names;
    qsizetype total = 0;
    for (const Field &field : entity.fields) {
        QCOMPARE(entity.field(field.name), &field);
        names.insert(field.name);
        ++total;
        for (const Field &part : field.parts) {
            // Columns and filters name parts like fields; one part may bear the name of the whole.
            names.insert(part.name);
            total += part.name == field.name ? 0 : 1;
        }
    }
    QCOMPARE(names.size(), total);
    QCOMPARE(entity.field(u"no_such_field"_s), nullptr);
    QCOMPARE(entity.indexOf(u"no_such_field"_s), -1);
}

void TestCatalogue::fields()
{
    QFETCH(QString, entityName);
    QFETCH(QString, path);
    const Field &field = fieldAt(entityName, path);
    static const QRegularExpression snakeCase(u"\\A[a-z][a-z0-9]*(_[a-z0-9]+)*\\z"_s);
    QVERIFY(snakeCase.match(QString(field.name)).hasMatch());
    // Columns every record table has, and the word that stands for a row's coming and going.
    QVERIFY(!QStringList({u"id"_s, u"version"_s, u"state"_s, u"life"_s}).contains(QString(field.name)));

    if (field.is(Field::Key)) {
        QVERIFY(field.is(Field::Required));
        // A key is part of a name that outlives erasure, and is written in a table by itself.
        QVERIFY(!field.isSealed());
        QVERIFY(field.type == FieldType::Text || field.type == FieldType::Reference
            || field.type == FieldType::Date);
    }
    QCOMPARE(
        field.isSealed(), field.type == FieldType::LongText || field.sensitivity == Sensitivity::Personal);

    const bool refers = field.type == FieldType::Reference || field.type == FieldType::References;
    QCOMPARE(!field.refers.isEmpty(), refers);
    QVERIFY(!refers || Catalogue::builtIn().entity(field.refers));
    QCOMPARE(!field.parts.empty(), field.type == FieldType::Parts);
    const bool hasChoices = !field.choices.empty();
    QVERIFY(field.type == FieldType::Choice ? hasChoices : !hasChoices || field.type == FieldType::TextList);
    QVERIFY(!field.is(Field::Steps) || field.type == FieldType::Choice);
    QVERIFY(!field.is(Field::Link) || field.type == FieldType::Text);
    QSet<QString> codes;
    for (const Choice &choice : field.choices)
        codes.insert(choice.code);
    QCOMPARE(codes.size(), static_cast<qsizetype>(field.choices.size()));
    QVERIFY(!codes.contains(QString()));
    for (const Field &part : field.parts) {
        QVERIFY(part.type != FieldType::Parts);
        QVERIFY(!part.is(Field::Key));
        QVERIFY(part.type != FieldType::LongText); // sealed by itself only
    }
}

void TestCatalogue::titlesAreTranslated()
{
    QFETCH(QString, entityName);
    QFETCH(QString, path);
    const Field &field = fieldAt(entityName, path);
    QVERIFY(QString::fromUtf8(field.title).at(0).isLetter());
    MarkingTranslator translator;
    QCoreApplication::installTranslator(&translator);
    QCOMPARE(field.titleText(), u"«"_s + QString::fromUtf8(field.title) + u"»"_s);
    for (const Choice &choice : field.choices)
        QCOMPARE(field.choiceText(choice.code), u"«"_s + QString::fromUtf8(choice.title) + u"»"_s);
    QCOMPARE(field.choiceText(u"a newer program's"_s), u"a newer program's"_s);
}

// "Field names scripts may rely on", for what can be recorded so far.
void TestCatalogue::theContractsNamesExist_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("name");
    const std::pair<const char *, const char *> contract[] = {
        {"project", "code title objective wording plain_words relevance position"},
        {"indicator", "code project group title scale applies_to stale_after position on_board"},
        {"level", "indicator code title position meets"},
        {"target", "indicator territory region due value reason"},
        {"observation", "territory indicator date value source certainty note"},
        {"task", "text of owner due done"},
        {"programme", "project title summary start end stage budget partners topics territories"},
        {"activity",
            "programme projects territories kind role series title start end place headcount outcome stage "
            "link"},
        {"organisation", "name kind territories accredited"},
        {"person", "name email phone consent"},
        {"affiliation", "person organisation role from to"},
        {"attendance", "activity person role training"},
        {"agreement", "kind project territories organisation stage signed expires link"},
        {"participation", "person territory round activity date stage amount"},
    };
    for (const auto &[entity, names] : contract) {
        for (const QByteArray &name : QByteArray(names).split(' '))
            QTest::addRow("%s.%s", entity, name.constData())
                << QString::fromLatin1(entity) << QString::fromLatin1(name);
    }
}

void TestCatalogue::theContractsNamesExist()
{
    QFETCH(QString, entity);
    QFETCH(QString, name);
    const Entity *known = Catalogue::builtIn().entity(entity);
    QVERIFY(known);
    const bool isPart = std::any_of(known->fields.begin(), known->fields.end(),
        [&](const Field &field) { return field.part(name) != nullptr; });
    QVERIFY(isPart || known->field(name));
}

// What changes the record tables changes the fingerprint, or an older file would be shown wrong; what does
// not, must not, or every release would rebuild every file.
void TestCatalogue::theFingerprintTellsCataloguesApart_data()
{
    QTest::addColumn<int>("variant");
    QTest::addColumn<bool>("same");
    QTest::newRow("equal") << 0 << true;
    QTest::newRow("another title") << 1 << true;
    QTest::newRow("another column of the window") << 2 << true;
    QTest::newRow("another name") << 3 << false;
    QTest::newRow("another type") << 4 << false;
    QTest::newRow("one more field") << 5 << false;
    QTest::newRow("searched") << 6 << false;
    QTest::newRow("a key") << 7 << false;
    QTest::newRow("personal") << 8 << false;
    QTest::newRow("one more part") << 9 << false;
    QTest::newRow("one more choice") << 10 << false;
    QTest::newRow("refers to another entity") << 11 << false;
    QTest::newRow("one more entity") << 12 << false;
    QTest::newRow("another entity") << 13 << false;
}

void TestCatalogue::theFingerprintTellsCataloguesApart()
{
    QFETCH(int, variant);
    QFETCH(bool, same);
    const auto base = [] {
        return std::vector<Entity>{place({
            {.name = "name"_L1, .type = FieldType::Text, .title = "Name"},
            {.name = "kind"_L1, .type = FieldType::Choice, .title = "Kind", .choices = {{"a"_L1, "A"}}},
            {.name = "of"_L1, .type = FieldType::Reference, .title = "Of", .refers = "place"_L1},
            {.name = "both"_L1,
                .type = FieldType::Parts,
                .title = "Both",
                .parts = {{.name = "one"_L1, .title = "One"}}},
        })};
    };
    std::vector<Entity> other = base();
    std::vector<Field> &changed = other.front().fields;
    switch (variant) {
    case 1:
        changed[0].title = "Called";
        break;
    case 2:
        changed[0].flags = Field::InTable;
        break;
    case 3:
        changed[0].name = "names"_L1;
        break;
    case 4:
        changed[0].type = FieldType::LongText;
        break;
    case 5:
        changed.push_back({.name = "more"_L1, .type = FieldType::Text, .title = "More"});
        break;
    case 6:
        changed[0].flags = Field::Searched;
        break;
    case 7:
        changed[0].flags = Field::Key;
        break;
    case 8:
        changed[0].sensitivity = Sensitivity::Personal;
        break;
    case 9:
        changed[3].parts.push_back({.name = "two"_L1, .title = "Two"});
        break;
    case 10:
        changed[1].choices.push_back({"b"_L1, "B"});
        break;
    case 11:
        changed[2].refers = "region"_L1;
        break;
    case 12:
        other.push_back({"more"_L1, "More", "Mores", {}, {}});
        break;
    case 13:
        other.front().name = "town"_L1;
        break;
    default:
        break;
    }
    const QByteArray fingerprint = Catalogue(base()).fingerprint();
    QVERIFY(!fingerprint.isEmpty());
    QCOMPARE(Catalogue(other).fingerprint() == fingerprint, same);
}

void TestCatalogue::linksAreOfTheWeb_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTaken");
    QTest::addRow("https") << u"https://www.icann.org/en/stakeholders?x=1#top"_s << true;
    QTest::addRow("http") << u"http://example.org"_s << true;
    QTest::addRow("no scheme") << u"www.example.org"_s << false;
    QTest::addRow("a script") << u"javascript:alert(1)"_s << false;
    QTest::addRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::addRow("a path") << u"/etc/passwd"_s << false;
    QTest::addRow("no host") << u"https:///x"_s << false;
    QTest::addRow("a space") << u"https://example.org/a b"_s << false;
}

void TestCatalogue::linksAreOfTheWeb()
{
    QFETCH(QString, text);
    QFETCH(bool, isTaken);
    const Field field{.name = "link"_L1, .title = "Link", .flags = Field::Link};
    QCOMPARE(bool(field.check(Value(text))), isTaken);
}

void TestCatalogue::aListOfChoicesTakesThemOnly()
{
    const Field field{.name = "topics"_L1,
        .type = FieldType::TextList,
        .title = "Topics",
        .choices = {{"a"_L1, "A"}, {"b"_L1, "B"}}};
    QVERIFY(field.check(Value(Value::List{Value(u"a"_s), Value(u"b"_s)})));
    const auto refused = field.check(Value(Value::List{Value(u"a"_s), Value(u"c"_s)}));
    QVERIFY(!refused);
    QVERIFY(refused.error().message().contains(u"c"_s));
}

void TestCatalogue::rowsKeepTheRules_data()
{
    QTest::addColumn<QString>("entityName");
    QTest::addColumn<QMap<QString, QString>>("values");
    QTest::addColumn<QString>("where"); // the field named; empty: taken
    using Values = QMap<QString, QString>;
    QTest::addRow("an activity without dates") << u"activity"_s << Values{} << QString();
    QTest::addRow("one that begins only") << u"activity"_s << Values{{u"start"_s, u"2007-02"_s}} << QString();
    QTest::addRow("one that ends only") << u"activity"_s << Values{{u"end"_s, u"2007-02"_s}} << QString();
    QTest::addRow("a day") << u"activity"_s
                           << Values{{u"start"_s, u"2007-02-16"_s}, {u"end"_s, u"2007-02-16"_s}} << QString();
    QTest::addRow("the end is known to the month only")
        << u"activity"_s << Values{{u"start"_s, u"2007-02-16"_s}, {u"end"_s, u"2007-02"_s}} << QString();
    QTest::addRow("the start is known to the year only")
        << u"activity"_s << Values{{u"start"_s, u"2007"_s}, {u"end"_s, u"2007-02"_s}} << QString();
    QTest::addRow("it ends before it starts")
        << u"activity"_s << Values{{u"start"_s, u"2007-02-16"_s}, {u"end"_s, u"2007-02-15"_s}} << u"end"_s;
    QTest::addRow("in the month before")
        << u"programme"_s << Values{{u"start"_s, u"2007-02-01"_s}, {u"end"_s, u"2007-01"_s}} << u"end"_s;
    QTest::addRow("a role") << u"affiliation"_s << Values{{u"from"_s, u"2007"_s}, {u"to"_s, u"2006"_s}}
                            << u"to"_s;
    QTest::addRow("an agreement in drafting")
        << u"agreement"_s << Values{{u"stage"_s, u"drafting"_s}} << QString();
    QTest::addRow("signed without a date")
        << u"agreement"_s << Values{{u"stage"_s, u"signed"_s}} << u"signed"_s;
    QTest::addRow("signed") << u"agreement"_s << Values{{u"stage"_s, u"signed"_s}, {u"signed"_s, u"2007"_s}}
                            << QString();
    QTest::addRow("renewed without a date")
        << u"agreement"_s << Values{{u"stage"_s, u"renewed"_s}} << u"signed"_s;
    QTest::addRow("lapsed, nobody knows when")
        << u"agreement"_s << Values{{u"stage"_s, u"lapsed"_s}, {u"signed"_s, u"2005"_s}} << u"expires"_s;
    QTest::addRow("expired before it was signed")
        << u"agreement"_s << Values{{u"signed"_s, u"2007-03"_s}, {u"expires"_s, u"2007-02"_s}}
        << u"expires"_s;
    QTest::addRow("an application without a date")
        << u"participation"_s << Values{{u"stage"_s, u"applied"_s}} << QString();
    QTest::addRow("an award, nobody knows when")
        << u"participation"_s << Values{{u"stage"_s, u"awarded"_s}} << QString();
}

void TestCatalogue::rowsKeepTheRules()
{
    QFETCH(QString, entityName);
    QFETCH(QString, where);
    using Values = QMap<QString, QString>;
    QFETCH(Values, values);
    const auto kept = Catalogue::builtIn().entity(entityName)->check([&](QLatin1StringView field) {
        return values.contains(field) ? Value(values.value(field)) : Value();
    });
    QCOMPARE(kept ? QString() : kept.error().where, where);
    QVERIFY(kept || !kept.error().why.isEmpty());
}

void TestCatalogue::naturalIdsAreTheSameEverywhere()
{
    // Ready-made edits and colleagues' files hold these: a change here would part all files.
    QCOMPARE(naturalId(u"territory", u"GY"_s), QUuid(u"b6e8840c-fd6a-51b0-81f0-7cbbaa7f09ab"_s));
    QVERIFY(naturalId(u"territory", u"GY"_s) != naturalId(u"project", u"GY"_s));
    QVERIFY(naturalId(u"territory", u"GY"_s) != naturalId(u"territory", u"gy"_s));
}

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
