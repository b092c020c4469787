#include "models/figures/board.h"
#include "models/figures/explain.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What records say of an indicator, by the program's own derivations.
class tst_Derivation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
    }

    void alsFromAccreditedOrganisations_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("territories");
        QTest::addColumn<QString>("accredited");
        QTest::addColumn<QString>("barbados"); // "reading date", empty: unknown
        QTest::addColumn<QString>("guyana");
        QTest::addRow("accredited on the day")
            << u"ALS"_s << u"BB"_s << u"2007-02-15"_s << u"1 2007-02-15"_s << QString();
        QTest::addRow("the day after") << u"ALS"_s << u"BB"_s << u"2007-02-16"_s << QString() << QString();
        QTest::addRow("known to the month, from its first day")
            << u"ALS"_s << u"BB"_s << u"2007-02"_s << u"1 2007-02"_s << QString();
        QTest::addRow("known to the year") << u"ALS"_s << u"BB"_s << u"2006"_s << u"1 2006"_s << QString();
        QTest::addRow("not accredited") << u"ALS"_s << u"BB"_s << QString() << QString() << QString();
        QTest::addRow("of several territories, in each")
            << u"ALS"_s << u"BB GY"_s << u"2006-05-01"_s << u"1 2006-05-01"_s << u"1 2006-05-01"_s;
        QTest::addRow("of none") << u"ALS"_s << QString() << u"2006"_s << QString() << QString();
        QTest::addRow("another kind of organisation")
            << u"civil society"_s << u"BB"_s << u"2006"_s << QString() << QString();
    }
    void alsFromAccreditedOrganisations()
    {
        QFETCH(QString, kind);
        QFETCH(QString, territories);
        QFETCH(QString, accredited);
        m_file->add(fields::organisation::entity,
            {{fields::organisation::name, Value(u"Users"_s)}, {fields::organisation::kind, Value(kind)},
                {fields::organisation::territories, OutreachFile::places(territories)},
                {fields::organisation::accredited, OutreachFile::on(accredited)}});
        QTEST(derived(u"ALS"_s, u"BB"_s), "barbados");
        QTEST(derived(u"ALS"_s, u"GY"_s), "guyana");
    }

    void alsAddsUp()
    {
        m_file->organisation(u"One"_s, organisationKind::als, u"BB"_s, u"2005"_s);
        m_file->organisation(u"Two"_s, organisationKind::als, u"BB GY"_s, u"2006-11"_s);
        m_file->organisation(u"Later"_s, organisationKind::als, u"BB"_s, u"2008"_s);
        QCOMPARE(derived(u"ALS"_s, u"BB"_s), u"2 2006-11"_s);
        QCOMPARE(derived(u"ALS"_s, u"BB"_s, QDate(2008, 1, 1)), u"3 2008"_s);
        QCOMPARE(derived(u"ALS"_s, u"BB"_s, QDate(2004, 12, 31)), QString());
        const Board board = boardOn(QDate(2007, 2, 15));
        QCOMPARE(board.totals[0].sum, 3);
        QCOMPARE(board.totals[0].met, 2);
        QCOMPARE(board.totals[0].unknown, static_cast<int>(board.rows.size()) - 2); // never 0
    }

    void agreementsAreSteps_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("stage"); // empty: not said
        QTest::addColumn<QString>("signedOn");
        QTest::addColumn<QString>("expires");
        QTest::addColumn<QString>("expected");
        const QString none;
        QTest::addRow("framework, signed that day")
            << u"AF"_s << u"signed"_s << u"2007-02-15"_s << none << u"AF signed 2007-02-15"_s;
        QTest::addRow("letters") << u"EoL"_s << u"signed"_s << u"2006"_s << none << u"EoL signed 2006"_s;
        QTest::addRow("signed the day after") << u"AF"_s << u"signed"_s << u"2007-02-16"_s << none << none;
        QTest::addRow("the last day it holds")
            << u"AF"_s << u"signed"_s << u"2006"_s << u"2007-02-15"_s << u"AF signed 2006"_s;
        QTest::addRow("the day after that") << u"AF"_s << u"signed"_s << u"2006"_s << u"2007-02-14"_s << none;
        QTest::addRow("expires in the year: to its end")
            << u"AF"_s << u"signed"_s << u"2006"_s << u"2007"_s << u"AF signed 2006"_s;
        QTest::addRow("lapsed later")
            << u"AF"_s << u"lapsed"_s << u"2005"_s << u"2008"_s << u"AF signed 2005"_s;
        QTest::addRow("lapsed before") << u"AF"_s << u"lapsed"_s << u"2005"_s << u"2006"_s << none;
        QTest::addRow("lapsed, nobody knows when") << u"AF"_s << u"lapsed"_s << u"2005"_s << none << none;
        QTest::addRow("renewed") << u"EoL"_s << u"renewed"_s << u"2005"_s << u"2009"_s
                                 << u"EoL signed 2005"_s;
        QTest::addRow("no stage, but signed") << u"AF"_s << none << u"2005"_s << none << u"AF signed 2005"_s;
        QTest::addRow("signed, nobody knows when") << u"AF"_s << u"signed"_s << none << none << none;
        QTest::addRow("an idea") << u"AF"_s << u"idea"_s << none << none << u"in discussion 2007-02-15"_s;
        QTest::addRow("a draft") << u"EoL"_s << u"drafting"_s << none << none
                                 << u"in discussion 2007-02-15"_s;
        QTest::addRow("another kind") << u"MoU"_s << u"signed"_s << u"2005"_s << none << none;
    }
    void agreementsAreSteps()
    {
        QFETCH(QString, kind);
        QFETCH(QString, stage);
        QFETCH(QString, signedOn);
        QFETCH(QString, expires);
        namespace f = fields::agreement;
        m_file->add(f::entity,
            {{f::kind, Value(kind)}, {f::stage, stage.isEmpty() ? Value() : Value(stage)},
                {f::territories, OutreachFile::places(u"BB"_s)}, {f::signedOn, OutreachFile::on(signedOn)},
                {f::expires, OutreachFile::on(expires)}});
        QTEST(derived(u"AF/EoL"_s, u"BB"_s), "expected");
        QCOMPARE(derived(u"AF/EoL"_s, u"GY"_s), QString());
    }

    void theHighestAgreementCounts()
    {
        m_file->agreement(agreementKind::eol, agreementStage::isSigned, u"BB GY"_s, u"2005"_s);
        m_file->agreement(agreementKind::af, agreementStage::isSigned, u"BB"_s, u"2006-06"_s);
        m_file->agreement(agreementKind::af, agreementStage::drafting, u"BB GY MF"_s);
        QCOMPARE(derived(u"AF/EoL"_s, u"BB"_s), u"AF signed 2006-06"_s);
        QCOMPARE(derived(u"AF/EoL"_s, u"BB"_s, QDate(2006, 5, 31)), u"EoL signed 2005"_s);
        QCOMPARE(derived(u"AF/EoL"_s, u"GY"_s), u"EoL signed 2005"_s);
        // A draft is in discussion from the day it was recorded; where nothing can be signed it does not
        // apply.
        QCOMPARE(derived(u"AF/EoL"_s, u"GY"_s, QDate(2004, 1, 1)), QString());
        QCOMPARE(boardOn(QDate(2008, 1, 1)).rows[4].code, u"MF"_s);
        QVERIFY(!boardOn(QDate(2008, 1, 1)).rows[4].cells[2].derived);
    }

    void trainingOfThePeopleThere_data()
    {
        QTest::addColumn<QString>("start"); // of the activity
        QTest::addColumn<QString>("from"); // of the affiliation
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("expected");
        const QString none;
        const QString first = u"first technical level"_s;
        const QString reached = u"first technical level 2007-01-10"_s;
        QTest::addRow("there all the time") << u"2007-01-10"_s << none << none << first << reached;
        QTest::addRow("there since that day")
            << u"2007-01-10"_s << u"2007-01-10"_s << none << first << reached;
        QTest::addRow("there since the day after")
            << u"2007-01-10"_s << u"2007-01-11"_s << none << first << none;
        QTest::addRow("left that day") << u"2007-01-10"_s << u"2001"_s << u"2007-01-10"_s << first << reached;
        QTest::addRow("left the day before")
            << u"2007-01-10"_s << u"2001"_s << u"2007-01-09"_s << first << none;
        QTest::addRow("left after, before the board's day")
            << u"2007-01-10"_s << u"2001"_s << u"2007-01-31"_s << first << reached;
        QTest::addRow("known to the month, there for part of it")
            << u"2007-01"_s << u"2007-01-20"_s << none << first << u"first technical level 2007-01"_s;
        QTest::addRow("the training is yet to come") << u"2007-02-16"_s << none << none << first << none;
        QTest::addRow("nobody knows when") << none << none << none << first << none;
        QTest::addRow("no level reached, and somebody said so")
            << u"2007-01-10"_s << none << none << u"none"_s << u"none 2007-01-10"_s;
        QTest::addRow("no training") << u"2007-01-10"_s << none << none << none << none;
    }
    void trainingOfThePeopleThere()
    {
        QFETCH(QString, start);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, level);
        const QUuid registry = m_file->organisation(u"Registry"_s, organisationKind::cctldManager, u"BB"_s);
        const QUuid ada = m_file->person(u"Ada"_s);
        m_file->affiliate(ada, registry, from, to);
        m_file->attend(m_file->activity(u"Course"_s, start, u"TT"_s), ada, level);
        QTEST(derived(u"training"_s, u"BB"_s), "expected");
        QCOMPARE(derived(u"training"_s, u"TT"_s), QString()); // where it was held is another matter
    }

    void theHighestTrainingCounts()
    {
        const QUuid registry = m_file->organisation(u"Registry"_s, organisationKind::cctldManager, u"BB"_s);
        const QUuid both = m_file->organisation(u"Region"_s, organisationKind::regional, u"BB GY"_s);
        const QUuid ada = m_file->person(u"Ada"_s);
        const QUuid bob = m_file->person(u"Bob"_s);
        m_file->affiliate(ada, registry);
        m_file->affiliate(ada, both);
        m_file->affiliate(bob, registry);
        const QUuid first = m_file->activity(u"First"_s, u"2006-01"_s, {});
        const QUuid next = m_file->activity(u"Next"_s, u"2006-06"_s, {});
        m_file->attend(first, ada, QString(trainingLevel::first));
        m_file->attend(first, bob, QString(trainingLevel::first));
        QCOMPARE(derived(u"training"_s, u"BB"_s), u"first technical level 2006-01"_s);
        QCOMPARE(behind(u"training"_s, u"BB"_s), u"attendance 1, attendance 0"_s); // Ada once, at two places
        const QUuid attended = m_file->attend(next, bob, QString(trainingLevel::next));
        QCOMPARE(derived(u"training"_s, u"BB"_s), u"next level 2006-06"_s);
        QCOMPARE(derived(u"training"_s, u"GY"_s), u"first technical level 2006-01"_s);
        m_file->change(
            fields::activity::entity, next, {{fields::activity::stage, Value(stageCode::cancelled)}});
        QCOMPARE(derived(u"training"_s, u"BB"_s), u"first technical level 2006-01"_s);
        m_file->change(fields::activity::entity, next, {{fields::activity::stage, Value()}});
        m_file->remove(fields::attendance::entity, attended);
        QCOMPARE(derived(u"training"_s, u"BB"_s), u"first technical level 2006-01"_s);
    }

    void fellowsOfAYear_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("expected");
        const QString none;
        QTest::addRow("awarded that day") << u"awarded"_s << u"2007-02-15"_s << u"1 2007-02-15"_s;
        QTest::addRow("the day after") << u"awarded"_s << u"2007-02-16"_s << none;
        QTest::addRow("known to the year") << u"attended"_s << u"2007"_s << u"1 2007"_s;
        QTest::addRow("the last day of the year before") << u"reported"_s << u"2006-12-31"_s << none;
        QTest::addRow("applied for") << u"applied"_s << u"2007-01"_s << none;
        QTest::addRow("nobody knows when") << u"awarded"_s << none << none;
    }
    void fellowsOfAYear()
    {
        QFETCH(QString, stage);
        QFETCH(QString, date);
        m_file->addFellows();
        namespace f = fields::participation;
        m_file->add(f::entity,
            {{f::person, Value(m_file->person(u"Ada"_s))}, {f::stage, Value(stage)},
                {f::territory, Value(OutreachFile::territory(u"BB"_s))}, {f::date, OutreachFile::on(date)}});
        QTEST(derived(u"fellows"_s, u"BB"_s), "expected");
        QCOMPARE(derived(u"fellows"_s, u"GY"_s), QString());
    }

    void aFellowCountsOnceAYear()
    {
        m_file->addFellows();
        const QUuid ada = m_file->person(u"Ada"_s);
        m_file->participation(ada, participationStage::awarded, u"GY"_s, u"2006-12"_s);
        m_file->participation(ada, participationStage::awarded, u"GY"_s, u"2007-02"_s);
        m_file->participation(ada, participationStage::reported, u"BB"_s, u"2007-01"_s);
        m_file->participation(m_file->person(u"Bob"_s), participationStage::awarded, u"BB"_s, u"2007-02"_s);
        QCOMPARE(derived(u"fellows"_s, u"BB"_s), u"2 2007-02"_s);
        QCOMPARE(derived(u"fellows"_s, u"GY"_s), QString()); // where she was awarded first
        QCOMPARE(derived(u"fellows"_s, u"GY"_s, QDate(2006, 12, 31)), u"1 2006-12"_s);
        QCOMPARE(behind(u"fellows"_s, u"BB"_s), u"participation 1, participation 1"_s);
    }

    // Stated first, both seen, and the rows behind.
    void statedAndDerived()
    {
        const QUuid one = m_file->organisation(u"One"_s, organisationKind::als, u"BB"_s, u"2005"_s);
        const QUuid two = m_file->organisation(u"Two"_s, organisationKind::als, u"BB"_s, u"2006"_s);
        Board board = boardOn(QDate(2007, 2, 15));
        QCOMPARE(board.rows[1].cells[0].marks(), QStringList{u"derived"_s});
        QCOMPARE(behind(u"ALS"_s, u"BB"_s), u"organisation 1, organisation 1"_s);
        m_file->observe(u"BB"_s, u"ALS"_s, u"2006-12-01"_s, Value(3));
        board = boardOn(QDate(2007, 2, 15));
        QCOMPARE(board.rows[1].cells[0].marks(), QStringList{u"differs"_s});
        QCOMPARE(behind(u"ALS"_s, u"BB"_s), u"observation 3, organisation 0, organisation 0"_s);
        const Explanation cell = explain(m_file->store(), board, 0, 1);
        QCOMPARE(cell.value, u"3"_s);
        QCOMPARE(cell.rows[1].row, one);
        QCOMPARE(cell.rows[2].row, two);
        QCOMPARE(cell.rows[1].title, u"Barbados, ALS: One"_s);
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007-01-01"_s, Value(unknownReading));
        QCOMPARE(behind(u"ALS"_s, u"BB"_s), u"organisation 1, organisation 1"_s);
    }

    void totalsHaveTheRowsBehind()
    {
        m_file->organisation(u"One"_s, organisationKind::als, u"BB GY"_s, u"2005"_s);
        m_file->organisation(u"Two"_s, organisationKind::als, u"BB"_s, u"2006"_s);
        m_file->observe(u"TT"_s, u"ALS"_s, u"2006-12-01"_s, Value(4));
        m_file->agreement(agreementKind::af, agreementStage::isSigned, u"BB"_s, u"2006"_s);
        m_file->agreement(agreementKind::af, agreementStage::isSigned, u"BB"_s, u"2007"_s);
        m_file->agreement(agreementKind::af, agreementStage::idea, u"GY"_s);
        const Board board = boardOn(QDate(2007, 2, 15));
        const Explanation users = explain(m_file->store(), board, 0, std::nullopt);
        QCOMPARE(users.value, u"7"_s);
        QCOMPARE(counts(users), u"organisation 1, organisation 1, organisation 1, observation 4"_s);
        const Explanation agreements = explain(m_file->store(), board, 2, std::nullopt);
        QCOMPARE(agreements.value, u"1"_s);
        QCOMPARE(counts(agreements), u"agreement 1, agreement 0"_s);
        QVERIFY2(agreements.rows[0].title.startsWith(u"Barbados, AF/EoL: AF"_s),
            qPrintable(agreements.rows[0].title));
    }

    void noPersonIsNamed()
    {
        const QUuid registry = m_file->organisation(u"Registry"_s, organisationKind::cctldManager, u"BB"_s);
        const QUuid ada = m_file->person(u"Ada Lovelace"_s);
        m_file->affiliate(ada, registry);
        m_file->attend(m_file->activity(u"Course"_s, u"2006"_s, {}), ada, QString(trainingLevel::first));
        const Board board = trainingOn(QDate(2007, 2, 15));
        const Explanation cell = explain(m_file->store(), board, 0, 1);
        QCOMPARE(cell.rows.size(), 1U);
        QCOMPARE(cell.rows[0].title, u"Barbados, training: Course"_s);
    }

    void knownAtAnEarlierTime()
    {
        m_file->setNow(QDateTime(QDate(2007, 2, 1), QTime(12, 0), Qt::UTC));
        const QUuid users = m_file->organisation(u"Users"_s, organisationKind::als, u"BB"_s, u"2006"_s);
        m_file->agreement(agreementKind::eol, agreementStage::drafting, u"BB"_s);
        const qint64 then = m_file->now() + 1; // each edit is later than the one before
        m_file->setNow(QDateTime(QDate(2007, 2, 10), QTime(12, 0), Qt::UTC));
        m_file->change(fields::organisation::entity, users,
            {{fields::organisation::territories, OutreachFile::places(u"GY"_s)}});
        m_file->organisation(u"Late"_s, organisationKind::als, u"BB GY"_s, u"2006"_s);
        QCOMPARE(derived(u"ALS"_s, u"BB"_s), u"1 2006"_s);
        QCOMPARE(derived(u"ALS"_s, u"GY"_s), u"2 2006"_s);
        QCOMPARE(derived(u"ALS"_s, u"BB"_s, QDate(2007, 2, 15), then), u"1 2006"_s);
        QCOMPARE(derived(u"ALS"_s, u"GY"_s, QDate(2007, 2, 15), then), QString());
        QCOMPARE(derived(u"AF/EoL"_s, u"BB"_s, QDate(2007, 2, 15), then), u"in discussion 2007-02-01"_s);
        QCOMPARE(derived(u"ALS"_s, u"BB"_s, QDate(2007, 2, 15), then - 2), QString());
    }

    void oneCellIsReadAsAll()
    {
        m_file->organisation(u"One"_s, organisationKind::als, u"BB GY"_s, u"2005"_s);
        const Board before = boardOn(QDate(2007, 2, 15));
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007-01-01"_s, Value(2));
        const Board after = refreshed(
            before, m_file->store(), {OutreachFile::observation(u"BB"_s, u"ALS"_s, u"2007-01-01"_s)});
        const Board anew = boardOn(QDate(2007, 2, 15));
        for (size_t row = 0; row < anew.rows.size(); ++row)
            QVERIFY(after.rows[row] == anew.rows[row]);
        QVERIFY(after.totals == anew.totals);
    }

