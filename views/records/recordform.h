#pragma once

#include "models/domain/editname.h"
#include "models/exchange/recordentry.h"
#include "models/exchange/rowchoices.h"

#include <QMap>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace liaison {

class Editor;
class FieldEdit;

/// A form for one row of any entity, made from the catalogue: its sections, the right widget for each field,
/// short ones beside each other. What is wrong is said beside the field; nothing is written until save(), and
/// then as one step with the rows that were missing for it.
class RecordForm : public QWidget
{
    Q_OBJECT

public:
    /// @param editor must outlive the form
    /// @param record null for a new row
    /// @param presets of a new row: field or part to text, as scripts write it
    RecordForm(Editor &editor, const Entity &entity, const Record &record,
        const QMap<QString, QString> &presets = {}, QWidget *parent = nullptr);
    /// For a row that another form refers to and that its save() will create: written() instead of save().
    RecordForm(
        RecordForm &needs, const Entity &entity, const QMap<QString, QString> &presets, QWidget *parent);
    ~RecordForm() override;

    bool isChanged() const;
    /// What else belongs to the step: adds to its draft, of the row whose id is given; an error keeps it from
    /// being written. False in `isExtraChanged`: nothing of it is to be written.
    void setExtra(std::function<bool()> isExtraChanged, std::function<Result<void>(Draft &, QUuid)> addExtra);
    /// True when it is written, or when there was nothing to write. Else the errors stand in the form and the
    /// first field with one has the keyboard.
    bool save();
    /// What the fields say, when nothing is wrong; else as save().
    std::optional<FieldValues> written();
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
    RecordForm(Editor &editor, const Entity &entity, const Record &record,
        const QMap<QString, QString> &presets, RecordForm *needs, QWidget *parent);
    void addFields(QVBoxLayout *column);
    QWidget *addField(const NamedField &named);
    void makeRow(const Field &field, const QString &name, std::function<void(const RowChoice &)> made);
    void refillReadings();
    Record rowAsWritten() const;
    std::optional<RecordEntry> read();
    void showWrong(FieldEdit *edit);

    Editor &m_editor;
    const Entity &m_entity;
    Record m_record;
    std::shared_ptr<EntryText> m_text; // both shared with the form that needs this one's row
    std::shared_ptr<RowChoices> m_rows;
    std::vector<FieldEdit *> m_edits;
    std::function<bool()> m_isExtraChanged;
    std::function<Result<void>(Draft &, QUuid)> m_addExtra;
    QLabel *m_error;
    QUuid m_row;
};

} // namespace liaison
