// Whatever happens in the file, the board that follows it by reading what changed is the board read anew.
#include "models/items/boardmodel.h"

#include "tests/models/testfile.h"

#include <QRegularExpression>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace liaison;

namespace {

// What somebody sees who looks again only where and when the model says so.
class Onlooker : public QObject
{
public:
    explicit Onlooker(const BoardModel &model)
        : m_model(model)
    {
        connect(&model, &QAbstractItemModel::modelReset, this, &Onlooker::lookAtAll);
        connect(&model, &QAbstractItemModel::dataChanged, this, &Onlooker::lookAt);
        connect(&model, &BoardModel::boardChanged, this, [this] { m_totals = m_model.board().totals; });
        lookAtAll();
    }

    // The first place where it has not been told, empty when there is none.
    QString missed() const
    {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            for (int column = 0; column < m_model.columnCount(); ++column) {
                if (m_seen.value({row, column}) != seenAt(row, column))
                    return u"row %1, column %2"_s.arg(row).arg(column);
            }
        }
        return m_totals == m_model.board().totals ? QString() : u"totals"_s;
    }
    int looks() const { return m_looks; }

private:
    QString seenAt(int row, int column) const
    {
        const QModelIndex index = m_model.index(row, column);
        return index.data().toString() + index.data(Qt::ToolTipRole).toString();
    }
    void lookAtAll()
    {
        m_seen.clear();
        m_totals = m_model.board().totals;
        if (m_model.rowCount() > 0)
            lookAt(m_model.index(0, 0), m_model.index(m_model.rowCount() - 1, m_model.columnCount() - 1));
    }
    void lookAt(const QModelIndex &first, const QModelIndex &last)
    {
        for (int row = first.row(); row <= last.row(); ++row) {
            for (int column = first.column(); column <= last.column(); ++column) {
                m_seen[{row, column}] = seenAt(row, column);
                ++m_looks;
            }
        }
    }

    const BoardModel &m_model;
    QHash<std::pair<int, int>, QString> m_seen;
    std::vector<BoardTotal> m_totals;
    int m_looks = 0;
};

} // namespace

class tst_BoardFollows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        m_file = std::make_unique<TestFile>();
        m_colleague = std::make_unique<TestFile>(u"Ben"_s);
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_onlooker = std::make_unique<Onlooker>(*m_model);
    }
    void cleanup()
    {
        m_onlooker.reset();
        m_model.reset();
        m_editor.reset();
        m_colleague.reset();
        m_file.reset();
    }

    void aRandomStory();
    void aConflictArrivesAndGoes();
    void oneValueIsReadAlone();
    void anObservationThatMovesLeavesItsPlace();

private:
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
    template <typename List>
    auto oneOf(const List &list)
    {
        return list[below(int(std::size(list)))];
    }
    Observation anyObservation();
    // By somebody who keeps no rules; what is there is withdrawn now and then.
    void happensTo(TestFile &file);
    void somethingHappens();
    void compareWithTheBoardReadAnew();

    std::mt19937 m_random;
    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<TestFile> m_colleague;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<Onlooker> m_onlooker;
};

// AN ends, CW and SX begin on 10 October 2010; CI is not in the region, training not on the board.
static const QStringList territoryCodes{u"AN"_s, u"BB"_s, u"CW"_s, u"MF"_s, u"TT"_s, u"CI"_s};
static const QStringList indicatorCodes{u"ALS"_s, u"GAC"_s, u"AF/EoL"_s, u"training"_s};
static const QStringList days{
    u"2007"_s, u"2007-02"_s, u"2007-02-15"_s, u"2010-10-09"_s, u"2010-10-10"_s, u"2012"_s};
static const QStringList levels{u"none"_s, u"represented"_s, u"unknown"_s, u"n/a"_s, u"of a newer program"_s};

Observation tst_BoardFollows::anyObservation()
{
    const QString indicator = oneOf(indicatorCodes);
    const Value reading = indicator == "ALS"_L1 && below(4) > 0 ? Value(below(3)) : Value(oneOf(levels));
    return {TestFile::territory(oneOf(territoryCodes)), TestFile::indicator(indicator),
        TestFile::date(oneOf(days)), reading, oneOf(QStringList{QString(), u"letter"_s}), {}, {}};
}

void tst_BoardFollows::happensTo(TestFile &file)
{
    const QString territory = oneOf(territoryCodes);
    const QString indicator = oneOf(indicatorCodes);
    const QString day = oneOf(days);
    const Record old =
        file.store().find(fields::observation::entity, TestFile::observation(territory, indicator, day));
    if (!old.isNull() && !old.isHidden() && below(2) == 0)
        file.withdraw(territory, indicator, day);
    else
        file.observe(territory, indicator, day, Value(oneOf(levels)));
}

