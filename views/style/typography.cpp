#include "views/style/typography.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QFontDatabase>
#include <QLoggingCategory>
#include <QResource>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside any namespace. It is needed because a static library's resources
// register themselves only if the linker keeps their object.
static void initResources()
{
    Q_INIT_RESOURCE(liaison_fonts);
    Q_INIT_RESOURCE(liaison_icons);
}

namespace liaison {

namespace {

Q_LOGGING_CATEGORY(styleLog, "liaison.style")

struct Type
{
    QLatin1StringView name;
    qreal points;
    int lineHeight; // px
    QFont::Weight weight;
    Face face;
};

constexpr qreal bodyPoints = 9.75;

// In the order of FontRole.
constexpr std::array<Type, fontRoleCount> types = {{
    {"PageTitle"_L1, 14.25, 24, QFont::Medium, Face::Normal},
    {"InspectorTitle"_L1, 11.25, 20, QFont::Medium, Face::Normal},
    {"Body"_L1, bodyPoints, 18, QFont::Normal, Face::Normal},
    {"BodyStrong"_L1, bodyPoints, 18, QFont::Medium, Face::Normal},
    {"Secondary"_L1, 9.0, 16, QFont::Normal, Face::Normal},
    {"SecondaryStrong"_L1, 9.0, 16, QFont::Medium, Face::Normal},
    {"Caption"_L1, 8.25, 14, QFont::Normal, Face::Normal},
    {"CaptionStrong"_L1, 8.25, 14, QFont::Medium, Face::Normal},
    {"Figure"_L1, 18.0, 30, QFont::Medium, Face::Normal},
    {"Presentation"_L1, 24.0, 40, QFont::Medium, Face::Normal},
    {"PresentationText"_L1, 14.25, 24, QFont::Normal, Face::Normal},
    {"Condensed"_L1, 8.25, 14, QFont::Normal, Face::Condensed},
    {"CondensedStrong"_L1, 8.25, 14, QFont::Medium, Face::Condensed},
}};

QString robotoFamily()
{
    return QStringLiteral("Roboto");
}

const Type &typeOf(FontRole role)
{
    return types[static_cast<std::size_t>(role)];
}

void registerFonts()
{
    QDirIterator files(QStringLiteral(":/style/fonts"));
    while (files.hasNext()) {
        const QResource resource(files.next());
        // Stored without compression: the font engine may keep reading these bytes, they live as long as the
        // program.
        const auto bytes = resource.uncompressedData();
        if (QFontDatabase::addApplicationFontFromData(bytes) < 0)
            qCWarning(styleLog) << "font not usable:" << resource.fileName();
    }
}

} // namespace

void initStyle()
{
    static const bool once = [] {
        initResources();
        registerFonts();
        return true;
    }();
    Q_UNUSED(once)
}

QFont textFont(FontRole role)
{
    // A font keeps the engine it was resolved to, so one object serves each role; it must go before the
    // application.
    struct Kept
    {
        qreal scale = 0;
        std::array<std::optional<QFont>, fontRoleCount> fonts;
    };
    static std::unique_ptr<Kept> kept;
    if (!kept) {
        kept = std::make_unique<Kept>();
        qAddPostRoutine([] { kept.reset(); });
    }
    if (const qreal scale = textScale(); scale != kept->scale) {
        *kept = Kept();
        kept->scale = scale;
    }
    auto &font = kept->fonts[static_cast<std::size_t>(role)];
    if (!font)
        font = textFont(role, kept->scale);
    return *font;
}

QFont textFont(FontRole role, qreal scale)
{
    const Type &type = typeOf(role);
    return pointFont(type.points * scale, type.weight, type.face);
}

QFont pointFont(qreal points, QFont::Weight weight, Face face)
{
    QFont f;
    f.setFamilies({face == Face::Normal ? robotoFamily() : QStringLiteral("Roboto Condensed"),
        QStringLiteral("Noto Sans Arabic")});
    f.setPointSizeF(points);
    f.setWeight(weight);
    return f;
}

QString roleName(FontRole role)
{
    return typeOf(role).name;
}

int lineHeight(FontRole role)
{
    return scaledPx(typeOf(role).lineHeight);
}

qreal textScale()
{
    const QFont body = QApplication::font();
    // Before applyStyle() the font is the desktop's and says nothing about our scale.
    const bool ours = body.families().value(0) == robotoFamily();
    return ours && body.pointSizeF() > 0 ? boundedTextScale(body.pointSizeF() / bodyPoints) : 1.0;
}

qreal boundedTextScale(qreal scale)
{
    return std::clamp(scale, 0.8, 2.0);
}

int scaledPx(int px)
{
    return qRound(px * textScale());
}

} // namespace liaison
