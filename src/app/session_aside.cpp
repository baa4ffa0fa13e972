// The pages that are opened from anywhere, by a key or a link, and the way back. What was being
// written meanwhile stays as it was.
#include "app/session.h"

namespace app {

void Session::step_aside(Page page) {
  const bool leaves_case = aside_of(state_.page) != Aside::kKeys && !is_of_a_case(state_.page);
  if (state_.page != page) go(page);
  if (leaves_case) state_.case_id.clear();
}

void Session::go_back() {
  if (aside_of(state_.page) == Aside::kNo) return;
  const auto noted = places_.find(left_);
  const bool before_opening = noted != places_.end() && noted->second.page < Page::kProfile;
  if (noted == places_.end() || before_opening == state_.vault_open()) {
    // What was there is gone: the vault has been opened since, or closed.
    const Page start = state_.vault == ports::VaultState::kLocked ? Page::kUnlock : Page::kWelcome;
    return go(state_.vault_open() ? Page::kHome : start);
  }
  const Place place = noted->second;
  const bool document = place.page == Page::kNoticeIssued || place.page == Page::kRecord;
  if (!document && !before_opening) return return_to(left_, "");
  state_.case_id = place.case_id;
  if (document) {
    show_document_of(place);
  } else {
    go(place.page, place.target);
  }
  left_ = place.back;
}

// Made anew from the case: another document may have been shown meanwhile.
void Session::show_document_of(const Place& place) {
  const int before = state_.page_serial;
  if (place.page == Page::kRecord) show_record();
  if (place.page == Page::kNoticeIssued) show_notice(place.notice);
  if (state_.page_serial == before) go(state_.open_case() ? Page::kCase : Page::kHome);
}

}  // namespace app
