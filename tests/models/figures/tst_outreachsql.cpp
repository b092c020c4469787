#include "models/figures/outreach.h"
#include "tests/models/outreachfile.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// The figures are what anybody would count with SQL over the documented views: of a file made up anew each
// time.
class tst_OutreachSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        m_random = QRandomGenerator(seed);
        fill();
    }

    void byTerritory_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("from");
        for (const auto &[name, from] : {std::pair("ever", QString()), {"in a year", u"2006-02-16"_s}}) {
            for (const OutreachFigure &figure : outreachFigures()) {
                const QString code(figure.code);
                if (!statement(code, from).isEmpty())
                    QTest::addRow("%s, %s", qPrintable(code), name) << code << from;
            }
        }
    }
    void byTerritory()
    {
        QFETCH(QString, code);
        QFETCH(QString, from);
        const OutreachPeriod period{
            QDate::fromString(from, Qt::ISODate), QDate::fromString(until, Qt::ISODate)};
        QStringList ours;
        const QHash<QUuid, qint64> numbers =
            outreachByTerritory(m_file.store(), *outreachFigure(code), period);
        for (auto it = numbers.cbegin(); it != numbers.cend(); ++it)
            ours.append(
                u"%1|%2"_s.arg(m_file.store().keyOf(fields::territory::entity, it.key())).arg(it.value()));
        ours.sort();
        const QString theirs = ask(statement(code, from));
        QVERIFY(!from.isEmpty() || !theirs.isEmpty()); // chance may leave a year empty
        QCOMPARE(ours.join(u'\n'), theirs);
    }

