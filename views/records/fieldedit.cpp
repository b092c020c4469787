#include "views/records/fieldedit.h"

#include "models/domain/decimal.h"
#include "views/objectnames.h"
#include "views/records/choicebuttons.h"
#include "views/style/icons.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/datebox.h"
#include "views/widgets/flowlayout.h"
#include "views/widgets/literaltext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

// The usual ones first; any other is typed.
constexpr const char *currencies[] = {
    "USD", "EUR", "GBP", "CAD", "XCD", "BBD", "JMD", "TTD", "GYD", "BSD", "HTG"};

// Only these leave the program.
bool isWebAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "http"_L1 || url.scheme() == "https"_L1);
}

QHBoxLayout *makeRow(QWidget *whole)
{
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::controlGap);
    return row;
}

} // namespace

FieldEdit::FieldEdit(const NamedField &field, FieldContext context, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_context(std::move(context))
    , m_whole(makeWhole())
    , m_error(new QLabel(this))
{
    const QString name = QString(field.written().name);
    setObjectName(objectNames::fieldEdit + name);
    if (!m_control)
        m_control = m_whole;
    m_control->setObjectName(name + u"Control"_s);
    m_control->setAccessibleName(field.written().titleText());
    setFocusProxy(m_control);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_whole);
    setTextRole(m_error, FontRole::Secondary);
    setSurface(m_error, Surface::Note);
    m_error->setMargin(4);
    m_error->setWordWrap(true);
    m_error->setObjectName(name + u"ErrorLabel"_s);
    m_error->hide();
    column->addWidget(m_error);
    takeAsGiven();
}

QWidget *FieldEdit::makeWhole()
{
    const Field &field = m_field.written();
    switch (field.type) {
    case FieldType::Boolean:
        return makeButtons();
    case FieldType::LongText:
        return makeLongText();
    case FieldType::Choice:
        return field.is(Field::Steps) ? makeButtons() : makeCombo();
    case FieldType::Reading:
        return makeCombo();
    case FieldType::Date:
        return makeDate();
    case FieldType::Money:
        return makeMoney();
    case FieldType::TextList:
        return field.choices.empty() ? makeLine() : makeCheckList();
    case FieldType::Reference:
    case FieldType::References:
    case FieldType::AnyReference:
        return m_context.rows ? makeRows() : makeLine();
    default:
        return field.is(Field::Link) ? makeLink() : makeLine();
    }
}

bool FieldEdit::isShort() const
{
    const Field &field = m_field.written();
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Decimal:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::Money:
    case FieldType::Reading:
        return true;
    case FieldType::Choice:
        return !field.is(Field::Steps);
    default:
        return false;
    }
}

QLineEdit *FieldEdit::addLine(QHBoxLayout *row)
{
    auto *line = new QLineEdit(this);
    m_control = line;
    connect(line, &QLineEdit::textChanged, this, &FieldEdit::edited);
    connect(line, &QLineEdit::returnPressed, this, &FieldEdit::entered, Qt::QueuedConnection);
    if (row)
        row->addWidget(line, 1);
    return line;
}

// How what is typed is understood, where that is not what stands there.
QLabel *FieldEdit::addReading(QHBoxLayout *row)
{
    auto *reading = new QLabel(this);
    setTextRole(reading, FontRole::Secondary, Ink::Second);
    reading->setObjectName(QString(m_field.written().name) + u"ReadingLabel"_s);
    reading->hide();
    row->addWidget(reading);
    return reading;
}

QWidget *FieldEdit::makeLine()
{
    QLineEdit *line = addLine(nullptr);
    const FieldType type = m_field.written().type;
    if (type == FieldType::TextList || type == FieldType::References)
        line->setPlaceholderText(tr("several, with commas"));
    m_read = [line] { return line->text().trimmed(); };
    m_write = [line](const QString &text) {
        line->setText(text);
        line->setCursorPosition(0);
    };
    return line;
}

