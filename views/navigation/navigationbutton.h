#pragma once

#include "views/style/projectmark.h"

#include <QAbstractButton>

namespace liaison {

/// One entry of the navigation: a page with its icon, or a project with its bar and code.
class NavigationButton : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationButton(const QString &icon, const QString &text, QWidget *parent = nullptr);
    NavigationButton(const ProjectLook &project, const QString &text, QWidget *parent = nullptr);

    void setCount(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon; // empty for a project
    ProjectLook m_project;
    int m_count = 0;
};

} // namespace liaison
