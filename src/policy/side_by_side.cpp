// Two procedures in short lines beside each other (compare.h).
#include <algorithm>
#include <utility>

#include "base/order.h"
#include "base/text.h"
#include "policy/compare.h"
#include "policy/flow.h"
#include "policy/words.h"

namespace policy {
namespace {

// By number; those without one first; otherwise as in the file.
std::vector<const Stage*> in_order(const Policy& policy) {
  std::vector<const Stage*> stages;
  for (const Stage& stage : policy.stages) stages.push_back(&stage);
  base::sort(stages, [](const Stage* a, const Stage* b) { return a->number < b->number; });
  return stages;
}

std::string stage_line(const Stage& stage, const Policy& policy) {
  std::vector<std::string> times;
  for (const Clock& clock : stage.clocks) {
    times.push_back(stage.clocks.size() == 1
                        ? clock_phrase(clock, policy, true)
                        : label_in_sentence(what_by_when(clock, policy, true)));
  }
  return stage.title + (times.empty() ? "" : ", " + base::joined(times, "; "));
}

std::string shared_time(const Policy& policy) {
  std::vector<std::string> texts;
  for (const FlowSpan& span : flow_of(policy).spans) texts.push_back(span.text);
  return base::joined(texts, "; ");
}

std::string immediate_risk(const Policy& policy) {
  std::vector<std::string> ways;
  for (const DirectEntry& entry : policy.risk.direct_entry) {
    ways.push_back("straight to " + stages_in_words(entry.stages, policy, true) + ' ' + entry.when);
  }
  return base::capitalised(base::joined(ways, "; "));
}

std::string last_decision(const Policy& policy) {
  std::vector<std::string> all;
  for (const Stage& stage : policy.stages) {
    if (!stage.next.empty()) continue;
    all.push_back(parties_in_words(stage.judge ? stage.judge->parties : stage.with, policy));
  }
  return base::joined(all, "; or ");
}

// Everyone whom a form goes to or is copied to.
std::string recipients(const Policy& policy) {
  std::vector<std::string> lines;
  const auto note = [&](const std::string& id_or_post) {
    for (const Contact& contact : policy.contacts) {
      if (id_or_post.empty() || (contact.id != id_or_post && contact.post != id_or_post)) continue;
      std::string line = contact.name + " (" + contact.email + ")";
      if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
        lines.push_back(std::move(line));
      }
    }
  };
  for (const Form& form : policy.forms) {
    note(form.send_to);
    note(form.copy_to);
  }
  for (const Duty& duty : policy.duties) note(duty.copy_to);
  return base::joined(lines, "; ");
}

}  // namespace

std::vector<SideBySide> side_by_side(const Policy& first, const Policy& second) {
  std::vector<SideBySide> lines;
  const auto add = [&](std::string topic, std::string one, std::string other) {
    if (one.empty() && other.empty()) return;
    lines.push_back({std::move(topic), std::move(one), std::move(other)});
  };
  add("Issued by", first.partnership, second.partnership);
  add("Version", first.version, second.version);

  const std::vector<const Stage*> left = in_order(first);
  const std::vector<const Stage*> right = in_order(second);
  for (size_t i = 0, j = 0; i < left.size() || j < right.size();) {
    const bool from_left =
        j == right.size() || (i < left.size() && left[i]->number <= right[j]->number);
    const bool from_right =
        i == left.size() || (j < right.size() && right[j]->number <= left[i]->number);
    const Stage* one = from_left ? left[i++] : nullptr;
    const Stage* other = from_right ? right[j++] : nullptr;
    std::string topic = (one ? one : other)->label;
    if (one && other && one->label != other->label) topic += " / " + other->label;
    add(std::move(topic), one ? stage_line(*one, first) : "",
        other ? stage_line(*other, second) : "");
  }

  add("Shared time", shared_time(first), shared_time(second));
  add("Immediate risk", immediate_risk(first), immediate_risk(second));
  add("Who decides last", last_decision(first), last_decision(second));
  add("Where notices go", recipients(first), recipients(second));
  return lines;
}

}  // namespace policy
