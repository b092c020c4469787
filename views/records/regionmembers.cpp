#include "views/records/regionmembers.h"

#include "models/edits/editor.h"
#include "models/edits/membership.h"
#include "models/figures/region.h"
#include "models/figures/territorynames.h"
#include "views/objectnames.h"
#include "views/records/recordform.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

RegionMembers::RegionMembers(Editor &editor, RecordForm &form, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_edit(new QPlainTextEdit(this))
    , m_error(new QLabel(this))
{
    auto *label = new QLabel(tr("Territories in the order of the board, with commas or one a line"), this);
    setTextRole(label, FontRole::Body, Ink::Second);
    label->setBuddy(m_edit);
    m_edit->setObjectName(objectNames::regionMembersEdit);
    m_edit->setAccessibleName(tr("Territories of the region"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * 6 + 12);
    setTextRole(m_error, FontRole::Secondary);
    setSurface(m_error, Surface::Note);
    m_error->setObjectName(objectNames::regionMembersErrorLabel);
    m_error->setMargin(4);
    m_error->setWordWrap(true);
    m_error->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(label);
    column->addWidget(m_edit);
    column->addWidget(m_error);

    const TerritoryNames names(editor.store());
    QStringList codes;
    for (const Region &region : regions(editor.store())) {
        if (region.id != form.row())
            continue;
        for (const Region::Member &member : region.members)
            codes.append(names.code(member.territory));
    }
    m_given = codes.join(u", "_s);
    m_edit->setPlainText(m_given);
    connect(m_edit, &QPlainTextEdit::textChanged, m_error, &QWidget::hide);
    form.setExtra([this] { return m_edit->toPlainText() != m_given; },
        [this](Draft &draft, QUuid region) { return addTo(draft, region); });
}

Result<std::vector<QUuid>> RegionMembers::written() const
{
    const TerritoryNames names(m_editor.store());
    static const QRegularExpression separator(u"[,;\\n]"_s);
    std::vector<QUuid> all;
    for (const QString &text : m_edit->toPlainText().split(separator, Qt::SkipEmptyParts)) {
        if (text.trimmed().isEmpty())
            continue;
        const auto territory = names.find(text.trimmed());
        if (!territory)
            return territory.error();
        if (std::find(all.begin(), all.end(), *territory) == all.end())
            all.push_back(*territory);
    }
    return all;
}

Result<void> RegionMembers::addTo(Draft &draft, QUuid region)
{
    const auto all = written();
    const auto added =
        all ? draftMembership(draft, m_editor.store(), region, *all) : Result<void>(all.error());
    if (!added) {
        m_error->setText(added.error().message());
        m_error->show();
        m_edit->setFocus();
    }
    return added;
}

} // namespace liaison
