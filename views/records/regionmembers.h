#pragma once

#include "models/domain/draft.h"
#include "models/domain/result.h"

#include <QUuid>
#include <QWidget>

#include <vector>

class QLabel;
class QPlainTextEdit;

namespace liaison {

class Editor;
class RecordForm;

/// The territories of a region in board order, as a list of codes or names; a part of the region's form,
/// written in its step.
class RegionMembers : public QWidget
{
    Q_OBJECT

public:
    /// @param editor, form must outlive the widget; form is that of a region, new or on file
    RegionMembers(Editor &editor, RecordForm &form, QWidget *parent = nullptr);

private:
    Result<std::vector<QUuid>> written() const;
    Result<void> addTo(Draft &draft, QUuid region);

    Editor &m_editor;
    QPlainTextEdit *m_edit;
    QLabel *m_error;
    QString m_given;
};

} // namespace liaison
