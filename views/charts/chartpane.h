#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QStackedLayout;
class QToolButton;

namespace liaison {

class ChoiceChip;

/// One chart of those that Presence shows, with its head: which chart it is, what it says in a sentence, and
/// whether as a chart or a table. Nothing is made before it is first shown.
class ChartPane : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// What can be shown instead, in the head. Without it there is no choice.
    void setChoice(const QStringList &charts, int current);

Q_SIGNALS:
    void chartChosen(int chart); ///< another one of the choice
    void asOfMoved(const QDate &day); ///< another date is asked for

protected:
    virtual QWidget *makeChart() = 0;
    virtual QWidget *makeTable() = 0;
    /// It is shown: read what is stale.
    virtual void refresh() = 0;
    virtual void updateHead() = 0;

    bool isMade() const { return m_body != nullptr; }
    /// In the head; the statement may be empty.
    void say(const QString &statement, const QString &unit);
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();

    QStringList m_charts;
    int m_current = 0;
    QWidget *m_head = nullptr;
    ChoiceChip *m_choice = nullptr;
    QLabel *m_statement = nullptr;
    QLabel *m_unit = nullptr;
    QToolButton *m_chartButton = nullptr;
    QToolButton *m_tableButton = nullptr;
    QStackedLayout *m_body = nullptr;
};

} // namespace liaison
