#pragma once

#include <QDate>
#include <QHash>
#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace liaison {

class ContactInspector;
class Editor;
class NoticeStrip;
class PageHead;
class RecordActs;
class RecordsPane;
class Segments;

/// Persons, organisations and who was where, as tables; at the side one of them with what was last done with
/// them.
class PeoplePage : public QWidget
{
    Q_OBJECT

public:
    /// In the order of the buttons.
    enum class Tab { People, Organisations, Roles };

    /// @param editor must outlive the page
    explicit PeoplePage(Editor &editor, QWidget *parent = nullptr);

    /// Who is where is told as of the day.
    void setShown(QDate day);
    void showTab(Tab tab);
    RecordsPane *pane(Tab tab);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Tab tab() const;
    void follow();
    void showCurrent();
    void updateHead();
    void makeRoom();

    Editor &m_editor;
    QDate m_day;
    PageHead *m_head;
    Segments *m_tabs;
    QPushButton *m_add;
    QStackedWidget *m_stack;
    ContactInspector *m_inspector;
    NoticeStrip *m_notice;
    RecordActs *m_acts;
    QHash<int, RecordsPane *> m_panes; // made when first shown
    QTimer m_soon; // several things change in one act
    bool m_behind = true;
};

} // namespace liaison
