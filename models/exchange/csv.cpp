#include "models/exchange/csv.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

constexpr qsizetype largestFile = 64 << 20;
constexpr size_t mostRows = 1'048'576;
constexpr qsizetype mostColumns = 1'000;
constexpr qint64 mostFields = 10'000'000;
constexpr qsizetype longestField = 32'767;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(csv)
};

struct Place
{
    int line = 1;
    int column = 1;
};

Error fault(const QString &name, Place place, const QString &why)
{
    return {Tr::tr("cannot read the table"), u"%1:%2:%3"_s.arg(name).arg(place.line).arg(place.column), why};
}

bool endsLine(QStringView text, qsizetype i)
{
    return text[i] == u'\n' || (text[i] == u'\r' && (i + 1 == text.size() || text[i + 1] != u'\n'));
}

// Past the character at i. A CRLF is one line end, a surrogate pair one character.
void advance(Place &place, QStringView text, qsizetype i)
{
    if (endsLine(text, i))
        place = {place.line + 1, 1};
    else if (!text[i].isLowSurrogate())
        ++place.column;
}

Place placeOf(QStringView text, qsizetype offset)
{
    Place place;
    for (qsizetype i = 0; i < offset; ++i)
        advance(place, text, i);
    return place;
}

// The state machine of RFC 4180, one character at a time.
class Reader
{
public:
    Reader(const QString &text, QChar separator, BlankLines blankLines, const QString &name)
        : m_text(text)
        , m_separator(separator)
        , m_blankLines(blankLines)
        , m_name(name)
    {
    }

    Result<std::vector<CsvRow>> read()
    {
        for (qsizetype i = 0; i < m_text.size(); ++i) {
            const QString why = take(m_text[i]);
            if (!why.isEmpty())
                return fault(m_name, m_state == State::Quoted ? m_begin : m_place, why);
            advance(m_place, m_text, i);
        }
        if (m_state == State::Quoted)
            return fault(m_name, m_begin, Tr::tr("a quote is opened here and never closed"));
        // A line end after the last row does not begin another one.
        if (m_state != State::RowBegin && m_state != State::CarriageReturn) {
            if (const QString why = endRow(); !why.isEmpty())
                return fault(m_name, m_place, why);
        }
        return std::move(m_rows);
    }

private:
    enum class State { RowBegin, FieldBegin, Bare, Quoted, QuoteInQuoted, CarriageReturn };

    // Returns why the character cannot stand here, or nothing.
    QString take(QChar c)
    {
        if (m_state == State::CarriageReturn) {
            m_state = State::RowBegin;
            if (c == u'\n')
                return {};
        }
        if (m_state == State::Quoted) {
            if (c == u'"')
                m_state = State::QuoteInQuoted;
            else
                m_field += c;
            return m_field.size() > longestField ? tooLong() : QString();
        }
        if (c == m_separator) {
            begin();
            return endField(State::FieldBegin);
        }
        if (c == u'\n' || c == u'\r') {
            const QString why = endRow();
            m_state = c == u'\r' ? State::CarriageReturn : State::RowBegin;
            return why;
        }
        if (m_state == State::QuoteInQuoted) {
            if (c != u'"')
                return Tr::tr("text after the closing quote");
            m_field += c;
            m_state = State::Quoted;
            return {};
        }
        if (c == u'"') {
            if (m_state == State::Bare)
                return Tr::tr("a quote inside a field that does not begin with one");
            begin();
            m_state = State::Quoted;
            return {};
        }
        begin();
        m_state = State::Bare;
        m_field += c;
        return m_field.size() > longestField ? tooLong() : QString();
    }

    // Remembers where the field begins, once.
    void begin()
    {
        if (m_state == State::RowBegin)
            m_row.line = m_place.line;
        if (m_state == State::RowBegin || m_state == State::FieldBegin)
            m_begin = m_place;
    }

