// Where a person is and was: the address of each page, and the way back to it.
#include "app/answers.h"
#include "app/trial.h"

namespace app {

// Under the number that the browser keeps in its history.
void Session::note_place() {
  places_[state_.page_serial] = {state_.page,     state_.target,   state_.case_id, state_.procedure,
                                 state_.compared, draft_of_page(), left_,          notice_};
}

Address Session::address() {
  if (trial_) return trial_->session.address();
  std::optional<std::string> route = route_of(state_);
  if (route) note_place();
  return {state_.page_serial, std::move(route)};
}

// What is being written on the page shown; a page that only reads leaves the draft before it in
// place.
std::string Session::draft_of_page() const {
  const Page page = state_.page;
  const bool writes = is_raising(page) ||
                      (page >= Page::kDiscussion && page <= Page::kNoticePreview) ||
                      page == Page::kReply || page == Page::kChangePolicy ||
                      page == Page::kContacts || page == Page::kProfile || page == Page::kClosure;
  return writes ? draft_key_ : "";
}

void Session::return_to(int serial, const std::string& route) {
  if (trial_) return trial_->session.return_to(serial, route);
  if (!route_of(state_)) {  // locked, or nobody has said who they are: afterwards
    wanted_route_ = route;
    return;
  }
  if (occupied()) return;
  const auto noted = places_.find(serial);
  if (noted == places_.end()) {
    follow(route);
    return;
  }
  const Place place = noted->second;
  const bool finished = !place.draft.empty() && place.draft != draft_key_ &&
                        kept_drafts_.find(place.draft) == kept_drafts_.end();
  state_.case_id = place.case_id;
  state_.procedure = place.procedure;
  state_.compared = place.compared;
  if (finished || place.page == Page::kNoticeIssued || place.page == Page::kRecord ||
      place.page == Page::kWhatIf) {
    follow(route);  // saved by now; or shown from what the case holds
    return;
  }
  if (!can_show(place)) {
    return go(place.page == Page::kImportHolidays ? Page::kWorkingDays : Page::kProcedures);
  }
  if (!place.draft.empty() && led_elsewhere(place.draft)) return;
  if (!place.draft.empty() && place.draft != draft_key_) open_draft(place.draft);
  // A preview is made from its answers.
  go(place.page == Page::kNoticePreview ? Page::kNotice : place.page, place.target);
  left_ = place.back;
}

// What a page about procedures or a file shows may have been kept, or have gone, since.
bool Session::can_show(const Place& place) const {
  switch (place.page) {
    case Page::kImportPolicy:
      return state_.picked.has_value();
    case Page::kImportHolidays:
      return state_.picked_holidays.has_value();
    case Page::kProcedure:
    case Page::kContacts:
      return state_.known_policy(place.procedure);
    case Page::kCompare:
      return is_here(place.procedure) && is_here(place.compared);
    default:
      return true;
  }
}

void Session::follow(const std::string& route) {
  const Wanted wanted = read_route(state_, route);
  state_.home_list.filter = wanted.filter;
  switch (wanted.page) {
    case Page::kHome:
      go(Page::kHome);
      show_cases(wanted.filter);
      return;
    case Page::kRecord:
      state_.case_id = wanted.case_id;
      show_document_of(Place{Page::kRecord, "", wanted.case_id, "", "", "", 0, ""});
      return;
    case Page::kProcedure:
      show_procedure(wanted.procedure);
      return;
    case Page::kContacts:
      edit_contacts(wanted.procedure);
      return;
    case Page::kCompare:
      show_comparison({wanted.procedure, wanted.compared});
      return;
    case Page::kProfile:
      edit_profile();
      return;
    case Page::kCalendar:
      show_month({});
      return;
    case Page::kWhatIf:
      state_.case_id = wanted.case_id;
      show_what_if();
      return;
    case Page::kImportPolicy:
      go(state_.picked ? Page::kImportPolicy : Page::kProcedures);
      return;
    case Page::kImportHolidays:
      go(state_.picked_holidays ? Page::kImportHolidays : Page::kWorkingDays);
      return;
    case Page::kClosure:
      add_closure();
      return;
    default:
      if (is_raising(wanted.page)) return start_raise();
      state_.case_id = wanted.case_id;
      go(wanted.page, wanted.part);
  }
}

}  // namespace app
