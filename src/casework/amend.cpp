#include "casework/amend.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <type_traits>

#include "base/text.h"
#include "casework/event_fields.h"

namespace casework {
namespace {

using base::Error;
using base::ErrorCode;

// Never corrected, in whatever fact they stand.
constexpr std::array<std::string_view, 21> kFixed = {
    "stage", "policy_id",   "policy_version", "policy_hash",    "priority",     "area",
    "side",  "first_stage", "reference",      "kind",           "clock",        "until",
    "duty",  "form",        "immediate",      "immediate_risk", "debrief_held", "notice",
    "event", "sha256",      "media_type"};
// Required when the record was made, and so afterwards.
constexpr std::array<std::string_view, 11> kRequired = {"account",     "with",    "name", "channel",
                                                        "decision",    "concern", "text", "outcome",
                                                        "agreed_with", "what",    "owner"};

template <size_t size>
bool is_among(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Kinds of facts of which nothing is corrected.
template <typename Fact>
constexpr bool kMayChange =
    !std::is_same_v<Fact, StageEntered> && !std::is_same_v<Fact, PolicyChanged> &&
    !std::is_same_v<Fact, NoticeIssued> && !std::is_same_v<Fact, CaseReopened> &&
    !std::is_same_v<Fact, EventAmended> && !std::is_same_v<Fact, ConflictSettled> &&
    !std::is_same_v<Fact, RecordApproved>;

// Walks every field that may be corrected; `each(key, value)` gets it under its whole key.
template <typename Each>
class Walk {
 public:
  explicit Walk(Each& each) : each_(each) {}

  template <typename Value>
  void operator()(const char* key, Value& value) {
    if (is_among(kFixed, key)) return;
    field(key, value);
  }
  void optional(const char* key, std::string& text) { (*this)(key, text); }
  void later(const char* key, std::string& text) { field(key, text); }
  void later(const char* key, Date& date) { field(key, date); }
  void later(const char* key, std::vector<Action>& actions) {
    for (size_t i = 0; i < actions.size(); ++i) {
      nested(std::string(key) + "." + std::to_string(i), actions[i]);
    }
  }

 private:
  void field(const char* key, std::string& text) { each_(within_ + key, key, text); }
  void field(const char* key, Date& date) { each_(within_ + key, key, date); }
  void field(const char* key, bool& answer) { each_(within_ + key, key, answer); }
  void field(const char* key, Person& person) { nested(key, person); }
  void field(const char* key, Subject& subject) { nested(key, subject); }
  // Lists and answers to the procedure's own questions stay as they were given.
  template <typename Other>
  void field(const char*, Other&) {}

  template <typename Fact>
  void nested(const std::string& key, Fact& fact) {
    const std::string before = within_;
    within_ = before + key + ".";
    visit_fields(*this, fact);
    within_ = before;
  }

  Each& each_;
  std::string within_;
};

template <typename Each>
void walk(Payload& payload, Each each) {
  std::visit(
      [&](auto& fact) {
        if constexpr (kMayChange<std::decay_t<decltype(fact)>>) {
          Walk walk(each);
          visit_fields(walk, fact);
        }
      },
      payload);
}

struct Lister {
  std::vector<AmendableField>& fields;

  void operator()(std::string key, std::string_view name, std::string& text) {
    const bool required = is_among(kRequired, name) && !text.empty();
    fields.push_back({std::move(key), text, AmendableKind::kText, !required});
  }
  void operator()(std::string key, std::string_view name, Date& date) {
    fields.push_back(
        {std::move(key), date.ok() ? calendar::iso(date) : "", AmendableKind::kDate, name == "by"});
  }
  void operator()(std::string key, std::string_view, bool& answer) {
    fields.push_back({std::move(key), answer ? "yes" : "no", AmendableKind::kYesNo, false});
  }
};

struct Changer {
  const std::map<std::string, std::string>& changes;
  std::vector<std::string>& found;
  std::vector<Error>& errors;

  const std::string* change(const std::string& key) {
    const auto at = changes.find(key);
    if (at == changes.end()) return nullptr;
    found.push_back(key);
    return &at->second;
  }
  void refuse(ErrorCode code, const std::string& key, std::string message, std::string expected) {
    errors.push_back({code, std::move(message), {"", "changes." + key}, changes.at(key), expected});
  }

  void operator()(const std::string& key, std::string_view name, std::string& text) {
    const std::string* to = change(key);
    if (!to) return;
    if (base::trimmed(*to).empty() && is_among(kRequired, name) && !text.empty()) {
      return refuse(ErrorCode::kRequired, key, "This cannot be left empty", "some words");
    }
    text = *to;
  }
  void operator()(const std::string& key, std::string_view name, Date& date) {
    const std::string* to = change(key);
    if (!to) return;
    const auto parsed = calendar::parse_iso(*to);
    if (parsed) {
      date = *parsed;
    } else if (to->empty() && name == "by") {
      date = {};
    } else {
      refuse(ErrorCode::kBadDate, key, "This is not a date of the calendar", "2026-06-04");
    }
  }
  void operator()(const std::string& key, std::string_view, bool& answer) {
    const std::string* to = change(key);
    if (!to) return;
    if (*to != "yes" && *to != "no") {
      return refuse(ErrorCode::kBadValue, key, "Select yes or no", "yes or no");
    }
    answer = *to == "yes";
  }
};

}  // namespace

std::vector<AmendableField> amendable(const Payload& payload) {
  std::vector<AmendableField> fields;
  Payload copy = payload;
  walk(copy, Lister{fields});
  return fields;
}

base::Result<Payload> amended(Payload payload, const std::map<std::string, std::string>& changes) {
  std::vector<std::string> found;
  std::vector<Error> errors;
  walk(payload, Changer{changes, found, errors});
  for (const auto& change : changes) {
    if (std::find(found.begin(), found.end(), change.first) != found.end()) continue;
    errors.push_back({ErrorCode::kUnknownKey,
                      "This part of the record cannot be corrected",
                      {"", "changes." + change.first},
                      change.first,
                      ""});
  }
  if (!errors.empty()) return errors;
  return payload;
}

Payload corrected(const Case& state, const Event& event) {
  Payload payload = event.payload;
  for (const auto& earlier : state.amendments) {
    if (earlier.fact.event != event.id) continue;
    if (auto changed = amended(payload, earlier.fact.changes)) payload = std::move(changed).value();
  }
  return payload;
}

std::optional<Date> day_named(const Payload& payload) {
  return std::visit(
      [](const auto& fact) -> std::optional<Date> {
        if constexpr (requires { fact.held_on; }) return fact.held_on;
        if constexpr (requires { fact.received_on; }) return fact.received_on;
        if constexpr (requires { fact.confirmed_on; }) return fact.confirmed_on;
        if constexpr (requires { fact.sent_on; }) return fact.sent_on;
        if constexpr (requires { fact.given_on; }) return fact.given_on;
        if constexpr (requires { fact.approved_on; }) return fact.approved_on;
        return std::nullopt;
      },
      payload);
}

}  // namespace casework
