// bench_map CARIBBEAN WORLD: the map's frames while it is moved and zoomed, and how soon it is sharp again.
// The files are only read.
#include "models/edits/editor.h"
#include "models/figures/region.h"
#include "models/items/boardmodel.h"
#include "models/store/store.h"
#include "tests/bench/benchkit.h"
#include "views/map/mapview.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QItemSelectionModel>
#include <QMouseEvent>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace liaison;
using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int frames = 300;
constexpr double medianGoal = 0.005, worstGoal = 0.016, sharpGoal = 0.1; // seconds, of the design

// A map over a file, and hands for its mouse.
class Bench
{
public:
    Bench(const QString &file, const QString &name, QSize size)
        : m_name(u"%1, %2 x %3"_s.arg(name).arg(size.width()).arg(size.height()))
        , m_picture(size, QImage::Format_RGB32)
    {
        auto opening = Store::open(file, OpenMode::ReadOnly, {systemClock(), u"bench"_s, m_tokens.path()});
        if (!opening.store)
            fail(opening.error.message());
        m_store = std::move(opening.store);
        m_editor = std::make_unique<Editor>(*m_store);
        m_model = std::make_unique<BoardModel>(*m_editor, regions(*m_store).front());
        m_selection = std::make_unique<QItemSelectionModel>(m_model.get());
        m_view = std::make_unique<MapView>(*m_model, *m_selection);
        m_view->resize(size);
        m_view->show();
        m_middle = QPointF(size.width(), size.height()) / 2;
    }

    void run()
    {
        const double first = costOf([&] { frame(); }).wall;
        report({u"map, %1: first picture"_s.arg(m_name), milliseconds(first)});
        zoom(u"zoom"_s, 120);
        settle();
        m_view->showAll();
        for (int i = 0; i < 8; ++i)
            wheel(120);
        settle();
        pan();
        sharpen();
    }

private:
    double frame()
    {
        return costOf([&] { m_view->render(&m_picture); }).wall;
    }
    void wheel(int turned)
    {
        QWheelEvent event(m_middle, m_view->mapToGlobal(m_middle), {}, {0, turned}, Qt::NoButton, {},
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
    }
    void mouse(QEvent::Type type, QPointF at)
    {
        const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, m_view->mapToGlobal(at), button, Qt::LeftButton, {});
        QApplication::sendEvent(m_view.get(), &event);
    }
    void settle()
    {
        if (!QTest::qWaitFor([&] { return m_view->isSettled(); }))
            fail(u"the map does not settle"_s);
    }

    // In and out again, a little at a time, as two fingers do.
    void zoom(const QString &what, int turned)
    {
        std::vector<double> times;
        for (int i = 0; i < frames; ++i) {
            const int step = (i / 25) % 2 == 0 ? turned / 4 : -turned / 4;
            times.push_back(costOf([&] { wheel(step); }).wall + frame());
        }
        tell(what, times);
    }

    // Round in a circle, so that new land comes into sight at every side.
    void pan()
    {
        std::vector<double> times;
        mouse(QEvent::MouseButtonPress, m_middle);
        mouse(QEvent::MouseMove, m_middle + QPointF(20, 0));
        QPointF at = m_middle;
        for (int i = 0; i < frames; ++i) {
            const double angle = i * 0.06;
            at += QPointF(14 * std::cos(angle), 14 * std::sin(angle));
            times.push_back(costOf([&] { mouse(QEvent::MouseMove, at); }).wall + frame());
        }
        mouse(QEvent::MouseButtonRelease, at);
        tell(u"pan"_s, times);
        settle();
    }

    void sharpen()
    {
        std::vector<double> times;
        for (int i = 0; i < roundsOf(9); ++i) {
            wheel(i % 2 == 0 ? 120 : -120);
            times.push_back(costOf([&] { settle(); }).wall);
        }
        const double worst = *std::max_element(times.begin(), times.end());
        against(u"map, %1: sharp again, worst"_s.arg(m_name), worst, sharpGoal);
    }

    void tell(const QString &what, const std::vector<double> &times)
    {
        const double worst = *std::max_element(times.begin(), times.end());
        against(u"map, %1: %2, median of %3"_s.arg(m_name, what).arg(frames), median(times), medianGoal);
        against(u"map, %1: %2, worst"_s.arg(m_name, what), worst, worstGoal);
    }
    static void against(const QString &what, double took, double goal)
    {
        report({what, milliseconds(took), u"the time there is"_s, milliseconds(goal), took / goal, 1.0});
    }

    const QString m_name;
    QTemporaryDir m_tokens;
    QImage m_picture;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QItemSelectionModel> m_selection;
    std::unique_ptr<MapView> m_view;
    QPointF m_middle;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    applyStyle(application, Theme::Light);
    note(u"moving and zooming the map"_s);
    for (const QSize size : {QSize(1600, 900), QSize(3840, 2160)}) {
        Bench(application.arguments().value(1), u"Caribbean"_s, size).run();
        Bench(application.arguments().value(2), u"world"_s, size).run();
    }
    return 0;
}
