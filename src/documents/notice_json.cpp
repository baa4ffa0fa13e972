#include "documents/notice_json.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "base/text.h"
#include "documents/clean_text.h"
#include "policy/spellings.h"

namespace documents {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using policy::FieldType;

constexpr int kFormat = 1;
Json value_of(const Notice::Field& field) {
  if (field.type == FieldType::kChoiceOfMany) {
    Json chosen = Json::array();
    for (const std::string& option : field.value) chosen.push_back(clean(option));
    return chosen;
  }
  const std::string text = clean(base::joined(field.value, "\n"));
  if (field.type != FieldType::kYesNo) return text;
  if (text == "Yes") return true;
  if (text == "No") return false;
  return nullptr;
}

bool is_hex(std::string_view text, size_t length) {
  return text.size() == length && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

// "7F3K-2M9Q-…": groups of capital letters and figures.
bool is_fingerprint(std::string_view text) {
  return !text.empty() && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '-';
         });
}

std::string type_word(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  if (value.is_string()) return "text";
  if (value.is_boolean()) return "true or false";
  return value.is_null() ? "null" : "a number";
}

class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  void fail(ErrorCode code, std::string pointer, std::string message, std::string found,
            std::string expected) {
    errors_.push_back(Error{code,
                            std::move(message),
                            {file_, std::move(pointer)},
                            base::shortened(found, 60),
                            std::move(expected)});
  }
  void bad_value(const std::string& pointer, std::string found, std::string expected) {
    fail(ErrorCode::kBadValue, pointer, "This value is not possible in a notice.", std::move(found),
         std::move(expected));
  }
  // False, with every unknown and missing key noted, when it is not an object at all.
  bool is_object(const Json& value, const std::string& pointer,
                 std::initializer_list<std::string_view> keys,
                 std::initializer_list<std::string_view> optional = {}) {
    if (!value.is_object()) {
      fail(ErrorCode::kWrongType, pointer, "This part of the notice has the wrong type.",
           type_word(value), "an object");
      return false;
    }
    for (const auto& [key, member] : value.items()) {
      if (std::find(keys.begin(), keys.end(), key) == keys.end() &&
          std::find(optional.begin(), optional.end(), key) == optional.end()) {
        fail(ErrorCode::kUnknownKey, pointer + "/" + escaped(key),
             "A notice does not have this key.", key, "");
      }
    }
    for (const std::string_view key : keys) {
      if (!value.contains(key)) {
        fail(ErrorCode::kMissingKey, pointer + "/" + std::string(key),
             "The notice lacks a key that it must have.", "", std::string(key));
      }
    }
    return true;
  }
  // nullptr: missing, which is_object() has noted.
  static const Json* member(const Json& object, std::string_view key) {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : &*found;
  }
  std::string text(const Json& object, const std::string& pointer, std::string_view key,
                   bool may_be_empty = false) {
    const Json* value = member(object, key);
    if (!value) return "";
    const std::string at = pointer + "/" + std::string(key);
    const auto* content = value->get_ptr<const std::string*>();
    if (!content) {
      fail(ErrorCode::kWrongType, at, "This part of the notice has the wrong type.",
           type_word(*value), "text");
      return "";
    }
    if (!may_be_empty && base::trimmed(*content).empty()) {
      bad_value(at, "", "text that is not empty");
    }
    return *content;
  }

  std::vector<Error>& errors() { return errors_; }

 private:
  static std::string escaped(const std::string& key) {  // RFC 6901
    std::string result;
    for (const char c : key) {
      if (c == '~') {
        result += "~0";
      } else if (c == '/') {
        result += "~1";
      } else {
        result += c;
      }
    }
    return result;
  }
  std::string file_;
  std::vector<Error> errors_;
};

void read_value(Reader& reader, const Json& value, const std::string& at, Notice::Field& field) {
  const auto wrong = [&](const char* expected) {
    reader.fail(ErrorCode::kWrongType, at, "The answer does not fit the type of its field.",
                type_word(value), expected);
  };
  if (field.type == FieldType::kYesNo) {
    if (value.is_boolean()) {
      field.value = {*value.get_ptr<const bool*>() ? "Yes" : "No"};
    } else if (!value.is_null()) {
      wrong("true, false or null");
    }
    return;
  }
  if (field.type == FieldType::kChoiceOfMany) {
    if (!value.is_array()) return wrong("a list of texts");
    for (const Json& option : value) {
      const auto* text = option.get_ptr<const std::string*>();
      if (!text) return wrong("a list of texts");
      if (std::find(field.value.begin(), field.value.end(), *text) != field.value.end()) {
        reader.bad_value(at, *text, "each option once");
      }
      field.value.push_back(*text);
    }
    return;
  }
  const auto* text = value.get_ptr<const std::string*>();
  if (!text) return wrong("text");
  if (text->empty()) return;
  if (field.type == FieldType::kDate) {
    if (const auto day = calendar::parse_iso(*text); !day) {
      reader.fail(ErrorCode::kBadDate, at, "This is not a date.", *text, "a date like 2026-04-02");
    }
  }
  field.value = {*text};
}

