// How the model's enumerations are spelt in policy JSON. The same words stand in
// policies/schema/policy.schema.json; tests/web/policy_schema_test.mjs holds the two together.
#pragma once

#include <array>

#include "policy/model.h"
#include "policy/reader.h"

namespace policy {

inline constexpr std::array<Spelling<StageKind>, 5> kStageKinds{{
    {"internal", StageKind::kInternal},
    {"informal", StageKind::kInformal},
    {"formal", StageKind::kFormal},
    {"partnership", StageKind::kPartnership},
    {"external", StageKind::kExternal},
}};
inline constexpr std::array<Spelling<Channel>, 3> kChannels{{
    {"any", Channel::kAny},
    {"verbal_then_written", Channel::kVerbalThenWritten},
    {"written", Channel::kWritten},
}};
inline constexpr std::array<Spelling<StartEvent>, 8> kStartEvents{{
    {"concern_arose", StartEvent::kConcernArose},
    {"case_raised", StartEvent::kCaseRaised},
    {"stage_entered", StartEvent::kStageEntered},
    {"stage_ended", StartEvent::kStageEnded},
    {"meeting_held", StartEvent::kMeetingHeld},
    {"notice_sent", StartEvent::kNoticeSent},
    {"reply_received", StartEvent::kReplyReceived},
    {"resolved", StartEvent::kResolved},
}};
inline constexpr std::array<Spelling<TakeStart>, 2> kTakes{{
    {"earliest", TakeStart::kEarliest},
    {"latest", TakeStart::kLatest},
}};
inline constexpr std::array<Spelling<ClockKind>, 4> kClockKinds{{
    {"fixed", ClockKind::kFixed},
    {"agreed", ClockKind::kAgreed},
    {"declared", ClockKind::kDeclared},
    {"immediate", ClockKind::kImmediate},
}};
inline constexpr std::array<Spelling<MetBy>, 5> kMetBys{{
    {"record", MetBy::kRecord},
    {"meeting", MetBy::kMeeting},
    {"reply", MetBy::kReply},
    {"stage_ended", MetBy::kStageEnded},
    {"duty_done", MetBy::kDutyDone},
}};
inline constexpr std::array<Spelling<Force>, 3> kForces{{
    {"must", Force::kMust},
    {"should", Force::kShould},
    {"indicative", Force::kIndicative},
}};
inline constexpr std::array<Spelling<Lapse>, 2> kLapses{{
    {"overdue", Lapse::kOverdue},
    {"may_escalate", Lapse::kMayEscalate},
}};
inline constexpr std::array<Spelling<Outcome>, 2> kOutcomes{{
    {"agreed", Outcome::kAgreed},
    {"not_agreed", Outcome::kNotAgreed},
}};
inline constexpr std::array<Spelling<calendar::Unit>, 6> kUnits{{
    {"working_days", calendar::Unit::kWorkingDays},
    {"working_weeks", calendar::Unit::kWorkingWeeks},
    {"calendar_days", calendar::Unit::kCalendarDays},
    {"hours", calendar::Unit::kHours},
    {"weeks", calendar::Unit::kWeeks},
    {"months", calendar::Unit::kMonths},
}};
inline constexpr std::array<Spelling<Party::Side>, 4> kSides{{
    {"concerned", Party::Side::kConcerned},
    {"responding", Party::Side::kResponding},
    {"partnership", Party::Side::kPartnership},
    {"external", Party::Side::kExternal},
}};
inline constexpr std::array<Spelling<Meeting::Chair>, 3> kChairs{{
    {"anyone", Meeting::Chair::kAnyone},
    {"independent", Meeting::Chair::kIndependent},
    {"uninvolved", Meeting::Chair::kUninvolved},
}};
inline constexpr std::array<Spelling<DutyMoment>, 6> kDutyMoments{{
    {"at_every_stage", DutyMoment::kAtEveryStage},
    {"on_raising", DutyMoment::kOnRaising},
    {"on_entry", DutyMoment::kOnEntry},
    {"before_entry", DutyMoment::kBeforeEntry},
    {"on_resolution", DutyMoment::kOnResolution},
    {"afterwards", DutyMoment::kAfterwards},
}};
inline constexpr std::array<Spelling<DutyAction>, 3> kDutyActions{{
    {"do", DutyAction::kDo},
    {"record", DutyAction::kRecord},
    {"notice", DutyAction::kNotice},
}};
inline constexpr std::array<Spelling<FieldType>, 6> kFieldTypes{{
    {"text", FieldType::kText},
    {"long_text", FieldType::kLongText},
    {"date", FieldType::kDate},
    {"email", FieldType::kEmail},
    {"choice_of_many", FieldType::kChoiceOfMany},
    {"yes_no", FieldType::kYesNo},
}};
inline constexpr std::array<Spelling<Prefill>, 25> kPrefills{{
    {"none", Prefill::kNone},
    {"author_name", Prefill::kAuthorName},
    {"author_role", Prefill::kAuthorRole},
    {"author_agency", Prefill::kAuthorAgency},
    {"author_email", Prefill::kAuthorEmail},
    {"today", Prefill::kToday},
    {"responding_agency", Prefill::kRespondingAgency},
    {"decision", Prefill::kDecision},
    {"concern", Prefill::kConcern},
    {"impact", Prefill::kImpact},
    {"desired_outcome", Prefill::kDesiredOutcome},
    {"categories", Prefill::kCategories},
    {"stage_records", Prefill::kStageRecords},
    {"outcome", Prefill::kOutcome},
    {"is_resolved", Prefill::kIsResolved},
    {"case_reference", Prefill::kCaseReference},
    {"chronology", Prefill::kChronology},
    {"decision_and_concern", Prefill::kDecisionAndConcern},
    {"responding", Prefill::kResponding},
    {"stage", Prefill::kStage},
    {"entry_reason", Prefill::kEntryReason},
    {"time_set", Prefill::kTimeSet},
    {"agreed", Prefill::kAgreed},
    {"meeting", Prefill::kMeeting},
    {"learning", Prefill::kLearning},
}};
inline constexpr std::array<Spelling<Form::Kind>, 2> kFormKinds{{
    {"notice", Form::Kind::kNotice},
    {"template", Form::Kind::kTemplate},
}};
inline constexpr std::array<Spelling<Reach>, 2> kReaches{{
    {"between_agencies", Reach::kBetweenAgencies},
    {"within_an_agency", Reach::kWithinAnAgency},
}};

// Bank-holiday divisions, as GOV.UK names them.
inline constexpr std::array<std::string_view, 3> kDivisions{"england-and-wales", "scotland",
                                                            "northern-ireland"};
inline constexpr std::array<std::string_view, 5> kSubjects{"child", "unborn", "family", "adult",
                                                           "theme"};

}  // namespace policy
