#include "app/commands/terminal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

namespace {

bool isObeyed(char32_t c)
{
    // C0 and C1, and what turns the direction of the text around it (Unicode's Bidi_Control).
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

// How many columns of a terminal: marks that stand over their letter take none. Wide letters of East Asia are counted
// as one; their columns may be out of line.
qsizetype widthOf(const QString &text)
{
    qsizetype width = 0;
    for (const char32_t c : text.toUcs4()) {
        const auto category = QChar::category(c);
        if (category != QChar::Mark_NonSpacing && category != QChar::Mark_Enclosing)
            ++width;
    }
    return width;
}

} // namespace

QString printable(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (const char32_t c : text.toUcs4()) {
        if (c == u'\n' || c == u'\t')
            out += u' ';
        else if (isObeyed(c))
            out += QChar(QChar::ReplacementCharacter);
        else
            out += QString::fromUcs4(&c, 1);
    }
    return out;
}

QByteArray TextTable::toText() const
{
    std::vector<qsizetype> widths;
    std::vector<QStringList> rows;
    for (const QStringList &row : m_rows) {
        QStringList clean;
        for (const QString &cell : row)
            clean.append(printable(cell));
        widths.resize(std::max(widths.size(), static_cast<size_t>(clean.size())), 0);
        for (qsizetype i = 0; i < clean.size(); ++i)
            widths[static_cast<size_t>(i)] = std::max(widths[static_cast<size_t>(i)], widthOf(clean.at(i)));
        rows.push_back(clean);
    }
    QByteArray out;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i) + QString(widths[static_cast<size_t>(i)] - widthOf(row.at(i)) + 2, u' ');
        while (line.endsWith(u' '))
            line.chop(1);
        out += line.toUtf8() + '\n';
    }
    return out;
}

QByteArray jsonText(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Indented);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace liaison
