// Raising a case and each step of it: answers → a decision → the vault → the state.
#include <algorithm>

#include "app/answers.h"
#include "app/draft_kinds.h"
#include "app/records.h"
#include "app/session.h"
#include "base/sha256.h"
#include "documents/said_before.h"

namespace app {
namespace {

// "CG-7K2M-9QXD": Crockford's base32 has no I, L, O or U to misread.
std::string reference_from(const std::string& random) {
  static const char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string out = "CG-";
  for (size_t i = 0; i < 8; ++i) {
    if (i == 4) out += '-';
    out += kAlphabet[static_cast<unsigned char>(random[i]) & 31];
  }
  return out;
}

std::string done_words(Page page) {
  switch (page) {
    case Page::kDiscussion:
      return "The discussion is recorded and saved.";
    case Page::kReply:
      return "The reply is recorded and saved.";
    case Page::kAgreeTime:
      return "The time is recorded and saved.";
    case Page::kEnterStage:
      return "The case has moved on. This is recorded and saved.";
    case Page::kDuty:
      return "Done. This is recorded and saved.";
    case Page::kResolve:
      return "The agreed outcome is recorded and saved.";
    case Page::kWithdraw:
      return "The case is withdrawn. This is recorded and saved.";
    default:
      return "Recorded and saved.";
  }
}

// What the case knows already, to be read and changed.
void offer(Draft& draft, const StartStep& step, const casework::Case& open,
           const casework::Setting& setting) {
  const policy::Policy& policy = setting.policy;
  const calendar::Date today = calendar::uk_date(setting.now);
  std::map<std::string, std::string>& text = draft.text;
  switch (step.kind) {
    case casework::StepKind::kRecordDiscussion:
      put_date(draft, "held_on", today);
      text["with"] = documents::other_side(open, policy);
      return;
    case casework::StepKind::kRecordReply:
      put_date(draft, "received_on", today);
      text["from"] = documents::other_side(open, policy);
      return;
    case casework::StepKind::kAgreeTime:
      text["with"] = documents::other_side(open, policy);
      return;
    case casework::StepKind::kEnterStage:
      text["reason"] = documents::why_not_settled(open);
      return;
    case casework::StepKind::kResolve:
      if (const auto* talk = documents::last_discussion(open)) text["outcome"] = talk->agreed;
      text["agreed_with"] = documents::other_side(open, policy);
      return;
    case casework::StepKind::kIssueNotice: {
      const policy::Form& form = *policy.form(step.target);
      put_answers(draft, form, documents::prefilled(form, open, setting));
      return;
    }
    case casework::StepKind::kEnterDirectly:  // why it cannot wait is what only a person can say
    case casework::StepKind::kWithdraw:
    case casework::StepKind::kAddNote:
      return;
  }
}

}  // namespace

void Session::start_raise() {
  state_.changing = false;
  if (!open_draft("raise")) {
    go(Page::kRaiseProcedure);
    return;
  }
  Draft& draft = state_.draft;
  std::vector<const policy::Policy*> offered;
  for (const KnownPolicy& each : state_.policies) {
    if (each.offered) offered.push_back(each.policy.get());
  }
  if (offered.size() == 1) draft.text["policy"] = offered.front()->id;
  // The procedure used last, so that it is not asked afresh each time.
  if (state_.offered_policy(state_.profile.policy_id)) {
    draft.text["policy"] = state_.profile.policy_id;
    draft.text["area"] = state_.profile.area;
  }
  go(Page::kRaiseProcedure);
}

void Session::continue_raise() {
  const std::vector<Page> pages = raise_pages(state_.chosen_policy());
  const auto here = std::find(pages.begin(), pages.end(), state_.page);
  if (here == pages.end()) return;
  std::vector<FieldError> of_this_page;
  for (FieldError& error : raise_errors(state_)) {
    if (asks(*here, error.key)) of_this_page.push_back(std::move(error));
  }
  if (!of_this_page.empty()) {
    fail(std::move(of_this_page));
    return;
  }
  // What was answered for another procedure is no answer to this one's questions.
  if (*here == Page::kRaiseProcedure && drop_answers_to_others(state_.draft)) {
    state_.changing = false;
  }
  if (state_.changing || here + 1 == pages.end()) {
    state_.changing = false;
    go(Page::kRaiseCheck);
  } else {
    go(*(here + 1));
  }
}

void Session::raise_case() {
  Opening opening = opening_from(state_);
  const policy::Policy* policy = state_.chosen_policy();
  std::vector<FieldError> errors = std::move(opening.errors);
  if (policy) {
    opening.fact.reference = reference_from(ports_.random.bytes(8));
    auto event = casework::open_case(state_.setting(*policy), random_hex(16), opening.fact);
    if (event && errors.empty()) {
      const std::string& text = state_.known_policy(policy->hash)->text;
      Profile profile = state_.profile;
      profile.policy_id = policy->id;
      profile.area = opening.fact.area;
      save({event_record(*event), policy_record(*policy, text), profile_record(profile)},
           [this, profile, opened = *event] {
             auto folded = casework::fold({opened});
             if (folded) state_.cases.push_back(std::move(folded).value());
             state_.profile = profile;
             state_.case_id = opened.case_id;
             finish_draft();
             refresh_home(opened.case_id);
             go(Page::kCase);
             state_.success = "The disagreement is raised and saved on this device.";
           });
      return;
    }
    if (!event) add_errors(errors, event.errors());
  }
  // Something was changed into a contradiction: show the first page that can mend it.
  for (const Page page : raise_pages(policy)) {
    std::vector<FieldError> here;
    for (const FieldError& error : errors) {
      if (asks(page, error.key)) here.push_back(error);
    }
    if (!here.empty()) {
      state_.changing = true;
      go(page);
      fail(std::move(here));
      return;
    }
  }
  fail(std::move(errors));
}

void Session::start_step(const StartStep& step) {
  const casework::Case* open = state_.open_case();
  const policy::Policy* policy = open ? state_.policy_of(*open) : nullptr;
  if (!policy) return;
  const Page page = page_of(step.kind);
  if (page == Page::kNotice && !policy->form(step.target)) return;
  // Wherever it is begun, a talk at one stage has one draft.
  const bool spoken = page == Page::kDiscussion || page == Page::kReply;
  const std::string target = spoken && step.target.empty() ? open->stage() : step.target;
  open_draft(draft_key(state_.case_id, page, target));
  // What somebody typed is as they left it; what nobody did follows the case.
  if (touched_.count(draft_key_) == 0) {
    state_.draft = {};
    offer(state_.draft, step, *open, state_.setting(*policy, *open));
  }
  go(page, target);
}

void Session::submit() {
  const casework::Case* open = state_.open_case();
  if (!open) return;
  if (!draft_key_.starts_with(state_.case_id + "/")) return go(Page::kCase);  // of another case
  // A case is moved by a decision under the version that it moves to.
  const bool moves = state_.page == Page::kChangePolicy;
  const KnownPolicy* known = state_.known_policy(moves ? state_.target : open->policy_hash());
  if (!known) return;
  const policy::Policy& policy = *known->policy;
  Answered answered = answer_from(state_, *open);
  std::vector<FieldError> errors = std::move(answered.errors);
  auto event = casework::decide(*open, state_.setting(policy, *open), answered.command);
  if (!event) add_errors(errors, event.errors());
  if (!errors.empty()) {
    fail(std::move(errors));
    return;
  }
  std::vector<ports::Record> with;
  if (moves) with.push_back(policy_record(policy, known->text));
  const std::string done =
      moves ? "The case now runs under version " + policy.version + " of the procedure."
            : done_words(state_.page);
  save_event(
      *event,
      [this, done] {
        finish_draft();
        go(Page::kCase);
        state_.success = done;
      },
      std::move(with));
}

}  // namespace app
