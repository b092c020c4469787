#include "tests/app/window/windowfixture.h"

#include "models/domain/fields.h"
#include "models/figures/board.h"
#include "models/figures/derivation.h"
#include "models/figures/outreach.h"
#include "models/store/store.h"
#include "views/records/fieldedit.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QLabel>
#include <QProcess>
#include <QtTest>

using namespace liaison;
using namespace liaison::test;

// A liaison's quarter by hand: a workshop for eight territories is planned and held, a registry's person
// trained, a memorandum signed, a fellowship awarded; every page, the board and the report follow, and all of
// it is undone.
class WorkshopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpected);
        m_desk = std::make_unique<Desk>();
        const QString path = m_desk->makeExample();
        m_desk->window->openFile(path);
        m_store = Store::open(path, OpenMode::ReadOnly, m_desk->surroundings()).store;
        QVERIFY(m_store);
    }
    void cleanup()
    {
        m_store.reset();
        m_desk.reset();
    }

    void plannedHeldAndUndone()
    {
        // Of each page something that it says once it has been read.
        const QMap<QString, QString> pages{{u"programmes"_s, u"ISOC ccTLD workshop, Guyana"_s},
            {u"agenda"_s, u"June 2007"_s}, {u"people"_s, u"nothing on file"_s},
            {u"project:1Q"_s, u"ISOC ccTLD workshop, Guyana"_s}, {u"project:4F"_s, u"4F"_s},
            {u"project:4H"_s, u"4H"_s}};
        QMap<QString, QString> before;
        for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
            QTRY_VERIFY2(seen(page.key()).contains(page.value()), qPrintable(seen(page.key())));
            before.insert(page.key(), seen(page.key()));
        }
        const QString paperBefore = report();
        const QString figuresBefore = figures();

        plan();
        QVERIFY(!QTest::currentTestFailed());
        QTRY_VERIFY(seen(u"programmes"_s).contains(u"Registry training"_s));
        QTRY_VERIFY(seen(u"agenda"_s).contains(u"Workshop for registries"_s));
        QTRY_VERIFY(seen(u"project:1Q"_s).contains(u"Registry training"_s));
        QCOMPARE(number("activities"), 2); // and the talk of February
        QCOMPARE(number("participants"), 31);
        meetPeople();
        train();
        QCOMPARE(number("people-trained"), 1);
        QCOMPARE(derived(indicatorCode::training), u"first technical level"_s);
        sign();
        QCOMPARE(number("agreements"), 1);
        QTRY_VERIFY(seen(u"project:4H"_s).contains(u"signed"_s));
        award();
        QCOMPARE(number("awards"), 1);
        QCOMPARE(derived(indicatorCode::fellows), u"1"_s);
        QVERIFY(!QTest::currentTestFailed());

        // The board has the same numbers as columns of its own.
        m_desk->window->showPage(u"presence"_s);
        for (const auto &[code, shown] : {std::pair(u"activities"_s, u"2"_s),
                 std::pair(u"participants"_s, u"31"_s), std::pair(u"people-trained"_s, u"1"_s),
                 std::pair(u"agreements"_s, u"1"_s), std::pair(u"awards"_s, u"1"_s)}) {
            m_desk->act(objectNames::outreachColumnAction + code)->trigger();
            QTRY_COMPARE(m_desk->text(u"GD"_s, code), shown);
        }

        // Nobody is named but where the liaison works with people.
        QTRY_VERIFY(seen(u"people"_s).contains(u"Ada Canary"_s));
        const QString paper = report();
        QVERIFY2(paper.contains(u"Registry training"_s), qPrintable(paper));
        QVERIFY(paper.contains(u"Workshop for registries"_s));
        QVERIFY(paper.contains(u"People trained"_s));
        for (const QString &text :
            {paper, seen(u"project:1Q"_s), seen(u"project:4F"_s), seen(u"project:4H"_s), seen(u"agenda"_s)})
            QVERIFY2(!text.contains(u"Canary"_s), qPrintable(text));

        int steps = 0;
        for (; m_desk->act(objectNames::undoAction)->isEnabled() && steps < 50; ++steps)
            m_desk->act(objectNames::undoAction)->trigger();
        QTRY_COMPARE(m_desk->text(u"GD"_s, u"activities"_s), u"1"_s); // the talk of February
        QTRY_COMPARE(m_desk->text(u"GD"_s, u"awards"_s), u"–"_s); // nothing on record is not 0
        QCOMPARE(steps, 8); // programme, activity, organisation, person, role, training, agreement, award
        m_desk->window->showPage(u"programmes"_s);
        press(objectNames::programmesTabButton); // as it was
        for (auto page = pages.cbegin(); page != pages.cend(); ++page)
            QTRY_VERIFY2(unlike(seen(page.key()), before[page.key()]).isEmpty(),
                qPrintable(unlike(seen(page.key()), before[page.key()])));
        QCOMPARE(report(), paperBefore);
        QCOMPARE(figures(), figuresBefore);
    }

