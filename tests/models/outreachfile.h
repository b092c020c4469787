#pragma once

#include "tests/models/testfile.h"

namespace liaison {

// The small file, with a hand for the records of outreach. Dates are ISO texts, empty: none; territories are
// codes apart by spaces.
class OutreachFile : public TestFile
{
public:
    using TestFile::TestFile;

    QUuid add(QLatin1StringView entity, Fields fields)
    {
        std::erase_if(fields, [](const auto &field) { return field.second.isNull(); });
        const QUuid row = QUuid::createUuid();
        create(entity, row, std::move(fields));
        return row;
    }
    void change(QLatin1StringView entity, QUuid row, Fields fields)
    {
        Draft draft(u"Change a row"_s);
        draft.edit(store().find(entity, row), std::move(fields));
        commit(draft);
    }
    void remove(QLatin1StringView entity, QUuid row)
    {
        Draft draft(u"Delete a row"_s);
        draft.remove(store().find(entity, row));
        commit(draft);
    }

    static Value on(const QString &iso)
    {
        if (iso.isEmpty())
            return {};
        return Value(date(iso));
    }
    static Value places(const QString &codes)
    {
        Value::List rows;
        for (const QString &code : codes.split(u' ', Qt::SkipEmptyParts))
            rows.emplace_back(territory(code));
        return rows.empty() ? Value() : Value(std::move(rows));
    }
    static QUuid project(const QString &code) { return naturalId(u"project"_s, code); }
    static Value projects(const QString &codes)
    {
        Value::List rows;
        for (const QString &code : codes.split(u' ', Qt::SkipEmptyParts))
            rows.emplace_back(project(code));
        return rows.empty() ? Value() : Value(std::move(rows));
    }

    QUuid organisation(
        const QString &name, QLatin1StringView kind, const QString &codes, const QString &accredited = {})
    {
        namespace f = fields::organisation;
        return add(f::entity,
            {{f::name, Value(name)}, {f::kind, Value(kind)}, {f::territories, places(codes)},
                {f::accredited, on(accredited)}});
    }
    QUuid person(const QString &name)
    {
        return add(fields::person::entity, {{fields::person::name, Value(name)}});
    }
    QUuid affiliate(QUuid who, QUuid where, const QString &from = {}, const QString &to = {})
    {
        namespace f = fields::affiliation;
        return add(f::entity,
            {{f::person, Value(who)}, {f::organisation, Value(where)}, {f::from, on(from)}, {f::to, on(to)}});
    }
    QUuid activity(const QString &title, const QString &start, const QString &codes, Fields more = {})
    {
        namespace f = fields::activity;
        more.insert(
            more.end(), {{f::title, Value(title)}, {f::start, on(start)}, {f::territories, places(codes)}});
        return add(f::entity, std::move(more));
    }
    QUuid attend(QUuid what, QUuid who, const QString &training = {})
    {
        namespace f = fields::attendance;
        return add(f::entity,
            {{f::activity, Value(what)}, {f::person, Value(who)},
                {f::training, training.isEmpty() ? Value() : Value(training)}});
    }
    QUuid agreement(QLatin1StringView kind, QLatin1StringView stage, const QString &codes,
        const QString &signedOn = {}, const QString &expires = {}, Fields more = {})
    {
        namespace f = fields::agreement;
        more.insert(more.end(),
            {{f::kind, Value(kind)}, {f::stage, Value(stage)}, {f::territories, places(codes)},
                {f::signedOn, on(signedOn)}, {f::expires, on(expires)}});
        return add(f::entity, std::move(more));
    }
    QUuid task(
        const QString &text, QLatin1StringView entity, QUuid row, const QString &due, bool done = false)
    {
        namespace f = fields::task;
        return add(f::entity,
            {{f::text, Value(text)}, {f::due, on(due)}, {f::done, Value(done)},
                {f::of, Value(Value::Parts{{u"entity"_s, Value(entity)}, {u"row"_s, Value(row)}})}});
    }
    // The project 4F and its indicator, off the board.
    void addFellows()
    {
        Draft draft(u"Add fellows"_s);
        TestFile::create(draft, fields::project::entity, project(u"4F"_s),
            {{fields::project::code, Value(u"4F"_s)}, {fields::project::title, Value(u"Participation"_s)}});
        commit(draft);
        namespace f = fields::indicator;
        const QString code(indicatorCode::fellows);
        create(f::entity, indicator(code),
            {{f::code, Value(code)}, {f::title, Value(code)}, {f::project, Value(project(u"4F"_s))},
                {f::scale, Value(u"count"_s)}, {f::aggregate, Value(u"sum"_s)}, {f::metAt, Value(1)},
                {f::position, Value(6)}, {f::onBoard, Value(false)}});
    }
    QUuid participation(
        QUuid who, QLatin1StringView stage, const QString &code, const QString &awarded, Fields more = {})
    {
        namespace f = fields::participation;
        more.insert(more.end(),
            {{f::person, Value(who)}, {f::stage, Value(stage)},
                {f::territory, code.isEmpty() ? Value() : Value(territory(code))}, {f::date, on(awarded)}});
        return add(f::entity, std::move(more));
    }
    // Until 15 February 2007 three activities, of which one in three territories and of two projects, two
    // agreements, two people trained, one of them twice, three awards; and what comes after or does not
    // count.
    void fill()
    {
        addFellows();
        namespace f = fields::activity;
        const QUuid first = activity(u"Course"_s, u"2006-09"_s, u"BB GY TT"_s,
            {{f::projects, projects(u"1Q 3C"_s)}, {f::headcount, Value(40)}});
        const QUuid next = activity(u"Second course"_s, u"2007-02-01"_s, u"BB"_s,
            {{f::projects, projects(u"1Q"_s)}, {f::headcount, Value(12)}});
        activity(u"Talk"_s, u"2006"_s, u"BB"_s);
        activity(u"To come"_s, u"2007-03"_s, u"BB GY"_s, {{f::headcount, Value(9)}});
        agreement(agreementKind::mou, agreementStage::isSigned, u"BB KN"_s, u"2006-05-01"_s, {},
            {{fields::agreement::project, Value(project(u"4H"_s))}});
        agreement(agreementKind::af, agreementStage::renewed, u"BB"_s, u"2005"_s, u"2009"_s);
        const QUuid registry = organisation(u"Registry"_s, organisationKind::cctldManager, u"BB"_s);
        const QUuid users = organisation(u"Users"_s, organisationKind::als, u"GY BB"_s);
        const QUuid ada = person(u"Ada"_s);
        const QUuid bob = person(u"Bob"_s);
        const QUuid cy = person(u"Cy"_s);
        affiliate(ada, registry);
        affiliate(bob, users);
        affiliate(cy, registry);
        attend(first, ada, QString(trainingLevel::first));
        attend(next, ada, QString(trainingLevel::next));
        attend(first, bob, QString(trainingLevel::first));
        attend(first, cy, QString(trainingLevel::none));
        participation(ada, participationStage::reported, u"BB"_s, u"2006-09"_s);
        participation(ada, participationStage::awarded, u"BB"_s, u"2007-01"_s);
        participation(bob, participationStage::attended, u"GY"_s, u"2007-02-15"_s);
        participation(cy, participationStage::applied, u"BB"_s, u"2007-02"_s);
        participation(cy, participationStage::awarded, u"BB"_s, u"2007-02-16"_s);
    }
};

} // namespace liaison
