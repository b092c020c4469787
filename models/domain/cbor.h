#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace liaison {

// Deterministic CBOR (RFC 8949, section 4.2.1), the subset Liaison writes: integers, byte and text strings, arrays,
// maps, false, true, null; definite and shortest lengths only. A writer and a reader of our own, because a reader
// must refuse every other encoding of the same content, on which QCborStreamReader is lenient by design.
class CborWriter
{
public:
    void integer(qint64 number);
    void bytes(QByteArrayView content);
    void text(const QString &content) { utf8(content.toUtf8()); }
    void utf8(QByteArrayView content); // a text, encoded already
    void array(qsizetype count) { head(4, static_cast<quint64>(count)); }
    void map(qsizetype count) { head(5, static_cast<quint64>(count)); }
    void boolean(bool yes) { m_out.append(yes ? '\xf5' : '\xf4'); }
    void null() { m_out.append('\xf6'); }
    void raw(QByteArrayView encoded) { m_out.append(encoded); }

    const QByteArray &result() const { return m_out; }
    QByteArray take() { return std::move(m_out); }

private:
    void head(unsigned major, quint64 argument);
    QByteArray m_out;
};

// Bounds-checked. After the first fault every call gives nothing.
class CborReader
{
public:
    enum class Kind { Integer, Bytes, Text, Array, Map, Boolean, Null, Invalid };

    explicit CborReader(QByteArrayView input) : m_input(input) { }

    Kind peek() const;
    std::optional<qint64> integer();
    std::optional<QByteArray> bytes();
    std::optional<QString> text();    // refuses bad UTF-8
    std::optional<QByteArrayView> utf8(); // the same, undecoded
    std::optional<qsizetype> array(); // the number of items
    std::optional<qsizetype> map();   // the number of pairs
    std::optional<bool> boolean();
    bool null();
    // Where reading stands: for the order of keys and for keeping an item's bytes.
    qsizetype offset() const { return m_at; }
    bool atEnd() const { return !m_failed && m_at == m_input.size(); }
    bool failed() const { return m_failed; }

private:
    std::optional<quint64> head(unsigned major);
    std::optional<QByteArrayView> string(unsigned major);
    std::optional<qsizetype> count(unsigned major, qsizetype smallestItem);

    QByteArrayView m_input;
    qsizetype m_at = 0;
    bool m_failed = false;
};

} // namespace liaison
