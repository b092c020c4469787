#include "views/records/fieldedit.h"

#include "views/objectnames.h"
#include "views/style/stylesheet.h"
#include "views/widgets/datebox.h"
#include "views/widgets/literaltext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr auto yesText = "yes"_L1;
constexpr auto noText = "no"_L1;

bool isChosen(FieldType type)
{
    return type == FieldType::Choice || type == FieldType::Reference || type == FieldType::Reading;
}

} // namespace

FieldEdit::FieldEdit(
    const NamedField &field, std::function<std::vector<FieldOption>()> options, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_options(std::move(options))
    , m_control(makeControl())
    , m_error(new QLabel(this))
{
    const QString name = QString(field.written().name);
    setObjectName(objectNames::fieldEdit + name);
    m_control->setObjectName(name + u"Control"_s);
    m_control->setAccessibleName(field.written().titleText());
    setFocusProxy(m_control);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_control);
    setTextRole(m_error, FontRole::Secondary);
    setSurface(m_error, Surface::Note);
    m_error->setMargin(4);
    m_error->setWordWrap(true);
    m_error->setObjectName(name + u"ErrorLabel"_s);
    m_error->hide();
    column->addWidget(m_error);
    takeAsGiven();
}

QWidget *FieldEdit::makeControl()
{
    const Field &field = m_field.written();
    if (field.type == FieldType::Boolean) {
        auto *box = new QCheckBox(literalText(field.titleText()), this);
        connect(box, &QCheckBox::toggled, this, &FieldEdit::edited);
        return box;
    }
    if (field.type == FieldType::LongText) {
        auto *edit = new QPlainTextEdit(this);
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 4 + 12);
        connect(edit, &QPlainTextEdit::textChanged, this, &FieldEdit::edited);
        return edit;
    }
    if (isChosen(field.type)) {
        auto *combo = new QComboBox(this);
        combo->setEditable(field.type != FieldType::Choice);
        combo->setInsertPolicy(QComboBox::NoInsert);
        if (combo->isEditable()) {
            combo->completer()->setFilterMode(Qt::MatchContains);
            combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
            connect(combo->lineEdit(), &QLineEdit::returnPressed, this, &FieldEdit::entered,
                Qt::QueuedConnection);
        }
        connect(combo, &QComboBox::currentTextChanged, this, &FieldEdit::edited);
        m_control = combo;
        refillOptions();
        return combo;
    }
    auto *line = new QLineEdit(this);
    if (field.type == FieldType::Date)
        line->setPlaceholderText(tr("2007, 2007-02 or 2007-02-15"));
    else if (field.type == FieldType::TextList || field.type == FieldType::References)
        line->setPlaceholderText(tr("several, with commas"));
    else if (field.type == FieldType::Money)
        line->setPlaceholderText(tr("USD 1650"));
    connect(line, &QLineEdit::textChanged, this, &FieldEdit::edited);
    connect(line, &QLineEdit::returnPressed, this, &FieldEdit::entered, Qt::QueuedConnection);
    return line;
}

void FieldEdit::refillOptions()
{
    auto *combo = qobject_cast<QComboBox *>(m_control);
    if (!combo)
        return;
    const QString before = combo->count() > 0 ? text() : QString();
    const QSignalBlocker quiet(combo);
    combo->clear();
    combo->addItem(QString(), QString());
    const Field &field = m_field.written();
    if (field.type == FieldType::Choice) {
        for (const Choice &choice : field.choices)
            combo->addItem(field.choiceText(choice.code), QString(choice.code));
    } else if (m_options) {
        for (const FieldOption &option : m_options())
            combo->addItem(option.shown, option.text);
    }
    setText(before);
}

QString FieldEdit::text() const
{
    if (const auto *box = qobject_cast<QCheckBox *>(m_control))
        return box->isChecked() ? yesText : noText;
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(m_control))
        return edit->toPlainText();
    if (const auto *combo = qobject_cast<QComboBox *>(m_control)) {
        const QString shown = combo->currentText().trimmed();
        const int place = combo->findText(shown, Qt::MatchFixedString);
        return place < 0 ? shown : combo->itemData(place).toString();
    }
    const QString written = static_cast<QLineEdit *>(m_control)->text().trimmed();
    if (m_field.written().type == FieldType::Date) {
        if (const auto date = dateFromText(written, locale(), QDate::currentDate()))
            return date->toIso();
    }
    return written;
}

void FieldEdit::setText(const QString &text)
{
    if (auto *box = qobject_cast<QCheckBox *>(m_control)) {
        box->setChecked(text == yesText);
    } else if (auto *edit = qobject_cast<QPlainTextEdit *>(m_control)) {
        edit->setPlainText(text);
    } else if (auto *combo = qobject_cast<QComboBox *>(m_control)) {
        const int place = combo->findData(text);
        combo->setCurrentIndex(place);
        if (place < 0 && combo->isEditable())
            combo->setEditText(text);
    } else {
        static_cast<QLineEdit *>(m_control)->setText(text);
    }
}

void FieldEdit::setReadOnly()
{
    m_control->setEnabled(false);
}

void FieldEdit::showError(const QString &why)
{
    m_error->setText(why);
    m_error->setVisible(!why.isEmpty());
    m_control->setAccessibleDescription(why);
}

} // namespace liaison
