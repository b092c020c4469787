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

        QJsonObject object() const { return json().object(); }
        QJsonArray array() const { return json().array(); }

    private:
        // No answer is told where it is missed, not where its absence surprises.
        QJsonDocument json() const
        {
            if (out.isEmpty())
                qWarning("exit %d: %s", exit, err.constData());
            return QJsonDocument::fromJson(out);
        }
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
#define COMPARE_EXIT(run, expected)                                                                                    \
    do {                                                                                                               \
        const liaison::test::Program::Answer compared = run;                                                           \
        QVERIFY2(compared.exit == (expected),                                                                          \
            (QByteArray("exit ") + QByteArray::number(compared.exit) + "\n" + compared.out + compared.err).constData()); \
    } while (false)

// A refusal as the contract has it: exit 1, a message, nothing on standard output.
#define COMPARE_REFUSED(run, said)                                                                                     \
    do {                                                                                                               \
        const liaison::test::Program::Answer refused = run;                                                            \
        COMPARE_EXIT(refused, 1);                                                                                      \
        QCOMPARE(refused.out, QByteArray());                                                                           \
        QVERIFY2(refused.err.startsWith("liaison: ") && refused.err.contains("; nothing was written\n"),              \
            refused.err.constData());                                                                                  \
        QVERIFY2(refused.err.contains(said), refused.err.constData());                                                 \
    } while (false)

} // namespace liaison::test
