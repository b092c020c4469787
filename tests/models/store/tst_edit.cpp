#include "models/store/edit.h"

#include "models/domain/cbor.h"
#include "models/domain/value.h"
#include "tests/models/store/propertytest.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace liaison;
using namespace Qt::StringLiterals;

namespace {

EditName nameOf(int number)
{
    return EditName::fromBytes(QByteArray(EditName::size, static_cast<char>(number)));
}

FieldWrite plain(const Value &value)
{
    return {FieldWrite::Kind::Plain, value.toCanonical(), {}, {}};
}

FieldWrite sealedText(const QString &text)
{
    return {FieldWrite::Kind::Sealed, Value(text).toCanonical(), QByteArray(16, 's'), {}};
}

Operation operation(const QString &entity = u"thing"_s, int row = 1)
{
    Operation op;
    op.entity = entity;
    op.row = QUuid::createUuidV5(QUuid(), QString::number(row));
    return op;
}

Edit sample()
{
    Edit edit;
    edit.parent = nameOf(1);
    edit.replica = QUuid::createUuidV5(QUuid(), u"replica"_s);
    edit.n = 7;
    edit.at = 1'171'497'600'000;
    edit.author = u"María Ñandú"_s;
    edit.label = u"Set Barbados, GAC"_s;
    edit.group = nameOf(2);
    edit.undoes = nameOf(3);
    Operation op = operation();
    op.life = Life::Alive;
    op.fields.emplace(u"name"_s, plain(Value(u"Grenada"_s)));
    op.fields.emplace(u"count"_s, plain(Value(1'000'000)));
    op.fields.emplace(u"gone"_s, plain(Value()));
    op.fields.emplace(u"note"_s, sealedText(u"between us"_s));
    op.fields.emplace(u"erased"_s, FieldWrite{FieldWrite::Kind::Erased, {}, {}, QByteArray(32, 'd')});
    op.prev = {nameOf(4), nameOf(5)};
    edit.ops.push_back(op);
    Operation dead = operation(u"other"_s, 2);
    dead.life = Life::Dead;
    dead.erase = true;
    dead.prev = {nameOf(6)};
    edit.ops.push_back(dead);
    return edit;
}

// Writes an edit's travelling form piece by piece, so that a test can write one piece differently.
struct Pieces
{
    qint64 format = Edit::format;
    QByteArray parent = QByteArray(16, '\0');
    QByteArray replica = QByteArray(16, 'r');
    qint64 n = 1;
    qint64 at = 5;
    QByteArray author = text(u"a"_s);
    QByteArray label = text(u"l"_s);
    QByteArray group = QByteArray("\xf6");
    QByteArray undoes = QByteArray("\xf6");
    QByteArray entity = text(u"thing"_s);
    QByteArray row = QByteArray(16, 'x');
    QByteArray life = QByteArray("\x02");
    QByteArray erase = QByteArray("\xf4");
    QByteArray fields = QByteArray("\xa1\x61\x66\x41\x07"); // {"f": h'07'}
    QByteArray prev = QByteArray("\x80");
    int operations = 1;
    QByteArray tail;

    static QByteArray text(const QString &content)
    {
        CborWriter out;
        out.text(content);
        return out.take();
    }

