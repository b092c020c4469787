#pragma once

#include "views/style/palette.h"

#include <QObject>

class QApplication;

namespace liaison {

/// Asks the desktop for its theme and tells when it changes. Qt learns that question in 6.5
/// (QStyleHints::colorScheme); in 6.4 the lightness of the desktop's own palette answers it, and a
/// ThemeChange sent to the windows says when to look again.
class ThemeWatcher : public QObject
{
    Q_OBJECT
public:
    /// @param application watched while this object lives
    explicit ThemeWatcher(QApplication &application);

    /// The desktop's theme now; the application's own palette is put aside and back.
    Theme systemTheme() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed(liaison::Theme theme);

private:
    Theme m_last;
};

} // namespace liaison
