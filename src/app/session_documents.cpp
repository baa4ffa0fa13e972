// Notices and the case record: filling in, looking at, issuing and downloading.
#include "app/answers.h"
#include "app/known_policies.h"
#include "app/trial.h"
#include "base/text.h"
#include "documents/case_record.h"
#include "documents/notice.h"
#include "documents/notice_json.h"

namespace app {
namespace {

// "Outcome Resolution Notice", "CG-7K2M-9QXD" → "outcome-resolution-notice-CG-7K2M-9QXD": no names
// in file names.
std::string file_stem(const std::string& title, const std::string& reference) {
  std::string stem;
  for (const char c : base::lower_ascii(title)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      stem += c;
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
  }
  if (!stem.empty() && stem.back() != '-') stem += '-';
  return stem + reference;
}

std::optional<casework::Case> case_before(const casework::Case& open, const std::string& event_id) {
  std::vector<casework::Event> earlier;
  for (const casework::Event& event : open.events) {
    if (event.id == event_id) break;
    earlier.push_back(event);
  }
  base::Result<casework::Case> folded = casework::fold(std::move(earlier));
  if (!folded) return std::nullopt;
  return std::move(folded).value();
}

}  // namespace

void Session::submit_notice(bool issue) {
  const casework::Case* open = state_.open_case();
  const policy::Policy* policy = open ? state_.policy_of(*open) : nullptr;
  const policy::Form* form = policy ? policy->form(state_.target) : nullptr;
  if (!form) return;
  if (!draft_key_.starts_with(state_.case_id + "/")) return go(Page::kCase);  // of another case
  const casework::Setting setting = state_.setting(*policy, *open);
  std::vector<FieldError> errors;
  const documents::Answers answers = notice_answers(*form, state_.draft, errors);
  const casework::NoticeIssued fact{form->id, open->stage(), answers,
                                    documents::copied_to(*form, *open, *policy),
                                    documents::sent_to(*form, *open, *policy)};
  auto event = casework::decide(*open, setting, {fact, state_.now});
  if (!event) add_errors(errors, event.errors());
  if (!errors.empty()) {
    go(Page::kNotice, form->id);
    fail(std::move(errors));
    return;
  }
  if (!issue) {
    state_.document = documents::notice_document(*form, answers, *open, setting);
    go(Page::kNoticePreview, form->id);
    return;
  }
  save_event(*event, [this, id = event->id] {
    finish_draft();
    show_notice(id);
    state_.success = "The notice is recorded and saved. Download it to send it.";
  });
}

// A notice is shown as it was issued: the case as it stood just before, its version of the
// procedure, its author, its moment, the addresses it went to. So the same notice downloaded twice
// is the same.
void Session::show_notice(const std::string& event_id) {
  const casework::Case* open = state_.open_case();
  if (!open) return;
  for (const auto& notice : open->notices) {
    if (notice.event_id != event_id) continue;
    const std::optional<casework::Case> before = case_before(*open, event_id);
    const KnownPolicy* known = before ? state_.known_policy(before->policy_hash()) : nullptr;
    if (!known) return;
    const policy::Policy policy = with_contacts_of(*known, notice.fact, before->opened.fact.area);
    const policy::Form* form = policy.form(notice.fact.form);
    if (!form) return;
    casework::Setting then = state_.setting(policy, *before);
    then.author = notice.author;
    then.now = notice.recorded_at;
    state_.document = documents::notice_document(*form, notice.fact.answers, *before, then);
    state_.document_json =
        documents::notice_file(documents::make_notice(*form, notice.fact.answers, *before, then));
    state_.file_stem = file_stem(form->title, open->opened.fact.reference);
    notice_ = event_id;
    go(Page::kNoticeIssued, form->id);
    return;
  }
}

void Session::show_record() {
  const casework::Case* open = state_.open_case();
  const policy::Policy* policy = open ? state_.policy_of(*open) : nullptr;
  if (!policy) return;
  state_.document = documents::case_record(*open, state_.setting(*policy, *open));
  state_.document_json.clear();
  state_.file_stem = file_stem("Case record", open->opened.fact.reference);
  go(Page::kRecord);
}

std::string Session::printed() const {
  if (trial_) return trial_->session.printed();
  const bool shows_one = state_.page == Page::kNoticePreview ||
                         state_.page == Page::kNoticeIssued || state_.page == Page::kRecord;
  if (shows_one) return documents::to_json(state_.document).dump();
  const casework::Case* open = state_.page == Page::kCase ? state_.open_case() : nullptr;
  const policy::Policy* policy = open ? state_.policy_of(*open) : nullptr;
  if (!policy) return "";
  return documents::to_json(documents::case_record(*open, state_.setting(*policy, *open))).dump();
}

void Session::download(FileKind kind) {
  const std::string& stem = state_.file_stem;
  switch (kind) {
    case FileKind::kJson:
      ports_.files.download(stem + ".json", "application/json", state_.document_json);
      return;
    case FileKind::kHtml:
      ports_.files.download(stem + ".html", "text/html", documents::to_html(state_.document));
      return;
    case FileKind::kText:
      ports_.files.download(stem + ".txt", "text/plain", documents::to_text(state_.document));
      return;
    case FileKind::kPdf:
      make_pdf();
  }
}

std::string Session::document_shown() const {
  if (state_.page == Page::kRecord) return state_.case_id;
  return state_.page == Page::kNoticeIssued ? notice_ : "";
}

void Session::show_pdf() {
  const bool here = pdf_ && pdf_->of == document_shown();
  state_.busy = here ? "Making the PDF…" : "";
  state_.busy_share = here ? pdf_->share : -1;
}

void Session::make_pdf() {
  if (document_shown().empty()) return;
  if (pdf_) return say(kOnePdf);
  const std::string stem = state_.file_stem;
  std::vector<ports::Attachment> attachments;
  if (!state_.document_json.empty()) {
    attachments.push_back({stem + ".json", "application/json", state_.document_json,
                           "The same notice as data, so that it can be imported again"});
  }
  pdf_ = {document_shown(), 0};
  show_pdf();
  const std::weak_ptr<bool> alive = alive_;
  const auto progress = [this, alive](float share) {
    if (alive.expired() || !pdf_) return;
    pdf_->share = share;
    show_pdf();
  };
  const auto answered = [this, alive, stem](bool ok, std::string bytes) {
    if (alive.expired()) return;
    const bool here = pdf_ && pdf_->of == document_shown();
    pdf_.reset();
    show_pdf();
    if (ok) ports_.files.download(stem + ".pdf", "application/pdf", bytes);
    if (ok || bytes.empty()) {
      const char* done = ok ? "The PDF is in your downloads." : "Stopped. Nothing was downloaded.";
      if (here) {
        state_.success = done;
      } else {
        say(done);
      }
      return;
    }
    state_.success.clear();
    state_.trouble =
        Trouble{"The PDF could not be made", "The record itself is saved and unchanged.",
                bytes + " You can download it as a web page or as text instead."};
    ++state_.error_serial;
  };
  ports_.pdf.write(documents::to_json(state_.document).dump(), std::move(attachments), progress,
                   answered);
}

}  // namespace app
