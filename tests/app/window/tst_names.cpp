#include "tests/app/window/windowfixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QPlainTextEdit>
#include <QtTest>

using namespace liaison;
using namespace liaison::test;

// Everything a person can act on has a name for tests and one for screen readers.
class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPageAndDialog_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addRow("welcome") << QString();
        QTest::addRow("presence") << u"board"_s;
        QTest::addRow("new file") << objectNames::newAction;
        QTest::addRow("import") << objectNames::importBoardAction;
        QTest::addRow("report") << objectNames::exportReportAction;
        QTest::addRow("about") << objectNames::aboutAction;
    }
    void everyPageAndDialog()
    {
        QTest::failOnWarning(unexpected);
        QFETCH(QString, action);
        Desk desk;
        if (!action.isEmpty()) {
            desk.openExample();
            desk.showDate(u"2007-02-15"_s);
            desk.window->presence()->showNoticeWithUndo(u"x"_s);
            desk.dialogs.answerNext(desk.write(u"sheet.csv"_s, "code,ALS\nBB,4\nXX,1\n"));
            if (QAction *act = desk.act(action))
                act->trigger();
        }
        const QList<QDialog *> dialogs = desk.window->findChildren<QDialog *>();
        const QWidget *root = dialogs.isEmpty() ? static_cast<QWidget *>(desk.window.get()) : dialogs.first();
        int checked = 0;
        for (const QWidget *widget : root->findChildren<QWidget *>()) {
            if (!isInteractive(widget) || !widget->isVisible())
                continue;
            ++checked;
            const QByteArray what =
                widget->metaObject()->className() + QByteArray(" ") + widget->objectName().toUtf8();
            QVERIFY2(!widget->objectName().isEmpty(), what.constData());
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), what.constData());
        }
        QVERIFY(checked >= 2);
    }

    void everyAct()
    {
        Desk desk;
        desk.openExample();
        QStringList keys;
        for (const QAction *act : desk.window->findChildren<QAction *>()) {
            if (act->shortcut().isEmpty())
                continue;
            QVERIFY2(!act->objectName().isEmpty(), qPrintable(act->text()));
            QVERIFY2(!keys.contains(act->shortcut().toString()), qPrintable(act->shortcut().toString()));
            keys += act->shortcut().toString();
        }
        QVERIFY(keys.size() > 10);
    }

    void aCellIsRead()
    {
        Desk desk;
        desk.openExample();
        desk.showDate(u"2007-02-15"_s);
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(desk.board());
        QVERIFY(face && face->tableInterface());
        const QModelIndex cell = desk.cell(u"AG"_s, u"GAC"_s);
        const QString text = cell.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(text.contains(u"Antigua"_s) && text.contains(u"represented"_s), qPrintable(text));
    }

private:
    // Not what Qt makes inside of its own widgets.
    static bool isInteractive(const QWidget *widget)
    {
        for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
            if (qobject_cast<const QComboBox *>(above) || qobject_cast<const QAbstractItemView *>(above))
                return false;
        }
        return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget);
    }
};

QTEST_MAIN(NamesTest)
#include "tst_names.moc"
