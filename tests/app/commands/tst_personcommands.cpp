#include "tests/app/commands/program.h"

#include <QTest>

using namespace liaison::test;
using namespace Qt::StringLiterals;

// export-person and erase-person.
class TestPersonCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_program = std::make_unique<Program>();
        m_program->set("SOURCE_DATE_EPOCH", u"1172664000"_s);
        COMPARE_EXIT(m_program->run({u"new"_s, m_file}), 0);
        m_id = add({u"person"_s, u"name=Canarina Firstname"_s, u"email=canary@mail.example"_s});
        COMPARE_EXIT(m_program->run({u"edit"_s, m_file, u"person"_s, m_id, u"name=Canarina Secondname"_s}), 0);
        const QString activity = add({u"activity"_s, u"title=Workshop"_s});
        add({u"attendance"_s, u"activity="_s + activity, u"person="_s + m_id});
    }

    void exportWritesAFileOfItsOwn()
    {
        const QByteArray before = m_program->digest(u"f.liaison"_s);
        const auto answer = m_program->run({u"export-person"_s, m_file, m_id, u"@out.json"_s});
        COMPARE_EXIT(answer, 0);
        QCOMPARE(answer.out, QByteArray());
        const QJsonObject all = QJsonDocument::fromJson(m_program->read(u"out.json"_s)).object();
        QCOMPARE(all.value(u"values"_s).toObject().value(u"name"_s), QJsonValue(u"Canarina Secondname"_s));
        QVERIFY(m_program->read(u"out.json"_s).contains("Canarina Firstname"));
        QCOMPARE(all.value(u"rows"_s).toArray().size(), 1);
        QCOMPARE(m_program->digest(u"f.liaison"_s), before); // reading changes nothing
        COMPARE_REFUSED(m_program->run({u"export-person"_s, m_file, m_id, u"@out.json"_s}), "out.json");
        COMPARE_REFUSED(m_program->run({u"export-person"_s, m_file, u"GY"_s, u"@other.json"_s}), "GY");
        COMPARE_EXIT(m_program->run({u"export-person"_s, m_file, m_id}), 2);
    }

    void eraseLeavesNothingAndNamesWhatIsLeft()
    {
        // A restore keeps the file it replaces beside it.
        COMPARE_EXIT(m_program->run({u"backup"_s, m_file, u"@b.liaison"_s}), 0);
        COMPARE_EXIT(m_program->run({u"restore"_s, u"@b.liaison"_s, m_file}), 0);
        const QString mention = add({u"task"_s, u"text=ask Canarina Secondname"_s});
        const auto answer = m_program->run({u"erase-person"_s, m_file, m_id.left(8)});
        COMPARE_EXIT(answer, 0);
        QCOMPARE(answer.out, (m_program->path(u"f.liaison.before-restore"_s) + u'\n').toUtf8());
        QVERIFY2(answer.err.contains(mention.toUtf8()), answer.err.constData());
        COMPARE_EXIT(m_program->run({u"delete"_s, m_file, u"task"_s, mention}), 0);
        QVERIFY(m_program->read(u"f.liaison"_s).contains("ask Canarina")); // not the person's own
        QVERIFY(!m_program->read(u"f.liaison"_s).contains("Firstname"));
        QVERIFY(!m_program->read(u"f.liaison"_s).contains("canary@mail"));
        COMPARE_EXIT(m_program->run({u"check"_s, m_file}), 0);
        QCOMPARE(m_program->run({u"list"_s, m_file, u"person"_s}).out.contains("Canarina"), false);
        QCOMPARE(m_program->run({u"history"_s, m_file, u"person"_s, m_id}).out.contains("Canarina"), false);
        COMPARE_REFUSED(m_program->run({u"erase-person"_s, m_file, m_id}), m_id.toUtf8());
        COMPARE_REFUSED(m_program->run({u"edit"_s, m_file, u"person"_s, m_id, u"name=Back"_s}), "erased");
    }

    void theReportNamesNobody()
    {
        add({u"participation"_s, u"person="_s + m_id, u"territory=GY"_s, u"date=2007-02"_s, u"stage=awarded"_s});
        COMPARE_EXIT(m_program->run({u"report"_s, m_file, u"board"_s, u"-o"_s, u"@r.pdf"_s, u"--since"_s, u"2007"_s}), 0);
        QProcess reader;
        reader.start(u"pdftotext"_s, {m_program->path(u"r.pdf"_s), u"-"_s});
        QVERIFY(reader.waitForFinished());
        const QString text = QString::fromUtf8(reader.readAllStandardOutput());
        QVERIFY(text.contains(u"Guyana"_s)); // it can be read
        QVERIFY(!text.contains(u"Canarina"_s) && !text.contains(u"canary"_s));
    }

    void fieldsSaysWhatIsPersonal()
    {
        const QByteArray out = m_program->run({u"fields"_s, u"person"_s, u"--format"_s, u"json"_s}).out;
        int personal = 0;
        for (const QJsonValue &field : QJsonDocument::fromJson(out).array())
            personal += field.toObject().value(u"sensitivity"_s) == u"personal"_s;
        QCOMPARE(personal, 4); // name, e-mail, phone, note
    }

private:
    QString add(const QStringList &words) const
    {
        return QString::fromUtf8(m_program->run(QStringList{u"add"_s, m_file} + words).out).trimmed();
    }

    std::unique_ptr<Program> m_program;
    QString m_id;
    const QString m_file = u"@f.liaison"_s;
};

QTEST_MAIN(TestPersonCommands)
#include "tst_personcommands.moc"
