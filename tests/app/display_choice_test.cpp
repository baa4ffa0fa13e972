// How the pages look: kept as a line of text, read tolerantly, applied and kept at once, and there
// on the first frame, before anything is unlocked.
#include "app/display_choice.h"

#include <doctest/doctest.h>

#include "desk.h"

namespace {

using app::Density;
using app::DisplayChoice;
using app::Page;
using app::ThemeChoice;
using fakes::Desk;

DisplayChoice choice(int percent, Density density, ThemeChoice theme) {
  DisplayChoice made;
  made.text_percent = percent;
  made.density = density;
  made.theme = theme;
  return made;
}

const DisplayChoice kLargeDark = choice(175, Density::kCompact, ThemeChoice::kDark);

}  // namespace

TEST_CASE("every choice is the same again after it was a text") {
  for (const int percent : {100, 125, 150, 175, 200}) {
    for (const Density density : {Density::kComfortable, Density::kCompact}) {
      for (const ThemeChoice theme :
           {ThemeChoice::kAsDevice, ThemeChoice::kLight, ThemeChoice::kDark}) {
        const DisplayChoice made = choice(percent, density, theme);
        CHECK(app::display_choice_from(app::to_text(made)) == made);
      }
    }
  }
  // Kept on devices: it must be read for ever, and web/startup.js looks for the theme in it.
  CHECK(app::to_text(kLargeDark) == "text=175 density=compact theme=dark");
}

TEST_CASE("what is not understood is as if nothing had been chosen, the rest holds") {
  const DisplayChoice nothing;
  for (const char* text : {"", " ", "text=110", "text=100000", "theme=purple", "{\"text\":200}",
                           "text=", "=", "dark"}) {
    CHECK_MESSAGE(app::display_choice_from(text) == nothing, text);
  }
  CHECK(app::display_choice_from("theme=dark text=110 motion=none density=compact ") ==
        choice(100, Density::kCompact, ThemeChoice::kDark));
}

TEST_CASE("a choice is shown and kept at once, without a page, a word or the vault") {
  Desk desk;
  desk.set_up();
  const int page = desk.state().page_serial;
  const auto in_vault = desk.vault.records;
  desk.session->handle(app::SetDisplay{kLargeDark});  // nothing that is "later" has run
  CHECK(desk.state().display == kLargeDark);
  CHECK(desk.preferences.kept == app::to_text(kLargeDark));
  CHECK(desk.state().page_serial == page);
  CHECK(desk.vault.records == in_vault);
  CHECK_FALSE(desk.session->has_unsaved_text());
}

TEST_CASE("it holds from the first frame of the next visit, before unlocking, and in a trial") {
  Desk desk;
  desk.set_up();
  desk.press(app::SetDisplay{kLargeDark});
  desk.session = desk.begin();
  CHECK(desk.state().page == Page::kLoading);
  CHECK(desk.state().display == kLargeDark);
  desk.start();
  REQUIRE(desk.state().page == Page::kUnlock);
  CHECK(desk.state().display == kLargeDark);
  desk.press(app::Unlock{});
  CHECK(desk.state().display == kLargeDark);
  desk.press(app::StartTrial{});
  REQUIRE(desk.state().trial);
  CHECK(desk.state().display == kLargeDark);
  desk.press(app::SetDisplay{choice(150, Density::kComfortable, ThemeChoice::kLight)});
  desk.press(app::EndTrial{});
  REQUIRE_FALSE(desk.state().trial);
  CHECK(desk.state().display.text_percent == 150);
  CHECK(desk.preferences.kept == app::to_text(desk.state().display));
}

TEST_CASE("it can be chosen before there is a vault") {
  Desk desk;
  desk.start();
  REQUIRE(desk.state().page == Page::kWelcome);
  desk.press(app::Go{Page::kDisplay, ""});
  REQUIRE(desk.state().page == Page::kDisplay);
  desk.press(app::SetDisplay{kLargeDark});
  desk.reload();
  CHECK(desk.state().page == Page::kWelcome);
  CHECK(desk.state().display == kLargeDark);
}
