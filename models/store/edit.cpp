#include "models/store/edit.h"

#include "models/domain/cbor.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>
#include <set>

namespace liaison {

namespace {

constexpr qsizetype saltSize = 16;
constexpr qsizetype digestSize = 32;

// Sealed values are hashed as their digests and travel whole; everything else is the same in both forms.
enum class Form { Hashed, Travelling };

// One text, one name: whatever the author's keyboard composed.
void writeText(CborWriter &out, const QString &text)
{
    out.text(text.normalized(QString::NormalizationForm_C));
}

void writeField(CborWriter &out, const QString &name, const FieldWrite &field, Form form)
{
    if (field.kind == FieldWrite::Kind::Plain) {
        out.bytes(field.bytes);
    } else if (field.kind == FieldWrite::Kind::Sealed && form == Form::Travelling) {
        out.array(2);
        out.bytes(field.salt);
        out.bytes(field.bytes);
    } else {
        out.array(1);
        out.bytes(field.digestOf(name));
    }
}

void writeName(CborWriter &out, const std::optional<EditName> &name)
{
    if (name)
        out.bytes(name->bytes());
    else
        out.null();
}

void writeOperation(CborWriter &out, const Operation &op, Form form)
{
    out.array(6);
    writeText(out, op.entity);
    out.bytes(op.row.toRfc4122());
    out.integer(static_cast<int>(op.life));
    out.boolean(op.erase);
    std::vector<std::pair<QByteArray, const std::pair<const QString, FieldWrite> *>> sorted;
    for (const auto &field : op.fields) {
        CborWriter key;
        writeText(key, field.first);
        sorted.emplace_back(key.take(), &field);
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
        return a.first.size() != b.first.size() ? a.first.size() < b.first.size() : a.first < b.first;
    });
    out.map(static_cast<qsizetype>(sorted.size()));
    for (const auto &[key, field] : sorted) {
        out.raw(key);
        writeField(out, field->first, field->second, form);
    }
    out.array(static_cast<qsizetype>(op.prev.size()));
    for (const EditName &name : op.prev)
        out.bytes(name.bytes());
}

QByteArray encode(const Edit &edit, Form form)
{
    CborWriter out;
    out.array(10);
    out.integer(Edit::format);
    out.bytes(edit.parent.bytes());
    out.bytes(edit.replica.toRfc4122());
    out.integer(edit.n);
    out.integer(edit.at);
    writeText(out, edit.author);
    writeText(out, edit.label);
    writeName(out, edit.group);
    writeName(out, edit.undoes);
    out.array(static_cast<qsizetype>(edit.ops.size()));
    for (const Operation &op : edit.ops)
        writeOperation(out, op, form);
    return out.take();
}

// A reader of the travelling form. Throws nothing; the first fault ends it.
class Decoder
{
public:
    explicit Decoder(QByteArrayView input) : m_in(input) { }

    std::optional<Edit> edit()
    {
        Edit edit;
        if (m_in.array() != 10 || m_in.integer() != Edit::format)
            return std::nullopt;
        const auto parent = sized(EditName::size);
        const auto replica = sized(16);
        const auto n = m_in.integer();
        const auto at = m_in.integer();
        const auto author = m_in.text();
        const auto label = m_in.text();
        if (!parent || !replica || !n || !at || !author || !label || *n < 1 || *at < 0)
            return std::nullopt;
        edit.parent = EditName::fromBytes(*parent);
        edit.replica = QUuid::fromRfc4122(*replica);
        edit.n = *n;
        edit.at = *at;
        edit.author = *author;
        edit.label = *label;
        if (!optionalName(edit.group) || !optionalName(edit.undoes))
            return std::nullopt;
        const auto count = m_in.array();
        if (!count || *count < 1 || static_cast<size_t>(*count) > Edit::mostOperations)
            return std::nullopt;
        std::set<std::pair<QString, QUuid>> rows;
        for (qsizetype i = 0; i < *count; ++i) {
            auto op = operation();
            if (!op || !rows.emplace(op->entity, op->row).second)
                return std::nullopt;
            edit.ops.push_back(std::move(*op));
        }
        return m_in.atEnd() ? std::optional(std::move(edit)) : std::nullopt;
    }

private:
    std::optional<QByteArray> sized(qsizetype size)
    {
        auto bytes = m_in.bytes();
        return bytes && bytes->size() == size ? bytes : std::nullopt;
    }

