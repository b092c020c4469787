#include "models/figures/territorynames.h"

#include "../testfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

class TestTerritoryNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
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

    QTest::newRow("code") << u"GY"_s << u"GY"_s;
    QTest::newRow("code in lower case") << u"gy"_s << u"GY"_s;
    QTest::newRow("blanks around it") << u"  GY "_s << u"GY"_s;
    QTest::newRow("ccTLD with its point") << u".gy"_s << u"GY"_s;
    QTest::newRow("ccTLD that is no code") << u"uk"_s << u"GB"_s;
    QTest::newRow("IDN ccTLD") << u".ελ"_s << u"GR"_s;
    QTest::newRow("name") << u"Barbados"_s << u"BB"_s;
    QTest::newRow("name in capitals") << u"BARBADOS"_s << u"BB"_s;
    QTest::newRow("French name") << u"Antilles néerlandaises"_s << u"AN"_s;
    QTest::newRow("without its accent") << u"Curacao"_s << u"CW"_s;
    QTest::newRow("accent as a letter of its own") << u"Curac\u0327ao"_s << u"CW"_s;
    QTest::newRow("wide letters") << u"Ｇｕｙａｎａ"_s << u"GY"_s;
    QTest::newRow("typewriter's apostrophe") << u"Cote d'Ivoire"_s << u"CI"_s;
    QTest::newRow("without the apostrophe") << u"cote divoire"_s << u"CI"_s;
    QTest::newRow("without its point") << u"St Kitts & Nevis"_s << u"KN"_s;
    QTest::newRow("hyphens as blanks") << u"saint kitts et nevis"_s << u"KN"_s;
    QTest::newRow("several blanks") << u"Sint   Maarten"_s << u"SX"_s;
    QTest::newRow("alias") << u"Ivory Coast"_s << u"CI"_s;
    QTest::newRow("alias without its points") << u"uk"_s << u"GB"_s;
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
        << u"St Martin"_s << u"“St Martin” is MF (St. Martin) or SX (Sint Maarten)"_s;
    QTest::newRow("the same with its point")
        << u"St. Martin"_s << u"“St. Martin” is MF (St. Martin) or SX (Sint Maarten)"_s;
    QTest::newRow("French name of one, alias of another")
        << u"saint-martin"_s << u"“saint-martin” is MF (St. Martin) or SX (Sint Maarten)"_s;
    QTest::newRow("a letter wrong") << u"Barbadoes"_s << u"did you mean BB (Barbados)?"_s;
    QTest::newRow("a beginning") << u"Trinidad"_s << u"did you mean TT (Trinidad & Tobago)?"_s;
    QTest::newRow("nothing like it") << u"Atlantis"_s << u"no code, ccTLD or name on file"_s;
    QTest::newRow("empty") << QString() << u"no code, ccTLD or name on file"_s;
    QTest::newRow("points only") << u"..."_s << u"no code, ccTLD or name on file"_s;
    QTest::newRow("endless") << QString(100'000, u'x') << u"no code, ccTLD or name on file"_s;
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
    QCOMPARE(names.code(TestFile::territory(u"BB"_s)), u"BB"_s);
    QCOMPARE(names.name(TestFile::territory(u"BB"_s)), u"Barbados"_s);
    QVERIFY(names.code(QUuid::createUuid()).isEmpty());
    QVERIFY(names.name(QUuid()).isEmpty());
}

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestTerritoryNames)
#include "tst_territorynames.moc"
