#include "app/dialogs/importdialog.h"

#include "models/domain/catalogue.h"
#include "models/domain/fields.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/datebox.h"

#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace liaison {

ImportDialog::ImportDialog(Editor &editor, const QString &fileName, const QByteArray &bytes,
    const PartialDate &date, QWidget *parent)
    : QDialog(parent)
    , m_editor(editor)
    , m_fileName(fileName)
    , m_bytes(bytes)
    , m_date(new QLineEdit(date.toText(locale()), this))
    , m_source(new QLineEdit(this))
    , m_certainty(new QComboBox(this))
    , m_summary(new QLabel(this))
    , m_refused(new QStandardItemModel(this))
    , m_refusedView(new QTableView(this))
    , m_import(new QPushButton(this))
{
    setObjectName(objectNames::importDialog);
    setWindowTitle(tr("Import the board sheet %1").arg(QFileInfo(fileName).fileName()));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeDialog(this, {640, 440});

    m_date->setObjectName(objectNames::importDateEdit);
    m_date->setAccessibleName(tr("Date of the values"));
    m_source->setObjectName(objectNames::importSourceEdit);
    m_source->setAccessibleName(tr("Source"));
    m_source->setPlaceholderText(QFileInfo(fileName).fileName());
    m_certainty->setObjectName(objectNames::importCertaintyCombo);
    m_certainty->setAccessibleName(tr("Certainty"));
    const Entity *observation = Catalogue::builtIn().entity(fields::observation::entity);
    const Field *certainty =
        observation->field(fields::observation::value)->part(fields::observation::certainty);
    m_certainty->addItem(tr("not said (new values: reported)"), QString());
    for (const QLatin1StringView code :
        {certaintyCode::reported, certaintyCode::official, certaintyCode::assumed})
        m_certainty->addItem(certainty->choiceText(code), QString(code));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(
        metrics::pageMargin, metrics::pageMargin, metrics::pageMargin, metrics::pageMargin);
    column->setSpacing(metrics::controlGap);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Date of the values"), m_date);
    form->addRow(tr("&Source"), m_source);
    form->addRow(tr("&Certainty"), m_certainty);
    column->addLayout(form);
    column->addSpacing(metrics::controlGap);
    m_summary->setObjectName(objectNames::importSummaryLabel);
    m_summary->setWordWrap(true);
    setTextRole(m_summary, FontRole::BodyStrong);
    column->addWidget(m_summary);

    m_refused->setHorizontalHeaderLabels({tr("Line"), tr("Column"), tr("Why it is refused")});
    m_refusedView->setObjectName(objectNames::refusedView);
    m_refusedView->setAccessibleName(tr("What is refused"));
    m_refusedView->setModel(m_refused);
    m_refusedView->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_refusedView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_refusedView->setShowGrid(false);
    m_refusedView->setTabKeyNavigation(false);
    m_refusedView->verticalHeader()->hide();
    m_refusedView->verticalHeader()->setDefaultSectionSize(scaledPx(metrics::tableRowHeight));
    m_refusedView->horizontalHeader()->setStretchLastSection(true);
    m_refusedView->horizontalHeader()->setHighlightSections(false);
    m_refusedView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_refusedView->horizontalHeader()->resizeSection(0, scaledPx(64));
    m_refusedView->horizontalHeader()->resizeSection(1, scaledPx(72));
    column->addWidget(m_refusedView, 1);

    auto *buttons = new QHBoxLayout;
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(objectNames::cancelButton);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_import->setObjectName(objectNames::importButton);
    m_import->setDefault(true);
    setButtonKind(m_import, ButtonKind::Primary);
    connect(m_import, &QPushButton::clicked, this, &ImportDialog::apply);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_import);
    column->addLayout(buttons);

    connect(m_date, &QLineEdit::textChanged, this, &ImportDialog::readSheet);
    connect(m_source, &QLineEdit::textChanged, this, &ImportDialog::readSheet);
    connect(m_certainty, &QComboBox::currentIndexChanged, this, &ImportDialog::readSheet);
    readSheet();
}

void ImportDialog::readSheet()
{
    m_sheet.reset();
    m_refused->removeRows(0, m_refused->rowCount());
    const auto date = dateFromText(m_date->text(), locale(), today(m_editor.store().clock()));
    if (!date) {
        m_summary->setText(
            tr("Of which date are these values? Write 2007, 2007-02, 2007-02-15 or 15 Feb 2007."));
    } else {
        const BoardImportOptions options{
            *date, m_source->text().trimmed(), m_certainty->currentData().toString()};
        if (auto sheet = readBoardSheet(m_editor.store(), m_bytes, m_fileName, options)) {
            m_sheet = std::move(*sheet);
            QString text = m_sheet->summary();
            if (!m_sheet->leftColumns.isEmpty())
                text += u'\n' + tr("Columns left out: %1").arg(m_sheet->leftColumns.join(tr(", ")));
            m_summary->setText(text);
            for (const BoardImport::Refusal &refusal : m_sheet->refused) {
                const QList<QStandardItem *> row{new QStandardItem(locale().toString(refusal.line)),
                    new QStandardItem(locale().toString(refusal.column)), new QStandardItem(refusal.message)};
                row.last()->setToolTip(refusal.message.toHtmlEscaped());
                m_refused->appendRow(row);
            }
        } else {
            m_summary->setText(sheet.error().message());
        }
    }
    m_refusedView->setVisible(m_refused->rowCount() > 0);
    const int values = m_sheet ? static_cast<int>(m_sheet->observations.size()) : 0;
    m_import->setText(values > 0 ? tr("Import %Ln values", nullptr, values) : tr("Import"));
    m_import->setAccessibleName(m_import->text());
    m_import->setEnabled(values > 0);
}

void ImportDialog::apply()
{
    if (!m_sheet)
        return;
    Q_EMIT aboutToImport();
    const auto done = applyBoardSheet(m_editor, *m_sheet);
    if (!done) {
        m_summary->setText(done.error().message());
        return;
    }
    Q_EMIT imported(m_sheet->summary());
    accept();
}

} // namespace liaison
