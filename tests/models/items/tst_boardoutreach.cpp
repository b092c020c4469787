#include "models/figures/outreachquestion.h"
#include "models/items/boardmodel.h"
#include "models/items/clipboardtable.h"
#include "models/items/rowsbehindmodel.h"
#include "tests/models/outreachfile.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What was done, as columns of the board, and the rows behind a number.
class BoardOutreachTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<OutreachFile>();
        m_file->setNow(QDateTime(QDate(2007, 2, 15), QTime(12, 0), Qt::UTC));
        m_file->fill();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_model->setAsOf(TestFile::date(u"2007-02-15"_s));
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void noneAtFirst()
    {
        QCOMPARE(m_model->columnCount(), m_model->indicatorEnd());
        QVERIFY(!m_model->isOutreach(m_model->columnCount() - 1));
        QVERIFY(m_model->isIndicator(m_model->columnCount() - 1));
        QSignalSpy told(m_model.get(), &BoardModel::outreachChanged);
        m_file->activity(u"Talk"_s, u"2007-02-10"_s, u"BB"_s);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(told.size(), 0);
    }

    void eachIsTheFigureByTerritory_data() { figures(); }
    void eachIsTheFigureByTerritory()
    {
        QFETCH(QString, code);
        m_model->setOutreach({code});
        const int column = m_model->indicatorEnd();
        QCOMPARE(m_model->columnCount(), column + 1);
        QVERIFY(m_model->isOutreach(column) && !m_model->isIndicator(column));
        const OutreachFigure &figure = *outreachFigure(code);
        const QHash<QUuid, qint64> numbers =
            outreachByTerritory(m_file->store(), figure, twelveMonthsTo(day));
        int known = 0;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            const QModelIndex at = m_model->index(row, column);
            const QUuid territory = at.data(IdRole).toUuid();
            QCOMPARE(territory, m_model->index(row, BoardModel::NameColumn).data(IdRole).toUuid());
            const bool isKnown = numbers.contains(territory);
            known += isKnown ? 1 : 0;
            const QString number = QString::number(numbers.value(territory));
            QCOMPARE(at.data(Qt::EditRole).toString(), isKnown ? number : QString());
            // What nothing is known of is a dash, never 0.
            const QString shown = code == "groups-in-touch"_L1 ? number + u" of 5"_s : number;
            QCOMPARE(at.data().toString(), isKnown ? shown : u"–"_s);
            QVERIFY(!(m_model->flags(at) & Qt::ItemIsEditable));
            QVERIFY(!m_model->setData(at, u"9"_s));
            // A click leads to rows whose counts add up to the number.
            RowsBehindModel behind(m_file->store());
            behind.setRows(figure.entity,
                outreachRows(
                    m_file->store(), OutreachQuestion{.figure = code, .day = day, .territory = territory}));
            QCOMPARE(behind.rowCount() > 0, isKnown);
            QCOMPARE(behind.sum(), numbers.value(territory));
        }
        QVERIFY(known > 0);
        QCOMPARE(m_model->outreach().numbers(0)->total,
            outreachTotal(m_file->store(), figure, twelveMonthsTo(day), m_model->board().region));
    }

    void headsSayTheirPeriod()
    {
        m_model->setOutreach({u"activities"_s, u"agreements"_s, u"no such figure"_s});
        const int first = m_model->indicatorEnd();
        QCOMPARE(m_model->columnCount(), first + 2);
        const auto head = [&](int column, int role) {
            return m_model->headerData(column, Qt::Horizontal, role).toString();
        };
        QCOMPARE(head(first, Qt::DisplayRole), u"Activities"_s);
        QCOMPARE(head(first, GroupRole), u"twelve months to 15 Feb 2007"_s);
        QCOMPARE(head(first + 1, GroupRole), u"on 15 Feb 2007"_s);
        QCOMPARE(head(first, CodeRole), u"activities"_s);
    }

    void groupsAreNamed()
    {
        m_model->setOutreach({u"groups-in-touch"_s});
        const QString said = cell(u"BB"_s, 0).data(Qt::AccessibleTextRole).toString();
        QCOMPARE(said,
            u"Barbados, Stakeholder groups in touch: 2 of 5, twelve months to 15 Feb 2007, ccTLD managers, civil society"_s);
        QVERIFY(cell(u"BB"_s, 0).data(Qt::ToolTipRole).toString().contains(u"civil society"_s));
    }

    void onlyWhatMayHaveChangedIsTold_data()
    {
        QTest::addColumn<qint64>("threadedFrom");
        QTest::addRow("at once") << qint64(1000);
        QTest::addRow("aside") << qint64(0);
    }
    void onlyWhatMayHaveChangedIsTold()
    {
        QFETCH(qint64, threadedFrom);
        m_model->setThreadedFrom(threadedFrom);
        m_model->setOutreach({u"activities"_s, u"agreements"_s});
        QTRY_VERIFY(m_model->outreach().numbers(0) && m_model->outreach().numbers(1));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_file->activity(u"Talk"_s, u"2007-02-10"_s, u"KN"_s);
        QTRY_COMPARE(cell(u"KN"_s, 0).data().toString(), u"1"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0].at(0).toModelIndex().column(), m_model->indicatorEnd());
        QCOMPARE(changed[0].at(1).toModelIndex().column(), m_model->indicatorEnd());
        QCOMPARE(reset.size(), 0);
        // Another day, another region.
        m_model->setAsOf(TestFile::date(u"2008-03-15"_s));
        QTRY_COMPARE(cell(u"BB"_s, 0).data().toString(), u"1"_s);
        m_model->setAsOf(TestFile::date(u"2007-02-15"_s));
        QTRY_COMPARE(cell(u"BB"_s, 0).data().toString(), u"3"_s);
        m_model->setRegion(m_file->readRegion(u"Pair"_s));
        QTRY_VERIFY(m_model->outreach().numbers(0));
        QTRY_COMPARE(m_model->outreach().numbers(0)->total, std::optional<qint64>(1));
    }

    void itGoesWhileItReads()
    {
        m_model->setThreadedFrom(0);
        m_model->setOutreach({u"activities"_s});
        QCOMPARE(cell(u"BB"_s, 0).data().toString(), u"…"_s);
        m_tester.reset();
        m_model.reset();
    }

    void copiesHaveThem()
    {
        m_model->setOutreach({u"activities"_s});
        const int column = m_model->indicatorEnd();
        QModelIndexList chosen;
        for (const QString &code : {u"BB"_s, u"KN"_s})
            chosen.append(cell(code, 0));
        const ClipboardTable table = m_model->copy(chosen);
        QCOMPARE(table.head.last(), u"Activities, twelve months to 15 Feb 2007"_s);
        QCOMPARE(table.rows.front().last(), u"3"_s);
        QCOMPARE(table.tableRows.front().last(), u"3"_s);
        QCOMPARE(table.rows.back().last(), QString()); // as a spreadsheet reads it
        QCOMPARE(table.tableRows.back().last(), u"–"_s);
        // They take nothing in.
        QVERIFY(!m_model->paste(u"7"_s, m_model->index(0, column)));
        QCOMPARE(*m_model->withdraw(chosen), 0);
        // Nor do they move among the indicators.
        m_model->moveColumn(column, BoardModel::FirstIndicatorColumn);
        QVERIFY(m_model->isOutreach(column));
    }

    void aPersonCountsOnceAmongTheRows()
    {
        RowsBehindModel behind(m_file->store());
        QAbstractItemModelTester tester(&behind, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const OutreachFigure &figure = *outreachFigure("people-trained");
        behind.setRows(figure.entity,
            outreachRows(m_file->store(), OutreachQuestion{.figure = figure.code, .day = day}));
        QCOMPARE(behind.rowCount(), 3);
        QCOMPARE(behind.sum(), 2);
        QStringList counts;
        for (int row = 0; row < 3; ++row)
            counts += behind.index(row, RowsBehindModel::CountsColumn).data().toString();
        QCOMPARE(counts.count(u"0"_s), 1);
        // Newest first, with what leads to the record.
        QCOMPARE(behind.index(0, RowsBehindModel::DateColumn).data().toString(), u"1 Feb 2007"_s);
        QVERIFY(!m_file->store().find(figure.entity, behind.index(0, 0).data(IdRole).toUuid()).isNull());
        QVERIFY(behind.index(0, RowsBehindModel::TitleColumn).data().toString().contains(u"Ada"_s));
        QCOMPARE(behind.index(0, RowsBehindModel::ProjectsColumn).data().toString(), u"1Q"_s);
        QCOMPARE(behind.index(0, RowsBehindModel::TerritoriesColumn).data().toString(), u"BB"_s);
    }

    void askedForNothing()
    {
        QVERIFY(outreachRows(m_file->store(), OutreachQuestion{.figure = u"no such figure"_s, .day = day})
                    .empty());
    }

private:
    static void figures()
    {
        QTest::addColumn<QString>("code");
        for (const OutreachFigure &figure : outreachFigures())
            QTest::addRow("%s", figure.code.data()) << QString(figure.code);
    }
    QModelIndex cell(const QString &code, int figure) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (m_model->index(row, BoardModel::CodeColumn).data().toString() == code)
                return m_model->index(row, m_model->indicatorEnd() + figure);
        }
        return {};
    }

    static constexpr QDate day = QDate::fromJulianDay(2'454'147); // 15 February 2007
    std::unique_ptr<OutreachFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(BoardOutreachTest)
#include "tst_boardoutreach.moc"
