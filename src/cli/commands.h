// The commands, each with its options as CLI11 reads them and its exit code as the answer. What
// they do is done by the layers beneath; a command reads files, calls one of them and prints.
#pragma once

#include <string>
#include <vector>

namespace cli {

struct PolicyOptions {
  std::vector<std::string> files;
  bool json = false;
  std::string today;  // for "review was due"; empty: no such warning
};
int check_policies(const PolicyOptions& options);
int show_policy(const PolicyOptions& options);
int draw_policy(const PolicyOptions& options);
int diff_policies(const PolicyOptions& options);

struct TimeOptions {
  std::string policy;
  std::string calendar;             // empty: beside the policy
  std::vector<std::string> events;  // NAME=INSTANT
  std::string now;                  // empty: the moment of the last event
  std::string first_stage;
  std::string priority;
  bool immediate_risk = false;
  std::vector<std::string> what_if;  // STAGE=DATE, concern=DATE; of ladder only
  bool json = false;
};
int deadlines(const TimeOptions& options);
int ladder(const TimeOptions& options);

struct CalendarOptions {
  std::string calendar;
  std::string division = "england-and-wales";
  int from_year = 0;
  int to_year = 0;
};
int add_times(const CalendarOptions& options);
int count_working_days(const CalendarOptions& options);
int convert_times(const CalendarOptions& options);
int list_clock_changes(const CalendarOptions& options);

struct CaseOptions {
  std::string file;
  std::vector<std::string> policies;  // the versions it ran under; none: no clocks and duties
  std::string calendar;
  std::string now;  // empty: the moment of the last event
  bool json = false;
};
int replay_case(const CaseOptions& options);

struct CaseCalendarOptions {
  std::vector<std::string> files;
  std::vector<std::string> policies;
  std::string calendar;
  std::string now;      // empty: the moment of the last event of all
  std::string written;  // remembers what was written before; empty: nothing is remembered
  bool names = false;
};
int write_calendar(const CaseCalendarOptions& options);

struct NoticeOptions {
  std::string file;
  std::string as = "text";  // json, html, text
};
int show_notice(const NoticeOptions& options);

}  // namespace cli
