// What else is written into the case file, by a person at a device: forms that are data,
// corrections, and what is left of them when the page is left.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/entry_forms.h"
#include "desk.h"

using app::Page;
using casework::StepKind;

namespace {

struct AtCase : fakes::Desk {
  AtCase() {
    fakes::set_up_with(*this, fakes::small_policy());
    fakes::raise_small(*this);
    REQUIRE(state().page == Page::kCase);
  }
  const casework::Case& now() const { return *state().open_case(); }
  void write(const std::string& type) {
    press(app::StartStep{StepKind::kWriteEntry, type});
    REQUIRE(state().page == Page::kEntry);
  }
  // Refused: the fields that are told.
  std::vector<std::string> refused() {
    press(app::Submit{});
    CHECK(state().page != Page::kCase);
    return keys_of_errors();
  }
  void save() {
    press(app::Submit{});
    for (const app::FieldError& error : state().errors) FAIL(error.key << ": " << error.message);
    REQUIRE(state().page == Page::kCase);
  }
};

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("every form makes the record that its type names, of keys that the record has") {
  for (const app::EntryForm& form : app::entry_forms()) {
    CAPTURE(form.type);
    CHECK(casework::payload_of_type(form.type));
    CHECK(app::entry_target(form.type + "/abc").form->type == form.type);
    CHECK(app::entry_target(form.type + "/abc").event == "abc");
    CHECK(app::entry_target(form, "abc") == form.type + "/abc");
    CHECK_FALSE(form.fields.empty());
  }
  CHECK(app::entry_target("note_added").form == nullptr);
}

TEST_CASE("the risk is recorded, with what is missing told beside its field") {
  AtCase desk;
  desk.write("risk_changed");
  CHECK(desk.refused() == Keys{"immediate", "account"});
  desk.type("immediate", "yes");
  desk.type("account", "A bruise was seen.");
  CHECK(desk.refused() == Keys{"action"});
  desk.type("action", "999");
  desk.save();
  CHECK(desk.state().success == "The risk is recorded and saved.");
  CHECK(desk.now().at_immediate_risk());
  CHECK(desk.keeps("A bruise was seen."));
  desk.reload_and_unlock();
  REQUIRE(desk.state().cases.size() == 1);
  CHECK(desk.state().cases[0].at_immediate_risk());
}

TEST_CASE("what is half written is kept, and is found again by its own name") {
  AtCase desk;
  desk.write("participant_named");
  desk.type("person.agency", "Northmoor Board");
  desk.press(app::Go{Page::kHome, ""});
  REQUIRE(desk.state().half_written.size() == 1);
  CHECK(desk.state().half_written[0].title == "Name somebody who takes part");
  desk.press(app::ResumeDraft{desk.state().half_written[0].key});
  CHECK(desk.state().page == Page::kEntry);
  CHECK(desk.state().draft.get("person.agency") == "Northmoor Board");
  CHECK(desk.refused() == Keys{"person.name", "side"});
}

TEST_CASE("what a closed case does not take is not offered, and it is reopened where people say") {
  AtCase desk;
  const auto offered = [&](const char* type) {
    return app::is_offered(*app::entry_target(type).form, desk.now());
  };
  CHECK(offered("risk_changed"));
  CHECK_FALSE(offered("case_reopened"));
  CHECK_FALSE(offered("outcome_confirmed"));
  CHECK_FALSE(offered("notice_acknowledged"));
  CHECK(offered("silence_recorded"));
  desk.press(app::StartStep{StepKind::kResolve, ""});
  desk.type("outcome", "A plan.");
  desk.type("agreed_with", "Priya Shah");
  desk.type("debrief", "no");
  desk.save();
  CHECK_FALSE(offered("risk_changed"));
  CHECK(offered("outcome_confirmed"));
  desk.write("case_reopened");
  CHECK(desk.state().draft.get("stage") == desk.now().stage());
  CHECK(desk.refused() == Keys{"reason"});
  desk.type("reason", "Nobody visited.");
  desk.save();
  CHECK(desk.now().is_open());
  CHECK(desk.now().former_outcomes.size() == 1);
}

TEST_CASE("a record is corrected from what it says now, and only what differs is written") {
  AtCase desk;
  desk.press(app::StartStep{StepKind::kAddNote, ""});
  desk.type("text", "He rang.");
  desk.save();
  const std::string note = desk.now().notes[0].event_id;
  desk.press(app::StartStep{StepKind::kCorrect, note});
  REQUIRE(desk.state().page == Page::kCorrection);
  CHECK(desk.state().draft.get("changes.text") == "He rang.");
  CHECK(desk.refused() == Keys{"reason", "changes"});
  desk.type("changes.text", "She rang.");
  desk.type("reason", "Mistyped");
  desk.save();
  CHECK(desk.now().notes[0].fact.text == "She rang.");
  CHECK(desk.now().amendments[0].fact.changes.size() == 1);
  // The next correction begins with the corrected words.
  desk.press(app::StartStep{StepKind::kCorrect, note});
  CHECK(desk.state().draft.get("changes.text") == "She rang.");
}

TEST_CASE("a discussion takes actions: those with words, each with what is to be done") {
  AtCase desk;
  desk.press(app::StartStep{StepKind::kRecordDiscussion, ""});
  desk.type("channel", "Telephone");
  desk.type("with", "Priya Shah");
  desk.type("account", "We agreed.");
  desk.type("theirs", "No threshold is met.");
  desk.type("actions.0.what", "Visit");
  desk.date("actions.0.by", "31", "2", "2026");
  desk.type("actions.2.owner", "Priya Shah");
  CHECK(desk.refused() == Keys{"actions.0.by", "actions.2.what"});
  desk.date("actions.0.by", "9", "4", "2026");
  desk.type("actions.2.what", "Call the school");
  desk.save();
  const casework::DiscussionRecorded& talk = desk.now().discussions[0].fact;
  CHECK(talk.theirs == "No threshold is met.");
  REQUIRE(talk.actions.size() == 2);
  CHECK(talk.actions[0] == casework::Action{"Visit", "", calendar::date(2026, 4, 9)});
  CHECK(talk.actions[1] == casework::Action{"Call the school", "Priya Shah", {}});
}

TEST_CASE("no page begins of a record that is not there") {
  AtCase desk;
  desk.press(app::StartStep{StepKind::kWriteEntry, "nothing"});
  CHECK(desk.state().page == Page::kCase);
  desk.press(app::StartStep{StepKind::kCorrect, "nothing"});
  CHECK(desk.state().page == Page::kCase);
  desk.press(app::StartStep{StepKind::kSettle, ""});
  CHECK(desk.state().page == Page::kCase);
}
