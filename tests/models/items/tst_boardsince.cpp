// The marks of what changed since an earlier day, as the board's model gives them.
#include "models/items/boardmodel.h"

#include "tests/models/testfile.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

class TestBoardSince : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
        m_file->observe(u"BB"_s, u"GAC"_s, u"2006-05-01"_s, Value(u"observer"_s));
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007-01-10"_s, Value(u"represented"_s));
        m_file->observe(u"GY"_s, u"ALS"_s, u"2006-05-01"_s, Value(2));
        m_file->observe(u"GY"_s, u"ALS"_s, u"2007-01-10"_s, Value(1));
        m_file->observe(u"TT"_s, u"ccNSO"_s, u"2007-01-10"_s, Value(u"active"_s));
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        new QAbstractItemModelTester(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_model.get());
    }
    void cleanup()
    {
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void nothingIsMarkedAtFirst() { QCOMPARE(marks(), QStringList()); }

    void marksCellsWithWhatTheyWere()
    {
        QSignalSpy told(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setSince(QDate(2006, 12, 31));
        QCOMPARE(told.size(), 1);
        QCOMPARE(marks(), (QStringList{u"BB GAC +1 observer"_s, u"GY ALS -1 2"_s, u"TT ccNSO +0 "_s}));
        m_model->setSince(QDate(2006, 12, 31)); // as it was
        QCOMPARE(told.size(), 1);
        m_model->setSince(QDate());
        QCOMPARE(told.size(), 2);
        QCOMPARE(marks(), QStringList());
    }

    void followsTheDateShown()
    {
        m_model->setSince(QDate(2006, 12, 31));
        m_model->setAsOf(TestFile::date(u"2007-01-01"_s));
        QCOMPARE(marks(), QStringList());
        m_model->setAsOf(TestFile::date(u"2006-06-01"_s)); // before the day compared with
        QCOMPARE(marks(), QStringList());
        m_model->setAsOf(TestFile::date(u"2007-02-15"_s));
        QCOMPARE(marks().size(), 3);
        m_model->setRegion(m_file->readRegion(u"Pair"_s));
        QCOMPARE(marks(), (QStringList{u"TT ccNSO +0 "_s, u"GY ALS -1 2"_s}));
    }

    void followsEditsOnBothSides()
    {
        m_model->setSince(QDate(2006, 12, 31));
        QSignalSpy told(m_model.get(), &QAbstractItemModel::dataChanged);
        m_file->observe(u"GY"_s, u"ALS"_s, u"2006-05-01"_s, Value(1)); // then it was the same
        QCOMPARE(marks(), (QStringList{u"BB GAC +1 observer"_s, u"TT ccNSO +0 "_s}));
        QVERIFY(!told.isEmpty()); // though the cell shown did not change
        m_file->withdraw(u"BB"_s, u"GAC"_s, u"2007-01-10"_s);
        QCOMPARE(marks(), (QStringList{u"TT ccNSO +0 "_s}));
    }

    void saysItInWords()
    {
        m_model->setSince(QDate(2006, 12, 31));
        const QModelIndex barbados = m_model->index(1, BoardModel::FirstIndicatorColumn + 1);
        QVERIFY2(barbados.data(Qt::ToolTipRole).toString().contains(u"31 Dec 2006: observer"_s),
            qPrintable(barbados.data(Qt::ToolTipRole).toString()));
        QVERIFY(barbados.data(Qt::AccessibleTextRole).toString().endsWith(u", was observer"_s));
    }

private:
    // "BB GAC +1 observer" of each marked cell.
    QStringList marks() const
    {
        QStringList all;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            for (int column = 0; column < m_model->columnCount(); ++column) {
                const QModelIndex index = m_model->index(row, column);
                const QVariant way = index.data(ChangedRole);
                if (!way.isValid())
                    continue;
                const QString sign = way.toInt() < 0 ? QString() : u"+"_s;
                all += m_model->index(row, BoardModel::CodeColumn).data().toString() + u' '
                    + m_model->headerData(column, Qt::Horizontal, CodeRole).toString() + u' ' + sign
                    + way.toString() + u' ' + index.data(ChangedFromRole).toString();
            }
        }
        return all;
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
};

QTEST_GUILESS_MAIN(TestBoardSince)
#include "tst_boardsince.moc"
