#include "app/picked_case.h"

#include <algorithm>
#include <utility>

#include "app/picked_file.h"
#include "app/state.h"
#include "documents/case_words.h"

namespace app {
namespace {

using documents::CaseBundle;

const casework::Case* case_here(const AppState& state, const std::string& id) {
  for (const casework::Case& each : state.cases) {
    if (each.id == id) return &each;
  }
  return nullptr;
}

base::Result<casework::Merged> merged_with(const casework::Case* here, const CaseBundle& bundle) {
  if (here) return casework::merge(*here, bundle.state.events);
  casework::Merged whole{bundle.state, {}, {}, bundle.state.conflicts};
  for (const casework::Event& event : whole.state.events) whole.added.push_back(event.id);
  return whole;
}

const policy::Policy* policy_with(const AppState& state, const CaseBundle& bundle,
                                  const std::string& hash) {
  if (const KnownPolicy* known = state.known_policy(hash)) return known->policy.get();
  for (const CaseBundle::Procedure& each : bundle.policies) {
    if (each.policy.hash == hash) return &each.policy;
  }
  return nullptr;
}

std::string name_of(const policy::Policy& policy) {
  return policy.short_title + ", version " + policy.version;
}

// Why an entry does not go together with what others wrote meanwhile.
struct Why {
  std::string operator()(const casework::StageEntered&) const {
    return "Both sides moved the case on, or one of them had closed it.";
  }
  std::string operator()(const casework::CaseResolved&) const {
    return "The case was closed, or moved on, on the other side too.";
  }
  std::string operator()(const casework::CaseWithdrawn&) const {
    return "The case was closed on the other side too.";
  }
  std::string operator()(const casework::PolicyChanged&) const {
    return "The case had gone on, on the other side, before it was moved to this version.";
  }
  std::string operator()(const casework::TimeAgreed&) const {
    return "The case had left that stage, or was closed, on the other side.";
  }
  template <typename Fact>
  std::string operator()(const Fact&) const {
    return "The case was closed on the other side.";
  }
};

class Teller {
 public:
  Teller(const AppState& state, PickedCase& picked) : state_(state), picked_(picked) {}

  void tell() {
    const CaseBundle& bundle = *picked_.bundle;
    const casework::Case& all = picked_.merged->state;
    const policy::Policy* policy = policy_with(state_, bundle, all.policy_hash());
    if (!policy) policy = &bundle.policies.front().policy;
    casework::Setting setting = state_.setting(*policy, all);
    for (const CaseBundle::Procedure& each : bundle.policies) {
      if (!state_.known_policy(each.policy.hash)) {
        picked_.policies.push_back(name_of(each.policy));
        if (&each.policy != policy) setting.earlier.push_back(&each.policy);
      }
    }
    picked_.procedure = name_of(*policy);
    for (const auto& entry : documents::chronology(all, setting, documents::Detail::kFull)) {
      if (is_among(picked_.merged->added, entry.event_id)) {
        picked_.added.push_back({entry.happened, entry.who, entry.what, ""});
      }
      if (is_among(picked_.merged->conflicts, entry.event_id)) {
        picked_.conflicts.push_back(
            {entry.happened, entry.who, entry.what, why(all, entry.event_id)});
      }
    }
    tell_newest(all);
  }

 private:
  static bool is_among(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  static std::string why(const casework::Case& all, const std::string& id) {
    for (const casework::Event& event : all.events) {
      if (event.id == id) return std::visit(Why{}, event.payload);
    }
    return "";
  }

  // Of what is new here; when nothing is, of all that is in the file.
  void tell_newest(const casework::Case& all) {
    const casework::Event* newest = nullptr;
    for (const casework::Event& event : all.events) {
      const bool counts =
          is_among(picked_.merged->added, event.id) ||
          (picked_.merged->added.empty() && !is_among(picked_.merged->lacking, event.id));
      if (counts && (!newest || newest->recorded_at < event.recorded_at)) newest = &event;
    }
    if (!newest) return;
    picked_.newest =
        documents::person_in_words(newest->author) + ", " + calendar::in_words(newest->recorded_at);
  }

  const AppState& state_;
  PickedCase& picked_;
};

PickedCase looked_at(std::string file, std::shared_ptr<const CaseBundle> bundle,
                     const AppState& state) {
  PickedCase picked;
  picked.file = std::move(file);
  const casework::Case* here = case_here(state, bundle->state.id);
  picked.is_known = here != nullptr;
  auto merged = merged_with(here, *bundle);
  if (!merged) {
    picked.errors = merged.errors();
    for (base::Error& error : picked.errors) error.where.file = picked.file;
    return picked;
  }
  picked.bundle = std::move(bundle);
  picked.merged = std::make_shared<const casework::Merged>(std::move(merged).value());
  Teller(state, picked).tell();
  return picked;
}

}  // namespace

size_t most_case_bytes() {
  return documents::kMostSealedBytes;
}

PickedCase look_at_case(std::string file, size_t size, std::string bytes, const AppState& state) {
  PickedCase picked;
  picked.file = std::move(file);
  if (auto error = unusable(picked.file, size, bytes, most_case_bytes(), "a shared case")) {
    picked.errors = {std::move(*error)};
    return picked;
  }
  if (!documents::looks_sealed(bytes)) return look_at_opened(picked.file, bytes, state);
  auto sealed = documents::read_sealed(bytes, picked.file);
  if (sealed) {
    picked.sealed = std::move(sealed).value();
  } else {
    picked.errors = sealed.errors();
  }
  return picked;
}

PickedCase look_at_opened(std::string file, const std::string& plain, const AppState& state) {
  auto bundle = documents::read_bundle(plain, file);
  if (bundle) {
    return looked_at(std::move(file), std::make_shared<const CaseBundle>(std::move(bundle).value()),
                     state);
  }
  PickedCase picked;
  picked.file = std::move(file);
  picked.errors = bundle.errors();
  return picked;
}

PickedCase look_again(const PickedCase& picked, const AppState& state) {
  return looked_at(picked.file, picked.bundle, state);
}

}  // namespace app
