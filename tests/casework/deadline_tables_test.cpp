// Deadlines worked by hand from the sources: tests/data/deadlines/*.json, one file for each
// procedure, each row with its sum. The row says what happened to a case, and on which day (or at
// which minute) one clock of it then ends; or that no date is shown; or that a time is refused with
// the procedure's own words.
#include "casework/clocks.h"
#include "casework/table_rows.h"
#include "policy/policy_files.h"

using namespace invented;
using namespace table_rows;
using base::Json;

namespace {

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
  const std::vector<std::string> files = table_files("tests/data/deadlines");
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
