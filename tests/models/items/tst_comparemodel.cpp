#include "models/items/comparemodel.h"

#include "models/items/roles.h"
#include "tests/models/testfile.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QtTest>

using namespace Qt::StringLiterals;
using namespace liaison;

class tst_CompareModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void saysWhatChanged()
    {
        TestFile file;
        file.observe(u"BB"_s, u"GAC"_s, u"2006"_s, Value(u"observer"_s));
        file.observe(u"BB"_s, u"GAC"_s, u"2007-01-10"_s, Value(u"represented"_s), u"letter"_s);
        file.observe(u"GY"_s, u"ALS"_s, u"2006"_s, Value(2));
        file.observe(u"GY"_s, u"ALS"_s, u"2007-01"_s, Value(u"unknown"_s));
        const auto changes =
            boardChanges(file.store(), file.readRegion(), QDate(2006, 12, 31), QDate(2007, 2, 15));
        CompareModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChanges(changes);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(row(model, 0), u"BB|Barbados|GAC|observer|represented|10 Jan 2007|letter|Ann"_s);
        QCOMPARE(row(model, 1), u"GY|Guyana|ALS|2|unknown|Jan 2007||Ann"_s); // withdrawn
        const QModelIndex is = model.index(0, CompareModel::IsColumn);
        QCOMPARE(is.data(Qt::AccessibleTextRole).toString(), u"is represented, better"_s);
        QCOMPARE(is.data(StandingRole).toInt(), static_cast<int>(Standing::Met));
        QCOMPARE(is.data(ChangedRole).toInt(), 1);
        QCOMPARE(model.index(1, CompareModel::IsColumn).data(ChangedRole).toInt(), 0);
        QCOMPARE(is.data(IdRole).toUuid(), TestFile::territory(u"BB"_s));
        QCOMPARE(is.data(IndicatorRole).toUuid(), TestFile::indicator(u"GAC"_s));

        QSignalSpy anew(&model, &QAbstractItemModel::modelReset);
        model.setChanges(changes);
        QCOMPARE(anew.size(), 0);
    }

    // Neither markup nor formula comes out of a name, a source or an author.
    void whatIsCopiedIsText()
    {
        BoardChange change;
        change.code = u"XX"_s;
        change.name = u"<b>Bold & brave</b>"_s;
        change.indicator = u"GAC"_s;
        change.source = u"=HYPERLINK(\"http://example.invalid\")"_s;
        change.author = u"@sum"_s;
        change.from = u"-"_s;
        CompareModel model;
        model.setChanges({change});
        const QString html = model.table({0}).toHtml();
        QVERIFY2(html.contains(u"<td>&lt;b&gt;Bold &amp; brave&lt;/b&gt;</td>"_s), qPrintable(html));
        QVERIFY2(html.contains(u"<td>'=HYPERLINK(&quot;"_s), qPrintable(html));
        QVERIFY2(html.contains(u"<td>'@sum</td>"_s), qPrintable(html));
        QVERIFY2(html.contains(u"<td>-</td>"_s), qPrintable(html)); // alone it is none
        QVERIFY(html.contains(u"<th>Written by</th>"_s));
        const auto mime = model.table({0}).toMime();
        QVERIFY(mime->hasHtml() && mime->text().startsWith(u"XX\t<b>"_s));
    }

    void aToolTipIsNoMarkup()
    {
        BoardChange change;
        change.name = u"<i>x</i>"_s;
        CompareModel model;
        model.setChanges({change});
        QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"&lt;i&gt;x"_s));
    }

private:
    static QString row(const CompareModel &model, int at)
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells += model.index(at, column).data().toString();
        return cells.join(u'|');
    }
};

QTEST_MAIN(tst_CompareModel)
#include "tst_comparemodel.moc"
