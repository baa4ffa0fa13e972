#include <optional>

#include "casework/invented.h"
#include "casework/next_steps.h"

using namespace invented;
using casework::OwedDuty;
using policy::DutyAction;
using policy::DutyMoment;

namespace {

const Date kDay = date(2026, 4, 1);

std::optional<OwedDuty> owed(const Running& running, const std::string& id,
                             const std::string& stage = "") {
  for (const OwedDuty& duty : casework::duties(running.state(), running.setting())) {
    if (duty.duty == id && duty.stage == stage) return duty;
  }
  return std::nullopt;
}

bool done(const Running& running, const std::string& id, const std::string& stage = "") {
  const auto duty = owed(running, id, stage);
  REQUIRE_MESSAGE(duty, id, " ", stage);
  return duty->done;
}

policy::Policy with_duties(std::vector<policy::Duty> duties) {
  policy::Policy policy = procedure();
  policy.duties = std::move(duties);
  return policy;
}

}  // namespace

TEST_CASE("a duty of every stage is owed anew at each") {
  const policy::Policy policy =
      with_duties({duty("tell", DutyMoment::kAtEveryStage),
                   duty("late", DutyMoment::kAtEveryStage, {"stage-2", "stage-3"})});
  Running running(policy, kDay);
  CHECK(!owed(running, "late", "stage-1"));
  CHECK(owed(running, "tell", "stage-1")->why == "At every stage");
  const Event event = running.tick("tell");
  CHECK(owed(running, "tell", "stage-1")->done_by_event == event.id);
  running.enter("stage-2");
  CHECK(!done(running, "tell", "stage-2"));
  CHECK(!owed(running, "tell", "stage-1"));
  CHECK(!done(running, "late", "stage-2"));
}

TEST_CASE("a duty on raising is owed once, whatever the stage") {
  const policy::Policy policy = with_duties({duty("raise", DutyMoment::kOnRaising)});
  Running running(policy, kDay);
  running.enter("stage-2");
  CHECK(owed(running, "raise")->why == "When the case is raised");
  running.tick("raise");
  running.enter("stage-3");
  CHECK(done(running, "raise"));
}

TEST_CASE("a duty on entry is owed where it is entered") {
  const policy::Policy policy = with_duties({duty("meet", DutyMoment::kOnEntry, {"stage-2"})});
  Running running(policy, kDay);
  CHECK(!owed(running, "meet", "stage-2"));
  running.enter("stage-2");
  CHECK(owed(running, "meet", "stage-2")->why == "On entering stage 2");
  running.tick("meet");
  CHECK(done(running, "meet", "stage-2"));
  running.enter("stage-3");
  CHECK(!owed(running, "meet", "stage-2"));
}

TEST_CASE(
    "a duty before entry is owed while that stage is next, and once it is entered without it") {
  const policy::Policy policy = with_duties({duty("warn", DutyMoment::kBeforeEntry, {"stage-3"})});
  Running running(policy, kDay);
  CHECK(!owed(running, "warn", "stage-3"));
  running.enter("stage-2");
  CHECK(owed(running, "warn", "stage-3")->why == "Before stage 3 is entered");
  CHECK(!done(running, "warn", "stage-3"));
  Running missed = running;
  running.tick("warn", "stage-3");
  running.enter("stage-3");
  CHECK(done(running, "warn", "stage-3"));
  missed.enter("stage-3");
  CHECK(!done(missed, "warn", "stage-3"));
}

TEST_CASE("a duty of the resolution is not owed before it") {
  const policy::Policy policy = with_duties({duty("confirm", DutyMoment::kOnResolution),
                                             duty("learn", DutyMoment::kAfterwards),
                                             duty("far", DutyMoment::kOnResolution, {"stage-3"})});
  Running running(policy, kDay);
  CHECK(casework::duties(running.state(), running.setting()).empty());
  Running withdrawn = running;
  running.resolve();
  CHECK(owed(running, "confirm")->why == "Because the case is resolved");
  CHECK(owed(running, "learn")->why == "After the case is resolved");
  CHECK(!owed(running, "far"));
  running.tick("learn");
  CHECK(done(running, "learn"));
  withdrawn.add(casework::CaseWithdrawn{"Raised twice"});
  CHECK(casework::duties(withdrawn.state(), withdrawn.setting()).empty());
}

