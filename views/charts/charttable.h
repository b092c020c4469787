#pragma once

#include <QTableWidget>

namespace liaison {

/// The same as a chart in words and numbers, for who cannot see it or wants them.
class ChartTable : public QTableWidget
{
    Q_OBJECT

public:
    ChartTable(const QString &objectName, const QString &accessibleName, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    /// Empty, with these columns.
    void begin(const QStringList &heads, int rows);
    void updateSizes();
};

} // namespace liaison
