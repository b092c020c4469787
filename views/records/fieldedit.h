#pragma once

#include "models/domain/clock.h"
#include "models/exchange/recordentry.h"
#include "views/records/fieldoptions.h"
#include "views/records/rowsedit.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace liaison {

/// What the editor of a field asks for when it needs it.
struct FieldContext
{
    RowChoices *rows = nullptr; ///< of references; outlives the editor
    RowMaker makeRow = {}; ///< empty: a reference is to what is on file
    std::function<std::vector<FieldOption>()> readings = {}; ///< of a reading
    Clock clock = systemClock(); ///< for "today"
};

/// The editor of one field of a form: the right widget for its type, and below it why its text was refused.
/// It holds text as RecordEntry reads it.
class FieldEdit : public QWidget
{
    Q_OBJECT

public:
    FieldEdit(const NamedField &field, FieldContext context, QWidget *parent = nullptr);

    const NamedField &field() const { return m_field; }
    /// Empty for no value.
    QString text() const { return m_read(); }
    void setText(const QString &text) { m_write(text); }
    /// The text is the one it was given: nothing of this field is to be written.
    bool isAsGiven() const { return text() == m_given; }
    void takeAsGiven() { m_given = text(); }
    void setReadOnly();
    /// Understands what is typed. False when it cannot: it asks beside the field what is meant.
    bool settle();
    /// Whether two of these read well beside each other.
    bool isShort() const;
    /// The options have changed: of a reading, when its indicator did.
    void refillOptions();
    void showError(const QString &why);
    bool hasError() const;
    /// What takes the keyboard, for the label's key.
    QWidget *control() const { return m_control; }

Q_SIGNALS:
    void edited();
    /// Enter in a field of one line, after what a list offered has been taken.
    void entered();

private:
    QWidget *makeWhole();
    QWidget *makeLine();
    QWidget *makeDate();
    QWidget *makeMoney();
    QWidget *makeLink();
    QWidget *makeLongText();
    QWidget *makeCombo();
    QWidget *makeButtons();
    QWidget *makeCheckList();
    QWidget *makeRows();
    QLineEdit *addLine(QHBoxLayout *row);
    QLabel *addReading(QHBoxLayout *row);

    NamedField m_field;
    FieldContext m_context;
    QString m_given;
    std::function<QString()> m_read;
    std::function<void(const QString &)> m_write;
    RowsEdit *m_rows = nullptr;
    QWidget *m_control = nullptr;
    QWidget *m_whole;
    QLabel *m_error;
};

} // namespace liaison
