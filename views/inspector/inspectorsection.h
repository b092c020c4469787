#pragma once

#include "views/style/stylesheet.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace liaison {

/// A group of the inspector: a small head with at most one link at the right, lines below, a hairline above.
class InspectorSection : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorSection(const QString &title, QWidget *parent = nullptr);

    /// The link in the head.
    QToolButton *addLink(const QString &objectName, const QString &text, const QString &accessibleName);
    /// A line of plain text, over several rows when it is long.
    void addText(const QString &text, Ink ink = Ink::First);
    /// A label and what it says, in two columns.
    void addFact(const QString &label, const QString &text);
    /// Something counted, and how many at the end of the line.
    void addCount(const QString &what, const QString &count);
    void addWidget(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_column;
    QHBoxLayout *m_head;
};

} // namespace liaison
