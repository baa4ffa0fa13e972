// The list of cases on home, kept up to date: everything at the start and on a new day, one row
// after an event of its case. What the list is: home.h.
#include <algorithm>
#include <limits>

#include "app/case_texts.h"
#include "app/home.h"
#include "app/session.h"
#include "base/fold.h"
#include "base/order.h"

namespace app {
namespace {

constexpr std::int64_t kSliceMs = 4;

}  // namespace

void Session::list_home() {
  if (!state_.home_list.search.empty()) learn_all_words();
  state_.home_list = listed(state_, case_words_);
}

// What people wrote is learnt for the search in slices, so that ten thousand cases are on the
// screen long before; a search that is earlier waits for the rest.
void Session::learn_some_words() {
  if (!learning()) return;
  const std::int64_t start = ports_.clock.now().ms;
  do learn_words(learnt_++);
  while (learning() && ports_.clock.now().ms - start < kSliceMs);
}

void Session::learn_all_words() {
  while (learning()) learn_words(learnt_++);
}

// A case's events only ever become more, so their number says whether its words are known.
void Session::learn_words(size_t at) {
  words_of_events_.resize(state_.cases.size());
  const std::vector<casework::Event>& events = state_.cases[at].events;
  if (words_of_events_[at] == events.size()) return;
  words_of_events_[at] = events.size();
  for (const casework::Event& event : events) {
    case_words_.add(static_cast<std::uint32_t>(at), base::folded(texts_of(event)));
  }
}

void Session::refresh_home() {
  state_.home_list.ranks.clear();
  state_.home.clear();
  state_.home.reserve(state_.cases.size());
  for (size_t at = 0; at < state_.cases.size(); ++at) {
    state_.home.push_back(row_of(state_, at));
  }
  learnt_ = 0;
  look_at_ = lapse_at_ = {};
  base::sort(state_.home, comes_before);
  list_home();
}

void Session::refresh_row(size_t at) {
  state_.home_list.ranks.clear();
  std::vector<HomeRow>& rows = state_.home;
  HomeRow row = row_of(state_, at);
  look_at_ = lapse_at_ = {};
  if (at < learnt_) learn_words(at);
  auto old = std::find_if(rows.begin(), rows.end(), [&](const HomeRow& r) { return r.at == at; });
  if (old == rows.end()) {
    rows.insert(std::upper_bound(rows.begin(), rows.end(), row, comes_before), std::move(row));
    return;
  }
  // The others are in order on either side of it.
  const auto earlier = std::upper_bound(rows.begin(), old, row, comes_before);
  const auto later = std::upper_bound(old + 1, rows.end(), row, comes_before);
  *old = std::move(row);
  if (earlier != old) {
    std::rotate(earlier, old, old + 1);
  } else {
    std::rotate(old, old + 1, later);
  }
}

void Session::refresh_home(const std::string& case_id) {
  for (size_t at = 0; at < state_.cases.size(); ++at) {
    if (state_.cases[at].id == case_id) refresh_row(at);
  }
  list_home();
}

// Looks at every deadline when the first of them passes, and not before.
void Session::refresh_lapsed() {
  if (state_.now < lapse_at_) return;
  std::vector<size_t> lapsed;
  for (const HomeRow& row : state_.home) {
    const bool passed =
        std::any_of(row.due_days.begin(), row.due_days.end(), [&](const DueDay& due) {
          return due.status != casework::ClockStatus::kOverdue && due.ends <= state_.now;
        });
    if (passed) lapsed.push_back(row.at);
  }
  for (const size_t at : lapsed) refresh_row(at);
  if (!lapsed.empty()) list_home();
  lapse_at_ = {std::numeric_limits<std::int64_t>::max()};
  for (const HomeRow& row : state_.home) {
    for (const DueDay& due : row.due_days) {
      if (due.ends > state_.now) lapse_at_ = std::min(lapse_at_, due.ends);
    }
  }
}

void Session::show_cases(CaseFilter filter) {
  state_.home_list.filter = filter;
  list_home();
}

void Session::sort_cases(CaseOrder order) {
  HomeList& list = state_.home_list;
  list.descending = order == list.order && !list.descending;
  if (order != list.order) list.ranks.clear();
  list.order = order;
  list_home();
}

void Session::search_cases(const std::string& text) {
  state_.home_list.search = text;
  list_home();
}

}  // namespace app
