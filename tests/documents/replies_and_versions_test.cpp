// Replies, declared and protecting times, priorities and another version of the procedure, in the
// words of the record, the chronology and the notices.
#include <doctest/doctest.h>

#include "documents/case_record.h"
#include "documents/case_words.h"
#include "documents/example_case.h"
#include "documents/notice.h"

using namespace documents;
using example::contains;

namespace {

std::string all_words(const Document& document) {
  return base::canonical(to_json(document));
}

bool has_heading(const Document& document, const std::string& text) {
  for (const Block& block : document.blocks) {
    const auto* heading = std::get_if<Heading>(&block);
    if (heading && heading->text == text) return true;
  }
  return false;
}

std::string value_of(const Document& document, const std::string& key, size_t nth = 0) {
  for (const Block& block : document.blocks) {
    const auto* facts = std::get_if<KeyValues>(&block);
    if (!facts) continue;
    for (const auto& row : facts->rows) {
      if (row.key == key && nth-- == 0) return row.value;
    }
  }
  return "";
}

std::string told(const casework::Case& state, const casework::Setting& setting) {
  std::string text;
  for (const auto& entry : chronology(state, setting, Detail::kFull)) {
    text += entry.happened + (entry.late ? " (late)" : "") + ": " + entry.what + "\n";
  }
  return text;
}

casework::ReplyReceived reply(bool agreed) {
  return {"stage-1", calendar::date(2026, 4, 7), "Priya Shah, team manager",
          "The threshold is not met", agreed};
}

}  // namespace

TEST_CASE("a reply is in the record, in the chronology and in the account of its stage") {
  example::World world;
  example::Story story;
  story.tell(example::opening(world.policy), example::at(4, 1));
  story.tell_late(reply(false), example::at(4, 7, 12), example::at(4, 9, 10));
  const casework::Case state = story.state();
  const Document record = case_record(state, world.setting);
  CHECK(has_heading(record, "Replies"));
  CHECK(has_heading(record, "Tuesday 7 April 2026"));
  CHECK(value_of(record, "From") == "Priya Shah, team manager");
  CHECK(value_of(record, "What it says") == "The threshold is not met");
  CHECK(value_of(record, "Settles the disagreement") == "No");
  CHECK(contains(value_of(record, "Written down"), "9 April 2026 at 10am (late entry)"));
  CHECK(contains(told(state, world.setting),
                 "7 April 2026 (late): Reply received at stage 1, from Priya Shah, team manager. "
                 "The threshold is not met. It does not settle the disagreement.\n"));
  const auto answers = prefilled(world.policy.forms[0], state, world.setting);
  CHECK(contains(answers.at("evidence")[0],
                 "Stage 1, 7 April 2026, reply from Priya Shah, team manager: The threshold is not "
                 "met. It does not settle the disagreement. (Written down on 9 April 2026.)"));

  example::Story settled;
  settled.tell(example::opening(world.policy), example::at(4, 1));
  settled.tell(reply(true), example::at(4, 7, 12));
  CHECK(value_of(case_record(settled.state(), world.setting), "Settles the disagreement") == "Yes");
  CHECK(contains(told(settled.state(), world.setting), "not met. It settles the disagreement.\n"));
}

