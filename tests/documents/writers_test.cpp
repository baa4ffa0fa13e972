// The three writers over the same tree: every word arrives, nothing typed becomes markup, lines are
// short.
#include <doctest/doctest.h>

#include "base/text.h"
#include "documents/clean_text.h"
#include "documents/document.h"
#include "documents/example_case.h"
#include "documents/well_formed.h"

using namespace documents;
using example::contains;

namespace {

// One of each block; every text holds a word that stands nowhere else.
Document sampler() {
  Document document;
  document.title = "wtitle";
  document.reference = "wreference";
  document.fingerprint = "wfingerprint";
  document.author = "wauthor";
  document.created = "2026-04-22T13:30:00.000Z";
  document.blocks = {
      Heading{1, "wh1"},
      Heading{2, "wh2"},
      Heading{3, "wh3"},
      Heading{4, "wh4"},
      Paragraph{"wparagraph\nwline\n\nwsecond"},
      Paragraph{"wstrong", Emphasis::kStrong},
      Paragraph{"whint", Emphasis::kHint},
      Paragraph{"wwarning", Emphasis::kWarning},
      KeyValues{"wcaption", {{"wkey", "wvalue"}, {"wkey2", "wvalue2\nwvalue3"}}},
      Table{"wtable", {"wcol1", "wcol2"}, {{"wc1", "wc2"}, {"wc3", "wc4\nwc5"}}},
      Checklist{{{"wticked", true}, {"wunticked", false}}},
      List{false, {"wbullet"}},
      List{true, {"wfirst", "wnext"}},
  };
  return document;
}

const char* const kWords[] = {
    "wh1",     "wh2",        "wh3",          "wh4",      "wparagraph", "wline",   "wsecond",
    "wstrong", "whint",      "wwarning",     "wcaption", "wkey",       "wvalue",  "wkey2",
    "wvalue2", "wvalue3",    "wtable",       "wcol1",    "wcol2",      "wc1",     "wc2",
    "wc3",     "wc4",        "wc5",          "wticked",  "wunticked",  "wbullet", "wfirst",
    "wnext",   "wreference", "wfingerprint", "wauthor"};

std::string paragraph_as_text(const std::string& text) {
  Document document;
  document.blocks = {Paragraph{text}};
  return to_text(document);
}

}  // namespace

TEST_CASE("every word of every block is in the output of each writer") {
  const Document document = sampler();
  const std::string json = base::canonical(to_json(document));
  const std::string text = to_text(document);
  const std::string html = to_html(document);
  for (const std::string word : kWords) {
    CAPTURE(word);
    CHECK(contains(json, word));
    CHECK(contains(text, word));
    CHECK(contains(html, word));
  }
  CHECK(contains(html, "<title>wtitle</title>"));
}

TEST_CASE("the JSON of a document is exactly what the PDF worker reads") {
  const base::Json json = to_json(sampler());
  CHECK(json.size() == 7);
  CHECK(base::canonical(json["blocks"][0]) == R"({"level":1,"text":"wh1","type":"heading"})");
  CHECK(base::canonical(json["blocks"][7]) ==
        R"({"emphasis":"warning","text":"wwarning","type":"paragraph"})");
  CHECK(base::canonical(json["blocks"][8]["rows"][0]) == R"({"key":"wkey","value":"wvalue"})");
  CHECK(base::canonical(json["blocks"][9]["rows"]) == R"([["wc1","wc2"],["wc3","wc4\nwc5"]])");
  CHECK(base::canonical(json["blocks"][10]["items"][0]) == R"({"checked":true,"text":"wticked"})");
  CHECK(base::canonical(json["blocks"][12]) ==
        R"({"items":["wfirst","wnext"],"ordered":true,"type":"list"})");
}

TEST_CASE("text: the layout of each block") {
  CHECK(to_text(sampler()) ==
        "wh1\n===\n\n\nwh2\n---\n\nwh3\n~~~\n\nwh4\n..."
        "\n\nwparagraph\nwline\n\nwsecond\n\nwstrong\n\n"
        "whint\n\nWarning: wwarning\n\nwcaption\nwkey: wvalue\nwkey2:\n  wvalue2\n  wvalue3\n\n"
        "wtable\nwcol1: wc1\nwcol2: wc2\n\nwcol1: wc3\nwcol2:\n  wc4\n  wc5\n\n"
        "[x] wticked\n[ ] wunticked\n\n- wbullet\n\n1. wfirst\n2. wnext\n\n" +
            std::string(72, '_') +
            "\n\nReference: wreference\nCase file check code: wfingerprint\nWritten by: wauthor\n"
            "Created: 22 April 2026 at 2:30pm\n");
}

TEST_CASE("text: lines hold at most 72 code points, not bytes, and no word is split") {
  std::string words;
  for (int i = 0; i < 300; ++i) words += i % 2 ? "naïveté " : "zażółć—gęślą ";
  const std::string text = paragraph_as_text(words);
  size_t longest = 0;
  std::string rejoined;
  for (const std::string_view line : base::split_lines(text)) {
    longest = std::max(longest, base::code_point_count(line));
    rejoined += std::string(line) + " ";
  }
  CHECK(longest <= 72);
  CHECK(longest > 60);
  CHECK(rejoined == words);
}

