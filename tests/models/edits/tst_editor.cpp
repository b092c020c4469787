#include "models/edits/editor.h"

#include "models/figures/board.h"

#include "../testfile.h"

#include <QSignalSpy>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace liaison {

using Observed = Editor::Observed;

class TestEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
    }
    void cleanup() { m_editor.reset(); }

    void records();
    void recordsWhatIsGiven_data();
    void recordsWhatIsGiven();
    void withdraws_data();
    void withdraws();
    void withdrawsWhatAColleagueRecordedOutsideALife();
    void tellsWhenAnotherDateHidesIt();
    void bringsBackAsNew();
    void settlesAConflictByTheSameValue();
    void refuses_data();
    void refuses();
    void recordsSeveralAsOneStep();
    void recordsAllOrNone();
    void refusesOneDayTwice();
    void undoesAndRedoes();
    void undoesAWithdrawal();
    void undoesSeveralAtOnce();
    void keepsItsStackThroughMerges();
    void dropsAStepOfWhichNothingIsLeft();
    void keepsTheStepWhenUndoingFails();
    void writesNothingToAFileThatIsOnlyRead();
    void undoesAnyEditOfTheHistory();
    void undoesWhatItRecorded();
    void forgetsTheRedoOfAnotherStep();
    void confirmsAName();
    void refusesToConfirmWhatIsNotThere();
    void namesNoFreeText();

private:
    static Observation observation(const QString &territory, const QString &indicator, const QString &date,
        const Value &reading, const QString &source = {})
    {
        return {.territory = TestFile::territory(territory),
            .indicator = TestFile::indicator(indicator),
            .date = PartialDate::parse(date).value_or(PartialDate()),
            .reading = reading,
            .source = source,
            .certainty = {},
            .note = {}};
    }

    // What the board shows at the end of 2009: "3", "" when unknown.
    QString shown(const QString &territory, const QString &indicator) const
    {
        for (const ObservedCell &cell : m_file->store().observedOn(
                 {TestFile::territory(territory)}, {TestFile::indicator(indicator)}, QDate(2009, 12, 31)))
            return findIndicator(m_file->store(), indicator)->readingText(cell.reading);
        return {};
    }

    Record record(const QString &territory, const QString &indicator, const QString &date) const
    {
        return m_file->store().find(
            fields::observation::entity, TestFile::observation(territory, indicator, date));
    }

    qsizetype editCount() const { return static_cast<qsizetype>(m_file->store().edits().size()); }

    // Another laptop that begins with a copy of this file; what it records is merged by take().
    std::unique_ptr<Store> colleague()
    {
        const QString copy = m_file->folder() + u"/copy.liaison"_s;
        if (!m_file->store().backup(copy).ok())
            qFatal("no copy");
        Surroundings maria = m_file->surroundings();
        maria.author = u"Maria"_s;
        auto opening = Store::open(copy, OpenMode::ReadWrite, maria);
        if (!opening.store)
            qFatal("%s", qPrintable(opening.error.message()));
        return std::move(opening.store);
    }
    void take(const Store &other) { QVERIFY(m_file->store().merge(other.allEdits()).ok()); }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
};

void TestEditor::records()
{
    QSignalSpy changed(&m_file->store(), &Store::changed);
    Observation said =
        observation(u"GY"_s, u"AF/EoL"_s, u"2007-02-15"_s, Value(u"AF signed"_s), u"a letter"_s);
    said.certainty = QString(certaintyCode::official);
    said.note = u"page 2"_s;
    const auto outcome = m_editor->observe(said);
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->what, Observed::Recorded);
    QCOMPARE(outcome->changed, 1);
    QVERIFY(!outcome->edit.isNull());
    QVERIFY(outcome->hiddenBy.isNull());
    QCOMPARE(changed.size(), 1);

    using namespace fields::observation;
    const Record row = record(u"GY"_s, u"AF/EoL"_s, u"2007-02-15"_s);
    QCOMPARE(m_file->store().keyOf(entity, row.id()), u"GY:AF/EoL:2007-02-15"_s);
    QCOMPARE(row.value(value).part(reading).text(), u"AF signed"_s);
    QCOMPARE(row.value(value).part(source).text(), u"a letter"_s);
    QCOMPARE(row.value(value).part(certainty).text(), u"official"_s);
    QCOMPARE(row.value(note).text(), u"page 2"_s);
    QCOMPARE(m_file->store().edit(outcome->edit)->label, u"Set Guyana, AF/EoL"_s);
    QCOMPARE(m_editor->undoStack()->undoText(), u"Set Guyana, AF/EoL"_s);
}

