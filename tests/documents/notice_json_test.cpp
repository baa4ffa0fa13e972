// Reading a notice strictly: each way of being wrong is found, named with its place, and all at
// once.
#include "documents/notice_json.h"

#include <doctest/doctest.h>

#include <algorithm>

using base::ErrorCode;
using base::Json;

namespace {

Json good() {
  return Json::parse(R"({"format":1,"kind":"notice","form":"f","form_title":"Form",
    "policy":{"id":"p","version":"1","hash":"HASH","title":"Procedure"},
    "case":{"reference":"CG-1","fingerprint":"7F3K-2M9Q","stage":"stage-1"},
    "issued_at":"2026-04-20T13:30:00.000Z",
    "author":{"name":"Mara Ellwood","role":"","agency":"","email":""},"sent_to":"","copied_to":"",
    "fields":[{"id":"a","label":"A","type":"text","value":"x"},
              {"id":"b","label":"B","type":"date","value":"2026-04-02"},
              {"id":"c","label":"C","type":"choice_of_many","value":["one"]},
              {"id":"d","label":"D","type":"yes_no","value":true}]})",
                     nullptr, false)
      .patch(Json::parse(R"([{"op":"replace","path":"/policy/hash","value":")" +
                         std::string(64, '0') + R"("}])"));
}

struct Fault {
  const char* patch;  // RFC 6902
  ErrorCode code;
  const char* pointer;
};

}  // namespace

TEST_CASE("a good notice is read") {
  const auto notice = documents::notice_from_json(good().dump(), "n.json");
  if (!notice.ok()) FAIL(base::describe(notice.error()));
  CHECK(notice->fields[3].value == std::vector<std::string>{"Yes"});
  CHECK(notice->case_id.empty());
}

TEST_CASE("each fault is named with its code and place") {
  const Fault faults[] = {
      {R"([{"op":"replace","path":"/format","value":2}])", ErrorCode::kNewerFormat, "/format"},
      {R"([{"op":"replace","path":"/format","value":0}])", ErrorCode::kBadValue, "/format"},
      {R"([{"op":"replace","path":"/format","value":"1"}])", ErrorCode::kWrongType, "/format"},
      {R"([{"op":"remove","path":"/format"}])", ErrorCode::kMissingKey, "/format"},
      {R"([{"op":"replace","path":"/kind","value":"letter"}])", ErrorCode::kBadValue, "/kind"},
      {R"([{"op":"replace","path":"/form","value":" "}])", ErrorCode::kBadValue, "/form"},
      {R"([{"op":"add","path":"/ex~1tra","value":1}])", ErrorCode::kUnknownKey, "/ex~1tra"},
      {R"([{"op":"replace","path":"/policy","value":[]}])", ErrorCode::kWrongType, "/policy"},
      {R"([{"op":"replace","path":"/policy/hash","value":"abc"}])", ErrorCode::kBadValue,
       "/policy/hash"},
      {R"([{"op":"add","path":"/case/id","value":"XYZ"}])", ErrorCode::kBadValue, "/case/id"},
      {R"([{"op":"replace","path":"/case/fingerprint","value":"a b"}])", ErrorCode::kBadValue,
       "/case/fingerprint"},
      {R"([{"op":"remove","path":"/case/stage"}])", ErrorCode::kMissingKey, "/case/stage"},
      {R"([{"op":"replace","path":"/issued_at","value":"today"}])", ErrorCode::kBadDate,
       "/issued_at"},
      {R"([{"op":"replace","path":"/author/name","value":3}])", ErrorCode::kWrongType,
       "/author/name"},
      {R"([{"op":"replace","path":"/fields","value":{}}])", ErrorCode::kWrongType, "/fields"},
      {R"([{"op":"replace","path":"/fields","value":[]}])", ErrorCode::kBadValue, "/fields"},
      {R"([{"op":"replace","path":"/fields/0","value":"x"}])", ErrorCode::kWrongType, "/fields/0"},
      {R"([{"op":"replace","path":"/fields/0/type","value":"colour"}])", ErrorCode::kBadValue,
       "/fields/0/type"},
      {R"([{"op":"replace","path":"/fields/0/value","value":true}])", ErrorCode::kWrongType,
       "/fields/0/value"},
      {R"([{"op":"replace","path":"/fields/1/value","value":"2026-02-30"}])", ErrorCode::kBadDate,
       "/fields/1/value"},
      {R"([{"op":"replace","path":"/fields/1/id","value":"a"}])", ErrorCode::kBadValue,
       "/fields/1/id"},
      {R"([{"op":"replace","path":"/fields/2/value","value":["one",2]}])", ErrorCode::kWrongType,
       "/fields/2/value"},
      {R"([{"op":"replace","path":"/fields/2/value","value":["one","one"]}])", ErrorCode::kBadValue,
       "/fields/2/value"},
      {R"([{"op":"replace","path":"/fields/3/value","value":"Yes"}])", ErrorCode::kWrongType,
       "/fields/3/value"},
  };
  for (const Fault& fault : faults) {
    CAPTURE(fault.patch);
    const auto notice =
        documents::notice_from_json(good().patch(Json::parse(fault.patch)).dump(), "n.json");
    REQUIRE_FALSE(notice.ok());
    CHECK(notice.errors().size() == 1);
    CHECK(notice.error().code == fault.code);
    CHECK(notice.error().where == base::Place{"n.json", fault.pointer});
  }
}

TEST_CASE("all faults of a notice are told at once, and what is no notice is told as such") {
  const Json patch = Json::parse(R"([{"op":"replace","path":"/kind","value":"letter"},
    {"op":"remove","path":"/author/role"},{"op":"replace","path":"/fields/3/value","value":1}])");
  CHECK(documents::notice_from_json(good().patch(patch).dump(), "n.json").errors().size() == 3);
  CHECK(documents::notice_from_json("[]", "n.json").error().code == ErrorCode::kWrongType);
  CHECK(documents::notice_from_json("{", "n.json").error().code == ErrorCode::kBadSyntax);
  CHECK(documents::notice_from_json(R"({"format":1,"format":1})", "n.json").error().code ==
        ErrorCode::kDuplicateKey);
}
