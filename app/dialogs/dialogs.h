#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace liaison {

// The one way to ask for a file. A test sets the next answers; then no dialog comes up. (Other questions are
// dialogs of their own class, found by objectName: nothing of ours asks "Are you sure?".)
class Dialogs
{
public:
    // Empty when the user thought better of it.
    QString fileToOpen(QWidget *parent, const QString &title, const QString &filter);
    enum class Existing { Refused, MayBeReplaced };
    // @param proposed a file name; the folder is the one used last
    QString fileToWrite(QWidget *parent, const QString &title, const QString &proposed, const QString &filter,
        Existing existing);

    // What the next question gets as its answer, first come first served; empty: cancelled.
    void answerNext(const QString &path) { m_answers.append(path); }

private:
    QStringList m_answers;
};

} // namespace liaison
