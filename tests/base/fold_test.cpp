#include "base/fold.h"

#include <doctest/doctest.h>

#include <string>

#include "base/text.h"

using base::folded;

TEST_CASE("case and accents of Latin letters are folded away") {
  CHECK(folded("Zoë Łódzka") == "zoe lodzka");
  CHECK(folded("ŁÓDŹ Łódź lodz") == "lodz lodz lodz");
  CHECK(folded("Ŵyn Tŷ-Gwyn") == "wyn ty gwyn");
  CHECK(folded("Nguyễn Thị Ánh") == "nguyen thi anh");
  CHECK(folded("Şükrü İnönü ışık") == "sukru inonu isik");
  CHECK(folded("Ștefan Țepeș Čapek Ðoković Đurić") == "stefan tepes capek dokovic duric");
  CHECK(folded("Ɓala Ɗan Ƙasa Əliyev əliyev") == "bala dan kasa eliyev eliyev");
  CHECK(folded("Straße GROẞ Æsa œuvre Þór Søren") == "strasse gross aesa oeuvre thor soren");
}

TEST_CASE("accents that stand beside their letters are folded as those within them") {
  CHECK(folded("Zoe\xCC\x88") == folded("Zoë"));
  CHECK(folded("Nguye\xCC\x82\xCC\x83n") == "nguyen");
  CHECK(folded("\xD0\xB8\xCC\x86") == folded("й"));
}

TEST_CASE("Greek and Cyrillic letters lose case and accents and stay themselves") {
  CHECK(folded("Γιώργος ΓΙΩΡΓΟΣ") == "γιωργοσ γιωργοσ");
  CHECK(folded("Ἀθῆναι ᾠδή Ὀδυσσεύς") == "αθηναι ωδη οδυσσευσ");
  CHECK(folded("Ϊ ΐ ϋ ΰ") == "ι ι υ υ");
  CHECK(folded("Алёна АЛЁНА алена") == "алена алена алена");
  CHECK(folded("Їжак Ґудзик Ўладзімір Ђорђе") == "іжак ґудзик уладзімір ђорђе");
  CHECK(folded("Ѓорѓи ЌОСЕ Қазақ Ӏ Ӂ") == "горги косе қазақ ӏ ж");
}

TEST_CASE("letters of other scripts stay as they are") {
  CHECK(folded("عائشة 小林 नेहा") == "عائشة 小林 नेहा");
  CHECK(folded("\xF0\x90\x8C\xB0") == "\xF0\x90\x8C\xB0");
}

TEST_CASE("what is neither letter nor digit parts words, once, and apostrophes do not") {
  CHECK(folded("  CG-7K2M-9QXD:\tsee\n(page 2)…  ") == "cg 7k2m 9qxd see page 2");
  CHECK(folded("O’Brien O'Brien OBrien") == "obrien obrien obrien");
  CHECK(folded("m.ellwood@larkfield.example") == "m ellwood larkfield example");
  CHECK(folded("“quoted” – and—so · 5 € × 2") == "quoted and so 5 2");
  CHECK(folded("a\xC2\xA0"
               "b") == "a b");
  CHECK(folded("") == "");
  CHECK(folded(" – ") == "");
}

TEST_CASE("bytes that are not UTF-8 part words and hide nothing") {
  CHECK(folded("one\xFFtwo") == "one two");
  CHECK(folded("\xC3") == "");
  CHECK(folded("Zo\xC3") == "zo");
  CHECK(folded("\xE2\x82Quill") == "quill");
}

namespace {

std::string utf8(char32_t character) {
  std::string text;
  const auto add = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (character < 0x80) {
    add(character);
  } else if (character < 0x800) {
    add(0xC0 | character >> 6);
    add(0x80 | (character & 63));
  } else {
    add(0xE0 | character >> 12);
    add(0x80 | (character >> 6 & 63));
    add(0x80 | (character & 63));
  }
  return text;
}

}  // namespace

TEST_CASE("of every character: valid, folding twice is folding once, no space at the ends") {
  for (char32_t character = 1; character < 0x10000; ++character) {
    if (character >= 0xD800 && character < 0xE000) continue;
    const std::string once = folded(utf8(character));
    CAPTURE(static_cast<unsigned>(character));
    REQUIRE(base::is_valid_utf8(once));
    REQUIRE(folded(once) == once);
    REQUIRE((once.empty() || (once.front() != ' ' && once.back() != ' ')));
  }
}

TEST_CASE("a capital and its small letter fold alike") {
  // Pairs that stand 32, 80 or 1 apart, over the alphabets in use.
  const auto pair = [](char32_t capital, char32_t small) {
    CAPTURE(static_cast<unsigned>(capital));
    CHECK(folded(utf8(capital)) == folded(utf8(small)));
  };
  for (char32_t each = 0xC0; each <= 0xDE; ++each) {
    if (each != 0xD7) pair(each, each + 32);
  }
  for (char32_t each = 0x0391; each <= 0x03A9; ++each) {
    if (each != 0x03A2) pair(each, each + 32);
  }
  for (char32_t each = 0x0410; each <= 0x042F; ++each) pair(each, each + 32);
  for (char32_t each = 0x0400; each <= 0x040F; ++each) pair(each, each + 80);
  for (char32_t each = 0x0100; each <= 0x0136; each += 2) {
    if (each != 0x0130) pair(each, each + 1);
  }
  for (char32_t each = 0x1E00; each <= 0x1E94; each += 2) pair(each, each + 1);
  for (char32_t each = 0x1EA0; each <= 0x1EF8; each += 2) pair(each, each + 1);
  for (char32_t each = 0x048A; each <= 0x04BE; each += 2) pair(each, each + 1);
  for (char32_t each = 0x04D0; each <= 0x052E; each += 2) pair(each, each + 1);
  for (char32_t each = 0x04C1; each <= 0x04CD; each += 2) pair(each, each + 1);
}

TEST_CASE("the words of a folded text") {
  CHECK(base::words_of("").empty());
  CHECK(base::words_of("cg 7k2m lodz") == std::vector<std::string_view>{"cg", "7k2m", "lodz"});
}
