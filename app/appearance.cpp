#include "app/appearance.h"

#include "app/settings.h"
#include "views/style/stylesheet.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

const QString themeKey = u"theme"_s;
const QString textScaleKey = u"textScale"_s;
const QString choiceNames[] = {u"system"_s, u"light"_s, u"dark"_s};

} // namespace

Appearance::Appearance(QApplication &application)
    : m_application(application)
    , m_watcher(application)
{
    const QSettings stored = settings::stored();
    const QString theme = stored.value(themeKey).toString();
    m_choice = theme == choiceNames[1] ? Choice::Light
        : theme == choiceNames[2]      ? Choice::Dark
                                       : Choice::System;
    m_textScale = boundedTextScale(stored.value(textScaleKey, 1.0).toReal());
    connect(&m_watcher, &ThemeWatcher::changed, this, [this] {
        if (m_choice == Choice::System)
            apply();
    });
    apply();
}

void Appearance::choose(Choice choice)
{
    m_choice = choice;
    settings::stored().setValue(themeKey, choiceNames[static_cast<size_t>(choice)]);
    apply();
}

void Appearance::setTextScale(qreal scale)
{
    m_textScale = boundedTextScale(scale);
    settings::stored().setValue(textScaleKey, m_textScale);
    apply();
}

void Appearance::apply()
{
    const Theme theme = m_choice == Choice::System ? m_watcher.systemTheme()
        : m_choice == Choice::Dark                 ? Theme::Dark
                                                   : Theme::Light;
    applyStyle(m_application, theme, m_textScale);
    Q_EMIT changed();
}

} // namespace liaison
