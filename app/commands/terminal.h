#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <vector>

namespace liaison {

// Text as it may be shown on a terminal: control characters, which a terminal would obey, are replaced.
QString printable(const QString &text);

// Rows of cells as aligned columns for people; the first is the head.
class TextTable
{
public:
    explicit TextTable(const QStringList &head) { m_rows.push_back(head); }

    void add(const QStringList &row) { m_rows.push_back(row); }
    QByteArray toText() const;

private:
    std::vector<QStringList> m_rows;
};

// An object or array as a file ends: indented, UTF-8, with a line feed.
QByteArray jsonText(const QJsonValue &value);
// What is empty is null there.
QJsonValue orNull(const QString &text);

} // namespace liaison
