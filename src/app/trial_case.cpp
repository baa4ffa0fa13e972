#include "app/trial_case.h"

#include <algorithm>

#include "calendar/uk_time.h"
#include "casework/decide.h"

namespace app {
namespace {

using calendar::Date;

constexpr char kReference[] = "CG-EXAM-PLE1";

Date weekday_before(Date date) {
  do date = Date{std::chrono::sys_days{date} - std::chrono::days{1}};
  while (calendar::weekday_index(date) > 4);
  return date;
}

casework::CaseOpened opening(const policy::Policy& policy, Date arose) {
  casework::CaseOpened fact;
  fact.reference = kReference;
  if (!policy.areas.empty()) fact.area = policy.areas.front().id;
  const auto& kinds = policy.subjects;
  const bool child = std::find(kinds.begin(), kinds.end(), "child") != kinds.end();
  fact.subject = {child || kinds.empty() ? "child" : kinds.front(), "Example Child"};
  fact.responding = {"Sam Example", "Social worker", "Example Assessment Team", ""};
  fact.decision =
      "The referral of " + calendar::in_words(arose) + " was closed with no further action.";
  fact.concern =
      "On two mornings the child came to school hungry and said that nobody had been at home. Our "
      "attendance record shows five late arrivals in two weeks.";
  fact.impact = "The child is tired, and has stopped talking about home.";
  fact.desired_outcome =
      "The assessment team speaks to the child at school within a week, and both agencies agree a "
      "plan.";
  fact.concern_arose = arose;
  for (const policy::ScopeTest& test : policy.tests) fact.tests[test.id] = true;
  for (const policy::Exclusion& each : policy.exclusions) fact.exclusions[each.id] = false;
  if (!policy.priorities.empty()) fact.priority = policy.priorities.front().id;
  fact.first_stage = policy.stages.front().id;
  return fact;
}

std::vector<casework::Event> under(const policy::Policy& policy, const AppState& state,
                                   const std::string& case_id) {
  const Date day = weekday_before(calendar::uk_date(state.now));
  casework::Setting setting = state.setting(policy);
  setting.author = kTrialPerson;
  setting.now = calendar::from_uk(day, {9, 40});
  auto opened = casework::open_case(setting, case_id, opening(policy, day));
  if (!opened) return {};
  auto folded = casework::fold({*opened});
  if (!folded) return {};
  setting.now = calendar::from_uk(day, {14, 10});
  const casework::NoteAdded note{
      "Rang the assessment team. Sam Example was out; I left a message and asked to talk today."};
  auto noted = casework::decide(*folded, setting, {note, setting.now});
  if (!noted) return {*opened};
  return {*opened, *noted};
}

}  // namespace

const casework::Person kTrialPerson = {"Robin Example", "Class teacher", "Example Primary School",
                                       "robin@example.org"};

std::vector<casework::Event> trial_case(const AppState& state, const std::string& case_id) {
  std::vector<const policy::Policy*> offered;
  for (const KnownPolicy& each : state.policies) {
    if (each.offered) offered.push_back(each.policy.get());
  }
  // The one used last; then those that have most to show.
  std::stable_sort(offered.begin(), offered.end(),
                   [&](const policy::Policy* a, const policy::Policy* b) {
                     const bool own_a = a->id == state.profile.policy_id;
                     const bool own_b = b->id == state.profile.policy_id;
                     if (own_a != own_b) return own_a;
                     return a->prompts.size() > b->prompts.size();
                   });
  for (const policy::Policy* each : offered) {
    std::vector<casework::Event> events = under(*each, state, case_id);
    if (!events.empty()) return events;
  }
  return {};
}

}  // namespace app
