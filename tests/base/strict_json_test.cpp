#include "base/strict_json.h"

#include <doctest/doctest.h>

#include "base/text.h"

using base::ErrorCode;
using base::Json;
using base::JsonLimits;
using base::parse_json;

namespace {

// The one error of a text that must be refused.
base::Error refused(std::string_view bytes, JsonLimits limits = {}) {
  const auto result = parse_json(bytes, "a.json", limits);
  REQUIRE_FALSE(result.ok());
  REQUIRE(result.errors().size() == 1);
  CHECK(result.error().where.file == "a.json");
  return result.error();
}

bool says(const base::Error& error, std::string_view words) {
  return error.message.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("JSON of every kind is read") {
  const auto read = parse_json(
      R"( {"b":[1,-2,true,false,null,"é\u00e9\n"],"a":{"c":{}},"d":18446744073709551615} )",
      "a.json");
  REQUIRE(read.ok());
  CHECK((*read)["b"].size() == 6);
  CHECK((*read)["b"][1] == -2);
  CHECK((*read)["b"][5] == "éé\n");
  CHECK((*read)["a"]["c"].is_object());
  CHECK((*read)["d"] == 18446744073709551615u);
  CHECK(*parse_json("\"alone\"", "a.json") == "alone");
  CHECK(*parse_json("\xEF\xBB\xBF[]", "a.json") == Json::array());
}

TEST_CASE("a key written twice is refused, where the second stands") {
  const auto error = refused("{\n  \"a\": {\"x/y\": 1,\n    \"z\": 2, \"x\\/y\": 3}}");
  CHECK(error.code == ErrorCode::kDuplicateKey);
  CHECK(error.where.pointer == "/a/x~1y");
  CHECK(says(error, "\"x/y\""));
  CHECK(says(error, "(line 3, column 13)"));
  CHECK(parse_json(R"([{"a":1},{"a":2}])", "a.json").ok());  // two objects, one key each
}

TEST_CASE("the same key in an inner object is not a second one") {
  CHECK(parse_json(R"({"a":{"a":{"a":1}},"b":1})", "a.json").ok());
  CHECK(refused(R"({"a":{"a":1},"b":[],"a":1})").where.pointer == "/a");
}

TEST_CASE("depth is limited exactly") {
  const JsonLimits three{100, 3};
  CHECK(parse_json("[[[1]]]", "a.json", three).ok());
  CHECK(parse_json("[[[1]],[[2]],{\"a\":{}}]", "a.json", three).ok());
  const auto error = refused("[0,{\"a\":[ [] ]}]", three);
  CHECK(error.code == ErrorCode::kTooLarge);
  CHECK(error.where.pointer == "/1/a/0");
  CHECK(says(error, "(line 1, column 11)"));
  CHECK(refused(std::string(100'000, '[')).code == ErrorCode::kTooLarge);
  CHECK(refused(std::string(65, '[') + std::string(65, ']')).code == ErrorCode::kTooLarge);
  CHECK(parse_json(std::string(64, '[') + std::string(64, ']'), "a.json").ok());
}

TEST_CASE("size is limited exactly") {
  const JsonLimits ten{10, 64};
  CHECK(parse_json("\"12345678\"", "a.json", ten).ok());
  const auto error = refused("\"123456789\"", ten);
  CHECK(error.code == ErrorCode::kTooLarge);
  CHECK(error.found == "11 bytes");
  CHECK(error.expected == "at most 10 bytes");
}

TEST_CASE("bytes that are not UTF-8 are refused") {
  const auto error = refused("{\n\"a\": \"é\xFF\"}");
  CHECK(error.code == ErrorCode::kBadSyntax);
  CHECK(says(error, "UTF-8"));
  CHECK(says(error, "(line 2, column 8)"));
  CHECK(says(refused(std::string_view("\xFF\xFE{\0}\0", 6)),
             "UTF-8"));                                           // UTF-16, as old editors save
  CHECK(refused("[\"\\ud800\"]").code == ErrorCode::kBadSyntax);  // half a surrogate pair
}

TEST_CASE("NUL is refused, raw and escaped") {
  const auto raw = refused(std::string_view("{}\0{}", 5));
  CHECK(says(raw, "NUL"));
  CHECK(says(raw, "(line 1, column 3)"));
  const auto escaped = refused(R"({"a": ["x", "y\u0000z"]})");
  CHECK(escaped.code == ErrorCode::kBadValue);
  CHECK(escaped.where.pointer == "/a/1");
  CHECK(says(escaped, "(line 1, column 13)"));
  CHECK(refused(R"({"a\u0000": 1})").code == ErrorCode::kBadValue);
}

TEST_CASE("numbers that are not whole are refused") {
  for (const char* text :
       {"[1.0]", "[0.5]", "[1e3]", "[18446744073709551616]", "[-9223372036854775809]"}) {
    CAPTURE(text);
    const auto error = refused(text);
    CHECK(error.code == ErrorCode::kBadValue);
    CHECK(error.where.pointer == "/0");
    CHECK(error.found == std::string(text).substr(1, std::string(text).size() - 2));
  }
}

TEST_CASE("syntax errors say where and what to look for") {
  CHECK(says(refused(""), "empty"));
  CHECK(says(refused(" \n"), "empty"));
  CHECK(says(refused("{\"a\": [1, 2"), "ends before it is complete"));
  CHECK(says(refused("{\"a\": \"b"), "ends before it is complete"));

  SUBCASE("a file that ends early: where, and what is still open") {
    const auto list = refused("{\n  \"a\": [1, 2\n\n");
    CHECK(list.code == ErrorCode::kBadSyntax);
    CHECK(says(list, "(line 2, column 13)"));  // not on the empty lines after it
    CHECK(list.where.pointer == "/a/1");
    CHECK(list.found == "the end of the file");
    CHECK(list.expected == "“]” for the list that begins at line 2, column 8");
    CHECK(refused("{\"a\": {\"b\": 1").expected ==
          "“}” for the object that begins at line 1, column 7");
    CHECK(refused("{\"a\": {\"b\": 1").where.pointer == "/a/b");
    CHECK(refused("{\"a\": \"b").expected == "a closing quotation mark");
    CHECK(refused("[\"a\", \n").expected == "“]” for the list that begins at line 1, column 1");
    CHECK(refused("tru").expected == "the rest of the value");
  }
  SUBCASE("what was looked for") {
    CHECK(refused("{\"a\" 1}").expected == "a colon");
    CHECK(refused("{\"a\": 1 \"b\": 2}").expected == "a comma or “}”");
    CHECK(refused("[1 2]").expected == "a comma or “]”");
    CHECK(refused("{\"a\": 1,}").expected == "a key in quotation marks");
    CHECK(refused("[1,]").expected == "a value");
    CHECK(refused("[] []").expected == "the end of the file");
  }

  const auto comma = refused("{\"a\": 1\n \"b\": 2}");
  CHECK(comma.code == ErrorCode::kBadSyntax);
  CHECK(says(comma, "missing or extra comma"));
  CHECK(says(comma, "(line 2, column 2)"));
  CHECK(comma.where.pointer == "/a");
  CHECK(comma.found == "\"b\"");

  CHECK(refused("{\"a\": 1, b: 2}").found == "b");
  CHECK(refused("[1,\n  Tru]").found == "Tru");
  CHECK(says(refused("[1,\n  Tru]"), "(line 2, column 3)"));
  CHECK(refused("[tru\n]").found == "tru");
  CHECK(refused("{\"a\": \"b\n}").found == "\"b");
  CHECK(refused("[1, “a”]").found == "“");
  CHECK(says(refused("[1,]"), "(line 1, column 4)"));
  CHECK(says(refused("[1] 2"), "(line 1, column 5)"));
  CHECK(says(refused("{\"a\": \"b\n}"), "must end on the line where it starts"));
  CHECK(says(refused("[1, // one\n2]"), "no comments"));
  CHECK(says(refused("[1, /* one */ 2]"), "no comments"));
  for (const char* text : {"{a:1}", "['a']", "[01]", "[NaN]", "[+1]", "{\"a\"}", "{,}", "[\"\t\"]",
                           "[1e999]", "tru"}) {
    CAPTURE(text);
    CHECK(refused(text).code == ErrorCode::kBadSyntax);
  }
}

TEST_CASE("columns count characters, after the byte order mark") {
  CHECK(says(refused("\xEF\xBB\xBF[\"éé🙂\", x]"), "(line 1, column 9)"));
}

TEST_CASE("the canonical form sorts keys by bytes and keeps text as it is") {
  const auto one = parse_json(
      "{ \"b\" : 1,\n \"a\": [ \"é\", \"\\u00e9\", \"/\" ], \"B\": {}, \"é\": -0 }", "a.json");
  CHECK(base::canonical(*one) == "{\"B\":{},\"a\":[\"é\",\"é\",\"/\"],\"b\":1,\"é\":0}");
  const auto two = parse_json(base::canonical(*one), "a.json");
  CHECK(base::canonical(*two) == base::canonical(*one));
  CHECK(base::canonical(Json("\x01\"\\\n")) == "\"\\u0001\\\"\\\\\\n\"");
  CHECK(base::canonical(Json("a\xFF")) == "\"a\xEF\xBF\xBD\"");
}

// A short walk of the neighbourhood of good texts: whatever a byte is changed to, the answer is a
// value or one error with a message, and never a crash.
TEST_CASE("any changed byte gives a value or one error") {
  const std::string good = R"({"a":[1,"b\u00e9",{"c":null}],"d":-7,"e":"é🙂"})";
  REQUIRE(parse_json(good, "a.json").ok());
  size_t refusals = 0;
  for (size_t at = 0; at < good.size(); ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = good;
      text[at] = static_cast<char>(byte);
      const auto result = parse_json(text, "a.json");
      if (result.ok()) continue;
      ++refusals;
      const bool told = result.errors().size() == 1 && !result.error().message.empty();
      if (!told || !base::is_valid_utf8(base::describe(result.error())))
        FAIL("byte " << byte << " at " << at);
    }
    CHECK_FALSE(parse_json(good.substr(0, at), "a.json").ok());
  }
  CHECK(refusals > good.size() * 100);
}
