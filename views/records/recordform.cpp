#include "views/records/recordform.h"

#include "models/domain/fields.h"
#include "models/edits/editor.h"
#include "views/objectnames.h"
#include "views/records/fieldedit.h"
#include "views/records/newrowdialog.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

RecordForm::RecordForm(Editor &editor, const Entity &entity, const Record &record,
    const QMap<QString, QString> &presets, QWidget *parent)
    : RecordForm(editor, entity, record, presets, nullptr, parent)
{
}

RecordForm::RecordForm(
    RecordForm &needs, const Entity &entity, const QMap<QString, QString> &presets, QWidget *parent)
    : RecordForm(needs.m_editor, entity, Record(), presets, &needs, parent)
{
}

RecordForm::RecordForm(Editor &editor, const Entity &entity, const Record &record,
    const QMap<QString, QString> &presets, RecordForm *needs, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_entity(entity)
    , m_record(record)
    , m_text(needs ? needs->m_text : std::make_shared<EntryText>(editor.store()))
    , m_rows(needs ? needs->m_rows : std::make_shared<RowChoices>(*m_text))
    , m_error(new QLabel(this))
    , m_row(record.isNull() ? QUuid() : record.id())
{
    setObjectName(objectNames::recordForm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::groupGap);
    addFields(column);
    setTextRole(m_error, FontRole::Body);
    setSurface(m_error, Surface::Note);
    m_error->setObjectName(objectNames::recordErrorLabel);
    m_error->setMargin(metrics::controlGap);
    m_error->setWordWrap(true);
    m_error->hide();
    column->addWidget(m_error);

    for (FieldEdit *each : m_edits) {
        const NamedField &named = each->field();
        if (!record.isNull())
            each->setText(m_text->fields().format(named.written(), valueOf(record, named)));
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

void RecordForm::addFields(QVBoxLayout *column)
{
    QGridLayout *grid = nullptr;
    int row = 0;
    bool isHalfFree = false;
    for (const NamedField &named : namedFields(m_entity)) {
        const QString section = named.part ? QString() : named.field->sectionText();
        if (!grid || !section.isEmpty()) {
            if (!section.isEmpty()) {
                auto *head = new QLabel(section, this);
                setTextRole(head, FontRole::CaptionStrong, Ink::Second);
                head->setObjectName(objectNames::formSectionLabel);
                if (grid)
                    column->addSpacing(metrics::controlGap - 4);
                column->addWidget(head);
            }
            grid = new QGridLayout;
            grid->setHorizontalSpacing(metrics::groupGap);
            grid->setVerticalSpacing(metrics::controlGap);
            grid->setColumnStretch(0, 1);
            grid->setColumnStretch(1, 1);
            column->addLayout(grid);
            row = 0;
            isHalfFree = false;
        }
        QWidget *field = addField(named);
        if (!m_edits.back()->isShort()) {
            grid->addWidget(field, ++row, 0, 1, 2);
            isHalfFree = false;
        } else if (isHalfFree) {
            grid->addWidget(field, row, 1, Qt::AlignTop);
            isHalfFree = false;
        } else {
            grid->addWidget(field, ++row, 0, Qt::AlignTop);
            isHalfFree = true;
        }
    }
}

QWidget *RecordForm::addField(const NamedField &named)
{
    const Field &field = named.written();
    auto *whole = new QWidget(this);
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *each = new FieldEdit(named,
        {.rows = m_rows.get(),
            .makeRow =
                [this](const Field &of, const QString &name, std::function<void(const RowChoice &)> made) {
                    makeRow(of, name, std::move(made));
                },
            .readings = field.type == FieldType::Reading
                ? std::function([this] { return readingOptions(*m_text, m_entity, rowAsWritten()); })
                : nullptr,
            .clock = m_editor.store().clock()},
        whole);
    QString title = literalText(field.titleText());
    QString why;
    if (field.sensitivity == Sensitivity::Internal) {
        title = tr("%1 (never printed)").arg(title);
    } else if (field.sensitivity == Sensitivity::Personal) {
        title = tr("%1 (only for us)").arg(title);
        why = tr("Personal: shown in lists and forms here, never when presenting and in no report");
    }
    auto *label = new QLabel(title, whole);
    setTextRole(label, FontRole::Secondary, Ink::Second);
    label->setToolTip(why);
    label->setBuddy(each->control());
    column->addWidget(label);
    column->addWidget(each);
    m_edits.push_back(each);
    return whole;
}

FieldEdit *RecordForm::edit(QAnyStringView name) const
{
    const auto found = std::find_if(m_edits.begin(), m_edits.end(),
        [&](const FieldEdit *each) { return each->field().written().name == name; });
    return found == m_edits.end() ? nullptr : *found;
}

// Of a reference a name alone may be enough; else what is needed is asked, and this form waits for it.
void RecordForm::makeRow(const Field &field, const QString &name, std::function<void(const RowChoice &)> made)
{
    const Entity &entity = *m_editor.store().catalogue().entity(field.refers);
    const QLatin1StringView nameField = m_rows->nameField(field)->name;
    if (m_rows->isNameEnough(field)) {
        made(m_rows->add(entity, {{nameField, Value(name)}}));
        return;
    }
    auto *dialog = new NewRowDialog(*this, entity, {{QString(nameField), name}});
    connect(dialog, &NewRowDialog::written, this,
        [this, &entity, made = std::move(made)](
            const FieldValues &values) { made(m_rows->add(entity, values)); });
    dialog->open();
}

// As far as its references can be understood.
Record RecordForm::rowAsWritten() const
{
    RecordEntry entry(*m_text, m_entity, m_record);
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

// Nothing when something is wrong, which then stands beside its field.
std::optional<RecordEntry> RecordForm::read()
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
        if (!each->isAsGiven() && !each->settle())
            wrong = wrong ? wrong : each; // it has asked
        else if (field.is(Field::Required) && each->text().trimmed().isEmpty())
            refuse(each, tr("This is needed."));
        else if (!each->isAsGiven())
            changed.push_back(each);
    }
    // A reading is understood in the words of its indicator.
    std::stable_partition(changed.begin(), changed.end(),
        [](const FieldEdit *each) { return each->field().written().type != FieldType::Reading; });
    RecordEntry entry(*m_text, m_entity, m_record);
    for (FieldEdit *each : changed) {
        if (const auto written = entry.write(each->field(), each->text()); !written)
            refuse(each, written.error().why);
    }
    if (!changed.empty()) {
        const Record row = entry.row();
        const auto kept = m_entity.check([&](QLatin1StringView name) { return row.value(name); });
        if (FieldEdit *each = kept ? nullptr : edit(kept.error().where); each)
            refuse(each, kept.error().why);
    }
    if (!wrong)
        return entry;
    // The first in the order of reading.
    showWrong(*std::find_if(
        m_edits.begin(), m_edits.end(), [&](FieldEdit *each) { return each == wrong || each->hasError(); }));
    return {};
}

void RecordForm::showWrong(FieldEdit *edit)
{
    edit->setFocus();
    // When what it says has its place.
    QMetaObject::invokeMethod(
        edit,
        [this, edit] {
            for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
                if (auto *area = qobject_cast<QScrollArea *>(above))
                    area->ensureWidgetVisible(edit);
            }
        },
        Qt::QueuedConnection);
}

std::optional<FieldValues> RecordForm::written()
{
    const auto entry = read();
    return entry ? std::optional(entry->values()) : std::nullopt;
}

bool RecordForm::save()
{
    const auto entry = read();
    if (!entry)
        return false;
    const bool extra = m_isExtraChanged && m_isExtraChanged();
    if (entry->values().empty() && !extra)
        return true;
    auto draft = entry->draft();
    if (!draft)
        return showError(draft.error());
    m_row = draft->changes().front().row;
    m_rows->addTo(*draft, entry->row());
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
            showWrong(each);
            return false;
        }
    }
    m_error->setText(tr("%1; nothing was written").arg(error.message()));
    m_error->show();
    return false;
}

} // namespace liaison
