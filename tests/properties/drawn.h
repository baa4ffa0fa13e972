// What rapidcheck draws, over the whole range from the first test on: by itself it begins with
// ranges near nothing and widens them test by test.
#pragma once

#include <rapidcheck.h>

#include <vector>

namespace properties {

template <typename Number>
Number any_from(Number first, Number end) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<Number>(first, end));
}
inline int any_below(int end) {
  return any_from(0, end);
}
inline bool one_in(int many) {
  return any_below(many) == 0;
}
template <typename T>
T any_among(const std::vector<T>& all) {
  return all[static_cast<size_t>(any_below(static_cast<int>(all.size())))];
}

}  // namespace properties
