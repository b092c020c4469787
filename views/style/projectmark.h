#pragma once

#include "views/style/typography.h"

#include <QRect>
#include <QWidget>

class QPainter;

namespace liaison {

/// A project as data knows it: its code, and its colours as "#rrggbb".
struct ProjectLook
{
    QString code;
    QString colourLight;
    QString colourDark;
};

/// The bar in the project's hue and its code behind it, in Medium, where a line of text begins.
/// @param direction Qt::RightToLeft: from the right edge of `room`
/// @return how much of the room's width it took
int paintProjectMark(QPainter *painter, const QRect &room, const ProjectLook &project,
    const QPalette &palette, Qt::LayoutDirection direction);
int projectMarkWidth(const ProjectLook &project);

/// The same as a widget, before a title.
class ProjectMark : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectMark(const ProjectLook &project, FontRole role, QWidget *parent = nullptr);

    void setProject(const ProjectLook &project);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ProjectLook m_project;
    FontRole m_role;
};

} // namespace liaison
