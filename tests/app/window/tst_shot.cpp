#include "tests/app/commands/program.h"

#include <QImage>
#include <QtTest>

using namespace liaison::test;
using namespace Qt::StringLiterals;

// `shot`: the window drawn without a display.
class ShotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(m_program.run({u"new"_s, u"@a.liaison"_s, u"--example"_s, u"caribbean-2007"_s}).exit, 0);
    }

    void pages_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("dark");
        QTest::addRow("welcome, as it comes") << u"welcome"_s << QStringList() << QSize(1280, 800) << false;
        QTest::addRow("presence, dark")
            << u"presence"_s << QStringList{u"--theme"_s, u"dark"_s, u"--as-of"_s, u"2007-02-15"_s}
            << QSize(1280, 800) << true;
        QTest::addRow("board, twice as sharp")
            << u"board"_s << QStringList{u"--scale"_s, u"2"_s, u"--size"_s, u"1440x900"_s}
            << QSize(2880, 1800) << false;
        QTest::addRow("twice the text on a small screen")
            << u"presence"_s << QStringList{u"--text"_s, u"200"_s} << QSize(1280, 800) << false;
        QTest::addRow("a dialog over the window")
            << u"restore"_s << QStringList() << QSize(1280, 800) << false;
        QTest::addRow("a row marked, right to left")
            << u"board"_s << QStringList{u"--select"_s, u"JM"_s, u"--language"_s, u"ar"_s} << QSize(1280, 800)
            << false;
    }
    void pages()
    {
        QFETCH(QString, page);
        QFETCH(QStringList, options);
        QFETCH(QSize, size);
        QFETCH(bool, dark);
        const QByteArray before = content(u"a.liaison"_s);
        const auto answer =
            m_program.run(QStringList{u"shot"_s, u"@a.liaison"_s, page, u"-o"_s, u"@shot.png"_s} + options);
        QVERIFY2(!answer.err.contains("liaison:") && !answer.err.contains("plugin"), answer.err.constData());
        QCOMPARE(answer.exit, 0);
        QCOMPARE(answer.out, QByteArray());
        const QImage picture(m_program.path(u"shot.png"_s));
        QCOMPARE(picture.size(), size);
        QCOMPARE(picture.pixelColor(2, 2).lightness() < 128, dark);
        QCOMPARE(content(u"a.liaison"_s), before);
    }

    void refusals_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addRow("a page that is not built") << QStringList{u"@a.liaison"_s, u"plan"_s};
        QTest::addRow("no file") << QStringList{u"@none.liaison"_s, u"board"_s};
        QTest::addRow("a size in words") << QStringList{u"@a.liaison"_s, u"board"_s, u"--size"_s, u"big"_s};
        QTest::addRow("a scale of 100") << QStringList{u"@a.liaison"_s, u"board"_s, u"--scale"_s, u"100"_s};
        QTest::addRow("text as large as a house")
            << QStringList{u"@a.liaison"_s, u"board"_s, u"--text"_s, u"1000"_s};
        QTest::addRow("a theme of its own")
            << QStringList{u"@a.liaison"_s, u"board"_s, u"--theme"_s, u"pink"_s};
        QTest::addRow("an impossible day")
            << QStringList{u"@a.liaison"_s, u"board"_s, u"--as-of"_s, u"2007-02-30"_s};
        QTest::addRow("a territory that is not there")
            << QStringList{u"@a.liaison"_s, u"board"_s, u"--select"_s, u"DE"_s};
    }
    void refusals()
    {
        QFETCH(QStringList, words);
        const auto answer =
            m_program.run(QStringList{u"shot"_s} + words + QStringList{u"-o"_s, u"@no.png"_s});
        QCOMPARE(answer.exit, 1);
        QVERIFY2(answer.err.contains("liaison: ") && answer.err.endsWith("; nothing was written\n"),
            answer.err.constData());
        QVERIFY(!QFile::exists(m_program.path(u"no.png"_s)));
    }

private:
    QByteArray content(const QString &name) const
    {
        QFile file(m_program.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    Program m_program;
};

QTEST_GUILESS_MAIN(ShotTest)
#include "tst_shot.moc"
