#pragma once

#include "models/domain/fields.h"
#include "models/figures/region.h"
#include "models/store/store.h"

#include <QDate>
#include <QDateTime>
#include <QFile>
#include <QString>
#include <QTemporaryDir>
#include <QUuid>

#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace liaison {

using namespace Qt::StringLiterals;

// A small file to test against, in a folder of its own that goes with it. It holds:
//
//   region "Caribbean"   AN BB CW GY KN MF SX TT, in this order; the names of KN (weak evidence) and TT are
//   assumed region "Pair"        TT GY, in this order territories          those, and CI GB GR. AN until
//   2010-10-09; CW, SX from 2010-10-10; MF from 2007-07-15 and
//                        without a ccTLD; "St Martin" is a name of MF and of SX
//   indicators           on the board, stale after 24 months: ALS (count, summed), GAC, AF/EoL (needs a
//   ccTLD),
//                        ccNSO (ladders, as in resources/reference); off it, never stale: training
//
// and no observation. Whatever fails ends the test with its reason.
class TestFile
{
public:
    explicit TestFile(const QString &author = u"Ann"_s)
    {
        m_surroundings = {[now = m_now] { return *now; }, author, m_folder.filePath(u"tokens"_s)};
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(filled()) < 0)
            qFatal("%s", qPrintable(file.errorString()));
        file.close();
        reopen();
    }

    Store &store() { return *m_store; }
    QString path() const { return m_folder.filePath(u"test.liaison"_s); }
    QString folder() const { return m_folder.path(); }
    const Surroundings &surroundings() const { return m_surroundings; }

    // The file's clock stands still, first at noon of 15 February 2007 UTC.
    void setNow(const QDateTime &now) { *m_now = now.toMSecsSinceEpoch(); }
    qint64 now() const { return *m_now; }

    void close() { m_store.reset(); }
    void reopen(OpenMode mode = OpenMode::ReadWrite)
    {
        close();
        auto opening = Store::open(path(), mode, m_surroundings);
        if (!opening.store)
            qFatal("%s", qPrintable(opening.error.message()));
        m_store = std::move(opening.store);
    }

    static QUuid territory(const QString &code) { return id(fields::territory::entity, code); }
    static QUuid indicator(const QString &code) { return id(fields::indicator::entity, code); }
    static QUuid region(const QString &name = u"Caribbean"_s) { return QUuid::createUuidV5(QUuid(), name); }
    static QUuid observation(const QString &territoryCode, const QString &indicatorCode, const QString &date)
    {
        return id(fields::observation::entity, territoryCode + u':' + indicatorCode + u':' + date);
    }
    static PartialDate date(const QString &iso) { return PartialDate::parse(iso).value(); }
    Region readRegion(const QString &name = QString()) const
    {
        auto found = findRegion(*m_store, name);
        return need(found);
    }

    EditName commit(const Draft &draft) { return commit(*m_store, draft); }
    // Writes past the rules an Editor keeps, as an edit from a colleague would.
    EditName observe(const QString &territoryCode, const QString &indicatorCode, const QString &iso,
        const Value &reading, const QString &source = {},
        const QString &certainty = QString(certaintyCode::reported))
    {
        using namespace fields::observation;
        Value::Parts parts{{QString(fields::observation::reading), reading},
            {QString(fields::observation::certainty), Value(certainty)}};
        if (!source.isEmpty())
            parts.emplace(QString(fields::observation::source), Value(source));
        Draft draft(u"Set %1, %2"_s.arg(territoryCode, indicatorCode));
        const QUuid row = observation(territoryCode, indicatorCode, iso);
        const Record old = m_store->find(entity, row);
        if (old.isNull() || old.isHidden())
            create(draft, entity, row,
                {{fields::observation::territory, Value(territory(territoryCode))},
                    {fields::observation::indicator, Value(indicator(indicatorCode))},
                    {fields::observation::date, Value(date(iso))}, {value, Value(std::move(parts))}});
        else
            draft.edit(old, {{value, Value(std::move(parts))}});
        return commit(draft);
    }
    EditName withdraw(const QString &territoryCode, const QString &indicatorCode, const QString &iso)
    {
        Draft draft(u"Withdraw %1, %2"_s.arg(territoryCode, indicatorCode));
        draft.remove(
            m_store->find(fields::observation::entity, observation(territoryCode, indicatorCode, iso)));
        return commit(draft);
    }

    using Fields = std::vector<std::pair<QLatin1StringView, Value>>;
    static void create(Draft &draft, QLatin1StringView entity, QUuid row, Fields fields)
    {
        draft.create(*Catalogue::builtIn().entity(entity), row, std::move(fields));
    }
    EditName create(QLatin1StringView entity, QUuid row, Fields fields)
    {
        Draft draft(u"Record a row"_s);
        create(draft, entity, row, std::move(fields));
        return commit(draft);
    }

