#include "app/session.h"

#include <algorithm>

#include "app/answers.h"
#include "app/draft_kinds.h"
#include "app/messages.h"
#include "app/records.h"
#include "app/trial.h"

namespace app {

Session::Session(Ports ports) : ports_(ports) {
  state_.now = ports_.clock.now();
  state_.display = display_choice_from(ports_.preferences.load());
}

Session::~Session() = default;

const AppState& Session::state() const {
  return trial_ ? trial_->session.state_ : state_;
}

void Session::go(Page page, std::string target) {
  if (aside_of(page) != Aside::kNo && aside_of(page) != aside_of(state_.page)) {
    if (places_.count(state_.page_serial) == 0) note_place();
    left_ = state_.page_serial;
  }
  take_question_back();
  // What was answered for another procedure is no answer to this one's questions.
  if (is_raising(page) && page != Page::kRaiseProcedure) {
    drop_answers_to_others(state_.draft);
  }
  state_.page = page;
  state_.target = std::move(target);
  if (page == Page::kCase) state_.case_part = state_.target;
  if (is_of_a_case(page)) forget_what_if_of_another();
  state_.errors.clear();
  state_.success.clear();
  state_.trouble.reset();
  if (thrown_) {
    thrown_.reset();
    say("");  // what it offers is no longer there
  }
  if (page == Page::kHome || page == Page::kStored) list_half_written();
  if (page == Page::kHome || page == Page::kProcedures) state_.case_id.clear();  // left behind
  ++state_.page_serial;
  if (pdf_) show_pdf();
}

void Session::fail(std::vector<FieldError> errors) {
  state_.errors = std::move(errors);
  state_.success.clear();
  ++state_.error_serial;
}

bool Session::open_draft(const std::string& key) {
  kept_drafts_[draft_key_] = std::move(state_.draft);
  draft_key_ = key;
  const auto [place, is_new] = kept_drafts_.try_emplace(key);
  state_.draft = std::move(place->second);
  return is_new;
}

void Session::finish_draft() {
  kept_drafts_.erase(draft_key_);
  touched_.erase(draft_key_);
  histories_.erase(draft_key_);
  draft_key_.clear();
  state_.draft = {};
}

std::map<std::string, Draft> Session::typed_drafts(const std::string& without) const {
  std::map<std::string, Draft> typed;
  for (const std::string& key : touched_) {
    if (key == without) continue;
    const auto kept = kept_drafts_.find(key);
    if (key == draft_key_) {
      typed[key] = state_.draft;
    } else if (kept != kept_drafts_.end()) {
      typed[key] = kept->second;
    }
  }
  return typed;
}

// What is half written is kept, encrypted like everything else, and is there again after unlocking.
void Session::keep_drafts() {
  if (!typed_at_ || !state_.vault_open()) return;
  typed_at_.reset();
  drafts_stored_ = true;
  ++drafts_under_way_;
  ports_.vault.commit({drafts_record(typed_drafts(""))}, {}, [this](ports::VaultReply reply) {
    --drafts_under_way_;
    // Told when the thing itself is to be saved; until then the page is not left without a
    // question.
    drafts_refused_ = reply.fault != ports::VaultFault::kNone;
  });
}

int Session::next_tick_ms() const {
  if (trial_) return trial_->next_tick_ms();
  if (learning()) return 1;
  const int reminder = reminder_in_ms();
  if (!typed_at_ || !state_.vault_open()) return reminder;
  const int rest = int(std::clamp<int64_t>(kRestMs - (state_.now.ms - typed_at_->ms), 1, kRestMs));
  return reminder < 0 ? rest : std::min(rest, reminder);
}

void Session::lock() {
  if (touched_.empty() && !drafts_stored_) {
    ports_.vault.lock();
    return;
  }
  drafts_stored_ = true;
  typed_at_.reset();
  commit({drafts_record(typed_drafts(""))}, {}, [this] {
    ports_.vault.lock();  // nothing is lost by leaving the page
  });
}

void Session::tick() {
  const calendar::Date before = calendar::uk_date(state_.now);
  state_.now = ports_.clock.now();
  if (calendar::uk_date(state_.now) != before) refresh_home();
  refresh_lapsed();
  learn_some_words();
  if (typed_at_ && state_.now.ms - typed_at_->ms >= kRestMs) keep_drafts();
  tell_undo();
  remind();
  if (trial_) trial_->tick();
}

std::string Session::random_hex(int bytes) {
  static const char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const char byte : ports_.random.bytes(bytes)) {
    const auto value = static_cast<unsigned char>(byte);
    hex += kDigits[value >> 4];
    hex += kDigits[value & 15];
  }
  return hex;
}

