#pragma once

#include <QString>
#include <QVariant>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;

namespace liaison {

class FilterChip;

/// A filter bar: a search and chips "Field value" that open menus, at the end what is shown of how many. What
/// a choice means is the page's business.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    struct Choice
    {
        QString text;
        QVariant value; ///< null: does not filter
    };

    explicit ChipBar(QWidget *parent = nullptr);

    /// One more chip. @param choices the first does not filter @return its place
    int addChip(const QString &objectName, const QString &title, std::vector<Choice> choices);
    /// Others to choose from; what was chosen stays when it is among them, else changed() is emitted.
    void setChoices(int chip, std::vector<Choice> choices);
    /// Null when the chip does not filter.
    QVariant value(int chip) const;
    void setValue(int chip, const QVariant &value);
    /// What is searched for, without needless spaces.
    QString text() const;
    bool isSet() const;
    void clear();
    void setShown(qint64 rows, qint64 of);
    QLineEdit *searchEdit() const { return m_search; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed(); ///< by hand or not
    /// Esc, Enter or Down in the search: the keyboard may go back to the view.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Chip
    {
        FilterChip *button;
        QString title;
        std::vector<Choice> choices;
        size_t chosen = 0;
    };
    void choose(size_t chip, size_t choice);
    void fillMenu(size_t chip);
    void showChoice(const Chip &chip);
    void follow();
    void updateSizes();
    void makeRoom();

    QLineEdit *m_search;
    QWidget *m_row; // of the chips
    std::vector<Chip> m_chips;
    QToolButton *m_clear;
    QLabel *m_shown;
};

} // namespace liaison
