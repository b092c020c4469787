#pragma once

#include <QHash>
#include <QString>
#include <QUuid>
#include <QWidget>

#include <functional>
#include <vector>

class QStackedWidget;

namespace liaison {

class AgendaPage;
class Editor;
class IssueFinder;
class NavigationPane;
class PeoplePage;
class PresencePage;
class ProgrammesPage;
class SettlePage;

// The pages of the open file and the navigation beside them. A page is made when it is first shown; all go
// with the file, the frame stays for the next one.
class FilePages : public QWidget
{
    Q_OBJECT

public:
    explicit FilePages(QWidget *parent = nullptr);

    // Presence is made and shown.
    void openFile(Editor &editor);
    void closeFile();

    // Null when no file is open.
    PresencePage *presence() const { return m_presence; }
    // The same; made when first asked for.
    SettlePage *settle();

    // All there are, in the order of the navigation: "presence", "programmes", "agenda", "people", "settle".
    QStringList keys() const;
    // The page by its key; null when there is none.
    QWidget *page(const QString &key);
    // False when there is no such page.
    bool showPage(const QString &key);
    // Its icons only in a narrow window.
    void setNarrow(bool narrow);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void pageShown(const QString &key);

private:
    struct Entry
    {
        QString key;
        std::function<QWidget *()> make;
    };

    void addPage(
        const QString &key, const QString &icon, const QString &text, std::function<QWidget *()> make);
    void fillNavigation();
    AgendaPage *makeAgenda();
    SettlePage *makeSettle();
    ProgrammesPage *makeProgrammes();
    PeoplePage *makePeople();
    void showTerritory(QUuid territory);
    QWidget *takerOf(QKeyEvent &event) const;

    Editor *m_editor = nullptr;
    NavigationPane *m_navigation;
    QStackedWidget *m_stack;
    std::vector<Entry> m_entries; // as they stand in the navigation
    QHash<QString, QWidget *> m_made;
    PresencePage *m_presence = nullptr;
    IssueFinder *m_finder = nullptr;
};

} // namespace liaison
