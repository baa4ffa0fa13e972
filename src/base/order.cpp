#include "base/order.h"

#include <algorithm>
#include <numeric>

namespace base {

std::vector<size_t> ordered(size_t count, const std::function<bool(size_t, size_t)>& before) {
  std::vector<size_t> order(count);
  std::iota(order.begin(), order.end(), size_t{0});
  // No two are equal once their places count, so any sort will do; this one is the smallest.
  const auto settled = [&](size_t a, size_t b) { return before(a, b) || (!before(b, a) && a < b); };
  std::make_heap(order.begin(), order.end(), settled);
  std::sort_heap(order.begin(), order.end(), settled);
  return order;
}

}  // namespace base
