#include "models/figures/contactbrief.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// Who is where, and what was last done with them.
class tst_ContactBrief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
        namespace f = fields::person;
        m_ada = m_file->add(f::entity,
            {{f::name, Value(u"Ada"_s)}, {f::email, Value(u"ada@example.org"_s)},
                {f::phone, Value(u"+1 246"_s)}, {f::territory, Value(OutreachFile::territory(u"BB"_s))},
                {f::consent, Value(true)}, {f::consented, OutreachFile::on(u"2006"_s)}});
        m_registry = m_file->organisation(u"Registry"_s, organisationKind::cctldManager, u"BB GY"_s);
        m_users = m_file->organisation(u"Users"_s, organisationKind::als, u"TT"_s);
        m_then = m_file->affiliate(m_ada, m_users, u"2001"_s, u"2005"_s);
        m_now = m_file->affiliate(m_ada, m_registry, u"2006-01"_s);
    }

    void somebodyWhoIsNotOnFile()
    {
        QCOMPARE(personBrief(m_file->store(), QUuid::createUuid(), day).name, QString());
        QCOMPARE(organisationBrief(m_file->store(), QUuid::createUuid(), day).name, QString());
        m_file->remove(fields::person::entity, m_ada);
        QCOMPARE(personBrief(m_file->store(), m_ada, day).name, QString());
        QVERIFY(organisationBrief(m_file->store(), m_registry, day).roles.empty());
    }

    void howToReachThem()
    {
        const ContactBrief ada = person();
        QVERIFY(ada.isPerson);
        QCOMPARE(ada.email, u"ada@example.org"_s);
        QCOMPARE(ada.phone, u"+1 246"_s);
        QCOMPARE(ada.consent, std::optional(true));
        QCOMPARE(ada.consented.toIso(), u"2006"_s);
        const QUuid bob = m_file->person(u"Bob"_s);
        QVERIFY(!personBrief(m_file->store(), bob, day).consent); // nobody said is not no
        QVERIFY(!organisation(m_registry).isPerson);
        QCOMPARE(organisation(m_registry).kind, QString(organisationKind::cctldManager));
    }

    void rolesOverTime()
    {
        QCOMPARE(roles(person()), u"Registry now, Users"_s);
        QCOMPARE(roles(personBrief(m_file->store(), m_ada, QDate(2003, 1, 1))), u"Users now, Registry"_s);
        QCOMPARE(places(person()), u"BB GY"_s); // of the organisations she is at now
        QCOMPARE(places(personBrief(m_file->store(), m_ada, QDate(2003, 1, 1))), u"BB TT"_s);
        QCOMPARE(roles(organisation(m_users)), u"Ada"_s);
        QCOMPARE(person().roles.front().affiliation, m_now);
        QCOMPARE(person().roles.back().affiliation, m_then);
    }

    void whatWasDoneTogether()
    {
        m_file->attend(m_file->activity(u"Course"_s, u"2006-09"_s, {}), m_ada, QString(trainingLevel::first));
        m_file->attend(m_file->activity(u"Old"_s, u"2003"_s, {}), m_ada);
        m_file->attend(m_file->activity(u"No date"_s, {}, {}), m_ada);
        m_file->attend(m_file->activity(u"Off"_s, u"2007-01"_s, {},
                           {{fields::activity::stage, Value(stageCode::cancelled)}}),
            m_ada);
        m_file->participation(m_ada, participationStage::awarded, u"BB"_s, u"2007-01"_s,
            {{fields::participation::round, Value(u"Round D"_s)}});
        QCOMPARE(events(person()),
            u"participation 2007-01 awarded, Course 2006-09 first technical level, Old 2003 , No date  "_s);
        // Of an organisation what was done while somebody was there; how many of them came does not matter.
        const QUuid bob = m_file->person(u"Bob"_s);
        m_file->affiliate(bob, m_registry);
        const QUuid both = m_file->activity(u"Both"_s, u"2007-02-01"_s, {});
        m_file->attend(both, m_ada);
        m_file->attend(both, bob);
        m_file->agreement(agreementKind::mou, agreementStage::isSigned, u"BB"_s, u"2006-05"_s, {},
            {{fields::agreement::organisation, Value(m_registry)}});
        QCOMPARE(events(organisation(m_registry)),
            u"Both 2007-02-01 , participation 2007-01 awarded, Course 2006-09 first technical level, agreement 2006-05 signed, No date  "_s);
        QCOMPARE(events(organisation(m_users)), u"Old 2003 , No date  "_s);
    }

    void openTasks()
    {
        m_file->task(u"Send slides"_s, fields::person::entity, m_ada, u"2007-01"_s);
        m_file->task(u"Done"_s, fields::person::entity, m_ada, u"2007-01"_s, true);
        QCOMPARE(person().tasks.size(), 1U);
        QVERIFY(person().tasks.front().isOverdue);
        QVERIFY(organisation(m_registry).tasks.empty());
    }

private:
    ContactBrief person() const { return personBrief(m_file->store(), m_ada, day); }
    ContactBrief organisation(QUuid id) const { return organisationBrief(m_file->store(), id, day); }
    static QString roles(const ContactBrief &brief)
    {
        QStringList all;
        for (const auto &each : brief.roles)
            all.append(each.name + (each.isNow ? u" now"_s : QString()));
        return all.join(u", "_s);
    }
    QString places(const ContactBrief &brief) const
    {
        QStringList all;
        for (const QUuid &each : brief.territories)
            all.append(m_file->store().keyOf(fields::territory::entity, each));
        return all.join(u' ');
    }
    static QString events(const ContactBrief &brief)
    {
        QStringList all;
        for (const auto &each : brief.events)
            all.append(u"%1 %2 %3"_s.arg(each.entity == fields::activity::entity ? each.title : each.entity,
                each.date.toIso(), each.extra));
        return all.join(u", "_s);
    }

    static constexpr QDate day = QDate::fromJulianDay(2'454'147); // 15 February 2007
    std::unique_ptr<OutreachFile> m_file;
    QUuid m_ada;
    QUuid m_registry;
    QUuid m_users;
    QUuid m_then;
    QUuid m_now;
};

QTEST_GUILESS_MAIN(tst_ContactBrief)
#include "tst_contactbrief.moc"
