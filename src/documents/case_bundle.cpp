#include "documents/case_bundle.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/base64.h"
#include "base/order.h"
#include "base/sha256.h"
#include "base/text.h"
#include "documents/exact_object.h"
#include "policy/read.h"

namespace documents {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

constexpr const char* kFormat = "common-ground-case";
constexpr const char* kSealedFormat = "common-ground-sealed";
constexpr int kVersion = 1;
constexpr const char* kOf = "a shared case";
// How every bundle begins, also one that ends too early.
constexpr std::string_view kBeginning = "{\"attachments\":[";

// Far beyond any case that people write; they keep a forged file from holding up the page that
// reads it, and each part within what the vault takes as one record.
constexpr size_t kMostEvents = 2'000;
constexpr size_t kMostEventBytes = 1u << 20;
constexpr size_t kMostPolicies = 50;
constexpr size_t kMostPolicyBytes = 1u << 20;
constexpr size_t kMostAttachments = 200;
constexpr size_t kShortId = 12;
constexpr size_t kFoundLength = 60;

Error too_large(const std::string& file, const std::string& pointer, const std::string& found,
                const std::string& expected) {
  return Error{ErrorCode::kTooLarge,
               "This is more than a shared case may hold.",
               {file, pointer},
               found,
               expected};
}

bool is_among(const std::vector<std::string>& sorted, const std::string& hash) {
  return std::binary_search(sorted.begin(), sorted.end(), hash);
}

// "Note added" for "note_added"; empty where there is no such event.
template <size_t index = 0>
std::string title_of(const std::string& type) {
  if constexpr (index == std::variant_size_v<casework::Payload>) {
    return "";
  } else {
    const casework::Payload payload(std::in_place_index<index>);
    return casework::type_name(payload) == type ? casework::title(payload)
                                                : title_of<index + 1>(type);
  }
}

std::string text_of(const Json& event, const char* key) {
  const auto found = event.is_object() ? event.find(key) : event.end();
  const auto* text = found == event.end() ? nullptr : found->get_ptr<const std::string*>();
  return text ? *text : "";
}

// As fold() names an event; by its place where it says too little of itself.
std::string named(const Json& event, size_t i) {
  const std::string title = title_of(text_of(event, "type"));
  std::string id = text_of(event, "id").substr(0, kShortId);
  id.resize(base::valid_utf8_prefix(id));
  if (title.empty() || id.empty()) return "The entry at place " + std::to_string(i + 1);
  return "“" + title + "” (" + id + ")";
}

class BundleReader {
 public:
  explicit BundleReader(std::string_view file) : file_(file) {}

  base::Result<CaseBundle> read(std::string_view bytes) {
    if (bytes.size() > kMostBundleBytes) {
      return too_large(file_, "", std::to_string(bytes.size()) + " bytes",
                       "at most " + std::to_string(kMostBundleBytes) + " bytes");
    }
    const auto json = base::parse_json(bytes, file_, {kMostBundleBytes, 64});
    if (!json) return no_json(bytes, json.error());
    if (!is_bundle(*json)) return no_bundle(*json);
    check_envelope(*json);
    if (errors_.empty() && bytes != as_file(*json)) {
      if (bytes == base::canonical(*json)) return ends_too_early(file_);
      fail(ErrorCode::kTampered, "",
           "The file is not as it was written: it has been opened and saved by another program, or "
           "damaged. Ask for it again.");
    }
    if (errors_.empty()) read_events(*json);
    if (errors_.empty()) read_policies(*json->find("policies"));
    if (errors_.empty()) read_attachments(*json->find("attachments"));
    if (!errors_.empty()) return std::move(errors_);
    return CaseBundle{std::move(*state_), std::move(policies_), std::move(attachments_)};
  }

 private:
  void fail(ErrorCode code, const std::string& pointer, std::string message, std::string found = "",
            std::string expected = "") {
    errors_.push_back(
        Error{code, std::move(message), {file_, pointer}, std::move(found), std::move(expected)});
  }
  void take(std::vector<Error> errors) {
    errors_.insert(errors_.end(), errors.begin(), errors.end());
  }

  base::Result<CaseBundle> no_json(std::string_view bytes, const Error& why) const {
    const bool begins =
        !bytes.empty() && (bytes.starts_with(kBeginning) || kBeginning.starts_with(bytes));
    if (begins && !bytes.ends_with("}\n")) return ends_too_early(file_);
    if (begins) {
      return Error{ErrorCode::kBadSyntax, "The file is damaged. Ask for it again.", why.where,
                   why.message, why.expected};
    }
    return Error{ErrorCode::kBadSyntax,
                 "This is not a shared case, which is a file that Common Ground has written.",
                 why.where, why.message, why.expected};
  }

  base::Result<CaseBundle> no_bundle(const Json& json) const {
    if (text_of(json, "format") == kSealedFormat) {
      return Error{ErrorCode::kBadValue,
                   "This shared case is encrypted. Open it in Common Ground, with its passphrase.",
                   {file_, "/format"},
                   kSealedFormat,
                   kFormat};
    }
    return Error{ErrorCode::kBadValue,
                 "This is not a shared case, which is a file that Common Ground has written.",
                 {file_, "/format"},
                 base::shortened(text_of(json, "format"), kFoundLength),
                 kFormat};
  }

