#include "ui/policy_picture.h"

#include "policy/flow.h"
#include "ui/widgets.h"

namespace ui {

void policy_picture(const policy::Policy& policy) {
  const policy::Flow flow = policy::flow_of(policy);
  FlowPicture picture;
  for (const policy::FlowBox& box : flow.boxes) {
    picture.boxes.push_back(
        {box.stage, box.label, box.title, box.who, box.by_when, box.row, box.column});
  }
  bool direct = false;
  for (const policy::FlowArrow& arrow : flow.arrows) {
    const bool dashed = arrow.kind == policy::FlowArrow::Kind::kDirect;
    direct = direct || dashed;
    picture.arrows.push_back({arrow.from, arrow.to, dashed});
  }
  for (const policy::FlowSpan& span : flow.spans) picture.spans.push_back({span.stages, span.text});
  flow_picture("flow", picture,
               "The " + policy.stage_word + "s of " + policy.short_title + ", described below");
  if (direct) {
    paragraph("Dashed arrows: where a case may go at once when there is immediate risk.",
              TextKind::kHint);
  }
  if (details("flow-words", "The same in words")) bullet_list(policy::flow_in_words(flow));
}

}  // namespace ui
