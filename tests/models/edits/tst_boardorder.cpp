#include "models/edits/boardorder.h"

#include "models/edits/editor.h"
#include "models/figures/indicator.h"
#include "tests/models/testfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

class tst_BoardOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
    }
    void cleanup()
    {
        m_editor.reset();
        m_file.reset();
    }

    void theseInThisOrder()
    {
        QCOMPARE(order(), u"ALS GAC AF/EoL ccNSO (training)"_s);
        QVERIFY(put({u"ccNSO"_s, u"training"_s, u"ALS"_s}));
        QCOMPARE(order(), u"ccNSO training ALS (GAC) (AF/EoL)"_s);
        m_editor->undoStack()->undo(); // one step
        QCOMPARE(order(), u"ALS GAC AF/EoL ccNSO (training)"_s);
    }

    void whatIsSoAlreadyIsNotWritten()
    {
        QVERIFY(!put({u"ALS"_s, u"GAC"_s, u"AF/EoL"_s, u"ccNSO"_s}));
        QVERIFY(!m_editor->undoStack()->canUndo());
        QVERIFY(standardColumns(*m_editor)->isNull());
    }

    void backToTheFirstOrder()
    {
        QVERIFY(put({u"GAC"_s, u"ALS"_s}));
        QVERIFY(put({u"training"_s}));
        QVERIFY(!standardColumns(*m_editor)->isNull());
        QCOMPARE(order(), u"ALS GAC AF/EoL ccNSO (training)"_s);
        m_editor->undoStack()->undo();
        QVERIFY(order().startsWith(u"training "_s));
    }

    void aReadOnlyFileSaysSo()
    {
        m_editor.reset();
        m_file->reopen(OpenMode::ReadOnly);
        Editor editor(m_file->store());
        QVERIFY(!showColumns(editor, {TestFile::indicator(u"GAC"_s)}).ok());
    }

private:
    bool put(const QStringList &codes)
    {
        std::vector<QUuid> ids;
        for (const QString &code : codes)
            ids.push_back(TestFile::indicator(code));
        const auto written = showColumns(*m_editor, ids);
        return written && !written->isNull();
    }
    // Those off the board in brackets.
    QString order() const
    {
        QStringList all;
        for (const Indicator &each : indicators(m_file->store()))
            all += each.onBoard ? each.code : u"(%1)"_s.arg(each.code);
        return all.join(u' ');
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
};

QTEST_GUILESS_MAIN(tst_BoardOrder)
#include "tst_boardorder.moc"
