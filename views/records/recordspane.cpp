#include "views/records/recordspane.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "models/figures/territory.h"
#include "models/items/roles.h"
#include "views/objectnames.h"
#include "views/records/recorddelegate.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/chipbar.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr int rowsMeasured = 60; // for the columns' widths
constexpr int leastColumn = 60;
constexpr int mostColumn = 240;

bool isPlace(const Field &field)
{
    return field.refers == fields::territory::entity;
}

bool isProject(const Field &field)
{
    return field.refers == fields::project::entity;
}

} // namespace

RecordsPane::RecordsPane(Editor &editor, const Entity &entity, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_model(editor.store(), entity)
    , m_filter(new ChipBar(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTableView(m_stack))
    , m_empty(new QLabel(m_stack))
    , m_emptyAct(new QToolButton(m_stack))
{
    setObjectName(objectNames::recordsPane);
    makeChips();
    makeTable();
    makeEmpty();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_view);

    connect(m_filter, &ChipBar::changed, this, &RecordsPane::applyFilter);
    connect(m_filter, &ChipBar::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(&editor.store(), &Store::changed, this, &RecordsPane::onChanged);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (const QUuid current = currentRecord(); !current.isNull())
            m_kept = current;
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordsPane::findKept);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &RecordsPane::findKept);
    connect(&m_model, &RecordTableModel::rowsRead, this, [this] {
        findKept();
        tellShown();
    });
    tellShown();
}

void RecordsPane::makeTable()
{
    m_view->setObjectName(objectNames::recordsView);
    m_view->setAccessibleName(entity().titlesText());
    m_view->setModel(&m_model);
    m_view->setItemDelegate(new RecordDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
    QHeaderView *head = m_view->horizontalHeader();
    head->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    head->setHighlightSections(false);
    head->setStretchLastSection(true);
    head->setSortIndicator(-1, Qt::AscendingOrder);
    head->setSortIndicatorClearable(true);
    m_view->setSortingEnabled(true);
    m_view->installEventFilter(this);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &at) {
        Q_EMIT recordRequested(QString(entity().name), at.data(IdRole).toUuid());
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &now, const QModelIndex &before) {
            if (now.isValid())
                m_kept = {};
            // The ring goes round a whole row.
            for (const QModelIndex &row : {now, before})
                m_view->viewport()->update(0, m_view->rowViewportPosition(row.row()), m_view->width(),
                    m_view->verticalHeader()->defaultSectionSize());
            Q_EMIT currentChanged();
        });
    m_stack->addWidget(m_view);
}

