#include "app/home.h"

#include <algorithm>

#include "base/fold.h"
#include "base/order.h"
#include "base/text.h"
#include "casework/clock_run.h"
#include "casework/reminders.h"

namespace app {
namespace {

constexpr CaseFilter kFilters[] = {
    CaseFilter::kOpen,        CaseFilter::kOverdue, CaseFilter::kDueToday, CaseFilter::kDueTomorrow,
    CaseFilter::kDueThisWeek, CaseFilter::kQuiet,   CaseFilter::kClosed};

DueDay due_day_of(const casework::RunningClock& clock, const casework::Setting& setting) {
  return {clock.deadline.last_day,
          clock.deadline.ends,
          clock.what,
          clock.status,
          clock.deadline.provisional,
          casework::may_escalate(clock),
          casework::place_in_words(clock, setting)};
}

// What a row is ordered by, folded as words are when people look them up.
std::string_view sorted_by(const HomeRow& row, CaseOrder order) {
  const std::string_view all = row.searched;
  if (order == CaseOrder::kStage) return all.substr(row.stage_from);
  const bool subject = order == CaseOrder::kSubject;
  const std::uint32_t from = subject ? row.subject_from : row.procedure_from;
  return all.substr(from, (subject ? row.procedure_from : row.stage_from) - from);
}

// Adds a part to what is searched. Returns where it begins.
std::uint32_t add_searched(HomeRow& row, std::string_view part) {
  if (!row.searched.empty()) row.searched += ' ';
  const size_t from = row.searched.size();
  row.searched += base::folded(part);
  return static_cast<std::uint32_t>(from);
}

// The place of each row; equals as they stand.
std::vector<std::uint32_t> ranks_of(const std::vector<HomeRow>& rows, CaseOrder order) {
  std::vector<std::string_view> keys;
  keys.reserve(rows.size());
  for (const HomeRow& row : rows) keys.push_back(sorted_by(row, order));
  std::vector<std::uint32_t> ranks(rows.size());
  std::uint32_t next = 0;
  for (const size_t i :
       base::ordered(rows.size(), [&](size_t a, size_t b) { return keys[a] < keys[b]; })) {
    ranks[i] = next++;
  }
  return ranks;
}

// Each goes to its place at once: ten thousand need no comparing.
void put_in_order(std::vector<size_t>& rows, const std::vector<std::uint32_t>& ranks) {
  constexpr size_t kNone = static_cast<size_t>(-1);
  std::vector<size_t> placed(ranks.size(), kNone);
  for (const size_t row : rows) placed[ranks[row]] = row;
  rows.clear();
  for (const size_t row : placed) {
    if (row != kNone) rows.push_back(row);
  }
}

}  // namespace

HomeRow row_of(const AppState& state, size_t at) {
  const casework::Case& each = state.cases[at];
  HomeRow row;
  row.at = at;
  row.case_id = each.id;
  row.reference = each.opened.fact.reference;
  row.subject = each.opened.fact.subject.name;
  row.open = each.is_open();
  row.recorded = casework::last_recorded(each);
  if (!row.open) {
    row.closed_at = each.current().ended_at;
    row.stage = each.resolved ? "Resolved" : "Withdrawn";
    row.due = row.stage;
    if (row.closed_at) row.due += " on " + calendar::in_words(calendar::uk_date(*row.closed_at));
  }
  if (const policy::Policy* policy = state.policy_of(each)) {
    row.procedure = policy->short_title;
    const policy::Stage* stage = policy->stage(each.stage());
    if (row.open && stage) row.stage = stage->label + ": " + stage->title;
    if (row.open) {
      const casework::Setting setting = state.setting(*policy, each);
      const std::vector<casework::RunningClock> clocks = casework::clocks(each, setting);
      row.next = casework::next_deadline(clocks);
      for (const casework::RunningClock& clock : clocks) {
        if (casework::is_going(clock)) row.due_days.push_back(due_day_of(clock, setting));
      }
      if (row.next) row.due = casework::status_in_words(*row.next, setting);
      for (casework::Step& step : casework::next_steps(each, setting)) {
        if (step.suggested && !row.step) row.step = std::move(step);
      }
    }
  }
  add_searched(row, row.reference);
  row.subject_from = add_searched(row, row.subject);
  row.procedure_from = add_searched(row, row.procedure);
  row.stage_from = add_searched(row, row.stage);
  return row;
}

bool comes_before(const HomeRow& a, const HomeRow& b) {
  const auto rank = [](const HomeRow& row) { return !row.open ? 2 : row.next ? 0 : 1; };
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  if (a.next && b.next && a.next->deadline.ends != b.next->deadline.ends) {
    return a.next->deadline.ends < b.next->deadline.ends;
  }
  if (a.closed_at != b.closed_at) return a.closed_at > b.closed_at;
  if (a.reference != b.reference) return a.reference < b.reference;
  return a.case_id < b.case_id;
}

bool belongs(const HomeRow& row, CaseFilter filter, calendar::Date today, int quiet_after) {
  if (filter == CaseFilter::kClosed) return !row.open;
  if (!row.open || filter == CaseFilter::kOpen) return row.open;
  if (filter == CaseFilter::kQuiet) return casework::is_quiet(row.recorded, today, quiet_after);
  if (!row.next) return false;
  const casework::ClockStatus status = row.next->status;
  if (filter == CaseFilter::kOverdue) return status == casework::ClockStatus::kOverdue;
  if (filter == CaseFilter::kDueToday) return status == casework::ClockStatus::kDueToday;
  if (status == casework::ClockStatus::kOverdue) return false;
  const int days = calendar::days_between(today, row.next->deadline.last_day);
  return filter == CaseFilter::kDueTomorrow ? days == 1 : days < 7;
}

HomeList listed(const AppState& state, const WordIndex& words) {
  HomeList list;
  list.filter = state.home_list.filter;
  list.search = state.home_list.search;
  list.as_table = state.home_list.as_table;
  list.order = state.home_list.order;
  list.descending = state.home_list.descending;
  const calendar::Date today = calendar::uk_date(state.now);
  const std::string search = base::folded(list.search);
  const std::vector<std::string_view> typed = base::words_of(search);
  std::vector<std::vector<bool>> having;  // of each word typed, by AppState::cases
  for (const std::string_view word : typed)
    having.push_back(words.having(word, state.cases.size()));
  for (const CaseFilter filter : kFilters) list.counts[filter] = 0;
  for (size_t i = 0; i < state.home.size(); ++i) {
    const HomeRow& row = state.home[i];
    bool found = true;
    for (size_t word = 0; word < typed.size() && found; ++word) {
      found = having[word][row.at] || row.searched.find(typed[word]) != row.searched.npos;
    }
    if (found) ++(row.open ? list.found_open : list.found_closed);
    for (const CaseFilter filter : kFilters) {
      if (!belongs(row, filter, today, state.reminders.quiet_after)) continue;
      ++list.counts[filter];
      if (found && filter == list.filter) list.rows.push_back(i);
    }
  }
  if (list.order != CaseOrder::kDue) {
    list.ranks =
        state.home_list.ranks.empty() ? ranks_of(state.home, list.order) : state.home_list.ranks;
    put_in_order(list.rows, list.ranks);
  }
  if (list.descending) std::reverse(list.rows.begin(), list.rows.end());
  return list;
}

}  // namespace app
