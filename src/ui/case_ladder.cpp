// If nothing is resolved: when each later stage falls due, under what a case asks for now, and on a
// page of its own, where other days can be tried. The picture, its text and the table say the same.
#include "base/text.h"
#include "casework/ladder_words.h"
#include "casework/stage_words.h"
#include "casework/suppose.h"
#include "ui/app_view.h"
#include "ui/case_parts.h"
#include "ui/form.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using casework::Ladder;
using casework::LadderRung;
using casework::Setting;

// `before`: the ladder as it stands, when something is supposed; else null.
void picture(const Ladder& ladder, const Ladder* before, const Setting& setting) {
  const policy::Policy& policy = setting.policy;
  std::vector<Rung> rungs;
  std::vector<std::string> said;
  for (const LadderRung& each : ladder.rungs) {
    const policy::Stage* stage = policy.stage(each.stage);
    if (!stage) continue;
    const std::string by = casework::due_in_words(each, policy);
    std::string text =
        casework::within_sentence(stage->label) + (each.deadline ? " by " : ": ") + by;
    if (before) text += ", " + casework::difference_in_words(each, *before, setting.holidays);
    rungs.push_back({stage->label, stage->title, base::capitalised(by), stage->next.empty()});
    said.push_back(std::move(text));
  }
  ladder_picture("ladder-picture", rungs,
                 "If nothing is resolved: " + base::joined(said, "; ") + ".");
}

void outlook(const Ladder& ladder, const Ladder* before, const Setting& setting, TextKind kind) {
  const std::string words = casework::outlook_in_words(ladder, before, setting);
  if (!words.empty()) paragraph(words, kind);
}

// "Guide 2026, Stage 2", without the words that it quotes.
std::string short_source(policy::Citation cite, const policy::Policy& policy) {
  cite.words.clear();
  return policy::in_words(cite, policy);
}

void as_table(const Ladder& ladder, const Ladder* before, const Setting& setting) {
  const policy::Policy& policy = setting.policy;
  std::vector<TableColumn> columns = {
      {base::capitalised(policy.stage_word), 1}, {"Begins", 1.2f}, {"Due by", 1.3f}};
  if (before) columns.push_back({"Compared with now", 1.2f});
  columns.push_back({"What decides it", 1.5f});
  // More than five have no room beside one another.
  if (!before) columns.push_back({"Source", 1.2f});
  std::vector<std::vector<std::string>> rows;
  for (const LadderRung& each : ladder.rungs) {
    const policy::Stage* stage = policy.stage(each.stage);
    if (!stage) continue;
    const std::string source = short_source(each.deadline ? each.cite : stage->cite, policy);
    std::vector<std::string> row = {stage->label, casework::entered_in_words(each),
                                    base::capitalised(casework::due_in_words(each, policy))};
    if (before) {
      row.push_back(
          base::capitalised(casework::difference_in_words(each, *before, setting.holidays)));
      row.push_back(each.what.empty() ? source : each.what + " (" + source + ")");
    } else {
      row.push_back(each.what);
      row.push_back(source);
    }
    rows.push_back(std::move(row));
  }
  table("ladder-table", "When each later " + policy.stage_word + " begins and falls due", columns,
        rows);
}

std::string event_key(const std::string& stage) {
  return stage.empty() ? app::kTheConcern : stage;
}

void nothing_is_recorded(const casework::WhatIf& what_if, const policy::Policy& policy) {
  std::vector<std::string> said;
  if (what_if.concern_arose) {
    said.push_back(casework::supposed_in_words(policy, "", *what_if.concern_arose));
  }
  for (const auto& [stage, day] : what_if.ended) {
    said.push_back(casework::supposed_in_words(policy, stage, day));
  }
  inset("You suppose that " + base::listed(said) +
        ". Nothing of it is recorded: the case stays as it is.");
}

