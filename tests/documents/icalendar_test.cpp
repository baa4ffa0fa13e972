#include "documents/icalendar.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "casework/invented.h"
#include "documents/calendar_entries.h"

using calendar::date;
using documents::CalendarEntry;
using documents::EntryWritten;
using documents::Names;

namespace {

const calendar::Date kDay = date(2026, 7, 1);
const calendar::Instant kNow = calendar::from_uk(date(2026, 7, 1), {9, 30});  // BST: 08:30 UTC

CalendarEntry entry(const std::string& summary) {
  CalendarEntry entry;
  entry.uid = "abc";
  entry.day = date(2026, 12, 31);
  entry.summary = summary;
  return entry;
}

bool has_line(const std::string& file, const std::string& line) {
  return file.find("\r\n" + line + "\r\n") != std::string::npos;
}

// Put together again as RFC 5545, 3.1 says.
std::string unfolded(std::string file) {
  for (size_t at; (at = file.find("\r\n ")) != std::string::npos;) file.erase(at, 3);
  return file;
}

}  // namespace

TEST_CASE("a whole day, an entry that ends within a day, and one that is cancelled") {
  CalendarEntry timed = entry("Answer");
  timed.at = calendar::from_uk(date(2026, 7, 2), {10, 30});
  CalendarEntry gone = entry("No longer due");
  gone.cancelled = true;
  gone.sequence = 3;
  const std::string day = documents::icalendar({entry("Talk")}, kNow);
  CHECK(day.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(day.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
  CHECK(has_line(day, "DTSTAMP:20260701T083000Z"));
  CHECK(has_line(day, "DTSTART;VALUE=DATE:20261231"));
  CHECK(has_line(day, "DTEND;VALUE=DATE:20270101"));  // the day after the last
  CHECK(has_line(day, "STATUS:CONFIRMED"));
  for (const char* line : {"METHOD:PUBLISH", "PRODID:-//Common Ground//Deadlines//EN",
                           "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "TRIGGER:PT9H"}) {
    CHECK_MESSAGE(has_line(day, line), line);
  }
  CHECK(has_line(day, "TRIGGER:-PT15H"));
  const std::string moment = documents::icalendar({timed}, kNow);
  CHECK(has_line(moment, "DTSTART:20260702T093000Z"));
  CHECK(moment.find("DTEND") == std::string::npos);
  CHECK(has_line(moment, "TRIGGER:-P1D"));
  CHECK(has_line(moment, "TRIGGER:-PT2H"));
  const std::string cancelled = documents::icalendar({gone}, kNow);
  CHECK(has_line(cancelled, "STATUS:CANCELLED"));
  CHECK(has_line(cancelled, "SEQUENCE:3"));
  CHECK(cancelled.find("VALARM") == std::string::npos);
}

TEST_CASE("lines are folded at 75 octets between characters, and read back whole") {
  for (const char* letter : {"a", "é", "€", "😀"}) {
    for (size_t shift = 0; shift < 5; ++shift) {
      std::string words(shift, 'x');
      for (int i = 0; i < 100; ++i) words += letter;
      const std::string file = documents::icalendar({entry(words)}, kNow);
      for (size_t at = 0; at < file.size();) {
        const size_t end = file.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        CHECK(end - at <= 75);
        const std::string line = file.substr(at, end - at);
        CHECK(base::valid_utf8_prefix(line) == line.size());
        at = end + 2;
      }
      CHECK(has_line(unfolded(file), "SUMMARY:" + words));
    }
  }
}

TEST_CASE("text cannot leave its line") {
  const std::string file =
      documents::icalendar({entry("One; two, three\\four\r\nBEGIN:VEVENT\x01")}, kNow);
  CHECK(has_line(unfolded(file), "SUMMARY:One\\; two\\, three\\\\four\\nBEGIN:VEVENT\xef\xbf\xbd"));
}

TEST_CASE("a case's entries are its clocks that go on, without a person's name") {
  const policy::Policy policy = invented::procedure();
  invented::Running running(policy, date(2026, 4, 1));
  const auto entries = [&](Names names) {
    return documents::calendar_entries(running.state(), running.setting(), names);
  };
  const auto left_out = entries(Names::kLeftOut);
  REQUIRE(left_out.size() == casework::clocks(running.state(), running.setting()).size());
  CHECK(left_out[0].day == date(2026, 4, 7));
  CHECK_FALSE(left_out[0].at);
  const casework::CaseOpened& opened = running.state().opened.fact;
  CHECK(left_out[0].summary == opened.reference + ": The discussion takes place (stage 1)");
  const std::string file = documents::icalendar(left_out, kNow);
  for (const std::string& name : {opened.subject.name, running.setting().author.name}) {
    REQUIRE(!name.empty());
    CHECK(unfolded(file).find(name) == std::string::npos);
  }
  CHECK(entries(Names::kWritten)[0].summary.starts_with(opened.subject.name));
  CHECK(entries(Names::kWritten)[0].uid == left_out[0].uid);
}

TEST_CASE("an entry says of which stages a time is") {
  policy::Policy policy = invented::procedure();
  policy.budgets.push_back({{"stage-1", "stage-2"}, policy.stages[0].clocks[0]});
  policy.budgets[0].clock.id = "both";
  invented::Running running(policy, date(2026, 4, 1));
  const auto entries =
      documents::calendar_entries(running.state(), running.setting(), Names::kLeftOut);
  REQUIRE(entries.size() == 2);
  CHECK(entries[1].summary.ends_with(" (stages 1 and 2 together)"));
}

TEST_CASE("a stage entered again has an entry of its own") {
  policy::Policy policy = invented::procedure();
  policy.stages[1].next.push_back("stage-1");
  policy.stages[0].clocks[0].start = policy::StartEvent::kStageEntered;
  invented::Running running(policy, date(2026, 4, 1));
  const auto uid = [&] {
    return documents::calendar_entries(running.state(), running.setting(), Names::kLeftOut)
        .back()
        .uid;
  };
  const std::string first = uid();
  running.enter("stage-2");
  running.enter("stage-1");
  const auto clocks = casework::clocks(running.state(), running.setting());
  CHECK(clocks.front().id == clocks.back().id);
  CHECK(uid() != first);
}

TEST_CASE("names in the reasons of a deadline are not in its entry; a time of day and doubt are") {
  policy::Policy policy = invented::procedure();
  invented::Running running(policy, date(2028, 12, 27));
  running.enter("stage-2");
  running.agree("time-2", date(2029, 1, 9));
  const auto clock = casework::clocks(running.state(), running.setting()).back();
  const std::string why = casework::in_words(casework::explain(clock, running.setting()));
  const auto entries =
      documents::calendar_entries(running.state(), running.setting(), Names::kLeftOut);
  const std::string file = unfolded(documents::icalendar(entries, kNow));
  for (const std::string& name : {std::string("Priya Shah"), running.setting().author.name}) {
    CHECK(file.find(name) == std::string::npos);
  }
  CHECK(why.find("Priya Shah") != std::string::npos);

  policy.stages[1].clocks[0].kind = policy::ClockKind::kFixed;
  invented::Running counted(policy, date(2028, 12, 27));
  counted.enter("stage-2");
  const auto provisional =
      documents::calendar_entries(counted.state(), counted.setting(), Names::kLeftOut);
  CHECK(provisional.back().description.find("Provisional") != std::string::npos);
  policy.stages[1].clocks[0].amount = {24, calendar::Unit::kHours};
  invented::Running hours(policy, date(2028, 12, 27));
  hours.enter("stage-2");
  const auto timed = documents::calendar_entries(hours.state(), hours.setting(), Names::kLeftOut);
  REQUIRE(timed.back().at);
  CHECK(timed.back().at->ms == hours.state().current().entered_at.ms + 24 * 3600 * 1000);
}

TEST_CASE("what was cancelled is told for three months after its day, and its number is kept") {
  std::vector<EntryWritten> written;
  documents::numbered({entry("Talk")}, written, kDay);
  CHECK(documents::numbered({}, written, date(2027, 3, 31)).size() == 1);
  CHECK(documents::numbered({}, written, date(2027, 4, 2)).size() == 1);
  CHECK(documents::numbered({}, written, date(2027, 4, 3)).empty());
  CHECK(documents::numbered({entry("Talk")}, written, date(2027, 4, 3))[0].sequence == 2);
}

TEST_CASE("an entry keeps its number until it says something else, and is cancelled when it goes") {
  const policy::Policy policy = invented::procedure();
  invented::Running running(policy, date(2026, 4, 1));
  std::vector<EntryWritten> written;
  const auto next = [&] {
    return documents::numbered(
        documents::calendar_entries(running.state(), running.setting(), Names::kLeftOut), written,
        kDay);
  };
  const auto first = next();
  CHECK(first[0].sequence == 0);
  CHECK(next()[0].sequence == 0);
  running.enter("stage-2");
  auto moved = next();
  const auto found = std::find_if(moved.begin(), moved.end(), [&](const CalendarEntry& each) {
    return each.uid == first[0].uid;
  });
  REQUIRE(found != moved.end());
  CHECK(found->cancelled);
  CHECK(found->sequence == 1);
  const auto again = next();
  CHECK(again.back().sequence == 1);  // cancelled once
  const size_t kept = again.size();
  running.agree("time-2", date(2026, 4, 9));
  const auto agreed = next();
  CHECK(agreed.size() == kept);
  CHECK(std::any_of(agreed.begin(), agreed.end(), [](const CalendarEntry& each) {
    return !each.cancelled && each.sequence == 1 && each.day == date(2026, 4, 9);
  }));
}

TEST_CASE("a deadline that comes back goes on counting") {
  std::vector<EntryWritten> written;
  CHECK(documents::numbered({entry("Talk")}, written, kDay)[0].sequence == 0);
  CHECK(documents::numbered({}, written, kDay)[0].sequence == 1);
  CHECK(documents::numbered({entry("Talk")}, written, kDay)[0].sequence == 2);
  CHECK(documents::numbered({entry("Talk")}, written, kDay)[0].sequence == 2);
}