  void check_envelope(const Json& json) {
    // The version first: it alone decides whether the rest can be judged.
    if (json.contains("version")) take(wrong_version(json, file_, kVersion));
    if (!errors_.empty()) return;
    take(wrong_keys(json, {file_, ""},
                    {"attachments", "case_id", "events", "format", "policies", "version"}, kOf));
    if (!errors_.empty()) return;
    if (!json.find("case_id")->is_string()) {
      fail(ErrorCode::kWrongType, "/case_id", "This value is of the wrong type.",
           json.find("case_id")->type_name(), "text");
    }
    check_list(json, "events", kMostEvents);
    check_list(json, "policies", kMostPolicies);
    check_list(json, "attachments", kMostAttachments);
  }

  void check_list(const Json& json, const char* key, size_t most) {
    const Json& list = *json.find(key);
    const std::string pointer = base::pointer_step(key);
    if (!list.is_array()) {
      fail(ErrorCode::kWrongType, pointer, "This value is of the wrong type.", list.type_name(),
           "a list");
    } else if (list.size() > most) {
      errors_.push_back(too_large(file_, pointer, std::to_string(list.size()),
                                  "at most " + std::to_string(most)));
    }
  }

  void read_events(const Json& json) {
    const Json& list = *json.find("events");
    const std::string case_id = text_of(json, "case_id");
    std::vector<casework::Event> events;
    for (size_t i = 0; i < list.size(); ++i) {
      const std::string pointer = "/events/" + std::to_string(i);
      if (base::canonical(list[i]).size() > kMostEventBytes) {
        errors_.push_back(too_large(file_, pointer, named(list[i], i), "at most a megabyte"));
        continue;
      }
      const std::string type = text_of(list[i], "type");
      if (!type.empty() && title_of(type).empty()) {
        fail(ErrorCode::kNewerFormat, pointer + "/type",
             "This file has an entry of a kind that is not known here: a later version of Common "
             "Ground has written it. Ask your IT service to update this one.",
             base::shortened(type, kFoundLength));
        continue;
      }
      auto event = casework::event_from_json(list[i], file_);
      if (!event) {
        refuse(event.errors(), list[i], i);
      } else if (event->case_id != case_id) {
        fail(ErrorCode::kBadValue, pointer + "/case_id",
             "There are two cases in this file: " + named(list[i], i) + " belongs to another.",
             event->case_id, case_id);
      } else {
        events.push_back(std::move(event).value());
      }
    }
    if (errors_.empty()) fold(std::move(events));
  }

  // With the event's name before each: "“Note added” (3f2a…): …".
  void refuse(const std::vector<Error>& errors, const Json& event, size_t i) {
    for (Error error : errors) {
      error.where.pointer = "/events/" + std::to_string(i) + error.where.pointer;
      error.message = error.code == ErrorCode::kTampered
                          ? named(event, i) +
                                " is not what was written: the file is forged or damaged. Ask for "
                                "it again."
                          : named(event, i) + ": " + error.message;
      errors_.push_back(std::move(error));
    }
  }

  void fold(std::vector<casework::Event> events) {
    std::vector<std::string> order;
    for (const casework::Event& event : events) order.push_back(event.id);
    auto folded = casework::fold(std::move(events));
    if (!folded) {
      for (Error error : folded.errors()) {
        error.where = {file_, "/events"};
        errors_.push_back(std::move(error));
      }
      return;
    }
    std::vector<std::string> expected;
    for (const casework::Event& event : folded->events) expected.push_back(event.id);
    if (order != expected) {
      fail(ErrorCode::kTampered, "/events",
           "The entries are not in the order in which they are written: the file was put together "
           "by another program. Ask for it again.");
      return;
    }
    state_ = std::move(folded).value();
  }

  void read_policies(const Json& list) {
    const std::vector<std::string> needed = policies_named(*state_);
    std::vector<std::string> there;
    for (size_t i = 0; i < list.size(); ++i) {
      const base::Place where{file_, "/policies/" + std::to_string(i)};
      take(wrong_keys(list[i], where, {"hash", "text"}, kOf));
      if (!errors_.empty()) return;
      const auto hash = text_at(list[i], where, "hash"), text = text_at(list[i], where, "text");
      if (!hash) return take(hash.errors());
      if (!text) return take(text.errors());
      read_policy(where, *hash, *text, needed);
      if (!errors_.empty()) return;
      if (!there.empty() && there.back() >= *hash) {
        fail(ErrorCode::kBadValue, where.pointer, "The procedures are sorted, each once.", *hash,
             "a later hash");
        return;
      }
      there.push_back(*hash);
    }
    for (const std::string& hash : needed) {
      if (is_among(there, hash)) continue;
      fail(ErrorCode::kMissingReference, "/policies",
           "A procedure that the case ran under is not in the file. Ask for it again.", "", hash);
    }
  }

