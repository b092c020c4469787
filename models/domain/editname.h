#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <algorithm>
#include <array>
#include <compare>

namespace liaison {

// The name of an edit: the first 16 bytes of the SHA-256 of its canonical form (store.md, section 2). All zeros: none.
class EditName
{
public:
    static constexpr qsizetype size = 16;

    EditName() = default;
    // Of a length other than 16: no name.
    static EditName fromBytes(QByteArrayView bytes)
    {
        EditName name;
        if (bytes.size() == size)
            std::copy(bytes.begin(), bytes.end(), name.m_bytes.begin());
        return name;
    }
    static EditName fromHex(const QString &hex) { return fromBytes(QByteArray::fromHex(hex.toLatin1())); }

    bool isNull() const { return *this == EditName(); }
    QByteArray bytes() const { return QByteArray(m_bytes.data(), size); }
    QString toHex() const { return QString::fromLatin1(bytes().toHex()); }

    bool operator==(const EditName &) const = default;
    // As unsigned bytes: the order of store.md, R4.
    std::strong_ordering operator<=>(const EditName &other) const
    {
        for (size_t i = 0; i < m_bytes.size(); ++i) {
            const auto order = static_cast<unsigned char>(m_bytes[i]) <=> static_cast<unsigned char>(other.m_bytes[i]);
            if (order != 0)
                return order;
        }
        return std::strong_ordering::equal;
    }
    friend size_t qHash(const EditName &name, size_t seed = 0)
    {
        return qHashBits(name.m_bytes.data(), size, seed);
    }

private:
    std::array<char, size> m_bytes = {};
};

} // namespace liaison

template<>
struct std::hash<liaison::EditName>
{
    size_t operator()(const liaison::EditName &name) const noexcept { return qHash(name); }
};
