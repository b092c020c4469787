#include "models/domain/partialdate.h"

#include <QRegularExpression>
#include <QTest>

using namespace liaison;
using namespace Qt::StringLiterals;

class TestPartialDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void refuses_data();
    void refuses();
    void ordersByEndThenPrecision_data();
    void ordersByEndThenPrecision();
    void noDateIsLeast();
    void comesFromADay();
    void speaksTheLocale_data();
    void speaksTheLocale();
};

void TestPartialDate::readsWhatItWrites_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<PartialDate::Precision>("precision");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    using enum PartialDate::Precision;
    QTest::newRow("a year") << u"2007"_s << Year << QDate(2007, 1, 1) << QDate(2007, 12, 31);
    QTest::newRow("a month of 28 days") << u"2007-02"_s << Month << QDate(2007, 2, 1) << QDate(2007, 2, 28);
    QTest::newRow("February of a leap year")
        << u"2008-02"_s << Month << QDate(2008, 2, 1) << QDate(2008, 2, 29);
    QTest::newRow("a century that is no leap year")
        << u"1900-02"_s << Month << QDate(1900, 2, 1) << QDate(1900, 2, 28);
    QTest::newRow("a century that is one")
        << u"2000-02"_s << Month << QDate(2000, 2, 1) << QDate(2000, 2, 29);
    QTest::newRow("a day") << u"2007-02-15"_s << Day << QDate(2007, 2, 15) << QDate(2007, 2, 15);
    QTest::newRow("a leap day") << u"2008-02-29"_s << Day << QDate(2008, 2, 29) << QDate(2008, 2, 29);
    QTest::newRow("the first year") << u"0001"_s << Year << QDate(1, 1, 1) << QDate(1, 12, 31);
    QTest::newRow("the last day") << u"9999-12-31"_s << Day << QDate(9999, 12, 31) << QDate(9999, 12, 31);
}

void TestPartialDate::readsWhatItWrites()
{
    QFETCH(QString, iso);
    QFETCH(PartialDate::Precision, precision);
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    const auto date = PartialDate::parse(iso);
    QVERIFY(date);
    QCOMPARE(date->toIso(), iso);
    QCOMPARE(date->precision(), precision);
    QCOMPARE(date->firstDay(), first);
    QCOMPARE(date->lastDay(), last);
    QVERIFY(date->covers(first));
    QVERIFY(date->covers(last));
    QVERIFY(!date->covers(first.addDays(-1)));
    QVERIFY(!date->covers(last.addDays(1)));
}

void TestPartialDate::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u""_s;
    QTest::newRow("31 February") << u"2007-02-31"_s;
    QTest::newRow("29 February of a common year") << u"2007-02-29"_s;
    QTest::newRow("29 February 1900") << u"1900-02-29"_s;
    QTest::newRow("31 April") << u"2007-04-31"_s;
    QTest::newRow("month 13") << u"2007-13"_s;
    QTest::newRow("month 0") << u"2007-00"_s;
    QTest::newRow("day 0") << u"2007-02-00"_s;
    QTest::newRow("year 0") << u"0000"_s;
    QTest::newRow("year of five digits") << u"12007"_s;
    QTest::newRow("year of two digits") << u"07"_s;
    QTest::newRow("before our era") << u"-007"_s;
    QTest::newRow("one-digit month") << u"2007-2"_s;
    QTest::newRow("slashes") << u"2007/02/15"_s;
    QTest::newRow("European order") << u"15-02-2007"_s;
    QTest::newRow("without hyphens") << u"20070215"_s;
    QTest::newRow("with a time") << u"2007-02-15T12:00"_s;
    QTest::newRow("space before") << u" 2007"_s;
    QTest::newRow("signed month") << u"2007-+2"_s;
    QTest::newRow("month in words") << u"2007-Feb"_s;
    QTest::newRow("Arabic-Indic digits") << u"٢٠٠٧"_s;
    QTest::newRow("en dash") << u"2007–02"_s;
    QTest::newRow("markup") << u"<b>7</b>"_s;
    QTest::newRow("a megabyte of digits") << QString(1 << 20, u'2');
}

void TestPartialDate::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!PartialDate::parse(text));
}

void TestPartialDate::ordersByEndThenPrecision_data()
{
    QTest::addColumn<QString>("earlier");
    QTest::addColumn<QString>("later");
    QTest::newRow("days") << u"2007-02-14"_s << u"2007-02-15"_s;
    QTest::newRow("a month ends after its days") << u"2007-02-27"_s << u"2007-02"_s;
    QTest::newRow("its last day is the more precise") << u"2007-02"_s << u"2007-02-28"_s;
    QTest::newRow("a year ends after its months") << u"2007-11"_s << u"2007"_s;
    QTest::newRow("December is the more precise") << u"2007"_s << u"2007-12"_s;
    QTest::newRow("31 December the most") << u"2007-12"_s << u"2007-12-31"_s;
    QTest::newRow("a year before the next day") << u"2007"_s << u"2008-01-01"_s;
    QTest::newRow("the day before the leap day") << u"2008-02-28"_s << u"2008-02"_s;
}

void TestPartialDate::ordersByEndThenPrecision()
{
    QFETCH(QString, earlier);
    QFETCH(QString, later);
    const PartialDate a = PartialDate::parse(earlier).value();
    const PartialDate b = PartialDate::parse(later).value();
    QVERIFY(a < b);
    QVERIFY(b > a);
    QVERIFY(!(a == b));
    QVERIFY((a <=> a) == 0);
}

void TestPartialDate::noDateIsLeast()
{
    const PartialDate none;
    QVERIFY(none.isNull());
    QCOMPARE(none.toIso(), QString());
    QCOMPARE(none.toText(QLocale::c()), QString());
    QVERIFY(!none.firstDay().isValid());
    QVERIFY(!none.lastDay().isValid());
    QVERIFY(none < PartialDate::parse(u"0001"_s).value());
}

void TestPartialDate::comesFromADay()
{
    QCOMPARE(PartialDate(QDate(2008, 2, 29)).toIso(), u"2008-02-29"_s);
    QVERIFY(PartialDate(QDate()).isNull());
}

void TestPartialDate::speaksTheLocale_data()
{
    QTest::addColumn<QString>("iso");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("text");
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    QTest::newRow("year") << u"2007"_s << english << u"2007"_s;
    QTest::newRow("month") << u"2007-02"_s << english << u"Feb 2007"_s;
    QTest::newRow("day") << u"2007-02-05"_s << english << u"5 Feb 2007"_s;
    QTest::newRow("Spanish month") << u"2007-02"_s << QLocale(QLocale::Spanish) << u"feb 2007"_s;
    QTest::newRow("French day") << u"2007-02-15"_s << QLocale(QLocale::French) << u"15 févr. 2007"_s;
}

void TestPartialDate::speaksTheLocale()
{
    QFETCH(QString, iso);
    QFETCH(QLocale, locale);
    QFETCH(QString, text);
    QCOMPARE(PartialDate::parse(iso).value().toText(locale), text);
}

QTEST_GUILESS_MAIN(TestPartialDate)
#include "tst_partialdate.moc"
