#pragma once

#include <QString>
#include <QTableView>
#include <QUuid>

namespace liaison {

class ProjectTableModel;

/// A small table of a project's page: as high as its rows, with stage steps, bars and level symbols. Enter or
/// a click opens the record of a row.
class ProjectTable : public QTableView
{
    Q_OBJECT

public:
    /// @param model must outlive the table; @param stretched the column that takes the room there is
    ProjectTable(ProjectTableModel &model, int stretched, QWidget *parent = nullptr);

    /// Of the project, as data has it.
    void setHue(const QString &light, const QString &dark);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void recordRequested(const QString &entity, QUuid row);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Delegate;
    void open(const QModelIndex &index);
    void updateSizes();

    ProjectTableModel &m_model;
    Delegate *m_delegate;
    int m_stretched;
};

} // namespace liaison
