#include "app/file_stem.h"

#include "base/text.h"

namespace app {

std::string file_stem(const std::string& title, const std::string& reference) {
  std::string stem;
  for (const char c : base::lower_ascii(title)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      stem += c;
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
  }
  if (!stem.empty() && stem.back() != '-') stem += '-';
  return stem + reference;
}

}  // namespace app