QWidget *FieldEdit::makeDate()
{
    auto *whole = new QWidget(this);
    QHBoxLayout *row = makeRow(whole);
    QLineEdit *line = addLine(row);
    QLabel *reading = addReading(row);
    const QString example = PartialDate(QDate(2007, 2, 15)).toText(locale());
    line->setPlaceholderText(tr("%1, 2007-02 or 2007").arg(example));
    const auto read = [this, line]() -> std::optional<PartialDate> {
        return dateFromText(line->text(), locale(), today(m_context.clock));
    };
    connect(line, &QLineEdit::textChanged, this, [this, line, reading, read] {
        const auto date = read();
        const QString shown = date ? date->toText(locale()) : QString();
        reading->setText(shown);
        reading->setVisible(!shown.isEmpty() && shown != line->text().trimmed());
    });
    m_read = [line, read] {
        const auto date = read();
        return date ? date->toIso() : line->text().trimmed();
    };
    m_write = [this, line](const QString &text) {
        const auto date = PartialDate::parse(text);
        const QString shown = date ? date->toText(locale()) : text;
        // Not every locale's own words are read back.
        line->setText(dateFromText(shown, locale(), today(m_context.clock)) == date ? shown : text);
    };
    return whole;
}

QWidget *FieldEdit::makeMoney()
{
    auto *whole = new QWidget(this);
    QHBoxLayout *row = makeRow(whole);
    QLineEdit *amount = addLine(row);
    amount->setPlaceholderText(tr("1650.00"));
    auto *currency = new QComboBox(whole);
    currency->setEditable(true);
    currency->setInsertPolicy(QComboBox::NoInsert);
    currency->addItem(QString());
    for (const char *code : currencies)
        currency->addItem(QString::fromLatin1(code));
    currency->lineEdit()->setMaxLength(3);
    currency->setObjectName(QString(m_field.written().name) + u"CurrencyCombo"_s);
    currency->setAccessibleName(tr("Currency: %1").arg(m_field.written().titleText()));
    currency->setMinimumWidth(scaledPx(84));
    connect(currency, &QComboBox::currentTextChanged, this, &FieldEdit::edited);
    row->addWidget(currency);
    QLabel *reading = addReading(row);
    // "USD 1650" may be pasted into the amount as well.
    m_read = [amount, currency] {
        const QString number = amount->text().trimmed();
        const QString code = currency->currentText().trimmed().toUpper();
        const bool isWhole = number.isEmpty() || parseMoney(number) || code.isEmpty();
        return isWhole ? number : code + u' ' + number;
    };
    m_write = [amount, currency](const QString &text) {
        const auto money = parseMoney(text);
        amount->setText(money ? money->part("amount"_L1).text() : text);
        currency->setEditText(money ? money->part("currency"_L1).text() : QString());
    };
    const auto show = [this, amount, reading] {
        const auto money = parseMoney(m_read());
        const QString number = money ? money->part("amount"_L1).text() : QString();
        const QString shown = money ? tr("%1 %2").arg(money->part("currency"_L1).text(),
                                  locale().toString(number.section(u'.', 0, 0).toLongLong()))
                                    : QString();
        reading->setText(shown);
        reading->setVisible(number.size() > 3 && shown != amount->text().trimmed());
    };
    connect(amount, &QLineEdit::textChanged, reading, show);
    connect(currency, &QComboBox::currentTextChanged, reading, show);
    return whole;
}

QWidget *FieldEdit::makeLink()
{
    auto *whole = new QWidget(this);
    QHBoxLayout *row = makeRow(whole);
    QLineEdit *line = addLine(row);
    line->setPlaceholderText(u"https://"_s);
    auto *open = new QToolButton(whole);
    setOutlined(open);
    open->setIcon(themeIcon(u"external-link"_s));
    open->setToolTip(tr("Open in the browser"));
    open->setAccessibleName(tr("Open %1 in the browser").arg(m_field.written().titleText()));
    open->setObjectName(QString(m_field.written().name) + u"OpenButton"_s);
    open->setFocusPolicy(Qt::TabFocus);
    open->setEnabled(false);
    connect(open, &QToolButton::clicked, this, [line] {
        if (isWebAddress(line->text()))
            QDesktopServices::openUrl(QUrl(line->text().trimmed(), QUrl::StrictMode));
    });
    connect(line, &QLineEdit::textChanged, open,
        [open](const QString &text) { open->setEnabled(isWebAddress(text)); });
    row->addWidget(open);
    m_read = [line] { return line->text().trimmed(); };
    m_write = [line](const QString &text) {
        line->setText(text);
        line->setCursorPosition(0);
    };
    return whole;
}

QWidget *FieldEdit::makeLongText()
{
    auto *edit = new QPlainTextEdit(this);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 4 + 12);
    connect(edit, &QPlainTextEdit::textChanged, this, &FieldEdit::edited);
    m_read = [edit] { return edit->toPlainText(); };
    m_write = [edit](const QString &text) { edit->setPlainText(text); };
    return edit;
}

