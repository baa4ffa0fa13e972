// commonground: the core on a command line, for those who write policies and those who check the
// program. CLI11 reads the options and writes --help.
#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/output.h"
#include "cli/told_case.h"

namespace {

// An action runs after all options are read; its answer is the exit code.
template <typename Options>
void runs(CLI::App* command, const Options& options, int& code, int (*action)(const Options&)) {
  command->callback([&options, &code, action] { code = action(options); });
}

void json_flag(CLI::App* command, bool& json) {
  command->add_flag("--json", json, "JSON instead of words");
}

// What a case is counted with, and from when it is looked at.
template <typename Options>
void counting(CLI::App* command, Options& options) {
  command->add_option("--calendar", options.calendar,
                      "Bank holidays, this file alone; else those that index.json beside the "
                      "policy names, newer laid over older year by year, or, without an index, "
                      "calendars/bank-holidays.json");
  command->add_option("--now", options.now, "The moment to look from; else that of the last event");
}

void year_option(CLI::App* command, const char* name, int& year, const char* what) {
  command->add_option(name, year, what)->required()->check(CLI::Range(1996, 2200));
}

void time_command(CLI::App* command, cli::TimeOptions& options) {
  command->add_option("--policy", options.policy, "The policy's file")->required();
  command->add_option("--event", options.events, "NAME=MOMENT, once for each event")->required();
  counting(command, options);
  command->add_option("--first-stage", options.first_stage, "The stage that the case starts at");
  command->add_option("--priority", options.priority, "A row of the policy's priority table");
  command->add_flag("--immediate-risk", options.immediate_risk, "The child is at immediate risk");
  json_flag(command, options.json);
  command->footer("Events:\n" + cli::event_names() +
                  "A moment is in UK time: 2026-04-01T10:00, or the day alone for nine that "
                  "morning.\n");
}

void calendar_command(CLI::App* command, cli::CalendarOptions& options, const char* lines) {
  command->add_option("--calendar", options.calendar, "Bank holidays in GOV.UK's format")
      ->required();
  command
      ->add_option("--division", options.division,
                   "england-and-wales, scotland or northern-ireland")
      ->capture_default_str();
  command->footer(lines);
}

}  // namespace

