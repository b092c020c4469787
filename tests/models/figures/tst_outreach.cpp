#include "models/figures/outreach.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What was done, counted by territory and over time.
class tst_Outreach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
    }

    void everyFigureIsUnknownInAnEmptyFile_data() { figures(); }
    void everyFigureIsUnknownInAnEmptyFile()
    {
        QFETCH(QString, code);
        const OutreachFigure *figure = outreachFigure(code);
        QVERIFY(figure && !figure->titleText().isEmpty());
        QVERIFY(outreachByTerritory(m_file->store(), *figure, {{}, day}).isEmpty());
        QVERIFY(!outreachTotal(m_file->store(), *figure, {{}, day}, m_file->readRegion()));
        QVERIFY(outreachOverTime(m_file->store(), *figure, {{}, day}).empty());
        QVERIFY(outreachRows(m_file->store(), *figure, {{}, day}).empty());
    }

    // By one statement, and by reading the rows behind.
    void numbersAreTheirRows_data() { figures(); }
    void numbersAreTheirRows()
    {
        QFETCH(QString, code);
        m_file->fill();
        const OutreachFigure &figure = *outreachFigure(code);
        for (const OutreachPeriod &period : {OutreachPeriod{{}, day}, {QDate(2006, 6, 1), day}}) {
            const QHash<QUuid, qint64> numbers = outreachByTerritory(m_file->store(), figure, period);
            QVERIFY(!numbers.isEmpty());
            for (auto it = numbers.cbegin(); it != numbers.cend(); ++it) {
                QHash<QUuid, qint64> each;
                for (const OutreachRow &row : outreachRows(m_file->store(), figure, period, it.key())) {
                    QVERIFY(!m_file->store().find(figure.entity, row.row).isNull());
                    each.insert(row.counts, row.number);
                }
                QCOMPARE(std::accumulate(each.cbegin(), each.cend(), qint64(0)), it.value());
            }
        }
    }

    void activities_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("from"); // of the period until 15 Feb 2007; empty: ever
        QTest::addColumn<bool>("counts");
        QTest::addRow("that day") << u"2007-02-15"_s << u"done"_s << QString() << true;
        QTest::addRow("the day after") << u"2007-02-16"_s << u"planned"_s << QString() << false;
        QTest::addRow("known to the month") << u"2007-02"_s << u"done"_s << QString() << true;
        QTest::addRow("without a date") << QString() << u"done"_s << QString() << false;
        QTest::addRow("without a stage") << u"2006"_s << QString() << QString() << true;
        QTest::addRow("cancelled") << u"2006"_s << u"cancelled"_s << QString() << false;
        QTest::addRow("on the first day of the period")
            << u"2006-06-01"_s << u"done"_s << u"2006-06-01"_s << true;
        QTest::addRow("the day before it") << u"2006-05-31"_s << u"done"_s << u"2006-06-01"_s << false;
        QTest::addRow("of that year, so it may be in it")
            << u"2006"_s << u"done"_s << u"2006-06-01"_s << true;
    }
    void activities()
    {
        QFETCH(QString, start);
        QFETCH(QString, stage);
        QFETCH(QString, from);
        QFETCH(bool, counts);
        m_file->activity(
            u"Talk"_s, start, u"BB"_s, {{fields::activity::stage, stage.isEmpty() ? Value() : Value(stage)}});
        const QHash<QUuid, qint64> numbers =
            outreachByTerritory(m_file->store(), *outreachFigure("activities"),
                {from.isEmpty() ? QDate() : OutreachFile::date(from).firstDay(), day});
        QCOMPARE(numbers.value(OutreachFile::territory(u"BB"_s), -1), counts ? 1 : -1);
        QVERIFY(!numbers.contains(OutreachFile::territory(u"GY"_s)));
    }

    void eachCountsOnceInATotal()
    {
        m_file->fill();
        const auto total = [&](const char *code, const QString &region = {}) {
            return outreachTotal(
                m_file->store(), *outreachFigure(code), {{}, day}, m_file->readRegion(region));
        };
        QCOMPARE(total("activities"), 3); // of which one in three territories
        QCOMPARE(total("activities", u"Pair"_s), 1);
        QCOMPARE(total("participants"), 52);
        QCOMPARE(total("agreements"), 2);
        QCOMPARE(total("people-trained"), 2); // Ada twice
        QCOMPARE(total("groups-in-touch"), 2);
        QCOMPARE(total("groups-in-touch", u"Pair"_s), 1);
        QCOMPARE(total("awards"), 3); // Ada twice: two awards
        QCOMPARE(total("awards", u"Pair"_s), 1);
        const auto at = [&](const char *code, const QString &place) {
            return outreachByTerritory(m_file->store(), *outreachFigure(code), {{}, day})
                .value(OutreachFile::territory(place), -1);
        };
        QCOMPARE(at("activities", u"BB"_s), 3);
        QCOMPARE(at("participants", u"BB"_s), 52);
        QCOMPARE(at("participants", u"TT"_s), 40);
        QCOMPARE(at("people-trained", u"BB"_s), 2);
        QCOMPARE(at("people-trained", u"GY"_s), 1);
        QCOMPARE(at("people-trained", u"TT"_s), -1); // nobody of there, though held there
        QCOMPARE(at("agreements", u"BB"_s), 2);
        QCOMPARE(at("awards", u"BB"_s), 2);
        QCOMPARE(at("awards", u"GY"_s), 1);
    }

    void awards_data()
    {
        QTest::addColumn<QString>("stage"); // empty: not said
        QTest::addColumn<QString>("date");
        QTest::addColumn<bool>("counts");
        QTest::addRow("awarded that day") << u"awarded"_s << u"2007-02-15"_s << true;
        QTest::addRow("the day after") << u"awarded"_s << u"2007-02-16"_s << false;
        QTest::addRow("known to the month") << u"awarded"_s << u"2007-02"_s << true;
        QTest::addRow("attended") << u"attended"_s << u"2006"_s << true;
        QTest::addRow("reported") << u"reported"_s << u"2006"_s << true;
        QTest::addRow("applied for") << u"applied"_s << u"2006"_s << false;
        QTest::addRow("nobody says how far") << QString() << u"2006"_s << false;
        QTest::addRow("nobody knows when") << u"awarded"_s << QString() << false;
    }
    void awards()
    {
        QFETCH(QString, stage);
        QFETCH(QString, date);
        QFETCH(bool, counts);
        namespace f = fields::participation;
        m_file->add(f::entity,
            {{f::person, Value(m_file->person(u"Ada"_s))},
                {f::stage, stage.isEmpty() ? Value() : Value(stage)},
                {f::territory, Value(OutreachFile::territory(u"BB"_s))}, {f::date, OutreachFile::on(date)}});
        const QHash<QUuid, qint64> numbers =
            outreachByTerritory(m_file->store(), *outreachFigure("awards"), {{}, day});
        QCOMPARE(numbers.value(OutreachFile::territory(u"BB"_s), -1), counts ? 1 : -1);
    }

    void agreementsHoldUntilTheyEnd_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("signedOn");
        QTest::addColumn<QString>("expires");
        QTest::addColumn<bool>("holds");
        QTest::addRow("for ever") << u"signed"_s << u"2001"_s << QString() << true;
        QTest::addRow("its last day") << u"signed"_s << u"2001"_s << u"2007-02-15"_s << true;
        QTest::addRow("expired") << u"signed"_s << u"2001"_s << u"2007-02-14"_s << false;
        QTest::addRow("lapsed later") << u"lapsed"_s << u"2001"_s << u"2008"_s << true;
        QTest::addRow("lapsed, nobody knows when") << u"lapsed"_s << u"2001"_s << QString() << false;
        QTest::addRow("to be signed tomorrow") << u"signed"_s << u"2007-02-16"_s << QString() << false;
        QTest::addRow("a draft") << u"drafting"_s << QString() << QString() << false;
        QTest::addRow("a draft with a date") << u"drafting"_s << u"2007-01"_s << QString() << false;
    }
    void agreementsHoldUntilTheyEnd()
    {
        QFETCH(QString, stage);
        QFETCH(QString, signedOn);
        QFETCH(QString, expires);
        QFETCH(bool, holds);
        namespace f = fields::agreement;
        m_file->add(f::entity,
            {{f::kind, Value(agreementKind::mou)}, {f::stage, Value(stage)},
                {f::territories, OutreachFile::places(u"BB"_s)}, {f::signedOn, OutreachFile::on(signedOn)},
                {f::expires, OutreachFile::on(expires)}});
        // In force however long before the period it was signed.
        const QHash<QUuid, qint64> numbers =
            outreachByTerritory(m_file->store(), *outreachFigure("agreements"), {QDate(2007, 1, 1), day});
        QCOMPARE(numbers.value(OutreachFile::territory(u"BB"_s), 0), holds ? 1 : 0);
    }

    void overTime()
    {
        m_file->fill();
        const auto quarters = [&](const char *code, QDate from = {}) {
            QStringList all;
            for (const OutreachQuarter &each :
                outreachOverTime(m_file->store(), *outreachFigure(code), {from, day}))
                all.append(u"%1Q%2 %3%4"_s.arg(each.quarter / 4)
                               .arg(each.quarter % 4 + 1)
                               .arg(each.project.isNull()
                                       ? QString()
                                       : m_file->store().keyOf(fields::project::entity, each.project) + u' ')
                               .arg(each.number));
            all.sort();
            return all.join(u", "_s);
        };
        QCOMPARE(
            quarters("activities"), u"2006Q1 1, 2006Q3 1, 2006Q3 1Q 1, 2006Q3 3C 1, 2007Q1 1, 2007Q1 1Q 1"_s);
        QCOMPARE(quarters("activities", QDate(2007, 1, 1)), u"2007Q1 1, 2007Q1 1Q 1"_s);
        QCOMPARE(
            quarters("participants"), u"2006Q3 1Q 40, 2006Q3 3C 40, 2006Q3 40, 2007Q1 12, 2007Q1 1Q 12"_s);
        QCOMPARE(quarters("people-trained"), u"2006Q3 1Q 2, 2006Q3 2, 2006Q3 3C 2, 2007Q1 1, 2007Q1 1Q 1"_s);
        QCOMPARE(quarters("agreements"), u"2005Q1 1, 2006Q2 1, 2006Q2 4H 1"_s);
        QCOMPARE(quarters("awards"), u"2006Q3 1, 2006Q3 4F 1, 2007Q1 2, 2007Q1 4F 2"_s);
        QCOMPARE(quarters("groups-in-touch"), QString()); // says something of a day only
    }

    void ofAProject()
    {
        m_file->fill();
        const auto of = [&](const char *code, const QString &project) {
            return outreachOfProject(
                m_file->store(), *outreachFigure(code), {{}, day}, OutreachFile::project(project));
        };
        QCOMPARE(of("activities", u"1Q"_s), 2);
        QCOMPARE(of("activities", u"3C"_s), 1);
        QCOMPARE(of("people-trained", u"1Q"_s), 2);
        QCOMPARE(of("agreements", u"4H"_s), 1);
        QCOMPARE(of("awards", u"4F"_s), 3); // the project of the indicator they are counted for
        QVERIFY(!of("activities", u"4A"_s));
    }

    void groupsAreInTouchByTheirPeople_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("groups");
        QTest::addRow("a government") << u"government"_s << u"2007-01"_s << u"governments"_s;
        QTest::addRow("a ccTLD manager") << u"ccTLD manager"_s << u"2007-01"_s << u"ccTLD managers"_s;
        QTest::addRow("an ALS is civil society") << u"ALS"_s << u"2007-01"_s << u"civil society"_s;
        QTest::addRow("civil society") << u"civil society"_s << u"2007-01"_s << u"civil society"_s;
        QTest::addRow("a company") << u"private sector"_s << u"2007-01"_s << u"private sector"_s;
        QTest::addRow("a university") << u"academia"_s << u"2007-01"_s << u"academia"_s;
        QTest::addRow("a regional organisation is none of the five")
            << u"regional organisation"_s << u"2007-01"_s << QString();
        QTest::addRow("twelve months ago") << u"government"_s << u"2006-02-16"_s << u"governments"_s;
        QTest::addRow("a day more") << u"government"_s << u"2006-02-15"_s << QString();
        QTest::addRow("yet to come") << u"government"_s << u"2007-02-16"_s << QString();
    }
    void groupsAreInTouchByTheirPeople()
    {
        QFETCH(QString, kind);
        QFETCH(QString, start);
        const QUuid ada = m_file->person(u"Ada"_s);
        m_file->affiliate(ada,
            m_file->add(fields::organisation::entity,
                {{fields::organisation::name, Value(u"Hers"_s)}, {fields::organisation::kind, Value(kind)},
                    {fields::organisation::territories, OutreachFile::places(u"BB GY"_s)}}));
        m_file->attend(m_file->activity(u"Call"_s, start, {}), ada);
        const auto groups = groupsInTouch(m_file->store(), day);
        QStringList titles;
        for (const StakeholderGroup group : groups.value(OutreachFile::territory(u"GY"_s)))
            titles.append(titleOf(group));
        QTEST(titles.join(u", "_s), "groups");
        QCOMPARE(
            groups.value(OutreachFile::territory(u"BB"_s)), groups.value(OutreachFile::territory(u"GY"_s)));
    }

    void silentForAYear()
    {
        QCOMPARE(silent(), u"AN BB GY KN TT"_s); // those that exist
        m_file->activity(u"Talk"_s, u"2006-02-16"_s, u"BB"_s);
        m_file->activity(u"Old"_s, u"2006-02-15"_s, u"GY"_s);
        m_file->activity(u"To come"_s, u"2007-02-16"_s, u"GY"_s);
        m_file->activity(
            u"Off"_s, u"2007-01"_s, u"GY"_s, {{fields::activity::stage, Value(stageCode::cancelled)}});
        QCOMPARE(silent(), u"AN GY KN TT"_s);
        m_file->agreement(agreementKind::mou, agreementStage::isSigned, u"KN"_s, u"2006-12"_s);
        m_file->agreement(agreementKind::mou, agreementStage::isSigned, u"TT"_s, u"2005"_s);
        QCOMPARE(silent(), u"AN GY TT"_s);
        const QUuid ada = m_file->person(u"Ada"_s);
        m_file->affiliate(ada, m_file->organisation(u"Hers"_s, organisationKind::academia, u"GY"_s));
        m_file->attend(m_file->activity(u"Abroad"_s, u"2007-01"_s, {}), ada);
        QCOMPARE(silent(), u"AN TT"_s);
        m_file->participation(ada, participationStage::applied, u"TT"_s, u"2007-01"_s);
        QCOMPARE(silent(), u"AN"_s);
        QCOMPARE(silent(QDate(2008, 3, 1)), u"AN BB GY KN MF TT"_s);
    }

private:
    static void figures()
    {
        QTest::addColumn<QString>("code");
        for (const OutreachFigure &figure : outreachFigures())
            QTest::addRow("%s", figure.code.data()) << QString(figure.code);
    }

    QString silent(QDate on = day)
    {
        QStringList codes;
        for (const QUuid &id : silentTerritories(m_file->store(), m_file->readRegion(), on))
            codes.append(m_file->store().keyOf(fields::territory::entity, id));
        return codes.join(u' ');
    }

    static constexpr QDate day = QDate::fromJulianDay(2'454'147); // 15 February 2007
    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_Outreach)
#include "tst_outreach.moc"
