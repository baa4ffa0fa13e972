// What if something happened on another day: what is supposed of the case shown. It lives as long
// as no other case is opened and is written nowhere.
#include <algorithm>

#include "app/answers.h"
#include "app/draft_kinds.h"
#include "app/session.h"
#include "casework/suppose.h"

namespace app {

void Session::show_what_if() {
  const casework::Case* open = state_.open_case();
  const policy::Policy* policy = open ? state_.policy_of(*open) : nullptr;
  if (!policy) return go(open ? Page::kCase : Page::kHome);
  forget_what_if_of_another();
  open_draft(kWhatIfDraft);
  std::string& event = state_.draft.text["event"];
  // That the present stage goes on for longer, or ends sooner, is what is asked most.
  if (event.empty()) event = open->stage();
  go(Page::kWhatIf);
}

void Session::suppose() {
  const casework::Case* open = state_.open_case();
  const policy::Policy* policy = open ? state_.policy_of(*open) : nullptr;
  if (!policy || state_.page != Page::kWhatIf || draft_key_ != kWhatIfDraft) return;
  const casework::Setting setting = state_.setting(*policy, *open);
  const casework::WhatIf& now = state_.supposed.what_if;
  const std::string event = state_.draft.get("event");
  const std::string stage = event == kTheConcern ? "" : event;
  const casework::Ladder ladder = casework::ladder(*open, setting, now);
  const auto may_end = casework::stages_to_suppose(*open, setting, ladder);
  std::vector<FieldError> errors;
  if (event != kTheConcern && std::find(may_end.begin(), may_end.end(), stage) == may_end.end()) {
    errors.push_back({"event", "Choose what happens on another day"});
  }
  const auto day = date_from(state_.draft, "day", "The day", errors);
  if (!errors.empty()) return fail(std::move(errors));

  casework::WhatIf then = now;
  if (stage.empty()) {
    then.concern_arose = *day;
  } else {
    then.ended[stage] = *day;
  }
  const auto before = casework::doubts(*open, setting, now, ladder);
  for (const casework::Doubt& doubt :
       casework::doubts(*open, setting, then, casework::ladder(*open, setting, then))) {
    if (doubt.stage == stage) {
      errors.push_back({"day", doubt.why + " " + doubt.mend});
    } else if (!casework::doubt_of(before, doubt.stage)) {
      errors.push_back({"day", "That does not go with what you suppose already. " + doubt.why +
                                   " Take that back first, or enter another day."});
    }
  }
  if (!errors.empty()) {
    errors.resize(1);
    return fail(std::move(errors));
  }
  for (const char* part : {"day.day", "day.month", "day.year"}) state_.draft.text.erase(part);
  now_supposed(then);
}

void Session::take_back(const std::string& event) {
  casework::WhatIf left = state_.supposed.what_if;
  if (event.empty()) left = {};
  if (event == kTheConcern) left.concern_arose.reset();
  left.ended.erase(event);
  now_supposed(left);
}

void Session::now_supposed(const casework::WhatIf& what_if) {
  state_.supposed.what_if = what_if;
  ++state_.supposed.serial;
  state_.errors.clear();
}

void Session::forget_what_if_of_another() {
  if (state_.case_id.empty() || state_.supposed.case_id == state_.case_id) return;
  state_.supposed = {state_.case_id, {}, state_.supposed.serial + 1};
  kept_drafts_.erase(kWhatIfDraft);
  if (draft_key_ == kWhatIfDraft) state_.draft = {};
}

}  // namespace app
