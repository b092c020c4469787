#include "models/figures/territorynames.h"

#include "../testfile.h"

#include <QtTest>

namespace liaison {

class TestTerritoryNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void finds_data();
    void finds();
    void refuses_data();
    void refuses();
    void namesWhatIsOnFile();

private:
    TestFile m_file;
};

void TestTerritoryNames::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");

    QTest::newRow("code") << u"GY"_qs << u"GY"_qs;
    QTest::newRow("code in lower case") << u"gy"_qs << u"GY"_qs;
    QTest::newRow("blanks around it") << u"  GY "_qs << u"GY"_qs;
    QTest::newRow("ccTLD with its point") << u".gy"_qs << u"GY"_qs;
    QTest::newRow("ccTLD that is no code") << u"uk"_qs << u"GB"_qs;
    QTest::newRow("IDN ccTLD") << u".ελ"_qs << u"GR"_qs;
    QTest::newRow("name") << u"Barbados"_qs << u"BB"_qs;
    QTest::newRow("name in capitals") << u"BARBADOS"_qs << u"BB"_qs;
    QTest::newRow("French name") << u"Antilles néerlandaises"_qs << u"AN"_qs;
    QTest::newRow("without its accent") << u"Curacao"_qs << u"CW"_qs;
    QTest::newRow("accent as a letter of its own") << u"Curac\u0327ao"_qs << u"CW"_qs;
    QTest::newRow("wide letters") << u"Ｇｕｙａｎａ"_qs << u"GY"_qs;
    QTest::newRow("typewriter's apostrophe") << u"Cote d'Ivoire"_qs << u"CI"_qs;
    QTest::newRow("without the apostrophe") << u"cote divoire"_qs << u"CI"_qs;
    QTest::newRow("without its point") << u"St Kitts & Nevis"_qs << u"KN"_qs;
    QTest::newRow("hyphens as blanks") << u"saint kitts et nevis"_qs << u"KN"_qs;
    QTest::newRow("several blanks") << u"Sint   Maarten"_qs << u"SX"_qs;
    QTest::newRow("alias") << u"Ivory Coast"_qs << u"CI"_qs;
    QTest::newRow("alias without its points") << u"uk"_qs << u"GB"_qs;
}

void TestTerritoryNames::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const TerritoryNames names(m_file.store());
    const auto found = names.find(text);
    QVERIFY2(found.ok(), qPrintable(found.ok() ? QString() : found.error().message()));
    QCOMPARE(*found, TestFile::territory(code));
}

void TestTerritoryNames::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");

    QTest::newRow("name of one, alias of another")
        << u"St Martin"_qs << u"“St Martin” is MF (St. Martin) or SX (Sint Maarten)"_qs;
    QTest::newRow("the same with its point")
        << u"St. Martin"_qs << u"“St. Martin” is MF (St. Martin) or SX (Sint Maarten)"_qs;
    QTest::newRow("French name of one, alias of another")
        << u"saint-martin"_qs << u"“saint-martin” is MF (St. Martin) or SX (Sint Maarten)"_qs;
    QTest::newRow("a letter wrong") << u"Barbadoes"_qs << u"did you mean BB (Barbados)?"_qs;
    QTest::newRow("a beginning") << u"Trinidad"_qs << u"did you mean TT (Trinidad & Tobago)?"_qs;
    QTest::newRow("nothing like it") << u"Atlantis"_qs << u"no code, ccTLD or name on file"_qs;
    QTest::newRow("empty") << QString() << u"no code, ccTLD or name on file"_qs;
    QTest::newRow("points only") << u"..."_qs << u"no code, ccTLD or name on file"_qs;
    QTest::newRow("endless") << QString(100'000, u'x') << u"no code, ccTLD or name on file"_qs;
}

void TestTerritoryNames::refuses()
{
    QFETCH(QString, text);
    const TerritoryNames names(m_file.store());
    const auto found = names.find(text);
    QVERIFY(!found.ok());
    QTEST(found.error().why, "why");
    QVERIFY(found.error().message().size() < 300);
}

void TestTerritoryNames::namesWhatIsOnFile()
{
    const TerritoryNames names(m_file.store());
    QCOMPARE(names.code(TestFile::territory(u"BB"_qs)), u"BB"_qs);
    QCOMPARE(names.name(TestFile::territory(u"BB"_qs)), u"Barbados"_qs);
    QVERIFY(names.code(QUuid::createUuid()).isEmpty());
    QVERIFY(names.name(QUuid()).isEmpty());
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestTerritoryNames)
#include "tst_territorynames.moc"
