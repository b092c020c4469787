#pragma once

#include "models/domain/record.h"

#include <QDialog>

class QLabel;

namespace liaison {

class Editor;

/// Before a person is erased: what that does, that it cannot be undone, which backups still hold the person
/// and where else they are mentioned. Afterwards the same lists stay until it is closed. Deletes itself when
/// closed.
class EraseDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param editor must outlive the dialog
    EraseDialog(Editor &editor, const Record &person, QWidget *parent);

Q_SIGNALS:
    void erased();

private:
    void erase();

    Editor &m_editor;
    Record m_person;
    QLabel *m_error;
};

} // namespace liaison
