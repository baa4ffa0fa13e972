// Who is in a case file, and on which side as far as it says.
#include "casework/people.h"

#include "casework/invented.h"

using namespace invented;
using casework::KnownPerson;
using casework::People;
using casework::Person;
using policy::Party;

namespace {

const Date kDay = date(2026, 4, 1);
const std::string kTeam = "Children's Assessment Team";

const KnownPerson* find(const People& people, const std::string& name) {
  for (const KnownPerson& each : people.known) {
    if (each.person.name == name) return &each;
  }
  return nullptr;
}

// A note by somebody else, as it comes from another device.
void note_by(Running& running, const Person& author) {
  casework::Setting setting = running.setting();
  setting.author = author;
  auto event =
      casework::decide(running.state(), setting, {casework::NoteAdded{"Seen."}, running.now()});
  REQUIRE(event.ok());
  running.take(*event);
}

}  // namespace

TEST_CASE("who raised it and whose decision it is are known from the first") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  const People people = casework::people(running.state(), policy);
  REQUIRE(people.known.size() == 2);
  CHECK(people.known[0].side == Party::Side::kConcerned);
  CHECK(people.known[0].person == kTeacher);
  REQUIRE(people.known[0].deeds.size() == 1);
  CHECK(in_words(people.known[0].deeds[0]) == "Raised the disagreement on 1 April 2026");
  CHECK(people.known[1].side == Party::Side::kResponding);
  CHECK(people.known[1].person.name.empty());
  CHECK(people.known[1].person.agency == kTeam);
  CHECK(people.known[1].deeds.empty());
  CHECK(people.named.empty());
  CHECK(people.recipients.empty());
}

TEST_CASE("what somebody did is told once, with the days on which it was written") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.talk();
  running.talk();
  running.on(date(2026, 4, 7)).talk_on(date(2026, 4, 2));
  const People people = casework::people(running.state(), policy);
  const KnownPerson* teacher = find(people, kTeacher.name);
  REQUIRE(teacher);
  REQUIRE(teacher->deeds.size() == 2);
  CHECK(in_words(teacher->deeds[1]) == "Recorded a discussion on 1 April 2026 and 7 April 2026");
  for (const unsigned day : {8u, 9u, 10u}) running.on(date(2026, 4, day)).talk();
  CHECK(in_words(find(casework::people(running.state(), policy), kTeacher.name)->deeds[1]) ==
        "Recorded a discussion on 5 days, from 1 April 2026 to 10 April 2026");
}

TEST_CASE("authors are on the side of their agency, and on none when it is neither") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  note_by(running, {"Aled Fenwick", "Team manager", " children's assessment team ", ""});
  note_by(running, {"Tam Orrin", "Deputy head", kTeacher.agency, ""});
  note_by(running, {"Jo Marsh", "Clerk", "Northmoor Partnership", ""});
  const People people = casework::people(running.state(), policy);
  CHECK(find(people, "Aled Fenwick")->side == Party::Side::kResponding);
  CHECK(find(people, "Tam Orrin")->side == Party::Side::kConcerned);
  CHECK_FALSE(find(people, "Jo Marsh")->side);
  // By side; those of none last.
  CHECK(people.known.back().person.name == "Jo Marsh");
  CHECK(people.known[1].person.name == "Tam Orrin");
}

TEST_CASE("within one agency, the agency says nothing of the side") {
  const policy::Policy policy = procedure();
  casework::CaseOpened fact = opening(policy, kDay);
  fact.responding = {"Aled Fenwick", "Head of year", kTeacher.agency, ""};
  Running running(policy, fact, at(kDay));
  note_by(running, {"Tam Orrin", "Deputy head", kTeacher.agency, ""});
  note_by(running, {"aled fenwick", "Head of year", kTeacher.agency, ""});
  const People people = casework::people(running.state(), policy);
  CHECK_FALSE(find(people, "Tam Orrin")->side);
  // The person named at the opening is the one who wrote.
  CHECK(people.known.size() == 3);
  CHECK(find(people, "Aled Fenwick")->deeds.size() == 1);
}

TEST_CASE("a free text of names stays as it was written, under its day") {
  const policy::Policy policy = procedure();
  Running running(policy, kDay);
  running.on(date(2026, 4, 9));
  running.add(casework::DiscussionRecorded{"", date(2026, 4, 8), "Telephone",
                                           "Priya Shah & the school nurse", "We disagreed.", ""});
  running.add(Running::reply_on(date(2026, 4, 2), false));
  running.enter("stage-2");
  running.agree("time-2", date(2026, 4, 20));
  running.resolve();
  const People people = casework::people(running.state(), policy);
  std::vector<std::string> said;
  for (const casework::Named& each : people.named) {
    said.push_back(calendar::iso(each.day) + " " + each.what + ": " + each.words);
  }
  CHECK(said == std::vector<std::string>{
                    "2026-04-02 Replied: Priya Shah",
                    "2026-04-08 Took part in a discussion: Priya Shah & the school nurse",
                    "2026-04-09 Agreed a time: Priya Shah",
                    "2026-04-09 Agreed the outcome: Priya Shah"});
  CHECK_FALSE(find(people, "Priya Shah"));
}

TEST_CASE("who was told of a time that was declared agreed to nothing") {
  policy::Policy policy = procedure();
  policy.stages[1].clocks[0].kind = policy::ClockKind::kDeclared;
  Running running(policy, kDay);
  running.enter("stage-2");
  running.agree("time-2", date(2026, 4, 9));
  CHECK(casework::people(running.state(), policy).named.front().what == "Was told of a time");
}

TEST_CASE("where notices went, by the procedure's name for the address when it has one") {
  policy::Policy policy = procedure();
  policy.contacts = {
      {"desk", "Partnership desk", "desk@northmoor.example", "", {"guide", "Contacts", ""}, ""}};
  Running running(policy, kDay);
  running.add(casework::NoticeIssued{"notice",
                                     "",
                                     {{"problem", {"Closed too soon"}}},
                                     "DESK@northmoor.example",
                                     "m.iller@northmoor.example"});
  const auto recipients = casework::people(running.state(), policy).recipients;
  REQUIRE(recipients.size() == 2);
  CHECK(recipients[0].contact.empty());
  CHECK(recipients[0].email == "m.iller@northmoor.example");
  CHECK(in_words(recipients[0].deeds[0]) == "Outcome Notice on 1 April 2026");
  CHECK(recipients[1].contact == "Partnership desk");
  CHECK(in_words(recipients[1].deeds[0]) == "Copy of the Outcome Notice on 1 April 2026");
}