    QString endField(State next)
    {
        m_row.lines.push_back(m_begin.line);
        m_row.columns.push_back(m_begin.column);
        m_row.fields.append(m_field);
        m_field = QString();
        m_state = next;
        if (m_row.fields.size() > mostColumns)
            return Tr::tr("more than %L1 columns").arg(mostColumns);
        return ++m_fields > mostFields ? Tr::tr("more than %L1 fields").arg(mostFields) : QString();
    }

    QString endRow()
    {
        if (m_state == State::RowBegin && m_blankLines == BlankLines::Skip)
            return {};
        begin();
        if (const QString why = endField(State::RowBegin); !why.isEmpty())
            return why;
        m_rows.push_back(std::exchange(m_row, {}));
        return m_rows.size() > mostRows ? Tr::tr("more than %L1 rows").arg(mostRows) : QString();
    }

    static QString tooLong() { return Tr::tr("a field of more than %L1 characters").arg(longestField); }

    QStringView m_text;
    QChar m_separator;
    BlankLines m_blankLines;
    QString m_name;
    State m_state = State::RowBegin;
    Place m_place;
    Place m_begin;
    QString m_field;
    CsvRow m_row;
    std::vector<CsvRow> m_rows;
    qint64 m_fields = 0;
};

Result<QString> decodeUtf16(const QByteArray &bytes, const QString &name)
{
    QStringDecoder decoder(QStringDecoder::Utf16);
    const QString text = decoder(bytes);
    if (bytes.size() % 2 != 0)
        return fault(name, placeOf(text, text.size()), Tr::tr("half a character of UTF-16"));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool paired = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (text[i].isSurrogate() && !paired)
            return fault(name, placeOf(text, i), Tr::tr("half a character of UTF-16"));
        i += paired ? 1 : 0;
    }
    return text;
}

Result<QString> decode(const QByteArray &bytes, const QString &name)
{
    if (bytes.size() > largestFile)
        return Error{Tr::tr("cannot read the table"), name, Tr::tr("larger than 64 MiB")};
    const bool utf16 = bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff");
    QString text;
    if (utf16) {
        auto decoded = decodeUtf16(bytes, name);
        if (!decoded)
            return decoded.error();
        text = std::move(*decoded);
    } else {
        // What is no UTF-8 becomes U+0000, which tells its place; the LF ends a character that was cut in
        // two.
        QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInvalidToNull);
        text = decoder(bytes);
        // The last character may be cut in two; the decoder keeps its half for what follows.
        if (const QString rest = decoder(QByteArrayView("\n")); rest != u"\n")
            text += QChar(u'\0');
    }
    const qsizetype nul = text.indexOf(QChar(u'\0'));
    if (nul < 0)
        return text;
    return fault(name, placeOf(text, nul),
        utf16 || bytes.contains('\0') ? Tr::tr("a NUL character; save the table as text in UTF-8")
                                      : Tr::tr("not UTF-8; save the table in UTF-8"));
}

} // namespace

Result<std::vector<CsvRow>> readCells(
    const QString &text, QChar separator, BlankLines blankLines, const QString &name)
{
    return Reader(text, separator, blankLines, name).read();
}

Result<std::vector<CsvRow>> readCsv(const QByteArray &bytes, const QString &name)
{
    const auto text = decode(bytes, name);
    if (!text)
        return text.error();
    return readCells(*text, u',', BlankLines::Skip, name);
}

QString csvLine(const QStringList &fields)
{
    QStringList quoted;
    for (QString field : fields) {
        const bool needed = std::any_of(field.begin(), field.end(),
            [](QChar c) { return c == u',' || c == u'"' || c == u'\n' || c == u'\r'; });
        // Alone and empty it would be a blank line, which is no row.
        if (needed || (fields.size() == 1 && field.isEmpty()))
            field = u'"' + field.replace(u'"', u"\"\""_s) + u'"';
        quoted.append(field);
    }
    return quoted.join(u',') + u'\n';
}

} // namespace liaison
