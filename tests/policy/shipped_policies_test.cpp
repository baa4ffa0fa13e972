// What the two shipped policies hold, counted from their sources: a rule that falls out of the data
// is found here.
#include "policy_files.h"

namespace {

using policy::ClockKind;
using policy::DutyAction;
using policy::DutyMoment;
using policy::Policy;
using policy::StartEvent;

std::vector<std::string> labels(const policy::Form& form) {
  std::vector<std::string> all;
  for (const policy::FormField& field : form.fields) all.push_back(field.label);
  return all;
}

std::vector<std::string> duty_ids(const Policy& policy, DutyMoment when) {
  std::vector<std::string> all;
  for (const policy::Duty& duty : policy.duties) {
    if (duty.when == when) all.push_back(duty.id);
  }
  return all;
}

using Ids = std::vector<std::string>;
const calendar::Amount kTwoWorkingDays{2, calendar::Unit::kWorkingDays};
const calendar::Amount kTenWorkingDays{10, calendar::Unit::kWorkingDays};

}  // namespace

TEST_CASE("every citation of a shipped policy quotes the operative words") {
  for (const std::string file : {"policies/hips-2024.json", "policies/trafford-tssp.json"}) {
    size_t count = 0;
    const auto walk = [&](const auto& self, const base::Json& value) -> void {
      if (value.is_object() && value.contains("place")) {
        ++count;
        CHECK_MESSAGE(value.contains("words"), value.dump());
      }
      if (value.is_structured()) {
        for (const base::Json& part : value) self(self, part);
      }
    };
    walk(walk, policy_files::json_of(file));
    CHECK(count > 50);
  }
}

TEST_CASE("HIPS 2024: five stages, each of two working days") {
  const Policy hips = policy_files::policy_of("policies/hips-2024.json");
  REQUIRE(hips.stages.size() == 5);
  for (size_t i = 0; i < 5; ++i) {
    CAPTURE(i);
    const policy::Stage& stage = hips.stages[i];
    CHECK(stage.number == static_cast<int>(i) + 1);
    REQUIRE(stage.clocks.size() == 1);
    CHECK(stage.clocks[0].kind == ClockKind::kFixed);
    CHECK(stage.clocks[0].amount == kTwoWorkingDays);
    CHECK(stage.clocks[0].force == policy::Force::kIndicative);
    CHECK(stage.clocks[0].start == (i == 0 ? StartEvent::kConcernArose : StartEvent::kStageEnded));
    CHECK(stage.next == (i == 4 ? Ids{} : Ids{"stage-" + std::to_string(i + 2)}));
    CHECK(stage.may_resolve);
  }
  CHECK(hips.stages[0].kind == policy::StageKind::kInternal);
  CHECK(hips.stages[0].with[0].side == policy::Party::Side::kConcerned);
  CHECK(hips.stages[1].with[0].role == "practitioner");
  CHECK(hips.stages[2].speaks[0].role == "line-manager");
  CHECK(hips.stages[3].speaks[0].role == "head-of-service");
  CHECK(hips.stages[4].kind == policy::StageKind::kPartnership);
  CHECK(hips.stages[4].with.size() == 3);
  CHECK(hips.stages[4].clocks[0].met_by_duty == "refer-to-partnership");
  CHECK(hips.risk.direct_entry.empty());
}

TEST_CASE("HIPS 2024: scope") {
  const Policy hips = policy_files::policy_of("policies/hips-2024.json");
  CHECK(hips.tests.size() == 3);
  REQUIRE(hips.exclusions.size() == 3);
  CHECK(hips.exclusions[0].id == "child-protection-conference");
  CHECK(hips.exclusions[1].id == "systemic-issues");
  CHECK(hips.exclusions[2].id == "complaint");
}

