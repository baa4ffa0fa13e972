// Ladders worked by hand from the sources: tests/data/ladders/*.json, one file for each procedure,
// each row with its sum. The row says what happened to a case, what is supposed of it, and when
// each later stage then begins and falls due.
#include "casework/table_rows.h"
#include "policy/policy_files.h"

using namespace invented;
using namespace table_rows;
using base::Json;

namespace {

casework::WhatIf supposed(const Entry& row) {
  casework::WhatIf what_if;
  if (!row.has("if")) return what_if;
  REQUIRE(row.at("if").is_object());
  for (const auto& item : row.at("if").items()) {
    const Date day = Entry::day_of(item.value().get<std::string>());
    if (item.key() == "concern") {
      what_if.concern_arose = day;
    } else {
      what_if.ended[item.key()] = day;
    }
  }
  return what_if;
}

void check_rung(const Json& json, const casework::LadderRung& rung) {
  const Entry wanted(json, {"clock", "provisional"}, {"stage", "entered", "due"});
  INFO(base::canonical(json));
  CHECK(rung.stage == wanted.text("stage"));
  CHECK(calendar::iso(calendar::uk_date(rung.entered)) == wanted.text("entered"));
  CHECK(rung.entered_provisional == wanted.flag("provisional"));
  CHECK(rung.clock == wanted.text("clock"));
  REQUIRE(rung.deadline.has_value() == !wanted.at("due").is_null());
  if (!rung.deadline) return;
  CHECK(calendar::iso(rung.deadline->last_day) == wanted.text("due"));
  CHECK(rung.deadline->provisional == wanted.flag("provisional"));
  CHECK(!rung.what.empty());
  CHECK(!rung.cite.words.empty());
}

void check_row(const Json& json, const policy::Policy& policy) {
  const Entry row(json, {"first_stage", "direct_reason", "immediate_risk", "then", "now", "if"},
                  {"name", "sum", "concern_arose", "raised_at", "rungs", "last_stage_entered",
                   "unknown_after"});
  const std::string name = row.text("name");
  const std::string sum = row.text("sum");
  INFO(name, "\n  ", sum);
  CHECK(!sum.empty());
  Running running = case_of(row, policy);
  if (row.has("now")) running.on(row.moment("now"));
  const casework::Ladder ladder =
      casework::ladder(running.state(), running.setting(), supposed(row));
  const Json& rungs = row.at("rungs");
  REQUIRE(rungs.is_array());
  REQUIRE(ladder.rungs.size() == rungs.size());
  for (size_t i = 0; i < rungs.size(); ++i) check_rung(rungs[i], ladder.rungs[i]);
  const Json& last = row.at("last_stage_entered");
  REQUIRE(ladder.last_stage_entered.has_value() == !last.is_null());
  if (ladder.last_stage_entered) {
    CHECK(calendar::iso(*ladder.last_stage_entered) == row.text("last_stage_entered"));
  }
  CHECK(ladder.unknown_after == row.text("unknown_after"));
}

}  // namespace

TEST_CASE("each ladder is the one worked by hand from the source") {
  const std::vector<std::string> files = table_files("tests/data/ladders");
  std::set<std::string> policies;
  for (const std::string& file : files) {
    CAPTURE(file);
    const auto json = base::parse_json(read_text(file), file);
    if (!json) FAIL(base::describe(json.error()));
    const Entry table(*json, {}, {"policy", "rows"});
    policies.insert(table.text("policy"));
    const policy::Policy policy = policy_files::policy_of(table.text("policy"));
    REQUIRE(table.at("rows").is_array());
    REQUIRE(!table.at("rows").empty());
    for (const Json& row : table.at("rows")) check_row(row, policy);
  }
  CHECK(policies.size() == 6);  // every shipped one
}
