// The shipped procedures, run: every stage walked to every end, and the timescales that people will
// meet.
#include <deque>
#include <set>

#include "casework/invented.h"
#include "casework/next_steps.h"
#include "policy/read.h"

using namespace invented;
using casework::ClockStatus;
using casework::Step;
using casework::StepKind;

namespace {

policy::Policy shipped(const std::string& file) {
  auto read = policy::read_policy(read_text("policies/" + file), file);
  if (!read) FAIL(base::describe(read.error()));
  return *read;
}

std::vector<policy::Policy> all_shipped() {
  auto index = policy::read_index(read_text("policies/index.json"), "index.json");
  REQUIRE(index.ok());
  std::vector<policy::Policy> policies;
  for (const std::string& file : index->policies) policies.push_back(shipped(file));
  return policies;
}

casework::NoticeIssued filled_in(const policy::Form& form) {
  casework::NoticeIssued notice{form.id, "", {}, ""};
  for (const policy::FormField& field : form.fields) {
    switch (field.type) {
      case policy::FieldType::kChoiceOfMany:
        notice.answers[field.id] = field.options;
        break;
      case policy::FieldType::kYesNo:
        notice.answers[field.id] = {"Yes"};
        break;
      case policy::FieldType::kDate:
        notice.answers[field.id] = {"2026-04-08"};
        break;
      case policy::FieldType::kEmail:
        notice.answers[field.id] = {"a@b.example"};
        break;
      case policy::FieldType::kText:
      case policy::FieldType::kLongText:
        notice.answers[field.id] = {"What happened"};
    }
  }
  return notice;
}

// The fact that taking a step records.
Payload taken(const Step& step, const Running& running, const policy::Policy& policy) {
  const Date today = calendar::uk_date(running.now());
  switch (step.kind) {
    case StepKind::kRecordDiscussion:
      return casework::DiscussionRecorded{step.target,  today,           "Meeting",
                                          "Priya Shah", "We disagreed.", ""};
    case StepKind::kAgreeTime:
      return casework::TimeAgreed{"", step.target, today, "Priya Shah", ""};
    case StepKind::kEnterStage:
    case StepKind::kEnterDirectly:
      return casework::StageEntered{step.target, "", false, "It was not resolved."};
    case StepKind::kIssueNotice:
      return filled_in(*policy.form(step.target));
    case StepKind::kResolve:
      return casework::CaseResolved{step.target, "A plan", "Priya Shah", true, ""};
    case StepKind::kWithdraw:
      return casework::CaseWithdrawn{"Raised twice"};
    case StepKind::kAddNote:
      break;
  }
  return casework::NoteAdded{"A note"};
}

// What is open now and what is still owed: two cases with the same outlook go on in the same ways.
std::string outlook(const Running& running) {
  std::string text =
      running.state().stage() + std::to_string(static_cast<int>(running.state().status));
  for (const auto& step : casework::next_steps(running.state(), running.setting()))
    text += "|" + step.label;
  for (const auto& duty : casework::duties(running.state(), running.setting())) {
    text += "|" + duty.duty + "@" + duty.stage + (duty.done ? "+" : "-");
  }
  return text;
}

// Every way on from a case: the steps offered, each stage entered at once, each duty ticked.
std::vector<Payload> ways_on(const Running& running, const policy::Policy& policy) {
  std::vector<Payload> ways;
  for (const Step& step : casework::next_steps(running.state(), running.setting())) {
    ways.push_back(taken(step, running, policy));
  }
  for (const auto& duty : casework::duties(running.state(), running.setting())) {
    if (!duty.done && duty.form.empty() && !duty.needs_record) {
      ways.push_back(casework::DutyDone{duty.duty, duty.stage, ""});
      break;  // in the order of the list: the state space stays small
    }
  }
  if (!running.state().is_open()) return ways;
  for (const policy::Stage& stage : policy.stages) {
    if (stage.id > running.state().stage()) {
      ways.push_back(casework::StageEntered{stage.id, "", false, "It cannot wait."});
    }
  }
  return ways;
}

}  // namespace

