#include "policy/check.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "policy/check_references.h"
#include "policy/citations.h"
#include "policy/read.h"
#include "policy/spellings.h"

namespace policy {
namespace {

using base::ErrorCode;

class Checker {
 public:
  Checker(const Policy& policy, Findings& findings)
      : policy_(policy), findings_(findings), refer_(policy, findings) {}

  void run() {
    itself();
    lists();
    unique_ids();
    citations();
    roles_and_areas();
    stages();
    duties();
    forms();
    direct_entry();
    check_time(policy_, refer_, findings_);
    const std::set<std::string> stage_names(refer_.stages.ids.begin(), refer_.stages.ids.end());
    const bool each_once = stage_names.size() == refer_.stages.ids.size();
    if (stage_references_hold_ && refer_.stages.known && each_once) check_ways(policy_, findings_);
  }

 private:
  void at_least_one(size_t size, std::string_view list, std::string_view word) {
    if (size > 0) return;
    findings_.add(ErrorCode::kBadValue, std::string(list),
                  "A policy needs at least one " + std::string(word) + ".", "an empty list",
                  "at least one " + std::string(word));
  }
  void itself() {
    Ids reach;
    for (const Reach one : policy_.reach) reach.emplace_back(word_for(one, kReaches));
    refer_.each_once(reach, "/reach");
    refer_.each_once(policy_.subjects, "/subjects");
    if (policy_.base.empty() || policy_.base != policy_.id) return;
    findings_.add(ErrorCode::kBadValue, "/base",
                  "A policy cannot change itself; give it an id of its own, or take this out.",
                  in_quotes(policy_.base), "the id of another policy");
  }
  void lists() {
    at_least_one(policy_.sources.size(), "/sources", "source");
    at_least_one(policy_.roles.size(), "/roles", "role");
    at_least_one(policy_.stages.size(), "/stages", "stage");
  }

  void unique(const Ids& ids, std::string_view list) {
    std::map<std::string_view, size_t> first;
    for (size_t i = 0; i < ids.size(); ++i) {
      const size_t index = first.emplace(ids[i], i).first->second;
      if (index == i) continue;
      findings_.add(ErrorCode::kBadValue, below(below(list, i), "id"),
                    "This id is used already at " + below(list, index) + "; give each its own.",
                    in_quotes(ids[i]), "an id that is used once");
    }
  }
  void unique_ids() {
    for (const Names* all : {&refer_.sources, &refer_.areas, &refer_.roles, &refer_.stages,
                             &refer_.duties, &refer_.forms, &refer_.priorities}) {
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

  void refers_to_stages(const Ids& ids, const std::string& pointer) {
    refer_.each_once(ids, pointer);
    if (!refer_.all_hold(ids, refer_.stages, pointer)) stage_references_hold_ = false;
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
                    in_quotes(id),
                    policy_.contacts.empty()
                        ? "an entry in /contacts"
                        : "one of " + base::joined(ids_of(policy_.contacts), ", "));
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

  void citations() {
    for (const PlacedCitation& one : citations_of(policy_)) {
      refer_.hold(one.cite->source, refer_.sources, below(one.pointer, "source"));
    }
  }

  void in_absence(const Role& role, const std::string& pointer) {
    if (!role.in_absence) return;
    refer_.hold(role.in_absence->role, refer_.roles, below(pointer, "role"));
    if (role.in_absence->role.empty() || role.in_absence->role != role.id) return;
    findings_.add(ErrorCode::kBadValue, below(pointer, "role"),
                  "A role cannot act for itself; name another, or say in the text what happens.",
                  in_quotes(role.id), "another role");
  }
  void roles_and_areas() {
    for (size_t i = 0; i < policy_.roles.size(); ++i) {
      in_absence(policy_.roles[i], below(below("/roles", i), "in_absence"));
    }
    for (size_t i = 0; i < policy_.contacts.size(); ++i) {
      refer_.hold(policy_.contacts[i].area, refer_.areas, below(below("/contacts", i), "area"));
    }
  }

  void not_itself(const Stage& stage, const std::string& pointer) {
    for (size_t i = 0; i < stage.next.size(); ++i) {
      if (stage.next[i] != stage.id || stage.id.empty()) continue;
      findings_.add(ErrorCode::kBadValue, below(pointer, i),
                    "A stage cannot come after itself; name another, or take this out.",
                    in_quotes(stage.id), "another stage");
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
      refer_.parties(stage.speaks, below(pointer, "speaks"));
      refer_.parties(stage.with, below(pointer, "with"));
      if (stage.judge)
        refer_.parties(stage.judge->parties, below(below(pointer, "judge"), "parties"));
      for (size_t a = 0; a < stage.alternatives.size(); ++a) {
        refer_.hold(stage.alternatives[a].role, refer_.roles,
                    below(below(below(pointer, "alternatives"), a), "role"));
      }
      refers_to_stages(stage.next, below(pointer, "next"));
      not_itself(stage, below(pointer, "next"));
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
                      "A duty met by a notice must name the notice’s form.", "nothing",
                      "the id of a form");
      }
      if (duty.action != DutyAction::kNotice && !duty.form.empty()) {
        findings_.add(ErrorCode::kBadValue, below(pointer, "form"),
                      "Only a duty met by a notice names a form; make its action “notice” or take "
                      "the form out.",
                      in_quotes(duty.form), "no form");
      }
      refer_.hold(duty.form, refer_.forms, below(pointer, "form"));
      refers_to_contact(duty.copy_to, below(pointer, "copy_to"));
    }
  }

  void field(const FormField& field, const std::string& pointer) {
    const bool chooses = field.type == FieldType::kChoiceOfMany;
    refer_.each_once(field.options, below(pointer, "options"));
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
    std::map<std::string_view, size_t> rows;  // the first that names each stage
    for (size_t i = 0; i < policy_.risk.direct_entry.size(); ++i) {
      const DirectEntry& entry = policy_.risk.direct_entry[i];
      const std::string pointer = below(below("/risk/direct_entry", i), "stages");
      at_least_one(entry.stages.size(), pointer, "stage that may be entered");
      refers_to_stages(entry.stages, pointer);
      for (size_t s = 0; s < entry.stages.size(); ++s) {
        const size_t row = rows.emplace(entry.stages[s], i).first->second;
        if (row == i || entry.stages[s].empty()) continue;
        findings_.add(ErrorCode::kBadValue, below(pointer, s),
                      "This stage may be entered directly already by " +
                          below("/risk/direct_entry", row) + "; name it in one of them.",
                      in_quotes(entry.stages[s]), "each stage once");
      }
    }
  }

  const Policy& policy_;
  Findings& findings_;
  References refer_;
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
