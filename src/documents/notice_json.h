// The notice's own JSON: what is downloaded beside the PDF and travels inside it, so that a notice
// can be read again by this program or another. Its published schema is
// policies/schema/notice.schema.json. Format 1:
//   {"format":1, "kind":"notice"|"template", "form":…, "form_title":…,
//    "policy":{"id":…,"version":…,"hash":…,"title":…},
//    "case":{"id"?:…,"reference":…,"fingerprint":…,"stage":…},
//    "issued_at":"2026-04-20T13:30:00.000Z", "author":{"name":…,"role":…,"agency":…,"email":…},
//    "sent_to":…, "copied_to":…,
//    "fields":[{"id":…,"label":…,"type":"text"|"long_text"|"date"|"email", "value":"…"},
//              {…,"type":"choice_of_many", "value":["…"]}, {…,"type":"yes_no",
//              "value":true|false|null}]}
// Every key is required but the case's id. An unanswered field is "", [] or null.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/strict_json.h"
#include "documents/notice.h"

namespace documents {

struct Notice {
  struct Field {
    std::string id;
    std::string label;
    policy::FieldType type = policy::FieldType::kText;
    std::vector<std::string>
        value;  // as in Answers: "Yes" or "No", "2026-04-02", the chosen options
    bool operator==(const Field&) const = default;
  };
  policy::Form::Kind kind = policy::Form::Kind::kNotice;
  std::string form;
  std::string form_title;
  std::string policy_id;
  std::string policy_version;
  std::string policy_hash;
  std::string policy_title;
  std::string case_id;  // empty: withheld
  std::string reference;
  std::string fingerprint;
  std::string stage;
  casework::Instant issued_at;
  casework::Person author;
  std::string sent_to;    // email address, or empty
  std::string copied_to;  // the same
  std::vector<Field> fields;
  bool operator==(const Notice&) const = default;
};

// `setting.now` and `setting.author` are the issue's.
Notice make_notice(const policy::Form& form, const Answers& answers, const casework::Case& state,
                   const casework::Setting& setting);

base::Json to_json(const Notice& notice);
// The bytes of the file: indented, ending with a line end.
std::string notice_file(const Notice& notice);
// Strict, and every error at once: unknown, missing and duplicate keys, wrong types, impossible
// values; kNewerFormat for a later format.
base::Result<Notice> notice_from_json(std::string_view bytes, std::string_view file);

}  // namespace documents
