#include "app/draft_kinds.h"

#include <algorithm>
#include <array>

namespace app {
namespace {

constexpr char kRaise[] = "raise";

constexpr std::array<DraftKind, 10> kKinds{{
    {Page::kDiscussion, "discussion", "Record a discussion"},
    {Page::kReply, "reply", "Record the reply"},
    {Page::kAgreeTime, "time", "Set a time"},
    {Page::kEnterStage, "stage", "Move the case on"},
    {Page::kNotice, "notice", "A notice"},
    {Page::kResolve, "outcome", "Record that it is resolved"},
    {Page::kWithdraw, "withdrawal", "Withdraw the disagreement"},
    {Page::kDuty, "duty", "Record what was done"},
    {Page::kChangePolicy, "policy", "Move the case to another version"},
    {Page::kNote, "note", "Add a note"},
}};

bool says_something(const Draft& draft) {
  for (const auto& [key, text] : draft.text) {
    if (!text.empty()) return true;
  }
  for (const auto& [key, list] : draft.chosen) {
    if (!list.empty()) return true;
  }
  return false;
}

bool changes(const Draft& draft, const casework::Person& person) {
  return draft.get("name") != person.name || draft.get("role") != person.role ||
         draft.get("agency") != person.agency || draft.get("email") != person.email;
}

bool changes(const Draft& draft, const policy::Policy& policy) {
  return std::any_of(policy.contacts.begin(), policy.contacts.end(), [&](const auto& contact) {
    return draft.get(contact.id + ".name") != contact.name ||
           draft.get(contact.id + ".email") != contact.email;
  });
}

// A notice by its own name.
std::string title_of(const AppState& state, const DraftPlace& place, const casework::Case& its) {
  const policy::Policy* policy = place.page == Page::kNotice ? state.policy_of(its) : nullptr;
  const policy::Form* form = policy ? policy->form(place.target) : nullptr;
  return form ? form->title : draft_kind(place.page)->title;
}

}  // namespace

const DraftKind* draft_kind(Page page) {
  for (const DraftKind& each : kKinds) {
    if (each.page == page) return &each;
  }
  return nullptr;
}

std::string draft_key(const std::string& case_id, Page page, const std::string& target) {
  const DraftKind* kind = draft_kind(page);
  return case_id + "/" + (kind ? kind->name : "note") + "/" + target;
}

std::optional<DraftPlace> draft_place(const AppState& state, const std::string& key) {
  if (key == kRaise) return DraftPlace{Page::kRaiseProcedure, "", ""};
  if (key == kProfileChange) return DraftPlace{Page::kProfile, "", ""};
  if (key == kClosureDraft) return DraftPlace{Page::kClosure, "", ""};
  if (key.starts_with(kContactsChange)) {
    const std::string hash = key.substr(key.find('/') + 1);
    if (!state.known_policy(hash)) return std::nullopt;
    return DraftPlace{Page::kContacts, "", hash};
  }
  const size_t first = key.find('/');
  const size_t second = first == key.npos ? key.npos : key.find('/', first + 1);
  if (second == key.npos) return std::nullopt;
  const std::string case_id = key.substr(0, first);
  const std::string name = key.substr(first + 1, second - first - 1);
  const bool known = std::any_of(state.cases.begin(), state.cases.end(),
                                 [&](const casework::Case& each) { return each.id == case_id; });
  if (!known) return std::nullopt;
  for (const DraftKind& each : kKinds) {
    if (name == each.name) return DraftPlace{each.page, case_id, key.substr(second + 1)};
  }
  return std::nullopt;
}

Page page_of(casework::StepKind kind) {
  switch (kind) {
    case casework::StepKind::kRecordDiscussion:
      return Page::kDiscussion;
    case casework::StepKind::kRecordReply:
      return Page::kReply;
    case casework::StepKind::kAgreeTime:
      return Page::kAgreeTime;
    case casework::StepKind::kEnterStage:
    case casework::StepKind::kEnterDirectly:
      return Page::kEnterStage;
    case casework::StepKind::kIssueNotice:
      return Page::kNotice;
    case casework::StepKind::kResolve:
      return Page::kResolve;
    case casework::StepKind::kWithdraw:
      return Page::kWithdraw;
    case casework::StepKind::kAddNote:
      return Page::kNote;
  }
  return Page::kCase;
}

bool is_offered(const AppState& state, const DraftPlace& place) {
  for (const casework::Case& each : state.cases) {
    if (each.id != place.case_id) continue;
    const policy::Policy* policy = state.policy_of(each);
    if (!policy) return false;
    switch (place.page) {
      case Page::kDiscussion:  // late ones too, of an earlier stage
      case Page::kReply:
        return each.is_open();
      case Page::kNotice:
        return policy->form(place.target);
      case Page::kDuty:
        return policy->duty(place.target.substr(0, place.target.find('/')));
      case Page::kChangePolicy: {
        const policy::Policy* other = state.other_policy_of(each);
        return each.is_open() && other && other->hash == place.target;
      }
      default:
        break;
    }
    const bool of_target = place.page == Page::kEnterStage || place.page == Page::kAgreeTime;
    for (const casework::Step& step : casework::next_steps(each, state.setting(*policy, each))) {
      if (page_of(step.kind) != place.page) continue;
      if (!of_target || step.target == place.target) return true;
    }
  }
  return false;
}

std::vector<HalfWritten> half_written(const AppState& state,
                                      const std::map<std::string, Draft>& typed) {
  std::vector<HalfWritten> all;
  for (const auto& [key, draft] : typed) {
    const std::optional<DraftPlace> place = draft_place(state, key);
    if (!place || !says_something(draft)) continue;
    if (place->page == Page::kProfile) {
      if (changes(draft, state.profile.person)) all.push_back({key, "Change your details", ""});
      continue;
    }
    if (place->page == Page::kClosure) {
      all.push_back({key, "Add days when you are closed", draft.get("label")});
      continue;
    }
    if (place->page == Page::kContacts) {
      const policy::Policy& policy = *state.known_policy(place->target)->policy;
      if (changes(draft, policy)) all.push_back({key, "Change the contacts", policy.short_title});
      continue;
    }
    if (place->case_id.empty()) {
      all.push_back({key, "Raise a disagreement", draft.get("subject.name")});
      continue;
    }
    for (const casework::Case& each : state.cases) {
      if (each.id != place->case_id) continue;
      const casework::CaseOpened& fact = each.opened.fact;
      all.push_back(
          {key, title_of(state, *place, each), fact.subject.name + ", " + fact.reference});
    }
  }
  return all;
}

}  // namespace app
