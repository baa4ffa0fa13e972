// Answers that fit whatever a form asks for: cases run under any procedure, by no procedure's name.
#pragma once

#include "casework/event.h"
#include "policy/model.h"

namespace invented {

// A form with every field answered.
inline casework::NoticeIssued filled_in(const policy::Form& form) {
  casework::NoticeIssued notice{form.id, "", {}, ""};
  for (const policy::FormField& field : form.fields) {
    switch (field.type) {
      case policy::FieldType::kChoiceOfMany:
        notice.answers[field.id] = field.options;
        break;
      case policy::FieldType::kYesNo:
        notice.answers[field.id] = {"Yes"};
        break;
      case policy::FieldType::kDate:
        notice.answers[field.id] = {"2026-04-08"};
        break;
      case policy::FieldType::kEmail:
        notice.answers[field.id] = {"a@b.example"};
        break;
      case policy::FieldType::kText:
      case policy::FieldType::kLongText:
        notice.answers[field.id] = {"What happened"};
    }
  }
  return notice;
}

}  // namespace invented
