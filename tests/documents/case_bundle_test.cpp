// A case as a file: it comes back whole, and whatever is wrong with a file is told for what it is.
#include "documents/case_bundle.h"

#include "base/base64.h"
#include "base/sha256.h"
#include "documents/shared_case.h"

using namespace shared_case;
using base::ErrorCode;
using base::Json;
using documents::CaseBundle;
using documents::read_bundle;

namespace {

constexpr const char* kFile = "case.json";

Json json_of(const std::string& bytes) {
  auto json = base::parse_json(bytes, kFile, {documents::kMostBundleBytes, 64});
  REQUIRE(json.ok());
  return *json;
}

base::Error error_of(const std::string& bytes) {
  const auto read = read_bundle(bytes, kFile);
  REQUIRE_FALSE(read);
  CHECK(read.error().where.file == kFile);
  return read.error();
}
base::Error error_of(const Json& json) {
  return error_of(base::canonical(json) + "\n");
}

bool says(const base::Error& error, const std::string& words) {
  return error.message.find(words) != std::string::npos;
}

// The event of that type, sealed anew after a change: its id is right again, what follows it not.
Json& event_of(Json& bundle, const std::string& type) {
  for (Json& event : bundle["events"]) {
    if (event["type"] == type) return event;
  }
  FAIL("no event of type " << type);
  return bundle;
}

CaseBundle::Attachment attachment(const std::string& bytes) {
  return {base::sha256_hex(bytes), bytes};
}

}  // namespace

TEST_CASE("a case comes back from its file as it was, with every procedure it ran under") {
  const Case state = worked_on();
  REQUIRE_FALSE(state.conflicts.empty());
  const std::string bytes = bundle_of(state);
  const auto read = read_bundle(bytes, kFile);
  REQUIRE_MESSAGE(read.ok(), policy_files::in_lines(read.errors()));
  CHECK(all_of(read->state) == all_of(state));
  REQUIRE(read->policies.size() == 2);
  for (const CaseBundle::Procedure& each : read->policies) {
    const Procedure& mine = each.policy.version == "1" ? first_version() : second_version();
    CHECK(each.policy.hash == mine.policy.hash);
    CHECK(base::sha256_hex(each.text) == mine.policy.hash);
  }
  CHECK(read->attachments.empty());
  CHECK(bundle_of(read->state) == bytes);
  CHECK(documents::is_bundle(json_of(bytes)));
}

TEST_CASE("two devices with the same events write the same file") {
  const Case state = worked_on();
  const auto again = documents::bundle_file(
      state, {first_version().text, "{\"another\":1}", base::canonical(small_second_version())});
  REQUIRE(again.ok());
  CHECK(*again == bundle_of(state));
}

TEST_CASE("a procedure that no entry names stays at home, one that is missing is missed") {
  const std::string bytes = bundle_of(begun().state());
  CHECK(json_of(bytes)["policies"].size() == 1);
  const auto without = documents::bundle_file(worked_on(), {first_version().text});
  REQUIRE_FALSE(without);
  CHECK(without.error().code == ErrorCode::kMissingReference);
  CHECK(without.error().expected == second_version().policy.hash);
}

TEST_CASE("what is attached comes back byte by byte, in one order") {
  const std::string odd("\0\xff\"\n", 4);
  const std::vector<CaseBundle::Attachment> attached = {attachment("a letter"), attachment(odd)};
  const auto read = read_bundle(bundle_of(begun().state(), attached), kFile);
  REQUIRE(read.ok());
  REQUIRE(read->attachments.size() == 2);
  CHECK(read->attachments[0].sha256 < read->attachments[1].sha256);
  for (const CaseBundle::Attachment& each : attached) {
    CHECK(std::count(read->attachments.begin(), read->attachments.end(), each) == 1);
  }
  CHECK(bundle_of(begun().state(), {attached[1], attached[0]}) ==
        bundle_of(begun().state(), attached));

  Json changed = json_of(bundle_of(begun().state(), attached));
  changed["attachments"][0]["base64"] = base::base64("another letter");
  CHECK(says(error_of(changed), "What is attached is not what its hash says"));
  changed["attachments"][0]["base64"] = "not base64";
  CHECK(error_of(changed).where.pointer == "/attachments/0/base64");
  Json twice = json_of(bundle_of(begun().state(), attached));
  twice["attachments"].push_back(twice["attachments"][0]);
  CHECK(says(error_of(twice), "sorted, each once"));
}

