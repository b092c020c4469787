#include "models/items/agendaplacesmodel.h"
#include "models/items/roles.h"
#include "tests/models/items/agendaitems.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace liaison;
using namespace Qt::StringLiterals;

// The agenda by territory.
class tst_AgendaPlacesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_region = {};
        for (const QString &code : {u"TT"_s, u"GY"_s, u"unknown here"_s})
            m_region.members.push_back({agendaRow(code)});
        m_talk = agendaItem(u"Talk"_s, u"2007-02-16"_s);
        m_talk.territories = {agendaRow(u"GY"_s)};
        m_visit = agendaItem(u"Visit"_s, u"2007-01-30"_s, u"2007-02-01"_s);
        m_visit.territories = {agendaRow(u"GY"_s), agendaRow(u"elsewhere"_s)};
        m_visit.isDone = true;
        m_march = agendaItem(u"Call"_s, u"2007-03-01"_s);
        m_march.territories = {agendaRow(u"TT"_s)};
    }

    void rows_data()
    {
        QTest::addColumn<AgendaPlacesModel::Rows>("rows");
        QTest::addColumn<QString>("expected");
        QTest::addRow("with something in the period")
            << AgendaPlacesModel::Rows::WithItems << u"GY:Visit,Talk"_s;
        QTest::addRow("all, in the region's order") << AgendaPlacesModel::Rows::All << u"TT: GY:Visit,Talk"_s;
    }
    void rows()
    {
        QFETCH(AgendaPlacesModel::Rows, rows);
        AgendaPlacesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        set(model, rows);
        QStringList found;
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList titles;
            for (const AgendaItem &item : model.items(row))
                titles += item.title;
            found += model.index(row).data(CodeRole).toString() + u':' + titles.join(u',');
        }
        QTEST(found.join(u' '), "expected");
    }

    void saysAllOfARow()
    {
        AgendaPlacesModel model;
        set(model, AgendaPlacesModel::Rows::All);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Trinidad & Tobago: nothing"_s);
        QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(),
            u"Guyana: 30 Jan – 1 Feb, Visit, GY, done; 16 Feb, Talk, GY"_s);
        QCOMPARE(model.index(1).data(IdRole).toUuid(), agendaRow(u"GY"_s));
    }

    // Only what exists in the period has a row of its own.
    void goneTerritories()
    {
        AgendaNames names = agendaNames();
        names.territories[agendaRow(u"TT"_s)].existsUntil = PartialDate(QDate(2006, 12, 31));
        AgendaPlacesModel model;
        model.setPeriod({2007, 1, 1}, {2007, 12, 31}, {m_talk}, m_region, AgendaPlacesModel::Rows::All,
            {2007, 2, 15}, names);
        QCOMPARE(model.rowCount(), 1);
        // but not when something stands there all the same
        model.setPeriod({2007, 1, 1}, {2007, 12, 31}, {m_talk, m_march}, m_region,
            AgendaPlacesModel::Rows::All, {2007, 2, 15}, names);
        QCOMPARE(model.rowCount(), 2);
    }

    void anEqualPeriodKeepsTheRows()
    {
        AgendaPlacesModel model;
        set(model, AgendaPlacesModel::Rows::All);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        set(model, AgendaPlacesModel::Rows::All);
        QCOMPARE(reset.size(), 0);
        set(model, AgendaPlacesModel::Rows::WithItems);
        QCOMPARE(reset.size(), 1);
    }

private:
    void set(AgendaPlacesModel &model, AgendaPlacesModel::Rows rows)
    {
        model.setPeriod({2007, 2, 1}, {2007, 2, 28}, {m_talk, m_visit, m_march}, m_region, rows,
            {2007, 2, 15}, agendaNames());
    }

    Region m_region;
    AgendaItem m_talk;
    AgendaItem m_visit;
    AgendaItem m_march;
};

QTEST_GUILESS_MAIN(tst_AgendaPlacesModel)
#include "tst_agendaplacesmodel.moc"