TEST_CASE(
    "every stage of every shipped procedure is walked to every end, and replays to the same case") {
  for (const policy::Policy& policy : all_shipped()) {
    CAPTURE(policy.id);
    std::set<std::string> seen;
    std::set<std::string> resolved_at;
    std::set<std::string> withdrawn_at;
    std::deque<Running> open = {Running(policy, date(2026, 4, 8))};
    while (!open.empty() && seen.size() < 600) {
      const Running running = std::move(open.front());
      open.pop_front();
      for (Payload& payload : ways_on(running, policy)) {
        Running next = running;
        next.add(std::move(payload));
        const Case& state = next.state();
        if (state.status == casework::CaseStatus::kResolved) resolved_at.insert(state.stage());
        if (state.status == casework::CaseStatus::kWithdrawn) withdrawn_at.insert(state.stage());
        CHECK(state.conflicts.empty());
        if (!seen.insert(outlook(next)).second) continue;
        check_replays(state);
        casework::clocks(state, next.setting());
        casework::ladder(state, next.setting());
        open.push_back(std::move(next));
      }
    }
    CHECK(open.empty());
    CHECK(resolved_at.size() == policy.stages.size());
    CHECK(withdrawn_at.size() == policy.stages.size());
  }
}

TEST_CASE("every clock and duty of the shipped procedures explains itself from its source") {
  for (const policy::Policy& policy : all_shipped()) {
    CAPTURE(policy.id);
    Running running(policy, date(2026, 4, 1));
    for (size_t i = 0; i < policy.stages.size(); ++i) {
      if (i > 0) running.enter(policy.stages[i].id);
      const auto clocks = casework::clocks_of_passage(running.state(), running.setting(),
                                                      running.state().passages.size() - 1);
      CHECK(!clocks.empty());
      for (const auto& clock : clocks) {
        CHECK(clock.explanation.find("Source: ") != std::string::npos);
        CHECK(clock.explanation.find(clock.cite.words) != std::string::npos);
      }
      for (const auto& step : casework::next_steps(running.state(), running.setting()))
        CHECK(!step.why.empty());
    }
  }
}

TEST_CASE("a HIPS case of Easter 2026 that nobody answers lapses through all five stages") {
  const policy::Policy policy = shipped("hips-2024.json");
  // Good Friday is 3 April 2026, Easter Monday 6 April. Each stage has two working days and is left
  // on the working day after its last.
  struct Lapse {
    const char* stage;
    Date counts_from;
    Date due;  // counted by hand
    Date left;
  };
  const std::vector<Lapse> lapses = {
      // Wed 1 is day 0; Thu 2 = 1; Fri 3 Good Friday, Sat 4, Sun 5, Mon 6 Easter Monday; Tue 7 = 2
      {"stage-1", date(2026, 4, 1), date(2026, 4, 7), date(2026, 4, 8)},
      // Wed 8 is day 0; Thu 9 = 1; Fri 10 = 2. Left on Mon 13: Sat 11, Sun 12
      {"stage-2", date(2026, 4, 8), date(2026, 4, 10), date(2026, 4, 13)},
      // Mon 13 is day 0; Tue 14 = 1; Wed 15 = 2
      {"stage-3", date(2026, 4, 13), date(2026, 4, 15), date(2026, 4, 16)},
      // Thu 16 is day 0; Fri 17 = 1; Sat 18, Sun 19; Mon 20 = 2
      {"stage-4", date(2026, 4, 16), date(2026, 4, 20), date(2026, 4, 21)},
      // Tue 21 is day 0; Wed 22 = 1; Thu 23 = 2
      {"stage-5", date(2026, 4, 21), date(2026, 4, 23), date(2026, 4, 24)},
  };
  Running running(policy, date(2026, 4, 1));
  for (size_t i = 0; i < lapses.size(); ++i) {
    const Lapse& lapse = lapses[i];
    CAPTURE(lapse.stage);
    CHECK(running.state().stage() == lapse.stage);
    const auto current = [&] {
      const auto next = casework::next_deadline(casework::clocks_of_passage(
          running.state(), running.setting(), running.state().passages.size() - 1));
      REQUIRE(next);
      return *next;
    };
    running.on(lapse.counts_from, 17);
    CHECK(current().status == ClockStatus::kRunning);
    CHECK(current().deadline.last_day == lapse.due);
    CHECK(!current().deadline.provisional);
    running.on(lapse.due, 23);
    CHECK(current().status == ClockStatus::kDueToday);
    running.on(lapse.left);
    CHECK(current().status == ClockStatus::kOverdue);
    CHECK(casework::status_in_words(current(), running.setting()).find("1 working day overdue") ==
          0);
    check_replays(running.state());
    if (i + 1 == lapses.size()) break;
    const Step step = casework::next_steps(running.state(), running.setting()).front();
    CHECK(step.kind == StepKind::kEnterStage);
    CHECK(step.target == lapses[i + 1].stage);
    CHECK(step.suggested);
    running.enter(step.target);
  }
  // Stage 5 is kept by the e-mail to the partnership, here a day late.
  running.add(filled_in(*policy.form("partnership-referral")));
  const auto clocks = casework::clocks_of_passage(running.state(), running.setting(), 4);
  REQUIRE(clocks.size() == 1);
  CHECK(clocks[0].status == ClockStatus::kMetLate);
}

