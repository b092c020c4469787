#include "tests/models/testfile.h"

#include "models/edits/editor.h"
#include "models/items/boardmodel.h"
#include "views/board/boardpane.h"
#include "views/board/boardview.h"
#include "views/board/columnsmenu.h"
#include "views/objectnames.h"
#include "views/style/stylesheet.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QtTest>

using namespace liaison;

// The columns of the board are put in order and chosen by hand and by key.
class tst_BoardColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support )"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_pane = std::make_unique<BoardPane>(*m_model);
        m_pane->resize(1000, 500);
    }
    void cleanup()
    {
        m_pane.reset();
        m_tester.reset();
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void areDragged_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("onto");
        QTest::addColumn<double>("part"); // of the other's width, from where reading begins
        QTest::addColumn<QString>("order");
        const QString first = u"ALS GAC AF/EoL ccNSO"_s;
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            const char *name = direction == Qt::LeftToRight ? "left to right: " : "right to left: ";
            const auto row = [&](const char *what) -> QTestData & {
                return QTest::addRow("%s%s", name, what);
            };
            row("to the end") << direction << u"ALS"_s << u"ccNSO"_s << 0.8 << u"GAC AF/EoL ccNSO ALS"_s;
            row("to the beginning") << direction << u"ccNSO"_s << u"ALS"_s << 0.2
                                    << u"ccNSO ALS GAC AF/EoL"_s;
            row("after the next") << direction << u"ALS"_s << u"GAC"_s << 0.8 << u"GAC ALS AF/EoL ccNSO"_s;
            row("before the next: where it is") << direction << u"ALS"_s << u"GAC"_s << 0.2 << first;
            row("onto the names: first")
                << direction << u"GAC"_s << QString() << 0.5 << u"GAC ALS AF/EoL ccNSO"_s;
            row("not far enough to be dragged") << direction << u"GAC"_s << u"GAC"_s << 0.51 << first;
        }
    }
    void areDragged()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(QString, column);
        QFETCH(QString, onto);
        QFETCH(double, part);
        m_pane->setLayoutDirection(direction);
        show();
        QHeaderView *head = m_pane->view()->horizontalHeader();
        const auto place = [&](const QString &code, double along) {
            const int section = code.isEmpty() ? int(BoardModel::NameColumn) : at(code);
            const int width = head->sectionSize(section);
            const int x = int(width * (direction == Qt::LeftToRight ? along : 1 - along));
            return QPoint(head->sectionViewportPosition(section) + x, head->height() / 2);
        };
        QTest::mousePress(head->viewport(), Qt::LeftButton, {}, place(column, 0.5));
        QTest::mouseMove(head->viewport(), place(onto, part));
        // The platform without windows has no pointer whose buttons it knows.
        QMouseEvent moved(QEvent::MouseMove, place(onto, part),
            head->viewport()->mapToGlobal(place(onto, part)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(head->viewport(), &moved);
        QTest::mouseRelease(head->viewport(), Qt::LeftButton, {}, place(onto, part));
        QTEST(order(), "order");
    }

    void areMovedByKey()
    {
        show();
        BoardView *view = m_pane->view();
        view->setCurrentIndex(m_model->index(2, at(u"GAC"_s)));
        QTest::keyClick(view, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(order(), u"GAC ALS AF/EoL ccNSO"_s);
        QCOMPARE(view->currentIndex(), m_model->index(2, at(u"GAC"_s))); // goes with it
        QTest::keyClick(view, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(order(), u"GAC ALS AF/EoL ccNSO"_s); // it is the first
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(view, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(order(), u"ALS AF/EoL ccNSO GAC"_s);
        m_editor->undoStack()->undo();
        QCOMPARE(order(), u"ALS AF/EoL GAC ccNSO"_s);
        m_pane->setLayoutDirection(Qt::RightToLeft);
        QTest::keyClick(view, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(order(), u"ALS AF/EoL ccNSO GAC"_s);
    }

    void areMovedPastHiddenOnes()
    {
        show();
        BoardView *view = m_pane->view();
        view->setColumnHidden(at(u"GAC"_s), true);
        view->setColumnHidden(at(u"AF/EoL"_s), true);
        view->setCurrentIndex(m_model->index(0, at(u"ccNSO"_s)));
        QTest::keyClick(view, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier);
        QCOMPARE(order(), u"ccNSO ALS GAC AF/EoL"_s);
    }

    void areChosen()
    {
        show();
        QSignalSpy noticed(m_model.get(), &BoardModel::noticed);
        choice(u"training"_s)->trigger();
        QCOMPARE(order(), u"ALS GAC AF/EoL ccNSO training"_s);
        QCOMPARE(noticed.size(), 1);
        for (const QString &code : {u"ALS"_s, u"GAC"_s, u"AF/EoL"_s, u"ccNSO"_s})
            choice(code)->trigger();
        QCOMPARE(order(), u"training"_s);
        QVERIFY(choice(u"training"_s)->isChecked() && !choice(u"training"_s)->isEnabled()); // one stays
        QVERIFY(!choice(u"ALS"_s)->isChecked());
        m_pane->view()->columnsMenu()->findChild<QAction *>(objectNames::standardColumnsAction)->trigger();
        QCOMPARE(order(), u"ALS GAC AF/EoL ccNSO"_s);
    }

    void theNumbersStayWithTheirColumns()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"represented"_s));
        show();
        m_model->moveColumn(at(u"GAC"_s), m_model->columnCount());
        QCOMPARE(m_model->index(1, at(u"GAC"_s)).data().toString(), u"represented"_s);
        QCOMPARE(m_model->board().totals.back().met, 1);
        m_model->moveColumn(BoardModel::NameColumn, m_model->columnCount()); // no indicator: nothing
        QCOMPARE(order(), u"ALS AF/EoL ccNSO GAC"_s);
    }

private:
    void show()
    {
        m_pane->show();
        QApplication::setActiveWindow(m_pane.get());
        m_pane->view()->setFocus();
    }
    int at(const QString &code) const
    {
        for (int i = 0; i < m_model->columnCount(); ++i) {
            if (m_model->headerData(i, Qt::Horizontal, CodeRole).toString() == code)
                return i;
        }
        return -1;
    }
    QString order() const
    {
        QStringList codes;
        for (const Indicator &each : m_model->board().indicators)
            codes += each.code;
        return codes.join(u' ');
    }
    QAction *choice(const QString &code) const
    {
        ColumnsMenu *menu = m_pane->view()->columnsMenu();
        Q_EMIT menu->aboutToShow();
        for (QAction *each : menu->actions()) {
            if (each->objectName() == objectNames::columnAction + code)
                return each;
        }
        return nullptr;
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<BoardPane> m_pane;
};

QTEST_MAIN(tst_BoardColumns)
#include "tst_boardcolumns.moc"
