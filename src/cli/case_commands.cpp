// case replay: a case file checked event by event and folded.
#include "cli/case_files.h"
#include "cli/clock_output.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace cli {

using base::Json;

int replay_case(const CaseOptions& options) {
  const CaseFile file = read_case_file(options.file);
  const base::Result<casework::Case>& state = file.state;
  if (!state) return refuse(state.errors(), file.path, file.text, options.json);

  Json out = {{"case", state->id},
              {"reference", state->opened.fact.reference},
              {"policy", state->opened.fact.policy_id},
              {"policy_hash", state->policy_hash()},
              {"stage", state->stage()},
              {"open", state->is_open()},
              {"events", state->events.size()},
              {"conflicts", state->conflicts},
              {"fingerprint", casework::fingerprint(*state)}};
  std::string words = state->opened.fact.reference + ": " + std::to_string(state->events.size()) +
                      " events, at " + state->stage() + (state->is_open() ? ", open" : ", closed") +
                      "\nfingerprint " + casework::fingerprint(*state);
  for (const casework::Event& event : state->events) {
    words += "\n" + calendar::iso(event.occurred_at) + "  " + casework::title(event.payload);
  }
  for (const std::string& id : state->conflicts) words += "\nconflict: " + id;
  if (!options.policies.empty()) {
    const auto policies = read_policies(options.policies, options.json);
    if (!policies) return kWrongInput;
    const PolicyFile* present = present_policy(*state, *policies);
    if (!present) return refuse({another_version(*state, *policies)}, "", "", options.json);
    const auto earlier = earlier_policies(*present, *policies);
    const auto holidays = read_calendar(options.calendar, present->path, *present->policy);
    if (!holidays) return refuse(holidays.errors(), "", "", options.json);
    const auto now = now_of(options.now, state->events.back().recorded_at);
    if (!now) return refuse(now.errors(), "", "", options.json);
    const casework::Setting setting{*present->policy, *holidays, casework::Person{}, *now, earlier};
    const auto clocks = casework::clocks(*state, setting);
    out["clocks"] = to_json(clocks, setting);
    for (const casework::RunningClock& clock : clocks) words += "\n\n" + in_words(clock, setting);
    out["not_counted"] = Json::array();
    for (size_t i = 0; i < state->passages.size(); ++i) {
      if (casework::policy_at(*state, setting, i)) continue;
      const casework::StagePassage& passage = state->passages[i];
      out["not_counted"].push_back(
          {{"stage", passage.stage}, {"policy_hash", passage.policy_hash}});
      words += "\n\nThe times of " + passage.stage +
               " are not counted: give the version that it ran under with --policy too (hash " +
               passage.policy_hash + ").";
    }
  }
  if (options.json) {
    print_json(out);
  } else {
    print_text(words);
  }
  return kDone;
}

}  // namespace cli
