#pragma once

#include "views/widgets/filterchip.h"

#include <QStringList>

namespace liaison {

/// A chip that chooses what is shown: "Show Activities", opening a menu of all there is. There is always one.
class ChoiceChip : public FilterChip
{
    Q_OBJECT

public:
    explicit ChoiceChip(const QString &title, QWidget *parent = nullptr);

    void setChoices(const QStringList &choices);
    int current() const { return m_current; }
    /// Chooses without telling.
    void setCurrent(int choice);

Q_SIGNALS:
    void chosen(int choice);

private:
    QString m_title;
    QStringList m_choices;
    int m_current = 0;
};

} // namespace liaison
