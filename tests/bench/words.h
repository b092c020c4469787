#pragma once

#include <QString>

#include <random>

namespace liaison::bench {

// Numbers that are the same on every machine for a seed. The standard fixes what the engine gives, but not
// what its distributions make of it.
class Dice
{
public:
    explicit Dice(quint32 seed)
        : m_engine(seed)
    {
    }
    int upTo(int end) { return static_cast<int>(m_engine() % static_cast<unsigned>(end)); }
    // Small ones much more often, like words in a text.
    int skewed(int end)
    {
        const double part = double(m_engine()) / 4294967296.0;
        return static_cast<int>(part * part * part * end);
    }

private:
    std::mt19937 m_engine;
};

// A made-up word for each number.
QString wordNumber(int number);
// Such words, at most so many characters of them.
QString textOf(Dice &dice, int length);

} // namespace liaison::bench
