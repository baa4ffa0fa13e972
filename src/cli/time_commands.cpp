// deadlines, ladder: what casework says of a case told by --event.
#include <algorithm>

#include "casework/ladder_words.h"
#include "casework/stage_words.h"
#include "casework/suppose.h"
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

const std::string kConcern = "concern";

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

// --if concern=2026-04-01 --if stage-1=2026-04-10
base::Result<casework::WhatIf> supposed(const std::vector<std::string>& texts, const Case& state,
                                        const Setting& setting) {
  casework::WhatIf what_if;
  std::vector<base::Error> errors;
  for (const std::string& text : texts) {
    const size_t equals = std::min(text.find('='), text.size());
    const std::string of = text.substr(0, equals);
    const auto day = calendar::parse_iso(text.substr(std::min(equals + 1, text.size())));
    if (!day) {
      errors.push_back({base::ErrorCode::kBadDate,
                        "This is not a date.",
                        {"--if " + text, ""},
                        "",
                        "STAGE=2026-04-01 or concern=2026-04-01"});
    } else if (of == kConcern) {
      what_if.concern_arose = *day;
    } else {
      what_if.ended[of] = *day;
    }
  }
  const casework::Ladder ladder = casework::ladder(state, setting, what_if);
  for (const casework::Doubt& doubt : casework::doubts(state, setting, what_if, ladder)) {
    errors.push_back({base::ErrorCode::kRefused,
                      doubt.why + " " + doubt.mend,
                      {"--if " + (doubt.stage.empty() ? kConcern : doubt.stage), ""},
                      "",
                      ""});
  }
  if (!errors.empty()) return errors;
  return what_if;
}

Json to_json(const casework::Ladder& ladder, const casework::Ladder* before,
             const Setting& setting) {
  Json list = Json::array();
  for (const casework::LadderRung& rung : ladder.rungs) {
    Json json = {{"stage", rung.stage},
                 {"begins", calendar::iso(calendar::uk_date(rung.entered))},
                 {"last_day", nullptr},
                 {"clock", nullptr},
                 {"provisional", rung.entered_provisional}};
    if (rung.deadline) {
      json["last_day"] = calendar::iso(rung.deadline->last_day);
      json["clock"] = rung.clock;
      json["provisional"] = rung.entered_provisional || rung.deadline->provisional;
    }
    if (before) {
      json["difference"] = casework::difference_in_words(rung, *before, setting.holidays);
    }
    list.push_back(std::move(json));
  }
  Json last = nullptr;
  if (ladder.last_stage_entered) last = calendar::iso(*ladder.last_stage_entered);
  return {{"ladder", list},
          {"last_stage_entered", last},
          {"unknown_after", ladder.unknown_after},
          {"outlook", casework::outlook_in_words(ladder, before, setting)}};
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
  const Case& state = counted->told.state;
  const auto what_if = supposed(options.what_if, state, setting);
  if (!what_if) return refuse(what_if.errors(), "", "", options.json);
  const casework::Ladder now = casework::ladder(state, setting);
  const casework::Ladder then = casework::ladder(state, setting, *what_if);
  const casework::Ladder* before = what_if->empty() ? nullptr : &now;
  if (options.json) {
    print_json(to_json(then, before, setting));
    return kDone;
  }
  for (const casework::LadderRung& rung : then.rungs) {
    std::string line = casework::stage_in_words(setting.policy, rung.stage) + ": begins " +
                       casework::entered_in_words(rung) + (rung.deadline ? "; due by " : "; ") +
                       casework::due_in_words(rung, setting.policy);
    if (before) {
      line += " (" + casework::difference_in_words(rung, now, setting.holidays) + ")";
    }
    print_text(line);
  }
  const std::string outlook = casework::outlook_in_words(then, before, setting);
  print_text(outlook.empty() ? "No later stage falls due." : outlook);
  return kDone;
}

}  // namespace cli
