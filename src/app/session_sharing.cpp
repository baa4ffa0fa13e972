// Working on one case on several devices: the case shown as a file for another, and a file from
// another taken in. All of a file or nothing of it, after a look at what it would add.
#include <algorithm>
#include <utility>

#include "app/file_stem.h"
#include "app/known_policies.h"
#include "app/messages.h"
#include "app/picked_case.h"
#include "app/records.h"
#include "app/session.h"

namespace app {
namespace {

ports::SealKey key_of(const documents::SealedFile& sealed) {
  return {sealed.params, sealed.salt, sealed.iv};
}

std::string entries(size_t count) {
  return std::to_string(count) + (count == 1 ? " entry" : " entries");
}

std::string taken_in_words(const PickedCase& picked) {
  std::string words = entries(picked.merged->added.size()) + " added.";
  if (const size_t count = picked.merged->conflicts.size(); count > 0) {
    words += " " + entries(count) + (count == 1 ? " does" : " do") +
             " not go together with what was written meanwhile: the full case record shows which.";
  }
  return words;
}

}  // namespace

std::optional<std::string> Session::shared_bytes() {
  const casework::Case* open = state_.open_case();
  if (!open || state_.page != Page::kShare) return std::nullopt;
  std::vector<std::string> texts;
  for (const std::string& hash : documents::policies_named(*open)) {
    if (const KnownPolicy* known = state_.known_policy(hash)) texts.push_back(known->text);
  }
  auto bytes = documents::bundle_file(*open, texts);
  if (bytes) return std::move(bytes).value();
  fail({});
  state_.trouble = {"The case cannot be shared", "Nothing was written, and nothing has changed.",
                    bytes.error().message};
  return std::nullopt;
}

void Session::share_case(bool encrypted) {
  std::optional<std::string> plain = shared_bytes();
  if (!plain) return;
  const std::string stem = file_stem("Shared case", state_.open_case()->opened.fact.reference);
  state_.errors.clear();
  state_.trouble.reset();
  if (!encrypted) {
    ports_.files.download(stem + ".json", "application/json", *plain);
    state_.success = "The file is in your downloads. Whoever has it can read it.";
    return;
  }
  documents::SealedFile sealed;
  sealed.salt = ports_.random.bytes(documents::kSaltBytes);
  sealed.iv = ports_.random.bytes(documents::kIvBytes);
  sealing_ = true;
  state_.busy = "Encrypting…";
  state_.success.clear();
  ports_.sealer.seal(
      key_of(sealed), documents::bound_text(sealed), std::move(*plain),
      [this, alive = std::weak_ptr<bool>(alive_), sealed, stem](ports::SealFault fault,
                                                                std::string data) mutable {
        if (alive.expired()) return;
        sealing_ = false;
        state_.busy.clear();
        if (fault != ports::SealFault::kNone) return seal_refused(fault);
        sealed.data = std::move(data);
        ports_.files.download(stem + "-encrypted.json", "application/json",
                              documents::sealed_bytes(sealed));
        state_.success =
            "The encrypted file is in your downloads. Tell the other person the passphrase by "
            "another way than you send the file.";
      });
}

void Session::seal_refused(ports::SealFault fault) {
  if (std::optional<FieldError> error = field_error(fault)) return fail({*error});
  fail({});
  state_.trouble = trouble(fault);
}

void Session::pick_case() {
  if (!state_.vault_open() || state_.trial) return;
  ports_.files.pick(".json", most_case_bytes(),
                    [this, alive = std::weak_ptr<bool>(alive_)](std::string name, size_t size,
                                                                std::string bytes) {
                      if (alive.expired()) return;
                      state_.picked_case =
                          look_at_case(std::move(name), size, std::move(bytes), state_);
                      go(Page::kImportCase);
                    });
}

void Session::open_picked_case() {
  if (state_.page != Page::kImportCase || !state_.picked_case || !state_.picked_case->sealed) {
    return;
  }
  const documents::SealedFile& sealed = *state_.picked_case->sealed;
  sealing_ = true;
  state_.busy = "Opening…";
  state_.errors.clear();
  state_.trouble.reset();
  ports_.sealer.open(
      key_of(sealed), documents::bound_text(sealed), sealed.data,
      [this, alive = std::weak_ptr<bool>(alive_)](ports::SealFault fault, std::string plain) {
        if (alive.expired()) return;
        sealing_ = false;
        state_.busy.clear();
        if (!state_.picked_case) return;
        if (fault != ports::SealFault::kNone) return seal_refused(fault);
        state_.picked_case = look_at_opened(state_.picked_case->file, plain, state_);
        go(Page::kImportCase);
      });
}

void Session::keep_picked_case() {
  if (!state_.picked_case || !state_.picked_case->is_ready() || !state_.vault_open()) return;
  // Looked at again: the case may have gone on here since it was picked.
  state_.picked_case = look_again(*state_.picked_case, state_);
  const PickedCase& picked = *state_.picked_case;
  if (!picked.is_ready() || picked.added.empty()) return go(Page::kImportCase);
  std::vector<ports::Record> records;
  for (const casework::Event& event : picked.merged->state.events) {
    const auto& added = picked.merged->added;
    if (std::find(added.begin(), added.end(), event.id) == added.end()) continue;
    records.push_back(event_record(event));
  }
  // Beside the case, also those that the folder has: it may not have them for ever.
  for (const documents::CaseBundle::Procedure& each : picked.bundle->policies) {
    const KnownPolicy* known = state_.known_policy(each.policy.hash);
    records.push_back(policy_record(each.policy, known ? known->text : each.text));
  }
  commit(std::move(records), {}, [this, picked] {
    take_in(picked);
    const std::string done = taken_in_words(picked);
    state_.picked_case.reset();
    state_.case_id = picked.merged->state.id;
    refresh_home(state_.case_id);
    go(Page::kCase);
    state_.success = done;
  });
}

void Session::take_in(const PickedCase& picked) {
  for (const documents::CaseBundle::Procedure& each : picked.bundle->policies) {
    learn(state_, each.policy, each.text, KnownPolicy::Origin::kPinned, "");
  }
  for (casework::Case& each : state_.cases) {
    if (each.id != picked.merged->state.id) continue;
    each = picked.merged->state;
    return;
  }
  state_.cases.push_back(picked.merged->state);
}

void Session::leave_picked_case() {
  state_.picked_case.reset();
  go(Page::kHome);
}

}  // namespace app
