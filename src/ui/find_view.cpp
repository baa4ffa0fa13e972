// Whatever a person may want to do, by what they type; and the keys that do it at once.
#include <set>

#include "app/find.h"
#include "app/shortcuts.h"
#include "base/fold.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/widgets.h"

namespace ui {
namespace {

std::string counted(size_t count, const std::string& typed) {
  if (base::folded(typed).empty()) return "";
  if (count == 0) return "Nothing matches. Try a name, a reference, or fewer words.";
  return count == 1 ? "1 result" : std::to_string(count) + " results";
}

}  // namespace

void find_view(const app::AppState& state, app::Commands& commands) {
  begin_page("find", "Find");
  focus_on_opening("find");
  if (back_link()) commands.push_back(app::GoBack{});
  trouble_banner(state);
  heading(1, "Find");
  // Before the field is drawn: the words may have come with the key that takes the first result.
  const bool taken = entered("find");
  std::string typed = state.find;
  FieldOptions field;
  field.required = field.question = false;
  field.hint = "Type a name, a reference, or what you want to do. Enter opens the first result.";
  if (text_field("find", "What do you want to do?", typed, field)) {
    commands.push_back(app::Find{typed});
  }
  const std::vector<app::Found> results = app::found(state, typed);
  status("count", counted(results.size(), typed));
  std::vector<Option> lines;
  std::set<std::string> keys;
  lines.reserve(results.size());
  for (size_t i = 0; i < results.size(); ++i) {
    // By its words, so that a press stays with them when the results change.
    const std::string key = results[i].label + '\x1f' + results[i].hint;
    lines.push_back(
        {keys.insert(key).second ? key : std::to_string(i), results[i].label, results[i].hint});
  }
  int pressed = link_list("results", "Results", lines);
  if (taken && !results.empty()) pressed = 0;
  if (pressed >= 0) commands.push_back(results[size_t(pressed)].command);
  heading(2, "Keys that work on every page");
  std::vector<SummaryRow> rows;
  for (const app::Shortcut& each : app::shortcuts()) rows.push_back({each.shown, each.words, ""});
  summary_list("shortcuts", rows);
  end_page();
}

}  // namespace ui