void RecordsPane::makeEmpty()
{
    auto *page = new QWidget(m_stack);
    auto *row = new QHBoxLayout;
    m_empty->setObjectName(objectNames::emptyLabel);
    setTextRole(m_empty, FontRole::Body, Ink::Third);
    m_emptyAct->setObjectName(objectNames::emptyActButton);
    setButtonKind(m_emptyAct, ButtonKind::Link);
    connect(m_emptyAct, &QToolButton::clicked, this, [this] {
        if (m_filter->isSet())
            m_filter->clear();
        else
            Q_EMIT newRequested(QString(entity().name), presets());
    });
    row->addWidget(m_empty);
    row->addWidget(m_emptyAct);
    row->addStretch(1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->addLayout(row);
    column->addStretch(1);
    m_stack->addWidget(page);
}

// --- What filters

void RecordsPane::makeChips()
{
    for (const Field &field : entity().fields) {
        const bool isChoice = !field.choices.empty();
        if (!field.is(Field::InTable) || !(isChoice || isPlace(field) || isProject(field)))
            continue;
        std::vector<ChipBar::Choice> choices{{tr("any"), {}}};
        for (const Choice &choice : field.choices)
            choices.push_back({field.choiceText(QString(choice.code)), QString(choice.code)});
        const int place =
            m_filter->addChip(objectNames::recordChip + field.name, field.titleText(), std::move(choices));
        m_chips.push_back({&field, place});
    }
    readChoices();
}

void RecordsPane::readChoices()
{
    const Store &store = m_editor.store();
    for (const Chip &chip : m_chips) {
        std::vector<ChipBar::Choice> choices{{tr("any"), {}}};
        if (isProject(*chip.field)) {
            for (const Record &project : store.read({.entity = fields::project::entity}))
                choices.push_back({u"%1 %2"_s.arg(project.value(fields::project::code).text(),
                                       project.value(fields::project::title).text()),
                    project.id()});
        } else if (isPlace(*chip.field)) {
            // Those of some region: a file has all territories of the world.
            const QHash<QUuid, Territory> all = territories(store);
            QMap<QString, QUuid> byCode;
            for (const Record &member : store.read({.entity = fields::regionTerritory::entity})) {
                const QUuid place = member.value(fields::regionTerritory::territory).row();
                if (all.contains(place))
                    byCode.insert(all.value(place).code, place);
            }
            for (auto each = byCode.cbegin(); each != byCode.cend(); ++each)
                choices.push_back({u"%1 %2"_s.arg(each.key(), all.value(*each).name), *each});
        } else {
            continue;
        }
        m_filter->setChoices(chip.place, std::move(choices));
    }
}

void RecordsPane::onChanged(const ChangeSet &changes)
{
    if (changes.touches(fields::project::entity) || changes.touches(fields::territory::entity)
        || changes.touches(fields::regionTerritory::entity))
        readChoices();
}

void RecordsPane::applyFilter()
{
    std::vector<Query::Filter> filters;
    for (const Chip &chip : m_chips) {
        const QVariant chosen = m_filter->value(chip.place);
        if (chosen.isNull())
            continue;
        filters.push_back({QString(chip.field->name),
            chip.field->choices.empty() ? Value(chosen.toUuid()) : Value(chosen.toString())});
    }
    m_model.setFilters(filters);
    m_model.setSearch(m_filter->text());
    tellShown();
}

void RecordsPane::setFixedFilters(const std::vector<Query::Filter> &filters)
{
    m_fixed = filters;
    m_model.setFixedFilters(filters);
}

QMap<QString, QString> RecordsPane::presets() const
{
    QMap<QString, QString> texts;
    const FieldText text(m_editor.store());
    for (const Query::Filter &each : m_fixed) {
        const Field *field = entity().field(each.field);
        if (field && each.is == Query::Filter::Is::Equal && !each.value.isNull())
            texts.insert(each.field, text.format(*field, each.value));
    }
    return texts;
}

// --- What is shown

QUuid RecordsPane::currentRecord() const
{
    return m_view->currentIndex().data(IdRole).toUuid();
}

void RecordsPane::setCurrentRecord(QUuid row)
{
    m_kept = row;
    findKept();
}

void RecordsPane::findKept()
{
    if (m_kept.isNull())
        return;
    const int row = m_model.rowOf(m_kept);
    if (row >= 0)
        m_view->setCurrentIndex(m_model.index(row, 0));
}

void RecordsPane::tellShown()
{
    const int rows = m_model.rowCount();
    if (!m_model.isReading())
        m_filter->setShown(rows, m_model.total());
    if (rows > 0 && !m_fitted && isVisible())
        fitColumns();
    const bool isEmpty = rows == 0 && !m_model.isReading();
    if (isEmpty) {
        const bool isFiltered = m_filter->isSet();
        const bool isReadOnly = m_editor.store().isReadOnly();
        m_empty->setText(isFiltered ? tr("Nothing here matches the filter.")
                                    : tr("%1: nothing on file yet.").arg(entity().titlesText()));
        m_emptyAct->setText(isFiltered ? tr("Show all") : tr("New: %1").arg(entity().titleText()));
        m_emptyAct->setAccessibleName(m_emptyAct->text());
        m_emptyAct->setVisible(isFiltered || !isReadOnly);
    }
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
}

// As wide as what stands in the first rows; what is left goes to the first column, which names the record.
void RecordsPane::fitColumns()
{
    m_fitted = m_model.rowCount() > 0;
    QHeaderView *head = m_view->horizontalHeader();
    const int rows = std::min(rowsMeasured, m_model.rowCount());
    int left = m_view->viewport()->width();
    std::vector<int> widths;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        int width = scaledPx(leastColumn);
        for (int row = 0; row < rows; ++row)
            width = std::max(width, m_view->sizeHintForIndex(m_model.index(row, column)).width());
        width = std::max(std::min(width, scaledPx(mostColumn)), head->sectionSizeHint(column));
        widths.push_back(width);
        left -= width;
    }
    if (!widths.empty())
        widths.front() += std::max(0, left);
    for (size_t column = 0; column < widths.size(); ++column)
        head->resizeSection(static_cast<int>(column), widths[column]);
}

void RecordsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_fitted)
        fitColumns();
}

void RecordsPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isVisible())
        fitColumns();
}

void RecordsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_view->verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
        fitColumns();
    }
}

bool RecordsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete && !m_editor.store().isReadOnly()) {
        if (const QUuid row = currentRecord(); !row.isNull())
            Q_EMIT removeRequested(QString(entity().name), row);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace liaison