    bool optionalName(std::optional<EditName> &name)
    {
        if (m_in.peek() == CborReader::Kind::Null)
            return m_in.null();
        const auto bytes = sized(EditName::size);
        if (bytes)
            name = EditName::fromBytes(*bytes);
        return bytes.has_value();
    }

    std::optional<FieldWrite> field()
    {
        FieldWrite field;
        if (m_in.peek() == CborReader::Kind::Bytes) {
            field.bytes = m_in.bytes().value_or(QByteArray());
            return m_in.failed() ? std::nullopt : std::optional(field);
        }
        const auto parts = m_in.array();
        if (parts == 1) {
            const auto digest = sized(digestSize);
            field.kind = FieldWrite::Kind::Erased;
            field.digest = digest.value_or(QByteArray());
            return digest ? std::optional(field) : std::nullopt;
        }
        if (parts != 2)
            return std::nullopt;
        const auto salt = sized(saltSize);
        const auto bytes = m_in.bytes();
        if (!salt || !bytes)
            return std::nullopt;
        field.kind = FieldWrite::Kind::Sealed;
        field.salt = *salt;
        field.bytes = *bytes;
        return field;
    }

    std::optional<Operation> operation()
    {
        Operation op;
        if (m_in.array() != 6)
            return std::nullopt;
        const auto entity = m_in.text();
        const auto row = sized(16);
        const auto life = m_in.integer();
        const auto erase = m_in.boolean();
        const auto fields = m_in.map();
        if (!entity || entity->isEmpty() || !row || !life || *life < 0 || *life > 2 || !erase || !fields)
            return std::nullopt;
        op.entity = *entity;
        op.row = QUuid::fromRfc4122(*row);
        op.life = static_cast<Life>(*life);
        op.erase = *erase;
        for (qsizetype i = 0; i < *fields; ++i) {
            const auto name = m_in.text();
            auto value = name ? field() : std::nullopt;
            if (!value || !op.fields.emplace(*name, std::move(*value)).second)
                return std::nullopt;
        }
        const auto prevs = m_in.array();
        if (!prevs)
            return std::nullopt;
        for (qsizetype i = 0; i < *prevs; ++i) {
            const auto bytes = sized(EditName::size);
            if (!bytes)
                return std::nullopt;
            const EditName name = EditName::fromBytes(*bytes);
            if (!op.prev.empty() && !(op.prev.back() < name))
                return std::nullopt;
            op.prev.push_back(name);
        }
        return op;
    }

    CborReader m_in;
};

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Edit)
};

} // namespace

QByteArray FieldWrite::digestOf(const QString &field) const
{
    if (kind == Kind::Erased)
        return digest;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(salt);
    hash.addData(field.toUtf8());
    hash.addData(bytes);
    return hash.result();
}

EditName Edit::name() const
{
    const QByteArray hash = QCryptographicHash::hash(canonical(), QCryptographicHash::Sha256);
    return EditName::fromBytes(hash.first(EditName::size));
}

QByteArray Edit::canonical() const
{
    return encode(*this, Form::Hashed);
}

QByteArray Edit::transport() const
{
    return encode(*this, Form::Travelling);
}

Result<Edit> Edit::fromTransport(QByteArrayView bytes)
{
    const QString what = Tr::tr("cannot read an edit");
    if (bytes.size() > mostBytes)
        return Error{what, QString(), Tr::tr("larger than 4 MiB")};
    CborReader head(bytes);
    if (head.array()) {
        if (const auto number = head.integer(); number && *number > format)
            return Error{what, QString(), Tr::tr("written by a newer version of Liaison (format %1)").arg(*number)};
    }
    auto edit = Decoder(bytes).edit();
    // Whatever we would have written otherwise (order of keys, text that is not NFC) is refused: one name, one form.
    if (!edit || edit->transport() != bytes)
        return Error{what, QString(), Tr::tr("damaged or not written by Liaison")};
    return std::move(*edit);
}

} // namespace liaison
