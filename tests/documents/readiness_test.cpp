// What is worth a second look before a notice goes or a disagreement is raised.
#include "documents/readiness.h"

#include <doctest/doctest.h>

#include "documents/example_case.h"
#include "documents/said_before.h"

using namespace documents;
using example::contains;

namespace {

using policy::FieldType;
using policy::Prefill;

const Check* find(const std::vector<Check>& checks, const std::string& title) {
  for (const Check& check : checks) {
    if (check.title == title) return &check;
  }
  return nullptr;
}

// One that is open, whose words and place are as told; fails otherwise.
void is_open(const std::vector<Check>& checks, const std::string& title, const std::string& words,
             const std::string& field = "") {
  const Check* check = find(checks, title);
  REQUIRE_MESSAGE(check, title);
  CHECK_FALSE(check->ready);
  CHECK_MESSAGE(contains(check->hint, words), check->hint);
  CHECK(check->field == field);
  CHECK(check->of_case == field.empty());
}

struct Written {
  example::World world;
  example::Story story = example::story(world.policy);
  Answers answers;

  Written() { refill(); }
  policy::Form& form() { return world.policy.forms[0]; }
  void refill() { answers = prefilled(form(), story.state(), world.setting); }
  std::vector<Check> checks() { return readiness(form(), answers, story.state(), world.setting); }
};

}  // namespace

TEST_CASE("a notice that is filled in from the case today is ready but for what is open") {
  Written written;
  written.story.tell(casework::DutyDone{"consult-lead", "stage-3", "Rang"}, example::at(4, 20, 10));
  written.answers["problem"] = {"On 27 March the referral was closed. Bruising was seen twice."};
  for (const Check& check : written.checks()) {
    CAPTURE(check.hint);
    CHECK_MESSAGE(check.ready, check.title);
    CHECK(!check.hint.empty());
  }
  CHECK(contains(find(written.checks(), "Recipient")->hint, "manager@westmarsh.example"));
  CHECK(contains(find(written.checks(), "Answers")->hint, "Left empty: “Email:” and “General"));
}

TEST_CASE("an answer that must be there and is not is led to") {
  Written written;
  written.form().fields[4].required = true;
  written.answers["problem"] = {"  "};
  is_open(written.checks(), "Answers", "“The problem”", "answers.problem");
}

TEST_CASE("a contact without an address is told") {
  Written written;
  written.form().send_to = "nobody";
  is_open(written.checks(), "Recipient", "no address that it goes to");
  written.form().send_to.clear();
  written.world.policy.contacts.clear();
  is_open(written.checks(), "Recipient", "no address for the copy");
}

TEST_CASE("days that contradict each other are told") {
  Written written;
  written.answers["date"] = {"2026-04-20"};
  is_open(written.checks(), "Dates", "says 20 April 2026; today is 22 April 2026", "answers.date");
  written.refill();
  CHECK(find(written.checks(), "Dates")->ready);
  written.story.tell_late(casework::DiscussionRecorded{"stage-3", example::date(2026, 4, 14),
                                                       "Telephone", "Olu Danso", "We spoke.", ""},
                          example::at(4, 14, 12), example::at(4, 21, 12));
  is_open(written.checks(), "Dates",
          "The discussion of 14 April 2026 is dated before stage 3 was entered on 20 April 2026.");
}

TEST_CASE("what the procedure asks for before is told, and what this notice does itself is not") {
  Written written;
  is_open(written.checks(), "What comes before it",
          "Not recorded as done yet: Consult the safeguarding lead.");
  policy::Duty notice = written.world.policy.duties[1];
  notice.id = "send";
  notice.text = "Send the notice";
  notice.action = policy::DutyAction::kNotice;
  notice.form = written.form().id;
  written.world.policy.duties[1].force = policy::Force::kIndicative;
  written.world.policy.duties.push_back(notice);
  CHECK_FALSE(find(written.checks(), "What comes before it"));
}

TEST_CASE("a time that has passed meanwhile is told") {
  Written written;
  CHECK(find(written.checks(), "Times")->ready);
  written.world.setting.now = example::at(5, 20);
  is_open(written.checks(), "Times", "The discussion takes place");
}

