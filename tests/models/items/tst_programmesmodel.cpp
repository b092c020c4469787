#include "models/items/programmesmodel.h"
#include "models/items/roles.h"
#include "tests/models/outreachfile.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

using Column = ProgrammesModel::Column;

// Programmes by project, filtered, sorted and added up.
class tst_ProgrammesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        QLocale::setDefault(QLocale(u"en_US"_s));
        m_file = std::make_unique<OutreachFile>();
        m_model = std::make_unique<ProgrammesModel>(
            ProgrammesModel::Stages{{u"idea"_s, u"planned"_s, u"running"_s, u"done"_s},
                {u"idea"_s, u"planned"_s, u"runs"_s, u"done"_s}});
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void withoutProgrammesTheProjectsAreThere()
    {
        read();
        QCOMPARE(rows(), u"1Q [] 3C [] 4A [] 4H []"_s);
        QCOMPARE(m_model->rowCount(), 4); // and no totals of nothing
        QVERIFY(!m_model->programme(m_model->index(0, 0)));
        QCOMPARE(m_model->project(m_model->index(0, 0))->code, u"1Q"_s);
    }

    void aRowSaysWhatIsKnown()
    {
        fill();
        const QModelIndex course = m_model->find(m_course);
        const auto text = [&](int column) { return course.siblingAtColumn(column).data().toString(); };
        QCOMPARE(text(Column::Title), u"Course"_s);
        QCOMPARE(text(Column::Stage), u"runs"_s);
        QCOMPARE(text(Column::Territories), u"2"_s);
        QCOMPARE(text(Column::Budget), u"USD 12,000.50"_s);
        QCOMPARE(text(Column::LastActivity), u"Sep 2006"_s);
        QCOMPARE(text(Column::NextActivity), u"1 Mar 2007"_s);
        QCOMPARE(text(Column::Owner), u"Ann"_s);
        QCOMPARE(course.siblingAtColumn(Column::Stage).data(ProgrammesModel::StepRole).toInt(), 3);
        QCOMPARE(course.data(IdRole).toUuid(), m_course);
        QCOMPARE(course.data(ProjectRole).toString(), u"1Q"_s);
        const QModelIndex bare = m_model->find(m_bare);
        for (const int column : {Column::Stage, Column::Territories, Column::Budget, Column::LastActivity,
                 Column::NextActivity, Column::Owner})
            QCOMPARE(bare.siblingAtColumn(column).data().toString(), u"–"_s);
        QCOMPARE(bare.siblingAtColumn(Column::Stage).data(ProgrammesModel::StepRole).toInt(), 0);
    }

    void totalsAddUpWhatIsShown()
    {
        fill();
        const auto total = [&](int column) {
            return m_model->index(m_model->rowCount() - 1, column).data().toString();
        };
        QVERIFY(m_model->isTotals(m_model->index(m_model->rowCount() - 1, 0)));
        QCOMPARE(total(Column::Title), u"4 programmes"_s);
        QCOMPARE(total(Column::Stage), u"1 idea, 1 planned, 1 runs"_s);
        QCOMPARE(total(Column::Budget), u"EUR 300, USD 12,500.50"_s); // never across currencies
        m_model->setFilter({.stage = u"planned"_s});
        QCOMPARE(total(Column::Stage), u"1 planned"_s);
        QCOMPARE(total(Column::Budget), u"USD 500"_s);
        QCOMPARE(m_model->shownCount(), 1);
        QCOMPARE(m_model->count(), 4);
    }

    void filtered_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("territory");
        QTest::addColumn<int>("silent");
        QTest::addColumn<QString>("shown");
        const QString none;
        QTest::addRow("by nothing") << none << none << none << 0
                                    << u"1Q [Course] 3C [Bare Visits] 4A [] 4H [Network]"_s;
        QTest::addRow("by the beginning of a word") << u"cou"_s << none << none << 0 << u"1Q [Course]"_s;
        QTest::addRow("by the owner") << u"ANN"_s << none << none << 0 << u"1Q [Course]"_s;
        QTest::addRow("by the middle of a word") << u"ours"_s << none << none << 0 << none;
        QTest::addRow("by stage") << none << u"idea"_s << none << 0 << u"4H [Network]"_s;
        QTest::addRow("by territory") << none << none << u"GY"_s << 0 << u"1Q [Course]"_s;
        QTest::addRow("by another") << none << none << u"KN"_s << 0 << none;
        QTest::addRow("silent for three months")
            << none << none << none << 3 << u"1Q [Course] 3C [Bare Visits] 4H [Network]"_s;
        QTest::addRow("silent for half a year")
            << none << none << none << 6 << u"3C [Bare Visits] 4H [Network]"_s;
        QTest::addRow("by two of them") << none << u"planned"_s << none << 12 << u"3C [Visits]"_s;
    }
    void filtered()
    {
        QFETCH(QString, text);
        QFETCH(QString, stage);
        QFETCH(QString, territory);
        QFETCH(int, silent);
        fill();
        m_model->setFilter(
            {text, {}, stage, territory.isEmpty() ? QUuid() : OutreachFile::territory(territory), silent});
        QTEST(rows(), "shown");
        m_model->setFilter({});
        QCOMPARE(rows(), u"1Q [Course] 3C [Bare Visits] 4A [] 4H [Network]"_s);
        m_model->setFilter({.project = OutreachFile::project(u"3C"_s)});
        QCOMPARE(rows(), u"3C [Bare Visits]"_s);
    }

    void sortedWithinAProject()
    {
        fill();
        m_model->sort(Column::Title, Qt::DescendingOrder);
        QCOMPARE(rows(), u"1Q [Course] 3C [Visits Bare] 4A [] 4H [Network]"_s);
        m_model->sort(Column::Budget, Qt::AscendingOrder);
        QCOMPARE(rows(), u"1Q [Course] 3C [Bare Visits] 4A [] 4H [Network]"_s);
        m_model->sort(Column::Budget, Qt::DescendingOrder);
        QCOMPARE(rows(), u"1Q [Course] 3C [Visits Bare] 4A [] 4H [Network]"_s);
        m_model->sort(Column::Stage, Qt::AscendingOrder);
        QCOMPARE(rows(), u"1Q [Course] 3C [Bare Visits] 4A [] 4H [Network]"_s);
        QCOMPARE(m_model->find(m_course).parent().row(), 0);
        QVERIFY(!m_model->find(QUuid::createUuid()).isValid());
    }

    void aProgrammeWhoseProjectIsGone()
    {
        fill();
        m_file->remove(fields::project::entity, OutreachFile::project(u"1Q"_s));
        read();
        QCOMPARE(rows(), u"3C [Bare Visits] 4A [] 4H [Network]  [Course]"_s);
        QCOMPARE(m_model->index(3, 0).data().toString(), u"Of no project on file"_s);
    }

