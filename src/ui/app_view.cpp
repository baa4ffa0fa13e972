#include "ui/app_view.h"

#include "ui/widgets.h"

namespace ui {
namespace {

using app::Page;

void draw_page(const app::AppState& state, app::Commands& commands) {
  switch (state.page) {
    case Page::kLoading:
    case Page::kCannotStart:
    case Page::kWelcome:
    case Page::kPrivacy:
      start_view(state, commands);
      return;
    case Page::kCreateVault:
    case Page::kRecoveryKey:
    case Page::kUnlock:
    case Page::kUnlockWithRecoveryKey:
      vault_view(state, commands);
      return;
    case Page::kProfile:
      profile_view(state, commands);
      return;
    case Page::kHome:
      home_view(state, commands);
      return;
    case Page::kRaiseProcedure:
    case Page::kRaiseSubject:
    case Page::kRaiseRisk:
    case Page::kRaiseScope:
    case Page::kRaiseDecision:
    case Page::kRaiseConcern:
      raise_view(state, commands);
      return;
    case Page::kRaiseCheck:
      raise_check_view(state, commands);
      return;
    case Page::kCase:
      case_view(state, commands);
      return;
    case Page::kDiscussion:
    case Page::kAgreeTime:
    case Page::kEnterStage:
    case Page::kDuty:
    case Page::kResolve:
    case Page::kWithdraw:
    case Page::kNote:
    case Page::kReply:
    case Page::kChangePolicy:
      step_view(state, commands);
      return;
    case Page::kNotice:
    case Page::kNoticePreview:
    case Page::kNoticeIssued:
    case Page::kRecord:
      notice_view(state, commands);
      return;
    case Page::kWhatIf:
      what_if_view(state, commands);
      return;
    case Page::kGuidance:
      guidance_view(state, commands);
      return;
    case Page::kProcedures:
      procedures_view(state, commands);
      return;
    case Page::kProcedure:
      procedure_view(state, commands);
      return;
    case Page::kContacts:
      contacts_view(state, commands);
      return;
    case Page::kCompare:
      compare_view(state, commands);
      return;
    case Page::kImportPolicy:
      import_view(state, commands);
      return;
    case Page::kRisk:
      risk_view(state, commands);
      return;
    case Page::kFind:
      find_view(state, commands);
      return;
    case Page::kSettings:
      settings_view(state, commands);
      return;
    case Page::kDisplay:
      display_view(state, commands);
      return;
    case Page::kCalendar:
      calendar_view(state, commands);
      return;
    case Page::kWorkingDays:
      working_days_view(state, commands);
      return;
    case Page::kImportHolidays:
      import_holidays_view(state, commands);
      return;
    case Page::kClosure:
      closure_view(state, commands);
      return;
    case Page::kReminders:
      reminders_view(state, commands);
      return;
    case Page::kStored:
      stored_view(state, commands);
      return;
  }
}

TopBar::Band trial_band(const app::AppState& state) {
  TopBar::Band band;
  const Option end = {"trial.end", "End the trial", ""};
  if (!state.tour) {
    band.title = "Trial with an invented case";
    band.text = "Nothing here is kept.";
    band.actions = {{"tour.start", "Take the tour", ""}, end};
    return band;
  }
  const app::TourState& tour = *state.tour;
  band.title = "Tour, " + std::to_string(tour.step + 1) + " of " + std::to_string(tour.steps) +
               ": " + tour.title;
  band.text = tour.text;
  if (tour.step + 1 < tour.steps) band.actions.push_back({"tour.next", "Next", ""});
  if (tour.step > 0) band.actions.push_back({"tour.back", "Previous", ""});
  if (tour.step + 1 < tour.steps) band.actions.push_back({"tour.leave", "Leave the tour", ""});
  band.actions.push_back(end);
  return band;
}

}  // namespace

app::Commands app_view(const app::AppState& state) {
  app::Commands commands;
  TopBar bar;
  if (state.vault_open() && state.page >= Page::kProfile) {
    const casework::Person& person = state.profile.person;
    if (!person.name.empty()) {
      bar.context = person.name + ", " + person.agency;
      bar.actions.push_back({"risk", "Immediate risk", ""});
      bar.actions.push_back({"home", "All cases", ""});
      bar.actions.push_back({"procedures", "Procedures", ""});
      bar.actions.push_back({"settings", "Settings", ""});
    }
    if (!state.trial) bar.actions.push_back({"lock", "Lock", ""});
  }
  if (state.trial) bar.band = trial_band(state);
  if (state.can_undo) bar.page_actions.push_back({"undo", "Undo", "Undo the last change"});
  if (state.can_redo) bar.page_actions.push_back({"redo", "Redo", "Redo what was undone"});
  set_top_bar(bar);

  // A new list of errors takes the focus once.
  static int announced = 0;
  if (state.error_serial != announced) {
    announced = state.error_serial;
    if (!state.errors.empty()) focus_error_summary();
  }
  // So does the list of what is wrong with a file.
  static int entered = 0;
  if (state.page_serial != entered) {
    entered = state.page_serial;
    const bool faulty = state.picked && !state.picked->faults.empty();
    if (state.page == Page::kImportPolicy && faulty) focus_error_summary();
  }
  draw_page(state, commands);

  const std::string pressed = take_top_bar_action();
  if (pressed == "risk") commands.push_back(app::ShowRisk{});
  if (pressed == "home") commands.push_back(app::Go{Page::kHome, ""});
  if (pressed == "procedures") commands.push_back(app::Go{Page::kProcedures, ""});
  if (pressed == "settings") commands.push_back(app::Go{Page::kSettings, ""});
  if (pressed == "lock") commands.push_back(app::Lock{});
  if (pressed == "undo") commands.push_back(app::Undo{});
  if (pressed == "redo") commands.push_back(app::Redo{});
  const int step = state.tour ? state.tour->step : 0;
  if (pressed == "tour.next") commands.push_back(app::ShowTourStep{step + 1});
  if (pressed == "tour.back") commands.push_back(app::ShowTourStep{step - 1});
  if (pressed == "tour.leave") commands.push_back(app::ShowTourStep{-1});
  if (pressed == "tour.start") commands.push_back(app::ShowTourStep{0});
  if (pressed == "trial.end") commands.push_back(app::EndTrial{});
  if (!state.toast.words.empty() &&
      toast(state.toast.serial, state.toast.words, state.toast.undo ? "Undo" : "")) {
    commands.push_back(app::Undo{});
  }
  if (state.question) {
    const app::Question& asked = *state.question;
    const int answer = dialog("question", asked.title, asked.text, asked.confirm, asked.cancel,
                              ButtonKind::kWarning);
    if (answer != 0) commands.push_back(app::Answer{answer > 0});
  }
  return commands;
}

}  // namespace ui
