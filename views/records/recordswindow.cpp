#include "views/records/recordswindow.h"

#include "models/domain/entity.h"
#include "models/edits/editor.h"
#include "views/objectnames.h"
#include "views/records/recordacts.h"
#include "views/records/recordspane.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/chipbar.h"
#include "views/widgets/noticestrip.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace liaison {

RecordsWindow::RecordsWindow(Editor &editor, const Entity &entity, QWidget *parent)
    : QDialog(parent)
    , m_pane(new RecordsPane(editor, entity, this))
    , m_notice(new NoticeStrip(this))
    , m_acts(new RecordActs(editor, *m_notice, this))
    , m_open(new QPushButton(tr("Open…"), this))
{
    setObjectName(objectNames::recordsWindow);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(entity.titlesText());
    const QString name(entity.name);
    const bool isReadOnly = editor.store().isReadOnly();

    connect(m_pane, &RecordsPane::recordRequested, m_acts, &RecordActs::open);
    connect(m_pane, &RecordsPane::newRequested, m_acts, &RecordActs::add);
    connect(m_pane, &RecordsPane::removeRequested, m_acts, &RecordActs::remove);
    connect(m_pane, &RecordsPane::currentChanged, this, &RecordsWindow::update);
    connect(&m_pane->model(), &RecordTableModel::rowsRead, this, &RecordsWindow::update);
    connect(m_acts, &RecordActs::added, this,
        [this](const QString &, QUuid row) { m_pane->setCurrentRecord(row); });

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(
        metrics::pageMargin, metrics::groupGap, metrics::pageMargin, metrics::groupGap);
    buttons->setSpacing(metrics::controlGap);
    buttons->addStretch(1);
    const auto add = [&](QPushButton *button, const QString &objectName, const QString &accessible,
                         auto act) {
        button->setObjectName(objectName);
        button->setAccessibleName(accessible);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        buttons->addWidget(button);
    };
    if (!isReadOnly) {
        m_remove = new QPushButton(tr("Delete"), this);
        add(m_remove, objectNames::deleteRecordButton, tr("Delete the chosen record"),
            [this, name] { m_acts->remove(name, m_pane->currentRecord()); });
    }
    add(m_open, objectNames::openRecordButton, tr("Open the chosen record"),
        [this, name] { m_acts->open(name, m_pane->currentRecord()); });
    if (!isReadOnly) {
        auto *fresh = new QPushButton(tr("New…"), this);
        setButtonKind(fresh, ButtonKind::Primary);
        const auto begin = [this, name] { m_acts->add(name, m_pane->presets()); };
        add(fresh, objectNames::newRecordButton, tr("New: %1").arg(entity.titleText()), begin);
        connect(new QShortcut(QKeySequence::New, this), &QShortcut::activated, this, begin);
    }
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this,
        [this] { m_pane->filter()->searchEdit()->setFocus(Qt::ShortcutFocusReason); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pane, 1);
    column->addWidget(m_notice);
    column->addLayout(buttons);
    resizeDialog(this, {860, 560});
    m_pane->setFocus();
    update();
}

QTableView *RecordsWindow::view() const
{
    return m_pane->view();
}

void RecordsWindow::update()
{
    const bool isChosen = !m_pane->currentRecord().isNull();
    m_open->setEnabled(isChosen);
    if (m_remove)
        m_remove->setEnabled(isChosen);
}

} // namespace liaison
