// One small invented policy for each thing that the format can say
// (tests/data/policies/primitives): every one reads without a warning, and holds the value that it
// is about. What casework makes of them is tests/casework's.
#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "calendar/deadline.h"
#include "policy/warnings.h"
#include "policy_files.h"

namespace {

using calendar::Amount;
using calendar::Unit;
using policy::Policy;

const std::string kFolder = "tests/data/policies/primitives/";

std::set<std::string> files() {
  std::set<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(REPOSITORY_DIR) + "/" + kFolder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

const policy::Clock& clock_of(const Policy& policy, const std::string& id) {
  const policy::Clock* clock = policy.clock(id);
  REQUIRE_MESSAGE(clock, id);
  return *clock;
}

void several_conditional_clocks(const Policy& policy) {
  const policy::Stage& stage = policy.stages.at(0);
  REQUIRE(stage.clocks.size() == 4);
  CHECK(clock_of(policy, "raise").amount == Amount{2, Unit::kWorkingDays});
  CHECK_FALSE(clock_of(policy, "raise").only_if);
  CHECK(clock_of(policy, "reply").amount == Amount{3, Unit::kWorkingDays});
  CHECK(clock_of(policy, "reply").met_by == policy::MetBy::kReply);
  const policy::Clock& letter = clock_of(policy, "letter");
  CHECK(letter.amount == Amount{2, Unit::kWorkingDays});
  CHECK(letter.start == policy::StartEvent::kReplyReceived);
  CHECK(letter.only_if->outcome == policy::Outcome::kAgreed);
  CHECK(policy.duty(letter.met_by_duty)->only_if == letter.only_if);
  const policy::Clock& meeting = clock_of(policy, "meeting");
  CHECK(meeting.amount == Amount{5, Unit::kWorkingDays});
  CHECK(meeting.only_if->outcome == policy::Outcome::kNotAgreed);
  CHECK(meeting.met_by == policy::MetBy::kMeeting);
}

void silence(const Policy& policy) {
  const policy::Clock& answer = clock_of(policy, "answer");
  CHECK(answer.lapse == policy::Lapse::kMayEscalate);
  CHECK(answer.on_lapse.find("stage 2") != std::string::npos);
  CHECK(answer.start == policy::StartEvent::kNoticeSent);
  CHECK(answer.start_form == "challenge");
}

void budget(const Policy& policy) {
  REQUIRE(policy.budgets.size() == 2);
  CHECK(policy.budgets[0].stages == std::vector<std::string>{"stage-1", "stage-2"});
  CHECK(policy.budgets[0].clock.amount == Amount{5, Unit::kWorkingDays});
  CHECK(policy.budgets[0].clock.met_by == policy::MetBy::kStageEnded);
  CHECK(policy.budget("all-stages") == &policy.budgets[1]);
  CHECK(policy.budgets[1].stages.size() == 3);
  CHECK(policy.clock("all-stages") == &policy.budgets[1].clock);
  CHECK(policy.budget("talk-3") == nullptr);
}

void calendar_days_and_hours(const Policy& policy) {
  CHECK(clock_of(policy, "hours").amount == Amount{24, Unit::kHours});
  CHECK(clock_of(policy, "same-day").amount == Amount{0, Unit::kCalendarDays});
  CHECK(clock_of(policy, "same-working-day").amount == Amount{0, Unit::kWorkingDays});
  CHECK(clock_of(policy, "calendar-days").amount == Amount{7, Unit::kCalendarDays});
  CHECK(clock_of(policy, "working-week").amount == Amount{1, Unit::kWorkingWeeks});
  CHECK(clock_of(policy, "weeks").amount == Amount{2, Unit::kWeeks});
  CHECK(clock_of(policy, "month").amount == Amount{1, Unit::kMonths});
}

void priority_table(const Policy& policy) {
  REQUIRE(policy.priorities.size() == 3);
  CHECK(policy.priority("amber")->title == "Amber");
  CHECK(policy.priority("blue") == nullptr);
  CHECK(clock_of(policy, "red").only_if->priorities == std::vector<std::string>{"red"});
  CHECK(clock_of(policy, "urgent").only_if->priorities == std::vector<std::string>{"red", "amber"});
  CHECK(policy.duty("tell-head")->only_if->priorities == std::vector<std::string>{"red"});
}

void pre_stage(const Policy& policy) {
  CHECK(policy.stages.at(0).number == 0);
  CHECK(policy.stages.at(0).kind == policy::StageKind::kInternal);
  CHECK(policy.stages.at(1).number == 1);
  CHECK(clock_of(policy, "talk").start_stage == policy.stages.at(0).id);
}

void steps(const Policy& policy) {
  CHECK(policy.stage_word == "step");
  CHECK(policy.stages.at(1).label == "Step 2");
}

void no_clocks(const Policy& policy) {
  CHECK(policy.stages.size() == 3);
  for (const policy::Stage& stage : policy.stages) CHECK(stage.clocks.empty());
  CHECK(policy.budgets.empty());
  CHECK(policy.duties.empty());
  CHECK(policy.stage_word == "level");
}

void adults_and_themes(const Policy& policy) {
  CHECK(policy.subjects == std::vector<std::string>{"adult", "theme"});
  CHECK(policy.reach == std::vector<policy::Reach>{policy::Reach::kBetweenAgencies});
}

void base_policy(const Policy& policy) {
  CHECK(policy.base.empty());
  // What local-changes.json names is here to be changed.
  const base::Json local = policy_files::json_of(kFolder + "local-changes.json");
  CHECK(local.at("base") == policy.id);
  const base::Json& changes = local.at("changes");
  CHECK(policy.clock(changes.at("clocks").at(0).at("id").get<std::string>()));
  CHECK(policy.contact(changes.at("contacts").at(0).at("id").get<std::string>()));
  CHECK(policy.duty(changes.at("remove").at("duties").at(0).get<std::string>()));
  CHECK_FALSE(policy.duty(changes.at("duties").at(0).at("id").get<std::string>()));
}

void judge(const Policy& policy) {
  const policy::Judge& first = policy.stages.at(0).judge.value();
  REQUIRE(first.parties.size() == 1);
  CHECK(first.parties[0].role == "practitioner");
  CHECK(first.parties[0].side == policy::Party::Side::kConcerned);
  CHECK(first.cite.words == "resolved to the satisfaction of the person who raised it");
  CHECK(policy.stages.at(1).judge->parties.size() == 2);
}

void proxy(const Policy& policy) {
  CHECK_FALSE(policy.role("practitioner")->in_absence);
  CHECK(policy.role("manager")->in_absence->role.empty());
  CHECK(policy.role("lead")->in_absence->role == "manager");
  CHECK(policy.role("lead")->in_absence->text ==
        "Where an agency has no safeguarding lead its line manager acts.");
}

void stated_as(const Policy& policy) {
  const policy::Clock& talk = clock_of(policy, "talk");
  CHECK(talk.amount == Amount{2, Unit::kWorkingDays});
  CHECK(talk.stated_as == Amount{48, Unit::kHours});
  CHECK(calendar::in_words(*talk.stated_as) == "48 hours");
  CHECK(talk.cite.reading.starts_with("Two working days count"));
}

void several_starts(const Policy& policy) {
  const policy::Clock& earliest = clock_of(policy, "earliest");
  CHECK(earliest.start == policy::StartEvent::kConcernArose);
  CHECK(earliest.other_starts ==
        std::vector{policy::StartEvent::kCaseRaised, policy::StartEvent::kNoticeSent});
  CHECK(earliest.take == policy::TakeStart::kEarliest);
  CHECK(clock_of(policy, "latest").take == policy::TakeStart::kLatest);
  CHECK(clock_of(policy, "latest").other_starts == std::vector{policy::StartEvent::kMeetingHeld});
}

void exclusion_clock(const Policy& policy) {
  REQUIRE(policy.exclusions.size() == 3);
  CHECK(policy.exclusions[0].clock->amount == Amount{10, Unit::kWorkingDays});
  CHECK(policy.exclusions[1].clock->kind == policy::ClockKind::kImmediate);
  CHECK_FALSE(policy.exclusions[2].clock);
  CHECK(policy.clock("dissent") == &*policy.exclusions[0].clock);
}

void declared(const Policy& policy) {
  CHECK(clock_of(policy, "declared-1").kind == policy::ClockKind::kDeclared);
  CHECK(clock_of(policy, "declared-1").amount.count == 0);
  CHECK(clock_of(policy, "declared-2").amount == Amount{10, Unit::kWorkingDays});
}

void protective(const Policy& policy) {
  CHECK(clock_of(policy, "week").or_protective);
  CHECK(clock_of(policy, "over-all").or_protective);
  CHECK_FALSE(clock_of(policy, "plain").or_protective);
}

void uninvolved_chair(const Policy& policy) {
  CHECK_FALSE(policy.stages.at(0).meeting);
  CHECK(policy.stages.at(1).meeting->chair == policy::Meeting::Chair::kUninvolved);
  CHECK(policy.stages.at(1).outputs.size() == 2);
  CHECK(clock_of(policy, "meet").met_by == policy::MetBy::kMeeting);
}

void alternatives(const Policy& policy) {
  REQUIRE(policy.stages.at(1).alternatives.size() == 1);
  CHECK(policy.stages[1].alternatives[0].role == "designated-doctor");
  CHECK(policy.reach ==
        std::vector{policy::Reach::kBetweenAgencies, policy::Reach::kWithinAnAgency});
}

struct Primitive {
  std::string file;
  void (*check)(const Policy&);
};

const std::vector<Primitive> kPrimitives{
    {"several-conditional-clocks.json", several_conditional_clocks},
    {"silence.json", silence},
    {"budget.json", budget},
    {"calendar-days-and-hours.json", calendar_days_and_hours},
    {"priority-table.json", priority_table},
    {"pre-stage.json", pre_stage},
    {"steps.json", steps},
    {"no-clocks.json", no_clocks},
    {"adults-and-themes.json", adults_and_themes},
    {"base.json", base_policy},
    {"judge.json", judge},
    {"proxy.json", proxy},
    {"stated-as.json", stated_as},
    {"several-starts.json", several_starts},
    {"exclusion-clock.json", exclusion_clock},
    {"declared.json", declared},
    {"protective.json", protective},
    {"uninvolved-chair.json", uninvolved_chair},
    {"alternatives.json", alternatives},
};

}  // namespace

TEST_CASE("each primitive of the format has a policy that says it") {
  std::set<std::string> tested{"local-changes.json"};  // no policy by itself: base.json's
  for (const Primitive& primitive : kPrimitives) {
    INFO(primitive.file);
    tested.insert(primitive.file);
    primitive.check(policy_files::policy_of(kFolder + primitive.file));
  }
  CHECK(tested == files());
}

TEST_CASE("no primitive gives an administrator anything to look at") {
  for (const Primitive& primitive : kPrimitives) {
    const auto found = policy::warnings(policy_files::policy_of(kFolder + primitive.file),
                                        calendar::date(2026, 6, 1));
    CHECK_MESSAGE(found.empty(), primitive.file << ": " << base::joined(found, " "));
  }
}
