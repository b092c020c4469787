// killchild FILE TOKENS SEED: commits one edit after another into FILE and prints the name of each once
// commit() has returned. tst_storekill ends it whenever it likes.
#include "models/store/store.h"
#include "tests/models/store/samplecatalogue.h"

#include <QCoreApplication>

#include <cstdio>
#include <random>

using namespace liaison;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const Surroundings surroundings{systemClock(), u"child"_s, arguments[2]};
    auto opened = Store::open(arguments[1], OpenMode::ReadWrite, surroundings, sampleCatalogue());
    if (!opened.store) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error.message()));
        return 1;
    }
    Store &store = *opened.store;
    std::mt19937 random(arguments[3].toUInt());
    const Entity &note = *sampleCatalogue().entity(sample::note);
    const auto acknowledge = [](const Result<EditName> &name) {
        if (!name)
            qFatal("%s", qPrintable(name.error().message()));
        std::printf("%s\n", qPrintable(name->toHex()));
        std::fflush(stdout);
    };
    QUuid last;
    for (quint32 i = 0;; ++i) {
        Draft draft(u"Add"_s);
        const QUuid row = QUuid::createUuidV5(QUuid(), u"%1 %2"_s.arg(arguments[3]).arg(i));
        const QString text(static_cast<qsizetype>(random() % 5'000), u'x');
        draft.create(note, row, {{sample::title, Value(u"note %1"_s.arg(i))}, {sample::body, Value(text)}});
        if (const Record seen = store.find(sample::note, last); !seen.isNull())
            draft.edit(seen, {{sample::count, Value(static_cast<int>(i))}});
        acknowledge(store.commit(draft));
        last = row;
        switch (random() % 12) {
        case 0: {
            Draft removal(u"Delete"_s);
            removal.remove(store.find(sample::note, row));
            acknowledge(store.commit(removal));
            last = QUuid();
            break;
        }
        case 1:
            store.settle();
            break;
        case 2:
            if (const auto undone = store.undo(store.edits(1).at(0).name); undone && !undone->edit.isNull())
                acknowledge(undone->edit);
            last = QUuid();
            break;
        default:
            break;
        }
    }
}
