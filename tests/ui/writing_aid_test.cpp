// Help beside the text: what it offers, what it puts into which field, remarks under the text, and
// the check before something goes.
#include "ui/writing_aid.h"

#include <doctest/doctest.h>

#include "ui/screens.h"

using namespace ui;
using app::Page;

namespace {

policy::Policy with_prompts() {
  policy::Policy policy = northmoor();
  policy.prompts = {{"What happened?",
                     {"What did you see?", "What did they say?"},
                     {"guide", "Prompts", "what happened", ""}},
                    {"Impact", {"Who was affected?"}, {"guide", "Prompts", "impact", ""}}};
  policy.stages[0].guidance = {{"Speak on the telephone.", {"guide", "Part 1", "telephone", ""}}};
  return policy;
}

// Does what the session would with what was typed.
void take_text(Screen& screen) {
  const auto set = screen.take<app::SetText>();
  REQUIRE(set);
  screen.state.draft.text[set->key] = set->value;
  screen.ui->frames();
  screen.ui->settle();
}

// In one frame: what it asks for is done before the next.
void press_once(Driver& ui, const char* link) {
  ui.semantics().activate(ui.get(Role::kLink, link).id);
  ui.frame();
}

}  // namespace

TEST_CASE("headings are put after what is there, each on its own line, and never twice") {
  CHECK(with_headings("", {"A", "B"}) == "A\n\nB\n\n");
  CHECK(with_headings("We met.\n", {"A"}) == "We met.\n\nA\n\n");
  CHECK(with_headings("A \n\nWe met.", {"A", "B", "B"}) == "A \n\nWe met.\n\nB\n\n");
  const std::string whole = with_headings("We met.", {"A", "B"});
  CHECK(with_headings(whole, {"B", "A"}) == whole);
}

TEST_CASE("the prompts of the procedure stand beside the text and go into it as headings") {
  Screen screen(Page::kDiscussion, {known(with_prompts())});
  screen.open_case();
  screen.state.draft.text["account"] = "We spoke.";
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.get(Role::kTab, "Prompts").checked);
  CHECK_FALSE(ui.has(Role::kListItem, "What did you see?"));
  ui.press(Role::kButton, "What happened?");
  CHECK(ui.has(Role::kListItem, "What did you see?"));
  ui.press(Role::kButton, "Put these headings into “What was said?”");
  take_text(screen);
  CHECK(screen.state.draft.get("account") == "We spoke.\n\nWhat happened?\n\nImpact\n\n");
  const Node* focused = ui.semantics().find(ui.semantics().focus());
  REQUIRE(focused);
  CHECK(focused->name == "What was said?");
  CHECK_FALSE(ui.has(Role::kButton, "Put these headings into “What was said?”"));
  CHECK(ui.says("These headings are in “What was said?”."));
  // One group with all its prompts: its heading is there already.
  ui.press(Role::kLink, "Put these prompts into “What was said?”");
  take_text(screen);
  CHECK(screen.state.draft.get("account") ==
        "We spoke.\n\nWhat happened?\n\nImpact\n\nWhat did you see?\n\nWhat did they say?\n\n");
}

TEST_CASE("the tab that was opened stays open on the next page") {
  Screen screen(Page::kDiscussion, {known(with_prompts())});
  screen.open_case();
  Driver& ui = screen.show();
  ui.press(Role::kTab, "Facts and opinions");
  CHECK(ui.says("Say that it is your view."));
  screen.state.page = Page::kReply;
  ui.frames();
  CHECK(ui.get(Role::kTab, "Facts and opinions").checked);
  CHECK(ui.says("Say that it is your view."));
  ui.press(Role::kTab, "Procedure");
  CHECK(ui.says("They talk."));
  CHECK(ui.says("Source: Guide 2026, Part 1"));
}

TEST_CASE("a procedure without prompts and guidance has no empty tab") {
  Screen screen(Page::kDiscussion);
  screen.open_case();
  Driver& ui = screen.show();
  CHECK_FALSE(ui.has(Role::kTab, "Prompts"));
  CHECK_FALSE(ui.has(Role::kTab, "Guidance"));
  CHECK(ui.get(Role::kTab, "Facts and opinions").checked);
}

TEST_CASE("guidance without prompts has a tab of its own name, and is there to be read") {
  policy::Policy policy = northmoor();
  policy.stages[0].guidance = with_prompts().stages[0].guidance;
  Screen screen(Page::kDiscussion, {known(policy)});
  screen.open_case();
  screen.show();
  CHECK(screen.ui->get(Role::kTab, "Guidance").checked);
  CHECK(screen.ui->has(Role::kListItem, "Speak on the telephone."));
}

