#pragma once

#include <QTimer>
#include <QWidget>

class QAbstractButton;
class QLabel;
class QToolButton;

namespace liaison {

class ElidedLabel;

/// What was done, or why it was not, with one button; above the status bar, gone after 8 s or Esc. Nobody has
/// to answer it.
class NoticeStrip : public QWidget
{
    Q_OBJECT

public:
    enum class Stay {
        Shortly, ///< gone after 8 s
        UntilClosed, ///< what must be read: a refusal
    };

    explicit NoticeStrip(QWidget *parent = nullptr);

    /// Shows a text in place of the one before. With a button text, a press closes the strip and emits
    /// acted().
    void show(const QString &text, Stay stay, const QString &button = {}, const QString &key = {});
    void dismiss();
    QString text() const;

Q_SIGNALS:
    void acted();
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void enterEvent(QEnterEvent *event) override; // somebody reads or aims: it stays
    void leaveEvent(QEvent *event) override;

private:
    void updateHeight();

    ElidedLabel *m_label;
    QToolButton *m_button;
    QLabel *m_key;
    QToolButton *m_close;
    QTimer m_timer;
    Stay m_stay = Stay::Shortly;
};

} // namespace liaison
