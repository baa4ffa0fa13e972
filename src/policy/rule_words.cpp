// Duties, forms and those who take part, each as a whole rule (words.h).
#include <algorithm>
#include <array>

#include "base/text.h"
#include "policy/words.h"

namespace policy {
namespace {

std::string moment_in_words(const Duty& duty, const Policy& policy) {
  const std::string chosen = stages_in_words(duty.stages, policy, true);
  const std::string at = duty.stages.empty() ? "" : " at " + chosen;
  switch (duty.when) {
    case DutyMoment::kAtEveryStage:
      return duty.stages.empty() ? "at every " + policy.stage_word
                                 : "at " + stages_in_words(duty.stages, policy);
    case DutyMoment::kOnRaising:
      return "when the disagreement is raised" + at;
    case DutyMoment::kOnEntry:
      return "when " + chosen + " is entered";
    case DutyMoment::kBeforeEntry:
      return "before " + chosen + " is entered";
    case DutyMoment::kOnResolution:
      return "when the disagreement is resolved" + at;
    case DutyMoment::kAfterwards:
      return "after the disagreement is resolved" + at;
  }
  return {};
}

std::string type_in_words(FieldType type) {
  constexpr std::array<const char*, 6> kWords{"short text",       "long text",      "a date",
                                              "an email address", "any of several", "yes or no"};
  return kWords[static_cast<size_t>(type)];
}

std::string prefill_in_words(const FormField& field, const Policy& policy) {
  constexpr std::array<const char*, 25> kWords{"",
                                               "the author’s name",
                                               "the author’s role",
                                               "the author’s agency",
                                               "the author’s email address",
                                               "the day’s date",
                                               "the other agency",
                                               "the decision",
                                               "the concern",
                                               "the likely impact",
                                               "the outcome wanted",
                                               "the areas of disagreement",
                                               "what was recorded",
                                               "the outcome",
                                               "whether it is resolved",
                                               "the reference of the case",
                                               "the chronology",
                                               "the decision and the concern",
                                               "the other side",
                                               "where the case stands",
                                               "why it is there",
                                               "the day set for it",
                                               "what was agreed last",
                                               "the last meeting",
                                               "what there is to learn"};
  std::string words = kWords[static_cast<size_t>(field.prefill)];
  if (!field.prefill_stages.empty())
    words += " at " + stages_in_words(field.prefill_stages, policy);
  return words;
}

}  // namespace

std::string parties_in_sentence(const std::vector<Party>& parties, const Policy& policy) {
  std::vector<std::string> titles;
  for (const Party& party : parties) {
    const Role* role = policy.role(party.role);
    const std::string title = title_in_sentence(role ? role->title : party.role);
    // A role that speaks for both sides is named once.
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
  }
  return base::listed(titles);
}

std::string parties_with_sides(const std::vector<Party>& parties, const Policy& policy) {
  std::vector<std::string> all;
  for (const Party& party : parties) {
    const Role* role = policy.role(party.role);
    all.push_back(title_in_sentence(role ? role->title : party.role) + " (" +
                  side_in_words(party.side) + ")");
  }
  return base::listed(all);
}

std::string channel_in_words(Channel channel) {
  switch (channel) {
    case Channel::kAny:
      return "In any way, spoken or written.";
    case Channel::kVerbalThenWritten:
      return "By word of mouth first, then in writing.";
    case Channel::kWritten:
      return "In writing.";
  }
  return {};
}

std::string chair_in_words(Meeting::Chair chair) {
  switch (chair) {
    case Meeting::Chair::kAnyone:
      return "Anyone may lead it.";
    case Meeting::Chair::kIndependent:
      return "Somebody independent leads it.";
    case Meeting::Chair::kUninvolved:
      return "Somebody from an organisation that has no part in the disagreement leads it.";
  }
  return {};
}

std::string duty_in_words(const Duty& duty, const Policy& policy) {
  std::string text = sentence(duty.text);
  text += duty.force == Force::kMust     ? " This must be done "
          : duty.force == Force::kShould ? " This should be done "
                                         : " This is expected ";
  text += moment_in_words(duty, policy) + ", by " + side_in_words(duty.by);
  if (duty.only_if) text += ", if " + condition_in_words(*duty.only_if, policy);
  text += '.';
  if (duty.action == DutyAction::kRecord) text += " A recorded discussion or meeting meets it.";
  if (duty.action == DutyAction::kNotice) {
    const Form* form = policy.form(duty.form);
    text += " It is met by issuing the " +
            (form ? title_in_sentence(form->title) : std::string("notice")) + '.';
  }
  if (!duty.copy_to.empty()) {
    text += " A copy goes to " + recipient_in_words(duty.copy_to, policy) + '.';
  }
  return text;
}

std::string field_in_words(const FormField& field, const Policy& policy) {
  std::string text = "“" + field.label + "” (" + type_in_words(field.type) +
                     (field.required ? ", required)." : ").");
  if (!field.options.empty()) text += " To choose from: " + base::joined(field.options, "; ") + '.';
  if (!field.hint.empty()) text += ' ' + sentence(field.hint);
  if (field.prefill != Prefill::kNone) {
    text += " Filled in beforehand with " + prefill_in_words(field, policy) + '.';
  }
  return text;
}

std::string form_use_in_words(const Form& form, const Policy& policy) {
  std::string text = form.kind == Form::Kind::kNotice ? "A notice" : "A template";
  text += form.offered_at.empty() ? ", offered at every " + policy.stage_word
                                  : ", offered at " + stages_in_words(form.offered_at, policy);
  text += form.offered_on_resolution ? " and when the disagreement is resolved." : ".";
  text += form.send_to.empty() ? " It goes to those who take part at the " + policy.stage_word
                               : " It goes to " + recipient_in_words(form.send_to, policy);
  if (!form.copy_to.empty()) text += ", with a copy to " + recipient_in_words(form.copy_to, policy);
  text += '.';
  if (!form.group.empty()) text += " Its first part is headed “" + form.group + "”.";
  return text;
}

}  // namespace policy
