// Raising a disagreement: urgency, what the procedure is not for, and whom it is about.
#include <doctest/doctest.h>

#include "ui/screens.h"

using namespace ui;
using app::Page;

namespace {

Screen raising(Page page, policy::Policy policy) {
  Screen screen(page, {known(std::move(policy))});
  screen.state.draft.text["policy"] = "northmoor";
  return screen;
}

policy::Policy about(std::vector<std::string> subjects) {
  policy::Policy policy = northmoor();
  policy.subjects = std::move(subjects);
  return policy;
}

}  // namespace

TEST_CASE("the urgency is asked where the procedure knows priorities") {
  policy::Policy policy = northmoor();
  CHECK_FALSE(raising(Page::kRaiseRisk, policy).show().has(Role::kRadioGroup, "How urgent is it?"));
  policy.priorities = {{"red", "Red", "Today", {"guide", "Priorities", "red", ""}},
                       {"amber", "Amber", "This week", {"guide", "Priorities", "amber", ""}}};
  Screen screen = raising(Page::kRaiseRisk, policy);
  check_fits(screen);
  screen.ui->press(Role::kRadio, "Amber");
  const auto chosen = screen.take<app::SetText>();
  CHECK(chosen->key == "priority");
  CHECK(chosen->value == "amber");
  screen.state.draft.text["priority"] = "amber";
  screen.state.page = Page::kRaiseCheck;
  CHECK(screen.show().says("Amber"));
}

TEST_CASE("what is excluded is signposted at once, with its time, and can still be recorded here") {
  policy::Policy policy = northmoor();
  policy.exclusions[0].clock = invented::clock("dissent", 10, policy::StartEvent::kConcernArose);
  Screen screen = raising(Page::kRaiseScope, policy);
  screen.state.draft.chosen["tests"] = {"harm"};
  screen.show();
  CHECK_FALSE(screen.ui->says("Use instead"));
  CHECK_FALSE(screen.ui->has(Role::kTextArea, "Why use this procedure all the same?"));
  screen.ui->press(Role::kCheckbox, "Is it about a conference?");
  CHECK(screen.take<app::SetChosen>()->values == std::vector<std::string>{"conference"});
  screen.state.draft.chosen["exclusions"] = {"conference"};
  check_fits(screen);
  CHECK(screen.ui->says("Use instead: Conference dissent"));
  CHECK(screen.ui->says("ten working days"));
  CHECK(screen.ui->has(Role::kTextArea, "Why use this procedure all the same?"));
}

TEST_CASE("the words follow whom it is about") {
  struct Words {
    const char* kind;
    const char* risk;
    const char* impact;
    const char* title;
  };
  for (const Words& words :
       {Words{"child", "Is the child at immediate risk of harm?",
              "What it is likely to mean for the child", "Impact on the child"},
        {"adult", "Is the adult at immediate risk of harm?",
         "What it is likely to mean for the adult", "Impact on the adult"},
        {"theme", "Is anyone at immediate risk of harm?", "What it is likely to mean", "Impact"}}) {
    CAPTURE(words.kind);
    Screen screen = raising(Page::kRaiseRisk, about({words.kind}));
    CHECK(screen.show().has(Role::kRadioGroup, words.risk));
    screen.state.page = Page::kRaiseConcern;
    CHECK(screen.show().has(Role::kTextArea, words.impact));
    screen.state.page = Page::kRaiseCheck;
    CHECK(screen.show().has(Role::kTerm, words.title));
    if (std::string(words.kind) == "child") continue;
    for (const Page page :
         {Page::kRaiseSubject, Page::kRaiseRisk, Page::kRaiseConcern, Page::kRaiseCheck}) {
      screen.state.page = page;
      CHECK_FALSE(screen.show().says("child"));
    }
  }
}

TEST_CASE("a procedure for themes alone asks what it is about") {
  Screen theme = raising(Page::kRaiseSubject, about({"theme"}));
  CHECK(theme.show().has(Role::kTextField, "What it is about"));
  CHECK(theme.ui->has(Role::kHeading, "What is it about?"));
}

TEST_CASE("what is asked follows the choice between a child and a theme") {
  Screen both = raising(Page::kRaiseSubject, about({"child", "theme"}));
  CHECK(both.show().has(Role::kTextField, "Name or reference"));
  both.state.draft.text["subject.kind"] = "theme";
  CHECK(both.show().has(Role::kTextField, "What it is about"));
}

TEST_CASE("“None of these” is no exclusion, whatever an exclusion is called") {
  policy::Policy policy = northmoor();
  policy.exclusions[0].id = "none";
  Screen screen = raising(Page::kRaiseScope, policy);
  screen.show();
  screen.ui->press(Role::kCheckbox, "None of these");
  const std::vector<std::string> chosen = screen.take<app::SetChosen>()->values;
  screen.state.draft.chosen["exclusions"] = chosen;
  CHECK_FALSE(screen.show().says("Use instead"));
  screen.state.page = Page::kRaiseCheck;
  CHECK(screen.show().says("None applies"));
  screen.state.draft.chosen.clear();  // nothing answered is not "none"
  CHECK_FALSE(screen.show().says("None applies"));
}

TEST_CASE("a stage that may be entered at once for two reasons is one choice") {
  policy::Policy policy = northmoor();
  policy::DirectEntry again = policy.risk.direct_entry.front();
  again.when = "When nobody answers.";
  policy.risk.direct_entry.push_back(again);
  Screen screen = raising(Page::kRaiseRisk, policy);
  screen.state.draft.text["immediate_risk"] = "yes";
  check_fits(screen);
  int radios = 0;
  for (const Node& node : screen.ui->nodes()) {
    radios += node.role == Role::kRadio && node.name.find("Stage 3") != node.name.npos ? 1 : 0;
  }
  CHECK(radios == 1);
  CHECK(screen.ui->says("When nobody answers."));
}
