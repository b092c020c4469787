#include "views/inspector/inspectorpane.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/exchange/fieldtext.h"
#include "models/figures/cellhistory.h"
#include "models/figures/target.h"
#include "models/items/boardmodel.h"
#include "models/items/roles.h"
#include "views/inspector/historyrow.h"
#include "views/inspector/inspectorarea.h"
#include "views/inspector/inspectorsection.h"
#include "views/inspector/standingrow.h"
#include "views/objectnames.h"
#include "views/records/fieldinplace.h"
#include "views/records/othername.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr size_t mostVersions = 20; // of one list; the rest is told as a number

} // namespace

InspectorPane::InspectorPane(
    Editor &editor, BoardModel &model, QItemSelectionModel &selection, QAction &confirmName, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_model(model)
    , m_selection(selection)
    , m_confirm(confirmName)
    , m_area(new InspectorArea(this))
{
    setObjectName(objectNames::inspectorPane);
    setAccessibleName(tr("Territory"));
    setSurface(this, Surface::Side);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_area);
    setMinimumWidth(scaledPx(metrics::inspectorMinimumWidth));

    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &InspectorPane::rebuild);
    connect(&selection, &QItemSelectionModel::currentChanged, this, &InspectorPane::follow);
    connect(&model, &BoardModel::boardChanged, this, &InspectorPane::follow);
    connect(&editor.store(), &Store::changed, this, [this](const ChangeSet &changes) {
        if (changes.touches(fields::territory::entity))
            m_text.reset(); // it has read the territories' names
        follow();
    });
}

InspectorPane::~InspectorPane() = default;

QSize InspectorPane::sizeHint() const
{
    return {scaledPx(metrics::inspectorWidth), scaledPx(400)};
}

void InspectorPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_behind)
        rebuild();
}

void InspectorPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange) {
        setMinimumWidth(scaledPx(metrics::inspectorMinimumWidth));
        follow();
    }
}

void InspectorPane::follow()
{
    m_behind = true;
    if (isVisible())
        m_soon.start();
}

size_t InspectorPane::currentIndicator() const
{
    const int column = m_selection.currentIndex().column();
    return m_model.isIndicator(column) ? BoardModel::indicatorOf(column) : 0;
}

void InspectorPane::rebuild()
{
    m_behind = false;
    m_area->begin();
    const QModelIndex current = m_selection.currentIndex();
    const Board &board = m_model.board();
    if (!current.isValid() || static_cast<size_t>(current.row()) >= board.rows.size()) {
        m_area->addSentence(tr("Choose a territory: what is known of it stands here."));
    } else {
        const Board::Row &row = board.rows[static_cast<size_t>(current.row())];
        const Record territory = m_editor.store().find(fields::territory::entity, row.territory);
        addTitle(territory);
        if (row.isReconstructed())
            addReconstruction(row, board.region.id);
        addStandings(board, row);
        if (!board.indicators.empty())
            addHistory(board, row);
        addTargets(board, row);
        addBrief(board, row);
        addFacts(territory);
    }
    m_area->finish();
}

InspectorSection *InspectorPane::addSection(const QString &title)
{
    return m_area->addSection(title);
}

void InspectorPane::addTitle(const Record &territory)
{
    namespace f = fields::territory;
    QVBoxLayout *column = m_area->addHead();
    QWidget *head = column->parentWidget();
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::controlGap);
    auto *name = new QLabel(territory.isNull() ? tr("Not on file") : territory.value(f::nameEn).text(), head);
    name->setObjectName(objectNames::inspectorTitle);
    setTextRole(name, FontRole::InspectorTitle);
    name->setWordWrap(true);
    line->addWidget(name, 1);
    QStringList codes{territory.value(f::code).text()};
    if (const QString cctld = territory.value(f::cctld).text(); !cctld.isEmpty())
        codes.append(cctld);
    auto *code = new QLabel(codes.join(u"  "_s), head);
    setTextRole(code, FontRole::Body, Ink::Second);
    line->addWidget(code, 0, Qt::AlignBottom);
    column->addLayout(line);
    QStringList places;
    if (const QString region = territory.value(f::icannRegion).text(); !region.isEmpty())
        places.append(tr("ICANN region %1").arg(region));
    if (const QString subregion = territory.value(f::subregion).text(); !subregion.isEmpty())
        places.append(subregion);
    auto *place = new QLabel(places.join(u", "_s), head);
    setTextRole(place, FontRole::Secondary, Ink::Second);
    place->setWordWrap(true);
    column->addWidget(place);
}

