#include "ui/app_view.h"

#include "ui/widgets.h"

namespace ui {
namespace {

using app::Page;

bool vault_is_open(Page page) {
  return page >= Page::kProfile && page != Page::kPrivacy;
}

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
      step_view(state, commands);
      return;
    case Page::kNotice:
    case Page::kNoticePreview:
    case Page::kNoticeIssued:
    case Page::kRecord:
      notice_view(state, commands);
      return;
    case Page::kGuidance:
      guidance_view(state, commands);
      return;
  }
}

}  // namespace

app::Commands app_view(const app::AppState& state) {
  app::Commands commands;
  TopBar bar;
  if (vault_is_open(state.page)) {
    const casework::Person& person = state.profile.person;
    if (!person.name.empty()) {
      bar.context = person.name + ", " + person.agency;
      bar.actions.push_back({"home", "All cases", ""});
    }
    bar.actions.push_back({"lock", "Lock", ""});
  }
  set_top_bar(bar);

  // A new list of errors takes the focus once.
  static int announced = 0;
  if (state.error_serial != announced) {
    announced = state.error_serial;
    if (!state.errors.empty()) focus_error_summary();
  }
  draw_page(state, commands);

  const std::string pressed = take_top_bar_action();
  if (pressed == "home") commands.push_back(app::Go{Page::kHome, ""});
  if (pressed == "lock") commands.push_back(app::Lock{});
  return commands;
}

}  // namespace ui
