#pragma once

#include "models/store/backups.h"
#include "models/store/store.h"

#include <QDialog>

namespace liaison {

// Tells that the open file is not in its place any more, and what can be done.
class DisplacedDialog : public QDialog
{
    Q_OBJECT

public:
    // @param path where the file was
    // @param copy of all that it held, or why there is none
    DisplacedDialog(const QString &path, Whereabouts where, const Result<Backup> &copy, QWidget *parent);

Q_SIGNALS:
    void copyRequested();
    void openRequested(); // what stands there now
};

} // namespace liaison
