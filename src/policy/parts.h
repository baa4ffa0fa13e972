// The parts of a policy, one reading function for each type of the model: the format, in code.
// read.cpp puts them together; what must hold between the parts is check.h's.
#pragma once

#include "policy/model.h"
#include "policy/reader.h"

namespace policy::parts {

Citation citation(ObjectReader& in);
Source source(ObjectReader& in);
Area area(ObjectReader& in);
Contact contact(ObjectReader& in);
Role role(ObjectReader& in);
Statement statement(ObjectReader& in);
DisagreementArea disagreement(ObjectReader& in);
ScopeTest scope_test(ObjectReader& in);
Exclusion exclusion(ObjectReader& in);
Priority priority(ObjectReader& in);
// Of time: parts_time.cpp.
Condition condition(ObjectReader& in);
Clock stage_clock(ObjectReader& in);
Clock duty_clock(ObjectReader& in);       // met by the duty, unless it says otherwise
Clock exclusion_clock(ObjectReader& in);  // of another procedure: nothing here meets it
Budget budget(ObjectReader& in);
Party party(ObjectReader& in);
Stage stage(ObjectReader& in);
Duty duty(ObjectReader& in);
ImmediateRisk risk(ObjectReader& in);
FormField form_field(ObjectReader& in);
Form form(ObjectReader& in);
PromptGroup prompt_group(ObjectReader& in);

}  // namespace policy::parts
