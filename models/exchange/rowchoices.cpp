#include "models/exchange/rowchoices.h"

#include "models/domain/fields.h"
#include "models/store/store.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qint64 mostRead = 2000;
constexpr qsizetype mostDetails = 2;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RowChoices)
};

QString folded(const QString &text)
{
    return TerritoryNames::folded(text);
}

// How well a name fits what was typed, both folded; the less the better.
int rankOf(const QString &name, const QString &typed)
{
    if (name == typed)
        return 0;
    if (name.startsWith(typed))
        return 1;
    const QStringList words = typed.split(u' ', Qt::SkipEmptyParts);
    const bool inName = std::all_of(words.begin(), words.end(),
        [&](const QString &word) { return name.startsWith(word) || name.contains(u' ' + word); });
    return inName ? 2 : 3;
}

// A part of another row's key, such as a level, is nothing one speaks of by itself.
bool isPartOfAnother(const Entity &entity)
{
    return std::any_of(entity.fields.begin(), entity.fields.end(),
        [](const Field &field) { return field.is(Field::Key) && field.type == FieldType::Reference; });
}

const Field *titleField(const Entity &entity)
{
    return entity.titleFields.empty() ? nullptr : entity.field(entity.titleFields.front());
}

void addRows(QSet<QUuid> &rows, const Value &value)
{
    if (value.toRow())
        rows.insert(*value.toRow());
    for (const Value &item : value.toList() ? *value.toList() : Value::List())
        addRows(rows, item);
}

} // namespace

RowChoices::RowChoices(EntryText &text)
    : m_text(text)
{
}

std::vector<const Entity *> RowChoices::entities(const Field &field) const
{
    const Catalogue &catalogue = m_text.store().catalogue();
    std::vector<const Entity *> all;
    if (field.type != FieldType::AnyReference) {
        if (const Entity *entity = catalogue.entity(field.refers))
            all.push_back(entity);
        return all;
    }
    for (const Entity &entity : catalogue.entities()) {
        const Field *title = titleField(entity);
        if (title && title->is(Field::Searched) && !isPartOfAnother(entity))
            all.push_back(&entity);
    }
    return all;
}

RowChoice RowChoices::choiceOf(const Record &record) const
{
    const Store &store = m_text.store();
    const Entity &entity = record.entity();
    RowChoice choice{entity.name, record.id(), store.titleOf(entity.name, record.id()), {}};
    if (const QString key = store.keyOf(entity.name, record.id());
        entity.hasNaturalKey() && choice.title != key)
        choice.title = u"%1 (%2)"_s.arg(choice.title, key);
    choice.detail = detailOf(record);
    return choice;
}

QString RowChoices::detailOf(const Record &record) const
{
    const Entity &entity = record.entity();
    QStringList details;
    if (entity.hasNaturalKey())
        return {};
    for (const Field &field : entity.fields) {
        const bool tells = field.is(Field::InTable)
            && (field.type == FieldType::Reference || field.type == FieldType::References
                || field.type == FieldType::Choice || field.type == FieldType::Date);
        if (!tells || details.size() == mostDetails)
            continue;
        const QString text = m_text.fields().display(field, record.value(field.name), QLocale());
        if (!text.isEmpty())
            details.append(text);
    }
    return details.join(u", "_s);
}

// The rows that have the words, and how well their names fit.
std::vector<std::pair<int, Record>> RowChoices::ranked(
    const Entity &entity, const QString &typed, qint64 limit) const
{
    const Store &store = m_text.store();
    const Field *title = titleField(entity);
    const QString wanted = folded(typed);
    std::vector<std::pair<int, Record>> all;
    for (Record &record : store.read({.entity = entity.name, .search = typed, .limit = limit})) {
        const QString name = title ? record.value(title->name).text() : QString();
        int rank = rankOf(folded(name), wanted);
        if (rank > 0 && entity.hasNaturalKey()) {
            const QString key = store.keyOf(entity.name, record.id());
            if (wanted == folded(key) || wanted == folded(u"%1 (%2)"_s.arg(name, key)))
                rank = 0;
        }
        all.emplace_back(rank, std::move(record));
    }
    return all;
}

