// What the shipped procedures ask of people at the start and at the end of a case, whichever they
// are. Their paths are policy_walks_test.cpp's, their days deadline_tables_test.cpp's.
#include <set>

#include "casework/filled_in.h"
#include "casework/invented.h"
#include "policy/policy_files.h"

using namespace invented;
using casework::Step;
using casework::StepKind;

namespace {

std::vector<Step> steps_of(const Running& running) {
  return casework::next_steps(running.state(), running.setting());
}

}  // namespace

TEST_CASE("where a procedure has several areas, a case must say which") {
  size_t found = 0;
  for (const policy::Policy& policy : policy_files::shipped()) {
    if (policy.areas.size() < 2) continue;
    ++found;
    casework::CaseOpened fact = opening(policy, date(2026, 4, 1));
    fact.area = "";
    const auto refused =
        casework::open_case({policy, holidays(), kTeacher, at(date(2026, 4, 1))}, kCaseId, fact);
    CHECK(message_for(refused, "area") == "Select the area that the child lives in");
  }
  CHECK(found > 0);
}

TEST_CASE("where a procedure leaves the time to the parties, it is asked for after they spoke") {
  size_t found = 0;
  for (const policy::Policy& policy : policy_files::shipped()) {
    const auto& clocks = policy.stages[0].clocks;
    if (clocks.empty() || clocks[0].kind != policy::ClockKind::kAgreed) continue;
    ++found;
    CAPTURE(policy.id);
    Running running(policy, date(2026, 4, 1));
    CHECK(steps_of(running).front().kind == StepKind::kRecordDiscussion);
    running.talk();
    CHECK(steps_of(running).front().kind == StepKind::kAgreeTime);
    CHECK(steps_of(running).front().target == clocks[0].id);
    const auto latest =
        casework::latest_agreeable(running.state(), running.setting(), clocks[0].id);
    REQUIRE(latest);
    const casework::TimeAgreed later{"", clocks[0].id, calendar::plus_days(latest->last_day, 1),
                                     "Priya Shah", ""};
    const auto refused = running.attempt(later);
    CHECK(message_for(refused, "until").find(clocks[0].cite.words) != std::string::npos);
    CHECK(refused.error().expected == policy::in_words(clocks[0].cite, policy));
    running.agree(clocks[0].id, latest->last_day);
    CHECK(steps_of(running).front().kind == StepKind::kEnterStage);
    CHECK(casework::next_deadline(running.state(), running.setting())->deadline.last_day ==
          latest->last_day);
  }
  CHECK(found > 0);
}

TEST_CASE("where a procedure asks for a declared time, it is asked for first") {
  size_t found = 0;
  for (const policy::Policy& policy : policy_files::shipped()) {
    const auto& clocks = policy.stages[0].clocks;
    if (clocks.empty() || clocks[0].kind != policy::ClockKind::kDeclared) continue;
    ++found;
    CAPTURE(policy.id);
    Running running(policy, date(2026, 4, 1));
    CHECK(!casework::next_deadline(running.state(), running.setting()));
    CHECK(steps_of(running).front().kind == StepKind::kAgreeTime);
    running.add(casework::TimeAgreed{"", clocks[0].id, date(2026, 4, 10), "", ""});
    CHECK(casework::next_deadline(running.state(), running.setting())->deadline.last_day ==
          date(2026, 4, 10));
    CHECK(steps_of(running).front().kind == StepKind::kRecordDiscussion);
  }
  CHECK(found > 0);
}

TEST_CASE("a stage that begins with a notice is first asked for it") {
  std::string first;
  for (const policy::Policy& policy : policy_files::shipped()) {
    CAPTURE(policy.id);
    Running running(policy, date(2026, 4, 1));
    for (size_t i = 1; i < policy.stages.size(); ++i) {
      running.enter(policy.stages[i].id);
      const Step step = steps_of(running).front();
      if (step.kind == StepKind::kIssueNotice) first += policy.id + " " + step.target + "\n";
    }
  }
  // Pan-Sussex's last stage also begins with one; before it, a time is stated there.
  CHECK(first ==
        "berkshire-west partnership-referral\nessex-set-2009 written-report\n"
        "essex-set-2009 written-account\nhips-2024 partnership-referral\n"
        "pan-berkshire report-to-partners\n");
}

TEST_CASE("a resolved case is asked first for the notice that the procedure owes") {
  size_t found = 0;
  for (const policy::Policy& policy : policy_files::shipped()) {
    CAPTURE(policy.id);
    Running running(policy, date(2026, 4, 1));
    running.talk("A visit");
    running.resolve();
    for (const auto& owed : casework::duties(running.state(), running.setting())) {
      if (owed.form.empty() || owed.done) continue;
      ++found;
      const Step first = steps_of(running).front();
      CHECK(first.kind == StepKind::kIssueNotice);
      CHECK(first.suggested);
      const auto notice = running.add(invented::filled_in(*policy.form(owed.form)));
      for (const auto& done : casework::duties(running.state(), running.setting())) {
        if (done.duty == owed.duty) CHECK(done.done_by_event == notice.id);
      }
      break;
    }
  }
  CHECK(found > 0);
}
