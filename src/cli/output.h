// What the command line prints: plain text for people, JSON with --json for programs. Results go to
// standard output, errors to standard error. Exit codes are those of grep and diff: 0 done, 1 the
// input is wrong (or two policies differ), 2 the command was used wrongly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/strict_json.h"
#include "policy/model.h"

namespace cli {

inline constexpr int kDone = 0;
inline constexpr int kWrongInput = 1;
inline constexpr int kWrongUse = 2;

void print_text(std::string_view text);   // to standard output, with a line end
void print_json(const base::Json& json);  // indented
void print_error(std::string_view text);  // to standard error, with a line end

// One error with its place in the text of its file: "policies/x.json:12:5: /stages/0/title" and
// beneath it what is wrong, what was found, what was expected. `text` may be empty: no line then.
std::string in_words(const base::Error& error, std::string_view text);
base::Json to_json(const base::Error& error, std::string_view text);
// Where a rule stands, as the policy's own file says it.
base::Json to_json(const policy::Citation& cite);
// All of the errors, as the command was asked to; returns kWrongInput. `text` is the content of the
// file named `file`; errors of other files are told without a line.
int refuse(const std::vector<base::Error>& errors, std::string_view file, std::string_view text,
           bool as_json);

}  // namespace cli