void TestEditor::recordsWhatIsGiven_data()
{
    QTest::addColumn<QString>("reading");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("certainty");
    QTest::addColumn<QString>("note");
    QTest::addColumn<bool>("changes");

    QTest::newRow("all the same") << u"observer"_s << u"a call"_s << u"reported"_s << u"hm"_s << false;
    QTest::newRow("certainty not said is reported")
        << u"observer"_s << u"a call"_s << QString() << u"hm"_s << false;
    QTest::newRow("no note leaves the note")
        << u"observer"_s << u"a call"_s << u"reported"_s << QString() << false;
    QTest::newRow("another note") << u"observer"_s << u"a call"_s << u"reported"_s << u"ah"_s << true;
    QTest::newRow("another value") << u"represented"_s << u"a call"_s << u"reported"_s << u"hm"_s << true;
    QTest::newRow("another source") << u"observer"_s << u"a letter"_s << u"reported"_s << u"hm"_s << true;
    QTest::newRow("no source") << u"observer"_s << QString() << u"reported"_s << u"hm"_s << true;
    QTest::newRow("another certainty") << u"observer"_s << u"a call"_s << u"official"_s << u"hm"_s << true;
}

void TestEditor::recordsWhatIsGiven()
{
    QFETCH(QString, reading);
    QFETCH(QString, source);
    QFETCH(QString, certainty);
    QFETCH(QString, note);
    QFETCH(bool, changes);
    Observation first = observation(u"GY"_s, u"GAC"_s, u"2008"_s, Value(u"observer"_s), u"a call"_s);
    first.note = u"hm"_s;
    QVERIFY(m_editor->observe(first).ok());
    const qsizetype before = editCount();

    Observation second = observation(u"GY"_s, u"GAC"_s, u"2008"_s, Value(reading), source);
    second.certainty = certainty;
    second.note = note;
    const auto outcome = m_editor->observe(second);
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->what, changes ? Observed::Recorded : Observed::Unchanged);
    QCOMPARE(outcome->changed, changes ? 1 : 0);
    QCOMPARE(outcome->edit.isNull(), !changes);
    QCOMPARE(editCount(), before + (changes ? 1 : 0));
    QCOMPARE(m_editor->undoStack()->count(), changes ? 2 : 1);

    const Record row = record(u"GY"_s, u"GAC"_s, u"2008"_s);
    QCOMPARE(row.value(fields::observation::note).text(), note.isEmpty() ? u"hm"_s : note);
    QCOMPARE(row.value(fields::observation::value).part(fields::observation::source).text(), source);
}

void TestEditor::withdraws_data()
{
    QTest::addColumn<QString>("onFile"); // dates at which it was none; with a ? unknown
    QTest::addColumn<QString>("date");
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("shows");

    const auto row = [](const char *name, const QString &onFile, const QString &date, Observed what,
                         const QString &shows) {
        QTest::newRow(name) << onFile << date << static_cast<int>(what) << shows;
    };
    row("that date's observation goes", u"2008-05"_s, u"2008-05"_s, Observed::Withdrawn, {});
    row("and the one before shows again", u"2007 2008-05"_s, u"2008-05"_s, Observed::Withdrawn, u"none"_s);
    row("an earlier one: unknown from the date on", u"2007"_s, u"2008-05"_s, Observed::RecordedUnknown,
        u"unknown"_s);
    row("the same month written as a day: unknown from it on", u"2008-05"_s, u"2008-06-01"_s,
        Observed::RecordedUnknown, u"unknown"_s);
    row("nothing on file: nothing to do", {}, u"2008"_s, Observed::Unchanged, {});
    row("a later one only: nothing to do", u"2009"_s, u"2008"_s, Observed::Unchanged, u"none"_s);
    row("unknown already", u"2007 ?2008"_s, u"2008-12-31"_s, Observed::Unchanged, u"unknown"_s);
    row("unknown since that very date", u"2007 ?2008"_s, u"2008"_s, Observed::Unchanged, u"unknown"_s);
}

