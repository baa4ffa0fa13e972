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
  if (!options.policies.empty()) {
    std::vector<PolicyFile> files;
    const PolicyFile* present = nullptr;
    for (const std::string& path : options.policies) {
      files.push_back(read_policy_file(path));
      const PolicyFile& file = files.back();
      if (!file.policy) return refuse(file.policy.errors(), file.path, file.text, options.json);
    }
    std::vector<const policy::Policy*> earlier;
    for (const PolicyFile& file : files) {
      if (file.policy->hash == state->policy_hash()) {
        present = &file;
      } else {
        earlier.push_back(&*file.policy);
      }
    }
    if (!present) {
      return refuse({{base::ErrorCode::kBadValue,
                      "The case runs under another version of the procedure.",
                      {options.policies.back(), ""},
                      files.back().policy->hash,
                      state->policy_hash()}},
                    "", "", options.json);
    }
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
