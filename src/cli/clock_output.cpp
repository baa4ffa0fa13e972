#include "cli/clock_output.h"

#include "base/text.h"
#include "casework/explanation.h"
#include "casework/stage_words.h"
#include "cli/output.h"
#include "cli/told_case.h"

namespace cli {
namespace {

using base::Json;

const char* status_name(casework::ClockStatus status) {
  using casework::ClockStatus;
  switch (status) {
    case ClockStatus::kRunning:
      return "running";
    case ClockStatus::kDueToday:
      return "due_today";
    case ClockStatus::kOverdue:
      return "overdue";
    case ClockStatus::kMet:
      return "met";
    case ClockStatus::kMetLate:
      return "met_late";
    case ClockStatus::kEnded:
      return "ended";
  }
  return "";
}

const char* kind_name(casework::Reason::Kind kind) {
  using Kind = casework::Reason::Kind;
  switch (kind) {
    case Kind::kCounted:
      return "counted";
    case Kind::kSet:
      return "set";
    case Kind::kAtMost:
      return "at_most";
    case Kind::kTooLate:
      return "too_late";
    case Kind::kMoved:
      return "moved";
    case Kind::kDayOff:
      return "day_off";
    case Kind::kDayOnly:
      return "day_only";
    case Kind::kStart:
      return "start";
    case Kind::kNothingSet:
      return "nothing_set";
    case Kind::kOtherReading:
      return "other_reading";
    case Kind::kForce:
      return "force";
    case Kind::kSource:
      return "source";
  }
  return "";
}

const char* kind_name(calendar::DayKind kind) {
  using calendar::DayKind;
  switch (kind) {
    case DayKind::kStart:
      return "start";
    case DayKind::kCounts:
      return "counts";
    case DayKind::kWeekend:
      return "weekend";
    case DayKind::kHoliday:
      return "holiday";
    case DayKind::kClosed:
      return "closed";
    case DayKind::kBetween:
      return "between";
  }
  return "";
}

Json json_of(const casework::Reason& reason) {
  Json told = {{"kind", kind_name(reason.kind)}, {"text", reason.text}};
  if (reason.cite) told["cite"] = to_json(*reason.cite);
  return told;
}

Json json_of(const calendar::DayStep& day) {
  return {{"date", calendar::iso(day.date)},
          {"kind", kind_name(day.kind)},
          {"counted", day.counted},
          {"reason", day.reason}};
}

template <typename Part>
Json list_of(const std::vector<Part>& parts) {
  Json list = Json::array();
  for (const Part& part : parts) list.push_back(json_of(part));
  return list;
}

Json json_of(const casework::RunningClock& clock, const casework::Setting& setting) {
  const casework::Explanation why = casework::explain(clock, setting);
  Json told = {{"clock", clock.id},
               {"stage", clock.stage},
               {"stages", clock.stages},
               {"what", clock.what},
               {"status", status_name(clock.status)},
               {"last_day", calendar::iso(clock.deadline.last_day)},
               {"ends", calendar::iso(clock.deadline.ends)},
               {"provisional", clock.deadline.provisional},
               {"calendar", clock.deadline.calendar_version},
               {"explanation", casework::in_words(why)},
               {"reasons", list_of(why.reasons)},
               {"days", list_of(why.days)},
               {"by_day", why.by_day}};
  if (why.other) {
    told["other_reading"] = {{"amount", calendar::in_words(why.other->amount)},
                             {"ends", calendar::iso(why.other->deadline.ends)},
                             {"provisional", why.other->deadline.provisional},
                             {"by_day", why.other->by_day}};
  }
  return told;
}

}  // namespace

std::string in_words(const casework::RunningClock& clock, const casework::Setting& setting) {
  return calendar::in_words_with_day(clock.deadline.last_day) + "  " + clock.id + " (" +
         casework::within_sentence(casework::place_in_words(clock, setting)) + ")\n  " +
         clock.what + ". " + casework::status_in_words(clock, setting) + ".\n  " +
         casework::why_in_words(clock, setting) + "\n";
}

Json to_json(const std::vector<casework::RunningClock>& clocks, const casework::Setting& setting) {
  Json list = Json::array();
  for (const casework::RunningClock& clock : clocks) list.push_back(json_of(clock, setting));
  return list;
}

base::Result<calendar::Instant> now_of(const std::string& text, calendar::Instant otherwise) {
  return text.empty() ? base::Result<calendar::Instant>(otherwise) : moment(text);
}

}  // namespace cli
