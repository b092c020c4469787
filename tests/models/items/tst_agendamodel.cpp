#include "models/items/agendamodel.h"
#include "models/items/roles.h"
#include "tests/models/items/agendaitems.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;
using Kind = AgendaItem::Kind;

// The agenda as a list by when things are due.
class tst_AgendaModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void groups_data()
    {
        QTest::addColumn<AgendaItem>("item");
        QTest::addColumn<QString>("expected"); // the group's place; the date; how late
        QTest::addRow("overdue") << agendaItem(Kind::TaskDue, u"A"_s, u"2007-02-07"_s, true)
                                 << u"0: 7 Feb, 8 days"_s;
        QTest::addRow("overdue since the day before yesterday")
            << agendaItem(Kind::TaskDue, u"A"_s, u"2007-02-13"_s, true) << u"0: 13 Feb, 2 days"_s;
        QTest::addRow("a month, overdue")
            << agendaItem(Kind::TargetDue, u"A"_s, u"2007-01"_s, true) << u"0: Jan 2007, 15 days"_s;
        QTest::addRow("today") << agendaItem(u"A"_s, u"2007-02-15"_s) << u"1: 15 Feb, "_s;
        QTest::addRow("goes on today")
            << agendaItem(u"A"_s, u"2007-02-14"_s, u"2007-02-16"_s) << u"1: 14–16 Feb, "_s;
        QTest::addRow("some day of this month") << agendaItem(u"A"_s, u"2007-02"_s) << u"2: Feb 2007, "_s;
        QTest::addRow("in 14 days") << agendaItem(u"A"_s, u"2007-03-01"_s) << u"2: 1 Mar, "_s;
        QTest::addRow("in 15 days") << agendaItem(u"A"_s, u"2007-03-02"_s) << u"3: 2 Mar, "_s;
        QTest::addRow("over the end of a month")
            << agendaItem(u"A"_s, u"2007-02-27"_s, u"2007-03-02"_s) << u"2: 27 Feb – 2 Mar, "_s;
        QTest::addRow("this year") << agendaItem(Kind::TaskDue, u"A"_s, u"2007"_s) << u"3: 2007, "_s;
        QTest::addRow("next year") << agendaItem(u"A"_s, u"2008-01-10"_s) << u"3: 10 Jan 2008, "_s;
        QTest::addRow("an agreement")
            << agendaItem(Kind::AgreementExpires, u"A"_s, u"2007-02-20"_s) << u"4: 20 Feb, "_s;
        QTest::addRow("an agreement that has expired")
            << agendaItem(Kind::AgreementExpires, u"A"_s, u"2007-02-13"_s, true) << u"4: 13 Feb, 2 days"_s;
    }
    void groups()
    {
        QFETCH(AgendaItem, item);
        AgendaModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setItems({item}, today, agendaNames());
        QCOMPARE(model.rowCount(), 5);
        QString found;
        for (int group = 0; group < model.rowCount(); ++group) {
            const QModelIndex parent = model.index(group, 0);
            QCOMPARE(model.rowCount(parent), 1);
            const QModelIndex index = model.index(0, 0, parent);
            if (parent.data(AgendaModel::CountRole).toInt() == 0) {
                QVERIFY(!model.item(index) && index.data().toString() == u"None on file."_s);
                continue;
            }
            QVERIFY(found.isEmpty());
            QCOMPARE(*model.item(index), item);
            found = u"%1: %2, %3"_s.arg(group).arg(
                index.data(DateTextRole).toString(), index.data(AgendaModel::LateTextRole).toString());
        }
        QTEST(found, "expected");
    }

    void whatIsDoneIsNotToCome()
    {
        AgendaItem item = agendaItem(u"A"_s, u"2007-02-15"_s);
        item.isDone = true;
        AgendaModel model;
        model.setItems({item}, today, agendaNames());
        QCOMPARE(model.groupIndex(AgendaModel::Group::Today).data(AgendaModel::CountRole).toInt(), 0);
    }

    void saysAllOfIt()
    {
        AgendaItem item = agendaItem(u"Talk"_s, u"2007-02-16"_s);
        item.projects = {agendaRow(u"P2"_s), agendaRow(u"P1"_s), agendaRow(u"gone"_s)};
        item.territories = {agendaRow(u"TT"_s), agendaRow(u"GY"_s), agendaRow(u"TT"_s)};
        item.certainty = QString(certaintyCode::assumed);
        AgendaModel model;
        model.setItems(
            {item, agendaItem(Kind::TaskDue, u"Slides"_s, u"2007-02-07"_s, true)}, today, agendaNames());
        QCOMPARE(
            model.groupIndex(AgendaModel::Group::Today).data().toString(), u"Today, Thursday 15 February"_s);
        QCOMPARE(model.groupIndex(AgendaModel::Group::Overdue).data(Qt::AccessibleTextRole).toString(),
            u"Overdue: 1"_s);
        const QModelIndex talk = model.find(item.row);
        QCOMPARE(talk.data(Qt::AccessibleTextRole).toString(), u"16 Feb, Talk, P1, P2, GY, TT, assumed"_s);
        QCOMPARE(talk.data(CodeRole).toString(), u"P1"_s);
        QCOMPARE(talk.data(ColourLightRole).toString(), u"#123456"_s);
        QCOMPARE(talk.data(AgendaModel::PlacesRole).toString(), u"GY TT"_s);
        QCOMPARE(model.find(agendaRow(u"Slides"_s)).data(Qt::AccessibleTextRole).toString(),
            u"7 Feb, Slides, 8 days late"_s);
        QVERIFY(!model.find(agendaRow(u"gone"_s)).isValid());
        QVERIFY(talk.flags().testFlag(Qt::ItemIsSelectable));
        QVERIFY(!model.groupIndex(AgendaModel::Group::Later).flags().testFlag(Qt::ItemIsSelectable));
    }

    // A title is data, never markup in a tooltip; one that may not be shown leaves the kind.
    void oddTitles()
    {
        AgendaModel model;
        AgendaItem hidden = agendaItem(u"H"_s, u"2007-02-16"_s);
        hidden.title.clear();
        model.setItems({agendaItem(u"<b>A</b>"_s, u"2007-02-16"_s), hidden}, today, agendaNames());
        QVERIFY(
            model.find(agendaRow(u"<b>A</b>"_s)).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
        QCOMPARE(model.find(hidden.row).data().toString(), u"Activity"_s);
        QCOMPARE(agendaText(agendaItem(Kind::TargetDue, u"GAC: represented"_s, u"2007"_s)),
            u"Target GAC: represented"_s);
        QCOMPARE(
            agendaText(agendaItem(Kind::AgreementExpires, u"MoU"_s, u"2007"_s, true)), u"MoU has expired"_s);
    }

    void equalItemsKeepTheRows()
    {
        AgendaModel model;
        const std::vector items{agendaItem(u"A"_s, u"2007-02-16"_s)};
        model.setItems(items, today, agendaNames());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setItems(items, today, agendaNames());
        QCOMPARE(reset.size(), 0);
        model.setItems(items, today.addDays(1), agendaNames());
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.groupIndex(AgendaModel::Group::Today).data(AgendaModel::CountRole).toInt(), 1);
        model.setItems({}, today.addDays(1), agendaNames());
        QCOMPARE(reset.size(), 2);
    }

private:
    const QDate today{2007, 2, 15};
};

QTEST_GUILESS_MAIN(tst_AgendaModel)
#include "tst_agendamodel.moc"
