#include "app/backupword.h"

#include "app/workspace.h"
#include "views/objectnames.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace liaison {

BackupWord::BackupWord(const Workspace &workspace, QWidget *parent)
    : QLabel(parent)
    , m_workspace(workspace)
{
    setObjectName(objectNames::backupLabel);
    setTextFormat(Qt::PlainText);
    connect(&workspace, &Workspace::backedUp, this, &BackupWord::tell);
    connect(&workspace, &Workspace::backupFailed, this, &BackupWord::tell);
    connect(&workspace, &Workspace::opened, this, &BackupWord::tell);
    connect(&workspace, &Workspace::closed, this, &BackupWord::tell);
    connect(&workspace, &Workspace::looked, this, &BackupWord::tell); // midnight passes
}

void BackupWord::tell()
{
    const BackupKeeper *keeper = m_workspace.backups();
    if (keeper && keeper->failure()) {
        setText(tr("Backup failed"));
        setToolTip(keeper->failure()->message().toHtmlEscaped());
        return;
    }
    if (!keeper || !keeper->last()) {
        clear();
        setToolTip({});
        return;
    }
    const QDate day = keeper->last()->time.toLocalTime().date();
    setText(day == today(m_workspace.surroundings().clock)
            ? tr("Backup verified today")
            : tr("Backup verified on %1").arg(locale().toString(day, u"d MMM yyyy"_s)));
    setToolTip(QDir::toNativeSeparators(keeper->last()->path).toHtmlEscaped());
}

} // namespace liaison
