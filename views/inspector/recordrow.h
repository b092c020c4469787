#pragma once

#include <QAbstractButton>

namespace liaison {

/// A line of an inspector that leads to a record: when, what, and at the end one more word.
class RecordRow : public QAbstractButton
{
    Q_OBJECT

public:
    struct Content
    {
        QString date; ///< empty: none, the text begins where the date would
        QString text;
        QString extra = {};
        bool isLate = false; ///< date and extra stand out
        bool isBelow = false; ///< belongs to the line above
    };

    explicit RecordRow(const Content &content, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Content m_content;
};

} // namespace liaison