// What is supposed, each with a way to take it back.
void supposed(const CaseScreen& screen, const casework::WhatIf& what_if, const Ladder& ladder) {
  const policy::Policy& policy = screen.setting.policy;
  const auto doubts = casework::doubts(screen.open, screen.setting, what_if, ladder);
  std::vector<Card> cards;
  const auto add = [&](const std::string& stage, calendar::Date day) {
    Card card;
    card.key = event_key(stage);
    const std::string words = casework::supposed_in_words(policy, stage, day);
    card.title = base::capitalised(words);
    if (const casework::Doubt* doubt = casework::doubt_of(doubts, stage)) {
      card.text = "This changes nothing as it is. " + doubt->why;
    }
    card.actionable = false;
    card.action = "Take back";
    card.action_name = "Take back: " + words;
    cards.push_back(std::move(card));
  };
  if (what_if.concern_arose) add("", *what_if.concern_arose);
  for (const auto& [stage, day] : what_if.ended) add(stage, day);
  heading(2, "What you suppose");
  const CardPress pressed =
      card_list("supposed", "What you suppose", {cards.size(), [&](size_t i) { return cards[i]; }});
  if (pressed.action) screen.commands.push_back(app::TakeBack{cards[size_t(pressed.card)].key});
  if (cards.size() > 1 && link("take-all-back", "Take all back")) {
    screen.commands.push_back(app::TakeBack{""});
  }
}

// A date that is supposed is asked for as elsewhere.
void ask(const CaseScreen& screen, const Ladder& ladder) {
  const policy::Policy& policy = screen.setting.policy;
  heading(2, "What if something happened on another day?");
  std::vector<Option> events;
  for (const std::string& stage :
       casework::stages_to_suppose(screen.open, screen.setting, ladder)) {
    events.push_back({stage, base::capitalised(casework::supposed_event(policy, stage)), ""});
  }
  events.push_back({app::kTheConcern, base::capitalised(casework::supposed_event(policy, "")), ""});
  Form form(screen.state, screen.commands);
  FieldOptions event, day;
  if (!ladder.unknown_after.empty()) {
    event.hint = "A later " + policy.stage_word + " joins the list once it is known when it begins";
  }
  std::string chosen = form.draft().get("event");
  if (select("event", "What happens on another day?", events, chosen, event)) {
    screen.commands.push_back(app::SetText{"event", chosen});
  }
  day.hint = "For example, 27 3 2026";
  form.date("day", "Which day?", day);
  if (button("suppose", "Show what changes")) screen.commands.push_back(app::Suppose{});
}

void page_of(const CaseScreen& screen) {
  const Setting& setting = screen.setting;
  const casework::WhatIf& what_if = screen.state.supposed.what_if;
  const Ladder now = casework::ladder(screen.open, setting);
  if (now.rungs.empty() && now.unknown_after.empty()) {
    paragraph(screen.open.is_open()
                  ? "Nothing comes after " +
                        casework::stage_in_words(setting.policy, screen.open.stage()) +
                        ", so nothing later falls due."
                  : "The case is closed, so nothing later falls due.");
    return;
  }
  const bool tries = !what_if.empty();
  if (tries) nothing_is_recorded(what_if, setting.policy);
  const Ladder then = tries ? casework::ladder(screen.open, setting, what_if) : now;
  const Ladder* before = tries ? &now : nullptr;
  heading(2, "When each later " + setting.policy.stage_word + " falls due");
  outlook(then, before, setting, TextKind::kBody);
  if (!then.unknown_after.empty()) {
    paragraph("Suppose a day on which it ends, and you see what follows.");
  }
  if (!then.rungs.empty()) {
    picture(then, before, setting);
    as_table(then, before, setting);
  }
  if (tries) supposed(screen, what_if, then);
  ask(screen, then);
}

}  // namespace

void case_ladder(const CaseScreen& screen) {
  const Ladder ladder = casework::ladder(screen.open, screen.setting);
  const bool nothing_later = ladder.rungs.empty() && ladder.unknown_after.empty();
  if (nothing_later || !details("ladder", "If nothing is resolved: when each later " +
                                              screen.setting.policy.stage_word + " falls due")) {
    return;
  }
  if (!ladder.rungs.empty()) picture(ladder, nullptr, screen.setting);
  outlook(ladder, nullptr, screen.setting, TextKind::kHint);
  if (link("other-days", "Try other dates")) screen.commands.push_back(app::ShowWhatIf{});
}

void what_if_view(const app::AppState& state, app::Commands& commands) {
  const casework::Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  if (!policy) return;
  // What is supposed changes the page from its top.
  begin_page("what-if-" + state.case_id + "/" + std::to_string(state.supposed.serial),
             "If nothing is resolved", page_errors(state));
  if (back_link("Back to the case")) {
    commands.push_back(app::Go{app::Page::kCase, state.case_part});
  }
  error_summary();
  trouble_banner(state);
  caption(open->opened.fact.subject.name + " · " + open->opened.fact.reference);
  heading(1, "If nothing is resolved");
  const Setting setting = state.setting(*policy, *open);
  page_of({state, commands, *open, setting, {}});
  end_page();
}

}  // namespace ui
