#include "app/settings.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theAuthorIsTheVariableThenTheSettingsThenTheAccount();
    void recentFilesAreNewestFirst();
    void aFileThatIsGoneIsNotOffered();
    void atMostTenAreKept();
    void readingWritesNothing();
    void tokensLieInTheDataFolder();

private:
    QString touch(const QString &name) const
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) ? path : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSettings::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qunsetenv("LIAISON_AUTHOR");
    QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/liaison"_s).removeRecursively();
}

void TestSettings::theAuthorIsTheVariableThenTheSettingsThenTheAccount()
{
    const QString account = settings::author();
    QVERIFY(!account.isEmpty());
    settings::setAuthor(u"  Jo  "_s);
    QCOMPARE(settings::author(), u"Jo"_s);
    qputenv("LIAISON_AUTHOR", "Maria");
    QCOMPARE(settings::author(), u"Maria"_s);
    QCOMPARE(settings::surroundings().author, u"Maria"_s);
    qputenv("LIAISON_AUTHOR", " ");
    QCOMPARE(settings::author(), u"Jo"_s);
    settings::setAuthor(QString());
    QCOMPARE(settings::author(), account);
}

void TestSettings::recentFilesAreNewestFirst()
{
    const QString first = touch(u"first"_s);
    const QString second = touch(u"second"_s);
    settings::addRecentFile(first);
    settings::addRecentFile(second);
    QCOMPARE(settings::recentFiles(), (QStringList{second, first}));
    settings::addRecentFile(first);
    QCOMPARE(settings::recentFiles(), (QStringList{first, second}));
}

void TestSettings::aFileThatIsGoneIsNotOffered()
{
    const QString there = touch(u"there"_s);
    const QString onAStick = touch(u"stick"_s);
    settings::addRecentFile(there);
    settings::addRecentFile(onAStick);
    QVERIFY(QFile::remove(onAStick));
    QCOMPARE(settings::recentFiles(), QStringList{there});
    QCOMPARE(touch(u"stick"_s), onAStick); // the stick is back
    QCOMPARE(settings::recentFiles(), (QStringList{onAStick, there}));
}

void TestSettings::atMostTenAreKept()
{
    for (int i = 0; i < 12; ++i)
        settings::addRecentFile(touch(QString::number(i)));
    QCOMPARE(settings::recentFiles().size(), 10);
    QVERIFY(settings::recentFiles().first().endsWith(u"/11"_s));
}

void TestSettings::readingWritesNothing()
{
    settings::author();
    settings::recentFiles();
    settings::surroundings();
    QVERIFY(!QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/liaison"_s).exists());
}

void TestSettings::tokensLieInTheDataFolder()
{
    QCOMPARE(settings::surroundings().tokenFolder,
        QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/liaison/replicas"_s);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
