#pragma once

#include "models/exchange/recordentry.h"

#include <QDialog>
#include <QMap>

namespace liaison {

class RecordForm;

/// What a missing row needs besides its name, asked while the record that refers to it is being written.
/// Nothing is on file before that one is saved. Deletes itself when closed.
class NewRowDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param needs the form that refers to the row @param presets as of RecordForm
    NewRowDialog(RecordForm &needs, const Entity &entity, const QMap<QString, QString> &presets);

    RecordForm *form() const { return m_form; }

Q_SIGNALS:
    void written(const liaison::FieldValues &values);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void take();

    RecordForm *m_form;
};

} // namespace liaison
