#include "casework/decide.h"

#include "casework/invented.h"

using namespace invented;
using base::ErrorCode;

namespace {

const Date kDay = date(2026, 4, 1);  // a Wednesday; Good Friday is the 3rd, Easter Monday the 6th

struct Opening {
  policy::Policy policy = procedure();
  casework::CaseOpened fact = opening(policy, kDay);

  base::Result<Event> attempt() const {
    return casework::open_case({policy, holidays(), kTeacher, at(kDay)}, kCaseId, fact);
  }
  std::string message(const std::string& pointer) const { return message_for(attempt(), pointer); }
};

}  // namespace

TEST_CASE("raising a case asks for everything that is missing at once") {
  Opening empty;
  empty.fact = casework::CaseOpened{};
  empty.fact.decision = " \n\u00a0";
  const auto refused = empty.attempt();
  REQUIRE(!refused);
  std::vector<std::string> pointers;
  for (const base::Error& error : refused.errors()) {
    pointers.push_back(error.where.pointer);
    CHECK(error.code == ErrorCode::kRequired);
  }
  CHECK(pointers == std::vector<std::string>{"reference", "subject.kind", "subject.name",
                                             "responding.agency", "tests.harm",
                                             "exclusions.conference", "decision", "concern",
                                             "concern_arose", "first_stage"});
  CHECK(empty.message("decision") == "Enter what was decided or done");
  CHECK(empty.message("concern") == "Enter why it worries you");
  CHECK(empty.message("concern_arose") == "Enter the date the concern arose");
  CHECK(empty.message("tests.harm") == "Select yes or no: Might the child be harmed?");
}

TEST_CASE("a raised case pins its policy and says who wrote it and when") {
  Opening raised;
  raised.fact.policy_hash = "something else";
  const auto event = raised.attempt();
  REQUIRE(event.ok());
  const auto& fact = *std::get_if<casework::CaseOpened>(&event->payload);
  CHECK(fact.policy_id == "invented");
  CHECK(fact.policy_version == "1");
  CHECK(fact.policy_hash == raised.policy.hash);
  CHECK(event->case_id == kCaseId);
  CHECK(event->parents.empty());
  CHECK(event->author == kTeacher);
  CHECK(event->occurred_at == at(kDay));
  CHECK(event->recorded_at == at(kDay));
  Event copy = *event;
  casework::seal(copy);
  CHECK(copy.id == event->id);
}

TEST_CASE("the procedure may be used against its own advice, with a reason") {
  Opening raised;
  raised.fact.tests["harm"] = false;
  CHECK(raised.message("scope_reason") ==
        "Say why you are using this procedure although not all its conditions are met");
  CHECK(raised.attempt().error().expected == "The guide, When: “at risk of harm”");
  raised.fact.exclusions["conference"] = true;
  CHECK(raised.message("scope_reason") ==
        "Say why you are using this procedure although another one covers this");
  CHECK(raised.attempt().error().expected == "The guide, Not: “conferences”");
  raised.fact.scope_reason = "The chair asked us to";
  CHECK(raised.attempt().ok());
  raised.fact.tests["unheard-of"] = true;
  CHECK(raised.message("tests.unheard-of") == "This procedure does not ask that question");
}

TEST_CASE("what a case is about must be of the procedure") {
  Opening raised;
  raised.fact.subject.kind = "theme";
  CHECK(raised.message("subject.kind") == "Select who the disagreement is about");
  raised = {};
  raised.fact.categories = {"referral", "weather", "referral"};
  CHECK(raised.attempt().error().found == "weather");
  raised.fact.categories = {"referral", "referral"};
  CHECK(std::get_if<casework::CaseOpened>(&raised.attempt()->payload)->categories.size() == 1);
  raised = {};
  raised.fact.responding.email = "p.shah at team";
  CHECK(raised.message("responding.email") ==
        "Enter an email address in the correct format, like name@example.com");
  raised = {};
  raised.fact.concern_arose = date(2026, 4, 2);
  CHECK(raised.message("concern_arose") ==
        "The date the concern arose must be today or in the past");
}

TEST_CASE("an area is asked for where the procedure serves several") {
  Opening raised;
  raised.fact.area = "left over";
  CHECK(std::get_if<casework::CaseOpened>(&raised.attempt()->payload)->area.empty());
  raised.policy.areas = {{"north", "North", ""}};
  raised.fact.area = "";
  CHECK(std::get_if<casework::CaseOpened>(&raised.attempt()->payload)->area == "north");
  raised.policy.areas.push_back({"south", "South", ""});
  CHECK(raised.message("area") == "Select the area that the child lives in");
  raised.fact.area = "west";
  CHECK(raised.attempt().error().code == ErrorCode::kMissingReference);
  raised.fact.area = "south";
  CHECK(raised.attempt().ok());
}

