#pragma once

#include <QLayout>

#include <vector>

namespace liaison {

/// Puts widgets beside each other in the direction of reading and begins another line where they end. A
/// widget whose size policy expands takes the rest of its line.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    /// @param spacing in px, between widgets and between lines
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    /// Puts the widget at a place, as addWidget() puts it last.
    void insertWidget(int place, QWidget *widget);

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int place) const override;
    QLayoutItem *takeAt(int place) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Pass { Measure, Place };
    int arrange(const QRect &rect, Pass pass) const;

    std::vector<QLayoutItem *> m_items;
};

} // namespace liaison
