#pragma once

#include "models/edits/editor.h"
#include "models/exchange/readymade.h"
#include "models/store/store.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace liaison {

// The file the window has open, or none. Another one is opened before this one is let go, so a refusal leaves
// everything as it was. Looks every two seconds whether another program wrote to it.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(const Surroundings &surroundings, QObject *parent = nullptr);
    ~Workspace() override;

    // Null when no file is open; gone after aboutToClose().
    Editor *editor() const { return m_editor.get(); }
    const Surroundings &surroundings() const { return m_surroundings; }

    // An opened file that was not there before closes the one that was. The error says what stands in the
    // way.
    Result<void> open(const QString &path);
    Result<void> create(const QString &path, const NewFileOptions &options);
    Result<void> saveCopy(const QString &path) const;
    void close();

Q_SIGNALS:
    void opened(liaison::OpenOutcome outcome);
    void aboutToClose();
    void closed();
    void looked(); // the clock has moved on: today may be another day

private:
    void take(std::unique_ptr<Store> store, OpenOutcome outcome);
    void letGo();

    Surroundings m_surroundings;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Editor> m_editor;
    QTimer m_watch;
};

} // namespace liaison
