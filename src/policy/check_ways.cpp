// The stages as a graph: edges are Stage::next; direct entry leads in from anywhere; a stage that
// may resolve the case is an end.
#include <algorithm>
#include <vector>

#include "base/text.h"
#include "policy/check.h"

namespace policy {
namespace {

using base::ErrorCode;

class Ways {
 public:
  explicit Ways(const Policy& policy) : policy_(policy) {
    for (const Stage& stage : policy.stages) {
      std::vector<size_t> next;
      for (const std::string& id : stage.next) next.push_back(index_of(id));
      next_.push_back(std::move(next));
    }
  }

  size_t index_of(const std::string& id) const {
    size_t i = 0;
    while (i < policy_.stages.size() && policy_.stages[i].id != id) ++i;
    return i;
  }

  // Every stage that can be come to from `from`, these included.
  std::vector<bool> reached_from(std::vector<size_t> from) const {
    std::vector<bool> reached(policy_.stages.size(), false);
    while (!from.empty()) {
      const size_t stage = from.back();
      from.pop_back();
      if (stage >= reached.size() || reached[stage]) continue;
      reached[stage] = true;
      from.insert(from.end(), next_[stage].begin(), next_[stage].end());
    }
    return reached;
  }

  bool is_dead_end(size_t stage) const {
    return next_[stage].empty() && !policy_.stages[stage].may_resolve;
  }

 private:
  const Policy& policy_;
  std::vector<std::vector<size_t>> next_;
};

void check_reachable(const Policy& policy, const Ways& ways, Findings& findings) {
  std::vector<size_t> starts{0};
  for (const DirectEntry& entry : policy.risk.direct_entry) {
    for (const std::string& id : entry.stages) starts.push_back(ways.index_of(id));
  }
  const std::vector<bool> reached = ways.reached_from(starts);
  for (size_t i = 0; i < reached.size(); ++i) {
    if (reached[i]) continue;
    findings.add(ErrorCode::kUnreachable, below("/stages", i),
                 "No way leads to this stage; name it in another stage’s “next” or take it out.",
                 in_quotes(policy.stages[i].id), "a stage that can be reached from the first");
  }
}

void check_ends(const Policy& policy, const Ways& ways, Findings& findings) {
  const size_t count = policy.stages.size();
  std::vector<bool> reported(count, false);
  for (size_t i = 0; i < count; ++i) {
    if (!ways.is_dead_end(i)) continue;
    findings.add(
        ErrorCode::kNoWayOut, below("/stages", i),
        "This stage leads nowhere and may not resolve the case; give it a “next” or let it "
        "resolve.",
        in_quotes(policy.stages[i].id), "a next stage, or may_resolve true");
  }
  for (size_t i = 0; i < count; ++i) {
    if (reported[i]) continue;
    const std::vector<bool> reached = ways.reached_from({i});
    bool ends = false;
    std::vector<std::string> round;
    for (size_t stage = 0; stage < count; ++stage) {
      if (!reached[stage]) continue;
      // A dead end has its own error; what leads only there is put right with it.
      ends = ends || policy.stages[stage].may_resolve || ways.is_dead_end(stage);
      round.push_back(policy.stages[stage].id);
    }
    if (ends) continue;
    for (size_t stage = 0; stage < count; ++stage) {
      if (reached[stage] || ways.reached_from({stage})[i]) reported[stage] = true;
    }
    findings.add(ErrorCode::kNoWayOut, below("/stages", i),
                 "From this stage the case goes round for ever: none of the stages that follow may "
                 "resolve it.",
                 base::listed(round), "at least one stage with may_resolve true");
  }
}

}  // namespace

void check_ways(const Policy& policy, Findings& findings) {
  if (policy.stages.empty()) return;
  const Ways ways(policy);
  const bool direct_entry_known = !findings.found_earlier_under("/risk");
  bool next_known = true;
  for (size_t i = 0; i < policy.stages.size(); ++i) {
    next_known = next_known && !findings.found_earlier_under(below(below("/stages", i), "next")) &&
                 !findings.found_earlier_under(below(below("/stages", i), "may_resolve"));
  }
  if (!next_known) return;
  if (direct_entry_known) check_reachable(policy, ways, findings);
  check_ends(policy, ways, findings);
}

}  // namespace policy
