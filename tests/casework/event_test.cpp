#include "casework/event.h"

#include <set>

#include "casework/invented.h"

using namespace invented;
using base::ErrorCode;
using base::Json;

namespace {

// One event of each kind, with every field filled in.
std::vector<Event> every_kind() {
  const Date day = date(2026, 4, 1);
  casework::CaseOpened opened = opening(procedure(), day);
  opened.responding = {"Priya Shah", "Team manager", "Assessment Team", "p.shah@team.example"};
  opened.categories = {"referral"};
  opened.impact = "He stays away from school.";
  opened.desired_outcome = "An assessment";
  opened.immediate_risk = true;
  opened.risk_action = "999";
  opened.scope_reason = "No other way";
  opened.direct_reason = "It cannot wait";
  const std::vector<Payload> payloads = {
      opened,
      casework::StageEntered{"stage-2", "stage-1", true, "No answer"},
      casework::DiscussionRecorded{"stage-2", day, "Telephone", "Priya Shah", "Long talk",
                                   "A visit"},
      casework::TimeAgreed{"stage-2", "time-2", day, "Priya Shah", "Leave"},
      casework::ReplyReceived{"stage-2", day, "Priya Shah", "No", true},
      casework::PolicyChanged{"invented", "2", std::string(64, 'b'), "stage-2", "A new version"},
      casework::DutyDone{"tell", "stage-2", "By email"},
      casework::NoticeIssued{
          "notice", "stage-2", {{"need", {"Early help", "Plan"}}, {"p/~", {"x"}}}, "a@b.example"},
      casework::CaseResolved{"stage-2", "A plan", "Priya Shah", true, "Thresholds"},
      casework::CaseWithdrawn{"Raised twice"},
      casework::NoteAdded{"Zoë – “naïve”\ttab\nline"}};
  std::vector<Event> events;
  for (const Payload& payload : payloads) {
    Event event;
    event.case_id = kCaseId;
    if (!events.empty()) event.parents = {events.back().id};
    event.occurred_at = at(day);
    event.recorded_at = at(day, 10);
    event.author = kTeacher;
    event.payload = payload;
    casework::seal(event);
    events.push_back(event);
  }
  return events;
}

std::set<std::string> pointers(const base::Result<Event>& result) {
  std::set<std::string> found;
  if (result) return found;
  for (const base::Error& error : result.errors()) found.insert(error.where.pointer);
  return found;
}

// How the event reads after the byte at `place` became `byte`: empty when it was taken for genuine.
std::string refusal(std::string text, size_t place, char byte) {
  text[place] = byte;
  const auto json = base::parse_json(text, "case.json");
  if (!json) return "syntax";
  const auto event = casework::event_from_json(*json, "case.json");
  if (event) return "";
  return event.error().code == ErrorCode::kTampered ? "tampered" : "strict";
}

}  // namespace

TEST_CASE("every kind of event reads back as it was written") {
  const std::vector<Event> events = every_kind();
  std::set<std::string> types;
  std::set<std::string> titles;
  for (const Event& event : events) {
    const std::string text = base::canonical(casework::to_json(event));
    const auto json = base::parse_json(text, "case.json");
    REQUIRE(json.ok());
    const auto read = casework::event_from_json(*json, "case.json");
    if (!read) FAIL(base::describe(read.error()));
    CHECK(read->payload.index() == event.payload.index());
    CHECK(read->id == event.id);
    CHECK(base::canonical(casework::to_json(*read)) == text);
    types.insert(casework::type_name(event.payload));
    titles.insert(casework::title(event.payload));
  }
  CHECK(types.size() == std::variant_size_v<Payload>);
  CHECK(titles.size() == std::variant_size_v<Payload>);
}

TEST_CASE("an event's JSON is what the format says") {
  Event event = every_kind().back();
  CHECK(
      base::canonical(casework::to_json(event)) ==
      R"({"author":{"agency":"Larkfield School","email":"m.ellwood@larkfield.example","name":"Mara Ellwood",)"
      R"("role":"Safeguarding lead"},"case_id":"00112233445566778899aabbccddeeff",)"
      R"("data":{"text":"Zoë – “naïve”\ttab\nline"},"format":1,"id":")" +
          event.id + R"(","occurred_at":"2026-04-01T08:00:00.000Z","parents":[")" +
          event.parents.front() +
          R"("],"recorded_at":"2026-04-01T09:00:00.000Z","type":"note_added"})");
}

TEST_CASE("every single-byte change of a stored note is found") {
  const std::string text = base::canonical(casework::to_json(every_kind().back()));
  std::map<std::string, size_t> found;
  for (size_t place = 0; place < text.size(); ++place) {
    for (int byte = 0; byte < 256; ++byte) {
      if (static_cast<char>(byte) != text[place])
        ++found[refusal(text, place, static_cast<char>(byte))];
    }
  }
  CHECK(found[""] == 0);
  CHECK(found["tampered"] > 0);
  CHECK(found["strict"] > 0);
  CHECK(found["syntax"] > 0);
}

