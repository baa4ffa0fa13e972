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

constexpr std::array<Shortcut, 3> kAll = {{
    {"F2", false, "F2", "A child at immediate risk: what to do now", show_risk},
    {"k", true, "Ctrl+K", "Find a case, a procedure or something to do (on a Mac: Command+K)",
     find},
    {"Escape", false, "Escape", "From either of these, back to where you were", go_back},
}};

}  // namespace

const std::array<Shortcut, 3>& shortcuts() {
  return kAll;
}

std::optional<Command> shortcut_of(const AppState& state, std::string_view key, bool control) {
  const bool at_work =
      state.vault_open() && state.page >= Page::kProfile && !state.profile.person.name.empty();
  const bool aside = state.page == Page::kRisk || state.page == Page::kFind;
  if (!at_work) return std::nullopt;
  for (const Shortcut& each : kAll) {
    if (each.key != key || each.control != control) continue;
    if (each.command == go_back && !aside) return std::nullopt;
    return each.command();
  }
  return std::nullopt;
}

}  // namespace app
