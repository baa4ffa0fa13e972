// check, show, flow, diff.
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"
#include "documents/flow_svg.h"
#include "policy/compare.h"
#include "policy/flow.h"
#include "policy/rules.h"
#include "policy/warnings.h"

namespace cli {
namespace {

using base::Json;
using policy::Policy;

std::string underlined(const std::string& text, char with) {
  return text + "\n" + std::string(text.size(), with) + "\n";
}

std::string counted(size_t count, const char* word) {
  return std::to_string(count) + " " + word + (count == 1 ? "" : "s");
}

Json json_of(const policy::Rule& rule) {
  Json json = {{"key", rule.key}, {"text", rule.text}};
  if (rule.cite) json["cite"] = to_json(*rule.cite);
  return json;
}

std::string words_of(const policy::Rule& rule, const Policy& policy) {
  std::string words = rule.text;
  if (!rule.cite) return words;
  words += "\n      Source: " + policy::in_words(*rule.cite, policy);
  if (!rule.cite->reading.empty()) words += "\n      Reading taken: " + rule.cite->reading;
  return words;
}

const char* change_name(policy::Change change) {
  switch (change) {
    case policy::Change::kSame:
      return "same";
    case policy::Change::kChanged:
      return "changed";
    case policy::Change::kAdded:
      return "added";
    case policy::Change::kRemoved:
      return "removed";
  }
  return "";
}

bool is_before_only(policy::Change change) {
  return change == policy::Change::kRemoved || change == policy::Change::kChanged;
}
bool is_after_only(policy::Change change) {
  return change == policy::Change::kAdded || change == policy::Change::kChanged;
}

}  // namespace

namespace {

// policies/index.json stands for itself and every policy that it lists.
base::Result<std::vector<std::string>> with_listed(const std::vector<std::string>& paths) {
  std::vector<std::string> all;
  for (const std::string& path : paths) {
    if (!is_index(path)) {
      all.push_back(path);
      continue;
    }
    const auto listed = listed_policies(path);
    if (!listed) return listed.errors();
    all.insert(all.end(), listed->begin(), listed->end());
  }
  return all;
}

}  // namespace

int check_policies(const PolicyOptions& options) {
  int code = kDone;
  Json files = Json::array();
  const auto paths = with_listed(options.files);
  if (!paths) return refuse(paths.errors(), "", "", options.json);
  const base::Result<calendar::Date> today = calendar::parse_iso(options.today);
  if (!options.today.empty() && !today) {
    print_error("--today is a date: 2026-06-04");
    return kWrongUse;
  }
  for (const std::string& path : *paths) {
    const PolicyFile file = read_policy_file(path);
    Json json = {{"file", path}, {"ok", file.policy.ok()}};
    if (!file.policy) {
      code = kWrongInput;
      json["errors"] = Json::array();
      for (const base::Error& error : file.policy.errors()) {
        const std::string_view text = error.where.file == path ? file.text : std::string_view();
        json["errors"].push_back(to_json(error, text));
        if (!options.json) print_error(in_words(error, text));
      }
      if (!options.json) print_text(path + ": " + counted(file.policy.errors().size(), "error"));
    } else {
      const Policy& policy = *file.policy;
      // Without a day no review can be past: the first day that there is.
      const auto warnings = policy::warnings(policy, today ? *today : calendar::date(1, 1, 1));
      json["id"] = policy.id;
      json["version"] = policy.version;
      json["hash"] = policy.hash;
      json["warnings"] = warnings;
      if (!options.json) {
        print_text(path + ": right. " + policy.short_title + ", version " + policy.version + ", " +
                   counted(policy.stages.size(), policy.stage_word.c_str()));
        for (const std::string& warning : warnings) print_text("  warning: " + warning);
      }
    }
    files.push_back(std::move(json));
  }
  if (options.json) print_json(Json{{"files", files}});
  return code;
}

int show_policy(const PolicyOptions& options) {
  const PolicyFile file = read_policy_file(options.files.front());
  if (!file.policy) return refuse(file.policy.errors(), file.path, file.text, options.json);
  const Policy& policy = *file.policy;
  const auto sections = policy::rules_of(policy);
  if (options.json) {
    Json json = {{"id", policy.id}, {"version", policy.version}, {"hash", policy.hash}};
    json["sections"] = Json::array();
    for (const policy::RuleSection& section : sections) {
      Json rules = Json::array();
      for (const policy::Rule& rule : section.rules) rules.push_back(json_of(rule));
      json["sections"].push_back(
          {{"key", section.key}, {"heading", section.heading}, {"rules", rules}});
    }
    print_json(json);
    return kDone;
  }
  std::string text = underlined(policy.title, '=') + "\n";
  for (const std::string& line : policy::flow_in_words(policy::flow_of(policy))) {
    text += line + "\n";
  }
  for (const policy::RuleSection& section : sections) {
    text += "\n" + underlined(section.heading, '-');
    for (const policy::Rule& rule : section.rules) text += "  * " + words_of(rule, policy) + "\n";
  }
  print_text(text);
  return kDone;
}

int draw_policy(const PolicyOptions& options) {
  const PolicyFile file = read_policy_file(options.files.front());
  if (!file.policy) return refuse(file.policy.errors(), file.path, file.text, false);
  print_text(documents::flow_svg(policy::flow_of(*file.policy), file.policy->title));
  return kDone;
}

int diff_policies(const PolicyOptions& options) {
  const PolicyFile before = read_policy_file(options.files.front());
  const PolicyFile after = read_policy_file(options.files.back());
  for (const PolicyFile* file : {&before, &after}) {
    if (!file->policy) return refuse(file->policy.errors(), file->path, file->text, options.json);
  }
  bool differs = false;
  Json json = Json::array();
  for (const policy::ComparedSection& section : policy::compare(*before.policy, *after.policy)) {
    std::string text;
    for (const policy::ComparedRule& rule : section.rules) {
      if (rule.change == policy::Change::kSame) continue;
      Json change = {{"section", section.key}, {"change", change_name(rule.change)}};
      if (is_before_only(rule.change)) {
        change["before"] = json_of(rule.before);
        text += "- " + words_of(rule.before, *before.policy) + "\n";
      }
      if (is_after_only(rule.change)) {
        change["after"] = json_of(rule.after);
        text += "+ " + words_of(rule.after, *after.policy) + "\n";
      }
      json.push_back(std::move(change));
    }
    if (text.empty()) continue;
    differs = true;
    if (!options.json) print_text(underlined(section.heading, '-') + text);
  }
  if (options.json) {
    print_json(Json{{"differs", differs}, {"changes", json}});
  } else if (!differs) {
    print_text("Nothing differs.");
  }
  return differs ? kWrongInput : kDone;
}

}  // namespace cli