TEST_CASE("a case may start at a later stage, with a reason") {
  Opening raised;
  raised.fact.direct_reason = "Not needed";
  CHECK(std::get_if<casework::CaseOpened>(&raised.attempt()->payload)->direct_reason.empty());
  raised.fact.first_stage = "stage-3";
  raised.fact.direct_reason = "";
  CHECK(raised.message("direct_reason") == "Say why the case starts at stage 3");
  raised.fact.first_stage = "stage-9";
  CHECK(raised.message("first_stage") == "Select a stage of this procedure");
}

TEST_CASE("texts are recorded in one form") {
  Opening raised;
  raised.fact.decision = "  one\r\ntwo\rthree\vfour\x01\xff five\u2028six \n";
  const auto event = raised.attempt();
  REQUIRE(event.ok());
  CHECK(std::get_if<casework::CaseOpened>(&event->payload)->decision ==
        "one\ntwo\nthree\nfour\uFFFD five\nsix");
  raised.fact.decision = std::string(20'000, 'x');
  CHECK(raised.attempt().ok());
  raised.fact.decision = std::string(100'001, 'x');
  CHECK(raised.message("decision") == "This must be 100,000 characters or fewer");
  CHECK(raised.attempt().error().code == ErrorCode::kTooLarge);
}

TEST_CASE("who writes must be known") {
  Opening raised;
  const auto event =
      casework::open_case({raised.policy, holidays(), {}, at(kDay)}, kCaseId, raised.fact);
  CHECK(message_for(event, "author.name") == "Enter your name in your profile");
}

TEST_CASE("a discussion needs its day, its people and what was said") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 8));
  const auto empty = running.attempt(casework::DiscussionRecorded{});
  CHECK(message_for(empty, "held_on") == "Enter the date of the discussion");
  CHECK(message_for(empty, "channel") == "Select how the discussion took place");
  CHECK(message_for(empty, "with") == "Enter who took part");
  CHECK(message_for(empty, "account") == "Enter what was said");
  CHECK(empty.errors().size() == 4);

  const auto held = [&](Date day) {
    return running.attempt(
        casework::DiscussionRecorded{"", day, "Meeting", "Priya Shah", "No", ""});
  };
  CHECK(message_for(held(date(2026, 4, 9)), "held_on") ==
        "The date of the discussion must be today or in the past");
  CHECK(held(date(2026, 4, 9)).error().code == ErrorCode::kRefused);
  CHECK(held(date(2026, 4, 9)).errors().size() == 1);
  CHECK(message_for(held(date(2026, 3, 31)), "held_on") ==
        "The date of the discussion must be on or after 1 April 2026, the day the concern arose");
  CHECK(held(date(2026, 4, 8)).ok());
  CHECK(held(kDay).ok());
  CHECK(message_for(running.attempt(
                        casework::DiscussionRecorded{"stage-2", kDay, "Meeting", "P", "No", ""}),
                    "stage") == "The case has not been at stage 2");
}

TEST_CASE("a discussion written down later is visibly a late entry") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 8));
  const Event late = running.talk_on(date(2026, 4, 2));
  CHECK(calendar::uk_date(late.occurred_at) == date(2026, 4, 2));
  CHECK(late.recorded_at == at(date(2026, 4, 8)));
  CHECK(casework::is_late(late.occurred_at, late.recorded_at));
  const Event today = running.talk();
  CHECK(today.occurred_at == running.now());
  CHECK(!casework::is_late(today.occurred_at, today.recorded_at));
}

TEST_CASE("moving on asks why, and never where the case already is") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 8));
  const auto enter = [&](std::string stage, std::string reason = "") {
    return running.attempt(casework::StageEntered{std::move(stage), "", false, std::move(reason)});
  };
  CHECK(message_for(enter("stage-2"), "reason") == "Say why stage 1 did not resolve it");
  CHECK(message_for(enter("stage-3"), "reason") == "Say why you are going straight to stage 3");
  CHECK(message_for(enter(""), "stage") == "Select the stage to move to");
  CHECK(message_for(enter("stage-1", "x"), "stage") == "The case is already at stage 1");
  CHECK(enter("stage-1", "x").error().code == ErrorCode::kRefused);
  CHECK(enter("stage-9", "x").error().code == ErrorCode::kMissingReference);
  CHECK(
      message_for(running.attempt(casework::StageEntered{"stage-2", "", false, "No"}, at(kDay, 8)),
                  "occurred_at") == "When the case moved on must be after stage 1 was entered");

  const auto direct = enter("stage-3", "It cannot wait");
  REQUIRE(direct.ok());
  CHECK(std::get_if<casework::StageEntered>(&direct->payload)->direct);
  CHECK(std::get_if<casework::StageEntered>(&direct->payload)->from == "stage-1");
  const Event next = running.enter("stage-2");
  CHECK(!std::get_if<casework::StageEntered>(&next.payload)->direct);
  CHECK(message_for(enter("stage-1"), "reason") == "Say why you are going back to stage 1");
}

