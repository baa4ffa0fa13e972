// What was typed or chosen and is not committed yet can be taken back, step by step, and put there
// again. A step is what was done to one field without a rest: not a letter, not a whole page. What
// is committed is a fact and is corrected by another one, never undone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/state.h"

namespace app {

// Without a key: the end of a step, and of what is kept as half written.
inline constexpr int64_t kRestMs = 1500;

// Of one draft.
class UndoHistory {
 public:
  // A draft as it was, and the page that the next change was made on.
  struct Moment {
    Draft draft;
    Page page = Page::kHome;
    std::string target;
  };

  // Before `field` is changed at that time; `before` is as it stands now.
  void note(const std::string& field, const Moment& before, calendar::Instant at);
  bool can_undo() const { return !before_.empty(); }
  bool can_redo() const { return !after_.empty(); }
  // The moment to go back to, or forward to; `now` is as it stands.
  std::optional<Moment> undo(const Moment& now);
  std::optional<Moment> redo(const Moment& now);

 private:
  std::vector<Moment> before_, after_;
  std::string field_;  // changed last
  calendar::Instant at_;
};

}  // namespace app
