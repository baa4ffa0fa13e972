#include "app/home.h"

#include <doctest/doctest.h>

#include "desk.h"
#include "many_cases.h"

using app::CaseFilter;
using invented::date;
using invented::ManyCases;

namespace {

std::string found(ManyCases& many, const std::string& search,
                  CaseFilter filter = CaseFilter::kOpen) {
  many.list(filter, search);
  return many.listed();
}

// The session's list, and the same computed afresh.
void check_is_current(const app::AppState& state) {
  std::vector<app::HomeRow> afresh;
  for (size_t i = 0; i < state.cases.size(); ++i) afresh.push_back(app::row_of(state, i));
  base::sort(afresh, app::comes_before);
  REQUIRE(afresh.size() == state.home.size());
  for (size_t i = 0; i < afresh.size(); ++i) {
    CHECK(afresh[i].case_id == state.home[i].case_id);
    CHECK(afresh[i].due == state.home[i].due);
    CHECK(afresh[i].stage == state.home[i].stage);
    CHECK(afresh[i].step.has_value() == state.home[i].step.has_value());
    if (afresh[i].step) CHECK(afresh[i].step->label == state.home[i].step->label);
  }
}

}  // namespace

TEST_CASE("home's order: overdue, by deadline, without a deadline, closed with the last first") {
  ManyCases many = invented::one_of_each();
  many.list();
  std::string all;
  for (const app::HomeRow& row : many.state.home) all += row.subject + "; ";
  CHECK(all ==
        "Overdue for longer; Overdue; Today; Monday; Far; Without a deadline; Closed last; "
        "Closed first; ");
}

TEST_CASE("each filter lists its own, and counts them whatever is searched for") {
  ManyCases many = invented::one_of_each();
  many.list(CaseFilter::kOpen);
  CHECK(many.listed() == "Overdue for longer, Overdue, Today, Monday, Far, Without a deadline");
  many.list(CaseFilter::kOverdue);
  CHECK(many.listed() == "Overdue for longer, Overdue");
  many.list(CaseFilter::kDueToday);
  CHECK(many.listed() == "Today");
  many.list(CaseFilter::kDueThisWeek);
  CHECK(many.listed() == "Today, Monday");
  many.list(CaseFilter::kClosed);
  CHECK(many.listed() == "Closed last, Closed first");
  const std::map<CaseFilter, size_t> counts = {
      {CaseFilter::kOpen, 6},        {CaseFilter::kOverdue, 2},     {CaseFilter::kDueToday, 1},
      {CaseFilter::kDueTomorrow, 0}, {CaseFilter::kDueThisWeek, 2}, {CaseFilter::kQuiet, 0},
      {CaseFilter::kClosed, 2}};
  CHECK(many.state.home_list.counts == counts);
  many.list(CaseFilter::kOverdue, "nowhere");
  CHECK(many.listed().empty());
  CHECK(many.state.home_list.counts == counts);
}

TEST_CASE("cases in another order, whatever is filtered and searched for, and back again") {
  ManyCases many = invented::one_of_each();
  const std::string by_due = "Overdue for longer, Overdue, Today, Monday, Far, Without a deadline";
  many.state.home_list.order = app::CaseOrder::kSubject;
  many.list();
  CHECK(many.listed() == "Far, Monday, Overdue, Overdue for longer, Today, Without a deadline");
  many.state.home_list.descending = true;
  many.list();
  CHECK(many.listed() == "Without a deadline, Today, Overdue for longer, Overdue, Monday, Far");
  many.list(CaseFilter::kOverdue);
  CHECK(many.listed() == "Overdue for longer, Overdue");
  many.list(CaseFilter::kOpen, "overdue");
  CHECK(many.listed() == "Overdue for longer, Overdue");
  many.state.home_list.descending = false;
  many.state.home_list.order = app::CaseOrder::kProcedure;  // the same: as they stand by deadline
  many.state.home_list.ranks.clear();
  many.list();
  CHECK(many.listed() == by_due);
  many.state.home_list.order = app::CaseOrder::kDue;
  many.state.home_list.descending = true;
  many.list();
  CHECK(many.listed() == "Without a deadline, Far, Monday, Today, Overdue, Overdue for longer");
}

