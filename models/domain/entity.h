#pragma once

#include "models/domain/result.h"
#include "models/domain/value.h"

#include <QString>
#include <QtGlobal>

#include <functional>
#include <vector>

namespace liaison {

enum class FieldType {
    Text,         // one line, at most 1,000 characters
    LongText,     // free text of any length up to 1 MiB; sealed, so that it can be erased
    TextList,     // several lines of Text; where there are choices, several of their codes
    Integer,      // a whole number from 0 to 10^15
    Decimal,      // canonical decimal text: "18.2431", "-63.028"
    Boolean,      // yes or no
    Date,         // a PartialDate
    Choice,       // the code of one of `choices`
    Reference,    // a row of the entity `refers`
    References,   // several rows of the entity `refers`, in order, each once
    AnyReference, // a row of any entity: parts "entity" and "row"
    Reading,      // what an indicator says: a level's code, a number, money, "yes", "no", "unknown", "n/a"
    Money,        // parts "amount" (decimal text) and "currency" (ISO 4217)
    Parts,        // several values that belong together and are written and merged as one
};

// Who may see a field outside the liaison's own window.
enum class Sensitivity { Public, Internal, Personal };

struct Choice
{
    QLatin1StringView code;
    const char *title; // source text in the context "catalogue"
};

struct Field
{
    enum Flag {
        Key = 1,       // part of the natural key: set once, with the row
        Required = 2,  // a row cannot be recorded without it
        Searched = 4,  // found by full-text search
        InTable = 8,   // a column of the entity's table
        Link = 16,     // the text is a web address, http or https
        Steps = 32,    // the choices are steps that follow each other: shown as far as reached
    };

    QLatin1StringView name;
    FieldType type = FieldType::Text;
    const char *title = ""; // source text in the context "catalogue"
    int flags = 0;
    Sensitivity sensitivity = Sensitivity::Public;
    QLatin1StringView refers = {};
    std::vector<Choice> choices = {};
    std::vector<Field> parts = {};
    const char *section = nullptr; // source text: a part of the form begins here and is called this

    bool is(Flag flag) const { return (flags & flag) != 0; }
    // Kept apart from the operation that wrote it, with a salt, so that it can be erased and the chain still verifies.
    bool isSealed() const { return type == FieldType::LongText || sensitivity == Sensitivity::Personal; }
    QString titleText() const;
    // What stands for a choice's code on screen; the code itself when it is not one of the choices.
    QString choiceText(const QString &code) const;
    QString sectionText() const;
    const Field *part(QAnyStringView partName) const;

    // Whether the value can be recorded here, as far as can be told without looking at other rows. A missing value
    // always can: required fields are a matter of the whole row.
    Result<void> check(const Value &value) const;
};

// What fields of one row owe each other. Kept for own changes; a colleague's edit that breaks it becomes an issue.
struct Rule
{
    enum class Kind {
        NotBefore, // the date `field` may not end before the date `other` begins
        NeededWhen, // `field` may not be missing when `other` has one of `codes`
    };

    Kind kind = Kind::NotBefore;
    QLatin1StringView field;
    QLatin1StringView other;
    std::vector<QLatin1StringView> codes = {};
};

struct Entity
{
    QLatin1StringView name;
    const char *title = "";  // "Territory", source text in the context "catalogue"
    const char *titles = ""; // "Territories"
    std::vector<Field> fields;
    // What a row is called by, those of them that are there; none: its key. The first is sorted by.
    std::vector<QLatin1StringView> titleFields = {};
    std::vector<Rule> rules = {};

    QString titleText() const;
    QString titlesText() const;
    bool hasNaturalKey() const;
    const Field *field(QAnyStringView fieldName) const;
    // Position in `fields`, -1 when there is none.
    int indexOf(QAnyStringView fieldName) const;
    // Whether the row as given keeps the rules. The error names the field and says why.
    Result<void> check(const std::function<Value(QLatin1StringView field)> &valueOf) const;
};

} // namespace liaison
