// The case record: everything that was written in a case is in it, with what the procedure asked
// for.
#include "documents/case_record.h"

#include <doctest/doctest.h>

#include "documents/example_case.h"
#include "documents/well_formed.h"

using namespace documents;
using example::contains;

namespace {

const Table* table_under(const Document& document, const std::string& heading, size_t nth = 0) {
  for (size_t i = 0; i + 1 < document.blocks.size(); ++i) {
    const auto* found = std::get_if<Heading>(&document.blocks[i]);
    if (found && found->text == heading && nth-- == 0)
      return std::get_if<Table>(&document.blocks[i + 1]);
  }
  return nullptr;
}

// Every text of a JSON value, but keys.
void collect(const base::Json& json, std::vector<std::string>& texts) {
  if (const auto* text = json.get_ptr<const std::string*>()) texts.push_back(*text);
  if (!json.is_structured()) return;
  for (const base::Json& part : json) collect(part, texts);
}

}  // namespace

TEST_CASE("every word that was written in the case is in its record") {
  example::World world;
  example::Story story = example::story(world.policy);
  story.tell(casework::NoticeIssued{"resolution-notice",
                                    "stage-3",
                                    {{"problem", {"A long standing problem"}},
                                     {"date", {"2026-04-21"}},
                                     {"gone", {"An answer to a field that is gone"}}},
                                    "manager@westmarsh.example"},
             example::at(4, 21, 10));
  example::resolve(story);
  const Document document = case_record(story.state(), world.setting);
  const std::string json = base::canonical(to_json(document));
  for (const char* written : {"CG-7K2M-9QXD",
                              "J.T.",
                              "Mara Ellwood",
                              "Designated safeguarding lead",
                              "Larkfield School",
                              "m.ellwood@larkfield.example",
                              "Priya Shah",
                              "Team manager",
                              "Children's Assessment Team",
                              "The referral was closed without an assessment.",
                              "Bruising was seen twice in one week",
                              "He is afraid to go home.",
                              "A strategy discussion is held.",
                              "31 March 2026",
                              "The duty team was rung at once.",
                              "Referrals not accepted",
                              "Plans not produced",
                              "Telephone",
                              "Priya Shah, team manager",
                              "She holds that the threshold is not met.",
                              "I set out both sightings",
                              "A second opinion by 9 April",
                              "10 April 2026",
                              "School holidays",
                              "Rang Ines Calder",
                              "The second opinion agreed with the first",
                              "Absent from school today",
                              "No reply to three calls",
                              "A long standing problem",
                              "21 April 2026",
                              "An answer to a field that is gone",
                              "manager@westmarsh.example",
                              "Olu Danso, head of service",
                              "Both accounts were heard.",
                              "An assessment starts on 22 April.",
                              "Sightings by schools are to be logged",
                              "Tomasz Brandt"}) {
    CAPTURE(written);
    CHECK(contains(json, written));
  }
  CHECK(contains(json, casework::fingerprint(story.state())));
  CHECK(example::fault_in_xml(to_html(document)) == "");
}

TEST_CASE("the three media hold the same words of a record") {
  example::World world;
  example::Story story = example::story(world.policy);
  example::resolve(story);
  const Document document = case_record(story.state(), world.setting);
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) {
    Document one;
    one.blocks = {block};
    collect(to_json(one)["blocks"][0], texts);
  }
  // Line breaks fall elsewhere in text and a few characters are escaped in HTML: compare word by
  // word.
  const std::string text = to_text(document);
  const std::string html = to_html(document);
  size_t compared = 0;
  for (const std::string& part : texts) {
    size_t start = 0;
    while ((start = part.find_first_not_of(" \n", start)) != part.npos) {
      const size_t end = std::min(part.find_first_of(" \n", start), part.size());
      const std::string word = part.substr(start, end - start);
      start = end;
      if (word.find_first_of("_'\"&<>") != word.npos || word == "normal" || word == "hint")
        continue;
      if (word == "heading" || word == "paragraph" || word == "table" || word == "checklist")
        continue;
      ++compared;
      CAPTURE(word);
      CHECK(contains(text, word));
      CHECK(contains(html, word));
    }
  }
  CHECK(compared > 300);
}

TEST_CASE(
    "each stage has its dates, deadlines with their reason, discussions and duties, done or not") {
  example::World world;
  example::Story story = example::story(world.policy);
  example::resolve(story);
  const Document document = case_record(story.state(), world.setting);
  std::vector<std::string> sections;
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading && heading->level == 2) sections.push_back(heading->text);
  }
  sections.resize(std::min<size_t>(sections.size(), 6));
  CHECK(sections == std::vector<std::string>{
                        "Parties", "The disagreement", "Whether this procedure applies",
                        "Stage 1: Practitioner to practitioner",
                        "Stage 2: Line manager to line manager", "Stage 3: Heads of service"});
  const Table* deadlines = table_under(document, "Deadlines");
  REQUIRE(deadlines != nullptr);
  REQUIRE(deadlines->rows.size() == 1);
  CHECK(deadlines->rows[0][0] == "The discussion takes place");
  CHECK(deadlines->rows[0][1] == "Friday 10 April 2026");  // agreed, before the ten days are over
  CHECK(!deadlines->rows[0][3].empty());

  const Table* first = table_under(document, "Duties", 0);
  REQUIRE(first != nullptr);
  std::map<std::string, std::string> done;
  for (const auto& row : first->rows) done[row[0]] = row[2];
  CHECK(done == std::map<std::string, std::string>{{"Tell the lead professional", "Done"},
                                                   {"Consult the safeguarding lead", "Not done"}});
  const Table* second = table_under(document, "Duties", 1);
  REQUIRE(second != nullptr);
  CHECK(second->rows == std::vector<std::vector<std::string>>{
                            {"Consult the safeguarding lead", "At every stage", "Not done", ""}});
}