private:
    template <typename T>
    static T &need(Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().message()));
        return *result;
    }

    static QUuid id(QLatin1StringView entity, const QString &key) { return naturalId(QString(entity), key); }

    struct Place
    {
        QString code, name, french, cctld, from, until;
        std::initializer_list<const char *> aliases = {};
        std::initializer_list<const char *> idn = {};
    };

    static Value list(std::initializer_list<const char *> texts)
    {
        Value::List list;
        for (const char *text : texts)
            list.emplace_back(QString::fromUtf8(text));
        return list.empty() ? Value() : Value(std::move(list));
    }
    // A conditional expression here makes GCC 12 warn of a variant it thinks uninitialised.
    static Value onlyIf(bool given, const Value &value)
    {
        if (given)
            return value;
        return {};
    }
    static Value text(const QString &text) { return text.isEmpty() ? Value() : Value(text); }
    static Value when(const QString &iso) { return iso.isEmpty() ? Value() : Value(date(iso)); }

    static qint64 noon() { return QDateTime(QDate(2007, 2, 15), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch(); }

    static EditName commit(Store &store, const Draft &draft)
    {
        auto edit = store.commit(draft);
        return need(edit);
    }

    // Made once for all tests of a program: a closed file is one file, so its bytes are all of it.
    static const QByteArray &filled()
    {
        static const QByteArray bytes = [] {
            QTemporaryDir folder;
            const QString path = folder.filePath(u"filled.liaison"_s);
            auto store = Store::create(path, {[] { return noon(); }, u"Ann"_s, folder.filePath(u"tokens"_s)});
            fill(*need(store));
            need(store).reset();
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s", qPrintable(file.errorString()));
            return file.readAll();
        }();
        return bytes;
    }

    static void fill(Store &store)
    {
        // In two steps: a row is called by the rows its key names, so those come first.
        Draft things(u"Territories and indicators"_s);
        addTerritories(things);
        for (const auto &[code, title] : {std::pair("3C"_L1, "Regional presence"_L1),
                 {"4A"_L1, "Government"_L1}, {"4H"_L1, "Regional network"_L1}, {"1Q"_L1, "Training"_L1}})
            create(things, fields::project::entity, id(fields::project::entity, QString(code)),
                {{fields::project::code, Value(QString(code))},
                    {fields::project::title, Value(QString(title))}});
        addIndicators(things);
        for (const auto &[name, position] : {std::pair("Caribbean"_L1, 1), {"Pair"_L1, 2}})
            create(things, fields::region::entity, region(QString(name)),
                {{fields::region::name, Value(QString(name))}, {fields::region::position, Value(position)}});
        commit(store, things);
        Draft parts(u"Regions and levels"_s);
        addMembers(parts, u"Caribbean"_s, u"AN BB CW GY KN MF SX TT"_s);
        addMembers(parts, u"Pair"_s, u"TT GY"_s);
        addLevels(parts);
        commit(store, parts);
    }

    static void addTerritories(Draft &draft)
    {
        using namespace fields::territory;
        const auto s = [](const char *utf8) { return QString::fromUtf8(utf8); };
        const Place places[] = {
            {s("AN"), s("Netherlands Antilles"), s("Antilles néerlandaises"), s(".an"), {}, s("2010-10-09")},
            {s("BB"), s("Barbados"), s("Barbade"), s(".bb"), {}, {}},
            {s("CI"), s("Côte d’Ivoire"), s("Côte d’Ivoire"), s(".ci"), {}, {}, {"Ivory Coast"}},
            {s("CW"), s("Curaçao"), s("Curaçao"), s(".cw"), s("2010-10-10"), {}},
            {s("GB"), s("United Kingdom"), s("Royaume-Uni"), s(".uk"), {}, {}, {"U.K."}},
            {s("GR"), s("Greece"), s("Grèce"), s(".gr"), {}, {}, {}, {".ελ"}},
            {s("GY"), s("Guyana"), s("Guyane (République)"), s(".gy"), {}, {}},
            {s("KN"), s("St. Kitts & Nevis"), s("Saint-Kitts-et-Nevis"), s(".kn"), {}, {},
                {"St Kitts and Nevis"}},
            {s("MF"), s("St. Martin"), s("Saint-Martin"), {}, s("2007-07-15"), {}},
            {s("SX"), s("Sint Maarten"), {}, s(".sx"), s("2010-10-10"), {}, {"St Martin", "Saint Martin"}},
            {s("TT"), s("Trinidad & Tobago"), s("Trinité-et-Tobago"), s(".tt"), {}, {},
                {"Trinidad and Tobago"}},
        };
        for (const Place &place : places)
            create(draft, entity, territory(place.code),
                {{code, Value(place.code)}, {nameEn, Value(place.name)}, {nameFr, text(place.french)},
                    {cctld, text(place.cctld)}, {existsFrom, when(place.from)},
                    {existsUntil, when(place.until)}, {aliases, list(place.aliases)},
                    {idnCctlds, list(place.idn)}});
    }

    static void addIndicators(Draft &draft)
    {
        using namespace fields::indicator;
        struct Kind
        {
            QLatin1StringView code, project, group, scale;
            bool cctldOnly, shown;
        };
        const Kind kinds[] = {
            {"ALS"_L1, "3C"_L1, "user groups"_L1, "count"_L1, false, true},
            {"GAC"_L1, "4A"_L1, "governments"_L1, "ladder"_L1, false, true},
            {"AF/EoL"_L1, "4H"_L1, "ccTLD agreements"_L1, "ladder"_L1, true, true},
            {"ccNSO"_L1, "3C"_L1, "ccTLD forum"_L1, "ladder"_L1, false, true},
            {"training"_L1, "1Q"_L1, "training"_L1, "ladder"_L1, false, false},
        };
        int place = 0;
        for (const Kind &kind : kinds) {
            const QString kindCode(kind.code);
            const bool counts = kind.scale == "count"_L1;
            create(draft, entity, indicator(kindCode),
                {{code, Value(kindCode)}, {title, Value(kindCode)}, {group, Value(QString(kind.group))},
                    {project, Value(id(fields::project::entity, QString(kind.project)))},
                    {scale, Value(QString(kind.scale))}, {aggregate, Value(counts ? "sum"_L1 : "none"_L1)},
                    {metAt, onlyIf(counts, Value(1))},
                    {appliesTo, Value(kind.cctldOnly ? "cctld"_L1 : "all"_L1)},
                    {staleAfter, onlyIf(kind.shown, Value(24))}, {position, Value(++place)},
                    {onBoard, Value(kind.shown)}});
        }
    }

    static void addMembers(Draft &draft, const QString &name, const QString &codes)
    {
        using namespace fields::regionTerritory;
        int place = 0;
        for (const QString &code : codes.split(u' ')) {
            const bool weak = code == "KN"_L1;
            const bool assumed = name == "Caribbean"_L1 && (weak || code == "TT"_L1);
            create(draft, entity, id(entity, region(name).toString(QUuid::WithoutBraces) + u':' + code),
                {{fields::regionTerritory::region, Value(region(name))},
                    {fields::regionTerritory::territory, Value(territory(code))}, {position, Value(++place)},
                    {certainty, onlyIf(assumed, Value(certaintyCode::assumed))},
                    {doubt, onlyIf(weak && assumed, Value(u"the row could be another"_s))}});
        }
    }

    static void addLevels(Draft &draft)
    {
        using namespace fields::level;
        struct Rung
        {
            QLatin1StringView indicator, code;
            int rank;
            bool meets;
        };
        const Rung rungs[] = {
            {"GAC"_L1, "none"_L1, 0, false},
            {"GAC"_L1, "exploring"_L1, 1, false},
            {"GAC"_L1, "observer"_L1, 2, false},
            {"GAC"_L1, "represented"_L1, 3, true},
            {"AF/EoL"_L1, "none"_L1, 0, false},
            {"AF/EoL"_L1, "in discussion"_L1, 1, false},
            {"AF/EoL"_L1, "EoL signed"_L1, 2, true},
            {"AF/EoL"_L1, "AF signed"_L1, 3, true},
            {"ccNSO"_L1, "none"_L1, 0, false},
            {"ccNSO"_L1, "ended"_L1, 0, false},
            {"ccNSO"_L1, "applied"_L1, 1, false},
            {"ccNSO"_L1, "member"_L1, 2, false},
            {"ccNSO"_L1, "active"_L1, 3, true},
            {"training"_L1, "none"_L1, 0, false},
            {"training"_L1, "first technical level"_L1, 1, true},
            {"training"_L1, "next level"_L1, 2, true},
        };
        for (const Rung &rung : rungs) {
            const QString of(rung.indicator);
            const QString rungCode(rung.code);
            create(draft, entity, id(entity, of + u':' + rungCode),
                {{fields::level::indicator, Value(TestFile::indicator(of))}, {code, Value(rungCode)},
                    {title, Value(rungCode)}, {position, Value(rung.rank)}, {meets, Value(rung.meets)}});
        }
    }

    QTemporaryDir m_folder;
    std::shared_ptr<qint64> m_now = std::make_shared<qint64>(noon());
    Surroundings m_surroundings;
    std::unique_ptr<Store> m_store;
};

} // namespace liaison
