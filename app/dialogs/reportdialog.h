#pragma once

#include "views/reports/pdfprinter.h"

#include <QDialog>

class QComboBox;

namespace liaison {

// How the board report is to be written; the file is asked for when Export is pressed.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    // @param what the region and the date, in words
    ReportDialog(const QString &what, QWidget *parent);

    PageSetup::Paper paper() const;

Q_SIGNALS:
    void exportRequested();

private:
    QComboBox *m_paper;
};

} // namespace liaison
