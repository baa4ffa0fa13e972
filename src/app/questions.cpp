#include "app/questions.h"

namespace app {

std::optional<Question> question_before(const AppState& state, const Command& command,
                                        bool has_typed) {
  if (std::holds_alternative<EndTrial>(command) && state.trial && has_typed) {
    return Question{"End the trial?",
                    "What you typed in it is thrown away. Undo does not bring it back.",
                    "End the trial", "Go on with the trial"};
  }
  if (const auto* forgotten = std::get_if<ForgetPolicy>(&command)) {
    const KnownPolicy* known = state.known_policy(forgotten->hash);
    if (!known || known->origin != KnownPolicy::Origin::kImported) return std::nullopt;
    return Question{"Stop using this file?",
                    "“" + known->policy->short_title +
                        "” was added on this device. Cases that were raised under it keep it. To "
                        "use it again you need the file.",
                    "Stop using it", "Keep it"};
  }
  if (std::holds_alternative<RestoreContacts>(command)) {
    return Question{"Throw away the changed contacts?",
                    "The names and addresses that were typed on this device go. The procedure’s "
                    "own take their place.",
                    "Throw them away", "Keep them"};
  }
  return std::nullopt;
}

}  // namespace app
