#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QPoint>
#include <QString>

#include <vector>

namespace liaison {

/// The outlines of the world as they lie in the program's resources: whole, in 1/10,000 degree, each vertex
/// with the coarsest level of detail that still has it. Made by resources/map/makemap.cpp, read by
/// MapGeometry.
struct MapFile
{
    /// Level 0 has every vertex; each further level leaves out what deviates less than its tolerance, in
    /// degrees.
    static constexpr int levels = 5;
    static constexpr double tolerances[levels] = {0, 0.006, 0.025, 0.08, 0.25};
    static constexpr double unit = 1e-4; ///< degrees

    struct Ring
    {
        std::vector<QPoint> vertices; ///< longitude, latitude; the first is not repeated at the end
        std::vector<quint8> coarsest; ///< one a vertex
        bool operator==(const Ring &) const = default;
    };
    struct Shape
    {
        QString code; ///< ISO 3166-1, or XK
        QString name; ///< English; for land without a row of its own
        /// Outer rings counter-clockwise, holes clockwise; cut at the antimeridian and closed over the pole.
        std::vector<Ring> rings;
        bool operator==(const Shape &) const = default;
    };

    std::vector<Shape> shapes; ///< by code

    bool operator==(const MapFile &) const = default;
};

/// Compact: deltas of variable length, then zlib. Equal maps give equal bytes with one version of zlib.
QByteArray encodeMapFile(const MapFile &map);
/// Refuses what encodeMapFile() did not write.
Result<MapFile> decodeMapFile(const QByteArray &bytes);

} // namespace liaison