TEST_CASE("a file that ends too early says so, wherever it ends") {
  const std::string bytes = bundle_of(begun().state());
  for (size_t size = 1; size < bytes.size(); size += size < 40 ? 1 : 37) {
    CHECK_MESSAGE(says(error_of(bytes.substr(0, size)), "ends too early"), size);
  }
  CHECK(says(error_of(bytes.substr(0, bytes.size() - 1)), "ends too early"));
}

TEST_CASE("what is no shared case is told from one that is damaged") {
  CHECK(says(error_of(std::string("%PDF-1.7\n")), "This is not a shared case"));
  CHECK(says(error_of(std::string("[]")), "This is not a shared case"));
  CHECK(says(error_of(std::string("{\"format\":1,\"kind\":\"notice\"}")), "not a shared case"));
  CHECK(says(error_of(std::string("{\"format\":\"common-ground-sealed\"}")), "encrypted"));
  std::string broken = bundle_of(begun().state());
  broken[broken.find("\"events\"")] = '}';
  CHECK(says(error_of(broken), "damaged"));
}

TEST_CASE("a later version is told, whatever else has changed by then") {
  Json json = json_of(bundle_of(begun().state()));
  json["version"] = 2;
  json["signatures"] = Json::array();
  CHECK(error_of(json).code == ErrorCode::kNewerFormat);
  json["version"] = 0;
  CHECK(error_of(json).code == ErrorCode::kBadValue);
  json["version"] = "1";
  CHECK(error_of(json).code == ErrorCode::kWrongType);
}

TEST_CASE("keys are those of the format, no more and no fewer") {
  const Json sound = json_of(bundle_of(begun().state()));
  for (const char* key : {"attachments", "case_id", "events", "policies", "version"}) {
    Json without = sound;
    without.erase(key);
    CHECK(error_of(without).code == ErrorCode::kMissingKey);
  }
  Json more = sound;
  more["note"] = "hello";
  CHECK(error_of(more).code == ErrorCode::kUnknownKey);
  more = sound;
  more["policies"][0]["title"] = "hello";
  CHECK(error_of(more).code == ErrorCode::kUnknownKey);
  for (const char* key : {"attachments", "case_id", "events", "policies"}) {
    Json wrong = sound;
    wrong[key] = 7;
    CHECK(error_of(wrong).code == ErrorCode::kWrongType);
  }
}

TEST_CASE("a file that was laid out anew is refused: its bytes are not as they were written") {
  const std::string bytes = bundle_of(begun().state());
  for (const std::string& other :
       {json_of(bytes).dump(2) + "\n", bytes + "\n", " " + bytes, "\xEF\xBB\xBF" + bytes}) {
    const base::Error error = error_of(other);
    CHECK(error.code == ErrorCode::kTampered);
    CHECK(says(error, "not as it was written"));
  }
}

TEST_CASE("a forged entry is named") {
  Json json = json_of(bundle_of(worked_on()));
  Json& note = event_of(json, "note_added");
  const std::string id = note["id"];
  note["data"]["text"] = "She never called.";
  const base::Error error = error_of(json);
  CHECK(error.code == ErrorCode::kTampered);
  CHECK(says(error, "“Note added” (" + id.substr(0, 12) + ") is not what was written"));

  Json odd = json_of(bundle_of(worked_on()));
  event_of(odd, "note_added")["data"]["colour"] = "red";
  CHECK(error_of(odd).code == ErrorCode::kUnknownKey);
  CHECK(says(error_of(odd), "“Note added”"));
}

TEST_CASE("an entry of a kind that a later version knows is told as such") {
  Json json = json_of(bundle_of(worked_on()));
  event_of(json, "note_added")["type"] = "photograph_taken";
  CHECK(error_of(json).code == ErrorCode::kNewerFormat);
  CHECK(says(error_of(json), "a later version of Common Ground"));
}

