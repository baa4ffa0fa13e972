#include "policy/flow.h"

#include <algorithm>

#include "base/text.h"
#include "policy/rules.h"
#include "policy/words.h"

namespace policy {
namespace {

size_t index_of(const Policy& policy, std::string_view id) {
  size_t i = 0;
  while (i < policy.stages.size() && policy.stages[i].id != id) ++i;
  return i;
}

// How far each stage is from the first, going by `next`. What only a direct entry leads to stands
// below the stage before it in the file.
std::vector<int> rows_of(const Policy& policy) {
  constexpr int kUnknown = -1;
  std::vector<int> rows(policy.stages.size(), kUnknown);
  for (size_t start = 0; start < rows.size(); ++start) {
    if (rows[start] != kUnknown) continue;
    rows[start] = start == 0 ? 0 : rows[start - 1] + 1;
    std::vector<size_t> reached{start};
    for (size_t i = 0; i < reached.size(); ++i) {
      for (const std::string& id : policy.stages[reached[i]].next) {
        const size_t next = index_of(policy, id);
        if (next == rows.size() || rows[next] != kUnknown) continue;
        rows[next] = rows[reached[i]] + 1;
        reached.push_back(next);
      }
    }
  }
  return rows;
}

std::vector<std::string> times_of(const Stage& stage, const Policy& policy) {
  std::vector<std::string> lines;
  for (const Clock& clock : stage.clocks) {
    lines.push_back(stage.clocks.size() == 1 ? base::capitalised(clock_phrase(clock, policy, true))
                                             : what_by_when(clock, policy, true));
  }
  if (!lines.empty()) return lines;
  const bool shares =
      std::any_of(policy.budgets.begin(), policy.budgets.end(), [&](const Budget& budget) {
        return std::find(budget.stages.begin(), budget.stages.end(), stage.id) !=
               budget.stages.end();
      });
  return {shares ? "Within the shared time" : "No time is set"};
}

bool has_arrow(const Flow& flow, const FlowArrow& arrow) {
  return std::any_of(flow.arrows.begin(), flow.arrows.end(), [&](const FlowArrow& one) {
    return one.from == arrow.from && one.to == arrow.to && one.kind == arrow.kind;
  });
}

std::string label_of(const Flow& flow, const std::string& stage) {
  for (const FlowBox& box : flow.boxes) {
    if (box.stage == stage) return label_in_sentence(box.label);
  }
  return stage;
}

}  // namespace

Flow flow_of(const Policy& policy) {
  Flow flow;
  const std::vector<int> rows = rows_of(policy);
  for (size_t i = 0; i < rows.size(); ++i) {
    const Stage& stage = policy.stages[i];
    FlowBox box;
    box.stage = stage.id;
    box.label = stage.label;
    box.title = stage.title;
    box.who = parties_in_words(stage.speaks, policy) +
              (stage.speaks.size() == 1 ? " speaks to " : " speak to ") +
              parties_in_sentence(stage.with, policy);
    box.by_when = times_of(stage, policy);
    box.kind = stage.kind;
    box.row = rows[i];
    box.column = static_cast<int>(
        std::count(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(i), rows[i]));
    box.may_resolve = stage.may_resolve;
    flow.boxes.push_back(std::move(box));
    for (const std::string& next : stage.next) {
      const FlowArrow arrow{stage.id, next, FlowArrow::Kind::kNext};
      if (policy.stage(next) && !has_arrow(flow, arrow)) flow.arrows.push_back(arrow);
    }
  }
  for (const DirectEntry& entry : policy.risk.direct_entry) {
    for (const std::string& stage : entry.stages) {
      if (policy.stages.empty() || !policy.stage(stage) || stage == policy.stages[0].id) continue;
      const FlowArrow arrow{policy.stages[0].id, stage, FlowArrow::Kind::kDirect};
      if (!has_arrow(flow, arrow)) flow.arrows.push_back(arrow);
    }
  }
  for (const Budget& budget : policy.budgets) {
    flow.spans.push_back({budget.stages, base::capitalised(stages_in_words(budget.stages, policy)) +
                                             (budget.stages.size() > 1 ? " together: " : ": ") +
                                             clock_phrase(budget.clock, policy, true)});
  }
  return flow;
}

std::string kind_in_words(StageKind kind) {
  switch (kind) {
    case StageKind::kInternal:
      return "internal";
    case StageKind::kInformal:
      return "informal";
    case StageKind::kFormal:
      return "formal";
    case StageKind::kPartnership:
      return "with the partnership";
    case StageKind::kExternal:
      return "outside the partnership";
  }
  return {};
}

std::vector<std::string> flow_in_words(const Flow& flow) {
  std::vector<std::string> groups;
  for (const FlowBox& box : flow.boxes) {
    std::string text = sentence(box.label + ", " + box.title) + ' ' +
                       base::capitalised(kind_in_words(box.kind)) + ". " + sentence(box.who);
    for (const std::string& line : box.by_when) text += ' ' + sentence(line);
    if (!box.may_resolve) text += " It cannot be resolved here.";
    std::vector<std::string> onward;
    std::vector<std::string> directly;
    bool entered_directly = false;
    for (const FlowArrow& arrow : flow.arrows) {
      const bool direct = arrow.kind == FlowArrow::Kind::kDirect;
      if (arrow.from == box.stage) (direct ? directly : onward).push_back(label_of(flow, arrow.to));
      if (arrow.to == box.stage && direct) entered_directly = true;
    }
    text += onward.empty() ? " Nothing follows it." : " Leads to " + listed_with_or(onward) + '.';
    if (!directly.empty()) {
      text += " When there is immediate risk, straight to " + listed_with_or(directly) + '.';
    }
    if (entered_directly) text += " May be entered directly when there is immediate risk.";
    for (const FlowSpan& span : flow.spans) {
      if (std::find(span.stages.begin(), span.stages.end(), box.stage) != span.stages.end()) {
        text += ' ' + sentence(span.text);
      }
    }
    groups.push_back(std::move(text));
  }
  return groups;
}

}  // namespace policy
