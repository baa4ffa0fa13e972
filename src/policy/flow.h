// The stages of a policy as a picture: where each box stands, which arrows lead on, what is written
// in each; and the same in words for those who do not see it. Columns and rows only: drawing is the
// business of the screen (ui/) and of the SVG (documents/flow_svg.h).
#pragma once

#include <string>
#include <vector>

#include "policy/model.h"

namespace policy {

struct FlowBox {
  std::string stage;                 // id
  std::string label;                 // "Stage 2"
  std::string title;                 // "Line manager to line manager"
  std::string who;                   // "Line manager speaks to line manager"
  std::vector<std::string> by_when;  // one line a clock; "No time is set" when there is none
  StageKind kind = StageKind::kInformal;
  int row = 0;     // from the top: as far as the stage is from the first
  int column = 0;  // beside others of the same row
  bool may_resolve = true;
};
struct FlowArrow {
  std::string from, to;  // stage ids
  enum class Kind {
    kNext,
    kDirect
  } kind = Kind::kNext;  // kDirect: for immediate risk, from the
                         // start
};
struct FlowSpan {  // a budget: a bracket along the boxes that share it
  std::vector<std::string> stages;
  std::string text;  // "Stages 1 and 2 together: within five working days"
};
struct Flow {
  std::vector<FlowBox> boxes;  // in the policy's order
  std::vector<FlowArrow> arrows;
  std::vector<FlowSpan> spans;
};
Flow flow_of(const Policy& policy);
// "Stage 1, Practitioner to practitioner. … Leads to stage 2. …" one sentence group a stage.
std::vector<std::string> flow_in_words(const Flow& flow);
// "formal", "with the partnership": what a box says of its kind.
std::string kind_in_words(StageKind kind);

}  // namespace policy
