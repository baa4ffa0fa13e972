#include "policy/rules.h"

#include <set>

#include "policy_files.h"

using base::Json;
using policy_files::json_of;
using policy_files::policy_of;

namespace {

constexpr const char* kEveryKey = "tests/data/policies/every-key.json";

std::vector<std::string> every_policy() {
  std::vector<std::string> files = policy_files::shipped_files();
  files.push_back(kEveryKey);
  files.push_back("tests/data/policies/small.json");
  return files;
}

// Names and words of the format, which a person is never shown as they are; each is put in words,
// and compare_test.cpp changes one after another.
bool is_technical(const std::string& key, const std::string& value) {
  const std::set<std::string> keys{
      "$schema", "id",           "base",        "source",   "role",        "side",
      "kind",    "channel",      "start",       "met_by",   "force",       "unit",
      "take",    "lapse",        "outcome",     "priority", "when",        "division",
      "reach",   "subjects",     "type",        "prefill",  "form",        "prefill_stages",
      "stages",  "next",         "offered_at",  "copy_to",  "send_to",     "area",
      "post",    "start_form",   "start_stage", "chair",    "met_by_duty", "by",
      "action",  "other_starts", "review_due"};
  return keys.contains(key) && value.find(' ') == value.npos;
}

void texts_of(const Json& value, const std::string& key, std::vector<std::string>& texts) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (!is_technical(key, text)) texts.push_back(text);
  }
  for (const auto& [name, part] : value.items()) {
    if (value.is_structured()) texts_of(part, value.is_array() ? key : name, texts);
  }
}

size_t citations_in(const Json& value) {
  if (!value.is_structured()) return 0;
  size_t count = value.is_object() && value.contains("cite") ? 1 : 0;
  for (const Json& part : value) count += citations_in(part);
  return count;
}

std::string rule_text(const policy::Policy& policy, const std::string& key) {
  for (const policy::RuleSection& section : policy::rules_of(policy)) {
    for (const policy::Rule& rule : section.rules) {
      if (rule.key == key) return rule.text;
    }
  }
  return "no rule " + key;
}

}  // namespace

TEST_CASE("every text of a policy file is in a rule, and every citation with its reading") {
  for (const std::string& file : every_policy()) {
    CAPTURE(file);
    std::string all;
    size_t cited = 0;
    for (const policy::RuleSection& section : policy::rules_of(policy_of(file))) {
      all += section.heading + '\n';
      for (const policy::Rule& rule : section.rules) {
        all += rule.text + '\n';
        if (!rule.cite) continue;
        all += rule.cite->place + '\n' + rule.cite->words + '\n' + rule.cite->reading + '\n';
        if (!section.key.starts_with("prompts/")) ++cited;
      }
    }
    const Json json = json_of(file);
    std::vector<std::string> texts;
    texts_of(json, "", texts);
    CHECK(texts.size() > 50);
    for (const std::string& text : texts) {
      CAPTURE(text);
      CHECK(all.find(text) != all.npos);
    }
    Json without_prompts = json;  // a group's citation stands for each of its prompts
    without_prompts.erase("prompts");
    CHECK(cited == citations_in(without_prompts));
  }
}

TEST_CASE("each rule has a key of its own and says something, in no word of the format") {
  for (const std::string& file : every_policy()) {
    CAPTURE(file);
    std::set<std::string> keys;
    for (const policy::RuleSection& section : policy::rules_of(policy_of(file))) {
      CHECK(keys.insert("section " + section.key).second);
      CHECK_FALSE(section.rules.empty());
      for (const policy::Rule& rule : section.rules) {
        CAPTURE(rule.key);
        CHECK(keys.insert(rule.key).second);
        CHECK(rule.text.size() > 2);
        CHECK(rule.text.find('_') == rule.text.npos);
        CHECK(rule.text.find("  ") == rule.text.npos);
        CHECK(rule.text.find("..") == rule.text.npos);
      }
    }
  }
}

TEST_CASE("sections stand in the order of the file; those without a rule are left out") {
  std::vector<std::string> keys;
  for (const auto& section : policy::rules_of(policy_of(kEveryKey))) keys.push_back(section.key);
  const std::vector<std::string> all{
      "about",         "sources",       "areas",     "principles",    "scope",      "roles",
      "stages/step-1", "stages/step-2", "budgets",   "priorities",    "duties",     "risk",
      "forms/letter",  "forms/card",    "prompts/1", "prompt_values", "afterwards", "contacts"};
  CHECK(keys == all);
  for (const auto& section : policy::rules_of(policy_of("tests/data/policies/small.json"))) {
    CHECK(section.key != "budgets");
    CHECK(section.key != "afterwards");
  }
}

TEST_CASE("the rules of a stage, of roles, duties and forms read as sentences") {
  const policy::Policy policy = policy_of(kEveryKey);
  const auto text = [&](const std::string& key) { return rule_text(policy, key); };
  CHECK(text("about/review_due") == "Its review is due on 31 March 2028.");
  CHECK(text("scope/reach") == "It is for disagreements between agencies and within an agency.");
  CHECK(text("roles/lead/in_absence") ==
        "Where an agency has nobody in this role (safeguarding lead): Where an agency has no "
        "safeguarding lead, its manager acts. Instead acts: manager.");
  CHECK(text("stages/step-1/parties") ==
        "Practitioner (the side that raises it) speaks to practitioner (the other side).");
  CHECK(text("stages/step-1/channel") == "By word of mouth first, then in writing.");
  CHECK(text("stages/step-1/meeting") ==
        "A meeting: The two meet if they cannot agree by telephone. Somebody from an organisation "
        "that has no part in the disagreement leads it.");
  CHECK(text("stages/step-1/next") == "What is not resolved goes on to step 2.");
  CHECK(text("stages/step-2/next") == "Nothing follows it.");
  CHECK(text("duties/send-letter") ==
        "Send the letter. This must be done before step 2 is entered, by the side that raises it. "
        "It is met by issuing the letter. A copy goes to South desk or Mere desk, by area.");
  CHECK(text("duties/tell") ==
        "Tell the family. This should be done when the disagreement is resolved, by the other "
        "side, if agreement was reached.");
  CHECK(text("risk/direct_entry/1") ==
        "A disagreement may go straight to step 2 if the child is at risk.");
  CHECK(text("forms/letter/fields/talks") ==
        "“Talks” (long text). Filled in beforehand with what was recorded at step 1.");
  CHECK(text("contacts/south-desk") == "South desk, for South: desk@south.example");
}

