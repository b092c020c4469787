#include "models/figures/programmebrief.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What one programme has done and still owes.
class tst_ProgrammeBrief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
        namespace f = fields::programme;
        m_partner = m_file->organisation(u"Partner"_s, organisationKind::regional, {});
        m_programme = m_file->add(f::entity,
            {{f::title, Value(u"Training"_s)}, {f::project, Value(OutreachFile::project(u"1Q"_s))},
                {f::territories, OutreachFile::places(u"KN"_s)},
                {f::partners, Value(Value::List{Value(m_partner)})}});
    }

    void ofNothing()
    {
        const ProgrammeBrief brief = programmeBrief(m_file->store(), QUuid::createUuid(), day);
        QVERIFY(brief.activities.empty() && brief.territories.empty() && brief.training.empty());
    }

    void activitiesTheLatestFirst()
    {
        activity(u"First"_s, u"2006-03"_s, u"BB"_s);
        activity(u"No date"_s, {}, u"GY"_s);
        activity(u"To come"_s, u"2007-03-01"_s, u"TT"_s);
        activity(u"Off"_s, u"2007-01"_s, u"CW"_s, {{fields::activity::stage, Value(stageCode::cancelled)}});
        activity(u"Today"_s, u"2007-02-15"_s, u"BB"_s, {{fields::activity::headcount, Value(12)}});
        m_file->activity(u"Of another"_s, u"2007-01"_s, u"SX"_s);
        const ProgrammeBrief brief = read();
        QStringList said;
        for (const auto &each : brief.activities)
            said.append(each.title + (each.isHeld ? u" held"_s : QString())
                + (each.isCancelled ? u" off"_s : QString()));
        QCOMPARE(said.join(u", "_s), u"To come, Today held, Off off, First held, No date"_s);
        QStringList codes; // of its own too, but not of what was cancelled
        for (const QUuid &place : brief.territories)
            codes.append(m_file->store().keyOf(fields::territory::entity, place));
        QCOMPARE(codes.join(u' '), u"BB GY KN TT"_s);
        QCOMPARE(brief.withoutAttendance.size(), 1U); // First: nobody said who or how many
        QCOMPARE(brief.withoutAttendance.front(), brief.activities[3].id);
    }

    void aPersonCountsOnceAtTheHighestLevel()
    {
        QCOMPARE(levels(), u"first technical level -, next level -"_s);
        const QUuid first = activity(u"First"_s, u"2006-03"_s, {});
        const QUuid next = activity(u"Next"_s, u"2006-09"_s, {});
        const QUuid off =
            activity(u"Off"_s, u"2006-10"_s, {}, {{fields::activity::stage, Value(stageCode::cancelled)}});
        const QUuid ada = m_file->person(u"Ada"_s);
        const QUuid bob = m_file->person(u"Bob"_s);
        const QUuid cy = m_file->person(u"Cy"_s);
        m_file->attend(first, cy);
        QCOMPARE(levels(), u"first technical level -, next level -"_s); // nothing said of training
        m_file->attend(next, ada, QString(trainingLevel::next));
        m_file->attend(first, ada, QString(trainingLevel::first));
        m_file->attend(first, bob, QString(trainingLevel::first));
        m_file->attend(first, cy, QString(trainingLevel::none));
        m_file->attend(off, cy, QString(trainingLevel::next));
        QCOMPARE(levels(), u"first technical level 1, next level 1"_s);
        QCOMPARE(read().activities[2].attendances, 4);
        QVERIFY(read().withoutAttendance.empty());
    }

    void agreementsWithItsPartners()
    {
        namespace f = fields::agreement;
        const auto agree = [&](QUuid with, const QString &project) {
            return m_file->agreement(agreementKind::mou, agreementStage::isSigned, u"BB"_s, u"2006"_s, {},
                {{f::organisation, Value(with)}, {f::project, Value(OutreachFile::project(project))}});
        };
        const QUuid own = agree(m_partner, u"1Q"_s);
        agree(m_partner, u"4H"_s);
        agree(m_file->organisation(u"Other"_s, organisationKind::academia, {}), u"1Q"_s);
        const ProgrammeBrief brief = read();
        QCOMPARE(brief.agreements.size(), 1U);
        QCOMPARE(brief.agreements.front().id, own);
        QCOMPARE(brief.agreements.front().stage, QString(agreementStage::isSigned));
        QVERIFY(brief.agreements.front().title.contains(u"Partner"_s));
    }

    void awardsForItsActivities()
    {
        namespace f = fields::participation;
        const QUuid meeting = activity(u"Meeting"_s, u"2007-01"_s, {});
        for (const auto stage :
            {participationStage::applied, participationStage::awarded, participationStage::reported})
            m_file->participation(
                m_file->person(u"P"_s), stage, u"BB"_s, u"2007-01"_s, {{f::activity, Value(meeting)}});
        m_file->participation(m_file->person(u"P"_s), participationStage::awarded, u"BB"_s, u"2007-01"_s);
        QCOMPARE(read().awards, 2);
    }

    void tasksThatAreOpen()
    {
        const QUuid meeting = activity(u"Meeting"_s, u"2007-03"_s, {});
        m_file->task(u"No date"_s, fields::programme::entity, m_programme, {});
        m_file->task(u"Late"_s, fields::activity::entity, meeting, u"2007-02-14"_s);
        m_file->task(u"Soon"_s, fields::programme::entity, m_programme, u"2007-02-15"_s);
        m_file->task(u"Done"_s, fields::activity::entity, meeting, u"2007-01"_s, true);
        m_file->task(u"Of a person"_s, fields::person::entity, m_file->person(u"Ada"_s), u"2007-01"_s);
        QStringList said;
        for (const auto &each : read().tasks)
            said.append(each.text + (each.isOverdue ? u" overdue"_s : QString()));
        QCOMPARE(said.join(u", "_s), u"Late overdue, Soon, No date"_s);
    }

private:
    using Fields = std::vector<std::pair<QLatin1StringView, Value>>;

    QUuid activity(const QString &title, const QString &start, const QString &codes, Fields more = {})
    {
        more.push_back({fields::activity::programme, Value(m_programme)});
        return m_file->activity(title, start, codes, std::move(more));
    }
    ProgrammeBrief read() const { return programmeBrief(m_file->store(), m_programme, day); }
    QString levels() const
    {
        QStringList all;
        for (const auto &each : read().training)
            all.append(each.code + u' ' + (each.people ? QString::number(*each.people) : u"-"_s));
        return all.join(u", "_s);
    }

    static constexpr QDate day = QDate::fromJulianDay(2'454'147); // 15 February 2007
    std::unique_ptr<OutreachFile> m_file;
    QUuid m_programme;
    QUuid m_partner;
};

QTEST_GUILESS_MAIN(tst_ProgrammeBrief)
#include "tst_programmebrief.moc"
