// The days that count on this device: GOV.UK's newer bank holidays brought as a file, the days on
// which the agency is closed, and what the folder had before. Each change works every deadline out
// anew.
#include <algorithm>

#include "app/answers.h"
#include "app/draft_kinds.h"
#include "app/records.h"
#include "app/session.h"
#include "base/order.h"
#include "base/text.h"

namespace app {
namespace {

// How many states of the folder are remembered besides the present one.
constexpr size_t kMostFormer = 5;

// The folder's texts; none when a file of it could not be read, which tells nothing about days.
std::vector<std::string> folder_texts(const KnownDays& days) {
  std::vector<std::string> texts;
  for (const HolidayFile& each : days.supplied) {
    if (each.text.empty()) return {};
    texts.push_back(each.text);
  }
  return texts;
}

// Of a folder whose files are not empty.
base::Result<calendar::Divisions> divisions_of(const KnownDays& days) {
  std::vector<calendar::Divisions> files;
  for (const HolidayFile& each : days.supplied) files.push_back(each.divisions);
  auto all = calendar::merged(files);
  if (!all) return all.errors();
  return std::move(all).value().divisions;
}

// Of a folder as it was; nothing when it cannot be read any more.
std::optional<calendar::Divisions> divisions_of(const std::vector<std::string>& texts,
                                                std::vector<base::Error>& errors) {
  std::vector<calendar::Divisions> files;
  for (const std::string& text : texts) {
    auto read = calendar::read_holidays(text, "the folder’s earlier bank holidays",
                                        calendar::Keys::kMayBeMore);
    if (!read) {
      errors.insert(errors.end(), read.errors().begin(), read.errors().end());
      return std::nullopt;
    }
    files.push_back(std::move(read).value());
  }
  auto all = calendar::merged(files);
  if (all) return std::move(all).value().divisions;
  errors.insert(errors.end(), all.errors().begin(), all.errors().end());
  return std::nullopt;
}

bool is_empty(const Draft& draft, const std::string& date) {
  for (const char* part : {".day", ".month", ".year"}) {
    if (!base::trimmed(draft.get(date + part)).empty()) return false;
  }
  return true;
}

// A last day that is left empty is the first.
std::optional<calendar::ClosureDays> closure_from(const Draft& draft, calendar::Date today,
                                                  std::vector<FieldError>& errors) {
  const bool one_day = is_empty(draft, "last");
  const auto first = date_from(draft, "first", "The first day", errors);
  const auto last = one_day ? first : date_from(draft, "last", "The last day", errors);
  // A date that is no date is told by itself: the rest is looked at as if it were another.
  const calendar::Date from = first ? *first : last ? *last : today;
  auto closure = calendar::checked({draft.get("label"), from, last ? *last : from, false});
  if (!closure) {
    std::vector<base::Error> reasons = closure.errors();
    if (one_day) {
      std::erase_if(reasons, [](const base::Error& each) { return each.where.pointer == "last"; });
    }
    add_errors(errors, reasons);
    base::put_first(errors, [](const FieldError& each) { return each.key == "label"; });
  }
  if (!errors.empty()) return std::nullopt;
  return std::move(closure).value();
}

}  // namespace

// Of a vault that is damaged nothing is written anew.
void Session::open_days(Unpacked& unpacked, bool damaged) {
  KnownDays& days = state_.days;
  std::vector<base::Error>& errors = unpacked.errors;
  days.brought = std::move(unpacked.holidays);
  days.closures = std::move(unpacked.closures);
  days.closures_readable = unpacked.closures_readable;
  FolderDays& folder = unpacked.folder;
  std::vector<std::string> texts = folder_texts(days);
  const bool another = !texts.empty() && texts != folder.texts;
  if (another && !folder.texts.empty()) {
    const auto before = divisions_of(folder.texts, errors);
    const auto now = divisions_of(days);
    // A title that is worded otherwise moves nothing.
    if (before && now && !calendar::changes(*before, *now).empty()) {
      folder.former.push_back({state_.now, std::move(folder.texts)});
      if (folder.former.size() > kMostFormer) folder.former.erase(folder.former.begin());
    }
  }
  if (another && !damaged) {
    folder.texts = std::move(texts);
    ports_.vault.commit({folder_days_record(folder)}, {}, [](ports::VaultReply) {});
  }
  days.formerly.clear();
  for (const FolderDays::Former& each : folder.former) {
    if (auto divisions = divisions_of(each.texts, errors)) {
      days.formerly.push_back({each.until, std::move(*divisions)});
    }
  }
  const std::vector<base::Error> gaps = count_days(days);
  // What is wrong in the folder has been told at the start.
  if (!days.brought.empty()) errors.insert(errors.end(), gaps.begin(), gaps.end());
}

void Session::remember_folder_days() {
  FolderDays folder{folder_texts(state_.days), {}};
  if (folder.texts.empty()) return;
  ports_.vault.commit({folder_days_record(folder)}, {}, [](ports::VaultReply) {});
}

void Session::days_changed() {
  count_days(state_.days);
  refresh_home();
}

void Session::pick_holidays() {
  if (!state_.vault_open()) return;
  ports_.files.pick(".json", most_holiday_bytes(),
                    [this, alive = std::weak_ptr<bool>(alive_)](std::string name, size_t size,
                                                                std::string bytes) {
                      if (alive.expired()) return;
                      state_.picked_holidays = look_at_holidays(
                          std::move(name), size, std::move(bytes), state_.days, state_.now);
                      go(Page::kImportHolidays);
                    });
}

void Session::keep_picked_holidays() {
  if (!state_.picked_holidays || !state_.vault_open()) return;
  // Looked at again: what is known may have changed since it was picked.
  HolidayFile file = state_.picked_holidays->file;
  const size_t size = file.text.size();
  state_.picked_holidays = look_at_holidays(file.name, size, file.text, state_.days, state_.now);
  const PickedHolidays& picked = *state_.picked_holidays;
  if (!picked.errors.empty() || changes_nothing(picked)) return go(Page::kImportHolidays);
  file = picked.file;
  // Later than the others, whatever the device's clock says: they are read in this order.
  file.since = state_.now;
  for (const HolidayFile& each : state_.days.brought) {
    file.since = std::max(file.since, calendar::Instant{each.since.ms + 1});
  }
  std::vector<ports::Record> records = {holidays_record(file)};
  commit(std::move(records), {}, [this, file = std::move(file)] {
    state_.days.brought.push_back(file);
    state_.picked_holidays.reset();
    days_changed();
    go(Page::kWorkingDays);
    state_.success =
        "The bank holidays are kept on this device. Every deadline is worked out anew.";
  });
}

void Session::forget_holidays(size_t index) {
  if (index >= state_.days.brought.size()) return;
  // A later file may begin where this one ends.
  KnownDays without = state_.days;
  without.brought.erase(without.brought.begin() + long(index));
  if (gaps_of(without).size() > gaps_of(state_.days).size()) {
    go(Page::kWorkingDays);  // where the trouble is told
    state_.trouble = {"This file cannot go yet", "Nothing was changed.",
                      "A file that was brought later goes on from its years. Stop using that one "
                      "first."};
    ++state_.error_serial;
    return;
  }
  const std::string record_id = holidays_record(state_.days.brought[index]).id;
  commit({}, {record_id}, [this, index] {
    state_.days.brought.erase(state_.days.brought.begin() + long(index));
    days_changed();
    go(Page::kWorkingDays);
    state_.success = "The file is removed. Every deadline is worked out without it.";
  });
}

void Session::add_closure() {
  if (!state_.vault_open()) return;
  open_draft(kClosureDraft);
  go(Page::kClosure);
}

// What could not be read would be lost with what is written over it.
bool Session::keeps_closures() {
  if (state_.days.closures_readable) return true;
  go(Page::kWorkingDays);
  state_.trouble = {"These days cannot be changed now",
                    "Nothing was changed, so that nothing is lost.",
                    "Some of the days when you are closed could not be read. Restore a backup, or "
                    "ask your IT service for help."};
  ++state_.error_serial;
  return false;
}

void Session::save_closure() {
  if (state_.page != Page::kClosure || !keeps_closures()) return;
  std::vector<FieldError> errors;
  const auto closure = closure_from(state_.draft, calendar::uk_date(state_.now), errors);
  if (!closure) {
    fail(std::move(errors));
    return;
  }
  std::vector<calendar::ClosureDays> closures = state_.days.closures;
  closures.push_back(*closure);
  std::vector<ports::Record> records = {closures_record(closures)};
  save(std::move(records), [this, closures] {
    state_.days.closures = closures;
    days_changed();
    finish_draft();
    go(Page::kWorkingDays);
    state_.success =
        "The days are on your list. They still count as working days: tick them below to leave "
        "them out.";
  });
}

void Session::commit_closures(std::vector<calendar::ClosureDays> closures,
                              const std::string& done) {
  if (!keeps_closures()) return;
  const ports::Record record = closures_record(closures);
  const bool none = closures.empty();
  std::vector<ports::Record> kept(none ? 0 : 1, record);
  std::vector<std::string> erased(none ? 1 : 0, record.id);
  commit(std::move(kept), std::move(erased), [this, closures = std::move(closures), done] {
    const bool fewer = closures.size() < state_.days.closures.size();
    state_.days.closures = closures;
    state_.success.clear();
    days_changed();
    if (!fewer) return say(done);
    go(Page::kWorkingDays);  // what was pressed is gone
    state_.success = done;
  });
}

void Session::turn_closure(size_t index, bool on) {
  if (index >= state_.days.closures.size()) return;
  std::vector<calendar::ClosureDays> closures = state_.days.closures;
  closures[index].on = on;
  commit_closures(std::move(closures),
                  "“" + state_.days.closures[index].label +
                      (on ? "” is left out of every deadline now." : "” counts again."));
}

void Session::forget_closure(size_t index) {
  if (index >= state_.days.closures.size()) return;
  std::vector<calendar::ClosureDays> closures = state_.days.closures;
  closures.erase(closures.begin() + long(index));
  commit_closures(std::move(closures), "The days are removed.");
}

}  // namespace app
