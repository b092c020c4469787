#include "models/reports/outreachsections.h"

#include "models/domain/decimal.h"
#include "models/domain/fields.h"
#include "models/figures/outreach.h"
#include "models/figures/programmes.h"
#include "models/store/store.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(liaison::BoardReport)
};

using report::Grid;
using Align = report::Grid::Align;

const QString missing = u"–"_s;
// A report is no register: of more rows the latest stand there.
constexpr size_t mostRows = 40;

class Writer
{
public:
    Writer(const Store &store, const OutreachOptions &options)
        : m_store(store)
        , m_options(options)
        , m_programmes(programmes(store, options.region, options.asOf))
    {
        for (const OutreachFigure &figure : outreachFigures()) {
            if (figure.over == OutreachFigure::Over::Nothing)
                continue;
            std::vector<OutreachRow> rows = outreachRows(store, figure, {options.since, options.asOf});
            std::erase_if(rows, [&](const OutreachRow &row) { return !row.isIn(options.region); });
            m_isEmpty = m_isEmpty && rows.empty();
            m_figures.push_back({&figure, std::move(rows)});
        }
        m_isEmpty = m_isEmpty && m_programmes.count == 0;
    }

    std::vector<report::Section> run() const
    {
        std::vector<report::Section> sections;
        if (m_isEmpty)
            return sections;
        for (const Programmes::Project &project : m_programmes.projects) {
            sections.push_back(sectionOf(project));
            if (sections.size() > 1)
                sections.back().begins = report::Section::Begins::Here;
        }
        return sections;
    }

private:
    struct Figure
    {
        const OutreachFigure *figure;
        std::vector<OutreachRow> rows;

        std::vector<OutreachRow> of(QUuid project) const
        {
            std::vector<OutreachRow> some;
            std::copy_if(rows.begin(), rows.end(), std::back_inserter(some),
                [&](const OutreachRow &row) { return row.isOf(project); });
            return some;
        }
    };

    report::Section sectionOf(const Programmes::Project &project) const
    {
        report::Section section;
        section.title = project.id.isNull()
            ? Tr::tr("Programmes of no project")
            : Tr::tr("%1 %2", "code and title of a project").arg(project.code, project.title);
        if (!project.programmes.empty())
            section.blocks.push_back(programmeGrid(project));
        Grid figures{Tr::tr("What was done"),
            {{Tr::tr("Figure")}, {Tr::tr("Number"), Align::Right}, {Tr::tr("By territory"), Align::Left, 1}},
            {}, {}};
        for (const Figure &each : m_figures) {
            const std::vector<OutreachRow> rows = each.of(project.id);
            if (const auto number = outreachSum(rows))
                figures.rows.push_back(
                    {each.figure->titleText(), m_options.locale.toString(*number), byTerritory(rows)});
        }
        const QString from = dateText(PartialDate(m_options.since));
        const QString until = dateText(PartialDate(m_options.asOf));
        if (figures.rows.empty()) {
            section.lead = section.blocks.empty()
                ? Tr::tr("No programme is on record, and nothing that was done from %1 to %2.")
                      .arg(from, until)
                : Tr::tr("Nothing is on record that was done from %1 to %2.").arg(from, until);
            return section;
        }
        section.lead = Tr::tr("From %1 to %2.").arg(from, until);
        section.blocks.push_back(std::move(figures));
        for (const Figure &each : m_figures) {
            // Each entity once: participants are a number of the same activities.
            if (!each.figure->records.sum.isEmpty())
                continue;
            const std::vector<OutreachRow> rows = each.of(project.id);
            if (!rows.empty() && each.figure->entity == fields::activity::entity)
                section.blocks.push_back(activityGrid(rows));
            else if (!rows.empty() && each.figure->entity == fields::agreement::entity)
                section.blocks.push_back(agreementGrid(rows));
        }
        return section;
    }

    Grid programmeGrid(const Programmes::Project &project) const
    {
        Grid grid{Tr::tr("Programmes"),
            {{Tr::tr("Title"), Align::Left, 1}, {Tr::tr("Stage")}, {Tr::tr("Territories"), Align::Right},
                {Tr::tr("Budget"), Align::Right}, {Tr::tr("Last activity")}, {Tr::tr("Next")}},
            {}, {}};
        const Field &stage =
            *m_store.catalogue().entity(fields::programme::entity)->field(fields::programme::stage);
        for (const Programmes::Programme &each : project.programmes) {
            grid.rows.push_back({each.title, each.stage.isEmpty() ? missing : stage.choiceText(each.stage),
                each.territories.empty() ? missing : m_options.locale.toString(each.territories.size()),
                moneyOf(each.budget), dateText(each.lastActivity), dateText(each.nextActivity)});
        }
        return grid;
    }

