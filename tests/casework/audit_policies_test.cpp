// Every rule of every shipped procedure, and of every invented one, is in the audit of a case that
// went through it: each once, and none of a stage that the case did not reach.
#include <filesystem>
#include <map>
#include <set>

#include "casework/audited.h"
#include "policy/policy_files.h"

using namespace invented;
using policy::DutyMoment;

namespace {

// Stage and id of what is asked; of the whole case, without a stage.
using Asked = std::map<std::pair<std::string, std::string>, int>;

bool names(const std::vector<std::string>& stages, const std::string& stage) {
  return stages.empty() || std::find(stages.begin(), stages.end(), stage) != stages.end();
}

bool asks(const policy::Clock& clock) {
  return clock.kind == policy::ClockKind::kAgreed || clock.kind == policy::ClockKind::kDeclared;
}

// By the policy alone, for a case that went through its stages in order up to and with the last of
// `stages`, and was resolved there or not.
Asked expected(const policy::Policy& policy, const std::vector<std::string>& stages,
               bool resolved) {
  Asked asked;
  for (const std::string& id : stages) {
    for (const policy::Clock& clock : policy.stage(id)->clocks) {
      asked[{id, clock.id}] += asks(clock) && !clock.only_if ? 2 : 1;
    }
  }
  for (const policy::Duty& duty : policy.duties) {
    switch (duty.when) {
      case DutyMoment::kOnRaising:
        if (names(duty.stages, stages.front())) ++asked[{"", duty.id}];
        break;
      case DutyMoment::kOnResolution:
      case DutyMoment::kAfterwards:
        if (resolved && names(duty.stages, stages.back())) ++asked[{"", duty.id}];
        break;
      default:
        for (const std::string& id : stages) {
          const bool first = id == policy.stages.front().id;
          if (first && duty.when == DutyMoment::kBeforeEntry) continue;
          if (names(duty.stages, id)) ++asked[{id, duty.id}];
        }
    }
  }
  for (const policy::Budget& budget : policy.budgets) {
    const bool passed = std::any_of(stages.begin(), stages.end(), [&](const std::string& id) {
      return names(budget.stages, id);
    });
    if (passed) asked[{"", budget.clock.id}] += asks(budget.clock) ? 2 : 1;
  }
  return asked;
}

// What the audit has of rules; entries, discussions of stages and the outcome are looked at here.
Asked found_in(const Running& running, const policy::Policy& policy,
               const std::set<std::string>& stages) {
  Asked found;
  std::map<RequirementKind, std::map<std::string, int>> of_stages;
  for (const Requirement& row : audited(running)) {
    CAPTURE(row.id);
    CHECK(!row.cite.source.empty());
    CHECK(policy.source(row.cite.source));
    CHECK(!row.text.empty());
    CHECK(!said_of(running, row).empty());
    CHECK(said_of(running, row).find("fail") == std::string::npos);
    CHECK((row.finding == Finding::kKept || row.finding == Finding::kKeptLate) ==
          row.record.has_value());
    if (row.passage != casework::kNoPassage) CHECK(stages.count(row.stage) == 1);
    const bool of_stage = policy.stage(row.id) != nullptr;
    if (of_stage) {
      ++of_stages[row.kind][row.id];
    } else {
      ++found[{row.passage == casework::kNoPassage ? "" : row.stage, row.id}];
    }
  }
  for (const std::string& stage : stages) {
    CAPTURE(stage);
    CHECK(of_stages[RequirementKind::kEntry][stage] == 1);
    CHECK(of_stages[RequirementKind::kDiscussion][stage] <= 1);
  }
  CHECK(of_stages[RequirementKind::kEntry].size() == stages.size());
  CHECK(of_stages[RequirementKind::kOutcome].size() == 1);
  return found;
}

void check_stages(const policy::Policy& policy) {
  CAPTURE(policy.id);
  casework::CaseOpened fact = opening(policy, date(2026, 3, 30));
  Running running(policy, fact, at(date(2026, 3, 31), 10));
  std::vector<std::string> stages = {running.state().stage()};
  Date day = date(2026, 3, 31);
  while (true) {
    const std::set<std::string> passed(stages.begin(), stages.end());
    CHECK(found_in(running, policy, passed) == expected(policy, stages, false));
    const policy::Stage* stage = policy.stage(running.state().stage());
    if (stage->next.empty() || passed.count(stage->next.front()) > 0) break;
    running.talk();
    day = calendar::plus_days(day, 3);
    running.on(day).enter(stage->next.front());
    stages.push_back(stage->next.front());
  }
  if (!policy.stage(running.state().stage())->may_resolve) return;
  running.talk("A visit");
  running.on(calendar::plus_days(day, 1)).resolve();
  CHECK(found_in(running, policy, {stages.begin(), stages.end()}) ==
        expected(policy, stages, true));
}

}  // namespace

TEST_CASE("every rule of every shipped procedure is audited once where a case passed") {
  for (const policy::Policy& policy : policy_files::shipped()) check_stages(policy);
}

TEST_CASE("every rule of every invented procedure is audited once where a case passed") {
  size_t checked = 0;
  const std::string folder = "tests/data/policies/primitives";
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(REPOSITORY_DIR) + "/" + folder)) {
    const std::string path = folder + "/" + entry.path().filename().string();
    if (read_text(path).find("\"changes\"") != std::string::npos) continue;  // not a whole policy
    check_stages(policy_files::policy_of(path));
    ++checked;
  }
  CHECK(checked > 10);
}
