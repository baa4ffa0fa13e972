#include "policy/read.h"

#include <map>
#include <set>

#include "policy_files.h"

using base::ErrorCode;
using base::Json;
using policy_files::in_lines;
using policy_files::json_of;
using policy_files::text_of;

namespace {

const std::string kSmall = "tests/data/policies/small.json";

ErrorCode code_named(const std::string& name) {
  static const std::map<std::string, ErrorCode> kCodes{
      {"bad_syntax", ErrorCode::kBadSyntax},    {"unknown_key", ErrorCode::kUnknownKey},
      {"missing_key", ErrorCode::kMissingKey},  {"wrong_type", ErrorCode::kWrongType},
      {"bad_value", ErrorCode::kBadValue},      {"missing_reference", ErrorCode::kMissingReference},
      {"unreachable", ErrorCode::kUnreachable}, {"no_way_out", ErrorCode::kNoWayOut},
      {"bad_date", ErrorCode::kBadDate},        {"newer_format", ErrorCode::kNewerFormat},
  };
  REQUIRE_MESSAGE(kCodes.count(name) == 1, name);
  return kCodes.at(name);
}

// The errors of a text that must not read.
std::vector<base::Error> errors_of(const std::string& text) {
  const base::Result<policy::Policy> read = policy::read_policy(text, "x.json");
  REQUIRE_FALSE(read.ok());
  return read.errors();
}

}  // namespace

TEST_CASE("a small policy is read whole") {
  const policy::Policy policy = policy_files::policy_of(kSmall);
  CHECK(policy.id == "northmoor");
  CHECK(policy.review_due == calendar::date(2027, 3, 31));
  CHECK(policy.stage_word == "stage");
  CHECK(policy.subjects == std::vector<std::string>{"child"});
  CHECK(policy.areas.at(1).partnership == "Moor Safeguarding Partnership");
  CHECK(policy.principles.at(0).cite.words == "the child first");
  CHECK(policy.roles.at(0).equivalents.at(0).title == "Teacher");
  CHECK(policy.roles.at(0).cite.has_value() == false);
  CHECK(policy.roles.at(1).cite->place == "section 3");
  CHECK(policy.exclusions.at(0).use_instead == "The complaints process.");

  const policy::Stage& first = policy.stages.at(0);
  CHECK(first.kind == policy::StageKind::kInformal);
  CHECK(first.channel == policy::Channel::kAny);
  CHECK(first.with.at(0).side == policy::Party::Side::kResponding);
  CHECK(first.next == std::vector<std::string>{"stage-2"});
  CHECK(first.may_resolve);
  const policy::Clock& talk = first.clocks.at(0);
  CHECK(talk.kind == policy::ClockKind::kFixed);
  CHECK(talk.amount == calendar::Amount{2, calendar::Unit::kWorkingDays});
  CHECK(talk.start == policy::StartEvent::kConcernArose);
  CHECK(talk.met_by == policy::MetBy::kRecord);
  CHECK(talk.force == policy::Force::kShould);

  const policy::Stage& second = policy.stages.at(1);
  CHECK(second.channel == policy::Channel::kVerbalThenWritten);
  CHECK(second.guidance.at(0).text == "Write it down.");
  CHECK(second.clocks.at(0).start_stage == "stage-1");
  CHECK(second.clocks.at(0).met_by == policy::MetBy::kStageEnded);
  CHECK(second.clocks.at(0).amount.count == 0);
  CHECK(second.clocks.at(1).amount == calendar::Amount{24, calendar::Unit::kHours});
  CHECK(second.clocks.at(1).met_by_duty == "send-letter");

  CHECK(policy.duties.at(0).action == policy::DutyAction::kRecord);
  CHECK(policy.duties.at(1).when == policy::DutyMoment::kBeforeEntry);
  CHECK(policy.duties.at(1).form == "letter");
  CHECK(policy.duties.at(2).clock->kind == policy::ClockKind::kImmediate);
  CHECK(policy.duties.at(2).clock->met_by == policy::MetBy::kDutyDone);
  CHECK(policy.risk.direct_entry.at(0).stages == std::vector<std::string>{"stage-2"});
  CHECK(policy.forms.at(0).send_to == "north-desk");
  CHECK(policy.forms.at(0).fields.at(0).required);
  CHECK(policy.forms.at(0).fields.at(0).prefill == policy::Prefill::kAuthorName);
  CHECK(policy.forms.at(0).fields.at(1).options == std::vector<std::string>{"One", "Other"});
  CHECK(policy.forms.at(0).fields.at(2).prefill_stages == std::vector<std::string>{"stage-1"});
  CHECK(policy.prompts.at(0).prompts == std::vector<std::string>{"Tell me more."});
  CHECK(policy.contacts.at(1).post == "desk");
}

