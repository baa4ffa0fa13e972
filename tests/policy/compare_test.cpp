#include "policy/compare.h"

#include <algorithm>

#include "policy_files.h"

using base::Json;
using policy::Change;
using policy_files::json_of;
using policy_files::policy_of;

namespace {

constexpr const char* kEveryKey = "tests/data/policies/every-key.json";

policy::Policy read(const Json& json) {
  auto read = policy::read_policy(json.dump(), "changed.json");
  REQUIRE_MESSAGE(read.ok(), (read.ok() ? "" : policy_files::in_lines(read.errors())));
  return std::move(read).value();
}

// "changed duties/tell", "added contacts/desk": all that is not the same.
std::vector<std::string> differences(const policy::Policy& before, const policy::Policy& after) {
  std::vector<std::string> found;
  for (const policy::ComparedSection& section : policy::compare(before, after)) {
    for (const policy::ComparedRule& rule : section.rules) {
      if (rule.change == Change::kChanged) found.push_back("changed " + rule.after.key);
      if (rule.change == Change::kAdded) found.push_back("added " + rule.after.key);
      if (rule.change == Change::kRemoved) found.push_back("removed " + rule.before.key);
    }
  }
  return found;
}

// `value` as JSON, put at `pointer` ("…/-" adds to a list); nothing: what is there is taken out.
std::vector<std::string> differences(const char* pointer, const char* value) {
  Json json = json_of(kEveryKey);
  const policy::Policy before = read(json);
  const Json::json_pointer place(pointer);
  if (value) {
    json[place] = Json::parse(value);
  } else if (Json& parent = json[place.parent_pointer()]; parent.is_array()) {
    parent.erase(std::stoul(place.back()));
  } else {
    parent.erase(place.back());
  }
  return differences(before, read(json));
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("a policy is the same as itself, rule by rule") {
  std::vector<std::string> files = policy_files::shipped_files();
  files.push_back(kEveryKey);
  for (const std::string& file : files) {
    CAPTURE(file);
    const policy::Policy policy = policy_of(file);
    CHECK(differences(policy, policy) == Found{});
    const auto rules = policy::rules_of(policy);
    const auto compared = policy::compare(policy, policy);
    REQUIRE(compared.size() == rules.size());
    for (size_t i = 0; i < rules.size(); ++i)
      CHECK(compared[i].rules.size() == rules[i].rules.size());
  }
}

TEST_CASE("one change is found, and nothing else") {
  struct Case {
    const char* pointer;
    const char* value;  // null: taken out
    Found found;
  };
  const Case cases[] = {
      {"/version", R"("4")", {"changed about/version"}},
      {"/adopted", nullptr, {"removed about/adopted"}},
      {"/review_due", R"("2029-03-31")", {"changed about/review_due"}},
      {"/division", R"("scotland")", {"changed about/division"}},
      {"/reach/1", nullptr, {"changed scope/reach"}},
      {"/subjects/2", nullptr, {"changed scope/subjects"}},
      {"/sources/0/publisher", R"("Others")", {"changed sources/procedure"}},
      {"/areas/0/partnership", R"("Others")", {"changed areas/south"}},
      {"/principles/0/text", R"("The child is first.")", {"changed principles/1"}},
      {"/principles/0/cite/words", R"("the child")", {"changed principles/1"}},
      {"/tests/0/hint", nullptr, {"changed tests/worried"}},
      {"/exclusions/0/clock/take", R"("earliest")", {"changed exclusions/complaint/clock"}},
      {"/roles/0/equivalents/0/title", R"("Head")", {"changed roles/practitioner"}},
      {"/roles/2/in_absence", nullptr, {"removed roles/lead/in_absence"}},
      {"/roles/2/in_absence/cite/reading", nullptr, {"changed roles/lead/in_absence"}},
      {"/stages/0/title", R"("Speak")", {"changed stages/step-1/heading"}},
      {"/stages/0/kind", R"("internal")", {"changed stages/step-1/kind"}},
      {"/stages/0/channel", R"("written")", {"changed stages/step-1/channel"}},
      {"/stages/0/with/0/side", R"("partnership")", {"changed stages/step-1/parties"}},
      {"/stages/0/guidance/0", nullptr, {"removed stages/step-1/guidance/1"}},
      {"/stages/0/meeting/chair", R"("independent")", {"changed stages/step-1/meeting"}},
      {"/stages/0/judge", nullptr, {"removed stages/step-1/judge"}},
      {"/stages/0/alternatives/0/role", R"("manager")", {"changed stages/step-1/alternatives/1"}},
      {"/stages/0/outputs/0/text", R"("Minutes")", {"changed stages/step-1/outputs/1"}},
      {"/stages/0/may_resolve", "false", {"changed stages/step-1/may_resolve"}},
      {"/stages/1/next/0", R"("step-1")", {"changed stages/step-2/next"}},
      {"/stages/0/clocks/0/amount/count", "3", {"changed stages/step-1/clocks/talk"}},
      {"/stages/0/clocks/0/or_protective", "false", {"changed stages/step-1/clocks/talk"}},
      {"/stages/0/clocks/0/stated_as/count", "47", {"changed stages/step-1/clocks/talk"}},
      {"/stages/0/clocks/0/other_starts/1", nullptr, {"changed stages/step-1/clocks/talk"}},
      {"/stages/0/clocks/0/only_if/priority/1", nullptr, {"changed stages/step-1/clocks/talk"}},
      {"/stages/0/clocks/1/met_by", R"("meeting")", {"changed stages/step-1/clocks/answer"}},
      {"/stages/0/clocks/1/lapse", R"("overdue")", {"changed stages/step-1/clocks/answer"}},
      {"/stages/0/clocks/1/force", R"("must")", {"changed stages/step-1/clocks/answer"}},
      {"/stages/0/clocks/2/only_if/outcome",
       R"("agreed")",
       {"changed stages/step-1/clocks/report"}},
      {"/stages/1/clocks/0/kind", R"("agreed")", {"changed stages/step-2/clocks/declare"}},
      {"/budgets/0/clock/amount/unit", R"("calendar_days")", {"changed budgets/both-steps"}},
      {"/budgets/0", nullptr, {"removed budgets/both-steps"}},
      {"/priorities/1/text", R"("A child is.")", {"changed priorities/amber"}},
      {"/duties/0/by", R"("concerned")", {"changed duties/tell"}},
      {"/duties/0/when", R"("afterwards")", {"changed duties/tell"}},
      {"/duties/0/only_if", nullptr, {"changed duties/tell"}},
      {"/duties/0/clock/start", R"("case_raised")", {"changed duties/tell/clock"}},
      {"/duties/1/copy_to", nullptr, {"changed duties/send-letter"}},
      {"/duties/0", nullptr, {"removed duties/tell", "removed duties/tell/clock"}},
      {"/risk/actions/0/text", R"("Act now.")", {"changed risk/actions/1"}},
      {"/risk/direct_entry/0", nullptr, {"removed risk/direct_entry/1"}},
      {"/forms/0/fields/0/required", "false", {"changed forms/letter/fields/name"}},
      {"/forms/0/fields/0/prefill", R"("today")", {"changed forms/letter/fields/name"}},
      {"/forms/0/fields/1/options/1", nullptr, {"changed forms/letter/fields/kinds"}},
      {"/forms/0/send_to", nullptr, {"changed forms/letter/use"}},
      {"/forms/1/kind", R"("notice")", {"changed forms/card/use"}},
      {"/prompts/0/heading", R"("What?")", {"changed prompts/1/heading"}},
      {"/prompts/0/prompts/0", R"("Tell me.")", {"changed prompts/1/1"}},
      {"/contacts/0/email", R"("south@desk.example")", {"changed contacts/south-desk"}},
      {"/contacts/-",
       R"({"id": "far", "name": "Far", "email": "a@b.example",
           "cite": {"source": "procedure", "place": "section 12", "words": "desks"}})",
       {"added contacts/far"}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.pointer);
    CHECK(differences(each.pointer, each.value) == each.found);
  }
}