TEST_CASE("a time may be agreed up to the policy's maximum and not beyond") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 2)).enter("stage-2");
  const auto agree = [&](Date until) {
    return running.attempt(casework::TimeAgreed{"", "time-2", until, "Priya Shah", ""});
  };
  // Ten working days after Thursday 2 April: 7 8 9 10, 13 14 15 16 17, 20.
  CHECK(agree(date(2026, 4, 20)).ok());
  const auto late = agree(date(2026, 4, 21));
  CHECK(message_for(late, "until") ==
        "The date agreed must be on or before Monday 20 April 2026, which is ten working days "
        "after stage 2 was "
        "entered. Source: The guide, Timescales: “within ten working days”.");
  CHECK(late.error().code == ErrorCode::kRefused);
  CHECK(late.error().expected == "The guide, Timescales: “within ten working days”");
  CHECK(agree(date(2026, 4, 2)).ok());
  CHECK(message_for(agree(date(2026, 4, 1)), "until") ==
        "The date agreed must be today or in the future");
  CHECK(message_for(agree(Date{}), "until") == "Enter the date agreed");
  CHECK(message_for(running.attempt(casework::TimeAgreed{"", "time-2", date(2026, 4, 3), "", ""}),
                    "with") == "Enter who you agreed it with");
  CHECK(message_for(running.attempt(casework::TimeAgreed{"", "talk-3", date(2026, 4, 3), "P", ""}),
                    "clock") == "Select the timescale that the date is for");
  CHECK(message_for(
            running.attempt(casework::TimeAgreed{"stage-1", "time-2", date(2026, 4, 3), "P", ""}),
            "stage") == "A time can be set only for stage 2, where the case is now");
  running.enter("stage-3");
  CHECK(message_for(running.attempt(casework::TimeAgreed{"", "talk-3", date(2026, 4, 3), "P", ""}),
                    "clock") ==
        "The procedure sets this timescale, so no other time can be set for it");
}

TEST_CASE("a notice is issued with its required answers and only with answers that it asks for") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  using Answers = std::map<std::string, std::vector<std::string>>;
  const auto issue = [&](Answers answers) {
    return running.attempt(casework::NoticeIssued{"notice", "", std::move(answers), ""});
  };
  CHECK(message_for(issue({{"problem", {"  "}}}), "answers.problem") ==
        "Enter an answer: Field problem");
  const auto wrong = issue({{"problem", {"a", "b"}},
                            {"date", {"31 February 2026"}},
                            {"email", {"nobody"}},
                            {"need", {"Early help", "Money"}},
                            {"agreed", {"Perhaps"}},
                            {"colour", {"red"}}});
  REQUIRE(!wrong);
  std::map<std::string, ErrorCode> codes;
  for (const auto& error : wrong.errors()) codes[error.where.pointer] = error.code;
  CHECK(codes == std::map<std::string, ErrorCode>{{"answers.problem", ErrorCode::kBadValue},
                                                  {"answers.date", ErrorCode::kBadDate},
                                                  {"answers.email", ErrorCode::kBadValue},
                                                  {"answers.need", ErrorCode::kBadValue},
                                                  {"answers.agreed", ErrorCode::kBadValue},
                                                  {"answers.colour", ErrorCode::kUnknownKey}});
  CHECK(message_for(issue({{"problem", {"a"}}, {"agreed", {"Yes", "No"}}}), "answers.agreed") ==
        "Select yes or no: Field agreed");
  for (const char* day : {"2026-04-01", "1 April 2026"}) {
    const auto right = issue({{"problem", {"a"}},
                              {"date", {day}},
                              {"email", {"a@b.example"}},
                              {"need", {"Early help", "Protection plan"}},
                              {"agreed", {"No"}},
                              {"colour", {" "}}});
    REQUIRE(right.ok());
    CHECK(std::get_if<casework::NoticeIssued>(&right->payload)->stage == "stage-1");
    CHECK(std::get_if<casework::NoticeIssued>(&right->payload)->answers.size() == 5);
  }
  CHECK(message_for(running.attempt(casework::NoticeIssued{"letter", "", {}, ""}), "form") ==
        "Select a form of this procedure");
  CHECK(message_for(
            running.attempt(casework::NoticeIssued{"notice", "stage-3", {{"problem", {"a"}}}, ""}),
            "stage") == "The case has not been at stage 3");
}

