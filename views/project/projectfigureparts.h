#pragma once

#include "models/figures/outreachtimes.h"
#include "models/figures/projectpage.h"
#include "models/figures/territory.h"

#include <QDate>
#include <QObject>
#include <QUuid>

class QLabel;
class QWidget;

namespace liaison {

class CodeList;
class FilterChip;
class OutreachChart;
class Store;
class TerritoryTiles;

/// One figure of what was done for a project: by territory as tiles, per quarter, and the territories where
/// there was nothing for two years. Which figure is chosen here. Its three parts stand apart on the page;
/// this makes and fills them.
class ProjectFigureParts : public QObject
{
    Q_OBJECT

public:
    /// The parts belong to `page`.
    explicit ProjectFigureParts(QWidget *page);

    QWidget *tilesPart() const { return m_tilesPart; }
    QWidget *timePart() const { return m_timePart; }
    QWidget *silentPart() const { return m_silentPart; }
    TerritoryTiles *tiles() const { return m_tiles; }
    OutreachChart *chart() const { return m_chart; }
    CodeList *silent() const { return m_silent; }
    QString figure() const { return m_figure; } ///< its code

    struct Content
    {
        QString figure; // its code
        ProjectFigure numbers;
        OutreachTimes times;
        std::vector<Territory> places; // of the region on the day
    };
    /// @param figure its code; empty: the first of which the project has something
    static Content read(
        const Store &store, const Project &project, const Region &region, QDate day, const QString &figure);
    void show(const Content &content, const Project &project);
    void choose(const QString &figure);
    QString chosen() const { return m_isChosen ? m_figure : QString(); } ///< by hand; else empty

Q_SIGNALS:
    void territoryChosen(QUuid territory);
    void figureChosen();

private:
    void fillMenu();

    QWidget *m_tilesPart;
    QWidget *m_timePart;
    QWidget *m_silentPart;
    FilterChip *m_chip;
    QLabel *m_none;
    TerritoryTiles *m_tiles;
    OutreachChart *m_chart;
    CodeList *m_silent;
    QLabel *m_statement;
    QString m_figure;
    bool m_isChosen = false; // by hand
};

} // namespace liaison
