#include "policy/words.h"

#include <algorithm>

#include "base/text.h"

namespace policy {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

}  // namespace

std::string sentence(std::string_view text) {
  std::string whole(base::trimmed(text));
  for (const std::string_view end : {".", "!", "?", "…", ".”", "?”", "!”"}) {
    if (whole.ends_with(end)) return whole;
  }
  return whole + '.';
}

std::string label_in_sentence(std::string_view label) {
  std::string text(label);
  if (!text.empty() && is_upper(text[0]) && (text.size() == 1 || !is_upper(text[1]))) {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

std::string title_in_sentence(std::string_view title) {
  const bool capitals = !title.empty() && std::any_of(title.begin() + 1, title.end(), is_upper);
  return capitals ? std::string(title) : label_in_sentence(title);
}

std::string listed_with_or(const std::vector<std::string>& items) {
  if (items.empty()) return {};
  const std::vector<std::string> before(items.begin(), items.end() - 1);
  return before.empty() ? items.back() : base::joined(before, ", ") + " or " + items.back();
}

std::string stages_in_words(const std::vector<std::string>& ids, const Policy& policy,
                            bool choice) {
  struct Run {  // labels one after another that begin with the same word: "stage" 1, 2
    std::string word;
    std::vector<std::string> numbers;
  };
  std::vector<Run> runs;
  for (const std::string& id : ids) {
    const Stage* stage = policy.stage(id);
    const std::string label = label_in_sentence(stage ? stage->label : id);
    const size_t space = label.rfind(' ');
    const bool has_number = space != std::string::npos &&
                            label.find_first_not_of("0123456789", space + 1) == label.npos;
    const std::string word = label.substr(0, has_number ? space : label.size());
    if (runs.empty() || !has_number || runs.back().word != word) runs.push_back({word, {}});
    if (has_number) runs.back().numbers.push_back(label.substr(space + 1));
  }
  std::vector<std::string> items;
  for (const Run& run : runs) {
    const bool many = run.numbers.size() > 1 && !choice;
    items.push_back(run.word + (many ? "s" : ""));
    if (run.numbers.empty()) continue;
    items.back() += ' ' + (choice ? listed_with_or(run.numbers) : base::listed(run.numbers));
  }
  return choice ? listed_with_or(items) : base::listed(items);
}

std::string recipient_in_words(const std::string& id_or_post, const Policy& policy) {
  if (const Contact* contact = policy.contact(id_or_post)) return contact->name;
  std::vector<std::string> names;
  for (const Contact& contact : policy.contacts) {
    if (contact.post == id_or_post) names.push_back(contact.name);
  }
  if (names.empty()) return id_or_post;
  return listed_with_or(names) + (names.size() > 1 ? ", by area" : "");
}

std::string side_in_words(Party::Side side) {
  switch (side) {
    case Party::Side::kConcerned:
      return "the side that raises it";
    case Party::Side::kResponding:
      return "the other side";
    case Party::Side::kPartnership:
      return "the partnership";
    case Party::Side::kExternal:
      return "somebody outside the partnership";
  }
  return {};
}

std::string condition_in_words(const Condition& condition, const Policy& policy) {
  std::vector<std::string> all;
  if (condition.immediate_risk) {
    all.push_back(*condition.immediate_risk ? "there is immediate risk"
                                            : "there is no immediate risk");
  }
  if (condition.outcome) {
    all.push_back(*condition.outcome == Outcome::kAgreed ? "agreement was reached"
                                                         : "no agreement was reached");
  }
  if (!condition.priorities.empty()) {
    std::vector<std::string> titles;
    for (const std::string& id : condition.priorities) {
      const Priority* priority = policy.priority(id);
      titles.push_back(priority ? priority->title : id);
    }
    all.push_back("the priority is " + listed_with_or(titles));
  }
  return base::listed(all);
}

}  // namespace policy
