#include "models/figures/indicator.h"

#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr auto yesText = "yes"_L1;
constexpr auto noText = "no"_L1;
constexpr qsizetype mostDigits = 15;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Indicator)
};

constexpr std::pair<Indicator::Scale, QLatin1StringView> scaleNames[] = {
    {Indicator::Scale::Count, "count"_L1},
    {Indicator::Scale::Ladder, "ladder"_L1},
    {Indicator::Scale::YesNo, "yes/no"_L1},
    {Indicator::Scale::Money, "money"_L1},
    {Indicator::Scale::Days, "days"_L1},
};

Indicator::Scale scaleOf(const QString &name)
{
    for (const auto &[scale, text] : scaleNames) {
        if (text == name)
            return scale;
    }
    return Indicator::Scale::Ladder; // a newer program's scale: its readings stay what they are
}

QString folded(const QString &text)
{
    return text.toCaseFolded().simplified();
}

bool isWord(const Value &reading, QLatin1StringView word)
{
    return reading.toText() && *reading.toText() == word;
}

// What somebody may type, and what it means.
struct Word
{
    QString text;
    Value reading;
};

std::vector<Word> wordsOf(const Indicator &indicator)
{
    std::vector<Word> words;
    if (indicator.scale == Indicator::Scale::Ladder) {
        for (const Indicator::Level &level : indicator.levels) {
            words.push_back({level.code, Value(level.code)});
            if (level.title != level.code)
                words.push_back({level.title, Value(level.code)});
        }
    } else if (indicator.scale == Indicator::Scale::YesNo) {
        words.push_back({yesText, Value(yesText)});
        words.push_back({noText, Value(noText)});
    }
    for (const auto word : {unknownReading, notApplicableReading})
        words.push_back({word, Value(word)});
    return words;
}

// "none, exploring, observer, represented, unknown, n/a"
QString understood(const Indicator &indicator)
{
    QStringList texts;
    switch (indicator.scale) {
    case Indicator::Scale::Count:
        texts.append(Tr::tr("a count from 0, of at most %L1 digits").arg(mostDigits));
        break;
    case Indicator::Scale::Days:
        texts.append(Tr::tr("a number of days from 0, of at most %L1 digits").arg(mostDigits));
        break;
    case Indicator::Scale::Money:
        texts.append(Tr::tr("an amount such as USD 1650"));
        break;
    case Indicator::Scale::Ladder:
    case Indicator::Scale::YesNo:
        break;
    }
    for (const Word &word : wordsOf(indicator)) {
        if (!texts.contains(word.text))
            texts.append(word.text);
    }
    return texts.join(u", ");
}

std::optional<Value> parseNumber(const QString &text)
{
    static const QRegularExpression digits(u"\\A[0-9]{1,%1}\\z"_s.arg(mostDigits));
    return digits.match(text).hasMatch() ? std::optional(Value(text.toLongLong())) : std::nullopt;
}

Indicator indicatorOf(const Record &record, const QHash<QUuid, Record> &projects)
{
    using namespace fields::indicator;
    Indicator indicator;
    indicator.id = record.id();
    indicator.code = record.value(code).text();
    indicator.group = record.value(group).text();
    indicator.title = record.value(title).text();
    indicator.description = record.value(description).text();
    indicator.project = record.value(project).row();
    if (const auto found = projects.constFind(indicator.project); found != projects.constEnd()) {
        indicator.projectCode = found->value(fields::project::code).text();
        indicator.projectTitle = found->value(fields::project::title).text();
        indicator.colourLight = found->value(fields::project::colourLight).text();
        indicator.colourDark = found->value(fields::project::colourDark).text();
    }
    indicator.scale = scaleOf(record.value(scale).text());
    indicator.summed = record.value(aggregate).text() == "sum"_L1;
    indicator.needsCctld = record.value(appliesTo).text() == "cctld"_L1;
    indicator.metAt = qMax<qint64>(1, record.value(metAt).toInteger().value_or(1));
    indicator.staleAfter = record.value(staleAfter).toInteger().value_or(0);
    indicator.onBoard = record.value(onBoard).toBool().value_or(false);
    indicator.position = record.value(position).toInteger().value_or(std::numeric_limits<qint64>::max());
    return indicator;
}

} // namespace

const Indicator::Level *Indicator::level(const QString &levelCode) const
{
    const auto found = std::find_if(
        levels.begin(), levels.end(), [&](const Level &candidate) { return candidate.code == levelCode; });
    return found == levels.end() ? nullptr : &*found;
}

QString Indicator::scaleName() const
{
    const auto found = std::find_if(std::begin(scaleNames), std::end(scaleNames),
        [&](const auto &entry) { return entry.first == scale; });
    return found->second;
}

