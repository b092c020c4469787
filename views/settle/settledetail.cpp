#include "views/settle/settledetail.h"

#include "models/domain/fields.h"
#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "models/figures/outreach.h"
#include "models/figures/territory.h"
#include "models/items/issuemodel.h"
#include "views/objectnames.h"
#include "views/records/othername.h"
#include "views/settle/conflictview.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/codelist.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/literaltext.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

QLabel *makeKeyCap(const QString &key, QWidget *parent)
{
    auto *cap = new QLabel(key, parent);
    setKeyCap(cap);
    return cap;
}

// Of every conflict in which one value is the user's own, that value.
std::vector<Editor::Resolution> keepingMine(const std::vector<Conflict> &conflicts, const QString &author)
{
    std::vector<Editor::Resolution> result;
    for (const Conflict &conflict : conflicts) {
        const auto isMine = [&](const Conflict::Candidate &each) { return each.edit.author == author; };
        if (std::count_if(conflict.candidates.begin(), conflict.candidates.end(), isMine) == 1)
            result.push_back({conflict,
                std::find_if(conflict.candidates.begin(), conflict.candidates.end(), isMine)->value});
    }
    return result;
}

} // namespace

SettleDetail::SettleDetail(Editor &editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
{
    setObjectName(objectNames::settleDetail);
    setSurface(this, Surface::Bar);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    clear();
}

void SettleDetail::clear()
{
    // Not at once: an act of it may be what is done just now.
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_numbered.clear();
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(metrics::controlGap);
    m_acts = nullptr;
}

void SettleDetail::addText(const QString &text, FontRole role, Ink ink)
{
    auto *label = new QLabel(text, m_content);
    setTextRole(label, role, ink);
    label->setWordWrap(true);
    m_column->addWidget(label);
}

void SettleDetail::addAct(const QString &objectName, const QString &text, const std::function<void()> &act)
{
    if (!m_acts) {
        m_acts = new QVBoxLayout;
        m_acts->setSpacing(metrics::controlGap);
        m_column->addSpacing(metrics::controlGap);
        m_column->addLayout(m_acts);
    }
    QHBoxLayout *row = makeAct(objectName, text, act);
    row->addStretch();
    m_acts->addLayout(row);
}

QHBoxLayout *SettleDetail::makeAct(
    const QString &objectName, const QString &text, const std::function<void()> &act)
{
    m_numbered.push_back(act);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::controlGap);
    auto *button = new QPushButton(literalText(text), m_content);
    button->setObjectName(objectName);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    row->addWidget(button);
    row->addWidget(
        makeKeyCap(locale().toString(static_cast<int>(m_numbered.size())), m_content), 0, Qt::AlignVCenter);
    return row;
}

// What the keyboard can do here, and what settles several at once.
void SettleDetail::addKeys(const std::vector<Conflict> &conflicts)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::controlGap);
    const auto addHint = [&](const QStringList &keys, const QString &text) {
        for (const QString &key : keys)
            row->addWidget(makeKeyCap(key, m_content));
        auto *label = new ElidedLabel(m_content);
        label->setText(text);
        setTextRole(label, FontRole::Secondary, Ink::Second);
        row->addWidget(label);
        row->addSpacing(metrics::controlGap);
    };
    addHint({u"J"_s, u"K"_s}, tr("next, previous"));
    if (!m_numbered.empty())
        addHint({m_numbered.size() == 1 ? locale().toString(1)
                                        : u"%1–%2"_s.arg(locale().toString(1),
                                            locale().toString(static_cast<int>(m_numbered.size())))},
            tr("do what bears the number"));
    addHint({QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)}, tr("undo"));
    row->addStretch();
    addKeepMine(row, conflicts);
    m_column->addSpacing(metrics::groupGap);
    m_column->addLayout(row);
}

void SettleDetail::addKeepMine(QHBoxLayout *row, const std::vector<Conflict> &conflicts)
{
    const std::vector<Editor::Resolution> mine = keepingMine(conflicts, m_editor.store().author());
    if (mine.size() < 2 || m_editor.store().isReadOnly())
        return;
    auto *button = new QPushButton(tr("Keep mine in all %L1").arg(mine.size()), m_content);
    button->setObjectName(objectNames::keepMineButton);
    button->setAccessibleName(button->text());
    button->setToolTip(
        tr("Conflicts in which exactly one of the values is yours. One step, which can be undone."));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, mine] {
        tell(m_editor.resolveAll(mine),
            tr("%Ln conflicts settled: your values are kept", nullptr, static_cast<int>(mine.size())));
    });
    row->addWidget(button);
}

