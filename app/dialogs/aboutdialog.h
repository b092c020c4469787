#pragma once

#include <QDialog>

namespace liaison {

// What this is, and under which licences its own code and what came with it stand.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

} // namespace liaison
