#include "models/domain/decimal.h"
#include "models/reports/boardreport.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What the board report says of what was done, a section a project.
class tst_OutreachSections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
    }

    void noneWhereNothingIsOnRecord()
    {
        QCOMPARE(report().sections.size(), 1U);
        m_file->person(u"Ada Canary"_s);
        QCOMPARE(report().sections.size(), 1U);
    }

    void aSectionAProject()
    {
        fill();
        const Report paper = report();
        QStringList titles;
        for (const report::Section &section : paper.sections)
            titles.append(
                section.title + (section.begins == report::Section::Begins::Here ? u" +"_s : QString()));
        // By code: the test file gives its projects no position.
        QCOMPARE(titles,
            (QStringList{u"The board"_s, u"1Q Training"_s, u"3C Regional presence +"_s, u"4A Government +"_s,
                u"4H Regional network +"_s}));
        QCOMPARE(sectionOf(paper, u"4A"_s).lead,
            u"No programme is on record, and nothing that was done from 16 Feb 2006 to 15 Feb 2007."_s);
        QVERIFY(sectionOf(paper, u"4A"_s).blocks.empty());
    }

    void tables_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QStringList>("rows");
        QTest::addRow("figures of a training")
            << u"1Q"_s << u"What was done"_s
            << QStringList{u"Activities | 2 | BB 2, GY 1"_s, u"Participants | 1,240 | BB 1,240, GY 40"_s,
                   u"People trained | 1 | BB 1"_s};
        QTest::addRow("programmes")
            << u"1Q"_s << u"Programmes"_s
            << QStringList{u"Courses | running | 2 | USD 18,000.50 | Feb 2007 | 3 Mar 2007"_s};
        QTest::addRow("activities, the newest first")
            << u"1Q"_s << u"Activities"_s
            << QStringList{u"Feb 2007 | Second course | – | BB | 1,200"_s,
                   u"9 Oct 2006 | Course | training | BB GY | 40"_s};
        QTest::addRow("agreements in force, however old")
            << u"4H"_s << u"Agreements in force"_s << QStringList{u"2001 | MoU | Registry | BB | –"_s};
        QTest::addRow("nothing done, but a programme without anything")
            << u"3C"_s << u"Programmes"_s << QStringList{u"Visits | – | – | – | – | –"_s};
        QTest::addRow("no table of nothing") << u"3C"_s << u"Activities"_s << QStringList();
    }
    void tables()
    {
        QFETCH(QString, project);
        QFETCH(QString, heading);
        fill();
        const Report paper = report();
        QTEST(rowsOf(sectionOf(paper, project), heading), "rows");
    }

    void sinceADay()
    {
        fill();
        const Report paper = report(QDate(2007, 1, 1));
        const report::Section &section = sectionOf(paper, u"1Q"_s);
        QCOMPARE(section.lead, u"From 1 Jan 2007 to 15 Feb 2007."_s);
        QCOMPARE(rowsOf(section, u"Activities"_s).size(), 1);
        QCOMPARE(rowsOf(section, u"What was done"_s).front(), u"Activities | 1 | BB 1"_s);
        QCOMPARE(rowsOf(sectionOf(paper, u"4H"_s), u"Agreements in force"_s).size(), 1);
    }

    void theRegionsOwn()
    {
        fill();
        const Report paper = report({}, u"Pair"_s); // Trinidad and Guyana
        QCOMPARE(rowsOf(sectionOf(paper, u"1Q"_s), u"Activities"_s).size(), 1);
        QCOMPARE(rowsOf(sectionOf(paper, u"1Q"_s), u"What was done"_s).front(), u"Activities | 1 | GY 1"_s);
        QVERIFY(rowsOf(sectionOf(paper, u"4H"_s), u"Agreements in force"_s).isEmpty());
    }

    void noPersonIsNamed()
    {
        fill();
        QString all;
        for (const report::Section &section : report().sections) {
            all += section.title + section.lead;
            for (const report::Block &block : section.blocks) {
                if (const auto *grid = std::get_if<report::Grid>(&block))
                    all += rowsOf(section, grid->heading).join(u'\n');
            }
        }
        QVERIFY(all.contains(u"Course"_s));
        QVERIFY2(!all.contains(u"Canary"_s), qPrintable(all));
    }

    void manyActivitiesAreCounted()
    {
        for (int i = 0; i < 45; ++i)
            m_file->activity(u"Call %1"_s.arg(i, 2, 10, QLatin1Char('0')),
                u"2007-01-%1"_s.arg(i / 2 + 1, 2, 10, QLatin1Char('0')), u"BB"_s,
                {{fields::activity::projects, OutreachFile::projects(u"3C"_s)}});
        const Report paper = report();
        const report::Section &section = sectionOf(paper, u"3C"_s);
        QCOMPARE(rowsOf(section, u"Activities"_s).size(), 40);
        QVERIFY(rowsOf(section, u"Activities"_s).front().startsWith(u"23 Jan 2007"_s));
        QCOMPARE(std::get<report::Grid>(section.blocks.back()).rest, u"and 5 earlier ones"_s);
        QCOMPARE(rowsOf(section, u"What was done"_s).front(), u"Activities | 45 | BB 45"_s);
    }

    // Where nobody stated it, and where somebody stated something else.
    void derivedOnTheBoard()
    {
        m_file->organisation(u"Users"_s, organisationKind::als, u"BB GY"_s, u"2006"_s);
        m_file->observe(u"GY"_s, u"ALS"_s, u"2007-01-01"_s, Value(3), u"a call"_s);
        const Report paper = report();
        const auto &table = std::get<report::BoardTable>(paper.sections.front().blocks.front());
        QCOMPARE(table.rows[1].cells[0].text + table.rows[1].cells[0].sign, u"1Σ"_s);
        QCOMPARE(table.rows[2].cells[0].text + table.rows[2].cells[0].sign, u"3"_s);
        const auto &notes = std::get<report::Footnotes>(paper.sections.front().blocks.back()).notes;
        const auto noteOf = [&](const QString &mark) {
            for (const report::Footnotes::Note &note : notes) {
                if (note.mark == mark)
                    return note.text;
            }
            return QString();
        };
        QCOMPARE(noteOf(u"Σ"_s), u"read from records of the file; nobody stated it."_s);
        QCOMPARE(noteOf(table.rows[2].cells[0].mark), u"Records of the file say 1."_s);
        QCOMPARE(std::get<report::Paragraph>(paper.cover.blocks.back()).text,
            u"Sources of the values: a call; records of the file. Certainty: 1 reported, 1 read from records of the file."_s);
    }