void TestEditor::withdraws()
{
    QFETCH(QString, onFile);
    QFETCH(QString, date);
    QFETCH(int, what);
    for (QString on : onFile.split(u' ', Qt::SkipEmptyParts)) {
        const bool unknown = on.startsWith(u'?');
        on.remove(u'?');
        m_file->observe(u"GY"_s, u"GAC"_s, on, Value(unknown ? QString(unknownReading) : u"none"_s));
    }
    const qsizetype before = editCount();
    const auto outcome = m_editor->observe(observation(u"GY"_s, u"GAC"_s, date, Value(unknownReading)));
    QVERIFY(outcome.ok());
    QCOMPARE(static_cast<int>(outcome->what), what);
    QCOMPARE(editCount(), before + (outcome->what == Observed::Unchanged ? 0 : 1));
    QTEST(shown(u"GY"_s, u"GAC"_s), "shows");

    if (outcome->what == Observed::Unchanged)
        return;
    m_editor->undoStack()->undo();
    QVERIFY(shown(u"GY"_s, u"GAC"_s) == u"none"_s);
    m_editor->undoStack()->redo();
    QTEST(shown(u"GY"_s, u"GAC"_s), "shows");
}

void TestEditor::withdrawsWhatAColleagueRecordedOutsideALife()
{
    m_file->observe(u"AN"_s, u"GAC"_s, u"2011"_s, Value(u"none"_s));
    const auto outcome = m_editor->observe(observation(u"AN"_s, u"GAC"_s, u"2011"_s, Value(unknownReading)));
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->what, Observed::Withdrawn);
    QVERIFY(record(u"AN"_s, u"GAC"_s, u"2011"_s).isHidden());
}

void TestEditor::tellsWhenAnotherDateHidesIt()
{
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());
    const auto day = m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007-02-15"_s, Value(2)));
    QVERIFY(day.ok());
    QCOMPARE(day->what, Observed::Recorded);
    QCOMPARE(day->hiddenBy.toIso(), u"2007"_s);
    const auto later = m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2008-02-15"_s, Value(2)));
    QVERIFY(later->hiddenBy.isNull());
}

void TestEditor::bringsBackAsNew()
{
    Observation said = observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1), u"a call"_s);
    said.note = u"of the first one"_s;
    QVERIFY(m_editor->observe(said).ok());
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(unknownReading))).ok());
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
    QCOMPARE(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1), u"a call"_s))->what,
        Observed::Recorded);
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
    QCOMPARE(record(u"GY"_s, u"ALS"_s, u"2007"_s).value(fields::observation::note).text(), QString());
}

void TestEditor::settlesAConflictByTheSameValue()
{
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"GAC"_s, u"2007"_s, Value(u"none"_s))).ok());
    const auto maria = colleague();
    Editor hers(*maria);
    QVERIFY(hers.observe(observation(u"GY"_s, u"GAC"_s, u"2007"_s, Value(u"observer"_s))).ok());
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s))).ok());
    take(*maria);
    QCOMPARE(m_file->store().conflicts().size(), 1U);
    const QString showing = shown(u"GY"_s, u"GAC"_s);
    QCOMPARE(m_editor->observe(observation(u"GY"_s, u"GAC"_s, u"2007"_s, Value(showing)))->what,
        Observed::Recorded);
    QVERIFY(m_file->store().conflicts().empty());
    QCOMPARE(shown(u"GY"_s, u"GAC"_s), showing);
}

