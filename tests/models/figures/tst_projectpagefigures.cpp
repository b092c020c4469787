#include "models/figures/outreach.h"
#include "models/figures/projectpage.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;
using Progress = ProjectPageFigures::Progress;
using State = Progress::State;

Q_DECLARE_METATYPE(State)

// All that the page of one project shows.
class tst_ProjectPageFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
        m_file->addFellows();
    }

    void emptyProject()
    {
        const ProjectPageFigures figures = figuresOf(u"4F"_s);
        QCOMPARE(figures.indicators.size(), 1U); // fellows
        QCOMPARE(figures.indicators[0].state, State::NoTarget);
        QVERIFY(!figures.indicators[0].now); // unknown is not 0
        QCOMPARE(figures.reached, 0);
        QCOMPARE(figures.territories, 5); // AN BB GY KN TT exist on the day
        QVERIFY(figures.programmes.empty() && figures.latest.empty());
        QVERIFY(figures.next.empty() && figures.outcomes.empty());
    }

    void aSixthProjectWithoutIndicators()
    {
        m_file->create(fields::project::entity, OutreachFile::project(u"9Z"_s),
            {{fields::project::code, Value(u"9Z"_s)}, {fields::project::title, Value(u"Sixth"_s)}});
        m_file->activity(u"Visit"_s, u"2007-01-10"_s, u"GY"_s,
            {{fields::activity::projects, OutreachFile::projects(u"9Z"_s)}});
        const ProjectPageFigures figures = figuresOf(u"9Z"_s);
        QVERIFY(figures.indicators.empty());
        QCOMPARE(figures.latest.size(), 1U);
        QCOMPARE(figures.reached, 1);
    }

    void againstTargets_data()
    {
        QTest::addColumn<QString>("indicator");
        QTest::addColumn<Value>("wanted");
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("expected"); // state; now / wanted, with T when of territories
        QTest::addRow("a sum on the way") << u"ALS"_s << Value(5) << u"2007-12"_s << u"OnTheWay 3/5"_s;
        QTest::addRow("a sum reached") << u"ALS"_s << Value(3) << u"2007-12"_s << u"Met 3/3"_s;
        QTest::addRow("a sum late") << u"ALS"_s << Value(5) << u"2007-01"_s << u"Late 3/5"_s;
        QTest::addRow("due today is not late")
            << u"ALS"_s << Value(5) << u"2007-02-15"_s << u"OnTheWay 3/5"_s;
        QTest::addRow("so many territories") << u"GAC"_s << Value(2) << u"2007-12"_s << u"OnTheWay 1/2T"_s;
        QTest::addRow("a level in every territory")
            << u"GAC"_s << Value(u"observer"_s) << u"2007-12"_s << u"OnTheWay 2/5T"_s;
        QTest::addRow("nothing known") << u"ccNSO"_s << Value(4) << u"2007-12"_s << u"Unknown -/4T"_s;
        QTest::addRow("nothing known when it was due")
            << u"ccNSO"_s << Value(4) << u"2007-01"_s << u"Late -/4T"_s;
    }
    void againstTargets()
    {
        QFETCH(QString, indicator);
        QFETCH(Value, wanted);
        QFETCH(QString, due);
        m_file->observe(u"BB"_s, u"ALS"_s, u"2006-01-01"_s, Value(2));
        m_file->observe(u"GY"_s, u"ALS"_s, u"2006-01-01"_s, Value(1));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2006-01-01"_s, Value(u"represented"_s));
        m_file->observe(u"GY"_s, u"GAC"_s, u"2006-01-01"_s, Value(u"observer"_s));
        addTarget(indicator, wanted, due);
        const QString code = indicator == u"GAC"_s ? u"4A"_s : u"3C"_s;
        for (const Progress &each : figuresOf(code).indicators) {
            if (each.indicator.code != indicator)
                continue;
            const char *const states[] = {"NoTarget", "Unknown", "OnTheWay", "Met", "Late"};
            QTEST(u"%1 %2/%3%4"_s.arg(QString::fromLatin1(states[static_cast<int>(each.state)]),
                      each.now ? QString::number(*each.now) : u"-"_s,
                      QString::number(each.wanted.value_or(-1)), each.isOfTerritories ? u"T"_s : QString()),
                "expected");
            QCOMPARE(each.daysLate, each.state == State::Late ? 15 : 0);
            return;
        }
        QFAIL("the indicator is not there");
    }

    // What is due next counts; only without such a one the last that was.
    void ofSeveralTargets()
    {
        addTarget(u"ALS"_s, Value(1), u"2006"_s);
        addTarget(u"ALS"_s, Value(2), u"2006-12"_s);
        QCOMPARE(figuresOf(u"3C"_s).indicators[0].wanted, std::optional<qint64>(2));
        addTarget(u"ALS"_s, Value(9), u"2009"_s);
        addTarget(u"ALS"_s, Value(5), u"2007-12"_s);
        QCOMPARE(figuresOf(u"3C"_s).indicators[0].wanted, std::optional<qint64>(5));
        // A target of one territory is not the region's.
        m_file->add(fields::target::entity,
            {{fields::target::indicator, Value(TestFile::indicator(u"ALS"_s))},
                {fields::target::territory, Value(TestFile::territory(u"GY"_s))},
                {fields::target::value, target(Value(7), u"2007-03"_s)}});
        QCOMPARE(figuresOf(u"3C"_s).indicators[0].wanted, std::optional<qint64>(5));
    }

    void derivedReadingsCount()
    {
        m_file->participation(
            m_file->person(u"Canary"_s), participationStage::awarded, u"GY"_s, u"2007-01"_s);
        const ProjectPageFigures figures = figuresOf(u"4F"_s);
        QVERIFY(figures.indicators[0].isDerived);
        QCOMPARE(figures.indicators[0].now, std::optional<qint64>(1));
        QCOMPARE(figures.reached, 1);
    }

    void latestWithoutNames()
    {
        m_file->activity(u"Visit"_s, u"2007-01-10"_s, u"GY"_s,
            {{fields::activity::projects, OutreachFile::projects(u"4F"_s)},
                {fields::activity::headcount, Value(12)}});
        m_file->activity(u"Planned"_s, u"2007-03-10"_s, u"GY"_s,
            {{fields::activity::projects, OutreachFile::projects(u"4F"_s)}});
        m_file->activity(u"Cancelled"_s, u"2007-01-20"_s, u"GY"_s,
            {{fields::activity::projects, OutreachFile::projects(u"4F"_s)},
                {fields::activity::stage, Value(stageCode::cancelled)}});
        m_file->activity(u"Of another"_s, u"2007-01-20"_s, u"GY"_s,
            {{fields::activity::projects, OutreachFile::projects(u"1Q"_s)}});
        const QUuid programme = addProgramme(u"4F"_s, u"Fellowships"_s, stageCode::running);
        m_file->activity(u"Through the programme"_s, u"2007-02-01"_s, u"TT"_s,
            {{fields::activity::programme, Value(programme)}});
        m_file->agreement(agreementKind::mou, agreementStage::isSigned, u"GY"_s, u"2007-01-15"_s, {},
            {{fields::agreement::project, Value(OutreachFile::project(u"4F"_s))}});
        m_file->participation(m_file->person(u"Canary"_s), participationStage::awarded, u"GY"_s,
            u"2007-02-10"_s, {{fields::participation::round, Value(u"Round D"_s)}});
        const ProjectPageFigures figures = figuresOf(u"4F"_s);
        QStringList dates;
        for (const auto &each : figures.latest) {
            dates += each.date.toIso();
            QVERIFY(!each.title.contains(u"Canary"_s));
        }
        QCOMPARE(dates, (QStringList{u"2007-02-10"_s, u"2007-02-01"_s, u"2007-01-15"_s, u"2007-01-10"_s}));
        QCOMPARE(figures.latest[0].stage, QString(participationStage::awarded));
        QCOMPARE(figures.latest[3].number, Value(12));
        // Of another project nothing of it.
        QCOMPARE(figuresOf(u"1Q"_s).latest.size(), 1U);
    }

    void atMostSoMany()
    {
        for (int i = 1; i <= 12; ++i)
            m_file->activity(u"Call %1"_s.arg(i), u"2007-01-%1"_s.arg(i, 2, 10, QChar(u'0')), {},
                {{fields::activity::projects, OutreachFile::projects(u"1Q"_s)},
                    {fields::activity::outcome, Value(u"Words %1"_s.arg(i))}});
        const ProjectPageFigures figures = figuresOf(u"1Q"_s);
        QCOMPARE(figures.latest.size(), ProjectPageFigures::mostLatest);
        QCOMPARE(figures.latest[0].title, u"Call 12"_s);
        QCOMPARE(figures.outcomes.size(), ProjectPageFigures::mostOutcomes);
        QCOMPARE(figures.outcomes[0].words, u"Words 12"_s);
        QCOMPARE(figures.outcomes[0].title, u"Call 12"_s);
    }

    void nextSteps()
    {
        m_file->activity(u"Soon"_s, u"2007-02-20"_s, u"GY"_s,
            {{fields::activity::projects, OutreachFile::projects(u"1Q"_s)}});
        m_file->activity(u"Elsewhere"_s, u"2007-02-20"_s, u"GB"_s,
            {{fields::activity::projects, OutreachFile::projects(u"1Q"_s)}});
        m_file->activity(u"Of another"_s, u"2007-02-20"_s, u"GY"_s,
            {{fields::activity::projects, OutreachFile::projects(u"3C"_s)}});
        const QUuid programme = addProgramme(u"1Q"_s, u"Training"_s, stageCode::running);
        m_file->add(fields::task::entity,
            {{fields::task::text, Value(u"Overdue"_s)},
                {fields::task::due, OutreachFile::on(u"2007-01-20"_s)},
                {fields::task::of,
                    Value(Value::Parts{
                        {u"entity"_s, Value(fields::programme::entity)}, {u"row"_s, Value(programme)}})}});
        QStringList titles;
        for (const AgendaItem &item : figuresOf(u"1Q"_s).next)
            titles += item.title;
        QCOMPARE(titles, (QStringList{u"Overdue"_s, u"Soon"_s}));
    }

    void programmesByStage()
    {
        addProgramme(u"1Q"_s, u"Done"_s, stageCode::done);
        addProgramme(u"1Q"_s, u"Idea"_s, stageCode::idea);
        addProgramme(u"1Q"_s, u"Running"_s, stageCode::running);
        addProgramme(u"3C"_s, u"Of another"_s, stageCode::running);
        QStringList titles;
        for (const auto &each : figuresOf(u"1Q"_s).programmes)
            titles += each.title;
        QCOMPARE(titles, (QStringList{u"Running"_s, u"Idea"_s, u"Done"_s}));
    }

    void figureOfOneProject()
    {
        const OutreachFigure &activities = *outreachFigure("activities");
        const auto add = [&](const QString &date, const QString &codes, const QString &projects) {
            m_file->activity(
                u"Call"_s, date, codes, {{fields::activity::projects, OutreachFile::projects(projects)}});
        };
        add(u"2007-01-10"_s, u"GY TT"_s, u"1Q 3C"_s);
        add(u"2006-01-10"_s, u"GY"_s, u"1Q"_s);
        add(u"2004-01-10"_s, u"BB"_s, u"1Q"_s); // long ago
        add(u"2007-01-11"_s, u"KN"_s, u"3C"_s); // of another
        add(u"2007-01-12"_s, u"GB"_s, u"1Q"_s); // elsewhere
        add(u"2007-03-12"_s, u"AN"_s, u"1Q"_s); // to come
        const ProjectFigure made = projectFigure(
            m_file->store(), activities, OutreachFile::project(u"1Q"_s), m_file->readRegion(), day);
        QCOMPARE(made.numbers,
            (QHash<QUuid, qint64>{{TestFile::territory(u"GY"_s), 2}, {TestFile::territory(u"TT"_s), 1},
                {TestFile::territory(u"BB"_s), 1}}));
        QCOMPARE(made.total, std::optional<qint64>(3)); // one was in two territories
        QCOMPARE(made.of, 5);
        QCOMPARE(made.silent,
            (std::vector{
                TestFile::territory(u"AN"_s), TestFile::territory(u"BB"_s), TestFile::territory(u"KN"_s)}));
    }

    void figureOfNothing()
    {
        const ProjectFigure made = projectFigure(m_file->store(), *outreachFigure("awards"),
            OutreachFile::project(u"4F"_s), m_file->readRegion(), day);
        QVERIFY(made.numbers.isEmpty() && !made.total);
        QCOMPARE(made.silent.size(), 5U);
    }

private:
    ProjectPageFigures figuresOf(const QString &code) const
    {
        const std::vector<Project> all = projects(m_file->store());
        return projectPageFigures(
            m_file->store(), *findProject(all, OutreachFile::project(code)), m_file->readRegion(), day);
    }
    static Value target(const Value &wanted, const QString &due)
    {
        return Value(Value::Parts{{u"due"_s, OutreachFile::on(due)}, {u"value"_s, wanted}});
    }
    void addTarget(const QString &indicator, const Value &wanted, const QString &due)
    {
        m_file->add(fields::target::entity,
            {{fields::target::indicator, Value(TestFile::indicator(indicator))},
                {fields::target::value, target(wanted, due)}});
    }
    QUuid addProgramme(const QString &project, const QString &title, QLatin1StringView stage)
    {
        namespace f = fields::programme;
        return m_file->add(f::entity,
            {{f::project, Value(OutreachFile::project(project))}, {f::title, Value(title)},
                {f::stage, Value(stage)}});
    }

    const QDate day{2007, 2, 15};
    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_ProjectPageFigures)
#include "tst_projectpagefigures.moc"
