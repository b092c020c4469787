#pragma once

class QCoreApplication;
class QLocale;

namespace liaison {

// Gives the application the texts of a language, ours and Qt's own, instead of those given before. Where ours lacks the
// language the texts are English. Call it before any text is asked for; widgets that stand already keep theirs.
void installTranslations(QCoreApplication &application, const QLocale &language);

} // namespace liaison
