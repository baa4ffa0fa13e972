// The form in which texts stand in the record: UTF-8 without control characters but line ends and
// tabs, so that each text has one spelling in JSON and one hash. Internal to casework; knows
// nothing of what a text says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "casework/event.h"

namespace casework {

// The longest single text, in characters, and the most that one event holds, in bytes.
inline constexpr size_t kLongestText = 100'000;
inline constexpr size_t kLargestEvent = 2u << 20;

bool is_record_text(std::string_view text);

// Every kind of line end becomes "\n", other control characters go, bytes that are not UTF-8 become
// U+FFFD, and white space at both ends goes.
std::string record_text(std::string_view typed);

// Every text of the fact through record_text(). Answers left blank are left out.
Payload cleaned(Payload payload);
Person cleaned(Person person);

struct TextSizes {
  size_t longest = 0;         // in characters
  std::string longest_field;  // its key: "account", "answers.problem"
  size_t total = 0;           // in bytes
};
TextSizes text_sizes(const Payload& payload);

}  // namespace casework
