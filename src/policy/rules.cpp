#include "policy/rules.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "policy/flow.h"
#include "policy/words.h"

namespace policy {
namespace {

using base::listed;

std::string numbered(std::string_view list, size_t index) {
  return std::string(list) + '/' + std::to_string(index + 1);
}

std::string words_for(std::string_view id,
                      std::initializer_list<std::pair<const char*, const char*>> words) {
  for (const auto& [word, meaning] : words) {
    if (id == word) return meaning;
  }
  return std::string(id);
}

// Puts the sections together one after another.
class Writer {
 public:
  explicit Writer(const Policy& policy) : policy_(policy) {}

  std::vector<RuleSection> all() && {
    about();
    scope();
    roles();
    for (const Stage& each : policy_.stages) stage(each);
    time();
    duties();
    risk();
    for (const Form& each : policy_.forms) form(each);
    for (size_t i = 0; i < policy_.prompts.size(); ++i) {
      const PromptGroup& group = policy_.prompts[i];
      open(numbered("prompts", i), group.heading);
      for (size_t j = 0; j < group.prompts.size(); ++j) {
        add(numbered(numbered("prompts", i), j), group.prompts[j], group.cite);
      }
    }
    open("prompt_values", "How to hold the conversation");
    statements("prompt_values", policy_.prompt_values);
    open("afterwards", "Afterwards");
    statements("afterwards", policy_.afterwards);
    open("contacts", "Contacts");
    for (const Contact& contact : policy_.contacts) {
      const Area* area = policy_.area(contact.area);
      add("contacts/" + contact.id,
          contact.name + (area ? ", for " + area->name : "") + ": " + contact.email, contact.cite);
    }
    std::erase_if(sections_, [](const RuleSection& one) { return one.rules.empty(); });
    return std::move(sections_);
  }

 private:
  void open(std::string key, std::string heading) {
    sections_.push_back({std::move(key), std::move(heading), {}});
  }
  void add(std::string key, std::string text, std::optional<Citation> cite = std::nullopt) {
    sections_.back().rules.push_back({std::move(key), std::move(text), std::move(cite)});
  }
  void statements(std::string_view key, const std::vector<Statement>& all) {
    for (size_t i = 0; i < all.size(); ++i) add(numbered(key, i), all[i].text, all[i].cite);
  }
  void clock(const std::string& key, const Clock& one) {
    add(key, clock_rule(one, policy_), one.cite);
  }

  void about() {
    open("about", "About this procedure");
    add("about/title", sentence(policy_.title));
    add("about/short_title", "In short: " + sentence(policy_.short_title));
    add("about/partnership", "Issued by: " + sentence(policy_.partnership));
    add("about/version", "Version: " + sentence(policy_.version));
    if (!policy_.adopted.empty()) add("about/adopted", "Adopted: " + sentence(policy_.adopted));
    if (policy_.review_due) {
      add("about/review_due",
          "Its review is due on " + calendar::in_words(*policy_.review_due) + '.');
    }
    if (!policy_.base.empty()) {
      add("about/base", "It is the policy “" + policy_.base + "” with local changes.");
    }
    add("about/division",
        "Working days leave out the bank holidays of " + division_in_words(policy_.division) + '.');
    add("about/stage_word", "Each of its parts is called a " + policy_.stage_word + '.');
    add("about/summary", policy_.summary);
    open("sources", "Sources");
    for (const Source& source : policy_.sources) {
      std::string text = source.title + ", " + source.publisher;
      if (!source.date.empty()) text += ", " + source.date;
      if (!source.short_title.empty()) text += "; cited as “" + source.short_title + "”";
      add("sources/" + source.id, sentence(text));
    }
    open("areas", "Areas");
    for (const Area& area : policy_.areas) {
      add("areas/" + area.id, sentence(area.name + ": " + area.partnership));
    }
    open("principles", "Principles");
    statements("principles", policy_.principles);
  }

  void scope() {
    open("scope", "When to use it");
    std::vector<std::string> between;
    for (const Reach reach : policy_.reach) {
      between.push_back(reach == Reach::kBetweenAgencies ? "between agencies" : "within an agency");
    }
    add("scope/reach", "It is for disagreements " + listed(between) + '.');
    std::vector<std::string> subjects;
    for (const std::string& subject : policy_.subjects) {
      subjects.push_back(words_for(subject, {{"child", "children"},
                                             {"unborn", "unborn children"},
                                             {"family", "families"},
                                             {"adult", "adults"},
                                             {"theme", "themes"}}));
    }
    add("scope/subjects", "They may be about " + listed(subjects) + '.');
    for (const DisagreementArea& area : policy_.disagreements) {
      add("disagreements/" + area.id, "An area of disagreement: " + sentence(area.text), area.cite);
    }
    for (const ScopeTest& test : policy_.tests) {
      const std::string hint = test.hint.empty() ? "" : ' ' + sentence(test.hint);
      add("tests/" + test.id, "Ask first: " + test.question + hint, test.cite);
    }
    for (const Exclusion& exclusion : policy_.exclusions) {
      const std::string key = "exclusions/" + exclusion.id;
      add(key, "Not for this: " + exclusion.question + " If so: " + sentence(exclusion.use_instead),
          exclusion.cite);
      if (exclusion.clock) clock(key + "/clock", *exclusion.clock);
    }
  }

