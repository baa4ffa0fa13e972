// What is typed and not committed is taken back step by step, seen where it was made, and put there
// again; half-written things are gone on with or thrown away, and even that is taken back.
#include "app/undo.h"

#include <doctest/doctest.h>

#include "desk.h"

namespace {

using app::Page;
using fakes::Desk;

struct Writing : Desk {
  Writing() {
    set_up();
    fakes::put_folder(*this, {{"northmoor.json", fakes::small_policy()}});
    reload_and_unlock();
    fakes::raise_small(*this);
    press(app::StartStep{casework::StepKind::kRecordDiscussion, ""});
  }
  void rest() {
    clock.time.ms += 2000;
    session->tick();
    later.run();
  }
  const std::string& account() const { return state().draft.get("account"); }
};

}  // namespace

TEST_CASE("a step is what was done to one field without a rest") {
  app::UndoHistory history;
  app::Draft draft;
  const auto type = [&](const char* field, const char* text, int64_t at) {
    history.note(field, {draft, Page::kNote, ""}, calendar::Instant{at});
    draft.text[field] = text;
  };
  type("text", "T", 0);
  type("text", "Th", 300);
  type("text", "The", 600);
  type("text", "The school", 5000);  // after a rest
  type("with", "Sam", 5100);         // another field
  auto back = history.undo({draft, Page::kNote, ""});
  REQUIRE(back);
  CHECK(back->draft.get("with").empty());
  CHECK(back->draft.get("text") == "The school");
  back = history.undo(*back);
  REQUIRE(back);
  CHECK(back->draft.get("text") == "The");
  back = history.undo(*back);
  REQUIRE(back);
  CHECK(back->draft.get("text").empty());
  CHECK_FALSE(history.undo(*back));
  for (const char* text : {"The", "The school"}) {
    back = history.redo(*back);
    REQUIRE(back);
    CHECK(back->draft.get("text") == text);
  }
  draft = back->draft;
  type("text", "The nurse", 9000);  // another way from here: nothing to put back any more
  CHECK_FALSE(history.can_redo());
}

TEST_CASE("nothing is to be undone before anything was typed, nor after it was saved") {
  Writing desk;
  CHECK_FALSE(desk.state().can_undo);
  desk.press(app::Undo{});
  desk.press(app::Redo{});
  CHECK(desk.account().empty());
  desk.type("with", "Sam Ashby");
  desk.type("channel", "Telephone");
  desk.type("account", "We spoke.");
  CHECK(desk.state().can_undo);
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == Page::kCase);
  desk.session->tick();
  CHECK_FALSE(desk.state().can_undo);
  desk.press(app::StartStep{casework::StepKind::kRecordDiscussion, ""});
  CHECK_FALSE(desk.state().can_undo);
}

TEST_CASE("undo and redo leave the rest of the page as it is, and what they leave is kept") {
  Writing desk;
  desk.type("with", "Sam Ashby");
  desk.type("account", "We spoke on Monday.");
  desk.rest();
  desk.type("account", "All lost by one wrong key");
  desk.press(app::Undo{});
  CHECK(desk.account() == "We spoke on Monday.");
  CHECK(desk.state().draft.get("with") == "Sam Ashby");
  CHECK(desk.state().can_redo);
  desk.rest();
  desk.reload_and_unlock();
  desk.press(app::OpenCase{desk.state().home.front().case_id});
  desk.press(app::StartStep{casework::StepKind::kRecordDiscussion, ""});
  CHECK(desk.account() == "We spoke on Monday.");
}

TEST_CASE("what was changed on another question is undone there, where it is seen") {
  Desk desk;
  desk.set_up();
  fakes::put_folder(desk, {{"northmoor.json", fakes::small_policy()}});
  desk.reload_and_unlock();
  desk.press(app::StartRaise{});
  desk.type("policy", "northmoor");
  desk.type("area", "north");
  desk.press(app::Continue{});
  REQUIRE(desk.state().page == Page::kRaiseSubject);
  desk.type("subject.kind", "child");
  desk.type("subject.name", "Child T");
  desk.press(app::Continue{});
  REQUIRE(desk.state().page == Page::kRaiseRisk);
  desk.press(app::Undo{});
  CHECK(desk.state().page == Page::kRaiseSubject);
  CHECK(desk.state().draft.get("subject.name").empty());
  desk.press(app::Continue{});  // refused: the name is missing
  desk.press(app::Redo{});
  CHECK(desk.state().draft.get("subject.name") == "Child T");
}

