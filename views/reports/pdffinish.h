#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QRectF>
#include <QString>

#include <vector>

namespace liaison {

// What QPdfWriter cannot write.
struct PdfProperties
{
    struct Bookmark
    {
        QString title;
        int page = 0; // counted from 1
    };
    struct Link
    {
        int from = 0; // pages, counted from 1
        int to = 0;
        QRectF area; // points from the bottom left corner, as PDF counts
    };

    QString title;
    QString author;
    QString subject;
    QString language; // BCP 47: "en"
    QDateTime created;
    std::vector<Bookmark> bookmarks;
    std::vector<Link> links;
};

// Gives Qt's PDF its metadata, outline and links. Equal input and properties give equal bytes, on any day.
Result<QByteArray> finishPdf(const QByteArray &pdf, const PdfProperties &properties);

} // namespace liaison
