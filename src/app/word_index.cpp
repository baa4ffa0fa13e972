#include "app/word_index.h"

#include <algorithm>

#include "base/fold.h"

namespace app {

void WordIndex::add(std::uint32_t text, std::string_view words) {
  for (const std::string_view word : base::words_of(words)) {
    auto known = numbers_.find(word);
    if (known == numbers_.end()) {
      known = numbers_.emplace(word, static_cast<std::uint32_t>(texts_.size())).first;
      starts_.push_back(words_.size());
      texts_.emplace_back();
      words_.append(word) += ' ';
    }
    std::vector<std::uint32_t>& texts = texts_[known->second];
    const auto place = std::lower_bound(texts.begin(), texts.end(), text);
    if (place == texts.end() || *place != text) texts.insert(place, text);
  }
}

// Words that came first are the common ones: they fill the answer soon, and the rest is skipped.
std::vector<bool> WordIndex::having(std::string_view part, size_t texts) const {
  std::vector<bool> found(texts);
  size_t left = texts;
  size_t number = 0;
  for (size_t at = words_.find(part); at != words_.npos && left > 0; at = words_.find(part, at)) {
    while (number + 1 < starts_.size() && starts_[number + 1] <= at) ++number;
    for (const std::uint32_t text : texts_[number]) {
      if (text >= texts) break;
      if (found[text]) continue;
      found[text] = true;
      --left;
    }
    if (number + 1 == starts_.size()) break;
    at = starts_[number + 1];
  }
  return found;
}

}  // namespace app
