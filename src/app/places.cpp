#include "app/places.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace app {
namespace {

struct PageName {
  Page page;
  std::string_view name;
};

// Of a case: "case/<reference>/<name>".
constexpr std::array<PageName, 17> kCasePages{{
    {Page::kDiscussion, "discussion"},
    {Page::kAgreeTime, "time"},
    {Page::kEnterStage, "stage"},
    {Page::kDuty, "duty"},
    {Page::kResolve, "outcome"},
    {Page::kWithdraw, "withdrawal"},
    {Page::kNote, "note"},
    {Page::kReply, "reply"},
    {Page::kNotice, "notice"},
    {Page::kNoticePreview, "notice/preview"},
    {Page::kNoticeIssued, "notice/issued"},
    {Page::kRecord, "record"},
    {Page::kWhatIf, "what-if"},
    {Page::kGuidance, "guidance"},
    {Page::kChangePolicy, "version"},
    {Page::kRisk, "risk"},
    {Page::kCase, ""},
}};

constexpr std::array<PageName, 20> kOtherPages{{
    {Page::kRaiseProcedure, "raise/procedure"},
    {Page::kRaiseSubject, "raise/subject"},
    {Page::kRaiseRisk, "raise/risk"},
    {Page::kRaiseScope, "raise/scope"},
    {Page::kRaiseDecision, "raise/decision"},
    {Page::kRaiseConcern, "raise/concern"},
    {Page::kRaiseCheck, "raise/check"},
    {Page::kPrivacy, "privacy"},
    {Page::kProcedures, "procedures"},
    {Page::kImportPolicy, "procedures/file"},
    {Page::kFind, "find"},
    {Page::kSettings, "settings"},
    {Page::kProfile, "settings/details"},
    {Page::kDisplay, "settings/display"},
    {Page::kWorkingDays, "settings/working-days"},
    {Page::kImportHolidays, "settings/working-days/file"},
    {Page::kClosure, "settings/working-days/closed"},
    {Page::kStored, "settings/stored"},
    {Page::kCalendar, "calendar"},
    {Page::kReminders, "settings/reminders"},
}};

struct FilterName {
  CaseFilter filter;
  std::string_view name;
};
constexpr std::array<FilterName, 7> kFilters{{
    {CaseFilter::kOpen, "cases"},
    {CaseFilter::kOverdue, "cases/overdue"},
    {CaseFilter::kDueToday, "cases/today"},
    {CaseFilter::kDueTomorrow, "cases/tomorrow"},
    {CaseFilter::kDueThisWeek, "cases/week"},
    {CaseFilter::kQuiet, "cases/quiet"},
    {CaseFilter::kClosed, "cases/closed"},
}};

template <size_t N>
std::string name_of(Page page, const std::array<PageName, N>& names) {
  for (const PageName& each : names) {
    if (each.page == page) return std::string(each.name);
  }
  return {};
}

std::string id_of(const AppState& state, const std::string& hash) {
  const KnownPolicy* known = state.known_policy(hash);
  return known ? known->policy->id : "";
}

std::string offered_hash(const AppState& state, const std::string& id) {
  const policy::Policy* policy = state.offered_policy(id);
  return policy ? policy->hash : "";
}

// Takes the text up to the next "/" off the front.
std::string next_part(std::string& rest) {
  const size_t end = rest.find('/');
  std::string part = rest.substr(0, end);
  rest = end == std::string::npos ? "" : rest.substr(end + 1);
  return part;
}

bool is_part(const std::string& name) {
  return name == kChronologyPart || name == kPeoplePart || name == kDocumentsPart;
}

Wanted of_a_case(const AppState& state, std::string rest) {
  Wanted wanted;
  const std::string reference = next_part(rest);
  for (const casework::Case& each : state.cases) {
    if (each.opened.fact.reference != reference) continue;
    wanted.page = Page::kCase;
    wanted.case_id = each.id;
  }
  // What was being written is not in an address: only what can be shown afresh.
  for (const Page page : {Page::kRecord, Page::kWhatIf, Page::kGuidance, Page::kRisk}) {
    if (!wanted.case_id.empty() && rest == name_of(page, kCasePages)) wanted.page = page;
  }
  if (!wanted.case_id.empty() && is_part(rest)) wanted.part = rest;
  return wanted;
}

Wanted of_procedures(const AppState& state, const std::string& first, std::string rest) {
  Wanted wanted;
  wanted.page = Page::kProcedures;
  wanted.procedure = offered_hash(state, next_part(rest));
  if (wanted.procedure.empty()) return wanted;
  if (first == "procedure") {
    wanted.page = rest == "contacts" ? Page::kContacts : Page::kProcedure;
    return wanted;
  }
  wanted.compared = offered_hash(state, next_part(rest));
  if (!wanted.compared.empty()) wanted.page = Page::kCompare;
  return wanted;
}

}  // namespace

Aside aside_of(Page page) {
  switch (page) {
    case Page::kRisk:
    case Page::kFind:
      return Aside::kKeys;
    case Page::kProcedures:
    case Page::kProcedure:
    case Page::kContacts:
    case Page::kCompare:
    case Page::kImportPolicy:
      return Aside::kProcedures;
    case Page::kPrivacy:
      return Aside::kPrivacy;
    default:
      return Aside::kNo;
  }
}

std::optional<std::string> route_of(const AppState& state) {
  if (!state.vault_open() || state.profile.person.name.empty()) return std::nullopt;
  switch (state.page) {
    case Page::kLoading:
    case Page::kCannotStart:
    case Page::kWelcome:
    case Page::kCreateVault:
    case Page::kRecoveryKey:
    case Page::kUnlock:
    case Page::kUnlockWithRecoveryKey:
      return std::nullopt;
    case Page::kHome:
      for (const FilterName& each : kFilters) {
        if (each.filter == state.home_list.filter) return std::string(each.name);
      }
      return std::nullopt;
    case Page::kProcedure:
      return "procedure/" + id_of(state, state.procedure);
    case Page::kContacts:
      return "procedure/" + id_of(state, state.procedure) + "/contacts";
    case Page::kCompare:
      return "compare/" + id_of(state, state.procedure) + "/" + id_of(state, state.compared);
    default:
      break;
  }
  const casework::Case* open = is_of_a_case(state.page) ? state.open_case() : nullptr;
  if (!open) {
    return state.page == Page::kRisk ? "risk" : name_of(state.page, kOtherPages);
  }
  std::string name = name_of(state.page, kCasePages);
  if (state.page == Page::kCase && is_part(state.target)) name = state.target;
  return "case/" + open->opened.fact.reference + (name.empty() ? "" : "/" + name);
}

Wanted read_route(const AppState& state, const std::string& route) {
  Wanted wanted;
  for (const FilterName& each : kFilters) {
    if (route != each.name) continue;
    wanted.filter = each.filter;
    return wanted;
  }
  std::string rest = route;
  const std::string first = next_part(rest);
  if (first == "case") return of_a_case(state, rest);
  if (first == "procedure" || first == "compare") return of_procedures(state, first, rest);
  if (route == "risk") wanted.page = Page::kRisk;
  for (const PageName& each : kOtherPages) {
    if (route == each.name) wanted.page = each.page;
  }
  return wanted;
}

}  // namespace app
