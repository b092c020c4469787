#include "models/items/agendafilter.h"
#include "tests/models/items/agendaitems.h"

#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

// Which items of the agenda are looked at.
class tst_AgendaFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void shows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind"); // -1: all
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("territory");
        QTest::addColumn<QString>("region"); // codes; "": all
        QTest::addColumn<QString>("expected");
        const QString none;
        constexpr int all = -1;
        QTest::addRow("all") << none << all << none << none << none << u"Café Talk MoU Call"_s;
        QTest::addRow("beginning of a word, without its accent")
            << u"cafe"_s << all << none << none << none << u"Café"_s;
        QTest::addRow("not the middle of a word") << u"afe"_s << all << none << none << none << none;
        QTest::addRow("words of what is shown") << u"expi mou"_s << all << none << none << none << u"MoU"_s;
        QTest::addRow("a kind") << none << int(AgendaItem::Kind::AgreementExpires) << none << none << none
                                << u"MoU"_s;
        QTest::addRow("a project, of several") << none << all << u"P2"_s << none << none << u"Talk"_s;
        QTest::addRow("a territory") << none << all << none << u"GY"_s << none << u"Talk MoU"_s;
        QTest::addRow("a region, with what is nowhere in particular")
            << none << all << none << none << u"TT"_s << u"Café Talk Call"_s;
        QTest::addRow("all of it") << u"t"_s << int(AgendaItem::Kind::Activity) << u"P1"_s << u"TT"_s
                                   << u"TT"_s << u"Talk"_s;
    }
    void shows()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, project);
        QFETCH(QString, territory);
        QFETCH(QString, region);
        AgendaItem talk = agendaItem(u"Talk"_s, u"2007-02-16"_s);
        talk.projects = {agendaRow(u"P1"_s), agendaRow(u"P2"_s)};
        talk.territories = {agendaRow(u"GY"_s), agendaRow(u"TT"_s)};
        AgendaItem mou = agendaItem(AgendaItem::Kind::AgreementExpires, u"MoU"_s, u"2007-03"_s);
        mou.territories = {agendaRow(u"GY"_s)};
        AgendaItem call = agendaItem(AgendaItem::Kind::TaskDue, u"Call"_s, u"2007"_s);
        call.projects = {agendaRow(u"P1"_s)};
        const std::vector items{agendaItem(u"Café"_s, u"2007-02-15"_s), talk, mou, call};

        AgendaFilter filter;
        filter.text = text;
        if (kind >= 0)
            filter.kind = static_cast<AgendaItem::Kind>(kind);
        if (!project.isEmpty())
            filter.project = agendaRow(project);
        if (!territory.isEmpty())
            filter.territory = agendaRow(territory);
        if (!region.isEmpty()) {
            filter.region = Region();
            filter.region->members.push_back({agendaRow(region)});
        }
        QStringList titles;
        for (const AgendaItem &item : filter.shown(items))
            titles += item.title;
        QTEST(titles.join(u' '), "expected");
    }
};

QTEST_GUILESS_MAIN(tst_AgendaFilter)
#include "tst_agendafilter.moc"
