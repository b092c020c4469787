#include "tests/models/testfile.h"

#include "models/edits/editor.h"
#include "models/items/boardmodel.h"
#include "views/board/boardheader.h"
#include "views/board/boardpane.h"
#include "views/board/boardview.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QScrollBar>
#include <QtTest>

using namespace liaison;

// Number, code and name stand still while many indicators are scrolled.
class tst_BoardFrozen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        for (int i = 0; i < 12; ++i) {
            using namespace fields::indicator;
            const QString name = u"indicator %1"_s.arg(i);
            m_file->create(entity, TestFile::indicator(name),
                {{code, Value(name)}, {title, Value(name)}, {scale, Value("count"_L1)},
                    {project, Value(naturalId(QString(fields::project::entity), u"3C"_s))},
                    {position, Value(20 + i)}, {onBoard, Value(true)}});
        }
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_pane = std::make_unique<BoardPane>(*m_model);
    }
    void cleanup()
    {
        m_pane.reset();
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void directions()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addRow("left to right") << Qt::LeftToRight;
        QTest::addRow("right to left") << Qt::RightToLeft;
    }

    void standStill_data() { directions(); }
    void standStill()
    {
        QFETCH(Qt::LayoutDirection, direction);
        show(700, direction);
        const QModelIndex name = m_model->index(1, BoardModel::NameColumn);
        const QRect before = view()->visualRect(name);
        QCOMPARE(head()->frozen(), 0); // nothing is scrolled away yet
        view()->horizontalScrollBar()->setValue(view()->horizontalScrollBar()->maximum());
        QCOMPARE(head()->frozen(), 3);
        QCOMPARE(view()->visualRect(name), before);
        QCOMPARE(head()->sectionLeft(BoardModel::NameColumn), before.left());
        QCOMPARE(view()->indexAt(before.center()), name);
        QVERIFY(hasInk(before));
        // The last indicator is in sight at the other side.
        const QRect last = view()->visualRect(m_model->index(1, m_model->columnCount() - 1));
        QVERIFY(view()->viewport()->rect().contains(last));
        view()->horizontalScrollBar()->setValue(0);
        QCOMPARE(head()->frozen(), 0);
        QCOMPARE(view()->visualRect(name), before);
    }

    // The code of a project stands over the first of its columns whose beginning is in sight.
    void theProjectIsNamedWhereItBegins()
    {
        show(700);
        const int first = m_model->columnCount() - 12; // twelve of one project
        const auto codeStands = [&](int section) {
            const QRect head = this->head()->geometry();
            const QRect place(this->head()->sectionLeft(section) + 8, head.top() + 5, 14, 12);
            const QImage picture = view()->grab(place).toImage();
            for (int x = 0; x < picture.width(); ++x) {
                for (int y = 0; y < picture.height(); ++y) {
                    if (picture.pixelColor(x, y).lightness() < 80)
                        return true;
                }
            }
            return false;
        };
        QScrollBar *bar = view()->horizontalScrollBar();
        bar->setValue(bar->maximum());
        int seen = first;
        while (head()->sectionLeft(seen) < head()->frozenWidth())
            ++seen;
        QVERIFY(seen > first);
        QVERIFY(codeStands(seen));
        QVERIFY(!codeStands(seen + 1));
    }

    void areClicked_data() { directions(); }
    void areClicked()
    {
        QFETCH(Qt::LayoutDirection, direction);
        show(700, direction);
        QScrollBar *bar = view()->horizontalScrollBar();
        bar->setValue(bar->maximum());
        const QModelIndex name = m_model->index(2, BoardModel::NameColumn);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(name).center());
        QCOMPARE(view()->currentIndex(), name);
        QCOMPARE(bar->value(), bar->maximum()); // it is in sight, so nothing moves
        const QModelIndex cell = m_model->index(2, m_model->columnCount() - 1);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(cell).center());
        QCOMPARE(view()->currentIndex(), cell);
    }

    // By keys no cell ever stands below what stands still.
    void keysLeaveNoCellCovered_data() { directions(); }
    void keysLeaveNoCellCovered()
    {
        QFETCH(Qt::LayoutDirection, direction);
        show(700, direction);
        const auto forward = direction == Qt::LeftToRight ? Qt::Key_Right : Qt::Key_Left;
        const auto back = direction == Qt::LeftToRight ? Qt::Key_Left : Qt::Key_Right;
        view()->setCurrentIndex(m_model->index(0, BoardModel::FirstIndicatorColumn));
        for (const auto &[key, end] : {std::pair(forward, m_model->columnCount() - 1),
                 std::pair(back, int(BoardModel::FirstIndicatorColumn))}) {
            while (view()->currentIndex().column() != end) {
                QTest::keyClick(view(), key);
                const QRect cell = view()->visualRect(view()->currentIndex());
                const QRect viewport = view()->viewport()->rect();
                const int width = head()->frozenWidth();
                const QRect free = direction == Qt::LeftToRight ? viewport.adjusted(width, 0, 0, 0)
                                                                : viewport.adjusted(0, 0, -width, 0);
                QVERIFY2(free.contains(cell), qPrintable(QString::number(view()->currentIndex().column())));
            }
        }
        QCOMPARE(view()->horizontalScrollBar()->value(), 0);
    }

    void asManyAsHaveRoom_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("columns");
        QTest::addRow("all three in half of the width") << 700 << 3;
        QTest::addRow("number and code") << 200 << 2;
        QTest::addRow("none") << 60 << 0;
    }
    void asManyAsHaveRoom()
    {
        QFETCH(int, width);
        show(width);
        view()->horizontalScrollBar()->setValue(view()->horizontalScrollBar()->maximum());
        QTEST(head()->frozen(), "columns");
        QVERIFY(!m_pane->grab().isNull());
    }

    void rowsAreHiddenAndScrolledWithTheOthers()
    {
        show(700, Qt::LeftToRight, 180);
        view()->setRowHidden(0, true);
        view()->horizontalScrollBar()->setValue(300);
        view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum());
        const QModelIndex lastName = m_model->index(m_model->rowCount() - 1, BoardModel::NameColumn);
        const QRect place = view()->visualRect(lastName);
        QVERIFY(view()->viewport()->rect().contains(place));
        QCOMPARE(view()->indexAt(place.center()), lastName);
        QVERIFY(view()->visualRect(m_model->index(0, BoardModel::NameColumn)).isEmpty());
    }

private:
    BoardView *view() const { return m_pane->view(); }
    const BoardHeader *head() const { return static_cast<const BoardHeader *>(view()->horizontalHeader()); }
    void show(int width, Qt::LayoutDirection direction = Qt::LeftToRight, int height = 500)
    {
        m_pane->setLayoutDirection(direction);
        m_pane->resize(width, height);
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
        view()->setFocus();
        QTRY_VERIFY(view()->horizontalScrollBar()->maximum() > 0);
    }
    // As it is on screen.
    bool hasInk(const QRect &cell) const
    {
        const QImage picture = view()->grab(cell.translated(view()->viewport()->pos())).toImage();
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (picture.pixelColor(x, y).lightness() < 80)
                    return true;
            }
        }
        return false;
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<BoardPane> m_pane;
};

QTEST_MAIN(tst_BoardFrozen)
#include "tst_boardfrozen.moc"
