// What needs doing across all cases: how many there are of each kind, a search over everything that
// was written, and each case with what is due and the one thing to do now.
#include <algorithm>
#include <string>

#include "app/home.h"
#include "app/reminders.h"
#include "base/fold.h"
#include "base/text.h"
#include "ui/app_view.h"
#include "ui/case_parts.h"
#include "ui/form.h"
#include "ui/policy_words.h"
#include "ui/status_words.h"

namespace ui {
namespace {

using app::CaseFilter;

struct FilterWords {
  CaseFilter filter;
  const char* label;  // in the bar, before the count
  const char* one;    // "2 overdue cases", "1 case due today"
  const char* many;
  const char* none;  // when there is none
};
constexpr FilterWords kFilters[] = {
    {CaseFilter::kOpen, "Open", "open case", "open cases", "No case is open."},
    {CaseFilter::kOverdue, "Overdue", "overdue case", "overdue cases", "Nothing is overdue."},
    {CaseFilter::kDueToday, "Due today", "case due today", "cases due today",
     "Nothing is due today."},
    {CaseFilter::kDueTomorrow, "Due tomorrow", "case due tomorrow", "cases due tomorrow",
     "Nothing is due tomorrow."},
    {CaseFilter::kDueThisWeek, "Due this week", "case due in the next seven days",
     "cases due in the next seven days", "Nothing is due in the next seven days."},
    {CaseFilter::kQuiet, "No activity", "case without a recent record",
     "cases without a recent record", "Every open case has a recent record."},
    {CaseFilter::kClosed, "Closed", "closed case", "closed cases", "No case is closed yet."}};

const FilterWords& words_of(CaseFilter filter) {
  return kFilters[static_cast<size_t>(filter)];
}

std::string counted(size_t count, CaseFilter filter) {
  const FilterWords& words = words_of(filter);
  return std::to_string(count) + " " + (count == 1 ? words.one : words.many);
}

// "Nothing recorded for 12 days"; empty while that is not for long.
std::string quiet_words(const app::AppState& state, const app::HomeRow& row) {
  const calendar::Date today = calendar::uk_date(state.now);
  if (!app::belongs(row, CaseFilter::kQuiet, today, state.reminders.quiet_after)) return "";
  return "Nothing recorded for " + std::to_string(calendar::days_between(row.recorded, today)) +
         " days";
}

Card card_of(const app::AppState& state, const app::HomeRow& row) {
  Card card;
  card.key = row.case_id;
  card.title = row.subject + " · " + row.reference;
  card.text = row.procedure.empty() ? "The procedure it runs under is missing from this device."
                                    : row.procedure + ". " + row.stage;
  const std::string quiet = quiet_words(state, row);
  if (!quiet.empty()) card.text += "\n" + quiet + ".";
  if (row.step) {
    card.action = row.step->label;
    card.action_name = row.step->label + ": " + row.subject + ", " + row.reference;
    card.action_key = step_key(*row.step);
  }
  if (!row.open) {
    card.tag = "Closed";
    card.tag_kind = TagKind::kDone;
  } else if (row.next) {
    card.tag = short_status(*row.next);
    card.tag_kind = tag_kind(*row.next);
  } else {
    card.tag = "Open";
    card.tag_kind = TagKind::kNeutral;
  }
  if (row.due != card.tag) card.side = row.due;
  return card;
}

size_t count_of(const app::HomeList& list, CaseFilter filter) {
  const auto found = list.counts.find(filter);
  return found == list.counts.end() ? 0 : found->second;
}

// "Two cases are overdue, one is due today and one is due tomorrow."
std::string standing(const app::HomeList& list) {
  if (count_of(list, CaseFilter::kOpen) == 0) return "No case is open.";
  const size_t overdue = count_of(list, CaseFilter::kOverdue);
  const size_t today = count_of(list, CaseFilter::kDueToday);
  const std::string words =
      app::due_in_words(overdue, today, count_of(list, CaseFilter::kDueTomorrow), "case", "cases");
  if (words.empty()) return "Nothing is overdue, due today or due tomorrow.";
  if (overdue > 0) return words + ".";
  return words + (today > 0 ? "; none is overdue." : "; none is overdue or due today.");
}

std::string today_in_words(const app::AppState& state) {
  return "Today is " + calendar::in_words_with_day(calendar::uk_date(state.now)) + ". " +
         standing(state.home_list);
}

class CaseList {
 public:
  CaseList(const app::AppState& state, app::Commands& commands)
      : state_(state),
        list_(state.home_list),
        commands_(commands),
        searching_(!base::folded(list_.search).empty()) {}

