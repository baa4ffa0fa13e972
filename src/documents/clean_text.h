// What people typed, made safe to write in any medium: valid UTF-8, "\n" as the only line end, no
// control characters. Words are never changed, shortened or dropped. Not escaping: each writer does
// its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace documents {

// Bytes that are not UTF-8, and control characters but tab and line end, become U+FFFD. "\r\n" and
// "\r" become "\n".
std::string clean(std::string_view text);

// The text's paragraphs: what blank lines separate. Lines within a paragraph stay. White space at
// the ends goes.
std::vector<std::string> paragraphs(std::string_view text);

}  // namespace documents
