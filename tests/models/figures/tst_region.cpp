#include "models/figures/region.h"

#include "models/figures/territorynames.h"

#include "../testfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

class TestRegion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
    }
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void carriesTheDoubtsOfItsRows();
    void leavesOutWhatIsNotOnFile();
    void hasNoneInAnEmptyFile();

private:
    QString codes(const Region &region) const
    {
        const TerritoryNames names(m_file->store());
        QStringList all;
        for (const Region::Member &member : region.members)
            all.append(names.code(member.territory));
        return all.join(u' ');
    }

    std::unique_ptr<TestFile> m_file;
};

void TestRegion::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("codes");

    const QString caribbean = u"AN BB CW GY KN MF SX TT"_s;
    QTest::newRow("none said: the file's first") << QString() << u"Caribbean"_s << caribbean;
    QTest::newRow("name") << u"Caribbean"_s << u"Caribbean"_s << caribbean;
    QTest::newRow("name, case ignored") << u" caribbean"_s << u"Caribbean"_s << caribbean;
    QTest::newRow("its own order, not the codes'") << u"Pair"_s << u"Pair"_s << u"TT GY"_s;
    QTest::newRow("codes, in the order written") << u"TT,BB"_s << u"TT,BB"_s << u"TT BB"_s;
    QTest::newRow("codes with blanks, a ccTLD and a name")
        << u"tt, .gy, Barbados"_s << u"TT,GY,BB"_s << u"TT GY BB"_s;
    QTest::newRow("one code") << u"GY"_s << u"GY"_s << u"GY"_s;
    QTest::newRow("a code twice") << u"GY,TT,gy"_s << u"GY,TT"_s << u"GY TT"_s;
    QTest::newRow("a comma at the end") << u"GY,"_s << u"GY"_s << u"GY"_s;
}

void TestRegion::finds()
{
    QFETCH(QString, text);
    const auto region = findRegion(m_file->store(), text);
    QVERIFY2(region.ok(), qPrintable(region.ok() ? QString() : region.error().message()));
    QTEST(region->name, "name");
    QTEST(codes(*region), "codes");
}

void TestRegion::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");

    QTest::newRow("no such name")
        << u"Pacific"_s
        << u"unknown region: Pacific: the file has Caribbean, Pair; territories go by their codes, with commas"_s;
    QTest::newRow("one code of a list wrong")
        << u"GY,QQ"_s << u"unknown territory: QQ: no code, ccTLD or name on file"_s;
    QTest::newRow("one of a list not clear")
        << u"GY,St Martin"_s
        << u"more than one territory: “St Martin” is MF (St. Martin) or SX (Sint Maarten)"_s;
    QTest::newRow("commas only")
        << u",,"_s
        << u"unknown region: ,,: the file has Caribbean, Pair; territories go by their codes, with commas"_s;
}

void TestRegion::refuses()
{
    QFETCH(QString, text);
    const auto region = findRegion(m_file->store(), text);
    QVERIFY(!region.ok());
    QTEST(region.error().message(), "message");
}

void TestRegion::carriesTheDoubtsOfItsRows()
{
    const Region region = m_file->readRegion();
    QStringList assumed;
    for (const Region::Member &member : region.members) {
        QVERIFY(!member.row.isNull());
        if (member.certainty == certaintyCode::assumed)
            assumed.append(member.doubt);
    }
    QCOMPARE(assumed, QStringList({u"the row could be another"_s, QString()}));
}

void TestRegion::leavesOutWhatIsNotOnFile()
{
    Draft draft(u"Delete a territory"_s);
    draft.remove(m_file->store().find(QString(fields::territory::entity), TestFile::territory(u"BB"_s)));
    m_file->commit(draft);
    QCOMPARE(codes(m_file->readRegion()), u"AN CW GY KN MF SX TT"_s);
}

void TestRegion::hasNoneInAnEmptyFile()
{
    QTemporaryDir folder;
    const auto store = Store::create(folder.filePath(u"empty.liaison"_s), m_file->surroundings());
    QVERIFY(store.ok());
    QVERIFY(regions(**store).empty());
    QCOMPARE(findRegion(**store, QString()).error().message(), u"no region: the file has none yet"_s);
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestRegion)
#include "tst_region.moc"
