#pragma once

#include <QLabel>

namespace liaison {

/// One line of plain text that ends in an ellipsis where it does not fit; the whole of it is in the tooltip
/// then.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace liaison
