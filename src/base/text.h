// Text in UTF-8: validity, trimming, counting, and the small joins that sentences need.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace base {

bool is_valid_utf8(std::string_view text);
// White space off both ends (ASCII white space and U+00A0).
std::string_view trimmed(std::string_view text);
size_t code_point_count(std::string_view text);
// The first `code_points` of the text, with "…" where it was cut.
std::string shortened(std::string_view text, size_t code_points);
// {"a","b","c"} → "a, b and c".
std::string listed(const std::vector<std::string>& items);
std::string joined(const std::vector<std::string>& items, std::string_view separator);
std::vector<std::string_view> split_lines(std::string_view text);
std::string lower_ascii(std::string_view text);
// "two" for 2, up to "twenty"; "21" beyond.
std::string number_word(int number);

}  // namespace base
