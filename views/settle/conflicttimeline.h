#pragma once

#include "models/figures/standing.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace liaison {

/// How a conflict came about, as a picture of time: what was known, who wrote what apart from each other, and
/// that nobody has chosen yet. Time runs from the left in every language; an accessible description says the
/// same in words.
class ConflictTimeline : public QWidget
{
    Q_OBJECT

public:
    struct Version
    {
        QString value;
        qint64 at = 0; ///< when it was written, milliseconds since 1970
        QString author;
        std::optional<Standing> standing; ///< of an indicator's reading
    };

    /// @param before what stood there when they wrote; empty: nothing did
    /// @param versions in order of time; a line each
    ConflictTimeline(const QString &before, std::vector<Version> versions, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString labelOf(const Version &version) const;
    qreal lineY(size_t line) const;
    qreal placeOf(const Version &version) const;

    QString m_before;
    std::vector<Version> m_versions;
};

} // namespace liaison
