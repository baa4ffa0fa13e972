#include "base/fold.h"

#include <iterator>

#include "base/text.h"

namespace base {
namespace {

// From U+00C0, U+1E00. A capital stands for two letters (expansion()); "." keeps what there is.
constexpr char kLatin[] =
    "aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiJJjjkkklllllll"
    "lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "bbbb..occdddd.eeeffgg.iikkl.mnnooo..pp...s.ttttuuuvyyzzz..z....."
    "....DDDLLLNNNaaiioouuuuuuuuuueaaaaAAggggkkoooozzjDDDgg..nnaaAAoo"
    "aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylntj..acclts"
    "z..buveejj.qrryy"
    "aaabocddeeee...jgg.g..h.ii.lll.mmmnn.o......rrr...ssj.s.tuuvv..."
    "zzz";
constexpr char kMoreLatin[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyasssS.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy";
// From U+0386, U+1F00: "a" is α, "b" β and so on to "y", ω.
constexpr char kGreek[] =
    "a.egi.o.uyiabcdefghijklmnopq.stuvwxyiuaegiuabcdefghijklmnopqsstu"
    "vwxyiuouy";
constexpr char kMoreGreek[] =
    "aaaaaaaaaaaaaaaaeeeeee..eeeeee..ggggggggggggggggiiiiiiiiiiiiiiii"
    "oooooo..oooooo..uuuuuuuu.u.u.u.uyyyyyyyyyyyyyyyyaaeeggiioouuyy.."
    "aaaaaaaaaaaaaaaaggggggggggggggggyyyyyyyyyyyyyyyyaaaaa.aaaaaaa.i."
    "..ggg.ggeeggg...iiii..iiiiii....uuuuqquuuuuq.....yyy.yyooyyy...";
// Small Cyrillic letters with an accent, each before its base.
constexpr char16_t kCyrillic[] = u"йиѐеёеѓгїіќкѝиўуѷѵӂжӑаӓаӗеӛәӝжӟзӣиӥиӧоӫөӭэӯуӱуӳуӵчӹы";

const char* expansion(char letter) {
  switch (letter) {
    case 'A':
      return "ae";
    case 'O':
      return "oe";
    case 'S':
      return "ss";
    case 'T':
      return "th";
    case 'J':
      return "ij";
    case 'D':
      return "dz";
    case 'L':
      return "lj";
    case 'N':
      return "nj";
    default:
      return nullptr;
  }
}

template <size_t N>
char entry(const char (&table)[N], char32_t first, char32_t character) {
  const bool covered = character >= first && character - first < N - 1;
  return covered ? table[character - first] : '.';
}

char32_t small_cyrillic(char32_t character) {
  if (character < 0x0410) return character + 0x50;
  if (character < 0x0430) return character + 0x20;
  if (character < 0x0460) return character;
  if (character == 0x04C0) return 0x04CF;
  // Capital and small letter alternate; from U+04C1 to U+04CE capitals are odd.
  const bool odd = character >= 0x04C1 && character <= 0x04CE;
  return (character & 1) == (odd ? 1 : 0) ? character + 1 : character;
}

char32_t cyrillic(char32_t character) {
  character = small_cyrillic(character);
  for (size_t i = 0; i + 1 < std::size(kCyrillic) - 1; i += 2) {
    if (kCyrillic[i] == character) return kCyrillic[i + 1];
  }
  return character;
}

bool is_mark(char32_t character) {  // an accent of its own, or an apostrophe
  return (character >= 0x0300 && character <= 0x036F) ||
         (character >= 0x0482 && character <= 0x0489) || character == '\'' || character == 0x02BC ||
         character == 0x2018 || character == 0x2019;
}

bool parts_words(char32_t character) {
  return (character >= 0x80 && character < 0xC0 && character != 0xAA && character != 0xB5 &&
          character != 0xBA) ||
         character == 0xD7 || character == 0xF7 || (character >= 0x2000 && character < 0x2C00) ||
         (character >= 0x3000 && character < 0x3040) || character == 0xFEFF || character == 0xFFFD;
}

void put(char*& out, char32_t character) {  // beyond ASCII
  const auto byte = [](char32_t value) { return static_cast<char>(value); };
  if (character < 0x800) {
    *out++ = byte(0xC0 | character >> 6);
  } else {
    if (character < 0x10000) {
      *out++ = byte(0xE0 | character >> 12);
    } else {
      *out++ = byte(0xF0 | character >> 18);
      *out++ = byte(0x80 | (character >> 12 & 63));
    }
    *out++ = byte(0x80 | (character >> 6 & 63));
  }
  *out++ = byte(0x80 | (character & 63));
}

void put_folded(char*& out, char32_t character) {
  char letter = entry(kLatin, 0xC0, character);
  if (letter == '.') letter = entry(kMoreLatin, 0x1E00, character);
  if (character == 0xAA) letter = 'a';
  if (character == 0xBA) letter = 'o';
  if (letter != '.') {
    const char* two = expansion(letter);
    if (two == nullptr) {
      *out++ = letter;
    } else {
      *out++ = two[0];
      *out++ = two[1];
    }
    return;
  }
  char greek = entry(kGreek, 0x0386, character);
  if (greek == '.') greek = entry(kMoreGreek, 0x1F00, character);
  if (character == 0xB5) greek = 'l';  // the sign for a millionth is a μ
  if (greek != '.') {
    character = 0x03B1 + static_cast<char32_t>(greek - 'a');
  } else if (character >= 0x0400 && character <= 0x052F) {
    character = cyrillic(character);
  }
  put(out, character);
}

// The character that starts at `at`, of text known to be UTF-8 there; moves past it.
char32_t taken(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const size_t more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t character = more == 0 ? lead : lead & (0x3Fu >> more);
  for (size_t i = 1; i <= more; ++i) character = character << 6 | (byte(at + i) & 0x3Fu);
  at += more + 1;
  return character;
}

}  // namespace

std::string folded(std::string_view text) {
  // No character grows by it, so there is room for all.
  std::string all(text.size(), '\0');
  char* out = all.data();
  bool parted = false;
  size_t valid = valid_utf8_prefix(text);
  for (size_t at = 0; at < text.size();) {
    if (at == valid) {
      ++at;
      valid = at + valid_utf8_prefix(text.substr(at));
      parted = true;
      continue;
    }
    const char32_t character = taken(text, at);
    const bool capital = character >= 'A' && character <= 'Z';
    const bool plain =
        (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') || capital;
    if (!plain) {
      if (is_mark(character)) continue;
      if (character < 0x80 || parts_words(character)) {
        parted = true;
        continue;
      }
    }
    if (parted && out != all.data()) *out++ = ' ';
    parted = false;
    if (plain) {
      *out++ = static_cast<char>(capital ? character + ('a' - 'A') : character);
    } else {
      put_folded(out, character);
    }
  }
  all.resize(static_cast<size_t>(out - all.data()));
  return all;
}

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const size_t end = folded.find(' ');
    words.push_back(folded.substr(0, end));
    folded.remove_prefix(end == folded.npos ? folded.size() : end + 1);
  }
  return words;
}

}  // namespace base
