#include "tests/models/store/propertytest.h"
#include "tests/models/store/world.h"

#include <QElapsedTimer>
#include <QTest>

using namespace liaison;

namespace {

constexpr qint64 usualMilliseconds = 75'000;
constexpr int fewest = 50; // whatever time they take

rc::Gen<std::vector<Step>> histories()
{
    const auto any = [](unsigned below) { return rc::gen::inRange(0u, below); };
    const auto step =
        rc::gen::build<Step>(rc::gen::set(&Step::act, any(40)), rc::gen::set(&Step::who, any(3)),
            rc::gen::set(&Step::row, any(60)), rc::gen::set(&Step::fields, any(64)),
            rc::gen::set(&Step::value, any(56)), rc::gen::set(&Step::luck, any(1'000)));
    // Numbers of full range whatever the size, which is the greatest length.
    return rc::gen::resize(90, rc::gen::container<std::vector<Step>>(rc::gen::resize(100, step)));
}

} // namespace

// Random histories of three real files (store.md, sections 3 to 5). In ./test as many as fit the time, up to
// the number; with --long all of them.
class TestStoreHistories : public QObject
{
    Q_OBJECT

public:
    static void initMain() { allowLongRuns(); }

private Q_SLOTS:
    void threeFilesAgree()
    {
        QElapsedTimer timer;
        timer.start();
        int performed = 0;
        int steps = 0;
        QVERIFY(holds("any history: the store is what its edits say, and all files agree in the end",
            [&] {
                const std::vector<Step> history = *histories();
                if (!isLongRun() && performed >= fewest && timer.hasExpired(usualMilliseconds))
                    return;
                QTemporaryDir folder(fastFolderTemplate());
                RC_ASSERT(folder.isValid());
                World world(folder.path());
                for (const Step &step : history)
                    world.perform(step);
                world.conclude();
                ++performed;
                steps += static_cast<int>(history.size());
            },
            {500, 10'000}));
        qInfo("%d histories, %d steps", performed, steps);
        QVERIFY(performed > 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreHistories)
#include "tst_storehistories.moc"
