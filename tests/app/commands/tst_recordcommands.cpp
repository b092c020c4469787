#include "tests/app/commands/program.h"

#include <QTest>
#include <QUuid>

using namespace liaison::test;
using namespace Qt::StringLiterals;

// list, add, edit, delete, undo, history.
class TestRecordCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsAddedIsListed();
    void addOfANaturalKeyMeetsTheSameRow();
    void partsAreWrittenAndListedByParts();
    void editChangesOnlyWhatIsNamed();
    void idsAreUnderstood_data();
    void idsAreUnderstood();
    void listFilters_data();
    void listFilters();
    void listAsCsvQuotesWhatItMust();
    void missingIsNull();
    void deleteAndUndo();
    void undoTakesTheLastStepThatIsNoUndo();
    void undoKeepsWhatChangedSince();
    void undoOfAFreshFileTouchesNoReadyMadeEdit();
    void historyIsNewestFirst();

private:
    QJsonArray list(const QStringList &words) const
    {
        return m_program->run(QStringList{u"list"_s, m_file} + words + QStringList{u"--format"_s, u"json"_s}).array();
    }
    QString add(const QStringList &words) const
    {
        return QString::fromUtf8(m_program->run(QStringList{u"add"_s, m_file} + words).out).trimmed();
    }

    std::unique_ptr<Program> m_program;
    const QString m_file = u"@f.liaison"_s;
};

void TestRecordCommands::init()
{
    m_program = std::make_unique<Program>();
    m_program->set("SOURCE_DATE_EPOCH", u"1172664000"_s);
    COMPARE_EXIT(m_program->run({u"new"_s, m_file}), 0);
}

void TestRecordCommands::whatIsAddedIsListed()
{
    const auto answer = m_program->run({u"add"_s, m_file, u"task"_s, u"text=Send slides, please"_s, u"of=territory:GY"_s,
        u"due=2007-03"_s, u"done=no"_s, u"owner=Ana"_s});
    COMPARE_EXIT(answer, 0);
    const QString id = QString::fromUtf8(answer.out).chopped(1);
    QVERIFY2(!QUuid::fromString(id).isNull(), answer.out.constData());
    const QJsonObject task{{u"id"_s, id}, {u"text"_s, u"Send slides, please"_s}, {u"of"_s, u"territory:GY"_s},
        {u"owner"_s, u"Ana"_s}, {u"due"_s, u"2007-03"_s}, {u"done"_s, false}};
    QCOMPARE(list({u"task"_s}), QJsonArray{task});
}

void TestRecordCommands::addOfANaturalKeyMeetsTheSameRow()
{
    const QStringList project = {u"project"_s, u"code=9Z"_s, u"title=Ninth"_s};
    const QString id = add(project);
    QVERIFY(!id.isEmpty());
    COMPARE_REFUSED(m_program->run(QStringList{u"add"_s, m_file} + project), "9Z");
    COMPARE_EXIT(m_program->run({u"delete"_s, m_file, u"project"_s, u"9Z"_s}), 0);
    QCOMPARE(add(project), id);
}