std::vector<RowChoice> RowChoices::matching(const Field &field, const QString &typed, size_t most) const
{
    const QString wanted = folded(typed);
    std::vector<std::pair<int, RowChoice>> all;
    for (const New &made : m_new) {
        const int rank = rankOf(folded(made.choice.title), wanted);
        const bool isOf = field.type != FieldType::AnyReference && field.refers == made.choice.entity;
        if (isOf && rank < 3)
            all.emplace_back(rank, made.choice);
    }
    for (const Entity *entity : entities(field)) {
        const qint64 limit = wanted.isEmpty() ? static_cast<qint64>(most) : mostRead;
        std::vector<std::pair<int, Record>> found = ranked(*entity, typed, limit);
        std::stable_sort(
            found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), most)), found.end());
        for (const auto &[rank, record] : found) {
            all.emplace_back(rank, choiceOf(record));
            if (field.type == FieldType::AnyReference)
                all.back().second.detail = entity->titleText();
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<RowChoice> choices;
    for (auto &each : all) {
        if (choices.size() < most)
            choices.push_back(std::move(each.second));
    }
    return choices;
}

std::vector<RowChoice> RowChoices::called(const Field &field, const QString &typed) const
{
    const QString wanted = folded(typed);
    std::vector<RowChoice> all;
    if (wanted.isEmpty())
        return all;
    const Store &store = m_text.store();
    if (field.refers == fields::territory::entity) {
        for (const QUuid id : m_text.fields().territories().all(typed))
            all.push_back(choiceOf(store.find(field.refers, id)));
        if (!all.empty())
            return all;
    }
    for (const New &made : m_new) {
        if (made.choice.entity == field.refers && folded(made.choice.title) == wanted)
            all.push_back(made.choice);
    }
    for (const Entity *entity : entities(field)) {
        for (const auto &[rank, record] : ranked(*entity, typed, mostRead)) {
            if (rank == 0)
                all.push_back(choiceOf(record));
        }
    }
    if (!all.empty())
        return all;
    // A UUID or the beginning of one, as in files.
    Field single = field;
    if (single.type == FieldType::References)
        single.type = FieldType::Reference;
    const auto value = m_text.fields().parse(single, typed);
    if (!value)
        return all;
    const bool isAny = field.type == FieldType::AnyReference;
    const QUuid row = isAny ? value->part("row"_L1).row() : value->row();
    const auto made =
        std::find_if(m_new.begin(), m_new.end(), [&](const New &each) { return each.choice.row == row; });
    if (made != m_new.end())
        return {made->choice};
    const QString name = isAny ? value->part("entity"_L1).text() : QString(field.refers);
    if (const Record record = store.find(name, row); !record.isNull())
        all.push_back(choiceOf(record));
    return all;
}

QString RowChoices::text(const Field &field, const RowChoice &choice) const
{
    const QString key = m_text.store().keyOf(choice.entity, choice.row);
    return field.type == FieldType::AnyReference ? choice.entity + u':' + key : key;
}

QString RowChoices::kindOf(const Field &field) const
{
    const Entity *entity = m_text.store().catalogue().entity(field.refers);
    return entity ? entity->titleText() : Tr::tr("Record");
}

const Field *RowChoices::nameField(const Field &field) const
{
    const Entity *entity =
        field.type == FieldType::AnyReference ? nullptr : m_text.store().catalogue().entity(field.refers);
    if (!entity || entity->hasNaturalKey() || entity->titleFields.size() != 1)
        return nullptr;
    const Field *title = titleField(*entity);
    return title->type == FieldType::Text ? title : nullptr;
}

bool RowChoices::isNameEnough(const Field &field) const
{
    const Entity &entity = *m_text.store().catalogue().entity(field.refers);
    return std::none_of(entity.fields.begin(), entity.fields.end(), [&](const Field &each) {
        return each.is(Field::Required) && each.name != entity.titleFields.front();
    });
}

RowChoice RowChoices::add(const Entity &entity, FieldValues values)
{
    const QUuid row = QUuid::createUuid();
    RowChoice choice{entity.name, row, {}, {}, true};
    for (const auto &[name, value] : values) {
        if (name == entity.titleFields.front())
            choice.title = value.text();
    }
    m_text.fields().expect(row);
    m_new.push_back({choice, std::move(values)});
    return choice;
}

void RowChoices::addTo(Draft &draft, const Record &row) const
{
    QSet<QUuid> wanted;
    for (const Field &field : row.entity().fields)
        addRows(wanted, row.value(field.name));
    // The later ones may refer to the earlier ones: they were made while these were being written.
    std::vector<const New *> all;
    bool isMore = true;
    while (isMore) {
        isMore = false;
        for (const New &made : m_new) {
            if (!wanted.contains(made.choice.row) || std::find(all.begin(), all.end(), &made) != all.end())
                continue;
            all.push_back(&made);
            isMore = true;
            for (const auto &[name, value] : made.values)
                addRows(wanted, value);
        }
    }
    for (const New *made : all)
        draft.create(*m_text.store().catalogue().entity(made->choice.entity), made->choice.row, made->values);
}

} // namespace liaison