TEST_CASE("the order that was chosen holds when a case changes and its letters with it") {
  fakes::Desk desk;
  desk.set_up();
  for (int i = 0; i < 3; ++i) fakes::raise_in(desk, "trafford", "");
  desk.press(app::SortCases{app::CaseOrder::kStage});
  CHECK_FALSE(desk.state().home_list.descending);
  desk.press(app::SortCases{app::CaseOrder::kStage});
  CHECK(desk.state().home_list.descending);
  desk.press(app::SortCases{app::CaseOrder::kSubject});
  CHECK_FALSE(desk.state().home_list.descending);
  desk.press(app::OpenCase{desk.state().home.back().case_id});
  desk.press(app::StartStep{casework::StepKind::kAddNote, ""});
  desk.type("text", "A note");
  desk.press(app::Submit{});
  CHECK(desk.state().home_list.order == app::CaseOrder::kSubject);
  CHECK(desk.state().home_list.rows.size() == 3);
  CHECK(desk.state().home_list.ranks.size() == 3);
}

TEST_CASE("the order that was chosen holds for a case that leaves the list and one that joins it") {
  fakes::Desk desk;
  desk.set_up();
  const auto raised = [&](const char* subject) {
    const std::string id = desk.id_of("trafford");
    desk.answer_raise(id, "", fakes::all_tests(desk, id));
    desk.type("subject.name", subject);
    desk.press(app::RaiseCase{});
    REQUIRE(desk.state().page == app::Page::kCase);
    desk.press(app::Go{app::Page::kHome, ""});
  };
  const auto listed = [&] {
    std::string all;
    for (const size_t row : desk.state().home_list.rows) all += desk.state().home[row].subject;
    return all;
  };
  for (const char* subject : {"B", "A", "C"}) raised(subject);
  desk.press(app::SortCases{app::CaseOrder::kSubject});
  REQUIRE(listed() == "ABC");
  // The first by deadline becomes the last: the others keep their order by name, not their places.
  const std::string first = desk.state().home.front().subject;
  desk.press(app::OpenCase{desk.state().home.front().case_id});
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  desk.type("reason", "Raised twice.");
  desk.press(app::Submit{});
  std::string left = "ABC";
  left.erase(left.find(first), 1);
  CHECK(listed() == left);
  raised("AA");
  left.insert(left.front() == 'A' ? 1 : 0, "AA");
  CHECK(listed() == left);
}

TEST_CASE("this week is today and the six days after it") {
  // Two working days after Monday 13 April is the 15th: the seventh day from Thursday 9 April.
  ManyCases many(date(2026, 4, 13));
  many.open("Fifteenth", date(2026, 4, 13));
  many.state.now = invented::at(date(2026, 4, 9));
  many.list(CaseFilter::kDueThisWeek);
  CHECK(many.listed() == "Fifteenth");
  many.state.now = invented::at(date(2026, 4, 8));
  many.list(CaseFilter::kDueThisWeek);
  CHECK(many.listed().empty());
}

TEST_CASE("tomorrow is the day after today and no other") {
  ManyCases many(date(2026, 4, 13));
  many.open("Fifteenth", date(2026, 4, 13));
  for (const unsigned day : {13u, 14u, 15u, 16u}) {
    CAPTURE(day);
    many.state.now = invented::at(date(2026, 4, day), 23, 59);
    many.list(CaseFilter::kDueTomorrow);
    CHECK(many.listed() == (day == 14 ? "Fifteenth" : ""));
    many.list(CaseFilter::kDueThisWeek);
    CHECK(many.listed() == (day == 16 ? "" : "Fifteenth"));
  }
}

TEST_CASE("a case is quiet on the day that was chosen, whatever its deadline, until it is closed") {
  ManyCases many(date(2026, 4, 9));
  many.open("Quiet", date(2026, 4, 9));
  many.open("Closed", date(2026, 4, 9));
  many.resolve();
  many.open("Spoken about", date(2026, 4, 9));
  const auto on = [&](unsigned day, int quiet_after) {
    many.state.now = invented::at(date(2026, 4, day));
    many.state.reminders.quiet_after = quiet_after;
    many.list(CaseFilter::kQuiet);
    return many.listed();
  };
  CHECK(on(18, 10).empty());
  CHECK(on(19, 10) == "Quiet, Spoken about");
  CHECK(on(19, 15).empty());
  CHECK(on(30, 0).empty());
  many.state.now = invented::at(date(2026, 4, 12));
  many.add(casework::NoteAdded{"They rang."});  // a record of any kind
  CHECK(on(19, 10) == "Quiet");
  CHECK(on(22, 10) == "Quiet, Spoken about");
}

