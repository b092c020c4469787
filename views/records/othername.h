#pragma once

#include "models/exchange/recordentry.h"
#include "models/exchange/rowchoices.h"

#include <QUuid>
#include <QWidget>

#include <optional>

class QToolButton;

namespace liaison {

class Editor;
class FieldEdit;

/// A link that opens into a field: which territory a row of a board with a reconstructed name stands for
/// after all. What it writes is one step that can be undone.
class OtherName : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the widget
    OtherName(Editor &editor, QUuid region, QUuid territory, QWidget *parent = nullptr);

    /// Shows the field and gives it the keyboard.
    void open();

Q_SIGNALS:
    /// It was written: what, for the notice.
    void renamed(const QString &what);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose();
    void close();

    Editor &m_editor;
    QUuid m_region;
    QUuid m_territory;
    QToolButton *m_link;
    QWidget *m_form = nullptr; // both when it is open
    FieldEdit *m_edit = nullptr;
    std::optional<EntryText> m_text;
    std::optional<RowChoices> m_rows;
};

} // namespace liaison
