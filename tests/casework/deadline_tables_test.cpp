// Deadlines worked by hand from the sources: tests/data/deadlines/*.json, one file for each
// procedure, each row with its sum. The row says what happened to a case, and on which day (or at
// which minute) one clock of it then ends; or that no date is shown; or that a time is refused with
// the procedure's own words.
#include <filesystem>
#include <set>

#include "casework/clocks.h"
#include "casework/filled_in.h"
#include "casework/invented.h"
#include "policy/policy_files.h"

using namespace invented;
using base::Json;
using Keys = std::set<std::string>;

namespace {

constexpr const char* kFolder = "tests/data/deadlines";

std::vector<std::string> table_files() {
  std::vector<std::string> names;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(REPOSITORY_DIR) + "/" + kFolder)) {
    if (entry.path().extension() == ".json") {
      names.push_back(std::string(kFolder) + "/" + entry.path().filename().string());
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

casework::DiscussionRecorded discussion(const Json& json) {
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

casework::TimeAgreed time(const Json& json) {
  const Entry entry(json, {}, {"time", "until", "at"});
  return {"", entry.text("time"), entry.day("until"), "Priya Shah", ""};
}

Payload happened(const Json& json, const policy::Policy& policy) {
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

Running case_of(const Entry& row, const policy::Policy& policy) {
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
  check_replays(running.state());
  return running;
}

void check_due(const Entry& row, const Running& running, const policy::Policy& policy) {
  const std::string id = row.text("clock");
  REQUIRE(policy.clock(id));
  std::optional<casework::RunningClock> clock;
  for (auto& each : casework::clocks(running.state(), running.setting())) {
    if (each.id == id) clock = std::move(each);
  }
  if (row.at("due").is_null()) {
    CHECK_MESSAGE(!clock, "a date is shown");
    return;
  }
  if (!clock) FAIL("no date is shown for " << id);
  const std::string due = row.text("due");
  CHECK(calendar::iso(clock->deadline.last_day) == due.substr(0, 10));
  const bool whole_day = due.size() == 10;
  const Instant end = whole_day ? calendar::end_of_day(Entry::day_of(due)) : Entry::moment_of(due);
  CHECK(calendar::in_words(clock->deadline.ends) == calendar::in_words(end));
}

void check_ladder(const Entry& row, const Running& running) {
  REQUIRE(row.at("ladder").is_object());
  Json found = Json::object();
  for (const auto& [stage, day] : rungs(running)) found[stage] = calendar::iso(day);
  CHECK(base::canonical(found) == base::canonical(row.at("ladder")));
}

void check_refused(const Entry& row, Running running) {
  const Entry entry(row.at("refused"), {}, {"time", "until", "at", "citation_words"});
  Json asked = row.at("refused");
  asked.erase("citation_words");
  running.on(entry.moment("at"));
  const auto refused = running.attempt(time(asked));
  CHECK(!refused.ok());
  CHECK(message_for(refused, "until").find(entry.text("citation_words")) != std::string::npos);
}

void check_row(const Json& json, const policy::Policy& policy) {
  const Entry row(json,
                  {"first_stage", "direct_reason", "immediate_risk", "priority", "then", "clock",
                   "due", "ladder", "refused"},
                  {"name", "sum", "concern_arose", "raised_at"});
  const std::string name = row.text("name");
  const std::string sum = row.text("sum");
  INFO(name, "\n  ", sum);
  CHECK(!sum.empty());
  const Running running = case_of(row, policy);
  if (row.has("refused")) {
    CHECK(!row.has("clock"));
    CHECK(!row.has("due"));
    check_refused(row, running);
  } else {
    if (!row.has("clock") || !row.has("due")) FAIL("A row needs “clock” and “due”, or “refused”");
    check_due(row, running, policy);
  }
  if (row.has("ladder")) check_ladder(row, running);
}

}  // namespace

TEST_CASE("each deadline is the one worked by hand from the source") {
  const std::vector<std::string> files = table_files();
  REQUIRE(!files.empty());
  for (const std::string& file : files) {
    CAPTURE(file);
    const auto json = base::parse_json(read_text(file), file);
    if (!json) FAIL(base::describe(json.error()));
    const Entry table(*json, {}, {"policy", "rows"});
    const policy::Policy policy = policy_files::policy_of(table.text("policy"));
    REQUIRE(table.at("rows").is_array());
    REQUIRE(!table.at("rows").empty());
    for (const Json& row : table.at("rows")) check_row(row, policy);
  }
}
