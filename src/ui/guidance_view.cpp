// The procedure's guidance for the stage, and the prompts for a good conversation, in the
// procedure's spirit. Where each comes from is one press away.
#include "casework/stage_words.h"
#include "documents/case_words.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using policy::Policy;

// A list, and behind an expander the source of each line.
void statements(const char* key, const std::string& title,
                const std::vector<policy::Statement>& list, const Policy& policy) {
  if (list.empty()) return;
  std::vector<std::string> lines, sources;
  for (const policy::Statement& each : list) {
    lines.push_back(each.text);
    sources.push_back(policy::in_words(each.cite, policy) +
                      (each.cite.reading.empty() ? "" : "\nReading taken: " + each.cite.reading));
  }
  bullet_list(lines);
  if (details(key, "Where this comes from: " + title)) bullet_list(sources);
}

void sourced(const std::string& text, const policy::Citation& cite, const Policy& policy) {
  paragraph(text);
  paragraph(casework::source_sentence(policy, cite), TextKind::kHint);
}

void stage_guidance(const policy::Stage& stage, const Policy& policy) {
  const std::string title = documents::stage_heading(policy, stage.id);
  heading(2, title);
  paragraph(stage.summary);
  statements("stage-sources", title, stage.guidance, policy);
  if (stage.meeting) {
    heading(3, "The meeting");
    std::string chair;
    if (stage.meeting->chair == policy::Meeting::Chair::kIndependent)
      chair = " Somebody independent leads it.";
    if (stage.meeting->chair == policy::Meeting::Chair::kUninvolved)
      chair = " Somebody from an organisation that has no part in the disagreement leads it.";
    sourced(documents::sentence(stage.meeting->text) + chair, stage.meeting->cite, policy);
  }
  if (!stage.alternatives.empty()) heading(3, "Whom else you may ask");
  for (const policy::Alternative& each : stage.alternatives) sourced(each.text, each.cite, policy);
  if (stage.judge) {
    heading(3, "Who says that it is resolved");
    sourced(stage.judge->text, stage.judge->cite, policy);
  }
  if (!stage.outputs.empty()) heading(3, "What should come of it");
  statements("output-sources", "what should come of it", stage.outputs, policy);
  inset(policy::in_words(stage.cite, policy));
}

}  // namespace

void guidance_view(const app::AppState& state, app::Commands& commands) {
  const casework::Case* open = state.open_case();
  const Policy* policy = open ? state.policy_of(*open) : nullptr;
  if (!policy) return;
  begin_page("guidance", "Guidance");
  if (back_link("Back to the case")) commands.push_back(app::Go{app::Page::kCase, state.case_part});
  heading(1, "Guidance and conversation prompts");
  paragraph(policy->title + ", " + policy->partnership + ", " + policy->version, TextKind::kHint);
  if (link("procedure", "Read the procedure and its sources")) {
    commands.push_back(app::ShowProcedure{policy->hash});
  }
  if (const policy::Stage* stage = policy->stage(open->stage())) stage_guidance(*stage, *policy);
  if (!policy->prompt_values.empty()) heading(2, "How to hold the conversation");
  statements("value-sources", "how to hold the conversation", policy->prompt_values, *policy);
  for (const policy::PromptGroup& group : policy->prompts) {
    heading(2, group.heading);
    bullet_list(group.prompts);
    paragraph(casework::source_sentence(*policy, group.cite), TextKind::kHint);
  }
  if (!policy->principles.empty()) heading(2, "Principles");
  statements("principle-sources", "principles", policy->principles, *policy);
  end_page();
}

}  // namespace ui