TEST_CASE("home lists what is half written, leads on where it stopped, and takes it back") {
  Writing desk;
  desk.type("account", "Half a talk");
  desk.press(app::Go{Page::kHome, ""});
  desk.press(app::StartRaise{});
  desk.type("policy", "northmoor");
  desk.type("area", "north");
  desk.press(app::Continue{});
  desk.type("subject.kind", "child");
  desk.type("subject.name", "Child U");
  desk.press(app::Go{Page::kHome, ""});
  REQUIRE(desk.state().half_written.size() == 2);
  const auto& listed = desk.state().half_written;
  const auto begun = std::find_if(listed.begin(), listed.end(),
                                  [](const auto& each) { return each.key == "raise"; });
  REQUIRE(begun != listed.end());
  CHECK(begun->title == "Raise a disagreement");
  CHECK(begun->about == "Child U");
  const app::HalfWritten talk = begun == listed.begin() ? listed.back() : listed.front();
  CHECK(talk.title == "Record a discussion");
  CHECK(talk.about.find("Child T, CG-") == 0);

  desk.press(app::ResumeDraft{"raise"});
  CHECK(desk.state().page == Page::kRaiseRisk);  // the first question without an answer
  CHECK(desk.state().draft.get("subject.name") == "Child U");
  desk.press(app::Go{Page::kHome, ""});
  desk.press(app::ResumeDraft{talk.key});
  CHECK(desk.state().page == Page::kDiscussion);
  CHECK(desk.account() == "Half a talk");

  desk.press(app::Go{Page::kHome, ""});
  desk.press(app::DiscardDraft{talk.key});
  CHECK(desk.state().half_written.size() == 1);
  CHECK(desk.state().toast.words == "Thrown away: Record a discussion.");
  CHECK(desk.state().toast.undo);
  const auto kept = [&] {
    for (const auto& [id, bytes] : desk.vault.records) {
      if (bytes.find("Half a talk") != std::string::npos) return true;
    }
    return false;
  };
  CHECK_FALSE(kept());
  CHECK(desk.state().can_undo);
  desk.press(app::Undo{});
  CHECK(desk.state().half_written.size() == 2);
  CHECK(kept());
  desk.press(app::ResumeDraft{talk.key});
  CHECK(desk.account() == "Half a talk");
}

TEST_CASE("a draft thrown away is gone for good once the page is left") {
  Writing desk;
  desk.type("account", "Half a talk");
  desk.press(app::Go{Page::kHome, ""});
  const std::string key = desk.state().half_written.front().key;
  desk.press(app::DiscardDraft{key});
  desk.press(app::Go{Page::kProcedures, ""});
  CHECK(desk.state().toast.words.empty());  // it offers nothing that is no longer there
  desk.press(app::Go{Page::kHome, ""});
  CHECK_FALSE(desk.state().can_undo);
  desk.press(app::Undo{});
  CHECK(desk.state().half_written.empty());
  desk.press(app::ResumeDraft{key});
  CHECK(desk.state().page == Page::kHome);
}

TEST_CASE(
    "the last two hundred steps are kept, and of long texts as many as fit in two megabytes") {
  const auto steps_kept = [](int made, size_t bytes) {
    app::UndoHistory history;
    app::Draft draft;
    draft.text["account"] = std::string(bytes, 'a');
    for (int i = 0; i < made; ++i) {
      history.note("text", {draft, Page::kNote, ""}, calendar::Instant{i * 5000});
    }
    int kept = 0;
    while (history.undo({draft, Page::kNote, ""})) ++kept;
    return kept;
  };
  CHECK(steps_kept(199, 10) == 199);
  CHECK(steps_kept(250, 10) == 200);
  const int long_ones = steps_kept(100, 100'000);
  CHECK(long_ones > 10);
  CHECK(long_ones <= 20);
  CHECK(steps_kept(5, 3'000'000) == 1);
}
