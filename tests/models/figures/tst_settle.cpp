#include "models/figures/settle.h"

#include "../testfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

class TestSettle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
    }
    void listsDoubtfulAndUnconfirmedNames();
    void listsWhatIsWrongWithAnObservation_data();
    void listsWhatIsWrongWithAnObservation();
    void listsReferencesToNothing();
    void listsOverdueTasks_data();
    void listsOverdueTasks();
    void listsTargetsThatAreDue_data();
    void listsTargetsThatAreDue();
    void listsConflictsFirst();
    void listsWhatWaits();
    void isEmptyInAnEmptyFile();

private:
    // "stale Guyana, GAC", but for the two assumed names every file of this test has.
    QStringList found(QDate today = QDate(2009, 1, 1)) const
    {
        QStringList all;
        for (const Issue &issue : issues(m_file->store(), today)) {
            if (issue.kind != Issue::Kind::DoubtfulName && issue.kind != Issue::Kind::Unconfirmed)
                all.append(issue.code() + u' ' + issue.title);
        }
        return all;
    }

    void addTarget(const QString &indicator, const QString &territory, const QUuid &region,
        const QString &due, const Value &reading)
    {
        using namespace fields::target;
        TestFile::Fields fields{{fields::target::indicator, Value(TestFile::indicator(indicator))},
            {value,
                Value(Value::Parts{{QString(fields::target::due), Value(TestFile::date(due))},
                    {QString(fields::target::reading), reading}})}};
        if (!territory.isEmpty())
            fields.emplace_back(fields::target::territory, Value(TestFile::territory(territory)));
        if (!region.isNull())
            fields.emplace_back(fields::target::region, Value(region));
        m_file->create(entity, QUuid::createUuid(), std::move(fields));
    }

    std::unique_ptr<TestFile> m_file;
};

void TestSettle::listsDoubtfulAndUnconfirmedNames()
{
    const std::vector<Issue> all = issues(m_file->store(), QDate(2009, 1, 1));
    QCOMPARE(all.size(), 2U);
    QCOMPARE(all[0].code(), u"doubtful"_s);
    QCOMPARE(all[0].title, u"St. Kitts & Nevis"_s);
    QVERIFY(all[0].text.contains(u"the row could be another"_s));
    QCOMPARE(all[1].code(), u"unconfirmed"_s);
    QCOMPARE(all[1].title, u"Trinidad & Tobago"_s);
    for (const Issue &issue : all)
        QVERIFY(!m_file->store().find(issue.entity, issue.row).isNull());
}

void TestSettle::listsWhatIsWrongWithAnObservation_data()
{
    QTest::addColumn<QString>("territory");
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("reading"); // digits alone: a count
    QTest::addColumn<QStringList>("issues");

    const auto row = [](const char *name, const QString &territory, const QString &indicator,
                         const QString &date, const QString &reading, const QStringList &issues) {
        QTest::newRow(name) << territory << indicator << date << reading << issues;
    };
    row("nothing", u"GY"_s, u"GAC"_s, u"2008"_s, u"represented"_s, {});
    row("24 months old to the day", u"GY"_s, u"GAC"_s, u"2007-01-01"_s, u"represented"_s, {});
    row("a day older", u"GY"_s, u"GAC"_s, u"2006-12-31"_s, u"represented"_s, {u"stale Guyana, GAC"_s});
    row("of a territory in no region, old", u"GB"_s, u"GAC"_s, u"2000"_s, u"represented"_s, {});
    row("after the territory ended", u"AN"_s, u"GAC"_s, u"2011"_s, u"none"_s,
        {u"outside-life Netherlands Antilles, GAC"_s});
    row("in the year in which it ended", u"AN"_s, u"GAC"_s, u"2010"_s, u"none"_s, {});
    row("on the day after its end", u"AN"_s, u"GAC"_s, u"2010-10-10"_s, u"none"_s,
        {u"outside-life Netherlands Antilles, GAC"_s});
    row("before the territory began", u"MF"_s, u"GAC"_s, u"2007-06"_s, u"none"_s,
        {u"outside-life St. Martin, GAC"_s});
    row("in the month in which it began", u"MF"_s, u"GAC"_s, u"2007-07"_s, u"none"_s, {});
    row("a level its indicator lacks", u"GY"_s, u"GAC"_s, u"2008"_s, u"active"_s, {u"broken Guyana, GAC"_s});
    row("a level for a count", u"GY"_s, u"ALS"_s, u"2008"_s, u"active"_s, {u"broken Guyana, ALS"_s});
    row("a count for a ladder", u"GY"_s, u"GAC"_s, u"2008"_s, u"3"_s, {u"broken Guyana, GAC"_s});
}

