#pragma once

#include <QList>
#include <QWidget>

class QLabel;
class QToolButton;

namespace liaison {

/// A choice among a few that stand beside each other as joined buttons, such as the steps of a stage or yes
/// and no; or none, which is said in words. The arrow keys go along, Delete takes the choice back.
class ChoiceButtons : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        QString code;
        QString shown;
    };

    /// @param title of what is chosen, for screen readers
    ChoiceButtons(const QString &title, const QList<Choice> &choices, QWidget *parent = nullptr);

    /// Empty for none; one that is no choice here is kept.
    QString code() const { return m_code; }
    void setCode(const QString &code);

Q_SIGNALS:
    void edited(); ///< code() is another

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int place() const;
    void choose(const QString &code);

    QList<Choice> m_choices;
    QList<QToolButton *> m_buttons;
    QLabel *m_none;
    QString m_code;
};

} // namespace liaison
