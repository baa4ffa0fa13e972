#include "casework/entry.h"

#include <algorithm>

#include "casework/event_fields.h"

namespace casework {
namespace {

class Filler {
 public:
  explicit Filler(const std::map<std::string, std::string>& answers) : answers_(answers) {}

  void operator()(const char* key, std::string& text) { text = answer(key); }
  void operator()(const char* key, bool& yes) { yes = answer(key) == "yes"; }
  void operator()(const char* key, Date& date) {
    const auto parsed = calendar::parse_iso(answer(key));
    date = parsed ? *parsed : Date{};
  }
  void operator()(const char* key, Person& person) { nested(key, person); }
  void operator()(const char* key, Subject& subject) { nested(key, subject); }
  void optional(const char* key, std::string& text) { (*this)(key, text); }
  void later(const char* key, std::string& text) { (*this)(key, text); }
  void later(const char* key, Date& date) { (*this)(key, date); }
  void later(const char* key, std::vector<Action>& actions) {
    for (size_t i = 0;; ++i) {
      const std::string place = std::string(key) + "." + std::to_string(i);
      const auto first = answers_.lower_bound(within_ + place + ".");
      if (first == answers_.end() || !first->first.starts_with(within_ + place + ".")) return;
      nested(place, actions.emplace_back());
    }
  }
  // Lists, and what no form asks.
  template <typename Other>
  void operator()(const char*, Other&) {}

 private:
  std::string answer(const char* key) const {
    const auto found = answers_.find(within_ + key);
    return found == answers_.end() ? std::string() : found->second;
  }
  template <typename Fact>
  void nested(const std::string& key, Fact& fact) {
    const std::string before = within_;
    within_ = before + key + ".";
    visit_fields(*this, fact);
    within_ = before;
  }

  const std::map<std::string, std::string>& answers_;
  std::string within_;
};

}  // namespace

std::optional<Payload> entry_of(std::string_view type,
                                const std::map<std::string, std::string>& answers) {
  std::optional<Payload> payload = payload_of_type(type);
  if (!payload) return std::nullopt;
  Filler filler(answers);
  std::visit([&](auto& fact) { visit_fields(filler, fact); }, *payload);
  return payload;
}

}  // namespace casework
