// Clocks, conditions and budgets: the parts of the format that are about time (parts.h).
#include "policy/parts.h"
#include "policy/spellings.h"

namespace policy::parts {
namespace {

using base::ErrorCode;

constexpr int kLongestCount = 1000;  // of any unit; far beyond any timescale, and safe to add

calendar::Amount amount_from(ObjectReader& in) {
  calendar::Amount amount;
  amount.count = in.required_whole_number("count", 0, kLongestCount);
  amount.unit = in.required_enum("unit", kUnits);
  return amount;
}
// Words for an amount that is there: nothing is stated as no time at all.
calendar::Amount stated_amount(ObjectReader& in) {
  calendar::Amount amount;
  amount.count = in.required_whole_number("count", 1, kLongestCount);
  amount.unit = in.required_enum("unit", kUnits);
  return amount;
}

// A fixed clock must say how long; one that is agreed or declared may; at once has no length.
calendar::Amount clock_amount(ObjectReader& in, ClockKind kind) {
  if (kind == ClockKind::kFixed) return in.required_object("amount", amount_from);
  const std::optional<calendar::Amount> given = in.optional_object("amount", amount_from);
  if (given && kind == ClockKind::kImmediate) {
    in.findings().add(
        ErrorCode::kBadValue, below(in.pointer(), "amount"),
        "What is done at once has no length of time; take the amount out, or make the "
        "clock fixed.",
        "an amount", "no amount");
  }
  return given.value_or(calendar::Amount{});
}

// What every clock may say, whatever it belongs to.
Clock any_clock(ObjectReader& in) {
  Clock clock;
  clock.id = in.required_id("id");
  clock.what = in.required_text("what");
  // Of a kind that cannot be read nobody can say whether it needs an amount.
  clock.kind = in.required_enum("kind", kClockKinds, ClockKind::kAgreed);
  clock.amount = clock_amount(in, clock.kind);
  clock.stated_as = in.optional_object("stated_as", stated_amount);
  if (clock.stated_as && clock.kind != ClockKind::kFixed && !in.has("amount")) {
    in.findings().add(ErrorCode::kBadValue, below(in.pointer(), "stated_as"),
                      "Other words for an amount need an amount; add it or take this out.",
                      "no amount", "an amount");
  }
  clock.start = in.required_enum("start", kStartEvents);
  clock.other_starts = in.optional_enums("other_starts", kStartEvents);
  clock.take = in.optional_enum("take", kTakes, clock.take);
  if (in.has("take") && !in.has("other_starts")) {
    in.findings().add(ErrorCode::kBadValue, below(in.pointer(), "take"),
                      "One start leaves nothing to choose; add “other_starts” or take this out.",
                      "a single start", "no take");
  }
  clock.force = in.optional_enum("force", kForces, clock.force);
  clock.on_lapse = in.optional_text("on_lapse");
  clock.only_if = in.optional_object("only_if", condition);
  clock.cite = in.required_object("cite", citation);
  return clock;
}

Clock clock_of_a_case(ObjectReader& in, MetBy otherwise) {
  Clock clock = any_clock(in);
  clock.start_stage = in.optional_id("start_stage");
  clock.start_form = in.optional_id("start_form");
  clock.met_by = in.optional_enum("met_by", kMetBys, otherwise);
  clock.met_by_duty = in.optional_id("met_by_duty");
  clock.lapse = in.optional_enum("lapse", kLapses, clock.lapse);
  clock.or_protective = in.optional_flag("or_protective", clock.or_protective);
  return clock;
}

Clock budget_clock(ObjectReader& in) {
  return clock_of_a_case(in, MetBy::kStageEnded);
}

}  // namespace

Condition condition(ObjectReader& in) {
  Condition condition;
  if (in.has("immediate_risk")) condition.immediate_risk = in.optional_flag("immediate_risk", true);
  if (in.has("outcome")) condition.outcome = in.required_enum("outcome", kOutcomes);
  if (in.has("priority")) condition.priorities = in.required_ids("priority");
  if (in.is_object() && !in.has("immediate_risk") && !in.has("outcome") && !in.has("priority")) {
    in.findings().add(ErrorCode::kBadValue, in.pointer(),
                      "This condition asks for nothing; say what must hold, or take it out.",
                      "an empty condition", "immediate_risk, outcome or priority");
  }
  return condition;
}

Clock stage_clock(ObjectReader& in) {
  return clock_of_a_case(in, MetBy::kRecord);
}
Clock duty_clock(ObjectReader& in) {
  return clock_of_a_case(in, MetBy::kDutyDone);
}
Clock exclusion_clock(ObjectReader& in) {
  Clock clock = any_clock(in);
  clock.met_by = MetBy::kStageEnded;  // when the case goes over to the other procedure
  return clock;
}

Budget budget(ObjectReader& in) {
  Budget budget;
  budget.stages = in.required_ids("stages");
  budget.clock = in.required_object("clock", budget_clock);
  return budget;
}

}  // namespace policy::parts
