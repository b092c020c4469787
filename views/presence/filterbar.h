#pragma once

#include "models/items/boardfilter.h"

#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace liaison {

/// The filter bar of Presence: a search and chips "Field value" that open menus; at the end what is shown of
/// how many.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(QWidget *parent = nullptr);

    const BoardFilter &filter() const { return m_filter; }
    void setFilter(const BoardFilter &filter);
    /// The projects there are to choose from: code and title.
    void setProjects(const std::vector<std::pair<QString, QString>> &projects);
    void setShown(int rows, int of);
    QLineEdit *searchEdit() const { return m_search; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filterChanged(const liaison::BoardFilter &filter);
    /// Changes are to be marked since so many months before the date shown; 0: none are.
    void sinceChosen(int months);
    /// Esc or Enter in the search: the keyboard may go back to the view.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Choice
    {
        QString text;
        std::function<void(BoardFilter &)> apply;
        std::function<bool(const BoardFilter &)> holds;
    };
    struct Chip
    {
        QToolButton *button;
        QString title;
        std::vector<Choice> choices; // the first is "any"
        bool isSet; // another than the first
    };
    void addSince(QHBoxLayout *row);
    void addChip(const QString &name, const QString &title, std::vector<Choice> choices);
    void fillMenu(size_t chip);
    void change(const std::function<void(BoardFilter &)> &apply);
    void showChips();
    void makeRoom();

    BoardFilter m_filter;
    QLineEdit *m_search;
    std::vector<Chip> m_chips;
    QWidget *m_chipRow;
    QToolButton *m_clear;
    QToolButton *m_since;
    QLabel *m_shown;
};

} // namespace liaison
