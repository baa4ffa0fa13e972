#include "policy/flow.h"

#include <algorithm>

#include "policy_files.h"

using policy::Flow;
using policy::FlowArrow;

namespace {

policy::Stage stage(const char* id, const char* label, std::vector<std::string> next) {
  policy::Stage stage;
  stage.id = id;
  stage.label = label;
  stage.title = std::string("Title of ") + id;
  stage.speaks = {{"worker", policy::Party::Side::kConcerned}};
  stage.with = {{"manager", policy::Party::Side::kResponding}};
  stage.next = std::move(next);
  return stage;
}

policy::Policy with(std::vector<policy::Stage> stages) {
  policy::Policy policy;
  policy.roles = {{"worker", "Worker", {}, {}, {}}, {"manager", "Line manager", {}, {}, {}}};
  policy.stages = std::move(stages);
  return policy;
}

policy::Clock clock(const char* id, int days) {
  policy::Clock clock;
  clock.id = id;
  clock.what = std::string("Clock ") + id + " ends";
  clock.amount = {days, calendar::Unit::kWorkingDays};
  return clock;
}

// "a 0,0 b 1,0": row and column of each box.
std::string places(const Flow& flow) {
  std::string all;
  for (const policy::FlowBox& box : flow.boxes) {
    all += box.stage + ' ' + std::to_string(box.row) + ',' + std::to_string(box.column) + ' ';
  }
  return all;
}

std::string arrows(const Flow& flow) {
  std::string all;
  for (const FlowArrow& arrow : flow.arrows) {
    all += arrow.from + (arrow.kind == FlowArrow::Kind::kDirect ? "=>" : "->") + arrow.to + ' ';
  }
  return all;
}

}  // namespace

TEST_CASE("a stage stands as many rows down as it is steps away; several next ones side by side") {
  const Flow flow =
      policy::flow_of(with({stage("a", "Stage 1", {"b", "c"}), stage("b", "Stage 2", {"d"}),
                            stage("c", "Panel", {"d"}), stage("d", "Stage 3", {})}));
  CHECK(places(flow) == "a 0,0 b 1,0 c 1,1 d 2,0 ");
  CHECK(arrows(flow) == "a->b a->c b->d c->d ");
}

TEST_CASE("ways back end nowhere in a loop") {
  const Flow flow =
      policy::flow_of(with({stage("a", "Stage 1", {"b", "a"}), stage("b", "Stage 2", {"a", "c"}),
                            stage("c", "Stage 3", {"b"})}));
  CHECK(places(flow) == "a 0,0 b 1,0 c 2,0 ");
  CHECK(arrows(flow) == "a->b a->a b->a b->c c->b ");
}

TEST_CASE("direct entries lead from the first stage; what only they lead to stands below") {
  policy::Policy policy = with({stage("a", "Stage 1", {"b"}), stage("b", "Stage 2", {}),
                                stage("c", "Stage 3", {"d"}), stage("d", "Stage 4", {})});
  policy.risk.direct_entry = {{{"b", "c", "a"}, "if there is danger", {}}, {{"c"}, "also", {}}};
  const Flow flow = policy::flow_of(policy);
  CHECK(places(flow) == "a 0,0 b 1,0 c 2,0 d 3,0 ");
  CHECK(arrows(flow) == "a->b c->d a=>b a=>c ");
}

