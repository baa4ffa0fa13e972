#include "policy/citations.h"

#include "policy/findings.h"

namespace policy {
namespace {

class Collector {
 public:
  std::vector<PlacedCitation> found;

  void one(const Citation& cite, std::string_view part) {
    found.push_back({below(part, "cite"), &cite});
  }
  template <typename Parts>
  void each(const Parts& parts, std::string_view list) {
    for (size_t i = 0; i < parts.size(); ++i) one(parts[i].cite, below(list, i));
  }

  void role(const Role& role, const std::string& at) {
    if (role.in_absence) one(role.in_absence->cite, below(at, "in_absence"));
    if (role.cite) one(*role.cite, at);
  }
  void stage(const Stage& stage, const std::string& at) {
    each(stage.alternatives, below(at, "alternatives"));
    if (stage.judge) one(stage.judge->cite, below(at, "judge"));
    if (stage.meeting) one(stage.meeting->cite, below(at, "meeting"));
    each(stage.outputs, below(at, "outputs"));
    each(stage.guidance, below(at, "guidance"));
    each(stage.clocks, below(at, "clocks"));
    one(stage.cite, at);
  }
  // Of a duty or an exclusion.
  template <typename Part>
  void with_clock(const Part& part, const std::string& at) {
    if (part.clock) one(part.clock->cite, below(at, "clock"));
    one(part.cite, at);
  }
};

}  // namespace

std::vector<PlacedCitation> citations_of(const Policy& policy) {
  Collector all;
  all.each(policy.principles, "/principles");
  all.each(policy.disagreements, "/disagreements");
  all.each(policy.tests, "/tests");
  for (size_t i = 0; i < policy.exclusions.size(); ++i) {
    all.with_clock(policy.exclusions[i], below("/exclusions", i));
  }
  all.each(policy.priorities, "/priorities");
  for (size_t i = 0; i < policy.roles.size(); ++i) all.role(policy.roles[i], below("/roles", i));
  for (size_t i = 0; i < policy.stages.size(); ++i) {
    all.stage(policy.stages[i], below("/stages", i));
  }
  for (size_t i = 0; i < policy.budgets.size(); ++i) {
    all.one(policy.budgets[i].clock.cite, below(below("/budgets", i), "clock"));
  }
  for (size_t i = 0; i < policy.duties.size(); ++i) {
    all.with_clock(policy.duties[i], below("/duties", i));
  }
  all.each(policy.risk.actions, "/risk/actions");
  all.each(policy.risk.direct_entry, "/risk/direct_entry");
  all.each(policy.forms, "/forms");
  all.each(policy.prompts, "/prompts");
  all.each(policy.prompt_values, "/prompt_values");
  all.each(policy.afterwards, "/afterwards");
  all.each(policy.contacts, "/contacts");
  return std::move(all.found);
}

}  // namespace policy