private:
    void read() { m_model->setProgrammes(programmes(m_file->store(), m_file->readRegion(), day), day); }
    QUuid add(const QString &title, const QString &project,
        std::vector<std::pair<QLatin1StringView, Value>> more = {})
    {
        namespace f = fields::programme;
        more.push_back({f::title, Value(title)});
        more.push_back({f::project, Value(OutreachFile::project(project))});
        return m_file->add(f::entity, std::move(more));
    }
    void fill()
    {
        namespace f = fields::programme;
        const auto money = [](const char *amount, const char *currency) {
            return Value(Value::Parts{{u"amount"_s, Value(QString::fromLatin1(amount))},
                {u"currency"_s, Value(QString::fromLatin1(currency))}});
        };
        m_bare = add(u"Bare"_s, u"3C"_s);
        add(u"Visits"_s, u"3C"_s, {{f::stage, Value(stageCode::planned)}, {f::budget, money("500", "USD")}});
        add(u"Network"_s, u"4H"_s, {{f::stage, Value(stageCode::idea)}, {f::budget, money("300", "EUR")}});
        m_course = add(u"Course"_s, u"1Q"_s,
            {{f::stage, Value(stageCode::running)}, {f::budget, money("12000.50", "USD")},
                {f::territories, OutreachFile::places(u"BB GY"_s)}, {f::owner, Value(u"Ann"_s)}});
        for (const QString &start : {u"2006-09"_s, u"2007-03-01"_s})
            m_file->activity(u"A"_s, start, {}, {{fields::activity::programme, Value(m_course)}});
        read();
    }
    // "3C [Bare Visits] 4A []"
    QString rows() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex branch = m_model->index(row, 0);
            if (m_model->isTotals(branch))
                continue;
            QStringList titles;
            for (int i = 0; i < m_model->rowCount(branch); ++i)
                titles.append(m_model->index(i, 0, branch).data().toString());
            all.append(u"%1 [%2]"_s.arg(branch.data(ProjectRole).toString(), titles.join(u' ')));
        }
        return all.join(u' ');
    }

    static constexpr QDate day = QDate::fromJulianDay(2'454'147); // 15 February 2007
    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<ProgrammesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    QUuid m_bare;
    QUuid m_course;
};

QTEST_MAIN(tst_ProgrammesModel)
#include "tst_programmesmodel.moc"
