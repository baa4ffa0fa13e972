// deadlines, ladder: what casework says of a case told by --event.
#include "casework/ladder.h"
#include "casework/stage_words.h"
#include "cli/clock_output.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"
#include "cli/told_case.h"

namespace cli {
namespace {

using base::Json;
using casework::Case;
using casework::Setting;

// A case with what is needed to count in it, or the exit code when there is none.
struct Counted {
  PolicyFile file;
  calendar::HolidaySet holidays;
  ToldCase told;
  calendar::Instant now;

  Setting setting() const { return {*file.policy, holidays, casework::Person{}, now}; }
};

std::optional<Counted> count(const TimeOptions& options, int& code) {
  PolicyFile file = read_policy_file(options.policy);
  if (!file.policy) {
    code = refuse(file.policy.errors(), file.path, file.text, options.json);
    return std::nullopt;
  }
  auto holidays = read_calendar(options.calendar, options.policy, *file.policy);
  if (!holidays) {
    code = refuse(holidays.errors(), "", "", options.json);
    return std::nullopt;
  }
  const CaseStart start{options.first_stage, options.priority, options.immediate_risk};
  auto told = tell(*file.policy, *holidays, start, options.events);
  if (!told) {
    code = refuse(told.errors(), "", "", options.json);
    return std::nullopt;
  }
  const auto now = now_of(options.now, told->last);
  if (!now) {
    code = refuse(now.errors(), "", "", options.json);
    return std::nullopt;
  }
  return Counted{std::move(file), std::move(holidays).value(), std::move(told).value(), *now};
}

}  // namespace

int deadlines(const TimeOptions& options) {
  int code = kDone;
  const std::optional<Counted> counted = count(options, code);
  if (!counted) return code;
  const Setting setting = counted->setting();
  const auto clocks = casework::clocks(counted->told.state, setting);
  if (options.json) {
    print_json(Json{{"clocks", to_json(clocks, setting)}});
    return kDone;
  }
  if (clocks.empty()) print_text("No clock has a date yet.");
  for (const casework::RunningClock& clock : clocks) print_text(in_words(clock, setting));
  return kDone;
}

int ladder(const TimeOptions& options) {
  int code = kDone;
  const std::optional<Counted> counted = count(options, code);
  if (!counted) return code;
  const Setting setting = counted->setting();
  const casework::Ladder ladder = casework::ladder(counted->told.state, setting);
  Json list = Json::array();
  for (const casework::LadderRung& rung : ladder.rungs) {
    if (!rung.deadline) continue;
    list.push_back({{"stage", rung.stage}, {"last_day", calendar::iso(rung.deadline->last_day)}});
    if (options.json) continue;
    print_text(calendar::in_words_with_day(rung.deadline->last_day) + "  " +
               casework::stage_in_words(setting.policy, rung.stage));
  }
  if (options.json) {
    print_json(Json{{"ladder", list}});
  } else if (list.empty()) {
    print_text("No later day can be known yet.");
  }
  return kDone;
}

}  // namespace cli