TEST_CASE("times are called what they are: agreed, declared, or set to protect the child") {
  example::World world;
  policy::Clock protective = example::clock("protective", "It is settled");
  protective.kind = policy::ClockKind::kFixed;
  protective.or_protective = true;
  policy::Clock declared = example::clock("declared", "Stage 1 is resolved");
  declared.kind = policy::ClockKind::kDeclared;
  world.policy.stages[0].clocks.push_back(protective);
  world.policy.stages[0].clocks.push_back(declared);
  example::Story story;
  story.tell(example::opening(world.policy), example::at(4, 1));
  const auto time = [&](const char* clock, unsigned day, const char* with) {
    story.tell(
        casework::TimeAgreed{"stage-1", clock, calendar::date(2026, 4, day), with, "Holidays"},
        example::at(4, 1, 10));
  };
  time("stage-1-discussion", 10, "Priya Shah");
  time("declared", 9, "");
  time("declared", 8, "Tomasz Brandt");
  time("protective", 7, "");
  const Document record = case_record(story.state(), world.setting);
  CHECK(has_heading(record, "Times agreed"));
  CHECK(has_heading(record, "Times declared"));
  CHECK(has_heading(record, "Times set to protect the child"));
  const std::string text = told(story.state(), world.setting);
  CHECK(contains(text, "Time agreed at stage 1: by 10 April 2026, with Priya Shah. Holidays."));
  CHECK(contains(text, "Time declared at stage 1: by 9 April 2026. Holidays."));
  CHECK(contains(text,
                 "Time declared at stage 1: by 8 April 2026, told to Tomasz Brandt. Holidays."));
  CHECK(contains(text, "Time set to protect the child at stage 1: by 7 April 2026. Holidays."));
  // Declared by whoever wrote it down.
  for (size_t i = 0; i + 1 < record.blocks.size(); ++i) {
    const auto* heading = std::get_if<Heading>(&record.blocks[i]);
    if (!heading || heading->text != "Times declared") continue;
    const auto* table = std::get_if<Table>(&record.blocks[i + 1]);
    REQUIRE(table);
    CHECK(table->rows.size() == 2);
    CHECK(table->rows[0][0] == "Stage 1 is resolved");
    CHECK(contains(table->rows[0][4], "by Mara Ellwood"));
    CHECK(table->rows[1][2] == "Tomasz Brandt");
  }
}

TEST_CASE("the record names the priority") {
  example::World world;
  world.policy.priorities = {{"red", "Red", "At once", {}}};
  casework::CaseOpened opened = example::opening(world.policy);
  opened.priority = "red";
  example::Story story;
  story.tell(opened, example::at(4, 1));
  CHECK(value_of(case_record(story.state(), world.setting), "Priority") == "Red");
}

TEST_CASE("after a change of version, what came before is told in the words of its own version") {
  example::World world;
  const policy::Policy old = world.policy;
  policy::Policy& newer = world.policy;
  newer.version = "2027.1";
  newer.hash = std::string(64, 'b');
  newer.stages[0].id = "opening-talk";
  newer.stages[0].label = "Opening talk";
  newer.stages[1].id = "managers";
  newer.stages[1].label = "Managers";
  newer.stages[1].clocks[0].id = "managers-time";
  newer.duties.clear();
  example::Story story;
  story.tell(example::opening(old), example::at(4, 1));
  story.tell(casework::DutyDone{"tell-lead", "stage-1", "Rang Ines Calder"}, example::at(4, 1, 11));
  story.tell(casework::StageEntered{"stage-2", "stage-1", false, "Not resolved"},
             example::at(4, 8));
  story.tell(casework::DiscussionRecorded{"stage-2", calendar::date(2026, 4, 8), "Telephone",
                                          "Priya Shah", "Long talk", ""},
             example::at(4, 8, 12));
  story.tell(casework::PolicyChanged{newer.id, newer.version, newer.hash, "managers",
                                     "The partnership asks for it"},
             example::at(4, 9));
  casework::Setting setting = world.setting;
  setting.earlier = {&old};
  const casework::Case state = story.state();
  const Document record = case_record(state, setting);
  CHECK(value_of(record, "Version") == "2027.1");
  CHECK(value_of(record, "Version it was raised under") == "2026.1");
  CHECK(value_of(record, "Version", 1) == "2026.1");  // of stage 1
  CHECK(value_of(record, "Version", 2) == "2027.1");
  CHECK(has_heading(record, "Stage 1: Practitioner to practitioner"));
  CHECK(has_heading(record, "Managers: Line manager to line manager"));
  CHECK(value_of(record, "What was said") == "Long talk");
  CHECK(contains(all_words(record), "Tell the lead professional"));
  CHECK(contains(all_words(record), "Rang Ines Calder"));
  // Owed at stage 1 by the version of that time, and not done.
  CHECK(contains(all_words(record), "Consult the safeguarding lead"));
  const std::string text = told(state, setting);
  CHECK(contains(text, "Discussion at stage 2, telephone"));
  CHECK(contains(text,
                 "The case goes on under version 2027.1 of the procedure, at managers. The "
                 "partnership asks for it."));
  // Without the earlier version nothing that was written is lost.
  const std::string alone = all_words(case_record(state, world.setting));
  CHECK(contains(alone, "Rang Ines Calder"));
  CHECK(contains(alone, "Long talk"));
}

