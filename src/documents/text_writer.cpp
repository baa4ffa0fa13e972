// The tree as plain text for an email. Lines hold at most 72 code points; a word that is longer
// (an address, a reference) stays whole, because a broken one cannot be used.
#include <algorithm>

#include "base/text.h"
#include "calendar/uk_time.h"
#include "documents/clean_text.h"
#include "documents/document.h"

namespace documents {
namespace {

constexpr size_t kWidth = 72;
constexpr std::string_view kSpaces = " \t";
constexpr std::string_view kUnderlines = "=-~.";  // by level

// `first` begins the first line and `rest` every other; both count towards the width.
void wrap(std::string& out, std::string_view text, std::string_view first, std::string_view rest) {
  const std::string cleaned = clean(text);
  std::string line(first);
  size_t length = base::code_point_count(line);
  bool has_word = false;
  const auto next_line = [&] {
    line.resize(line.find_last_not_of(kSpaces) + 1);
    out += line;
    out += '\n';
    line = rest;
    length = base::code_point_count(line);
    has_word = false;
  };
  bool any = false;
  for (std::string_view source : base::split_lines(base::trimmed(cleaned))) {
    for (;;) {
      source.remove_prefix(std::min(source.find_first_not_of(kSpaces), source.size()));
      if (source.empty()) break;
      const std::string_view word = source.substr(0, source.find_first_of(kSpaces));
      source.remove_prefix(word.size());
      const size_t word_length = base::code_point_count(word);
      if (has_word && length + 1 + word_length > kWidth) next_line();
      if (has_word) {
        line += ' ';
        ++length;
      }
      line += word;
      length += word_length;
      has_word = true;
    }
    next_line();
    any = true;
  }
  if (!any) next_line();
}

void field(std::string& out, std::string_view key, std::string_view value) {
  std::string first = clean(key);
  if (!first.ends_with(':') && !first.ends_with('?')) first += ':';
  const std::string text(base::trimmed(value));
  const bool short_enough =
      text.find_first_of("\r\n") == std::string::npos &&
      base::code_point_count(first) + 1 + base::code_point_count(text) <= kWidth;
  if (short_enough) {
    wrap(out, first + " " + text, "", "");
  } else {
    wrap(out, first, "", "");
    wrap(out, text, "  ", "  ");
  }
}

struct BlockWriter {
  std::string& out;

  void operator()(const Heading& heading) const {
    const int level = std::clamp(heading.level, 1, 4);
    if (level <= 2 && !out.empty()) out += '\n';
    const size_t start = out.size();
    wrap(out, heading.text, "", "");
    size_t longest = 0;
    for (const std::string_view line : base::split_lines(std::string_view(out).substr(start))) {
      longest = std::max(longest, base::code_point_count(line));
    }
    out.append(std::min(longest, kWidth), kUnderlines[static_cast<size_t>(level - 1)]);
    out += '\n';
  }
  void operator()(const Paragraph& paragraph) const {
    const bool warning = paragraph.emphasis == Emphasis::kWarning;
    bool first = true;
    for (const std::string& part : paragraphs(paragraph.text)) {
      if (!first) out += '\n';
      wrap(out, part, first && warning ? "Warning: " : "", "");
      first = false;
    }
  }
  void operator()(const KeyValues& values) const {
    if (!values.caption.empty()) wrap(out, values.caption, "", "");
    for (const KeyValues::Row& row : values.rows) field(out, row.key, row.value);
  }
  void operator()(const Table& table) const {
    if (!table.caption.empty()) wrap(out, table.caption, "", "");
    if (table.rows.empty()) wrap(out, base::joined(table.columns, " | "), "", "");
    bool first = true;
    for (const std::vector<std::string>& row : table.rows) {
      if (!first) out += '\n';
      first = false;
      for (size_t i = 0; i < row.size() && i < table.columns.size(); ++i) {
        field(out, table.columns[i], row[i]);
      }
    }
  }
  void operator()(const Checklist& checklist) const {
    for (const Checklist::Item& item : checklist.items) {
      wrap(out, item.text, item.checked ? "[x] " : "[ ] ", "    ");
    }
  }
  void operator()(const List& list) const {
    int number = 0;
    for (const std::string& item : list.items) {
      const std::string mark = list.ordered ? std::to_string(++number) + ". " : "- ";
      wrap(out, item, mark, std::string(mark.size(), ' '));
    }
  }
};

}  // namespace

std::string to_text(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (!out.empty()) out += '\n';
    std::visit(BlockWriter{out}, block);
  }
  std::string foot;
  const auto created = calendar::parse_iso_instant(document.created);
  if (!document.reference.empty()) field(foot, "Reference", document.reference);
  if (!document.fingerprint.empty()) field(foot, "Case file check code", document.fingerprint);
  if (!document.author.empty()) field(foot, "Written by", document.author);
  if (!document.created.empty()) {
    field(foot, "Created", created ? calendar::in_words(*created) : document.created);
  }
  if (!foot.empty()) out.append("\n").append(kWidth, '_').append("\n\n").append(foot);
  return out;
}

}  // namespace documents