TEST_CASE("a policy with every key is read whole") {
  const policy::Policy policy = policy_files::policy_of("tests/data/policies/every-key.json");
  CHECK(policy.base == "northmoor");
  CHECK(policy.reach ==
        std::vector{policy::Reach::kBetweenAgencies, policy::Reach::kWithinAnAgency});
  CHECK(policy.priorities.at(1).title == "Amber");
  CHECK(policy.priorities.at(1).cite.words == "amber: may be");
  const policy::Role::InAbsence& instead = policy.roles.at(2).in_absence.value();
  CHECK(instead.role == "manager");
  CHECK(instead.cite.reading.starts_with("The manager of the agency"));
  CHECK_FALSE(policy.roles.at(0).in_absence);

  const policy::Stage& first = policy.stages.at(0);
  CHECK(first.alternatives.at(0).role == "lead");
  CHECK(first.judge->parties.at(0).side == policy::Party::Side::kConcerned);
  CHECK(first.meeting->chair == policy::Meeting::Chair::kUninvolved);
  CHECK(first.outputs.at(0).text == "A letter to both.");
  const policy::Clock& talk = first.clocks.at(0);
  CHECK(talk.stated_as == calendar::Amount{48, calendar::Unit::kHours});
  CHECK(talk.other_starts ==
        std::vector{policy::StartEvent::kNoticeSent, policy::StartEvent::kStageEntered});
  CHECK(talk.start_form == "letter");
  CHECK(talk.only_if == policy::Condition{false, std::nullopt, {"red", "amber"}});
  CHECK(talk.met_by == policy::MetBy::kMeeting);
  CHECK(talk.or_protective);
  CHECK(talk.lapse == policy::Lapse::kOverdue);
  const policy::Clock& answer = first.clocks.at(1);
  CHECK(answer.amount == calendar::Amount{1, calendar::Unit::kWorkingWeeks});
  CHECK(answer.start == policy::StartEvent::kNoticeSent);
  CHECK(answer.met_by == policy::MetBy::kReply);
  CHECK(answer.lapse == policy::Lapse::kMayEscalate);
  CHECK_FALSE(answer.or_protective);
  CHECK(first.clocks.at(2).start == policy::StartEvent::kReplyReceived);
  CHECK(first.clocks.at(2).only_if->outcome == policy::Outcome::kNotAgreed);
  CHECK(policy.stages.at(1).clocks.at(0).kind == policy::ClockKind::kDeclared);
  CHECK_FALSE(policy.stages.at(1).meeting);

  CHECK(policy.budgets.at(0).stages == std::vector<std::string>{"step-1", "step-2"});
  CHECK(policy.budgets.at(0).clock.start == policy::StartEvent::kStageEntered);
  CHECK(policy.duties.at(0).only_if->outcome == policy::Outcome::kAgreed);
  const policy::Clock& other = policy.exclusions.at(0).clock.value();
  CHECK(other.take == policy::TakeStart::kLatest);
  CHECK(other.only_if->immediate_risk == false);
}

