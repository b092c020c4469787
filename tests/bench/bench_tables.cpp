// bench_tables FILE ROWS: the activities of a file in their table: a keystroke in the filter and a click on a
// column's head until the picture shows what was asked for; a form opened, and saved; memory. The file is
// copied; the copy is edited.
#include "models/edits/editor.h"
#include "models/store/store.h"
#include "tests/bench/benchkit.h"
#include "views/objectnames.h"
#include "views/records/fieldedit.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"
#include "views/records/recordspane.h"
#include "views/style/stylesheet.h"
#include "views/widgets/chipbar.h"

#include <QApplication>
#include <QEventLoop>
#include <QFile>
#include <QFormLayout>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

using namespace liaison;
using namespace liaison::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double frameGoal = 0.016; // seconds, of a display
constexpr double pageGoal = 0.005;

double residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        fail(u"no /proc"_s);
    return file.readAll().split(' ').value(1).toDouble() * 4096;
}

double since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// A table of activities in a window of its own.
class Bench
{
public:
    Bench(Editor &editor, const Entity &entity)
        : m_pane(editor, entity)
        , m_picture(1200, 760, QImage::Format_RGB32)
    {
        m_pane.resize(m_picture.size());
        m_pane.show();
        const auto shown = [this] {
            m_isShown = true;
            m_loop.quit();
        };
        QObject::connect(&m_pane.model(), &QAbstractItemModel::modelReset, &m_loop, shown);
        QObject::connect(&m_pane.model(), &RecordTableModel::rowsRead, &m_loop, shown);
        finish();
        m_pane.render(&m_picture);
    }

    RecordsPane &pane() { return m_pane; }

    struct Times
    {
        double shown = 0; // the first rows are painted
        double painting = 0; // of it, in processor time
        double cpu = 0; // until they are painted, in processor time of all threads
        double all = 0; // every row is known
    };
    // From what a person does until it is seen.
    Times until(const std::function<void()> &act)
    {
        Times times;
        m_isShown = false;
        const auto begin = std::chrono::steady_clock::now();
        times.cpu = costOf([&] {
            act();
            if (!m_isShown && m_pane.model().isReading())
                m_loop.exec();
            times.painting = costOf([&] { m_pane.render(&m_picture); }).cpu;
        }).cpu;
        times.shown = since(begin);
        finish();
        times.all = since(begin);
        return times;
    }

private:
    void finish()
    {
        while (m_pane.model().isReading())
            m_loop.exec();
    }

    RecordsPane m_pane;
    QImage m_picture;
    QEventLoop m_loop;
    bool m_isShown = false;
};

void tell(const QString &what, const std::vector<Bench::Times> &all, double goal)
{
    std::vector<double> shown, whole, painting, cpu;
    for (const Bench::Times &each : all) {
        shown.push_back(each.shown);
        whole.push_back(each.all);
        painting.push_back(each.painting);
        cpu.push_back(each.cpu);
    }
    const QString time = u"the time there is"_s;
    report({what + u" (median)"_s, milliseconds(median(shown)), time, milliseconds(goal),
        median(shown) / goal, 1.0});
    report({what + u" (worst)"_s, milliseconds(percentile(shown, 1)), time, milliseconds(goal),
        percentile(shown, 1) / goal, 1.0});
    report({what + u", processor time of all threads (median)"_s, milliseconds(median(cpu)),
        u"of it painting"_s, milliseconds(median(painting)), {}, {}});
    report({what + u", until all rows are known (median)"_s, milliseconds(median(whole))});
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QString rows = application.arguments().value(2);
    note(u"tables of "_s + rows);
    applyStyle(application, Theme::Light);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"copy.liaison"_s);
    if (!QFile::copy(application.arguments().value(1), copy))
        fail(u"the file cannot be copied"_s);
    Store::Opening opening =
        Store::open(copy, OpenMode::ReadWrite, {systemClock(), u"bench"_s, folder.filePath(u"tokens"_s)});
    if (!opening.store)
        fail(opening.error.message());
    Store &store = *opening.store;
    Editor editor(store);
    const Entity &entity = *store.catalogue().entity("activity"_L1);

    // Fonts and styles are there already.
    Bench small(editor, *store.catalogue().entity("region"_L1));
    const double before = residentBytes();
    Bench bench(editor, entity);
    report({u"memory for a table of "_s + rows, megabytes(residentBytes() - before), u"16 bytes a row"_s,
        megabytes(16.0 * double(store.count({.entity = entity.name}))), {}, {}});

    // Words of titles, typed letter by letter, and taken back.
    std::vector<Bench::Times> strokes;
    QLineEdit *search = bench.pane().filter()->searchEdit();
    for (int word = 0; word < 10; ++word) {
        const QString title =
            bench.pane().model().index(word * 3, 0).data().toString().section(u' ', 1, 1).left(5);
        for (const QChar letter : title)
            strokes.push_back(bench.until([&] { search->insert(QString(letter)); }));
        strokes.push_back(bench.until([&] { bench.pane().filter()->clear(); }));
    }
    tell(u"a keystroke in the filter until painted, "_s + rows, strokes, frameGoal);

    std::vector<Bench::Times> clicks;
    QHeaderView *head = bench.pane().view()->horizontalHeader();
    for (int column = 0; column < bench.pane().model().columnCount(); ++column) {
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            clicks.push_back(bench.until([&] { head->setSortIndicator(column, order); }));
            note(u"%1: %2 shown, %3 all"_s.arg(
                bench.pane().model().headerData(column, Qt::Horizontal).toString(),
                milliseconds(clicks.back().shown), milliseconds(clicks.back().all)));
        }
    }
    tell(u"first page sorted by any column until painted, "_s + rows, clicks, pageGoal);

    std::vector<double> opened, empty, saved, committed;
    for (int number = 0; number < 10; ++number) {
        const Record record = bench.pane().model().record(number);
        QDialog plain;
        empty.push_back(costOf([&] {
            auto *form = new QFormLayout(&plain);
            for (const Field &field : entity.fields)
                form->addRow(field.titleText(), new QLineEdit(&plain));
            plain.show();
            plain.grab();
        }).wall);
        RecordDialog *dialog = nullptr;
        opened.push_back(costOf([&] {
            dialog = new RecordDialog(editor, record, &bench.pane());
            dialog->show();
            dialog->grab();
        }).wall);
        dialog->form()->edit(u"title"_s)->setText(u"changed %1"_s.arg(number));
        saved.push_back(
            costOf([&] { dialog->findChild<QPushButton *>(objectNames::saveRecordButton)->click(); }).wall);
        Draft draft(u"changed"_s);
        draft.edit(store.find(entity.name, record.id()), {{"title"_L1, Value(u"again %1"_s.arg(number))}});
        committed.push_back(costOf([&] {
            if (const auto edit = store.commit(draft); !edit)
                fail(edit.error().message());
        }).wall);
    }
    report({u"a form opened, "_s + rows, milliseconds(median(opened)), u"a dialog of as many line edits"_s,
        milliseconds(median(empty)), medianRatio(opened, empty), {}});
    report({u"a form saved, until safe on disk and the table follows, "_s + rows, milliseconds(median(saved)),
        u"the same edit by Store::commit, the table open"_s, milliseconds(median(committed)),
        medianRatio(saved, committed), {}});
}