TEST_CASE("a box says who speaks to whom and by when, in few words") {
  policy::Policy policy =
      with({stage("a", "Stage 1", {"b"}), stage("b", "Stage 2", {}), stage("c", "Stage 3", {})});
  policy.stages[0].clocks = {clock("one", 2)};
  policy.stages[0].may_resolve = false;
  policy.stages[0].kind = policy::StageKind::kExternal;
  policy.stages[1].clocks = {clock("one", 2), clock("two", 3)};
  policy.stages[1].clocks[1].start = policy::StartEvent::kConcernArose;
  policy.stages[1].speaks.push_back({"manager", policy::Party::Side::kConcerned});
  policy.budgets = {{{"c"}, clock("all", 5)}};
  policy.stages.push_back(stage("d", "Stage 4", {}));
  const Flow flow = policy::flow_of(policy);
  CHECK(flow.boxes[0].label == "Stage 1");
  CHECK(flow.boxes[0].title == "Title of a");
  CHECK(flow.boxes[0].who == "Worker speaks to line manager");
  CHECK(flow.boxes[0].by_when == std::vector<std::string>{"Within two working days"});
  CHECK_FALSE(flow.boxes[0].may_resolve);
  CHECK(flow.boxes[0].kind == policy::StageKind::kExternal);
  CHECK(flow.boxes[1].who == "Worker and line manager speak to line manager");
  CHECK(
      flow.boxes[1].by_when ==
      std::vector<std::string>{"Clock one ends within two working days",
                               "Clock two ends within three working days of the concern arising"});
  CHECK(flow.boxes[2].by_when == std::vector<std::string>{"Within the shared time"});
  CHECK(flow.boxes[3].by_when == std::vector<std::string>{"No time is set"});
}

TEST_CASE("a shared time spans its stages") {
  policy::Policy policy = with({stage("a", "Pre-escalation", {"b"}), stage("b", "Stage 1", {"c"}),
                                stage("c", "Stage 2", {})});
  policy.budgets = {{{"b", "c"}, clock("some", 5)}, {{"a", "b", "c"}, clock("all", 10)}};
  policy.budgets[1].clock.start = policy::StartEvent::kCaseRaised;
  const Flow flow = policy::flow_of(policy);
  REQUIRE(flow.spans.size() == 2);
  CHECK(flow.spans[0].stages == std::vector<std::string>{"b", "c"});
  CHECK(flow.spans[0].text == "Stages 1 and 2 together: within five working days");
  CHECK(flow.spans[1].text ==
        "Pre-escalation and stages 1 and 2 together: within ten working days of the disagreement "
        "being raised");
}

TEST_CASE("the words say everything that the picture shows") {
  std::vector<std::string> files = policy_files::shipped_files();
  files.push_back("tests/data/policies/every-key.json");
  for (const std::string& file : files) {
    CAPTURE(file);
    const Flow flow = policy::flow_of(policy_files::policy_of(file));
    const std::vector<std::string> words = policy::flow_in_words(flow);
    REQUIRE(words.size() == flow.boxes.size());
    for (size_t i = 0; i < words.size(); ++i) {
      const policy::FlowBox& box = flow.boxes[i];
      const auto says = [&](std::string_view part) {
        return words[i].find(part) != std::string::npos;
      };
      CHECK(says(box.label));
      CHECK(says(box.title));
      CHECK(says(box.who));
      for (const std::string& line : box.by_when) CHECK(says(line));
      for (const FlowArrow& arrow : flow.arrows) {
        const bool direct = arrow.kind == FlowArrow::Kind::kDirect;
        if (arrow.from == box.stage) CHECK(says(direct ? "straight to" : "Leads to"));
        if (arrow.to == box.stage && direct) CHECK(says("May be entered directly"));
      }
      for (const policy::FlowSpan& span : flow.spans) {
        const bool shares =
            std::find(span.stages.begin(), span.stages.end(), box.stage) != span.stages.end();
        CHECK(says(span.text) == shares);
      }
    }
  }
}

TEST_CASE("a stage in words") {
  policy::Policy policy = with(
      {stage("a", "Stage 1", {"b", "c"}), stage("b", "Stage 2", {}), stage("c", "Stage 3", {})});
  policy.risk.direct_entry = {{{"c"}, "if there is danger", {}}};
  policy.stages[2].may_resolve = false;
  const std::vector<std::string> words = policy::flow_in_words(policy::flow_of(policy));
  CHECK(words[0] ==
        "Stage 1, Title of a. Informal. Worker speaks to line manager. No time is set. Leads to "
        "stage 2 or stage 3. When there is immediate risk, straight to stage 3.");
  CHECK(words[2] ==
        "Stage 3, Title of c. Informal. Worker speaks to line manager. No time is set. It cannot "
        "be resolved here. Nothing follows it. May be entered directly when there is immediate "
        "risk.");
}