TEST_CASE("what is left out has its meaning") {
  const policy::Policy policy = policy_files::policy_of(kSmall);
  CHECK(policy.base.empty());
  CHECK(policy.reach == std::vector{policy::Reach::kBetweenAgencies});
  CHECK(policy.budgets.empty());
  CHECK(policy.priorities.empty());
  const policy::Clock& talk = policy.stages.at(0).clocks.at(0);
  CHECK(talk.other_starts.empty());
  CHECK(talk.take == policy::TakeStart::kEarliest);
  CHECK_FALSE(talk.only_if);
  CHECK_FALSE(talk.stated_as);
  CHECK_FALSE(talk.or_protective);

  Json budget = json_of("tests/data/policies/every-key.json");
  budget["budgets"][0]["clock"].erase("met_by");
  budget["stages"][0]["meeting"].erase("chair");
  const auto read = policy::read_policy(budget.dump(), "x.json");
  REQUIRE(read.ok());
  CHECK(read->budgets[0].clock.met_by == policy::MetBy::kStageEnded);
  CHECK(read->stages[0].meeting->chair == policy::Meeting::Chair::kAnyone);
}

// tests/data/policies/faults.json: one change to the small policy or to the one with every key, and
// the one error it must give.
TEST_CASE("each fault gives one error, with its code and its place") {
  const Json faults = json_of("tests/data/policies/faults.json");
  std::set<ErrorCode> codes;
  for (const Json& fault : faults) {
    const std::string name = fault["name"].get<std::string>();
    INFO(name);
    const std::string base = "tests/data/policies/" + fault.value("of", "small") + ".json";
    const std::string text = json_of(base).patch(fault["change"]).dump();
    const base::Result<policy::Policy> read = policy::read_policy(text, "x.json");
    REQUIRE_FALSE(read.ok());
    INFO(in_lines(read.errors()));
    CHECK(read.errors().size() == 1);
    const base::Error& error = read.error();
    CHECK(error.code == code_named(fault["code"].get<std::string>()));
    CHECK(error.where.pointer == fault["pointer"].get<std::string>());
    CHECK(error.where.file == "x.json");
    CHECK(error.message.back() == '.');
    CHECK_FALSE(error.found.empty());
    CHECK_FALSE(error.expected.empty());
    codes.insert(error.code);
  }
  CHECK(codes.size() == 10);  // the other codes are of bytes, tested below, or not of policies
}

TEST_CASE("a policy broken in ten ways gives ten errors, all at once") {
  const std::string file = "tests/data/policies/broken-in-ten-ways.json";
  const base::Result<policy::Policy> read = policy::read_policy(text_of(file), file);
  REQUIRE_FALSE(read.ok());
  INFO(in_lines(read.errors()));
  struct Expected {
    ErrorCode code;
    std::string pointer;
    std::string found;
    std::string expected;
  };
  const std::vector<Expected> kExpected{
      {ErrorCode::kBadDate, "/review_due", "“2026-02-30”", "for example “2026-06-04”"},
      {ErrorCode::kWrongType, "/summary", "7", "text in quotation marks"},
      {ErrorCode::kMissingKey, "/principles/1/cite", "nothing", "the key “cite”"},
      {ErrorCode::kBadValue, "/roles/1/title", "an empty text", "text"},
      {ErrorCode::kBadValue, "/stages/1/channel", "“telepathy”",
       "one of any, verbal_then_written, written"},
      {ErrorCode::kUnknownKey, "/colour", "“colour”", ""},  // the keys that there are: a long list
      {ErrorCode::kMissingReference, "/stages/0/with/0/role", "“docter”",
       "one of practitioner, manager"},
      {ErrorCode::kBadValue, "/stages/0/clocks/0/amount/count", "0", "1 or more"},
      {ErrorCode::kUnreachable, "/stages/2", "“stage-3”",
       "a stage that can be reached from the first"},
      {ErrorCode::kNoWayOut, "/stages/1", "“stage-2”", "a next stage, or may_resolve true"},
  };
  REQUIRE(read.errors().size() == kExpected.size());
  for (size_t i = 0; i < kExpected.size(); ++i) {
    const base::Error& error = read.errors()[i];
    CAPTURE(i);
    CHECK(error.code == kExpected[i].code);
    CHECK(error.where.file == file);
    CHECK(error.where.pointer == kExpected[i].pointer);
    CHECK(error.found == kExpected[i].found);
    if (kExpected[i].expected.empty()) {
      CHECK(error.expected.find("short_title, partnership, version") != std::string::npos);
    } else {
      CHECK(error.expected == kExpected[i].expected);
    }
  }
}

