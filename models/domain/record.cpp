#include "models/domain/record.h"

namespace liaison {

const Value &Record::value(QLatin1StringView field) const
{
    static const Value none;
    const int index = m_entity ? m_entity->indexOf(field) : -1;
    return index < 0 ? none : valueAt(index);
}

} // namespace liaison
