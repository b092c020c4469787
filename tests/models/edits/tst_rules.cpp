#include "models/edits/editor.h"

#include "../testfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

// What Editor::record() lets through of any draft.
class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void observations_data();
    void observations();
    void targets_data();
    void targets();
    void references_data();
    void references();
    void territories_data();
    void territories();
    void leavesAloneWhatIsNotTouched();
    void takesWhatOneDraftBringsTogether();

private:
    // Whether the row can be recorded; nothing of it stays.
    QString recorded(QLatin1StringView entity, QUuid row, TestFile::Fields fields)
    {
        Draft draft(u"Record a row"_s);
        m_file.create(draft, entity, row, std::move(fields));
        const qsizetype before = static_cast<qsizetype>(m_file.store().edits().size());
        Editor editor(m_file.store());
        const auto edit = editor.record(draft);
        if (edit) {
            editor.undoStack()->undo();
            return {};
        }
        if (static_cast<qsizetype>(m_file.store().edits().size()) != before)
            qFatal("something was written");
        return edit.error().message();
    }

    static Value readingOf(const QString &text)
    {
        bool isNumber = false;
        const qlonglong number = text.toLongLong(&isNumber);
        if (isNumber)
            return Value(qint64(number));
        return Value(text);
    }

    TestFile m_file;
};

void TestRules::observations_data()
{
    QTest::addColumn<QString>("key"); // territory indicator date reading
    QTest::addColumn<QString>("why"); // empty: recorded

    const QString gac = u"none, exploring, observer, represented, unknown, n/a"_s;
    QTest::newRow("level") << u"GY GAC 2007 represented"_s << QString();
    QTest::newRow("no such level") << u"GY GAC 2007 active"_s
                                   << u"cannot record Guyana, GAC: “active” is none of: "_s + gac;
    QTest::newRow("count for a ladder")
        << u"GY GAC 2007 1"_s << u"cannot record Guyana, GAC: “1” is none of: "_s + gac;
    QTest::newRow("count") << u"GY ALS 2007 1"_s << QString();
    QTest::newRow("negative count")
        << u"GY ALS 2007 -1"_s
        << u"cannot record Guyana, ALS: “-1” is none of: a count from 0, of at most 15 digits, unknown, n/a"_s;
    QTest::newRow("unknown") << u"GY ALS 2007 unknown"_s << QString();
    QTest::newRow("not applicable") << u"GY ALS 2007 n/a"_s << QString();
    QTest::newRow("last day of a life") << u"AN ALS 2010-10-09 1"_s << QString();
    QTest::newRow("year in which a life ended") << u"AN ALS 2010 1"_s << QString();
    QTest::newRow("day after a life")
        << u"AN ALS 2010-10-10 1"_s
        << u"cannot record Netherlands Antilles, ALS: 2010-10-10: it existed until 9 Oct 2010"_s;
    QTest::newRow("month before a life")
        << u"CW ALS 2010-09 1"_s << u"cannot record Curaçao, ALS: 2010-09: it exists from 10 Oct 2010"_s;
    QTest::newRow("agreement without a ccTLD")
        << u"MF AF/EoL 2008 none"_s
        << u"cannot record St. Martin, AF/EoL: the territory has no ccTLD; it can be n/a or unknown"_s;
    QTest::newRow("not applicable without a ccTLD") << u"MF AF/EoL 2008 n/a"_s << QString();
    QTest::newRow("unknown without a ccTLD") << u"MF AF/EoL 2008 unknown"_s << QString();
    QTest::newRow("another indicator without a ccTLD") << u"MF ccNSO 2008 none"_s << QString();
}

void TestRules::observations()
{
    QFETCH(QString, key);
    const QStringList words = key.split(u' ');
    using namespace fields::observation;
    QTEST(recorded(entity, TestFile::observation(words[0], words[1], words[2]),
              {{territory, Value(TestFile::territory(words[0]))},
                  {indicator, Value(TestFile::indicator(words[1]))}, {date, Value(TestFile::date(words[2]))},
                  {value, Value(Value::Parts{{QString(reading), readingOf(words[3])}})}}),
        "why");
}

void TestRules::targets_data()
{
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("territory");
    QTest::addColumn<QString>("reading");
    QTest::addColumn<QString>("why");

    const QString gac = u"none, exploring, observer, represented, unknown, n/a"_s;
    QTest::newRow("a level in a territory") << u"GAC"_s << u"GY"_s << u"represented"_s << QString();
    QTest::newRow("a number in a territory, of a ladder")
        << u"GAC"_s << u"GY"_s << u"3"_s << u"cannot record the target: GAC: “3” is none of: "_s + gac;
    QTest::newRow("a number over every region, of a ladder") << u"GAC"_s << QString() << u"3"_s << QString();
    QTest::newRow("a count in a territory") << u"ALS"_s << u"GY"_s << u"3"_s << QString();
    QTest::newRow("unknown") << u"GAC"_s << u"GY"_s << u"unknown"_s
                             << u"cannot record the target: GAC: “unknown” is no target"_s;
    QTest::newRow("no such level over every region")
        << u"GAC"_s << QString() << u"active"_s
        << u"cannot record the target: GAC: “active” is none of: "_s + gac;
    QTest::newRow("no such indicator")
        << u"XYZ"_s << u"GY"_s << u"3"_s
        << u"cannot record the target: indicator: what it names is not on file"_s;
}

