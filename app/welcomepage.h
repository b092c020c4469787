#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace liaison {

// What stands in the window while no file is open: four ways to begin, the files opened last, and why a file
// was not opened.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);
    // Empty: nothing to say.
    void showMessage(const QString &text);

Q_SIGNALS:
    void newRequested();
    void openRequested();
    void sheetRequested();
    void exampleRequested();
    void fileChosen(const QString &path);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void updateSizes();
    QWidget *makeWays();
    QWidget *makeAside();

    QLabel *m_message;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_recent = nullptr;
};

} // namespace liaison
