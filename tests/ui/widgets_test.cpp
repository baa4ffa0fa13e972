#include "ui/widgets.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include <set>

#include "ui/driver.h"
#include "ui/gallery.h"
#include "ui/test_page.h"

using namespace ui;

namespace {

std::string all_of(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

}  // namespace

TEST_CASE("every widget has a node with a name") {
  for (const char* part : {"", "errors", "cards", "sorted", "dialog", "long-dialog", "toast"}) {
    CAPTURE(part);
    Driver ui([part] { gallery_view(part); });
    CHECK_MESSAGE(ui.semantics().audit().empty(), all_of(ui.semantics().audit()));
  }
  Driver ui([] { gallery_view(""); });
  std::set<Role> seen;
  for (const Node& node : ui.nodes()) seen.insert(node.role);
  for (Role role : {Role::kMain,     Role::kBanner,   Role::kHeading,      Role::kText,
                    Role::kButton,   Role::kLink,     Role::kTextField,    Role::kTextArea,
                    Role::kPassword, Role::kCheckbox, Role::kRadio,        Role::kRadioGroup,
                    Role::kGroup,    Role::kSelect,   Role::kList,         Role::kListItem,
                    Role::kTable,    Role::kRow,      Role::kColumnHeader, Role::kRowHeader,
                    Role::kCell,     Role::kTerm,     Role::kDefinition,   Role::kStatus,
                    Role::kImage,    Role::kTabList,  Role::kTab,          Role::kTabPanel,
                    Role::kProgress}) {
    CHECK_MESSAGE(seen.count(role) == 1, "role " << static_cast<int>(role));
  }
}

TEST_CASE("the audit reports an item drawn past the widgets") {
  Driver ui(test_page([] { ImGui::Button("raw"); }));
  REQUIRE(ui.semantics().audit().size() == 1);
  CHECK(ui.semantics().audit()[0].find("has no node") != std::string::npos);
}

TEST_CASE("the audit reports a nameless button and a key used twice") {
  Driver ui(test_page([] {
    button("one", "");
    button("two", "Twice");
    button("two", "Twice");
  }));
  const std::string faults = all_of(ui.semantics().audit());
  CHECK(faults.find("has no name") != std::string::npos);
  CHECK(faults.find("id used twice") != std::string::npos);
}

TEST_CASE("a press acts once, by keyboard and by mouse") {
  struct Counts {
    int button = 0, link = 0, box = 0, radio = 0;
    bool agreed = false, open = false;
    std::string role;
  } counts;
  Driver ui(test_page([&counts] {
    counts.button += button("b", "Save");
    counts.link += ui::link("l", "More");
    counts.box += checkbox("c", "Agreed", counts.agreed);
    counts.radio += radios("r", "Role", {{"t", "Teacher", ""}, {"n", "Nurse", ""}}, counts.role);
    counts.open = details("d", "Why?");
  }));
  SUBCASE("activation") {
    ui.press(Role::kButton, "Save");
    ui.press(Role::kLink, "More");
    ui.press(Role::kCheckbox, "Agreed");
    ui.press(Role::kRadio, "Nurse");
    ui.press(Role::kButton, "Why?");
  }
  SUBCASE("mouse") {
    ui.click(Role::kButton, "Save");
    ui.click(Role::kLink, "More");
    ui.click(Role::kCheckbox, "Agreed");
    ui.click(Role::kRadio, "Nurse");
    ui.click(Role::kButton, "Why?");
  }
  CHECK(counts.button == 1);
  CHECK(counts.link == 1);
  CHECK(counts.box == 1);
  CHECK(counts.agreed);
  CHECK(ui.get(Role::kCheckbox, "Agreed").checked);
  CHECK(counts.radio == 1);
  CHECK(counts.role == "n");
  CHECK(ui.get(Role::kRadio, "Nurse").checked);
  CHECK_FALSE(ui.get(Role::kRadio, "Teacher").checked);
  CHECK(counts.open);
  CHECK(ui.get(Role::kButton, "Why?").expanded);
  ui.press(Role::kButton, "Why?");
  CHECK_FALSE(ui.get(Role::kButton, "Why?").expanded);
}

TEST_CASE("two presses before one frame act twice; a press for another page acts never") {
  int pressed = 0;
  bool other = false;
  Driver ui([&] {
    begin_page(other ? "other" : "first", "Test");
    heading(1, "Test");
    if (button("go", "Go on")) {
      ++pressed;
      other = true;
    }
    end_page();
  });
  const NodeId id = ui.get(Role::kButton, "Go on").id;
  ui.semantics().activate(id);
  ui.semantics().activate(id);
  ui.settle();
  CHECK(pressed == 1);  // the second press met the next page, whose button is another
  CHECK_FALSE(ui.semantics().has_pending_actions());

  int count = 0;
  ui.set_draw(test_page([&count] { count += button("again", "Again"); }));
  const NodeId again = ui.get(Role::kButton, "Again").id;
  ui.semantics().activate(again);
  ui.semantics().activate(again);
  ui.settle();
  CHECK(count == 2);
}

TEST_CASE("text, choices and dates arrive once and change the value") {
  std::string name, account, agency = "b";
  DateFields held;
  int changes = 0;
  Driver ui(test_page([&] {
    changes += text_field("name", "Your name", name);
    changes += text_area("account", "What happened?", account);
    changes += select("agency", "Agency", {{"a", "School", ""}, {"b", "Health", ""}}, agency);
    changes += date_field("held", "When?", held);
  }));
  CHECK(ui.get(Role::kSelect, "Agency").chosen == 1);
  ui.type("Your name", "Zoë Łódź");
  ui.type("What happened?", "First.\nSecond.");
  ui.choose("Agency", "School");
  CHECK(changes == 3);
  ui.type_date("When?", "1", "jan", "2026");
  CHECK(changes == 4);  // one frame
  CHECK(name == "Zoë Łódź");
  CHECK(account == "First.\nSecond.");
  CHECK(agency == "a");
  CHECK(held == DateFields{"1", "jan", "2026"});
  CHECK(ui.get(Role::kTextField, "Your name").value == name);
  ui.type("Your name", "Zoë Łódź");
  CHECK(changes == 4);  // the same again is no change
}

TEST_CASE("a passphrase field knows its place in the vault and never a value") {
  Driver ui(test_page([] { password_field("passphrase", "Passphrase", {.hint = "Four words"}); }));
  const Node& node = ui.get(Role::kPassword, "Passphrase");
  CHECK(node.field == "passphrase");
  CHECK(node.description == "Four words");
  ui.semantics().set_text(node.id, "secret");
  ui.settle();
  CHECK(ui.get(Role::kPassword, "Passphrase").value.empty());
}

TEST_CASE("twenty thousand characters are kept whole and stay inside the page") {
  std::string account;
  Driver ui(test_page([&] {
              text_area("account", "What happened?", account);
              button("save", "Save");
            }),
            {320, 600});
  const std::string unbroken(20'000, 'w');
  ui.type("What happened?", unbroken);
  CHECK(account == unbroken);
  const Node& node = ui.get(Role::kTextArea, "What happened?");
  CHECK(node.value.size() == 20'000);
  CHECK(node.rect.x + node.rect.w <= 320);
  CHECK(node.rect.h < 20 * 32);  // twenty lines, then the element scrolls
  const float before = ui.get(Role::kButton, "Save").rect.y;
  ui.type("What happened?", "short");
  CHECK(ui.get(Role::kButton, "Save").rect.y < before);
}

TEST_CASE("a list of ten thousand shows pages of twenty-five") {
  Driver ui([] { gallery_view("cards"); });
  const auto cards = [&ui] {
    int count = 0;
    for (const Node& node : ui.nodes()) count += node.role == Role::kListItem;
    return count;
  };
  CHECK(cards() == 25);
  CHECK(ui.has(Role::kText, "Page 1 of 400"));
  CHECK_FALSE(ui.has(Role::kLink, "Previous"));
  ui.press(Role::kLink, "Next");
  CHECK(ui.has(Role::kText, "Page 2 of 400"));
  CHECK(cards() == 25);
  CHECK(ui.semantics().focus() == ui.get(Role::kList, "Cases").id);
  CHECK_FALSE(ui.has(Role::kLink, "Case 25"));
  ui.press(Role::kLink, "Case 26");
  CHECK(ui.has(Role::kStatus, "Case 26"));  // the index counts from the list's start
  ui.press(Role::kLink, "Previous");
  CHECK(ui.has(Role::kLink, "Case 1"));
}

TEST_CASE("rows keep their parents: lists, tables, summary lists") {
  Driver ui([] { gallery_view("data"); });
  const auto parent_role = [&ui](const Node& node) {
    const Node* parent = ui.semantics().find(node.parent);
    return parent == nullptr ? Role::kMain : parent->role;
  };
  for (const Node& node : ui.nodes()) {
    if (node.role == Role::kCell || node.role == Role::kRowHeader ||
        node.role == Role::kColumnHeader) {
      CHECK(parent_role(node) == Role::kRow);
    }
    if (node.role == Role::kRow) CHECK(parent_role(node) == Role::kTable);
    if (node.role == Role::kTerm || node.role == Role::kDefinition)
      CHECK(parent_role(node) == Role::kListItem);
  }
  CHECK(ui.has(Role::kLink, "Change what the decision was"));
}

TEST_CASE("the top bar's actions come back once, by value") {
  Driver ui([] { gallery_view("words"); });
  CHECK(take_top_bar_action().empty());
  ui.press(Role::kLink, "Lock this device");
  CHECK(take_top_bar_action() == "lock");
  CHECK(take_top_bar_action().empty());
}

TEST_CASE("a part of one widget is never another widget: row 2 of table-1 beside table-12") {
  Driver ui([] {
    begin_page("tables", "Tables");
    heading(1, "Tables");
    const std::vector<std::vector<std::string>> rows(5, {"a", "b"});
    for (int i = 1; i <= 12; ++i) {
      table("table-" + std::to_string(i), "Table " + std::to_string(i), {{"One"}, {"Two"}}, rows);
    }
    end_page();
  });
  CHECK(ui.semantics().audit() == std::vector<std::string>{});
}

TEST_CASE("a side note stands close under what it is about, an inset apart from it") {
  Driver ui([] {
    begin_page("notes", "Notes");
    heading(1, "Notes");
    std::string value;
    text_field("field", "Field", value);
    side_note("Worth a second look", "One thing.\nAnother.");
    paragraph("Between");
    inset("Quoted");
    end_page();
  });
  const auto foot = [](const Rect& rect) { return rect.y + rect.h; };
  const Rect field = ui.get(Role::kTextField, "Field").rect;
  const Rect title = ui.get(Role::kText, "Worth a second look").rect;
  const Rect words = ui.get(Role::kText, "One thing.\nAnother.").rect;
  const Rect quoted = ui.get(Role::kText, "Quoted").rect;
  CHECK(title.y - foot(field) <= 8);
  CHECK(title.x > field.x);  // the bar is at the left of the words
  CHECK(words.x == title.x);
  CHECK(words.y >= foot(title));
  CHECK(quoted.x == field.x);  // its bar belongs to it
  CHECK(quoted.y - foot(ui.get(Role::kText, "Between").rect) > 8);
}