private:
    const Store &store() const { return *m_store; }

    // --- Steps of the liaison
    void plan()
    {
        m_desk->window->showPage(u"programmes"_s);
        add({{u"title"_s, u"Registry training"_s}, {u"project"_s, u"1Q"_s}, {u"stage"_s, u"running"_s},
            {u"territories"_s, u"BS,BM,GD,GY,HT,JM,MS,TT"_s}});
        press(objectNames::addActivityButton);
        fill({{u"title"_s, u"Workshop for registries"_s}, {u"kind"_s, u"workshop"_s},
            {u"start"_s, u"2007-06-01"_s}, {u"end"_s, u"2007-05-20"_s}, {u"stage"_s, u"done"_s},
            {u"headcount"_s, u"31"_s}});
        QVERIFY(form()); // it ends before it starts
        QVERIFY(form()->edit(u"end"_s)->hasError());
        fill({{u"end"_s, u"2007-06-01"_s}});
        m_workshop = only(fields::activity::entity, fields::activity::title, u"Workshop for registries"_s);
    }
    void meetPeople()
    {
        m_desk->window->showPage(u"people"_s);
        press(objectNames::organisationsTabButton);
        add({{u"name"_s, u"Registry of Grenada"_s}, {u"kind"_s, u"ccTLD manager"_s},
            {u"territories"_s, u"GD"_s}});
        m_registry = only(fields::organisation::entity, fields::organisation::name, u"Registry of Grenada"_s);
        press(objectNames::peopleTabButton);
        add({{u"name"_s, u"Ada Canary"_s}, {u"email"_s, u"canary@example.org"_s}});
        m_ada = only(fields::person::entity, fields::person::name, u"Ada Canary"_s);
        press(objectNames::addAffiliationButton);
        fill({{u"organisation"_s, m_registry}, {u"role"_s, u"manager"_s}, {u"from"_s, u"2005"_s}});
    }
    void train()
    {
        m_desk->window->showPage(u"programmes"_s);
        press(objectNames::trainingTabButton);
        add({{u"activity"_s, m_workshop}, {u"person"_s, m_ada}, {u"training"_s, u"first technical level"_s}});
    }
    void sign()
    {
        press(objectNames::agreementsTabButton);
        add({{u"kind"_s, u"MoU"_s}, {u"organisation"_s, m_registry}, {u"project"_s, u"4H"_s},
            {u"territories"_s, u"GD"_s}, {u"stage"_s, u"signed"_s}});
        QVERIFY(form()); // without a date
        QVERIFY(form()->edit(u"signed"_s)->hasError());
        fill({{u"signed"_s, u"2007-05-25"_s}});
    }
    void award()
    {
        m_desk->window->showPage(u"programmes"_s);
        press(objectNames::participationTabButton);
        add({{u"person"_s, m_ada}, {u"territory"_s, u"GD"_s}, {u"round"_s, u"A"_s},
            {u"stage"_s, u"awarded"_s}, {u"date"_s, u"2007-05-25"_s}, {u"amount"_s, u"USD 1650"_s}});
    }

    // --- Hands
    void press(const QString &name)
    {
        QTRY_VERIFY2(button(name), qPrintable(name)); // it may come with what is read
        button(name)->click();
    }
    QAbstractButton *button(const QString &name) const
    {
        for (auto *each : m_desk->window->findChildren<QAbstractButton *>(name)) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    RecordForm *form() const
    {
        for (auto *dialog : m_desk->window->findChildren<RecordDialog *>()) {
            if (dialog->isVisible())
                return dialog->form();
        }
        return nullptr;
    }
    void add(const QMap<QString, QString> &fields)
    {
        press(objectNames::newHereButton);
        fill(fields);
    }
    void fill(const QMap<QString, QString> &fields)
    {
        QVERIFY(form());
        for (auto each = fields.cbegin(); each != fields.cend(); ++each) {
            QVERIFY2(form()->edit(each.key()), qPrintable(each.key()));
            form()->edit(each.key())->setText(each.value());
        }
        form()->window()->findChild<QAbstractButton *>(objectNames::saveRecordButton)->click();
    }
    QString only(QLatin1StringView entity, QLatin1StringView field, const QString &value) const
    {
        const auto found = store().read({.entity = entity, .where = {{field, Value(value)}}});
        return found.size() == 1 ? found[0].id().toString(QUuid::WithoutBraces) : QString();
    }

    // --- Eyes
    // All that a page says: labels, buttons, the cells of its tables.
    QString seen(const QString &page)
    {
        m_desk->window->showPage(page);
        return said();
    }
    // The lines that stand in one of two texts only.
    static QString unlike(const QString &now, const QString &before)
    {
        QStringList lines = now.split(u'\n');
        QStringList gone;
        for (const QString &line : before.split(u'\n')) {
            if (!lines.removeOne(line))
                gone.append(u"- "_s + line);
        }
        for (QString &line : lines)
            line.prepend(u"+ "_s);
        return (lines + gone).join(u'\n');
    }
    QString said() const
    {
        QStringList all;
        for (const QWidget *each : m_desk->window->findChildren<QWidget *>()) {
            if (!each->isVisible() || comesAndGoes(each))
                continue;
            if (const auto *label = qobject_cast<const QLabel *>(each))
                all.append(label->text());
            else if (const auto *view = qobject_cast<const QAbstractItemView *>(each))
                addCells(all, view->model(), view->rootIndex());
            else
                all.append(each->accessibleName());
        }
        all.removeAll(QString());
        return all.join(u'\n');
    }
    // A notice, and how much waits in the navigation.
    static bool comesAndGoes(const QWidget *widget)
    {
        for (; widget; widget = widget->parentWidget()) {
            if (widget->objectName() == objectNames::noticeStrip
                || widget->objectName() == objectNames::navigationPane)
                return true;
        }
        return false;
    }
    static void addCells(QStringList &all, const QAbstractItemModel *model, const QModelIndex &parent)
    {
        for (int row = 0; model && row < model->rowCount(parent); ++row) {
            for (int column = 0; column < model->columnCount(parent); ++column)
                all.append(model->index(row, column, parent).data().toString());
            addCells(all, model, model->index(row, 0, parent));
        }
    }
    QString report() const
    {
        m_desk->act(objectNames::exportReportAction)->trigger();
        m_desk->dialogs.answerNext(m_desk->path(u"board"_s));
        m_desk->find<QAbstractButton>(objectNames::exportButton)->click();
        if (!QTest::qWaitFor([&] { return !m_desk->find(objectNames::reportDialog); }))
            return {};
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, m_desk->path(u"board.pdf"_s), u"-"_s});
        return reader.waitForFinished() ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
    }

    // --- Figures of Grenada
    static QUuid grenada() { return naturalId(u"territory"_s, u"GD"_s); }
    qint64 number(const char *code) const
    {
        return outreachByTerritory(store(), *outreachFigure(code), {QDate(2006, 6, 2), QDate(2007, 6, 1)})
            .value(grenada(), -1);
    }
    QString derived(QLatin1StringView code) const
    {
        const Indicator indicator = findIndicator(store(), QString(code)).value();
        Region place;
        place.members.push_back({grenada()});
        const Board board = boardOf(store(), place, {indicator}, QDate(2007, 6, 1));
        const auto &said = board.rows.at(0).cells.at(0).derived;
        return said ? indicator.readingText(said->reading) : QString();
    }
    QString figures() const
    {
        QStringList all;
        for (const OutreachFigure &figure : outreachFigures()) {
            const auto numbers = outreachByTerritory(store(), figure, {{}, QDate(2007, 6, 1)});
            QMap<QString, qint64> sorted;
            for (auto each = numbers.cbegin(); each != numbers.cend(); ++each)
                sorted.insert(store().keyOf(fields::territory::entity, each.key()), each.value());
            all.append(QString(figure.code));
            for (auto each = sorted.cbegin(); each != sorted.cend(); ++each)
                all.append(u"%1 %2"_s.arg(each.key()).arg(each.value()));
        }
        return all.join(u'\n');
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Store> m_store; // a second look at the file
    QString m_workshop;
    QString m_registry;
    QString m_ada;
};

QTEST_MAIN(WorkshopTest)
#include "tst_workshop.moc"
