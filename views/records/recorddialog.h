#pragma once

#include <QDialog>
#include <QMap>
#include <QString>
#include <QUuid>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace liaison {

class Editor;
class Entity;
class Record;
class RecordForm;

/// One record of any entity in a dialog: its form, its history, Delete, Save. Deletes itself when closed.
class RecordDialog : public QDialog
{
    Q_OBJECT

public:
    /// A new row. @param presets field or part to text, as scripts write it
    RecordDialog(
        Editor &editor, const Entity &entity, const QMap<QString, QString> &presets, QWidget *parent);
    /// A row on file.
    RecordDialog(Editor &editor, const Record &record, QWidget *parent);

    RecordForm *form() const { return m_form; }

Q_SIGNALS:
    void saved(QUuid row);
    void removed();
    void erased(); ///< for good: nothing to undo

protected:
    void showEvent(QShowEvent *event) override;

private:
    RecordDialog(Editor &editor, const Entity &entity, const Record &record,
        const QMap<QString, QString> &presets, QWidget *parent);
    void save();
    void remove();
    QPushButton *addAct(const QString &name, const QString &text, const QString &accessibleName,
        void (RecordDialog::*act)(), QHBoxLayout *buttons);
    QLabel *makeConsentNote(QWidget *parent);
    void askExport();
    void askErase();

    Editor &m_editor;
    const Entity &m_entity;
    RecordForm *m_form;
};

} // namespace liaison