TEST_CASE("an error does not draw others after it") {
  Json small = json_of(kSmall);
  SUBCASE("an id that cannot be read: nobody is told that references to it fail") {
    small["stages"][1]["id"] = 2;
    const auto errors = errors_of(small.dump());
    INFO(in_lines(errors));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].where.pointer == "/stages/1/id");
  }
  SUBCASE("a list that cannot be read") {
    small["roles"] = "practitioner";
    const auto errors = errors_of(small.dump());
    INFO(in_lines(errors));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].where.pointer == "/roles");
  }
  SUBCASE("an entry that cannot be read keeps the numbering of those after it") {
    small["contacts"].insert(small["contacts"].begin(), Json("desk"));
    small["contacts"][2]["email"] = "none";
    const auto errors = errors_of(small.dump());
    INFO(in_lines(errors));
    REQUIRE(errors.size() == 2);
    CHECK(errors[0].where.pointer == "/contacts/0");
    CHECK(errors[1].where.pointer == "/contacts/2/email");
  }
  SUBCASE("two stages of one name: nobody can say which of them is reached") {
    Json twin = small["stages"][1];
    twin["number"] = 3;
    twin["clocks"] = Json::array();
    small["stages"].push_back(twin);
    const auto errors = errors_of(small.dump());
    INFO(in_lines(errors));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].where.pointer == "/stages/2/id");
    CHECK(errors[0].message.find("/stages/1") != std::string::npos);
  }
  SUBCASE("a dead end is told of once, not at every stage that leads to it") {
    small["stages"][0]["may_resolve"] = false;
    small["stages"][1]["may_resolve"] = false;
    const auto errors = errors_of(small.dump());
    INFO(in_lines(errors));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].where.pointer == "/stages/1");
  }
}

TEST_CASE("bytes that are no policy are refused clearly") {
  SUBCASE("not JSON") {
    const auto errors = errors_of("{\"format\": 1,\n \"id\": }");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == ErrorCode::kBadSyntax);
    CHECK(errors[0].message.find("line 2") != std::string::npos);
  }
  SUBCASE("a file that ends early: the last place, what was found and what is missing") {
    const std::string text = text_of(kSmall);
    const size_t cut = text.find("\"use_instead\"");
    const auto errors = errors_of(text.substr(0, cut) + "\n\n");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == ErrorCode::kBadSyntax);
    CHECK(errors[0].where.file == "x.json");
    CHECK(errors[0].where.pointer == "/exclusions/0/question");
    CHECK(errors[0].message.find("ends before it is complete") != std::string::npos);
    CHECK(errors[0].found == "the end of the file");
    CHECK(errors[0].expected.starts_with("“}” for the object that begins at line "));
  }
  SUBCASE("nothing, a list, a number") {
    CHECK(errors_of("")[0].code == ErrorCode::kBadSyntax);
    CHECK(errors_of("[]")[0].code == ErrorCode::kWrongType);
    CHECK(errors_of("[]").size() == 1);
    CHECK(errors_of("7").size() == 1);
  }
  SUBCASE("an empty object: every required key is named") {
    const auto errors = errors_of("{}");
    CHECK(errors.size() == 12);
    for (const base::Error& error : errors) CHECK(error.code == ErrorCode::kMissingKey);
  }
  SUBCASE("the same key twice") {
    std::string text = text_of(kSmall);
    text.insert(text.find("\"format\""), "\"format\": 1, ");
    const auto errors = errors_of(text);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == ErrorCode::kDuplicateKey);
    CHECK(errors[0].where.pointer == "/format");
  }
  SUBCASE("ten thousand deep") {
    const auto errors =
        errors_of("{\"stages\":" + std::string(10'000, '[') + std::string(10'000, ']') + "}");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == ErrorCode::kTooLarge);
    CHECK(errors[0].message ==
          "Objects and arrays go deeper here than 64 levels (line 1, column 74).");
    CHECK(errors[0].where.pointer.starts_with("/stages/0/0/"));
    CHECK(errors[0].expected == "at most 64 levels");
  }
  SUBCASE("five megabytes") {
    const auto errors = errors_of("{\"id\":\"" + std::string(5'000'000, 'x') + "\"}");
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].code == ErrorCode::kTooLarge);
    CHECK(errors[0].message == "The file is too large to read.");
    CHECK(errors[0].expected == "at most 4194304 bytes");
    CHECK(errors[0].found == "5000009 bytes");
  }
  SUBCASE("a number beyond all bounds") {
    Json small = json_of(kSmall);
    small["stages"][0]["number"] = 18'446'744'073'709'551'615u;
    const auto errors = errors_of(small.dump());
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].where.pointer == "/stages/0/number");
  }
  SUBCASE("what was found is shortened") {
    Json small = json_of(kSmall);
    small["title"] = Json::array({std::string(1000, 'x')});
    CHECK(errors_of(small.dump())[0].found.size() < 100);
  }
}