TEST_CASE("a duty is ticked once, where and when it is owed") {
  using policy::DutyAction;
  using policy::DutyMoment;
  policy::Policy policy = procedure();
  policy.duties = {duty("tell", DutyMoment::kAtEveryStage),
                   duty("record", DutyMoment::kAtEveryStage, {}, DutyAction::kRecord),
                   duty("send", DutyMoment::kOnEntry, {"stage-2"}, DutyAction::kNotice),
                   duty("before", DutyMoment::kBeforeEntry, {"stage-2", "stage-3"}),
                   duty("learn", DutyMoment::kAfterwards),
                   duty("raise", DutyMoment::kOnRaising)};
  Running running(policy, kDay);
  const auto tick = [&](std::string id, std::string stage = "") {
    return running.attempt(casework::DutyDone{std::move(id), std::move(stage), ""});
  };
  CHECK(message_for(tick("dance"), "duty") == "Select something that this procedure asks for");
  CHECK(message_for(tick("record"), "duty") == "This is done by recording the discussion");
  CHECK(message_for(tick("send"), "duty") == "This is done by completing the Outcome Notice");
  CHECK(message_for(tick("learn"), "duty") == "This is asked for once the case is resolved");
  CHECK(message_for(tick("tell", "stage-2"), "stage") == "This is not asked for at stage 2");
  CHECK(message_for(tick("before", "stage-3"), "stage") == "This is not asked for at stage 3");
  CHECK(tick("before", "stage-2").ok());
  CHECK(std::get_if<casework::DutyDone>(&tick("raise", "stage-1")->payload)->stage.empty());
  const Event told = running.tick("tell");
  CHECK(std::get_if<casework::DutyDone>(&told.payload)->stage == "stage-1");
  CHECK(message_for(tick("tell"), "duty") == "This is recorded as done already");
}

TEST_CASE("closing a case and what it still takes") {
  policy::Policy policy = procedure();
  policy.duties = {duty("learn", policy::DutyMoment::kAfterwards)};
  Running running(policy, kDay);
  const auto empty = running.attempt(casework::CaseResolved{});
  CHECK(message_for(empty, "outcome") == "Enter what was agreed for the child");
  CHECK(message_for(empty, "agreed_with") == "Enter who agreed to it");
  CHECK(message_for(running.attempt(casework::CaseResolved{"stage-2", "a", "b", false, ""}),
                    "stage") == "The case is at stage 1, so that is where it is resolved");
  CHECK(message_for(running.attempt(casework::CaseWithdrawn{}), "reason") ==
        "Enter why the case is withdrawn");
  CHECK(message_for(running.attempt(casework::NoteAdded{" "}), "text") == "Enter the note");

  running.on(date(2026, 4, 2)).resolve();
  const std::vector<Payload> refused = {
      casework::StageEntered{"stage-2", "", false, "x"},
      casework::DiscussionRecorded{"", kDay, "Meeting", "x", "x", ""},
      casework::TimeAgreed{"", "time-2", date(2026, 4, 2), "x", ""},
      casework::CaseResolved{"", "x", "x", false, ""}, casework::CaseWithdrawn{"x"}};
  for (const Payload& payload : refused) {
    const auto result = running.attempt(payload);
    REQUIRE(!result);
    CHECK(result.error().code == ErrorCode::kRefused);
    CHECK(result.error().message ==
          "The case is resolved, so only notices, duties and notes can be added. Raise a new case "
          "if there is "
          "still a disagreement");
  }
  running.issue();
  running.tick("learn");
  running.add(casework::NoteAdded{"Sent"});
  check_replays(running.state());

  Running other(policy, kDay);
  other.add(casework::CaseWithdrawn{"Raised twice"});
  CHECK(other.attempt(casework::CaseWithdrawn{"x"}).error().message.find("withdrawn") !=
        std::string::npos);
}

TEST_CASE("nothing can have happened later than now or before the concern") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const auto note = [&](Instant when) { return running.attempt(casework::NoteAdded{"x"}, when); };
  CHECK(message_for(note(Instant{running.now().ms + 1}), "occurred_at") ==
        "When it happened must be now or in the past");
  CHECK(message_for(note(at(date(2026, 3, 31), 23)), "occurred_at") ==
        "When it happened must be on or after 1 April 2026, the day the concern arose");
  CHECK(note(at(kDay, 0)).ok());
  CHECK(note(running.now())->recorded_at == running.now());
}

TEST_CASE("a case is decided under the policy it was raised under, and raised once") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  policy::Policy later = policy;
  later.hash = std::string(64, 'b');
  const Setting setting{later, holidays(), kTeacher, running.now()};
  CHECK(message_for(
            casework::decide(running.state(), setting, {casework::NoteAdded{"x"}, running.now()}),
            "policy_hash") == "This case is run under another version of the procedure");
  CHECK(message_for(running.attempt(opening(policy, kDay)), "") == "The case is already raised");
}