Notice::Field read_field(Reader& reader, const Json& json, const std::string& at) {
  Notice::Field field;
  if (!reader.is_object(json, at, {"id", "label", "type", "value"})) return field;
  field.id = reader.text(json, at, "id");
  field.label = reader.text(json, at, "label");
  const std::string type = reader.text(json, at, "type");
  const auto known = std::find_if(policy::kFieldTypes.begin(), policy::kFieldTypes.end(),
                                  [&](const auto& each) { return each.word == type; });
  if (known == policy::kFieldTypes.end()) {
    if (!type.empty()) {
      reader.bad_value(at + "/type", type,
                       "text, long_text, date, email, choice_of_many or yes_no");
    }
    return field;
  }
  field.type = known->value;
  if (const Json* value = Reader::member(json, "value")) {
    read_value(reader, *value, at + "/value", field);
  }
  return field;
}

void read_fields(Reader& reader, const Json& json, Notice& notice) {
  const Json* fields = Reader::member(json, "fields");
  if (!fields) return;
  if (!fields->is_array()) {
    return reader.fail(ErrorCode::kWrongType, "/fields", "The fields of a notice are a list.",
                       type_word(*fields), "a list");
  }
  if (fields->empty()) reader.bad_value("/fields", "an empty list", "at least one field");
  std::set<std::string> ids;
  for (size_t i = 0; i < fields->size(); ++i) {
    const std::string at = "/fields/" + std::to_string(i);
    Notice::Field field = read_field(reader, (*fields)[i], at);
    if (!field.id.empty() && !ids.insert(field.id).second) {
      reader.bad_value(at + "/id", field.id, "each field once");
    }
    notice.fields.push_back(std::move(field));
  }
}

void read_policy_part(Reader& reader, const Json& json, Notice& notice) {
  const Json* part = Reader::member(json, "policy");
  if (!part || !reader.is_object(*part, "/policy", {"id", "version", "hash", "title"})) return;
  notice.policy_id = reader.text(*part, "/policy", "id");
  notice.policy_version = reader.text(*part, "/policy", "version");
  notice.policy_hash = reader.text(*part, "/policy", "hash");
  notice.policy_title = reader.text(*part, "/policy", "title");
  if (!notice.policy_hash.empty() && !is_hex(notice.policy_hash, 64)) {
    reader.bad_value("/policy/hash", notice.policy_hash, "64 characters 0–9 and a–f");
  }
}

void read_case_part(Reader& reader, const Json& json, Notice& notice) {
  const Json* part = Reader::member(json, "case");
  if (!part || !reader.is_object(*part, "/case", {"reference", "fingerprint", "stage"}, {"id"})) {
    return;
  }
  notice.case_id = reader.text(*part, "/case", "id");
  notice.reference = reader.text(*part, "/case", "reference");
  notice.fingerprint = reader.text(*part, "/case", "fingerprint");
  notice.stage = reader.text(*part, "/case", "stage");
  if (!notice.case_id.empty() && !is_hex(notice.case_id, 32)) {
    reader.bad_value("/case/id", notice.case_id, "32 characters 0–9 and a–f");
  }
  if (!notice.fingerprint.empty() && !is_fingerprint(notice.fingerprint)) {
    reader.bad_value("/case/fingerprint", notice.fingerprint, "groups like 7F3K-2M9Q");
  }
}

void read_author(Reader& reader, const Json& json, Notice& notice) {
  const Json* part = Reader::member(json, "author");
  if (!part || !reader.is_object(*part, "/author", {"name", "role", "agency", "email"})) return;
  notice.author.name = reader.text(*part, "/author", "name");
  notice.author.role = reader.text(*part, "/author", "role", true);
  notice.author.agency = reader.text(*part, "/author", "agency", true);
  notice.author.email = reader.text(*part, "/author", "email", true);
}

// The format alone decides whether the rest can be judged.
bool is_known_format(Reader& reader, const Json& json) {
  const Json* format = json.is_object() ? Reader::member(json, "format") : nullptr;
  if (!format) return true;  // noted as missing
  if (!format->is_number_integer()) {
    reader.fail(ErrorCode::kWrongType, "/format", "The format is a whole number.",
                type_word(*format), "1");
    return false;
  }
  if (*format == kFormat) return true;
  if (*format > kFormat) {
    reader.fail(ErrorCode::kNewerFormat, "/format",
                "This notice was written by a later version of this program.", format->dump(), "1");
  } else {
    reader.bad_value("/format", format->dump(), "1");
  }
  return false;
}

}  // namespace

