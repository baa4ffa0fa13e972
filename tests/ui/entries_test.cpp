// What else is written into the case file: the list of it, each form, one record with its
// corrections, and what two devices wrote apart.
#include <doctest/doctest.h>

#include "app/entry_answers.h"
#include "ui/screens.h"

using namespace ui;
using app::Page;
using casework::StepKind;

namespace {

Screen at_case(Page page) {
  Screen screen(page);
  screen.open_case();
  return screen;
}

}  // namespace

TEST_CASE("what can be added is listed, and a press begins it") {
  Screen screen = at_case(Page::kEntries);
  check_fits(screen);
  screen.ui->press(Role::kLink, "Record how great the risk is now");
  const auto step = screen.take<app::StartStep>();
  REQUIRE(step);
  CHECK(step->kind == StepKind::kWriteEntry);
  CHECK(step->target == "risk_changed");
  CHECK_FALSE(screen.ui->has(Role::kLink, "Reopen the case"));
  CHECK_FALSE(screen.ui->has(Role::kLink, "Record that somebody approved this record"));
  screen.ui->press(Role::kLink, "Go to the chronology");
  CHECK(screen.take<app::Go>()->target == app::kChronologyPart);
}

TEST_CASE("every form has a field for each thing it asks, and says what it is about") {
  for (const app::EntryForm& form : app::entry_forms()) {
    CAPTURE(form.type);
    Screen screen = at_case(Page::kEntry);
    screen.add(casework::NoticeIssued{"notice", "", {{"problem", {"Closed too soon"}}}, ""});
    const std::string notice = screen.state.open_case()->notices[0].event_id;
    screen.state.target = form.type;
    check_fits(screen);
    for (const app::EntryField& field : form.fields) CHECK(screen.ui->says(field.label));
    CHECK(screen.ui->has(Role::kHeading, form.title));
    screen.ui->press(Role::kButton, form.save);
    CHECK(screen.take<app::Submit>());
    screen.state.target = app::entry_target(form, notice);
    CHECK(screen.show().says("This is about the notice of 1 April 2026."));
  }
}

TEST_CASE("a notice that was received is chosen among those that were sent") {
  Screen screen = at_case(Page::kEntry);
  screen.add(casework::NoticeIssued{"notice", "", {{"problem", {"Closed too soon"}}}, ""});
  screen.state.target = "silence_recorded";
  app::offer_entry(screen.state.draft, app::entry_target(screen.state.target),
                   *screen.state.open_case(), invented::date(2026, 4, 1));
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kRadio, "The notice of 1 April 2026"));
  ui.press(Role::kRadio, "Something else was asked");
  const auto chosen = screen.take<app::SetText>();
  REQUIRE(chosen);
  CHECK(chosen->key == "notice");
  CHECK(chosen->value.empty());
}

TEST_CASE(
    "a record is shown as it reads now and as it was written, and leads to what can be done") {
  Screen screen = at_case(Page::kShownEntry);
  screen.add(casework::NoteAdded{"He rang."});
  const std::string note = screen.state.open_case()->notes[0].event_id;
  screen.state.target = note;
  screen.add(casework::EventAmended{note, {{"text", "She rang."}}, "Mistyped"});
  screen.add(
      casework::RecordApproved{note, invented::date(2026, 4, 1), "Priya Shah", "It is right"});
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.has(Role::kHeading, "The note of 1 April 2026"));
  CHECK(ui.says("Note: She rang."));
  CHECK(ui.says("He rang."));
  CHECK(ui.says("Why: Mistyped."));
  CHECK(ui.says("Approved on 1 April 2026 by Priya Shah. It is right."));
  ui.press(Role::kLink, "Correct this record");
  auto step = screen.take<app::StartStep>();
  CHECK(step->kind == StepKind::kCorrect);
  CHECK(step->target == note);
  ui.press(Role::kLink, "Record that somebody approved this record");
  CHECK(screen.take<app::StartStep>()->target == "record_approved/" + note);
}

TEST_CASE("a correction asks for each part by its name, as it reads now") {
  Screen screen = at_case(Page::kCorrection);
  screen.add(casework::DiscussionRecorded{"", invented::date(2026, 4, 1), "Telephone", "Priya Shah",
                                          "We disagreed.", ""});
  const casework::Case& open = *screen.state.open_case();
  screen.state.target = open.discussions[0].event_id;
  app::offer_correction(screen.state.draft, open, open.events[1]);
  check_fits(screen);
  CHECK(screen.ui->get(Role::kTextField, "What was said").value == "We disagreed.");
  CHECK(screen.ui->says("When it took place"));
  CHECK(screen.ui->says("Why is it corrected?"));
  screen.ui->press(Role::kButton, "Save the correction");
  CHECK(screen.take<app::Submit>());
}

TEST_CASE("what two devices wrote apart is told on the case, and settled on a page of its own") {
  Screen screen = at_case(Page::kCase);
  casework::Case& open = screen.state.cases.front();
  screen.add(casework::StageEntered{"stage-2", "", false, "It was not resolved."});
  casework::Event apart{"",
                        open.id,
                        {open.events.front().id},
                        screen.state.now,
                        calendar::Instant{screen.state.now.ms + 60'000},
                        {"Priya Shah", "Team manager", "Assessment Team", ""},
                        casework::StageEntered{"stage-3", "stage-1", true, "It cannot wait."}};
  casework::seal(apart);
  std::vector<casework::Event> events = open.events;
  events.push_back(apart);
  auto folded = casework::fold(events);
  REQUIRE(folded.ok());
  open = std::move(folded).value();
  REQUIRE(open.conflicts.size() == 1);
  check_fits(screen);
  screen.ui->press(Role::kLink, "See what it is, and settle it");
  CHECK(screen.take<app::StartStep>()->kind == StepKind::kSettle);
  screen.state.page = Page::kSettlement;
  screen.state.draft.chosen["events"] = open.conflicts;
  check_fits(screen);
  CHECK(screen.ui->says("It cannot wait."));
  CHECK(screen.ui->says("Priya Shah"));
  screen.ui->press(Role::kRadio, "Stage 2: Manager to manager");
  const auto chosen = screen.take<app::SetText>();
  REQUIRE(chosen);
  CHECK(chosen->key == "stage");
  CHECK(chosen->value == "stage-2");
  screen.ui->press(Role::kButton, "Save how it was settled");
  CHECK(screen.take<app::Submit>());
}
