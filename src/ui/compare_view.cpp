// Two procedures beside each other, or what differs between two versions of one.
#include "base/text.h"
#include "casework/stage_words.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/kept_rules.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using app::Page;
using policy::Change;

// The known ones, and the one that was just picked.
std::vector<Option> choices(const app::AppState& state) {
  std::vector<Option> options;
  const auto add = [&](const policy::Policy& policy, std::string_view note) {
    for (const Option& each : options) {
      if (each.value == policy.hash) return;
    }
    options.push_back({policy.hash, policy_name(policy) + std::string(note), ""});
  };
  for (const app::KnownPolicy& known : state.policies) {
    add(*known.policy, known.offered                                       ? ""
                       : known.origin == app::KnownPolicy::Origin::kPinned ? " (of earlier cases)"
                                                                           : " (not in use)");
  }
  if (state.picked && state.picked->policy) add(*state.picked->policy, " (the file chosen)");
  return options;
}

void beside(const SharedPolicy& one, const SharedPolicy& other) {
  const policy::Policy& first = *one;
  const policy::Policy& second = *other;
  std::vector<std::vector<std::string>> rows;
  for (const policy::SideBySide& line : side_by_side(one, other)) {
    rows.push_back({line.topic, line.first.empty() ? "–" : line.first,
                    line.second.empty() ? "–" : line.second});
  }
  table("beside", first.short_title + " and " + second.short_title,
        {{"What", 1}, {first.short_title, 2}, {second.short_title, 2}}, rows);
  heading(2, "Which of them applies?");
  paragraph(
      "Look first whether the rules of either say it. Most procedures do not say which applies "
      "when the agencies come from different areas. Then:");
  bullet_list({"Agree with the other agency, at the first conversation, which of them you follow.",
               "Record what you agreed as a note of the case.",
               "Until it is agreed, keep to the shorter time of the two."});
}

// What stands in a rule; with its source when only that differs.
std::string words_of(const policy::Rule& rule, const policy::Policy& policy, bool with_source) {
  std::string words = rule.text;
  if (!with_source || !rule.cite) return words;
  words += "\n" + casework::source_sentence(policy, *rule.cite);
  if (!rule.cite->reading.empty()) words += "\nReading taken: " + rule.cite->reading;
  return words;
}

void differences(const SharedPolicy& one, const SharedPolicy& other) {
  const policy::Policy& before = *one;
  const policy::Policy& after = *other;
  heading(2, "What differs");
  bool any = false;
  int number = 0;
  for (const policy::ComparedSection& section : compared(one, other)) {
    bool headed = false;
    for (const policy::ComparedRule& rule : section.rules) {
      if (rule.change == Change::kSame) continue;
      if (!headed) heading(3, section.heading);
      headed = any = true;
      if (rule.change == Change::kAdded) {
        tag("Added", TagKind::kDone);
        paragraph(words_of(rule.after, after, true));
      } else if (rule.change == Change::kRemoved) {
        tag("Removed", TagKind::kOverdue);
        paragraph(words_of(rule.before, before, true));
      } else {
        tag("Changed", TagKind::kDue);
        const bool source = rule.before.text == rule.after.text;
        summary_list("changed-" + std::to_string(++number),
                     {{"Before", words_of(rule.before, before, source), ""},
                      {"After", words_of(rule.after, after, source), ""}});
      }
    }
  }
  if (!any) paragraph("Nothing differs: no rule, no time, no contact.");
}

// Where the person came from, as far as it can be told.
void way_back(const app::AppState& state, app::Commands& commands) {
  const casework::Case* open = state.open_case();
  const policy::Policy* newer = open ? state.other_policy_of(*open) : nullptr;
  const auto picked = [&](const std::string& hash) {
    return state.picked && state.picked->policy && state.picked->policy->hash == hash &&
           !state.known_policy(hash);
  };
  if (newer && open->policy_hash() == state.procedure && newer->hash == state.compared) {
    if (back_link("Back to the case")) commands.push_back(app::Go{Page::kCase, ""});
  } else if (picked(state.procedure) || picked(state.compared)) {
    if (back_link("Back to the file")) commands.push_back(app::Go{Page::kImportPolicy, ""});
  } else if (back_link("All procedures")) {
    commands.push_back(app::Go{Page::kProcedures, ""});
  }
}

}  // namespace

void compare_view(const app::AppState& state, app::Commands& commands) {
  begin_page("compare", "Compare procedures");
  way_back(state, commands);
  heading(1, "Compare procedures");
  // The page follows a choice at once; the place and the focus stay.
  const std::vector<Option> options = choices(state);
  std::string first = state.procedure, second = state.compared;
  const bool one = select("first", "First procedure", options, first);
  const bool other = select("second", "Second procedure", options, second);
  if (one || other) commands.push_back(app::ShowComparison{first, second});

  const SharedPolicy before = policy_with(state, state.procedure);
  const SharedPolicy after = policy_with(state, state.compared);
  if (before && after) {
    status("compared", policy_name(*before) + " beside " + policy_name(*after) + ".");
    if (before->id == after->id) {
      differences(before, after);
    } else {
      beside(before, after);
    }
  } else {
    paragraph("Choose two procedures.");
  }
  end_page();
}

}  // namespace ui
