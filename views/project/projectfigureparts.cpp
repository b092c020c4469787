#include "views/project/projectfigureparts.h"

#include "models/store/store.h"
#include "views/charts/outreachchart.h"
#include "views/map/territorytiles.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/codelist.h"
#include "views/widgets/filterchip.h"
#include "views/widgets/literaltext.h"

#include <QActionGroup>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace liaison {

namespace {

QVBoxLayout *columnIn(QWidget *part)
{
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::controlGap);
    return column;
}

} // namespace

ProjectFigureParts::ProjectFigureParts(QWidget *page)
    : QObject(page)
    , m_tilesPart(new QWidget(page))
    , m_timePart(new QWidget(page))
    , m_silentPart(new QWidget(page))
    , m_chip(new FilterChip(m_tilesPart))
    , m_none(new QLabel(m_tilesPart))
    , m_tiles(new TerritoryTiles(m_tilesPart))
    , m_chart(new OutreachChart(OutreachChart::Title::Elsewhere, m_timePart))
    , m_silent(new CodeList(m_silentPart))
    , m_statement(new QLabel(m_timePart))
{
    QVBoxLayout *tiles = columnIn(m_tilesPart);
    auto *head = new QHBoxLayout;
    m_chip->setObjectName(objectNames::projectFigureChip);
    m_chip->setMenu(new QMenu(m_chip));
    head->addWidget(m_chip);
    head->addStretch(1);
    tiles->addLayout(head);
    setTextRole(m_none, FontRole::Body, Ink::Third);
    m_none->setWordWrap(true);
    tiles->addWidget(m_none);
    m_tiles->setObjectName(objectNames::projectTiles);
    tiles->addWidget(m_tiles);
    tiles->addStretch(1);

    QVBoxLayout *time = columnIn(m_timePart);
    setTextRole(m_statement, FontRole::BodyStrong);
    m_statement->setWordWrap(true);
    time->addWidget(m_statement);
    time->addWidget(m_chart, 1);

    QVBoxLayout *silent = columnIn(m_silentPart);
    m_silent->setObjectName(objectNames::projectSilentLabel);
    silent->addWidget(m_silent);

    connect(m_chip->menu(), &QMenu::aboutToShow, this, &ProjectFigureParts::fillMenu);
    connect(m_tiles, &TerritoryTiles::territoryChosen, this, &ProjectFigureParts::territoryChosen);
    connect(m_silent, &CodeList::territoryChosen, this, &ProjectFigureParts::territoryChosen);
}

void ProjectFigureParts::fillMenu()
{
    QMenu *menu = m_chip->menu();
    menu->clear();
    for (const OutreachFigure &each : outreachFigures()) {
        const QString code(each.code);
        QAction *act = menu->addAction(literalText(each.titleText()), this, [this, code] { choose(code); });
        act->setCheckable(true);
        act->setChecked(code == m_figure);
    }
}

void ProjectFigureParts::choose(const QString &figure)
{
    m_isChosen = true;
    if (figure == m_figure || !outreachFigure(figure))
        return;
    m_figure = figure;
    Q_EMIT figureChosen();
}

ProjectFigureParts::Content ProjectFigureParts::read(
    const Store &store, const Project &project, const Region &region, QDate day, const QString &wanted)
{
    const std::vector<OutreachFigure> &all = outreachFigures();
    const auto found = std::find_if(all.begin(), all.end(), [&](const OutreachFigure &each) {
        return wanted.isEmpty() ? outreachOfProject(store, each, {.until = day}, project.id).has_value()
                                : wanted == each.code;
    });
    const OutreachFigure &figure = found == all.end() ? all.front() : *found;
    OutreachScope scope;
    scope.project = project.id;
    scope.region = region;
    Content content;
    content.figure = QString(figure.code);
    content.numbers = projectFigure(store, figure, project.id, region, day);
    content.times = outreachTimes(store, figure, day, scope);
    const QHash<QUuid, Territory> known = territories(store);
    for (const Region::Member &member : region.members) {
        const auto territory = known.constFind(member.territory);
        if (territory != known.constEnd() && territory->existsOn(day))
            content.places.push_back(*territory);
    }
    return content;
}

void ProjectFigureParts::show(const Content &content, const Project &project)
{
    m_figure = content.figure;
    const QString title = outreachFigure(m_figure)->titleText();
    m_chip->setChoice(tr("By territory"), title, ChipState::Unset);
    TerritoryTiles::Content tiles;
    tiles.territories = content.places;
    tiles.numbers = content.numbers.numbers;
    tiles.noun = title;
    tiles.hueLight = project.colourLight;
    tiles.hueDark = project.colourDark;
    m_tiles->setContent(std::move(tiles));
    m_none->setVisible(!content.numbers.total);
    m_none->setText(tr("Nothing of this is on record for the project."));

    m_chart->setTimes(content.times);
    const QString empty = m_chart->emptyText();
    m_statement->setText(empty.isEmpty() ? m_chart->statement() : empty);
    m_chart->setVisible(empty.isEmpty());

    std::vector<CodeList::Place> places;
    for (const QUuid &id : content.numbers.silent) {
        const auto place = std::find_if(content.places.begin(), content.places.end(),
            [&](const Territory &each) { return each.id == id; });
        places.push_back({id, place->code, place->name});
    }
    m_silent->setPlaces(places, tr("%1: nothing for two years").arg(title),
        places.empty()
            ? tr("none of %L1").arg(content.numbers.of)
            : tr("%L1 of %L2:").arg(static_cast<qlonglong>(places.size())).arg(content.numbers.of));
}

} // namespace liaison
