#include "models/items/projecttablemodel.h"
#include "models/items/roles.h"

#include "models/domain/fields.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;
using State = ProjectPageFigures::Progress::State;

// The tables of a project's page in words.
class tst_ProjectTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void indicators()
    {
        ProjectPageFigures figures;
        figures.reached = 2;
        figures.territories = 27;
        ProjectPageFigures::Progress awards;
        awards.indicator.title = u"People awarded"_s;
        awards.indicator.scale = Indicator::Scale::Count;
        awards.now = 14;
        awards.isDerived = true;
        awards.state = State::Late;
        awards.daysLate = 8;
        awards.target = QUuid::createUuid();
        awards.due = PartialDate::parse(u"2007-01"_s).value();
        awards.reading = Value(20);
        awards.wanted = 20;
        ProjectPageFigures::Progress unknown;
        unknown.indicator.code = u"X"_s;
        unknown.indicator.id = QUuid::createUuid();
        figures.indicators = {awards, unknown};

        ProjectTableModel model(indicatorHeads());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRows(indicatorRows(figures, QLocale::c()));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(texts(model, 0), u"People awarded|14 Σ|20|Jan 2007||late 8 days"_s);
        QCOMPARE(texts(model, 1), u"X|–|–|–||no target"_s);
        QCOMPARE(texts(model, 2), u"Territories reached|2 of 27|–|–||no target"_s);
        QCOMPARE(model.index(0, 4).data(ProjectTableModel::BarRole).toDouble(), 0.7);
        QVERIFY(!model.index(1, 4).data(ProjectTableModel::HasBarRole).toBool());
        QCOMPARE(model.index(0, 5).data(StandingRole).toInt(), int(Standing::NotMet));
        QVERIFY(!model.index(1, 5).data(StandingRole).isValid());
        QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(), u"14, from records"_s);
        QCOMPARE(model.row(0).entity, QString(fields::target::entity));
        QCOMPARE(model.row(1).row, unknown.indicator.id);
        QVERIFY(model.row(2).row.isNull());
    }

    void programmes()
    {
        ProjectPageFigures figures;
        Programmes::Programme one;
        one.title = u"<b>Fellowships</b>"_s;
        one.stage = QString(stageCode::running);
        one.territories = {QUuid::createUuid(), QUuid::createUuid()};
        one.budget = Value(Value::Parts{{u"amount"_s, Value(u"24000"_s)}, {u"currency"_s, Value(u"USD"_s)}});
        Programmes::Programme odd;
        odd.title = u"Odd"_s;
        odd.stage = u"from a newer program"_s;
        figures.programmes = {one, odd, odd};
        ProjectTableModel model(programmeHeads());
        model.setRows(programmeRows(figures, 2, QLocale::c()));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(texts(model, 0), u"<b>Fellowships</b>|running|2|USD 24000"_s);
        QCOMPARE(model.index(0, 1).data(ProjectTableModel::StepRole).toInt(), 3);
        QCOMPARE(model.index(0, 1).data(ProjectTableModel::StepsRole).toInt(), 4);
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
        QCOMPARE(texts(model, 1), u"Odd|from a newer program|–|–"_s);
        QCOMPARE(model.index(1, 1).data(ProjectTableModel::StepRole).toInt(), 0);
    }

    void latest()
    {
        ProjectPageFigures figures;
        ProjectPageFigures::Latest visit;
        visit.entity = QString(fields::activity::entity);
        visit.row = QUuid::createUuid();
        visit.date = PartialDate::parse(u"2007-02-01"_s).value();
        visit.title = u"Visit"_s;
        visit.territories = {QUuid::createUuidV5(QUuid(), u"TT"_s), QUuid::createUuidV5(QUuid(), u"GY"_s)};
        visit.stage = QString(stageCode::done);
        visit.number = Value(12);
        ProjectPageFigures::Latest award;
        award.entity = QString(fields::participation::entity);
        award.date = visit.date;
        award.stage = QString(participationStage::awarded);
        figures.latest = {visit, award};
        AgendaNames names;
        for (const QString &code : {u"TT"_s, u"GY"_s}) {
            Territory territory;
            territory.code = code;
            names.territories.insert(QUuid::createUuidV5(QUuid(), code), territory);
        }
        ProjectTableModel model(latestHeads());
        model.setRows(latestRows(figures, names, QLocale::c()));
        QCOMPARE(texts(model, 0), u"1 Feb 2007|Activity: Visit|GY TT|done|12"_s);
        QCOMPARE(texts(model, 1), u"1 Feb 2007|Participation|–|awarded|–"_s);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setRows(latestRows(figures, names, QLocale::c()));
        QCOMPARE(reset.size(), 0);
    }

private:
    static QString texts(const ProjectTableModel &model, int row)
    {
        QStringList all;
        for (int column = 0; column < model.columnCount(); ++column)
            all += model.index(row, column).data().toString();
        return all.join(u'|');
    }
};

QTEST_GUILESS_MAIN(tst_ProjectTableModel)
#include "tst_projecttablemodel.moc"
