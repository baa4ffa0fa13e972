#include "documents/text_reader.h"

#include <algorithm>

#include "base/text.h"

namespace documents {
namespace {

using std::string_view;

constexpr string_view kTelling =
    "|was|were|had|did|said|told|saw|heard|found|came|went|reported|disclosed|happened|attended|"
    "visited|phoned|rang|called|arrived|missed|noticed|observed|described|showed|cried|";
constexpr string_view kTimes =
    "|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|"
    "july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sep|sept|oct|nov|dec|"
    "today|yesterday|tomorrow|tonight|day|days|week|weeks|weekly|weekend|fortnight|month|months|"
    "hour|hours|morning|afternoon|evening|night|term|year|years|christmas|easter|summer|autumn|"
    "winter|spring|";
constexpr string_view kTimesAhead =
    "|before|until|within|immediately|now|next|once|when|after|daily|while|";
constexpr string_view kDoers =
    "|i|we|us|they|both|everyone|everybody|team|teams|school|nursery|college|nurse|nurses|"
    "midwife|doctor|paediatrician|consultant|hospital|clinic|ward|surgery|trust|police|officer|"
    "officers|worker|workers|visitor|manager|managers|lead|head|teacher|governor|chair|advisor|"
    "adviser|director|coordinator|practitioner|practitioners|professional|professionals|agency|"
    "agencies|service|services|department|council|authority|partnership|panel|group|court|"
    "solicitor|guardian|parent|parents|mother|father|family|carer|carers|housing|probation|health|"
    "care|mediator|reviewer|";

}  // namespace

bool among(string_view list, string_view word) {
  for (size_t at = list.find(word); at != list.npos; at = list.find(word, at + 1)) {
    if (at > 0 && list[at - 1] == '|' && list[at + word.size()] == '|') return true;
  }
  return false;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Reader::Reader(string_view whole) : text(whole) {
  bool quoted = false, begins = true;
  for (size_t at = 0; at < text.size();) {
    const size_t length = letters(at);
    if (length > 0) {
      Word word{text.substr(at, length), base::lower_ascii(text.substr(at, length)), begins,
                quoted};
      words.push_back(std::move(word));
      begins = false;
      at += length;
      continue;
    }
    const char c = text[at];
    if (c == '"') quoted = !quoted;
    if (text.substr(at, 3) == "“") quoted = true;
    if (text.substr(at, 3) == "”") quoted = false;
    if (c == '\n') quoted = false;
    if (c == '\n' || c == '.' || c == '!' || c == '?' || c == ':') begins = true;
    ++at;
  }
}

size_t Reader::letters(size_t from) const {
  size_t at = from;
  while (at < text.size()) {
    const char c = text[at];
    const bool apostrophe = c == '\'' || text.substr(at, 3) == "’";
    if (apostrophe && at > from) {
      const size_t after = at + (c == '\'' ? 1 : 3);
      if (after >= text.size() || !is_letter(after)) break;
      at = after;
    } else if (is_letter(at)) {
      ++at;
    } else {
      break;
    }
  }
  return at - from;
}

bool Reader::is_letter(size_t at) const {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return is_digit(text[at]) || is_upper(text[at]) || (byte >= 'a' && byte <= 'z');
  // Dashes, quotation marks and spaces beyond ASCII are no letters, nor what ends one of them.
  for (size_t back = 0; back < 3 && back <= at; ++back) {
    const string_view here = text.substr(at - back, 2);
    if (here == "\xE2\x80" || (back < 2 && here == "\xC2\xA0")) return false;
  }
  return true;
}

char Reader::before(const Word& word) const {
  return word.text.data() == text.data() ? ' ' : *(word.text.data() - 1);
}

char Reader::after(const Word& word) const {
  const char* end = word.text.data() + word.text.size();
  return end == text.data() + text.size() ? ' ' : *end;
}

size_t Reader::spells(size_t at, string_view phrase) const {
  size_t count = 0;
  while (!phrase.empty()) {
    const size_t space = std::min(phrase.find(' '), phrase.size());
    if (at + count >= words.size() || words[at + count].lower != phrase.substr(0, space)) return 0;
    phrase.remove_prefix(std::min(space + 1, phrase.size()));
    ++count;
  }
  return count;
}

std::string Reader::around(size_t at, size_t count) const {
  const size_t first = at - std::min<size_t>(at, 2);
  const size_t last = std::min(at + count + 1, words.size() - 1);
  const char* begin = words[first].text.data();
  const char* end = words[last].text.data() + words[last].text.size();
  std::string part(begin, end);
  std::replace(part.begin(), part.end(), '\n', ' ');
  return "“" + std::string(first > 0 ? "…" : "") + part + (last + 1 < words.size() ? "…”" : "”");
}

bool Reader::says_when() const {
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (among(kTimes, word.lower)) return true;
    const bool number = is_digit(word.text.front());
    const bool joined = after(word) == '/' || after(word) == ':';
    if (number && (joined || !is_digit(word.text.back()))) return true;  // 27/3, 3pm, 4th
    if (number && word.text.size() == 4) return true;                    // a year
    const bool beside = (i > 0 && is_digit(words[i - 1].text.front())) ||
                        (i + 1 < words.size() && is_digit(words[i + 1].text.front()));
    if (word.lower == "may" && beside) return true;
  }
  return false;
}

bool Reader::says_when_ahead() const {
  if (says_when()) return true;
  return std::any_of(words.begin(), words.end(),
                     [](const Word& word) { return among(kTimesAhead, word.lower); });
}

bool Reader::has(string_view lower) const {
  return std::any_of(words.begin(), words.end(),
                     [lower](const Word& word) { return word.lower == lower; });
}

bool Reader::says_who(const std::string& subject) const {
  const Reader about(subject);
  for (const Word& word : words) {
    if (among(kDoers, word.lower)) return true;
    if (word.begins || !is_upper(word.text.front()) || among(kTimes, word.lower)) continue;
    if (!about.has(word.lower)) return true;
  }
  return false;
}

bool Reader::tells() const {
  return std::any_of(words.begin(), words.end(),
                     [](const Word& word) { return among(kTelling, word.lower); });
}

}  // namespace documents
