#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace liaison {

class InspectorSection;

/// What an inspector is made in, from top to bottom, and made anew when what it tells has changed: where it
/// is scrolled to and what has the keyboard stay.
class InspectorArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit InspectorArea(QWidget *parent = nullptr);

    void begin();
    QWidget *content() const { return m_content; }
    void add(QWidget *widget);
    InspectorSection *addSection(const QString &title);
    /// The column for what stands at the top.
    QVBoxLayout *addHead();
    /// One sentence where nothing else is.
    void addSentence(const QString &text);
    void finish();

private:
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    int m_scrolled = 0;
    QString m_focused; // object and accessible name of what had the keyboard
};

} // namespace liaison
