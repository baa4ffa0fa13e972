#include "app/undo.h"

#include <utility>

namespace app {
namespace {

constexpr size_t kMost = 200;             // steps
constexpr size_t kMostBytes = 2'000'000;  // of all of them: a pasted page is in every one after it

size_t bytes_of(const Draft& draft) {
  size_t bytes = 0;
  for (const auto& [key, text] : draft.text) bytes += key.size() + text.size();
  for (const auto& [key, list] : draft.chosen) {
    for (const std::string& each : list) bytes += each.size();
  }
  return bytes;
}

}  // namespace

void UndoHistory::note(const std::string& field, const Moment& before, calendar::Instant at) {
  const bool goes_on = field == field_ && at.ms - at_.ms < kRestMs && can_undo();
  field_ = field;
  at_ = at;
  after_.clear();
  if (goes_on) return;
  before_.push_back(before);
  // The last steps that fit, and always the last one.
  size_t kept = 0, bytes = 0;
  while (kept < before_.size() && kept < kMost) {
    bytes += bytes_of(before_[before_.size() - 1 - kept].draft);
    if (kept > 0 && bytes > kMostBytes) break;
    ++kept;
  }
  before_.erase(before_.begin(), before_.end() - std::ptrdiff_t(kept));
}

std::optional<UndoHistory::Moment> UndoHistory::undo(const Moment& now) {
  if (!can_undo()) return std::nullopt;
  Moment back = std::move(before_.back());
  before_.pop_back();
  field_.clear();
  after_.push_back({now.draft, back.page, back.target});  // where the change is to be seen again
  return back;
}

std::optional<UndoHistory::Moment> UndoHistory::redo(const Moment& now) {
  if (!can_redo()) return std::nullopt;
  Moment forward = std::move(after_.back());
  after_.pop_back();
  field_.clear();
  before_.push_back({now.draft, forward.page, forward.target});
  return forward;
}

}  // namespace app
