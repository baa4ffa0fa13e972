// One procedure: its stages as a picture, whom to write to, and every rule with its source.
#include "base/text.h"
#include "casework/stage_words.h"
#include "ui/app_view.h"
#include "ui/contact_cards.h"
#include "ui/form.h"
#include "ui/kept_rules.h"
#include "ui/policy_picture.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using app::KnownPolicy;
using app::Page;

void facts(const policy::Policy& policy) {
  std::vector<SummaryRow> rows = {{"Issued by", policy.partnership, ""},
                                  {"Version", policy.version, ""}};
  if (!policy.adopted.empty()) rows.push_back({"Adopted", policy.adopted, ""});
  if (policy.review_due) rows.push_back({"Review due", calendar::in_words(*policy.review_due), ""});
  std::vector<std::string> sources;
  for (const policy::Source& source : policy.sources) {
    sources.push_back(source.title + (source.publisher.empty() ? "" : ", " + source.publisher) +
                      (source.date.empty() ? "" : ", " + source.date));
  }
  rows.push_back({sources.size() == 1 ? "Source" : "Sources", base::joined(sources, "\n"), ""});
  if (!policy.base.empty()) rows.push_back({"Local changes to", policy.base, ""});
  summary_list("facts", rows);
}

void contacts(const app::AppState& state, app::Commands& commands, const policy::Policy& policy) {
  if (policy.contacts.empty()) return;
  heading(2, "Contacts");
  contact_cards(state, policy, "Contacts");
  if (state.vault_open() && link("edit-contacts", "Change contacts on this device")) {
    commands.push_back(app::EditContacts{policy.hash});
  }
}

// New cases run under another version.
void not_in_use(const app::AppState& state, const KnownPolicy& known) {
  const policy::Policy* instead = state.offered_policy(known.policy->id);
  if (known.offered || !instead) return;
  const std::string used = " New cases use " + version_words(*instead) + " instead.";
  if (known.origin == KnownPolicy::Origin::kShipped) {
    inset("Not in use: another version was added on this device." + used);
  } else if (known.origin == KnownPolicy::Origin::kImported) {
    inset("Not in use: after it was added, Common Ground was supplied with another version." +
          used + " To use this one, add its file again.");
  }
}

void rules(const SharedPolicy& shared) {
  const policy::Policy& policy = *shared;
  heading(2, "The rules");
  paragraph("Each with where it comes from.", TextKind::kHint);
  for (const policy::RuleSection& section : rules_of(shared)) {
    if (section.key == "contacts") continue;  // above, as this device knows them
    const std::string count = std::to_string(section.rules.size());
    if (!details("rules-" + section.key, section.heading + " (" + count + ")")) {
      continue;
    }
    for (const policy::Rule& rule : section.rules) {
      paragraph(rule.text);
      if (!rule.cite) continue;
      std::string source = casework::source_sentence(policy, *rule.cite);
      if (!rule.cite->reading.empty()) source += "\nReading taken: " + rule.cite->reading;
      paragraph(source, TextKind::kHint);
    }
  }
}

}  // namespace

void procedure_view(const app::AppState& state, app::Commands& commands) {
  const KnownPolicy* known = state.known_policy(state.procedure);
  begin_page("procedure-" + state.procedure, known ? known->policy->short_title : "Procedure");
  const casework::Case* open = state.open_case();
  if (open && open->policy_hash() == state.procedure) {
    if (back_link("Back to the case")) commands.push_back(app::Go{Page::kCase, state.case_part});
    if (link("all", "All procedures")) commands.push_back(app::Go{Page::kProcedures, ""});
  } else if (back_link("All procedures")) {
    commands.push_back(app::Go{Page::kProcedures, ""});
  }
  trouble_banner(state);
  success_banner(state);
  if (!known) {
    heading(1, "This procedure is no longer here");
    end_page();
    return;
  }
  const policy::Policy& policy = *known->policy;
  caption(policy.short_title);
  heading(1, policy.title);
  const std::string review = review_words(policy, state.now);
  if (!review.empty()) warning(review + ". Ask the partnership whether there is a newer version.");
  not_in_use(state, *known);
  if (!policy.summary.empty()) paragraph(policy.summary);
  facts(policy);
  if (link("compare", "Compare with another procedure")) {
    std::string other = policy.hash;
    for (const KnownPolicy& each : state.policies) {
      if (each.policy->hash == policy.hash) continue;
      // Another version of the same one says most.
      if (other == policy.hash || each.policy->id == policy.id) other = each.policy->hash;
    }
    commands.push_back(app::ShowComparison{policy.hash, other});
  }
  heading(2, "The " + policy.stage_word + "s");
  policy_picture(policy);
  contacts(state, commands, policy);
  rules(known->policy);
  if (known->origin == KnownPolicy::Origin::kImported && state.vault_open()) {
    heading(2, "Stop using this file");
    paragraph(
        "It was added on this device. No new case will be raised under it then. Cases that were "
        "raised under it keep it and go on as before.");
    if (button("forget", "Stop using this file", ButtonKind::kWarning)) {
      commands.push_back(app::ForgetPolicy{policy.hash});
    }
  }
  end_page();
}

}  // namespace ui
