#pragma once

#include <QString>

#include <vector>

namespace liaison {

struct Tip;

// By what a program knows that it may go on writing as a replica (store.md, R9). A token lies outside the file, so
// that copying or restoring the file does not copy the right to write in its replica's name. It is a small file per
// replica: NAME.clean after a clean close, NAME.open while somebody writes.
namespace token {

// Of the replicas a file knows, one whose token is clean and equals the file's own tip; it is marked as open, durably,
// before this returns. Null when there is none: the caller then writes as a new replica.
Tip claim(const QString &folder, const std::vector<Tip> &tips);
// After a clean close. A token that cannot be written means a new replica next time, which is always safe.
void release(const QString &folder, const Tip &tip);

} // namespace token

} // namespace liaison
