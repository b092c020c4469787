#include "tests/models/store/laptop.h"

#include "tests/models/store/picture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace liaison {

QString fastFolderTemplate()
{
    const QString memory = u"/dev/shm"_s;
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + u"/liaison-XXXXXX"_s;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

bool copyOver(const QString &from, const QString &to)
{
    if (QFileInfo(from).isDir()) {
        QDir(to).removeRecursively();
        if (!QDir().mkpath(to))
            return false;
        for (const QString &name : QDir(from).entryList(QDir::Files)) {
            if (!QFile::copy(from + u'/' + name, to + u'/' + name))
                return false;
        }
        return true;
    }
    return (!QFile::exists(to) || QFile::remove(to)) && QFile::copy(from, to);
}

Laptop::Laptop(
    const QString &folder, const QString &author, const qint64 *time, qint64 skew, const Catalogue &catalogue)
    : m_folder(folder)
    , m_author(author)
    , m_time(time)
    , m_skew(skew)
    , m_catalogue(&catalogue)
{
    QDir().mkpath(folder);
}

Surroundings Laptop::surroundings() const
{
    return {[time = m_time, skew = m_skew] { return *time + skew; }, m_author, tokens()};
}

void Laptop::listen()
{
    if (m_store)
        QObject::connect(m_store.get(), &Store::changed, m_store.get(),
            [this](const ChangeSet &changes) { m_changes.push_back(changes); });
}

bool Laptop::create()
{
    auto made = Store::create(path(), surroundings(), *m_catalogue);
    if (!made)
        return false;
    m_store = std::move(*made);
    listen();
    return true;
}

OpenOutcome Laptop::open(OpenMode mode)
{
    auto opening = Store::open(path(), mode, surroundings(), *m_catalogue);
    m_store = std::move(opening.store);
    listen();
    return opening.outcome;
}

OpenOutcome Laptop::open(const Catalogue &catalogue)
{
    m_catalogue = &catalogue;
    return open();
}

bool Laptop::replaceFile(const QString &by)
{
    return copyOver(by, path());
}

EditName Laptop::commit(const Draft &draft)
{
    auto name = store().commit(draft);
    if (!name)
        qFatal("refused: %s", qPrintable(name.error().message()));
    return *name;
}

QUuid Laptop::addNote(const QString &title)
{
    static quint32 counter = 0;
    const QUuid row = QUuid::createUuidV5(QUuid(), u"note %1"_s.arg(++counter));
    Draft draft(u"Add note"_s);
    draft.create(*m_catalogue->entity(sample::note), row, {{sample::title, Value(title)}});
    commit(draft);
    return row;
}

Record Laptop::note(QUuid row) const
{
    return m_store->find(sample::note, row);
}

EditName Laptop::setNote(const Record &seen, QLatin1StringView field, const Value &value)
{
    Draft draft(u"Set note"_s);
    draft.edit(seen, {{field, value}});
    return commit(draft);
}

MergeOutcome Laptop::take(const std::vector<Edit> &edits)
{
    auto outcome = store().merge(edits);
    if (!outcome)
        qFatal("refused: %s", qPrintable(outcome.error().message()));
    return *outcome;
}

Meeting::Meeting()
    : folder(fastFolderTemplate())
    , ana(folder.filePath(u"ana"_s), u"Ana"_s, &time)
    , ben(folder.filePath(u"ben"_s), u"Ben"_s, &time)
    , cem(folder.filePath(u"cem"_s), u"Cem"_s, &time)
{
    for (Laptop *laptop : {&ana, &ben, &cem}) {
        if (!laptop->create())
            qFatal("no file in %s", qPrintable(folder.path()));
    }
}

void Meeting::exchange(Laptop &one, Laptop &other)
{
    one.take(other.store().allEdits());
    other.take(one.store().allEdits());
}

void Meeting::exchangeAll()
{
    exchange(ana, ben);
    exchange(ana, cem);
    exchange(ana, ben);
}

QUuid Meeting::sharedNote(const QString &title)
{
    const QUuid row = ana.addNote(title);
    exchangeAll();
    tick();
    return row;
}

QString Meeting::disagreement()
{
    const Picture expected =
        pictureOf(oracle::truthOf(oracle::setOf(ana.store().allEdits())), sampleCatalogue());
    for (Laptop *laptop : {&ana, &ben, &cem}) {
        if (const QString wrong = difference(pictureOf(laptop->store()), expected); !wrong.isEmpty())
            return wrong;
        const CheckReport report = laptop->store().check();
        if (!report.ok())
            return report.problems[0].what + u": "_s + report.problems[0].where;
    }
    return QString();
}

Edit editNamed(Laptop &laptop, const EditName &name)
{
    for (Edit &edit : laptop.store().allEdits()) {
        if (edit.name() == name)
            return edit;
    }
    return {};
}

FieldWrite plain(const Value &value)
{
    return {FieldWrite::Kind::Plain, value.toCanonical(), {}, {}};
}

FieldWrite sealedText(const QString &text)
{
    return {FieldWrite::Kind::Sealed, Value(text).toCanonical(), QByteArray(16, 's'), {}};
}

Edit strangersEdit(QUuid row, const QString &field, const FieldWrite &write, std::vector<EditName> prev)
{
    Edit edit;
    edit.replica = QUuid::createUuidV5(QUuid(), u"stranger"_s);
    edit.at = 1'171'500'000'000;
    edit.author = u"Stranger"_s;
    edit.label = u"Strange"_s;
    Operation op;
    op.entity = QString(sample::note);
    op.row = row;
    op.fields.emplace(field, write);
    std::sort(prev.begin(), prev.end());
    op.prev = std::move(prev);
    edit.ops.push_back(op);
    return edit;
}

} // namespace liaison