bool Session::has_unsaved_text() const {
  if (state_.page == Page::kRecoveryKey) return true;  // a key shown once
  return typed_at_ || drafts_under_way_ > 0 || drafts_refused_;
}

void Session::commit(std::vector<ports::Record> records, std::vector<std::string> erased,
                     std::function<void()> then) {
  state_.saving = Saving::kSaving;
  state_.trouble.reset();
  const bool drafts = holds_drafts(records);
  ports_.vault.commit(std::move(records), std::move(erased),
                      [this, drafts, then = std::move(then)](ports::VaultReply reply) {
                        if (reply.fault == ports::VaultFault::kNone) {
                          state_.saving = Saving::kSaved;
                          // There is room again for what was refused: at the next rest.
                          if (!drafts && drafts_refused_) typed_at_ = state_.now;
                          drafts_refused_ = drafts_refused_ && !drafts;
                          then();
                        } else {
                          state_.saving = Saving::kFailed;
                          drafts_refused_ = drafts_refused_ || (drafts && !touched_.empty());
                          state_.trouble = trouble(reply);
                          ++state_.error_serial;
                        }
                      });
}

void Session::save(std::vector<ports::Record> records, std::function<void()> then) {
  if (drafts_stored_ || typed_at_) {
    records.push_back(drafts_record(typed_drafts(draft_key_)));
    drafts_stored_ = true;
    typed_at_.reset();
  }
  commit(std::move(records), {}, std::move(then));
}

void Session::save_event(const casework::Event& event, std::function<void()> then,
                         std::vector<ports::Record> with) {
  with.push_back(event_record(event));
  save(std::move(with), [this, event, then = std::move(then)] {
    for (casework::Case& each : state_.cases) {
      if (each.id == event.case_id) casework::apply(each, event);
    }
    refresh_home(event.case_id);
    then();
  });
}

void Session::handle(const Command& command) {
  tick();
  if (const auto* answered = std::get_if<Answer>(&command)) {
    answer(answered->yes);
  } else if (!ask_first(command)) {
    carry_out(command);
  }
}

bool Session::occupied() const {
  return state_.saving == Saving::kSaving || !state_.busy.empty();
}

