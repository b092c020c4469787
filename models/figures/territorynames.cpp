#include "models/figures/territorynames.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TerritoryNames)
};

// Levenshtein's distance: how many letters to insert, leave out or replace.
qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (const QChar c : a) {
        qsizetype diagonal = row[0]++;
        for (size_t j = 1; j < row.size(); ++j) {
            const qsizetype changed = diagonal + (b.at(static_cast<qsizetype>(j) - 1) == c ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

TerritoryNames::TerritoryNames(const Store &store)
{
    using namespace fields::territory;
    std::vector<Record> records = store.read({.entity = entity});
    const auto codeOf = [](const Record &record) { return record.value(fields::territory::code).text(); };
    std::sort(records.begin(), records.end(),
        [&](const Record &a, const Record &b) { return codeOf(a) < codeOf(b); });
    for (const Record &record : records) {
        const size_t place = m_territories.size();
        m_territories.push_back({record.id(), codeOf(record), record.value(nameEn).text()});
        m_byId.insert(record.id(), place);
        add(m_byCode, m_territories.back().code, place);
        add(m_byCctld, record.value(cctld).text(), place);
        for (const auto field : {nameEn, nameFr, nameEs})
            add(m_byName, record.value(field).text(), place);
        for (const auto &[field, index] : {std::pair(idnCctlds, &m_byCctld), std::pair(aliases, &m_byName)}) {
            const Value &several = record.value(field);
            for (const Value &text : several.toList() ? *several.toList() : Value::List())
                add(*index, text.text(), place);
        }
    }
}

void TerritoryNames::add(Index &index, const QString &text, size_t territory)
{
    const QString key = folded(text);
    if (key.isEmpty())
        return;
    std::vector<size_t> &found = index[key];
    if (found.empty() || found.back() != territory)
        found.push_back(territory);
}

const std::vector<size_t> *TerritoryNames::places(const QString &folded) const
{
    for (const Index *index : {&m_byCode, &m_byCctld, &m_byName}) {
        const auto found = index->constFind(folded);
        if (found != index->constEnd())
            return &*found;
    }
    return nullptr;
}

std::vector<QUuid> TerritoryNames::all(const QString &text) const
{
    std::vector<QUuid> ids;
    if (const std::vector<size_t> *found = places(folded(text))) {
        for (const size_t place : *found)
            ids.push_back(m_territories[place].id);
    }
    return ids;
}

Result<QUuid> TerritoryNames::find(const QString &text) const
{
    const QString key = folded(text);
    if (const std::vector<size_t> *found = places(key)) {
        if (found->size() > 1)
            return ambiguous(text, *found);
        return m_territories[found->front()].id;
    }
    const QString near = nearest(key);
    return Error{Tr::tr("unknown territory"), text.simplified().left(100),
        near.isEmpty() ? Tr::tr("no code, ccTLD or name on file") : Tr::tr("did you mean %1?").arg(near)};
}

QString TerritoryNames::code(QUuid territory) const
{
    const auto place = m_byId.constFind(territory);
    return place == m_byId.constEnd() ? QString() : m_territories[*place].code;
}

QString TerritoryNames::name(QUuid territory) const
{
    const auto place = m_byId.constFind(territory);
    return place == m_byId.constEnd() ? QString() : m_territories[*place].name;
}

bool TerritoryNames::isNamed(const QString &name, const QString &text)
{
    const QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    const QStringList named = folded(name).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString &word) {
        return std::any_of(
            named.begin(), named.end(), [&](const QString &part) { return part.startsWith(word); });
    });
}

QString TerritoryNames::folded(const QString &text)
{
    static constexpr QStringView dropped = u".'\u2019\u2018\u02BC\u02BB`\u00B4";
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isMark() || dropped.contains(c))
            continue;
        plain.append(c.category() == QChar::Punctuation_Dash ? QChar(u' ') : c);
    }
    return plain.toCaseFolded().simplified();
}

Error TerritoryNames::ambiguous(const QString &text, const std::vector<size_t> &found) const
{
    QStringList all;
    for (const size_t place : found)
        all.append(told(place));
    const QString last = all.takeLast();
    return Error{Tr::tr("more than one territory"), {},
        Tr::tr("“%1” is %2 or %3").arg(text.simplified().left(100), all.join(u", "), last)};
}

// Those that begin so, else the nearest, at most a fifth of the letters and one away.
QString TerritoryNames::nearest(const QString &key) const
{
    if (key.size() < 3 || key.size() > 100)
        return {};
    qsizetype best = key.size() / 5 + 2;
    std::vector<size_t> near;
    for (auto it = m_byName.constBegin(); it != m_byName.constEnd(); ++it) {
        const qsizetype away = it.key().startsWith(key) ? 0 : 1 + distance(key, it.key());
        if (away > best)
            continue;
        if (away < best)
            near.clear();
        best = away;
        near.insert(near.end(), it->begin(), it->end());
    }
    std::sort(near.begin(), near.end());
    near.erase(std::unique(near.begin(), near.end()), near.end());
    if (near.size() > 3)
        near.resize(3);
    QStringList all;
    for (const size_t place : near)
        all.append(told(place));
    return all.join(u", ");
}

QString TerritoryNames::told(size_t territory) const
{
    const Entry &entry = m_territories[territory];
    return QStringLiteral("%1 (%2)").arg(entry.code, entry.name);
}

} // namespace liaison
