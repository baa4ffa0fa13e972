// The parts of the page of a case, under the header that case_view.cpp draws on each of them. Each
// part is in a file of its own and knows nothing of the others.
#pragma once

#include <string>
#include <vector>

#include "app/commands.h"
#include "casework/clocks.h"

namespace ui {

struct CaseScreen {
  const app::AppState& state;
  app::Commands& commands;
  const casework::Case& open;
  const casework::Setting& setting;
  std::vector<casework::RunningClock> clocks;
};

void case_now(const CaseScreen& screen);         // what to do, by when, what is asked
void case_chronology(const CaseScreen& screen);  // a line of time, and all that has happened
void case_people(const CaseScreen& screen);      // who is in the case file, and who acts
void case_documents(const CaseScreen& screen);   // notices, forms, the record

// If nothing is resolved: when each later stage falls due; leads to the page of what_if_view.
void case_ladder(const CaseScreen& screen);

// Of what a step does: when another has come first meanwhile, a press does not start that one.
std::string step_key(const casework::Step& step);
// That of paper, to be matched with the file.
void case_fingerprint(const casework::Case& open);

}  // namespace ui
