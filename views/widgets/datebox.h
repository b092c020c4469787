#pragma once

#include "models/domain/partialdate.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLineEdit;
class QToolButton;

namespace liaison {

/// A date as somebody writes it: 2007, 2007-02, 2007-02-15, "15 Feb 2007" and "Feb 2007" in the locale's
/// words and order, or "today". Nothing when it is none of them.
std::optional<PartialDate> dateFromText(const QString &text, const QLocale &locale, QDate today);

/// A date that is typed, with buttons to what its owner calls the one before and after. The arrow keys up and
/// down go by day, month or year, whatever its precision is.
class DateBox : public QWidget
{
    Q_OBJECT

public:
    /// @param today asked when it is needed, because midnight passes
    explicit DateBox(std::function<QDate()> today, QWidget *parent = nullptr);
    ~DateBox() override;

    const PartialDate &date() const { return m_date; }
    /// Shows a date; emits nothing.
    void setDate(const PartialDate &date);
    QLineEdit *edit() const { return m_edit; }
    enum class Step { Earlier, Later };
    QToolButton *stepButton(Step step) const { return step == Step::Earlier ? m_earlier : m_later; }

Q_SIGNALS:
    void stepRequested(liaison::DateBox::Step step); ///< one of the buttons
    void dateChosen(const liaison::PartialDate &date);
    void refused(const QString &message); ///< what was typed is no date
    void left(); ///< Esc, or Enter after a date: the keyboard may go back to where it came from

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void step(Step step);
    bool take();
    void updateSizes();

    std::function<QDate()> m_today;
    PartialDate m_date;
    QToolButton *m_earlier;
    QLineEdit *m_edit;
    QToolButton *m_later;
};

} // namespace liaison
