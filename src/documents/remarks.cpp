#include "documents/remarks.h"

#include <algorithm>

#include "base/text.h"

namespace documents {
namespace {

using std::string_view;

// Lists of words, each between bars: one string each keeps the program small.
constexpr string_view kJudging =
    "|clearly|obviously|evidently|undoubtedly|blatantly|deliberately|needlessly|always|never|"
    "constantly|typically|as usual|unreasonable|unreasonably|ridiculous|unacceptable|appalling|"
    "disgraceful|negligent|incompetent|unprofessional|dismissive|uncooperative|manipulative|lazy|"
    "failed to|fails to|failing to|refused to engage|refuses to engage|refusing to engage|"
    "did not bother|could not be bothered|does not care|do not care|in denial|hard to engage|"
    "non compliant|attention seeking|poor parenting|should have known|";
// Of those, what is said of how often something is, and what blames somebody.
constexpr string_view kFrequency = "|always|never|constantly|typically|as usual|";
constexpr string_view kBlaming =
    "|failed to|fails to|failing to|refused to engage|refuses to engage|refusing to engage|did not "
    "bother|could not be bothered|non compliant|hard to engage|uncooperative|";
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
constexpr string_view kKnownToAll =
    "|NHS|GP|GPs|DSL|DSLs|LSCP|LSCB|UK|USA|TV|OK|AM|PM|PDF|CCTV|BBC|";
constexpr string_view kShortJargon = "|SW|HV|CP|DV|DA|TM|PP|EH|MH|";
constexpr string_view kTitles = "|Mr|Mrs|Ms|Miss|Dr|";
constexpr string_view kNoName =
    "|child|children|baby|unborn|family|young|person|adult|case|the|and|school|team|manager|"
    "officer|nurse|teacher|head|lead|social|worker|";

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

struct Word {
  string_view text;
  std::string lower;
  bool begins = false;  // a sentence
  bool quoted = false;  // somebody else's words
};

struct Reader {
  string_view text;
  std::vector<Word> words;