TEST_CASE("statements are matched by what they say, wherever they have moved") {
  Json json = json_of(kEveryKey);
  const Json cite = json["principles"][0]["cite"];
  const auto principles = [&](const std::vector<std::string>& texts) {
    Json list = Json::array();
    for (const std::string& text : texts) list.push_back({{"text", text}, {"cite", cite}});
    json["principles"] = list;
    return read(json);
  };
  const policy::Policy before = principles({"A.", "B.", "C.", "D."});
  CHECK(differences(before, principles({"New.", "A.", "B.", "C.", "D."})) ==
        Found{"added principles/1"});
  CHECK(differences(before, principles({"A.", "C.", "D."})) == Found{"removed principles/2"});
  CHECK(differences(before, principles({"D.", "C.", "B.", "A."})) == Found{});
  CHECK(differences(before, principles({"New.", "A.", "B.", "Changed.", "D."})) ==
        Found{"added principles/1", "changed principles/4"});

  // In the order of the new one; what went stays where it was.
  for (const auto& section : policy::compare(before, principles({"A.", "D.", "E."}))) {
    if (section.key != "principles") continue;
    std::string order;
    for (const auto& rule : section.rules) {
      order += rule.change == Change::kRemoved ? "-" + rule.before.text : rule.after.text;
    }
    CHECK(order == "A.-B.-C.D.E.");
  }
}

