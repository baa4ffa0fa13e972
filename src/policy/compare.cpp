#include "policy/compare.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace policy {
namespace {

constexpr size_t kNone = static_cast<size_t>(-1);

bool is_number(std::string_view part) {
  return !part.empty() && part.find_first_not_of("0123456789") == part.npos;
}

// Whether the key ends in a place ("principles/3") and not in an id, which begins with a letter.
bool is_placed(std::string_view key) {
  return is_number(key.substr(key.rfind('/') + 1));
}

// "prompts/2/5" → "prompts": the list that a placed thing stands in, in whatever place.
std::string list_of(std::string_view key) {
  std::string list;
  while (!key.empty()) {
    const size_t slash = std::min(key.find('/'), key.size());
    if (!is_number(key.substr(0, slash))) list.append(key.substr(0, slash)) += '/';
    key.remove_prefix(std::min(slash + 1, key.size()));
  }
  return list;
}

const std::string& text_of(const Rule& rule) {
  return rule.text;
}
const std::string& text_of(const RuleSection& section) {
  return section.heading;
}

bool is_same_citation(const std::optional<Citation>& a, const std::optional<Citation>& b) {
  if (!a || !b) return a.has_value() == b.has_value();
  return a->source == b->source && a->place == b->place && a->words == b->words &&
         a->reading == b->reading;
}
bool is_same(const Rule& a, const Rule& b) {
  return a.text == b.text && is_same_citation(a.cite, b.cite);
}

// Texts as one key; each with its length, so that no two lists of texts give the same.
std::string key_of(std::initializer_list<std::string_view> texts) {
  std::string key;
  for (const std::string_view text : texts) {
    key.append(std::to_string(text.size())) += ':';
    key += text;
  }
  return key;
}
std::string whole_key(const Rule& rule) {
  if (!rule.cite) return key_of({list_of(rule.key), rule.text});
  return key_of({list_of(rule.key), rule.text, rule.cite->source, rule.cite->place,
                 rule.cite->words, rule.cite->reading});
}
std::string whole_key(const RuleSection& section) {
  return key_of({list_of(section.key), section.heading, std::to_string(section.rules.size())});
}

// Which of `before` each of `after` was; kNone for what is new. By tables, not by looking through
// all for each: an imported file may have tens of thousands of statements.
template <typename Item>
class Matching {
 public:
  Matching(const std::vector<Item>& before, const std::vector<Item>& after)
      : before_(before), after_(after), was_(after.size(), kNone), used_(before.size(), false) {
    // What has an id is matched by it. What has none, by what it says: with its citation first, as
    // the same words may stand twice.
    pass(false, [](const Item& item) { return item.key; });
    pass(true, [](const Item& item) { return whole_key(item); });
    pass(true, [](const Item& item) { return key_of({list_of(item.key), text_of(item)}); });
    const auto in_one_list = [](const Item& a, const Item& b) {
      return is_placed(a.key) && is_placed(b.key) && list_of(a.key) == list_of(b.key);
    };
    // A new one that stands just where one went is that one, in other words.
    for (size_t i = 0; i < after.size(); ++i) {
      const size_t place = i == 0 ? 0 : was_[i - 1] == kNone ? kNone : was_[i - 1] + 1;
      if (was_[i] == kNone && place < before.size() && !used_[place] &&
          in_one_list(before[place], after[i])) {
        match(place, i);
      }
    }
  }

  // Pairs of places, kNone where one side has nothing: in the order of `after`, and what was
  // removed behind what it stood behind before.
  std::vector<std::pair<size_t, size_t>> in_order() const {
    std::vector<std::pair<size_t, size_t>> pairs;
    const auto add_removed_from = [&](size_t place) {
      for (; place < before_.size() && !used_[place]; ++place) pairs.emplace_back(place, kNone);
    };
    add_removed_from(0);
    for (size_t i = 0; i < after_.size(); ++i) {
      pairs.emplace_back(was_[i], i);
      if (was_[i] != kNone) add_removed_from(was_[i] + 1);
    }
    return pairs;
  }

 private:
  // Matches what has the same key, the first with the first, among those that are placed or not.
  template <typename KeyOf>
  void pass(bool placed, KeyOf key_of_item) {
    std::map<std::string, std::vector<size_t>> left;  // the first is the last of each
    for (size_t j = before_.size(); j-- > 0;) {
      if (used_[j] || is_placed(before_[j].key) != placed) continue;
      left[key_of_item(before_[j])].push_back(j);
    }
    for (size_t i = 0; i < after_.size(); ++i) {
      if (was_[i] != kNone || is_placed(after_[i].key) != placed) continue;
      const auto found = left.find(key_of_item(after_[i]));
      if (found == left.end() || found->second.empty()) continue;
      match(found->second.back(), i);
      found->second.pop_back();
    }
  }
  void match(size_t before, size_t after) {
    was_[after] = before;
    used_[before] = true;
  }

  const std::vector<Item>& before_;
  const std::vector<Item>& after_;
  std::vector<size_t> was_;
  std::vector<bool> used_;
};

std::vector<ComparedRule> compared(const std::vector<Rule>& before,
                                   const std::vector<Rule>& after) {
  std::vector<ComparedRule> rules;
  for (const auto& [was, is] : Matching<Rule>(before, after).in_order()) {
    ComparedRule rule;
    if (was != kNone) rule.before = before[was];
    if (is != kNone) rule.after = after[is];
    rule.change = was == kNone                       ? Change::kAdded
                  : is == kNone                      ? Change::kRemoved
                  : is_same(rule.before, rule.after) ? Change::kSame
                                                     : Change::kChanged;
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace

std::vector<ComparedSection> compare(const Policy& before, const Policy& after) {
  const std::vector<RuleSection> old_sections = rules_of(before);
  const std::vector<RuleSection> new_sections = rules_of(after);
  const RuleSection nothing;
  std::vector<ComparedSection> sections;
  for (const auto& [was, is] : Matching<RuleSection>(old_sections, new_sections).in_order()) {
    const RuleSection& then = was == kNone ? nothing : old_sections[was];
    const RuleSection& now = is == kNone ? nothing : new_sections[is];
    const RuleSection& named = is == kNone ? then : now;
    ComparedSection section{named.key, named.heading, compared(then.rules, now.rules)};
    // A heading says something too: the title of a stage.
    if (was != kNone && is != kNone && then.heading != now.heading) {
      section.rules.insert(section.rules.begin(),
                           {Change::kChanged,
                            {then.key + "/heading", then.heading, std::nullopt},
                            {now.key + "/heading", now.heading, std::nullopt}});
    }
    sections.push_back(std::move(section));
  }
  return sections;
}

}  // namespace policy
