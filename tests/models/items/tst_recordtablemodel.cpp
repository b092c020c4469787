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

    void filtersAndCounts()
    {
        record(u"a"_s, u"2007-01"_s, u"Ann"_s);
        record(u"b"_s, u"2007-02"_s, u"Bea"_s);
        record(u"c"_s, u"2007-03"_s, u"Ann"_s);
        RecordTableModel model(m_file->store(), tasks());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFilters({{u"owner"_s, Value(u"Ann"_s)}});
        QCOMPARE(column(model, u"Text"_s), QStringList({u"a"_s, u"c"_s}));
        QCOMPARE(model.total(), 3);
        model.setFixedFilters({{u"due"_s, Value(u"2007-02"_s), Query::Filter::Is::From}});
        QCOMPARE(column(model, u"Text"_s), QStringList{u"c"_s});
        QCOMPARE(model.total(), 2);
        model.setFilters({});
        QCOMPARE(column(model, u"Text"_s), QStringList({u"b"_s, u"c"_s}));
    }

    // What people see decides where a row stands: steps by how far they are, references by their titles.
    void sortsByWhatIsSeen()
    {
        const auto programme = [&](const QString &title, const QString &stage) {
            const QUuid row = QUuid::createUuid();
            m_file->create(fields::programme::entity, row,
                {{fields::programme::project, Value(naturalId(u"project"_s, u"3C"_s))},
                    {fields::programme::title, Value(title)}, {fields::programme::stage, Value(stage)},
                    {fields::programme::budget,
                        Value(Value::Parts{{u"amount"_s, Value(title == u"Zebra"_s ? u"9"_s : u"10"_s)},
                            {u"currency"_s, Value(u"USD"_s)}})}});
            return row;
        };
        const QUuid zebra = programme(u"Zebra"_s, u"planned"_s);
        const QUuid apple = programme(u"Apple"_s, u"done"_s);
        for (const auto &[title, of] : {std::pair(u"first"_s, zebra), {u"second"_s, apple}}) {
            m_file->create(fields::activity::entity, QUuid::createUuid(),
                {{fields::activity::title, Value(title)}, {fields::activity::programme, Value(of)}});
        }
        RecordTableModel programmes(m_file->store(), entity(fields::programme::entity));
        programmes.sort(place(programmes, u"Stage"_s));
        QCOMPARE(column(programmes, u"Title"_s), QStringList({u"Zebra"_s, u"Apple"_s}));
        programmes.sort(place(programmes, u"Budget"_s));
        QCOMPARE(column(programmes, u"Title"_s), QStringList({u"Zebra"_s, u"Apple"_s}));
        RecordTableModel activities(m_file->store(), entity(fields::activity::entity));
        activities.sort(place(activities, u"Programme"_s));
        QCOMPARE(column(activities, u"Title"_s), QStringList({u"second"_s, u"first"_s}));
    }

    // One edit moves one row: the view keeps its place, and the row chosen stays chosen.
    void oneEditMovesOneRow()
    {
        for (const QString &text : {u"b"_s, u"d"_s, u"f"_s})
            record(text);
        RecordTableModel model(m_file->store(), tasks());
        model.sort(place(model, u"Text"_s));
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex chosen(model.index(1, 0));
        const QUuid id = chosen.data(IdRole).toUuid();
        change(id, u"g"_s);
        QCOMPARE(column(model, u"Text"_s), QStringList({u"b"_s, u"f"_s, u"g"_s}));
        QCOMPARE(chosen.row(), 2);
        change(id, u"a"_s);
        QCOMPARE(column(model, u"Text"_s), QStringList({u"a"_s, u"b"_s, u"f"_s}));
        QCOMPARE(chosen.row(), 0);
        record(u"c"_s);
        QCOMPARE(column(model, u"Text"_s), QStringList({u"a"_s, u"b"_s, u"c"_s, u"f"_s}));
        remove(model.index(1, 0).data(IdRole).toUuid());
        QCOMPARE(column(model, u"Text"_s), QStringList({u"a"_s, u"c"_s, u"f"_s}));
        QCOMPARE(chosen.data(IdRole).toUuid(), id);
        QCOMPARE(resets.count(), 0);
    }

    void randomEdits_data()
    {
        QTest::addColumn<int>("rows");
        QTest::newRow("few: read at once") << 30;
        QTest::newRow("many: read in another thread") << 2'500;
    }
    void randomEdits()
    {
        QFETCH(int, rows);
        Draft many(u"Many"_s);
        std::vector<QUuid> ids;
        for (int i = 0; i < rows; ++i)
            TestFile::create(many, fields::task::entity, ids.emplace_back(QUuid::createUuid()),
                {{fields::task::text, Value(u"task %1"_s.arg(i))}, {fields::task::owner, Value(u"Ann"_s)}});
        m_file->commit(many);
        RecordTableModel model(m_file->store(), tasks());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const auto any = [&] { return ids[random.bounded(static_cast<quint32>(ids.size()))]; };
        Query query{.entity = fields::task::entity};
        for (int step = 0; step < 60; ++step) {
            switch (random.bounded(8)) {
            case 0:
                record(u"new %1"_s.arg(random.bounded(1'000)));
                break;
            case 1: // comes back when it was gone
                remove(any());
                break;
            case 2: {
                const bool isText = random.bounded(2) == 0;
                query.sortBy = isText ? u"text"_s : QString();
                query.order = random.bounded(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder;
                model.sort(isText ? place(model, u"Text"_s) : -1, query.order);
                break;
            }
            case 3:
                query.search = random.bounded(2) == 0 ? QString() : QString::number(random.bounded(20));
                model.setSearch(query.search);
                break;
            case 4:
                query.where.clear();
                if (random.bounded(2) == 0)
                    query.where.push_back({u"owner"_s, Value(u"Ann"_s)});
                model.setFilters(query.where);
                break;
            default:
                for (quint32 times = random.bounded(1U, 4U); times > 0; --times)
                    change(any(), u"changed %1"_s.arg(random.bounded(1'000)));
            }
            if (random.bounded(3) != 0) // else what is read is overtaken
                QTRY_VERIFY(!model.isReading());
            if (model.isReading())
                continue;
            const std::vector<QUuid> expected = m_file->store().ids(query);
            const QByteArray told = "seed " + QByteArray::number(seed) + " step " + QByteArray::number(step);
            QVERIFY2(model.rowCount() == static_cast<int>(expected.size()), told);
            for (int row = 0; row < model.rowCount(); ++row) {
                QVERIFY2(model.index(row, 0).data(IdRole).toUuid() == expected[static_cast<size_t>(row)], told);
                if (row < 50)
                    QVERIFY2(model.record(row).value(fields::task::text)
                            == m_file->store().find(fields::task::entity, expected[static_cast<size_t>(row)])
                                   .value(fields::task::text),
                        told);
            }
            QCOMPARE(model.total(), m_file->store().count({.entity = fields::task::entity}));
        }
    }

    // The file may be closed next.
    void goesWhileReading()
    {
        Draft many(u"Many"_s);
        for (int i = 0; i < 2'500; ++i)
            TestFile::create(many, fields::task::entity, QUuid::createUuid(),
                {{fields::task::text, Value(u"task %1"_s.arg(i))}});
        m_file->commit(many);
        auto model = std::make_unique<RecordTableModel>(m_file->store(), tasks());
        QVERIFY(model->isReading());
        QVERIFY(model->rowCount() < 2'500); // the first at most
        model->setSearch(u"task"_s);
        model.reset();
        m_file->close();
    }

private:
    QUuid record(const QString &text, const QString &due = {}, const QString &owner = {})
    {
        const QUuid row = QUuid::createUuid();
        TestFile::Fields fields{{fields::task::text, Value(text)}};
        if (!due.isEmpty())
            fields.emplace_back(fields::task::due, Value(due));
        if (!owner.isEmpty())
            fields.emplace_back(fields::task::owner, Value(owner));
        m_file->create(fields::task::entity, row, fields);
        return row;
    }
    void change(QUuid row, const QString &text)
    {
        Draft draft(u"Change"_s);
        draft.edit(m_file->store().find(fields::task::entity, row), {{fields::task::text, Value(text)}});
        m_file->commit(draft);
    }
    void remove(QUuid row)
    {
        const Record record = m_file->store().find(fields::task::entity, row);
        if (record.isHidden()) {
            change(row, u"back"_s);
            return;
        }
        Draft draft(u"Delete"_s);
        draft.remove(record);
        m_file->commit(draft);
    }
    const Entity &entity(QLatin1StringView name) const { return *m_file->store().catalogue().entity(name); }
    const Entity &tasks() const { return entity(fields::task::entity); }
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
