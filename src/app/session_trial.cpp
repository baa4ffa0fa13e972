// Beginning and ending a trial, and its tour.
#include "app/tour.h"
#include "app/trial.h"
#include "app/trial_case.h"

namespace app {

void Session::start_trial() {
  if (state_.trial || trial_) return;
  keep_drafts();
  trial_ = std::make_unique<Trial>(ports_);
  trial_->session.fill_trial(state_);
}

void Session::end_trial() {
  if (!trial_) return;
  if (trial_->session.pdf_) ports_.pdf.cancel();  // it would answer to nobody
  const AppState& tried = trial_->session.state_;
  state_.display = tried.display;
  // Other pages than those of the trial, whose numbers the browser may have kept.
  state_.page_serial = tried.page_serial + 1;
  state_.error_serial = tried.error_serial;
  state_.toast.serial = tried.toast.serial;
  trial_.reset();
  say("The trial is over. Nothing of it was kept.");
}

void Session::fill_trial(const AppState& from) {
  state_.trial = true;
  state_.now = from.now;
  state_.vault = ports::VaultState::kOpen;
  state_.policies = from.policies;
  state_.days = from.days;
  state_.display = from.display;
  state_.profile.policy_id = from.profile.policy_id;
  state_.page_serial = from.page_serial;
  state_.error_serial = from.error_serial;
  state_.toast.serial = from.toast.serial;
  auto folded = casework::fold(trial_case(state_, random_hex(16)));
  if (folded) state_.cases.push_back(std::move(folded).value());
  state_.profile.person = kTrialPerson;
  refresh_home();
  show_tour_step(0);
}

bool Session::pass_to_trial(const Command& command) {
  if (!trial_) return false;
  const auto* wanted = std::get_if<Download>(&command);
  if (wanted && wanted->kind == FileKind::kPdf && pdf_) {  // Stop would end that one
    trial_->session.say(kOnePdf);
    return true;
  }
  const bool locks = std::holds_alternative<Lock>(command);
  if (!locks && !std::holds_alternative<EndTrial>(command)) {
    trial_->session.handle(command);
    return true;
  }
  end_trial();
  return !locks || !state_.vault_open();
}

void Session::show_tour_step(int step) {
  state_.tour.reset();
  if (!state_.trial || step < 0 || size_t(step) >= tour().size()) return;
  const TourStop& stop = tour()[size_t(step)];
  const bool here =
      state_.page == stop.page && (stop.page == Page::kDiscussion || state_.target == stop.target);
  if (!state_.cases.empty()) {
    if (!here && stop.page == Page::kDiscussion) {
      state_.case_id = state_.cases.front().id;
      start_step({casework::StepKind::kRecordDiscussion, ""});
    } else if (!here) {
      if (stop.page == Page::kCase) state_.case_id = state_.cases.front().id;
      go(stop.page, stop.target);
    }
  }
  if (state_.page == Page::kLoading) go(Page::kHome);
  state_.tour = {step, int(tour().size()), stop.title, stop.text};
}

}  // namespace app
