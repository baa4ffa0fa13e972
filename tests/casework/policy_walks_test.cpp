// Every procedure of the folder's index, and every invented one, walked: from each way in, over
// each way on, to each end, in several manners. Each step is one that next_steps() or duties()
// offered, goes through decide(), and is replayed.
#include <filesystem>
#include <set>

#include "casework/filled_in.h"
#include "casework/invented.h"
#include "policy/policy_files.h"

using namespace invented;
using casework::CaseStatus;
using casework::Step;
using casework::StepKind;

namespace {

// What happens at a stage before it is left.
enum class Manner { kSilent, kDisagreeing, kAgreeing };

struct Seen {
  std::set<std::string> reached, resolved, withdrawn, opened_at;
  std::set<std::pair<std::string, std::string>> entered;
  std::set<std::string> entered_directly;
};

class Walk {
 public:
  Walk(const policy::Policy& policy, Manner manner, Seen& seen)
      : policy_(policy), manner_(manner), seen_(seen) {}

  void from(const casework::CaseOpened& fact) {
    Running running(policy_, fact, at(date(2026, 3, 31), 10));
    std::vector<Event> replayed = {reread(running.state().events.front())};
    seen_.opened_at.insert(fact.first_stage);
    at_stage(std::move(running), std::move(replayed), {});
  }

 private:
  using Stages = std::vector<std::string>;

  void at_stage(Running running, std::vector<Event> replayed, Stages path) {
    const std::string here = running.state().stage();
    CAPTURE(here);
    seen_.reached.insert(here);
    path.push_back(here);
    look_at(running);
    if (manner_ != Manner::kSilent) do_everything(running, replayed);
    for (const Step& step : steps_of(running)) {
      const bool moves =
          step.kind == StepKind::kEnterStage || step.kind == StepKind::kEnterDirectly;
      const bool closes = step.kind == StepKind::kResolve || step.kind == StepKind::kWithdraw;
      if (!moves && !closes) continue;
      if (moves && std::find(path.begin(), path.end(), step.target) != path.end()) {
        seen_.entered.insert({here, step.target});  // back to where the path came from
        CHECK(running.attempt(taken(step, running)).ok());
        continue;
      }
      Running next = running;
      std::vector<Event> events = replayed;
      next.on(Instant{running.now().ms + kStep});
      take(next, events, taken(step, next));
      if (moves) {
        CHECK(next.state().stage() == step.target);
        seen_.entered.insert({here, step.target});
        if (step.kind == StepKind::kEnterDirectly) seen_.entered_directly.insert(step.target);
        at_stage(std::move(next), std::move(events), path);
      } else {
        auto& ended = step.kind == StepKind::kResolve ? seen_.resolved : seen_.withdrawn;
        ended.insert(here);
        CHECK(!next.state().is_open());
        if (manner_ != Manner::kSilent) do_everything(next, events);
      }
    }
  }

  // Each thing that is offered besides moving on, once, and what else is owed.
  void do_everything(Running& running, std::vector<Event>& replayed) {
    std::set<std::pair<int, std::string>> done;
    for (bool more = true; more;) {
      more = false;
      for (const Step& step : steps_of(running)) {
        if (step.kind == StepKind::kEnterStage || step.kind == StepKind::kEnterDirectly ||
            step.kind == StepKind::kResolve || step.kind == StepKind::kWithdraw) {
          continue;
        }
        if (!done.insert({static_cast<int>(step.kind), step.target}).second) continue;
        take(running, replayed, taken(step, running));
        more = true;
        break;
      }
    }
    for (const auto& duty : casework::duties(running.state(), running.setting())) {
      if (duty.done || !duty.form.empty() || duty.needs_record) continue;
      take(running, replayed, casework::DutyDone{duty.duty, duty.stage, "Done"});
    }
  }

  void take(Running& running, std::vector<Event>& replayed, Payload payload) {
    const std::string kind = casework::type_name(payload);
    CAPTURE(kind);
    replayed.push_back(reread(running.add(std::move(payload))));
    const auto folded = casework::fold(replayed);
    REQUIRE(folded.ok());
    CHECK(all_of(*folded) == all_of(running.state()));
    CHECK(running.state().conflicts.empty());
    look_at(running);
  }

  // Everything that people are shown holds together.
  void look_at(const Running& running) const {
    const casework::Setting setting = running.setting();
    for (const auto& clock : casework::clocks(running.state(), setting)) {
      CHECK(policy_.clock(clock.id));
      CHECK(explained(running, clock).find("Source: ") != std::string::npos);
      CHECK(explained(running, clock).find(clock.cite.words) != std::string::npos);
      CHECK(!casework::status_in_words(clock, setting).empty());
      CHECK(clock.deadline.last_day.ok());
    }
    for (const auto& rung : casework::ladder(running.state(), setting).rungs) {
      CHECK(policy_.stage(rung.stage));
      CHECK(rung.entered >= setting.now);
      if (rung.deadline) CHECK(policy_.clock(rung.clock));
    }
    for (const auto& duty : casework::duties(running.state(), setting)) {
      CHECK(policy_.duty(duty.duty));
      CHECK(!duty.why.empty());
    }
  }

