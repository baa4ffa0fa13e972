// A notice as it stands in its own JSON (notice_json.h), as a document: for those who receive one,
// and have neither the case nor the procedure it came from. Not for making notices: notice.h.
#pragma once

#include "documents/document.h"
#include "documents/notice_json.h"

namespace documents {

// Every field with its label and value, then where it comes from. Of a choice, what was chosen.
Document received_notice(const Notice& notice);

}  // namespace documents
