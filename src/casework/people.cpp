#include "casework/people.h"

#include <algorithm>
#include <array>

#include "base/order.h"
#include "base/text.h"
#include "casework/stage_words.h"

namespace casework {
namespace {

using Side = policy::Party::Side;

// In the order of Payload.
constexpr std::array<const char*, std::variant_size_v<Payload>> kDeeds = {
    "Raised the disagreement",
    "Took the case further",
    "Recorded a discussion",
    "Set a time",
    "Recorded something as done",
    "Issued a notice",
    "Recorded the outcome",
    "Withdrew the case",
    "Added a note",
    "Recorded a reply",
    "Moved the case to another version of its procedure"};

constexpr size_t kMostDays = 4;  // each of them told

bool same(std::string_view a, std::string_view b) {
  return base::lower_ascii(base::trimmed(a)) == base::lower_ascii(base::trimmed(b));
}

bool same_person(const Person& a, const Person& b) {
  return !base::trimmed(a.name).empty() && same(a.name, b.name) && same(a.agency, b.agency);
}

void add(std::vector<Deed>& deeds, const std::string& what, Date day) {
  auto deed =
      std::find_if(deeds.begin(), deeds.end(), [&](const Deed& each) { return each.what == what; });
  if (deed == deeds.end()) deed = deeds.insert(deed, {what, {}});
  if (deed->days.empty() || deed->days.back() != day) deed->days.push_back(day);
}

class Gathering {
 public:
  Gathering(const Case& state, const policy::Policy& policy) : state_(state), policy_(policy) {}

  People all() {
    const CaseOpened& opened = state_.opened.fact;
    people_.known.push_back({Side::kConcerned, state_.opened.author, {}});
    people_.known.push_back({Side::kResponding, opened.responding, {}});
    for (const Event& event : state_.events) {
      add(known(event.author).deeds, kDeeds[event.payload.index()],
          calendar::uk_date(event.recorded_at));
    }
    for (const auto& notice : state_.notices) {
      const policy::Form* form = policy_.form(notice.fact.form);
      const std::string title = form ? form->title : notice.fact.form;
      const Date day = calendar::uk_date(notice.occurred_at);
      add_recipient(notice.fact.sent_to, title, day);
      add_recipient(notice.fact.copied_to, "Copy of the " + title_within_sentence(title), day);
    }
    name_all();
    base::sort(people_.known,
               [](const KnownPerson& a, const KnownPerson& b) { return place(a) < place(b); });
    return std::move(people_);
  }

 private:
  static int place(const KnownPerson& person) {
    return person.side ? static_cast<int>(*person.side) : static_cast<int>(Side::kExternal) + 1;
  }

  KnownPerson& known(const Person& author) {
    for (KnownPerson& each : people_.known) {
      if (!same_person(each.person, author)) continue;
      if (each.person.role.empty()) each.person.role = author.role;
      if (same(each.person.role, author.role)) return each;
    }
    people_.known.push_back({side_of(author), author, {}});
    return people_.known.back();
  }

  std::optional<Side> side_of(const Person& author) const {
    const Person& raised = state_.opened.author;
    const Person& responding = state_.opened.fact.responding;
    if (same_person(author, raised)) return Side::kConcerned;
    if (same_person(author, responding)) return Side::kResponding;
    if (same(raised.agency, responding.agency)) return std::nullopt;
    if (same(author.agency, raised.agency)) return Side::kConcerned;
    if (same(author.agency, responding.agency)) return Side::kResponding;
    return std::nullopt;
  }

  void add_recipient(const std::string& email, const std::string& what, Date day) {
    if (email.empty()) return;
    auto& all = people_.recipients;
    auto found = std::find_if(all.begin(), all.end(),
                              [&](const Recipient& each) { return same(each.email, email); });
    if (found == all.end()) {
      Recipient recipient;
      recipient.email = email;
      for (const policy::Contact& contact : policy_.contacts) {
        if (same(contact.email, email)) recipient.contact = contact.name;
      }
      found = all.insert(found, std::move(recipient));
    }
    add(found->deeds, what, day);
  }

  void name(Date day, const char* what, const std::string& words, const std::string& event_id) {
    if (!base::trimmed(words).empty()) people_.named.push_back({day, what, words, event_id});
  }

  void name_all() {
    for (const auto& each : state_.discussions) {
      name(each.fact.held_on, "Took part in a discussion", each.fact.with, each.event_id);
    }
    for (const auto& each : state_.replies) {
      name(each.fact.received_on, "Replied", each.fact.from, each.event_id);
    }
    for (const auto& each : state_.times) {
      const policy::Clock* clock = policy_.clock(each.fact.clock);
      const bool agreed = !clock || clock->kind == policy::ClockKind::kAgreed;
      name(calendar::uk_date(each.occurred_at), agreed ? "Agreed a time" : "Was told of a time",
           each.fact.with, each.event_id);
    }
    if (state_.resolved) {
      name(calendar::uk_date(state_.resolved->occurred_at), "Agreed the outcome",
           state_.resolved->fact.agreed_with, state_.resolved->event_id);
    }
    base::sort(people_.named, [](const Named& a, const Named& b) { return a.day < b.day; });
  }

  const Case& state_;
  const policy::Policy& policy_;
  People people_;
};

}  // namespace

People people(const Case& state, const policy::Policy& policy) {
  return Gathering(state, policy).all();
}

std::string in_words(const Deed& deed) {
  if (deed.days.size() > kMostDays) {
    return deed.what + " on " + std::to_string(deed.days.size()) + " days, from " +
           calendar::in_words(deed.days.front()) + " to " + calendar::in_words(deed.days.back());
  }
  std::vector<std::string> days;
  for (const Date day : deed.days) days.push_back(calendar::in_words(day));
  return deed.what + " on " + base::listed(days);
}

}  // namespace casework