bool SettleDetail::act(int number)
{
    if (number < 1 || static_cast<size_t>(number) > m_numbered.size())
        return false;
    const auto act =
        m_numbered[static_cast<size_t>(number) - 1]; // shows the next issue, and this list with it
    act();
    return true;
}

template <typename Done>
void SettleDetail::tell(const Done &done, const QString &what)
{
    if (done)
        Q_EMIT settled(what);
    else
        Q_EMIT refused(done.error().message());
}

void SettleDetail::show(const Issue *issue)
{
    clear();
    if (!issue) {
        addText(tr("Conflicts, doubtful names, old values, overdue tasks and targets due are listed here, "
                   "each with what can be done."),
            FontRole::Body, Ink::Third);
        m_column->addStretch();
        m_content->show();
        return;
    }
    addText(issueKindText(issue->kind), FontRole::CaptionStrong, Ink::Second);
    addText(issue->title, FontRole::InspectorTitle, Ink::First);
    addText(issue->text, FontRole::Body, Ink::Second);
    const bool canWrite = !m_editor.store().isReadOnly();
    std::vector<Conflict> conflicts; // all, when it is one of them
    switch (issue->kind) {
    case Issue::Kind::Conflict:
        conflicts = m_editor.store().conflicts();
        addConflict(*issue, conflicts);
        break;
    case Issue::Kind::Unconfirmed:
    case Issue::Kind::DoubtfulName:
        addName(*issue);
        break;
    case Issue::Kind::Stale:
        if (canWrite)
            addStale(*issue);
        addPlace(*issue);
        break;
    case Issue::Kind::OverdueTask:
        if (canWrite)
            addTask(*issue);
        addRecord(*issue);
        break;
    case Issue::Kind::Expiring:
        if (canWrite)
            addStage(*issue, objectNames::lapsedButton, tr("It has lapsed"), agreementStage::lapsed,
                tr("%1: lapsed"));
        addRecord(*issue);
        break;
    case Issue::Kind::Unreported:
        if (canWrite) {
            addStage(*issue, objectNames::tookPlaceButton, tr("It took place"), stageCode::done,
                tr("%1: took place"));
            addStage(*issue, objectNames::cancelledButton, tr("It was cancelled"), stageCode::cancelled,
                tr("%1: cancelled"));
        }
        addRecord(*issue);
        break;
    case Issue::Kind::Silent:
        addSilent(*issue);
        break;
    case Issue::Kind::OutsideLife:
    case Issue::Kind::BrokenRow:
    case Issue::Kind::TargetDue:
        addPlace(*issue);
        addRecord(*issue);
        break;
    case Issue::Kind::Fork:
    case Issue::Kind::Waiting:
        addText(
            tr("It settles itself when the other laptop's edits have arrived; nothing is lost meanwhile."),
            FontRole::Body, Ink::Second);
        break;
    }
    addKeys(conflicts);
    m_column->addStretch();
    m_content->show(); // what is added to a visible widget is not shown by itself
}

void SettleDetail::addConflict(const Issue &issue, const std::vector<Conflict> &all)
{
    const auto conflict = std::find_if(all.begin(), all.end(),
        [&](const Conflict &each) { return each.row == issue.row && each.field == issue.field; });
    if (conflict == all.end()) {
        addText(tr("It has been settled meanwhile."), FontRole::Body, Ink::Second);
        return;
    }
    auto *view = new ConflictView(
        m_editor.store(), *conflict,
        [this](const QString &name, const QString &text, const std::function<void()> &act) {
            QHBoxLayout *row = makeAct(name, text, act);
            row->addStretch();
            return row;
        },
        m_content);
    connect(view, &ConflictView::chosen, this,
        [this, conflict = *conflict, title = issue.title](const Value &value) {
            tell(m_editor.resolve(conflict, value), tr("%1: conflict settled").arg(title));
        });
    m_column->addWidget(view);
    addPlace(issue);
    addRecord(issue);
}

