#include "views/map/mapnames.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("liaison::MapNames", text);
}

#define NAME(text) QT_TRANSLATE_NOOP("liaison::MapNames", text)

struct Water
{
    const char *name;
    double longitude, latitude, leastScale;
};

constexpr Water waters[] = {
    {NAME("Caribbean Sea"), -76, 14.8, 6},
    {NAME("Gulf of Mexico"), -90, 25, 6},
    {NAME("Atlantic Ocean"), -38, 25, 1},
    {NAME("South Atlantic"), -15, -25, 1.5},
    {NAME("Pacific Ocean"), -150, 20, 1},
    {NAME("Pacific Ocean"), 165, 22, 3},
    {NAME("South Pacific"), -120, -25, 1},
    {NAME("Coral Sea"), 155, -16, 5},
    {NAME("Tasman Sea"), 161, -37, 4},
    {NAME("Indian Ocean"), 80, -18, 1},
    {NAME("Arabian Sea"), 63, 16, 4},
    {NAME("Bay of Bengal"), 89, 14, 5},
    {NAME("South China Sea"), 114, 13.5, 5},
    {NAME("Philippine Sea"), 134, 20, 4},
    {NAME("Sea of Japan"), 135, 40, 7},
    {NAME("Mediterranean Sea"), 18, 34.8, 6},
    {NAME("Black Sea"), 34, 43.2, 10},
    {NAME("North Sea"), 3.2, 56.3, 10},
    {NAME("Baltic Sea"), 19.5, 57.5, 14},
    {NAME("Norwegian Sea"), 1, 67, 5},
    {NAME("Gulf of Guinea"), 2, 1.5, 6},
    {NAME("Red Sea"), 38.3, 20, 14},
    {NAME("Southern Ocean"), 90, -57, 3},
    {NAME("Arctic Ocean"), 0, 82, 4},
    {NAME("Bering Sea"), -177, 58, 4},
    {NAME("Hudson Bay"), -85, 60, 5},
};

struct Group
{
    const char *name;
    QLatin1StringView codes;
};

// From the smallest to the largest.
constexpr Group groups[] = {
    {NAME("Virgin Islands"), "VG VI"_L1},
    {NAME("ABC islands"), "AN AW BQ CW"_L1},
    {NAME("Guianas"), "GF GY SR"_L1},
    {NAME("Windward Islands"), "BB DM GD LC MQ VC"_L1},
    {NAME("Leeward Islands"), "AG AI AN BL BQ DM GP KN MF MS SX VG VI"_L1},
    {NAME("Lesser Antilles"), "AG AI AN AW BB BL BQ CW DM GD GP KN LC MF MQ MS SX TT VC VG VI"_L1},
    {NAME("Antilles"),
        "AG AI AN AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI"_L1},
    {NAME("Caribbean"),
        "AG AI AN AW BB BL BQ BS BZ CU CW DM DO GD GF GP GY HT JM KN KY LC MF MQ MS PR SR SX TC TT VC VG VI"_L1},
    {NAME("Channel Islands"), "GG JE"_L1},
    {NAME("British Isles"), "GB GG IE IM JE"_L1},
    {NAME("Caucasus"), "AM AZ GE"_L1},
    {NAME("Levant"), "CY IL JO LB PS SY"_L1},
    {NAME("Gulf states"), "AE BH KW OM QA SA"_L1},
    {NAME("Benelux"), "BE LU NL"_L1},
    {NAME("Baltic states"), "EE LT LV"_L1},
    {NAME("Europe"),
        "AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES EU FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU "
        "LV MC MD "
        "ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA"_L1},
    {NAME("Africa"),
        "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU "
        "MW "
        "MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW"_L1},
    {NAME("Samoa"), "AS WS"_L1},
    {NAME("Marianas"), "GU MP"_L1},
};

#undef NAME

// So many that what is true of them is a name for all.
bool isMost(qsizetype some, qsizetype all)
{
    return 5 * some >= 4 * all;
}

} // namespace

std::vector<WaterName> waterNames()
{
    std::vector<WaterName> names;
    for (const Water &water : waters)
        names.push_back({translated(water.name), {water.longitude, water.latitude}, water.leastScale});
    return names;
}

QString groupName(const QStringList &codes, QStringList subregions)
{
    subregions.resize(codes.size());
    // Every name there is, from the smallest group to the largest, and who of these it is right for.
    std::vector<std::pair<QString, QStringList>> names;
    const auto addGroups = [&](qsizetype from, qsizetype to) {
        for (const Group &group : groups) {
            const QStringList all = QString(group.codes).split(u' ');
            QStringList members = codes;
            members.removeIf([&](const QString &code) { return !all.contains(code); });
            if (all.size() >= from && all.size() < to)
                names.emplace_back(translated(group.name), members);
        }
    };
    constexpr qsizetype subregionSize = 30;
    addGroups(0, subregionSize);
    for (qsizetype i = 0; i < codes.size(); ++i) {
        if (subregions[i].isEmpty() || subregions.indexOf(subregions[i]) < i)
            continue;
        QStringList members;
        for (qsizetype j = i; j < codes.size(); ++j) {
            if (subregions[j] == subregions[i])
                members.append(codes[j]);
        }
        names.emplace_back(subregions[i], members);
    }
    const size_t precise = names.size();
    addGroups(subregionSize, std::numeric_limits<qsizetype>::max());
    // Rather one that is right for most of them than one that is right for half the world.
    for (const size_t until : {precise, names.size()}) {
        for (const bool whole : {true, false}) {
            for (size_t i = 0; i < until; ++i) {
                const auto held = names[i].second.size();
                if (whole ? held == codes.size() : isMost(held, codes.size()))
                    return names[i].first;
            }
        }
    }
    // Two, of which the second says most of what the first leaves.
    const auto most = [&names] {
        return std::max_element(names.begin(), names.end(),
            [](const auto &a, const auto &b) { return a.second.size() < b.second.size(); });
    };
    const auto first = *most();
    for (auto &[name, members] : names)
        members.removeIf([&](const QString &code) { return first.second.contains(code); });
    const auto second = *most();
    if (!second.second.isEmpty() && isMost(first.second.size() + second.second.size(), codes.size()))
        return QLocale().createSeparatedList({first.first, second.first});
    return {};
}

} // namespace liaison
