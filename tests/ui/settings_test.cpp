// The settings, by role and name: what stands there, where each link leads, and what a choice of
// the display does to the page.
#include <doctest/doctest.h>

#include "ui/screens.h"
#include "ui/theme.h"

using namespace ui;
using app::Page;
using app::ThemeChoice;

namespace {

app::DisplayChoice dark_and_large() {
  app::DisplayChoice choice;
  choice.text_percent = 150;
  choice.density = app::Density::kCompact;
  choice.theme = ThemeChoice::kDark;
  return choice;
}

bool is_checked(Driver& ui, std::string_view radio) {
  return ui.get(Role::kRadio, radio).checked;
}

// How far down the page something stands.
float y_of(Screen& screen, const Display& display, Role role, std::string_view name) {
  return screen.show(display).get(role, name).rect.y;
}

}  // namespace

TEST_CASE("the settings say how each thing stands and lead on from it") {
  Screen screen(Page::kSettings, {known(northmoor()), known(southmoor())});
  screen.state.display = dark_and_large();
  screen.state.local_contacts["southmoor"]["desk"] = {"Desk", "other@southmoor.example"};
  check_fits(screen);
  Driver& ui = screen.show();
  for (const char* words : {"Mara Ellwood", "Safeguarding lead", "Larkfield School", "150%",
                            "Compact", "Dark", "Known up to 31 December 2028"}) {
    CHECK_MESSAGE(ui.says(words), words);
  }
  CHECK(ui.says("1 changed on this device"));
  CHECK(ui.says("As the procedure has them"));
  ui.press(Role::kLink, "Change your details");
  CHECK(screen.take<app::EditProfile>());
  ui.press(Role::kLink, "Southmoor: contacts");
  CHECK(screen.take<app::EditContacts>()->hash == "southmoor-7");
  ui.press(Role::kButton, "Lock now");
  CHECK(screen.take<app::Lock>());
  const std::vector<std::pair<const char*, Page>> ways = {
      {"Change text size and colours", Page::kDisplay},
      {"Read, compare and add procedures", Page::kProcedures},
      {"See which days count", Page::kWorkingDays},
      {"Change the reminders", Page::kReminders},
      {"How your records are kept", Page::kPrivacy},
      {"See what is kept on this device", Page::kStored}};
  for (const auto& [name, page] : ways) {
    ui.press(Role::kLink, name);
    const auto go = screen.take<app::Go>();
    REQUIRE_MESSAGE(go, name);
    CHECK_MESSAGE(go->page == page, name);
  }
}

TEST_CASE("how records are kept leads back to where one came from") {
  Screen screen(Page::kPrivacy);
  screen.show().press(Role::kLink, "Back");
  CHECK(screen.take<app::GoBack>());
}

TEST_CASE("the settings are one link away on every page at work, and the bar stays one row") {
  Screen screen(Page::kHome);
  screen.state.profile.person.agency = "Larkfield Primary School and Children’s Centre, Northmoor";
  Driver& ui = screen.show({1280, 800});
  const Node& link = ui.get(Role::kLink, "Settings");
  const Node& name = ui.get(Role::kText, "Common Ground");
  const Node& lock = ui.get(Role::kLink, "Lock");
  CHECK(std::abs(link.rect.y - lock.rect.y) < 1);
  CHECK(lock.rect.x + lock.rect.w <= 1280);
  CHECK(link.rect.y < name.rect.y + name.rect.h);
  int context_rows = 0;
  for (const Node& node : ui.nodes()) {
    if (node.name.find("Mara Ellwood") != node.name.npos) {
      ++context_rows;
      CHECK(node.rect.y < name.rect.y + name.rect.h);
      CHECK(node.rect.x >= name.rect.x + name.rect.w);
    }
  }
  CHECK(context_rows == 1);
  ui.press(Role::kLink, "Settings");
  CHECK(screen.take<app::Go>()->page == Page::kSettings);
  screen.state.vault = ports::VaultState::kLocked;
  screen.state.page = Page::kUnlock;
  CHECK_FALSE(screen.show().has(Role::kLink, "Settings"));
}

