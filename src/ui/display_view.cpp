// How the pages look, chosen and seen at once; also before the vault is open, since the passphrase,
// too, must be readable.
#include "ui/app_view.h"
#include "ui/widgets.h"

namespace ui {
namespace {

using app::Density;
using app::Page;
using app::ThemeChoice;

struct Choice {
  int number;
  const char* label;
  const char* hint;
};

bool one_of(std::string_view key, std::string_view legend, const std::vector<Choice>& choices,
            int& chosen) {
  std::vector<Option> options;
  for (const Choice& each : choices) {
    options.push_back({std::to_string(each.number), each.label, each.hint});
  }
  std::string value = std::to_string(chosen);
  FieldOptions field;
  field.required = field.question = false;
  if (!radios(key, legend, options, value, field)) return false;
  for (size_t i = 0; i < options.size(); ++i) {
    if (options[i].value == value) chosen = choices[i].number;
  }
  return true;
}

bool text_size(app::DisplayChoice& choice) {
  return one_of("text", "Text size",
                {{100, "100%", "The size that your browser is set to"},
                 {125, "125%", ""},
                 {150, "150%", ""},
                 {175, "175%", ""},
                 {200, "200%", "Twice as large"}},
                choice.text_percent);
}

bool density(app::DisplayChoice& choice) {
  int number = static_cast<int>(choice.density);
  const bool changed =
      one_of("density", "Spacing",
             {{static_cast<int>(Density::kComfortable), "Comfortable", "Room between things"},
              {static_cast<int>(Density::kCompact), "Compact",
               "More on one screen, in the same size of text"}},
             number);
  choice.density = static_cast<Density>(number);
  return changed;
}

bool colours(app::DisplayChoice& choice) {
  int number = static_cast<int>(choice.theme);
  const bool changed = one_of("theme", "Colours",
                              {{static_cast<int>(ThemeChoice::kAsDevice), "As on this device",
                                "Light or dark, as the device is set"},
                               {static_cast<int>(ThemeChoice::kLight), "Light", ""},
                               {static_cast<int>(ThemeChoice::kDark), "Dark", ""}},
                              number);
  choice.theme = static_cast<ThemeChoice>(number);
  return changed;
}

}  // namespace

void display_view(const app::AppState& state, app::Commands& commands) {
  begin_page("display", "Text size and colours");
  if (state.vault_open()) {
    if (back_link("Back to settings")) commands.push_back(app::Go{Page::kSettings, ""});
  } else if (back_link()) {
    const bool locked = state.vault == ports::VaultState::kLocked;
    commands.push_back(app::Go{locked ? Page::kUnlock : Page::kWelcome, ""});
  }
  heading(1, "Text size and colours");
  paragraph("Your choice shows at once and is remembered in this browser.", TextKind::kLead);
  app::DisplayChoice choice = state.display;
  begin_columns(.46f);
  bool changed = text_size(choice);
  next_column();
  if (density(choice)) changed = true;
  if (colours(choice)) changed = true;
  end_columns();
  if (changed) commands.push_back(app::SetDisplay{choice});
  separator();
  paragraph(
      "Nothing on these pages moves by itself. The zoom of your browser works too: Ctrl and +. "
      "High-contrast colours that are set on the device always come first.",
      TextKind::kHint);
  end_page();
}

}  // namespace ui
