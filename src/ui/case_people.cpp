// Everyone in a case: by side as the case file has them, as others wrote of them, who the procedure
// says acts at this stage, and whom to write to.
#include <algorithm>

#include "base/text.h"
#include "casework/people.h"
#include "casework/stage_words.h"
#include "documents/case_words.h"
#include "ui/case_parts.h"
#include "ui/contact_cards.h"
#include "ui/policy_words.h"
#include "ui/widgets.h"

namespace ui {
namespace {

using casework::KnownPerson;
using policy::Policy;
using Side = policy::Party::Side;

std::string lines_of(const std::vector<casework::Deed>& deeds) {
  std::string lines;
  for (const casework::Deed& deed : deeds) {
    lines += (lines.empty() ? "" : "\n") + casework::in_words(deed);
  }
  return lines;
}

void of_side(const casework::People& people, const std::optional<Side>& side, const char* title) {
  std::vector<Card> cards;
  for (const KnownPerson& each : people.known) {
    if (each.side != side) continue;
    Card card;
    card.key = std::to_string(cards.size());
    card.actionable = false;
    std::vector<std::string> about;
    if (each.person.name.empty()) {
      card.title = each.person.agency;
      about.push_back("Nobody is named yet");
    } else {
      card.title = each.person.name;
    }
    if (!each.person.role.empty()) about.push_back(each.person.role);
    if (!each.person.name.empty() && !each.person.agency.empty())
      about.push_back(each.person.agency);
    card.text = base::joined(about, ", ");
    if (!each.deeds.empty()) card.text += "\n" + lines_of(each.deeds);
    cards.push_back(std::move(card));
  }
  if (cards.empty()) return;
  heading(3, title);
  card_list(title, title, cards);
}

void recipients(const casework::People& people) {
  if (people.recipients.empty()) return;
  heading(3, "Where notices went");
  std::vector<Card> cards;
  for (const casework::Recipient& each : people.recipients) {
    Card card;
    card.key = each.email;
    card.actionable = false;
    card.title = each.contact.empty() ? each.email : each.contact;
    if (!each.contact.empty()) card.text = each.email + "\n";
    card.text += lines_of(each.deeds);
    cards.push_back(std::move(card));
  }
  card_list("recipients", "Where notices went", cards);
}

void named(const CaseScreen& screen, const casework::People& people) {
  if (people.named.empty()) {
    const bool is_open = screen.open.is_open();
    if (empty_state("nobody", "Nobody else is named yet",
                    "Who took part is asked for with each discussion, reply and outcome, and then "
                    "stands here as it was written.",
                    is_open ? "Record a discussion" : "")) {
      screen.commands.push_back(app::StartStep{casework::StepKind::kRecordDiscussion, ""});
    }
    return;
  }
  heading(2, "Named in the record");
  std::vector<std::vector<std::string>> rows;
  for (const casework::Named& each : people.named) {
    rows.push_back({calendar::in_words(each.day), each.what, each.words});
  }
  table("named", "Named in the record", {{"Date", 1}, {"What", 1.2f}, {"As it was written", 2.4f}},
        rows);
}

// What is said of the roles at a stage, and where it comes from.
struct Roles {
  const Policy& policy;
  std::vector<SummaryRow> rows;
  std::vector<std::string> sources;
  std::vector<std::string> absences = {};  // what happens then, each once

  void add(const std::string& key, std::string value, const policy::Citation& cite) {
    rows.push_back({key, std::move(value), ""});
    source(cite);
  }
  void source(const policy::Citation& cite) {
    std::string words = policy::in_words(cite, policy);
    if (std::find(sources.begin(), sources.end(), words) == sources.end())
      sources.push_back(std::move(words));
  }

  // "Line manager", with what agencies call it beneath.
  std::string in_words(const policy::Role& role) {
    std::string text = role.title;
    for (const policy::Role::Equivalent& each : role.equivalents) {
      text += "\n" + each.agency + ": " + casework::title_within_sentence(each.title);
    }
    if (role.cite) source(*role.cite);
    if (role.in_absence &&
        std::find(absences.begin(), absences.end(), role.in_absence->text) == absences.end()) {
      absences.push_back(role.in_absence->text);
      source(role.in_absence->cite);
    }
    return text;
  }

  void add_side(const policy::Stage& stage, Side side, const char* key) {
    std::vector<std::string> seen, texts;
    for (const std::vector<policy::Party>* parties : {&stage.speaks, &stage.with}) {
      for (const policy::Party& party : *parties) {
        const policy::Role* role = party.side == side ? policy.role(party.role) : nullptr;
        if (!role || std::find(seen.begin(), seen.end(), role->id) != seen.end()) continue;
        seen.push_back(role->id);
        texts.push_back(in_words(*role));
      }
    }
    if (!texts.empty()) add(key, base::joined(texts, "\n"), stage.cite);
  }
};

void who_acts(const CaseScreen& screen) {
  const Policy& policy = screen.setting.policy;
  const policy::Stage* stage = screen.open.is_open() ? policy.stage(screen.open.stage()) : nullptr;
  if (!stage) return;
  Roles roles{policy, {}, {}};
  roles.add_side(*stage, Side::kConcerned, "The side that raised it");
  roles.add_side(*stage, Side::kResponding, "The other side");
  roles.add_side(*stage, Side::kPartnership, "The partnership");
  roles.add_side(*stage, Side::kExternal, "From outside");
  for (const std::string& each : roles.absences) {
    roles.rows.push_back({"Where an agency has nobody", documents::sentence(each), ""});
  }
  for (const policy::Alternative& each : stage->alternatives) {
    roles.add("Whom else you may ask", documents::sentence(each.text), each.cite);
  }
  if (stage->judge) {
    roles.add("Who says that it is resolved", documents::sentence(stage->judge->text),
              stage->judge->cite);
  }
  if (roles.rows.empty()) return;
  heading(2, "Who acts at " + casework::stage_in_words(policy, stage->id));
  summary_list("roles", roles.rows);
  if (details("role-sources", "Where this comes from")) bullet_list(roles.sources);
}

}  // namespace

void case_people(const CaseScreen& screen) {
  const Policy& policy = screen.setting.policy;
  const casework::People people = casework::people(screen.open, policy);
  heading(2, "People");
  of_side(people, Side::kConcerned, "The side that raised it");
  of_side(people, Side::kResponding, "The side whose decision it is");
  of_side(people, std::nullopt, "Others who wrote in the case file");
  recipients(people);
  named(screen, people);
  who_acts(screen);
  if (policy.contacts.empty()) return;
  heading(2, "Whom to write to");
  contact_cards(screen.state, policy, "Whom to write to", screen.open.opened.fact.area);
}

}  // namespace ui
