#pragma once

#include <QWidget>

class QItemSelectionModel;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace liaison {

class BoardModel;
class ChoiceChip;
class EarlierMap;
class Editor;
class ElidedLabel;
class MapView;

/// The map with its head: what it shows, whether by geography or as tiles of one size, and beside it on
/// demand the same map on an earlier day.
class MapPane : public QWidget
{
    Q_OBJECT

public:
    /// @param model, selection as for MapView
    MapPane(Editor &editor, BoardModel &model, QItemSelectionModel &selection, QWidget *parent = nullptr);
    ~MapPane() override;

    MapView *view() const { return m_view; }
    void setTwoDates(bool on);
    /// As MapView::setFigure().
    void setFigure(const QString &code);
    EarlierMap *earlier() const { return m_earlier; } ///< null when there is one date

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void describe();

    Editor &m_editor;
    BoardModel &m_model;
    QItemSelectionModel &m_selection;
    QWidget *m_head = nullptr;
    QWidget *m_hue = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_project = nullptr;
    ElidedLabel *m_indicator = nullptr;
    ChoiceChip *m_choice = nullptr; // an indicator, or what was done
    QToolButton *m_geography = nullptr;
    QToolButton *m_tiles = nullptr;
    QToolButton *m_twoDates = nullptr;
    QWidget *m_laterHead = nullptr; // the date over the map, when there are two
    QLabel *m_laterDate = nullptr;
    MapView *m_view;
    QHBoxLayout *m_sides;
    EarlierMap *m_earlier = nullptr;
};

} // namespace liaison
