#pragma once

namespace liaison {

/// Sizes in px at 96 dpi and 100 % text, on a grid of 4; pass heights through scaledPx() (typography.h) so
/// that they grow with the text.
namespace metrics {
inline constexpr int pageMargin = 16;
inline constexpr int groupGap = 12;
inline constexpr int controlGap = 8;
inline constexpr int iconGap = 8;
inline constexpr int menuBarHeight = 28;
inline constexpr int pageHeadHeight = 52;
inline constexpr int filterBarHeight = 36;
inline constexpr int paneHeadHeight = 32;
inline constexpr int noteStripHeight = 28;
inline constexpr int statusBarHeight = 26;
inline constexpr int controlHeight = 28;
inline constexpr int barControlHeight = 24; ///< a control inside a filter bar or pane head
inline constexpr int boardRowHeight = 22; ///< 27 rows and the totals fit a 900 px window
inline constexpr int tableRowHeight = 26;
inline constexpr int treeRowHeight = 27;
inline constexpr int totalsRowHeight = 48;
inline constexpr int navigationRowHeight = 28;
inline constexpr int navigationWidth = 184;
inline constexpr int navigationIconWidth = 48;
inline constexpr int inspectorWidth = 320;
inline constexpr int inspectorMinimumWidth = 280;
inline constexpr int inspectorLabelWidth = 92; ///< the column of names before what they say
inline constexpr int searchWidth = 200;
inline constexpr int radius = 4;
inline constexpr int keyCapRadius = 3;
inline constexpr int iconSize = 16;
inline constexpr int projectBarWidth = 3; ///< before a project's code
inline constexpr int projectBarHeight = 2; ///< over a board column
inline constexpr int focusWidth = 2;
inline constexpr int cellSymbolX = 8; ///< left edge of the symbol in a board cell
inline constexpr int cellValueX = 28; ///< left edge of the value
} // namespace metrics

} // namespace liaison