TEST_CASE("ten thousand rows are told apart by what is in them: their cases are not looked at") {
  ManyCases many = invented::one_of_each();
  many.list();
  const std::vector<app::HomeRow> some = many.state.home;
  for (int i = 1; i < 1250; ++i) {
    many.state.home.insert(many.state.home.end(), some.begin(), some.end());
  }
  many.state.cases.clear();
  many.state.policies.clear();
  many.state.now = invented::at(date(2026, 4, 19));
  many.state.home_list = {};
  const app::HomeList list = app::listed(many.state, {});
  CHECK(list.counts.at(CaseFilter::kOpen) == 7500);
  CHECK(list.counts.at(CaseFilter::kQuiet) == 7500);
  CHECK(list.counts.at(CaseFilter::kDueTomorrow) == 0);
  CHECK(list.counts.at(CaseFilter::kClosed) == 2500);
}

TEST_CASE("a row names the one thing to do now; a closed case has none") {
  ManyCases many = invented::one_of_each();
  many.list();
  for (const app::HomeRow& row : many.state.home) {
    CAPTURE(row.subject);
    REQUIRE(row.step.has_value() == row.open);
    if (!row.open) continue;
    const casework::Case& open = many.state.cases[row.at];
    CHECK(row.case_id == open.id);
    const auto steps = casework::next_steps(open, many.state.setting(many.policy(), open));
    REQUIRE(steps.front().suggested);
    CHECK(row.step->label == steps.front().label);
    CHECK(row.step->target == steps.front().target);
  }
  CHECK(many.state.home[0].step->kind == casework::StepKind::kEnterStage);
  CHECK(many.state.home[2].step->kind == casework::StepKind::kRecordDiscussion);
  CHECK(many.state.home.back().due == "Resolved on 8 April 2026");
}

TEST_CASE("a search finds every word typed, as a part of a word, in any order") {
  ManyCases many(date(2026, 4, 9));
  many.open("Zoë Łódzka", date(2026, 4, 9));
  many.add(casework::NoteAdded{"The health visitor rang twice."});
  many.open("M. Quill", date(2026, 4, 9));
  many.add(casework::NoteAdded{"The school nurse rang."});
  CHECK(found(many, "rang") == "Zoë Łódzka, M. Quill");
  CHECK(found(many, "RANG nurse") == "M. Quill");
  CHECK(found(many, "urs ang quil") == "M. Quill");  // in the row and in the texts
  CHECK(found(many, "zoe lodz") == "Zoë Łódzka");
  CHECK(found(many, "ŁÓDZKA, Zoë") == "Zoë Łódzka");
  CHECK(found(many, "rang police").empty());
  CHECK(found(many, "cg-0001") == "M. Quill");
  CHECK(found(many, " – ") == "Zoë Łódzka, M. Quill");
  CHECK(many.state.home_list.search == " – ");
}

TEST_CASE("a search looks at everything that people wrote, and at nothing that they did not") {
  ManyCases many(date(2026, 4, 9));
  many.open("Subjectname", date(2026, 4, 9), [](casework::CaseOpened& fact) {
    fact.responding = {"Respondername", "Responderrole", "Responderagency", "Respondermail@b.org"};
    fact.decision = "Decisiontext";
    fact.concern = "Concerntext";
    fact.impact = "Impacttext";
    fact.desired_outcome = "Wishedtext";
    fact.immediate_risk = true;
    fact.risk_action = "Risktext";
  });
  using namespace casework;
  const Date today = date(2026, 4, 9);
  many.add(DiscussionRecorded{"", today, "Telephone", "Talkwith", "Talktext", "Talkagreed"});
  many.add(NoteAdded{"Notetext"});
  many.add(ReplyReceived{"", today, "Replyfrom", "Replytext", false});
  many.add(StageEntered{"stage-2", "", false, "Stagereason"});
  many.add(TimeAgreed{"", "time-2", date(2026, 4, 14), "Timewith", "Timereason"});
  many.add(NoticeIssued{"notice", "", {{"problem", {"Noticetext"}}}, "Copied@b.org", "Sent@b.org"});
  many.add(CaseResolved{"", "Outcometext", "Agreedwith", true, "Learningtext"});
  many.open("Other", today);
  many.add(CaseWithdrawn{"Withdrawnreason"});
  for (const char* word :
       {"subjectname",  "respondername", "responderrole", "responderagency", "respondermail",
        "decisiontext", "concerntext",   "impacttext",    "wishedtext",      "risktext",
        "telephone",    "talkwith",      "talktext",      "talkagreed",      "notetext",
        "replyfrom",    "replytext",     "stagereason",   "timewith",        "timereason",
        "noticetext",   "copied",        "sent",          "outcometext",     "agreedwith",
        "learningtext", "resolved"}) {
    CAPTURE(word);
    CHECK(found(many, word, CaseFilter::kClosed) == "Subjectname");
  }
  CHECK(found(many, "withdrawnreason", CaseFilter::kClosed) == "Other");
  CHECK(found(many, "invented procedure", CaseFilter::kClosed) == "Subjectname, Other");
  CHECK(found(many, "ellwood", CaseFilter::kClosed) == "Subjectname, Other");  // who wrote it
  CHECK(found(many, many.policy().hash.substr(0, 12), CaseFilter::kClosed).empty());
  CHECK(found(many, "000000000", CaseFilter::kClosed).empty());  // ids
}

