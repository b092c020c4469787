#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>

namespace liaison::test {

// The built program as a script sees it, in a folder of its own, with nothing of the developer's around it.
class Program
{
public:
    struct Answer
    {
        int exit = -1;
        QByteArray out;
        QByteArray err;

        QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
        QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    };

    Program()
    {
        m_environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("home/config")));
        m_environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("home/data")));
        m_environment.insert(QStringLiteral("XDG_STATE_HOME"), path(QStringLiteral("home/state")));
        m_environment.insert(QStringLiteral("XDG_CACHE_HOME"), path(QStringLiteral("home/cache")));
        m_environment.insert(QStringLiteral("LIAISON_AUTHOR"), QStringLiteral("Ana"));
        for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            m_environment.remove(QLatin1StringView(display));
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    void set(const char *variable, const QString &value) { m_environment.insert(QLatin1StringView(variable), value); }
    // Runs in the child between fork and exec.
    void inChild(std::function<void()> modifier) { m_inChild = std::move(modifier); }
    void setExecutable(const QString &executable) { m_executable = executable; }

    // Words that begin with @ are files in the folder.
    Answer run(QStringList words) const
    {
        for (QString &word : words) {
            if (word.startsWith(u'@'))
                word = path(word.mid(1));
        }
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_folder.path());
        if (m_inChild)
            process.setChildProcessModifier(m_inChild);
        process.start(m_executable, words);
        const bool ended = process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit;
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }

    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QByteArray digest(const QString &name) const { return QCryptographicHash::hash(read(name), QCryptographicHash::Sha256); }

    // The names in the folder, without the program's own folders.
    QStringList files() const
    {
        QStringList names = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
        names.removeAll(QStringLiteral("home"));
        return names;
    }

private:
    QTemporaryDir m_folder; // before what is made from its path
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    std::function<void()> m_inChild;
    QString m_executable = QStringLiteral(LIAISON_PROGRAM);
};

// Shows the whole answer when the exit code is another than the one expected.
#define COMPARE_EXIT(answer, expected)                                                                                 \
    QVERIFY2((answer).exit == (expected),                                                                              \
        (QByteArray("exit ") + QByteArray::number((answer).exit) + "\n" + (answer).out + (answer).err).constData())

// A refusal as the contract has it: exit 1, a message, nothing on standard output.
#define COMPARE_REFUSED(answer, said)                                                                                  \
    do {                                                                                                               \
        COMPARE_EXIT(answer, 1);                                                                                       \
        QCOMPARE((answer).out, QByteArray());                                                                          \
        QVERIFY2((answer).err.startsWith("liaison: ") && (answer).err.contains("; nothing was written\n"),             \
            (answer).err.constData());                                                                                 \
        QVERIFY2((answer).err.contains(said), (answer).err.constData());                                               \
    } while (false)

} // namespace liaison::test
