// Which of many texts have a word with some letters in it, found as fast as they are typed. A text
// is kept as the set of its words, each word once for all texts: of ten thousand cases that is a
// fraction of their length. Knows nothing of cases, nor of letters: words come folded
// (base/fold.h).
#pragma once

#include <cstdint>
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

  size_t word_count() const { return starts_.size(); }
  size_t bytes() const;  // of memory, without what the allocator adds

 private:
  std::uint32_t number_of(std::string_view word);
  std::string_view word(std::uint32_t number) const;
  void grow();

  struct Word {
    std::uint32_t start;      // in words_
    std::uint32_t added = 0;  // the text that it was added to last, + 1: most come again at once
  };
  std::string words_;  // every word and a space after each, in the order in which they came
  std::vector<Word> starts_;
  std::vector<std::vector<std::uint32_t>> texts_;  // of each word, ascending
  std::vector<std::uint32_t> slots_;  // word numbers + 1 by hash; a power of two of them; 0: free
};

}  // namespace app