TEST_CASE("the HIPS ladder from Wednesday 1 April 2026") {
  const policy::Policy policy = shipped("hips-2024.json");
  Running running(policy, date(2026, 4, 1));
  const auto first = casework::next_deadline(running.state(), running.setting());
  REQUIRE(first);
  CHECK(first->deadline.last_day == date(2026, 4, 7));
  CHECK(first->explanation.find("so it ends at the end of Tuesday 7 April 2026. Source: ") !=
        std::string::npos);
  std::vector<Date> days;
  for (const auto& rung : casework::ladder(running.state(), running.setting())) {
    days.push_back(rung.deadline.last_day);
  }
  // Each stage on its last day: 7 → Wed 8, Thu 9; → Fri 10, Mon 13; → Tue 14, Wed 15; → Thu 16, Fri
  // 17
  CHECK(days == std::vector<Date>{date(2026, 4, 9), date(2026, 4, 13), date(2026, 4, 15),
                                  date(2026, 4, 17)});
}

TEST_CASE("a HIPS case must say whose partnership it is") {
  const policy::Policy policy = shipped("hips-2024.json");
  casework::CaseOpened fact = opening(policy, date(2026, 4, 1));
  fact.area = "";
  const auto refused =
      casework::open_case({policy, holidays(), kTeacher, at(date(2026, 4, 1))}, kCaseId, fact);
  CHECK(message_for(refused, "area") == "Select the area that the child lives in");
}

TEST_CASE("Trafford: ten working days may be agreed and twelve may not") {
  const policy::Policy policy = shipped("trafford-tssp.json");
  Running running(policy, date(2026, 4, 1));
  const std::string clock = policy.stages[0].clocks[0].id;
  const auto agree = [&](Date until) {
    return running.attempt(casework::TimeAgreed{"", clock, until, "Priya Shah", ""});
  };
  // Wed 1 April is day 0; Thu 2 = 1; Tue 7 = 2, Wed 8, Thu 9, Fri 10 = 5; Mon 13 = 6 … Fri 17 = 10;
  // Mon 20 = 11, Tue 21 = 12.
  const auto twelve = agree(date(2026, 4, 21));
  const std::string message = message_for(twelve, "until");
  CHECK(message.find("The date agreed must be on or before Friday 17 April 2026, which is ten "
                     "working days after "
                     "stage 1 was entered. Source: ") == 0);
  CHECK(message.find("Each stage should not exceed 10 working days") != std::string::npos);
  CHECK(twelve.error().expected == policy::in_words(policy.stages[0].clocks[0].cite, policy));
  CHECK(!agree(date(2026, 4, 18)).ok());
  CHECK(agree(date(2026, 4, 17)).ok());
  running.agree(clock, date(2026, 4, 17));
  const auto next = casework::next_deadline(running.state(), running.setting());
  REQUIRE(next);
  CHECK(next->deadline.last_day == date(2026, 4, 17));
}

TEST_CASE("Trafford: from the first stage to the notice") {
  const policy::Policy policy = shipped("trafford-tssp.json");
  Running running(policy, date(2026, 4, 1));
  const auto first = [&] {
    return casework::next_steps(running.state(), running.setting()).front().label;
  };
  CHECK(first() == "Record the discussion");
  running.talk();
  CHECK(first() == "Agree a time for stage 1");
  running.agree(policy.stages[0].clocks[0].id, date(2026, 4, 10));
  CHECK(first() == "Move to stage 2: Line manager to line manager");
  std::set<std::string> all;
  for (const Step& step : casework::next_steps(running.state(), running.setting()))
    all.insert(step.label);
  CHECK(all.count("Go straight to stage 3") == 1);
  CHECK(all.count("Go straight to stage 4") == 1);
  running.enter("stage-2");
  running.enter("stage-3");
  running.resolve();
  CHECK(first() == "Complete the Outcome Resolution Notice");
  const auto notice = running.add(filled_in(policy.forms.front()));
  for (const auto& duty : casework::duties(running.state(), running.setting())) {
    if (duty.duty != "complete-notice") continue;
    CHECK(duty.done_by_event == notice.id);
    CHECK(!duty.copy_to.empty());
  }
}