TEST_CASE("text: exactly 72 fits on a line, 73 does not") {
  const std::string half(35, 'a');
  CHECK(paragraph_as_text(half + " " + half + "b") == half + " " + half + "b\n");
  CHECK(paragraph_as_text(half + " " + half + "bc") == half + "\n" + half + "bc\n");
}

TEST_CASE("text: a word longer than the line stays whole, on a line of its own") {
  const std::string address = "https://intranet.example/" + std::string(90, 'x');
  CHECK(paragraph_as_text("see " + address + " there") == "see\n" + address + "\nthere\n");
}

TEST_CASE("text: an answer of 20,000 characters arrives whole") {
  std::string answer;
  for (int i = 0; answer.size() < 20000; ++i) answer += "word" + std::to_string(i) + " ";
  answer.pop_back();
  Document document;
  document.blocks = {KeyValues{"", {{"Account", answer}}}};
  std::string text = to_text(document);
  CHECK(text.starts_with("Account:\n  word0 "));
  std::string words;
  for (const std::string_view line : base::split_lines(std::string_view(text).substr(9))) {
    if (!words.empty()) words += " ";
    words += base::trimmed(line);
  }
  CHECK(words == answer);
}

TEST_CASE("html: a whole page, well formed, in its language, with headings and headed tables") {
  const std::string html = to_html(sampler());
  CHECK(example::fault_in_xml(html) == "");
  CHECK(contains(html, "<html lang=\"en-GB\""));
  CHECK(contains(html, "<h1>wh1</h1>"));
  CHECK(contains(html, "<h4>wh4</h4>"));
  CHECK(contains(html, "<th scope=\"row\">wkey</th>"));
  CHECK(contains(html, "<th scope=\"col\">wcol1</th>"));
  CHECK(contains(html, "<caption>wtable</caption>"));
  CHECK(contains(html, "wparagraph<br />\nwline</p>"));
  CHECK(contains(html, "Ticked: </span>wticked"));
  CHECK(contains(html, "Not ticked: </span>wunticked"));
  CHECK(contains(html, "size: A4"));
  CHECK(contains(html, "prefers-color-scheme: dark"));
  CHECK(contains(html, "default-src &#39;none&#39;"));
  CHECK(contains(html, "22 April 2026 at 2:30pm</time>"));
}

TEST_CASE("html: what was typed is text, wherever it stands") {
  const std::string evil = "<script>alert('1')</script>&lt;\"--><b x=\"";
  Document document;
  document.title = document.reference = document.fingerprint = document.author = document.created =
      evil;
  document.language = evil;
  document.blocks = {Heading{1, evil},
                     Paragraph{evil, Emphasis::kWarning},
                     KeyValues{evil, {{evil, evil}}},
                     Table{evil, {evil}, {{evil}}},
                     Checklist{{{evil, true}}},
                     List{true, {evil}}};
  const std::string html = to_html(document);
  CHECK(example::fault_in_xml(html) == "");
  CHECK_FALSE(contains(html, "<script"));
  CHECK_FALSE(contains(html, "<b "));
  const std::string shown =
      "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;lt;&quot;--&gt;&lt;b x=&quot;";
  size_t count = 0;
  for (size_t i = html.find(shown); i != html.npos; i = html.find(shown, i + 1)) ++count;
  CHECK(count == 18);  // 5 of the document, its language twice, 10 of the blocks, a table's name
}

TEST_CASE("well_formed.h itself finds faults") {
  const std::string start = "<!DOCTYPE html>\n";
  CHECK(example::fault_in_xml(start + "<p>a &amp; b<br /></p>") == "");
  for (const char* bad : {"<p>", "<p></b>", "<p>a & b</p>", "<p x=1></p>", "<p>a < b</p>", "</p>",
                          "<p x=\"&\"></p>"}) {
    CAPTURE(bad);
    CHECK(example::fault_in_xml(start + bad) != "");
  }
}

TEST_CASE(
    "clean: line ends become one kind, control characters and bad bytes are replaced, words stay") {
  CHECK(clean("a\r\nb\rc\td") == "a\nb\nc\td");
  CHECK(clean(std::string("a\0b\x1B"
                          "c\x7F",
                          6)) == "a\uFFFDb\uFFFDc\uFFFD");
  CHECK(clean("a\xFF\xC3") == "a\uFFFD\uFFFD");
  CHECK(clean("\u0085\u00A0é\uFFFF\U0001F600") == "\uFFFD\u00A0é\uFFFD\U0001F600");
}

TEST_CASE("paragraphs: blank lines separate, lines stay") {
  CHECK(paragraphs("\n a\nb \n \n\nc\n") == std::vector<std::string>{"a\nb", "c"});
  CHECK(paragraphs(" \n").empty());
}
