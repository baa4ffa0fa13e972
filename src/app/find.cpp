#include "app/find.h"

#include <algorithm>
#include <string_view>

#include "base/fold.h"

namespace app {
namespace {

constexpr size_t kMost = 12;
constexpr int kNowhere = -1;
constexpr int kBesides = 3;  // after the start of the label, of a word of it, and inside one

// How well a word fits: the less the better.
int place_in(std::string_view label, std::string_view word) {
  int best = kNowhere;
  for (size_t at = label.find(word); at != label.npos; at = label.find(word, at + 1)) {
    if (at == 0) return 0;
    if (label[at - 1] == ' ') return 1;
    best = 2;
  }
  return best;
}

struct Match {
  int cost;
  Found found;
};

class Search {
 public:
  Search(const AppState& state, const std::string& typed)
      : state_(state), typed_(base::folded(typed)), words_(base::words_of(typed_)) {}

  std::vector<Found> all() {
    const std::vector<Found> commands = everywhere();
    const std::vector<Found> of_case = of_the_case();
    if (words_.empty()) return suggested(of_case, commands);
    for (const Found& each : of_case) consider(each);
    for (const Found& each : commands) consider(each);
    for (const Found& each : settings()) consider(each);
    for (const HomeRow& row : state_.home) consider(row);
    for (const KnownPolicy& known : state_.policies) {
      if (known.offered) consider(*known.policy);
    }
    std::vector<Found> best;
    for (Match& each : best_) best.push_back(std::move(each.found));
    return best;
  }

 private:
  std::vector<Found> everywhere() const {
    std::vector<Found> commands = {
        {"Immediate risk", "What to do now, and whom to tell", ShowRisk{}},
        {"All cases", "What is due, overdue first", Go{Page::kHome, ""}}};
    for (const KnownPolicy& known : state_.policies) {
      if (!known.offered) continue;
      commands.push_back({"Raise a disagreement", "A new case", StartRaise{}});
      break;
    }
    if (state_.vault_open()) {
      commands.push_back({"Calendar", "A month with every deadline", ShowMonth{}});
    }
    commands.push_back({"Procedures", "Read and compare them", Go{Page::kProcedures, ""}});
    commands.push_back(
        {"How your records are kept", "On this device, encrypted", Go{Page::kPrivacy, ""}});
    commands.push_back({"Settings", "Your details, text size, working days, this device",
                        Go{Page::kSettings, ""}});
    if (state_.trial) {
      commands.push_back({"End the trial", "Nothing of it is kept", EndTrial{}});
    } else {
      commands.push_back({"Try it with an invented case", "Nothing of it is kept", StartTrial{}});
      commands.push_back({"Lock", "Your passphrase opens it again", Lock{}});
    }
    return commands;
  }

  // Each of the settings, which are found by name and not suggested.
  static std::vector<Found> settings() {
    return {
        {"Your details", "Settings · name, role, agency, email", EditProfile{}},
        {"Display: text size and colours", "Settings · larger, compact, light, dark",
         Go{Page::kDisplay, ""}},
        {"Working days and bank holidays", "Settings · which days count",
         Go{Page::kWorkingDays, ""}},
        {"Bring GOV.UK’s newer bank holidays", "Working days · a file that you saved",
         PickHolidays{}},
        {"Add days when you are closed", "Working days · training days, the days at Christmas",
         AddClosure{}},
        {"Reminders and notifications",
         "Settings · cases without a record, messages on your screen", Go{Page::kReminders, ""}},
        {"What is kept on this device", "Settings · in numbers", Go{Page::kStored, ""}}};
  }

  // What may be done in the case shown, the suggested step first; then its pages.
  std::vector<Found> of_the_case() const {
    const casework::Case* open = state_.open_case();
    const policy::Policy* policy = open ? state_.policy_of(*open) : nullptr;
    if (!policy) return {};
    const std::string where = open->opened.fact.subject.name + " · " + open->opened.fact.reference;
    std::vector<Found> found;
    for (const casework::Step& step : casework::next_steps(*open, state_.setting(*policy, *open))) {
      found.push_back({step.label, where, StartStep{step.kind, step.target}});
    }
    if (open->is_open()) {
      found.push_back({"If nothing is resolved: try other dates", where, ShowWhatIf{}});
    }
    found.push_back({"See the full case record", where, ShowRecord{}});
    found.push_back({"Read the guidance and conversation prompts", where, Go{Page::kGuidance, ""}});
    found.push_back({"Read the procedure and its sources", where, ShowProcedure{policy->hash}});
    return found;
  }

  // All of the commands, and before them as much of the case as there is room for.
  static std::vector<Found> suggested(std::vector<Found> of_case,
                                      const std::vector<Found>& commands) {
    const size_t room = kMost - commands.size();
    if (of_case.size() > room) of_case.erase(of_case.begin() + long(room), of_case.end());
    of_case.insert(of_case.end(), commands.begin(), commands.end());
    return of_case;
  }

  // Of what a person calls a thing, and of what else is said of it. Both folded.
  int cost_of(const std::string& label, const std::string& besides) const {
    int cost = 0;
    for (const std::string_view word : words_) {
      int place = place_in(label, word);
      if (place == kNowhere && besides.find(word) != besides.npos) place = kBesides;
      if (place == kNowhere) return kNowhere;
      cost += place;
    }
    return cost;
  }

  void consider(Found found, const std::string& besides) {
    const int cost = cost_of(base::folded(found.label), besides);
    if (cost == kNowhere || (full() && cost >= best_.back().cost)) return;
    const auto place = std::find_if(best_.begin(), best_.end(),
                                    [&](const Match& other) { return other.cost > cost; });
    best_.insert(place, {cost, std::move(found)});
    if (best_.size() > kMost) best_.pop_back();
  }

  void consider(const Found& found) { consider(found, base::folded(found.hint)); }

  bool full() const { return best_.size() == kMost; }

  // There may be thousands, whose words are folded already.
  void consider(const HomeRow& row) {
    if (full() && best_.back().cost == 0) return;
    for (const std::string_view word : words_) {
      if (row.searched.find(word) == row.searched.npos) return;
    }
    consider({row.subject + " · " + row.reference,
              row.stage + (row.due.empty() || row.due == row.stage ? "" : ". " + row.due),
              OpenCase{row.case_id}},
             row.searched);
  }

  void consider(const policy::Policy& policy) {
    consider({policy.short_title, "Procedure · " + policy.partnership, ShowProcedure{policy.hash}});
    if (policy.contacts.empty()) return;
    consider({policy.short_title + ": contacts", "Change them on this device",
              EditContacts{policy.hash}});
  }

  const AppState& state_;
  const std::string typed_;
  const std::vector<std::string_view> words_;  // of typed_
  std::vector<Match> best_;                    // so far, in order; at most kMost
};

}  // namespace

std::vector<Found> found(const AppState& state, const std::string& typed) {
  return Search(state, typed).all();
}

}  // namespace app
