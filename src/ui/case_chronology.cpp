// All that has happened in a case: on a line of time, and one under another.
#include "ui/case_history.h"
#include "ui/case_parts.h"
#include "ui/case_timeline.h"

namespace ui {

void case_chronology(const CaseScreen& screen) {
  heading(2, "Chronology");
  const CaseTimeline both = case_timeline(screen.open, screen.setting, screen.clocks);
  timeline("line", both.line, both.words);
  case_history(screen.open, screen.setting, screen.commands);
  case_fingerprint(screen.open);
}

}  // namespace ui