QWidget *FieldEdit::makeCombo()
{
    const Field &field = m_field.written();
    auto *combo = new QComboBox(this);
    m_control = combo;
    combo->setEditable(field.type != FieldType::Choice);
    combo->setInsertPolicy(QComboBox::NoInsert);
    if (combo->isEditable()) {
        combo->completer()->setFilterMode(Qt::MatchContains);
        combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
        connect(
            combo->lineEdit(), &QLineEdit::returnPressed, this, &FieldEdit::entered, Qt::QueuedConnection);
    }
    connect(combo, &QComboBox::currentTextChanged, this, &FieldEdit::edited);
    m_read = [combo] {
        const QString shown = combo->currentText().trimmed();
        const int place = combo->findText(shown, Qt::MatchFixedString);
        return place < 0 ? shown : combo->itemData(place).toString();
    };
    m_write = [combo](const QString &text) {
        const int place = combo->findData(text);
        combo->setCurrentIndex(place);
        if (place < 0 && combo->isEditable())
            combo->setEditText(text);
    };
    refillOptions();
    return combo;
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
    for (const Choice &choice : field.choices)
        combo->addItem(field.choiceText(choice.code), QString(choice.code));
    if (m_context.readings) {
        for (const FieldOption &option : m_context.readings())
            combo->addItem(option.shown, option.text);
    }
    setText(before);
}

QWidget *FieldEdit::makeButtons()
{
    const Field &field = m_field.written();
    QList<ChoiceButtons::Choice> choices;
    for (const Choice &choice : field.choices)
        choices.append({QString(choice.code), field.choiceText(choice.code)});
    if (field.type == FieldType::Boolean)
        choices = {{u"yes"_s, tr("yes")}, {u"no"_s, tr("no")}};
    auto *buttons = new ChoiceButtons(field.titleText(), choices, this);
    connect(buttons, &ChoiceButtons::edited, this, &FieldEdit::edited);
    m_read = [buttons] { return buttons->code(); };
    m_write = [this, buttons](const QString &text) {
        if (buttons->code() == text)
            return;
        buttons->setCode(text);
        Q_EMIT edited();
    };
    return buttons;
}

QWidget *FieldEdit::makeCheckList()
{
    auto *whole = new QWidget(this);
    auto *flow = new FlowLayout(metrics::groupGap, whole);
    const Field &field = m_field.written();
    QList<QCheckBox *> boxes;
    for (const Choice &choice : field.choices) {
        auto *box = new QCheckBox(literalText(field.choiceText(choice.code)), whole);
        box->setObjectName(QString(choice.code) + u"Check"_s);
        box->setAccessibleName(tr("%1: %2").arg(field.titleText(), field.choiceText(choice.code)));
        connect(box, &QCheckBox::toggled, this, &FieldEdit::edited);
        flow->addWidget(box);
        boxes.append(box);
    }
    whole->setFocusProxy(boxes.first());
    // What is none of the choices, from a newer program, stays.
    auto others = std::make_shared<QStringList>();
    m_read = [boxes, others, &field] {
        QStringList all;
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            if (boxes[i]->isChecked())
                all.append(QString(field.choices[static_cast<size_t>(i)].code));
        }
        return (all + *others).join(u',');
    };
    m_write = [boxes, others, &field](const QString &text) {
        *others = text.split(u',', Qt::SkipEmptyParts);
        for (qsizetype i = 0; i < boxes.size(); ++i)
            boxes[i]->setChecked(others->removeAll(QString(field.choices[static_cast<size_t>(i)].code)) > 0);
    };
    return whole;
}

QWidget *FieldEdit::makeRows()
{
    m_rows = new RowsEdit(m_field.written(), *m_context.rows, m_context.makeRow, this);
    m_control = m_rows->line();
    connect(m_rows, &RowsEdit::edited, this, &FieldEdit::edited);
    connect(m_rows, &RowsEdit::entered, this, &FieldEdit::entered);
    m_read = [this] { return m_rows->text(); };
    m_write = [this](const QString &text) { m_rows->setText(text); };
    return m_rows;
}

bool FieldEdit::settle()
{
    return !m_rows || m_rows->settle();
}

void FieldEdit::setReadOnly()
{
    m_whole->setEnabled(false);
}

bool FieldEdit::hasError() const
{
    return !m_error->isHidden();
}

void FieldEdit::showError(const QString &why)
{
    m_error->setText(why.left(1).toUpper() + why.mid(1));
    m_error->setVisible(!why.isEmpty());
    m_control->setAccessibleDescription(why);
}

} // namespace liaison