TEST_CASE("one’s details: filled in, with a way back; the first visit stays as it was") {
  Screen screen(Page::kProfile);
  screen.state.draft.text = {{"name", "Mara Ellwood"}, {"role", "Lead"}, {"agency", "School"}};
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "Your details"));
  CHECK(ui.get(Role::kTextField, "Your name").value == "Mara Ellwood");
  ui.press(Role::kLink, "Back to settings");
  CHECK(screen.take<app::Go>()->page == Page::kSettings);
  ui.type("Your role", "Head teacher");
  CHECK(screen.take<app::SetText>()->value == "Head teacher");
  ui.press(Role::kButton, "Save your details");
  CHECK(screen.take<app::SaveProfile>());

  screen.state.profile.person = {};
  Driver& first = screen.show();
  CHECK(first.has(Role::kHeading, "About you"));
  CHECK_FALSE(first.has(Role::kLink, "Back to settings"));
  first.press(Role::kButton, "Save and continue");
  CHECK(screen.take<app::SaveProfile>());
}

TEST_CASE("the display: what is chosen is checked, and a choice changes that one thing") {
  Screen screen(Page::kDisplay);
  screen.state.display = dark_and_large();
  check_fits(screen);
  Driver& ui = screen.show();
  for (const char* name : {"150%", "Compact", "Dark"}) CHECK_MESSAGE(is_checked(ui, name), name);
  for (const char* name : {"100%", "Comfortable", "Light", "As on this device"}) {
    CHECK_FALSE_MESSAGE(is_checked(ui, name), name);
  }
  const std::vector<std::pair<const char*, void (*)(app::DisplayChoice&)>> choices = {
      {"200%", [](app::DisplayChoice& choice) { choice.text_percent = 200; }},
      {"100%", [](app::DisplayChoice& choice) { choice.text_percent = 100; }},
      {"Comfortable",
       [](app::DisplayChoice& choice) { choice.density = app::Density::kComfortable; }},
      {"Light", [](app::DisplayChoice& choice) { choice.theme = ThemeChoice::kLight; }},
      {"As on this device",
       [](app::DisplayChoice& choice) { choice.theme = ThemeChoice::kAsDevice; }}};
  for (const auto& [name, change] : choices) {
    ui.click(Role::kRadio, name);
    const auto set = screen.take<app::SetDisplay>();
    REQUIRE_MESSAGE(set, name);
    app::DisplayChoice expected = dark_and_large();
    change(expected);
    CHECK_MESSAGE(set->choice == expected, name);
  }
  CHECK(ui.says("Nothing on these pages moves by itself."));
}

TEST_CASE("the display can be changed before the vault is open, and leads back there") {
  for (const auto vault : {ports::VaultState::kAbsent, ports::VaultState::kLocked}) {
    const bool locked = vault == ports::VaultState::kLocked;
    Screen screen(locked ? Page::kUnlock : Page::kWelcome);
    screen.state.vault = vault;
    screen.state.profile = {};
    check_fits(screen);
    screen.show().press(Role::kLink, "Text size and colours");
    CHECK(screen.take<app::Go>()->page == Page::kDisplay);
    screen.state.page = Page::kDisplay;
    Driver& ui = screen.show();
    CHECK_FALSE(ui.has(Role::kLink, "Settings"));
    ui.press(Role::kLink, "Back");
    CHECK(screen.take<app::Go>()->page == (locked ? Page::kUnlock : Page::kWelcome));
  }
  Screen open(Page::kDisplay);
  open.show().press(Role::kLink, "Back to settings");
  CHECK(open.take<app::Go>()->page == Page::kSettings);
}

TEST_CASE("compact brings more on one screen in the same size of text, and nothing too small") {
  Screen screen(Page::kSettings);
  Display comfortable{1280, 900}, compact{1280, 900};
  compact.compact = true;
  const auto height_of_last = [&](const Display& display) {
    return y_of(screen, display, Role::kLink, "See what is kept on this device");
  };
  const float before = height_of_last(comfortable);
  const float after = height_of_last(compact);
  CHECK(after < before * .85f);
  Driver& ui = screen.show(compact);
  CHECK(ui.get(Role::kButton, "Lock now").rect.h >= 44);
  for (const Node& node : ui.nodes()) {
    if (node.role == Role::kLink) CHECK_MESSAGE(node.rect.h >= 24, node.name);
  }
  const float letters = ui.get(Role::kLink, "See which days count").rect.w;
  CHECK(letters == screen.show(comfortable).get(Role::kLink, "See which days count").rect.w);
  for (const bool narrow : {false, true}) {
    const Spacing loose = spacing(narrow, false), tight = spacing(narrow, true);
    CHECK(tight.margin < loose.margin);
    CHECK(tight.row < loose.row);
    CHECK(tight.after_text < loose.after_text);
  }
  for (const Page page :
       {Page::kDisplay, Page::kWorkingDays, Page::kReminders, Page::kStored, Page::kHome}) {
    screen.state.page = page;
    Driver& each = screen.show(compact);
    CHECK(each.semantics().audit().empty());
  }
}