void TestRules::targets()
{
    QFETCH(QString, indicator);
    QFETCH(QString, territory);
    QFETCH(QString, reading);
    TestFile::Fields fields{{fields::target::indicator, Value(TestFile::indicator(indicator))},
        {fields::target::value,
            Value(Value::Parts{{QString(fields::target::due), Value(TestFile::date(u"2008"_s))},
                {QString(fields::target::reading), readingOf(reading)}})}};
    if (!territory.isEmpty())
        fields.emplace_back(fields::target::territory, Value(TestFile::territory(territory)));
    QTEST(recorded(fields::target::entity, QUuid::createUuid(), std::move(fields)), "why");
}

void TestRules::references_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QUuid>("row");
    QTest::addColumn<QString>("why");

    const QString nothing = u"cannot record the task: of: what it names is not on file"_s;
    QTest::newRow("a row on file") << u"territory"_s << TestFile::territory(u"GY"_s) << QString();
    QTest::newRow("nothing") << u"territory"_s << TestFile::territory(u"QQ"_s) << nothing;
    QTest::newRow("a row of another entity") << u"project"_s << TestFile::territory(u"GY"_s) << nothing;
    QTest::newRow("no such entity") << u"planet"_s << TestFile::territory(u"GY"_s) << nothing;
}

void TestRules::references()
{
    QFETCH(QString, entity);
    QFETCH(QUuid, row);
    QTEST(recorded(fields::task::entity, QUuid::createUuid(),
              {{fields::task::text, Value(u"send slides"_s)},
                  {fields::task::of,
                      Value(Value::Parts{{u"entity"_s, Value(entity)}, {u"row"_s, Value(row)}})}}),
        "why");
}

void TestRules::territories_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("until");
    QTest::addColumn<QString>("why");

    QTest::newRow("a life of a day") << u"2010-10-09"_s << u"2010-10-09"_s << QString();
    QTest::newRow("within one year") << u"2010"_s << u"2010-10-09"_s << QString();
    QTest::newRow("ended before it began")
        << u"2010-10-10"_s << u"2010-10-09"_s
        << u"cannot record the territory: exists_until: 2010-10-09 is before “Exists from”, 2010-10-10"_s;
}

void TestRules::territories()
{
    QFETCH(QString, from);
    QFETCH(QString, until);
    using namespace fields::territory;
    QTEST(recorded(entity, TestFile::territory(u"XX"_s),
              {{code, Value(u"XX"_s)}, {nameEn, Value(u"Nowhere"_s)},
                  {existsFrom, Value(TestFile::date(from))}, {existsUntil, Value(TestFile::date(until))}}),
        "why");
}

void TestRules::leavesAloneWhatIsNotTouched()
{
    // A colleague's observation that could not be recorded here can still be given a note.
    m_file.observe(u"AN"_s, u"GAC"_s, u"2011"_s, Value(u"chairing"_s));
    Draft draft(u"Note"_s);
    draft.edit(
        m_file.store().find(fields::observation::entity, TestFile::observation(u"AN"_s, u"GAC"_s, u"2011"_s)),
        {{fields::observation::note, Value(u"ask her"_s)}});
    Editor editor(m_file.store());
    QVERIFY(editor.record(draft).ok());
}

void TestRules::takesWhatOneDraftBringsTogether()
{
    Draft draft(u"A region of one"_s);
    const QUuid region = QUuid::createUuid();
    m_file.create(draft, fields::region::entity, region, {{fields::region::name, Value(u"New"_s)}});
    const QUuid target = QUuid::createUuid();
    m_file.create(draft, fields::target::entity, target,
        {{fields::target::indicator, Value(TestFile::indicator(u"ALS"_s))},
            {fields::target::region, Value(region)},
            {fields::target::value,
                Value(Value::Parts{{QString(fields::target::due), Value(TestFile::date(u"2008"_s))},
                    {QString(fields::target::reading), Value(3)}})}});
    Editor editor(m_file.store());
    const auto edit = editor.record(draft);
    QVERIFY2(edit.ok(), qPrintable(edit.ok() ? QString() : edit.error().message()));
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestRules)
#include "tst_rules.moc"
