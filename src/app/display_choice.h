// How a person wants the pages to look, on this device. Says nothing about anybody, so that it is
// kept in the clear and holds before the vault is open: the passphrase, too, must be readable.
#pragma once

#include <string>
#include <string_view>

namespace app {

enum class ThemeChoice { kAsDevice, kLight, kDark };
enum class Density { kComfortable, kCompact };

struct DisplayChoice {
  int text_percent = 100;  // of the browser's own size: 100, 125, 150, 175 or 200
  Density density = Density::kComfortable;
  ThemeChoice theme = ThemeChoice::kAsDevice;
  bool operator==(const DisplayChoice&) const = default;
};

// A line of text to keep, and back; what is not understood is the default.
std::string to_text(const DisplayChoice& choice);
DisplayChoice display_choice_from(std::string_view text);

}  // namespace app
