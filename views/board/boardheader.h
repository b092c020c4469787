#pragma once

#include <QHeaderView>

namespace liaison {

/// The head of the board: over each indicator its project's bar and code, its heading in condensed type and
/// its name. Columns of one project side by side share the bar, and only the first of them shows the code.
class BoardHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit BoardHeader(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// Of what must be seen of a column.
    QSize sectionSizeFromContents(int section) const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString text(int section, int role) const;
    bool sharesProject(int section) const; // with the one before it
};

} // namespace liaison
