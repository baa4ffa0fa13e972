#include "base/result.h"

#include <doctest/doctest.h>

using base::Error;
using base::ErrorCode;
using base::Result;

TEST_CASE("describe puts place, message and detail on one line") {
  const Error whole{ErrorCode::kWrongType,
                    "The title must be text.",
                    {"policies/x.json", "/stages/0/title"},
                    "3",
                    "text"};
  CHECK(base::describe(whole) ==
        "policies/x.json /stages/0/title: The title must be text. (found 3, expected text)");
}

TEST_CASE("describe leaves out what is not known") {
  CHECK(base::describe({ErrorCode::kRequired, "Enter a time", {}, "", ""}) == "Enter a time");
  CHECK(
      base::describe({ErrorCode::kTooLarge, "Too large.", {"a.json", ""}, "", "at most 5 bytes"}) ==
      "a.json: Too large. (expected at most 5 bytes)");
  CHECK(base::describe({ErrorCode::kBadDate, "No such date.", {"", "/date"}, "x", ""}) ==
        "/date: No such date. (found x)");
}

TEST_CASE("a result is a value or its errors") {
  const Result<int> good = 7;
  REQUIRE(good.ok());
  CHECK(*good == 7);

  const Result<int> bad = std::vector<Error>{{ErrorCode::kBadValue, "first", {}, "", ""},
                                             {ErrorCode::kBadValue, "second", {}, "", ""}};
  REQUIRE_FALSE(bad.ok());
  CHECK(bad.errors().size() == 2);
  CHECK(bad.error().message == "first");
}
