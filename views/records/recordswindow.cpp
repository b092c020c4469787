#include "views/records/recordswindow.h"

#include "models/edits/drafts.h"
#include "models/edits/editor.h"
#include "models/items/roles.h"
#include "views/objectnames.h"
#include "views/records/recorddialog.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace liaison {

RecordsWindow::RecordsWindow(Editor &editor, const Entity &entity, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_model(editor.store(), entity)
    , m_search(new QLineEdit(this))
    , m_view(new QTableView(this))
    , m_told(new QLabel(this))
    , m_open(new QPushButton(tr("Open…"), this))
{
    setObjectName(objectNames::recordsWindow);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(entity.titlesText());
    m_search->setObjectName(objectNames::recordSearchEdit);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    for (QToolButton *button : m_search->findChildren<QToolButton *>()) {
        button->setObjectName(objectNames::clearSearchButton);
        button->setAccessibleName(tr("Clear the search"));
    }
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setSearch(text);
        update();
    });

    m_view->setObjectName(objectNames::recordsView);
    m_view->setAccessibleName(entity.titlesText());
    m_view->setModel(&m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->setSortingEnabled(true);
    updateSizes();
    connect(m_view, &QTableView::activated, this, &RecordsWindow::openCurrent);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordsWindow::update);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RecordsWindow::update);

    setTextRole(m_told, FontRole::Secondary, Ink::Third);
    m_told->setObjectName(objectNames::recordsCountLabel);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::controlGap);
    buttons->addWidget(m_told, 1);
    const auto add = [&](QPushButton *button, const QString &name, const QString &accessible, auto act) {
        button->setObjectName(name);
        button->setAccessibleName(accessible);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
    };
    if (!editor.store().isReadOnly()) {
        m_remove = new QPushButton(tr("Delete"), this);
        add(m_remove, objectNames::deleteRecordButton, tr("Delete the chosen record"),
            &RecordsWindow::removeCurrent);
    }
    add(m_open, objectNames::openRecordButton, tr("Open the chosen record"), &RecordsWindow::openCurrent);
    if (!editor.store().isReadOnly()) {
        auto *fresh = new QPushButton(tr("New…"), this);
        setButtonKind(fresh, ButtonKind::Primary);
        add(fresh, objectNames::newRecordButton, tr("New: %1").arg(entity.titleText()),
            &RecordsWindow::addRecord);
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::groupGap);
    column->addWidget(m_search);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);
    resizeDialog(this, {860, 560});
    m_view->setFocus();
    update();
}

void RecordsWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_view)
        updateSizes();
}

void RecordsWindow::updateSizes()
{
    m_view->verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
    m_view->horizontalHeader()->setMaximumSectionSize(scaledPx(320));
    m_view->resizeColumnsToContents();
}

void RecordsWindow::update()
{
    m_told->setText(tr("%Ln records", nullptr, m_model.rowCount()));
    const bool chosen = !currentId().isNull();
    m_open->setEnabled(chosen);
    if (m_remove)
        m_remove->setEnabled(chosen);
}

QUuid RecordsWindow::currentId() const
{
    return m_view->currentIndex().data(IdRole).toUuid();
}

void RecordsWindow::addRecord()
{
    auto *dialog = new RecordDialog(m_editor, m_model.entity(), {}, this);
    connect(dialog, &RecordDialog::saved, this, [this](QUuid row) {
        if (const int place = m_model.rowOf(row); place >= 0)
            m_view->selectRow(place);
    });
    dialog->open();
}

void RecordsWindow::openCurrent()
{
    const QUuid id = currentId();
    const Record record = m_editor.store().find(m_model.entity().name, id);
    if (record.isNull())
        return;
    auto *dialog = new RecordDialog(m_editor, record, this);
    connect(dialog, &RecordDialog::saved, this, [this, id] {
        if (const int place = m_model.rowOf(id); place >= 0)
            m_view->selectRow(place);
    });
    dialog->open();
}

// As everywhere it can be undone; the notice is the page's, here the list is one shorter.
void RecordsWindow::removeCurrent()
{
    const Record record = m_editor.store().find(m_model.entity().name, currentId());
    if (record.isNull())
        return;
    if (const auto done = m_editor.record(deletionOf(record)); !done)
        m_told->setText(done.error().message());
    else
        m_told->setText(tr("Deleted; Undo brings it back"));
}

} // namespace liaison
