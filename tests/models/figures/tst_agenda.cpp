#include "models/figures/agenda.h"
#include "tests/models/outreachfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What stands in the calendar, and what is overdue.
class tst_Agenda : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
    }

    void emptyFile() { QVERIFY(agenda(m_file->store(), from, until, today).empty()); }

    void activities_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("expected"); // "start end done", empty: not there
        const QString none;
        QTest::addRow("in the range")
            << u"2007-02-16"_s << none << u"planned"_s << u"2007-02-16 2007-02-16 0"_s;
        QTest::addRow("has been") << u"2007-02-14"_s << none << none << u"2007-02-14 2007-02-14 1"_s;
        QTest::addRow("the last day of the range")
            << u"2007-02-28"_s << none << none << u"2007-02-28 2007-02-28 0"_s;
        QTest::addRow("the day after it") << u"2007-03-01"_s << none << none << none;
        QTest::addRow("the day before it") << u"2007-01-31"_s << none << none << none;
        QTest::addRow("reaches into it")
            << u"2007-01-30"_s << u"2007-02-02"_s << none << u"2007-01-30 2007-02-02 1"_s;
        QTest::addRow("going on") << u"2007-02-14"_s << u"2007-02-16"_s << none
                                  << u"2007-02-14 2007-02-16 0"_s;
        QTest::addRow("some day of the year") << u"2007"_s << none << none << u"2007 2007 0"_s;
        QTest::addRow("cancelled") << u"2007-02-16"_s << none << u"cancelled"_s << none;
        QTest::addRow("without a date") << none << none << u"idea"_s << none;
    }
    void activities()
    {
        QFETCH(QString, start);
        QFETCH(QString, end);
        QFETCH(QString, stage);
        namespace f = fields::activity;
        const QUuid id = m_file->activity(u"Workshop"_s, start, u"GY TT"_s,
            {{f::end, OutreachFile::on(end)}, {f::stage, stage.isEmpty() ? Value() : Value(stage)},
                {f::projects, OutreachFile::projects(u"1Q"_s)},
                {f::certainty, Value(certaintyCode::assumed)}});
        const std::vector<AgendaItem> items = agenda(m_file->store(), from, until, today);
        QString found;
        if (!items.empty()) {
            found = u"%1 %2 %3"_s.arg(items[0].start.toIso(), items[0].end.toIso()).arg(items[0].isDone);
            QCOMPARE(items[0].row, id);
            QCOMPARE(items[0].title, u"Workshop"_s);
            QCOMPARE(items[0].territories.size(), 2U);
            QCOMPARE(items[0].projects, std::vector{OutreachFile::project(u"1Q"_s)});
            QVERIFY(!items[0].isOverdue);
            QCOMPARE(items[0].certainty, QString(certaintyCode::assumed));
        }
        QTEST(found, "expected");
    }

    void tasks_data()
    {
        QTest::addColumn<QString>("due");
        QTest::addColumn<bool>("done");
        QTest::addColumn<QString>("expected"); // "due", with "!" when overdue
        QTest::addRow("due today") << u"2007-02-15"_s << false << u"2007-02-15"_s;
        QTest::addRow("overdue") << u"2007-02-14"_s << false << u"2007-02-14!"_s;
        QTest::addRow("overdue long before the range") << u"2005"_s << false << u"2005!"_s;
        QTest::addRow("due this month is not overdue") << u"2007-02"_s << false << u"2007-02"_s;
        QTest::addRow("due after the range") << u"2007-03-01"_s << false << QString();
        QTest::addRow("done") << u"2007-02-14"_s << true << QString();
        QTest::addRow("due some day") << QString() << false << QString();
    }
    void tasks()
    {
        QFETCH(QString, due);
        QFETCH(bool, done);
        namespace f = fields::task;
        const QUuid workshop = m_file->activity(u"Old workshop"_s, u"2001"_s, u"GY"_s,
            {{fields::activity::projects, OutreachFile::projects(u"1Q"_s)}});
        m_file->add(f::entity,
            {{f::text, Value(u"Send slides"_s)}, {f::due, OutreachFile::on(due)},
                {f::done, done ? Value(true) : Value()},
                {f::of,
                    Value(Value::Parts{
                        {u"entity"_s, Value(fields::activity::entity)}, {u"row"_s, Value(workshop)}})}});
        const std::vector<AgendaItem> items = agenda(m_file->store(), from, until, today);
        QTEST(texts(items), "expected");
        if (!items.empty()) {
            QCOMPARE(items[0].title, u"Send slides"_s);
            QCOMPARE(items[0].territories, std::vector{OutreachFile::territory(u"GY"_s)});
            QCOMPARE(items[0].projects, std::vector{OutreachFile::project(u"1Q"_s)});
        }
    }

    // Its projects and places are those of what it is about.
    void taskAboutAProject()
    {
        m_file->add(fields::task::entity,
            {{fields::task::text, Value(u"Digest"_s)}, {fields::task::due, OutreachFile::on(u"2007-02-20"_s)},
                {fields::task::of,
                    Value(Value::Parts{{u"entity"_s, Value(fields::project::entity)},
                        {u"row"_s, Value(OutreachFile::project(u"3C"_s))}})}});
        const std::vector<AgendaItem> items = agenda(m_file->store(), from, until, today);
        QCOMPARE(items.size(), 1U);
        QCOMPARE(items[0].projects, std::vector{OutreachFile::project(u"3C"_s)});
        QVERIFY(items[0].territories.empty());
    }

    void agreements_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QString>("expires");
        QTest::addColumn<QString>("expected");
        QTest::addRow("expires") << u"signed"_s << u"2007-02-20"_s << u"2007-02-20"_s;
        QTest::addRow("has expired") << u"signed"_s << u"2007-02-10"_s << u"2007-02-10!"_s;
        QTest::addRow("has expired long before the range") << u"renewed"_s << u"2005"_s << u"2005!"_s;
        QTest::addRow("this month") << u"renewed"_s << u"2007-02"_s << u"2007-02"_s;
        QTest::addRow("later") << u"signed"_s << u"2008"_s << QString();
        QTest::addRow("never") << u"signed"_s << QString() << QString();
        QTest::addRow("lapsed") << u"lapsed"_s << u"2007-02-20"_s << QString();
        QTest::addRow("a draft") << u"drafting"_s << u"2007-02-20"_s << QString();
    }
    void agreements()
    {
        QFETCH(QString, stage);
        QFETCH(QString, expires);
        namespace f = fields::agreement;
        m_file->add(f::entity,
            {{f::kind, Value(agreementKind::mou)}, {f::stage, Value(stage)},
                {f::territories, OutreachFile::places(u"GY"_s)}, {f::signedOn, OutreachFile::on(u"2001"_s)},
                {f::expires, OutreachFile::on(expires)}});
        QTEST(texts(agenda(m_file->store(), from, until, today)), "expected");
    }

    void targets_data()
    {
        QTest::addColumn<QString>("due");
        QTest::addColumn<QString>("territory"); // empty: over every region
        QTest::addColumn<int>("target");
        QTest::addColumn<QString>("expected");
        QTest::addRow("due") << u"2007-02-20"_s << u"BB"_s << 5 << u"2007-02-20"_s;
        QTest::addRow("overdue") << u"2006-12"_s << u"BB"_s << 5 << u"2006-12!"_s;
        QTest::addRow("reached in time") << u"2006-12"_s << u"BB"_s << 2 << QString();
        QTest::addRow("reached, and due in the range") << u"2007-02-10"_s << u"BB"_s << 2 << u"2007-02-10"_s;
        QTest::addRow("due later") << u"2007-12"_s << u"BB"_s << 5 << QString();
        QTest::addRow("over every region, of which one lacks it")
            << u"2006-12"_s << QString() << 2 << u"2006-12!"_s;
        QTest::addRow("over every region, reached") << u"2006-12"_s << QString() << 0 << QString();
    }
    void targets()
    {
        QFETCH(QString, due);
        QFETCH(QString, territory);
        QFETCH(int, target);
        m_file->observe(u"BB"_s, u"ALS"_s, u"2006-01-01"_s, Value(2));
        namespace f = fields::target;
        m_file->add(f::entity,
            {{f::indicator, Value(OutreachFile::indicator(u"ALS"_s))},
                {f::territory, territory.isEmpty() ? Value() : Value(OutreachFile::territory(territory))},
                {f::value,
                    Value(Value::Parts{{u"due"_s, OutreachFile::on(due)}, {u"value"_s, Value(target)}})}});
        const std::vector<AgendaItem> items = agenda(m_file->store(), from, until, today);
        QTEST(texts(items), "expected");
        if (!items.empty()) {
            QCOMPARE(items[0].title, (territory.isEmpty() ? u"ALS: %1"_s : u"BB, ALS: %1"_s).arg(target));
            QCOMPARE(items[0].projects, std::vector{OutreachFile::project(u"3C"_s)});
        }
    }

    void overdueFirst()
    {
        m_file->activity(u"Early"_s, u"2007-02-01"_s, {});
        m_file->activity(u"Late"_s, u"2007-02-20"_s, {});
        for (const auto &[text, due] : {std::pair(u"Then"_s, u"2007-02-16"_s), {u"Soon"_s, u"2007-01-20"_s}})
            m_file->add(fields::task::entity,
                {{fields::task::text, Value(text)}, {fields::task::due, OutreachFile::on(due)}});
        QStringList titles;
        for (const AgendaItem &item : agenda(m_file->store(), from, until, today))
            titles.append(item.title);
        QCOMPARE(titles, (QStringList{u"Soon"_s, u"Early"_s, u"Then"_s, u"Late"_s}));
    }

private:
    static QString texts(const std::vector<AgendaItem> &items)
    {
        QStringList all;
        for (const AgendaItem &item : items)
            all.append(item.start.toIso() + (item.isOverdue ? u"!"_s : QString()));
        return all.join(u' ');
    }

    const QDate today{2007, 2, 15};
    const QDate from{2007, 2, 1};
    const QDate until{2007, 2, 28};
    std::unique_ptr<OutreachFile> m_file;
};

QTEST_GUILESS_MAIN(tst_Agenda)
#include "tst_agenda.moc"
