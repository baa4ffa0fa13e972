// A case told on the command line: --event NAME=INSTANT … becomes the events of an invented case,
// each through casework::decide, so that the command line counts as the application does.
#pragma once

#include <string>
#include <vector>

#include "casework/decide.h"

namespace cli {

struct ToldEvent {
  std::string name;   // "enter:stage-2"
  std::string value;  // "2026-04-01T10:00", or the day alone
};

struct ToldCase {
  casework::Case state;
  calendar::Instant last;  // the moment of the last event
};

struct CaseStart {
  std::string first_stage;  // empty: the first of the policy
  std::string priority;
  bool immediate_risk = false;
};

// The names, one a line with what each means.
std::string event_names();
// "2026-04-01T10:00" in UK time; "2026-04-01" is nine in the morning of that day. kBadDate.
base::Result<calendar::Instant> moment(const std::string& text);

// In the order of time, whatever the order told. Errors: an unknown name, a moment that is none, no
// event that starts the case, and whatever decide() refuses, each naming the event.
base::Result<ToldCase> tell(const policy::Policy& policy, const calendar::HolidaySet& holidays,
                            const CaseStart& start, const std::vector<std::string>& events);

}  // namespace cli