TEST_CASE(
    "recording is done by a discussion at that stage, and is not owed when none can be recorded") {
  const policy::Policy policy =
      with_duties({duty("record", DutyMoment::kAtEveryStage, {}, DutyAction::kRecord),
                   duty("minute", DutyMoment::kOnResolution, {}, DutyAction::kRecord)});
  Running running(policy, kDay);
  CHECK(owed(running, "record", "stage-1")->needs_record);
  const Event talk = running.talk();
  CHECK(owed(running, "record", "stage-1")->done_by_event == talk.id);
  running.enter("stage-2");
  CHECK(!done(running, "record", "stage-2"));
  running.resolve();
  CHECK(!owed(running, "record", "stage-2"));
  CHECK(!owed(running, "minute")->needs_record);  // a closed case takes no discussion: it is ticked
  running.tick("minute");
  CHECK(done(running, "minute"));
}

TEST_CASE("a notice does the duty when it is issued where and when it is owed") {
  policy::Policy policy =
      with_duties({duty("each", DutyMoment::kAtEveryStage, {}, DutyAction::kNotice),
                   duty("before", DutyMoment::kBeforeEntry, {"stage-3"}, DutyAction::kNotice),
                   duty("entry", DutyMoment::kOnEntry, {"stage-3"}, DutyAction::kNotice),
                   duty("resolved", DutyMoment::kOnResolution, {}, DutyAction::kNotice)});
  policy.contacts = {{"north-post", "North", "n@lscp.example", "north", {}, "lscp"},
                     {"south-post", "South", "s@lscp.example", "south", {}, "lscp"}};
  policy.areas = {{"north", "North", ""}, {"south", "South", ""}};
  policy.duties[0].copy_to = "lscp";
  casework::CaseOpened fact = opening(policy, kDay);
  fact.area = "south";
  Running running(policy, fact, at(kDay));
  CHECK(owed(running, "each", "stage-1")->form == "notice");
  CHECK(owed(running, "each", "stage-1")->copy_to == "s@lscp.example");
  running.issue();
  CHECK(done(running, "each", "stage-1"));
  running.enter("stage-2");
  CHECK(!done(running, "each", "stage-2"));
  CHECK(!done(running, "before", "stage-3"));  // issued at stage 1, which does not lead to stage 3
  Running entered_without = running;
  running.issue();
  CHECK(done(running, "before", "stage-3"));
  running.enter("stage-3");
  CHECK(done(running, "entry", "stage-3"));
  running.resolve();
  CHECK(!done(running, "resolved"));  // the earlier notices do not count
  running.issue();
  CHECK(done(running, "resolved"));

  entered_without.enter("stage-3");
  CHECK(!done(entered_without, "before", "stage-3"));
  entered_without.issue();
  CHECK(done(entered_without, "before", "stage-3"));
}

TEST_CASE(
    "a notice from the stage that a later one was entered from directly counts as before entry") {
  const policy::Policy policy =
      with_duties({duty("before", DutyMoment::kBeforeEntry, {"stage-3"}, DutyAction::kNotice)});
  Running running(policy, kDay);
  running.issue();
  running.enter("stage-3");
  CHECK(done(running, "before", "stage-3"));
}

