#pragma once

#include "models/domain/partialdate.h"
#include "models/items/boardfilter.h"

#include <QWidget>

#include <functional>
#include <vector>

class QAction;
class QActionGroup;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;

namespace liaison {

class FilterChip;

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
    /// The day since which changes are to be marked on the board of a day; null: they are not.
    QDate since(QDate shown) const;
    /// So many months before the day shown; 0: changes are not marked. Emits nothing.
    void setSince(int months);
    void setSince(const PartialDate &date);
    /// An act among the choices of "Changed since".
    void addSinceAct(QAction *act);
    QLineEdit *searchEdit() const { return m_search; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void filterChanged(const liaison::BoardFilter &filter);
    void sinceChosen(); ///< by hand; see since()
    void refused(const QString &message); ///< what was typed is no date
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
        FilterChip *button;
        QString title;
        std::vector<Choice> choices; // the first is "any"
        bool isSet; // another than the first
    };
    void addSince(QHBoxLayout *row);
    void askSinceDate();
    void takeSinceDate();
    void showSince(const QString &text, bool isSet);
    void addChip(const QString &name, const QString &title, std::vector<Choice> choices);
    void fillMenu(size_t chip);
    void change(const std::function<void(BoardFilter &)> &apply);
    void showChips();
    void updateSizes();
    void makeRoom();

    BoardFilter m_filter;
    QLineEdit *m_search;
    std::vector<Chip> m_chips;
    QWidget *m_chipRow;
    QToolButton *m_clear;
    FilterChip *m_since;
    QActionGroup *m_sinceChoices;
    QLineEdit *m_sinceEdit; // seen while a date is asked for
    PartialDate m_sinceDate; // of one's own; null: so many months before
    int m_sinceMonths = 0;
    QLabel *m_shown;
};

} // namespace liaison
