#include "cli/output.h"

#include <cstdio>

#include "base/json_place.h"

namespace cli {
namespace {

const char* code_name(base::ErrorCode code) {
  using base::ErrorCode;
  switch (code) {
    case ErrorCode::kBadSyntax:
      return "bad_syntax";
    case ErrorCode::kTooLarge:
      return "too_large";
    case ErrorCode::kDuplicateKey:
      return "duplicate_key";
    case ErrorCode::kUnknownKey:
      return "unknown_key";
    case ErrorCode::kMissingKey:
      return "missing_key";
    case ErrorCode::kWrongType:
      return "wrong_type";
    case ErrorCode::kBadValue:
      return "bad_value";
    case ErrorCode::kMissingReference:
      return "missing_reference";
    case ErrorCode::kUnreachable:
      return "unreachable";
    case ErrorCode::kNoWayOut:
      return "no_way_out";
    case ErrorCode::kBadDate:
      return "bad_date";
    case ErrorCode::kNewerFormat:
      return "newer_format";
    case ErrorCode::kRequired:
      return "required";
    case ErrorCode::kRefused:
      return "refused";
    case ErrorCode::kTampered:
      return "tampered";
    case ErrorCode::kNotFound:
      return "not_found";
  }
  return "";
}

void write(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
  if (text.empty() || text.back() != '\n') std::fputc('\n', stream);
}

}  // namespace

void print_text(std::string_view text) {
  write(stdout, text);
}

void print_json(const base::Json& json) {
  write(stdout, json.dump(2));
}

void print_error(std::string_view text) {
  write(stderr, text);
}

std::string in_words(const base::Error& error, std::string_view text) {
  std::string words = error.where.file;
  if (const auto place = base::place_in(text, error.where.pointer)) {
    words += ":" + std::to_string(place->line) + ":" + std::to_string(place->column);
  }
  if (!error.where.pointer.empty()) {
    words += (words.empty() ? "" : ": ") + error.where.pointer;
  }
  words += (words.empty() ? "" : "\n  ") + error.message;
  if (!error.found.empty()) words += "\n  found    " + error.found;
  if (!error.expected.empty()) words += "\n  expected " + error.expected;
  return words;
}

base::Json to_json(const base::Error& error, std::string_view text) {
  base::Json json = {{"code", code_name(error.code)}, {"message", error.message},
                     {"file", error.where.file},      {"pointer", error.where.pointer},
                     {"found", error.found},          {"expected", error.expected}};
  if (const auto place = base::place_in(text, error.where.pointer)) {
    json["line"] = place->line;
    json["column"] = place->column;
  }
  return json;
}

base::Json to_json(const policy::Citation& cite) {
  return {{"source", cite.source},
          {"place", cite.place},
          {"words", cite.words},
          {"reading", cite.reading}};
}

int refuse(const std::vector<base::Error>& errors, std::string_view file, std::string_view text,
           bool as_json) {
  base::Json list = base::Json::array();
  for (const base::Error& error : errors) {
    const std::string_view of_file = error.where.file == file ? text : std::string_view();
    if (as_json) {
      list.push_back(to_json(error, of_file));
    } else {
      print_error(in_words(error, of_file));
    }
  }
  if (as_json) print_json(base::Json{{"errors", list}});
  return kWrongInput;
}

}  // namespace cli
