// The full record of a case for the child's file: everything that was stated, done, agreed and
// issued, with what the procedure asked for beside it, and the chronology. Not a notice: it has no
// form and answers nothing.
#pragma once

#include "casework/decide.h"
#include "documents/document.h"

namespace documents {

// `setting.now` is when the record is made; `setting.author` who makes it.
Document case_record(const casework::Case& state, const casework::Setting& setting);

}  // namespace documents