void Session::carry_out(const Command& command) {
  if (pass_to_trial(command)) return;
  const bool typing =
      std::holds_alternative<SetText>(command) || std::holds_alternative<SetChosen>(command);
  // Immediate risk never waits for a file.
  const bool meanwhile = pdf_ && (std::holds_alternative<CancelDownload>(command) ||
                                  std::holds_alternative<ShowRisk>(command));
  if (occupied() && !typing && !(meanwhile && state_.saving != Saving::kSaving)) return;

  if (const auto* set = std::get_if<SetText>(&command)) {
    type(set->key, [set](Draft& draft) { draft.text[set->key] = set->value; });
  } else if (const auto* chosen = std::get_if<SetChosen>(&command)) {
    type(chosen->key, [chosen](Draft& draft) { draft.chosen[chosen->key] = chosen->values; });
  } else if (const auto* to = std::get_if<Go>(&command)) {
    go(to->page, to->target);
  } else if (std::holds_alternative<CreateVault>(command)) {
    create_vault();
  } else if (std::holds_alternative<RecoveryKeyKept>(command)) {
    state_.recovery_key.clear();
    open_draft("profile");
    go(Page::kProfile);
  } else if (std::holds_alternative<Unlock>(command)) {
    unlock(false);
  } else if (std::holds_alternative<UnlockWithRecoveryKey>(command)) {
    unlock(true);
  } else if (std::holds_alternative<Lock>(command)) {
    lock();
  } else if (std::holds_alternative<SaveProfile>(command)) {
    save_profile();
  } else if (std::holds_alternative<StartRaise>(command)) {
    start_raise();
  } else if (std::holds_alternative<Continue>(command)) {
    continue_raise();
  } else if (const auto* change = std::get_if<Change>(&command)) {
    state_.changing = true;
    go(change->page);
  } else if (std::holds_alternative<RaiseCase>(command)) {
    raise_case();
  } else if (const auto* open = std::get_if<OpenCase>(&command)) {
    state_.case_id = open->case_id;
    go(Page::kCase);
  } else if (const auto* step = std::get_if<StartStep>(&command)) {
    start_step(*step);
  } else if (const auto* duty = std::get_if<StartDuty>(&command)) {
    const std::string target = duty->stage.empty() ? duty->duty : duty->duty + "/" + duty->stage;
    open_draft(draft_key(state_.case_id, Page::kDuty, target));
    go(Page::kDuty, target);
  } else if (std::holds_alternative<Submit>(command)) {
    submit();
  } else if (std::holds_alternative<PreviewNotice>(command)) {
    submit_notice(false);
  } else if (std::holds_alternative<IssueNotice>(command)) {
    submit_notice(true);
  } else if (std::holds_alternative<ShowRecord>(command)) {
    show_record();
  } else if (const auto* notice = std::get_if<ShowNotice>(&command)) {
    show_notice(notice->event_id);
  } else if (const auto* wanted = std::get_if<Download>(&command)) {
    download(wanted->kind);
  } else if (std::holds_alternative<CancelDownload>(command)) {
    if (pdf_ && pdf_->of == document_shown()) ports_.pdf.cancel();
  } else if (const auto* shown = std::get_if<ShowProcedure>(&command)) {
    show_procedure(shown->hash);
  } else if (const auto* two = std::get_if<ShowComparison>(&command)) {
    show_comparison(*two);
  } else if (const auto* edited = std::get_if<EditContacts>(&command)) {
    edit_contacts(edited->hash);
  } else if (std::holds_alternative<SaveContacts>(command)) {
    save_contacts();
  } else if (std::holds_alternative<RestoreContacts>(command)) {
    restore_contacts();
  } else if (std::holds_alternative<PickPolicy>(command)) {
    pick_policy();
  } else if (std::holds_alternative<KeepPickedPolicy>(command)) {
    keep_picked_policy();
  } else if (const auto* imported = std::get_if<ForgetPolicy>(&command)) {
    forget_policy(imported->hash);
  } else if (std::holds_alternative<StartPolicyChange>(command)) {
    start_policy_change();
  } else if (const auto* cases = std::get_if<ShowCases>(&command)) {
    show_cases(cases->filter);
  } else if (const auto* sort = std::get_if<SortCases>(&command)) {
    sort_cases(sort->order);
  } else if (const auto* shape = std::get_if<ShowCasesAs>(&command)) {
    state_.home_list.as_table = shape->table;
  } else if (const auto* search = std::get_if<SearchCases>(&command)) {
    search_cases(search->text);
  } else if (const auto* next = std::get_if<StartStepOf>(&command)) {
    state_.case_id = next->case_id;
    state_.case_part.clear();
    start_step(next->step);
  } else if (std::holds_alternative<ShowRisk>(command)) {
    step_aside(Page::kRisk);
  } else if (const auto* find = std::get_if<Find>(&command)) {
    state_.find = find->text;
    step_aside(Page::kFind);
  } else if (std::holds_alternative<GoBack>(command)) {
    go_back();
  } else if (std::holds_alternative<EditProfile>(command)) {
    edit_profile();
  } else if (const auto* look = std::get_if<SetDisplay>(&command)) {
    set_display(look->choice);
  } else if (const auto* half = std::get_if<ResumeDraft>(&command)) {
    resume_draft(half->key);
  } else if (const auto* thrown = std::get_if<DiscardDraft>(&command)) {
    discard_draft(thrown->key);
  } else if (const auto* month = std::get_if<ShowMonth>(&command)) {
    show_month(*month);
  } else if (const auto* calendar = std::get_if<DownloadCalendar>(&command)) {
    download_calendar(*calendar);
  } else if (std::holds_alternative<Undo>(command)) {
    undo();
  } else if (std::holds_alternative<Redo>(command)) {
    redo();
  } else if (std::holds_alternative<PickHolidays>(command)) {
    pick_holidays();
  } else if (std::holds_alternative<KeepPickedHolidays>(command)) {
    keep_picked_holidays();
  } else if (const auto* file = std::get_if<ForgetHolidays>(&command)) {
    forget_holidays(file->index);
  } else if (std::holds_alternative<AddClosure>(command)) {
    add_closure();
  } else if (std::holds_alternative<SaveClosure>(command)) {
    save_closure();
  } else if (const auto* turned = std::get_if<TurnClosure>(&command)) {
    turn_closure(turned->index, turned->on);
  } else if (const auto* closure = std::get_if<ForgetClosure>(&command)) {
    forget_closure(closure->index);
  } else if (const auto* quiet = std::get_if<SetQuietAfter>(&command)) {
    set_quiet_after(quiet->days);
  } else if (const auto* notify = std::get_if<TurnNotifications>(&command)) {
    turn_notifications(notify->on);
  } else if (std::holds_alternative<ShowWhatIf>(command)) {
    show_what_if();
  } else if (std::holds_alternative<Suppose>(command)) {
    suppose();
  } else if (const auto* back = std::get_if<TakeBack>(&command)) {
    take_back(back->event);
  } else if (std::holds_alternative<StartTrial>(command)) {
    start_trial();
  } else if (const auto* stop = std::get_if<ShowTourStep>(&command)) {
    show_tour_step(stop->step);
  }
  tell_undo();
}

}  // namespace app
