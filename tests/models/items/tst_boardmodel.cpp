#include "models/items/boardmodel.h"

#include "tests/models/testfile.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>

using namespace Qt::StringLiterals;
using namespace liaison;

// On 15 February 2007, the day it is in the file, the board reads AN BB GY KN TT by ALS GAC AF/EoL ccNSO.
class tst_BoardModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"."_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_resets = std::make_unique<QSignalSpy>(m_model.get(), &QAbstractItemModel::modelReset);
        m_changes = std::make_unique<QSignalSpy>(m_model.get(), &QAbstractItemModel::dataChanged);
        m_refusals = std::make_unique<QSignalSpy>(m_model.get(), &BoardModel::refused);
        m_notices = std::make_unique<QSignalSpy>(m_model.get(), &BoardModel::noticed);
    }
    void cleanup()
    {
        QLocale::setDefault(QLocale::c());
        m_notices.reset();
        m_refusals.reset();
        m_changes.reset();
        m_resets.reset();
        m_tester.reset();
        m_model.reset();
        m_editor.reset();
        m_file.reset();
    }

    void showsTheRegionsBoardOfToday()
    {
        QCOMPARE(codes(), u"AN BB GY KN TT"_s);
        QCOMPARE(m_model->columnCount(), 7);
        QCOMPARE(m_model->asOf().toIso(), u"2007-02-15"_s);
        QCOMPARE(m_model->index(1, BoardModel::NumberColumn).data().toInt(), 2);
        QCOMPARE(m_model->index(1, BoardModel::NameColumn).data().toString(), u"Barbados"_s);
        QCOMPARE(at(u"BB"_s, u"GAC"_s).data().toString(), QString());
        QCOMPARE(at(u"BB"_s, u"GAC"_s).data(StandingRole).toInt(), int(Standing::Unknown));
    }

    void showsTheDayAndTheRegionThatAreAsked()
    {
        m_model->setAsOf(TestFile::date(u"2012"_s));
        QCOMPARE(codes(), u"BB CW GY KN MF SX TT"_s);
        QCOMPARE(m_resets->count(), 1);
        m_model->setRegion(m_file->readRegion(u"Pair"_s));
        QCOMPARE(codes(), u"TT GY"_s);
        m_model->setAsOf(TestFile::date(u"2007"_s));
        QCOMPARE(codes(), u"TT GY"_s);
        QCOMPARE(m_resets->count(), 2); // the same rows: nothing but values may differ
    }

    void withoutARegionItIsEmpty()
    {
        for (const Region &region : regions(m_file->store())) {
            Draft draft(u"Delete"_s);
            draft.remove(m_file->store().find(fields::region::entity, region.id));
            m_file->commit(draft);
        }
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(BoardModel(*m_editor, Region()).rowCount(), 0);
    }

    void saysWhatACellIs_data()
    {
        QTest::addColumn<QString>("indicator");
        QTest::addColumn<Value>("reading");
        QTest::addColumn<QString>("display");
        QTest::addColumn<QString>("edit");
        QTest::addColumn<int>("standing");
        QTest::addColumn<QString>("accessible");
        QTest::newRow("level") << u"GAC"_s << Value(u"represented"_s) << u"represented"_s << u"represented"_s
                               << int(Standing::Met) << u"Barbados, GAC: represented, assumed"_s;
        QTest::newRow("count") << u"ALS"_s << Value(2) << u"2"_s << u"2"_s << int(Standing::Met)
                               << u"Barbados, ALS: 2, assumed"_s;
        QTest::newRow("zero is no unknown") << u"ALS"_s << Value(0) << u"0"_s << u"0"_s
                                            << int(Standing::NotMet) << u"Barbados, ALS: 0, assumed"_s;
        QTest::newRow("not applicable")
            << u"GAC"_s << Value(u"n/a"_s) << u"n/a"_s << u"n/a"_s << int(Standing::NotApplicable)
            << u"Barbados, GAC: not applicable, assumed"_s;
        QTest::newRow("recorded as unknown")
            << u"GAC"_s << Value(u"unknown"_s) << u""_s << u""_s << int(Standing::Unknown)
            << u"Barbados, GAC: unknown, assumed"_s;
    }
    void saysWhatACellIs()
    {
        QFETCH(QString, indicator);
        QFETCH(Value, reading);
        m_file->observe(u"BB"_s, indicator, u"2007-02"_s, reading, u"deck"_s, u"assumed"_s);
        const QModelIndex cell = at(u"BB"_s, indicator);
        QTEST(cell.data().toString(), "display");
        QTEST(cell.data(Qt::EditRole).toString(), "edit");
        QTEST(cell.data(StandingRole).toInt(), "standing");
        QTEST(cell.data(Qt::AccessibleTextRole).toString(), "accessible");
        QCOMPARE(cell.data(SourceRole).toString(), u"deck"_s);
        QCOMPARE(cell.data(CertaintyRole).toString(), u"assumed"_s);
        QCOMPARE(cell.data(DateTextRole).toString(), TestFile::date(u"2007-02"_s).toText(QLocale()));
        QCOMPARE(cell.data(IdRole).toUuid(), TestFile::observation(u"BB"_s, indicator, u"2007-02"_s));
        QCOMPARE(cell.data(CodeRole).toString(), u"BB"_s);
    }

    void anUnknownCellSaysSo()
    {
        QCOMPARE(at(u"BB"_s, u"GAC"_s).data(Qt::AccessibleTextRole).toString(), u"Barbados, GAC: unknown"_s);
        QVERIFY(at(u"BB"_s, u"GAC"_s).data(IdRole).toUuid().isNull());
    }

    void saysThatAValueIsOld()
    {
        m_file->observe(u"BB"_s, u"GAC"_s, u"2004-12"_s, Value(u"observer"_s));
        const QModelIndex cell = at(u"BB"_s, u"GAC"_s);
        QCOMPARE(cell.data(StaleRole).toBool(), true);
        QCOMPARE(cell.data(AgeMonthsRole).toInt(), 25);
        QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), u"Barbados, GAC: observer, stale"_s);
        QVERIFY(plain(cell.data(Qt::ToolTipRole)).contains(u"Stale: 25 months old"_s));
    }

    void saysThatANameIsReconstructed()
    {
        const QModelIndex name = m_model->index(3, BoardModel::NameColumn);
        QCOMPARE(name.data(CodeRole).toString(), u"KN"_s);
        QCOMPARE(name.data(ReconstructedRole).toBool(), true);
        QCOMPARE(name.data(DoubtRole).toString(), u"the row could be another"_s);
        QVERIFY(plain(name.data(Qt::ToolTipRole)).contains(u"reconstructed"_s));
        QCOMPARE(m_model->index(1, BoardModel::NameColumn).data(ReconstructedRole).toBool(), false);
    }

    // People read the digits of their language, spreadsheets and the keyboard's own do not change.
    void speaksInTheDigitsOfTheLanguage()
    {
        QVERIFY(m_model->setData(at(u"BB"_s, u"ALS"_s), u"1200"_s));
        QLocale::setDefault(QLocale(QLocale::Arabic, QLocale::Egypt));
        QCOMPARE(at(u"BB"_s, u"ALS"_s).data().toString(), u"١٬٢٠٠"_s);
        QCOMPARE(at(u"BB"_s, u"ALS"_s).data(Qt::EditRole).toString(), u"1200"_s);
        QCOMPARE(m_model->index(1, BoardModel::NumberColumn).data().toString(), u"٢"_s);
        QVERIFY(m_model->setData(at(u"BB"_s, u"ALS"_s), u"٣"_s));
        QCOMPARE(at(u"BB"_s, u"ALS"_s).data(Qt::EditRole).toString(), u"3"_s);
    }

    void describesItsColumns()
    {
        const auto header = [&](int section, int role) {
            return m_model->headerData(section, Qt::Horizontal, role).toString();
        };
        QCOMPARE(header(BoardModel::NameColumn, Qt::DisplayRole), u"Country / territory"_s);
        QCOMPARE(header(3, Qt::DisplayRole), u"ALS"_s);
        QCOMPARE(header(3, GroupRole), u"user groups"_s);
        QCOMPARE(header(5, CodeRole), u"AF/EoL"_s);
        QCOMPARE(header(5, Qt::AccessibleTextRole), u"ccTLD agreements: AF/EoL"_s);
        QCOMPARE(m_model->headerData(4, Qt::Horizontal, IdRole).toUuid(), TestFile::indicator(u"GAC"_s));
        QCOMPARE(m_model->headerData(1, Qt::Vertical, IdRole).toUuid(), TestFile::territory(u"BB"_s));
        QVERIFY(!m_model->headerData(7, Qt::Horizontal).isValid());
        QVERIFY(!m_model->headerData(-1, Qt::Vertical).isValid());
    }

    void toolTipsAreNeverMarkup()
    {
        m_file->observe(
            u"BB"_s, u"GAC"_s, u"2007-02-15"_s, Value(u"observer"_s), u"<img src=x> & <b>deck</b>"_s);
        const QString tip = at(u"BB"_s, u"GAC"_s).data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(u"<b>"_s) && !tip.contains(u"<img"_s));
        const QString said = plain(tip);
        QVERIFY2(said.contains(u"Source: <img src=x> & <b>deck</b>"_s), qPrintable(said));
        for (const QString &line : {u"Barbados, GAC"_s, u"observer"_s, u"On the way to the goal"_s,
                 u"Date: "_s + TestFile::date(u"2007-02-15"_s).toText(QLocale()), u"Certainty: reported"_s})
            QVERIFY2(said.contains(line), qPrintable(said));
    }

    void takesWhatIsTyped_data()
    {
        QTest::addColumn<QString>("indicator");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("level") << u"GAC"_s << u"represented"_s << u"represented"_s;
        QTest::newRow("level, its unique beginning") << u"GAC"_s << u"rep"_s << u"represented"_s;
        QTest::newRow("level, case ignored") << u"AF/EoL"_s << u"af SIGNED"_s << u"AF signed"_s;
        QTest::newRow("count") << u"ALS"_s << u"3"_s << u"3"_s;
        QTest::newRow("blanks around") << u"ALS"_s << u" 3 "_s << u"3"_s;
        QTest::newRow("not applicable") << u"GAC"_s << u"n/a"_s << u"n/a"_s;
    }
    void takesWhatIsTyped()
    {
        QFETCH(QString, indicator);
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        QVERIFY(m_model->setData(at(u"BB"_s, indicator), typed));
        QCOMPARE(at(u"BB"_s, indicator).data().toString(), shown);
        QCOMPARE(m_changes->count(), 1);
        QCOMPARE(m_changes->front().at(0).toModelIndex(), at(u"BB"_s, indicator));
        QCOMPARE(m_changes->front().at(1).toModelIndex(), at(u"BB"_s, indicator));
        QCOMPARE(m_resets->count() + m_refusals->count() + m_notices->count(), 0);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(at(u"BB"_s, indicator).data().toString(), QString());
        m_editor->undoStack()->redo();
        QCOMPARE(at(u"BB"_s, indicator).data().toString(), shown);
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("indicator");
        QTest::addColumn<QString>("typed");
        QTest::newRow("a level that is none") << u"GAC"_s << u"king"_s;
        QTest::newRow("a beginning of two levels") << u"AF/EoL"_s << u"n"_s;
        QTest::newRow("a word for a count") << u"ALS"_s << u"three"_s;
        QTest::newRow("below zero") << u"ALS"_s << u"-1"_s;
        QTest::newRow("20 digits") << u"ALS"_s << u"12345678901234567890"_s;
        QTest::newRow("a formula") << u"ALS"_s << u"=1+1"_s;
        QTest::newRow("markup") << u"GAC"_s << u"<b>none</b>"_s;
    }
    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, indicator);
        QFETCH(QString, typed);
        const auto edits = m_file->store().edits().size();
        QVERIFY(!m_model->setData(at(u"BB"_s, indicator), typed));
        QCOMPARE(m_refusals->count(), 1);
        const QString said = m_refusals->front().front().toString();
        QVERIFY2(said.startsWith(u"Barbados, %1: "_s.arg(indicator)), qPrintable(said));
        QCOMPARE(m_file->store().edits().size(), edits);
        QCOMPARE(m_changes->count(), 0);
    }

    void onlyCellsOfIndicatorsAreEdited()
    {
        QVERIFY(!m_model->setData(m_model->index(0, BoardModel::NameColumn), u"Bermuda"_s));
        QVERIFY(!m_model->setData(at(u"BB"_s, u"ALS"_s), 3, Qt::DisplayRole));
        QVERIFY(!m_model->setData({}, 3));
        QVERIFY(!m_model->flags(m_model->index(0, BoardModel::NameColumn)).testFlag(Qt::ItemIsEditable));
        QVERIFY(m_model->flags(at(u"BB"_s, u"ALS"_s)).testFlag(Qt::ItemIsEditable));
        m_model->setAsOf(TestFile::date(u"2012"_s));
        QVERIFY(!m_model->flags(at(u"MF"_s, u"AF/EoL"_s)).testFlag(Qt::ItemIsEditable)); // it has no ccTLD
        QCOMPARE(at(u"MF"_s, u"AF/EoL"_s).data().toString(), u"n/a"_s);
        QCOMPARE(at(u"MF"_s, u"AF/EoL"_s).data(Qt::EditRole).toString(), QString());
    }

    void aFileThatCannotBeWrittenIsNotEdited()
    {
        m_tester.reset();
        m_model.reset();
        m_editor.reset();
        m_file->reopen(OpenMode::ReadOnly);
        m_editor = std::make_unique<Editor>(m_file->store());
        m_model = std::make_unique<BoardModel>(*m_editor, m_file->readRegion());
        QSignalSpy refusals(m_model.get(), &BoardModel::refused);
        QVERIFY(!m_model->flags(at(u"BB"_s, u"ALS"_s)).testFlag(Qt::ItemIsEditable));
        QVERIFY(!m_model->setData(at(u"BB"_s, u"ALS"_s), u"3"_s));
        QCOMPARE(refusals.count(), 1);
    }

    void recordsUnderTheDateThatIsShown()
    {
        m_model->setAsOf(TestFile::date(u"2006-12"_s));
        QVERIFY(m_model->setData(at(u"BB"_s, u"ALS"_s), u"3"_s));
        QVERIFY(isOnFile(u"BB:ALS:2006-12"_s));
        QCOMPARE(m_notices->count(), 1);
        QVERIFY(
            m_notices->front().front().toString().contains(TestFile::date(u"2006-12"_s).toText(QLocale())));
    }

    void saysSoWhenALaterValueOfThatDateStillShows()
    {
        m_file->observe(u"BB"_s, u"ALS"_s, u"2006-12-31"_s, Value(1));
        m_model->setAsOf(TestFile::date(u"2006-12"_s));
        QVERIFY(m_model->setData(at(u"BB"_s, u"ALS"_s), u"3"_s));
        QCOMPARE(at(u"BB"_s, u"ALS"_s).data().toString(), u"1"_s);
        QCOMPARE(m_notices->count(), 1);
        QVERIFY(m_notices->front().front().toString().contains(u"still shows"_s));
    }

    void givesItsSource()
    {
        m_model->setSource(u"phone call"_s);
        QVERIFY(m_model->setData(at(u"BB"_s, u"ALS"_s), u"3"_s));
        QCOMPARE(at(u"BB"_s, u"ALS"_s).data(SourceRole).toString(), u"phone call"_s);
        QCOMPARE(at(u"BB"_s, u"ALS"_s).data(CertaintyRole).toString(), u"reported"_s);
    }

    void anEmptyTextWithdraws_data()
    {
        QTest::addColumn<QString>("date"); // of what stands
        QTest::addColumn<QString>("shown"); // afterwards
        QTest::addColumn<QString>("notice");
        QTest::newRow("of exactly the day")
            << u"2007-02-15"_s << u"2006-01"_s << u"withdrawn; that of Jan 2006 shows now"_s;
        QTest::newRow("of an earlier day")
            << u"2007-02-14"_s << u"2007-02-15"_s << u"recorded as unknown from 15 Feb 2007 on"_s;
    }
    void anEmptyTextWithdraws()
    {
        QFETCH(QString, date);
        QFETCH(QString, shown);
        QFETCH(QString, notice);
        m_file->observe(u"BB"_s, u"ALS"_s, u"2006-01"_s, Value(1));
        m_file->observe(u"BB"_s, u"ALS"_s, date, Value(2));
        QVERIFY(m_model->setData(at(u"BB"_s, u"ALS"_s), u""_s));
        QCOMPARE(
            at(u"BB"_s, u"ALS"_s).data(DateTextRole).toString(), TestFile::date(shown).toText(QLocale()));
        QCOMPARE(m_notices->count(), 1);
        QVERIFY2(m_notices->front().front().toString().contains(notice),
            qPrintable(m_notices->front().front().toString()));
        m_editor->undoStack()->undo();
        QCOMPARE(at(u"BB"_s, u"ALS"_s).data().toString(), u"2"_s);
    }

    void deletingWhatIsUnknownIsNoEdit()
    {
        const auto edits = m_file->store().edits().size();
        QVERIFY(m_model->setData(at(u"BB"_s, u"ALS"_s), u""_s));
        const auto withdrawn = m_model->withdraw({at(u"BB"_s, u"ALS"_s), at(u"BB"_s, u"GAC"_s)});
        QVERIFY(withdrawn && *withdrawn == 0);
        QCOMPARE(m_file->store().edits().size(), edits);
        QCOMPARE(m_notices->count(), 0);
    }

    void withdrawsManyAsOneStep()
    {
        m_file->observe(u"BB"_s, u"ALS"_s, u"2007-02-15"_s, Value(1));
        m_file->observe(u"GY"_s, u"GAC"_s, u"2006"_s, Value(u"observer"_s));
        const auto withdrawn = m_model->withdraw({m_model->index(1, BoardModel::NameColumn),
            at(u"BB"_s, u"ALS"_s), at(u"GY"_s, u"GAC"_s), at(u"TT"_s, u"GAC"_s)});
        QVERIFY(withdrawn);
        QCOMPARE(*withdrawn, 2);
        QCOMPARE(
            at(u"BB"_s, u"ALS"_s).data().toString() + at(u"GY"_s, u"GAC"_s).data().toString(), QString());
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(at(u"BB"_s, u"ALS"_s).data().toString(), u"1"_s);
        QCOMPARE(at(u"GY"_s, u"GAC"_s).data().toString(), u"observer"_s);
    }

    void aChangedValueKeepsTheSelection()
    {
        QItemSelectionModel selection(m_model.get());
        selection.setCurrentIndex(at(u"GY"_s, u"GAC"_s), QItemSelectionModel::ClearAndSelect);
        m_file->observe(u"BB"_s, u"GAC"_s, u"2007"_s, Value(u"observer"_s)); // as from a colleague
        QCOMPARE(m_resets->count(), 0);
        QCOMPARE(m_changes->count(), 1);
        QCOMPARE(selection.currentIndex(), at(u"GY"_s, u"GAC"_s));
        QVERIFY(selection.isSelected(at(u"GY"_s, u"GAC"_s)));
    }

    void aConfirmedNameKeepsTheSelection()
    {
        m_file->observe(u"TT"_s, u"GAC"_s, u"2007"_s, Value(u"observer"_s), {}, u"assumed"_s);
        QSignalSpy boards(m_model.get(), &BoardModel::boardChanged);
        QVERIFY(m_editor->confirmName(m_model->board().region.id, TestFile::territory(u"TT"_s)));
        QCOMPARE(m_resets->count(), 0);
        QCOMPARE(boards.count(), 1);
        QCOMPARE(m_model->index(4, BoardModel::NameColumn).data(ReconstructedRole).toBool(), false);
        QCOMPARE(at(u"TT"_s, u"GAC"_s).data(CertaintyRole).toString(), u"reported"_s);
        QCOMPARE(m_changes->last().at(0).toModelIndex(), m_model->index(4, BoardModel::NumberColumn));
        QCOMPARE(m_changes->last().at(1).toModelIndex(), at(u"TT"_s, u"GAC"_s));
    }

    void anotherIndicatorIsAnotherBoard()
    {
        Draft draft(u"Show training"_s);
        draft.edit(m_file->store().find(fields::indicator::entity, TestFile::indicator(u"training"_s)),
            {{fields::indicator::onBoard, Value(true)}});
        m_file->commit(draft);
        QCOMPARE(m_resets->count(), 1);
        QCOMPARE(m_model->columnCount(), 8);
    }

    void aRowThatLeavesIsAnotherBoard()
    {
        Draft draft(u"Delete"_s);
        for (const Record &row :
            m_file->store().read({.entity = fields::regionTerritory::entity,
            .where = {{QString(fields::regionTerritory::territory), Value(TestFile::territory(u"BB"_s))}}}))
            draft.remove(row);
        m_file->commit(draft);
        QCOMPARE(m_resets->count(), 1);
        QCOMPARE(codes(), u"AN GY KN TT"_s);
    }

    void whatDoesNotConcernTheBoardIsNotAsked()
    {
        QSignalSpy boards(m_model.get(), &BoardModel::boardChanged);
        m_file->create(
            fields::task::entity, QUuid::createUuid(), {{fields::task::text, Value(u"send slides"_s)}});
        QCOMPARE(boards.count(), 0);
    }

    void pastesABlockAsOneStep()
    {
        const auto pasted = m_model->paste(u"observer\tAF signed\n\tnone\n"_s, at(u"BB"_s, u"GAC"_s));
        QVERIFY2(pasted, pasted ? "" : qPrintable(pasted.error().message()));
        QCOMPARE(*pasted, 3);
        QCOMPARE(at(u"BB"_s, u"GAC"_s).data().toString(), u"observer"_s);
        QCOMPARE(at(u"BB"_s, u"AF/EoL"_s).data().toString(), u"AF signed"_s);
        QCOMPARE(at(u"GY"_s, u"AF/EoL"_s).data().toString(), u"none"_s);
        QCOMPARE(m_editor->undoStack()->count(), 1);
        m_editor->undoStack()->undo();
        QCOMPARE(
            at(u"BB"_s, u"GAC"_s).data().toString() + at(u"GY"_s, u"AF/EoL"_s).data().toString(), QString());
    }

    void pastesFromANameAtTheFirstIndicator()
    {
        const auto pasted = m_model->paste(
            u"TT\tTrinidad & Tobago\t2\tobserver\n"_s, m_model->index(0, BoardModel::CodeColumn));
        QVERIFY2(pasted, pasted ? "" : qPrintable(pasted.error().message()));
        QCOMPARE(at(u"TT"_s, u"ALS"_s).data().toString(), u"2"_s);
        QCOMPARE(at(u"TT"_s, u"GAC"_s).data().toString(), u"observer"_s);
    }

    void pastesNothingWhenOneCellIsBad()
    {
        const auto edits = m_file->store().edits().size();
        const auto pasted = m_model->paste(u"observer\nking\n"_s, at(u"BB"_s, u"GAC"_s));
        QVERIFY(!pasted);
        QCOMPARE(pasted.error().where, u"row 2, column 1"_s);
        QCOMPARE(m_file->store().edits().size(), edits);
        QVERIFY(!m_model->paste(u"observer"_s, {}));
    }

    void pastesOnAPastDateVisibly()
    {
        m_model->setAsOf(TestFile::date(u"2006"_s));
        const auto pasted = m_model->paste(u"observer\nnone\n"_s, at(u"BB"_s, u"GAC"_s));
        QVERIFY(pasted && *pasted == 2);
        QVERIFY(isOnFile(u"BB:GAC:2006"_s) && isOnFile(u"GY:GAC:2006"_s));
        QCOMPARE(m_notices->count(), 1);
    }

    void copiesWhatItCanPaste()
    {
        QVERIFY(m_model->setData(at(u"BB"_s, u"ALS"_s), u"2"_s));
        QVERIFY(m_model->setData(at(u"GY"_s, u"GAC"_s), u"observer"_s));
        QModelIndexList all;
        for (int row = 1; row <= 2; ++row) {
            for (int column = 0; column <= 4; ++column)
                all.append(m_model->index(row, column));
        }
        const QString text = m_model->copy(all).toText();
        QCOMPARE(text, u"BB\tBarbados\t2\t\nGY\tGuyana\t\tobserver\n"_s);
        const auto pasted = m_model->paste(text, m_model->index(0, BoardModel::CodeColumn));
        QVERIFY2(pasted, pasted ? "" : qPrintable(pasted.error().message()));
        QCOMPARE(*pasted, 0); // it says what stands
    }

    void copiesTheSmallestBlock()
    {
        QVERIFY(m_model->setData(at(u"BB"_s, u"ALS"_s), u"2"_s));
        QVERIFY(m_model->setData(at(u"BB"_s, u"GAC"_s), u"observer"_s));
        QCOMPARE(m_model->copy({at(u"GY"_s, u"GAC"_s), at(u"BB"_s, u"ALS"_s)}).toText(), u"2\t\n\t\n"_s);
        QCOMPARE(m_model->copy({}).toText(), QString());
    }

