#pragma once

#include <QLabel>

namespace liaison {

class Workspace;

// The word about the backups of the open file, at the foot of the window; nothing where none are made.
class BackupWord : public QLabel
{
    Q_OBJECT

public:
    // @param workspace must outlive it
    explicit BackupWord(const Workspace &workspace, QWidget *parent = nullptr);

private:
    void tell();

    const Workspace &m_workspace;
};

} // namespace liaison
