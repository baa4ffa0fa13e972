#include "policy/check.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "policy/read.h"

namespace policy {
namespace {

using base::ErrorCode;
using Ids = std::vector<std::string>;

template <typename Parts>
Ids ids_of(const Parts& parts) {
  Ids ids;
  for (const auto& part : parts) ids.push_back(part.id);
  return ids;
}

bool holds(const Ids& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// A list that other parts name: "/roles", "role", the ids, and whether all of them could be read.
struct Names {
  std::string_view list;
  std::string_view word;
  Ids ids;
  bool known;
};

class Checker {
 public:
  Checker(const Policy& policy, Findings& findings)
      : policy_(policy),
        findings_(findings),
        sources_(names("/sources", "source", ids_of(policy.sources))),
        areas_(names("/areas", "area", ids_of(policy.areas))),
        roles_(names("/roles", "role", ids_of(policy.roles))),
        stages_(names("/stages", "stage", ids_of(policy.stages))),
        duties_(names("/duties", "duty", ids_of(policy.duties))),
        forms_(names("/forms", "form", ids_of(policy.forms))) {}

  void run() {
    lists();
    unique_ids();
    citations();
    roles_and_areas();
    stages();
    duties();
    forms();
    direct_entry();
    const std::set<std::string> stage_names(stages_.ids.begin(), stages_.ids.end());
    const bool each_once = stage_names.size() == stages_.ids.size();
    if (stage_references_hold_ && stages_.known && each_once) check_ways(policy_, findings_);
  }

 private:
  Names names(std::string_view list, std::string_view word, Ids ids) const {
    return {list, word, std::move(ids), findings_.names_known(list)};
  }

  void at_least_one(size_t size, std::string_view list, std::string_view word) {
    if (size > 0) return;
    findings_.add(ErrorCode::kBadValue, std::string(list),
                  "A policy needs at least one " + std::string(word) + ".", "an empty list",
                  "at least one " + std::string(word));
  }
  void lists() {
    at_least_one(policy_.sources.size(), "/sources", "source");
    at_least_one(policy_.roles.size(), "/roles", "role");
    at_least_one(policy_.stages.size(), "/stages", "stage");
    at_least_one(policy_.contacts.size(), "/contacts", "contact");
  }

  void unique(const Ids& ids, std::string_view list) {
    for (size_t i = 0; i < ids.size(); ++i) {
      const auto end = ids.begin() + static_cast<std::ptrdiff_t>(i);
      const auto first = std::find(ids.begin(), end, ids[i]);
      if (first == end) continue;
      const auto index = static_cast<size_t>(first - ids.begin());
      findings_.add(ErrorCode::kBadValue, below(below(list, i), "id"),
                    "This id is used already at " + below(list, index) + "; give each its own.",
                    in_quotes(ids[i]), "an id that is used once");
    }
  }
  void unique_ids() {
    for (const Names* all : {&sources_, &areas_, &roles_, &stages_, &duties_, &forms_}) {
      unique(all->ids, all->list);
    }
    unique(ids_of(policy_.contacts), "/contacts");
    unique(ids_of(policy_.disagreements), "/disagreements");
    unique(ids_of(policy_.tests), "/tests");
    unique(ids_of(policy_.exclusions), "/exclusions");
    for (size_t i = 0; i < policy_.forms.size(); ++i) {
      unique(ids_of(policy_.forms[i].fields), below(below("/forms", i), "fields"));
    }
  }

  // Whether `id` is the name of something; noted when it is not.
  bool refers(const std::string& id, const Names& all, std::string pointer) {
    if (id.empty() || holds(all.ids, id)) return true;
    if (all.known) {
      findings_.add(ErrorCode::kMissingReference, std::move(pointer),
                    "There is no " + std::string(all.word) +
                        " with this id; check the spelling or add it to " + std::string(all.list) +
                        ".",
                    in_quotes(id), all.ids.empty() ? "" : "one of " + base::joined(all.ids, ", "));
    }
    return false;
  }
  void refers_to_stages(const Ids& ids, const std::string& pointer) {
    for (size_t i = 0; i < ids.size(); ++i) {
      if (!refers(ids[i], stages_, below(pointer, i))) stage_references_hold_ = false;
    }
  }

  // A contact's id, or a post that somebody holds in every area.
  void refers_to_contact(const std::string& id, const std::string& pointer) {
    if (id.empty() || !findings_.names_known("/contacts") || policy_.contact(id)) return;
    const bool is_post = std::any_of(policy_.contacts.begin(), policy_.contacts.end(),
                                     [&](const Contact& contact) { return contact.post == id; });
    if (!is_post) {
      findings_.add(ErrorCode::kMissingReference, pointer,
                    "There is no contact with this id or post; check the spelling or add it to "
                    "/contacts.",
                    in_quotes(id), "one of " + base::joined(ids_of(policy_.contacts), ", "));
      return;
    }
    for (const Area& area : policy_.areas) {
      if (policy_.contact_for(id, area.id)) continue;
      findings_.add(ErrorCode::kMissingReference, pointer,
                    "Nobody holds this post for the area " + in_quotes(area.id) +
                        "; add a contact with this post and area.",
                    in_quotes(id), "a contact for each area");
    }
  }

  void cites(const Citation& citation, const std::string& pointer) {
    refers(citation.source, sources_, below(below(pointer, "cite"), "source"));
  }
  template <typename Parts>
  void cites_each(const Parts& parts, std::string_view list) {
    for (size_t i = 0; i < parts.size(); ++i) cites(parts[i].cite, below(list, i));
  }
  void citations() {
    cites_each(policy_.principles, "/principles");
    cites_each(policy_.disagreements, "/disagreements");
    cites_each(policy_.tests, "/tests");
    cites_each(policy_.exclusions, "/exclusions");
    cites_each(policy_.stages, "/stages");
    cites_each(policy_.duties, "/duties");
    cites_each(policy_.forms, "/forms");
    cites_each(policy_.prompts, "/prompts");
    cites_each(policy_.prompt_values, "/prompt_values");
    cites_each(policy_.afterwards, "/afterwards");
    cites_each(policy_.contacts, "/contacts");
    cites_each(policy_.risk.actions, "/risk/actions");
    cites_each(policy_.risk.direct_entry, "/risk/direct_entry");
    for (size_t i = 0; i < policy_.stages.size(); ++i) {
      cites_each(policy_.stages[i].guidance, below(below("/stages", i), "guidance"));
    }
  }

  void roles_and_areas() {
    for (size_t i = 0; i < policy_.roles.size(); ++i) {
      if (policy_.roles[i].cite) cites(*policy_.roles[i].cite, below("/roles", i));
    }
    for (size_t i = 0; i < policy_.contacts.size(); ++i) {
      refers(policy_.contacts[i].area, areas_, below(below("/contacts", i), "area"));
    }
  }

  void clock(const Clock& clock, const std::string& pointer, bool of_duty) {
    cites(clock.cite, pointer);
    if (holds(clock_ids_, clock.id) && !clock.id.empty()) {
      findings_.add(ErrorCode::kBadValue, below(pointer, "id"),
                    "Another clock of this policy has this id; give each its own.",
                    in_quotes(clock.id), "an id that is used once");
    }
    clock_ids_.push_back(clock.id);
    if (clock.kind == ClockKind::kFixed && clock.amount.count < 1) {
      findings_.add(ErrorCode::kBadValue, below(below(pointer, "amount"), "count"),
                    "A fixed time must be at least one; for what is done at once use the kind "
                    "“immediate”.",
                    std::to_string(clock.amount.count), "1 or more");
    }
    if (!clock.start_stage.empty() && clock.start != StartEvent::kStageEnded) {
      findings_.add(ErrorCode::kBadValue, below(pointer, "start_stage"),
                    "Only a clock that starts when a stage ended names that stage; take this out "
                    "or start with “stage_ended”.",
                    in_quotes(clock.start_stage), "no start_stage");
    }
    refers(clock.start_stage, stages_, below(pointer, "start_stage"));
    refers(clock.met_by_duty, duties_, below(pointer, "met_by_duty"));
    const bool names_duty = !clock.met_by_duty.empty();
    if (!of_duty && clock.met_by == MetBy::kDutyDone && !names_duty) {
      findings_.add(ErrorCode::kMissingKey, below(pointer, "met_by_duty"),
                    "A stage's clock that a duty meets must name the duty.", "nothing",
                    "the id of a duty");
    }
    if (names_duty && (of_duty || clock.met_by != MetBy::kDutyDone)) {
      findings_.add(ErrorCode::kBadValue, below(pointer, "met_by_duty"),
                    "Only a stage's clock that is met by “duty_done” names a duty; take this out.",
                    in_quotes(clock.met_by_duty), "no met_by_duty");
    }
  }

  // A clock that counts from the end of "the stage before" needs one.
  void clock_has_start(const Clock& clock, const Stage& stage, const std::string& pointer) {
    if (clock.start != StartEvent::kStageEnded || !clock.start_stage.empty() || !stages_.known)
      return;
    for (const Stage& other : policy_.stages) {
      if (holds(other.next, stage.id)) return;
    }
    for (const DirectEntry& entry : policy_.risk.direct_entry) {
      if (holds(entry.stages, stage.id)) return;
    }
    if (findings_.found_earlier_under("/risk/direct_entry")) return;
    findings_.add(ErrorCode::kBadValue, below(pointer, "start"),
                  "No stage comes before this one, so this clock would never start; count from "
                  "another event.",
                  in_quotes("stage_ended"), "an event that happens, such as “stage_entered”");
  }

  void parties(const std::vector<Party>& parties, const std::string& pointer) {
    for (size_t i = 0; i < parties.size(); ++i) {
      refers(parties[i].role, roles_, below(below(pointer, i), "role"));
    }
  }

  void stages() {
    std::vector<int> numbers;
    for (size_t i = 0; i < policy_.stages.size(); ++i) {
      const Stage& stage = policy_.stages[i];
      const std::string pointer = below("/stages", i);
      if (stage.number > 0 &&
          std::find(numbers.begin(), numbers.end(), stage.number) != numbers.end()) {
        findings_.add(ErrorCode::kBadValue, below(pointer, "number"),
                      "Another stage has this number; number each stage once.",
                      std::to_string(stage.number), "a number that is used once");
      }
      numbers.push_back(stage.number);
      parties(stage.speaks, below(pointer, "speaks"));
      parties(stage.with, below(pointer, "with"));
      refers_to_stages(stage.next, below(pointer, "next"));
      for (size_t c = 0; c < stage.clocks.size(); ++c) {
        const std::string place = below(below(pointer, "clocks"), c);
        clock(stage.clocks[c], place, false);
        clock_has_start(stage.clocks[c], stage, place);
      }
    }
  }

  void duties() {
    for (size_t i = 0; i < policy_.duties.size(); ++i) {
      const Duty& duty = policy_.duties[i];
      const std::string pointer = below("/duties", i);
      refers_to_stages(duty.stages, below(pointer, "stages"));
      const bool about_entry =
          duty.when == DutyMoment::kOnEntry || duty.when == DutyMoment::kBeforeEntry;
      if (about_entry && duty.stages.empty()) {
        findings_.add(ErrorCode::kMissingKey, below(pointer, "stages"),
                      "A duty about entering a stage must say which stages.", "nothing",
                      "a list of stage ids");
      }
      if (duty.action == DutyAction::kNotice && duty.form.empty()) {
        findings_.add(ErrorCode::kMissingKey, below(pointer, "form"),
                      "A duty met by a notice must name the notice's form.", "nothing",
                      "the id of a form");
      }
      if (duty.action != DutyAction::kNotice && !duty.form.empty()) {
        findings_.add(ErrorCode::kBadValue, below(pointer, "form"),
                      "Only a duty met by a notice names a form; make its action “notice” or take "
                      "the form out.",
                      in_quotes(duty.form), "no form");
      }
      refers(duty.form, forms_, below(pointer, "form"));
      refers_to_contact(duty.copy_to, below(pointer, "copy_to"));
      if (duty.clock) clock(*duty.clock, below(pointer, "clock"), true);
    }
  }

  void field(const FormField& field, const std::string& pointer) {
    const bool chooses = field.type == FieldType::kChoiceOfMany;
    if (chooses && field.options.empty()) {
      findings_.add(ErrorCode::kMissingKey, below(pointer, "options"),
                    "A field to choose in must list its options.", "nothing", "a list of texts");
    }
    if (!chooses && !field.options.empty()) {
      findings_.add(ErrorCode::kBadValue, below(pointer, "options"),
                    "Only a field of the type “choice_of_many” has options.", "a list",
                    "no options");
    }
    if (field.prefill != Prefill::kStageRecords && !field.prefill_stages.empty()) {
      findings_.add(ErrorCode::kBadValue, below(pointer, "prefill_stages"),
                    "Only a field filled with “stage_records” names stages to fill it from.",
                    "a list", "no prefill_stages");
    }
    refers_to_stages(field.prefill_stages, below(pointer, "prefill_stages"));
  }

  void forms() {
    for (size_t i = 0; i < policy_.forms.size(); ++i) {
      const Form& form = policy_.forms[i];
      const std::string pointer = below("/forms", i);
      refers_to_stages(form.offered_at, below(pointer, "offered_at"));
      refers_to_contact(form.copy_to, below(pointer, "copy_to"));
      refers_to_contact(form.send_to, below(pointer, "send_to"));
      for (size_t f = 0; f < form.fields.size(); ++f) {
        field(form.fields[f], below(below(pointer, "fields"), f));
      }
    }
  }

  void direct_entry() {
    for (size_t i = 0; i < policy_.risk.direct_entry.size(); ++i) {
      const DirectEntry& entry = policy_.risk.direct_entry[i];
      const std::string pointer = below(below("/risk/direct_entry", i), "stages");
      at_least_one(entry.stages.size(), pointer, "stage that may be entered");
      refers_to_stages(entry.stages, pointer);
    }
  }

  const Policy& policy_;
  Findings& findings_;
  Names sources_;
  Names areas_;
  Names roles_;
  Names stages_;
  Names duties_;
  Names forms_;
  Ids clock_ids_;
  bool stage_references_hold_ = true;
};

}  // namespace

void check_whole(const Policy& policy, Findings& findings) {
  Checker(policy, findings).run();
}

std::vector<base::Error> check(const Policy& policy, std::string_view file) {
  Findings findings(file);
  check_whole(policy, findings);
  return std::move(findings).take();
}

}  // namespace policy
