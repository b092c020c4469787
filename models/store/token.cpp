#include "models/store/token.h"

#include "models/store/store.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace liaison::token {

namespace {

QString pathOf(const QString &folder, const QUuid &replica, const char *state)
{
    return folder + u'/' + replica.toString(QUuid::WithoutBraces) + QLatin1Char('.') + QLatin1StringView(state);
}

QByteArray textOf(const Tip &tip)
{
    return QByteArray::number(tip.n) + ' ' + tip.name.bytes().toHex() + '\n';
}

bool isClean(const QString &folder, const Tip &tip)
{
    QFile file(pathOf(folder, tip.replica, "clean"));
    return file.open(QIODevice::ReadOnly) && file.read(200) == textOf(tip);
}

// A rename is durable once its folder is.
void syncFolder(const QString &folder)
{
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

} // namespace

Tip claim(const QString &folder, const std::vector<Tip> &tips)
{
    for (const Tip &tip : tips) {
        if (!isClean(folder, tip))
            continue;
        // Renaming is atomic: of two processes only one can claim.
        if (!QFile::rename(pathOf(folder, tip.replica, "clean"), pathOf(folder, tip.replica, "open")))
            continue;
        syncFolder(folder);
        return tip;
    }
    return {};
}

void release(const QString &folder, const Tip &tip)
{
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    const QString temporary = pathOf(folder, tip.replica, "new");
    QFile file(temporary);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(textOf(tip)) < 0 || !file.flush())
        return;
    ::fsync(file.handle());
    file.close();
    const QByteArray clean = QFile::encodeName(pathOf(folder, tip.replica, "clean"));
    if (::rename(QFile::encodeName(temporary).constData(), clean.constData()) == 0)
        QFile::remove(pathOf(folder, tip.replica, "open"));
    syncFolder(folder);
}

} // namespace liaison::token