void SettleDetail::addName(const Issue &issue)
{
    namespace f = fields::regionTerritory;
    const Record row = m_editor.store().find(f::entity, issue.row);
    if (row.isNull())
        return;
    if (const QString evidence = row.value(f::evidence).text(); !evidence.isEmpty())
        addText(tr("Evidence: %1").arg(evidence), FontRole::Body, Ink::Second);
    const QUuid territory = row.value(f::territory).row();
    if (!m_editor.store().isReadOnly()) {
        addAct(objectNames::confirmIssueButton, tr("Confirm the name %1").arg(issue.title),
            [this, region = row.value(f::region).row(), territory, title = issue.title] {
                tell(m_editor.confirmName(region, territory), tr("%1: name confirmed").arg(title));
            });
        auto *other = new OtherName(m_editor, row.value(f::region).row(), territory, m_content);
        connect(other, &OtherName::renamed, this, &SettleDetail::settled);
        m_acts->addWidget(other);
    }
    addAct(objectNames::showPlaceButton, tr("Show on the board"),
        [this, territory] { Q_EMIT placeRequested(territory, QUuid(), PartialDate()); });
    addRecord(issue);
}

void SettleDetail::addStale(const Issue &issue)
{
    namespace f = fields::observation;
    const Record row = m_editor.store().find(f::entity, issue.row);
    if (row.isNull())
        return;
    const Value &value = row.value(f::value);
    addText(
        tr("Source: %1")
            .arg(value.part(f::source).text().isEmpty() ? tr("none given") : value.part(f::source).text()),
        FontRole::Body, Ink::Second);
    addAct(objectNames::stillTrueButton, tr("Still true today"),
        [this, territory = row.value(f::territory).row(), indicator = row.value(f::indicator).row(),
            reading = value.part(f::reading), title = issue.title] {
            // A new observation, and its source is whoever says so: the old one spoke of another day.
            tell(m_editor.observe({territory, indicator, PartialDate(today(m_editor.store().clock())),
                     reading, {}, {}, {}}),
                tr("%1: recorded for today").arg(title));
        });
}

void SettleDetail::addTask(const Issue &issue)
{
    const Record task = m_editor.store().find(issue.entity, issue.row);
    if (task.isNull())
        return;
    addAct(objectNames::taskDoneButton, tr("Done"),
        [this, task] { tell(m_editor.record(taskDraft(task, true)), tr("Task done")); });
}

// @param done with a place for what it is called
void SettleDetail::addStage(const Issue &issue, const QString &objectName, const QString &text,
    QLatin1StringView stage, const QString &done)
{
    const Record record = m_editor.store().find(issue.entity, issue.row);
    if (record.isNull())
        return;
    addAct(objectName, text, [this, record, stage, told = done.arg(issue.title)] {
        tell(m_editor.record(stageDraft(record, stage)), told);
    });
}

// A code leads to its territory.
void SettleDetail::addSilent(const Issue &issue)
{
    const std::vector<Region> all = regions(m_editor.store());
    const auto region =
        std::find_if(all.begin(), all.end(), [&](const Region &each) { return each.id == issue.row; });
    if (region == all.end())
        return;
    const QHash<QUuid, Territory> names = territories(m_editor.store());
    std::vector<CodeList::Place> places;
    for (const QUuid &id : silentTerritories(m_editor.store(), *region, today(m_editor.store().clock())))
        places.push_back({id, names.value(id).code, names.value(id).name});
    auto *codes = new CodeList(m_content);
    codes->setObjectName(objectNames::silentLabel);
    codes->setPlaces(places);
    connect(codes, &CodeList::territoryChosen, this,
        [this](QUuid territory) { Q_EMIT placeRequested(territory, QUuid(), PartialDate()); });
    m_column->addWidget(codes);
}

// Where on the board it stands, for what speaks of an indicator.
void SettleDetail::addPlace(const Issue &issue)
{
    const Record row = m_editor.store().find(issue.entity, issue.row);
    if (row.isNull() || !row.entity().field(fields::observation::territory)
        || !row.entity().field(fields::observation::indicator))
        return;
    const QUuid territory = row.value(fields::observation::territory).row();
    const QUuid indicator = row.value(fields::observation::indicator).row();
    const PartialDate date =
        issue.kind == Issue::Kind::Stale || !row.entity().field(fields::observation::date)
        ? PartialDate()
        : row.value(fields::observation::date).date();
    addAct(objectNames::showPlaceButton, tr("Show on the board"),
        [this, territory, indicator, date] { Q_EMIT placeRequested(territory, indicator, date); });
}

void SettleDetail::addRecord(const Issue &issue)
{
    if (issue.row.isNull() || m_editor.store().find(issue.entity, issue.row).isNull())
        return;
    addAct(objectNames::showRecordButton, tr("Open the record…"),
        [this, entity = issue.entity, row = issue.row] { Q_EMIT recordRequested(entity, row); });
}

} // namespace liaison