void TestSettle::listsWhatIsWrongWithAnObservation()
{
    QFETCH(QString, territory);
    QFETCH(QString, indicator);
    QFETCH(QString, date);
    QFETCH(QString, reading);
    Value value(reading);
    if (reading == u"3")
        value = Value(3);
    m_file->observe(territory, indicator, date, value);
    QTEST(found(), "issues");
}

void TestSettle::listsReferencesToNothing()
{
    m_file->observe(u"GY"_s, u"GAC"_s, u"2008"_s, Value(u"represented"_s));
    Draft draft(u"Delete"_s);
    draft.remove(m_file->store().find(fields::territory::entity, TestFile::territory(u"GY"_s)));
    m_file->commit(draft);
    const QStringList all = found();
    QCOMPARE(all.size(), 3); // the observation, and its row in each of two regions
    QVERIFY(all.contains(u"broken no territory, GAC"_s));
}

void TestSettle::listsOverdueTasks_data()
{
    QTest::addColumn<QString>("due");
    QTest::addColumn<bool>("done");
    QTest::addColumn<bool>("overdue");

    QTest::newRow("due yesterday") << u"2009-01-14"_s << false << true;
    QTest::newRow("done") << u"2009-01-14"_s << true << false;
    QTest::newRow("due today") << u"2009-01-15"_s << false << false;
    QTest::newRow("due last month") << u"2008-12"_s << false << true;
    QTest::newRow("due this month") << u"2009-01"_s << false << false;
    QTest::newRow("due this year") << u"2009"_s << false << false;
    QTest::newRow("without a date") << QString() << false << false;
}

void TestSettle::listsOverdueTasks()
{
    QFETCH(QString, due);
    QFETCH(bool, done);
    QFETCH(bool, overdue);
    TestFile::Fields fields{{fields::task::text, Value(u"send slides"_s)}, {fields::task::done, Value(done)}};
    if (!due.isEmpty())
        fields.emplace_back(fields::task::due, Value(TestFile::date(due)));
    m_file->create(fields::task::entity, QUuid::createUuid(), std::move(fields));
    QCOMPARE(found(QDate(2009, 1, 15)), overdue ? QStringList(u"overdue send slides"_s) : QStringList());
}

void TestSettle::listsTargetsThatAreDue_data()
{
    QTest::addColumn<QString>("target"); // indicator, territory or region or -, due, reading
    QTest::addColumn<QStringList>("issues");

    // On file: GY GAC represented, TT GAC observer, GY ALS 3, TT ALS 2.
    const auto row = [](const char *name, const QString &target, const QStringList &issues) {
        QTest::newRow(name) << target << issues;
    };
    row("not due yet", u"GAC TT 2009 represented"_s, {});
    row("due and reached", u"GAC GY 2008 represented"_s, {});
    row("due and passed", u"GAC GY 2008 observer"_s, {});
    row("due and not reached", u"GAC TT 2008 represented"_s, {u"target-due Trinidad & Tobago, GAC"_s});
    row("due today", u"GAC TT 2009-01-01 represented"_s, {u"target-due Trinidad & Tobago, GAC"_s});
    row("due and unknown", u"GAC BB 2008 none"_s, {u"target-due Barbados, GAC"_s});
    row("a count reached", u"ALS GY 2008 3"_s, {});
    row("a count not reached", u"ALS GY 2008 4"_s, {u"target-due Guyana, ALS"_s});
    row("a sum over a region reached", u"ALS Caribbean 2008 5"_s, {});
    row("a sum over a region not reached", u"ALS Caribbean 2008 6"_s, {u"target-due Caribbean, ALS"_s});
    row("so many territories of a region", u"GAC Caribbean 2008 1"_s, {});
    row("not so many territories", u"GAC Caribbean 2008 2"_s, {u"target-due Caribbean, GAC"_s});
    row("a level in every territory of a region", u"GAC Pair 2008 observer"_s, {});
    row("a level missing in one", u"GAC Pair 2008 represented"_s, {u"target-due Pair, GAC"_s});
    row("over every region", u"GAC - 2008 observer"_s, {u"target-due Caribbean, GAC"_s});
}

