#include "views/charts/charts.h"

#include "models/figures/outreach.h"
#include "views/charts/outreachpane.h"
#include "views/charts/trendspane.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace liaison {

std::vector<Chart> charts()
{
    std::vector<Chart> all{{u"goals"_s, QCoreApplication::translate("liaison::Charts", "Goals met"),
        [](const ChartSurroundings &at, QWidget *parent) {
            return new TrendsPane(at.model, at.selection, at.editor, parent);
        }}};
    for (const OutreachFigure &figure : outreachFigures()) {
        if (figure.over != OutreachFigure::Over::Nothing)
            all.push_back(
                {figure.code, figure.titleText(), [&figure](const ChartSurroundings &at, QWidget *parent) {
                     return new OutreachPane(at.model, figure, parent);
                 }});
    }
    return all;
}

} // namespace liaison
