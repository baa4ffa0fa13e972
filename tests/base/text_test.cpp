#include "base/text.h"

#include <doctest/doctest.h>

using Lines = std::vector<std::string_view>;

TEST_CASE("valid UTF-8 is told from bytes that are not") {
  for (const char* good :
       {"", "plain", "naïve", "Ș", "Łódź", "日本", "🙂", "\xF4\x8F\xBF\xBF", "\xEE\x80\x80"}) {
    CAPTURE(good);
    CHECK(base::is_valid_utf8(good));
  }
  for (const char* bad : {"\x80", "\xC3", "\xC0\x80", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80",
                          "\xF0\x80\x80\xAF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF",
                          "\xE2\x82", "\xE2\x28\xA1", "\xF0\x9F\x99"}) {
    CAPTURE(bad);
    CHECK_FALSE(base::is_valid_utf8(bad));
  }
  CHECK(base::valid_utf8_prefix("caf\xC3\xA9 \xFF tail") == 6);
}

TEST_CASE("trimming takes white space and no-break spaces off both ends only") {
  CHECK(base::trimmed(" \t\r\n\v\f a b \n") == "a b");
  CHECK(base::trimmed("\xC2\xA0 a\xC2\xA0"
                      "b \xC2\xA0") ==
        "a\xC2\xA0"
        "b");
  CHECK(base::trimmed(" \xC2\xA0 ").empty());
  CHECK(base::trimmed("").empty());
  CHECK(base::trimmed("à") == "à");  // ends with the byte A0, which is not a space there
}

TEST_CASE("code points are counted and cut, never bytes") {
  CHECK(base::code_point_count("") == 0);
  CHECK(base::code_point_count("aé日🙂") == 4);
  CHECK(base::shortened("aé日🙂", 4) == "aé日🙂");
  CHECK(base::shortened("aé日🙂", 3) == "aé日…");
  CHECK(base::shortened("aé日🙂", 2) == "aé…");
  CHECK(base::shortened("abc", 0) == "…");
  CHECK(base::shortened("", 0).empty());
  // Between words, unless too little would be left.
  CHECK(base::shortened("the involvement of the partnership", 25) == "the involvement of the…");
  CHECK(base::shortened("the involvement of the partnership", 22) == "the involvement of the…");
  CHECK(base::shortened("a reconsideration", 10) == "a reconsid…");
}

TEST_CASE("lists are written as in a sentence") {
  CHECK(base::listed({}).empty());
  CHECK(base::listed({"a"}) == "a");
  CHECK(base::listed({"a", "b"}) == "a and b");
  CHECK(base::listed({"a", "b", "c"}) == "a, b and c");
  CHECK(base::joined({"a", "b", "c"}, "; ") == "a; b; c");
  CHECK(base::joined({}, "; ").empty());
}

TEST_CASE("lines are split at either line end") {
  CHECK(base::split_lines("").empty());
  CHECK(base::split_lines("one") == Lines{"one"});
  CHECK(base::split_lines("one\r\ntwo\n\nfour") == Lines{"one", "two", "", "four"});
  CHECK(base::split_lines("one\n") == Lines{"one"});
  CHECK(base::split_lines("\n\n") == Lines{"", ""});
}

TEST_CASE("lower case is ASCII's only") {
  CHECK(base::lower_ascii("AbZ É 9") == "abz É 9");
}

TEST_CASE("a capital at the start, and nowhere else") {
  CHECK(base::capitalised("stage one ends") == "Stage one ends");
  CHECK(base::capitalised("Stage one") == "Stage one");
  CHECK(base::capitalised("two") == "Two");
  CHECK(base::capitalised("élan") == "élan");
  CHECK(base::capitalised("").empty());
}

TEST_CASE("numbers are words up to twenty") {
  CHECK(base::number_word(0) == "zero");
  CHECK(base::number_word(2) == "two");
  CHECK(base::number_word(13) == "thirteen");
  CHECK(base::number_word(20) == "twenty");
  CHECK(base::number_word(21) == "21");
  CHECK(base::number_word(-1) == "-1");
}

TEST_CASE("an email address has something, one @ and a host with a dot, and no white space") {
  CHECK(base::is_email("name@example.org"));
  for (const char* wrong : {"", "name", "@example.org", "name@", "name@example", "name@.org",
                            "name@example.", "na me@example.org", "a@b@example.org"}) {
    CHECK_FALSE_MESSAGE(base::is_email(wrong), wrong);
  }
}
