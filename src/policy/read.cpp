#include "policy/read.h"

#include <algorithm>
#include <utility>

#include "base/sha256.h"
#include "base/strict_json.h"
#include "base/text.h"
#include "policy/check.h"
#include "policy/parts.h"
#include "policy/reader.h"
#include "policy/spellings.h"

namespace policy {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

// One of a closed list of words that the model keeps as text.
template <size_t N>
void require_known(const std::string& word, const std::array<std::string_view, N>& words,
                   std::string pointer, Findings& findings) {
  if (word.empty() || std::find(words.begin(), words.end(), word) != words.end()) return;
  std::vector<std::string> known(words.begin(), words.end());
  findings.add(ErrorCode::kBadValue, std::move(pointer),
               "This word is not one that the format knows; use one of those listed.",
               in_quotes(base::shortened(word, 60)), "one of " + base::joined(known, ", "));
}

std::optional<calendar::Date> optional_date(ObjectReader& in, std::string_view key) {
  if (!in.has(key)) return std::nullopt;
  const std::string text = in.required_text(key);
  if (text.empty()) return std::nullopt;
  const base::Result<calendar::Date> date = calendar::parse_iso(text);
  if (date) return date.value();
  in.findings().add(date.error().code, below(in.pointer(), key),
                    "This is not a real date; write year, month and day.", in_quotes(text),
                    "for example “2026-06-04”");
  return std::nullopt;
}

Policy policy_from(ObjectReader& in) {
  Policy policy;
  in.optional_text("$schema");
  policy.format = in.required_whole_number("format", 1, kFormat);
  policy.id = in.required_id("id");
  policy.base = in.optional_id("base");
  policy.title = in.required_text("title");
  policy.short_title = in.required_text("short_title");
  policy.partnership = in.required_text("partnership");
  policy.version = in.required_text("version");
  policy.adopted = in.optional_text("adopted");
  policy.review_due = optional_date(in, "review_due");
  policy.division = in.required_text("division");
  require_known(policy.division, kDivisions, below(in.pointer(), "division"), in.findings());
  policy.stage_word = in.optional_text("stage_word", policy.stage_word);
  policy.subjects = in.required_texts("subjects");
  for (size_t i = 0; i < policy.subjects.size(); ++i) {
    require_known(policy.subjects[i], kSubjects, below(below(in.pointer(), "subjects"), i),
                  in.findings());
  }
  policy.reach = in.optional_enums("reach", kReaches);
  if (!in.has("reach")) policy.reach = {Reach::kBetweenAgencies};
  policy.summary = in.required_text("summary");
  policy.sources = in.required_list("sources", parts::source);
  policy.areas = in.optional_list("areas", parts::area);
  policy.principles = in.optional_list("principles", parts::statement);
  policy.disagreements = in.optional_list("disagreements", parts::disagreement);
  policy.tests = in.optional_list("tests", parts::scope_test);
  policy.exclusions = in.optional_list("exclusions", parts::exclusion);
  policy.roles = in.required_list("roles", parts::role);
  policy.stages = in.required_list("stages", parts::stage);
  policy.budgets = in.optional_list("budgets", parts::budget);
  policy.priorities = in.optional_list("priorities", parts::priority);
  policy.duties = in.optional_list("duties", parts::duty);
  policy.risk = in.optional_object("risk", parts::risk).value_or(ImmediateRisk{});
  policy.forms = in.optional_list("forms", parts::form);
  policy.prompts = in.optional_list("prompts", parts::prompt_group);
  policy.prompt_values = in.optional_list("prompt_values", parts::statement);
  policy.afterwards = in.optional_list("afterwards", parts::statement);
  policy.contacts = in.optional_list("contacts", parts::contact);
  return policy;
}

// A place within the policies folder: no address, no way out of the folder.
bool is_file_within(std::string_view name) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.' || c == '/';
  };
  return name.ends_with(".json") && name.front() != '/' && name.front() != '.' &&
         name.find("..") == std::string_view::npos &&
         std::all_of(name.begin(), name.end(), allowed);
}

void require_file_within(const std::string& name, std::string pointer, Findings& findings) {
  if (name.empty() || is_file_within(name)) return;
  findings.add(ErrorCode::kBadValue, std::move(pointer),
               "This must be a JSON file in the policies folder, named from there.",
               in_quotes(base::shortened(name, 60)), "for example “our-policy.json”");
}

}  // namespace

base::Result<Policy> read_policy(std::string_view json, std::string_view file) {
  const base::Result<Json> parsed = base::parse_json(json, file);
  if (!parsed) return parsed.errors();
  if (std::optional<Error> newer = newer_format(*parsed, file)) return *std::move(newer);

  Findings reading(file);
  Policy policy;
  {
    ObjectReader in(*parsed, "", reading);
    policy = policy_from(in);
  }
  Findings findings(file, std::move(reading).take());
  check_whole(policy, findings);
  if (!findings.empty()) return std::move(findings).take();
  policy.hash = base::sha256_hex(base::canonical(*parsed));
  return policy;
}

base::Result<Index> read_index(std::string_view json, std::string_view file) {
  const base::Result<Json> parsed = base::parse_json(json, file);
  if (!parsed) return parsed.errors();
  if (std::optional<Error> newer = newer_format(*parsed, file)) return *std::move(newer);

  Findings findings(file);
  Index index;
  {
    ObjectReader in(*parsed, "", findings);
    in.required_whole_number("format", 1, kFormat);
    index.calendar = in.required_text("calendar");
    require_file_within(index.calendar, "/calendar", findings);
    index.newer_calendars = in.optional_texts("newer_calendars");
    for (size_t i = 0; i < index.newer_calendars.size(); ++i) {
      require_file_within(index.newer_calendars[i], below("/newer_calendars", i), findings);
    }
    index.policies = in.required_texts("policies");
    for (size_t i = 0; i < index.policies.size(); ++i) {
      const std::string pointer = below("/policies", i);
      require_file_within(index.policies[i], pointer, findings);
      const auto end = index.policies.begin() + static_cast<std::ptrdiff_t>(i);
      if (std::find(index.policies.begin(), end, index.policies[i]) != end) {
        findings.add(ErrorCode::kBadValue, pointer, "This file is listed twice; list it once.",
                     in_quotes(base::shortened(index.policies[i], 60)), "each file once");
      }
    }
  }
  if (!findings.empty()) return std::move(findings).take();
  return index;
}

}  // namespace policy
