// Sorting that leaves equal things as they stood. One piece of code for every type, where the
// standard library has kilobytes for each: only moving into place is done type by type.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

namespace base {

// The indexes 0 … count - 1 in the order that `before` asks for.
std::vector<size_t> ordered(size_t count, const std::function<bool(size_t, size_t)>& before);

// `before(a, b)`: whether a comes first; a strict weak order.
template <typename T, typename Before>
void sort(std::vector<T>& all, Before before) {
  std::vector<T> sorted;
  sorted.reserve(all.size());
  for (const size_t i :
       ordered(all.size(), [&](size_t a, size_t b) -> bool { return before(all[a], all[b]); })) {
    sorted.push_back(std::move(all[i]));
  }
  all = std::move(sorted);
}

// What `comes_first` is true of, then the rest.
template <typename T, typename ComesFirst>
void put_first(std::vector<T>& all, ComesFirst comes_first) {
  sort(all, [&](const T& a, const T& b) { return comes_first(a) && !comes_first(b); });
}

}  // namespace base
