#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace liaison {

// Why something was refused. All three are for people: what was being done, where (file, line, field, cell)
// and why it cannot be. Whoever returns an Error has changed nothing.
struct Error
{
    QString what;
    QString where;
    QString why;

    // "what: where: why", leaving out what is empty.
    QString message() const
    {
        QString text = what;
        for (const QString &part : {where, why}) {
            if (!part.isEmpty())
                text += (text.isEmpty() ? QString() : QStringLiteral(": ")) + part;
        }
        return text;
    }
};

// A value or the reason why there is none; stands in for std::expected, which GCC 12 lacks.
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::move(value)) { }
    Result(Error error) : m_state(std::move(error)) { }

    bool ok() const { return std::holds_alternative<T>(m_state); }
    explicit operator bool() const { return ok(); }

    // Only when ok().
    T &value() { return std::get<T>(m_state); }
    const T &value() const { return std::get<T>(m_state); }
    T &operator*() { return value(); }
    const T &operator*() const { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    // Only when not ok().
    const Error &error() const { return std::get<Error>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) { }

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace liaison
