// Strict well-formedness of the XML that our HTML pages also are: every element closed in order,
// attributes quoted, no bare "<" or "&", only the entities that XML has. Returns what is wrong, or
// nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace example {

inline bool is_reference(std::string_view rest) {
  for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"}) {
    if (rest.starts_with(known)) return true;
  }
  return false;
}

inline std::string fault_in_tag(std::string_view inside, std::string& name) {
  size_t i = inside.find_first_of(" \n");
  name = std::string(inside.substr(0, i));
  if (name.empty() || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") != name.npos) {
    return "not an element's name: " + name;
  }
  while (i < inside.size()) {
    i = inside.find_first_not_of(" \n", i);
    if (i == inside.npos) return "";
    const size_t equals = inside.find("=\"", i);
    if (equals == inside.npos) return "attribute without a quoted value in " + name;
    const size_t end = inside.find('"', equals + 2);
    if (end == inside.npos) return "attribute without an end in " + name;
    for (size_t at = equals; at < end; ++at) {
      if (inside[at] == '<' || (inside[at] == '&' && !is_reference(inside.substr(at)))) {
        return "unescaped attribute in " + name;
      }
    }
    i = end + 1;
  }
  return "";
}

inline std::string fault_in_xml(std::string_view page) {
  const std::string_view doctype = "<!DOCTYPE html>\n";
  if (!page.starts_with(doctype)) return "no doctype";
  page.remove_prefix(doctype.size());
  std::vector<std::string> open;
  for (size_t i = 0; i < page.size();) {
    if (page[i] == '&' && !is_reference(page.substr(i))) return "bare &";
    if (page[i] != '<') {
      ++i;
      continue;
    }
    const size_t end = page.find('>', i);
    if (end == page.npos) return "a tag without an end";
    std::string_view inside = page.substr(i + 1, end - i - 1);
    i = end + 1;
    if (inside.starts_with('/')) {
      if (open.empty() || open.back() != inside.substr(1))
        return "closes out of order: " + std::string(inside);
      open.pop_back();
      continue;
    }
    const bool empty = inside.ends_with('/');
    if (empty) inside.remove_suffix(1);
    std::string name;
    if (std::string fault = fault_in_tag(inside, name); !fault.empty()) return fault;
    if (!empty) open.push_back(name);
  }
  return open.empty() ? "" : "never closed: " + open.back();
}

}  // namespace example
