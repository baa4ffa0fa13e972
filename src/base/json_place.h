// Where in the text of a JSON file a value stands, so that an error can be shown in its place.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace base {

struct TextPlace {
  size_t line = 0, column = 0;  // from 1, counted in characters
  std::string text;             // that line, shortened to 200 characters
};
// Of the value that `pointer` (RFC 6901) names; of the nearest part around it that is there when it
// is not itself ("/stages/2/cite" missing: the stage). Empty when `json` is not JSON.
std::optional<TextPlace> place_in(std::string_view json, std::string_view pointer);

}  // namespace base