TEST_CASE("the chronology is in order of what happened and marks late entries") {
  example::World world;
  example::Story story = example::story(world.policy);
  example::resolve(story);
  const casework::Case state = story.state();
  const Document document = case_record(state, world.setting);
  const Table* table = table_under(document, "Chronology");
  REQUIRE(table != nullptr);
  CHECK(table->columns == std::vector<std::string>{"Happened", "Written down", "Who", "What"});
  REQUIRE(table->rows.size() == state.events.size());
  CHECK(table->rows[1] == std::vector<std::string>{
                              "2 April 2026", "9 April 2026 at 10am (late entry)",
                              "Mara Ellwood, Designated safeguarding lead, Larkfield School",
                              "Discussion at stage 1, telephone, with Priya Shah, team manager."});
  size_t late = 0;
  for (const auto& row : table->rows) late += contains(row[1], "late entry") ? 1 : 0;
  CHECK(late == 1);
  CHECK(table->rows.back()[3] == "Resolved at stage 3, agreed with Olu Danso.");
}

TEST_CASE("a discussion written down long after its day is late, whatever its event says") {
  example::World world;
  example::Story story;
  story.tell(example::opening(world.policy), example::at(4, 1));
  story.tell(casework::DiscussionRecorded{"stage-1", example::date(2026, 4, 2), "", "", "Said", ""},
             example::at(4, 9));
  const Document document = case_record(story.state(), world.setting);
  const Table* table = table_under(document, "Chronology");
  REQUIRE(table != nullptr);
  CHECK(contains(table->rows[1][1], "late entry"));
}

TEST_CASE("the scope answers are there, with those that the policy does not know") {
  example::World world;
  casework::CaseOpened opened = example::opening(world.policy);
  opened.tests["older-test"] = true;
  opened.exclusions.clear();
  opened.scope_reason = "The conference is weeks away";
  example::Story story;
  story.tell(opened, example::at(4, 1));
  const Document document = case_record(story.state(), world.setting);
  const Table* table = table_under(document, "Whether this procedure applies");
  REQUIRE(table != nullptr);
  CHECK(table->rows == std::vector<std::vector<std::string>>{
                           {"Might the child be at risk of harm?", "Yes"},
                           {"older-test", "Yes"},
                           {"Is it about a conference decision?", "Not answered"}});
  CHECK(contains(to_text(document), "The conference is weeks away."));
  CHECK(contains(to_text(document), "No outcome is recorded. The case is open."));
}

TEST_CASE("a withdrawn case says when and why") {
  example::World world;
  example::Story story = example::story(world.policy);
  story.tell(casework::CaseWithdrawn{"Raised twice by mistake"}, example::at(4, 21));
  const std::string text = to_text(case_record(story.state(), world.setting));
  CHECK(contains(text, "Status: Withdrawn at stage 3 on 21 April 2026"));
  CHECK(contains(text, "Reason: Raised twice by mistake"));
}

TEST_CASE("what two devices wrote apart is told in full") {
  example::World world;
  example::Story one;
  one.tell(example::opening(world.policy), example::at(4, 1));
  example::Story two = one;
  one.tell(casework::CaseResolved{"stage-1", "Assessed after all", "", true, ""},
           example::at(4, 2));
  two.tell(casework::StageEntered{"stage-2", "stage-1", false, "Nobody rang back"},
           example::at(4, 3));
  std::vector<casework::Event> events = one.state().events;
  events.push_back(two.state().events.back());
  const auto merged = casework::fold(events);
  REQUIRE(merged.ok());
  REQUIRE(merged->conflicts.size() == 1);
  const Document document = case_record(*merged, world.setting);
  const std::string text = to_text(document);
  CHECK(contains(text, "Entries that disagree"));
  CHECK(contains(text, "Nobody rang back."));
}

TEST_CASE("a duty of an earlier stage that was done after it is shown as done") {
  example::World world;
  world.policy.duties[1].action = policy::DutyAction::kRecord;
  example::Story story = example::story(world.policy);
  story.tell_late(casework::DiscussionRecorded{"stage-2", example::date(2026, 4, 15), "Telephone",
                                               "Priya Shah", "Rang at last.", ""},
                  example::at(4, 15, 12), example::at(4, 21));
  story.tell(casework::CaseWithdrawn{"Moved away"}, example::at(4, 21, 12));
  const Document document = case_record(story.state(), world.setting);
  std::vector<std::string> done;
  for (size_t i = 0; i < 3; ++i) {
    const Table* table = table_under(document, "Duties", i);
    REQUIRE(table != nullptr);
    for (const auto& row : table->rows) {
      if (row[0] == "Consult the safeguarding lead") done.push_back(row[2]);
    }
  }
  CHECK(done == std::vector<std::string>{"Done", "Done", "Not done"});
}
