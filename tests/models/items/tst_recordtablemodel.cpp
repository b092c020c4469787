#include "models/items/recordtablemodel.h"
#include "models/items/roles.h"
#include "tests/models/testfile.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace liaison;

// Any entity as a table: columns from the catalogue, order and search from the store.
class RecordTableModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
    }

    void everyEntity()
    {
        for (const Entity &entity : m_file->store().catalogue().entities()) {
            RecordTableModel model(m_file->store(), entity);
            const QAbstractItemModelTester tester(
                &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
            QCOMPARE(model.rowCount(), m_file->store().count({.entity = entity.name}));
            QVERIFY2(model.columnCount() > 0, entity.name.data());
        }
    }

    void searchesAndSorts()
    {
        RecordTableModel model(m_file->store(), territories());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const int all = model.rowCount();
        model.setSearch(u"guy"_s);
        QCOMPARE(column(model, u"Code"_s), QStringList{u"GY"_s});
        model.setSearch({});
        QCOMPARE(model.rowCount(), all);
        model.sort(place(model, u"Code"_s), Qt::DescendingOrder);
        QStringList codes = column(model, u"Code"_s);
        QStringList sorted = codes;
        std::sort(sorted.begin(), sorted.end(), std::greater<>());
        QCOMPARE(codes, sorted);
        model.sort(place(model, u"Code"_s), Qt::AscendingOrder);
        std::reverse(sorted.begin(), sorted.end());
        QCOMPARE(column(model, u"Code"_s), sorted);
    }

    void followsTheFile()
    {
        RecordTableModel model(m_file->store(), *m_file->store().catalogue().entity(fields::task::entity));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        const QUuid row = QUuid::createUuid();
        m_file->create(fields::task::entity, row, {{fields::task::text, Value(u"send slides"_s)}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.rowOf(row), 0);
        QCOMPARE(model.index(0, 0).data(IdRole).toUuid(), row);
        QCOMPARE(model.rowOf(QUuid::createUuid()), -1);
    }

private:
    const Entity &territories() const
    {
        return *m_file->store().catalogue().entity(fields::territory::entity);
    }
    static int place(const RecordTableModel &model, const QString &title)
    {
        for (int i = 0; i < model.columnCount(); ++i) {
            if (model.headerData(i, Qt::Horizontal).toString() == title)
                return i;
        }
        return -1;
    }
    static QStringList column(const RecordTableModel &model, const QString &title)
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row, place(model, title)).data().toString());
        return all;
    }

    std::unique_ptr<TestFile> m_file;
};

QTEST_GUILESS_MAIN(RecordTableModelTest)
#include "tst_recordtablemodel.moc"
