// policies/README.md is what an administrator works from. Its example must read as it says, its
// words must be the format's, and the messages it explains must be those that the reader gives.
#include <algorithm>

#include "base/text.h"
#include "policy/local_changes.h"
#include "policy/spellings.h"
#include "policy_files.h"

using policy_files::in_lines;
using policy_files::json_of;
using policy_files::text_of;

namespace {

const std::string kExample = "tests/data/policies/worked-example.json";

std::string readme() {
  return text_of("policies/README.md");
}

// The contents of the blocks between ```json and ```.
std::vector<std::string> json_blocks() {
  const std::string text = readme();
  const std::string opening = "\n```json\n";
  std::vector<std::string> blocks;
  for (size_t at = text.find(opening); at != std::string::npos; at = text.find(opening, at)) {
    const size_t begin = at + opening.size();
    const size_t end = text.find("\n```\n", begin);
    REQUIRE(end != std::string::npos);
    blocks.push_back(text.substr(begin, end + 1 - begin));
    at = end;
  }
  return blocks;
}

// The two columns of a table's rows, from the row after `| heading | …` and its rule.
struct Row {
  std::string left;
  std::string right;
};

std::vector<Row> rows_under(const std::string& heading) {
  const std::string text = readme();
  size_t at = text.find("| " + heading + " | ");
  REQUIRE(at != std::string::npos);
  std::vector<Row> rows;
  for (int line = 0;; ++line) {
    const size_t end = text.find('\n', at);
    const std::string row = text.substr(at, end - at);
    if (!row.starts_with("|")) return rows;
    const size_t middle = row.find(" | ");
    if (line > 1) rows.push_back({row.substr(2, middle - 2), row.substr(middle + 3)});
    at = end + 1;
  }
}

// The reader's files with their literals joined: "one " on one line and "text" on the next are one
// text.
std::string literals() {
  std::string all;
  for (const std::string file :
       {"base/strict_json", "policy/check", "policy/check_references", "policy/check_time",
        "policy/check_ways", "policy/merge", "policy/local_changes", "policy/parts",
        "policy/parts_time", "policy/policy_set", "policy/read", "policy/reader"}) {
    all += text_of("src/" + file + ".cpp");
  }
  std::string joined;
  for (size_t i = 0; i < all.size(); ++i) {
    const size_t next = all.find_first_not_of(" \n", i + 1);
    const bool ends =
        all[i] == '"' && next != std::string::npos && all[next] == '"' && all.find('\n', i) < next;
    if (ends) {
      i = next;
    } else {
      joined += all[i];
    }
  }
  return joined;
}

std::vector<std::string> parts_between(std::string text, const std::string& mark) {
  std::vector<std::string> parts;
  for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark)) {
    parts.push_back(text.substr(0, at));
    text = text.substr(at + mark.size());
  }
  parts.push_back(text);
  return parts;
}

template <size_t N, typename Value>
void check_all_are_named(const std::array<policy::Spelling<Value>, N>& words,
                         const std::string& key) {
  const auto rows = rows_under("key");
  const auto row = std::find_if(rows.begin(), rows.end(),
                                [&](const auto& one) { return one.left == "`" + key + "`"; });
  INFO(key);
  REQUIRE(row != rows.end());
  for (const auto& word : words) {
    const std::string name(word.word);
    INFO(name);
    const bool named = row->right.find("`" + name + "`") != std::string::npos ||
                       row->right.find("\"" + name + "\"") != std::string::npos;
    CHECK(named);
  }
}

}  // namespace

TEST_CASE("the README's worked example is the tested file, and is right") {
  const std::vector<std::string> blocks = json_blocks();
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0] == text_of(kExample));
  const auto read = policy::read_policy(blocks[0], "larkmoor-2026.json");
  REQUIRE_MESSAGE(read.ok(), (read.ok() ? "" : in_lines(read.errors())));
  // What the README says that the check answers.
  CHECK(readme().find("right. " + read->short_title + ", version " + read->version + ", " +
                      std::to_string(read->stages.size()) + " stages\n") != std::string::npos);
}

