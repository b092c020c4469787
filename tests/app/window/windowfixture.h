#pragma once

#include "app/appearance.h"
#include "app/dialogs/dialogs.h"
#include "app/mainwindow.h"
#include "models/exchange/readymade.h"
#include "models/items/boardmodel.h"
#include "views/board/boardview.h"
#include "views/presence/presencepage.h"
#include "views/objectnames.h"

#include <QApplication>
#include <QDateTime>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace liaison::test {

using namespace Qt::StringLiterals;

// What must not be said while a window is tested; the platform without windows says of each what it cannot do.
inline const QRegularExpression unexpected(u"^(?!This plugin does not support )"_s);

// The real window over files in a folder of its own, on the first of June 2007, and hands for its keys.
class Desk
{
public:
    enum class Backups { None, Made };
    explicit Desk(Backups backups = Backups::None)
    {
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(u"settings"_s));
        appearance = std::make_unique<Appearance>(*qApp);
        appearance->choose(Appearance::Choice::Light);
        m_surroundings = {[this] { return now.toMSecsSinceEpoch(); }, u"Ann"_s, path(u"tokens"_s)};
        if (backups == Backups::Made)
            m_surroundings.backupFolder = path(u"backups"_s);
        window = std::make_unique<MainWindow>(m_surroundings, *appearance, dialogs);
        window->resize(1280, 800);
        window->show();
        QApplication::setActiveWindow(window.get());
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    const Surroundings &surroundings() const { return m_surroundings; }

    // A file with the example in it, not open.
    QString makeExample(const QString &name = u"example.liaison"_s) const
    {
        const auto made = newFile(path(name), {{}, {}, u"caribbean-2007"_s}, m_surroundings);
        if (!made)
            qFatal("%s", qPrintable(made.error().message()));
        return path(name);
    }
    void openExample() { window->openFile(makeExample()); }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return path(name);
    }

    template <typename T = QWidget>
    T *find(const QString &name) const
    {
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (T *found = top->objectName() == name ? qobject_cast<T *>(top) : top->findChild<T *>(name);
                found && top->isVisible())
                return found;
        }
        return nullptr;
    }
    QAction *act(const QString &name) const { return window->findChild<QAction *>(name); }
    BoardView *board() const { return window->presence()->boardView(); }
    QString text(const QString &code, const QString &indicator) const
    {
        return cell(code, indicator).data().toString();
    }
    QModelIndex cell(const QString &code, const QString &indicator) const
    {
        const QAbstractItemModel *model = board()->model();
        for (int column = 0; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal, CodeRole).toString() != indicator)
                continue;
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->index(row, column).data(CodeRole).toString() == code)
                    return model->index(row, column);
            }
        }
        return {};
    }

    // To the widget that has the keyboard, as a hand would.
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    }
    void type(const QString &text) const
    {
        for (const QChar &letter : text)
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
    }
    void goTo(const QString &code, const QString &indicator) const
    {
        board()->setFocus();
        board()->setCurrentIndex(cell(code, indicator));
    }
    // As of a date, by keys.
    void showDate(const QString &text) const
    {
        press(Qt::Key_D, Qt::ControlModifier);
        type(text);
        press(Qt::Key_Return);
    }
    QString notice() const
    {
        const auto *strip = find<NoticeStrip>(objectNames::noticeStrip);
        return strip && strip->isVisible() ? strip->text() : QString();
    }

private:
    QTemporaryDir m_folder; // first, so that it goes last

public:
    QDateTime now = QDateTime(QDate(2007, 6, 1), QTime(12, 0), Qt::UTC);
    Dialogs dialogs;
    std::unique_ptr<Appearance> appearance;
    std::unique_ptr<MainWindow> window;

private:
    Surroundings m_surroundings;
};

} // namespace liaison::test
