#include "ui/semantics.h"

#include <algorithm>
#include <cassert>

namespace ui {
namespace {

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

std::string described(const Node& node) {
  return "node " + std::to_string(node.id) + " (role " +
         std::to_string(static_cast<int>(node.role)) + ", \"" + node.name + "\")";
}

}  // namespace

void Semantics::begin_frame() {
  nodes_.clear();
  index_.clear();
  parents_.clear();
  seen_items_.clear();
  taken_.clear();
  faults_.clear();
}

// Whatever no widget took was meant for a page that is gone. A second press of the same widget
// within one frame is kept for the next, so that two presses act twice.
void Semantics::end_frame() {
  assert(parents_.empty());
  const auto stale = [this](NodeId id) {
    return std::find(taken_.begin(), taken_.end(), id) == taken_.end();
  };
  activations_.erase(std::remove_if(activations_.begin(), activations_.end(), stale),
                     activations_.end());
  texts_.clear();
  choices_.clear();
  focus_changed_ = false;
}

Node& Semantics::add(NodeId id, Role role, std::string_view name, Rect rect) {
  if (id == 0 || index_.count(id) != 0) {
    faults_.push_back("id used twice: \"" + std::string(name) + "\"");
    do ++id;
    while (id == 0 || index_.count(id) != 0);
  }
  index_.emplace(id, nodes_.size());
  Node& node = nodes_.emplace_back();
  node.id = id;
  node.parent = parents_.empty() ? 0 : parents_.back();
  node.role = role;
  node.rect = rect;
  node.name = name;
  return node;
}

void Semantics::set_rect(NodeId id, Rect rect) {
  const auto found = index_.find(id);
  assert(found != index_.end());
  nodes_[found->second].rect = rect;
}

void Semantics::set_field(NodeId id, std::string_view field) {
  const auto found = index_.find(id);
  assert(found != index_.end());
  nodes_[found->second].field = field;
}

void Semantics::set_keys(NodeId id, std::string_view keys) {
  const auto found = index_.find(id);
  assert(found != index_.end());
  nodes_[found->second].keys = keys;
}

void Semantics::describe(NodeId id, std::string_view words) {
  const auto found = index_.find(id);
  assert(found != index_.end());
  std::string& description = nodes_[found->second].description;
  if (!description.empty()) description += description.back() == '.' ? " " : ". ";
  description += words;
}

void Semantics::push_parent(NodeId id) {
  assert(index_.count(id) != 0);
  parents_.push_back(id);
}

void Semantics::pop_parent() {
  assert(!parents_.empty());
  parents_.pop_back();
}

void Semantics::request_focus(NodeId id) {
  focus_request_ = id;
}

const Node* Semantics::find(Role role, std::string_view name) const {
  for (const Node& node : nodes_) {
    if (node.role == role && node.name == name) return &node;
  }
  return nullptr;
}

const Node* Semantics::find(NodeId id) const {
  const auto found = index_.find(id);
  return found == index_.end() ? nullptr : &nodes_[found->second];
}

std::optional<NodeId> Semantics::take_focus_request() {
  std::optional<NodeId> request;
  request.swap(focus_request_);
  return request;
}

void Semantics::activate(NodeId id) {
  activations_.push_back(id);
}

void Semantics::set_text(NodeId id, std::string text) {
  texts_[id] = std::move(text);
}

void Semantics::choose(NodeId id, int option) {
  choices_[id] = option;
}

void Semantics::focused(NodeId id) {
  if (id == focus_) return;
  focus_ = id;
  focus_changed_ = true;
}

void Semantics::set_focus_visible(bool visible) {
  if (visible == focus_visible_) return;
  focus_visible_ = visible;
  focus_changed_ = true;
}

bool Semantics::take_activation(NodeId id) {
  const auto found = std::find(activations_.begin(), activations_.end(), id);
  if (found == activations_.end()) return false;
  if (std::find(taken_.begin(), taken_.end(), id) != taken_.end()) return false;
  activations_.erase(found);
  taken_.push_back(id);
  return true;
}

std::optional<std::string> Semantics::take_text(NodeId id) {
  const auto found = texts_.find(id);
  if (found == texts_.end()) return std::nullopt;
  std::optional<std::string> text(std::move(found->second));
  texts_.erase(found);
  return text;
}

std::optional<int> Semantics::take_choice(NodeId id) {
  const auto found = choices_.find(id);
  if (found == choices_.end()) return std::nullopt;
  const int option = found->second;
  choices_.erase(found);
  return option;
}

bool Semantics::has_pending_actions() const {
  return !activations_.empty() || !texts_.empty() || !choices_.empty() || focus_changed_;
}

void Semantics::saw_item(NodeId id) {
  seen_items_.push_back(id);
}

bool Semantics::interactive(Role role) {
  switch (role) {
    case Role::kButton:
    case Role::kLink:
    case Role::kTextField:
    case Role::kTextArea:
    case Role::kPassword:
    case Role::kCheckbox:
    case Role::kRadio:
    case Role::kSelect:
    case Role::kTab:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> Semantics::audit() const {
  std::vector<std::string> faults = faults_;
  for (NodeId id : seen_items_) {
    if (find(id) == nullptr) faults.push_back("item " + std::to_string(id) + " has no node");
  }
  for (const Node& node : nodes_) {
    const bool needs_name =
        interactive(node.role) || node.role == Role::kHeading || node.role == Role::kImage ||
        node.role == Role::kRadioGroup || node.role == Role::kGroup || node.role == Role::kTable ||
        node.role == Role::kDialog || node.role == Role::kRegion || node.role == Role::kTabList ||
        node.role == Role::kTabPanel || node.role == Role::kProgress;
    if (needs_name && blank(node.name)) faults.push_back(described(node) + " has no name");
    const Node* parent = find(node.parent);
    if (node.parent != 0 && parent == nullptr)
      faults.push_back(described(node) + " lost its parent");
    if (node.role == Role::kRadio && (!parent || parent->role != Role::kRadioGroup)) {
      faults.push_back(described(node) + " stands outside a radio group");
    }
    if (node.role == Role::kListItem && (!parent || parent->role != Role::kList)) {
      faults.push_back(described(node) + " stands outside a list");
    }
    if (node.role == Role::kTab && (!parent || parent->role != Role::kTabList)) {
      faults.push_back(described(node) + " stands outside a tab list");
    }
  }
  return faults;
}

}  // namespace ui
