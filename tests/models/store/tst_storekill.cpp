#include "tests/models/store/laptop.h"
#include "tests/models/store/propertytest.h"

#include <QProcess>
#include <QTest>

#include <random>
#include <set>

using namespace liaison;
using namespace Qt::StringLiterals;

// An acknowledged edit survives: a child commits and says what it committed, and is killed at any moment.
class TestStoreKill : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRuns(); }

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        const int rounds = isLongRun() ? 1'000 : 50;
        const int roundsPerFile = 20;
        const quint32 seed = qEnvironmentVariableIsSet("LIAISON_SEED")
            ? quint32(qEnvironmentVariableIntValue("LIAISON_SEED"))
            : std::random_device()();
        qInfo("LIAISON_SEED=%u", seed);
        std::mt19937 random(seed);
        std::unique_ptr<QTemporaryDir> folder;
        std::unique_ptr<Laptop> laptop;
        std::set<QString> acknowledged;
        const qint64 time = 1'171'497'600'000;
        qsizetype total = 0;
        for (int round = 0; round < rounds; ++round) {
            if (round % roundsPerFile == 0) {
                laptop.reset();
                folder = std::make_unique<QTemporaryDir>(fastFolderTemplate());
                laptop = std::make_unique<Laptop>(folder->filePath(u"home"_s), u"Ana"_s, &time);
                QVERIFY(laptop->create());
                laptop->close();
                acknowledged.clear();
            }
            QProcess child;
            child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            child.start(QStringLiteral(LIAISON_KILLCHILD),
                {laptop->path(), laptop->tokens(), QString::number(random() % 1'000'000'000)});
            QVERIFY(child.waitForStarted());
            // Some of its lines, then in the middle of whatever it does; seldom before its first.
            const auto wanted = static_cast<qsizetype>(random() % 40);
            QByteArray said;
            while (said.count('\n') < wanted && child.waitForReadyRead(30'000))
                said += child.readAllStandardOutput();
            for (auto spin = random() % 200'000; spin > 0; --spin)
                asm volatile("" ::: "memory");
            child.kill();
            QVERIFY(child.waitForFinished());
            QCOMPARE(child.exitStatus(), QProcess::CrashExit); // killed, not gone by itself
            said += child.readAllStandardOutput();
            QVERIFY(said.count('\n') >= wanted);
            said.truncate(said.lastIndexOf('\n') + 1);
            for (const QByteArray &line : said.split('\n')) {
                if (!line.isEmpty())
                    acknowledged.insert(QString::fromLatin1(line));
            }
            QCOMPARE(laptop->open(), OpenOutcome::Current);
            std::set<QString> held;
            for (const EditInfo &edit : laptop->store().edits())
                held.insert(edit.name.toHex());
            for (const QString &name : acknowledged)
                QVERIFY2(held.contains(name), qPrintable(u"round %1: lost %2"_s.arg(round).arg(name)));
            const CheckReport report = laptop->store().check();
            QVERIFY2(report.ok(),
                report.ok() ? "" : qPrintable(report.problems[0].what + u' ' + report.problems[0].where));
            QVERIFY(laptop->store().forks().empty());
            if (round % 5 == 4)
                laptop->addNote(u"between two kills"_s);
            laptop->close();
            total += said.count('\n');
        }
        qInfo("%d kills, %lld acknowledged edits, none lost", rounds, static_cast<long long>(total));
        QVERIFY(total > rounds);
    }
};

QTEST_GUILESS_MAIN(TestStoreKill)
#include "tst_storekill.moc"