void TestSettle::listsTargetsThatAreDue()
{
    QFETCH(QString, target);
    m_file->observe(u"GY"_s, u"GAC"_s, u"2008"_s, Value(u"represented"_s));
    m_file->observe(u"TT"_s, u"GAC"_s, u"2008"_s, Value(u"observer"_s));
    m_file->observe(u"GY"_s, u"ALS"_s, u"2008"_s, Value(3));
    m_file->observe(u"TT"_s, u"ALS"_s, u"2008"_s, Value(2));
    const QStringList words = target.split(u' ');
    const QString place = words.at(1);
    const bool isRegion = place.size() > 2;
    bool isNumber = false;
    const qlonglong number = words.at(3).toLongLong(&isNumber);
    Value reading(words.at(3));
    if (isNumber)
        reading = Value(qint64(number));
    addTarget(words.at(0), place.size() == 2 ? place : QString(),
        isRegion ? TestFile::region(place) : QUuid(), words.at(2), reading);
    QTEST(found(), "issues");
}

void TestSettle::listsConflictsFirst()
{
    const QString copy = m_file->folder() + u"/copy.liaison"_s;
    m_file->observe(u"GY"_s, u"GAC"_s, u"2005"_s, Value(u"none"_s)); // stale
    m_file->close();
    QVERIFY(QFile::copy(m_file->path(), copy));
    const auto set = [&](Store &store, const QString &level) {
        const Record old =
            store.find(fields::observation::entity, TestFile::observation(u"GY"_s, u"GAC"_s, u"2005"_s));
        Draft draft(u"Set GY, GAC"_s);
        draft.edit(old,
            {{fields::observation::value,
                old.value(fields::observation::value).withPart(fields::observation::reading, Value(level))}});
        return store.commit(draft).ok();
    };
    auto other = Store::open(copy, OpenMode::ReadWrite, m_file->surroundings());
    QVERIFY(other.store);
    QVERIFY(set(*other.store, u"exploring"_s));
    m_file->reopen();
    QVERIFY(set(m_file->store(), u"observer"_s));
    QVERIFY(m_file->store().merge(other.store->allEdits()).ok());
    QCOMPARE(found(), QStringList({u"conflict Guyana, GAC"_s, u"stale Guyana, GAC"_s}));
}

void TestSettle::listsWhatWaits()
{
    TestFile other;
    other.observe(u"GY"_s, u"GAC"_s, u"2008"_s, Value(u"none"_s));
    other.observe(u"GY"_s, u"GAC"_s, u"2008"_s, Value(u"observer"_s));
    const std::vector<Edit> all = other.store().allEdits();
    QVERIFY(m_file->store().merge({all.back()}).ok());
    QCOMPARE(found(), QStringList(u"waiting Edits that wait"_s));
}

void TestSettle::isEmptyInAnEmptyFile()
{
    const auto store = Store::create(m_file->folder() + u"/empty.liaison"_s, m_file->surroundings());
    QVERIFY(store.ok());
    QVERIFY(issues(**store, QDate(2009, 1, 1)).empty());
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestSettle)
#include "tst_settle.moc"
