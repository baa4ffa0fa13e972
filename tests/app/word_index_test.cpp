#include "app/word_index.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using app::WordIndex;

namespace {

std::set<size_t> having(const WordIndex& index, std::string_view part, size_t texts) {
  std::set<size_t> all;
  const std::vector<bool> found = index.having(part, texts);
  REQUIRE(found.size() == texts);
  for (size_t i = 0; i < texts; ++i) {
    if (found[i]) all.insert(i);
  }
  return all;
}

using Texts = std::set<size_t>;

}  // namespace

TEST_CASE("a part of a word finds every text that has such a word, and no other") {
  WordIndex index;
  index.add(0, "the school nurse");
  index.add(1, "a nursery");
  index.add(2, "");
  index.add(3, "pre school");
  CHECK(having(index, "nurse", 4) == Texts{0, 1});
  CHECK(having(index, "nursery", 4) == Texts{1});
  CHECK(having(index, "chool", 4) == Texts{0, 3});
  CHECK(having(index, "e", 4) == Texts{0, 1, 3});
  CHECK(having(index, "police", 4).empty());
  CHECK(having(index, "enurse", 4).empty());  // no word begins in another
}

TEST_CASE("words may be added to a text in any order, and again") {
  WordIndex index;
  index.add(5, "talk");
  index.add(2, "talk");
  index.add(9, "talk note");
  index.add(5, "note talk");
  CHECK(having(index, "talk", 10) == Texts{2, 5, 9});
  CHECK(having(index, "note", 10) == Texts{5, 9});
  CHECK(having(index, "talk", 6) == Texts{2, 5});
  CHECK(index.word_count() == 2);
  for (int i = 0; i < 100; ++i) index.add(2, "talk");
  CHECK(index.word_count() == 2);
  CHECK(having(index, "talk", 10) == Texts{2, 5, 9});
}

TEST_CASE("an index of nothing finds nothing") {
  const WordIndex index;
  CHECK(having(index, "a", 3).empty());
  CHECK(having(index, "a", 0).empty());
}

TEST_CASE("of many words each is found") {
  WordIndex index;
  for (std::uint32_t i = 0; i < 5000; ++i) index.add(i, "w" + std::to_string(i) + "x common");
  CHECK(index.word_count() == 5001);
  CHECK(having(index, "common", 5000).size() == 5000);
  for (const size_t i : {0u, 31u, 32u, 999u, 4999u}) {
    CHECK(having(index, "w" + std::to_string(i) + "x", 5000) == Texts{i});
  }
}
