// Damages the bytes of a JSON file in the ways that editors, mergers and malice do: flipped bytes,
// cut and doubled pieces, pieces of another file, tokens put in each other's place, brackets within
// brackets. Deterministic: the same seed gives the same damage on every machine.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

// splitmix64: small, and the same everywhere (std::uniform_int_distribution is not).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  // Less than `limit`; 0 for 0.
  size_t below(size_t limit) { return limit == 0 ? 0 : static_cast<size_t>(next() % limit); }

 private:
  uint64_t state_;
};

// A string with its quotation marks, a number or word, or one of {}[]:, — where it starts and how
// long it is.
struct Token {
  size_t start, length;
};
inline std::vector<Token> tokens_of(std::string_view text) {
  constexpr std::string_view kPunctuation = "{}[]:,";
  constexpr std::string_view kSpace = " \t\r\n";
  std::vector<Token> tokens;
  for (size_t at = 0; at < text.size();) {
    const size_t start = at++;
    if (kSpace.find(text[start]) != std::string_view::npos) continue;
    if (text[start] == '"') {
      while (at < text.size() && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
      at = at < text.size() ? at + 1 : text.size();
    } else if (kPunctuation.find(text[start]) == std::string_view::npos) {
      while (at < text.size() && kPunctuation.find(text[at]) == std::string_view::npos &&
             kSpace.find(text[at]) == std::string_view::npos && text[at] != '"') {
        ++at;
      }
    }
    tokens.push_back({start, at - start});
  }
  return tokens;
}

class Mutator {
 public:
  explicit Mutator(uint64_t seed) : random_(seed) {}

  // One to four changes to `text`; `donor` gives pieces.
  std::string mutant(std::string text, std::string_view donor) {
    for (size_t changes = 1 + random_.below(4); changes > 0; --changes) change(text, donor);
    return text;
  }

 private:
  void change(std::string& text, std::string_view donor) {
    switch (random_.below(9)) {
      case 0:
        return flip(text);
      case 1:
        text.erase(place(text), random_.below(40));
        return;
      case 2:
        text.insert(place(text), piece(text, 200));
        return;
      case 3:
        text.insert(place(text), piece(donor, 400));
        return;
      case 4:
        return replace_token(text, text);
      case 5:
        return replace_token(text, donor);
      case 6:
        return replace_token_with_word(text);
      case 7:
        text.resize(place(text));
        return;
      default:
        return nest(text);
    }
  }

  size_t place(std::string_view text) { return random_.below(text.size() + 1); }
  std::string piece(std::string_view text, size_t longest) {
    return std::string(text.substr(place(text), random_.below(longest)));
  }
  void flip(std::string& text) {
    if (text.empty()) return;
    const size_t at = random_.below(text.size());
    text[at] = static_cast<char>(random_.below(256));
  }
  void replace_token(std::string& text, std::string_view donor) {
    const std::vector<Token> from = tokens_of(donor);
    if (from.empty()) return;
    const Token& taken = from[random_.below(from.size())];
    replace(text, std::string(donor.substr(taken.start, taken.length)));
  }
  // What a JSON reader has to think about, and the words of the format in the wrong place.
  void replace_token_with_word(std::string& text) {
    static constexpr std::array<std::string_view, 28> kWords{"null",
                                                             "true",
                                                             "-1",
                                                             "0",
                                                             "1e9",
                                                             "0.5",
                                                             "18446744073709551615",
                                                             "-9223372036854775809",
                                                             "[]",
                                                             "{}",
                                                             "\"\"",
                                                             "\" \"",
                                                             "\"\\u0000\"",
                                                             "\"\\ud800\"",
                                                             "[[]]",
                                                             "{\"a\":{}}",
                                                             "\"stage-1\"",
                                                             "\"stage_ended\"",
                                                             "\"notice_sent\"",
                                                             "\"declared\"",
                                                             "\"immediate\"",
                                                             "\"duty_done\"",
                                                             "\"may_escalate\"",
                                                             "\"only_if\"",
                                                             "\"budgets\"",
                                                             "\"start_form\"",
                                                             "\"other_starts\"",
                                                             "\"cite\""};
    replace(text, std::string(kWords[random_.below(kWords.size())]));
  }
  void replace(std::string& text, const std::string& with) {
    const std::vector<Token> all = tokens_of(text);
    if (all.empty()) return;
    const Token& gone = all[random_.below(all.size())];
    text.replace(gone.start, gone.length, with);
  }
  void nest(std::string& text) {
    const size_t depth = size_t{1} << random_.below(15);
    const bool list = random_.below(2) == 0;
    std::string deep;
    for (size_t i = 0; i < depth; ++i) deep += list ? "[" : "{\"a\":";
    if (random_.below(2) == 0) {
      deep += "1";
      deep.append(depth, list ? ']' : '}');
    }
    replace(text, deep);
  }

  Random random_;
};

}  // namespace fuzz
