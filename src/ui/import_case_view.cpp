// A shared case that was picked: its passphrase, what it would add here, or what is wrong with it.
#include "ui/app_view.h"
#include "ui/form.h"
#include "ui/policy_words.h"
#include "ui/settings_words.h"

namespace ui {
namespace {

using app::PickedCase;
using Told = app::PickedCase::Told;

constexpr size_t kMostTold = 100;
constexpr size_t kMostFaults = 10;

void choose_another(app::Commands& commands, const char* words) {
  if (button("again", words, ButtonKind::kSecondary)) commands.push_back(app::PickCase{});
}
void leave(app::Commands& commands) {
  if (button("leave", "Leave it", ButtonKind::kSecondary)) {
    commands.push_back(app::LeavePickedCase{});
  }
}

void passphrase(app::Commands& commands) {
  heading(1, "This shared case is encrypted");
  paragraph("Whoever sent it to you knows its passphrase. It is not the one of your own records.",
            TextKind::kLead);
  FieldOptions field;
  const bool done = entered("passphrase");
  password_field("passphrase", "Passphrase of the file", field);
  if (button("open", "Open the file") || done) commands.push_back(app::OpenPickedCase{});
  same_row();
  leave(commands);
}

void faults(app::Commands& commands, const PickedCase& picked) {
  heading(1, "This file cannot be used");
  paragraph(picked.errors.front().message, TextKind::kLead);
  paragraph("Nothing of it was added. Your cases are as they were.");
  choose_another(commands, "Choose another file");
  same_row();
  leave(commands);
  if (!details("faults", "What was found, for your IT service")) return;
  std::vector<std::string> lines;
  for (const base::Error& each : picked.errors) {
    if (lines.size() == kMostFaults) break;
    lines.push_back(base::describe(each));
  }
  if (picked.errors.size() > kMostFaults) {
    lines.push_back("And " + std::to_string(picked.errors.size() - kMostFaults) + " more.");
  }
  bullet_list(lines);
}

void entries(const char* key, const char* name, const std::vector<Told>& told) {
  std::vector<std::vector<std::string>> rows;
  for (const Told& each : told) {
    if (rows.size() == kMostTold) break;
    rows.push_back({each.happened, each.who, each.what});
    if (!each.why.empty()) rows.back().push_back(each.why);
  }
  std::vector<TableColumn> columns = {{"When", 2}, {"Who", 3}, {"What", 5}};
  if (!told.empty() && !told.front().why.empty()) columns.push_back({"Why", 3});
  table(key, name, columns, rows);
  if (told.size() > kMostTold) {
    paragraph("And " + counted(told.size() - kMostTold, "more entry.", "more entries."),
              TextKind::kHint);
  }
}

void facts(const PickedCase& picked) {
  const casework::Case& in_file = picked.bundle->state;
  const casework::CaseOpened& opened = in_file.opened.fact;
  summary_list("facts", {{about_title(opened.subject.kind), opened.subject.name, ""},
                         {"Reference", opened.reference, ""},
                         {"Procedure", picked.procedure, ""},
                         {picked.added.empty() ? "Newest entry" : "Newest entry that is new here",
                          picked.newest, ""},
                         {"Entries in the file", std::to_string(in_file.events.size()), ""},
                         {"New to this device", std::to_string(picked.added.size()), ""}});
}

void conflicts(const PickedCase& picked) {
  if (picked.conflicts.empty()) return;
  heading(2, "Entries that do not go together");
  warning(
      "The two sides wrote these without knowing of each other. All of them stay as they were "
      "written, and the case follows the earlier ones. Talk to each other, and record what holds.");
  entries("conflicts", "Entries that do not go together", picked.conflicts);
}

void what_comes(const PickedCase& picked) {
  heading(2, picked.is_known ? "What is new" : "What is in it");
  entries("added", "Entries that are new here", picked.added);
  if (!picked.policies.empty()) {
    heading(2, picked.policies.size() == 1 ? "A procedure comes along" : "Procedures come along");
    paragraph(
        "The case runs under it, so it is kept beside the case. New cases are not raised under "
        "it.");
    bullet_list(picked.policies);
  }
}

void lacking(const PickedCase& picked) {
  const size_t count = picked.merged->lacking.size();
  if (count == 0) return;
  inset(counted(count, "entry of this device is", "entries of this device are") +
        " not in the file. Share the case in return, so that both sides have everything.");
}

void preview(app::Commands& commands, const PickedCase& picked) {
  const std::string& name = picked.bundle->state.opened.fact.subject.name;
  if (picked.added.empty()) {
    heading(1, "This file brings nothing new");
    paragraph("Every entry in it is on this device already.", TextKind::kLead);
    facts(picked);
    lacking(picked);
    if (button("open-case", "Go to the case")) {
      commands.push_back(app::LeavePickedCase{});
      commands.push_back(app::OpenCase{picked.merged->state.id});
    }
    same_row();
    choose_another(commands, "Choose another file");
    return;
  }
  heading(1, name);
  paragraph(
      picked.is_known
          ? "A part of this case is on this device. Look at what the file adds to it."
          : "This case is not on this device yet. Look whether it is the one that you expect.",
      TextKind::kLead);
  facts(picked);
  lacking(picked);
  conflicts(picked);
  what_comes(picked);
  paragraph("Either all of this is added or nothing is.", TextKind::kHint);
  if (button("keep", "Add to my cases")) commands.push_back(app::KeepPickedCase{});
  same_row();
  leave(commands);
}

}  // namespace

void import_case_view(const app::AppState& state, app::Commands& commands) {
  if (!state.picked_case) return;
  const PickedCase& picked = *state.picked_case;
  begin_page("import-case-" + std::to_string(state.page_serial), "A shared case",
             page_errors(state));
  if (back_link("All cases")) commands.push_back(app::Go{app::Page::kHome, ""});
  error_summary();
  trouble_banner(state);
  caption(picked.file);
  if (!picked.errors.empty()) {
    faults(commands, picked);
  } else if (picked.is_ready()) {
    preview(commands, picked);
  } else {
    passphrase(commands);
  }
  status("busy", state.busy);
  if (state.saving == app::Saving::kSaving) status("saving", "Saving…");
  end_page();
}

}  // namespace ui
