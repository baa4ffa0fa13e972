// case merge: two devices' files of one case put together, as the application does it.
#include <algorithm>

#include "casework/merge.h"
#include "cli/case_files.h"
#include "cli/commands.h"
#include "cli/output.h"

namespace cli {
namespace {

// What stood in either, each once.
template <typename T>
void add(std::vector<T>& all, const std::vector<T>& more) {
  for (const T& each : more) {
    if (std::find(all.begin(), all.end(), each) == all.end()) all.push_back(each);
  }
}

std::string counted(size_t count, const char* what) {
  return std::to_string(count) + (count == 1 ? " entry " : " entries ") + what;
}

}  // namespace

int merge_cases(const MergeOptions& options) {
  const CaseFile first = read_case_file(options.files.front());
  if (!first.state) return refuse(first.state.errors(), first.path, first.text, false);
  const CaseFile second = read_case_file(options.files.back());
  if (!second.state) return refuse(second.state.errors(), second.path, second.text, false);

  auto merged = casework::merge(*first.state, second.state->events);
  if (!merged) {
    std::vector<base::Error> errors = merged.errors();
    for (base::Error& error : errors) error.where.file = second.path;
    return refuse(errors, second.path, second.text, false);
  }
  std::vector<std::string> texts = first.policy_texts;
  add(texts, second.policy_texts);
  const auto policies = read_policies(options.policies, false);
  if (!policies) return kWrongInput;
  for (const PolicyFile& each : *policies) texts.push_back(each.text);
  auto attachments = first.attachments;
  add(attachments, second.attachments);

  auto bytes = documents::bundle_file(merged->state, texts, attachments);
  if (!bytes) return refuse(bytes.errors(), "", "", false);
  bytes.value().pop_back();  // the line end that print_text() writes
  print_text(*bytes);
  print_error(counted(merged->added.size(), "of the second file are not in the first, ") +
              counted(merged->lacking.size(), "of the first are not in the second, ") +
              counted(merged->state.conflicts.size(), "do not go together."));
  return kDone;
}

}  // namespace cli
