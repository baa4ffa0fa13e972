#include "app/case_texts.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "casework/event_fields.h"

namespace {

// Fills every text of a fact with its own key.
struct Filler {
  std::set<std::string> keys;

  void operator()(const char* key, std::string& text) {
    text = std::string("<") + key + ">";
    keys.insert(key);
  }
  void operator()(const char* key, std::map<std::string, std::vector<std::string>>& answers) {
    answers["field"] = {std::string("<") + key + ">", "<second>"};
    keys.insert(key);
    keys.insert("second");
  }
  void operator()(const char*, casework::Person& person) { casework::visit_fields(*this, person); }
  void operator()(const char*, casework::Subject& subject) {
    casework::visit_fields(*this, subject);
  }
  template <typename Other>
  void operator()(const char*, Other&) {}  // dates, choices, yes and no
  void optional(const char* key, std::string& text) { (*this)(key, text); }
};

// What the program writes: ids, versions, hashes.
const std::set<std::string> kNotWritten = {"policy_id", "policy_version", "policy_hash", "area",
                                           "kind",      "first_stage",    "priority",    "stage",
                                           "clock",     "duty",           "form"};

template <typename Fact>
void check(const std::set<std::string>& also_not = {}) {
  Fact fact{};
  Filler filler;
  casework::visit_fields(filler, fact);
  REQUIRE(!filler.keys.empty());
  casework::Event event;
  event.author = {"Author", "Post", "Office", "author@office.example"};
  event.payload = fact;
  const std::string texts = app::texts_of(event);
  for (const std::string& key : filler.keys) {
    CAPTURE(key);
    const bool written = kNotWritten.count(key) == 0 && also_not.count(key) == 0;
    CHECK((texts.find("<" + key + ">") != texts.npos) == written);
  }
  for (const char* part : {"Author\n", "Post\n", "Office\n", "author@office.example\n"}) {
    CHECK(texts.find(part) != texts.npos);
  }
}

}  // namespace

TEST_CASE("of every event all that people wrote is there, and nothing that the program wrote") {
  check<casework::CaseOpened>();
  check<casework::StageEntered>({"from"});  // the id of a stage
  check<casework::DiscussionRecorded>();
  check<casework::TimeAgreed>();
  check<casework::ReplyReceived>();
  check<casework::PolicyChanged>();
  check<casework::DutyDone>();
  check<casework::NoticeIssued>();
  check<casework::CaseResolved>();
  check<casework::CaseWithdrawn>();
  check<casework::NoteAdded>();
}
