#include "base/order.h"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace {

using Words = std::vector<std::string>;

bool shorter(const std::string& a, const std::string& b) {
  return a.size() < b.size();
}

}  // namespace

TEST_CASE("sorting leaves equal things as they stood") {
  Words words = {"cc", "b", "ddd", "aa", "a", "bb", "ccc", "c", "aaa"};
  base::sort(words, shorter);
  CHECK(words == Words{"b", "a", "c", "cc", "aa", "bb", "ddd", "ccc", "aaa"});

  // Far more than any small case: three lengths in turn, each keeping its own order.
  Words many;
  for (int i = 0; i < 3000; ++i) {
    many.push_back(std::string(size_t(2 - i % 3), '.') + std::to_string(10000 + i));
  }
  base::sort(many, shorter);
  REQUIRE(many.size() == 3000);
  for (size_t i = 1; i < many.size(); ++i) {
    if (many[i - 1].size() == many[i].size()) CHECK(many[i - 1] < many[i]);
    CHECK(many[i - 1].size() <= many[i].size());
  }
}

TEST_CASE("nothing and one thing are in order, and what cannot be copied is moved") {
  Words none;
  base::sort(none, shorter);
  CHECK(none.empty());

  std::vector<std::unique_ptr<int>> numbers;
  for (const int number : {3, 1, 2}) numbers.push_back(std::make_unique<int>(number));
  base::sort(numbers, [](const auto& a, const auto& b) { return *a < *b; });
  REQUIRE(numbers.size() == 3);
  for (int i = 0; i < 3; ++i) CHECK(*numbers[size_t(i)] == i + 1);
  numbers.resize(1);
  base::sort(numbers, [](const auto& a, const auto& b) { return *a < *b; });
  CHECK(*numbers.front() == 1);
}

TEST_CASE("what comes first and the rest keep their own orders") {
  std::vector<int> numbers = {5, 2, 9, 4, 1, 8};
  base::put_first(numbers, [](int number) { return number % 2 == 0; });
  CHECK(numbers == std::vector<int>{2, 4, 8, 5, 9, 1});
}