void tst_BoardFollows::somethingHappens()
{
    switch (below(12)) {
    case 0:
        m_model->setAsOf(TestFile::date(oneOf(days)));
        break;
    case 1:
        m_editor->undoStack()->undo();
        break;
    case 2:
        m_editor->undoStack()->redo();
        break;
    case 3:
        (void)m_editor->observeAll({anyObservation(), anyObservation(), anyObservation()}, u"Paste"_s);
        break;
    case 4:
        QVERIFY(m_file->store().merge(m_colleague->store().allEdits()).ok());
        break;
    case 5:
        QVERIFY(m_colleague->store().merge(m_file->store().allEdits()).ok());
        break;
    case 6:
    case 7:
    case 8:
        happensTo(*m_colleague);
        break;
    case 9:
        happensTo(*m_file);
        break;
    default:
        (void)m_editor->observe(anyObservation()); // refused outside a territory's life: nothing happens then
        break;
    }
}

void tst_BoardFollows::compareWithTheBoardReadAnew()
{
    const Board &board = m_model->board();
    const Board anew = boardAsOf(m_file->store(), m_file->readRegion(), m_model->asOf().lastDay());
    QCOMPARE(board.rows.size(), anew.rows.size());
    for (size_t row = 0; row < anew.rows.size(); ++row)
        QVERIFY2(board.rows[row] == anew.rows[row], qPrintable(anew.rows[row].code));
    for (size_t column = 0; column < anew.totals.size(); ++column)
        QVERIFY2(board.totals[column] == anew.totals[column], qPrintable(anew.indicators[column].code));
    QCOMPARE(board.lastUpdate, anew.lastUpdate);
    QCOMPARE(m_onlooker->missed(), QString());
}

void tst_BoardFollows::aRandomStory()
{
    const quint32 seed = qEnvironmentVariableIsSet("LIAISON_SEED")
        ? qEnvironmentVariable("LIAISON_SEED").toUInt()
        : std::random_device()();
    qInfo("LIAISON_SEED=%u", seed);
    m_random.seed(seed);
    for (int step = 0; step < 400; ++step) {
        somethingHappens();
        compareWithTheBoardReadAnew();
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(u"at step %1"_s.arg(step)));
    }
}

void tst_BoardFollows::aConflictArrivesAndGoes()
{
    m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"none"_s));
    m_colleague->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"observer"_s));
    QVERIFY(m_file->store().merge(m_colleague->store().allEdits()).ok());
    QVERIFY(m_model->board().rows[1].cells[1].conflict);
    compareWithTheBoardReadAnew();
    m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s));
    QVERIFY(!m_model->board().rows[1].cells[1].conflict);
    compareWithTheBoardReadAnew();
}

void tst_BoardFollows::oneValueIsReadAlone()
{
    m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"none"_s));
    const int before = m_onlooker->looks();
    m_file->observe(u"BB"_s, u"GAC"_s, u"2007-02"_s, Value(u"represented"_s)); // hidden by that of the year
    QCOMPARE(m_onlooker->looks(), before);
    m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"observer"_s));
    QCOMPARE(m_onlooker->looks(), before + 1);
    m_file->observe(u"BB"_s, u"training"_s, u"2007"_s, Value(u"none"_s)); // not on the board
    QCOMPARE(m_onlooker->looks(), before + 1);
    compareWithTheBoardReadAnew();
}

// A key is set once, but not every program keeps that.
void tst_BoardFollows::anObservationThatMovesLeavesItsPlace()
{
    m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"none"_s));
    m_file->observe(u"BB"_s, u"GAC"_s, u"2006"_s, Value(u"observer"_s));
    const QSet<QUuid> moved{TestFile::observation(u"BB"_s, u"GAC"_s, u"2007"_s)};
    // As if it had been shown at TT until now.
    Board board = m_model->board();
    BoardCell &elsewhere = board.rows.back().cells[1];
    QCOMPARE(board.rows.back().code, u"TT"_s);
    elsewhere = board.rows[1].cells[1];
    QCOMPARE(elsewhere.observation, *moved.begin());
    board = refreshed(board, m_file->store(), moved);
    QVERIFY(board.rows == m_model->board().rows);
}

QTEST_GUILESS_MAIN(tst_BoardFollows)
#include "tst_boardfollows.moc"
