#include "documents/remarks.h"

#include <algorithm>

#include "base/text.h"
#include "documents/text_reader.h"

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
constexpr string_view kKnownToAll =
    "|NHS|GP|GPs|DSL|DSLs|LSCP|LSCB|UK|USA|TV|OK|AM|PM|PDF|CCTV|BBC|";
constexpr string_view kShortJargon = "|SW|HV|CP|DV|DA|TM|PP|EH|MH|";
constexpr string_view kTitles = "|Mr|Mrs|Ms|Miss|Dr|";
constexpr string_view kNoName =
    "|child|children|baby|unborn|family|young|person|adult|case|the|and|school|team|manager|"
    "officer|nurse|teacher|head|lead|social|worker|";

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
