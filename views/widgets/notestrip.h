#pragma once

#include <QWidget>

class QToolButton;

namespace liaison {

class ElidedLabel;

/// One sentence and one link above what they concern, for what is true of the whole view.
class NoteStrip : public QWidget
{
    Q_OBJECT

public:
    /// @param sign a character before the sentence, such as the "almost equal" of a reconstruction; may be
    /// empty
    explicit NoteStrip(const QString &sign, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;
    /// The link at the end; the caller names it (objectName, accessible name) and connects it.
    QToolButton *link() const { return m_link; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateHeight();

    ElidedLabel *m_label;
    QToolButton *m_link;
};

} // namespace liaison