void TestRecordCommands::partsAreWrittenAndListedByParts()
{
    COMPARE_EXIT(m_program->run({u"add"_s, m_file, u"observation"_s, u"territory=GY"_s, u"indicator=AF/EoL"_s,
                     u"date=2007-02-15"_s, u"value=EoL signed"_s, u"source=letter"_s, u"certainty=official"_s,
                     u"note=seen"_s}), 0);
    const QJsonArray rows = list({u"observation"_s});
    QCOMPARE(rows.size(), 1);
    QJsonObject row = rows.first().toObject();
    QCOMPARE(row.take(u"id"_s).toString(), u"GY:AF/EoL:2007-02-15"_s);
    const QJsonObject expected{{u"territory"_s, u"GY"_s}, {u"indicator"_s, u"AF/EoL"_s}, {u"date"_s, u"2007-02-15"_s},
        {u"value"_s, u"EoL signed"_s}, {u"source"_s, u"letter"_s}, {u"certainty"_s, u"official"_s},
        {u"note"_s, u"seen"_s}, {u"own_note"_s, QJsonValue()}};
    QCOMPARE(row, expected);

    // A part that is not named stays.
    const QString key = u"GY:AF/EoL:2007-02-15"_s;
    COMPARE_EXIT(m_program->run({u"edit"_s, m_file, u"observation"_s, key, u"certainty=reported"_s}), 0);
    row = list({u"observation"_s}).first().toObject();
    QCOMPARE(row[u"certainty"_s].toString(), u"reported"_s);
    QCOMPARE(row[u"value"_s].toString(), u"EoL signed"_s);
    QCOMPARE(row[u"source"_s].toString(), u"letter"_s);

    const QString target = add({u"target"_s, u"indicator=ALS"_s, u"territory=GY"_s, u"due=2008"_s, u"value=4"_s});
    COMPARE_EXIT(m_program->run({u"edit"_s, m_file, u"target"_s, target.left(8), u"reason=budget"_s}), 0);
    row = list({u"target"_s}).first().toObject();
    QCOMPARE(row[u"due"_s].toString(), u"2008"_s);
    QCOMPARE(row[u"value"_s], QJsonValue(4));
    QCOMPARE(row[u"reason"_s].toString(), u"budget"_s);
}

void TestRecordCommands::editChangesOnlyWhatIsNamed()
{
    const auto answer = m_program->run(
        {u"edit"_s, m_file, u"territory"_s, u"GY"_s, u"cctld_manager=University of Guyana"_s, u"aliases=Guiana,British Guiana"_s});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.out, QByteArray());
    QJsonObject row = list({u"territory"_s, u"--where"_s, u"code=GY"_s}).first().toObject();
    QCOMPARE(row[u"cctld_manager"_s].toString(), u"University of Guyana"_s);
    QCOMPARE(row[u"aliases"_s].toArray(), (QJsonArray{u"Guiana"_s, u"British Guiana"_s}));
    QCOMPARE(row[u"cctld"_s].toString(), u".gy"_s);
    COMPARE_EXIT(m_program->run({u"edit"_s, m_file, u"territory"_s, u"GY"_s, u"cctld_manager="_s}), 0);
    row = list({u"territory"_s, u"--where"_s, u"code=GY"_s}).first().toObject();
    QVERIFY(row[u"cctld_manager"_s].isNull());
}

void TestRecordCommands::idsAreUnderstood_data()
{
    QTest::addColumn<int>("characters");
    QTest::addColumn<int>("exit");
    QTest::addRow("the whole id") << 36 << 0;
    QTest::addRow("eight characters") << 8 << 0;
    QTest::addRow("six characters") << 6 << 0;
    QTest::addRow("five are too few") << 5 << 1;
}

void TestRecordCommands::idsAreUnderstood()
{
    QFETCH(int, characters);
    QFETCH(int, exit);
    const QString id = add({u"task"_s, u"text=one"_s});
    COMPARE_EXIT(m_program->run({u"edit"_s, m_file, u"task"_s, id.left(characters), u"done=yes"_s}), exit);
    QCOMPARE(list({u"task"_s, u"--where"_s, u"done=yes"_s}).size(), exit == 0 ? 1 : 0);
}

