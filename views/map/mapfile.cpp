#include "views/map/mapfile.h"

#include <QCoreApplication>

#include <algorithm>

namespace liaison {

namespace {

constexpr char magic[] = "LMAP1\n";
constexpr qsizetype magicLength = 6;

void put(QByteArray &out, quint32 value)
{
    while (value >= 0x80) {
        out.append(static_cast<char>((value & 0x7f) | 0x80));
        value >>= 7;
    }
    out.append(static_cast<char>(value));
}

// Zigzag: small numbers of either sign are short.
void putSigned(QByteArray &out, int value)
{
    put(out, (static_cast<quint32>(value) << 1) ^ static_cast<quint32>(value >> 31));
}

void putText(QByteArray &out, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    put(out, static_cast<quint32>(bytes.size()));
    out.append(bytes);
}

// Reads what put() wrote; once anything is wrong all further answers are 0 and `ok` stays false.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes)
        : m_bytes(bytes)
    {
    }

    quint32 number()
    {
        quint32 value = 0;
        for (int shift = 0; shift < 35 && m_at < m_bytes.size(); shift += 7) {
            const auto byte = static_cast<quint8>(m_bytes[m_at++]);
            value |= static_cast<quint32>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return value;
        }
        ok = false;
        return 0;
    }
    int signedNumber()
    {
        const quint32 value = number();
        return static_cast<int>(value >> 1) ^ -static_cast<int>(value & 1);
    }
    // A count of things of at least a byte each: more than is left cannot be.
    size_t count()
    {
        const quint32 value = number();
        if (value > static_cast<size_t>(m_bytes.size() - m_at))
            ok = false;
        return ok ? value : 0;
    }
    QByteArrayView take(size_t length)
    {
        const QByteArrayView taken = m_bytes.sliced(m_at, static_cast<qsizetype>(length));
        m_at += taken.size();
        return taken;
    }
    bool atEnd() const { return m_at == m_bytes.size(); }

    bool ok = true;

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
};

MapFile::Ring readRing(Reader &in)
{
    MapFile::Ring ring;
    const size_t length = in.count();
    ring.vertices.reserve(length);
    QPoint at;
    for (size_t i = 0; i < length && in.ok; ++i) {
        at.rx() += in.signedNumber();
        at.ry() += in.signedNumber();
        if (std::abs(at.x()) > 1'800'000 || std::abs(at.y()) > 900'000)
            in.ok = false;
        ring.vertices.push_back(at);
    }
    for (size_t i = 0; i < length && in.ok; ++i) {
        ring.coarsest.push_back(static_cast<quint8>(in.number()));
        if (ring.coarsest.back() >= MapFile::levels)
            in.ok = false;
    }
    return ring;
}

} // namespace

QByteArray encodeMapFile(const MapFile &map)
{
    QByteArray out;
    put(out, static_cast<quint32>(map.shapes.size()));
    for (const MapFile::Shape &shape : map.shapes) {
        putText(out, shape.code);
        putText(out, shape.name);
        put(out, static_cast<quint32>(shape.rings.size()));
        for (const MapFile::Ring &ring : shape.rings) {
            put(out, static_cast<quint32>(ring.vertices.size()));
            QPoint before;
            for (const QPoint &vertex : ring.vertices) {
                putSigned(out, vertex.x() - before.x());
                putSigned(out, vertex.y() - before.y());
                before = vertex;
            }
            for (const quint8 level : ring.coarsest)
                put(out, level);
        }
    }
    return QByteArray(magic, magicLength) + qCompress(out, 9);
}

Result<MapFile> decodeMapFile(const QByteArray &bytes)
{
    const auto refuse = [] {
        return Error(QCoreApplication::translate("liaison::MapFile", "the map cannot be read"), {},
            QCoreApplication::translate("liaison::MapFile", "it is not a map of this program, or damaged"));
    };
    constexpr qsizetype sizeLength = 4; // which qCompress() writes
    if (!bytes.startsWith(magic) || bytes.size() <= magicLength + sizeLength)
        return refuse();
    const QByteArray body = qUncompress(bytes.sliced(magicLength));
    Reader in(body);
    MapFile map;
    map.shapes.resize(in.count());
    for (MapFile::Shape &shape : map.shapes) {
        shape.code = QString::fromUtf8(in.take(in.count()));
        shape.name = QString::fromUtf8(in.take(in.count()));
        shape.rings.resize(in.count());
        for (MapFile::Ring &ring : shape.rings)
            ring = readRing(in);
        if (!in.ok)
            return refuse();
    }
    if (!in.ok || !in.atEnd() || map.shapes.empty())
        return refuse();
    return map;
}

} // namespace liaison