  void read_policy(const base::Place& where, const std::string& hash, const std::string& text,
                   const std::vector<std::string>& needed) {
    if (text.size() > kMostPolicyBytes) {
      errors_.push_back(too_large(file_, where.pointer, "a procedure", "at most a megabyte"));
    } else if (base::sha256_hex(text) != hash) {
      fail(ErrorCode::kTampered, where.pointer,
           "A procedure in the file is not what its hash says: the file is forged or damaged. Ask "
           "for it again.",
           base::sha256_hex(text), hash);
    } else if (!is_among(needed, hash)) {
      fail(ErrorCode::kBadValue, where.pointer, "No entry of the case names this procedure.", hash);
    } else if (auto policy = policy::read_policy(text, file_); policy) {
      policies_.push_back({std::move(policy).value(), text});
    } else {
      for (Error error : policy.errors()) {
        error.message = "A procedure in the file cannot be read: " + error.message;
        error.where = {file_, where.pointer + "/text" + error.where.pointer};
        errors_.push_back(std::move(error));
      }
    }
  }

  void read_attachments(const Json& list) {
    for (size_t i = 0; i < list.size(); ++i) {
      const base::Place where{file_, "/attachments/" + std::to_string(i)};
      take(wrong_keys(list[i], where, {"base64", "sha256"}, kOf));
      if (!errors_.empty()) return;
      const auto hash = text_at(list[i], where, "sha256"), text = text_at(list[i], where, "base64");
      if (!hash) return take(hash.errors());
      if (!text) return take(text.errors());
      auto bytes = base::from_base64(*text);
      if (!bytes) {
        return fail(ErrorCode::kBadValue, where.pointer + "/base64", "This is not base64.", "",
                    "base64 with its padding");
      }
      if (base::sha256_hex(*bytes) != *hash) {
        return fail(ErrorCode::kTampered, where.pointer,
                    "What is attached is not what its hash says: the file is forged or damaged. "
                    "Ask for it again.",
                    base::sha256_hex(*bytes), *hash);
      }
      if (!attachments_.empty() && attachments_.back().sha256 >= *hash) {
        return fail(ErrorCode::kBadValue, where.pointer, "What is attached is sorted, each once.",
                    *hash, "a later hash");
      }
      attachments_.push_back({*hash, std::move(*bytes)});
    }
  }

  std::string file_;
  std::vector<Error> errors_;
  std::optional<casework::Case> state_;
  std::vector<CaseBundle::Procedure> policies_;
  std::vector<CaseBundle::Attachment> attachments_;
};

}  // namespace

std::vector<std::string> policies_named(const casework::Case& state) {
  std::set<std::string> hashes;
  for (const casework::Event& event : state.events) {
    if (const auto* opened = std::get_if<casework::CaseOpened>(&event.payload)) {
      hashes.insert(opened->policy_hash);
    } else if (const auto* changed = std::get_if<casework::PolicyChanged>(&event.payload)) {
      hashes.insert(changed->policy_hash);
    }
  }
  return {hashes.begin(), hashes.end()};
}

base::Result<std::string> bundle_file(const casework::Case& state,
                                      const std::vector<std::string>& policy_texts,
                                      const std::vector<CaseBundle::Attachment>& attachments) {
  std::map<std::string, std::string> known;
  for (const std::string& text : policy_texts) {
    const auto json = base::parse_json(text, "procedure");
    if (!json) return json.errors();
    std::string canonical = base::canonical(*json);
    known.emplace(base::sha256_hex(canonical), std::move(canonical));
  }
  Json policies = Json::array();
  for (const std::string& hash : policies_named(state)) {
    const auto found = known.find(hash);
    if (found == known.end()) {
      return Error{ErrorCode::kMissingReference,
                   "A procedure that the case ran under is not here, so the case cannot be shared "
                   "whole.",
                   {},
                   "",
                   hash};
    }
    policies.push_back({{"hash", hash}, {"text", found->second}});
  }
  Json events = Json::array();
  for (const casework::Event& event : state.events) events.push_back(casework::to_json(event));
  std::vector<CaseBundle::Attachment> sorted = attachments;
  base::sort(sorted, [](const auto& a, const auto& b) { return a.sha256 < b.sha256; });
  Json attached = Json::array();
  for (const CaseBundle::Attachment& each : sorted) {
    attached.push_back({{"sha256", each.sha256}, {"base64", base::base64(each.bytes)}});
  }
  std::string bytes = as_file({{"format", kFormat},
                               {"version", kVersion},
                               {"case_id", state.id},
                               {"policies", std::move(policies)},
                               {"events", std::move(events)},
                               {"attachments", std::move(attached)}});
  // What could not be read again is not written.
  if (auto again = read_bundle(bytes, "shared case"); !again) return again.errors();
  return bytes;
}

base::Result<CaseBundle> read_bundle(std::string_view bytes, std::string_view file) {
  return BundleReader(file).read(bytes);
}

bool is_bundle(const Json& json) {
  return text_of(json, "format") == kFormat;
}

}  // namespace documents
