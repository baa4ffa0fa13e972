#include "app/shortcuts.h"

namespace app {
namespace {

Command show_risk() {
  return ShowRisk{};
}
Command find() {
  return Find{};
}
Command go_back() {
  return GoBack{};
}

Command undo() {
  return Undo{};
}
Command redo() {
  return Redo{};
}

constexpr std::array<Shortcut, 6> kAll = {{
    {"F2", false, "F2", "A child at immediate risk: what to do now", show_risk},
    {"k", true, "Ctrl+K", "Find a case, a procedure or something to do (on a Mac: Command+K)",
     find},
    {"Escape", false, "Escape", "From either of these, back to where you were", go_back},
    {"z", true, "Ctrl+Z", "Undo what you typed or chose", undo},
    {"y", true, "Ctrl+Y", "Redo what you undid", redo},
    {"Shift+z", true, "Ctrl+Shift+Z", "The same, as on a Mac", redo},
}};

}  // namespace

const std::array<Shortcut, 6>& shortcuts() {
  return kAll;
}

std::optional<Command> shortcut_of(const AppState& state, std::string_view key, bool control) {
  const bool at_work =
      state.vault_open() && state.page >= Page::kProfile && !state.profile.person.name.empty();
  const bool aside = state.page == Page::kRisk || state.page == Page::kFind;
  if (!at_work) return std::nullopt;
  for (const Shortcut& each : kAll) {
    if (each.key != key || each.control != control) continue;
    if (state.question && each.command != show_risk) return std::nullopt;
    if (each.command == go_back && !aside) return std::nullopt;
    if (each.command == undo && !state.can_undo) return std::nullopt;
    if (each.command == redo && !state.can_redo) return std::nullopt;
    return each.command();
  }
  return std::nullopt;
}

}  // namespace app
