#pragma once

#include <QString>

// The objectNames of everything a person can act on, "<purpose><Class>": tests and screen readers' scripts
// find them by it.
namespace liaison::objectNames {

// Window
inline const QString mainWindow = QStringLiteral("mainWindow");
inline const QString pageStack = QStringLiteral("pageStack");
inline const QString fileNameLabel = QStringLiteral("fileNameLabel");
inline const QString asOfLabel = QStringLiteral("asOfLabel");
inline const QString savedLabel = QStringLiteral("savedLabel");
inline const QString conflictsLabel = QStringLiteral("conflictsLabel");
inline const QString backupLabel = QStringLiteral("backupLabel");
inline const QString fileKindLabel = QStringLiteral("fileKindLabel");

// Actions of the menus
inline const QString newAction = QStringLiteral("newAction");
inline const QString openAction = QStringLiteral("openAction");
inline const QString recentMenu = QStringLiteral("recentMenu");
inline const QString saveCopyAction = QStringLiteral("saveCopyAction");
inline const QString backUpAction = QStringLiteral("backUpAction");
inline const QString restoreAction = QStringLiteral("restoreAction");
inline const QString importBoardAction = QStringLiteral("importBoardAction");
inline const QString exportReportAction = QStringLiteral("exportReportAction");
inline const QString closeAction = QStringLiteral("closeAction");
inline const QString quitAction = QStringLiteral("quitAction");
inline const QString undoAction = QStringLiteral("undoAction");
inline const QString redoAction = QStringLiteral("redoAction");
inline const QString copyAction = QStringLiteral("copyAction");
inline const QString pasteAction = QStringLiteral("pasteAction");
inline const QString withdrawAction = QStringLiteral("withdrawAction");
inline const QString settleConflictAction = QStringLiteral("settleConflictAction");
inline const QString confirmNameAction = QStringLiteral("confirmNameAction");
inline const QString todayAction = QStringLiteral("todayAction");
inline const QString asOfAction = QStringLiteral("asOfAction");
inline const QString recordsAction = QStringLiteral("recordsAction_"); // and the entity's name
inline const QString goPresenceAction = QStringLiteral("goPresenceAction");
inline const QString goProgrammesAction = QStringLiteral("goProgrammesAction");
inline const QString goAgendaAction = QStringLiteral("goAgendaAction");
inline const QString goPeopleAction = QStringLiteral("goPeopleAction");
inline const QString goSettleAction = QStringLiteral("goSettleAction");
inline const QString filterAction = QStringLiteral("filterAction");
inline const QString inspectorAction = QStringLiteral("inspectorAction");
inline const QString largerTextAction = QStringLiteral("largerTextAction");
inline const QString smallerTextAction = QStringLiteral("smallerTextAction");
inline const QString normalTextAction = QStringLiteral("normalTextAction");
inline const QString fullScreenAction = QStringLiteral("fullScreenAction");
inline const QString aboutAction = QStringLiteral("aboutAction");

// Welcome
inline const QString welcomePage = QStringLiteral("welcomePage");
inline const QString newFileButton = QStringLiteral("newFileButton");
inline const QString openFileButton = QStringLiteral("openFileButton");
inline const QString fromSheetButton = QStringLiteral("fromSheetButton");
inline const QString exampleButton = QStringLiteral("exampleButton");
inline const QString recentFileButton = QStringLiteral("recentFileButton"); // several
inline const QString openingMessageLabel = QStringLiteral("openingMessageLabel");

// Presence
inline const QString presencePage = QStringLiteral("presencePage");
inline const QString regionCombo = QStringLiteral("regionCombo");
inline const QString asOfEdit = QStringLiteral("asOfEdit");
inline const QString earlierButton = QStringLiteral("earlierButton");
inline const QString laterButton = QStringLiteral("laterButton");
inline const QString timeStrip = QStringLiteral("timeStrip");
inline const QString timeLine = QStringLiteral("timeLine");
inline const QString earlierChangeAction = QStringLiteral("earlierChangeAction");
inline const QString laterChangeAction = QStringLiteral("laterChangeAction");
inline const QString dateStrip = QStringLiteral("dateStrip");
inline const QString todayButton = QStringLiteral("todayButton");
inline const QString nameStrip = QStringLiteral("nameStrip");
inline const QString confirmNameButton = QStringLiteral("confirmNameButton");
inline const QString boardView = QStringLiteral("boardView");
inline const QString boardHeader = QStringLiteral("boardHeader");
inline const QString boardTotals = QStringLiteral("boardTotals");
inline const QString boardScrollBar = QStringLiteral("boardScrollBar");
inline const QString columnsMenu = QStringLiteral("columnsMenu");
inline const QString columnAction = QStringLiteral("columnAction_"); // and the indicator's code
inline const QString columnLeftAction = QStringLiteral("columnLeftAction");
inline const QString columnRightAction = QStringLiteral("columnRightAction");
inline const QString standardColumnsAction = QStringLiteral("standardColumnsAction");
inline const QString cellEdit = QStringLiteral("cellEdit");
inline const QString trendsPane = QStringLiteral("trendsPane");
inline const QString trendsView = QStringLiteral("trendsView");
inline const QString trendsTable = QStringLiteral("trendsTable");
inline const QString trendsChartButton = QStringLiteral("trendsChartButton");
inline const QString trendsTableButton = QStringLiteral("trendsTableButton");
inline const QString trendRowsMenu = QStringLiteral("trendRowsMenu");
inline const QString mapPane = QStringLiteral("mapPane");
inline const QString twoDatesButton = QStringLiteral("twoDatesButton");
inline const QString earlierMap = QStringLiteral("earlierMap");
inline const QString earlierMapView = QStringLiteral("earlierMapView");
inline const QString earlierDateEdit = QStringLiteral("earlierDateEdit");
inline const QString earlierLabel = QStringLiteral("earlierLabel");
inline const QString laterDateLabel = QStringLiteral("laterDateLabel");
inline const QString mapView = QStringLiteral("mapView");
inline const QString geographyButton = QStringLiteral("geographyButton");
inline const QString tilesButton = QStringLiteral("tilesButton");
inline const QString emptyLabel = QStringLiteral("emptyLabel");
inline const QString noticeStrip = QStringLiteral("noticeStrip");
inline const QString noticeLabel = QStringLiteral("noticeLabel");
inline const QString noticeButton = QStringLiteral("noticeButton");
inline const QString closeNoticeButton = QStringLiteral("closeNoticeButton");

inline const QString presenceSplitter = QStringLiteral("presenceSplitter");
inline const QString viewSplitter = QStringLiteral("viewSplitter");
inline const QString boardButton = QStringLiteral("boardButton");
inline const QString mapButton = QStringLiteral("mapButton");
inline const QString trendsButton = QStringLiteral("trendsButton");
inline const QString sideBySideButton = QStringLiteral("sideBySideButton");
inline const QString inspectorButton = QStringLiteral("inspectorButton");
inline const QString filterBar = QStringLiteral("filterBar");
inline const QString filterEdit = QStringLiteral("filterEdit");
inline const QString filterEditButton = QStringLiteral("filterEditButton"); // two
inline const QString projectChip = QStringLiteral("projectChipButton");
inline const QString levelChip = QStringLiteral("levelChipButton");
inline const QString observedChip = QStringLiteral("observedChipButton");
inline const QString certaintyChip = QStringLiteral("certaintyChipButton");
inline const QString sinceChip = QStringLiteral("sinceChipButton");
inline const QString sinceEdit = QStringLiteral("sinceEdit");
inline const QString sinceDateAction = QStringLiteral("sinceDateAction");
inline const QString compareAction = QStringLiteral("compareAction");
inline const QString comparePane = QStringLiteral("comparePane");
inline const QString compareTitle = QStringLiteral("compareTitleLabel");
inline const QString compareCountLabel = QStringLiteral("compareCountLabel");
inline const QString compareBackButton = QStringLiteral("compareBackButton");
inline const QString compareView = QStringLiteral("compareView");
inline const QString compareHeader = QStringLiteral("compareHeader");
inline const QString compareEmptyLabel = QStringLiteral("compareEmptyLabel");
inline const QString clearFilterButton = QStringLiteral("clearFilterButton");
inline const QString filterCountLabel = QStringLiteral("filterCountLabel");
inline const QString inspectorSplitter = QStringLiteral("inspectorSplitter");
inline const QString inspectorPane = QStringLiteral("inspectorPane");
inline const QString inspectorContent = QStringLiteral("inspectorContent");
inline const QString inspectorTitle = QStringLiteral("inspectorTitle");
inline const QString inspectorConfirmButton = QStringLiteral("inspectorConfirmButton");
inline const QString standingButton = QStringLiteral("standingButton"); // one an indicator
inline const QString restoreButton = QStringLiteral("restoreButton"); // several
inline const QString setTargetButton = QStringLiteral("setTargetButton");
inline const QString addOrganisationButton = QStringLiteral("addOrganisationButton");
inline const QString addAgreementButton = QStringLiteral("addAgreementButton");
inline const QString addTaskButton = QStringLiteral("addTaskButton");
inline const QString taskCheckBox = QStringLiteral("taskCheckBox"); // several
inline const QString editFactsButton = QStringLiteral("editFactsButton");

// Navigation
inline const QString navigationPane = QStringLiteral("navigationPane");
inline const QString presenceButton = QStringLiteral("presenceButton");
inline const QString agendaButton = QStringLiteral("agendaButton");
inline const QString settleButton = QStringLiteral("settleButton");

// Agenda
inline const QString agendaPage = QStringLiteral("agendaPage");
inline const QString agendaView = QStringLiteral("agendaView");
inline const QString agendaEmptyLabel = QStringLiteral("agendaEmptyLabel");
inline const QString agendaEarlierButton = QStringLiteral("agendaEarlierButton");
inline const QString agendaTodayButton = QStringLiteral("agendaTodayButton");
inline const QString agendaLaterButton = QStringLiteral("agendaLaterButton");
inline const QString agendaMonthButton = QStringLiteral("agendaMonthButton");
inline const QString agendaListButton = QStringLiteral("agendaListButton");
inline const QString agendaPlacesButton = QStringLiteral("agendaPlacesButton");
inline const QString agendaKindChip = QStringLiteral("agendaKindChipButton");
inline const QString agendaTerritoryChip = QStringLiteral("agendaTerritoryChipButton");
inline const QString agendaRegionChip = QStringLiteral("agendaRegionChipButton");
inline const QString monthView = QStringLiteral("monthView");
inline const QString monthDayMenu = QStringLiteral("monthDayMenu");
inline const QString agendaSometimeLabel = QStringLiteral("agendaSometimeLabel");
inline const QString agendaTimeline = QStringLiteral("agendaTimeline");
inline const QString agendaNoPlacesLabel = QStringLiteral("agendaNoPlacesLabel");

// Project
inline const QString projectPage = QStringLiteral("projectPage");
inline const QString projectAsOfEdit = QStringLiteral("projectAsOfEdit");
inline const QString projectArea = QStringLiteral("projectArea");
inline const QString projectIndicators = QStringLiteral("projectIndicatorsView");
inline const QString projectFigureChip = QStringLiteral("projectFigureChipButton");
inline const QString projectTiles = QStringLiteral("projectTiles");
inline const QString projectProgrammes = QStringLiteral("projectProgrammesView");
inline const QString projectAllProgrammesButton = QStringLiteral("projectAllProgrammesButton");
inline const QString projectLatest = QStringLiteral("projectLatestView");
inline const QString projectNextRow = QStringLiteral("projectNextRowButton"); // several
inline const QString projectAddStepButton = QStringLiteral("projectAddStepButton");
inline const QString projectSilentLabel = QStringLiteral("projectSilentLabel");
inline const QString projectOutcomeRow = QStringLiteral("projectOutcomeRowButton"); // several

// Presenting
inline const QString presentation = QStringLiteral("presentation");
inline const QString presentPageAction = QStringLiteral("presentPageAction_"); // and the page
inline const QString presentAction = QStringLiteral("presentAction");

// To settle
inline const QString settlePage = QStringLiteral("settlePage");
inline const QString settleSubtitle = QStringLiteral("settleSubtitleLabel");
inline const QString settleView = QStringLiteral("settleView");
inline const QString settleDetail = QStringLiteral("settleDetail");
inline const QString keepValueButton = QStringLiteral("keepValueButton"); // one a value in conflict
inline const QString fieldInPlace = QStringLiteral("fieldInPlace_"); // and the field's name
inline const QString otherName = QStringLiteral("otherName");
inline const QString otherNameLink = QStringLiteral("otherNameButton");
inline const QString chooseNameButton = QStringLiteral("chooseNameButton");
inline const QString conflictView = QStringLiteral("conflictView");
inline const QString conflictTimeline = QStringLiteral("conflictTimeline");
inline const QString setOtherValueButton = QStringLiteral("setOtherValueButton");
inline const QString keepMineButton = QStringLiteral("keepMineButton");
inline const QString confirmIssueButton = QStringLiteral("confirmIssueButton");
inline const QString stillTrueButton = QStringLiteral("stillTrueButton");
inline const QString lapsedButton = QStringLiteral("lapsedButton");
inline const QString tookPlaceButton = QStringLiteral("tookPlaceButton");
inline const QString cancelledButton = QStringLiteral("cancelledButton");
inline const QString taskDoneButton = QStringLiteral("taskDoneButton");
inline const QString showPlaceButton = QStringLiteral("showPlaceButton");
inline const QString showRecordButton = QStringLiteral("showRecordButton");

inline const QString segmentsButton =
    QStringLiteral("segmentsButton"); // joined buttons where they have no room

// Pages that add records
inline const QString newHereButton = QStringLiteral("newHereButton"); // the main button; Ctrl+N presses it

// Programmes
inline const QString programmesPage = QStringLiteral("programmesPage");
inline const QString programmesTabButton = QStringLiteral("programmesTabButton");
inline const QString activitiesTabButton = QStringLiteral("activitiesTabButton");
inline const QString agreementsTabButton = QStringLiteral("agreementsTabButton");
inline const QString participationTabButton = QStringLiteral("participationTabButton");
inline const QString trainingTabButton = QStringLiteral("trainingTabButton");
inline const QString programmesView = QStringLiteral("programmesView");
inline const QString stageChip = QStringLiteral("stageChip");
inline const QString territoryChip = QStringLiteral("territoryChip");
inline const QString silentChip = QStringLiteral("silentChip");
inline const QString silentLabel = QStringLiteral("silentLabel");
inline const QString programmeInspector = QStringLiteral("programmeInspector");
inline const QString programmeTiles = QStringLiteral("programmeTiles");
inline const QString openProgrammeButton = QStringLiteral("openProgrammeButton");
inline const QString addActivityButton = QStringLiteral("addActivityButton");
inline const QString recordAttendanceButton = QStringLiteral("recordAttendanceButton");
inline const QString recordRowButton = QStringLiteral("recordRowButton"); // one a record

// People
inline const QString peoplePage = QStringLiteral("peoplePage");
inline const QString peopleTabButton = QStringLiteral("peopleTabButton");
inline const QString organisationsTabButton = QStringLiteral("organisationsTabButton");
inline const QString rolesTabButton = QStringLiteral("rolesTabButton");
inline const QString contactInspector = QStringLiteral("contactInspector");
inline const QString openContactButton = QStringLiteral("openContactButton");
inline const QString addAffiliationButton = QStringLiteral("addAffiliationButton");

// Dialogs
inline const QString newFileDialog = QStringLiteral("newFileDialog");
inline const QString caribbeanRadioButton = QStringLiteral("caribbeanRadioButton");
inline const QString worldRadioButton = QStringLiteral("worldRadioButton");
inline const QString codesRadioButton = QStringLiteral("codesRadioButton");
inline const QString codesEdit = QStringLiteral("codesEdit");
inline const QString regionNameEdit = QStringLiteral("regionNameEdit");
inline const QString createButton = QStringLiteral("createButton");
inline const QString importDialog = QStringLiteral("importDialog");
inline const QString importDateEdit = QStringLiteral("importDateEdit");
inline const QString importSourceEdit = QStringLiteral("importSourceEdit");
inline const QString importCertaintyCombo = QStringLiteral("importCertaintyCombo");
inline const QString importSummaryLabel = QStringLiteral("importSummaryLabel");
inline const QString refusedView = QStringLiteral("refusedView");
inline const QString importButton = QStringLiteral("importButton");
inline const QString reportDialog = QStringLiteral("reportDialog");
inline const QString paperCombo = QStringLiteral("paperCombo");
inline const QString exportButton = QStringLiteral("exportButton");
inline const QString recordDialog = QStringLiteral("recordDialog");
inline const QString recordForm = QStringLiteral("recordForm");
inline const QString formSectionLabel = QStringLiteral("formSectionLabel");
inline const QString newRowButton = QStringLiteral("newRowButton");
inline const QString newRowDialog = QStringLiteral("newRowDialog");
inline const QString addRowButton = QStringLiteral("addRowButton");
inline const QString eraseDialog = QStringLiteral("eraseDialog");
inline const QString erasePersonButton = QStringLiteral("erasePersonButton");
inline const QString exportPersonButton = QStringLiteral("exportPersonButton");
inline const QString eraseButton = QStringLiteral("eraseButton");
inline const QString erasedCopiesEdit = QStringLiteral("erasedCopiesEdit");
inline const QString erasedMentionsEdit = QStringLiteral("erasedMentionsEdit");
inline const QString consentLabel = QStringLiteral("consentLabel");
inline const QString recordErrorLabel = QStringLiteral("recordErrorLabel");
inline const QString recordHistory = QStringLiteral("recordHistory");
inline const QString fieldEdit =
    QStringLiteral("fieldEdit_"); // and the field's name; its control: name + "Control"
inline const QString recordsWindow = QStringLiteral("recordsWindow");
inline const QString recordsView = QStringLiteral("recordsView");
inline const QString recordsPane = QStringLiteral("recordsPane");
inline const QString recordChip = QStringLiteral("recordChipButton_"); // and the field's name
inline const QString emptyActButton = QStringLiteral("emptyActButton");
inline const QString openRecordButton = QStringLiteral("openRecordButton");
inline const QString newRecordButton = QStringLiteral("newRecordButton");
inline const QString regionMembersEdit = QStringLiteral("regionMembersEdit");
inline const QString regionMembersErrorLabel = QStringLiteral("regionMembersErrorLabel");
inline const QString saveRecordButton = QStringLiteral("saveRecordButton");
inline const QString deleteRecordButton = QStringLiteral("deleteRecordButton");
inline const QString aboutDialog = QStringLiteral("aboutDialog");
inline const QString licencesEdit = QStringLiteral("licencesEdit");
inline const QString restoreDialog = QStringLiteral("restoreDialog");
inline const QString backupsView = QStringLiteral("backupsView");
inline const QString lackedEditsView = QStringLiteral("lackedEditsView");
inline const QString otherCellsView = QStringLiteral("otherCellsView");
inline const QString restoreSummaryLabel = QStringLiteral("restoreSummaryLabel");
inline const QString otherBackupButton = QStringLiteral("otherBackupButton");
inline const QString restoreBackupButton = QStringLiteral("restoreBackupButton");
inline const QString displacedDialog = QStringLiteral("displacedDialog");
inline const QString displacedLabel = QStringLiteral("displacedLabel");
inline const QString displacedOpenButton = QStringLiteral("displacedOpenButton");
inline const QString displacedCopyButton = QStringLiteral("displacedCopyButton");

// What was done: tiles, charts, rows behind
inline const QString territoryTiles = QStringLiteral("territoryTiles");
inline const QString chartsPane = QStringLiteral("chartsPane");
inline const QString trendsShowChip = QStringLiteral("trendsShowChip");
inline const QString outreachPane = QStringLiteral("outreachPane");
inline const QString outreachChart = QStringLiteral("outreachChart");
inline const QString rowsBehindDialog = QStringLiteral("rowsBehindDialog");
inline const QString rowsBehindTitle = QStringLiteral("rowsBehindTitle");
inline const QString rowsBehindView = QStringLiteral("rowsBehindView");
inline const QString mapShowChip = QStringLiteral("mapShowChip");
inline const QString outreachColumnAction = QStringLiteral("outreachColumnAction_"); // and the figure's code
inline const QString outreachTable = QStringLiteral("outreachTable");

inline const QString cancelButton = QStringLiteral("cancelButton"); // of every dialog

} // namespace liaison::objectNames
