#pragma once

#include <QString>

#include <functional>
#include <vector>

class QItemSelectionModel;
class QWidget;

namespace liaison {

class BoardModel;
class ChartPane;
class Editor;

/// What a chart of Presence may look at; all of it outlives the chart.
struct ChartSurroundings
{
    BoardModel &model;
    QItemSelectionModel &selection; ///< of the model
    Editor &editor;
};

/// A chart that Presence can show.
struct Chart
{
    QString key; ///< stable, for settings
    QString title; ///< in the language of the window
    std::function<ChartPane *(const ChartSurroundings &, QWidget *parent)> make;
};

/// All of them, in the order in which they are offered: how many territories meet each goal, and every figure
/// of what was done that can be told over time. A new chart is an entry here and a class.
std::vector<Chart> charts();

} // namespace liaison