Notice make_notice(const policy::Form& form, const Answers& answers, const casework::Case& state,
                   const casework::Setting& setting) {
  Notice notice;
  notice.kind = form.kind;
  notice.form = form.id;
  notice.form_title = form.title;
  notice.policy_id = setting.policy.id;
  notice.policy_version = setting.policy.version;
  notice.policy_hash = setting.policy.hash;
  notice.policy_title = setting.policy.title;
  notice.case_id = state.id;
  notice.reference = state.opened.fact.reference;
  notice.fingerprint = casework::fingerprint(state);
  notice.stage = state.stage();
  notice.issued_at = setting.now;
  notice.author = setting.author;
  notice.sent_to = sent_to(form, state, setting.policy);
  notice.copied_to = copied_to(form, state, setting.policy);
  for (const policy::FormField& field : form.fields) {
    const auto answer = answers.find(field.id);
    Notice::Field written{field.id, field.label, field.type, {}};
    if (answer != answers.end()) written.value = answer->second;
    notice.fields.push_back(std::move(written));
  }
  return notice;
}

Json to_json(const Notice& notice) {
  Json fields = Json::array();
  for (const Notice::Field& field : notice.fields) {
    const auto known = std::find_if(policy::kFieldTypes.begin(), policy::kFieldTypes.end(),
                                    [&](const auto& each) { return each.value == field.type; });
    fields.push_back(Json{{"id", field.id},
                          {"label", clean(field.label)},
                          {"type", std::string(known->word)},
                          {"value", value_of(field)}});
  }
  Json about_case = {{"reference", clean(notice.reference)},
                     {"fingerprint", notice.fingerprint},
                     {"stage", notice.stage}};
  if (!notice.case_id.empty()) about_case["id"] = notice.case_id;
  return {{"format", kFormat},
          {"kind", notice.kind == policy::Form::Kind::kNotice ? "notice" : "template"},
          {"form", notice.form},
          {"form_title", clean(notice.form_title)},
          {"policy",
           {{"id", notice.policy_id},
            {"version", clean(notice.policy_version)},
            {"hash", notice.policy_hash},
            {"title", clean(notice.policy_title)}}},
          {"case", std::move(about_case)},
          {"issued_at", calendar::iso(notice.issued_at)},
          {"author",
           {{"name", clean(notice.author.name)},
            {"role", clean(notice.author.role)},
            {"agency", clean(notice.author.agency)},
            {"email", clean(notice.author.email)}}},
          {"sent_to", clean(notice.sent_to)},
          {"copied_to", clean(notice.copied_to)},
          {"fields", std::move(fields)}};
}

std::string notice_file(const Notice& notice) {
  return to_json(notice).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

base::Result<Notice> notice_from_json(std::string_view bytes, std::string_view file) {
  auto parsed = base::parse_json(bytes, file);
  if (!parsed) return parsed.errors();
  const Json& json = *parsed;
  Reader reader(file);
  Notice notice;
  if (!is_known_format(reader, json)) return std::move(reader.errors());
  if (!reader.is_object(json, "",
                        {"format", "kind", "form", "form_title", "policy", "case", "issued_at",
                         "author", "sent_to", "copied_to", "fields"})) {
    return std::move(reader.errors());
  }
  const std::string kind = reader.text(json, "", "kind");
  if (kind == "template") {
    notice.kind = policy::Form::Kind::kTemplate;
  } else if (!kind.empty() && kind != "notice") {
    reader.bad_value("/kind", kind, "notice or template");
  }
  notice.form = reader.text(json, "", "form");
  notice.form_title = reader.text(json, "", "form_title");
  read_policy_part(reader, json, notice);
  read_case_part(reader, json, notice);
  const std::string issued = reader.text(json, "", "issued_at");
  if (const auto instant = calendar::parse_iso_instant(issued)) {
    notice.issued_at = *instant;
  } else if (!issued.empty()) {
    reader.fail(ErrorCode::kBadDate, "/issued_at", "This is not an instant.", issued,
                "like 2026-04-20T13:30:00.000Z");
  }
  read_author(reader, json, notice);
  notice.sent_to = reader.text(json, "", "sent_to", true);
  notice.copied_to = reader.text(json, "", "copied_to", true);
  read_fields(reader, json, notice);
  if (!reader.errors().empty()) return std::move(reader.errors());
  return notice;
}

}  // namespace documents
