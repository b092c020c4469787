#pragma once

#include "models/domain/editname.h"
#include "models/exchange/recordentry.h"

#include <QMap>
#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;
class QLabel;

namespace liaison {

class Editor;
class FieldEdit;

/// A form for one row of any entity, made from the catalogue. What is wrong is said beside the field; nothing
/// is written until save().
class RecordForm : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the form
    /// @param record null for a new row
    /// @param presets of a new row: field or part to text, as scripts write it
    RecordForm(Editor &editor, const Entity &entity, const Record &record,
        const QMap<QString, QString> &presets = {}, QWidget *parent = nullptr);
    ~RecordForm() override;

    bool isChanged() const;
    /// What else belongs to the step: adds to its draft, of the row whose id is given; an error keeps it from
    /// being written. False in `isExtraChanged`: nothing of it is to be written.
    void setExtra(std::function<bool()> isExtraChanged, std::function<Result<void>(Draft &, QUuid)> addExtra);
    /// True when it is written, or when there was nothing to write. Else the errors stand in the form and the
    /// first field with one has the keyboard.
    bool save();
    /// The row written by save().
    QUuid row() const { return m_row; }
    FieldEdit *edit(QAnyStringView name) const;
    /// The first field that can be changed takes the keyboard.
    void focusFirst();
    /// Beside the field that the error names, else below the form. Returns false, for `return
    /// showError(...)`.
    bool showError(const Error &error);

Q_SIGNALS:
    void edited();

private:
    void addField(const NamedField &named, QGridLayout *grid);
    void refillReadings();
    Record rowAsWritten() const;

    Editor &m_editor;
    const Entity &m_entity;
    Record m_record;
    EntryText m_text;
    std::vector<FieldEdit *> m_edits;
    std::function<bool()> m_isExtraChanged;
    std::function<Result<void>(Draft &, QUuid)> m_addExtra;
    QLabel *m_error;
    QUuid m_row;
};

} // namespace liaison
