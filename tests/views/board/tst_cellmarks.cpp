#include "views/board/cellmarks.h"

#include "models/items/roles.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QStandardItemModel>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

// What keeps its place beside a value as the cell gets narrower.
class tst_CellMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyStyle(*qApp, Theme::Light, 1); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void everythingHasRoomInTheWidthAskedFor()
    {
        const QModelIndex cell = full();
        const CellMarks marks(cell, CellMarks::widthOf(cell));
        QCOMPARE(said(marks), u"turn conflict stale:14 mo target:Dec"_s);
    }

    // One px less and less: the target loses its month, then its flag; the age follows, better or worse, last
    // the conflict.
    void whatMattersMoreStaysLonger()
    {
        const QModelIndex cell = full();
        QStringList steps;
        for (int width = CellMarks::widthOf(cell); width > 0; --width) {
            const CellMarks marks(cell, width);
            if (steps.isEmpty() || steps.last() != said(marks))
                steps += said(marks);
            for (const CellMarks::Beside &each : marks.beside)
                QVERIFY(each.x >= marks.valueX);
        }
        QCOMPARE(steps,
            (QStringList{u"turn conflict stale:14 mo target:Dec"_s, u"turn conflict stale:14 mo target:"_s,
                u"turn conflict stale:14 mo"_s, u"turn conflict stale: target:"_s, u"turn conflict stale:"_s,
                u"turn conflict"_s, u"conflict"_s, QString()}));
    }

    void theyDoNotTouch()
    {
        const CellMarks marks(full(), 400);
        int right = 400;
        for (const CellMarks::Beside &each : marks.beside) {
            QVERIFY(each.x + CellMarks::box() <= right);
            right = each.x;
        }
        QVERIFY(marks.end < right);
    }

    // Beside what was stated; where nobody stated anything its sign follows the value and is part of it.
    void whatRecordsSay()
    {
        m_model.clear();
        auto *item = new QStandardItem(u"2"_s);
        m_model.appendRow(item);
        const int plain = CellMarks::widthOf(item->index());
        item->setData(u"3"_s, DiffersRole);
        const CellMarks beside(item->index(), CellMarks::widthOf(item->index()));
        QCOMPARE(said(beside), u"Σ 3"_s);
        QVERIFY(beside.sign.isEmpty());
        QCOMPARE(said(CellMarks(item->index(), plain)), QString());
        item->setData(QVariant(), DiffersRole);
        item->setData(true, DerivedRole);
        const CellMarks alone(item->index(), CellMarks::widthOf(item->index()));
        QCOMPARE(alone.sign, u"Σ"_s);
        QVERIFY(CellMarks::widthOf(item->index()) > plain);
        QVERIFY(alone.valueX + alone.valueWidth() <= alone.end);
    }

    void aLateTargetIsAnotherMark()
    {
        m_model.clear();
        auto *item = new QStandardItem;
        item->setData(u"Jan"_s, TargetRole);
        item->setData(true, TargetLateRole);
        m_model.appendRow(item);
        const CellMarks marks(item->index(), 200);
        QVERIFY(marks.xOf(Mark::LateTarget) && !marks.xOf(Mark::Target));
    }

private:
    QModelIndex full()
    {
        m_model.clear();
        auto *item = new QStandardItem(u"observer"_s);
        item->setData(true, ConflictRole);
        item->setData(1, ChangedRole);
        item->setData(true, StaleRole);
        item->setData(14, AgeMonthsRole);
        item->setData(u"Dec"_s, TargetRole);
        m_model.appendRow(item);
        return item->index();
    }
    static QString said(const CellMarks &marks)
    {
        QStringList words;
        if (marks.turn)
            words += u"turn"_s;
        for (const CellMarks::Beside &each : marks.beside)
            words += !each.mark               ? each.text
                : each.mark == Mark::Conflict ? u"conflict"_s
                : each.mark == Mark::Stale    ? u"stale:"_s + each.text
                                              : u"target:"_s + each.text;
        return words.join(u' ');
    }

    QStandardItemModel m_model;
};

QTEST_MAIN(tst_CellMarks)
#include "tst_cellmarks.moc"
