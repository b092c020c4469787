#include "views/settle/conflictview.h"

#include "models/domain/fields.h"
#include "views/objectnames.h"
#include "views/records/fieldedit.h"
#include "views/settle/conflicttimeline.h"
#include "views/style/levelpainter.h"
#include "views/style/metrics.h"
#include "views/style/palette.h"
#include "views/style/stylesheet.h"
#include "views/widgets/literaltext.h"
#include "views/widgets/timetext.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr size_t mostLines = 4; // of the picture of time; more are in the cards
constexpr int cardsAcross = 2;

// The symbol of a reading's standing.
class StandingSymbol : public QWidget
{
public:
    StandingSymbol(Standing standing, QWidget *parent)
        : QWidget(parent)
        , m_standing(standing)
    {
        setFixedSize(scaledPx(16), lineHeight(FontRole::PageTitle));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintStanding(&painter, m_standing, QRectF(rect()).center(), standingRadius * textScale(),
            Tokens::of(palette()));
    }

private:
    Standing m_standing;
};

QLabel *makeLabel(const QString &text, FontRole role, Ink ink, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextRole(label, role, ink);
    label->setWordWrap(true);
    return label;
}

} // namespace

ConflictView::ConflictView(const Store &store, Conflict conflict, const ActMaker &makeAct, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_conflict(std::move(conflict))
    , m_text(store)
    , m_rows(m_text)
    , m_record(store.find(m_conflict.entity, m_conflict.row))
{
    setObjectName(objectNames::conflictView);
    if (!m_record.isNull())
        m_field = m_record.entity().field(m_conflict.field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::groupGap);
    addCards(column, makeAct);
    if (m_field && canSettle())
        addOther(column, makeAct);
    addTimeline(column);
}

QString ConflictView::shown(const Value &value) const
{
    if (m_conflict.field == lifeField)
        return value.text() == deletedLife ? tr("deleted") : tr("kept");
    // What belongs together is told apart in the card; its first part is what is in question.
    const Field *field = m_field;
    const Value *told = &value;
    if (field && !field->parts.empty()) {
        field = &field->parts.front();
        told = &value.part(field->name);
    }
    const QString text = field ? m_text.fields().display(*field, *told, locale()) : told->text();
    return text.isEmpty() ? tr("nothing") : text;
}

std::optional<Standing> ConflictView::standingOf(const Value &value) const
{
    if (!m_field || m_field->parts.empty() || m_field->parts.front().type != FieldType::Reading)
        return {};
    const Indicator *indicator = m_text.indicatorOf(m_record.entity(), m_record);
    return indicator ? std::optional(indicator->standing(value.part(m_field->parts.front().name)))
                     : std::nullopt;
}

// A field of a newer program is settled there.
bool ConflictView::canSettle() const
{
    return !m_store.isReadOnly() && (m_field || m_conflict.field == lifeField);
}

void ConflictView::addCards(QVBoxLayout *column, const ActMaker &makeAct)
{
    auto *grid = new QGridLayout;
    grid->setSpacing(metrics::groupGap);
    int place = 0;
    for (const Conflict::Candidate &candidate : m_conflict.candidates) {
        grid->addWidget(makeCard(candidate, makeAct), place / cardsAcross, place % cardsAcross);
        ++place;
    }
    for (int i = 0; i < cardsAcross; ++i)
        grid->setColumnStretch(i, 1);
    column->addLayout(grid);
}

QWidget *ConflictView::makeCard(const Conflict::Candidate &candidate, const ActMaker &makeAct)
{
    const bool isShown = candidate.value == m_conflict.shown;
    auto *card = new QFrame(this);
    setSurface(card, isShown ? Surface::ChosenCard : Surface::Card);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(
        metrics::pageMargin, metrics::groupGap, metrics::pageMargin, metrics::groupGap);
    column->setSpacing(metrics::controlGap);

    const QString author = candidate.edit.author;
    auto *head = new QHBoxLayout;
    head->addWidget(makeLabel(author == m_store.author() ? tr("%1 (you)").arg(author) : author,
                        FontRole::BodyStrong, Ink::First, card),
        1);
    if (isShown)
        head->addWidget(makeLabel(tr("shown meanwhile"), FontRole::Secondary, Ink::Second, card));
    column->addLayout(head);

    auto *value = new QHBoxLayout;
    value->setSpacing(metrics::controlGap);
    if (const auto standing = standingOf(candidate.value))
        value->addWidget(new StandingSymbol(*standing, card), 0, Qt::AlignTop);
    value->addWidget(makeLabel(shown(candidate.value), FontRole::PageTitle, Ink::First, card), 1);
    column->addLayout(value);

    auto *facts = new QGridLayout;
    facts->setHorizontalSpacing(metrics::controlGap);
    facts->setVerticalSpacing(2);
    facts->setColumnMinimumWidth(0, scaledPx(72));
    facts->setColumnStretch(1, 1);
    const auto addFact = [&](const QString &title, const QString &text) {
        const int row = facts->rowCount();
        facts->addWidget(makeLabel(title, FontRole::Secondary, Ink::Second, card), row, 0, Qt::AlignTop);
        facts->addWidget(makeLabel(text, FontRole::Secondary, Ink::First, card), row, 1);
    };
    if (m_field) {
        for (const Field &key : m_record.entity().fields) {
            if (key.is(Field::Key) && key.type == FieldType::Date)
                addFact(tr("As of"), m_text.fields().display(key, m_record.value(key.name), locale()));
        }
        for (size_t i = 1; i < m_field->parts.size(); ++i) {
            const Field &part = m_field->parts[i];
            const QString text = m_text.fields().display(part, candidate.value.part(part.name), locale());
            addFact(part.titleText(), text.isEmpty() ? tr("none") : text);
        }
    }
    addFact(tr("Written"), timeText(candidate.edit.at, locale()));
    column->addLayout(facts);
    column->addStretch();
    if (canSettle()) {
        column->addLayout(makeAct(objectNames::keepValueButton,
            tr("Keep “%1”").arg(shown(candidate.value).simplified().left(40)),
            [this, kept = candidate.value] { Q_EMIT chosen(kept); }));
    }
    return card;
}

void ConflictView::addOther(QVBoxLayout *column, const ActMaker &makeAct)
{
    auto *card = new QFrame(this);
    setSurface(card, Surface::Card);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(
        metrics::pageMargin, metrics::controlGap, metrics::pageMargin, metrics::controlGap);
    row->setSpacing(metrics::controlGap);
    const auto addLabel = [&](const QString &text, QWidget *buddy) {
        QLabel *label = makeLabel(text, FontRole::Body, Ink::Second, card);
        label->setWordWrap(false);
        label->setMinimumHeight(scaledPx(metrics::controlHeight)); // beside the control, not its error
        label->setBuddy(buddy);
        row->addWidget(label, 0, Qt::AlignTop);
    };
    for (const NamedField &named : namedFields(m_record.entity())) {
        if (named.field != m_field)
            continue;
        auto *edit = new FieldEdit(named,
            {.rows = &m_rows,
                .readings = [this] { return readingOptions(m_text, m_record.entity(), m_record); },
                .clock = m_store.clock()},
            card);
        connect(edit, &FieldEdit::edited, edit, [edit] { edit->showError({}); });
        connect(edit, &FieldEdit::entered, this, &ConflictView::chooseOther);
        addLabel(m_other.empty() ? tr("Neither:") : literalText(named.written().titleText().toLower()),
            edit->control());
        if (named.part && named.part->name == fields::observation::certainty)
            edit->setText(QString(certaintyCode::reported));
        m_other.push_back(edit);
        row->addWidget(edit, named.written().type == FieldType::Choice ? 1 : 2, Qt::AlignTop);
    }
    auto *act = new QVBoxLayout;
    act->addLayout(makeAct(objectNames::setOtherValueButton, tr("Set"), [this] { chooseOther(); }));
    act->addStretch();
    row->addLayout(act);
    column->addWidget(card);
}

void ConflictView::chooseOther()
{
    Value value;
    bool isWrong = false;
    for (FieldEdit *edit : m_other) {
        if (!edit->settle()) {
            isWrong = true; // it has asked
            continue;
        }
        const NamedField &named = edit->field();
        const Result<Value> part = m_text.parse(m_record.entity(), m_record, named, edit->text());
        const bool isMissing = part && part->isNull() && named.written().is(Field::Required);
        if (part && !isMissing) {
            value = named.part ? value.withPart(named.part->name, *part) : *part;
            continue;
        }
        edit->showError(isMissing ? tr("It cannot be empty.") : part.error().why);
        if (!isWrong)
            edit->setFocus();
        isWrong = true;
    }
    if (!isWrong)
        Q_EMIT chosen(value);
}

QString ConflictView::before() const
{
    const EditName &first = m_conflict.candidates.front().edit.name;
    const auto history = m_store.history(m_conflict.entity, m_conflict.row);
    const auto entry = std::find_if(history.begin(), history.end(),
        [&](const HistoryEntry &each) { return each.edit.name == first && each.field == m_conflict.field; });
    return entry == history.end() || entry->from.isNull() ? QString() : shown(entry->from);
}

void ConflictView::addTimeline(QVBoxLayout *column)
{
    if (m_conflict.candidates.size() < 2)
        return;
    std::vector<ConflictTimeline::Version> versions;
    QStringList authors;
    for (const Conflict::Candidate &candidate : m_conflict.candidates) {
        if (versions.size() == mostLines)
            break;
        versions.push_back({shown(candidate.value).simplified(), candidate.edit.at, candidate.edit.author,
            standingOf(candidate.value)});
        authors.append(candidate.edit.author);
    }
    column->addSpacing(metrics::controlGap);
    column->addWidget(makeLabel(tr("How it came about"), FontRole::BodyStrong, Ink::First, this));
    column->addWidget(new ConflictTimeline(before(), std::move(versions), this));
    column->addWidget(makeLabel(tr("Lines from the top: %1. No value is dropped; until you choose, the one "
                                   "written last is shown.")
                                    .arg(authors.join(u", "_s)),
        FontRole::Secondary, Ink::Second, this));
}

} // namespace liaison