private:
    Report report(QDate since = {}, const QString &region = {})
    {
        return boardReport(m_file->store(),
            {m_file->readRegion(region), QDate(2007, 2, 15), QLocale(u"en_GB"_s), u"Ann"_s, since});
    }
    static const report::Section &sectionOf(const Report &paper, const QString &project)
    {
        for (const report::Section &section : paper.sections) {
            if (section.title.startsWith(project))
                return section;
        }
        qFatal("no section of %s", qPrintable(project));
    }
    static QStringList rowsOf(const report::Section &section, const QString &heading)
    {
        QStringList lines;
        for (const report::Block &block : section.blocks) {
            const auto *grid = std::get_if<report::Grid>(&block);
            if (!grid || grid->heading != heading)
                continue;
            for (const std::vector<QString> &row : grid->rows) {
                if (row.size() == grid->columns.size())
                    lines.append(
                        QStringList(row.begin(), row.end()).join(u" | "_s).replace(QChar::Nbsp, u' '));
            }
        }
        return lines;
    }

    void fill()
    {
        namespace a = fields::activity;
        namespace p = fields::programme;
        const QUuid courses = m_file->add(p::entity,
            {{p::title, Value(u"Courses"_s)}, {p::project, Value(OutreachFile::project(u"1Q"_s))},
                {p::stage, Value(stageCode::running)}, {p::territories, OutreachFile::places(u"BB GY"_s)},
                {p::budget, parseMoney(u"USD 18000.50"_s).value()}, {p::owner, Value(u"Ada Canary"_s)}});
        m_file->add(
            p::entity, {{p::title, Value(u"Visits"_s)}, {p::project, Value(OutreachFile::project(u"3C"_s))}});
        const Value training = OutreachFile::projects(u"1Q"_s);
        const QUuid course = m_file->activity(u"Course"_s, u"2006-10-09"_s, u"BB GY"_s,
            {{a::programme, Value(courses)}, {a::projects, training}, {a::headcount, Value(40)},
                {a::kind, Value(activityKind::training)}});
        m_file->activity(u"Second course"_s, u"2007-02"_s, u"BB"_s,
            {{a::programme, Value(courses)}, {a::projects, training}, {a::headcount, Value(1200)}});
        m_file->activity(u"Third course"_s, u"2007-03-03"_s, u"BB"_s,
            {{a::programme, Value(courses)}, {a::projects, training}});
        const QUuid registry = m_file->organisation(u"Registry"_s, organisationKind::cctldManager, u"BB"_s);
        const QUuid ada = m_file->person(u"Ada Canary"_s);
        m_file->affiliate(ada, registry);
        m_file->attend(course, ada, QString(trainingLevel::first));
        m_file->agreement(agreementKind::mou, agreementStage::isSigned, u"BB"_s, u"2001"_s, {},
            {{fields::agreement::project, Value(OutreachFile::project(u"4H"_s))},
                {fields::agreement::organisation, Value(registry)}});
    }

    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_OutreachSections)
#include "tst_outreachsections.moc"