namespace {

// A case that goes on under a version which gives the old ids other words.
struct Reworded {
  example::World world;
  policy::Policy old = world.policy;
  example::Story story;

  Reworded() {
    policy::Policy& newer = world.policy;
    newer.version = "2027.1";
    newer.hash = std::string(64, 'b');
    newer.tests[0].question = "Is everybody in your agency content?";
    newer.exclusions[0].question = "Has the case been closed?";
    newer.disagreements[0].text = "Records kept on paper";
    old.priorities = {{"high", "High: the same day", "", {}}};
    newer.priorities = {{"high", "Can wait", "", {}}};
    newer.forms[0].title = "Closing letter";
    newer.forms[0].fields[4].label = "What everybody agrees";
    newer.duties[0].text = "Archive the file";
    casework::CaseOpened opened = example::opening(old);
    opened.priority = "high";
    story.tell(opened, example::at(4, 1));
    story.tell(casework::DutyDone{"tell-lead", "stage-1", "Rang Ines Calder"},
               example::at(4, 1, 11));
    story.tell(notice("The old problem"), example::at(4, 2));
    story.tell(casework::PolicyChanged{newer.id, newer.version, newer.hash, "stage-1", "Asked for"},
               example::at(4, 9));
    story.tell(notice("The new problem"), example::at(4, 10));
  }
  static casework::NoticeIssued notice(const char* problem) {
    casework::NoticeIssued issued;
    issued.stage = "stage-1";
    issued.form = "resolution-notice";
    issued.answers = {{"problem", {problem}}};
    return issued;
  }
};

std::string answer_in(const Document& document, const std::string& question) {
  for (const Block& block : document.blocks) {
    const auto* table = std::get_if<Table>(&block);
    if (!table || table->columns[0] != "Question") continue;
    for (const auto& row : table->rows) {
      if (row[0] == question) return row[1];
    }
  }
  return "";
}

}  // namespace

TEST_CASE("an answer is printed under the question that was asked") {
  Reworded example;
  casework::Setting setting = example.world.setting;
  setting.earlier = {&example.old};
  const Document record = case_record(example.story.state(), setting);
  CHECK(answer_in(record, "Might the child be at risk of harm?") == "Yes");
  CHECK(answer_in(record, "Is it about a conference decision?") == "No");
  CHECK(value_of(record, "About") == "Referrals not accepted\nPlans not produced");
  CHECK(value_of(record, "Priority") == "High: the same day");
  for (const char* newer :
       {"Is everybody", "Has the case been closed", "Records kept", "Can wait"}) {
    CHECK_FALSE(contains(all_words(record), newer));
  }
  const auto answers = prefilled(example.world.policy.forms[0], example.story.state(), setting);
  CHECK(answers.at("area") == std::vector<std::string>{"Referrals not accepted"});
}

TEST_CASE("a notice is printed under the labels with which it was issued") {
  Reworded example;
  casework::Setting setting = example.world.setting;
  setting.earlier = {&example.old};
  const Document record = case_record(example.story.state(), setting);
  CHECK(has_heading(record, "Issued: Resolution Notice"));
  CHECK(value_of(record, "The problem") == "The old problem");
  CHECK(has_heading(record, "Issued: Closing letter"));
  CHECK(value_of(record, "What everybody agrees") == "The new problem");
}

TEST_CASE("where the earlier version is not known the ids are said, and no other version's words") {
  Reworded example;
  const Document record = case_record(example.story.state(), example.world.setting);
  CHECK(answer_in(record, "risk") == "Yes");
  CHECK(answer_in(record, "conference") == "No");
  CHECK(value_of(record, "About") == "referrals\nplans");
  CHECK(value_of(record, "Priority") == "high");
  CHECK(has_heading(record, "Issued: resolution-notice"));
  CHECK(value_of(record, "problem") == "The old problem");
  CHECK(value_of(record, "What everybody agrees") == "The new problem");
}