Standing Indicator::standing(const Value &reading) const
{
    if (reading.isNull() || isWord(reading, unknownReading))
        return Standing::Unknown;
    if (isWord(reading, notApplicableReading))
        return Standing::NotApplicable;
    switch (scale) {
    case Scale::Count:
        if (const auto count = reading.toInteger())
            return *count >= metAt ? Standing::Met : *count <= 0 ? Standing::NotMet : Standing::OnTheWay;
        break;
    case Scale::Ladder:
        if (const Level *known = level(reading.text())) {
            if (known->meets)
                return Standing::Met;
            return known->rank == levels.front().rank ? Standing::NotMet : Standing::OnTheWay;
        }
        break;
    case Scale::YesNo:
        if (isWord(reading, yesText) || isWord(reading, noText))
            return isWord(reading, yesText) ? Standing::Met : Standing::NotMet;
        break;
    case Scale::Money:
        if (isMoney(reading)) {
            const QString amount = reading.part("amount"_L1).text();
            const auto isDigitOfSome = [](QChar c) { return c >= u'1' && c <= u'9'; };
            const bool some = std::any_of(amount.begin(), amount.end(), isDigitOfSome);
            return some && !amount.startsWith(u'-') ? Standing::Met : Standing::NotMet;
        }
        break;
    case Scale::Days:
        if (const auto days = reading.toInteger())
            return *days <= metAt ? Standing::Met : Standing::NotMet;
        break;
    }
    return Standing::OnTheWay;
}

QString Indicator::readingText(const Value &reading, const QLocale &locale) const
{
    if (const auto number = reading.toInteger())
        return locale.toString(*number);
    if (isMoney(reading))
        return moneyText(reading);
    return reading.text();
}

Result<void> Indicator::check(const Value &reading) const
{
    const bool anyScale = isWord(reading, unknownReading) || isWord(reading, notApplicableReading);
    bool fits = anyScale;
    switch (scale) {
    case Scale::Count:
    case Scale::Days:
        fits = fits || (reading.toInteger() && *reading.toInteger() >= 0);
        break;
    case Scale::Ladder:
        fits = fits || (reading.toText() && level(*reading.toText()));
        break;
    case Scale::YesNo:
        fits = fits || isWord(reading, yesText) || isWord(reading, noText);
        break;
    case Scale::Money:
        fits = fits || isMoney(reading);
        break;
    }
    if (fits)
        return {};
    return Error{Tr::tr("value refused"), code,
        Tr::tr("“%1” is none of: %2").arg(readingText(reading).left(100), understood(*this))};
}

Result<Value> Indicator::parseReading(const QString &text) const
{
    const QString typed = folded(text);
    std::vector<Word> beginnings;
    if (!typed.isEmpty()) {
        for (const Word &word : wordsOf(*this)) {
            const QString candidate = folded(word.text);
            if (candidate == typed)
                return word.reading;
            if (candidate.startsWith(typed))
                beginnings.push_back(word);
        }
    }
    const auto same = [&](const Word &word) { return word.reading == beginnings.front().reading; };
    if (!beginnings.empty() && std::all_of(beginnings.begin(), beginnings.end(), same))
        return beginnings.front().reading;

    if (scale == Scale::Count || scale == Scale::Days) {
        if (const auto number = parseNumber(text.trimmed()))
            return *number;
    } else if (scale == Scale::Money) {
        if (const auto money = parseMoney(text))
            return *money;
    }

    const QString shown = text.simplified().left(100);
    if (beginnings.empty())
        return Error{Tr::tr("value not understood"), code,
            Tr::tr("“%1” is none of: %2").arg(shown, understood(*this))};
    QStringList possible;
    for (const Word &word : beginnings)
        possible.append(word.text);
    return Error{Tr::tr("value not understood"), code,
        Tr::tr("“%1” may be any of: %2").arg(shown, possible.join(u", "))};
}

std::vector<Indicator> indicators(const Store &store)
{
    QHash<QUuid, Record> projects;
    for (const Record &record : store.read({.entity = fields::project::entity}))
        projects.insert(record.id(), record);

    std::vector<Indicator> all;
    QHash<QUuid, size_t> places;
    for (const Record &record : store.read({.entity = fields::indicator::entity}))
        all.push_back(indicatorOf(record, projects));
    std::sort(all.begin(), all.end(), [](const Indicator &a, const Indicator &b) {
        return std::tie(a.position, a.code) < std::tie(b.position, b.code);
    });
    for (size_t i = 0; i < all.size(); ++i)
        places.insert(all[i].id, i);

    for (const Record &record : store.read({.entity = fields::level::entity})) {
        using namespace fields::level;
        const auto place = places.constFind(record.value(indicator).row());
        if (place == places.constEnd())
            continue;
        all[*place].levels.push_back({record.value(fields::level::code).text(), record.value(title).text(),
            record.value(position).toInteger().value_or(0), record.value(meets).toBool().value_or(false)});
    }
    for (Indicator &indicator : all) {
        std::sort(indicator.levels.begin(), indicator.levels.end(),
            [](const auto &a, const auto &b) { return std::tie(a.rank, a.code) < std::tie(b.rank, b.code); });
    }
    return all;
}

Result<Indicator> findIndicator(const Store &store, const QString &code)
{
    const QString wanted = folded(code);
    QStringList codes;
    for (Indicator &indicator : indicators(store)) {
        if (folded(indicator.code) == wanted)
            return std::move(indicator);
        codes.append(indicator.code);
    }
    return Error{Tr::tr("unknown indicator"), code.simplified().left(100),
        Tr::tr("the file has %1").arg(codes.join(u", "))};
}

} // namespace liaison
