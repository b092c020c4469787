#include "tests/app/window/windowfixture.h"

#include "models/domain/fields.h"
#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "models/figures/agenda.h"
#include "models/figures/board.h"
#include "views/objectnames.h"
#include "views/presenting/presentation.h"
#include "views/records/fieldedit.h"
#include "views/records/recorddialog.h"
#include "views/records/recordform.h"

#include <QAccessible>
#include <QBuffer>
#include <QPointer>
#include <QPushButton>
#include <QSvgGenerator>

using namespace liaison;
using namespace liaison::test;

// A person on file, with all that hangs on them, and where nothing of them may be seen: what is shown to a room,
// printed, or stands where anybody passes by.
class SensitivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(unexpected);
        m_desk = std::make_unique<Desk>();
        m_path = m_desk->makeExample();
        openStore(OpenMode::ReadWrite);
        addCanary();
        m_store.reset();
        m_desk->window->openFile(m_path);
    }
    void cleanup()
    {
        delete m_shown;
        m_store.reset();
        m_desk.reset();
    }

    void aRoomSeesNothingOfThem()
    {
        const Store &store = m_desk->window->presence()->model().store();
        const Board board = boardAsOf(store, m_desk->window->presence()->region(), QDate(2007, 6, 1));
        const auto row = std::find_if(board.rows.begin(), board.rows.end(),
            [](const Board::Row &each) { return each.code == u"GY"_s; });
        QVERIFY(row != board.rows.end());
        m_shown = new Presentation(
            store, board, 0, static_cast<size_t>(row - board.rows.begin()), QDate(2007, 6, 1));
        m_shown->resize(1280, 800);
        m_shown->show();
        for (const Presentation::Page page : Presentation::allPages()) {
            m_shown->showPage(page);
            const QString drawn = drawnText(m_shown);
            if (page == Presentation::Page::Territory)
                QVERIFY(drawn.contains(u"Guyana"_s)); // words can be read back
            QVERIFY2(canariesIn(drawn).isEmpty(), qPrintable(Presentation::pageName(page)));
            QVERIFY(canariesIn(m_shown->title() + m_shown->subtitle()).isEmpty());
        }
    }

    void thePagesOfProjectsAndTheAgendaHaveNoneOfThem()
    {
        for (const QString &key : pageKeys()) {
            const bool isOurs = key == u"people"_s || key == u"settle"_s; // the liaison's own lists
            m_desk->window->showPage(key);
            QTRY_VERIFY(m_desk->window->isVisible());
            QCOMPARE(canariesIn(m_desk->window->windowTitle()), QStringList());
            if (!isOurs && key != u"presence"_s)
                QVERIFY2(canariesIn(said(m_desk->window.get())).isEmpty(), qPrintable(key));
        }
    }

    void theAgendaCallsNobodyByName()
    {
        const Store &store = m_desk->window->presence()->model().store();
        bool any = false;
        for (const AgendaItem &item : agenda(store, QDate(2000, 1, 1), QDate(2030, 1, 1), QDate(2007, 6, 1))) {
            any = true;
            QVERIFY2(canariesIn(item.title).isEmpty(), qPrintable(item.title));
        }
        QVERIFY(any);
    }

    void theBoardAndItsTipsHaveNoneOfThem()
    {
        const QAbstractItemModel *model = m_desk->board()->model();
        QVERIFY(model->rowCount() > 20);
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
                         Qt::AccessibleDescriptionRole, Qt::WhatsThisRole})
                    QVERIFY(canariesIn(model->index(row, column).data(role).toString()).isEmpty());
            }
        }
    }

    void labelsOfStepsOutliveAnErasureAndSayNothing()
    {
        openStore(OpenMode::ReadWrite);
        Store &store = *m_store;
        Editor editor(store);
        // Through the form, which knows the name.
        RecordDialog dialog(editor, store.find(fields::person::entity, m_person), m_desk->window.get());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.form()->edit(fields::person::phone)->setText(u"+1 canaryphone 2"_s);
        QVERIFY(dialog.form()->save());
        QVERIFY(editor.record(deletionOf(store.find(fields::person::entity, m_person))).ok());
        editor.undoStack()->undo();
        int own = 0;
        for (const EditInfo &edit : store.edits()) {
            own += edit.author == u"Ann"_s;
            QVERIFY2(canariesIn(edit.label).isEmpty(), qPrintable(edit.label));
        }
        QVERIFY(own > 5);
        QVERIFY(canariesIn(editor.undoStack()->undoText() + editor.undoStack()->redoText()).isEmpty());
    }

    void exportAsksForAFileAndItsNameSaysNothing()
    {
        const QString path = m_desk->path(u"asked.json"_s);
        m_desk->dialogs.answerNext(path);
        openStore(OpenMode::ReadOnly);
        Editor editor(*m_store);
        RecordDialog dialog(
            editor, m_store->find(fields::person::entity, m_person), m_desk->window->presence());
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.findChild<QPushButton *>(objectNames::exportPersonButton)->click();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("Canarina"));
        QVERIFY(canariesIn(m_desk->notice()).isEmpty());
        QVERIFY(m_desk->notice().contains(u"asked.json"_s));
    }

