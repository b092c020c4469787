#include "views/records/rowsbehind.h"

#include "models/domain/fields.h"
#include "models/domain/partialdate.h"
#include "models/items/roles.h"
#include "models/store/changeset.h"
#include "models/store/store.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/isolated.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace liaison {

namespace {

constexpr qint64 threadedFrom = 5'000; // rows of the entity

} // namespace

RowsBehind::RowsBehind(const Store &store, const OutreachQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_question(question)
    , m_model(store)
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_view(new QTableView(this))
    , m_aside(store)
{
    setObjectName(objectNames::rowsBehindDialog);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rows behind a number"));
    m_title->setObjectName(objectNames::rowsBehindTitle);
    setTextRole(m_title, FontRole::InspectorTitle);
    m_title->setWordWrap(true);
    setTextRole(m_about, FontRole::Secondary, Ink::Second);
    m_about->setWordWrap(true);
    m_view->setObjectName(objectNames::rowsBehindView);
    m_view->setAccessibleName(tr("Rows behind the number"));
    m_view->setModel(&m_model);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
    QHeaderView *columns = m_view->horizontalHeader();
    columns->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    columns->setHighlightSections(false);
    columns->setSectionResizeMode(RowsBehindModel::TitleColumn, QHeaderView::Stretch);
    for (const auto &[section, width] :
        {std::pair(RowsBehindModel::DateColumn, 96), std::pair(RowsBehindModel::ProjectsColumn, 72),
            std::pair(RowsBehindModel::TerritoriesColumn, 150), std::pair(RowsBehindModel::CountsColumn, 64)})
        columns->resizeSection(section, scaledPx(width));
    auto *column = new QVBoxLayout(this);
    const int margin = metrics::pageMargin;
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(metrics::controlGap);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(m_view, 1);
    resizeDialog(this, QSize(720, 420));
    m_view->setFocus();
    const auto open = [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT recordRequested(m_model.entity(), index.data(IdRole).toUuid());
    };
    connect(m_view, &QTableView::activated, this, open);
    connect(&store, &Store::changed, this, [this](const ChangeSet &changes) {
        const OutreachFigure *figure = outreachFigure(m_question.figure);
        if (figure
            && std::any_of(figure->entities.begin(), figure->entities.end(),
                [&](QLatin1StringView each) { return changes.touches(each); }))
            read();
    });
    tell();
    read();
}

void RowsBehind::read()
{
    const OutreachFigure *figure = outreachFigure(m_question.figure);
    if (!figure)
        return;
    if (m_store.count({.entity = figure->entity}) < threadedFrom)
        return take(outreachRows(m_store, m_question));
    m_aside.read([this, question = m_question](const Store &store) -> std::function<void()> {
        return [this, rows = outreachRows(store, question)] { take(rows); };
    });
}

void RowsBehind::take(std::vector<OutreachRow> rows)
{
    const QModelIndex current = m_view->currentIndex();
    const QUuid was = current.data(IdRole).toUuid();
    m_model.setRows(outreachFigure(m_question.figure)->entity, std::move(rows));
    int at = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.index(row, 0).data(IdRole).toUuid() == was)
            at = row;
    }
    if (m_model.rowCount() > 0)
        m_view->setCurrentIndex(m_model.index(at, 0));
    tell();
}

void RowsBehind::tell()
{
    const OutreachFigure *figure = outreachFigure(m_question.figure);
    if (!figure)
        return;
    QStringList of{figure->titleText()};
    if (!m_question.territory.isNull())
        of += m_store.titleOf(fields::territory::entity, m_question.territory, Store::Titles::Public);
    else if (m_question.scope.region)
        of += m_question.scope.region->name;
    if (!m_question.scope.project.isNull())
        of += m_store.keyOf(fields::project::entity, m_question.scope.project);
    //: "Activities, Guyana: 3"
    const QString number = m_model.rowCount() == 0 ? QStringLiteral("–") : locale().toString(m_model.sum());
    m_title->setText(tr("%1: %2").arg(of.join(tr(", ")), isolated(number)));
    const QString day = isolated(PartialDate(m_question.day).toText(locale()));
    QString when = tr("In the twelve months to %1.").arg(day);
    if (m_question.quarter) {
        const QDate first = firstDayOfQuarter(*m_question.quarter);
        const QDate last = std::min(first.addMonths(3).addDays(-1), m_question.day);
        when = tr("From %1 to %2.")
                   .arg(isolated(PartialDate(first).toText(locale())),
                       isolated(PartialDate(last).toText(locale())));
    } else if (!figure->records.ends.isEmpty()) {
        when = tr("On %1.").arg(day);
    }
    m_about->setText(when + u' '
        + tr("%Ln rows; each counts once, however many speak of it.", nullptr, m_model.rowCount()));
}

} // namespace liaison
