// A policy file that was picked: what it holds, or what is wrong with it and where.
#include "base/text.h"
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/policy_picture.h"
#include "ui/policy_words.h"

namespace ui {
namespace {

using app::Page;
using app::PickedPolicy;

std::string place_title(const PickedPolicy::Fault& fault, size_t number) {
  return "Problem " + std::to_string(number + 1) +
         (fault.place ? ", line " + std::to_string(fault.place->line) : "");
}

std::string fault_key(size_t number) {
  return "fault-" + std::to_string(number);
}

void show(const PickedPolicy::Fault& fault, size_t number, const std::string& file) {
  excerpt(fault_key(number), place_title(fault, number), fault.place ? fault.place->text : "");
  const base::Error& error = fault.error;
  paragraph(error.message, TextKind::kStrong);
  std::vector<std::string> lines;
  // A file of local changes may fail for what lies in the procedure beneath it.
  const std::string other = error.where.file == file ? "" : error.where.file + " ";
  if (!(other + error.where.pointer).empty())
    lines.push_back("Place: " + other + error.where.pointer);
  if (!error.found.empty()) lines.push_back("Found: " + error.found);
  if (!error.expected.empty()) lines.push_back("Expected: " + error.expected);
  if (!lines.empty()) bullet_list(lines);
}

void contents(const app::AppState& state, app::Commands& commands, const PickedPolicy& picked) {
  const policy::Policy& policy = *picked.policy;
  heading(1, policy.title);
  paragraph("This file is in order. Look whether it is the procedure that you mean.",
            TextKind::kLead);
  for (const std::string& each : picked.warnings) warning(each);
  summary_list("facts", {{"File", picked.file, ""},
                         {"Issued by", policy.partnership, ""},
                         {"Version", policy.version, ""},
                         {base::capitalised(policy.stage_word) + "s",
                          std::to_string(policy.stages.size()), ""}});
  const auto replaced = policy_with(state, picked.replaces);
  if (replaced) {
    inset("It takes the place of " + policy_name(*replaced) +
          " for new cases on this device. Cases that were raised under that version keep it.");
    if (link("differs", "See what differs")) {
      commands.push_back(app::ShowComparison{replaced->hash, policy.hash});
    }
  }
  heading(2, "The " + policy.stage_word + "s");
  policy_picture(policy);
  if (button("keep", "Keep this procedure on this device")) {
    commands.push_back(app::KeepPickedPolicy{});
  }
  same_row();
  if (button("again", "Choose another file", ButtonKind::kSecondary)) {
    commands.push_back(app::PickPolicy{});
  }
}

}  // namespace

void import_view(const app::AppState& state, app::Commands& commands) {
  const PickedPolicy* picked = state.picked ? &*state.picked : nullptr;
  std::vector<FieldError> errors;
  for (size_t i = 0; picked && i < picked->faults.size(); ++i) {
    const PickedPolicy::Fault& each = picked->faults[i];
    errors.push_back({fault_key(i), place_title(each, i) + ": " + each.error.message});
  }
  begin_page("import-" + std::to_string(state.page_serial), "Add a procedure", errors);
  if (back_link("All procedures")) commands.push_back(app::Go{Page::kProcedures, ""});
  error_summary();
  trouble_banner(state);
  if (picked && picked->policy) {
    contents(state, commands, *picked);
  } else {
    heading(1, "This file cannot be used yet");
    if (picked) {
      paragraph("Nothing was kept. “" + picked->file +
                "” can be mended with any text editor; show this page to whoever wrote it.");
      for (size_t i = 0; i < picked->faults.size(); ++i) show(picked->faults[i], i, picked->file);
    }
    if (button("again", "Choose the file again")) commands.push_back(app::PickPolicy{});
  }
  status("busy", state.busy);
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
  end_page();
}

}  // namespace ui