TEST_CASE("a search tells how many it finds beyond the filter") {
  ManyCases many = invented::one_of_each();
  CHECK(found(many, "last").empty());
  CHECK(many.state.home_list.found_open == 0);
  CHECK(many.state.home_list.found_closed == 1);
  CHECK(found(many, "overdue", CaseFilter::kDueToday).empty());
  CHECK(many.state.home_list.found_open == 2);
  CHECK(many.state.home_list.found_closed == 0);
}

TEST_CASE("a case whose procedure is missing is listed without a deadline or a step") {
  ManyCases many = invented::one_of_each();
  many.state.policies.clear();
  many.list();
  CHECK(many.state.home_list.rows.size() == 6);
  CHECK_FALSE(many.state.home.front().next);
  CHECK_FALSE(many.state.home.front().step);
}

TEST_CASE("after each event its case's row is current, in its place, and found by its new words") {
  fakes::Desk desk;
  fakes::set_up_with(desk, fakes::small_policy());
  const auto on = [&](unsigned day) { desk.clock.time = invented::at(date(2026, 4, day)); };
  std::vector<std::string> ids;
  for (const unsigned day : {1u, 2u, 7u, 8u}) {
    on(day);
    desk.press(app::Go{app::Page::kHome, ""});
    fakes::raise_small(desk);
    ids.push_back(desk.state().case_id);
    check_is_current(desk.state());
  }
  REQUIRE(desk.state().home.size() == 4);
  const auto write = [&](const std::string& id, const std::string& words) {
    desk.press(app::OpenCase{id});
    desk.press(app::StartStep{casework::StepKind::kRecordDiscussion, ""});
    desk.type("channel", "Telephone");
    desk.type("with", "A. Fenwick, team manager");
    desk.type("account", words);
    desk.press(app::Submit{});
    REQUIRE(desk.state().page == app::Page::kCase);
    check_is_current(desk.state());
  };
  // From the first place, from the middle and from the last to wherever they belong now.
  write(ids[0], "Marmalade");
  write(ids[2], "Pomegranate");
  write(ids[3], "Marmalade again");
  desk.press(app::SearchCases{"marmalade"});
  CHECK(desk.state().home_list.rows.size() == 2);
  desk.press(app::SearchCases{"granate"});
  REQUIRE(desk.state().home_list.rows.size() == 1);
  CHECK(desk.state().home[desk.state().home_list.rows[0]].case_id == ids[2]);
  write(ids[1], "A pomegranate");  // while the search stands
  CHECK(desk.state().home_list.rows.size() == 2);

  // From the last of the open ones to the first: nothing else has a deadline by now.
  CHECK(desk.state().home.front().case_id != ids[3]);
  desk.press(app::OpenCase{ids[3]});
  desk.press(app::StartStep{casework::StepKind::kEnterStage, "stage-2"});
  desk.type("reason", "It was not resolved.");
  desk.press(app::Submit{});
  REQUIRE(desk.state().page == app::Page::kCase);
  check_is_current(desk.state());
  CHECK(desk.state().home.front().case_id == ids[3]);

  desk.press(app::OpenCase{ids[2]});
  desk.press(app::StartStep{casework::StepKind::kWithdraw, ""});
  desk.type("reason", "Raised by mistake");
  desk.press(app::Submit{});
  check_is_current(desk.state());
  CHECK(desk.state().home.back().case_id == ids[2]);
  desk.press(app::ShowCases{CaseFilter::kClosed});
  CHECK(desk.state().home_list.filter == CaseFilter::kClosed);
  CHECK(desk.state().home_list.rows == std::vector<size_t>{3});
  CHECK(desk.state().home_list.search == "granate");
}

