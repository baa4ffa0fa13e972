#include "ui/writing_aid.h"

#include <algorithm>

#include "base/text.h"
#include "casework/stage_words.h"
#include "documents/case_words.h"
#include "policy/rules.h"
#include "ui/policy_words.h"
#include "ui/state.h"

namespace ui {
namespace {

constexpr float kFormShare = .52f;  // the tabs stand beside one another
constexpr char kTabs[] = "aid";
constexpr char kTitle[] = "Help with writing this";

// One heading a line.
constexpr const char* kHeadings[] = {
    "What I saw or heard, when and where\nWhat others told me\nWhat I think it means, and why",
    "What was decided or done\nWho decided it, and when\nThe reason that was given",
    "What they see and think\nWhat I see and think\nWhere we agree\nWhat is still open",
    "What was tried, and when\nWhat is still not agreed\nWhy it cannot rest there",
    ("What was seen or heard, when and by whom\nWhat others told us\nWhat we think it means, and "
     "why\nWhat we want to happen: who, and by when"),
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view line : base::split_lines(text)) lines.emplace_back(line);
  return lines;
}

std::vector<std::string> texts_of(const std::vector<policy::Statement>& statements) {
  std::vector<std::string> texts;
  for (const policy::Statement& each : statements) texts.push_back(each.text);
  return texts;
}

}  // namespace

const std::string& last_area() {
  return state().last_area;
}

std::string with_headings(std::string text, const std::vector<std::string>& headings) {
  std::vector<std::string> there;
  for (const std::string_view line : base::split_lines(text)) {
    there.emplace_back(base::trimmed(line));
  }
  std::string added;
  for (const std::string& heading : headings) {
    if (std::find(there.begin(), there.end(), heading) != there.end()) continue;
    added += heading + "\n\n";
    there.push_back(heading);
  }
  if (added.empty()) return text;
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text + (text.empty() ? "" : "\n\n") + added;
}

std::string policy_question(const policy::Policy& policy, policy::Prefill prefill,
                            policy::Prefill also) {
  for (const policy::Prefill wanted : {prefill, also}) {
    if (wanted == policy::Prefill::kNone) continue;
    for (const policy::Form& form : policy.forms) {
      for (const policy::FormField& field : form.fields) {
        if (field.prefill != wanted) continue;
        return casework::procedure_in_words(policy) + " asks: “" + field.label +
               (field.hint.empty() ? "" : " " + field.hint) + "”";
      }
    }
  }
  return "";
}

WritingAid::WritingAid(const app::AppState& state, app::Commands& commands, AidFor aid)
    : state_(state), commands_(commands), aid_(std::move(aid)) {
  beside_ = begin_columns(kFormShare);
  if (!beside_ && details("help", kTitle)) draw();
}

WritingAid::~WritingAid() {
  if (beside_) {
    next_column();
    heading(2, kTitle);
    draw();
  }
  end_columns();
}

void WritingAid::draw() {
  const bool has_prompts = !aid_.policy.prompts.empty();
  const bool has_guidance =
      (aid_.stage && !aid_.stage->guidance.empty()) || !aid_.policy.prompt_values.empty();
  std::vector<Option> options;
  if (has_prompts || has_guidance) {
    options.push_back({"prompts", has_prompts ? "Prompts" : "Guidance", ""});
  }
  options.push_back({"facts", "Facts and opinions", ""});
  if (aid_.stage || !aid_.rule.empty()) options.push_back({"procedure", "Procedure", ""});
  std::string& chosen = ui::state().aid_tab;
  if (std::none_of(options.begin(), options.end(),
                   [&](const Option& each) { return each.value == chosen; })) {
    chosen = options.front().value;
  }
  tabs(kTabs, kTitle, options, chosen);
  begin_tab_panel(kTabs);
  if (chosen == "prompts") prompts();
  if (chosen == "facts") facts();
  if (chosen == "procedure") procedure();
  end_tab_panel();
}

std::string WritingAid::words_to_insert(const char* what) const {
  return std::string("Put these ") + what + " into “" + base::shortened(aid_.question, 40) + "”";
}

void WritingAid::offer_headings(const std::string& key, const std::vector<std::string>& headings) {
  const std::string& before = state_.draft.get(aid_.key);
  std::string after = with_headings(before, headings);
  if (after == before) {
    paragraph("These headings are in “" + base::shortened(aid_.question, 40) + "”.",
              TextKind::kHint);
  } else if (button(key, words_to_insert("headings"), ButtonKind::kSecondary)) {
    commands_.push_back(app::SetText{aid_.key, std::move(after)});
    focus_field(aid_.key);
  }
}

void WritingAid::prompts() {
  const std::vector<policy::PromptGroup>& groups = aid_.policy.prompts;
  std::vector<std::string> headings;
  for (size_t i = 0; i < groups.size(); ++i) {
    const policy::PromptGroup& group = groups[i];
    const std::string key = "prompts-" + std::to_string(i);
    headings.push_back(group.heading);
    if (!details(key, group.heading)) continue;
    bullet_list(group.prompts);
    std::vector<std::string> lines = {group.heading};
    lines.insert(lines.end(), group.prompts.begin(), group.prompts.end());
    const std::string& before = state_.draft.get(aid_.key);
    std::string after = with_headings(before, lines);
    if (after != before && link(key + "-in", words_to_insert("prompts"))) {
      commands_.push_back(app::SetText{aid_.key, std::move(after)});
      focus_field(aid_.key);
    }
  }
  if (!groups.empty()) {
    paragraph(casework::source_sentence(aid_.policy, groups.front().cite), TextKind::kHint);
    offer_headings("prompts-in", headings);
  }
  const bool alone = groups.empty();  // nothing stands before it: it is what the tab has to say
  if (aid_.stage && !aid_.stage->guidance.empty()) {
    const std::string title = "Guidance for " + casework::within_sentence(aid_.stage->label);
    if (alone) heading(3, title);
    if (alone || details("guidance", title)) bullet_list(texts_of(aid_.stage->guidance));
  }
  if (!aid_.policy.prompt_values.empty() && details("values", "How to hold the conversation")) {
    bullet_list(texts_of(aid_.policy.prompt_values));
  }
}

void WritingAid::facts() {
  paragraph("Keep what anybody can check apart from what you make of it. Both belong here.");
  bullet_list({"What you saw or heard: who, where and when. Use the words that were said.",
               "What others told you: who, and how they know.",
               "What you think it means, and why. Say that it is your view.",
               "What you want to happen: who does it, and by when."});
  offer_headings("facts-in", lines_of(kHeadings[static_cast<size_t>(aid_.writing)]));
}

void WritingAid::procedure() {
  if (!aid_.rule.empty()) {
    paragraph(aid_.rule);
    paragraph(casework::source_sentence(aid_.policy, aid_.rule_cite), TextKind::kHint);
  }
  if (const policy::Stage* stage = aid_.stage) {
    heading(3, documents::stage_heading(aid_.policy, stage->id));
    paragraph(stage->summary);
    std::vector<std::string> times;
    for (const policy::Clock& clock : stage->clocks) {
      times.push_back(clock.what + ": " +
                      casework::within_sentence(policy::clock_in_words(clock, aid_.policy)));
    }
    if (!times.empty()) bullet_list(times);
    paragraph(casework::source_sentence(aid_.policy, stage->cite), TextKind::kHint);
  }
  if (link("procedure", "Read the procedure and its sources")) {
    commands_.push_back(app::ShowProcedure{aid_.policy.hash});
  }
}

}  // namespace ui
