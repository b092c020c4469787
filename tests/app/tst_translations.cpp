#include "app/translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace liaison;

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void qtSpeaksTheLanguageAskedFor();
    void plurals_data();
    void plurals();
};

void TestTranslations::qtSpeaksTheLanguageAskedFor()
{
    const auto cancel = [] { return QCoreApplication::translate("QPlatformTheme", "Cancel"); };
    installTranslations(*QCoreApplication::instance(), QLocale(QLocale::Spanish));
    QCOMPARE(cancel(), QStringLiteral("Cancelar"));
    installTranslations(*QCoreApplication::instance(), QLocale(QLocale::English));
    QCOMPARE(cancel(), QStringLiteral("Cancel"));
}

void TestTranslations::plurals_data()
{
    QTest::addColumn<QLocale>("language");
    QTest::addColumn<int>("number");
    QTest::addColumn<QString>("expected");

    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    QTest::newRow("none") << english << 0 << QStringLiteral("0 territories");
    QTest::newRow("one") << english << 1 << QStringLiteral("1 territory");
    QTest::newRow("many") << english << 27 << QStringLiteral("27 territories");
    QTest::newRow("American English") << QLocale(QLocale::English, QLocale::UnitedStates) << 1 << QStringLiteral("1 territory");
    QTest::newRow("no language") << QLocale::c() << 1 << QStringLiteral("1 territory");
    QTest::newRow("a language we lack") << QLocale(QLocale::Icelandic) << 1 << QStringLiteral("1 territory");
}

void TestTranslations::plurals()
{
    QFETCH(QLocale, language);
    QFETCH(int, number);
    installTranslations(*QCoreApplication::instance(), language);
    QTEST(QCoreApplication::translate("liaison::BoardReport", "%n territories", nullptr, number), "expected");
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
