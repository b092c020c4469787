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
};

void TestTranslations::qtSpeaksTheLanguageAskedFor()
{
    const auto cancel = [] { return QCoreApplication::translate("QPlatformTheme", "Cancel"); };
    installTranslations(*qApp, QLocale(QLocale::Spanish));
    QCOMPARE(cancel(), QStringLiteral("Cancelar"));
    installTranslations(*qApp, QLocale(QLocale::English));
    QCOMPARE(cancel(), QStringLiteral("Cancel"));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