  void search() {
    std::string typed = list_.search;
    FieldOptions options;
    options.required = options.question = false;
    if (text_field("search", "Search your cases", typed, options)) {
      commands_.push_back(app::SearchCases{typed});
    }
  }

  void draw() {
    filters();
    status("found", found_in_words());
    if (searching_ && link("clear", "Clear the search")) {
      commands_.push_back(app::SearchCases{""});
      focus_field("search");
    }
    shapes();
    if (!list_.rows.empty()) {
      if (list_.as_table) {
        table();
      } else {
        cards();
      }
    }
    if (searching_) {
      found_elsewhere();
    } else if (list_.rows.empty()) {
      way_out();
    }
  }

 private:
  void filters() {
    std::vector<Option> options;
    for (const FilterWords& each : kFilters) {
      // Only where there is one to look at, or it is what is looked at.
      if (each.filter == CaseFilter::kQuiet && list_.filter != each.filter &&
          count_of(list_, each.filter) == 0) {
        continue;
      }
      const std::string count = std::to_string(count_of(list_, each.filter));
      options.push_back({each.label, each.label + (" " + count), ""});
    }
    std::string chosen = words_of(list_.filter).label;
    if (!choice_bar("filter", "Which cases are listed", options, chosen)) return;
    for (const FilterWords& each : kFilters) {
      if (chosen == each.label) commands_.push_back(app::ShowCases{each.filter});
    }
  }

  std::string found_in_words() const {
    const FilterWords& words = words_of(list_.filter);
    const size_t count = list_.rows.size();
    if (!searching_) return count == 0 ? words.none : counted(count, list_.filter);
    if (count > 0) return counted(count, list_.filter) + " with these words";
    if (list_.found_open + list_.found_closed == 0) return "No case has all these words.";
    return std::string("No ") + words.one + " has all these words.";
  }

  // The other ways to look at the cases.
  void shapes() {
    if (!list_.rows.empty()) {
      if (link("shape", list_.as_table ? "Show as a list" : "Show as a table")) {
        commands_.push_back(app::ShowCasesAs{!list_.as_table});
      }
      same_row();
    }
    if (link("calendar", "Calendar of deadlines")) commands_.push_back(app::ShowMonth{});
  }

  // Another list begins at its first page.
  std::string of() const {
    return std::to_string(static_cast<int>(list_.filter)) +
           std::to_string(static_cast<int>(list_.order)) + (list_.descending ? "-" : "+") +
           list_.search;
  }

  void table() {
    const TableSource source{
        list_.rows.size(),
        [this](size_t i) -> TableRow {
          const app::HomeRow& it = row(i);
          const std::string quiet = quiet_words(state_, it);
          const std::string due = it.due + (it.due.empty() || quiet.empty() ? "" : ". ") + quiet;
          return {it.case_id, {it.subject + " · " + it.reference, it.procedure, it.stage, due}};
        },
        static_cast<size_t>(list_.order), list_.descending, of()};
    const TablePress pressed =
        sorted_table("case-table", base::capitalised(words_of(list_.filter).many),
                     {{"Case", 3}, {"Procedure", 2}, {"Stage", 3}, {"Due", 3}}, source);
    if (pressed.row >= 0) {
      commands_.push_back(app::OpenCase{row(static_cast<size_t>(pressed.row)).case_id});
    }
    if (pressed.column >= 0) {
      commands_.push_back(app::SortCases{static_cast<app::CaseOrder>(pressed.column)});
    }
  }

  void cards() {
    const CardSource source{list_.rows.size(), [this](size_t i) { return card_of(state_, row(i)); },
                            of()};
    const CardPress pressed =
        card_list("cases", base::capitalised(words_of(list_.filter).many), source);
    if (pressed.card < 0) return;
    const app::HomeRow& it = row(static_cast<size_t>(pressed.card));
    if (pressed.action) {
      commands_.push_back(app::StartStepOf{it.case_id, {it.step->kind, it.step->target}});
    } else {
      commands_.push_back(app::OpenCase{it.case_id});
    }
  }

