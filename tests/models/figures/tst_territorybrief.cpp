#include "models/figures/territorybrief.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// Whom to speak to, what was done last, what binds, what comes next.
class tst_TerritoryBrief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
    }

    void nothingOnFile()
    {
        const TerritoryBrief brief = read(u"BB"_s);
        QVERIFY(brief.organisations.empty() && brief.others.empty() && brief.last.empty()
            && brief.next.empty() && brief.agreements.empty() && brief.tasks.empty());
    }

    void peopleAreWhereTheyAreOnTheDay_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("who");
        const QString none;
        QTest::addRow("always") << none << none << u"Registry[Ada]"_s;
        QTest::addRow("since that day") << u"2007-02-15"_s << none << u"Registry[Ada]"_s;
        QTest::addRow("since the day after") << u"2007-02-16"_s << none << u"Registry[]"_s;
        QTest::addRow("to that day") << none << u"2007-02-15"_s << u"Registry[Ada]"_s;
        QTest::addRow("to the month") << none << u"2007-02"_s << u"Registry[Ada]"_s;
        QTest::addRow("to the day before") << none << u"2007-02-14"_s << u"Registry[]"_s;
    }
    void peopleAreWhereTheyAreOnTheDay()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        m_file->affiliate(m_file->person(u"Ada"_s),
            m_file->organisation(u"Registry"_s, organisationKind::cctldManager, u"BB GY"_s), from, to);
        QTEST(who(read(u"BB"_s)), "who");
        QCOMPARE(who(read(u"GY"_s)), who(read(u"BB"_s)));
        QCOMPARE(who(read(u"TT"_s)), QString());
    }

    void aPersonOfTheTerritoryAlone()
    {
        namespace f = fields::person;
        const QUuid bob = m_file->add(
            f::entity, {{f::name, Value(u"Bob"_s)}, {f::territory, Value(OutreachFile::territory(u"BB"_s))}});
        QCOMPARE(who(read(u"BB"_s)), u"Bob"_s);
        m_file->affiliate(bob, m_file->organisation(u"Registry"_s, organisationKind::als, u"BB"_s));
        QCOMPARE(who(read(u"BB"_s)), u"Registry[Bob]"_s); // once
        m_file->remove(f::entity, bob);
        QCOMPARE(who(read(u"BB"_s)), u"Registry[]"_s);
    }

    void whatWasLastAndWhatComesNext()
    {
        m_file->activity(u"Old"_s, u"2005"_s, u"BB"_s);
        m_file->activity(u"Today"_s, u"2007-02-15"_s, u"BB GY"_s);
        m_file->activity(u"Later"_s, u"2007-06"_s, u"BB"_s);
        m_file->activity(u"Soon"_s, u"2007-02-16"_s, u"BB"_s);
        m_file->activity(
            u"Off"_s, u"2007-01"_s, u"BB"_s, {{fields::activity::stage, Value(stageCode::cancelled)}});
        m_file->activity(u"No date"_s, {}, u"BB"_s);
        const QUuid abroad = m_file->activity(u"Abroad"_s, u"2006-05"_s, u"TT"_s);
        const QUuid ada = m_file->person(u"Ada"_s);
        m_file->affiliate(ada, m_file->organisation(u"Registry"_s, organisationKind::als, u"BB"_s));
        m_file->attend(abroad, ada);
        const TerritoryBrief brief = read(u"BB"_s);
        QCOMPARE(titles(brief.last), u"Today, Abroad (elsewhere), Old"_s);
        QCOMPARE(titles(brief.next), u"Soon, Later"_s);
        QCOMPARE(titles(read(u"BB"_s, 2).last), u"Today, Abroad (elsewhere)"_s);
        QCOMPARE(titles(read(u"GY"_s).last), u"Today"_s);
    }

    void whatBindsFirst()
    {
        m_file->agreement(agreementKind::af, agreementStage::isSigned, u"BB"_s, u"2001"_s, u"2006"_s);
        m_file->agreement(agreementKind::mou, agreementStage::isSigned, u"BB GY"_s, u"2005"_s);
        m_file->agreement(agreementKind::eol, agreementStage::renewed, u"BB"_s, u"2006-05"_s, u"2009"_s);
        m_file->agreement(agreementKind::mou, agreementStage::drafting, u"BB"_s);
        QStringList said;
        for (const auto &each : read(u"BB"_s).agreements)
            said.append(
                each.stage + u' ' + each.signedOn.toIso() + (each.isExpired ? u" expired"_s : QString()));
        QCOMPARE(said.join(u", "_s), u"renewed 2006-05, signed 2005, drafting , signed 2001 expired"_s);
    }

    void tasksAboutItAndItsPeople()
    {
        const QUuid registry = m_file->organisation(u"Registry"_s, organisationKind::als, u"BB"_s);
        const QUuid ada = m_file->person(u"Ada"_s);
        m_file->affiliate(ada, registry);
        m_file->task(u"No date"_s, fields::territory::entity, OutreachFile::territory(u"BB"_s), {});
        m_file->task(u"Late"_s, fields::organisation::entity, registry, u"2007-02-14"_s);
        m_file->task(u"Soon"_s, fields::person::entity, ada, u"2007-03"_s);
        m_file->task(u"Done"_s, fields::organisation::entity, registry, u"2007-01"_s, true);
        m_file->task(
            u"Of another"_s, fields::territory::entity, OutreachFile::territory(u"GY"_s), u"2007-01"_s);
        m_file->task(u"Of a talk"_s, fields::activity::entity,
            m_file->activity(u"Talk"_s, u"2007-01"_s, u"BB"_s), u"2007-04"_s);
        QStringList said;
        for (const auto &each : read(u"BB"_s).tasks)
            said.append(each.about + u':' + each.text + (each.isOverdue ? u"!"_s : QString()));
        QCOMPARE(said.join(u' '), u"Registry:Late! Ada:Soon Talk:Of a talk :No date"_s);
    }

private:
    TerritoryBrief read(const QString &code, int most = 5) const
    {
        return territoryBrief(m_file->store(), OutreachFile::territory(code), QDate(2007, 2, 15), most);
    }
    static QString who(const TerritoryBrief &brief)
    {
        QStringList all;
        const auto names = [](const std::vector<TerritoryBrief::Person> &people) {
            QStringList each;
            for (const auto &person : people)
                each.append(person.name);
            return each.join(u' ');
        };
        for (const auto &each : brief.organisations)
            all.append(each.name + u'[' + names(each.people) + u']');
        if (!brief.others.empty())
            all.append(names(brief.others));
        return all.join(u' ');
    }
    static QString titles(const std::vector<TerritoryBrief::Contact> &contacts)
    {
        QStringList all;
        for (const auto &each : contacts)
            all.append(each.title + (each.isElsewhere ? u" (elsewhere)"_s : QString()));
        return all.join(u", "_s);
    }
    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_TerritoryBrief)
#include "tst_territorybrief.moc"
