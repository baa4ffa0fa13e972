// Rows of tables worked by hand (tests/data/deadlines, tests/data/ladders): read strictly, and the
// case that a row tells.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "casework/filled_in.h"
#include "casework/invented.h"

namespace table_rows {

using base::Json;
using invented::Date;
using invented::Instant;
using invented::opening;
using invented::Payload;
using invented::Running;
using Keys = std::set<std::string>;

inline std::vector<std::string> table_files(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(REPOSITORY_DIR) + "/" + folder)) {
    if (entry.path().extension() == ".json") {
      names.push_back(folder + "/" + entry.path().filename().string());
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

// One object of the table, read strictly.
class Entry {
 public:
  Entry(const Json& json, const Keys& known, const Keys& wanted) : json_(json) {
    REQUIRE(json.is_object());
    for (const auto& item : json.items()) {
      if (!known.count(item.key()) && !wanted.count(item.key())) {
        FAIL("There is no key “" << item.key() << "” here");
      }
    }
    for (const std::string& key : wanted) {
      if (!has(key)) FAIL("The key “" << key << "” is missing");
    }
  }

  bool has(const char* key) const { return json_.contains(key); }
  bool has(const std::string& key) const { return json_.contains(key); }
  const Json& at(const char* key) const { return json_[key]; }
  std::string text(const char* key, std::string otherwise = "") const {
    if (!has(key)) return otherwise;
    const auto* found = json_[key].get_ptr<const std::string*>();
    if (!found) FAIL("“" << key << "” must be a text");
    return *found;
  }
  bool flag(const char* key) const {
    if (!has(key)) return false;
    const auto* found = json_[key].get_ptr<const bool*>();
    if (!found) FAIL("“" << key << "” must be true or false");
    return *found;
  }
  Date day(const char* key) const { return day_of(text(key)); }
  Instant moment(const char* key) const { return moment_of(text(key)); }

  static Date day_of(const std::string& text) {
    const auto day = calendar::parse_iso(text);
    if (!day) FAIL("“" << text << "” is not a date like 2026-04-07");
    return *day;
  }
  // In the United Kingdom: "2026-04-07T10:30".
  static Instant moment_of(const std::string& text) {
    const auto time = calendar::parse_time(text.size() == 16 ? text.substr(11) : "");
    if (!time || text[10] != 'T') FAIL("“" << text << "” is not a moment like 2026-04-07T10:30");
    return calendar::from_uk(day_of(text.substr(0, 10)), *time);
  }

 private:
  const Json& json_;
};

inline casework::DiscussionRecorded discussion(const Json& json) {
  const Entry entry(json, {"held_on", "agreed", "channel"}, {"discussion", "at"});
  CHECK(entry.flag("discussion"));
  const Date day =
      entry.has("held_on") ? entry.day("held_on") : calendar::uk_date(entry.moment("at"));
  return {"",
          day,
          entry.text("channel", "Telephone"),
          "Priya Shah",
          "What was said",
          entry.text("agreed")};
}

inline casework::TimeAgreed time(const Json& json) {
  const Entry entry(json, {}, {"time", "until", "at"});
  return {"", entry.text("time"), entry.day("until"), "Priya Shah", ""};
}

inline Payload happened(const Json& json, const policy::Policy& policy) {
  REQUIRE(json.is_object());
  if (json.contains("discussion")) return discussion(json);
  if (json.contains("time")) return time(json);
  if (json.contains("enter")) {
    const Entry entry(json, {}, {"enter", "at"});
    return casework::StageEntered{entry.text("enter"), "", false, "It was not resolved."};
  }
  if (json.contains("reply")) {
    const Entry entry(json, {}, {"reply", "agreed", "at"});
    CHECK(entry.flag("reply"));
    return Running::reply_on(calendar::uk_date(entry.moment("at")), entry.flag("agreed"));
  }
  if (json.contains("notice")) {
    const Entry entry(json, {}, {"notice", "at"});
    const policy::Form* form = policy.form(entry.text("notice"));
    REQUIRE(form);
    return invented::filled_in(*form);
  }
  if (json.contains("duty")) {
    const Entry entry(json, {"stage"}, {"duty", "at"});
    return casework::DutyDone{entry.text("duty"), entry.text("stage"), ""};
  }
  const Entry entry(json, {}, {"resolve", "at"});
  CHECK(entry.flag("resolve"));
  return casework::CaseResolved{"", "A plan", "Priya Shah", true, ""};
}

inline Running case_of(const Entry& row, const policy::Policy& policy) {
  casework::CaseOpened fact = opening(policy, row.day("concern_arose"));
  fact.immediate_risk = row.flag("immediate_risk");
  fact.priority = row.text("priority", fact.priority);
  fact.first_stage = row.text("first_stage", fact.first_stage);
  fact.direct_reason = row.text("direct_reason");
  Running running(policy, fact, row.moment("raised_at"));
  if (!row.has("then")) return running;
  REQUIRE(row.at("then").is_array());
  for (const Json& step : row.at("then")) {
    CAPTURE(base::canonical(step));
    Payload payload = happened(step, policy);
    running.on(Entry::moment_of(step["at"].get<std::string>())).add(std::move(payload));
  }
  invented::check_replays(running.state());
  return running;
}

}  // namespace table_rows
