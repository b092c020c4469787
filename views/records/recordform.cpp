#include "views/records/recordform.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "views/objectnames.h"
#include "views/records/fieldedit.h"
#include "views/records/fieldoptions.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"

#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

RecordForm::RecordForm(Editor &editor, const Entity &entity, const Record &record,
    const QMap<QString, QString> &presets, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_entity(entity)
    , m_record(record)
    , m_text(editor.store())
    , m_error(new QLabel(this))
    , m_row(record.isNull() ? QUuid() : record.id())
{
    setObjectName(objectNames::recordForm);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(metrics::groupGap);
    grid->setVerticalSpacing(metrics::controlGap);
    grid->setColumnStretch(1, 1);
    for (const NamedField &named : namedFields(entity))
        addField(named, grid);
    setTextRole(m_error, FontRole::Body);
    setSurface(m_error, Surface::Note);
    m_error->setObjectName(objectNames::recordErrorLabel);
    m_error->setMargin(metrics::controlGap);
    m_error->setWordWrap(true);
    m_error->hide();
    grid->addWidget(m_error, grid->rowCount(), 0, 1, 2);

    for (FieldEdit *each : m_edits) {
        const NamedField &named = each->field();
        if (!record.isNull())
            each->setText(m_text.fields().format(named.written(), valueOf(record, named)));
        each->takeAsGiven();
        if (!record.isNull() && named.field->is(Field::Key))
            each->setReadOnly();
    }
    refillReadings();
    for (auto preset = presets.begin(); preset != presets.end(); ++preset) {
        if (FieldEdit *each = edit(preset.key()))
            each->setText(preset.value());
    }
    for (FieldEdit *each : m_edits) {
        connect(each, &FieldEdit::edited, this, [this, each] {
            each->showError({});
            if (each->field().written().type == FieldType::Reference)
                refillReadings();
            Q_EMIT edited();
        });
    }
    refillReadings();
}

RecordForm::~RecordForm() = default;

void RecordForm::addField(const NamedField &named, QGridLayout *grid)
{
    const Field &field = named.written();
    auto *each = new FieldEdit(
        named, [this, named] { return fieldOptions(m_text, m_entity, rowAsWritten(), named); }, this);
    const int row = grid->rowCount();
    if (field.type != FieldType::Boolean) {
        QString title = literalText(field.titleText());
        if (field.sensitivity == Sensitivity::Internal)
            title = tr("%1 (never printed)").arg(title);
        else if (field.sensitivity == Sensitivity::Personal)
            title = tr("%1 (personal)").arg(title);
        auto *label = new QLabel(title, this);
        setTextRole(label, FontRole::Body, Ink::Second);
        label->setBuddy(each->control());
        label->setMinimumHeight(scaledPx(metrics::controlHeight - 2));
        grid->addWidget(label, row, 0, Qt::AlignTop);
    }
    grid->addWidget(each, row, 1);
    m_edits.push_back(each);
}

FieldEdit *RecordForm::edit(QAnyStringView name) const
{
    const auto found = std::find_if(m_edits.begin(), m_edits.end(),
        [&](const FieldEdit *each) { return each->field().written().name == name; });
    return found == m_edits.end() ? nullptr : *found;
}

// As far as its references can be understood.
Record RecordForm::rowAsWritten() const
{
    RecordEntry entry(m_text, m_entity, m_record);
    for (const FieldEdit *each : m_edits) {
        if (each->field().written().type == FieldType::Reference && !each->isAsGiven()) {
            if (const auto written = entry.write(each->field(), each->text()); !written)
                continue;
        }
    }
    return entry.row();
}

void RecordForm::refillReadings()
{
    for (FieldEdit *each : m_edits) {
        if (each->field().written().type == FieldType::Reading)
            each->refillOptions();
    }
}

void RecordForm::setExtra(
    std::function<bool()> isExtraChanged, std::function<Result<void>(Draft &, QUuid)> addExtra)
{
    m_isExtraChanged = std::move(isExtraChanged);
    m_addExtra = std::move(addExtra);
}

bool RecordForm::isChanged() const
{
    return (m_isExtraChanged && m_isExtraChanged())
        || std::any_of(
            m_edits.begin(), m_edits.end(), [](const FieldEdit *each) { return !each->isAsGiven(); });
}

bool RecordForm::save()
{
    m_error->hide();
    FieldEdit *wrong = nullptr;
    const auto refuse = [&](FieldEdit *each, const QString &why) {
        each->showError(why);
        if (!wrong)
            wrong = each;
    };
    std::vector<FieldEdit *> changed;
    for (FieldEdit *each : m_edits) {
        each->showError({});
        const Field &field = each->field().written();
        if (field.is(Field::Required) && each->text().trimmed().isEmpty() && field.type != FieldType::Boolean)
            refuse(each, tr("This is needed."));
        else if (!each->isAsGiven())
            changed.push_back(each);
    }
    // A reading is understood in the words of its indicator.
    std::stable_partition(changed.begin(), changed.end(),
        [](const FieldEdit *each) { return each->field().written().type != FieldType::Reading; });
    RecordEntry entry(m_text, m_entity, m_record);
    for (FieldEdit *each : changed) {
        if (const auto written = entry.write(each->field(), each->text()); !written)
            refuse(each, written.error().why);
    }
    if (wrong) {
        wrong->setFocus();
        return false;
    }
    const bool extra = m_isExtraChanged && m_isExtraChanged();
    if (changed.empty() && !extra)
        return true;
    auto draft = entry.draft();
    if (!draft)
        return showError(draft.error());
    m_row = draft->changes().front().row;
    if (extra) {
        if (const auto added = m_addExtra(*draft, m_row); !added)
            return false; // it has said why
    }
    if (const auto written = m_editor.record(*draft); !written)
        return showError(written.error());
    return true;
}

void RecordForm::focusFirst()
{
    const auto first = std::find_if(m_edits.begin(), m_edits.end(), [](const FieldEdit *each) {
        return each->control()->isEnabled() && (each->isAsGiven() || each->text().isEmpty());
    });
    if (first != m_edits.end())
        (*first)->setFocus();
}

bool RecordForm::showError(const Error &error)
{
    for (FieldEdit *each : m_edits) {
        const Field &field = each->field().written();
        const QString where = error.where;
        if (where == field.name || where == field.titleText() || where.endsWith(u'.' + QString(field.name))) {
            each->showError(error.why);
            each->setFocus();
            return false;
        }
    }
    m_error->setText(tr("%1; nothing was written").arg(error.message()));
    m_error->show();
    return false;
}

} // namespace liaison
