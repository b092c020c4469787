#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QToolButton;

namespace liaison {

/// Joined buttons of which one is chosen. Where there is too little room for them one button has them all in
/// its menu.
class Segments : public QWidget
{
    Q_OBJECT

public:
    explicit Segments(QWidget *parent = nullptr);

    /// One more at the end; the first is chosen.
    void add(const QString &objectName, const QString &text);
    int current() const;
    /// Chooses without telling.
    void setCurrent(int segment);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int segment);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeRoom();

    QHBoxLayout *m_row;
    QButtonGroup *m_group;
    QToolButton *m_all; // with the menu
};

} // namespace liaison
