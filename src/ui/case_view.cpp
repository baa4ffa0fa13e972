// One case: where it stands, the same on each of its parts, and the part that was asked for.
#include <algorithm>

#include "base/text.h"
#include "documents/case_words.h"
#include "ui/app_view.h"
#include "ui/case_parts.h"
#include "ui/form.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using app::Page;
using casework::Case;

const std::vector<Option>& parts() {
  static const std::vector<Option> kParts = {{app::kNowPart, "Now", ""},
                                             {app::kChronologyPart, "Chronology", ""},
                                             {app::kPeoplePart, "People", ""},
                                             {app::kDocumentsPart, "Documents", ""}};
  return kParts;
}

// An address of old, or of nothing, leads to what is to be done.
const Option& part_of(const app::AppState& state) {
  for (const Option& part : parts()) {
    if (part.value == state.target) return part;
  }
  return parts().front();
}

std::vector<StageMark> marks(const CaseScreen& screen, std::string& words) {
  const policy::Policy& policy = screen.setting.policy;
  const size_t here =
      size_t(std::find_if(policy.stages.begin(), policy.stages.end(),
                          [&](const policy::Stage& s) { return s.id == screen.open.stage(); }) -
             policy.stages.begin());
  const auto next = casework::next_deadline(screen.clocks);
  const bool overdue = next && next->status == casework::ClockStatus::kOverdue;
  std::vector<StageMark> out;
  std::vector<std::string> said;
  for (size_t i = 0; i < policy.stages.size(); ++i) {
    const policy::Stage& stage = policy.stages[i];
    const bool entered =
        std::any_of(screen.open.passages.begin(), screen.open.passages.end(),
                    [&](const casework::StagePassage& p) { return p.stage == stage.id; });
    StageMark mark{stage.label, stage.title, StageMark::State::kAhead};
    if (i == here && screen.open.is_open()) {
      mark.state = overdue ? StageMark::State::kOverdue : StageMark::State::kCurrent;
      said.push_back(stage.label + " is where it stands" + (overdue ? ", overdue" : ""));
    } else if (entered) {
      mark.state = StageMark::State::kPassed;
      said.push_back(stage.label + " is past");
    } else if (i < here) {
      mark.state = StageMark::State::kSkipped;
      said.push_back(stage.label + " was not used");
    } else {
      said.push_back(stage.label + " is ahead");
    }
    out.push_back(mark);
  }
  words = base::joined(said, "; ") + ".";
  return out;
}

void header(const CaseScreen& screen) {
  const Case& open = screen.open;
  const policy::Policy& policy = screen.setting.policy;
  caption(open.opened.fact.reference + " · " + policy.short_title);
  heading(1, open.opened.fact.subject.name);
  std::string words;
  const std::vector<StageMark> stages = marks(screen, words);
  stage_picture("stages", stages, words);
  if (!open.is_open()) {
    banner(open.resolved ? "Resolved" : "Withdrawn",
           open.resolved ? open.resolved->fact.outcome : open.withdrawn->fact.reason, true);
  } else if (const policy::Stage* stage = policy.stage(open.stage())) {
    paragraph(documents::stage_heading(policy, stage->id) + ". " + stage->summary);
  }
}

}  // namespace

void case_view(const app::AppState& state, app::Commands& commands) {
  const Case* open = state.open_case();
  const policy::Policy* policy = open ? state.policy_of(*open) : nullptr;
  const Option& part = part_of(state);
  begin_page("case-" + state.case_id + "/" + part.value,
             part.value.empty() ? "Case" : "Case: " + part.label);
  // From part to part it is the same case: the part is what is new.
  if (policy && !part.value.empty()) focus_on_part();
  if (back_link("All cases")) commands.push_back(app::Go{Page::kHome, ""});
  trouble_banner(state);
  if (!policy) {
    heading(1, "This case cannot be shown");
    paragraph(open ? "The procedure it runs under is missing from this device. The case itself is "
                     "stored and unchanged."
                   : "It is not on this device.");
    end_page();
    return;
  }
  success_banner(state);
  const casework::Setting setting = state.setting(*policy, *open);
  const CaseScreen screen{state, commands, *open, setting, casework::clocks(*open, setting)};
  header(screen);
  std::string chosen = part.value;
  if (choice_bar("parts", "Parts of this case", parts(), chosen)) {
    commands.push_back(app::Go{Page::kCase, chosen});
  }
  if (part.value == app::kChronologyPart) {
    case_chronology(screen);
  } else if (part.value == app::kPeoplePart) {
    case_people(screen);
  } else if (part.value == app::kDocumentsPart) {
    case_documents(screen);
  } else {
    case_now(screen);
  }
  end_page();
}

}  // namespace ui
