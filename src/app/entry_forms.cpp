#include "app/entry_forms.h"

#include <algorithm>

namespace app {
namespace {

using Kind = EntryField::Kind;
using Of = EntryForm::Of;
using About = EntryForm::About;

constexpr char kDateHint[] = "For example, 27 3 2026";

EntryField text(const char* key, const char* label, const char* hint, bool required = true) {
  return {key, label, hint, Kind::kText, required};
}
EntryField area(const char* key, const char* label, const char* hint, bool required = true) {
  return {key, label, hint, Kind::kArea, required};
}
EntryField date(const char* key, const char* label) {
  return {key, label, kDateHint, Kind::kDate, true};
}
EntryField yes_no(const char* key, const char* label) {
  return {key, label, "", Kind::kYesNo, true};
}

std::vector<EntryForm> made() {
  std::vector<EntryForm> forms;
  const auto add = [&](EntryForm form) { forms.push_back(std::move(form)); };
  add({"participant_named",
       "Name somebody who takes part",
       "Who speaks for whom, so that both sides know.",
       "Save this person",
       "The person is recorded and saved.",
       Of::kAll,
       About::kNothing,
       "",
       {text("person.name", "Their name", "Leave it empty if you do not know it yet", false),
        text("person.role", "Their role", "For example, team manager", false),
        text("person.agency", "Their agency or team", ""),
        text("person.email", "Their email", "", false),
        {"side",
         "Which side are they on?",
         "",
         Kind::kChoice,
         true,
         {{casework::kRaisingSide, "The side that raised it"},
          {casework::kRespondingSide, "The other side"},
          {casework::kPartnershipSide, "The partnership, or whoever decides"},
          {casework::kOtherSide, "None: support, a chair, an observer"}}},
        area("note", "Anything else", "", false)}});
  add({"risk_changed",
       "Record how great the risk is now",
       "When something has changed, for worse or for better.",
       "Save the risk",
       "The risk is recorded and saved.",
       Of::kOpen,
       About::kNothing,
       "",
       {yes_no("immediate", "Is there an immediate risk of harm?"),
        area("account", "What has changed, and how do you know?", "Facts apart from opinion"),
        area("action", "What was done at once?", "For example, a call to 999", false)}});
  add({"notice_acknowledged",
       "Record that a notice has arrived",
       "When the other side says that they have it. Their answer is a reply.",
       "Save the receipt",
       "The receipt is recorded and saved.",
       Of::kAll,
       About::kNotice,
       "notice",
       {date("received_on", "When did it arrive?"),
        text("from", "Who says so?", "Name, role and agency"),
        area("note", "Anything else", "", false)}});
  add({"silence_recorded",
       "Record that nobody answered",
       "So that the file shows how you asked, and how long you waited.",
       "Save the silence",
       "That nobody answered is recorded and saved.",
       Of::kAll,
       About::kNoticeOrNone,
       "notice",
       {date("waited_until", "Until when did you wait?"),
        area("tried", "How did you ask for an answer, and whom?",
             "Calls, messages, letters, with their days")}});
  add({"outcome_confirmed",
       "Record that the outcome is confirmed in writing",
       "Once for each side.",
       "Save the confirmation",
       "The confirmation is recorded and saved.",
       Of::kResolved,
       About::kNothing,
       "",
       {{"side",
         "Which side confirmed it?",
         "",
         Kind::kChoice,
         true,
         {{casework::kRaisingSide, "The side that raised it"},
          {casework::kRespondingSide, "The other side"}}},
        date("confirmed_on", "When?"),
        text("from", "Who confirmed it?", "Name, role and agency"),
        area("account", "How, and in which words?", "For example, by email", false)}});
  add({"debrief_held",
       "Record a debrief",
       "A talk afterwards, so that people go on working well together.",
       "Save the debrief",
       "The debrief is recorded and saved.",
       Of::kClosed,
       About::kNothing,
       "",
       {date("held_on", "When did it take place?"),
        text("with", "Who took part?", "Names, roles and agencies"),
        area("account", "What came of it?", "", false)}});
  add({"learning_sent",
       "Record what there is to learn, and who was told",
       "General issues, without a name.",
       "Save the learning",
       "The learning is recorded and saved.",
       Of::kAll,
       About::kNothing,
       "",
       {date("sent_on", "When was it sent?"),
        text("to", "To whom?", "For example, the partnership"),
        area("account", "What is there to learn?", "No names or details that identify anybody")}});
  add({"feedback_given",
       "Record that somebody was told how it ended",
       "Those who raised the concern, the family where that is right.",
       "Save the feedback",
       "The feedback is recorded and saved.",
       Of::kClosed,
       About::kNothing,
       "",
       {date("given_on", "When?"), text("to", "Who was told?", "Name and role"),
        area("account", "What were they told?", "")}});
  add({"case_reopened",
       "Reopen the case",
       "When what was agreed did not hold, or it was closed by mistake.",
       "Reopen the case",
       "The case is open again. This is recorded and saved.",
       Of::kClosed,
       About::kNothing,
       "",
       {{"stage", "Where does it go on?", "", Kind::kStage, true},
        area("reason", "Why?", "What has come to light, and when")}});
  add({"record_approved",
       "Record that somebody approved this record",
       "The other side, or a manager, says that it is right.",
       "Save the approval",
       "The approval is recorded and saved.",
       Of::kAll,
       About::kRecord,
       "event",
       {date("approved_on", "When?"), text("from", "Who approved it?", "Name, role and agency"),
        area("note", "Anything else", "", false)}});
  return forms;
}

}  // namespace

const std::vector<EntryForm>& entry_forms() {
  static const std::vector<EntryForm> kForms = made();
  return kForms;
}

EntryTarget entry_target(const std::string& target) {
  const size_t slash = std::min(target.find('/'), target.size());
  for (const EntryForm& form : entry_forms()) {
    if (target.compare(0, slash, form.type) != 0) continue;
    return {&form, target.substr(std::min(slash + 1, target.size()))};
  }
  return {};
}

std::string entry_target(const EntryForm& form, const std::string& event) {
  return event.empty() ? form.type : form.type + "/" + event;
}

bool is_offered(const EntryForm& form, const casework::Case& open) {
  switch (form.of) {
    case Of::kAll:
      break;
    case Of::kOpen:
      if (!open.is_open()) return false;
      break;
    case Of::kClosed:
      if (open.is_open()) return false;
      break;
    case Of::kResolved:
      if (!open.resolved) return false;
      break;
  }
  return form.about != About::kNotice || !open.notices.empty();
}

std::vector<const casework::Event*> notices_of(const casework::Case& open) {
  std::vector<const casework::Event*> notices;
  for (auto notice = open.notices.rbegin(); notice != open.notices.rend(); ++notice) {
    notices.push_back(casework::event_of(open, notice->event_id));
  }
  return notices;
}

}  // namespace app