  explicit Reader(string_view whole) : text(whole) {
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

  // How much of a word is at that place: letters, figures, apostrophes within it.
  size_t letters(size_t from) const {
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
  bool is_letter(size_t at) const {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80)
      return is_digit(text[at]) || is_upper(text[at]) || (byte >= 'a' && byte <= 'z');
    // Dashes, quotation marks and spaces beyond ASCII are no letters, nor what ends one of them.
    for (size_t back = 0; back < 3 && back <= at; ++back) {
      const string_view here = text.substr(at - back, 2);
      if (here == "\xE2\x80" || (back < 2 && here == "\xC2\xA0")) return false;
    }
    return true;
  }

  // The character just before or just after a word; a space at either end of the text.
  char before(const Word& word) const {
    return word.text.data() == text.data() ? ' ' : *(word.text.data() - 1);
  }
  char after(const Word& word) const {
    const char* end = word.text.data() + word.text.size();
    return end == text.data() + text.size() ? ' ' : *end;
  }

  // How many words from `at` spell the phrase; 0: they do not.
  size_t spells(size_t at, string_view phrase) const {
    size_t count = 0;
    while (!phrase.empty()) {
      const size_t space = std::min(phrase.find(' '), phrase.size());
      if (at + count >= words.size() || words[at + count].lower != phrase.substr(0, space))
        return 0;
      phrase.remove_prefix(std::min(space + 1, phrase.size()));
      ++count;
    }
    return count;
  }

  // “… she clearly did not …”: some words of the text around those.
  std::string around(size_t at, size_t count) const {
    const size_t first = at - std::min<size_t>(at, 2);
    const size_t last = std::min(at + count + 1, words.size() - 1);
    const char* begin = words[first].text.data();
    const char* end = words[last].text.data() + words[last].text.size();
    std::string part(begin, end);
    std::replace(part.begin(), part.end(), '\n', ' ');
    return "“" + std::string(first > 0 ? "…" : "") + part + (last + 1 < words.size() ? "…”" : "”");
  }

  bool says_when() const {
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
  bool says_when_ahead() const {
    if (says_when()) return true;
    return std::any_of(words.begin(), words.end(),
                       [](const Word& word) { return among(kTimesAhead, word.lower); });
  }
  bool has(string_view lower) const {
    return std::any_of(words.begin(), words.end(),
                       [lower](const Word& word) { return word.lower == lower; });
  }
  // A person or an agency: by what they are, or by a name other than the subject's.
  bool says_who(const std::string& subject) const {
    const Reader about(subject);
    for (const Word& word : words) {
      if (among(kDoers, word.lower)) return true;
      if (word.begins || !is_upper(word.text.front()) || among(kTimes, word.lower)) continue;
      if (!about.has(word.lower)) return true;
    }
    return false;
  }
  bool tells() const {
    return std::any_of(words.begin(), words.end(),
                       [](const Word& word) { return among(kTelling, word.lower); });
  }
};

// “clearly”, or “clearly” and “always”.
std::string quoted(std::vector<std::string> found) {
  for (std::string& each : found) each = "“" + each + "”";
  return base::listed(found);
}
void note(std::vector<std::string>& found, string_view word) {
  const bool told = std::find(found.begin(), found.end(), word) != found.end();
  if (!told && found.size() < 3) found.emplace_back(word);
}

std::string judging(const Reader& reader) {
  std::vector<std::string> found;
  std::string where, first;
  for (size_t i = 0; i < reader.words.size(); ++i) {
    if (reader.words[i].quoted) continue;
    for (size_t at = 1; at < kJudging.size();) {
      const size_t end = kJudging.find('|', at);
      const string_view phrase = kJudging.substr(at, end - at);
      at = end + 1;
      if (phrase.front() != reader.words[i].lower.front()) continue;
      const size_t count = reader.spells(i, phrase);
      if (count == 0) continue;
      if (found.empty()) {
        where = reader.around(i, count);
        first = phrase;
      }
      note(found, phrase);
    }
  }
  if (found.empty()) return "";
  const char* help = among(kFrequency, first) ? "Say how often, and when."
                     : among(kBlaming, first) ? "Say what was asked, and what happened."
                                              : "Say what was seen or said.";
  return "In " + where + ": " + quoted(found) +
         (found.size() == 1 ? " judges rather than tells. " : " judge rather than tell. ") + help;
}

std::vector<std::string> everybody(const RemarkContext& context) {
  std::vector<std::string> names = context.names;
  names.push_back(context.subject);
  return names;
}

// Letters in brackets, or with brackets behind them, are explained there.
std::string abbreviations(const Reader& reader, const RemarkContext& context) {
  const Reader known(context.known);
  std::vector<string_view> explained;
  std::string initials;  // of the people: "|MQ|AF|"
  for (const std::string& name : everybody(context)) {
    initials += '|';
    const Reader parts(std::string_view(name).substr(0, name.find(',')));
    for (const Word& word : parts.words) initials += word.text[0];
  }
  initials += '|';
  size_t shouted = 0;
  std::vector<std::string> found;
  for (const Word& word : reader.words) {
    string_view letters = word.text;
    if (letters.size() > 2 && letters.ends_with('s')) letters.remove_suffix(1);
    if (letters.size() < 2 || !std::all_of(letters.begin(), letters.end(), is_upper)) continue;
    ++shouted;
    const char* end = word.text.data() + word.text.size();
    const string_view rest(end, size_t(reader.text.data() + reader.text.size() - end));
    if (reader.before(word) == '(' || rest.starts_with(" (")) explained.push_back(letters);
    const bool part = std::string("-/&@").find(reader.after(word)) != std::string::npos ||
                      std::string("-/&@").find(reader.before(word)) != std::string::npos;
    if (part || letters.size() > 7 || among(kKnownToAll, word.text)) continue;
    if (letters.size() == 2 && !among(kShortJargon, letters)) continue;
    if (letters.find_first_not_of("IVX") == letters.npos || among(initials, letters)) continue;
    const bool is_told = std::find(explained.begin(), explained.end(), letters) != explained.end();
    if (!is_told && !known.has(base::lower_ascii(letters))) note(found, letters);
  }
  if (found.empty() || shouted * 2 > reader.words.size()) return "";
  return quoted(found) + ": people in another agency may not know " +
         (found.size() == 1 ? "it. Write it out the first time."
                            : "them. Write them out the first time.");
}

std::string names_in(const Reader& reader, const RemarkContext& context) {
  std::vector<std::string> found;
  for (size_t i = 0; i + 1 < reader.words.size(); ++i) {
    const Word& next = reader.words[i + 1];
    if (among(kTitles, reader.words[i].text) && is_upper(next.text.front())) {
      note(found, std::string(reader.words[i].text) + " " + std::string(next.text));
    }
  }
  for (const std::string& name : everybody(context)) {
    const std::string whole = name.substr(0, name.find(','));
    const Reader parts(whole);
    std::string phrase;
    for (const Word& part : parts.words) phrase += (phrase.empty() ? "" : " ") + part.lower;
    for (size_t i = 0; i < reader.words.size(); ++i) {
      string_view word = reader.words[i].text;
      if (word.ends_with("’s")) word.remove_suffix(string_view("’s").size());
      if (word.ends_with("'s")) word.remove_suffix(2);
      if (parts.words.size() > 1 && reader.spells(i, phrase) > 0) {
        note(found, whole);
        break;
      }
      const bool is_part =
          word.size() > 2 && !among(kNoName, base::lower_ascii(word)) &&
          std::any_of(parts.words.begin(), parts.words.end(),
                      [&](const Word& part) { return part.text == word && is_upper(word[0]); });
      if (is_part) {
        note(found, word);
        break;
      }
    }
  }
  if (found.empty()) return "";
  return quoted(found) + " may tell who this is about. Learning is shared without names.";
}

// The text without its headings: a short line between empty ones that ends as no sentence does.
std::string without_headings(string_view text) {
  const std::vector<string_view> lines = base::split_lines(text);
  const auto is_empty = [&](size_t i) {
    return i >= lines.size() || base::trimmed(lines[i]).empty();
  };
  std::string rest;
  for (size_t i = 0; i < lines.size(); ++i) {
    const string_view line = base::trimmed(lines[i]);
    const bool alone = lines.size() > 1 && is_empty(i - 1) && is_empty(i + 1);
    const bool ends = !line.empty() && (line.back() == '.' || line.back() == '!');
    if (!alone || ends || line.size() > 100) rest.append(line).append("\n");
  }
  return rest;
}

size_t least_words(Purpose purpose) {
  switch (purpose) {
    case Purpose::kAccount:
    case Purpose::kConcern:
      return 6;
    case Purpose::kReason:
      return 4;
    case Purpose::kOutcome:
      return 3;
    default:
      return 0;
  }
}

}  // namespace

Purpose purpose_of(const policy::FormField& field) {
  using policy::Prefill;
  if (field.type != policy::FieldType::kLongText) return Purpose::kNone;
  switch (field.prefill) {
    case Prefill::kDecision:
      return Purpose::kAccount;
    case Prefill::kConcern:
    case Prefill::kDecisionAndConcern:
      return Purpose::kConcern;
    case Prefill::kDesiredOutcome:
    case Prefill::kOutcome:
      return Purpose::kOutcome;
    case Prefill::kEntryReason:
      return Purpose::kReason;
    case Prefill::kLearning:
      return Purpose::kLearning;
    case Prefill::kNone:
    case Prefill::kImpact:
    case Prefill::kAgreed:
      return Purpose::kAnswer;
    default:
      return Purpose::kNone;
  }
}

std::vector<Remark> remarks(string_view text, Purpose purpose, const RemarkContext& context) {
  std::vector<Remark> found;
  if (purpose == Purpose::kNone) return found;
  const std::string body = without_headings(base::trimmed(text));
  const Reader reader(body);
  const auto add = [&](Remark::Kind kind, std::string words) {
    if (!words.empty()) found.push_back({kind, std::move(words)});
  };
  if (reader.words.size() < least_words(purpose)) {
    add(Remark::Kind::kShort, reader.words.empty()
                                  ? "Nothing is written here yet."
                                  : "It is short. Somebody who was not there may need more.");
  }
  if (reader.words.empty()) return found;
  if (purpose == Purpose::kConcern && reader.tells() && !reader.says_when()) {
    add(Remark::Kind::kNoDate,
        "It tells what happened, but not when. Give the day, or about when.");
  }
  add(Remark::Kind::kJudges, judging(reader));
  add(Remark::Kind::kAbbreviation, abbreviations(reader, context));
  if (purpose == Purpose::kOutcome) {
    const bool who = reader.says_who(context.subject), when = reader.says_when_ahead();
    if (!who && !when) {
      add(Remark::Kind::kWhoAndWhen, "It does not say who is to do this, or by when.");
    } else if (!who || !when) {
      add(Remark::Kind::kWhoAndWhen,
          who ? "It does not say by when." : "It does not say who is to do this.");
    }
  }
  if (purpose == Purpose::kLearning) add(Remark::Kind::kNames, names_in(reader, context));
  return found;
}

}  // namespace documents
