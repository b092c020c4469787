#pragma once

#include "models/exchange/rowchoices.h"

#include <QWidget>

#include <functional>
#include <vector>

class QCompleter;
class QLineEdit;
class QStandardItemModel;
class QToolButton;

namespace liaison {

class FlowLayout;

/// Makes the row that a name was typed for and calls back with it, perhaps after asking for more.
using RowMaker =
    std::function<void(const Field &field, const QString &name, std::function<void(const RowChoice &)> made)>;

/// A reference to a row, or to several, chosen by typing: a list offers what fits, and a row by this name
/// where there is none. Several stand as chips, which Delete or a click takes away; a pasted list of codes or
/// names puts in all of them. What could be two rows is asked below, never guessed.
class RowsEdit : public QWidget
{
    Q_OBJECT

public:
    /// @param rows must outlive it
    /// @param maker empty: no new rows are offered
    RowsEdit(const Field &field, RowChoices &rows, RowMaker maker, QWidget *parent = nullptr);

    /// As RecordEntry reads it: what was chosen, and what is typed beside it and not understood.
    QString text() const;
    void setText(const QString &text);
    /// Understands what is typed, as when the keyboard leaves; what it cannot, it asks. True when nothing is
    /// left to ask.
    bool settle();
    QLineEdit *line() const { return m_line; }

Q_SIGNALS:
    void edited();
    void entered(); ///< Enter, when there was nothing to understand

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Reason { Left, Entered };

    bool isSeveral() const { return m_field.type == FieldType::References; }
    bool isTypedTaken() const;
    void offer();
    void takeOffered(int place);
    void take(const RowChoice &choice);
    void removeAt(size_t place);
    void rebuildChips();
    QStringList typedParts() const;
    void takeClear();
    bool understand(Reason reason);
    void askFor(const QString &part);
    void addAnswer(const QString &text, const QString &name, std::function<void()> act);
    void forget(const QString &part);
    void hideQuestion();
    void make(const QString &name);
    void showTitle();
    bool keyInLine(int key);
    bool keyInChip(QToolButton *chip, int key);

    const Field &m_field;
    RowChoices &m_rows;
    RowMaker m_maker;
    std::vector<RowChoice> m_chosen;
    std::vector<RowChoice> m_offered;
    QString m_offeredName; // of a row that is not there
    QLineEdit *m_line;
    QCompleter *m_completer;
    QStandardItemModel *m_list;
    QWidget *m_box = nullptr; // chips and line, when there may be several
    FlowLayout *m_flow = nullptr;
    QList<QToolButton *> m_chips;
    QWidget *m_question;
    FlowLayout *m_answers;
};

} // namespace liaison
