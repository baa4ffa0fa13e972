#include "documents/notice.h"

#include <algorithm>

#include "base/text.h"
#include "casework/stage_words.h"
#include "documents/case_words.h"
#include "documents/said_before.h"

namespace documents {
namespace {

using casework::Case;
using casework::Setting;
using policy::FieldType;
using policy::Form;
using policy::FormField;
using policy::Prefill;

constexpr const char* kNotProvided = "Not provided";

// The disagreement's areas: as options to tick, or as lines of text.
std::vector<std::string> categories(const FormField& field, const Case& state,
                                    const policy::Policy& policy) {
  std::vector<std::string> texts;
  for (const policy::DisagreementArea& area : policy.disagreements) {
    const auto& chosen = state.opened.fact.categories;
    if (std::find(chosen.begin(), chosen.end(), area.id) != chosen.end()) {
      texts.push_back(area.text);
    }
  }
  if (field.type != FieldType::kChoiceOfMany) return {base::joined(texts, "\n")};
  std::vector<std::string> ticked;
  for (const std::string& option : field.options) {
    if (std::find(texts.begin(), texts.end(), option) != texts.end()) ticked.push_back(option);
  }
  return ticked;
}

std::string outcome(const Case& state, const policy::Policy& policy) {
  if (!state.resolved) return "";
  const auto& resolved = *state.resolved;
  std::string text(base::trimmed(resolved.fact.outcome));
  text += "\n\nResolved at " + casework::stage_in_words(policy, resolved.fact.stage) + " on " +
          calendar::in_words(calendar::uk_date(resolved.occurred_at));
  if (!resolved.fact.agreed_with.empty()) text += ", agreed with " + resolved.fact.agreed_with;
  return sentence(text);
}

// "2 April 2026, with Priya Shah and the chair of the meeting".
std::string meeting(const Case& state) {
  const casework::DiscussionRecorded* held = last_meeting(state);
  if (!held) return "";
  return calendar::in_words(held->held_on) + (held->with.empty() ? "" : ", with " + held->with);
}

// A field that only people can fill holds what was said in it when the same form was issued last.
// But no day, which was that notice's own.
std::vector<std::string> said_last(const Form& form, const FormField& field, const Case& state) {
  if (field.type == FieldType::kDate) return {};
  for (size_t i = state.notices.size(); i-- > 0;) {
    const casework::NoticeIssued& issued = state.notices[i].fact;
    if (issued.form != form.id) continue;
    const auto found = issued.answers.find(field.id);
    return found == issued.answers.end() ? std::vector<std::string>{} : found->second;
  }
  return {};
}

// A day, as its field takes it.
std::string day_for(const FormField& field, calendar::Date day) {
  return field.type == FieldType::kDate ? calendar::iso(day) : calendar::in_words(day);
}

// The last day agreed or declared where the case stands.
std::string time_set(const FormField& field, const Case& state) {
  for (size_t i = state.times.size(); i-- > 0;) {
    if (state.times[i].passage + 1 == state.passages.size()) {
      return day_for(field, state.times[i].fact.until);
    }
  }
  return "";
}

std::string filled(const FormField& field, const Case& state, const Setting& setting) {
  const casework::CaseOpened& opened = state.opened.fact;
  switch (field.prefill) {
    case Prefill::kAuthorName:
      return setting.author.name;
    case Prefill::kAuthorRole:
      return setting.author.role;
    case Prefill::kAuthorAgency:
      return setting.author.agency;
    case Prefill::kAuthorEmail:
      return setting.author.email;
    case Prefill::kToday:
      return day_for(field, calendar::uk_date(setting.now));
    case Prefill::kRespondingAgency:
      return opened.responding.agency;
    case Prefill::kDecision:
      return opened.decision;
    case Prefill::kConcern:
      return opened.concern;
    case Prefill::kDecisionAndConcern:
      return base::joined({opened.decision, opened.concern}, "\n\n");
    case Prefill::kImpact:
      return opened.impact;
    case Prefill::kDesiredOutcome:
      return opened.desired_outcome;
    case Prefill::kStageRecords:
      return stage_records(state, setting.policy, field.prefill_stages);
    case Prefill::kOutcome:
      return outcome(state, setting.policy);
    case Prefill::kIsResolved:
      if (!state.resolved) return "No";
      return state.resolved->fact.debrief_held ? "Yes" : "";
    case Prefill::kCaseReference:
      return opened.reference;
    case Prefill::kChronology:
      return chronology_in_words(state, setting);
    case Prefill::kResponding:
      return person_in_words(opened.responding);
    case Prefill::kStage:
      return stage_heading(setting.policy, state.stage());
    case Prefill::kEntryReason:
      return state.current().reason;
    case Prefill::kTimeSet:
      return time_set(field, state);
    case Prefill::kAgreed: {
      const casework::DiscussionRecorded* talk = last_discussion(state);
      return talk ? talk->agreed : "";
    }
    case Prefill::kMeeting:
      return meeting(state);
    case Prefill::kLearning:
      return state.resolved ? state.resolved->fact.learning : "";
    case Prefill::kCategories:
    case Prefill::kNone:
      break;
  }
  return "";
}

bool is_short(const FormField& field) {
  return field.type == FieldType::kText || field.type == FieldType::kDate ||
         field.type == FieldType::kEmail;
}

const std::vector<std::string>& answer_to(const FormField& field, const Answers& answers) {
  static const std::vector<std::string> kNone;
  const auto found = answers.find(field.id);
  return found == answers.end() ? kNone : found->second;
}

std::string shown(const FormField& field, const Answers& answers) {
  const std::string text(base::trimmed(base::joined(answer_to(field, answers), "\n")));
  if (text.empty()) return kNotProvided;
  if (field.type != FieldType::kDate) return text;
  const auto day = calendar::parse_iso(text);
  return day ? calendar::in_words(*day) : text;
}

Checklist ticked(const FormField& field, const std::vector<std::string>& chosen) {
  std::vector<std::string> options = field.options;
  if (field.type == FieldType::kYesNo) options = {"Yes", "No"};
  for (const std::string& choice : chosen) {
    if (std::find(options.begin(), options.end(), choice) == options.end() &&
        !base::trimmed(choice).empty()) {
      options.push_back(choice);
    }
  }
  Checklist list;
  for (const std::string& option : options) {
    const bool is_chosen = std::find(chosen.begin(), chosen.end(), option) != chosen.end();
    list.items.push_back({option, is_chosen});
  }
  return list;
}

void add_field(std::vector<Block>& blocks, const FormField& field, const Answers& answers,
               int level) {
  blocks.push_back(Heading{level, field.label});
  if (field.type != FieldType::kChoiceOfMany && field.type != FieldType::kYesNo) {
    const std::string text = shown(field, answers);
    blocks.push_back(Paragraph{text, text == kNotProvided ? Emphasis::kHint : Emphasis::kNormal});
    return;
  }
  Checklist list = ticked(field, answer_to(field, answers));
  const bool any = std::any_of(list.items.begin(), list.items.end(),
                               [](const Checklist::Item& item) { return item.checked; });
  if (!list.items.empty()) blocks.push_back(std::move(list));
  if (!any) blocks.push_back(Paragraph{kNotProvided, Emphasis::kHint});
}

KeyValues about(const Form& form, const Case& state, const Setting& setting) {
  const policy::Policy& policy = setting.policy;
  KeyValues facts;
  const auto add = [&](const std::string& key, const std::string& value) {
    if (!value.empty()) facts.rows.push_back({key, value});
  };
  add("Case reference", state.opened.fact.reference);
  add("Procedure", policy.title);
  add("Version", policy.version);
  add("Partnership", partnership(policy, state));
  std::string stage_word = policy.stage_word;
  if (!stage_word.empty() && stage_word[0] >= 'a' && stage_word[0] <= 'z') {
    stage_word[0] = static_cast<char>(stage_word[0] - 'a' + 'A');
  }
  add(stage_word, stage_heading(policy, state.stage()));
  add("Date", calendar::in_words(setting.now));
  add("Completed by", person_in_words(setting.author));
  add("To", contact_in_words(policy, form.send_to, state));
  add("Copy to", contact_in_words(policy, form.copy_to, state));
  add("Case file check code", casework::fingerprint(state));
  add("Source", policy::in_words(form.cite, policy));
  return facts;
}

}  // namespace

Answers prefilled(const Form& form, const Case& state, const Setting& setting) {
  Answers answers;
  for (const FormField& field : form.fields) {
    std::vector<std::string>& answer = answers[field.id];
    if (field.prefill == Prefill::kCategories) {
      answer = categories(field, state, version(state, setting, state.opened.fact.policy_hash));
    } else if (field.prefill == Prefill::kNone) {
      answer = said_last(form, field, state);
    } else {
      answer = {filled(field, state, setting)};
    }
    if (answer.size() == 1) {
      answer[0] = std::string(base::trimmed(answer[0]));
      if (answer[0].empty()) answer.clear();
    }
  }
  return answers;
}

Document notice_document(const Form& form, const Answers& answers, const Case& state,
                         const Setting& setting) {
  Document document;
  document.reference = state.opened.fact.reference;
  document.title = form.title + ", " + document.reference;
  document.fingerprint = casework::fingerprint(state);
  document.author = person_in_words(setting.author);
  document.created = calendar::iso(setting.now);
  std::vector<Block>& blocks = document.blocks;
  blocks.push_back(Heading{1, form.title});

  // The first short fields stand together under the form's own heading for them.
  auto field = form.fields.begin();
  KeyValues first;
  for (; field != form.fields.end() && is_short(*field); ++field) {
    first.rows.push_back({field->label, shown(*field, answers)});
  }
  if (!form.group.empty()) blocks.push_back(Heading{2, form.group});
  const int level = !form.group.empty() && first.rows.empty() ? 3 : 2;
  if (!first.rows.empty()) blocks.push_back(std::move(first));
  for (; field != form.fields.end(); ++field) add_field(blocks, *field, answers, level);

  const bool is_notice = form.kind == Form::Kind::kNotice;
  blocks.push_back(Heading{2, is_notice ? "About this notice" : "About this document"});
  blocks.push_back(about(form, state, setting));
  return document;
}

std::string copied_to(const Form& form, const Case& state, const policy::Policy& policy) {
  const policy::Contact* contact = policy.contact_for(form.copy_to, state.opened.fact.area);
  return contact ? contact->email : "";
}

std::string sent_to(const Form& form, const Case& state, const policy::Policy& policy) {
  const policy::Contact* contact = policy.contact_for(form.send_to, state.opened.fact.area);
  return contact ? contact->email : "";
}

}  // namespace documents
