// The tree as one HTML page that is also well-formed XML: no script, one style, nothing fetched.
// Its own Content-Security-Policy allows that style by its hash and nothing else, so that words
// typed by anyone can never run, whoever opens the file.
#include <algorithm>

#include "base/sha256.h"
#include "base/text.h"
#include "calendar/uk_time.h"
#include "documents/clean_text.h"
#include "documents/document.h"

namespace documents {
namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #0b0c0c; --paper: #fff; --quiet: #505a5f; --line: #b1b4b6; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f3f2f1; --paper: #16181a; --quiet: #b1b4b6; --line: #5f666b; }
}
body { margin: 0 auto; max-width: 48rem; padding: 1.5rem 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 "Noto Sans", Arial, sans-serif; overflow-wrap: break-word; }
.wide { overflow-x: auto; }
h1 { font-size: 1.9rem; line-height: 1.2; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2rem 0 .5rem; }
h3 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
h1, h2, h3, h4 { break-after: avoid; }
p, li, td, th { unicode-bidi: plaintext; }
p { margin: 0 0 1rem; orphans: 3; widows: 3; }
.strong { font-weight: bold; }
.hint { color: var(--quiet); }
.warning { border-left: .3rem solid; padding-left: .8rem; font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); }
table.values th { width: 30%; }
thead { display: table-header-group; }
ul.checklist { list-style: none; padding: 0; }
ul.checklist li { padding-left: 1.8rem; text-indent: -1.8rem; margin: .3rem 0; }
.box { display: inline-block; width: 1.8rem; text-indent: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { margin-top: 2.5rem; border-top: 2px solid var(--line); padding-top: .5rem; color: var(--quiet); font-size: .875rem; }
footer p { margin: 0; }
@page { size: A4; margin: 20mm 18mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt sans-serif; } }
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --quiet: #333; --line: #888; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .wide { overflow: visible; }
  td, th { overflow-wrap: anywhere; }
}
)";

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : clean(text)) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string with_breaks(std::string_view text) {
  std::string result;
  for (const char c : escaped(text)) {
    if (c == '\n') {
      result += "<br />\n";
    } else {
      result += c;
    }
  }
  return result;
}

unsigned hex_digit(char c) {
  return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
}

// The hash of the style as a Content-Security-Policy source: base64 of 32 bytes.
std::string style_hash() {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const std::string hex = base::sha256_hex(kStyle);
  std::string encoded = "sha256-";
  for (size_t i = 0; i < hex.size(); i += 6) {  // three bytes, four characters
    unsigned bits = 0;
    for (size_t j = i; j < i + 6; ++j) bits = bits * 16 + (j < hex.size() ? hex_digit(hex[j]) : 0);
    for (int shift = 18; shift >= 0; shift -= 6) {
      encoded += kAlphabet[(bits >> static_cast<unsigned>(shift)) & 63u];
    }
  }
  encoded.back() = '=';  // 32 bytes are 42⅔ characters
  return encoded;
}

std::string element(std::string_view name, std::string_view content) {
  std::string result = "<";
  result.append(name).append(">").append(content);
  result.append("</").append(name.substr(0, name.find(' '))).append(">\n");
  return result;
}

struct BlockWriter {
  std::string& out;

  void operator()(const Heading& heading) const {
    out +=
        element("h" + std::to_string(std::clamp(heading.level, 1, 4)), with_breaks(heading.text));
  }
  void operator()(const Paragraph& paragraph) const {
    std::string tag = "p";
    if (paragraph.emphasis == Emphasis::kStrong) tag += " class=\"strong\"";
    if (paragraph.emphasis == Emphasis::kHint) tag += " class=\"hint\"";
    if (paragraph.emphasis == Emphasis::kWarning) tag += " class=\"warning\"";
    std::string before =
        paragraph.emphasis == Emphasis::kWarning ? "<span class=\"unseen\">Warning: </span>" : "";
    for (const std::string& part : paragraphs(paragraph.text)) {
      out += element(tag, before + with_breaks(part));
      before.clear();
    }
  }
  void operator()(const KeyValues& values) const {
    std::string rows = "\n";
    if (!values.caption.empty()) rows += element("caption", escaped(values.caption));
    rows += "<tbody>\n";
    for (const KeyValues::Row& row : values.rows) {
      rows += element("tr", element("th scope=\"row\"", escaped(row.key)) +
                                element("td", with_breaks(row.value)));
    }
    rows += "</tbody>\n";
    if (!values.rows.empty()) out += element("table class=\"values\"", rows);
  }
  void operator()(const Table& table) const {
    std::string content = "\n";
    if (!table.caption.empty()) content += element("caption", escaped(table.caption));
    std::string head;
    for (const std::string& column : table.columns) {
      head += element("th scope=\"col\"", escaped(column));
    }
    content += element("thead", element("tr", head));
    std::string body;
    for (const std::vector<std::string>& row : table.rows) {
      std::string cells;
      for (const std::string& cell : row) cells += element("td", with_breaks(cell));
      body += element("tr", cells);
    }
    content += element("tbody", body);
    // On a narrow screen the table scrolls by itself, with the keyboard too.
    const std::string name =
        escaped(table.caption.empty() ? base::listed(table.columns) : table.caption);
    out += element("div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"" + name + "\"",
                   element("table", content));
  }
  void operator()(const Checklist& checklist) const {
    std::string items;
    for (const Checklist::Item& item : checklist.items) {
      std::string content = "<span class=\"box\" aria-hidden=\"true\">";
      content += item.checked ? "☒" : "☐";
      content += "</span><span class=\"unseen\">";
      content += item.checked ? "Ticked: " : "Not ticked: ";
      content += "</span>" + with_breaks(item.text);
      items += element("li", content);
    }
    // Safari forgets that a list without markers is a list, unless it is told.
    if (!items.empty()) out += element("ul class=\"checklist\" role=\"list\"", "\n" + items);
  }
  void operator()(const List& list) const {
    std::string items;
    for (const std::string& item : list.items) items += element("li", with_breaks(item));
    if (!items.empty()) out += element(list.ordered ? "ol" : "ul", "\n" + items);
  }
};

std::string footer(const Document& document) {
  std::string lines;
  const auto line = [&](std::string_view name, const std::string& content) {
    if (!content.empty()) lines += element("p", std::string(name) + ": " + content);
  };
  line("Reference", escaped(document.reference));
  line("Case file check code", escaped(document.fingerprint));
  line("Written by", escaped(document.author));
  const auto created = calendar::parse_iso_instant(document.created);
  line("Created", created ? "<time datetime=\"" + escaped(document.created) + "\">" +
                                escaped(calendar::in_words(*created)) + "</time>"
                          : escaped(document.created));
  return lines.empty() ? lines : element("footer", "\n" + lines);
}

}  // namespace

std::string to_html(const Document& document) {
  const std::string language = escaped(document.language);
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"" + language + "\" xml:lang=\"" + language +
      "\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n<meta charset=\"utf-8\" />\n";
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; "
      "style-src &#39;" +
      style_hash() + "&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\" />\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n";
  out += "<meta name=\"referrer\" content=\"no-referrer\" />\n";
  out += element("title", escaped(document.title));
  out += element("style", kStyle);
  out += "</head>\n<body>\n<main>\n";
  for (const Block& block : document.blocks) std::visit(BlockWriter{out}, block);
  out += "</main>\n" + footer(document) + "</body>\n</html>\n";
  return out;
}

}  // namespace documents