TEST_CASE("what was recorded after the answers were filled in is told") {
  Written written;
  CHECK(find(written.checks(), "What the case holds")->ready);
  example::resolve(written.story);
  is_open(written.checks(), "What the case holds", "does not hold the discussion of 21 April 2026",
          "answers.evidence");
  written.answers["evidence"] =
      prefilled(written.form(), written.story.state(), written.world.setting).at("evidence");
  is_open(written.checks(), "What the case holds", "does not hold that the case is resolved",
          "answers.agreed");
  written.refill();
  CHECK(find(written.checks(), "What the case holds")->ready);
}

TEST_CASE("remarks on the long answers lead to them") {
  Written written;
  written.answers["problem"] = {"On 27 March the team obviously closed the referral unread."};
  is_open(written.checks(), "“The problem”", "“obviously” judges", "answers.problem");
  written.form().fields[7].prefill = Prefill::kLearning;
  written.answers["learning"] = {"Priya was not told."};
  is_open(written.checks(), "“General issues”", "“Priya”", "answers.learning");
}

TEST_CASE("before raising: conditions, the outcome, what the notices will ask for") {
  const policy::Policy policy = example::make_policy();
  casework::CaseOpened opening = example::opening(policy);
  opening.concern = "Bruising was seen on 24 and 26 March by two teachers.";
  opening.desired_outcome = "The team holds a strategy discussion by 9 April.";
  for (const Check& check : readiness(opening, policy)) CHECK_MESSAGE(check.ready, check.hint);

  opening.desired_outcome = "A strategy discussion is held.";
  opening.risk_action.clear();
  opening.tests["risk"] = false;
  is_open(readiness(opening, policy), "The outcome you are seeking", "who is to do this",
          "desired_outcome");
  is_open(readiness(opening, policy), "Immediate risk", "Nothing is recorded", "risk_action");
  is_open(readiness(opening, policy), "The right procedure", "0 of 1", "tests");
  opening.exclusions["conference"] = true;
  is_open(readiness(opening, policy), "The right procedure", "Another procedure", "exclusions");

  policy::Policy asks = policy;
  asks.forms[0].fields.push_back(
      example::field("effect", "Effect", FieldType::kLongText, Prefill::kImpact));
  opening.impact.clear();
  CHECK_FALSE(find(readiness(opening, asks), "What it is likely to mean"));
  asks.forms[0].fields.back().required = true;
  is_open(readiness(opening, asks), "What it is likely to mean", "asks for it", "impact");
}

TEST_CASE("the other side is whoever spoke for it last, then the one the case was raised with") {
  policy::Policy policy = example::make_policy();
  for (policy::Stage& stage : policy.stages) {
    stage.with = {{"other", policy::Party::Side::kResponding}};
  }
  example::Story story;
  story.tell(example::opening(policy), example::at(4, 1));
  CHECK(other_side(story.state(), policy) ==
        "Priya Shah, Team manager, Children's Assessment Team");
  story.tell(casework::TimeAgreed{"stage-1", "stage-1-discussion", example::date(2026, 4, 10),
                                  "Priya Shah and her deputy", ""},
             example::at(4, 2));
  CHECK(other_side(story.state(), policy) == "Priya Shah and her deputy");
  story.tell(
      casework::ReplyReceived{"stage-1", example::date(2026, 4, 3), "Ines Calder", "No.", false},
      example::at(4, 3));
  CHECK(other_side(story.state(), policy) == "Ines Calder");
  CHECK(why_not_settled(story.state()) == "The reply of 3 April 2026 did not settle it.");
  // Later stages speak with other people of that agency; a partnership is not the other side.
  story.tell(casework::StageEntered{"stage-2", "stage-1", false, "No."}, example::at(4, 7));
  CHECK(other_side(story.state(), policy) == "Children's Assessment Team");
  CHECK(why_not_settled(story.state()).empty());
  policy.stages[1].with[0].side = policy::Party::Side::kPartnership;
  CHECK(other_side(story.state(), policy).empty());
}
