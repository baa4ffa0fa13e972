// The small phrases from which rules.h, compare.h and flow.h put their sentences together, so that
// a stage or a clock reads the same everywhere. Other layers take whole rules; casework's
// stage_words.h passes on how labels and titles stand in a sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/model.h"

namespace policy {

// With a full stop, unless it ends like a sentence already.
std::string sentence(std::string_view text);
// "Stage 1" → "stage 1"; "LSCP review" stays.
std::string label_in_sentence(std::string_view label);
// "Line manager" → "line manager"; a title with a later capital, "Secretary of State", stays.
std::string title_in_sentence(std::string_view title);
// {"a","b","c"} → "a, b or c".
std::string listed_with_or(const std::vector<std::string>& items);

// "stages 1 and 2", "pre-escalation and stages 1 and 2"; `choice`: "stage 1 or 2".
std::string stages_in_words(const std::vector<std::string>& ids, const Policy& policy,
                            bool choice = false);
// "North desk"; for a post, everyone who holds it: "North desk or Moor desk, by area".
std::string recipient_in_words(const std::string& id_or_post, const Policy& policy);
std::string side_in_words(Party::Side side);  // "the side that raises it"
// "there is immediate risk and the priority is Red"; empty for an empty condition.
std::string condition_in_words(const Condition& condition, const Policy& policy);

// "within two working days of the concern arising", "a time agreed at the stage, …". `brief`: the
// entry into the clock's own stage is not named as the start.
std::string clock_phrase(const Clock& clock, const Policy& policy, bool brief);
// The whole rule in sentences: what, by when, how binding, what meets it, what its lapse leads to.
std::string clock_rule(const Clock& clock, const Policy& policy);
// "The talk takes place within two working days of the concern arising"
std::string what_by_when(const Clock& clock, const Policy& policy, bool brief);

// Whole rules (rule_words.cpp).
// "line manager and safeguarding lead"; parties_in_words() at the start of a sentence.
std::string parties_in_sentence(const std::vector<Party>& parties, const Policy& policy);
// "Practitioner (the side that raises it)": in rules it is said whose, since it can be either's.
std::string parties_with_sides(const std::vector<Party>& parties, const Policy& policy);
std::string channel_in_words(Channel channel);
std::string chair_in_words(Meeting::Chair chair);
std::string duty_in_words(const Duty& duty, const Policy& policy);
std::string form_use_in_words(const Form& form, const Policy& policy);
std::string field_in_words(const FormField& field, const Policy& policy);

}  // namespace policy
