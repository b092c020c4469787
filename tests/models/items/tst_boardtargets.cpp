// The targets in the cells of the board.
#include "models/items/boardmodel.h"

#include "tests/models/testfile.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

class tst_BoardTargets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    }
    void cleanup()
    {
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void whatStandsInTheCell_data()
    {
        QTest::addColumn<QString>("due");
        QTest::addColumn<int>("have");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("late");
        QTest::addRow("of this year: the month alone") << u"2007-12-31"_s << 1 << u"Dec"_s << false;
        QTest::addRow("of another year") << u"2008-01"_s << 1 << u"Jan 2008"_s << false;
        QTest::addRow("known to the year") << u"2008"_s << 1 << u"2008"_s << false;
        QTest::addRow("late") << u"2007-01"_s << 1 << u"Jan"_s << true;
        QTest::addRow("nothing known is not reached") << u"2007-01"_s << -1 << u"Jan"_s << true;
        QTest::addRow("on its last day it is not late") << u"2007-02-15"_s << 1 << u"Feb"_s << false;
        QTest::addRow("in its period it is not late") << u"2007-02"_s << 1 << u"Feb"_s << false;
        QTest::addRow("reached") << u"2007-12"_s << 3 << QString() << false;
        QTest::addRow("more than reached") << u"2007-01"_s << 4 << QString() << false;
    }
    void whatStandsInTheCell()
    {
        QFETCH(QString, due);
        QFETCH(int, have);
        if (have >= 0)
            m_file->observe(u"BB"_s, u"ALS"_s, u"2007-01-01"_s, Value(have));
        setTarget(u"BB"_s, u"ALS"_s, due, Value(3));
        QTEST(cell(u"BB"_s, u"ALS"_s).data(TargetRole).toString(), "text");
        QTEST(cell(u"BB"_s, u"ALS"_s).data(TargetLateRole).toBool(), "late");
    }

    void theFirstThatIsNotReached()
    {
        setTarget(u"BB"_s, u"ALS"_s, u"2007-12"_s, Value(3));
        setTarget(u"BB"_s, u"ALS"_s, u"2007-10"_s, Value(2));
        QCOMPARE(cell(u"BB"_s, u"ALS"_s).data(TargetRole).toString(), u"Oct"_s);
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007-01-01"_s, Value(2));
        QCOMPARE(cell(u"BB"_s, u"ALS"_s).data(TargetRole).toString(), u"Dec"_s);
    }

    void inWords()
    {
        setTarget(u"BB"_s, u"GAC"_s, u"2007-01"_s, Value(u"represented"_s));
        const QString tip = cell(u"BB"_s, u"GAC"_s).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(u"Target represented by Jan 2007, late"_s), qPrintable(tip));
        const QString said = cell(u"BB"_s, u"GAC"_s).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(said.endsWith(u"target represented by Jan 2007, late"_s), qPrintable(said));
    }

    void notOfTheCell()
    {
        setTarget(QString(), u"ALS"_s, u"2007-12"_s, Value(3)); // of every region
        setTarget(u"BB"_s, u"training"_s, u"2007-12"_s, Value(u"next level"_s)); // off the board
        for (int row = 0; row < m_model->rowCount(); ++row) {
            for (int column = 0; column < m_model->columnCount(); ++column)
                QVERIFY(!m_model->index(row, column).data(TargetRole).isValid());
        }
        // What does not apply owes nothing.
        m_model->setAsOf(TestFile::date(u"2012"_s));
        setTarget(u"MF"_s, u"AF/EoL"_s, u"2012-12"_s, Value(u"AF signed"_s));
        QVERIFY(!cell(u"MF"_s, u"AF/EoL"_s).data(TargetRole).isValid());
    }

    // Set, revised, moved, taken away: the cells concerned are told, and no others.
    void isFollowed()
    {
        QSignalSpy told(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy anew(m_model.get(), &QAbstractItemModel::modelReset);
        const auto toldCells = [&] {
            QStringList cells;
            for (const auto &arguments : told) {
                const auto first = arguments[0].toModelIndex();
                if (first == arguments[1].toModelIndex())
                    cells += first.siblingAtColumn(BoardModel::CodeColumn).data().toString();
                else
                    cells += u"more than a cell"_s;
            }
            told.clear();
            return cells;
        };
        const QUuid target = setTarget(u"BB"_s, u"ALS"_s, u"2007-12"_s, Value(3));
        QCOMPARE(toldCells(), QStringList{u"BB"_s});
        edit(target, {{fields::target::value, dueBy(u"2007-11"_s, Value(3))}});
        QCOMPARE(toldCells(), QStringList{u"BB"_s});
        QCOMPARE(cell(u"BB"_s, u"ALS"_s).data(TargetRole).toString(), u"Nov"_s);
        edit(target, {{fields::target::territory, Value(TestFile::territory(u"GY"_s))}});
        QCOMPARE(toldCells(), (QStringList{u"BB"_s, u"GY"_s}));
        Draft draft(u"Delete"_s);
        draft.remove(m_file->store().find(fields::target::entity, target));
        m_file->commit(draft);
        QCOMPARE(toldCells(), QStringList{u"GY"_s});
        QVERIFY(!cell(u"GY"_s, u"ALS"_s).data(TargetRole).isValid());
        QCOMPARE(anew.size(), 0);
    }

    // Nothing on file and nothing new: only the day has passed.
    void becomesLateWithTheDateShown()
    {
        setTarget(u"BB"_s, u"ALS"_s, u"2007-05"_s, Value(3));
        QSignalSpy told(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setAsOf(TestFile::date(u"2007-06-01"_s));
        QVERIFY(cell(u"BB"_s, u"ALS"_s).data(TargetLateRole).toBool());
        QCOMPARE(told.size(), 1);
    }

private:
    static Value dueBy(const QString &due, const Value &reading)
    {
        using namespace fields::target;
        return Value(Value::Parts{{QString(fields::target::due), Value(TestFile::date(due))},
            {QString(fields::target::reading), reading}});
    }
    QUuid setTarget(
        const QString &territory, const QString &indicator, const QString &due, const Value &reading)
    {
        using namespace fields::target;
        const QUuid id = QUuid::createUuid();
        TestFile::Fields given{
            {fields::target::indicator, Value(TestFile::indicator(indicator))}, {value, dueBy(due, reading)}};
        if (!territory.isEmpty())
            given.emplace_back(fields::target::territory, Value(TestFile::territory(territory)));
        m_file->create(entity, id, given);
        return id;
    }
    void edit(QUuid target, TestFile::Fields changed)
    {
        Draft draft(u"Edit"_s);
        draft.edit(m_file->store().find(fields::target::entity, target), std::move(changed));
        m_file->commit(draft);
    }
    QModelIndex cell(const QString &territory, const QString &indicator) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            for (int column = 0; column < m_model->columnCount(); ++column) {
                if (m_model->index(row, BoardModel::CodeColumn).data().toString() == territory
                    && m_model->headerData(column, Qt::Horizontal, CodeRole).toString() == indicator)
                    return m_model->index(row, column);
            }
        }
        return {};
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
};

QTEST_GUILESS_MAIN(tst_BoardTargets)
#include "tst_boardtargets.moc"