TEST_CASE("text twice as large is drawn so, and the page makes room for it") {
  Screen screen(Page::kSettings);
  Display large{1280, 900};
  large.text_scale = 2;
  const Rect normal = screen.show().get(Role::kLink, "See which days count").rect;
  Driver& ui = screen.show(large);
  const Rect twice = ui.get(Role::kLink, "See which days count").rect;
  CHECK(twice.w > normal.w * 1.6f);
  CHECK(twice.h > normal.h * 1.6f);
  CHECK(ui.semantics().audit().empty());
  for (const Node& node : ui.nodes()) CHECK(node.rect.x + node.rect.w <= 1281);
  Display narrow{390, 800};
  narrow.text_scale = 2;
  for (const Page page : {Page::kSettings, Page::kProfile, Page::kDisplay, Page::kWorkingDays,
                          Page::kReminders, Page::kStored}) {
    screen.state.page = page;
    Driver& each = screen.show(narrow);
    CHECK(each.semantics().audit().empty());
    for (const Node& node : each.nodes()) {
      CHECK_MESSAGE(node.rect.x + node.rect.w <= 391, node.name);
    }
  }
}

TEST_CASE("working days: which do not count, how far that is known, this year and the next") {
  Screen screen(Page::kWorkingDays, {known(northmoor()), known(southmoor())});
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.has(Role::kHeading, "Bank holidays of England and Wales"));
  CHECK(ui.says("Left out in deadlines of Northmoor and Southmoor."));
  CHECK(ui.says("The next is Good Friday, Friday 3 April 2026."));
  CHECK(ui.says("They are known up to 31 December 2028."));
  CHECK(ui.says("marked provisional"));
  CHECK(ui.says("Day 1 is the next working day."));
  // Of England and Wales, as GOV.UK publishes them.
  CHECK(ui.has(Role::kTable, "Bank holidays of England and Wales in 2026"));
  CHECK(ui.has(Role::kTable, "Bank holidays of England and Wales in 2027"));
  CHECK_FALSE(ui.has(Role::kTable, "Bank holidays of England and Wales in 2028"));
  CHECK(ui.says("Boxing Day (substitute day)"));  // Monday 28 December 2026
  CHECK(ui.says("Monday 28 December 2026"));
  ui.press(Role::kLink, "Back to settings");
  CHECK(screen.take<app::Go>()->page == Page::kSettings);
}

TEST_CASE("working days beyond what is known, and when nothing is") {
  Screen screen(Page::kWorkingDays);
  screen.state.now = invented::at(invented::date(2028, 12, 27));
  Driver& last = screen.show();
  CHECK(last.has(Role::kTable, "Bank holidays of England and Wales in 2028"));
  CHECK_FALSE(last.has(Role::kTable, "Bank holidays of England and Wales in 2029"));
  CHECK_FALSE(last.says("The next is"));
  screen.state.days.divisions.clear();
  Driver& ui = screen.show();
  CHECK(ui.says("Only Saturdays and Sundays are left out"));
  CHECK_FALSE(ui.says("They are known up to"));
  check_fits(screen);
  screen.state.page = Page::kSettings;
  CHECK(screen.show().says("Not known here"));
}

TEST_CASE("what is kept, in numbers, and nothing of anybody") {
  Screen screen(Page::kStored);
  Driver& none = screen.show();
  CHECK(none.says("No cases"));
  CHECK(none.says("No entries"));
  screen.open_case();
  screen.state.half_written = {{"raise", "Raise a disagreement", "Marigold Quill"}};
  check_fits(screen);
  Driver& ui = screen.show();
  CHECK(ui.says("1 case, which is open"));
  CHECK(ui.says("1 entry"));
  const auto half_written = [&] {
    const std::vector<Node>& nodes = ui.nodes();
    for (size_t i = 0; i + 1 < nodes.size(); ++i) {
      if (nodes[i].name == "Half written") return nodes[i + 1].value;
    }
    return std::string();
  };
  CHECK(half_written() == "1");
  CHECK_FALSE(ui.says("Marigold Quill"));
  CHECK_FALSE(ui.says(screen.state.cases[0].opened.fact.subject.name));
  ui.press(Role::kLink, "See your cases");
  CHECK(screen.take<app::Go>()->page == Page::kHome);
  screen.state.trial = true;
  Driver& trial = screen.show();
  CHECK(trial.says("Nothing of this trial is kept."));
  CHECK_FALSE(trial.says("1 case"));
}
