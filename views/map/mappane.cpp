#include "views/map/mappane.h"

#include "models/figures/outreach.h"
#include "models/items/boardmodel.h"
#include "views/map/earliermap.h"
#include "views/map/mapview.h"
#include "views/objectnames.h"
#include "views/style/metrics.h"
#include "views/style/stylesheet.h"
#include "views/widgets/choicechip.h"
#include "views/widgets/elidedlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace liaison {

namespace {

// The bar in a project's colour before its code.
class HueBar : public QWidget
{
public:
    using QWidget::QWidget;

    void setHue(const QColor &hue)
    {
        m_hue = hue;
        setVisible(hue.isValid());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), m_hue); }

private:
    QColor m_hue;
};

} // namespace

MapPane::MapPane(Editor &editor, BoardModel &model, QItemSelectionModel &selection, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_model(model)
    , m_selection(selection)
    , m_view(new MapView(model, selection, this))
    , m_sides(new QHBoxLayout)
{
    setObjectName(objectNames::mapPane);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_sides->setSpacing(1);
    auto *later = new QVBoxLayout;
    later->setSpacing(0);
    m_laterHead = new QWidget(this);
    setSurface(m_laterHead, Surface::Bar);
    auto *laterRow = new QHBoxLayout(m_laterHead);
    laterRow->setContentsMargins(metrics::groupGap, 0, metrics::groupGap, 0);
    m_laterDate = new QLabel(m_laterHead);
    m_laterDate->setObjectName(objectNames::laterDateLabel);
    setTextRole(m_laterDate, FontRole::BodyStrong);
    laterRow->addWidget(m_laterDate);
    m_laterHead->setFixedHeight(EarlierMap::headHeight());
    m_laterHead->hide();
    later->addWidget(m_laterHead);
    later->addWidget(m_view, 1);
    m_sides->addLayout(later, 1);
    column->addLayout(m_sides, 1);
    setFocusProxy(m_view);
    connect(m_view, &MapView::columnChanged, this, &MapPane::describe);
    connect(m_view, &MapView::pictureChanged, this, &MapPane::describe);
    connect(m_view, &MapView::figureChanged, this, &MapPane::describe);
    connect(&model, &BoardModel::boardChanged, this, &MapPane::describe);
    describe();
}

MapPane::~MapPane()
{
    delete m_earlier; // before the map it stands beside
}

QWidget *MapPane::makeHead()
{
    m_head = new QWidget(this);
    setSurface(m_head, Surface::Page);
    m_head->setFixedHeight(scaledPx(metrics::paneHeadHeight));
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(metrics::groupGap, 0, metrics::controlGap, 0);
    row->setSpacing(metrics::controlGap);
    m_title = new QLabel(tr("Map"), m_head);
    setTextRole(m_title, FontRole::BodyStrong);
    row->addWidget(m_title);
    m_hue = new HueBar(m_head);
    m_hue->setFixedSize(metrics::projectBarWidth, scaledPx(14));
    row->addWidget(m_hue);
    m_project = new QLabel(m_head);
    setTextRole(m_project, FontRole::BodyStrong);
    row->addWidget(m_project);
    m_indicator = new ElidedLabel(m_head);
    setTextRole(m_indicator, FontRole::Body);
    row->addWidget(m_indicator, 1);

    m_choice = new ChoiceChip(tr("Show"), m_head);
    m_choice->setObjectName(objectNames::mapShowChip);
    //: What the map shows: where territories stand on an indicator, or one of the figures that follow.
    QStringList choices{tr("Indicator")};
    for (const OutreachFigure &figure : outreachFigures())
        choices += figure.titleText();
    m_choice->setChoices(choices);
    connect(m_choice, &ChoiceChip::chosen, this, [this](int choice) {
        setFigure(choice == 0 ? QString() : QString(outreachFigures()[static_cast<size_t>(choice - 1)].code));
    });
    row->insertWidget(1, m_choice);

    const auto segment = [&](const QString &text, const QString &name, MapView::Picture picture) {
        auto *button = new QToolButton(m_head);
        button->setObjectName(name);
        button->setText(text);
        setTextRole(button, FontRole::Secondary);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setChecked(m_view->picture() == picture);
        connect(button, &QToolButton::clicked, m_view, [this, picture] { m_view->setPicture(picture); });
        return button;
    };
    m_twoDates = new QToolButton(m_head);
    m_twoDates->setObjectName(objectNames::twoDatesButton);
    m_twoDates->setText(tr("Two dates"));
    setTextRole(m_twoDates, FontRole::Secondary);
    m_twoDates->setAccessibleName(tr("Two dates side by side"));
    m_twoDates->setToolTip(tr("The same map on an earlier day beside it; what has changed is marked"));
    m_twoDates->setCheckable(true);
    m_twoDates->setFocusPolicy(Qt::TabFocus);
    connect(m_twoDates, &QToolButton::toggled, this, &MapPane::setTwoDates);
    row->addWidget(m_twoDates);
    setOutlined(m_twoDates);
    m_geography = segment(tr("Geography"), objectNames::geographyButton, MapView::Picture::Geography);
    m_tiles = segment(tr("Tiles"), objectNames::tilesButton, MapView::Picture::Tiles);
    m_tiles->setToolTip(tr("Every territory the same size"));
    auto *segments = new QHBoxLayout;
    segments->setSpacing(0);
    segments->addWidget(m_geography);
    segments->addWidget(m_tiles);
    row->addLayout(segments);
    joinSegments({m_geography, m_tiles});
    return m_head;
}

void MapPane::setFigure(const QString &code)
{
    if (!code.isEmpty())
        setTwoDates(false);
    m_view->setFigure(code);
}

void MapPane::setTwoDates(bool on)
{
    m_twoDates->setChecked(on);
    if (on == (m_earlier != nullptr))
        return;
    if (on) {
        m_earlier = new EarlierMap(m_editor, m_model, m_selection, *m_view, this);
        m_sides->insertWidget(0, m_earlier, 1);
        m_earlier->show();
        m_view->setEarlier(&m_earlier->model());
    } else {
        m_view->setEarlier(nullptr);
        delete m_earlier;
        m_earlier = nullptr;
    }
    m_laterHead->setVisible(on);
    describe();
}

void MapPane::describe()
{
    m_laterDate->setText(m_model.asOf().toText(locale()));
    const auto &figures = outreachFigures();
    const auto shown = std::find_if(figures.begin(), figures.end(),
        [&](const OutreachFigure &each) { return m_view->figure() == each.code; });
    const bool isFigure = shown != figures.end();
    m_choice->setCurrent(isFigure ? static_cast<int>(shown - figures.begin()) + 1 : 0);
    // Two dates compare where territories stand; what was done in twelve months is no such thing.
    m_choice->setEnabled(!m_earlier);
    m_choice->setToolTip(m_earlier ? tr("With two dates the map shows an indicator") : QString());
    m_twoDates->setEnabled(!isFigure);
    m_twoDates->setToolTip(isFigure
            ? tr("Two dates compare an indicator; choose one under “Show”")
            : tr("The same map on an earlier day beside it; what has changed is marked"));
    const int column = m_view->column();
    const auto header = [&](int role) {
        return column < 0 ? QString() : m_model.headerData(column, Qt::Horizontal, role).toString();
    };
    const QColor hue = projectHue(themeOf(palette()), header(ColourLightRole), header(ColourDarkRole));
    const bool isTiles = m_view->picture() == MapView::Picture::Tiles;
    m_geography->setChecked(!isTiles);
    m_tiles->setChecked(isTiles);
    static_cast<HueBar *>(m_hue)->setHue(column < 0 || isTiles || isFigure ? QColor() : hue);
    m_project->setVisible(!isTiles && !isFigure);
    m_project->setText(header(ProjectRole));
    if (isFigure) {
        const OutreachNumbers *read = m_view->numbers();
        m_indicator->setText(read ? read->periodText(locale()) : tr("being read…"));
        //: "Map: Activities, twelve months to 15 Feb 2007"
        m_view->setAccessibleName(tr("Map: %1, %2").arg(shown->titleText(), m_indicator->text()));
        return;
    }
    if (isTiles) {
        const auto count = static_cast<int>(m_model.board().indicators.size());
        m_indicator->setText(tr("%Ln indicators, every territory the same size", nullptr, count));
        m_view->setAccessibleName(tr("Map: %1").arg(m_indicator->text()));
        return;
    }
    //: The head of the map: an indicator and what it is about, "ccNSO, ccTLD forum".
    m_indicator->setText(column < 0       ? QString()
            : header(GroupRole).isEmpty() ? header(Qt::DisplayRole)
                                          : tr("%1, %2").arg(header(Qt::DisplayRole), header(GroupRole)));
    m_view->setAccessibleName(tr("Map: %1").arg(m_indicator->text()));
}

void MapPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_head)
        return;
    if (event->type() == QEvent::FontChange) {
        m_head->setFixedHeight(scaledPx(metrics::paneHeadHeight));
        m_hue->setFixedHeight(scaledPx(14));
        m_laterHead->setFixedHeight(EarlierMap::headHeight());
    } else if (event->type() == QEvent::LayoutDirectionChange) {
        joinSegments({m_geography, m_tiles});
    } else if (event->type() == QEvent::PaletteChange) {
        describe();
    }
}

} // namespace liaison
