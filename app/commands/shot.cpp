#include "app/appearance.h"
#include "app/commands/arguments.h"
#include "app/dialogs/dialogs.h"
#include "app/mainwindow.h"
#include "app/translations.h"
#include "models/figures/outreach.h"
#include "models/figures/project.h"
#include "models/items/boardmodel.h"
#include "views/board/boardview.h"
#include "views/charts/chartspane.h"
#include "views/map/mappane.h"
#include "views/objectnames.h"
#include "views/presence/presencepage.h"
#include "views/presenting/presentation.h"
#include "views/settle/settlepage.h"

#include <QAction>
#include <QApplication>
#include <QEventLoop>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

const QStringList pages{u"welcome"_s, u"presence"_s, u"board"_s, u"map"_s, u"trends"_s, u"territory"_s,
    u"settle"_s, u"conflicts"_s, u"compare"_s, u"presenting"_s, u"restore"_s, u"programmes"_s, u"agenda"_s,
    u"people"_s};

const QString projectPrefix = u"project:"_s; // and a code

Result<QSize> sizeOption(const Context &context)
{
    const QString text = context.has("size") ? context.option("size") : u"1280x800"_s;
    static const QRegularExpression form(u"^([0-9]{3,4})x([0-9]{3,4})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return context.refuse(u"--size "_s + text.left(100), CommandTr::tr("not a size such as 1280x800"));
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

Result<qreal> scaleOption(const Context &context)
{
    if (!context.has("scale"))
        return 1.0;
    bool ok = false;
    const qreal scale = context.option("scale").toDouble(&ok);
    if (!ok || scale < 0.5 || scale > 4)
        return context.refuse(
            u"--scale "_s + context.option("scale").left(100), CommandTr::tr("not a number from 0.5 to 4"));
    return scale;
}

Result<qreal> textOption(const Context &context)
{
    if (!context.has("text"))
        return 1.0;
    bool ok = false;
    const int percent = context.option("text").toInt(&ok);
    if (!ok || percent < 80 || percent > 200)
        return context.refuse(
            u"--text "_s + context.option("text").left(100), CommandTr::tr("not a number from 80 to 200"));
    return percent / 100.0;
}

Result<Appearance::Choice> themeOption(const Context &context)
{
    const QString text = context.has("theme") ? context.option("theme") : u"light"_s;
    if (text == "light"_L1)
        return Appearance::Choice::Light;
    if (text == "dark"_L1)
        return Appearance::Choice::Dark;
    return context.refuse(u"--theme "_s + text.left(100), CommandTr::tr("not one of: light, dark"));
}

// Views lay themselves out with timers of no length, one after another.
void settle()
{
    for (int i = 0; i < 3; ++i) {
        QEventLoop loop;
        QTimer::singleShot(0, &loop, &QEventLoop::quit);
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    }
}

Result<void> showPage(const Context &context, MainWindow &window)
{
    using Shown = PresenceViews::Shown;
    const QString page = context.arguments.at(1);
    PresencePage &presence = *window.presence();
    presence.setShown(page == "board"_L1 ? Shown::Board
            : page == "map"_L1           ? Shown::Map
            : page == "trends"_L1        ? Shown::Trends
                                         : Shown::SideBySide);
    presence.setInspectorShown(page == "territory"_L1);
    presence.views()->complete();
    if (const QString figure = context.option("show"); !figure.isEmpty()) {
        if (!outreachFigure(figure))
            return context.refuse(
                u"--show "_s + figure.left(100), CommandTr::tr("no figure of what was done"));
        presence.boardView()->board().setOutreach({figure});
        if (auto *map = presence.findChild<MapPane *>(objectNames::mapPane))
            map->setFigure(figure);
        if (auto *charts = presence.findChild<ChartsPane *>(objectNames::chartsPane))
            charts->setShown(figure);
    }
    presence.compareAction()->setChecked(page == "compare"_L1);
    if (page == "restore"_L1)
        window.findChild<QAction *>(objectNames::restoreAction)->trigger();
    if (page.startsWith(projectPrefix))
        window.showPage(page);
    if (page == "programmes"_L1 || page == "agenda"_L1 || page == "people"_L1)
        window.showPage(page);
    if (page != "settle"_L1 && page != "conflicts"_L1)
        return {};
    window.showPage(u"settle"_s);
    window.settlePage()->lookNow();
    if (page == "conflicts"_L1)
        window.settlePage()->showKind(Issue::Kind::Conflict);
    return {};
}

// Of a project there must be one.
Result<void> findPage(const Context &context, const Store &store)
{
    const QString page = context.arguments.at(1);
    const std::vector<Project> all = projects(store);
    if (page.startsWith(projectPrefix) && std::none_of(all.begin(), all.end(), [&](const Project &each) {
            return page == projectPrefix + each.code;
        }))
        return context.refuse(page.left(100), CommandTr::tr("no such project"));
    return {};
}

// What is open, at the date and row asked for.
Result<void> prepare(const Context &context, MainWindow &window)
{
    const auto date = dateOption(context, "as-of");
    if (!date)
        return date.error();
    const QString file = context.arguments.at(0);
    // A refusal of the window is a text in its page; of a command it is an error.
    {
        const auto opened = openStore(file, OpenMode::ReadOnly, context.surroundings);
        if (!opened)
            return opened.error();
        if (const auto known = findPage(context, **opened); !known)
            return known.error();
    }
    window.openFile(file);
    if (!date->isNull())
        window.presence()->setAsOf(*date);
    const QString code = context.option("select");
    if (!code.isEmpty() && !window.presence()->boardView()->selectTerritory(code))
        return context.refuse(u"--select "_s + code.left(100), CommandTr::tr("not on the board"));
    return showPage(context, window);
}

// Where a desktop would put it.
void drawDialog(const QWidget &window, QWidget &dialog, QImage &image)
{
    const QRect place(
        QPoint(window.width() - dialog.width(), window.height() - dialog.height()) / 2, dialog.size());
    QPainter painter(&image);
    dialog.render(&painter, place.topLeft());
    painter.setPen(window.palette().color(QPalette::Mid));
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
}

Result<Exit> run(Context &context)
{
    const QString page = context.arguments.at(1);
    if (!pages.contains(page) && !page.startsWith(projectPrefix))
        return context.refuse(
            page.left(100), CommandTr::tr("no such page; there are: %1").arg(pages.join(u", "_s)));
    const auto size = sizeOption(context);
    if (!size)
        return size.error();
    const auto scale = scaleOption(context);
    if (!scale)
        return scale.error();
    const auto theme = themeOption(context);
    if (!theme)
        return theme.error();

    const auto textScale = textOption(context);
    if (!textScale)
        return textScale.error();

    // The platform without windows says at each of them what it cannot do.
    static const QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &where, const QString &text) {
            if (!text.startsWith("This plugin does not support"_L1))
                before(type, where, text);
        });
    // The picture shows the program as it comes, not this user's settings, and leaves none behind.
    const QTemporaryDir settingsFolder;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settingsFolder.path());
    auto &application = *qobject_cast<QApplication *>(QCoreApplication::instance());
    if (context.has("language")) {
        const QLocale language(context.option("language"));
        if (language.language() == QLocale::C)
            return context.refuse(
                u"--language "_s + context.option("language").left(100), CommandTr::tr("no such language"));
        QLocale::setDefault(language);
        installTranslations(application, language);
        QApplication::setLayoutDirection(language.textDirection());
    }
    Appearance appearance(application);
    appearance.choose(*theme);
    Dialogs dialogs;
    Surroundings surroundings = context.surroundings;
    if (page != "restore"_L1)
        surroundings.backupFolder.clear(); // a picture makes no backup
    MainWindow window(surroundings, appearance, dialogs);
    window.resize(*size);
    window.show();
    QApplication::setActiveWindow(&window); // the keyboard's place is drawn as it is in use
    if (page != "welcome"_L1) {
        if (const auto prepared = prepare(context, window); !prepared)
            return prepared.error();
    }
    // As with Ctrl++: what does not follow in the open window shows in the picture.
    appearance.setTextScale(*textScale);

    settle();
    QImage image(*size * *scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(*scale);
    QWidget *drawn = &window;
    if (page == "presenting"_L1) {
        drawn = window.presence()->makePresentation();
        static_cast<Presentation *>(drawn)->showPage(Presentation::Page::Map);
        drawn->resize(*size);
        drawn->show();
        settle();
    }
    drawn->render(&image);
    if (QWidget *dialog = QApplication::activeModalWidget())
        drawDialog(window, *dialog, image);
    QSaveFile file(context.option("o"));
    if (!file.open(QIODevice::WriteOnly))
        return context.refuse(file.fileName(), file.errorString());
    QImageWriter writer(&file, "png");
    if (!writer.write(image))
        return context.refuse(file.fileName(), writer.errorString());
    if (!file.commit())
        return context.refuse(file.fileName(), file.errorString());
    return Exit::Done;
}

} // namespace

