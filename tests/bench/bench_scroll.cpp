// bench_scroll: frames of the board while it is scrolled both ways, with 250 territories against 27; twelve
// indicators.
#include "models/edits/editor.h"
#include "models/figures/region.h"
#include "models/items/boardmodel.h"
#include "models/store/store.h"
#include "tests/bench/benchkit.h"
#include "tests/bench/sample.h"
#include "views/board/boardpane.h"
#include "views/board/boardview.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QImage>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace liaison;
using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int frames = 300;
constexpr int indicatorCount = 12;
constexpr double frameGoal = 0.016; // seconds, of a display

// A board in a pane too small for it.
class Bench
{
public:
    explicit Bench(int territories)
        : m_picture(900, 560, QImage::Format_RGB32)
    {
        auto store = Store::create(m_folder.filePath(u"board.liaison"_s),
            {systemClock(), u"bench"_s, m_folder.filePath(u"tokens"_s)});
        if (!store)
            fail(store.error().message());
        m_store = std::move(*store);
        const Sample sample({.territories = territories,
            .indicators = indicatorCount,
            .months = 12,
            .tasks = 0,
            .targets = 0});
        std::vector<Draft> drafts = sample.frame();
        drafts.insert(drafts.begin(), sample.territoryDraft());
        drafts.push_back(sample.observationDraft());
        for (const Draft &draft : drafts) {
            if (const auto edit = m_store->commit(draft); !edit)
                fail(edit.error().message());
        }
        m_editor = std::make_unique<Editor>(*m_store);
        m_model = std::make_unique<BoardModel>(*m_editor, regions(*m_store).front());
        m_pane = std::make_unique<BoardPane>(*m_model);
        m_pane->resize(m_picture.size());
        m_pane->show();
        m_pane->render(&m_picture);
        if (across()->maximum() == 0 || down()->maximum() == 0)
            fail(u"there is nothing to scroll"_s);
    }

    double frame(int number)
    {
        const auto place = [](const QScrollBar *bar, int at) { return at % (bar->maximum() + 1); };
        return costOf([&] {
            across()->setValue(place(across(), number * 37));
            down()->setValue(place(down(), number));
            m_pane->render(&m_picture);
        }).cpu;
    }

private:
    QScrollBar *across() const { return m_pane->view()->horizontalScrollBar(); }
    QScrollBar *down() const { return m_pane->view()->verticalScrollBar(); }

    QTemporaryDir m_folder;
    QImage m_picture;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<BoardPane> m_pane;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    applyStyle(application, Theme::Light);
    Bench many(250);
    Bench few(27);
    std::vector<double> manyTimes, fewTimes;
    for (int i = 0; i < frames; ++i) {
        manyTimes.push_back(many.frame(i));
        fewTimes.push_back(few.frame(i));
    }
    report({u"a frame of the board scrolled both ways, 250 territories x 12 (median)"_s,
        milliseconds(median(manyTimes)), u"27 territories x 12"_s, milliseconds(median(fewTimes)),
        medianRatio(manyTimes, fewTimes), 1.1});
    const double worst = percentile(manyTimes, 1);
    report({u"the same, worst of 300"_s, milliseconds(worst), u"the time there is"_s, milliseconds(frameGoal),
        worst / frameGoal, 1.0});
}
