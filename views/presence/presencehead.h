#pragma once

#include "models/figures/region.h"
#include "views/presence/presenceviews.h"

#include <QWidget>

#include <functional>
#include <vector>

class QButtonGroup;
class QComboBox;
class QLabel;
class QToolButton;

namespace liaison {

class DateBox;

/// The head of Presence: what is shown, as of when, in which views, and whether the inspector stands beside.
class PresenceHead : public QWidget
{
    Q_OBJECT

public:
    /// @param today asked when it is needed, because midnight passes
    explicit PresenceHead(std::function<QDate()> today, QWidget *parent = nullptr);

    void setSubtitle(const QString &text);
    void setRegions(const std::vector<Region> &regions, QUuid current);
    DateBox *dateBox() const { return m_date; }
    void setShown(PresenceViews::Shown shown);
    QToolButton *inspectorButton() const { return m_inspector; }
    QSize minimumSizeHint() const override; ///< with the views as icons

Q_SIGNALS:
    void regionChosen(int place);
    void viewChosen(liaison::PresenceViews::Shown shown);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateSizes();

    QLabel *m_subtitle;
    QComboBox *m_region;
    DateBox *m_date;
    QButtonGroup *m_views;
    QToolButton *m_inspector;
};

} // namespace liaison