extern const Command shotCommand;
const Command shotCommand = {"shot", "FILE PAGE", 2, 2,
    QT_TRANSLATE_NOOP("commands",
        "Draws the real window without a display. PAGE: welcome, presence, board, map, trends, territory, "
        "settle, conflicts, compare, presenting, restore, programmes, agenda, people, project:CODE."),
    {{"o", "OUT.png", QT_TRANSLATE_NOOP("commands", "where to"), CommandOption::Use::Required},
        {"size", "1280x800", QT_TRANSLATE_NOOP("commands", "of the window (1280x800)")},
        {"scale", "N", QT_TRANSLATE_NOOP("commands", "pixels of the picture for one of the window (1)")},
        {"theme", "light|dark", QT_TRANSLATE_NOOP("commands", "the theme (light)")},
        {"text", "PERCENT", QT_TRANSLATE_NOOP("commands", "size of the text, 80 to 200 (100)")},
        {"language", "L", QT_TRANSLATE_NOOP("commands", "en, fr, es ... (the user's)")},
        {"as-of", "DATE", QT_TRANSLATE_NOOP("commands", "2007, 2007-02, 2007-02-15 or today (the default)")},
        {"select", "CODE", QT_TRANSLATE_NOOP("commands", "the territory whose row is marked")},
        {"show", "FIGURE",
            QT_TRANSLATE_NOOP("commands", "activities, awards ...: what was done, on board, map and chart")}},
    run, Command::Needs::Widgets};

} // namespace liaison
