// Breaking text into lines, and the faces it is measured with.
#include "ui/text.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <fstream>
#include <iterator>

#include "ui/driver.h"
#include "ui/fonts.h"
#include "ui/widgets.h"

using namespace ui;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The lines of a text at body size.
std::vector<std::string> lines_of(const std::string& text, float width) {
  std::vector<std::string> lines;
  Driver ui([&] {
    begin_page("lines", "Lines");
    const WrappedText& wrapped = wrap(text, text_style({19, 1}), width);
    lines.clear();
    for (const TextLine& line : wrapped.lines) {
      lines.push_back(text.substr(line.begin, line.end - line.begin));
      CHECK((line.width <= width || line.end - line.begin == 1));
    }
    heading(1, "Lines");
    end_page();
  });
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines break after blanks and hyphens, and hang their blanks") {
  CHECK(lines_of("", 200) == Lines{""});
  CHECK(lines_of("One", 200) == Lines{"One"});
  CHECK(lines_of("One two three four", 105) == Lines{"One two", "three four"});
  CHECK(lines_of("One   \n\n  two", 200) == Lines{"One", "", "  two"});
  CHECK(lines_of("twenty-five", 75) == Lines{"twenty-", "five"});
  CHECK(lines_of("a\n", 75) == Lines{"a", ""});
}

TEST_CASE("a word wider than its line is cut between characters, never within one") {
  const std::string word = "ŁŁŁŁŁŁŁŁŁŁŁŁŁŁŁŁ";
  std::string joined;
  for (const std::string& line : lines_of(word, 60)) {
    CHECK(line.size() % 2 == 0);
    CHECK(!line.empty());
    joined += line;
  }
  CHECK(joined == word);
  CHECK(lines_of("mmm", 1) == Lines{"m", "m", "m"});
}

TEST_CASE("the line ratio is read from the face's own tables") {
  const std::string noto = bytes_of(NOTO_SANS_REGULAR);
  const auto* bytes = reinterpret_cast<const unsigned char*>(noto.data());
  CHECK(line_ratio_of(bytes, noto.size()) == doctest::Approx(1.362).epsilon(0.001));
  CHECK(line_ratio_of(bytes, 0) == 0);
  CHECK(line_ratio_of(bytes, 40) == 0);
  const unsigned char nonsense[64] = {0xff, 0xff, 0xff, 0xff, 0xff, 0xff};
  CHECK(line_ratio_of(nonsense, sizeof nonsense) == 0);
}

TEST_CASE("a later font adds its letters to its own face only") {
  Driver ui([] {
    begin_page("fonts", "Fonts");
    heading(1, "Fonts");
    paragraph("ანა");
    end_page();
  });
  constexpr ImWchar kAn = 0x10d0;
  const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
  REQUIRE(fonts.Size == 2);
  CHECK_FALSE(fonts[0]->IsGlyphInFont(kAn));
  const std::string folder =
      std::string(NOTO_SANS_REGULAR).substr(0, std::string(NOTO_SANS_REGULAR).rfind('/'));
  const std::string georgian = bytes_of(folder + "/NotoSansGeorgian-Regular.ttf");
  REQUIRE(!georgian.empty());
  const float before = ui.get(Role::kText, "ანა").rect.w;
  ui.context().set_font(false, georgian.data(), static_cast<int>(georgian.size()));
  ui.settle();
  CHECK(fonts[0]->IsGlyphInFont(kAn));
  CHECK_FALSE(fonts[1]->IsGlyphInFont(kAn));
  CHECK(ui.get(Role::kText, "ანა").rect.w != before);  // measured anew
}

TEST_CASE("a reference is not broken at its hyphens, and goes to the next line whole") {
  CHECK(lines_of("Case CG-7K2M-9QXD", 150) == Lines{"Case", "CG-7K2M-9QXD"});
  CHECK(lines_of("Since 2026-27 twenty-five", 105) == Lines{"Since", "2026-27", "twenty-five"});
  CHECK(lines_of("all-2-nothing", 75) == Lines{"all-2-", "nothing"});
  CHECK(lines_of("A-", 200) == Lines{"A-"});
  // One that no line can hold is broken between its groups all the same.
  CHECK(lines_of("CG-7K2M-9QXD", 105) == Lines{"CG-7K2M-", "9QXD"});
  CHECK(lines_of("To 7K2M-9QXD-7K2M-9QXD", 130) == Lines{"To", "7K2M-9QXD-", "7K2M-9QXD"});
}