  void roles() {
    open("roles", "Who takes part");
    for (const Role& role : policy_.roles) {
      std::string text = role.title;
      for (size_t i = 0; i < role.equivalents.size(); ++i) {
        text += (i == 0 ? ". By agency: " : "; ") + role.equivalents[i].agency + ", " +
                role.equivalents[i].title;
      }
      const std::string key = "roles/" + role.id;
      add(key, sentence(text), role.cite);
      if (!role.in_absence) continue;
      text = "Where an agency has nobody in this role (" + title_in_sentence(role.title) +
             "): " + sentence(role.in_absence->text);
      if (const Role* other = policy_.role(role.in_absence->role)) {
        text += " Instead acts: " + title_in_sentence(other->title) + '.';
      }
      add(key + "/in_absence", text, role.in_absence->cite);
    }
  }

  void stage(const Stage& stage) {
    const std::string key = "stages/" + stage.id;
    open(key, stage.label + ": " + stage.title);
    add(key, stage.summary, stage.cite);
    std::string kind = "This " + policy_.stage_word + " is " + kind_in_words(stage.kind);
    if (!stage.label.ends_with(' ' + std::to_string(stage.number))) {
      kind += stage.number == 0 ? " and has no number"
                                : " and is number " + std::to_string(stage.number);
    }
    add(key + "/kind", kind + '.');
    add(key + "/parties", base::capitalised(parties_with_sides(stage.speaks, policy_)) +
                              (stage.speaks.size() == 1 ? " speaks to " : " speak to ") +
                              parties_with_sides(stage.with, policy_) + '.');
    add(key + "/channel", channel_in_words(stage.channel));
    statements(key + "/guidance", stage.guidance);
    for (const Clock& one : stage.clocks) clock(key + "/clocks/" + one.id, one);
    for (size_t i = 0; i < stage.alternatives.size(); ++i) {
      const Alternative& other = stage.alternatives[i];
      const Role* role = policy_.role(other.role);
      add(numbered(key + "/alternatives", i),
          "Instead: " + title_in_sentence(role ? role->title : other.role) + ". " +
              sentence(other.text),
          other.cite);
    }
    if (stage.judge) {
      add(key + "/judge",
          "Whether it is resolved is for " + parties_with_sides(stage.judge->parties, policy_) +
              " to say. " + sentence(stage.judge->text),
          stage.judge->cite);
    }
    if (stage.meeting) {
      add(key + "/meeting",
          "A meeting: " + sentence(stage.meeting->text) + ' ' +
              chair_in_words(stage.meeting->chair),
          stage.meeting->cite);
    }
    for (size_t i = 0; i < stage.outputs.size(); ++i) {
      add(numbered(key + "/outputs", i), "What comes of it: " + sentence(stage.outputs[i].text),
          stage.outputs[i].cite);
    }
    add(key + "/next", stage.next.empty() ? "Nothing follows it."
                                          : "What is not resolved goes on to " +
                                                stages_in_words(stage.next, policy_, true) + '.');
    add(key + "/may_resolve", stage.may_resolve ? "The disagreement may be resolved here."
                                                : "The disagreement cannot be resolved here.");
  }

  void time() {
    open("budgets", "Time that is shared");
    for (const Budget& budget : policy_.budgets) {
      add("budgets/" + budget.clock.id,
          base::capitalised(stages_in_words(budget.stages, policy_)) +
              " together: " + clock_rule(budget.clock, policy_),
          budget.clock.cite);
    }
    open("priorities", "Priorities");
    for (const Priority& priority : policy_.priorities) {
      add("priorities/" + priority.id, priority.title + ": " + sentence(priority.text),
          priority.cite);
    }
  }

  void duties() {
    open("duties", "Duties");
    for (const Duty& duty : policy_.duties) {
      const std::string key = "duties/" + duty.id;
      add(key, duty_in_words(duty, policy_), duty.cite);
      if (duty.clock) clock(key + "/clock", *duty.clock);
    }
  }

  void risk() {
    open("risk", "Immediate risk");
    for (size_t i = 0; i < policy_.risk.actions.size(); ++i) {
      const RiskAction& action = policy_.risk.actions[i];
      add(numbered("risk/actions", i), action.text, action.cite);
    }
    for (size_t i = 0; i < policy_.risk.direct_entry.size(); ++i) {
      const DirectEntry& entry = policy_.risk.direct_entry[i];
      add(numbered("risk/direct_entry", i),
          "A disagreement may go straight to " + stages_in_words(entry.stages, policy_, true) +
              ' ' + sentence(entry.when),
          entry.cite);
    }
  }

  void form(const Form& form) {
    const std::string key = "forms/" + form.id;
    open(key, "Form: " + form.title);
    add(key, form.purpose, form.cite);
    add(key + "/use", form_use_in_words(form, policy_));
    for (const FormField& field : form.fields) {
      add(key + "/fields/" + field.id, field_in_words(field, policy_));
    }
  }

  const Policy& policy_;
  std::vector<RuleSection> sections_;
};

}  // namespace

std::string division_in_words(std::string_view division) {
  return words_for(division, {{"england-and-wales", "England and Wales"},
                              {"scotland", "Scotland"},
                              {"northern-ireland", "Northern Ireland"}});
}

std::vector<RuleSection> rules_of(const Policy& policy) {
  return Writer(policy).all();
}

std::string parties_in_words(const std::vector<Party>& parties, const Policy& policy) {
  return base::capitalised(parties_in_sentence(parties, policy));
}

}  // namespace policy
