// bench_makefile FILE [ACTIVITIES]: ten years of monthly observations of 250 territories and 10 indicators,
// and 50,000 tasks. With ACTIVITIES: the reference data, the world as region, and so many activities with all
// that goes with them.
#include "models/exchange/readymade.h"
#include "models/store/store.h"
#include "tests/bench/benchkit.h"
#include "tests/bench/outreachfile.h"
#include "tests/bench/sample.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

using namespace liaison;
using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

Result<void> makeBoard(const QString &path, const Surroundings &surroundings)
{
    auto store = Store::create(path, surroundings);
    if (!store)
        return store.error();
    const Sample sample{Extent()};
    std::vector<Draft> drafts = sample.frame();
    drafts.insert(drafts.begin(), sample.territoryDraft());
    drafts.push_back(sample.observationDraft());
    drafts.push_back(sample.taskDraft());
    for (const Draft &draft : drafts) {
        if (const auto edit = (*store)->commit(draft); !edit)
            return edit.error();
    }
    return {};
}

Result<void> makeOutreach(const QString &path, int activities, const Surroundings &surroundings)
{
    auto store = newFile(path, {.region = u"world"_s, .name = {}, .example = {}}, surroundings);
    if (!store)
        return store.error();
    addOutreach(**store, {.activities = activities});
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QString path = application.arguments().value(1);
    const int activities = application.arguments().value(2).toInt();
    const QTemporaryDir tokens;
    const Surroundings surroundings{systemClock(), u"bench"_s, tokens.path()};
    // Only a whole file bears the name.
    const QString unfinished = path + u".part"_s;
    QFile::remove(unfinished);
    const auto made = activities > 0 ? makeOutreach(unfinished, activities, surroundings)
                                     : makeBoard(unfinished, surroundings);
    if (!made)
        fail(made.error().message());
    QFile::remove(path);
    if (!QFile::rename(unfinished, path))
        fail(path + u" cannot be written"_s);
}
