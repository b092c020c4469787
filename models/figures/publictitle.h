#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QUuid>

namespace liaison {

class Store;

// What a row is called where no personal or internal field may be shown: its title without those. An
// attendance is then called by its activity, not by who was there. Empty when nothing else is left.
QString publicTitle(const Store &store, QAnyStringView entity, QUuid row);

} // namespace liaison