TEST_CASE("open duties come first, in the policy's order, with their dates") {
  policy::Policy policy =
      with_duties({duty("a", DutyMoment::kAtEveryStage), duty("b", DutyMoment::kOnRaising),
                   duty("c", DutyMoment::kAtEveryStage), duty("d", DutyMoment::kOnRaising)});
  policy.duties[1].clock = clock("b-clock", 2, policy::StartEvent::kCaseRaised);
  policy.duties[2].clock = clock("c-clock", 2, policy::StartEvent::kStageEntered);
  policy.duties[2].clock->kind = policy::ClockKind::kImmediate;
  policy.duties[3].by = policy::Party::Side::kPartnership;
  policy.duties[3].force = policy::Force::kShould;
  Running running(policy, kDay);
  running.tick("a");
  std::vector<std::string> order;
  for (const OwedDuty& duty : casework::duties(running.state(), running.setting()))
    order.push_back(duty.duty);
  CHECK(order == std::vector<std::string>{"b", "c", "d", "a"});
  CHECK(owed(running, "b")->clock->deadline.last_day == date(2026, 4, 7));
  CHECK(!owed(running, "c", "stage-1")->clock);
  CHECK(owed(running, "d")->by == policy::Party::Side::kPartnership);
  CHECK(owed(running, "d")->force == policy::Force::kShould);
  CHECK(owed(running, "d")->cite.words == "d");
}

TEST_CASE("learning is due from the last meeting of the stage that resolved it") {
  policy::Policy policy = with_duties({duty("learn", DutyMoment::kAfterwards, {"stage-3"})});
  policy.duties[0].clock = clock("month", 1, policy::StartEvent::kMeetingHeld);
  policy.duties[0].clock->amount.unit = calendar::Unit::kMonths;
  policy.duties[0].clock->met_by = policy::MetBy::kDutyDone;
  Running running(policy, kDay);
  running.talk();
  running.enter("stage-3");
  running.on(date(2026, 4, 30)).talk_on(date(2026, 4, 29));
  running.resolve();
  CHECK(owed(running, "learn")->clock->deadline.last_day == date(2026, 5, 29));
  const auto clocks = casework::clocks(running.state(), running.setting());
  CHECK(clocks.back().id == "month");
  CHECK(explained(running, clocks.back())
            .find("One month after the meeting was held on Wednesday 29 April 2026") == 0);
}

TEST_CASE("a duty's clock counts from a reply or from a notice of its stage") {
  policy::Policy policy = with_duties(
      {duty("answer", DutyMoment::kAtEveryStage), duty("file", DutyMoment::kAtEveryStage)});
  policy.duties[0].clock = clock("answer-in-time", 2, policy::StartEvent::kReplyReceived);
  policy.duties[1].clock = clock("file-in-time", 1, policy::StartEvent::kNoticeSent);
  policy.duties[1].clock->start_form = "notice";
  for (policy::Duty& each : policy.duties) each.clock->met_by = policy::MetBy::kDutyDone;
  Running running(policy, date(2026, 4, 13));
  CHECK(!owed(running, "answer", "stage-1")->clock);
  CHECK(!owed(running, "file", "stage-1")->clock);
  running.on(date(2026, 4, 14)).reply(false);
  CHECK(owed(running, "answer", "stage-1")->clock->deadline.last_day == date(2026, 4, 16));
  running.on(date(2026, 4, 15)).issue();
  CHECK(owed(running, "file", "stage-1")->clock->deadline.last_day == date(2026, 4, 16));
  running.on(date(2026, 4, 17)).enter("stage-2");
  CHECK(!owed(running, "answer", "stage-2")->clock);
}

TEST_CASE("a duty may be owed only at immediate risk, or only after one outcome") {
  policy::Policy policy = with_duties(
      {duty("ring", DutyMoment::kOnRaising), duty("confirm", DutyMoment::kAtEveryStage)});
  policy.duties[0].only_if = policy::Condition{true, std::nullopt, {}};
  policy.duties[1].only_if = policy::Condition{std::nullopt, policy::Outcome::kAgreed, {}};
  Running running(policy, kDay);
  CHECK(!owed(running, "ring"));
  CHECK(!owed(running, "confirm", "stage-1"));
  running.talk();
  CHECK(!owed(running, "confirm", "stage-1"));
  running.talk("A visit");
  CHECK(!done(running, "confirm", "stage-1"));
  running.tick("confirm");
  running.reply(false);
  CHECK(done(running, "confirm", "stage-1"));  // what was done stays done
  casework::CaseOpened fact = opening(policy, kDay);
  fact.immediate_risk = true;
  CHECK(owed(Running(policy, fact, at(kDay)), "ring"));
}