TEST_CASE("every flipped bit of every kind of event is found") {
  for (const Event& event : every_kind()) {
    const std::string text = base::canonical(casework::to_json(event));
    size_t unnoticed = 0;
    for (size_t place = 0; place < text.size(); ++place) {
      for (const int bit : {1, 2, 4, 8, 16, 32, 64, 128}) {
        if (refusal(text, place, static_cast<char>(text[place] ^ bit)).empty()) ++unnoticed;
      }
    }
    CHECK_MESSAGE(unnoticed == 0, casework::title(event.payload));
  }
}

TEST_CASE("changed content is named as tampering") {
  for (const Event& event : every_kind()) {
    Json json = casework::to_json(event);
    json["author"]["name"] = "Somebody Else";
    const auto read = casework::event_from_json(json, "case.json");
    REQUIRE(!read);
    CHECK(read.error().code == ErrorCode::kTampered);
    CHECK(read.error().where == base::Place{"case.json", "/id"});
    CHECK(read.error().found == event.id);
  }
}

TEST_CASE("a priority is written only where there is one, so that older events keep their ids") {
  Event event = every_kind()[0];
  CHECK(!casework::to_json(event)["data"].contains("priority"));
  const std::string without = event.id;
  std::get_if<casework::CaseOpened>(&event.payload)->priority = "red";
  casework::seal(event);
  CHECK(event.id != without);
  Json json = casework::to_json(event);
  CHECK(json["data"]["priority"] == "red");
  const auto read = casework::event_from_json(json, "case.json");
  REQUIRE(read.ok());
  CHECK(std::get_if<casework::CaseOpened>(&read->payload)->priority == "red");
  // An empty one is not what is written, and no other kind of event has one.
  json["data"]["priority"] = "";
  CHECK(pointers(casework::event_from_json(json, "case.json")).count("/data/priority") == 1);
  Json note = casework::to_json(every_kind().back());
  note["data"]["priority"] = "red";
  CHECK(pointers(casework::event_from_json(note, "case.json")).count("/data/priority") == 1);
}

TEST_CASE("all that is wrong with an event is reported at once") {
  Json json = casework::to_json(every_kind()[7]);
  json["colour"] = "red";
  json.erase("recorded_at");
  json["occurred_at"] = "yesterday";
  json["author"]["name"] = 3;
  json["author"].erase("role");
  json["data"]["answers"]["need"] = "Early help";
  json["data"]["answers"]["p/~"] = Json::array({1});
  json["data"]["copied"] = "";
  json["data"]["stage"] = "stage\x01";
  CHECK(pointers(casework::event_from_json(json, "case.json")) ==
        std::set<std::string>{"/colour", "", "/occurred_at", "/author/name", "/author",
                              "/data/answers/need", "/data/answers/p~1~0/0", "/data/copied",
                              "/data/stage"});
}

TEST_CASE("names and places in the file must be well formed") {
  Json json = casework::to_json(every_kind()[1]);
  json["id"] = "abc";
  json["case_id"] = std::string(32, 'X');
  json["parents"] = {std::string(64, 'b'), std::string(64, 'a'), "c"};
  CHECK(pointers(casework::event_from_json(json, "")) ==
        std::set<std::string>{"/id", "/case_id", "/parents/1", "/parents/2"});

  Json orphan = casework::to_json(every_kind()[1]);
  orphan["parents"] = Json::array();
  CHECK(pointers(casework::event_from_json(orphan, "")) == std::set<std::string>{"/parents"});
  Json opening_with_parent = casework::to_json(every_kind()[0]);
  opening_with_parent["parents"] = {std::string(64, 'a')};
  CHECK(pointers(casework::event_from_json(opening_with_parent, "")) ==
        std::set<std::string>{"/parents"});
}

TEST_CASE("wrong values of each type") {
  const auto code_after = [](size_t kind, const char* pointer, Json value) {
    Json json = casework::to_json(every_kind()[kind]);
    json[Json::json_pointer(pointer)] = std::move(value);
    const auto read = casework::event_from_json(json, "");
    REQUIRE(!read);
    CHECK(read.error().where.pointer == pointer);
    return read.error().code;
  };
  CHECK(code_after(0, "/data/concern_arose", "2026-02-30") == ErrorCode::kBadDate);
  CHECK(code_after(0, "/data/immediate_risk", "yes") == ErrorCode::kWrongType);
  CHECK(code_after(0, "/data/tests", Json::array()) == ErrorCode::kWrongType);
  CHECK(code_after(0, "/data/tests/harm", 1) == ErrorCode::kWrongType);
  CHECK(code_after(0, "/data/categories", "referral") == ErrorCode::kWrongType);
  CHECK(code_after(0, "/data/subject", "J. R.") == ErrorCode::kWrongType);
  CHECK(code_after(1, "/data", nullptr) == ErrorCode::kWrongType);
  CHECK(code_after(1, "/type", "stage_left") == ErrorCode::kBadValue);
  CHECK(code_after(1, "/format", "1") == ErrorCode::kWrongType);
  CHECK(code_after(1, "/format", 0) == ErrorCode::kBadValue);
  CHECK(code_after(1, "/format", 2) == ErrorCode::kNewerFormat);
  CHECK(code_after(1, "/format", uint64_t{1} << 63) == ErrorCode::kNewerFormat);
  CHECK(casework::event_from_json(Json::array(), "").error().code == ErrorCode::kWrongType);
}
