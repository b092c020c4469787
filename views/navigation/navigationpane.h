#pragma once

#include <QList>
#include <QString>
#include <QScrollArea>

class QButtonGroup;
class QVBoxLayout;

namespace liaison {

class NavigationButton;
struct ProjectLook;

/// The pages of the window at its side: icon, word, and how many things wait there. Up and Down travel, one
/// is chosen. Narrow, the icons alone are left; more than fit are scrolled to.
class NavigationPane : public QScrollArea
{
    Q_OBJECT

public:
    enum class Width { Whole, Icons };

    explicit NavigationPane(QWidget *parent = nullptr);

    void clear();
    /// An entry below those that are there. @param icon of resources/icons
    void addPage(const QString &objectName, const QString &icon, const QString &text);
    /// The same for a project, by its bar and code.
    void addProject(const QString &objectName, const ProjectLook &project, const QString &text);
    /// A small heading before the entries that follow.
    void addHeading(const QString &text);
    int current() const;
    /// Chooses without telling.
    void setCurrent(int page);
    /// 0: nothing waits, no number stands there.
    void setCount(int page, int count);
    void setWidth(Width width);

Q_SIGNALS:
    void pageChosen(int page);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void add(const QString &objectName, NavigationButton *button);
    void updateWidth();

    QVBoxLayout *m_column;
    QButtonGroup *m_group;
    QList<NavigationButton *> m_buttons;
    QList<QWidget *> m_headings;
    Width m_width = Width::Whole;
};

} // namespace liaison
