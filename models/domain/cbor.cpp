#include "models/domain/cbor.h"

#include <QStringDecoder>

#include <limits>

namespace liaison {

void CborWriter::head(unsigned major, quint64 argument)
{
    const auto first = [&](unsigned info) { m_out.append(static_cast<char>((major << 5) | info)); };
    int size = 0;
    if (argument < 24) {
        first(static_cast<unsigned>(argument));
    } else if (argument <= 0xff) {
        first(24);
        size = 1;
    } else if (argument <= 0xffff) {
        first(25);
        size = 2;
    } else if (argument <= 0xffffffff) {
        first(26);
        size = 4;
    } else {
        first(27);
        size = 8;
    }
    for (int shift = (size - 1) * 8; shift >= 0; shift -= 8)
        m_out.append(static_cast<char>((argument >> shift) & 0xff));
}

void CborWriter::integer(qint64 number)
{
    if (number >= 0)
        head(0, static_cast<quint64>(number));
    else
        head(1, static_cast<quint64>(-1 - number));
}

void CborWriter::bytes(QByteArrayView content)
{
    head(2, static_cast<quint64>(content.size()));
    m_out.append(content);
}

void CborWriter::utf8(QByteArrayView content)
{
    head(3, static_cast<quint64>(content.size()));
    m_out.append(content);
}

CborReader::Kind CborReader::peek() const
{
    if (m_failed || m_at >= m_input.size())
        return Kind::Invalid;
    const auto first = static_cast<quint8>(m_input.at(m_at));
    switch (first >> 5) {
    case 0:
    case 1:
        return Kind::Integer;
    case 2:
        return Kind::Bytes;
    case 3:
        return Kind::Text;
    case 4:
        return Kind::Array;
    case 5:
        return Kind::Map;
    case 7:
        if (first == 0xf4 || first == 0xf5)
            return Kind::Boolean;
        if (first == 0xf6)
            return Kind::Null;
        break;
    default:
        break;
    }
    return Kind::Invalid;
}

// The argument of an item of this major type; shortest form only.
std::optional<quint64> CborReader::head(unsigned major)
{
    const auto fail = [this]() -> std::optional<quint64> {
        m_failed = true;
        return std::nullopt;
    };
    if (m_failed || m_at >= m_input.size())
        return fail();
    const auto first = static_cast<quint8>(m_input.at(m_at));
    if (unsigned(first >> 5) != major)
        return fail();
    const unsigned info = first & 0x1f;
    if (info < 24) {
        ++m_at;
        return info;
    }
    if (info > 27)
        return fail();
    const qsizetype size = qsizetype(1) << (info - 24);
    if (m_input.size() - m_at - 1 < size)
        return fail();
    quint64 argument = 0;
    for (qsizetype i = 1; i <= size; ++i)
        argument = (argument << 8) | static_cast<quint8>(m_input.at(m_at + i));
    static constexpr quint64 smallest[] = {24, 0x100, 0x10000, 0x100000000};
    if (argument < smallest[info - 24])
        return fail();
    m_at += 1 + size;
    return argument;
}

std::optional<qint64> CborReader::integer()
{
    const bool negative = peek() == Kind::Integer && (static_cast<quint8>(m_input.at(m_at)) >> 5) == 1;
    const auto argument = head(negative ? 1 : 0);
    if (!argument)
        return std::nullopt;
    if (*argument > static_cast<quint64>(std::numeric_limits<qint64>::max())) {
        m_failed = true;
        return std::nullopt;
    }
    const auto number = static_cast<qint64>(*argument);
    return negative ? -1 - number : number;
}

std::optional<QByteArrayView> CborReader::string(unsigned major)
{
    const auto size = head(major);
    if (!size)
        return std::nullopt;
    if (*size > static_cast<quint64>(m_input.size() - m_at)) {
        m_failed = true;
        return std::nullopt;
    }
    const QByteArrayView view = m_input.sliced(m_at, static_cast<qsizetype>(*size));
    m_at += view.size();
    return view;
}

std::optional<QByteArray> CborReader::bytes()
{
    const auto view = string(2);
    return view ? std::optional(view->toByteArray()) : std::nullopt;
}

std::optional<QString> CborReader::text()
{
    const auto view = string(3);
    if (!view)
        return std::nullopt;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder(*view);
    if (decoder.hasError()) {
        m_failed = true;
        return std::nullopt;
    }
    return text;
}

std::optional<QByteArrayView> CborReader::utf8()
{
    const auto view = string(3);
    m_failed = m_failed || !view->isValidUtf8();
    return m_failed ? std::nullopt : view;
}

// A count can never exceed what the remaining bytes could hold: no huge allocation from a flipped bit.
std::optional<qsizetype> CborReader::count(unsigned major, qsizetype smallestItem)
{
    const auto number = head(major);
    if (!number)
        return std::nullopt;
    if (*number > static_cast<quint64>((m_input.size() - m_at) / smallestItem)) {
        m_failed = true;
        return std::nullopt;
    }
    return static_cast<qsizetype>(*number);
}

std::optional<qsizetype> CborReader::array()
{
    return count(4, 1);
}

std::optional<qsizetype> CborReader::map()
{
    return count(5, 2);
}

std::optional<bool> CborReader::boolean()
{
    if (peek() != Kind::Boolean) {
        m_failed = true;
        return std::nullopt;
    }
    return static_cast<quint8>(m_input.at(m_at++)) == 0xf5;
}

bool CborReader::null()
{
    if (peek() != Kind::Null) {
        m_failed = true;
        return false;
    }
    ++m_at;
    return true;
}

} // namespace liaison