TEST_CASE("the worked example quotes the leaflet that the README prints") {
  // The leaflet's lines, without their marks and as one line.
  std::string leaflet;
  for (const std::string& line : parts_between(readme(), "\n")) {
    if (line.starts_with(">")) leaflet += " " + std::string(base::trimmed(line.substr(1)));
  }
  const policy::Policy example = policy_files::policy_of(kExample);
  size_t quoted = 0;
  const auto check_quoted = [&](const policy::Citation& cite) {
    ++quoted;
    CHECK_MESSAGE(leaflet.find(cite.words) != std::string::npos, cite.words);
  };
  for (const auto& principle : example.principles) check_quoted(principle.cite);
  for (const auto& exclusion : example.exclusions) check_quoted(exclusion.cite);
  for (const auto& role : example.roles) check_quoted(role.cite.value());
  for (const auto& stage : example.stages) {
    check_quoted(stage.cite);
    for (const auto& clock : stage.clocks) check_quoted(clock.cite);
  }
  for (const auto& duty : example.duties) check_quoted(duty.cite);
  for (const auto& action : example.risk.actions) check_quoted(action.cite);
  for (const auto& entry : example.risk.direct_entry) check_quoted(entry.cite);
  for (const auto& form : example.forms) check_quoted(form.cite);
  for (const auto& contact : example.contacts) check_quoted(contact.cite);
  CHECK(quoted == 13);
}

TEST_CASE("the README's local changes give the worked example with one contact changed") {
  const std::vector<std::string> blocks = json_blocks();
  REQUIRE(blocks.size() == 2);
  const auto changed = policy_files::changed(blocks[1], "north.json", text_of(kExample), kExample);
  REQUIRE_MESSAGE(changed.ok(), (changed.ok() ? "" : in_lines(changed.errors())));
  const policy::Policy* read = &changed->policy;
  const policy::Policy base = policy_files::policy_of(kExample);
  CHECK(read->id == "larkmoor-2026-north");
  CHECK(read->base == base.id);
  CHECK(read->title == base.title);
  REQUIRE(read->contacts.size() == 1);
  CHECK(read->contacts[0].email == "north@larkmoor.example");
  CHECK(read->stages.size() == base.stages.size());
  CHECK(read->duties.size() == base.duties.size());
}

TEST_CASE("every message that the README explains is one that the program gives") {
  const std::string code = literals();
  const auto rows = rows_under("what it says");
  CHECK(rows.size() > 25);
  for (const Row& row : rows) {
    INFO(row.left);
    CHECK(row.right.size() > 5);
    const std::vector<std::string> parts = parts_between(row.left, "…");
    CHECK(code.find("\"" + parts[0]) != std::string::npos);
    for (const std::string& part : parts) {
      INFO(part);
      CHECK(code.find(part) != std::string::npos);
    }
  }
}

TEST_CASE("the README names every word that a clock may use") {
  check_all_are_named(policy::kClockKinds, "kind");
  check_all_are_named(policy::kUnits, "unit");
  check_all_are_named(policy::kStartEvents, "start");
  check_all_are_named(policy::kTakes, "other_starts");
  check_all_are_named(policy::kMetBys, "met_by");
  check_all_are_named(policy::kForces, "force");
  check_all_are_named(policy::kOutcomes, "only_if");
  check_all_are_named(policy::kLapses, "lapse");
  const std::string text = readme();
  for (const auto& side : policy::kSides) {
    CHECK(text.find("`" + std::string(side.word) + "`") != std::string::npos);
  }
}

TEST_CASE("the README's list of files is the index's") {
  auto index = policy::read_index(text_of("policies/index.json"), "index.json");
  REQUIRE(index.ok());
  const auto rows = rows_under("file");
  for (const std::string& file : index->policies) {
    INFO(file);
    CHECK(std::any_of(rows.begin(), rows.end(),
                      [&](const Row& row) { return row.left == "`" + file + "`"; }));
  }
}