TEST_CASE("an entry that is missing, doubled or out of its place is found") {
  const Json sound = json_of(bundle_of(worked_on()));
  Json without = sound;
  without["events"].erase(1);
  CHECK(error_of(without).code == ErrorCode::kTampered);
  CHECK(says(error_of(without), "missing"));
  Json twice = sound;
  twice["events"].push_back(twice["events"].back());
  CHECK(says(error_of(twice), "not in the order"));
  Json other = sound;
  std::swap(other["events"][1], other["events"][2]);
  CHECK(says(error_of(other), "not in the order"));
  Json none = sound;
  none["events"] = Json::array();
  CHECK(says(error_of(none), "empty"));
}

TEST_CASE("two cases in one file are told") {
  Json json = json_of(bundle_of(begun().state()));
  json["case_id"] = std::string(32, 'e');
  CHECK(says(error_of(json), "two cases"));
}

TEST_CASE("a procedure that is forged, missing, doubled or of no use is told") {
  const Json sound = json_of(bundle_of(worked_on()));
  Json forged = sound;
  std::string text = forged["policies"][0]["text"];
  text[text.find("Northmoor")] = 'M';
  forged["policies"][0]["text"] = text;
  CHECK(error_of(forged).code == ErrorCode::kTampered);
  CHECK(says(error_of(forged), "A procedure in the file is not what its hash says"));
  Json without = sound;
  without["policies"].erase(1);
  CHECK(error_of(without).code == ErrorCode::kMissingReference);
  CHECK(says(error_of(without), "not in the file"));
  Json twice = sound;
  twice["policies"].push_back(twice["policies"][1]);
  CHECK(says(error_of(twice), "sorted, each once"));
  Json more = sound;
  more["policies"].push_back({{"hash", base::sha256_hex("{}")}, {"text", "{}"}});
  CHECK(says(error_of(more), "No entry of the case names this procedure"));
}

TEST_CASE("a procedure whose hash is right and that cannot be read is told as such") {
  Json json = small();
  json["stages"] = Json::array();
  const std::string text = base::canonical(json);
  // An opening that names it, as a forger would make it.
  policy::Policy lie = first_version().policy;
  lie.hash = base::sha256_hex(text);
  const Running running(lie, date(2026, 4, 1));
  Json bundle = json_of(bundle_of(begun().state()));
  bundle["events"] = {casework::to_json(running.state().events.front())};
  bundle["policies"] = {{{"hash", lie.hash}, {"text", text}}};
  CHECK(says(error_of(bundle), "A procedure in the file cannot be read: "));
}

TEST_CASE("hostile sizes are refused") {
  CHECK(error_of(std::string(documents::kMostBundleBytes + 1, ' ')).code == ErrorCode::kTooLarge);
  Json many = json_of(bundle_of(begun().state()));
  for (int i = 0; i < 2000; ++i) many["events"].push_back(nullptr);
  CHECK(error_of(many).code == ErrorCode::kTooLarge);
  Json long_one = json_of(bundle_of(worked_on()));
  event_of(long_one, "note_added")["data"]["text"] = std::string((1u << 20) + 1, 'x');
  CHECK(error_of(long_one).code == ErrorCode::kTooLarge);
  CHECK(says(error_of(long_one), "more than a shared case may hold"));
}

// Written by version 1 of the format. Whatever the program becomes, these bytes open.
TEST_CASE("the bundle of version 1 opens for ever") {
  const std::string bytes = policy_files::text_of("tests/data/bundles/version-1.json");
  const auto read = read_bundle(bytes, "version-1.json");
  REQUIRE_MESSAGE(read.ok(), policy_files::in_lines(read.errors()));
  const Case& state = read->state;
  CHECK(state.opened.fact.reference == "CG-7K2M-9QXD");
  CHECK(state.opened.fact.subject.name == "J. R.");
  CHECK(state.events.size() == 6);
  CHECK(state.conflicts.size() == 2);  // both moved it on, and one to another version before
  CHECK(state.notes.front().fact.text == "“She called” – twice.\nAt 5pm. Ünal");
  CHECK(read->policies.size() == 2);
  CHECK(casework::fingerprint(state) == casework::fingerprint(worked_on()));
  auto again = documents::bundle_file(state, {read->policies[0].text, read->policies[1].text});
  REQUIRE(again.ok());
  CHECK(*again == bytes);
}