  std::vector<Step> steps_of(const Running& running) const {
    std::vector<Step> steps = casework::next_steps(running.state(), running.setting());
    CHECK(!steps.empty());
    for (const Step& step : steps) {
      CHECK(!step.label.empty());
      CHECK(!step.why.empty());
    }
    return steps;
  }

  // The fact that taking a step records.
  Payload taken(const Step& step, const Running& running) const {
    const Date today = calendar::uk_date(running.now());
    const bool agreeing = manner_ == Manner::kAgreeing;
    switch (step.kind) {
      case StepKind::kRecordDiscussion:
        return casework::DiscussionRecorded{
            step.target,  today,          std::string(casework::kMeetingChannel),
            "Priya Shah", "What we said", agreeing ? "A visit" : ""};
      case StepKind::kRecordReply:
        return Running::reply_on(today, agreeing);
      case StepKind::kAgreeTime:
        return casework::TimeAgreed{"", step.target, today, "Priya Shah", ""};
      case StepKind::kEnterStage:
      case StepKind::kEnterDirectly:
        return casework::StageEntered{step.target, "", false, "It was not resolved."};
      case StepKind::kIssueNotice:
        return invented::filled_in(*policy_.form(step.target));
      case StepKind::kResolve:
        return casework::CaseResolved{step.target, "A plan", "Priya Shah", true, ""};
      case StepKind::kWithdraw:
        return casework::CaseWithdrawn{"Raised twice"};
      case StepKind::kAddNote:
        break;
    }
    return casework::NoteAdded{"A note"};
  }

  static constexpr int64_t kStep = 26 * 60 * 60 * 1000;  // the next day, two hours later

  const policy::Policy& policy_;
  Manner manner_;
  Seen& seen_;
};

// Each way in: at the first stage and at each that may be entered directly; under each priority.
Seen walked(const policy::Policy& policy) {
  std::set<std::string> ways_in = {policy.stages.front().id};
  for (const auto& entry : policy.risk.direct_entry) {
    ways_in.insert(entry.stages.begin(), entry.stages.end());
  }
  std::vector<std::string> priorities;
  for (const policy::Priority& priority : policy.priorities) priorities.push_back(priority.id);
  if (priorities.empty()) priorities.push_back("");
  Seen seen;
  for (const std::string& first : ways_in) {
    for (const std::string& priority : priorities) {
      for (const Manner manner : {Manner::kSilent, Manner::kDisagreeing, Manner::kAgreeing}) {
        casework::CaseOpened fact = opening(policy, date(2026, 3, 30));
        fact.first_stage = first;
        fact.priority = priority;
        fact.immediate_risk = first != policy.stages.front().id || manner == Manner::kAgreeing;
        if (first != policy.stages.front().id) fact.direct_reason = "It cannot wait.";
        Walk(policy, manner, seen).from(fact);
      }
    }
  }
  return seen;
}

void check_walks(const policy::Policy& policy) {
  CAPTURE(policy.id);
  const Seen seen = walked(policy);
  CHECK(seen.reached.size() == policy.stages.size());
  CHECK(seen.withdrawn.size() == policy.stages.size());
  for (size_t i = 0; i < policy.stages.size(); ++i) {
    const policy::Stage& stage = policy.stages[i];
    CAPTURE(stage.id);
    CHECK(seen.resolved.count(stage.id) == (stage.may_resolve ? 1 : 0));
    for (const std::string& next : stage.next) CHECK(seen.entered.count({stage.id, next}) == 1);
  }
  for (const auto& entry : policy.risk.direct_entry) {
    for (const std::string& stage : entry.stages) {
      CAPTURE(stage);
      CHECK(seen.opened_at.count(stage) == 1);
      // From an earlier stage that does not lead there anyway.
      const auto& first = policy.stages.front();
      const bool is_next =
          std::find(first.next.begin(), first.next.end(), stage) != first.next.end();
      if (stage != first.id && !is_next) CHECK(seen.entered_directly.count(stage) == 1);
    }
  }
}

}  // namespace

TEST_CASE("every stage of every shipped procedure is walked to every end, and replays") {
  for (const policy::Policy& policy : policy_files::shipped()) check_walks(policy);
}

TEST_CASE("every stage of every invented procedure is walked to every end, and replays") {
  size_t walked = 0;
  const std::string folder = "tests/data/policies/primitives";
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(REPOSITORY_DIR) + "/" + folder)) {
    const std::string path = folder + "/" + entry.path().filename().string();
    const std::string text = read_text(path);
    if (text.find("\"changes\"") != std::string::npos) continue;  // not a whole policy
    check_walks(policy_files::policy_of(path));
    ++walked;
  }
  CHECK(walked > 10);
}
