#include "base/json_place.h"

#include <doctest/doctest.h>

#include "base/strict_json.h"

using base::place_in;

namespace {

constexpr std::string_view kFile =
    "{\n"
    "  \"title\": \"Ärger\", \"n\": -1.5e+3,\n"
    "  \"stages\": [\n"
    "    {\"id\": \"one\"},\n"
    "    {\"id\": \"zwölf\", \"cite\": {\"place\": \"§ 2\"}, \"next\": [ ]}\n"
    "  ],\n"
    "  \"a/b\": {\"m~n\": 1},\n"
    "  \"\\u00e9t\\u00E9 \\ud83d\\ude00\": true,\n"
    "  \"\": null\n"
    "}\n";

// "line:column" of the place, or "none".
std::string at(std::string_view json, std::string_view pointer) {
  const auto place = place_in(json, pointer);
  if (!place) return "none";
  return std::to_string(place->line) + ':' + std::to_string(place->column);
}

}  // namespace

TEST_CASE("a value is found by its pointer, counted in characters") {
  CHECK(at(kFile, "") == "1:1");
  CHECK(at(kFile, "/title") == "2:12");
  CHECK(at(kFile, "/n") == "2:26");
  CHECK(at(kFile, "/stages") == "3:13");
  CHECK(at(kFile, "/stages/0") == "4:5");
  CHECK(at(kFile, "/stages/1/id") == "5:12");
  CHECK(at(kFile, "/stages/1/cite/place") == "5:39");
  CHECK(at(kFile, "/stages/1/next") == "5:55");
  CHECK(at(kFile, "/") == "9:7");
  const auto place = place_in(kFile, "/stages/1/cite");
  REQUIRE(place);
  CHECK(place->text == "    {\"id\": \"zwölf\", \"cite\": {\"place\": \"§ 2\"}, \"next\": [ ]}");
}

TEST_CASE("escapes of pointers and of keys are understood") {
  CHECK(at(kFile, "/a~1b") == "7:10");
  CHECK(at(kFile, "/a~1b/m~0n") == "7:18");
  CHECK(at(kFile, "/été 😀") == "8:33");
}

TEST_CASE("what is missing is shown in the nearest part around it") {
  CHECK(at(kFile, "/stages/1/clocks/0/amount") == "5:5");
  CHECK(at(kFile, "/stages/0/cite") == "4:5");
  CHECK(at(kFile, "/stages/7") == "3:13");
  CHECK(at(kFile, "/stages/01") == "3:13");
  CHECK(at(kFile, "/stages/-") == "3:13");
  CHECK(at(kFile, "/version") == "1:1");
  CHECK(at(kFile, "/title/0") == "2:12");
  CHECK(at(kFile, "email") == "1:1");
  CHECK(at("  [1, 2]", "/1/x") == "1:7");
}

TEST_CASE("of a key that is there twice the last is shown") {
  CHECK(at("{\"a\": {\"b\": 1}, \"a\": {\"b\": 2}}", "/a/b") == "1:28");
}

TEST_CASE("a long line is shortened; line ends and a byte order mark are not text") {
  const std::string long_line = "[\"" + std::string(300, 'x') + "\"]";
  const auto place = place_in(long_line, "/0");
  REQUIRE(place);
  CHECK(place->text == long_line.substr(0, 200) + "…");
  CHECK(at("\xEF\xBB\xBF{\r\n  \"a\": 1\r\n}", "/a") == "2:8");
  CHECK(place_in("{\r\n  \"a\": 1\r\n}", "/a")->text == "  \"a\": 1");
}

TEST_CASE("what is not JSON has no places") {
  for (const char* text : {"",         " ",           "<html>",      "{",
                           "{\"a\"}",  "{\"a\":}",    "{\"a\":1,}",  "[1,]",
                           "[1 2]",    "[1]]",        "tru",         "\"open",
                           "\"\\x\"",  "\"\\u12g4\"", "\"\\ud800\"", "\"\\ud800\\u0041\"",
                           "01",       "1.",          "-",           "1e",
                           "\"a\nb\"", "{\"a\":1} x", "\"\xFF\"",    "[NaN]",
                           "// no\n1"}) {
    CAPTURE(text);
    CHECK_FALSE(place_in(text, ""));
    CHECK_FALSE(base::parse_json(text, "f").ok());
  }
  CHECK_FALSE(place_in(std::string(100'000, '['), ""));
  CHECK(at(std::string(100, '[') + std::string(100, ']'), "/0/0") == "1:3");
}
