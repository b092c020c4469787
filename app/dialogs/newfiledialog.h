#pragma once

#include "models/exchange/readymade.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace liaison {

// Which territories a new file has on its board. Every file holds all of them.
class NewFileDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NewFileDialog(QWidget *parent);

    NewFileOptions options() const;
    QString proposedFileName() const;
    // Why it was not made; the dialog stays so that it can be mended.
    void showRefusal(const QString &text);

Q_SIGNALS:
    void createRequested();

private:
    void update();

    QRadioButton *m_caribbean;
    QRadioButton *m_world;
    QRadioButton *m_codes;
    QLineEdit *m_codesEdit;
    QLineEdit *m_name;
    QLabel *m_refusal;
    QPushButton *m_create;
};

} // namespace liaison
