#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

void install(QCoreApplication &application, std::unique_ptr<QTranslator> translator)
{
    translator->setParent(&application);
    QCoreApplication::installTranslator(translator.release());
}

} // namespace

void installTranslations(QCoreApplication &application, const QLocale &language)
{
    // A translator takes itself out of the application when it goes.
    qDeleteAll(application.findChildren<QTranslator *>(Qt::FindDirectChildrenOnly));

    auto qts = std::make_unique<QTranslator>();
    if (qts->load(language, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        install(application, std::move(qts));

    auto ours = std::make_unique<QTranslator>();
    if (ours->load(language, u"liaison"_s, u"_"_s, u":/i18n"_s) || ours->load(u":/i18n/liaison_en.qm"_s))
        install(application, std::move(ours));
}

} // namespace liaison