    Grid activityGrid(std::vector<OutreachRow> rows) const
    {
        namespace f = fields::activity;
        Grid grid{Tr::tr("Activities"),
            {{Tr::tr("Date")}, {Tr::tr("Title"), Align::Left, 3}, {Tr::tr("Kind")},
                {Tr::tr("Territories"), Align::Left, 2}, {Tr::tr("Participants"), Align::Right}},
            {}, {}};
        for (const Record &record : latest(grid, rows, f::entity)) {
            const auto headcount = record.value(f::headcount).toInteger();
            grid.rows.push_back({dateText(record.value(f::start).date()), record.value(f::title).text(),
                choiceOf(record, f::kind), codes(record.value(f::territories)),
                headcount ? m_options.locale.toString(*headcount) : missing});
        }
        return grid;
    }

    Grid agreementGrid(std::vector<OutreachRow> rows) const
    {
        namespace f = fields::agreement;
        Grid grid{Tr::tr("Agreements in force"),
            {{Tr::tr("Signed")}, {Tr::tr("Kind")}, {Tr::tr("With"), Align::Left, 3},
                {Tr::tr("Territories"), Align::Left, 2}, {Tr::tr("Expires")}},
            {}, {}};
        for (const Record &record : latest(grid, rows, f::entity)) {
            const QUuid with = record.value(f::organisation).row();
            const QString name = with.isNull()
                ? QString()
                : m_store.titleOf(fields::organisation::entity, with, Store::Titles::Public);
            grid.rows.push_back({dateText(record.value(f::signedOn).date()), choiceOf(record, f::kind),
                name.isEmpty() ? missing : name, codes(record.value(f::territories)),
                dateText(record.value(f::expires).date())});
        }
        return grid;
    }

    // Newest first; says how many are left out.
    std::vector<Record> latest(Grid &grid, std::vector<OutreachRow> &rows, QLatin1StringView entity) const
    {
        std::stable_sort(rows.begin(), rows.end(), [](const OutreachRow &a, const OutreachRow &b) {
            const QDate first = a.date.firstDay(), second = b.date.firstDay();
            return first != second ? first > second : a.row < b.row;
        });
        if (rows.size() > mostRows) {
            grid.rest = Tr::tr("and %n earlier ones", nullptr, static_cast<int>(rows.size() - mostRows));
            rows.resize(mostRows);
        }
        std::vector<Record> records;
        for (const OutreachRow &row : rows)
            records.push_back(m_store.find(entity, row.row));
        return records;
    }

    // "GY 3, TT 2": those of the region, in its order.
    QString byTerritory(const std::vector<OutreachRow> &rows) const
    {
        QStringList parts;
        for (const Region::Member &member : m_options.region.members) {
            std::vector<OutreachRow> some;
            std::copy_if(rows.begin(), rows.end(), std::back_inserter(some), [&](const OutreachRow &row) {
                return std::find(row.territories.begin(), row.territories.end(), member.territory)
                    != row.territories.end();
            });
            if (const auto number = outreachSum(some))
                parts << code(member.territory) + QChar::Nbsp + m_options.locale.toString(*number);
        }
        return parts.isEmpty() ? missing : parts.join(u", "_s);
    }

    QString code(QUuid territory) const { return m_store.keyOf(fields::territory::entity, territory); }
    QString codes(const Value &territories) const
    {
        QStringList all;
        for (const Value &each : territories.toList() ? *territories.toList() : Value::List())
            all << code(each.row());
        return all.isEmpty() ? missing : all.join(u' ');
    }
    static QString choiceOf(const Record &record, QLatin1StringView field)
    {
        const QString word = record.value(field).text();
        return word.isEmpty() ? missing : record.entity().field(field)->choiceText(word);
    }
    QString dateText(const PartialDate &date) const
    {
        return date.isNull() ? missing : date.toText(m_options.locale);
    }
    QString moneyOf(const Value &money) const
    {
        return isMoney(money) ? moneyDisplay(money, m_options.locale).replace(u' ', QChar::Nbsp) : missing;
    }

    const Store &m_store;
    const OutreachOptions &m_options;
    Programmes m_programmes;
    std::vector<Figure> m_figures;
    bool m_isEmpty = true;
};

} // namespace

std::vector<report::Section> outreachSections(const Store &store, const OutreachOptions &options)
{
    return Writer(store, options).run();
}

} // namespace liaison
