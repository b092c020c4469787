#pragma once

#include "models/edits/editor.h"
#include "models/exchange/readymade.h"
#include "models/figures/region.h"
#include "models/items/boardmodel.h"
#include "models/store/store.h"

#include <QDateTime>
#include <QItemSelectionModel>
#include <QTemporaryDir>

#include <memory>

namespace liaison {

// A board over a file as `new` makes it, on the first of June 2007, with a selection as a board's view has
// one.
class MapFixture
{
public:
    explicit MapFixture(const NewFileOptions &options = {{}, {}, QStringLiteral("caribbean-2007")})
    {
        m_surroundings = {
            [] { return QDateTime(QDate(2007, 6, 1), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch(); },
            QStringLiteral("Ann"), m_folder.filePath(QStringLiteral("tokens"))};
        auto made = newFile(m_folder.filePath(QStringLiteral("map.liaison")), options, m_surroundings);
        if (!made)
            qFatal("%s", qPrintable(made.error().message()));
        m_store = std::move(*made);
        m_editor = std::make_unique<Editor>(*m_store);
        model = std::make_unique<BoardModel>(*m_editor, regions(*m_store).front());
        selection = std::make_unique<QItemSelectionModel>(model.get());
    }

    Store &store() { return *m_store; }
    Editor &editor() { return *m_editor; }
    void showDate(const QString &iso) { model->setAsOf(PartialDate::parse(iso).value()); }
    void showRegion(const QString &codes)
    {
        const auto region = findRegion(*m_store, codes);
        if (!region)
            qFatal("%s", qPrintable(region.error().message()));
        model->setRegion(*region);
    }
    int row(const QString &code) const
    {
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, BoardModel::CodeColumn).data().toString() == code)
                return row;
        }
        return -1;
    }
    int column(const QString &indicator) const
    {
        for (int column = BoardModel::FirstIndicatorColumn; column < model->columnCount(); ++column) {
            if (model->headerData(column, Qt::Horizontal, CodeRole).toString() == indicator)
                return column;
        }
        return -1;
    }
    void goTo(const QString &code, const QString &indicator) const
    {
        selection->setCurrentIndex(
            model->index(row(code), column(indicator)), QItemSelectionModel::ClearAndSelect);
    }
    QString currentCode() const { return selection->currentIndex().data(CodeRole).toString(); }

private:
    QTemporaryDir m_folder;
    Surroundings m_surroundings;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Editor> m_editor;

public:
    std::unique_ptr<BoardModel> model;
    std::unique_ptr<QItemSelectionModel> selection;
};

} // namespace liaison
