// The errors of one file, gathered while it is read and checked, so that all are reported at once.
// Not a log: every entry is something an administrator has to put right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace policy {

class Findings {
 public:
  // `earlier` holds what was found before in the same file. A part in which something was found is
  // not judged again: what follows from an error is not a second error.
  explicit Findings(std::string_view file, std::vector<base::Error> earlier = {});

  // Left out when `pointer` is a place, or within a place, where something was found earlier.
  void add(base::ErrorCode code, std::string_view pointer, std::string_view message,
           std::string_view found = {}, std::string_view expected = {});

  // Whether the names that `list` ("/roles") defines could all be read: else nobody can say which
  // references to them hold.
  bool names_known(std::string_view list) const;
  // Whether something was found earlier at a place that begins with `prefix`.
  bool found_earlier_under(std::string_view prefix) const;

  bool empty() const { return errors_.empty(); }
  // Earlier errors first, then the new ones, each in the order found.
  std::vector<base::Error> take() &&;

 private:
  std::string file_;
  size_t earlier_;  // how many of errors_ are earlier ones
  std::vector<base::Error> errors_;
};

// "/stages" and "2" → "/stages/2"; "~" and "/" in a key are escaped (RFC 6901).
std::string below(std::string_view pointer, std::string_view key);
std::string below(std::string_view pointer, size_t index);

// “text”
std::string in_quotes(std::string_view text);

}  // namespace policy
