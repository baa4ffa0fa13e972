// Every case with its next deadline, overdue first.
#include <algorithm>
#include <string>

#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/status_words.h"

namespace ui {
namespace {

Card card_of(const app::HomeRow& row) {
  Card card;
  card.key = row.case_id;
  card.title = row.subject + " · " + row.reference;
  card.text = row.procedure + ". " + row.stage;
  card.side = row.due;
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
  return card;
}

std::string counted(int count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

void home_view(const app::AppState& state, app::Commands& commands) {
  begin_page("home", "Your cases");
  trouble_banner(state);
  success_banner(state);
  heading(1, "Your cases");
  int overdue = 0, today = 0, open = 0;
  for (const app::HomeRow& row : state.home) {
    open += row.open ? 1 : 0;
    if (!row.open || !row.next) continue;
    overdue += row.next->status == casework::ClockStatus::kOverdue ? 1 : 0;
    today += row.next->status == casework::ClockStatus::kDueToday ? 1 : 0;
  }
  if (state.home.empty()) {
    paragraph(
        "There are no cases on this device yet. When you disagree with a decision about a child, "
        "and talking has "
        "not settled it, raise it here.",
        TextKind::kLead);
  } else {
    paragraph(counted(open, "open case", "open cases") + ": " + std::to_string(overdue) +
                  " overdue, " + std::to_string(today) + " due today. Today is " +
                  calendar::in_words_with_day(calendar::uk_date(state.now)) + ".",
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
  if (!state.home.empty()) {
    heading(2, open > 0 ? "What is due" : "Closed cases");
    std::vector<Card> cards;
    cards.reserve(state.home.size());
    for (const app::HomeRow& row : state.home) cards.push_back(card_of(row));
    const int pressed = card_list("cases", "Cases by deadline", cards);
    if (pressed >= 0) commands.push_back(app::OpenCase{state.home[size_t(pressed)].case_id});
  }
  policy_errors(state);
  separator();
  if (link("procedures", "Read and compare procedures")) {
    commands.push_back(app::Go{app::Page::kProcedures, ""});
  }
  if (link("privacy", "How your records are kept"))
    commands.push_back(app::Go{app::Page::kPrivacy, ""});
  end_page();
}

}  // namespace ui
