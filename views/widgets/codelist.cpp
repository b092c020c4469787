#include "views/widgets/codelist.h"

#include "views/style/stylesheet.h"

using namespace Qt::StringLiterals;

namespace liaison {

CodeList::CodeList(QWidget *parent)
    : QLabel(parent)
{
    setTextRole(this, FontRole::Body, Ink::Second);
    setTextFormat(Qt::RichText); // written here, what comes from data is escaped
    setWordWrap(true);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QLabel::linkActivated, this,
        [this](const QString &place) { Q_EMIT territoryChosen(m_places.at(place.toUInt()).territory); });
    connect(this, &QLabel::linkHovered, this, [this](const QString &place) {
        setToolTip(place.isEmpty() ? QString() : Qt::convertFromPlainText(m_places.at(place.toUInt()).name));
    });
}

void CodeList::setPlaces(const std::vector<Place> &places, const QString &before, const QString &count)
{
    m_places = places;
    QStringList codes;
    QStringList links;
    for (size_t i = 0; i < places.size(); ++i) {
        codes.append(places[i].code);
        links.append(u"<a href=\"%1\" style=\"text-decoration:none\">%2</a>"_s.arg(i).arg(
            places[i].code.toHtmlEscaped()));
    }
    QString text;
    if (!before.isEmpty())
        text = u"<span style=\"font-weight:500\">%1</span>&nbsp; "_s.arg(before.toHtmlEscaped());
    if (!count.isEmpty())
        text += count.toHtmlEscaped() + u' ';
    setText(text + links.join(u' '));
    setAccessibleName(QStringList{before, count, codes.join(u' ')}.join(u' ').simplified());
}

} // namespace liaison
