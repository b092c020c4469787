#pragma once

#include <QListView>
#include <QUuid>
#include <QWidget>

#include <optional>

namespace liaison {

class AgendaPlacesModel;

/// What stands in the agenda of each territory, on one line each: filled what is done, open what is to come.
/// Time runs from the left in every language. Up and Down go from territory to territory, Left and Right from
/// item to item, Enter or a click opens it.
class AgendaTimeline : public QListView
{
    Q_OBJECT

public:
    /// @param model must outlive the view
    explicit AgendaTimeline(AgendaPlacesModel &model, QWidget *parent = nullptr);

    /// Below it: the day, and the days or months of the period.
    QWidget *makeAxis(QWidget *parent);
    /// The x of a day, from the left of a row.
    qreal placeOf(QDate day) const;
    /// The item at a place of the viewport, by its number in the row.
    std::optional<int> itemAt(QPoint place) const;
    int rowHeight() const;
    int currentItem() const { return m_item; }

Q_SIGNALS:
    void recordRequested(const QString &entity, QUuid row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setItem(int item);
    void openItem(int row, int item);

    AgendaPlacesModel &m_model;
    QWidget *m_axis = nullptr;
    int m_item = 0; // of the current row
};

} // namespace liaison
