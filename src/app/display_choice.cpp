#include "app/display_choice.h"

#include <array>
#include <utility>

namespace app {
namespace {

// "text=125 density=compact theme=dark"; web/startup.js looks for the theme in it.
template <typename Value>
using Named = std::pair<std::string_view, Value>;

constexpr std::array<Named<int>, 5> kTextSizes{{{"text=100", 100},
                                                {"text=125", 125},
                                                {"text=150", 150},
                                                {"text=175", 175},
                                                {"text=200", 200}}};
constexpr std::array<Named<Density>, 2> kDensities{
    {{"density=comfortable", Density::kComfortable}, {"density=compact", Density::kCompact}}};
constexpr std::array<Named<ThemeChoice>, 3> kThemes{{{"theme=device", ThemeChoice::kAsDevice},
                                                     {"theme=light", ThemeChoice::kLight},
                                                     {"theme=dark", ThemeChoice::kDark}}};

template <typename Value, size_t N>
std::string_view name_of(Value value, const std::array<Named<Value>, N>& names) {
  for (const Named<Value>& each : names) {
    if (each.second == value) return each.first;
  }
  return names[0].first;
}

template <typename Value, size_t N>
void read(std::string_view word, const std::array<Named<Value>, N>& names, Value& value) {
  for (const Named<Value>& each : names) {
    if (each.first == word) value = each.second;
  }
}

}  // namespace

std::string to_text(const DisplayChoice& choice) {
  std::string text(name_of(choice.text_percent, kTextSizes));
  text += ' ';
  text += name_of(choice.density, kDensities);
  text += ' ';
  text += name_of(choice.theme, kThemes);
  return text;
}

DisplayChoice display_choice_from(std::string_view text) {
  DisplayChoice choice;
  while (!text.empty()) {
    const size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    read(word, kTextSizes, choice.text_percent);
    read(word, kDensities, choice.density);
    read(word, kThemes, choice.theme);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return choice;
}

}  // namespace app