TEST_CASE("where there is no room beside, the help waits behind one expander above the form") {
  Screen screen(Page::kRaiseConcern, {known(with_prompts())});
  screen.state.draft.text["policy"] = "northmoor";
  Driver& ui = screen.show({390, 800});
  CHECK_FALSE(ui.has(Role::kTab, "Prompts"));
  const Node& help = ui.get(Role::kButton, "Help with writing this");
  CHECK(help.rect.y < ui.get(Role::kTextArea, "Why you disagree").rect.y);
  ui.press(Role::kButton, "Help with writing this");
  CHECK(ui.has(Role::kTab, "Prompts"));
  ui.press(Role::kTab, "Facts and opinions");
  ui.press(Role::kButton, "Put these headings into “Why you disagree”");
  CHECK(screen.take<app::SetText>()->key == "concern");
  screen.show({1280, 900});
  CHECK(screen.ui->has(Role::kHeading, "Help with writing this"));
  CHECK(screen.ui->get(Role::kTab, "Prompts").rect.x >
        screen.ui->get(Role::kTextArea, "Why you disagree").rect.x + 400);
}

TEST_CASE("on a form the headings go into the long answer that was written in last") {
  policy::Policy policy = northmoor();
  policy.forms[0].fields.insert(policy.forms[0].fields.begin() + 1,
                                invented::field("more", policy::FieldType::kLongText));
  Screen screen(Page::kNotice, {known(policy)});
  screen.open_case();
  screen.state.target = "notice";
  screen.state.draft.text["answers.problem"] = "It is told here.";
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kButton, "Put these headings into “Field more”"));
  ui.focus(Role::kTextArea, "Field problem");
  ui.press(Role::kButton, "Put these headings into “Field problem”");
  CHECK(screen.take<app::SetText>()->key == "answers.problem");
}

TEST_CASE("remarks stand under a text of some length that has no focus, and nowhere else") {
  Screen screen(Page::kDiscussion);
  screen.open_case();
  screen.state.draft.text["account"] = "They never ring.";
  CHECK_FALSE(screen.show().says("Worth a second look"));
  screen.state.draft.text["account"] = "They never ring back, whatever we leave as a message.";
  Driver& ui = screen.show();
  CHECK(ui.says("“never” judges rather than tells"));
  ui.focus(Role::kTextArea, "What was said?");
  CHECK_FALSE(ui.says("Worth a second look"));
  // Nothing moves while a pointer is down: the press would miss.
  ui.semantics().set_pointer_held(true);
  ui.focus(Role::kButton, "Save the record");
  CHECK_FALSE(ui.says("Worth a second look"));
  ui.semantics().set_pointer_held(false);
  ui.frames();
  CHECK(ui.says("Worth a second look"));
}

TEST_CASE("before a notice goes: what is ready, what is not, and the way to the field") {
  policy::Policy policy = northmoor();
  policy.forms[0].fields[1].prefill = policy::Prefill::kToday;
  Screen screen(Page::kNoticePreview, {known(policy)});
  screen.open_case();
  screen.state.target = "notice";
  screen.state.draft.text["answers.problem"] = "The team obviously did not read the referral.";
  check_fits(screen);
  Driver& ui = *screen.ui;
  CHECK(ui.has(Role::kHeading, "Before you issue it"));
  CHECK(ui.says("You can issue it all the same: you decide."));
  CHECK(ui.has(Role::kButton, "Issue the notice"));
  press_once(ui, "“Field problem”");
  const auto go = screen.take<app::Go>();
  REQUIRE(go);
  CHECK(go->page == Page::kNotice);
  screen.state.page = go->page;
  screen.state.target = go->target;
  ui.context().wake();
  ui.settle();
  const Node* focused = ui.semantics().find(ui.semantics().focus());
  REQUIRE(focused);
  CHECK(focused->name == "Field problem");
}

TEST_CASE("before a disagreement is raised, the outcome without who and when leads to its field") {
  Screen screen(Page::kRaiseCheck);
  screen.state.draft.text["policy"] = "northmoor";
  screen.state.draft.text["desired_outcome"] = "A strategy discussion is held.";
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kButton, "Raise the disagreement"));
  press_once(ui, "The outcome you are seeking");
  const auto change = screen.take<app::Change>();
  REQUIRE(change);
  CHECK(change->page == Page::kRaiseConcern);
  screen.state.page = change->page;
  ui.context().wake();
  ui.settle();
  const Node* focused = ui.semantics().find(ui.semantics().focus());
  REQUIRE(focused);
  CHECK(focused->name == "The outcome you are seeking");
}

TEST_CASE("the procedure asks in its own words, and says where one is") {
  policy::Policy policy = northmoor();
  policy.forms[0].fields[0].prefill = policy::Prefill::kDesiredOutcome;
  policy.forms[0].fields[0].label = "What do you want for the child?";
  Screen screen(Page::kRaiseConcern, {known(policy)});
  screen.state.draft.text["policy"] = "northmoor";
  Driver& ui = screen.show();
  CHECK(ui.get(Role::kTextArea, "The outcome you are seeking")
            .description.find("Northmoor asks: “What do you want for the child?”") !=
        std::string::npos);
  CHECK(ui.says("Question 6 of 6"));
  CHECK(policy_question(policy, policy::Prefill::kConcern).empty());
}
