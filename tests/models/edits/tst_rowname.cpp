#include "models/edits/rowname.h"

#include "models/edits/editor.h"
#include "models/figures/board.h"

#include "../testfile.h"

#include <QtTest>

using namespace Qt::StringLiterals;

namespace liaison {

// A reconstructed row turns out to be another territory's.
class TestRowName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_file = std::make_unique<TestFile>();
        m_editor = std::make_unique<Editor>(m_file->store());
        m_file->observe(
            u"KN"_s, u"ALS"_s, u"2007-02-15"_s, Value(2), u"deck"_s, QString(certaintyCode::assumed));
        m_file->observe(u"KN"_s, u"GAC"_s, u"2008"_s, Value(u"observer"_s), u"letter"_s);
    }
    void cleanup()
    {
        m_editor.reset();
        m_file.reset();
    }

    // KN's row becomes that of GB, which the region lacked.
    void takesTheRowsPlaceAndItsAssumedValues()
    {
        const QStringList before = codes();
        QCOMPARE(write(u"KN"_s, u"GB"_s), QString());
        QStringList expected = before;
        expected[expected.indexOf(u"KN"_s)] = u"GB"_s;
        QCOMPARE(codes(), expected);
        QCOMPARE(certaintyOfName(u"GB"_s), QString(certaintyCode::reported));
        QCOMPARE(reading(u"GB"_s, u"ALS"_s), Value(2));
        QCOMPARE(certainty(u"GB"_s, u"ALS"_s), QString(certaintyCode::reported));
        QVERIFY(reading(u"KN"_s, u"ALS"_s).isNull());
        // What nobody assumed is what somebody said of KN.
        QCOMPARE(reading(u"KN"_s, u"GAC"_s, u"2008"_s), Value(u"observer"_s));

        m_editor->undoStack()->undo();
        QCOMPARE(codes(), before);
        QCOMPARE(reading(u"KN"_s, u"ALS"_s), Value(2));
        QVERIFY(reading(u"GB"_s, u"ALS"_s).isNull());
    }

    // TT is in the region as well, its name assumed too: the rows change places.
    void changesPlacesWithARowThatIsThere()
    {
        m_file->observe(
            u"TT"_s, u"ALS"_s, u"2007-02-15"_s, Value(5), u"deck"_s, QString(certaintyCode::assumed));
        m_file->observe(
            u"TT"_s, u"ccNSO"_s, u"2007-02-15"_s, Value(u"member"_s), {}, QString(certaintyCode::assumed));
        QStringList expected = codes();
        expected.swapItemsAt(expected.indexOf(u"KN"_s), expected.indexOf(u"TT"_s));
        QCOMPARE(write(u"KN"_s, u"TT"_s), QString());
        QCOMPARE(codes(), expected);
        QCOMPARE(certaintyOfName(u"TT"_s), QString(certaintyCode::reported));
        QCOMPARE(certaintyOfName(u"KN"_s), QString(certaintyCode::assumed));
        QCOMPARE(reading(u"TT"_s, u"ALS"_s), Value(2));
        QCOMPARE(certainty(u"TT"_s, u"ALS"_s), QString(certaintyCode::reported));
        QCOMPARE(reading(u"KN"_s, u"ALS"_s), Value(5));
        QCOMPARE(certainty(u"KN"_s, u"ALS"_s), QString(certaintyCode::assumed));
        QCOMPARE(reading(u"KN"_s, u"ccNSO"_s), Value(u"member"_s));
        QVERIFY(reading(u"TT"_s, u"ccNSO"_s).isNull());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("why");

        QTest::newRow("itself") << u"KN"_s << u"KN"_s << u"it is the same name"_s;
        QTest::newRow("a name nobody doubts") << u"GY"_s << u"GB"_s << u"is not assumed"_s;
        QTest::newRow("no row") << u"GB"_s << u"GR"_s << u"no such row"_s;
        QTest::newRow("a value stands there") << u"KN"_s << u"GY"_s << u"a value is recorded there already"_s;
        QTest::newRow("did not exist then") << u"KN"_s << u"SX"_s << u"2010"_s;
    }
    void refuses()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, why);
        m_file->observe(u"GY"_s, u"ALS"_s, u"2007-02-15"_s, Value(9));
        const QStringList before = codes();
        const QString said = write(from, to);
        QVERIFY2(said.contains(why), qPrintable(said));
        QCOMPARE(codes(), before);
        QCOMPARE(reading(u"KN"_s, u"ALS"_s), Value(2));
    }

private:
    // Empty when it is written.
    QString write(const QString &from, const QString &to)
    {
        const Result<Draft> draft = rowNameDraft(
            m_file->store(), TestFile::region(), TestFile::territory(from), TestFile::territory(to));
        if (!draft)
            return draft.error().message();
        const auto done = m_editor->record(*draft);
        return done ? QString() : done.error().message();
    }
    QStringList codes() const
    {
        QStringList result;
        for (const Region::Member &member : m_file->readRegion().members)
            result.append(m_file->store().keyOf(fields::territory::entity, member.territory));
        return result;
    }
    QString certaintyOfName(const QString &code) const
    {
        for (const Region::Member &member : m_file->readRegion().members) {
            if (member.territory == TestFile::territory(code))
                return member.certainty;
        }
        return u"not in the region"_s;
    }
    // Null when none is on file.
    Value valueOf(const QString &territory, const QString &indicator, const QString &date) const
    {
        const Record row = m_file->store().find(
            fields::observation::entity, TestFile::observation(territory, indicator, date));
        return row.isNull() || row.isHidden() ? Value() : row.value(fields::observation::value);
    }
    Value reading(
        const QString &territory, const QString &indicator, const QString &date = u"2007-02-15"_s) const
    {
        return valueOf(territory, indicator, date).part(fields::observation::reading);
    }
    QString certainty(const QString &territory, const QString &indicator) const
    {
        return valueOf(territory, indicator, u"2007-02-15"_s).part(fields::observation::certainty).text();
    }

    std::unique_ptr<TestFile> m_file;
    std::unique_ptr<Editor> m_editor;
};

} // namespace liaison

QTEST_GUILESS_MAIN(liaison::TestRowName)
#include "tst_rowname.moc"
