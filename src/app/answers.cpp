#include "app/answers.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>

#include "base/order.h"
#include "base/text.h"
#include "calendar/deadline.h"
#include "policy/rules.h"

namespace app {
namespace {

std::string typed(const Draft& draft, const std::string& key) {
  return std::string(base::trimmed(draft.get(key)));
}

bool is_among(const std::vector<std::string>& list, const std::string& id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

// Of what was chosen, that which `known` still offers.
template <class Known>
std::vector<std::string> offered_of(const std::vector<std::string>& chosen, const Known& known) {
  std::vector<std::string> out;
  for (const std::string& each : chosen) {
    if (known(each)) out.push_back(each);
  }
  return out;
}
template <class Item>
bool has_id(const std::vector<Item>& items, const std::string& id) {
  return std::any_of(items.begin(), items.end(), [&](const Item& each) { return each.id == id; });
}

bool may_start_at(const policy::Policy& policy, const std::string& stage) {
  return policy.stage(stage) &&
         std::any_of(policy.risk.direct_entry.begin(), policy.risk.direct_entry.end(),
                     [&](const auto& entry) { return is_among(entry.stages, stage); });
}

// When in the day something happened is not asked: noon stands for the day, and never a moment to
// come.
calendar::Instant midday_of(calendar::Date day, calendar::Instant now) {
  return std::min(now, calendar::from_uk(day, {12, 0}));
}

// What the date of a recorded time is called: the clock says who sets it.
const char* date_of(const AppState& state, const casework::Case& open) {
  const policy::Policy* policy = state.policy_of(open);
  const policy::Clock* clock = policy ? policy->clock(state.target) : nullptr;
  if (clock && clock->kind == policy::ClockKind::kDeclared) return "The date declared";
  if (clock && clock->kind == policy::ClockKind::kFixed) {
    return "The date that protects the child";
  }
  return "The date agreed";
}

// The day on which the other procedure's time ends; empty while its start is not known.
std::string day_it_ends(const policy::Clock& clock, const AppState& state,
                        const policy::Policy& policy) {
  if (clock.kind != policy::ClockKind::kFixed || !clock.other_starts.empty() ||
      clock.start != policy::StartEvent::kConcernArose) {
    return "";
  }
  std::vector<FieldError> not_typed_yet;
  const auto date = date_from(state.draft, "concern_arose", "", not_typed_yet);
  if (!date || *date > calendar::uk_date(state.now)) return "";
  const calendar::Deadline deadline = calendar::deadline_after(
      calendar::from_uk(*date, {0, 0}), clock.amount, state.holidays_of(policy));
  return calendar::in_words_with_day(deadline.last_day);
}

// Every question of a raise, in the order in which it is asked.
struct Question {
  Page page;
  std::string_view key;  // of the field, or of all of its parts
};
constexpr std::array<Question, 19> kQuestions{{
    {Page::kRaiseProcedure, "policy"},       {Page::kRaiseProcedure, "policy_id"},
    {Page::kRaiseProcedure, "area"},         {Page::kRaiseSubject, "subject"},
    {Page::kRaiseRisk, "immediate_risk"},    {Page::kRaiseRisk, "risk_action"},
    {Page::kRaiseRisk, "first_stage"},       {Page::kRaiseRisk, "direct_reason"},
    {Page::kRaiseRisk, "priority"},          {Page::kRaiseScope, "tests"},
    {Page::kRaiseScope, "exclusions"},       {Page::kRaiseScope, "scope_reason"},
    {Page::kRaiseDecision, "decision"},      {Page::kRaiseDecision, "responding"},
    {Page::kRaiseDecision, "concern_arose"}, {Page::kRaiseConcern, "concern"},
    {Page::kRaiseConcern, "impact"},         {Page::kRaiseConcern, "desired_outcome"},
    {Page::kRaiseConcern, "categories"},
}};

size_t place_of(std::string_view key) {
  const std::string_view whole = key.substr(0, key.find('.'));
  size_t place = 0;
  while (place < kQuestions.size() && kQuestions[place].key != whole) ++place;
  return place;
}

}  // namespace

std::vector<Page> raise_pages(const policy::Policy* policy) {
  std::vector<Page> pages = {Page::kRaiseProcedure, Page::kRaiseSubject, Page::kRaiseRisk};
  if (policy && (!policy->tests.empty() || !policy->exclusions.empty())) {
    pages.push_back(Page::kRaiseScope);
  }
  pages.push_back(Page::kRaiseDecision);
  pages.push_back(Page::kRaiseConcern);
  return pages;
}

bool asks(Page page, const std::string& key) {
  const size_t place = place_of(key);
  return place < kQuestions.size() && kQuestions[place].page == page;
}

std::optional<calendar::Date> date_from(const Draft& draft, const std::string& key,
                                        const std::string& what, std::vector<FieldError>& errors) {
  base::Result<calendar::Date> date = calendar::parse_fields(
      draft.get(key + ".day"), draft.get(key + ".month"), draft.get(key + ".year"), what);
  if (date) return *date;
  for (const base::Error& error : date.errors()) {
    const std::string& part = error.where.pointer;
    errors.push_back({part.empty() ? key : key + "." + part, error.message});
  }
  return std::nullopt;
}

void put_date(Draft& draft, const std::string& key, calendar::Date date) {
  draft.text[key + ".day"] = std::to_string(unsigned(date.day()));
  draft.text[key + ".month"] = std::to_string(unsigned(date.month()));
  draft.text[key + ".year"] = std::to_string(int(date.year()));
}

void add_errors(std::vector<FieldError>& to, const std::vector<base::Error>& reasons) {
  const auto question = [](const std::string& key) {  // "held_on" of "held_on.day"
    for (const char* part : {".day", ".month", ".year"}) {
      if (key.size() > std::string_view(part).size() && key.ends_with(part)) {
        return key.substr(0, key.size() - std::string_view(part).size());
      }
    }
    return key;
  };
  for (const base::Error& reason : reasons) {
    const bool told = std::any_of(to.begin(), to.end(), [&](const FieldError& each) {
      return question(each.key) == question(reason.where.pointer);
    });
    if (!told) to.push_back({reason.where.pointer, reason.message});
  }
}

Opening opening_from(const AppState& state) {
  Draft draft = state.draft;
  drop_answers_to_others(draft);
  Opening out;
  casework::CaseOpened& fact = out.fact;
  const policy::Policy* policy = state.chosen_policy();
  if (!policy) {
    out.errors.push_back({"policy", "Select the procedure of the area where the child lives"});
    return out;
  }
  fact.policy_id = policy->id;
  fact.policy_version = policy->version;
  fact.policy_hash = policy->hash;
  fact.area = policy->areas.size() == 1 ? policy->areas.front().id : typed(draft, "area");
  fact.subject = {typed(draft, "subject.kind"), typed(draft, "subject.name")};
  if (policy->subjects.size() == 1) fact.subject.kind = policy->subjects.front();
  fact.responding = {typed(draft, "responding.name"), typed(draft, "responding.role"),
                     typed(draft, "responding.agency"), ""};
  fact.categories = offered_of(draft.list("categories"), [&](const std::string& id) {
    return has_id(policy->disagreements, id);
  });
  fact.decision = typed(draft, "decision");
  fact.concern = typed(draft, "concern");
  fact.impact = typed(draft, "impact");
  fact.desired_outcome = typed(draft, "desired_outcome");
  fact.scope_reason = typed(draft, "scope_reason");
  if (!policy->priorities.empty()) fact.priority = draft.get("priority");

  const std::string& risk = draft.get("immediate_risk");
  if (risk.empty()) {
    out.errors.push_back(
        {"immediate_risk", "Select yes if the child is at immediate risk of harm"});
  }
  fact.immediate_risk = risk == "yes";
  if (fact.immediate_risk) fact.risk_action = typed(draft, "risk_action");

  fact.first_stage = policy->stages.front().id;
  const std::string& stage = draft.get("first_stage");
  if (fact.immediate_risk && stage != fact.first_stage && may_start_at(*policy, stage)) {
    fact.first_stage = stage;
    fact.direct_reason = typed(draft, "direct_reason");
  }

  const std::vector<std::string>& true_tests = draft.list("tests");
  for (const policy::ScopeTest& test : policy->tests) {
    fact.tests[test.id] = is_among(true_tests, test.id);
  }
  const auto excluded = offered_of(draft.list("exclusions"), [&](const std::string& id) {
    return id == kNoneOfThese || has_id(policy->exclusions, id);
  });
  if (excluded.empty() && !policy->exclusions.empty()) {
    out.errors.push_back({"exclusions", "Select what it is about, or “None of these”"});
  }
  for (const policy::Exclusion& exclusion : policy->exclusions) {
    fact.exclusions[exclusion.id] = is_among(excluded, exclusion.id);
  }

  if (auto date =
          date_from(draft, "concern_arose", "The date when the concern arose", out.errors)) {
    fact.concern_arose = *date;
  } else {
    fact.concern_arose =
        calendar::uk_date(state.now);  // so that the other checks can run; the error stands
  }
  return out;
}

const std::string& stage_spoken_at(const AppState& state, const casework::Case& open) {
  const bool spoken = state.page == Page::kDiscussion || state.page == Page::kReply;
  for (const casework::StagePassage& passage : open.passages) {
    if (spoken && passage.stage == state.target) return passage.stage;
  }
  return open.stage();
}

Answered answer_from(const AppState& state, const casework::Case& open) {
  const Draft& draft = state.draft;
  Answered out{{casework::NoteAdded{}, state.now}, {}};
  casework::Payload& payload = out.command.payload;
  switch (state.page) {
    case Page::kDiscussion: {
      casework::DiscussionRecorded fact{stage_spoken_at(state, open), calendar::uk_date(state.now),
                                        typed(draft, "channel"),      typed(draft, "with"),
                                        typed(draft, "account"),      typed(draft, "agreed")};
      if (auto date = date_from(draft, "held_on", "The date of the discussion", out.errors))
        fact.held_on = *date;
      out.command.occurred_at = midday_of(fact.held_on, state.now);
      payload = fact;
      break;
    }
    case Page::kReply: {
      casework::ReplyReceived fact{stage_spoken_at(state, open), calendar::uk_date(state.now),
                                   typed(draft, "from"), typed(draft, "account"),
                                   draft.get("agreed") == "yes"};
      if (auto date = date_from(draft, "received_on", "The date of the reply", out.errors))
        fact.received_on = *date;
      if (draft.get("agreed").empty()) {
        out.errors.push_back({"agreed", "Select yes if the reply settles the disagreement"});
      }
      out.command.occurred_at = midday_of(fact.received_on, state.now);
      payload = fact;
      break;
    }
    case Page::kChangePolicy: {
      const KnownPolicy* to = state.known_policy(state.target);
      assert(to);
      payload = casework::PolicyChanged{to->policy->id,         to->policy->version,
                                        to->policy->hash,       draft.get("stage"),
                                        typed(draft, "reason"), draft.get("priority")};
      break;
    }
    case Page::kAgreeTime: {
      casework::TimeAgreed fact{open.stage(), state.target, calendar::uk_date(state.now),
                                typed(draft, "with"), typed(draft, "reason")};
      if (auto date = date_from(draft, "until", date_of(state, open), out.errors)) {
        fact.until = *date;
      }
      payload = fact;
      break;
    }
    case Page::kEnterStage: {
      casework::StageEntered fact{state.target, open.stage(), false, typed(draft, "reason")};
      const policy::Policy* policy = state.policy_of(open);
      const policy::Stage* from = policy ? policy->stage(open.stage()) : nullptr;
      fact.direct = from && !is_among(from->next, fact.stage);
      payload = fact;
      break;
    }
    case Page::kDuty: {
      // target is "duty" or "duty/stage"
      const size_t cut = state.target.find('/');
      payload = casework::DutyDone{state.target.substr(0, cut),
                                   cut == std::string::npos ? "" : state.target.substr(cut + 1),
                                   typed(draft, "note")};
      break;
    }
    case Page::kResolve:
      if (draft.get("debrief").empty()) {
        out.errors.push_back({"debrief", "Select yes if a debrief has taken place"});
      }
      payload =
          casework::CaseResolved{open.stage(), typed(draft, "outcome"), typed(draft, "agreed_with"),
                                 draft.get("debrief") == "yes", typed(draft, "learning")};
      break;
    case Page::kWithdraw:
      payload = casework::CaseWithdrawn{typed(draft, "reason")};
      break;
    case Page::kNote:
      payload = casework::NoteAdded{typed(draft, "text")};
      break;
    default:
      assert(false && "not a page with a form about a case");
  }
  return out;
}

bool drop_answers_to_others(Draft& draft) {
  std::string& asked_by = draft.text["answered_for"];
  const std::string now = draft.get("policy");
  const bool of_another = !asked_by.empty() && asked_by != now;
  asked_by = now;
  if (!of_another) return false;
  for (const char* key : {"scope_reason", "first_stage", "direct_reason", "priority"}) {
    draft.text.erase(key);
  }
  for (const char* key : {"tests", "exclusions", "categories"}) draft.chosen.erase(key);
  return true;
}

std::vector<Signpost> signposts(const AppState& state) {
  std::vector<Signpost> found;
  const policy::Policy* policy = state.chosen_policy();
  if (!policy) return found;
  for (const policy::Exclusion& exclusion : policy->exclusions) {
    if (!is_among(state.draft.list("exclusions"), exclusion.id)) continue;
    Signpost post{&exclusion, ""};
    if (exclusion.clock) {
      post.by_when = policy::clock_in_words(*exclusion.clock, *policy);
      const std::string day = day_it_ends(*exclusion.clock, state, *policy);
      if (!day.empty()) post.by_when += ": by " + day;
    }
    found.push_back(std::move(post));
  }
  return found;
}

std::vector<FieldError> raise_errors(const AppState& state) {
  Opening opening = opening_from(state);
  std::vector<FieldError> errors = std::move(opening.errors);
  if (const policy::Policy* policy = state.chosen_policy()) {
    auto event = casework::open_case(state.setting(*policy), std::string(32, '0'), opening.fact);
    if (!event) add_errors(errors, event.errors());
  }
  base::sort(errors, [](const FieldError& a, const FieldError& b) {
    return place_of(a.key) < place_of(b.key);
  });
  return errors;
}

documents::Answers notice_answers(const policy::Form& form, const Draft& draft,
                                  std::vector<FieldError>& errors) {
  documents::Answers answers;
  for (const policy::FormField& field : form.fields) {
    const std::string key = "answers." + field.id;
    std::vector<std::string>& answer = answers[field.id];
    if (field.type == policy::FieldType::kChoiceOfMany) {
      answer = offered_of(draft.list(key),
                          [&](const std::string& each) { return is_among(field.options, each); });
    } else if (field.type == policy::FieldType::kDate) {
      const bool untouched =
          (draft.get(key + ".day") + draft.get(key + ".month") + draft.get(key + ".year")).empty();
      if (untouched && !field.required) continue;
      if (auto date = date_from(draft, key, field.label, errors)) answer = {calendar::iso(*date)};
    } else if (std::string text = typed(draft, key); !text.empty()) {
      answer = {text};
    }
  }
  return answers;
}

void put_answers(Draft& draft, const policy::Form& form, const documents::Answers& answers) {
  for (const policy::FormField& field : form.fields) {
    const auto found = answers.find(field.id);
    if (found == answers.end() || found->second.empty()) continue;
    const std::string key = "answers." + field.id;
    if (field.type == policy::FieldType::kChoiceOfMany) {
      draft.chosen[key] = found->second;
    } else if (field.type == policy::FieldType::kDate) {
      if (auto date = calendar::parse_iso(found->second.front())) put_date(draft, key, *date);
    } else {
      draft.text[key] = found->second.front();
    }
  }
}

}  // namespace app
