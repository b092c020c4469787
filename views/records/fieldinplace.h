#pragma once

#include "models/domain/record.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace liaison {

class Editor;
class FieldEdit;

/// One field of a record as text, with a link that opens it for editing in place: Ctrl+Enter writes it, Esc
/// leaves it as it was.
class FieldInPlace : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the widget @param field a plain field of the record's entity
    FieldInPlace(Editor &editor, const Record &record, QLatin1StringView field, QWidget *parent = nullptr);

    void open();

Q_SIGNALS:
    void refused(const QString &message);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close();
    void write();

    Editor &m_editor;
    Record m_record;
    const Field &m_field;
    QVBoxLayout *m_column;
    QLabel *m_text;
    QToolButton *m_link;
    QWidget *m_form = nullptr; // both when it has been opened
    FieldEdit *m_edit = nullptr;
};

} // namespace liaison
