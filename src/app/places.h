// Where a person is in the application, so that the browser's Back leads there again and an address
// can be kept or sent: every page has a route, the fragment of the page's address. A route names
// nothing personal: a case goes by its random reference.
#pragma once

#include <optional>
#include <string>

#include "app/state.h"

namespace app {

struct Place {
  Page page = Page::kHome;
  std::string target;
  std::string case_id;
  std::string procedure;  // hashes
  std::string compared;
  std::string draft;   // what was being written there, or empty
  int back = 0;        // number of the page that its Back leads to, of a page aside
  std::string notice;  // event id, of one that was issued
  bool operator==(const Place&) const = default;
};

// Pages that may be opened from anywhere, each with those that belong to it: their Back leads to
// the page that the first of them was opened from.
enum class Aside { kNo, kKeys, kProcedures, kPrivacy };
Aside aside_of(Page page);

// "case/CG-7K2M-9QXD", "cases/overdue", "procedure/our-policy"; the pages of one thing being
// written share its route. Empty: the page has no address of its own (before the vault is open and
// a profile is there).
std::optional<std::string> route_of(const AppState& state);

// What a route asks for, of those that state can show. Parts that it does not know lead to the
// nearest page that it does; an address of nothing leads home.
struct Wanted {
  Page page = Page::kHome;
  std::string case_id;    // of the pages of a case
  std::string part;       // of Page::kCase
  std::string procedure;  // hash
  std::string compared;   // hash
  CaseFilter filter = CaseFilter::kOpen;
};
Wanted read_route(const AppState& state, const std::string& route);

}  // namespace app
