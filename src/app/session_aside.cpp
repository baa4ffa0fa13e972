// The two pages that a key leads to from anywhere, and back: immediate risk, and Find. What was
// being written meanwhile stays as it was.
#include "app/session.h"

namespace app {

void Session::step_aside(Page page) {
  if (state_.page != Page::kRisk && state_.page != Page::kFind) {
    left_ = address().serial;
    if (!is_of_a_case(state_.page)) state_.case_id.clear();
  }
  if (state_.page != page) go(page);
}

void Session::go_back() {
  if (state_.page != Page::kRisk && state_.page != Page::kFind) return;
  const Place& place = places_[left_];
  // Nothing has been shown meanwhile that would take the document's place.
  if (place.page == Page::kNoticeIssued || place.page == Page::kRecord) {
    state_.case_id = place.case_id;
    return go(place.page, place.target);
  }
  return_to(left_, "");
}

}  // namespace app