  const app::HomeRow& row(size_t i) const { return state_.home[list_.rows[i]]; }

  void show(const char* key, const std::string& words, CaseFilter filter) {
    if (link(key, words)) commands_.push_back(app::ShowCases{filter});
  }

  // The search looks at every case, whatever the filter shows.
  void found_elsewhere() {
    const bool closed = list_.filter == CaseFilter::kClosed;
    const size_t open_here = closed ? 0 : list_.rows.size();
    if (list_.found_open > open_here) {
      show("found-open",
           "See " + counted(list_.found_open, CaseFilter::kOpen) + " with these words",
           CaseFilter::kOpen);
    }
    if (!closed && list_.found_closed > 0) {
      show("found-closed",
           "See " + counted(list_.found_closed, CaseFilter::kClosed) + " with these words",
           CaseFilter::kClosed);
    }
  }

  void way_out() {
    if (list_.filter != CaseFilter::kOpen) {
      show("see-open", "See all open cases", CaseFilter::kOpen);
    } else {
      show("see-closed", "See the closed cases", CaseFilter::kClosed);
    }
  }

  const app::AppState& state_;
  const app::HomeList& list_;
  app::Commands& commands_;
  bool searching_;
};

// What was begun and not saved: to go on with, or to throw away.
void half_written(const app::AppState& state, app::Commands& commands) {
  // Here also when the message about it is gone.
  if (state.can_undo && link("undo", "Undo the last change")) commands.push_back(app::Undo{});
  if (state.half_written.empty()) return;
  heading(2, "Half written");
  std::vector<Card> cards;
  for (const app::HalfWritten& each : state.half_written) {
    Card card;
    card.key = each.key;
    card.title = each.title;
    card.text = each.about;
    card.tag = "Not recorded yet";
    card.tag_kind = TagKind::kDue;
    card.action = "Throw away";
    card.action_name = "Throw away: " + each.title + (each.about.empty() ? "" : ", " + each.about);
    cards.push_back(card);
  }
  const CardSource source{cards.size(), [&cards](size_t i) { return cards[i]; }, "half-written"};
  const CardPress pressed = card_list("half-written", "Half written", source);
  if (pressed.card < 0) return;
  const std::string& key = state.half_written[static_cast<size_t>(pressed.card)].key;
  if (pressed.action) {
    commands.push_back(app::DiscardDraft{key});
  } else {
    commands.push_back(app::ResumeDraft{key});
  }
}

}  // namespace

void home_view(const app::AppState& state, app::Commands& commands) {
  begin_page("home", "Your cases");
  trouble_banner(state);
  success_banner(state);
  heading(1, "Your cases");
  CaseList list(state, commands);
  const bool any = !state.home.empty();
  if (any) begin_columns(.62f);
  if (any) {
    paragraph(today_in_words(state), TextKind::kLead);
  } else {
    paragraph(
        "There are no cases on this device yet. When you disagree with a decision about a child, "
        "and talking has "
        "not settled it, raise it here.",
        TextKind::kLead);
  }
  const bool has_procedure = std::any_of(state.policies.begin(), state.policies.end(),
                                         [](const app::KnownPolicy& each) { return each.offered; });
  if (has_procedure) {
    if (button("raise", "Raise a disagreement")) commands.push_back(app::StartRaise{});
  } else {
    warning(
        "No procedure could be read, so no new disagreement can be raised here. Your cases are "
        "below.");
  }
  if (any) {
    next_column();
    list.search();
    end_columns();
  }
  half_written(state, commands);
  if (any) list.draw();
  policy_errors(state);
  separator();
  if (link("reminders", "Reminders")) commands.push_back(app::Go{app::Page::kReminders, ""});
  if (link("find", "Find a case, a procedure or something to do (Ctrl+K)")) {
    commands.push_back(app::Find{""});
  }
  if (link("procedures", "Read and compare procedures")) {
    commands.push_back(app::Go{app::Page::kProcedures, ""});
  }
  if (!state.trial && link("trial", "Try it with an invented case")) {
    commands.push_back(app::StartTrial{});
  }
  if (link("privacy", "How your records are kept"))
    commands.push_back(app::Go{app::Page::kPrivacy, ""});
  end_page();
}

}  // namespace ui