void TestRecordCommands::listFilters_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QStringList>("codes");
    QTest::addRow("a text equals") << QStringList{u"--where"_s, u"name_en=Guyana"_s} << QStringList{u"GY"_s};
    QTest::addRow("two conditions")
        << QStringList{u"--where"_s, u"icann_region=LAC"_s, u"--where"_s, u"subregion=Central America"_s, u"--limit"_s, u"1"_s}
        << QStringList{u"BZ"_s};
    QTest::addRow("several values contain") << QStringList{u"--where"_s, u"aliases=Antigua"_s} << QStringList{u"AG"_s};
    QTest::addRow("references contain") << QStringList{u"--where"_s, u"successors=CW"_s} << QStringList{u"AN"_s};
    QTest::addRow("several of them") << QStringList{u"--where"_s, u"successors=CW,SX"_s} << QStringList{u"AN"_s};
    QTest::addRow("a date as written") << QStringList{u"--where"_s, u"exists_until=2010-10-09"_s} << QStringList{u"AN"_s};
    QTest::addRow("words by their beginning, accents ignored") << QStringList{u"--search"_s, u"trinite tobag"_s} << QStringList{u"TT"_s};
    QTest::addRow("an IDN ccTLD") << QStringList{u"--where"_s, u"idn_cctlds=.қаз"_s} << QStringList{u"KZ"_s};
    QTest::addRow("none") << QStringList{u"--where"_s, u"name_en=Atlantis"_s} << QStringList{};
    QTest::addRow("at most none") << QStringList{u"--limit"_s, u"0"_s} << QStringList{};
}

void TestRecordCommands::listFilters()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, codes);
    QStringList found;
    for (const QJsonValue &row : list(QStringList{u"territory"_s} + words))
        found.append(row[u"code"_s].toString());
    QCOMPARE(found, codes);
}

void TestRecordCommands::listAsCsvQuotesWhatItMust()
{
    const QString id = add({u"task"_s, u"text==1+1, \"so\"\nhe said <b>"_s});
    const auto answer = m_program->run({u"list"_s, m_file, u"task"_s, u"--format"_s, u"csv"_s});
    COMPARE_EXIT(answer, 0);
    QCOMPARE(answer.out,
        QByteArray("id,text,of,owner,due,done\n" + id.toUtf8() + ",\"=1+1, \"\"so\"\"\nhe said <b>\",,,,\n"));
}

void TestRecordCommands::missingIsNull()
{
    add({u"task"_s, u"text=one"_s});
    const QJsonObject row = list({u"task"_s}).first().toObject();
    for (const auto &field : {u"of"_s, u"owner"_s, u"due"_s, u"done"_s}) {
        QVERIFY2(row.contains(field), qPrintable(field));
        QVERIFY2(row[field].isNull(), qPrintable(field));
    }
}

void TestRecordCommands::deleteAndUndo()
{
    const QString id = add({u"task"_s, u"text=one"_s});
    const auto deleted = m_program->run({u"delete"_s, m_file, u"task"_s, id});
    COMPARE_EXIT(deleted, 0);
    QCOMPARE(deleted.out, QByteArray());
    QCOMPARE(list({u"task"_s}), QJsonArray());
    COMPARE_REFUSED(m_program->run({u"delete"_s, m_file, u"task"_s, id}), "deleted already");
    const auto undone = m_program->run({u"undo"_s, m_file});
    COMPARE_EXIT(undone, 0);
    QCOMPARE(undone.out, QByteArray());
    QCOMPARE(list({u"task"_s}).size(), 1);
}

void TestRecordCommands::undoTakesTheLastStepThatIsNoUndo()
{
    const QString id = add({u"task"_s, u"text=one"_s});
    COMPARE_EXIT(m_program->run({u"edit"_s, m_file, u"task"_s, id, u"owner=A"_s}), 0);
    COMPARE_EXIT(m_program->run({u"edit"_s, m_file, u"task"_s, id, u"owner=B"_s}), 0);
    const auto owner = [&] { return list({u"task"_s}).first()[u"owner"_s]; };
    COMPARE_EXIT(m_program->run({u"undo"_s, m_file}), 0);
    QCOMPARE(owner(), QJsonValue(u"A"_s));
    COMPARE_EXIT(m_program->run({u"undo"_s, m_file}), 0);
    QVERIFY(owner().isNull());
    COMPARE_EXIT(m_program->run({u"undo"_s, m_file}), 0);
    QCOMPARE(list({u"task"_s}), QJsonArray());
    COMPARE_REFUSED(m_program->run({u"undo"_s, m_file}), "nothing to undo");
}

