#pragma once

#include <QAbstractButton>

namespace liaison {

/// One entry of the navigation.
class NavigationButton : public QAbstractButton
{
    Q_OBJECT

public:
    NavigationButton(const QString &icon, const QString &text, QWidget *parent = nullptr);

    void setCount(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    int m_count = 0;
};

} // namespace liaison