TEST_CASE("HIPS 2024: four partnerships, each with its mailbox") {
  const Policy hips = policy_files::policy_of("policies/hips-2024.json");
  REQUIRE(hips.areas.size() == 4);
  REQUIRE(hips.contacts.size() == 4);
  CHECK(hips.contact_for("lscp", "hampshire")->email == "hscp@hants.gov.uk");
  CHECK(hips.contact_for("lscp", "isle-of-wight")->email == "scp@iow.gov.uk");
  CHECK(hips.contact_for("lscp", "portsmouth")->email == "pscp@portsmouth.gov.uk");
  CHECK(hips.contact_for("lscp", "southampton")->email ==
        "Safeguarding.partnershipsteam@southampton.gov.uk");
  CHECK(hips.form("partnership-referral")->send_to == "lscp");
}

TEST_CASE("HIPS 2024: duties") {
  const Policy hips = policy_files::policy_of("policies/hips-2024.json");
  CHECK(duty_ids(hips, DutyMoment::kAtEveryStage) == Ids{"document-discussion", "share-decisions",
                                                         "keep-practitioner-informed",
                                                         "record-on-child-file"});
  CHECK(duty_ids(hips, DutyMoment::kBeforeEntry) == Ids{"tell-line-manager"});
  CHECK(duty_ids(hips, DutyMoment::kOnEntry) == Ids{"refer-to-heads-of-service",
                                                    "refer-to-partnership", "contact-members",
                                                    "arrange-resolution-meeting"});
  CHECK(duty_ids(hips, DutyMoment::kOnResolution) ==
        Ids{"feed-back-to-practitioners", "feed-back-to-heads-of-service", "confirm-outcome"});
  CHECK(hips.duty("feed-back-to-practitioners")->stages == Ids{"stage-3", "stage-4"});
  CHECK(hips.duty("feed-back-to-practitioners")->clock->kind == ClockKind::kImmediate);
  const policy::Duty& learning = *hips.duty("share-learning");
  CHECK(learning.when == DutyMoment::kAfterwards);
  CHECK(learning.clock->amount == calendar::Amount{1, calendar::Unit::kMonths});
  CHECK(learning.clock->start == StartEvent::kMeetingHeld);
}

TEST_CASE("HIPS 2024: the seven questions and the prompts") {
  const Policy hips = policy_files::policy_of("policies/hips-2024.json");
  const policy::Form& questions = *hips.form("structuring-your-concerns");
  CHECK(questions.kind == policy::Form::Kind::kTemplate);
  CHECK(labels(questions) ==
        Ids{"What is the decision or practice that is of concern and why?",
            "What impact is this likely to have on the child/ren? And why? Are there factors that "
            "might mitigate?",
            "What are indicators of need/risk for the child considering the threshold guidance for "
            "the local "
            "area?",
            "Has all relevant information been shared with the decision maker?",
            "Is there any additional information that is needed? The roles and responsibilities of "
            "an agency, the "
            "criteria for a service for example? Who can support you in finding this information?",
            "What are the outcomes you are seeking for the child?", "What are your next steps"});
  CHECK(hips.form("outcome-confirmation")->offered_on_resolution);
  CHECK(hips.form("partnership-referral")->fields.size() == 3);

  REQUIRE(hips.prompts.size() == 4);
  CHECK(hips.prompts[0].prompts.size() == 7);
  CHECK(hips.prompts[1].prompts.size() == 7);
  CHECK(hips.prompts[2].prompts.size() == 13);
  CHECK(hips.prompts[3].heading == "Plan to follow up");
  CHECK(hips.prompt_values.size() == 8);
}

TEST_CASE("Trafford TSSP: four stages, the time agreed and at most ten working days each") {
  const Policy trafford = policy_files::policy_of("policies/trafford-tssp.json");
  REQUIRE(trafford.stages.size() == 4);
  for (const policy::Stage& stage : trafford.stages) {
    CAPTURE(stage.id);
    REQUIRE(stage.clocks.size() == 1);
    CHECK(stage.clocks[0].kind == ClockKind::kAgreed);
    CHECK(stage.clocks[0].amount == kTenWorkingDays);
    CHECK(stage.clocks[0].start == StartEvent::kStageEntered);
    CHECK(stage.clocks[0].met_by == policy::MetBy::kStageEnded);
  }
  CHECK(trafford.stages[0].kind == policy::StageKind::kInformal);
  CHECK(trafford.stages[1].kind == policy::StageKind::kInformal);
  CHECK(trafford.stages[2].kind == policy::StageKind::kFormal);
  CHECK(trafford.stages[3].kind == policy::StageKind::kPartnership);
  CHECK(trafford.stages[3].with[0].role == "independent-advisor");
  REQUIRE(trafford.risk.direct_entry.size() == 1);
  CHECK(trafford.risk.direct_entry[0].stages == Ids{"stage-3", "stage-4"});
  CHECK(trafford.disagreements.size() == 8);
}

