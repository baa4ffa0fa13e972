// One event as JSON and back. Grammar: event.h. The reader collects every error of an event, each
// with its JSON pointer, and accepts exactly the documents that the writer can make.
#include <algorithm>

#include "base/text.h"
#include "casework/event.h"
#include "casework/event_fields.h"
#include "casework/record_text.h"

namespace casework {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

constexpr int64_t kFormat = 1;
constexpr size_t kIdLength = 64;
constexpr size_t kCaseIdLength = 32;
constexpr size_t kFoundLength = 60;

struct Writer {
  Json& object;

  template <typename Value>
  void operator()(const char* key, const Value& value) {
    object[key] = value;
  }
  void optional(const char* key, const std::string& text) {
    if (!text.empty()) object[key] = text;
  }
  void operator()(const char* key, const Date& date) { object[key] = calendar::iso(date); }
  void operator()(const char* key, const Person& person) { nested(key, person); }
  void operator()(const char* key, const Subject& subject) { nested(key, subject); }

  template <typename Fact>
  void nested(const char* key, const Fact& fact) {
    Json inner = Json::object();
    Writer writer{inner};
    visit_fields(writer, fact);
    object[key] = std::move(inner);
  }
};

bool is_hexadecimal(std::string_view text, size_t length) {
  return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

// Reads the members of one object; what is left unread when it is closed is unknown.
class Reader {
 public:
  Reader(const Json& object, std::string pointer, std::string_view file, std::vector<Error>& errors)
      : object_(object), pointer_(std::move(pointer)), file_(file), errors_(errors) {}

  void operator()(const char* key, std::string& text) {
    if (const Json* value = member(key)) read_text(*value, at(key), text);
  }
  // Left out when it is empty, so an empty one is not what the writer writes.
  void optional(const char* key, std::string& text) {
    if (object_.find(key) == object_.end()) {
      known_.emplace_back(key);
    } else if (read_text(*member(key), at(key), text) && text.empty()) {
      add(ErrorCode::kBadValue, "This text must not be empty.", at(key), "", "no such key");
    }
  }
  void operator()(const char* key, bool& answer) {
    if (const Json* value = member(key)) read_bool(*value, at(key), answer);
  }
  void operator()(const char* key, Date& date) {
    std::string text;
    const Json* value = member(key);
    if (!value || !read_text(*value, at(key), text)) return;
    if (const auto parsed = calendar::parse_iso(text)) {
      date = *parsed;
    } else {
      add(ErrorCode::kBadDate, "This is not a date of the calendar.", at(key), text,
          "a date like 2026-06-04");
    }
  }
  void operator()(const char* key, Instant& instant) {
    std::string text;
    const Json* value = member(key);
    if (!value || !read_text(*value, at(key), text)) return;
    if (const auto parsed = calendar::parse_iso_instant(text)) {
      instant = *parsed;
    } else {
      add(ErrorCode::kBadDate, "This is not a moment in time.", at(key), text,
          "a moment like 2026-06-04T16:30:00.000Z");
    }
  }
  void operator()(const char* key, std::vector<std::string>& texts) {
    if (const Json* value = member(key)) read_texts(*value, at(key), texts);
  }
  void operator()(const char* key, std::map<std::string, bool>& answers) {
    each_member(key, [&](const std::string& name, const Json& value, const std::string& pointer) {
      read_bool(value, pointer, answers[name]);
    });
  }
  void operator()(const char* key, std::map<std::string, std::vector<std::string>>& answers) {
    each_member(key, [&](const std::string& name, const Json& value, const std::string& pointer) {
      read_texts(value, pointer, answers[name]);
    });
  }
  void operator()(const char* key, Person& person) { read_object(key, person); }
  void operator()(const char* key, Subject& subject) { read_object(key, subject); }

  // The member, marked as known. nullptr after an error: it is missing.
  const Json* member(const char* key) {
    known_.emplace_back(key);
    const auto found = object_.find(key);
    if (found != object_.end()) return &*found;
    add(ErrorCode::kMissingKey, "The key \"" + std::string(key) + "\" is missing.", pointer_, "",
        key);
    return nullptr;
  }

  template <typename Fact>
  void read_object(const char* key, Fact& fact) {
    const Json* value = member(key);
    if (!value) return;
    if (!value->is_object()) return wrong_type(*value, at(key), "an object");
    Reader reader(*value, at(key), file_, errors_);
    visit_fields(reader, fact);
    reader.close();
  }

  void close() {
    for (const auto& item : object_.items()) {
      if (std::find(known_.begin(), known_.end(), item.key()) != known_.end()) continue;
      add(ErrorCode::kUnknownKey, "An event of this kind has no such key.", at(item.key()),
          item.key(), base::listed(known_));
    }
  }

  void add(ErrorCode code, std::string_view message, std::string_view pointer,
           std::string_view found, std::string_view expected) {
    errors_.push_back(Error{code,
                            std::string(message),
                            {std::string(file_), std::string(pointer)},
                            base::shortened(found, kFoundLength),
                            std::string(expected)});
  }

  std::string at(std::string_view key) const { return pointer_ + base::pointer_step(key); }

 private:
  void wrong_type(const Json& value, std::string_view pointer, std::string_view expected) {
    add(ErrorCode::kWrongType, "This value is of the wrong type.", pointer, value.type_name(),
        expected);
  }

  bool read_text(const Json& value, const std::string& pointer, std::string& text) {
    const auto* found = value.get_ptr<const std::string*>();
    if (!found) {
      wrong_type(value, pointer, "text");
      return false;
    }
    if (!is_record_text(*found)) {
      add(ErrorCode::kBadValue, "A text must not contain control characters.", pointer, "",
          "text with no control characters but line ends and tabs");
      return false;
    }
    text = *found;
    return true;
  }

  void read_bool(const Json& value, const std::string& pointer, bool& answer) {
    if (const auto* found = value.get_ptr<const bool*>()) {
      answer = *found;
    } else {
      wrong_type(value, pointer, "true or false");
    }
  }

  void read_texts(const Json& value, const std::string& pointer, std::vector<std::string>& texts) {
    if (!value.is_array()) return wrong_type(value, pointer, "an array of texts");
    for (size_t i = 0; i < value.size(); ++i) {
      read_text(value[i], pointer + "/" + std::to_string(i), texts.emplace_back());
    }
  }

  template <typename Read>
  void each_member(const char* key, Read read) {
    const Json* value = member(key);
    if (!value) return;
    if (!value->is_object()) return wrong_type(*value, at(key), "an object");
    for (const auto& item : value->items()) {
      const std::string pointer = at(key) + base::pointer_step(item.key());
      if (!is_record_text(item.key())) {
        add(ErrorCode::kBadValue, "A key must not contain control characters.", pointer, "", "");
      }
      read(item.key(), item.value(), pointer);
    }
  }

  const Json& object_;
  std::string pointer_;
  std::string_view file_;
  std::vector<Error>& errors_;
  std::vector<std::string> known_;
};

// The empty fact of a type. nullopt: no such type.
template <size_t index = 0>
std::optional<Payload> payload_of_type(std::string_view type) {
  if constexpr (index == std::variant_size_v<Payload>) {
    return std::nullopt;
  } else {
    Payload payload(std::in_place_index<index>);
    if (type_name(payload) == type) return payload;
    return payload_of_type<index + 1>(type);
  }
}

void read_data(Reader& reader, const std::string& type, Event& event) {
  std::optional<Payload> payload = payload_of_type(type);
  if (payload) {
    std::visit([&](auto& fact) { reader.read_object("data", fact); }, *payload);
    event.payload = std::move(*payload);
  } else {
    reader.member("data");
    reader.add(ErrorCode::kBadValue, "There is no event of this type.", "/type", type,
               "case_opened, stage_entered, discussion_recorded …");
  }
}

void check_names(Reader& reader, const Event& event) {
  if (!is_hexadecimal(event.id, kIdLength)) {
    reader.add(ErrorCode::kBadValue, "An event’s id must be a SHA-256.", "/id", event.id,
               "64 lower-case hexadecimal characters");
  }
  if (!is_hexadecimal(event.case_id, kCaseIdLength)) {
    reader.add(ErrorCode::kBadValue, "A case’s id must be 32 characters.", "/case_id",
               event.case_id, "32 lower-case hexadecimal characters");
  }
  for (size_t i = 0; i < event.parents.size(); ++i) {
    const std::string& parent = event.parents[i];
    if (!is_hexadecimal(parent, kIdLength)) {
      reader.add(ErrorCode::kBadValue, "An event’s id must be a SHA-256.",
                 "/parents/" + std::to_string(i), parent, "64 lower-case hexadecimal characters");
    } else if (i > 0 && event.parents[i - 1] >= parent) {
      reader.add(ErrorCode::kBadValue, "The events it follows must be sorted, each once.",
                 "/parents/" + std::to_string(i), parent, "a later id");
    }
  }
  const bool opens = std::holds_alternative<CaseOpened>(event.payload);
  if (opens != event.parents.empty()) {
    reader.add(ErrorCode::kBadValue,
               opens ? "The event that opens a case must not follow another."
                     : "Every event but the first must follow another.",
               "/parents", "", opens ? "[]" : "at least one id");
  }
}

}  // namespace

Json to_json(const Event& event) {
  Json data = Json::object();
  Writer writer{data};
  std::visit([&](const auto& fact) { visit_fields(writer, fact); }, event.payload);

  Json json = Json::object();
  json["format"] = kFormat;
  json["id"] = event.id;
  json["case_id"] = event.case_id;
  json["parents"] = event.parents;
  json["occurred_at"] = calendar::iso(event.occurred_at);
  json["recorded_at"] = calendar::iso(event.recorded_at);
  Writer{json}.nested("author", event.author);
  json["type"] = type_name(event.payload);
  json["data"] = std::move(data);
  return json;
}

base::Result<Event> event_from_json(const Json& json, std::string_view file) {
  const base::Place top{std::string(file), ""};
  if (!json.is_object()) {
    return Error{ErrorCode::kWrongType, "An event must be an object.", top, json.type_name(),
                 "an object"};
  }
  std::vector<Error> errors;
  Reader reader(json, "", file, errors);
  if (const Json* format = reader.member("format")) {
    if (!format->is_number_integer()) {
      reader.add(ErrorCode::kWrongType, "The format must be a whole number.", "/format",
                 format->type_name(), "1");
    } else if (format->is_number_unsigned() ? format->get<uint64_t>() > uint64_t{kFormat}
                                            : format->get<int64_t>() > kFormat) {
      return Error{
          ErrorCode::kNewerFormat,
          "This event was written by a later version of the program. Update this one to read it.",
          {std::string(file), "/format"},
          base::canonical(*format),
          "1"};
    } else if (format->get<int64_t>() != kFormat) {
      reader.add(ErrorCode::kBadValue, "There is no such format.", "/format",
                 base::canonical(*format), "1");
    }
  }
  Event event;
  std::string type;
  reader("id", event.id);
  reader("case_id", event.case_id);
  reader("parents", event.parents);
  reader("occurred_at", event.occurred_at);
  reader("recorded_at", event.recorded_at);
  reader("author", event.author);
  reader("type", type);
  read_data(reader, type, event);
  reader.close();
  if (errors.empty()) check_names(reader, event);
  if (!errors.empty()) return errors;

  const std::string claimed = event.id;
  seal(event);
  if (event.id != claimed) {
    return Error{ErrorCode::kTampered,
                 "This event is not what was written: its content does not match its id.",
                 {std::string(file), "/id"},
                 claimed,
                 event.id};
  }
  return event;
}

}  // namespace casework
