// case replay: a case file checked event by event and folded.
#include "casework/case_state.h"
#include "cli/clock_output.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"

namespace cli {

using base::Json;

int replay_case(const CaseOptions& options) {
  const auto text = read_file(options.file);
  if (!text) return refuse(text.errors(), "", "", options.json);
  const auto json = base::parse_json(*text, options.file, {64u << 20, 64});
  if (!json) return refuse(json.errors(), options.file, *text, options.json);
  if (!json->is_array()) {
    return refuse({{base::ErrorCode::kWrongType,
                    "A case file is a list of events.",
                    {options.file, ""},
                    json->type_name(),
                    "a list"}},
                  options.file, *text, options.json);
  }
  std::vector<casework::Event> events;
  std::vector<base::Error> errors;
  for (size_t i = 0; i < json->size(); ++i) {
    auto event = casework::event_from_json((*json)[i], options.file);
    if (event) {
      events.push_back(std::move(event).value());
      continue;
    }
    for (base::Error error : event.errors()) {
      error.where.pointer = "/" + std::to_string(i) + error.where.pointer;
      errors.push_back(std::move(error));
    }
  }
  if (!errors.empty()) return refuse(errors, options.file, *text, options.json);
  auto state = casework::fold(std::move(events));
  if (!state) return refuse(state.errors(), options.file, *text, options.json);

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
  if (!options.policy.empty()) {
    const PolicyFile file = read_policy_file(options.policy);
    if (!file.policy) return refuse(file.policy.errors(), file.path, file.text, options.json);
    if (file.policy->hash != state->policy_hash()) {
      return refuse({{base::ErrorCode::kBadValue,
                      "The case runs under another version of the procedure.",
                      {options.policy, ""},
                      file.policy->hash,
                      state->policy_hash()}},
                    "", "", options.json);
    }
    const auto holidays = read_calendar(options.calendar, options.policy, *file.policy);
    if (!holidays) return refuse(holidays.errors(), "", "", options.json);
    const auto now = now_of(options.now, state->events.back().recorded_at);
    if (!now) return refuse(now.errors(), "", "", options.json);
    const casework::Setting setting{*file.policy, *holidays, casework::Person{}, *now};
    const auto clocks = casework::clocks(*state, setting);
    out["clocks"] = to_json(clocks);
    for (const casework::RunningClock& clock : clocks) words += "\n\n" + in_words(clock, setting);
  }
  if (options.json) {
    print_json(out);
  } else {
    print_text(words);
  }
  return kDone;
}

}  // namespace cli