TEST_CASE("Trafford TSSP: duties, and the copy to the business manager") {
  const Policy trafford = policy_files::policy_of("policies/trafford-tssp.json");
  CHECK(duty_ids(trafford, DutyMoment::kAtEveryStage) ==
        Ids{"discuss-with-safeguarding-lead", "keep-record"});
  CHECK(trafford.duty("keep-record")->action == DutyAction::kRecord);
  CHECK(duty_ids(trafford, DutyMoment::kOnEntry) == Ids{"tell-lead-professional"});
  CHECK(trafford.duty("tell-lead-professional")->stages == Ids{"stage-1"});
  CHECK(duty_ids(trafford, DutyMoment::kBeforeEntry) ==
        Ids{"tell-line-manager", "notice-to-next-level", "refer-to-partnership"});
  const policy::Duty& notice = *trafford.duty("notice-to-next-level");
  CHECK(notice.stages == Ids{"stage-3"});
  CHECK(notice.action == DutyAction::kNotice);
  CHECK(notice.form == "outcome-resolution-notice");
  CHECK(trafford.contact_for(notice.copy_to, "trafford")->email == "tssp@trafford.gov.uk");
  CHECK(duty_ids(trafford, DutyMoment::kAfterwards) == Ids{"debrief", "name-general-issues"});
  CHECK(trafford.afterwards[0].cite.words.find("on a quarterly basis") != std::string::npos);
}

TEST_CASE("Trafford TSSP: the Outcome Resolution Notice has exactly its fields, in order") {
  const Policy trafford = policy_files::policy_of("policies/trafford-tssp.json");
  const policy::Form& notice = *trafford.form("outcome-resolution-notice");
  CHECK(notice.title == "Outcome Resolution Notice");
  CHECK(notice.group == "Completed by");
  CHECK(notice.copy_to == "tssp-business-manager");
  CHECK(notice.offered_at == Ids{"stage-2", "stage-3", "stage-4"});
  CHECK(notice.offered_on_resolution);
  CHECK(labels(notice) ==
        Ids{"Name", "Role", "Agency/Team", "Email", "Date of notification",
            "Escalation with which team/agency",
            "Disagreement and / or lack of progress in respect to children at different level of "
            "needs (please "
            "check box)",
            "Explicitly identify the problem and clarify the nature of the disagreement",
            "Evidence of the informal challenge that has taken place at stages 1-2 and the outcome "
            "of this challenge",
            "Desired outcome for the child and / or family. Please include details of what it is "
            "you are "
            "requesting happens because of this challenge",
            "What were the outcomes of stage 3 and any outstanding issues",
            "Has an outcome been agreed and debrief taken place",
            "Were any general issues identified, do these need to be considered within the TSSP to "
            "inform "
            "learning and improvement."});
  CHECK(notice.fields[6].options ==
        Ids{"At Referral/Enquiry Stage, (for example, the level of need, disagreement about "
            "whether to accept a "
            "referral into any partner agency or progress to strategy meeting)",
            "Children supported under a Child in Need Plan (progress / agreement / dissent)",
            "Children supported under a Child Protection Plan (progress / agreement / dissent)",
            "Children supported who cared for or care experienced (progress / agreement / dissent)",
            "Initial Child Protection Conference (agreement / dissent)"});
  CHECK(notice.fields[8].prefill_stages == Ids{"stage-1", "stage-2"});
  CHECK(notice.fields[10].prefill_stages == Ids{"stage-3"});
  CHECK(notice.fields[11].type == policy::FieldType::kYesNo);
  CHECK(notice.fields[11].prefill == policy::Prefill::kIsResolved);
}