    QByteArray bytes() const
    {
        CborWriter out;
        out.array(10);
        out.integer(format);
        out.bytes(parent);
        out.bytes(replica);
        out.integer(n);
        out.integer(at);
        for (const QByteArray &piece : {author, label, group, undoes})
            out.raw(piece);
        out.array(operations);
        for (int i = 0; i < operations; ++i) {
            out.array(6);
            out.raw(entity);
            QByteArray id = row;
            if (i > 0) {
                id[0] = static_cast<char>(i & 0xff);
                id[1] = static_cast<char>(i >> 8);
            }
            out.bytes(id);
            for (const QByteArray &piece : {life, erase, fields, prev})
                out.raw(piece);
        }
        out.raw(tail);
        return out.take();
    }
};

// Some edit; the seed says which.
Edit editOf(quint64 seed)
{
    std::mt19937_64 random(seed);
    const auto upTo = [&](quint64 most) { return static_cast<int>(random() % (most + 1)); };
    const auto words = [&] {
        static const std::vector<QString> all = {u""_s, u"a"_s, u"Curaçao"_s, u"שלום"_s, u"日本"_s,
            u"\U0001F600"_s, u"\uFEFFx"_s, QString(300, u'z')};
        return all[static_cast<size_t>(upTo(all.size() - 1))];
    };
    Edit edit;
    edit.parent = upTo(1) ? nameOf(upTo(255)) : EditName();
    edit.replica = QUuid::createUuidV5(QUuid(), QString::number(upTo(9)));
    edit.n = 1 + static_cast<qint64>(random() >> (2 + upTo(60)));
    edit.at = static_cast<qint64>(random() >> (1 + upTo(60)));
    edit.author = words();
    edit.label = words();
    if (upTo(1))
        edit.group = nameOf(upTo(255));
    if (upTo(1))
        edit.undoes = nameOf(upTo(255));
    const int ops = 1 + upTo(4);
    for (int i = 0; i < ops; ++i) {
        Operation op = operation(upTo(3) ? u"thing"_s : u"Ünbekannt"_s, i);
        op.life = static_cast<Life>(upTo(2));
        op.erase = upTo(9) == 0;
        for (int f = upTo(30); f > 0; --f) {
            const QString name = words() + QString::number(f);
            switch (upTo(3)) {
            case 0:
                op.fields.emplace(name, sealedText(words()));
                break;
            case 1:
                op.fields.emplace(name, FieldWrite{FieldWrite::Kind::Erased, {}, {}, QByteArray(32, 'd')});
                break;
            default: // bytes of a newer program need not be a value we know
                op.fields.emplace(name, FieldWrite{FieldWrite::Kind::Plain, words().toUtf8(), {}, {}});
            }
        }
        std::set<EditName> prev;
        for (int p = upTo(4); p > 0; --p)
            prev.insert(nameOf(upTo(255)));
        op.prev.assign(prev.begin(), prev.end());
        edit.ops.push_back(std::move(op));
    }
    return edit;
}

} // namespace

class TestEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesTheJourney()
    {
        QVERIFY(holds("an edit comes back from its travelling form as it was",
            [](quint64 seed) {
                const Edit edit = editOf(seed);
                const auto back = Edit::fromTransport(edit.transport());
                RC_ASSERT(back.ok());
                RC_ASSERT((*back == edit));
                RC_ASSERT((back->name() == edit.name()));
                RC_ASSERT(back->transport() == edit.transport());
            },
            {2'000, 50'000}));
    }

    // A damaged or forged edit never passes for the one it was.
    void everyFlippedBitShows()
    {
        const Edit edit = sample();
        const QByteArray bytes = edit.transport();
        QVERIFY(Edit::fromTransport(bytes).ok());
        for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
            QByteArray flipped = bytes;
            flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
            const auto read = Edit::fromTransport(flipped);
            QVERIFY2(!read.ok() || read->name() != edit.name(), qPrintable(u"bit %1"_s.arg(bit)));
        }
    }

    void everyCutIsRefused()
    {
        const QByteArray bytes = sample().transport();
        for (qsizetype size = 0; size < bytes.size(); ++size)
            QVERIFY2(!Edit::fromTransport(QByteArrayView(bytes).first(size)).ok(),
                qPrintable(QString::number(size)));
        QVERIFY(!Edit::fromTransport(bytes + '\0').ok());
    }

    void noiseIsRefused()
    {
        QVERIFY(holds("bytes that are no edit are refused without harm",
            [](quint64 seed) {
                std::mt19937_64 random(seed);
                QByteArray bytes = sample().transport();
                for (int i = 0; i < 8; ++i) {
                    const auto at = static_cast<qsizetype>(random() % static_cast<quint64>(bytes.size()));
                    const auto length = static_cast<qsizetype>(random() % 9);
                    switch (random() % 3) {
                    case 0:
                        bytes[at] = static_cast<char>(random());
                        break;
                    case 1:
                        bytes.remove(at, length);
                        break;
                    default:
                        bytes.insert(at, QByteArray(length, static_cast<char>(random())));
                    }
                    if (bytes.isEmpty())
                        break;
                }
                const auto read = Edit::fromTransport(bytes);
                RC_ASSERT((!read.ok() || read->name() != sample().name() || bytes == sample().transport()));
            },
            {5'000, 500'000}));
    }

    void theNameDoesNotNeedTheSealedValue()
    {
        Edit erased = sample();
        FieldWrite &note = erased.ops[0].fields.at(u"note"_s);
        note = FieldWrite{FieldWrite::Kind::Erased, {}, {}, note.digestOf(u"note"_s)};
        QCOMPARE(erased.name(), sample().name());
        QVERIFY(erased.transport() != sample().transport());
        QVERIFY(!erased.transport().contains("between us"));
        QVERIFY(!sample().canonical().contains("between us"));
    }

    void everyPartIsInTheName_data()
    {
        QTest::addColumn<int>("part");
        const char *parts[] = {"parent", "replica", "n", "at", "author", "label", "group", "no group",
            "undoes", "no undoes", "entity", "row", "life", "erase", "field's name", "value", "null",
            "sealed value", "salt", "digest", "one field less", "prev", "one prev less", "one operation less",
            "operations in another order"};
        for (int i = 0; i < int(std::size(parts)); ++i)
            QTest::newRow(parts[i]) << i;
    }

    void everyPartIsInTheName()
    {
        QFETCH(int, part);
        Edit edit = sample();
        Operation &op = edit.ops[0];
        switch (part) {
        case 0:
            edit.parent = nameOf(9);
            break;
        case 1:
            edit.replica = QUuid::createUuidV5(QUuid(), u"another"_s);
            break;
        case 2:
            edit.n = 8;
            break;
        case 3:
            edit.at += 1;
            break;
        case 4:
            edit.author = u"Maria"_s;
            break;
        case 5:
            edit.label += u'.';
            break;
        case 6:
            edit.group = nameOf(9);
            break;
        case 7:
            edit.group.reset();
            break;
        case 8:
            edit.undoes = nameOf(9);
            break;
        case 9:
            edit.undoes.reset();
            break;
        case 10:
            op.entity = u"thin"_s;
            break;
        case 11:
            op.row = QUuid::createUuidV5(QUuid(), u"another"_s);
            break;
        case 12:
            op.life = Life::None;
            break;
        case 13:
            op.erase = true;
            break;
        case 14:
            op.fields.emplace(u"nam"_s, op.fields.at(u"name"_s));
            op.fields.erase(u"name"_s);
            break;
        case 15:
            op.fields.at(u"name"_s) = plain(Value(u"Granada"_s));
            break;
        case 16:
            op.fields.at(u"gone"_s) = plain(Value(0));
            break;
        case 17:
            op.fields.at(u"note"_s) = sealedText(u"between them"_s);
            break;
        case 18:
            op.fields.at(u"note"_s).salt[3] = 't';
            break;
        case 19:
            op.fields.at(u"erased"_s).digest[3] = 'e';
            break;
        case 20:
            op.fields.erase(u"gone"_s);
            break;
        case 21:
            op.prev[1] = nameOf(9);
            break;
        case 22:
            op.prev.pop_back();
            break;
        case 23:
            edit.ops.pop_back();
            break;
        case 24:
            std::swap(edit.ops[0], edit.ops[1]);
            break;
        default:
            QFAIL("no such part");
        }
        QVERIFY(edit.name() != sample().name());
    }

    void otherFormsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("taken");
        const auto row = [](const char *title, auto &&change, bool taken = false) {
            Pieces pieces;
            change(pieces);
            QTest::newRow(title) << pieces.bytes() << taken;
        };
        row(
            "as it should be", [](Pieces &) {}, true);
        row(
            "1000 operations", [](Pieces &p) { p.operations = 1'000; }, true);
        row("1001 operations", [](Pieces &p) { p.operations = 1'001; });
        row("no operation", [](Pieces &p) { p.operations = 0; });
        row(
            "almost 4 MiB", [](Pieces &p) { p.author = Pieces::text(QString((4 << 20) - 200, u'a')); }, true);
        row("more than 4 MiB", [](Pieces &p) { p.author = Pieces::text(QString(4 << 20, u'a')); });
        row("a newer format", [](Pieces &p) { p.format = Edit::format + 1; });
        row("format 0", [](Pieces &p) { p.format = 0; });
        row("format -1", [](Pieces &p) { p.format = -1; });
        row("bytes after the end", [](Pieces &p) { p.tail = "\xf6"; });
        row("n is 0", [](Pieces &p) { p.n = 0; });
        row("n is negative", [](Pieces &p) { p.n = -5; });
        row("time is negative", [](Pieces &p) { p.at = -1; });
        row(
            "ready-made: time 0", [](Pieces &p) { p.at = 0; }, true);
        row("parent of 15 bytes", [](Pieces &p) { p.parent.chop(1); });
        row("replica of 17 bytes", [](Pieces &p) { p.replica.append('r'); });
        row("group of 15 bytes", [](Pieces &p) { p.group = QByteArray("\x4f") + QByteArray(15, 'g'); });
        row("group is undefined", [](Pieces &p) { p.group = "\xf7"; });
        row("row of no bytes", [](Pieces &p) { p.row.clear(); });
        row("author as bytes", [](Pieces &p) { p.author = "\x41\x61"; });
        row("author in two chunks", [](Pieces &p) { p.author = "\x7f\x61\x61\x61\x62\xff"; });
        row("author's length in two bytes", [](Pieces &p) { p.author = QByteArray("\x78\x01") + "a"; });
        row("author longer than the file",
            [](Pieces &p) { p.author = "\x7b\x7f\xff\xff\xff\xff\xff\xff\xff"; });
        row("author is not UTF-8", [](Pieces &p) { p.author = "\x62\xc3\x28"; });
        row("author in overlong UTF-8", [](Pieces &p) { p.author = "\x62\xc1\xa1"; });
        row("author with half a surrogate", [](Pieces &p) { p.author = "\x63\xed\xa0\x80"; });
        row("author not composed (NFD)", [](Pieces &p) {
            p.author = "\x63"
                       "e\xcc\x81";
        });
        row("label not composed (NFD)", [](Pieces &p) {
            p.label = "\x63"
                      "e\xcc\x81";
        });
        row("entity not composed (NFD)", [](Pieces &p) {
            p.entity = "\x63"
                       "e\xcc\x81";
        });
        row("field not composed (NFD)", [](Pieces &p) {
            p.fields = "\xa1\x63"
                       "e\xcc\x81"
                       "\x41\x07";
        });
        row("entity without a name", [](Pieces &p) { p.entity = "\x60"; });
        row("life 3", [](Pieces &p) { p.life = "\x03"; });
        row("life in two bytes", [](Pieces &p) { p.life = QByteArray("\x18\x02"); });
        row("life as a number with point", [](Pieces &p) { p.life = QByteArray("\xf9\x40\x00", 3); });
        row("erase is a number", [](Pieces &p) { p.erase = "\x01"; });
        row("fields of unknown length", [](Pieces &p) { p.fields = "\xbf\x61\x66\x41\x07\xff"; });
        row("fields not sorted", [](Pieces &p) {
            p.fields = "\xa2\x61g\x41\x07\x61"
                       "f\x41\x07";
        });
        row(
            "fields sorted",
            [](Pieces &p) {
                p.fields = "\xa2\x61"
                           "f\x41\x07\x61g\x41\x07";
            },
            true);
        row("one field twice", [](Pieces &p) {
            p.fields = "\xa2\x61"
                       "f\x41\x07\x61"
                       "f\x41\x07";
        });
        row("more fields than bytes", [](Pieces &p) { p.fields = "\xbb\x00\xff\xff\xff\xff\xff\xff\xff"; });
        row("a value that is a tag", [](Pieces &p) {
            p.fields = "\xa1\x61"
                       "f\xc1\x07";
        });
        row("a sealed value with a short salt", [](Pieces &p) {
            p.fields = "\xa1\x61"
                       "f\x82\x41s\x41\x07";
        });
        row("a digest of 31 bytes", [](Pieces &p) {
            p.fields = QByteArray("\xa1\x61"
                                  "f\x81\x58\x1f")
                + QByteArray(31, 'd');
        });
        row(
            "a digest",
            [](Pieces &p) {
                p.fields = QByteArray("\xa1\x61"
                                      "f\x81\x58\x20")
                    + QByteArray(32, 'd');
            },
            true);
        const QByteArray one = QByteArray("\x50") + QByteArray(16, '\1');
        const QByteArray two = QByteArray("\x50") + QByteArray(16, '\2');
        row(
            "prev sorted", [&](Pieces &p) { p.prev = "\x82" + one + two; }, true);
        row("prev not sorted", [&](Pieces &p) { p.prev = "\x82" + two + one; });
        row("one prev twice", [&](Pieces &p) { p.prev = "\x82" + one + one; });
        row("more prevs than bytes", [](Pieces &p) { p.prev = "\x9b\x00\x00\xff\xff\xff\xff\xff\xff"; });

        Edit twice = sample();
        twice.ops.push_back(twice.ops[0]);
        QTest::newRow("two operations for one row") << twice.transport() << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("a map") << QByteArray("\xa0") << false;
        QTest::newRow("nested without end") << QByteArray(100'000, '\x81') << false;
    }

    void otherFormsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, taken);
        const auto edit = Edit::fromTransport(bytes);
        QCOMPARE(edit.ok(), taken);
        if (taken)
            QCOMPARE(edit->transport(), bytes);
        else
            QVERIFY(!edit.error().message().isEmpty());
    }

    void aNewerFormatIsCalledNewer()
    {
        Pieces pieces;
        pieces.format = 2;
        pieces.life = "\x07"; // whatever else it has become
        const auto edit = Edit::fromTransport(pieces.bytes());
        QVERIFY(!edit.ok());
        QVERIFY2(edit.error().why.contains(u"newer"_s), qPrintable(edit.error().message()));
    }
};

QTEST_APPLESS_MAIN(TestEdit)
#include "tst_edit.moc"
