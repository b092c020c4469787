#include "app/dialogs/dialogs.h"

#include "app/settings.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

const QString folderKey = u"folder"_s;

QString lastFolder()
{
    const QString folder = settings::stored().value(folderKey).toString();
    return QFileInfo(folder).isDir() ? folder
                                     : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString remembered(const QString &path)
{
    if (!path.isEmpty())
        settings::stored().setValue(folderKey, QFileInfo(path).absolutePath());
    return path;
}

} // namespace

QString Dialogs::fileToOpen(QWidget *parent, const QString &title, const QString &filter)
{
    if (!m_answers.isEmpty())
        return m_answers.takeFirst();
    return remembered(QFileDialog::getOpenFileName(parent, title, lastFolder(), filter));
}

QString Dialogs::fileToWrite(
    QWidget *parent, const QString &title, const QString &proposed, const QString &filter, Existing existing)
{
    if (!m_answers.isEmpty())
        return m_answers.takeFirst();
    const QString start = QDir(lastFolder()).filePath(proposed);
    const auto options =
        existing == Existing::Refused ? QFileDialog::DontConfirmOverwrite : QFileDialog::Options();
    return remembered(QFileDialog::getSaveFileName(parent, title, start, filter, nullptr, options));
}

} // namespace liaison
