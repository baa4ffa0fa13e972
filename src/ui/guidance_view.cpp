// The procedure's guidance for the stage, and the prompts for a good conversation, in the
// procedure's spirit.
#include "ui/app_view.h"
#include "ui/form.h"

namespace ui {

void guidance_view(const app::AppState& state, app::Commands& commands) {
  const casework::Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  if (!policy) return;
  begin_page("guidance", "Guidance");
  if (back_link("Back to the case")) commands.push_back(app::Go{app::Page::kCase, ""});
  heading(1, "Guidance and conversation prompts");
  paragraph(policy->title + ", " + policy->partnership + ", " + policy->version, TextKind::kHint);
  if (const policy::Stage* stage = policy->stage(open->stage())) {
    heading(2, stage->label + ": " + stage->title);
    paragraph(stage->summary);
    std::vector<std::string> lines;
    for (const policy::Statement& each : stage->guidance) lines.push_back(each.text);
    if (!lines.empty()) bullet_list(lines);
    inset(policy::in_words(stage->cite, *policy));
  }
  if (!policy->prompt_values.empty()) {
    heading(2, "How to hold the conversation");
    std::vector<std::string> lines;
    for (const policy::Statement& each : policy->prompt_values) lines.push_back(each.text);
    bullet_list(lines);
  }
  for (const policy::PromptGroup& group : policy->prompts) {
    heading(2, group.heading);
    bullet_list(group.prompts);
  }
  if (!policy->principles.empty()) {
    heading(2, "Principles");
    std::vector<std::string> lines;
    for (const policy::Statement& each : policy->principles) lines.push_back(each.text);
    bullet_list(lines);
  }
  end_page();
}

}  // namespace ui
