#pragma once

#include "models/exchange/recordentry.h"
#include "models/exchange/rowchoices.h"
#include "models/store/store.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;

namespace liaison {

class FieldEdit;

/// A field two people wrote apart from each other: what each of them wrote, side by side, with what can be
/// done about it, and how it came about.
class ConflictView : public QWidget
{
    Q_OBJECT

public:
    /// Makes a button that does something, with its key, in a row of its own.
    using ActMaker = std::function<QHBoxLayout *(
        const QString &objectName, const QString &text, const std::function<void()> &act)>;

    /// @param store must outlive the view @param makeAct asked once for each value that can be kept, then for
    /// another one; never for a file that cannot be written
    ConflictView(const Store &store, Conflict conflict, const ActMaker &makeAct, QWidget *parent = nullptr);

Q_SIGNALS:
    /// One of the values, or another.
    void chosen(const liaison::Value &value);

private:
    bool canSettle() const;
    QString shown(const Value &value) const;
    void addCards(QVBoxLayout *column, const ActMaker &makeAct);
    QWidget *makeCard(const Conflict::Candidate &candidate, const ActMaker &makeAct);
    void addOther(QVBoxLayout *column, const ActMaker &makeAct);
    void addTimeline(QVBoxLayout *column);
    void chooseOther();
    std::optional<Standing> standingOf(const Value &value) const;
    QString before() const;

    const Store &m_store;
    Conflict m_conflict;
    EntryText m_text;
    RowChoices m_rows;
    Record m_record;
    const Field *m_field = nullptr; // null: the row's being there
    std::vector<FieldEdit *> m_other;
};

} // namespace liaison
