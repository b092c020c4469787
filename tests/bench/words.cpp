#include "tests/bench/words.h"

using namespace Qt::StringLiterals;

namespace liaison::bench {

QString wordNumber(int number)
{
    static const QString syllables[] = {u"ba"_s, u"co"_s, u"di"_s, u"fu"_s, u"ge"_s, u"la"_s, u"me"_s,
        u"ni"_s, u"ro"_s, u"su"_s, u"ta"_s, u"vé"_s, u"xi"_s, u"zo"_s, u"pa"_s, u"ku"_s};
    QString word;
    for (int rest = number + 16; rest > 0; rest /= 16)
        word += syllables[rest % 16];
    return word;
}

QString textOf(Dice &dice, int length)
{
    QString text;
    text.reserve(length + 16);
    while (text.size() < length)
        text += wordNumber(dice.skewed(20'000)) + u' ';
    return text.left(length).trimmed();
}

} // namespace liaison::bench