private:
    Board boardOn(QDate day, std::optional<qint64> knownAt = {})
    {
        return boardAsOf(m_file->store(), m_file->readRegion(), day, knownAt);
    }
    Board trainingOn(QDate day, std::optional<qint64> knownAt = {})
    {
        return boardOf(m_file->store(), m_file->readRegion(),
            {findIndicator(m_file->store(), u"training"_s).value()}, day, knownAt);
    }
    // "2 2006-11": the reading and from when.
    QString derived(const QString &indicator, const QString &code, QDate day = QDate(2007, 2, 15),
        std::optional<qint64> knownAt = {})
    {
        const Indicator of = findIndicator(m_file->store(), indicator).value();
        const Board board = boardOf(m_file->store(), m_file->readRegion(), {of}, day, knownAt);
        for (const Board::Row &row : board.rows) {
            const auto &said = row.cells[0].derived;
            if (row.code == code && said)
                return of.readingText(said->reading) + u' ' + said->date.toIso();
        }
        return {};
    }
    static QString counts(const Explanation &explanation)
    {
        QStringList all;
        for (const Explanation::Row &row : explanation.rows)
            all.append(row.entity + u' ' + QString::number(row.counts));
        return all.join(u", "_s);
    }
    QString behind(const QString &indicator, const QString &code)
    {
        const Board board = boardOf(m_file->store(), m_file->readRegion(),
            {findIndicator(m_file->store(), indicator).value()}, QDate(2007, 2, 15));
        for (size_t row = 0; row < board.rows.size(); ++row) {
            if (board.rows[row].code == code)
                return counts(explain(m_file->store(), board, 0, row));
        }
        return {};
    }

    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_Derivation)
#include "tst_derivation.moc"
