// Errors as values. Wrong *input* (a file, a form, a stored record) is an Error with a closed code,
// a place and plain words; wrong *code* is an assertion. No exceptions cross a module.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace base {

enum class ErrorCode {
  kBadSyntax,         // not JSON, or not the grammar expected
  kTooLarge,          // over a stated limit of bytes, depth or length
  kDuplicateKey,      // the same key twice in one object
  kUnknownKey,        // a key the format does not have
  kMissingKey,        // a key the format requires
  kWrongType,         // a string where a number is expected, and so on
  kBadValue,          // the right type, an impossible value
  kMissingReference,  // names something that does not exist
  kUnreachable,       // a part that nothing leads to
  kNoWayOut,          // a part with no way on and no end
  kBadDate,           // a date that does not exist
  kNewerFormat,       // written by a later version of this program
  kRequired,          // a form field left empty
  kRefused,           // a command that would falsify the record
  kTampered,          // bytes that do not match their hash or their place
  kNotFound,          // asked for, and not there
};

// Where an input is wrong. `pointer` is a JSON pointer ("/stages/2/clocks/0/unit") or a field's
// key.
struct Place {
  std::string file;
  std::string pointer;
  bool operator==(const Place&) const = default;
};

struct Error {
  ErrorCode code;
  std::string message;  // one plain sentence: what happened and what to do
  Place where;
  std::string found;     // what was there, shortened; may be empty
  std::string expected;  // what would be right; may be empty
};

// One line for a person: "policies/x.json /stages/0/title: The title must be text. (found 3,
// expected text)". Parts that are empty are left out.
std::string describe(const Error& error);

// A value, or every error found on the way to it. Never both, never neither.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}  // NOLINT: implicit by design
  Result(Error error) : content_(std::vector<Error>{std::move(error)}) {}  // NOLINT
  Result(std::vector<Error> errors) : content_(std::move(errors)) {        // NOLINT
    assert(!std::get<1>(content_).empty());
  }

  explicit operator bool() const { return content_.index() == 0; }
  bool ok() const { return content_.index() == 0; }

  // Requires: ok().
  const T& value() const& {
    assert(ok());
    return *std::get_if<0>(&content_);
  }
  T& value() & {
    assert(ok());
    return *std::get_if<0>(&content_);
  }
  T&& value() && {
    assert(ok());
    return std::move(*std::get_if<0>(&content_));
  }
  const T& operator*() const& { return value(); }
  const T* operator->() const { return &value(); }

  // Requires: !ok().
  const std::vector<Error>& errors() const {
    assert(!ok());
    return *std::get_if<1>(&content_);
  }
  const Error& error() const { return errors().front(); }

 private:
  std::variant<T, std::vector<Error>> content_;
};

}  // namespace base
