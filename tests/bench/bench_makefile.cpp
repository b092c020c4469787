// bench_makefile FILE: ten years of monthly observations of 250 territories and 10 indicators, and 50,000
// tasks.
#include "models/store/store.h"
#include "tests/bench/benchkit.h"
#include "tests/bench/sample.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace liaison;
using namespace liaison::bench;
using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString path = application.arguments().value(1);
    const QTemporaryDir tokens;
    const Surroundings surroundings{systemClock(), u"bench"_s, tokens.path()};
    // Only a whole file bears the name.
    const QString unfinished = path + u".part"_s;
    QFile::remove(unfinished);
    {
        auto store = Store::create(unfinished, surroundings);
        if (!store)
            fail(store.error().message());
        const Sample sample{Extent()};
        std::vector<Draft> drafts = sample.frame();
        drafts.insert(drafts.begin(), sample.territoryDraft());
        drafts.push_back(sample.observationDraft());
        drafts.push_back(sample.taskDraft());
        for (const Draft &draft : drafts) {
            if (const auto edit = (*store)->commit(draft); !edit)
                fail(edit.error().message());
        }
    }
    QFile::remove(path);
    if (!QFile::rename(unfinished, path))
        fail(path + u" cannot be written"_s);
}
