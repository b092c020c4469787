// What records say beside what somebody stated, from the figure to the words of a cell.
#include "models/items/boardmodel.h"

#include "models/figures/compare.h"
#include "tests/models/testfile.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

namespace {

// Stands for what will read organisations: how many tasks of a territory were due by the day.
std::vector<DerivedReading> tasksDue(const Store &store, const Indicator &,
    const std::vector<QUuid> &territories, QDate asOf, std::optional<qint64>)
{
    QHash<QUuid, DerivedReading> found;
    for (const Record &record : store.read({.entity = fields::task::entity})) {
        const QUuid of = record.value(fields::task::of).part("row"_L1).row();
        const PartialDate due = record.value(fields::task::due).date();
        if (std::find(territories.begin(), territories.end(), of) == territories.end()
            || due.lastDay() > asOf)
            continue;
        DerivedReading &reading = found[of];
        reading = {of, Value(reading.reading.toInteger().value_or(0) + 1), std::max(due, reading.date)};
    }
    return {found.begin(), found.end()};
}

const Derivations byTasks{
    {[](const Indicator &indicator) { return indicator.scale == Indicator::Scale::Count; }, tasksDue,
        {fields::task::entity}}};

} // namespace

class tst_BoardDerived : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion(), nullptr, byTasks);
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    }
    void cleanup()
    {
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    // Stated, derived: what is shown, what is marked, what is counted.
    void statedFirst_data()
    {
        QTest::addColumn<QString>("stated"); // empty: nothing on file
        QTest::addColumn<int>("tasks");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("marks");
        QTest::addColumn<QString>("beside");
        QTest::addColumn<int>("known");
        QTest::addRow("neither") << QString() << 0 << QString() << QString() << QString() << 0;
        QTest::addRow("no record is unknown, not 0, and differs from nothing")
            << u"2"_s << 0 << u"2"_s << QString() << QString() << 1;
        QTest::addRow("derived alone") << QString() << 3 << u"3"_s << u"derived"_s << QString() << 1;
        QTest::addRow("alike") << u"3"_s << 3 << u"3"_s << QString() << QString() << 1;
        QTest::addRow("both, and they differ") << u"2"_s << 3 << u"2"_s << u"differs"_s << u"3"_s << 1;
        QTest::addRow("stated 0 is a value") << u"0"_s << 3 << u"0"_s << u"differs"_s << u"3"_s << 1;
        QTest::addRow("recorded as unknown") << u"unknown"_s << 3 << u"3"_s << u"derived"_s << QString() << 1;
        QTest::addRow("stated as not applicable") << u"n/a"_s << 3 << u"n/a"_s << u"n/a"_s << QString() << 0;
    }
    void statedFirst()
    {
        QFETCH(QString, stated);
        QFETCH(int, tasks);
        addTasks(tasks);
        if (!stated.isEmpty()) {
            bool isNumber = false;
            const int number = stated.toInt(&isNumber);
            Value reading(stated);
            if (isNumber)
                reading = Value(number);
            m_file->observe(u"BB"_s, u"ALS"_s, u"2007-01-01"_s, reading);
        }
        QTEST(cell().data().toString(), "shown");
        QTEST(boardCell().marks().join(u','), "marks");
        QTEST(cell().data(DiffersRole).toString(), "beside");
        QCOMPARE(cell().data(DerivedRole).toBool(), boardCell().isDerived);
        QTEST(m_model->board().totals[0].known, "known");
        QCOMPARE(m_model->board().totals[0].sum, std::optional<qint64>(cell().data().toInt()));
        // The cell that is read alone after an edit is the one read with all the others.
        const Board anew =
            boardAsOf(m_file->store(), m_file->readRegion(), QDate(2007, 2, 15), std::nullopt, byTasks);
        QVERIFY(anew.rows[1].cells[0] == boardCell());
    }

    void countsFromItsOwnDate()
    {
        addTasks(3);
        QCOMPARE(cell().data(DateTextRole).toString(), u"3 Jan 2007"_s);
        m_model->setAsOf(TestFile::date(u"2007-01-02"_s));
        QCOMPARE(cell().data().toString(), u"2"_s);
        m_model->setAsOf(TestFile::date(u"2006-12-31"_s));
        QCOMPARE(cell().data().toString(), QString());
        m_model->setAsOf(TestFile::date(u"2007-02-15"_s));
        m_model->setSince(QDate(2007, 1, 1)); // then one
        QCOMPARE(cell().data(ChangedFromRole).toString(), u"1"_s);
    }

    void inWords()
    {
        addTasks(3);
        QVERIFY(cell().data(Qt::ToolTipRole).toString().contains(u"Derived from records"_s));
        QVERIFY(cell().data(Qt::AccessibleTextRole).toString().endsWith(u"derived from records"_s));
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007-01-01"_s, Value(2));
        const QString tip = cell().data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"records say 3, as of 3 Jan 2007"_s), qPrintable(tip));
        QVERIFY(cell().data(Qt::AccessibleTextRole).toString().endsWith(u"records say 3"_s));
    }

    // Typing states it; taking that back leaves what records say.
    void isEditedAsAnyOther()
    {
        addTasks(3);
        QVERIFY(m_model->setData(cell(), u"3"_s));
        QVERIFY(!boardCell().isDerived);
        QVERIFY(m_model->setData(cell(), QString()));
        QVERIFY(boardCell().isDerived);
    }

    void followsItsRecords()
    {
        QSignalSpy told(m_model.get(), &QAbstractItemModel::dataChanged);
        addTasks(1);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told[0][0].toModelIndex(), cell());
    }

    // The program's own read organisations.
    void theProgramsOwn()
    {
        const BoardModel own(*m_editor, m_file->readRegion());
        QSignalSpy told(&own, &QAbstractItemModel::dataChanged);
        addTasks(3);
        const auto users = [&] { return own.index(1, BoardModel::FirstIndicatorColumn).data().toString(); };
        QCOMPARE(users(), QString());
        m_file->create(fields::organisation::entity, QUuid::createUuid(),
            {{fields::organisation::name, Value(u"Users"_s)},
                {fields::organisation::kind, Value(organisationKind::als)},
                {fields::organisation::territories, Value(Value::List{Value(TestFile::territory(u"BB"_s))})},
                {fields::organisation::accredited, Value(TestFile::date(u"2006"_s))}});
        QCOMPARE(users(), u"1"_s);
        QCOMPARE(told.size(), 1);
    }

private:
    void addTasks(int count)
    {
        for (int i = 1; i <= count; ++i)
            m_file->create(fields::task::entity, QUuid::createUuid(),
                {{fields::task::text, Value(u"Write"_s)},
                    {fields::task::of,
                        Value(Value::Parts{{u"entity"_s, Value(fields::territory::entity)},
                            {u"row"_s, Value(TestFile::territory(u"BB"_s))}})},
                    {fields::task::due, Value(TestFile::date(u"2007-01-0%1"_s.arg(i)))}});
    }
    QModelIndex cell() const { return m_model->index(1, BoardModel::FirstIndicatorColumn); } // Barbados, ALS
    const BoardCell &boardCell() const { return m_model->board().rows[1].cells[0]; }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
};

QTEST_GUILESS_MAIN(tst_BoardDerived)
#include "tst_boardderived.moc"