void TestRecordCommands::undoKeepsWhatChangedSince()
{
    const QString id = add({u"task"_s, u"text=one"_s});
    COMPARE_EXIT(m_program->run({u"edit"_s, m_file, u"task"_s, id, u"owner=A"_s, u"due=2007"_s}), 0);
    const QString edit = m_program->run({u"history"_s, m_file, u"task"_s, id, u"--format"_s, u"json"_s})
                             .array().first()[u"edit"_s].toString();
    m_program->set("LIAISON_AUTHOR", u"Maria"_s);
    COMPARE_EXIT(m_program->run({u"edit"_s, m_file, u"task"_s, id, u"owner=B"_s}), 0);
    const auto answer = m_program->run({u"undo"_s, m_file, edit.left(10)});
    COMPARE_EXIT(answer, 0);
    QVERIFY2(answer.err.contains("owner: changed since by Maria; not undone"), answer.err.constData());
    const QJsonObject row = list({u"task"_s}).first().toObject();
    QCOMPARE(row[u"owner"_s].toString(), u"B"_s);
    QVERIFY(row[u"due"_s].isNull());
}

void TestRecordCommands::undoOfAFreshFileTouchesNoReadyMadeEdit()
{
    const QByteArray before = m_program->digest(u"f.liaison"_s);
    COMPARE_REFUSED(m_program->run({u"undo"_s, m_file}), "nothing to undo");
    QCOMPARE(m_program->digest(u"f.liaison"_s), before);
    QCOMPARE(list({u"territory"_s}).size(), 253);
}

void TestRecordCommands::historyIsNewestFirst()
{
    COMPARE_EXIT(m_program->run({u"set"_s, m_file, u"GY"_s, u"GAC"_s, u"observer"_s, u"--as-of"_s, u"2007-02-15"_s,
                     u"--source"_s, u"letter"_s}), 0);
    m_program->set("LIAISON_AUTHOR", u"Maria"_s);
    m_program->set("SOURCE_DATE_EPOCH", u"1172750400"_s);
    COMPARE_EXIT(m_program->run({u"set"_s, m_file, u"GY"_s, u"GAC"_s, u"represented"_s, u"--as-of"_s, u"2007-02-15"_s,
                     u"--certainty"_s, u"official"_s}), 0);
    const auto answer = m_program->run(
        {u"history"_s, m_file, u"observation"_s, u"GY:GAC:2007-02-15"_s, u"--format"_s, u"json"_s});
    COMPARE_EXIT(answer, 0);
    const QJsonObject newest = answer.array().first().toObject();
    QCOMPARE(newest[u"author"_s].toString(), u"Maria"_s);
    QCOMPARE(newest[u"at"_s].toString(), u"2007-03-01T12:00:00.000Z"_s);
    QCOMPARE(newest[u"field"_s].toString(), u"value"_s);
    const QJsonObject from{{u"value"_s, u"observer"_s}, {u"source"_s, u"letter"_s}, {u"certainty"_s, u"reported"_s}};
    const QJsonObject to{{u"value"_s, u"represented"_s}, {u"source"_s, QJsonValue()}, {u"certainty"_s, u"official"_s}};
    QCOMPARE(newest[u"from"_s].toObject(), from);
    QCOMPARE(newest[u"to"_s].toObject(), to);
    QVERIFY(newest[u"source"_s].isNull());
    QCOMPARE(newest[u"edit"_s].toString().size(), 32);
    bool first = false;
    for (const QJsonValue &entry : answer.array()) {
        if (entry[u"author"_s].toString() != u"Ana"_s || entry[u"field"_s].toString() != u"value"_s)
            continue;
        QVERIFY(entry[u"from"_s].isNull());
        QCOMPARE(entry[u"source"_s].toString(), u"letter"_s);
        first = true;
    }
    QVERIFY(first);
}

QTEST_GUILESS_MAIN(TestRecordCommands)
#include "tst_recordcommands.moc"
