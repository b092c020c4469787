#pragma once

#include "models/items/boardmodel.h"
#include "views/widgets/datebox.h"

#include <QItemSelectionModel>
#include <QWidget>

class QLabel;

namespace liaison {

class Editor;
class MapView;

/// The map of the same region on an earlier day, to stand beside the one of today: same part, same selection,
/// same indicator, same kind of picture.
class EarlierMap : public QWidget
{
    Q_OBJECT

public:
    /// @param later, selection, laterView of the map beside it; all must outlive this one
    EarlierMap(Editor &editor, BoardModel &later, QItemSelectionModel &selection, MapView &laterView,
        QWidget *parent = nullptr);
    ~EarlierMap() override;

    const BoardModel &model() const { return m_model; }
    MapView *view() const { return m_view; }
    DateBox *dateBox() const { return m_date; }
    static int headHeight(); ///< of the bar with the date, for the one beside it
    /// A day that is not before the later map's is refused: the label says so.
    void setDate(const PartialDate &date);
    /// How many places have turned: in the indicator that is shown, on tiles in any.
    int turned() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void followBoard();
    void step(DateBox::Step step);
    void takeSelection(const QItemSelectionModel &from, QItemSelectionModel &to);
    void tell();

    BoardModel &m_later;
    QItemSelectionModel &m_laterSelection;
    MapView &m_laterView;
    BoardModel m_model;
    QItemSelectionModel m_selection;
    QWidget *m_head;
    DateBox *m_date;
    QLabel *m_label;
    MapView *m_view;
    bool m_isTaking = false; // a selection from the other
};

} // namespace liaison
