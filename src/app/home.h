// The list of cases as home shows it: a row for each, the order of the rows, how many there are of
// each kind, and which of them a filter and a search leave. Computes only: Session keeps the result
// (session_home.cpp), the view draws it.
#pragma once

#include "app/state.h"
#include "app/word_index.h"

namespace app {

// Of state.cases[at].
HomeRow row_of(const AppState& state, size_t at);

// Overdue first, then by deadline; open ones without a deadline; closed ones, the last closed
// first. A total order.
bool comes_before(const HomeRow& a, const HomeRow& b);

// "Due this week" is the next seven days with today; what is overdue is not due. `quiet_after`:
// as ReminderChoice has it.
bool belongs(const HomeRow& row, CaseFilter filter, calendar::Date today, int quiet_after);

// state.home by the filter, the search and the order of state.home_list, whose ranks hold while the
// rows stay as they are. A row is found when every word typed
// is part of a word, in the row itself or in the texts of its case: `words` has those of
// state.cases, by the same numbers. A search without a letter or digit finds all.
HomeList listed(const AppState& state, const WordIndex& words);

}  // namespace app
