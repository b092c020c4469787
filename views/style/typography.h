#pragma once

#include <QFont>
#include <QString>

namespace liaison {

/// What a piece of text is; Roboto in weights 400 and 500 only. All its digits have one width, so figures
/// line up.
enum class FontRole {
    PageTitle, ///< 14.25 pt Medium
    InspectorTitle, ///< 11.25 pt Medium
    Body, ///< 9.75 pt, the application's font
    BodyStrong, ///< 9.75 pt Medium: column names, counts, the selected entry
    Secondary, ///< 9 pt
    SecondaryStrong, ///< 9 pt Medium: text links
    Caption, ///< 8.25 pt: column heads, key caps, marks
    CaptionStrong, ///< 8.25 pt Medium: heads of inspector groups
    Figure, ///< 18 pt Medium
    Presentation, ///< 24 pt Medium
    PresentationText, ///< 14.25 pt
    Condensed, ///< 8.25 pt Roboto Condensed: small text under column heads, map labels
    CondensedStrong, ///< the same in Medium
};
inline constexpr int fontRoleCount = static_cast<int>(FontRole::CondensedStrong) + 1;

enum class Face { Normal, Condensed };

/// Puts the program's fonts and icons within reach; call once, after the application object and before the
/// first window. Calling it again does nothing. applyStyle() does it; a command that only prints calls it
/// itself.
void initStyle();

/// The font of a role, scaled with the text (see textScale()).
QFont textFont(FontRole role);
/// The same at a scale of the caller's choosing, 1.0 = as designed; independent of the application's
/// settings.
QFont textFont(FontRole role, qreal scale);
/// A font by size, for paper.
QFont pointFont(qreal points, QFont::Weight weight = QFont::Normal, Face face = Face::Normal);

/// The role's name as written above: what the stylesheet calls it.
QString roleName(FontRole role);

/// Line height of a role in px at 96 dpi, scaled with the text.
int lineHeight(FontRole role);

/// The one factor for text size, 0.8 - 2.0, read from the application's font.
qreal textScale();
qreal boundedTextScale(qreal scale);
/// A size in px at 100 % (metrics.h), grown with the text.
int scaledPx(int px);

} // namespace liaison
