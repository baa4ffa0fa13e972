#include "app/undo.h"

#include <utility>

namespace app {
namespace {

constexpr int64_t kRestMs = 1500;
constexpr size_t kMost = 200;  // steps; a draft is a few kilobytes

}  // namespace

void UndoHistory::note(const std::string& field, const Moment& before, calendar::Instant at) {
  const bool goes_on = field == field_ && at.ms - at_.ms < kRestMs && can_undo();
  field_ = field;
  at_ = at;
  after_.clear();
  if (goes_on) return;
  if (before_.size() == kMost) before_.erase(before_.begin());
  before_.push_back(before);
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
