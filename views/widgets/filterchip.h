#pragma once

#include "views/style/stylesheet.h"

#include <QToolButton>

namespace liaison {

/// A chip that filters: a field and its value, "Level any" with the value in Medium, opening a menu. One that
/// filters has the accent.
class FilterChip : public QToolButton
{
    Q_OBJECT

public:
    explicit FilterChip(QWidget *parent = nullptr);

    /// What it says, to the eye and to screen readers.
    void setChoice(const QString &field, const QString &value, ChipState state);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_field;
    QString m_value;
};

} // namespace liaison