TEST_CASE("the hash names the content, not the way it is written") {
  const std::string text = text_of(kSmall);
  const policy::Policy policy = policy_files::policy_of(kSmall);
  CHECK(policy.hash.size() == 64);

  // Another order of keys, other white space.
  const nlohmann::ordered_json ordered = nlohmann::ordered_json::parse(text);
  nlohmann::ordered_json turned = nlohmann::ordered_json::object();
  for (auto it = ordered.items().begin(); it != ordered.items().end(); ++it) {
    nlohmann::ordered_json rest = std::move(turned);
    turned = nlohmann::ordered_json::object();
    turned[it.key()] = it.value();
    turned.update(rest);
  }
  REQUIRE(turned.dump().substr(0, 12) != ordered.dump().substr(0, 12));
  CHECK(policy::read_policy(turned.dump(4), "x.json")->hash == policy.hash);

  Json changed = json_of(kSmall);
  changed["stages"][0]["clocks"][0]["amount"]["count"] = 3;
  CHECK(policy::read_policy(changed.dump(), "x.json")->hash != policy.hash);
}

TEST_CASE("check() finds what a policy built in code lacks") {
  policy::Policy policy = policy_files::policy_of(kSmall);
  CHECK(policy::check(policy, "x.json").empty());
  policy.stages.clear();
  policy.roles.clear();
  const auto errors = policy::check(policy, "x.json");
  std::set<std::string> pointers;
  for (const base::Error& error : errors) pointers.insert(error.where.pointer);
  CHECK(pointers.count("/stages") == 1);
  CHECK(pointers.count("/roles") == 1);
}

TEST_CASE("the index") {
  SUBCASE("of the repository") {
    const auto index = policy::read_index(text_of("policies/index.json"), "index.json");
    REQUIRE(index.ok());
    CHECK(index->calendar == "calendars/bank-holidays.json");
    CHECK(index->policies.size() >= 2);
  }
  const auto refused_at = [](const std::string& text) {
    const auto index = policy::read_index(text, "index.json");
    REQUIRE_FALSE(index.ok());
    INFO(in_lines(index.errors()));
    CHECK(index.errors().size() == 1);
    return index.error().where.pointer;
  };
  SUBCASE("may not lead out of the folder") {
    for (const std::string name :
         {"../x.json", "/x.json", "https://x.example/x.json", "x.txt", ".x.json"}) {
      CAPTURE(name);
      CHECK(refused_at(R"({"format":1,"calendar":"c.json","policies":[")" + name + R"("]})") ==
            "/policies/0");
      CHECK(refused_at(R"({"format":1,"calendar":"c.json","newer_calendars":["d.json",")" + name +
                       R"("],"policies":["p.json"]})") == "/newer_calendars/1");
    }
  }
  SUBCASE("names each file once") {
    CHECK(refused_at(R"({"format":1,"calendar":"c.json","policies":["a.json","a.json"]})") ==
          "/policies/1");
  }
  SUBCASE("of a later format") {
    CHECK(refused_at(R"({"format":2,"calendar":"c.json","policies":["a.json"]})") == "/format");
  }
  SUBCASE("with an unknown key") {
    CHECK(refused_at(R"({"format":1,"calendar":"c.json","policies":["a.json"],"x":1})") == "/x");
  }
}
