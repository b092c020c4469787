// bench_edit FILE: one edit in the real window, from the key to the commit and to the picture, against Qt's
// own table over items in memory. The file is copied; the copy is edited.
#include "app/appearance.h"
#include "app/dialogs/dialogs.h"
#include "app/mainwindow.h"
#include "tests/bench/benchkit.h"
#include "tests/bench/viewswatch.h"
#include "views/board/boardview.h"
#include "views/charts/trendsview.h"
#include "views/presence/presencepage.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QHeaderView>
#include <QSettings>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

using namespace liaison;
using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

// Sees the next picture of a widget.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget)
        : m_widget(widget)
    {
        widget->installEventFilter(this);
    }

    // From now on a picture counts.
    void expect() { m_expected = true; }
    // Until the picture is painted; expect() may be called while waiting.
    void wait() { m_loop.exec(); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (m_expected && watched == m_widget && event->type() == QEvent::Paint) {
            m_expected = false;
            QMetaObject::invokeMethod(&m_loop, &QEventLoop::quit, Qt::QueuedConnection); // after the painting
        }
        return false;
    }

private:
    QWidget *m_widget;
    QEventLoop m_loop;
    bool m_expected = false;
};

struct Times
{
    std::vector<double> stored, painted;
};

// A digit typed into cell after cell of a column, and Enter: until the model tells the new value, and until
// the table has been painted with it.
Times edits(QTableView &view, int column, int count)
{
    Times times;
    PaintWatch watch(view.viewport());
    QAbstractItemModel *model = view.model();
    double stored = 0;
    std::chrono::steady_clock::time_point begin;
    const auto since = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    QObject::connect(model, &QAbstractItemModel::dataChanged, &watch, [&] {
        stored = since();
        watch.expect();
    });
    for (int number = 0; number < count; ++number) {
        const QModelIndex index = model->index(number % model->rowCount(), column);
        view.setCurrentIndex(index);
        // Another number than the one that stands there.
        const int old = index.data(Qt::EditRole).toInt();
        QTest::keyClicks(&view, QString::number((old + 1) % 10));
        QWidget *editor = QApplication::focusWidget();
        if (!editor || editor == &view)
            fail(u"typing does not open an editor"_s);
        PaintWatch opened(editor);
        opened.expect();
        opened.wait();
        begin = std::chrono::steady_clock::now();
        QTest::keyClick(editor, Qt::Key_Return);
        watch.wait();
        times.painted.push_back(since());
        times.stored.push_back(stored);
    }
    return times;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    note(u"one edit in the window"_s);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.liaison"_s);
    if (!QFile::copy(application.arguments().value(1), copy))
        fail(u"the file cannot be copied"_s);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    Appearance appearance(application);
    Dialogs dialogs;
    MainWindow window({systemClock(), u"bench"_s, folder.filePath(u"tokens"_s)}, appearance, dialogs);
    window.resize(1280, 800);
    window.show();
    window.openFile(copy);
    if (!window.presence())
        fail(u"the file does not open"_s);
    QApplication::setActiveWindow(&window);
    BoardView &board = *window.presence()->boardView();
    board.setFocus();
    window.presence()->views()->complete();
    ViewsWatch views;
    {
        QEventLoop loop;
        views.expect([](const Trends &trends) { return !trends.trends.empty(); }, [&] { loop.quit(); });
        loop.exec();
    }

    // Board, map and trends, before anything else is edited: each edit adds an observation.
    std::vector<double> allPainted;
    for (int number = 0; number < 50; ++number) {
        const QModelIndex index = board.model()->index(number, BoardModel::FirstIndicatorColumn);
        board.setCurrentIndex(index);
        const int old = index.data(Qt::EditRole).toInt();
        const Trends before = window.findChild<TrendsView *>()->trends();
        // Another standing, so that the map changes, too.
        QTest::keyClicks(&board, old > 0 ? u"0"_s : u"1"_s);
        QEventLoop loop;
        views.expect(
            [&](const Trends &trends) { return trends.trends != before.trends; }, [&] { loop.quit(); });
        const auto begin = std::chrono::steady_clock::now();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        loop.exec();
        allPainted.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }

    QStandardItemModel items(board.model()->rowCount(), board.model()->columnCount());
    for (int row = 0; row < items.rowCount(); ++row) {
        for (int column = 0; column < items.columnCount(); ++column)
            items.setData(items.index(row, column), row % 10);
    }
    const int edited = 200;
    const Times ours = edits(board, BoardModel::FirstIndicatorColumn, edited); // the first indicator counts
    QTableView plain;
    plain.setModel(&items);
    plain.resize(board.size());
    plain.show();
    QApplication::setActiveWindow(&plain);
    plain.setFocus();
    const Times theirs = edits(plain, BoardModel::FirstIndicatorColumn, edited);

    const QString against = u"QTableView on items in memory"_s;
    const auto line = [&](const QString &what, const std::vector<double> &our,
                          const std::vector<double> &their, double part) {
        const double a = percentile(our, part);
        const double b = percentile(their, part);
        report({what, milliseconds(a), against, milliseconds(b), a / b, {}});
    };
    line(u"Enter to safe on disk and told (median)"_s, ours.stored, theirs.stored, 0.5);
    line(u"Enter to safe on disk and told (95 of 100)"_s, ours.stored, theirs.stored, 0.95);
    line(u"Enter to painted (median)"_s, ours.painted, theirs.painted, 0.5);
    line(u"Enter to painted (95 of 100)"_s, ours.painted, theirs.painted, 0.95);
    line(u"Enter to board, map and trends painted (median)"_s, allPainted, theirs.painted, 0.5);
    line(u"Enter to board, map and trends painted (95 of 100)"_s, allPainted, theirs.painted, 0.95);
}
