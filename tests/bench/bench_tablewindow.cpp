// bench_tablewindow ROWS COLUMNS: what any Qt program pays that shows a table of texts in the program's
// fonts, with no file behind it: prints "ready" when the table is painted.
#include "views/style/typography.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

class Table : public QTableView
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        QTimer::singleShot(0, this, [] {
            std::puts("ready");
            std::fflush(stdout);
        });
    }
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList words = application.arguments();
    liaison::initStyle();
    QApplication::setFont(liaison::textFont(liaison::FontRole::Body));
    QMainWindow window;
    for (const QString &name : {u"File"_s, u"Edit"_s, u"View"_s, u"Help"_s})
        window.menuBar()->addMenu(name);
    QStandardItemModel items(words.value(1).toInt(), words.value(2).toInt());
    for (int row = 0; row < items.rowCount(); ++row) {
        for (int column = 0; column < items.columnCount(); ++column)
            items.setData(items.index(row, column), u"represented %1"_s.arg(row));
    }
    Table table;
    table.setModel(&items);
    window.setCentralWidget(&table);
    window.resize(1280, 800);
    window.show();
    table.setFocus();
    const int code = QApplication::exec();
    window.takeCentralWidget(); // both stand in this function
    return code;
}
