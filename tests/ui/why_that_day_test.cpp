// Why a clock ends on its day: the picture's words are the list's, and another reading stands
// beside the one that counts.
#include "ui/why_that_day.h"

#include <optional>
#include <string>

#include "base/text.h"
#include "casework/invented.h"
#include "driver.h"
#include "test_page.h"

namespace ui {
namespace {

using invented::date;

policy::Policy with_clock(calendar::Amount amount, std::optional<calendar::Amount> stated_as) {
  policy::Policy policy = invented::procedure();
  policy.stages[0].clocks = {invented::clock("soon", 1, policy::StartEvent::kConcernArose)};
  policy.stages[0].clocks[0].amount = amount;
  policy.stages[0].clocks[0].stated_as = stated_as;
  return policy;
}

// A case whose concern arose on Maundy Thursday: Good Friday and Easter Monday come next.
invented::Running begun(const policy::Policy& policy) {
  const calendar::Date thursday = date(2026, 4, 2);
  return {policy, invented::opening(policy, thursday), invented::at(thursday, 10)};
}

const Node* picture(Driver& ui) {
  for (const Node& node : ui.nodes()) {
    if (node.role == Role::kImage) return &node;
  }
  return nullptr;
}

// Of the first clock of the case.
struct Told {
  explicit Told(calendar::Amount amount, std::optional<calendar::Amount> stated_as = {})
      : policy(with_clock(amount, stated_as)) {}
  policy::Policy policy;
  invented::Running running = begun(policy);
  casework::Setting setting = running.setting();
  casework::RunningClock clock = casework::clocks(running.state(), setting).front();
  casework::Explanation why = casework::explain(clock, setting);
  Driver ui{test_page([this] { why_that_day(clock, setting); })};
};

}  // namespace

TEST_CASE("the picture of the days says what the list says, day by day") {
  Told told({2, calendar::Unit::kWorkingDays});
  Driver& ui = told.ui;
  REQUIRE(told.why.by_day.size() == 5);  // Thursday 2 to Wednesday 8; a weekend is one line
  const Node* strip = picture(ui);
  REQUIRE(strip);
  CHECK(strip->name == base::joined(told.why.by_day, "; "));
  CHECK_FALSE(ui.has(Role::kListItem, told.why.by_day.front()));
  ui.press(Role::kButton, "Day by day");
  for (const std::string& line : told.why.by_day) CHECK(ui.says(line));
  CHECK(ui.says("Monday 6 April: Easter Monday, does not count"));
}

TEST_CASE("what is not counted day by day, or is too long for a picture, is in words") {
  SUBCASE("hours") {
    Told told({48, calendar::Unit::kHours});
    CHECK_FALSE(picture(told.ui));
    CHECK(told.ui.says("48 hours after"));
  }
  SUBCASE("a month") {
    Told told({1, calendar::Unit::kMonths});
    CHECK_FALSE(picture(told.ui));
    CHECK(told.ui.says("One month after"));
  }
  SUBCASE("nine weeks of working days") {
    Told told({45, calendar::Unit::kWorkingDays});
    CHECK_FALSE(picture(told.ui));
    told.ui.press(Role::kButton, "Day by day");
    CHECK(told.ui.says(told.why.by_day.back()));
  }
}

TEST_CASE("a second reading of the amount stands beside the one that counts") {
  Told told({2, calendar::Unit::kWorkingDays}, calendar::Amount{48, calendar::Unit::kHours});
  CHECK(told.ui.says("Two working days"));
  CHECK(told.ui.says("Counts: the end of Wednesday 8 April 2026"));
  CHECK(told.ui.says("48 hours"));
  CHECK(told.ui.says("Does not count. It would be the end of Friday 3 April 2026"));
  REQUIRE(told.why.other);
  CHECK(told.why.other->by_day.size() > 1);
}

TEST_CASE("the days fit a narrow page") {
  Told told({10, calendar::Unit::kWorkingDays}, calendar::Amount{2, calendar::Unit::kWeeks});
  told.ui.context().set_display({320, 900});
  told.ui.press(Role::kButton, "Day by day");
  for (const Node& node : told.ui.nodes()) CHECK(node.rect.x + node.rect.w <= 320.5f);
}

}  // namespace ui