TEST_CASE("a search finds after unlocking what was written before") {
  fakes::Desk desk;
  fakes::set_up_with(desk, fakes::small_policy());
  fakes::raise_small(desk);
  desk.reload_and_unlock();
  desk.press(app::SearchCases{"bruise"});
  CHECK(desk.state().home_list.rows.size() == 1);
  desk.press(app::SearchCases{"bruises"});
  CHECK(desk.state().home_list.rows.empty());
}

TEST_CASE("what was written is learnt in slices, and a search does not wait for the last") {
  struct SlowClock : ports::Clock {
    calendar::Instant now() override {
      time.ms += 5;
      return time;
    }
    calendar::Instant time = calendar::from_uk(date(2026, 4, 1), {10, 0});
  } clock;
  fakes::Desk desk;
  fakes::set_up_with(desk, fakes::small_policy());
  for (int i = 0; i < 3; ++i) {
    desk.press(app::Go{app::Page::kHome, ""});
    fakes::raise_small(desk);
  }
  const auto begin_again = [&] {
    desk.session =
        std::make_unique<app::Session>(app::Ports{desk.vault, clock, desk.random, desk.files,
                                                  desk.pdf, desk.preferences, desk.notifications});
    desk.start();
    desk.press(app::Unlock{});
    REQUIRE(desk.state().home.size() == 3);
    CHECK(desk.session->next_tick_ms() == 1);
  };
  begin_again();
  desk.session->tick();
  desk.session->tick();
  CHECK(desk.session->next_tick_ms() == 1);
  desk.session->tick();
  CHECK(desk.session->next_tick_ms() == -1);  // nothing wakes an idle screen

  begin_again();
  desk.press(app::SearchCases{"bruise"});
  CHECK(desk.state().home_list.rows.size() == 3);
}

TEST_CASE("a new day and a deadline that passes within the day are seen without an event") {
  fakes::Desk desk;
  base::Json policy = fakes::small_policy();
  base::Json& clock = policy["stages"][0]["clocks"][0];
  clock["amount"] = {{"count", 24}, {"unit", "hours"}};
  clock["start"] = "stage_entered";
  fakes::set_up_with(desk, policy);
  fakes::raise_small(desk);  // on Wednesday 1 April at 9.30
  const auto status = [&] { return desk.state().home.front().next->status; };
  const auto overdue = [&] { return desk.state().home_list.counts.at(CaseFilter::kOverdue); };
  CHECK(status() == casework::ClockStatus::kRunning);
  desk.clock.time = invented::at(date(2026, 4, 2), 9, 0);
  desk.session->tick();
  CHECK(status() == casework::ClockStatus::kDueToday);
  CHECK(desk.state().home_list.counts.at(CaseFilter::kDueToday) == 1);
  CHECK(overdue() == 0);
  desk.clock.time = invented::at(date(2026, 4, 2), 9, 31);
  desk.session->tick();
  CHECK(status() == casework::ClockStatus::kOverdue);
  CHECK(overdue() == 1);
  check_is_current(desk.state());
}

TEST_CASE("of a case that is overdue already a further deadline is seen when it passes") {
  fakes::Desk desk;
  base::Json policy = fakes::small_policy();
  base::Json& clocks = policy["stages"][0]["clocks"];
  clocks.push_back(clocks[0]);
  clocks[1]["id"] = "answer";
  for (auto& [clock, hours] : {std::pair(&clocks[0], 2), std::pair(&clocks[1], 24)}) {
    (*clock)["amount"] = {{"count", hours}, {"unit", "hours"}};
    (*clock)["start"] = "stage_entered";
  }
  fakes::set_up_with(desk, policy);
  fakes::raise_small(desk);  // on Wednesday 1 April at 9.30
  const auto overdue = [&] {
    size_t count = 0;
    for (const app::DueDay& due : desk.state().home.front().due_days) {
      count += due.status == casework::ClockStatus::kOverdue ? 1 : 0;
      CHECK(due.stage == "Stage 1");
    }
    return count;
  };
  desk.clock.time = invented::at(date(2026, 4, 1), 11, 30);
  desk.session->tick();
  CHECK(overdue() == 1);
  desk.clock.time = invented::at(date(2026, 4, 2), 9, 29);
  desk.session->tick();
  CHECK(overdue() == 1);
  desk.clock.time = invented::at(date(2026, 4, 2), 9, 30);
  desk.session->tick();
  CHECK(overdue() == 2);
}
