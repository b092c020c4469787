#pragma once

#include <QString>
#include <QUuid>

#include <vector>

namespace liaison {

class Store;

// A project as pages name it.
struct Project
{
    QUuid id;
    QString code;
    QString title;
    QString plainWords;
    QString wording;
    QString objectiveCode;
    QString objective; // its title
    QString colourLight; // "#rrggbb"
    QString colourDark;

    bool operator==(const Project &) const = default;
};

// By position.
std::vector<Project> projects(const Store &store);
// Null when it is not among them.
const Project *findProject(const std::vector<Project> &projects, QUuid id);

} // namespace liaison