int main(int argc, char** argv) {
  int code = cli::kDone;
  CLI::App app{
      "Checks, shows and compares the procedures of safeguarding partnerships, counts their "
      "deadlines, and reads case files and notices.",
      "commonground"};
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 done; 1 the input is wrong, or two policies differ; 2 wrong use.\n"
      "Every command has --help.");

  CLI::App* policy = app.add_subcommand("policy", "Check, show, draw and compare policies");
  policy->require_subcommand(1);
  cli::PolicyOptions check;
  CLI::App* command = policy->add_subcommand("check",
                                             "Read policies as strictly as the "
                                             "application does; name every error");
  command->add_option("FILE", check.files, "Policy files, or index.json for all that it lists")
      ->required();
  command->add_option("--today", check.today, "Warn of reviews that were due before this day");
  json_flag(command, check.json);
  runs(command, check, code, cli::check_policies);

  cli::PolicyOptions show;
  command = policy->add_subcommand("show", "Every rule in words, with its source");
  command->add_option("FILE", show.files, "A policy file")->required()->expected(1);
  json_flag(command, show.json);
  runs(command, show, code, cli::show_policy);

  cli::PolicyOptions flow;
  command = policy->add_subcommand("flow", "The stages as a picture, SVG to standard output");
  command->add_option("FILE", flow.files, "A policy file")->required()->expected(1);
  runs(command, flow, code, cli::draw_policy);

  cli::PolicyOptions diff;
  command = policy->add_subcommand("diff", "What differs between two policies, rule by rule");
  command->add_option("FILES", diff.files, "The earlier file and the later")
      ->required()
      ->expected(2);
  json_flag(command, diff.json);
  runs(command, diff, code, cli::diff_policies);

  cli::TimeOptions deadlines;
  command = app.add_subcommand("deadlines", "When each clock of a case ends, and why that day");
  time_command(command, deadlines);
  runs(command, deadlines, code, cli::deadlines);

  cli::TimeOptions ladder;
  command = app.add_subcommand("ladder", "When each later stage falls due if nothing is resolved");
  time_command(command, ladder);
  command->add_option("--if", ladder.what_if,
                      "What if it were on another day, once for each: STAGE=DATE, the stage ends; "
                      "concern=DATE, the concern arose. Each rung then says what that changes");
  runs(command, ladder, code, cli::ladder);

  CLI::App* calendar = app.add_subcommand(
      "calendar", "Count and convert lists of times: a line of standard input, a line of answer");
  calendar->require_subcommand(1);
  cli::CalendarOptions add;
  command = calendar->add_subcommand("add", "The last day of a time that starts on a day");
  calendar_command(command, add,
                   "A line is a day, a number and a unit: 2026-04-01 2 working_days\n"
                   "Units: working_days, working_weeks, calendar_days, hours, weeks, months.\n"
                   "The day may have a time, 2026-04-01T10:00; alone it is nine that morning.\n"
                   "Answers: the last day, 2026-04-07; of hours also the moment that they end at.\n"
                   "\"provisional\" after it: some of its years' bank holidays are not known.\n");
  runs(command, add, code, cli::add_times);
  cli::CalendarOptions between;
  command = calendar->add_subcommand("between", "How many working days lie between two days");
  calendar_command(command, between,
                   "A line is two days: 2026-04-01 2026-04-07\n"
                   "Answers: the working days after the first up to and with the second; negative\n"
                   "when the second is earlier. \"provisional\" as for add.\n");
  runs(command, between, code, cli::count_working_days);
  cli::CalendarOptions convert;
  command = calendar->add_subcommand("convert", "UTC to UK time, and UK time to UTC");
  command->footer(
      "A line is a moment: 2026-03-29T01:00:00.000Z is answered in UK time, 2026-03-29T02:00 BST;\n"
      "2026-03-29T02:00, which is UK time, is answered in UTC.\n");
  runs(command, convert, code, cli::convert_times);
  cli::CalendarOptions changes;
  command = calendar->add_subcommand("changes", "When the UK's clocks change, in UTC");
  year_option(command, "FROM", changes.from_year, "The first year");
  year_option(command, "TO", changes.to_year, "The last year");
  runs(command, changes, code, cli::list_clock_changes);

  CLI::App* cases = app.add_subcommand("case", "Case files");
  cases->require_subcommand(1);
  cli::CaseOptions replay;
  command = cases->add_subcommand("replay",
                                  "Fold a case file, a JSON list of events, checking "
                                  "every id; say where the case stands");
  command->add_option("FILE", replay.file, "A case file")->required();
  command->add_option("--policy", replay.policies,
                      "The policy it runs under: shows its clocks too. Several times for a case "
                      "that went on under another version: each version, in any order");
  counting(command, replay);
  json_flag(command, replay.json);
  runs(command, replay, code, cli::replay_case);

  cli::CaseCalendarOptions entries;
  command = cases->add_subcommand("calendar",
                                  "The deadlines of cases as a file for other calendars, "
                                  "iCalendar to standard output");
  command->add_option("FILE", entries.files, "Case files")->required();
  command
      ->add_option("--policy", entries.policies,
                   "The policies they run under, each version, in any order")
      ->required();
  counting(command, entries);
  command->add_option("--written", entries.written,
                      "A file that remembers what was written before, made when it is not there: "
                      "what moved gets a higher number, what is no longer due is cancelled");
  command->add_flag("--names", entries.names, "Write who each case is about; else nobody is named");
  runs(command, entries, code, cli::write_calendar);

  cli::NoticeOptions notice;
  command = app.add_subcommand("notice", "A notice received as JSON, in another form");
  command->add_option("FILE", notice.file, "The notice's JSON")->required();
  command->add_option("--as", notice.as, "json, html or text")
      ->check(CLI::IsMember({"json", "html", "text"}));
  runs(command, notice, code, cli::show_notice);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? cli::kDone : cli::kWrongUse;
  }
  return code;
}
