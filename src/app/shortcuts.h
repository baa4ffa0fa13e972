// The keys that work on every page once the vault is open. One table: the page that lists them and
// the browser's side (web/input.h) both read it. No single letters, which speech input would press
// (WCAG 2.1.4).
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "app/commands.h"

namespace app {

struct Shortcut {
  std::string_view key;  // as the browser names it: KeyboardEvent.key; "Shift+" before it
  bool control;          // with Ctrl, or Command on a Mac
  const char* shown;
  const char* words;
  Command (*command)();
};

const std::array<Shortcut, 6>& shortcuts();

// What that key does on the page shown; nothing when it means nothing there and is the browser's.
std::optional<Command> shortcut_of(const AppState& state, std::string_view key, bool control);

}  // namespace app