void TestEditor::refuses_data()
{
    QTest::addColumn<QString>("territory");
    QTest::addColumn<QString>("indicator");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("reading"); // digits alone, also with a minus: a number
    QTest::addColumn<QString>("message");

    const auto row = [](const char *name, const QString &territory, const QString &indicator,
                         const QString &date, const QString &reading, const QString &message) {
        QTest::newRow(name) << territory << indicator << date << reading << message;
    };
    row("no such territory", u"QQ"_s, u"GAC"_s, u"2007"_s, u"none"_s,
        u"cannot record ?, GAC: the territory is not on file"_s);
    row("no such indicator", u"GY"_s, u"XYZ"_s, u"2007"_s, u"none"_s,
        u"cannot record Guyana, ?: the indicator is not on file"_s);
    row("no date", u"GY"_s, u"GAC"_s, QString(), u"none"_s,
        u"cannot record Guyana, GAC: a date is missing"_s);
    row("no such level", u"GY"_s, u"GAC"_s, u"2007"_s, u"active"_s,
        u"cannot record Guyana, GAC: “active” is none of: none, exploring, observer, represented, unknown, n/a"_s);
    row("a count for a ladder", u"GY"_s, u"GAC"_s, u"2007"_s, u"2"_s,
        u"cannot record Guyana, GAC: “2” is none of: none, exploring, observer, represented, unknown, n/a"_s);
    row("a negative count", u"GY"_s, u"ALS"_s, u"2007"_s, u"-1"_s,
        u"cannot record Guyana, ALS: “-1” is none of: a count from 0, of at most 15 digits, unknown, n/a"_s);
    row("a territory without a ccTLD", u"MF"_s, u"AF/EoL"_s, u"2008"_s, u"AF signed"_s,
        u"cannot record St. Martin, AF/EoL: the territory has no ccTLD; it can be n/a or unknown"_s);
    row("after the territory ended", u"AN"_s, u"GAC"_s, u"2010-10-10"_s, u"none"_s,
        u"cannot record Netherlands Antilles, GAC: 2010-10-10: it existed until 9 Oct 2010"_s);
    row("before the territory began", u"CW"_s, u"GAC"_s, u"2010-09"_s, u"none"_s,
        u"cannot record Curaçao, GAC: 2010-09: it exists from 10 Oct 2010"_s);
    row("unknown, before the territory began", u"CW"_s, u"GAC"_s, u"2009"_s, u"unknown"_s,
        u"cannot record Curaçao, GAC: 2009: it exists from 10 Oct 2010"_s);
}

void TestEditor::refuses()
{
    QFETCH(QString, territory);
    QFETCH(QString, indicator);
    QFETCH(QString, date);
    QFETCH(QString, reading);
    bool isNumber = false;
    const qlonglong number = reading.toLongLong(&isNumber);
    Value value(reading);
    if (isNumber)
        value = Value(qint64(number));
    const qsizetype before = editCount();
    const auto outcome = m_editor->observe(observation(territory, indicator, date, value));
    QVERIFY(!outcome.ok());
    QTEST(outcome.error().message(), "message");
    QCOMPARE(editCount(), before);
    QVERIFY(m_editor->undoStack()->isClean());
    QCOMPARE(m_editor->undoStack()->count(), 0);
}

void TestEditor::recordsSeveralAsOneStep()
{
    m_file->observe(u"BB"_s, u"ALS"_s, u"2007"_s, Value(5));
    m_file->observe(u"TT"_s, u"ALS"_s, u"2007"_s, Value(2));
    const qsizetype before = editCount();
    const auto outcome =
        m_editor->observeAll({observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(3)),
                                 observation(u"TT"_s, u"ALS"_s, u"2007"_s, Value(2)),
                                 observation(u"GY"_s, u"GAC"_s, u"2007"_s, Value(u"none"_s)),
                                 observation(u"BB"_s, u"ALS"_s, u"2007"_s, Value(unknownReading)),
                                 observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(3))},
            u"Paste"_s);
    QVERIFY2(outcome.ok(), qPrintable(outcome.ok() ? QString() : outcome.error().message()));
    QCOMPARE(outcome->changed, 3);
    QCOMPARE(outcome->what, Observed::Recorded);
    QCOMPARE(editCount(), before + 1);
    QCOMPARE(m_editor->undoStack()->undoText(), u"Paste"_s);
    QCOMPARE(shown(u"GY"_s, u"ALS"_s) + shown(u"BB"_s, u"ALS"_s), u"3"_s);
    m_editor->undoStack()->undo();
    QCOMPARE(shown(u"GY"_s, u"ALS"_s) + shown(u"BB"_s, u"ALS"_s), u"5"_s);
    QCOMPARE(shown(u"GY"_s, u"GAC"_s), QString());

    const auto nothing = m_editor->observeAll({}, u"Paste"_s);
    QVERIFY(nothing.ok());
    QCOMPARE(nothing->what, Observed::Unchanged);
    QVERIFY(nothing->edit.isNull());
}

