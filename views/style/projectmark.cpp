#include "views/style/projectmark.h"

#include "views/style/metrics.h"
#include "views/style/palette.h"

#include <QPainter>
#include <QStyle>

namespace liaison {

namespace {

constexpr int codeX = 9; // behind the bar

int widthOf(const ProjectLook &project, FontRole role)
{
    return scaledPx(codeX) + QFontMetrics(textFont(role)).horizontalAdvance(project.code) + 1;
}

int paint(QPainter *painter, const QRect &room, const ProjectLook &project, FontRole role,
    const QPalette &palette, Qt::LayoutDirection direction)
{
    const Tokens tokens = Tokens::of(palette);
    const QFont font = textFont(role);
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(direction, room, part); };
    const int height = qMin(room.height(), QFontMetrics(font).height());
    painter->fillRect(placed({room.x(), room.y() + (room.height() - height) / 2,
                          scaledPx(metrics::projectBarWidth), height}),
        tokens.projectHue(project.colourLight, project.colourDark));
    const int width = qMin(widthOf(project, role), room.width());
    painter->setFont(font);
    painter->setPen(tokens[Token::Ink]);
    painter->drawText(placed({room.x() + scaledPx(codeX), room.y(), width - scaledPx(codeX), room.height()}),
        int(QStyle::visualAlignment(direction, Qt::AlignLeft | Qt::AlignVCenter)) | int(Qt::TextSingleLine),
        project.code);
    return width;
}

} // namespace

int paintProjectMark(QPainter *painter, const QRect &room, const ProjectLook &project,
    const QPalette &palette, Qt::LayoutDirection direction)
{
    return paint(painter, room, project, FontRole::BodyStrong, palette, direction);
}

int projectMarkWidth(const ProjectLook &project)
{
    return widthOf(project, FontRole::BodyStrong);
}

ProjectMark::ProjectMark(const ProjectLook &project, FontRole role, QWidget *parent)
    : QWidget(parent)
    , m_role(role)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProject(project);
}

void ProjectMark::setProject(const ProjectLook &project)
{
    m_project = project;
    setAccessibleName(project.code);
    updateGeometry();
    update();
}

QSize ProjectMark::sizeHint() const
{
    return {widthOf(m_project, m_role), QFontMetrics(textFont(m_role)).height()};
}

void ProjectMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_project, m_role, palette(), layoutDirection());
}

} // namespace liaison
