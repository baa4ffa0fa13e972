// Text in UTF-8: validity, trimming, counting, and the small joins that sentences need.
// Not a Unicode library: no case folding beyond ASCII, no normalisation, no grapheme clusters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace base {

bool is_valid_utf8(std::string_view text);
// How many bytes at the start are valid UTF-8 (RFC 3629: no surrogates, no long forms): text.size()
// when all are.
size_t valid_utf8_prefix(std::string_view text);
// White space off both ends (ASCII white space and U+00A0).
std::string_view trimmed(std::string_view text);
size_t code_point_count(std::string_view text);
// Without line ends, tabs and other control characters.
bool is_one_line(std::string_view text);
// The text if it has at most `code_points`, else its first `code_points` and "…".
std::string shortened(std::string_view text, size_t code_points);
// {"a","b","c"} → "a, b and c".
std::string listed(const std::vector<std::string>& items);
std::string joined(const std::vector<std::string>& items, std::string_view separator);
// Lines without their ends ("\n" or "\r\n"). A line end at the very end makes no empty last line;
// no text, no lines.
std::vector<std::string_view> split_lines(std::string_view text);
// With a capital at its start, if that is an ASCII letter.
std::string capitalised(std::string text);
std::string lower_ascii(std::string_view text);
// Whether it looks like one email address: something, "@", a host with a dot; no white space.
bool is_email(std::string_view text);
// "two" for 2, "zero" for 0, up to "twenty"; figures beyond ("21") and below ("-1").
std::string number_word(int number);

}  // namespace base
