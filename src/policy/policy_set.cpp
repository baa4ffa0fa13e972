#include "policy/policy_set.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "policy/local_changes.h"

namespace policy {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

constexpr int kMostLevels = 8;  // of local changes over local changes

// What became of one file of the index.
struct FileRead {
  bool done = false;
  std::vector<Error> errors;
  std::optional<Policy> policy;
  std::string text;
  int level = 0;                 // of changes; a whole policy has 0
  std::optional<Merged> merged;  // of local changes: a base for further ones
};

// Reads each file once; local changes after their base, wherever that stands.
class Folder {
 public:
  Folder(const Index& index, std::vector<PolicyFile> files, std::string_view folder)
      : names_(index.policies),
        files_(std::move(files)),
        folder_(folder),
        ids_(names_.size()),
        reads_(names_.size()) {}

  FileRead& read_of(size_t i) {
    if (!reads_[i].done) {
      read(i);
      reads_[i].done = true;
    }
    return reads_[i];
  }

  Error error(ErrorCode code, size_t i, std::string_view message, std::string_view pointer,
              std::string_view found, std::string_view expected) const {
    return {code,
            std::string(message),
            {path(i), std::string(pointer)},
            std::string(found),
            std::string(expected)};
  }

 private:
  std::string path(size_t i) const { return folder_ + names_[i]; }

  PolicyFile* file(size_t i) {
    const auto found = std::find_if(files_.begin(), files_.end(),
                                    [&](const PolicyFile& one) { return one.name == names_[i]; });
    return found == files_.end() ? nullptr : &*found;
  }

  void read(size_t i) {
    FileRead& result = reads_[i];
    const PolicyFile* given = file(i);
    if (!given) {
      result.errors = {error(ErrorCode::kNotFound, i,
                             "The index names this file, but it could not be fetched; check that "
                             "it is in the policies folder.",
                             "", "", "a policy file")};
      return;
    }
    // Parsed twice only where the words are there at all.
    if (given->text.find("\"base\"") != std::string::npos ||
        given->text.find("\"changes\"") != std::string::npos) {
      const base::Result<Json> json = base::parse_json(given->text, path(i));
      if (json && is_local_changes(*json)) {
        read_changes(i, *json);
        return;
      }
    }
    base::Result<Policy> policy = read_policy(given->text, path(i));
    if (policy) {
      result.policy = std::move(policy).value();
      result.text = given->text;
    } else {
      result.errors = policy.errors();
    }
  }

  void read_changes(size_t i, const Json& json) {
    const auto key = json.find("base");
    const std::string wanted = key != json.end() && key->is_string() ? key->get<std::string>() : "";
    way_.push_back(i);
    const std::optional<size_t> base = usable_base(wanted);
    way_.pop_back();
    FileRead& result = reads_[i];
    if (result.done) return;  // found to be part of a ring on the way
    if (!base) {
      const bool known = std::find(ids_.begin(), ids_.end(), wanted) != ids_.end();
      result.errors = {error(
          ErrorCode::kMissingReference, i,
          known ? "The policy that this one changes cannot be used itself; put that right first."
                : "No file of the index has the policy that this one changes; list it there, or "
                  "correct the id.",
          "/base", in_quotes(base::shortened(wanted, 60)), "the id of a policy that can be used")};
      return;
    }
    const FileRead& beneath = reads_[*base];
    if (beneath.level == kMostLevels) {
      result.errors = {error(ErrorCode::kTooLarge, i,
                             "This changes a policy that is itself changed too many times over; "
                             "change one nearer to the whole policy.",
                             "/base", std::to_string(beneath.level) + " levels below",
                             "at most " + std::to_string(kMostLevels) + " levels of changes")};
      return;
    }
    base::Result<ChangedPolicy> read = read_changes_over(json, path(i), merged(*base));
    if (!read) {
      result.errors = read.errors();
      return;
    }
    result.level = beneath.level + 1;
    result.policy = std::move(read.value().policy);
    result.text = std::move(read.value().text);
    result.merged = std::move(read.value().merged);
  }

  Merged merged(size_t i) const {
    const FileRead& base = reads_[i];
    if (base.merged) return *base.merged;
    return unchanged(base::parse_json(base.text, path(i)).value(), path(i));
  }

  // The first file with that id that can be used.
  std::optional<size_t> usable_base(const std::string& id) {
    if (id.empty()) return std::nullopt;
    learn_ids();
    for (size_t i = 0; i < names_.size(); ++i) {
      if (ids_[i] != id) continue;
      if (std::find(way_.begin(), way_.end(), i) != way_.end()) {
        refuse_ring(i);
      } else if (read_of(i).policy) {
        return i;
      }
    }
    return std::nullopt;
  }

  // The files on the way from `first` on lead back to it.
  void refuse_ring(size_t first) {
    const auto start = std::find(way_.begin(), way_.end(), first);
    std::vector<std::string> ring;
    for (auto i = start; i != way_.end(); ++i) ring.push_back(names_[*i]);
    ring.push_back(names_[first]);
    for (auto i = start; i != way_.end(); ++i) {
      reads_[*i].done = true;
      reads_[*i].errors = {error(ErrorCode::kMissingReference, *i,
                                 "These files change one another in a ring; one of them must "
                                 "change a whole policy.",
                                 "/base", base::joined(ring, " → "), "a whole policy at the end")};
    }
  }

  // What each file says its id is, also those that cannot be used.
  void learn_ids() {
    for (size_t i = 0; i < names_.size() && !ids_known_; ++i) {
      const PolicyFile* given = file(i);
      const base::Result<Json> json = base::parse_json(given ? given->text : "", names_[i]);
      if (!json || !json->is_object()) continue;
      const auto id = json->find("id");
      if (id != json->end() && id->is_string()) ids_[i] = id->get<std::string>();
    }
    ids_known_ = true;
  }

  const std::vector<std::string>& names_;
  std::vector<PolicyFile> files_;
  std::string folder_;
  std::vector<std::string> ids_;
  bool ids_known_ = false;
  std::vector<FileRead> reads_;
  std::vector<size_t> way_;  // local changes that are being read, each the base of the one before
};

}  // namespace

const Policy* PolicySet::find(std::string_view policy_id) const {
  for (const UsablePolicy& one : usable) {
    if (one.policy.id == policy_id) return &one.policy;
  }
  return nullptr;
}

PolicySet read_policies(const Index& index, std::vector<PolicyFile> files,
                        std::string_view folder) {
  Folder all(index, std::move(files), folder);
  // Bases are needed until every file was read.
  for (size_t i = 0; i < index.policies.size(); ++i) all.read_of(i);
  PolicySet set;
  for (size_t i = 0; i < index.policies.size(); ++i) {
    const std::string& name = index.policies[i];
    FileRead& result = all.read_of(i);
    if (!result.policy) {
      set.refused.push_back({name, std::move(result.errors)});
    } else if (set.find(result.policy->id)) {
      set.refused.push_back(
          {name,
           {all.error(ErrorCode::kBadValue, i,
                      "Another policy has this id already; give each its own.", "/id",
                      "“" + result.policy->id + "”", "an id that no other file uses")}});
    } else {
      set.usable.push_back({name, std::move(result.text), std::move(*result.policy)});
    }
  }
  return set;
}

}  // namespace policy
