#pragma once

#include "models/exchange/recordentry.h"
#include "views/records/fieldoptions.h"

#include <QWidget>

#include <functional>

class QLabel;

namespace liaison {

/// The editor of one field of a form: the right widget for its type, and below it why its text was refused.
/// It holds text as RecordEntry reads it.
class FieldEdit : public QWidget
{
    Q_OBJECT

public:
    /// @param options of a reference or a reading, asked when they are needed
    FieldEdit(const NamedField &field, std::function<std::vector<FieldOption>()> options,
        QWidget *parent = nullptr);

    const NamedField &field() const { return m_field; }
    /// Empty for no value.
    QString text() const;
    void setText(const QString &text);
    /// The text is the one it was given: nothing of this field is to be written.
    bool isAsGiven() const { return text() == m_given; }
    void takeAsGiven() { m_given = text(); }
    void setReadOnly();
    /// The options have changed: of a reading, when its indicator did.
    void refillOptions();
    void showError(const QString &why);
    /// What takes the keyboard, for the label's key.
    QWidget *control() const { return m_control; }

Q_SIGNALS:
    void edited();
    /// Enter in a field of one line, after what a list offered has been taken.
    void entered();

private:
    QWidget *makeControl();

    NamedField m_field;
    std::function<std::vector<FieldOption>()> m_options;
    QString m_given;
    QWidget *m_control;
    QLabel *m_error;
};

} // namespace liaison
