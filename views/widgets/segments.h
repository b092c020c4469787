#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace liaison {

/// Joined buttons of which one is chosen.
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

Q_SIGNALS:
    void chosen(int segment);

private:
    QHBoxLayout *m_row;
    QButtonGroup *m_group;
};

} // namespace liaison
