#include "models/items/issuefinder.h"
#include "models/items/issuemodel.h"
#include "tests/models/testfile.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;

// What waits to be settled as a tree, and the look through the file that finds it.
class IssueModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aBranchForEachKind()
    {
        IssueModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const QUuid row = QUuid::createUuid();
        model.setIssues({issue(Issue::Kind::Conflict, u"A"_s), issue(Issue::Kind::Stale, u"B"_s),
            issue(Issue::Kind::Stale, u"C"_s, row)});
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex stale = model.index(1, 0);
        QCOMPARE(stale.data().toString(), u"Stale values (2)"_s);
        QCOMPARE(model.rowCount(stale), 2);
        QVERIFY(!model.issue(stale));
        const QModelIndex c = model.index(1, 0, stale);
        QCOMPARE(model.issue(c)->title, u"C"_s);
        QCOMPARE(c.parent(), stale);
        QCOMPARE(model.find(Issue::Kind::Stale, row, {}), c);
        QVERIFY(!model.find(Issue::Kind::Conflict, row, {}).isValid());
    }

    void anEqualListKeepsThePlaces()
    {
        IssueModel model;
        model.setIssues({issue(Issue::Kind::Stale, u"B"_s)});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setIssues({issue(Issue::Kind::Stale, u"B"_s)});
        QCOMPARE(reset.size(), 0);
        model.setIssues({});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 0);
    }

    void looksAgainAfterAChange()
    {
        TestFile file;
        IssueFinder finder(file.store());
        QVERIFY(!finder.isKnown());
        QSignalSpy found(&finder, &IssueFinder::found);
        finder.look();
        finder.look(); // while the first is under way
        QTRY_COMPARE(found.size(), 2);
        QCOMPARE(count(finder, Issue::Kind::Unconfirmed) + count(finder, Issue::Kind::DoubtfulName), 2);
        QCOMPARE(count(finder, Issue::Kind::Stale), 0);
        file.observe(u"BB"_s, u"ALS"_s, u"2004"_s, Value(1));
        QTRY_COMPARE(count(finder, Issue::Kind::Stale), 1);
    }

    void mayGoWhileItLooks()
    {
        TestFile file;
        auto finder = std::make_unique<IssueFinder>(file.store());
        finder->look();
        finder.reset();
        file.close(); // nothing holds it any more
        QVERIFY(!QFile::exists(file.path() + u"-wal"_s));
    }

private:
    static Issue issue(Issue::Kind kind, const QString &title, QUuid row = {})
    {
        return {kind, u"observation"_s, row, {}, title, u"Why."_s};
    }
    static qsizetype count(const IssueFinder &finder, Issue::Kind kind)
    {
        return std::count_if(finder.issues().begin(), finder.issues().end(),
            [&](const Issue &each) { return each.kind == kind; });
    }
};

QTEST_GUILESS_MAIN(IssueModelTest)
#include "tst_issuemodel.moc"
