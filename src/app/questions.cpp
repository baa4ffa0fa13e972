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
  if (const auto* file = std::get_if<ForgetHolidays>(&command)) {
    if (file->index >= state.days.brought.size()) return std::nullopt;
    const HolidayFile& brought = state.days.brought[file->index];
    return Question{"Stop using this file of bank holidays?",
                    "“" + brought.name + "” was brought on " + calendar::in_words(brought.since) +
                        ". Every deadline is worked out without it, so some may move. To use it "
                        "again you need the file.",
                    "Stop using it", "Keep it"};
  }
  if (const auto* closure = std::get_if<ForgetClosure>(&command)) {
    if (closure->index >= state.days.closures.size()) return std::nullopt;
    const calendar::ClosureDays& days = state.days.closures[closure->index];
    return Question{"Remove “" + days.label + "”?",
                    std::string("The days are taken off this list. ") +
                        (days.on ? "They count as working days again, so deadlines may move."
                                 : "They are not left out now, so no deadline moves."),
                    "Remove them", "Keep them"};
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
