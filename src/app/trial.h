// A trial: a session of its own in front of another, with an invented case and a vault that keeps
// nothing. What is real is not touched by it; ending it drops it whole. Internal to Session.
#pragma once

#include "app/scratch_vault.h"
#include "app/session.h"

namespace app {

// Two would share one Stop.
inline constexpr char kOnePdf[] = "Another PDF is being made. Try again when it is done.";

struct Session::Trial {
  explicit Trial(const Ports& ports)
      : session({vault, ports.clock, ports.random, ports.files, ports.pdf, ports.preferences,
                 ports.notifications}) {}

  void tick() {
    vault.answer();
    session.tick();
  }
  int next_tick_ms() const { return vault.owes_answers() ? 1 : session.next_tick_ms(); }

  ScratchVault vault;
  Session session;
};

}  // namespace app
