// What the vault holds, as text: one record each for the profile, the contacts as this device knows
// them, what is being written, every event, every policy that a case is pinned to, every policy
// that was imported, what of each case was written to a calendar file, every file of bank holidays
// that was brought, the closure days, the folder's own bank holidays, and what the person wants to
// be reminded of. {"kind":"event","data":{…}}. Encryption and places are the vault's business.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/state.h"
#include "ports/vault.h"

namespace app {

ports::Record profile_record(const Profile& profile);
ports::Record event_record(const casework::Event& event);
// What was being written when the vault was locked, by what it is for.
ports::Record drafts_record(const std::map<std::string, Draft>& drafts);
bool holds_drafts(const std::vector<ports::Record>& records);
ports::Record policy_record(const policy::Policy& policy, const std::string& text);
ports::Record calendar_record(const std::string& case_id,
                              const std::vector<documents::EntryWritten>& written);
ports::Record contacts_record(const LocalContacts& contacts);
// One for each policy id: a later import takes the place of the earlier.
ports::Record imported_record(const policy::Policy& policy, const std::string& text,
                              const std::string& file, const std::string& replaced);

// One for each file, by the moment that it was kept.
ports::Record holidays_record(const HolidayFile& file);
ports::Record reminders_record(const ReminderChoice& choice);
ports::Record closures_record(const std::vector<calendar::ClosureDays>& closures);

// The folder's files of bank holidays as this device saw them last, and those that it saw before:
// what a deadline that moved was worked out with.
struct FolderDays {
  struct Former {
    calendar::Instant until;
    std::vector<std::string> texts;
  };
  std::vector<std::string> texts;  // in the index's order
  std::vector<Former> former;      // oldest first
};
ports::Record folder_days_record(const FolderDays& folder);

struct Unpacked {
  std::optional<Profile> profile;
  std::vector<casework::Event> events;
  std::vector<std::string> policy_texts;
  struct Imported {
    std::string record_id;
    std::string file;
    std::string text;
    std::optional<std::string> replaced;  // KnownPolicy::replaced; not in earlier records
  };
  std::vector<Imported> imported;
  LocalContacts contacts;
  CalendarsWritten calendars_written;
  bool closures_readable = true;  // all of them
  std::map<std::string, Draft> drafts;
  std::vector<HolidayFile> holidays;  // those that can be read, in the order they were kept
  std::vector<calendar::ClosureDays> closures;
  FolderDays folder;
  ReminderChoice reminders;
  std::vector<base::Error> errors;  // records that could not be understood; the others are there
};
Unpacked unpack(const std::vector<ports::Record>& records);

// Events of many cases → their cases. A case whose events do not fit together is named in `errors`.
std::vector<casework::Case> cases_of(std::vector<casework::Event> events,
                                     std::vector<base::Error>& errors);

}  // namespace app