private:
    QModelIndex at(const QString &territory, const QString &indicator) const
    {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            for (int column = BoardModel::FirstIndicatorColumn; column < m_model->columnCount(); ++column) {
                if (m_model->headerData(column, Qt::Horizontal, CodeRole).toString() == indicator
                    && m_model->headerData(row, Qt::Vertical, CodeRole).toString() == territory)
                    return m_model->index(row, column);
            }
        }
        return {};
    }

    QString codes() const
    {
        QStringList codes;
        for (int row = 0; row < m_model->rowCount(); ++row)
            codes.append(m_model->index(row, BoardModel::CodeColumn).data().toString());
        return codes.join(u' ');
    }

    bool isOnFile(const QString &key) const
    {
        const QString entity(fields::observation::entity);
        const Record row = m_file->store().find(entity, naturalId(entity, key));
        return !row.isNull() && !row.isHidden();
    }

    static QString plain(const QVariant &html)
    {
        return QTextDocumentFragment::fromHtml(html.toString()).toPlainText();
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
    std::unique_ptr<BoardModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QSignalSpy> m_resets;
    std::unique_ptr<QSignalSpy> m_changes;
    std::unique_ptr<QSignalSpy> m_refusals;
    std::unique_ptr<QSignalSpy> m_notices;
};

QTEST_GUILESS_MAIN(tst_BoardModel)
#include "tst_boardmodel.moc"
