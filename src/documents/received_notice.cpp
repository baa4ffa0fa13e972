#include "documents/received_notice.h"

#include "base/text.h"
#include "documents/case_words.h"

namespace documents {
namespace {

constexpr const char* kNotProvided = "Not provided";

void add_field(std::vector<Block>& blocks, const Notice::Field& field) {
  blocks.push_back(Heading{2, field.label});
  std::string text(base::trimmed(base::joined(field.value, "\n")));
  if (text.empty()) {
    blocks.push_back(Paragraph{kNotProvided, Emphasis::kHint});
  } else if (field.type == policy::FieldType::kChoiceOfMany) {
    blocks.push_back(List{false, field.value});
  } else {
    if (field.type == policy::FieldType::kDate) {
      if (const auto day = calendar::parse_iso(text)) text = calendar::in_words(*day);
    }
    blocks.push_back(Paragraph{text, Emphasis::kNormal});
  }
}

}  // namespace

Document received_notice(const Notice& notice) {
  Document document;
  document.title = notice.form_title + ", " + notice.reference;
  document.reference = notice.reference;
  document.fingerprint = notice.fingerprint;
  document.author = person_in_words(notice.author);
  document.created = calendar::iso(notice.issued_at);
  document.blocks.push_back(Heading{1, notice.form_title});
  for (const Notice::Field& field : notice.fields) add_field(document.blocks, field);
  KeyValues about;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) about.rows.push_back({key, value});
  };
  add("Case reference", notice.reference);
  add("Procedure", notice.policy_title);
  add("Version", notice.policy_version);
  add("Date", calendar::in_words(notice.issued_at));
  add("Completed by", document.author);
  add("To", notice.sent_to);
  add("Copy to", notice.copied_to);
  add("Case file check code", notice.fingerprint);
  document.blocks.push_back(Heading{2, "About this notice"});
  document.blocks.push_back(std::move(about));
  return document;
}

}  // namespace documents