void InspectorPane::addReconstruction(const Board::Row &row, QUuid region)
{
    auto *note = new QWidget(m_area->content());
    setSurface(note, Surface::Note);
    auto *column = new QVBoxLayout(note);
    column->setContentsMargins(
        metrics::pageMargin, metrics::controlGap, metrics::pageMargin, metrics::controlGap);
    column->setSpacing(2);
    QStringList sentences{tr("≈ The name in this row is reconstructed.")};
    if (!row.evidence.isEmpty())
        sentences.append(tr("Evidence: %1").arg(row.evidence));
    if (!row.doubt.isEmpty())
        sentences.append(tr("Doubt: %1").arg(row.doubt));
    auto *text = new QLabel(sentences.join(u'\n'), note);
    setTextRole(text, FontRole::Secondary);
    text->setWordWrap(true);
    column->addWidget(text);
    auto *confirm = new QToolButton(note);
    confirm->setObjectName(objectNames::inspectorConfirmButton);
    confirm->setText(m_confirm.text());
    confirm->setAccessibleName(m_confirm.text());
    confirm->setEnabled(m_confirm.isEnabled());
    confirm->setFocusPolicy(Qt::TabFocus);
    setButtonKind(confirm, ButtonKind::Link);
    connect(confirm, &QToolButton::clicked, &m_confirm, &QAction::trigger);
    auto *acts = new QHBoxLayout;
    acts->setSpacing(metrics::controlGap);
    acts->addWidget(confirm, 0, Qt::AlignTop);
    if (!m_editor.store().isReadOnly() && !region.isNull()) {
        auto *other = new OtherName(m_editor, region, row.territory, note);
        connect(other, &OtherName::renamed, this, &InspectorPane::done);
        acts->addWidget(other, 1);
    } else {
        acts->addStretch();
    }
    column->addLayout(acts);
    m_area->add(note);
}

void InspectorPane::addStandings(const Board &board, const Board::Row &row)
{
    InspectorSection *section = addSection(tr("Where it stands on %1").arg(m_model.asOf().toText(locale())));
    for (size_t i = 0; i < board.indicators.size(); ++i) {
        const Indicator &indicator = board.indicators[i];
        const BoardCell &cell = row.cells[i];
        const QString reading = cell.standing == Standing::Unknown ? tr("unknown")
            : cell.standing == Standing::NotApplicable             ? tr("not applicable")
                                                       : indicator.readingText(cell.reading, locale());
        auto *line = new StandingRow(
            {cell.standing, indicator.code, reading, indicator.projectCode, indicator.colourLight,
                indicator.colourDark, cell.conflict, cell.stale, i == currentIndicator()},
            section);
        line->setObjectName(objectNames::standingButton);
        line->setToolTip(indicator.title);
        connect(line, &QAbstractButton::clicked, this, [this, column = static_cast<int>(i)] {
            m_selection.setCurrentIndex(
                m_selection.currentIndex().siblingAtColumn(BoardModel::FirstIndicatorColumn + column),
                QItemSelectionModel::ClearAndSelect);
        });
        section->addWidget(line);
    }
}

