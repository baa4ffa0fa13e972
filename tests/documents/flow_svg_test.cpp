#include "documents/flow_svg.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "documents/svg_text.h"
#include "documents/well_formed.h"
#include "policy/policy_files.h"

using policy::Flow;
using policy::FlowArrow;

namespace {

policy::FlowBox box(const char* stage, const char* label, int row, int column) {
  policy::FlowBox box;
  box.stage = stage;
  box.label = label;
  box.title = std::string("Title of ") + stage;
  box.who = "Worker speaks to manager";
  box.by_when = {"Within two working days"};
  box.row = row;
  box.column = column;
  return box;
}

Flow branched() {
  Flow flow;
  flow.boxes = {box("a", "Stage 1", 0, 0), box("b", "Stage 2", 1, 0), box("c", "Panel", 1, 1),
                box("d", "Stage 3", 2, 0)};
  using Kind = FlowArrow::Kind;
  flow.arrows = {{"a", "b", Kind::kNext}, {"a", "c", Kind::kNext}, {"b", "d", Kind::kNext},
                 {"c", "d", Kind::kNext}, {"d", "a", Kind::kNext}, {"a", "d", Kind::kDirect}};
  flow.spans = {{{"a", "b"}, "Stages 1 and 2 together: within five working days"},
                {{"b", "d"}, "Stages 2 and 3 together: within a week"}};
  return flow;
}

size_t count_of(std::string_view text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

// The whole numbers of an attribute of every element that begins with `start`.
std::vector<int> numbers(std::string_view svg, std::string_view start, std::string_view attribute) {
  std::vector<int> all;
  const std::string wanted = ' ' + std::string(attribute) + "=\"";
  for (size_t at = svg.find(start); at != svg.npos; at = svg.find(start, at + 1)) {
    const size_t value = svg.find(wanted, at) + wanted.size();
    all.push_back(std::stoi(std::string(svg.substr(value, 8))));
  }
  return all;
}

// What stands in the <text> elements, joined by spaces.
std::string shown(std::string_view svg) {
  std::string all;
  for (size_t at = svg.find("<text"); at != svg.npos; at = svg.find("<text", at + 1)) {
    const size_t start = svg.find('>', at) + 1;
    all += std::string(svg.substr(start, svg.find('<', start) - start)) + ' ';
  }
  return all;
}

std::string fault(const std::string& svg) {
  return example::fault_in_xml("<!DOCTYPE html>\n" + svg);
}

}  // namespace

TEST_CASE("the picture is well-formed, named and described, and asks for nothing from elsewhere") {
  const Flow flow = branched();
  const std::string svg = documents::flow_svg(flow, "Mill & Moor <2026>");
  CHECK(fault(svg) == "");
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "));
  CHECK(svg.find("role=\"img\" aria-labelledby=\"flow-title flow-desc\"") != svg.npos);
  CHECK(svg.find("<title id=\"flow-title\">Mill &amp; Moor &lt;2026&gt;</title>") != svg.npos);
  std::string words;
  for (const std::string& group : policy::flow_in_words(flow))
    words += (words.empty() ? "" : " ") + group;
  CHECK(svg.find("<desc id=\"flow-desc\">" + words + "</desc>") != svg.npos);
  CHECK(svg.find("prefers-color-scheme:dark") != svg.npos);
  // Print comes last, so that a dark screen does not print dark.
  CHECK(svg.find("@media print") > svg.find("prefers-color-scheme:dark"));
  CHECK(count_of(svg, "http") == 1);
  CHECK(svg.find("href") == svg.npos);
  CHECK(svg.find("<script") == svg.npos);
}

TEST_CASE(
    "a box for each stage, none upon another; rows below each other; all within the picture") {
  const std::string svg = documents::flow_svg(branched(), "T");
  const std::vector<int> x = numbers(svg, "<rect", "x");
  const std::vector<int> y = numbers(svg, "<rect", "y");
  const std::vector<int> height = numbers(svg, "<rect", "height");
  const int width = numbers(svg, "<rect", "width").at(0);
  REQUIRE(x.size() == 4);
  CHECK(y[1] >= y[0] + height[0] + 20);
  CHECK(y[1] == y[2]);
  CHECK(x[2] >= x[1] + width + 20);
  CHECK(y[3] >= y[1] + height[1] + 20);
  for (size_t i = 0; i < 4; ++i) {
    CHECK(x[i] + width < numbers(svg, "<svg", "width").at(0));
    CHECK(y[i] + height[i] < numbers(svg, "<svg", "height").at(0));
  }
}

TEST_CASE(
    "an arrow for each way on, a dashed one for each direct entry with its meaning, a bracket for "
    "each shared time") {
  Flow flow = branched();
  const std::string svg = documents::flow_svg(flow, "T");
  CHECK(count_of(svg, "url(#flow-head)") == 5);
  CHECK(count_of(svg, "url(#flow-direct-head)") == 2);  // one is the legend's
  CHECK(count_of(svg, "<path class=\"line direct\"") == 2);
  CHECK(shown(svg).find("May be entered directly when there is immediate risk") != svg.npos);
  // Shared times that meet stand beside each other.
  CHECK(count_of(svg, "<path class=\"line\"") == 5 + 2);
  flow.spans = {{{"a"}, "First alone"}, {{"d"}, "Last alone"}};
  const int beside = numbers(svg, "<svg", "width").at(0);
  CHECK(numbers(documents::flow_svg(flow, "T"), "<svg", "width").at(0) < beside);

  flow.arrows.pop_back();
  CHECK(shown(documents::flow_svg(flow, "T")).find("immediate risk") == svg.npos);
}

TEST_CASE("every word of the picture's boxes and brackets is drawn, for every policy here") {
  std::vector<std::string> files = policy_files::shipped_files();
  files.push_back("tests/data/policies/every-key.json");
  for (const std::string& file : files) {
    CAPTURE(file);
    const Flow flow = policy::flow_of(policy_files::policy_of(file));
    const std::string svg = documents::flow_svg(flow, "T");
    CHECK(fault(svg) == "");
    const std::string drawn = shown(svg);
    const auto draws = [&](const std::string& text) {
      CAPTURE(text);
      CHECK(drawn.find(documents::xml_escaped(text)) != drawn.npos);
    };
    for (const policy::FlowBox& each : flow.boxes) {
      draws(each.label + " · " + policy::kind_in_words(each.kind));
      draws(each.title);
      draws(each.who);
      for (const std::string& line : each.by_when) draws(line);
    }
    for (const policy::FlowSpan& span : flow.spans) draws(span.text);
  }
}

TEST_CASE("text that XML does not take is made safe, ways that lead nowhere are left out") {
  Flow flow;
  flow.boxes = {box("a", "<b>\"&", 0, 0)};
  flow.boxes[0].title = std::string("bad \x01 and \xFF and ") + std::string(200, 'm');
  flow.boxes[0].may_resolve = false;
  flow.arrows = {{"a", "nowhere", FlowArrow::Kind::kNext}};
  flow.spans = {{{"nowhere"}, "Nobody's time"}};
  const std::string svg = documents::flow_svg(flow, "");
  CHECK(fault(svg) == "");
  CHECK(base::is_valid_utf8(svg));
  CHECK(svg.find('\x01') == svg.npos);
  CHECK(shown(svg).find("&lt;b&gt;&quot;&amp; · informal") != svg.npos);
  CHECK(shown(svg).find("It cannot be resolved here") != svg.npos);
  CHECK(svg.find("url(#") == svg.npos);
  CHECK(fault(documents::flow_svg(Flow{}, "Empty")) == "");
}

TEST_CASE("lines are no wider than their box, and lose nothing") {
  const std::string text =
      "A sentence of ordinary words, with Supercalifragilisticexpialidocious ÄÖÜ and 12345.";
  for (const double width : {60.0, 120.0, 300.0, 2000.0}) {
    std::string joined;
    for (const std::string& line : documents::wrapped(text, width, 13)) {
      CHECK(documents::estimated_width(line, 13) <= width);
      CHECK(line == base::trimmed(line));
      joined += line;
    }
    std::string expected, got;
    for (const char c : text)
      if (c != ' ') expected += c;
    for (const char c : joined)
      if (c != ' ') got += c;
    CHECK(got == expected);
  }
  CHECK(documents::wrapped("one  two\nthree", 2000, 13) ==
        std::vector<std::string>{"one two three"});
  CHECK(documents::wrapped(" ", 100, 13).empty());
  CHECK(documents::estimated_width("iii", 10) < documents::estimated_width("mmm", 10));
  CHECK(documents::estimated_width("ü", 10) == doctest::Approx(6.8));
}
