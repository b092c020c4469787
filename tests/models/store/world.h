#pragma once

#include "tests/models/store/laptop.h"
#include "tests/models/store/picture.h"

#include <array>
#include <iosfwd>
#include <map>
#include <optional>
#include <random>

namespace liaison {

// One step of a random history: numbers that any state of the world can interpret, so that a failing history
// stays a history when RapidCheck leaves steps out.
struct Step
{
    unsigned act = 0;
    unsigned who = 0;
    unsigned row = 0;
    unsigned fields = 0;
    unsigned value = 0;
    unsigned luck = 0;
};

std::ostream &operator<<(std::ostream &out, const Step &step);

// Ends the history as a failure, with the reason.
void require(bool holds, const QString &what);

// Three people with a file each, clocks that disagree by up to 400 days, and everything that happens to them.
// After every step the store that acted is compared with the oracle; a difference throws a failure for
// RapidCheck.
class World
{
public:
    explicit World(const QString &folder);

    void perform(const Step &step);
    // Everybody gets everything, in random order; then all must show the same, and the promises about the
    // whole history must hold.
    void conclude();

private:
    // What somebody had on screen: the record, and what the edits behind it were.
    struct Sight
    {
        Record record;
        oracle::RowTruth truth;
        std::set<EditName> known; // all edits folded at that time
    };
    struct Person
    {
        std::unique_ptr<Laptop> laptop;
        oracle::EditSet known; // what the file must hold
        std::vector<Sight> sights;
        std::optional<std::pair<QString, oracle::EditSet>> oldCopy;
        Picture before;
    };

    void create(Person &person, const Step &step);
    void change(Person &person, const Step &step);
    void look(Person &person, const Step &step);
    void settleConflict(Person &person, const Step &step);
    void undo(Person &person, const Step &step);
    void exchange(Person &person, const Step &step);
    void hearNewerProgram(Person &person, const Step &step);
    void hearFork(Person &person, const Step &step);
    void hearErasure(Person &person, const Step &step);
    void takeCopy(Person &person);
    void restoreCopy(Person &person);
    void cloneFile(Person &person, const Step &step);
    void crash(Person &person);
    void reopen(Person &person);
    void rebuild(Person &person);

    std::optional<Sight> sightOf(Person &person, const Step &step);
    std::vector<std::pair<QLatin1StringView, Value>> someFields(const Entity &entity, const Step &step);
    void learnOwn(Person &person, const EditName &name, const std::vector<std::pair<Change, Sight>> &intents);
    std::vector<Edit> erasuresWithTheirPast(const Person &person) const;
    void hear(Person &person, std::vector<Edit> edits);
    void verify(Person &person);
    void verifyAuthoring(const Edit &edit, const std::vector<std::pair<Change, Sight>> &intents);
    void verifyUndo(const Edit &edit, const Edit &undone, const oracle::Truth &before) const;
    oracle::RowTruth truthOfRow(const Person &person, const oracle::RowId &row) const;
    void verifyPromises(const oracle::Truth &truth) const;
    Edit chained(
        QUuid replica, const QString &author); // the next edit of somebody who is not one of the three

    QString m_folder;
    qint64 m_time = 1'171'497'600'000; // 15 February 2007
    std::mt19937 m_random;
    std::array<Person, 3> m_people;
    std::map<EditName, std::set<EditName>> m_sawWhat; // of edits written here: all their author had seen
    std::map<QUuid, std::pair<qint64, EditName>> m_strangers;
    std::vector<QUuid> m_notes;
    bool m_forkWasHeard = false;
    int m_copies = 0;
    int m_count = 0;
};

} // namespace liaison