void TestEditor::recordsAllOrNone()
{
    const qsizetype before = editCount();
    const auto outcome = m_editor->observeAll({observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(3)),
                                                  observation(u"TT"_s, u"GAC"_s, u"2007"_s, Value(3))},
        u"Paste"_s);
    QVERIFY(!outcome.ok());
    QVERIFY(outcome.error().message().contains(u"Trinidad & Tobago, GAC"_s));
    QCOMPARE(editCount(), before);
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
}

void TestEditor::refusesOneDayTwice()
{
    const auto outcome = m_editor->observeAll({observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(3)),
                                                  observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(4))},
        u"Paste"_s);
    QVERIFY(!outcome.ok());
    QCOMPARE(
        outcome.error().message(), u"cannot record Guyana, ALS: 2007: two different values for one day"_s);
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
}

void TestEditor::undoesAndRedoes()
{
    QSignalSpy finished(m_editor.get(), &Editor::undoFinished);
    QUndoStack *stack = m_editor->undoStack();
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(2))).ok());
    QCOMPARE(finished.size(), 0); // pushing is not redoing

    for (int round = 0; round < 3; ++round) {
        QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"2"_s);
        stack->undo();
        QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
        stack->undo();
        QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
        QVERIFY(!stack->canUndo());
        stack->redo();
        QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
        stack->redo();
    }
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"2"_s);
    QCOMPARE(finished.size(), 12);
    QCOMPARE(finished.last().first().value<UndoOutcome>().undone, 1);
    QVERIFY(m_file->store().check().ok());
}

void TestEditor::undoesAWithdrawal()
{
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1), u"a call"_s)).ok());
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(unknownReading))).ok());
    QCOMPARE(m_editor->undoStack()->undoText(), u"Withdraw Guyana, ALS"_s);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
        m_editor->undoStack()->undo();
        QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
        QCOMPARE(record(u"GY"_s, u"ALS"_s, u"2007"_s)
                     .value(fields::observation::value)
                     .part(fields::observation::source)
                     .text(),
            u"a call"_s);
        m_editor->undoStack()->redo();
    }
}

void TestEditor::undoesSeveralAtOnce()
{
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());
    QVERIFY(m_editor->observe(observation(u"TT"_s, u"ALS"_s, u"2007"_s, Value(2))).ok());
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(3))).ok());
    m_editor->undoStack()->setIndex(0);
    QCOMPARE(shown(u"GY"_s, u"ALS"_s) + shown(u"TT"_s, u"ALS"_s), QString());
    m_editor->undoStack()->setIndex(3);
    QCOMPARE(shown(u"GY"_s, u"ALS"_s) + shown(u"TT"_s, u"ALS"_s), u"32"_s);
}

void TestEditor::keepsItsStackThroughMerges()
{
    QSignalSpy finished(m_editor.get(), &Editor::undoFinished);
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());
    QVERIFY(m_editor
                ->observeAll({observation(u"TT"_s, u"ALS"_s, u"2007"_s, Value(2)),
                                 observation(u"BB"_s, u"ALS"_s, u"2007"_s, Value(2))},
                    u"Paste"_s)
                .ok());
    const auto maria = colleague();
    Editor hers(*maria);
    QVERIFY(hers.observe(observation(u"TT"_s, u"ALS"_s, u"2007"_s, Value(9))).ok());
    QVERIFY(hers.observe(observation(u"KN"_s, u"ALS"_s, u"2007"_s, Value(4))).ok());
    take(*maria);
    QCOMPARE(m_editor->undoStack()->count(), 2);

    // Hers stays, and is named; the rest goes and comes.
    for (int round = 0; round < 2; ++round) {
        m_editor->undoStack()->undo();
        QCOMPARE(shown(u"TT"_s, u"ALS"_s), u"9"_s);
        QCOMPARE(shown(u"BB"_s, u"ALS"_s), QString());
        if (round == 0) {
            const auto outcome = finished.last().first().value<UndoOutcome>();
            QCOMPARE(outcome.undone, 1);
            QVERIFY(!outcome.kept.empty());
            QCOMPARE(outcome.kept.front().author, u"Maria"_s);
        }
        m_editor->undoStack()->undo();
        QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
        m_editor->undoStack()->redo();
        QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
        m_editor->undoStack()->redo();
        QCOMPARE(shown(u"BB"_s, u"ALS"_s), u"2"_s);
        QCOMPARE(shown(u"TT"_s, u"ALS"_s), u"9"_s);
        QCOMPARE(shown(u"KN"_s, u"ALS"_s), u"4"_s);
    }
}

