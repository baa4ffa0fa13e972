// Which of many texts have a word with some letters in it, found as fast as they are typed. A text
// is kept as the set of its words, each word once for all texts: of ten thousand cases that is a
// fraction of their length. Knows nothing of cases, nor of letters: words come folded
// (base/fold.h).
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace app {

class WordIndex {
 public:
  // Words parted by single spaces. Adding more to a text, or the same again, is allowed.
  void add(std::uint32_t text, std::string_view words);

  // One entry for each of the first `texts` texts: whether it has a word with `part` in it.
  // Requires: part is not empty and has no space.
  std::vector<bool> having(std::string_view part, size_t texts) const;

  size_t word_count() const { return texts_.size(); }

 private:
  std::string words_;  // every word and a space after each, in the order in which they came
  std::vector<size_t> starts_;                                 // of each word, in words_
  std::vector<std::vector<std::uint32_t>> texts_;              // of each word, ascending
  std::map<std::string, std::uint32_t, std::less<>> numbers_;  // of the words
};

}  // namespace app