private:
    inline static const QString until = u"2007-02-15"_s;
    inline static const QStringList places{u"BB"_s, u"GY"_s, u"KN"_s, u"TT"_s, u"SX"_s};

    int upTo(int end) { return m_random.bounded(end); }
    template <typename T>
    T any(const std::vector<T> &all)
    {
        return all[static_cast<size_t>(upTo(static_cast<int>(all.size())))];
    }
    QString codes()
    {
        QStringList some;
        for (int i = upTo(4); i > 0; --i) {
            const QString place = places.at(upTo(static_cast<int>(places.size())));
            if (!some.contains(place))
                some.append(place);
        }
        return some.join(u' ');
    }
    // Around the days asked for, known to the day, the month or the year, or not at all.
    QString date()
    {
        const QDate day = QDate(2004, 1, 1).addDays(upTo(4 * 365));
        const QString formats[] = {u"yyyy-MM-dd"_s, u"yyyy-MM-dd"_s, u"yyyy-MM"_s, u"yyyy"_s};
        return upTo(8) == 0 ? QString() : day.toString(formats[upTo(4)]);
    }
    // One of the field's choices, or none.
    Value choice(QLatin1StringView entity, QLatin1StringView field)
    {
        const auto &choices = Catalogue::builtIn().entity(entity)->field(field)->choices;
        const int at = upTo(static_cast<int>(choices.size()) + 1);
        return at == static_cast<int>(choices.size()) ? Value()
                                                      : Value(QString(choices[static_cast<size_t>(at)].code));
    }

    void fill()
    {
        m_file.addFellows();
        std::vector<QUuid> organisations, people, activities;
        for (int i = 0; i < 8; ++i)
            organisations.push_back(m_file.organisation(u"o"_s, organisationKind::als, codes()));
        for (int i = 0; i < 12; ++i)
            people.push_back(m_file.person(u"p"_s));
        for (int i = 0; i < 40; ++i)
            m_file.affiliate(any(people), any(organisations), date(), date());
        namespace fa = fields::activity;
        for (int i = 0; i < 60; ++i)
            activities.push_back(m_file.activity(u"a"_s, date(), codes(),
                {{fa::stage, choice(fa::entity, fa::stage)},
                    {fa::headcount, upTo(2) == 0 ? Value() : Value(upTo(50) + 1)}}));
        for (int i = 0; i < 300; ++i)
            m_file.attend(any(activities), any(people),
                choice(fields::attendance::entity, fields::attendance::training).text());
        namespace fg = fields::agreement;
        for (int i = 0; i < 40; ++i)
            m_file.add(fg::entity,
                {{fg::kind, Value(agreementKind::mou)}, {fg::stage, choice(fg::entity, fg::stage)},
                    {fg::territories, OutreachFile::places(codes())},
                    {fg::signedOn, OutreachFile::on(date())}, {fg::expires, OutreachFile::on(date())}});
        namespace fp = fields::participation;
        for (int i = 0; i < 40; ++i)
            m_file.add(fp::entity,
                {{fp::person, Value(any(people))}, {fp::stage, choice(fp::entity, fp::stage)},
                    {fp::territory, Value(TestFile::territory(places.at(upTo(5))))},
                    {fp::date, OutreachFile::on(date())}});
        // What is deleted counts no more.
        for (int i = 0; i < 5; ++i)
            m_file.remove(fa::entity, activities[static_cast<size_t>(i)]);
    }

    static QString first(const QString &date) { return u"substr(%1 || '-01-01', 1, 10)"_s.arg(date); }
    static QString last(const QString &date)
    {
        return u"CASE length(%1) WHEN 4 THEN %1 || '-12-31' WHEN 7 THEN date(%1 || '-01', '+1 month', '-1 day') ELSE %1 END"_s
            .arg(date);
    }
    static QString within(const QString &date, const QString &from)
    {
        QString condition = u"%1 <= '%2'"_s.arg(first(date), until);
        if (!from.isEmpty())
            condition += u" AND %1 >= '%2'"_s.arg(last(date), from);
        return condition;
    }
    // What counts as written in the specification; null when there is no statement for it here.
    static QString statement(const QString &code, const QString &from)
    {
        const QString in = u"',' || %1.territories || ',' LIKE '%,' || t.code || ',%'"_s;
        const QString counted =
            u"SELECT t.code, %1 AS number FROM v_territory t JOIN %2 GROUP BY t.code ORDER BY t.code"_s;
        const QString held = u"v_activity a ON %1 AND a.stage IS NOT 'cancelled' AND %2"_s.arg(
            in.arg(u"a"_s), within(u"a.start"_s, from));
        if (code == u"activities"_s)
            return counted.arg(u"count(*)"_s, held);
        if (code == u"participants"_s)
            return counted.arg(u"sum(a.headcount)"_s, held + u" AND a.headcount IS NOT NULL"_s);
        if (code == u"agreements"_s)
            return counted.arg(u"count(*)"_s,
                u"v_agreement g ON %1 AND g.stage IS NOT 'idea' AND g.stage IS NOT 'drafting' AND %2 AND (%3 "
                u">= '%4' "
                u"OR (g.expires IS NULL AND g.stage IS NOT 'lapsed'))"_s.arg(
                    in.arg(u"g"_s), within(u"g.signed"_s, {}), last(u"g.expires"_s), until));
        if (code == u"awards"_s)
            return counted.arg(u"count(*)"_s,
                u"v_participation p ON p.territory = t.code AND p.stage IN ('awarded', 'attended', 'reported') AND %1"_s
                    .arg(within(u"p.date"_s, from)));
        if (code == u"people-trained"_s)
            return counted.arg(u"count(DISTINCT d.person)"_s,
                u"v_organisation o ON %1 JOIN v_affiliation f ON f.organisation = o.id JOIN v_attendance d "
                u"ON d.person = "
                u"f.person AND d.training IN ('first technical level', 'next level') JOIN v_activity a ON "
                u"a.id = "
                u"d.activity AND a.stage IS NOT 'cancelled' AND %2 AND (f.\"from\" IS NULL OR %3 <= %4) AND "
                u"(f.\"to\" IS "
                u"NULL OR %5 >= %6)"_s.arg(in.arg(u"o"_s), within(u"a.start"_s, from), first(u"f.\"from\""_s),
                    last(u"a.start"_s), last(u"f.\"to\""_s), first(u"a.start"_s)));
        return {};
    }

    QString ask(const QString &sql) const
    {
        QProcess shell;
        shell.start(u"sqlite3"_s, {u"-readonly"_s, m_file.path(), sql});
        shell.waitForFinished();
        return QString::fromUtf8(shell.readAllStandardOutput() + shell.readAllStandardError()).trimmed();
    }

    OutreachFile m_file;
    QRandomGenerator m_random;
};

QTEST_GUILESS_MAIN(tst_OutreachSql)
#include "tst_outreachsql.moc"