void TestEditor::dropsAStepOfWhichNothingIsLeft()
{
    QSignalSpy finished(m_editor.get(), &Editor::undoFinished);
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());
    QVERIFY(m_editor->observe(observation(u"TT"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());
    const auto maria = colleague();
    Editor hers(*maria);
    QVERIFY(hers.observe(observation(u"TT"_s, u"ALS"_s, u"2007"_s, Value(9))).ok());
    take(*maria);

    m_editor->undoStack()->undo();
    QCOMPARE(finished.size(), 1);
    QVERIFY(finished.last().first().value<UndoOutcome>().edit.isNull());
    QCOMPARE(shown(u"TT"_s, u"ALS"_s), u"9"_s);
    QCOMPARE(m_editor->undoStack()->count(), 1);
    QVERIFY(!m_editor->undoStack()->canRedo());
    m_editor->undoStack()->undo(); // the step before is still what it was
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
    m_editor->undoStack()->redo();
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
}

void TestEditor::keepsTheStepWhenUndoingFails()
{
    QSignalSpy failed(m_editor.get(), &Editor::undoFailed);
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());

    // As on a full disk: no file can grow.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit usual;
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    rlimit none = usual;
    none.rlim_cur = 0;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
    m_editor->undoStack()->undo();
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
    QCOMPARE(failed.size(), 1);
    QVERIFY(!failed.first().first().value<Error>().message().isEmpty());
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);

    // Qt has moved on all the same; going there and back again does what was meant.
    m_editor->undoStack()->redo();
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
    m_editor->undoStack()->undo();
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
    QCOMPARE(failed.size(), 1);
    m_editor->undoStack()->redo();
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
}

void TestEditor::writesNothingToAFileThatIsOnlyRead()
{
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());
    m_editor.reset();
    m_file->reopen(OpenMode::ReadOnly);
    Editor reader(m_file->store());
    QVERIFY(!reader.observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(2))).ok());
    QVERIFY(!reader.undo(m_file->store().edits(1).front().name).ok());
    QCOMPARE(reader.undoStack()->count(), 0);
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
}

void TestEditor::undoesAnyEditOfTheHistory()
{
    const auto first = m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1)));
    QVERIFY(m_editor->observe(observation(u"TT"_s, u"ALS"_s, u"2007"_s, Value(2))).ok());
    // After a restart the stack is empty, the history is not.
    m_editor.reset();
    m_file->reopen();
    Editor later(m_file->store());
    QVERIFY(!later.undoStack()->canUndo());
    const auto outcome = later.undo(first->edit);
    QVERIFY(outcome.ok());
    QCOMPARE(outcome->undone, 1);
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
    QCOMPARE(shown(u"TT"_s, u"ALS"_s), u"2"_s);
    QCOMPARE(later.undoStack()->undoText(), u"Undo “Set Guyana, ALS”"_s);
    later.undoStack()->undo();
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), u"1"_s);
    later.undoStack()->redo();
    QCOMPARE(shown(u"GY"_s, u"ALS"_s), QString());
    QVERIFY(!later.undo(EditName::fromHex(u"00112233445566778899aabbccddeeff"_s)).ok());
}

