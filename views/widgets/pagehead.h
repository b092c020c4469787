#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace liaison {

class ElidedLabel;

/// The head of a page: its title, a second text that gives way, and at the end what acts on the whole page.
class PageHead : public QWidget
{
    Q_OBJECT

public:
    explicit PageHead(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &text);
    QLabel *subtitle() const;
    /// Before the title.
    void setMark(QWidget *mark);
    /// At the end, after those that are there.
    void addWidget(QWidget *widget);

protected:
    void changeEvent(QEvent *event) override;

private:
    QHBoxLayout *m_row;
    QLabel *m_title;
    ElidedLabel *m_subtitle;
};

} // namespace liaison
