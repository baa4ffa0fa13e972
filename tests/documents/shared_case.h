// An invented case under tests/data/policies/small.json, worked on by two devices, and what is
// needed to share it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "casework/invented.h"
#include "documents/case_bundle.h"
#include "policy/policy_files.h"

namespace shared_case {

using namespace invented;

inline base::Json small() {
  return policy_files::json_of("tests/data/policies/small.json");
}
inline base::Json small_second_version() {
  base::Json json = small();
  json["version"] = "2";
  return json;
}

struct Procedure {
  explicit Procedure(const base::Json& json) : text(json.dump(1)) {
    auto read = policy::read_policy(text, "small.json");
    if (!read) FAIL(policy_files::in_lines(read.errors()));
    policy = *read;
  }
  std::string text;
  policy::Policy policy;
};

inline const Procedure& first_version() {
  static const Procedure kFirst(small());
  return kFirst;
}
inline const Procedure& second_version() {
  static const Procedure kSecond(small_second_version());
  return kSecond;
}
inline std::vector<std::string> both_texts() {
  return {second_version().text, first_version().text};
}

// Raised on Wednesday 1 April 2026, and talked about the day after.
inline Running begun() {
  Running running(first_version().policy, date(2026, 4, 1));
  running.on(date(2026, 4, 2)).talk("Nothing yet");
  return running;
}

// One moved it on, the other too and to the second version of the procedure.
inline Case worked_on() {
  Running here = begun(), there = begun();
  here.on(date(2026, 4, 7), 9).enter("stage-2");
  here.on(date(2026, 4, 8), 9).add(casework::NoteAdded{"“She called” – twice.\nAt 5pm. Ünal"});
  there.on(date(2026, 4, 7), 8).change_policy(second_version().policy, "stage-1");
  there.on(date(2026, 4, 7), 10).enter("stage-2");
  std::vector<Event> events = here.state().events;
  for (const Event& event : there.state().events) events.push_back(event);
  auto folded = casework::fold(std::move(events));
  REQUIRE(folded.ok());
  return *folded;
}

inline std::string bundle_of(const Case& state,
                             const std::vector<documents::CaseBundle::Attachment>& attached = {}) {
  auto bytes = documents::bundle_file(state, both_texts(), attached);
  if (!bytes) FAIL(policy_files::in_lines(bytes.errors()));
  return *bytes;
}

}  // namespace shared_case