void TestEditor::undoesWhatItRecorded()
{
    Draft draft(u"Record a task"_s);
    const QUuid task = QUuid::createUuid();
    m_file->create(draft, fields::task::entity, task, {{fields::task::text, Value(u"send slides"_s)}});
    QVERIFY(m_editor->record(draft).ok());
    QCOMPARE(m_editor->undoStack()->undoText(), u"Record a task"_s);
    m_editor->undoStack()->undo();
    QVERIFY(m_file->store().find(fields::task::entity, task).isHidden());
    m_editor->undoStack()->redo();
    QVERIFY(!m_file->store().find(fields::task::entity, task).isHidden());
    QVERIFY(m_editor->record(Draft(u"Nothing"_s)).ok());
    QCOMPARE(m_editor->undoStack()->count(), 1);
}

void TestEditor::forgetsTheRedoOfAnotherStep()
{
    QVERIFY(m_editor->observe(observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());
    m_editor->undoStack()->undo();
    QVERIFY(m_editor->observe(observation(u"TT"_s, u"ALS"_s, u"2007"_s, Value(1))).ok());
    QVERIFY(!m_editor->undoStack()->canRedo());
    QCOMPARE(m_editor->undoStack()->count(), 1);
}

void TestEditor::confirmsAName()
{
    m_file->observe(u"KN"_s, u"ALS"_s, u"2007-02-15"_s, Value(1), u"deck"_s, QString(certaintyCode::assumed));
    m_file->observe(
        u"KN"_s, u"GAC"_s, u"2007-02-15"_s, Value(u"none"_s), u"deck"_s, QString(certaintyCode::assumed));
    m_file->observe(
        u"KN"_s, u"GAC"_s, u"2008"_s, Value(u"none"_s), u"letter"_s, QString(certaintyCode::official));
    m_file->observe(u"TT"_s, u"ALS"_s, u"2007-02-15"_s, Value(1), u"deck"_s, QString(certaintyCode::assumed));
    const qsizetype before = editCount();
    const auto certainty = [&](const QString &territory, const QString &indicator, const QString &date) {
        return record(territory, indicator, date)
            .value(fields::observation::value)
            .part(fields::observation::certainty)
            .text();
    };

    QVERIFY(m_editor->confirmName(TestFile::region(), TestFile::territory(u"KN"_s)).ok());
    QCOMPARE(editCount(), before + 1);
    QCOMPARE(boardAsOf(m_file->store(), m_file->readRegion(), QDate(2009, 1, 1)).reconstructed(), 1);
    QCOMPARE(certainty(u"KN"_s, u"ALS"_s, u"2007-02-15"_s), u"reported"_s);
    QCOMPARE(certainty(u"KN"_s, u"GAC"_s, u"2007-02-15"_s), u"reported"_s);
    QCOMPARE(certainty(u"KN"_s, u"GAC"_s, u"2008"_s), u"official"_s);
    QCOMPARE(certainty(u"TT"_s, u"ALS"_s, u"2007-02-15"_s), u"assumed"_s);
    QCOMPARE(record(u"KN"_s, u"ALS"_s, u"2007-02-15"_s)
                 .value(fields::observation::value)
                 .part(fields::observation::source)
                 .text(),
        u"deck"_s);

    m_editor->undoStack()->undo();
    QCOMPARE(certainty(u"KN"_s, u"ALS"_s, u"2007-02-15"_s), u"assumed"_s);
    QCOMPARE(boardAsOf(m_file->store(), m_file->readRegion(), QDate(2009, 1, 1)).reconstructed(), 2);
}

void TestEditor::refusesToConfirmWhatIsNotThere()
{
    const auto edit = m_editor->confirmName(TestFile::region(u"Pair"_s), TestFile::territory(u"KN"_s));
    QVERIFY(!edit.ok());
    QCOMPARE(edit.error().message(), u"Confirm the name of St. Kitts & Nevis: the region has no such row"_s);
}

void TestEditor::namesNoFreeText()
{
    Observation said = observation(u"GY"_s, u"ALS"_s, u"2007"_s, Value(1), u"Jane Doe by phone"_s);
    said.note = u"Jane is ill"_s;
    const auto outcome = m_editor->observe(said);
    QVERIFY(outcome.ok());
    QVERIFY(!m_file->store().edit(outcome->edit)->label.contains(u"Jane"_s));
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestEditor)
#include "tst_editor.moc"