void InspectorPane::addHistory(const Board &board, const Board::Row &row)
{
    const size_t column = currentIndicator();
    const Indicator &indicator = board.indicators[column];
    const std::vector<CellVersion> versions = cellHistory(m_editor.store(), row.territory, indicator);
    const QUuid shown = row.cells[column].observation;
    const auto restoring =
        m_editor.store().isReadOnly() ? HistoryRow::Restoring::None : HistoryRow::Restoring::Offered;
    const auto add = [&](InspectorSection *section, auto counts) {
        size_t listed = 0;
        size_t left = 0;
        for (const CellVersion &version : versions) {
            if (!counts(version))
                continue;
            if (listed == mostVersions) {
                ++left;
                continue;
            }
            ++listed;
            const bool isShown =
                version.observation == shown && version.state == CellVersion::State::Standing;
            auto *line = new HistoryRow(version, indicator,
                isShown ? HistoryRow::Place::Shown : HistoryRow::Place::Other, restoring, section);
            connect(line, &HistoryRow::restoreRequested, this,
                [this, version, territory = row.territory, id = indicator.id] {
                    const auto done = m_editor.observe({territory, id, version.date, version.reading(),
                        version.source(), version.certainty(), {}});
                    if (!done)
                        Q_EMIT refused(done.error().message());
                });
            section->addWidget(line);
            if (isShown)
                addNotes(section, version.observation);
        }
        if (left > 0)
            section->addText(tr("%Ln earlier values", nullptr, static_cast<int>(left)), Ink::Third);
        return listed;
    };
    const auto isLater = [&](const CellVersion &version) { return version.date.firstDay() > board.asOf; };
    InspectorSection *history = addSection(tr("History: %1").arg(indicator.title));
    if (!add(history, [&](const CellVersion &version) { return !isLater(version); }))
        history->addText(tr("No observation on file."), Ink::Third);
    if (std::any_of(versions.begin(), versions.end(), isLater))
        add(addSection(tr("Known later")), isLater);
}

// What is written beside the value that is shown.
void InspectorPane::addNotes(InspectorSection *section, QUuid observation)
{
    const Record record = m_editor.store().find(fields::observation::entity, observation);
    if (record.isNull())
        return;
    for (const auto field : {fields::observation::note, fields::observation::ownNote}) {
        auto *note = new FieldInPlace(m_editor, record, field, section);
        connect(note, &FieldInPlace::refused, this, &InspectorPane::refused);
        note->setContentsMargins(scaledPx(HistoryRow::textX), 0, 0, 0);
        section->addWidget(note);
    }
}

void InspectorPane::addTargets(const Board &board, const Board::Row &row)
{
    InspectorSection *section = addSection(tr("Targets"));
    bool any = false;
    std::vector<Record> records = m_editor.store().read({.entity = fields::target::entity,
        .where = {{QString(fields::target::territory), Value(row.territory)}}});
    const std::vector<Record> over = targetsOver(m_editor.store(), board.region.id);
    records.insert(records.end(), over.begin(), over.end());
    for (const Record &record : records) {
        const Target target(record);
        const auto indicator = std::find_if(board.indicators.begin(), board.indicators.end(),
            [&](const Indicator &each) { return each.id == target.indicator; });
        if (indicator == board.indicators.end())
            continue;
        any = true;
        const QString whole = target.territory.isNull() ? board.region.name : row.name;
        section->addFact(indicator->code,
            tr("%1 by %2 (%3)")
                .arg(indicator->readingText(target.reading, locale()), target.due.toText(locale()), whole));
    }
    if (!any)
        section->addText(tr("None set for %1.").arg(row.name), Ink::Third);
    if (board.indicators.empty())
        return;
    namespace f = fields::target;
    addNewLink(section, objectNames::setTargetButton, tr("Set a target"),
        tr("Set a target for %1").arg(row.name), f::entity,
        {{f::territory, row.code}, {f::indicator, board.indicators[currentIndicator()].code}});
}

void InspectorPane::addFacts(const Record &territory)
{
    namespace f = fields::territory;
    if (territory.isNull())
        return;
    InspectorSection *section = addSection(tr("Facts"));
    if (!m_text)
        m_text = std::make_unique<FieldText>(m_editor.store());
    for (const auto name : {f::cctldManager, f::kind, f::sovereign, f::nameFr, f::nameEs, f::aliases,
             f::idnCctlds, f::existsFrom, f::existsUntil, f::successors}) {
        const Field *field = territory.entity().field(name);
        if (const Value &value = territory.value(name); !value.isNull())
            section->addFact(field->titleText(), m_text->display(*field, value, locale()));
    }
    if (!m_editor.store().isReadOnly()) {
        QToolButton *link =
            section->addLink(objectNames::editFactsButton, tr("Edit"), tr("Edit these facts"));
        connect(link, &QToolButton::clicked, this,
            [this, id = territory.id()] { Q_EMIT recordRequested(QString(fields::territory::entity), id); });
    }
}

} // namespace liaison
