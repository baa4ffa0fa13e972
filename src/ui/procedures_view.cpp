// Every procedure that new cases may run under, and after them the versions that another one
// leads, so that nothing is invisible.
#include "base/text.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using app::KnownPolicy;

Card card_of(const KnownPolicy& known, calendar::Instant now) {
  const policy::Policy& policy = *known.policy;
  Card card;
  card.key = policy.hash;
  card.title = policy.short_title;
  card.text = policy.partnership + "\n" + base::capitalised(version_words(policy));
  card.tag = review_words(policy, now);
  card.tag_kind = TagKind::kDue;
  if (!known.offered) {
    card.title = policy_name(policy);  // beside the one that is in use
    card.tag = "Not in use";
    card.tag_kind = TagKind::kNeutral;
  }
  card.side = known.origin == KnownPolicy::Origin::kImported ? "Added on this device"
                                                             : "Supplied with Common Ground";
  return card;
}

}  // namespace

void procedures_view(const app::AppState& state, app::Commands& commands) {
  begin_page("procedures", "Procedures");
  if (back_link()) commands.push_back(app::GoBack{});
  trouble_banner(state);
  success_banner(state);
  heading(1, "Procedures");
  paragraph("Who speaks to whom and by when, every rule with its source, and whom to write to.",
            TextKind::kLead);
  std::vector<Card> cards;
  std::vector<std::string> hashes;
  for (const bool offered : {true, false}) {
    for (const KnownPolicy& known : state.policies) {
      if (known.offered != offered || (!offered && known.origin == KnownPolicy::Origin::kPinned)) {
        continue;
      }
      cards.push_back(card_of(known, state.now));
      hashes.push_back(known.policy->hash);
    }
  }
  const int pressed = card_list("procedures", "Procedures", cards);
  if (pressed >= 0) commands.push_back(app::ShowProcedure{hashes[size_t(pressed)]});
  if (hashes.size() > 1 && link("compare", "Compare two procedures")) {
    commands.push_back(app::ShowComparison{hashes[0], hashes[1]});
  }
  if (state.vault_open()) {
    heading(2, "Another procedure");
    paragraph(
        "Your partnership may give you its procedure as a file. It is checked before it is used, "
        "and kept on this device only.");
    if (button("pick", "Add a procedure from a file", ButtonKind::kSecondary)) {
      commands.push_back(app::PickPolicy{});
    }
    status("busy", state.busy);
  }
  policy_errors(state);
  end_page();
}

}  // namespace ui
