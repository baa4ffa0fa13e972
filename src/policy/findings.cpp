#include "policy/findings.h"

#include <algorithm>
#include <utility>

namespace policy {
namespace {

bool is_at_or_within(std::string_view place, std::string_view part) {
  return place.starts_with(part) && (place.size() == part.size() || place[part.size()] == '/');
}

// "/roles", "/roles/3" or "/roles/3/id" for the list "/roles".
bool hides_names(std::string_view place, std::string_view list) {
  if (!is_at_or_within(place, list)) return false;
  place.remove_prefix(list.size());
  if (place.empty()) return true;
  const size_t end_of_index = place.find('/', 1);
  return end_of_index == std::string_view::npos || place.substr(end_of_index) == "/id";
}

}  // namespace

Findings::Findings(std::string_view file, std::vector<base::Error> earlier)
    : file_(file), earlier_(earlier.size()), errors_(std::move(earlier)) {}

void Findings::add(base::ErrorCode code, std::string_view pointer, std::string_view message,
                   std::string_view found, std::string_view expected) {
  for (size_t i = 0; i < earlier_; ++i) {
    if (is_at_or_within(pointer, errors_[i].where.pointer)) return;
  }
  errors_.push_back({code,
                     std::string(message),
                     {file_, std::string(pointer)},
                     std::string(found),
                     std::string(expected)});
}

bool Findings::names_known(std::string_view list) const {
  return std::none_of(
      errors_.begin(), errors_.begin() + static_cast<std::ptrdiff_t>(earlier_),
      [&](const base::Error& error) { return hides_names(error.where.pointer, list); });
}

bool Findings::found_earlier_under(std::string_view prefix) const {
  return std::any_of(
      errors_.begin(), errors_.begin() + static_cast<std::ptrdiff_t>(earlier_),
      [&](const base::Error& error) { return error.where.pointer.starts_with(prefix); });
}

std::vector<base::Error> Findings::take() && {
  return std::move(errors_);
}

std::string below(std::string_view pointer, std::string_view key) {
  std::string place(pointer);
  place += '/';
  for (const char c : key) {
    if (c == '~') {
      place += "~0";
    } else if (c == '/') {
      place += "~1";
    } else {
      place += c;
    }
  }
  return place;
}

std::string below(std::string_view pointer, size_t index) {
  return std::string(pointer) + '/' + std::to_string(index);
}

std::string in_quotes(std::string_view text) {
  return "“" + std::string(text) + "”";
}

}  // namespace policy
