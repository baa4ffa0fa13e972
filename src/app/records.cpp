#include "app/records.h"

#include <map>
#include <utility>

#include "base/order.h"
#include "base/sha256.h"
#include "base/strict_json.h"

namespace app {
namespace {

using base::Json;

// Of what is kept once, always in the same place.
std::string place_of(const std::string& name) {
  return base::sha256_hex(name).substr(0, 32);
}

ports::Record record(std::string id, const char* kind, Json data) {
  return {std::move(id), base::canonical({{"kind", kind}, {"data", std::move(data)}})};
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::map<std::string, Draft> drafts_of(const Json& data) {
  std::map<std::string, Draft> drafts;
  for (const auto& [key, draft] : data.items()) {
    if (!draft.is_object()) continue;
    for (const auto& [field, value] : draft.items()) {
      if (value.is_string()) drafts[key].text[field] = value.get<std::string>();
      if (!value.is_array()) continue;
      for (const Json& each : value) {
        if (each.is_string()) drafts[key].chosen[field].push_back(each.get<std::string>());
      }
    }
  }
  return drafts;
}

LocalContacts contacts_of(const Json& data) {
  LocalContacts contacts;
  for (const auto& [policy, of_policy] : data.items()) {
    if (!of_policy.is_object()) continue;
    for (const auto& [contact, value] : of_policy.items()) {
      if (!value.is_object()) continue;
      contacts[policy][contact] = {text_of(value, "name"), text_of(value, "email")};
    }
  }
  return contacts;
}

base::Error no_content(const std::string& id, const char* pointer) {
  return {
      base::ErrorCode::kMissingKey, "A stored record has no content.", {id, pointer}, "", "data"};
}

void unpack_calendar(const Json& data, const std::string& id, Unpacked& out) {
  std::vector<documents::EntryWritten>& written = out.calendars_written[text_of(data, "case")];
  const auto entries = data.find("entries");
  if (entries == data.end() || !entries->is_array()) {
    out.errors.push_back(no_content(id, "/data/entries"));
    return;
  }
  for (const Json& each : *entries) {
    if (auto entry = documents::entry_written_from(each)) {
      written.push_back(std::move(*entry));
    } else {
      out.errors.push_back(no_content(id, "/data/entries"));
    }
  }
}

Profile profile_of(const Json& data) {
  return {{text_of(data, "name"), text_of(data, "role"), text_of(data, "agency"),
           text_of(data, "email")},
          text_of(data, "policy"),
          text_of(data, "area")};
}

std::vector<std::string> texts_of(const Json& object) {
  std::vector<std::string> texts;
  const auto found = object.find("texts");
  if (found == object.end() || !found->is_array()) return texts;
  for (const Json& each : *found) {
    if (each.is_string()) texts.push_back(each.get<std::string>());
  }
  return texts;
}

// What is missing or cannot be read is as if it had never been chosen.
ReminderChoice reminders_of(const Json& data) {
  ReminderChoice choice;
  const auto days = data.find("quiet_after");
  for (const int each : kQuietChoices) {
    if (days != data.end() && *days == each) choice.quiet_after = each;
  }
  const auto notify = data.find("notify");
  choice.notify = notify != data.end() && notify->is_boolean() && notify->get<bool>();
  if (const auto told = calendar::parse_iso_instant(text_of(data, "told"))) choice.told = *told;
  if (const auto day = calendar::parse_iso(text_of(data, "told_day"))) choice.told_day = *day;
  return choice;
}

// The value, or its errors with the place in the record.
template <class T>
const T* read(const base::Result<T>& result, const std::string& id, const char* pointer,
              Unpacked& out) {
  if (result) return &*result;
  for (base::Error error : result.errors()) {
    const std::string& within = error.where.pointer;
    const bool field = !within.empty() && within.front() != '/';
    error.where = {id, pointer + (field ? "/" + within : within)};
    out.errors.push_back(std::move(error));
  }
  return nullptr;
}

void unpack_holidays(const Json& data, const std::string& id, Unpacked& out) {
  HolidayFile file{text_of(data, "file"), text_of(data, "text"), {}, {}};
  const auto since = calendar::parse_iso_instant(text_of(data, "since"));
  const auto days = calendar::read_holidays(file.text, file.name, calendar::Keys::kMayBeMore);
  if (!read(since, id, "/data/since", out) || !read(days, id, "/data/text", out)) return;
  file.since = *since;
  file.divisions = *days;
  out.holidays.push_back(std::move(file));
}

void unpack_closure(const Json& data, const std::string& id, Unpacked& out) {
  const auto first = calendar::parse_iso(text_of(data, "first"));
  const auto last = calendar::parse_iso(text_of(data, "last"));
  if (!read(first, id, "/data/closures/first", out)) return;
  if (!read(last, id, "/data/closures/last", out)) return;
  const auto on = data.find("on");
  const auto closure = calendar::checked({text_of(data, "label"), *first, *last,
                                          on != data.end() && on->is_boolean() && on->get<bool>()});
  if (read(closure, id, "/data/closures", out)) out.closures.push_back(*closure);
}

void unpack_closures(const Json& data, const std::string& id, Unpacked& out) {
  const auto closures = data.find("closures");
  const size_t before = out.errors.size();
  if (closures == data.end() || !closures->is_array()) {
    out.errors.push_back(no_content(id, "/data/closures"));
  } else {
    for (const Json& each : *closures) {
      unpack_closure(each.is_object() ? each : Json::object(), id, out);
    }
  }
  out.closures_readable = out.errors.size() == before;
}

void unpack_folder(const Json& data, const std::string& id, Unpacked& out) {
  out.folder.texts = texts_of(data);
  const auto former = data.find("former");
  if (former == data.end() || !former->is_array()) return;
  for (const Json& each : *former) {
    const auto until = calendar::parse_iso_instant(text_of(each, "until"));
    if (!read(until, id, "/data/former/until", out)) continue;
    out.folder.former.push_back({*until, texts_of(each)});
  }
}

}  // namespace

ports::Record profile_record(const Profile& profile) {
  return record(place_of("profile"), "profile",
                {{"name", profile.person.name},
                 {"role", profile.person.role},
                 {"agency", profile.person.agency},
                 {"email", profile.person.email},
                 {"policy", profile.policy_id},
                 {"area", profile.area}});
}

ports::Record event_record(const casework::Event& event) {
  return record(event.id.substr(0, 32), "event", casework::to_json(event));
}

ports::Record drafts_record(const std::map<std::string, Draft>& drafts) {
  Json data = Json::object();
  for (const auto& [key, draft] : drafts) {
    Json& fields = data[key] = Json::object();
    for (const auto& [field, text] : draft.text) fields[field] = text;
    for (const auto& [field, values] : draft.chosen) fields[field] = values;
  }
  return record(place_of("drafts"), "drafts", std::move(data));
}

bool holds_drafts(const std::vector<ports::Record>& records) {
  for (const ports::Record& each : records) {
    if (each.id == place_of("drafts")) return true;
  }
  return false;
}

ports::Record policy_record(const policy::Policy& policy, const std::string& text) {
  return record(policy.hash.substr(0, 32), "policy", {{"text", text}});
}

ports::Record calendar_record(const std::string& case_id,
                              const std::vector<documents::EntryWritten>& written) {
  Json entries = Json::array();
  for (const documents::EntryWritten& each : written) entries.push_back(documents::to_json(each));
  return record(place_of("calendar " + case_id), "calendar",
                {{"case", case_id}, {"entries", std::move(entries)}});
}

ports::Record contacts_record(const LocalContacts& contacts) {
  Json data = Json::object();
  for (const auto& [policy, of_policy] : contacts) {
    for (const auto& [contact, mine] : of_policy) {
      data[policy][contact] = {{"name", mine.name}, {"email", mine.email}};
    }
  }
  return record(place_of("contacts"), "contacts", std::move(data));
}

ports::Record imported_record(const policy::Policy& policy, const std::string& text,
                              const std::string& file, const std::string& replaced) {
  return record(place_of("imported_policy " + policy.id), "imported_policy",
                {{"text", text}, {"file", file}, {"replaced", replaced}});
}

ports::Record reminders_record(const ReminderChoice& choice) {
  return record(place_of("reminders"), "reminders",
                {{"quiet_after", choice.quiet_after},
                 {"notify", choice.notify},
                 {"told", calendar::iso(choice.told)},
                 {"told_day", choice.told_day.ok() ? calendar::iso(choice.told_day) : ""}});
}

ports::Record holidays_record(const HolidayFile& file) {
  const std::string since = calendar::iso(file.since);
  return record(place_of("holidays " + since), "holidays",
                {{"file", file.name}, {"text", file.text}, {"since", since}});
}

ports::Record closures_record(const std::vector<calendar::ClosureDays>& closures) {
  Json all = Json::array();
  for (const calendar::ClosureDays& each : closures) {
    all.push_back({{"label", each.label},
                   {"first", calendar::iso(each.first)},
                   {"last", calendar::iso(each.last)},
                   {"on", each.on}});
  }
  return record(place_of("closures"), "closures", {{"closures", std::move(all)}});
}

ports::Record folder_days_record(const FolderDays& folder) {
  Json former = Json::array();
  for (const FolderDays::Former& each : folder.former) {
    former.push_back({{"until", calendar::iso(each.until)}, {"texts", each.texts}});
  }
  return record(place_of("supplied_holidays"), "supplied_holidays",
                {{"texts", folder.texts}, {"former", std::move(former)}});
}

Unpacked unpack(const std::vector<ports::Record>& records) {
  Unpacked out;
  for (const ports::Record& each : records) {
    base::Result<Json> json = base::parse_json(each.bytes, each.id);
    if (!json) {
      out.errors.push_back(json.error());
      continue;
    }
    const std::string kind = text_of(*json, "kind");
    const auto data = json->find("data");
    if (data == json->end() || !data->is_object()) {
      out.errors.push_back(no_content(each.id, "/data"));
    } else if (kind == "profile") {
      out.profile = profile_of(*data);
    } else if (kind == "drafts") {
      out.drafts = drafts_of(*data);
    } else if (kind == "policy") {
      out.policy_texts.push_back(text_of(*data, "text"));
    } else if (kind == "imported_policy") {
      out.imported.push_back({each.id, text_of(*data, "file"), text_of(*data, "text"), {}});
      if (data->contains("replaced")) out.imported.back().replaced = text_of(*data, "replaced");
    } else if (kind == "calendar") {
      unpack_calendar(*data, each.id, out);
    } else if (kind == "contacts") {
      out.contacts = contacts_of(*data);
    } else if (kind == "reminders") {
      out.reminders = reminders_of(*data);
    } else if (kind == "holidays") {
      unpack_holidays(*data, each.id, out);
    } else if (kind == "closures") {
      unpack_closures(*data, each.id, out);
    } else if (kind == "supplied_holidays") {
      unpack_folder(*data, each.id, out);
    } else if (kind == "event") {
      base::Result<casework::Event> event = casework::event_from_json(*data, each.id);
      if (event) {
        out.events.push_back(std::move(event).value());
      } else {
        out.errors.push_back(event.error());
      }
    } else {
      out.errors.push_back(
          {base::ErrorCode::kNewerFormat,
           "A stored record is of a kind that this version does not know. It was left untouched.",
           {each.id, "/kind"},
           "",
           "profile, contacts, event, policy, imported_policy, drafts, calendar, holidays, "
           "closures, supplied_holidays or reminders"});
    }
  }
  base::sort(out.holidays,
             [](const HolidayFile& a, const HolidayFile& b) { return a.since < b.since; });
  return out;
}

std::vector<casework::Case> cases_of(std::vector<casework::Event> events,
                                     std::vector<base::Error>& errors) {
  std::map<std::string, std::vector<casework::Event>> by_case;
  for (casework::Event& event : events) by_case[event.case_id].push_back(std::move(event));
  std::vector<casework::Case> cases;
  for (auto& [id, of_one] : by_case) {
    base::Result<casework::Case> folded = casework::fold(std::move(of_one));
    if (folded) {
      cases.push_back(std::move(folded).value());
    } else {
      errors.push_back(folded.error());
    }
  }
  return cases;
}

}  // namespace app
