// A month with every deadline of every case: as a picture, and as a list that says the same.
#include "app/calendar_month.h"
#include "base/text.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/month_grid.h"
#include "ui/policy_words.h"
#include "ui/status_words.h"
#include "ui/widgets.h"

namespace ui {
namespace {

using app::MonthDay;
using app::MonthEntry;

const app::DueDay& due_of(const app::AppState& state, const MonthEntry& entry) {
  return state.home[entry.row].due_days[entry.due];
}

std::string counted(size_t count) {
  return base::number_word(static_cast<int>(count)) + (count == 1 ? " deadline" : " deadlines");
}

// "Saturday 4 April 2026", "Friday 3 April 2026, Good Friday".
std::string heading_of(const MonthDay& day) {
  const bool named = !day.off.empty() && !calendar::is_weekend(day.date);
  return calendar::in_words_with_day(day.date) + (named ? ", " + day.off : "");
}

MonthCell cell_of(const app::AppState& state, const MonthDay& day) {
  MonthCell cell;
  cell.number = std::to_string(unsigned(day.date.day()));
  cell.name = calendar::in_words_with_day(day.date);
  cell.off = !day.off.empty();
  cell.today = day.today;
  cell.faint = !day.in_month;
  const bool weekend = calendar::is_weekend(day.date);
  if (cell.off && !weekend) cell.note = day.off;
  if (cell.today) cell.name += ", today";
  if (!cell.note.empty()) cell.name += ", " + cell.note;
  if (day.entries.empty()) return cell;
  cell.count = day.entries.size();
  for (const MonthEntry& each : day.entries) {
    const bool late = due_of(state, each).is_late();
    cell.late += late ? 1 : 0;
    if (cell.due.size() == kMostDueMarks) continue;
    cell.due.push_back({state.home[each.row].subject, late});
  }
  cell.name += ", " + counted(cell.count);
  if (cell.late > 0) {
    cell.name += ", " + base::number_word(static_cast<int>(cell.late)) + " overdue";
  }
  return cell;
}

void list_of(const app::AppState& state, const MonthDay& day, app::Commands& commands) {
  const std::string key = "day-" + calendar::iso(day.date);
  heading(2, heading_of(day));
  const CardSource source{day.entries.size(),
                          [&](size_t i) {
                            const app::HomeRow& row = state.home[day.entries[i].row];
                            const app::DueDay& due = due_of(state, day.entries[i]);
                            Card card;
                            card.key = row.case_id + due.what;
                            card.title = row.subject + " · " + row.reference;
                            card.text = due.what + ". " + due.stage;
                            // A whole day ends with it, which the heading says.
                            calendar::Deadline deadline;
                            deadline.last_day = day.date;
                            deadline.ends = due.ends;
                            if (calendar::ends_within_day(deadline)) {
                              card.text += ", by " + calendar::end_in_words(deadline);
                            }
                            if (due.provisional) card.text += " (provisional)";
                            card.tag = short_status(due.status, due.may_escalate);
                            card.tag_kind = tag_kind(due.status, due.may_escalate);
                            return card;
                          },
                          key};
  const CardPress press = card_list(key + "-cases", calendar::in_words(day.date), source);
  if (press.card < 0) return;
  const MonthEntry& entry = day.entries[static_cast<size_t>(press.card)];
  commands.push_back(app::OpenCase{state.home[entry.row].case_id});
}

// A file for Outlook and the like.
void other_calendars(const app::AppState& state, app::Commands& commands) {
  heading(2, "In your own calendar");
  paragraph(
      "A calendar file has an entry for each deadline, with a reminder the day before and on the "
      "day. Open it with Outlook, Google Calendar or any other; open a newer one to move what has "
      "moved. It says which case by its reference. A calendar is often shared, so names are left "
      "out unless you choose otherwise.");
  if (button("file", "Download the calendar file")) commands.push_back(app::DownloadCalendar{});
  same_row();
  if (button("named", "Download it with names", ButtonKind::kSecondary)) {
    commands.push_back(app::DownloadCalendar{app::DownloadCalendar::Of::kAllCases, true});
  }
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
}

}  // namespace

void calendar_view(const app::AppState& state, app::Commands& commands) {
  using Which = app::ShowMonth::Which;
  begin_page("calendar", "Calendar");
  if (back_link("All cases")) commands.push_back(app::Go{app::Page::kHome, ""});
  trouble_banner(state);
  heading(1, "Calendar");
  const std::vector<MonthDay> days = app::month_of(state, state.month);
  const std::string month = calendar::month_name(state.month) + " " +
                            std::to_string(static_cast<int>(state.month.year()));
  size_t due = 0;
  for (const MonthDay& day : days) due += day.entries.size();
  // Said when the month is turned, too.
  status("standing",
         due == 0 ? "Nothing is due in " + month + "." : month + ": " + counted(due) + ".");
  if (const size_t late = app::overdue_before(state, state.month)) {
    paragraph(base::capitalised(counted(late)) + " of earlier months " +
                  (late == 1 ? "is" : "are") + " overdue.",
              TextKind::kStrong);
    if (link("overdue", "See what is overdue")) {
      commands.push_back(app::ShowCases{app::CaseFilter::kOverdue});
      commands.push_back(app::Go{app::Page::kHome, ""});
    }
  }
  if (link("before", "Month before")) commands.push_back(app::ShowMonth{Which::kBefore});
  same_row();
  if (link("now", "This month")) commands.push_back(app::ShowMonth{Which::kNow});
  same_row();
  if (link("after", "Month after")) commands.push_back(app::ShowMonth{Which::kAfter});
  std::vector<MonthCell> cells;
  for (const MonthDay& day : days) cells.push_back(cell_of(state, day));
  const int pressed = month_grid("month", month, cells);
  if (pressed >= 0) focus_heading(heading_of(days[static_cast<size_t>(pressed)]));
  for (const MonthDay& day : days) {
    if (!day.entries.empty()) list_of(state, day, commands);
  }
  other_calendars(state, commands);
  end_page();
}

}  // namespace ui