TEST_CASE("a stage that is new or gone is a section of its own") {
  Json json = json_of(kEveryKey);
  const policy::Policy before = read(json);
  Json stage = json["stages"][1];
  stage["id"] = "step-3";
  stage["number"] = 3;
  stage["label"] = "Step 3";
  stage["clocks"] = Json::array();
  json["stages"].push_back(stage);
  json["stages"][1]["next"] = {"step-3"};
  const policy::Policy after = read(json);
  Found found = differences(before, after);
  REQUIRE(found.size() == 7);
  CHECK(found[0] == "changed stages/step-2/next");
  CHECK(found[1] == "added stages/step-3");
  found = differences(after, before);
  REQUIRE(found.size() == 7);
  CHECK(found[1] == "removed stages/step-3");
}

TEST_CASE("two procedures side by side") {
  Json json = json_of("tests/data/policies/small.json");
  json["stages"][0]["number"] = 0;
  json["stages"][0]["label"] = "Before stage 2";
  const policy::Policy first = read(json);
  const policy::Policy second = policy_of(kEveryKey);
  const auto line = [&](const std::string& topic) {
    for (const auto& each : policy::side_by_side(first, second)) {
      if (each.topic == topic) return each.first + " | " + each.second;
    }
    return std::string("no line");
  };
  std::string topics;
  for (const auto& each : policy::side_by_side(first, second)) topics += each.topic + '\n';
  CHECK(topics ==
        "Issued by\nVersion\nBefore stage 2\nStep 1\nStage 2 / Step 2\nShared time\n"
        "Immediate risk\nWho decides last\nWhere notices go\n");
  CHECK(line("Version") == "1 | 3");
  CHECK(line("Before stage 2") == "Talk, within two working days of the concern arising | ");
  CHECK(line("Step 1").starts_with(" | Talk, the talk takes place within two working days"));
  CHECK(
      line("Stage 2 / Step 2").ends_with("| Managers, a time stated by the person who escalates"));
  CHECK(line("Shared time") ==
        " | Steps 1 and 2 together: within five working days, or a time that protects the child, "
        "whichever is less");
  CHECK(line("Immediate risk") ==
        "Straight to stage 2 if the child is at risk | Straight to step 2 if the child is at risk");
  CHECK(line("Who decides last") == "Manager | Manager");
  CHECK(line("Where notices go") ==
        "North desk (desk@north.example); Moor desk (desk@moor.example) | South desk "
        "(desk@south.example); Mere desk (desk@mere.example)");
}

// Looked through one by one for each other one, these would take minutes.
TEST_CASE("twenty thousand statements are compared, every one in other words") {
  constexpr size_t kMany = 20'000;
  policy::Policy before = policy_of(kEveryKey);
  const policy::Statement one = before.principles[0];
  before.principles.assign(kMany, one);
  policy::Policy after = before;
  for (size_t i = 0; i < kMany; ++i) {
    before.principles[i].text = "Before " + std::to_string(i);
    after.principles[i].text = "After " + std::to_string(i);
  }
  CHECK(differences(before, before).empty());
  CHECK(differences(before, after).size() == kMany);
  policy::Policy gone = before;
  gone.principles.clear();
  CHECK(differences(before, gone).size() == kMany);
  CHECK(differences(gone, before).size() == kMany);
  policy::Policy turned = before;
  std::reverse(turned.principles.begin(), turned.principles.end());
  CHECK(differences(before, turned).empty());
}
