// What is typed and not committed yet: taken back and put there again, gone on with later, thrown
// away.
#include <algorithm>

#include "app/answers.h"
#include "app/draft_kinds.h"
#include "app/session.h"

namespace app {

// A change of one field of the draft.
void Session::type(const std::string& field, const std::function<void(Draft&)>& change) {
  if (draft_key_ == kWhatIfDraft) return change(state_.draft);
  histories_[draft_key_].note(field, {state_.draft, state_.page, state_.target}, state_.now);
  change(state_.draft);
  touched_.insert(draft_key_);
  typed_at_ = state_.now;
  has_typed_ = true;
}

void Session::say(std::string words, bool undo) {
  state_.toast = {state_.toast.serial + 1, std::move(words), undo};
}

void Session::tell_undo() {
  const auto history = histories_.find(draft_key_);
  const bool writing = history != histories_.end() && !draft_of_page().empty();
  state_.can_undo = thrown_ || (writing && history->second.can_undo());
  state_.can_redo = !thrown_ && writing && history->second.can_redo();
}

void Session::list_half_written() {
  state_.half_written = half_written(state_, typed_drafts(""));
}

bool Session::led_elsewhere(const std::string& key) {
  const std::optional<DraftPlace> place = draft_place(state_, key);
  if (!place || place->case_id.empty() || is_offered(state_, *place)) return false;
  state_.case_id = place->case_id;
  const casework::Case* open = state_.open_case();
  const bool anew = place->page == Page::kChangePolicy && open->is_open() &&
                    state_.policy_of(*open) && state_.other_policy_of(*open);
  if (anew) {
    start_policy_change();
  } else {
    go(Page::kCase);
  }
  if (touched_.count(key) == 0) return true;
  say(anew ? "Another version is offered by now. What you wrote about the one before is kept."
           : "The case has moved on, and this is no longer to be done. What you wrote is kept.");
  return true;
}

void Session::resume_draft(const std::string& key) {
  const std::optional<DraftPlace> place = draft_place(state_, key);
  if (!place || touched_.count(key) == 0) return;
  if (place->page == Page::kProfile) return edit_profile();
  if (place->page == Page::kContacts) return edit_contacts(place->target);
  if (place->page == Page::kClosure) return add_closure();
  if (led_elsewhere(key)) return;
  open_draft(key);
  if (!place->case_id.empty()) {
    state_.case_id = place->case_id;
    go(place->page, place->target);
    return;
  }
  // The first question without an answer.
  state_.changing = false;
  const std::vector<FieldError> errors = raise_errors(state_);
  for (const Page page : raise_pages(state_.chosen_policy())) {
    const bool open = std::any_of(errors.begin(), errors.end(), [page](const FieldError& error) {
      return asks(page, error.key);
    });
    if (open) return go(page);
  }
  go(Page::kRaiseCheck);
}

void Session::discard_draft(const std::string& key) {
  if (touched_.count(key) == 0) return;
  std::string title;
  for (const HalfWritten& each : state_.half_written) {
    if (each.key == key) title = each.title;
  }
  open_draft("");  // so that it is among the kept ones, whatever is on the page
  thrown_ = {key, std::move(kept_drafts_[key])};
  kept_drafts_.erase(key);
  touched_.erase(key);
  histories_.erase(key);
  typed_at_ = state_.now;
  keep_drafts();
  list_half_written();
  say("Thrown away: " + title + ".", true);
}

void Session::drop_draft(const std::string& key) {
  if (key == draft_key_) open_draft("");
  kept_drafts_.erase(key);
  histories_.erase(key);
  if (touched_.erase(key) == 0) return;
  typed_at_ = state_.now;
  keep_drafts();
}

void Session::undo() {
  if (thrown_) {
    kept_drafts_[thrown_->key] = std::move(thrown_->draft);
    touched_.insert(thrown_->key);
    typed_at_ = state_.now;
    keep_drafts();
    thrown_.reset();
    list_half_written();
    say("It is back.");
    return;
  }
  show_moment(histories_[draft_key_].undo({state_.draft, state_.page, state_.target}));
}

void Session::redo() {
  if (!thrown_)
    show_moment(histories_[draft_key_].redo({state_.draft, state_.page, state_.target}));
}

// Where the change was made, so that it is seen.
void Session::show_moment(std::optional<UndoHistory::Moment> moment) {
  if (!moment) return;
  state_.draft = std::move(moment->draft);
  typed_at_ = state_.now;
  if (moment->page != state_.page) go(moment->page, std::move(moment->target));
}

}  // namespace app