TEST_CASE("a clock's rule says how binding it is, what meets it and what its lapse leads to") {
  const policy::Policy policy = policy_of(kEveryKey);
  CHECK(rule_text(policy, "stages/step-1/clocks/answer") ==
        "The other side answers within one working week of the letter being sent. This should be "
        "kept; it is met when the other side replies, or a discussion with it is recorded. If it "
        "passes in silence, the matter may be treated as not resolved and escalated. If it is not "
        "kept: No answer may be taken to step 2.");
  CHECK(rule_text(policy, "exclusions/complaint/clock") ==
        "The complaint is made within ten working days (two weeks) of the concern arising or the "
        "disagreement being raised, whichever comes last, if there is no immediate risk. This must "
        "be kept. If it is not kept: A late complaint is not heard.");
  CHECK(rule_text(policy, "budgets/both-steps") ==
        "Steps 1 and 2 together: Steps 1 and 2 are completed within five working days of the first "
        "of steps 1 and 2 being entered, or a time that protects the child, whichever is less. "
        "This should be kept; it is met when the last of steps 1 and 2 is left or the disagreement "
        "is resolved.");
}

TEST_CASE("clocks in words") {
  const policy::Policy policy = policy_of(kEveryKey);
  using policy::ClockKind;
  using policy::StartEvent;
  const auto words = [&](const policy::Clock& clock) {
    return policy::clock_in_words(clock, policy);
  };
  policy::Clock clock;
  clock.amount = {2, calendar::Unit::kWorkingDays};
  const std::vector<std::pair<StartEvent, std::string>> starts{
      {StartEvent::kConcernArose, "the concern arising"},
      {StartEvent::kCaseRaised, "the disagreement being raised"},
      {StartEvent::kStageEntered, "the step being entered"},
      {StartEvent::kStageEnded, "the end of the step before"},
      {StartEvent::kMeetingHeld, "the discussion or meeting"},
      {StartEvent::kNoticeSent, "the notice being sent"},
      {StartEvent::kReplyReceived, "the reply being received"},
      {StartEvent::kResolved, "the disagreement being resolved"}};
  for (const auto& [start, noun] : starts) {
    clock.start = start;
    CHECK(words(clock) == "Within two working days of " + noun);
  }
  clock.start = StartEvent::kStageEnded;
  clock.start_stage = "step-1";
  CHECK(words(clock) == "Within two working days of the end of step 1");
  clock.amount.count = 0;
  CHECK(words(clock) == "On the same working day that step 1 ended");
  clock.amount = {0, calendar::Unit::kCalendarDays};
  CHECK(words(clock) == "On the same day that step 1 ended");

  clock = {};
  clock.kind = ClockKind::kImmediate;
  clock.start = StartEvent::kResolved;
  CHECK(words(clock) == "At once when the disagreement is resolved");

  clock = {};
  clock.kind = ClockKind::kAgreed;
  CHECK(words(clock) == "A time agreed at the step");
  clock.amount = {10, calendar::Unit::kWorkingDays};
  CHECK(words(clock) == "A time agreed at the step, at most ten working days after it was entered");
  clock.start = StartEvent::kConcernArose;
  clock.other_starts = {StartEvent::kMeetingHeld};
  clock.take = policy::TakeStart::kLatest;
  CHECK(words(clock) ==
        "A time agreed at the step, at most ten working days after the concern arose or the "
        "discussion or meeting was held, whichever comes last");
  clock = {};
  clock.kind = ClockKind::kDeclared;
  clock.only_if = policy::Condition{true, policy::Outcome::kAgreed, {"red"}};
  CHECK(words(clock) ==
        "A time stated by the person who escalates, if there is immediate risk, agreement was "
        "reached and the priority is Red");
  CHECK(words(*policy.clock("talk")) ==
        "Within two working days (48 hours) of the concern arising, the letter being sent or the "
        "step being entered, whichever comes first, or a time that protects the child, whichever "
        "is less, if there is no immediate risk and the priority is Red or Amber");
}

TEST_CASE(
    "parties in words: each title once, small letters within the sentence, names as they are") {
  policy::Policy policy;
  policy.roles = {{"a", "Line manager", {}, {}, {}},
                  {"b", "Secretary of State", {}, {}, {}},
                  {"c", "Head of service", {}, {}, {}}};
  using Side = policy::Party::Side;
  CHECK(policy::parties_in_words({{"a", Side::kConcerned}, {"a", Side::kResponding}}, policy) ==
        "Line manager");
  CHECK(policy::parties_in_words(
            {{"a", Side::kConcerned}, {"b", Side::kExternal}, {"c", Side::kResponding}}, policy) ==
        "Line manager, Secretary of State and head of service");
}
