#include "cli/clock_output.h"

#include "base/text.h"
#include "casework/explanation.h"
#include "casework/stage_words.h"
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
         casework::in_words(casework::explain(clock, setting)) + "\n";
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
