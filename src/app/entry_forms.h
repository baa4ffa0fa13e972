// The short forms for what belongs to the case file besides the stages, as data: what each asks,
// and when it is offered. The keys are those of the fact's fields (casework/event_fields.h), where
// errors point. What is a page of its own (a discussion, a notice) is not here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/state.h"

namespace app {

struct EntryField {
  enum class Kind { kText, kArea, kDate, kYesNo, kChoice, kStage };
  std::string key;
  std::string label;
  std::string hint;
  Kind kind = Kind::kText;
  bool required = true;
  std::vector<std::pair<std::string, std::string>> options = {};  // value, label: of kChoice
};

struct EntryForm {
  // Which cases it is offered for.
  enum class Of { kAll, kOpen, kClosed, kResolved };
  // The record that it is about: none, one of any kind, or a notice. kNoticeOrNone: it may be none.
  enum class About { kNothing, kRecord, kNotice, kNoticeOrNone };
  std::string type;   // casework::type_name()
  std::string title;  // "Record how great the risk is"
  std::string why;    // one sentence: what it is for
  std::string save;
  std::string done;  // "The risk is recorded and saved."
  Of of = Of::kAll;
  About about = About::kNothing;
  std::string about_key = {};  // the field that holds the id of that record
  std::vector<EntryField> fields = {};
};

const std::vector<EntryForm>& entry_forms();

// AppState::target of kEntry: the type, and after a slash the record that it is about.
struct EntryTarget {
  const EntryForm* form = nullptr;
  std::string event;  // empty: none
};
EntryTarget entry_target(const std::string& target);
std::string entry_target(const EntryForm& form, const std::string& event);

// Whether it can be written about that case.
bool is_offered(const EntryForm& form, const casework::Case& open);
// The notices of the case that it could be about, the last first.
std::vector<const casework::Event*> notices_of(const casework::Case& open);

}  // namespace app