private:
    static QStringList canariesIn(const QString &text)
    {
        QStringList all;
        for (const QString &canary : {u"canarina"_s, u"canarymail"_s, u"canaryphone"_s, u"canarynote"_s}) {
            if (text.contains(canary, Qt::CaseInsensitive))
                all.append(canary);
        }
        return all;
    }

    // The file beside the window, as a command would.
    void openStore(OpenMode mode)
    {
        m_store = std::move(Store::open(m_path, mode, m_desk->surroundings()).store);
        QVERIFY(m_store);
    }
    void addCanary()
    {
        using namespace fields;
        Store &store = *m_store;
        const QUuid guyana = naturalId(u"territory"_s, u"GY"_s);
        const auto create = [&](QLatin1StringView entity, std::vector<std::pair<QLatin1StringView, Value>> values) {
            const QUuid row = QUuid::createUuid();
            Draft draft(QString(u"Record"_s));
            draft.create(*store.catalogue().entity(entity), row, std::move(values));
            if (const auto done = store.commit(draft); !done)
                qFatal("%s", qPrintable(done.error().message()));
            return row;
        };
        m_person = create(person::entity,
            {{person::name, Value(u"Canarina Bell"_s)}, {person::email, Value(u"canarymail@x.example"_s)},
                {person::phone, Value(u"+1 canaryphone"_s)}, {person::note, Value(u"canarynote"_s)},
                {person::territory, Value(guyana)}});
        const Value gy(Value::List{Value(guyana)});
        const QUuid nic = create(organisation::entity,
            {{organisation::name, Value(u"NIC Guyana"_s)}, {organisation::territories, gy},
                {organisation::kind, Value(organisationKind::cctldManager)}});
        create(affiliation::entity, {{affiliation::person, Value(m_person)}, {affiliation::organisation, Value(nic)}});
        const QUuid programmeRow = create(programme::entity,
            {{programme::title, Value(u"Signing"_s)}, {programme::project, Value(naturalId(u"project"_s, u"1Q"_s))},
                {programme::territories, gy}});
        const QUuid workshop = create(activity::entity,
            {{activity::title, Value(u"Workshop"_s)}, {activity::start, Value(PartialDate(QDate(2007, 5, 2)))},
                {activity::territories, gy}, {activity::programme, Value(programmeRow)},
                {activity::stage, Value(stageCode::done)}, {activity::kind, Value(activityKind::training)}});
        create(attendance::entity,
            {{attendance::person, Value(m_person)}, {attendance::activity, Value(workshop)},
                {attendance::training, Value(trainingLevel::next)}});
        create(participation::entity,
            {{participation::person, Value(m_person)}, {participation::territory, Value(guyana)},
                {participation::date, Value(PartialDate(QDate(2007, 4, 1)))},
                {participation::stage, Value(participationStage::awarded)}});
        create(task::entity,
            {{task::text, Value(u"call back"_s)}, {task::due, Value(PartialDate(QDate(2007, 5, 20)))},
                {task::of, Value(Value::Parts{{u"entity"_s, Value(u"person"_s)}, {u"row"_s, Value(m_person)}})}});
    }

    QStringList pageKeys() const
    {
        QStringList keys{u"presence"_s, u"programmes"_s, u"agenda"_s, u"people"_s, u"settle"_s};
        for (const Record &project :
            m_desk->window->presence()->model().store().read({.entity = fields::project::entity}))
            keys.append(u"project:"_s + project.value(fields::project::code).text());
        return keys;
    }

    // Every word painted.
    static QString drawnText(QWidget *widget)
    {
        QBuffer buffer;
        QSvgGenerator svg;
        svg.setOutputDevice(&buffer);
        svg.setSize(widget->size());
        widget->render(&svg);
        return QString::fromUtf8(buffer.data());
    }

    // What is on screen in words, and in tips.
    static QString said(QWidget *top)
    {
        QStringList all;
        gather(QAccessible::queryAccessibleInterface(top), all);
        for (const QWidget *widget : top->findChildren<QWidget *>()) {
            if (widget->isVisible())
                all.append(widget->toolTip());
        }
        return all.join(u'\n');
    }
    static void gather(QAccessibleInterface *face, QStringList &all)
    {
        if (!face || !face->isValid() || face->state().invisible)
            return;
        for (const QAccessible::Text text : {QAccessible::Name, QAccessible::Description, QAccessible::Value})
            all.append(face->text(text));
        for (int i = 0; i < face->childCount(); ++i)
            gather(face->child(i), all);
    }

    std::unique_ptr<Desk> m_desk;
    QString m_path;
    std::unique_ptr<Store> m_store;
    QUuid m_person;
    QPointer<Presentation> m_shown;
};

QTEST_MAIN(SensitivityTest)
#include "tst_sensitivity.moc"
