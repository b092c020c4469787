#pragma once

#include <QWidget>

class QItemSelectionModel;
class QLabel;
class QToolButton;

namespace liaison {

class BoardModel;
class ElidedLabel;
class MapView;

/// The map with its head: what it shows, and whether by geography or as tiles of one size.
class MapPane : public QWidget
{
    Q_OBJECT

public:
    /// @param model, selection as for MapView
    MapPane(BoardModel &model, QItemSelectionModel &selection, QWidget *parent = nullptr);

    MapView *view() const { return m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void describe();

    BoardModel &m_model;
    QWidget *m_head = nullptr;
    QWidget *m_hue = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_project = nullptr;
    ElidedLabel *m_indicator = nullptr;
    QToolButton *m_geography = nullptr;
    QToolButton *m_tiles = nullptr;
    MapView *m_view;
};

} // namespace liaison
