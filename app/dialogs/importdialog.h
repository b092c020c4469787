#pragma once

#include "models/exchange/boardimport.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTableView;

namespace liaison {

// What a board sheet would do to the file, before it does: new, changed, same, and refused by line and
// column. Nothing is written until Import, which is one step.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    // @param editor must outlive the dialog
    // @param date proposed for the values of the sheet
    ImportDialog(Editor &editor, const QString &fileName, const QByteArray &bytes, const PartialDate &date,
        QWidget *parent);

Q_SIGNALS:
    void aboutToImport();
    void imported(const QString &summary);

private:
    void readSheet();
    void apply();

    Editor &m_editor;
    QString m_fileName;
    QByteArray m_bytes;
    std::optional<BoardImport> m_sheet; // as the answers stand; nothing when it cannot be read with them
    QLineEdit *m_date;
    QLineEdit *m_source;
    QComboBox *m_certainty;
    QLabel *m_summary;
    QStandardItemModel *m_refused;
    QTableView *m_refusedView;
    QPushButton *m_import;
};

} // namespace liaison
