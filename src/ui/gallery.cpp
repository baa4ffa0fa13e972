#include "ui/gallery.h"

#include <vector>

#include "ui/gallery_parts.h"
#include "ui/widgets.h"

namespace ui {
namespace {

struct Answers {
  std::string name = "Zoë Łódzka", empty,
              account =
                  "The plan was changed without telling the school.\n\nWe "
                  "asked for the reasons on Monday and have had no answer.";
  std::string role = "teacher", agency = "health", time, listed = "overdue", searched;
  std::vector<std::string> tests = {"second"};
  bool agreed = true, shared = false;
  DateFields held{"27", "3", "2026"}, faulty{"31", "2", "2026"};
  std::string said;
};

Answers& answers() {
  static Answers instance;
  return instance;
}

void words() {
  caption("Case 3 of 12");
  heading(1, "Resolve a professional disagreement");
  paragraph("A lead paragraph says in one breath what the page is for.", TextKind::kLead);
  paragraph(
      "Most disagreements are settled by a conversation between the two people who know the child "
      "best. "
      "If this one is not, the next stage starts with their managers, within two working days.");
  paragraph("A hint, in grey that can still be read.", TextKind::kHint);
  paragraph("Strong words.", TextKind::kStrong);
  paragraph("Small print: policy adopted March 2024, version 3.", TextKind::kSmall);
  heading(2, "What to do now");
  bullet_list({"Speak to the social worker who made the decision.",
               "Record the discussion, also when you agree.",
               "Tell your safeguarding lead what you have agreed, and by when each of you will "
               "have done their part."});
  heading(3, "In this order");
  bullet_list({"Talk.", "Write it down.", "Send it."}, true);
  inset(
      "“Professionals should attempt to resolve differences through discussion within one working "
      "week.”");
  warning("If a child is in immediate danger, call 999 now.");
  banner("Saved", "The discussion of 27 March 2026 is on the record.", true);
  banner("Important",
         "The procedure’s review date has passed. Ask your partnership for its newer version.",
         false);
  heading(2, "Tags");
  tag("Resolved", TagKind::kDone);
  same_row();
  tag("Due today", TagKind::kDue);
  same_row();
  tag("Overdue", TagKind::kOverdue);
  same_row();
  tag("Stage 2", TagKind::kRunning);
  same_row();
  tag("Closed", TagKind::kNeutral);
  separator();
  status("gallery.status", answers().said);
}

void actions() {
  heading(2, "Actions");
  if (button("gallery.primary", "Save and continue")) answers().said = "Saved";
  same_row();
  button("gallery.secondary", "Preview", ButtonKind::kSecondary);
  same_row();
  button("gallery.warning", "Lock this device", ButtonKind::kWarning);
  same_row();
  link("gallery.cancel", "Cancel");
  button("gallery.long",
         "Escalate to the senior managers of both agencies and tell the safeguarding partnership’s "
         "business manager");
  link("gallery.read", "How the working days were counted");
  if (details("gallery.details", "Why this day?")) {
    paragraph(
        "Two working days after Wednesday 1 April 2026. Good Friday, Saturday, Sunday and Easter "
        "Monday do "
        "not count; so Tuesday 7 April.");
  }
}

void questions(bool faulty) {
  Answers& a = answers();
  heading(2, "Questions");
  const std::vector<Option> agencies = {{"school", "School or college", ""},
                                        {"health", "Health", ""},
                                        {"police", "Police", ""},
                                        {"care", "Children’s social care", ""}};
  FieldOptions named;
  named.autocomplete = "name";
  named.hint = "As it stands on letters, for example Meadowbank School";
  text_field("gallery.name", "Your name", faulty ? a.empty : a.name, named);
  FieldOptions number;
  number.width = 5;
  number.numeric = true;
  number.required = false;
  text_field("gallery.days", "Days agreed", a.time, number);
  FieldOptions area;
  area.hint = "Facts first, then what worries you";
  text_area("gallery.account", "What happened?", a.account, area);
  password_field("gallery.passphrase", "Passphrase", {.hint = "At least four words", .width = 24});
  select("gallery.agency", "Agency", agencies, a.agency);
  date_field("gallery.held", "When did you speak?", faulty ? a.faulty : a.held,
             {.hint = "For example, 27 3 2026"});
  const std::vector<Option> roles = {
      {"teacher", "Teacher", ""},
      {"lead", "Designated safeguarding lead", "Also a deputy who acts for them"},
      {"other", "Somebody else who knows the child well and was present when the decision was made",
       ""}};
  radios("gallery.role", "Your role", roles, a.role);
  checkboxes(
      "gallery.tests", "Which of these is true?",
      {{"first", "The risk to the child has risen", ""},
       {"second", "You have spoken to the decision maker", "In person, by video or by telephone"},
       {"third", "Your manager agrees", ""}},
      a.tests, {.hint = "Choose all that apply"});
  checkbox("gallery.agreed", "Both sides agree with this record", a.agreed);
  checkbox("gallery.shared", "Send a copy to the partnership", a.shared,
           "Its business manager keeps the log");
}

void data() {
  heading(2, "Facts");
  summary_list("gallery.summary", {{"Child", "Amina B., 7 years", "who the child is"},
                                   {"Decision",
                                    "The strategy meeting of 24 March was not followed by an "
                                    "enquiry. The reasons were not given "
                                    "in writing.",
                                    "what the decision was"},
                                   {"Procedure", "Escalation procedure 2024, version 3", ""}});
  table("gallery.table", "Clocks that are running", {{"Who", 2}, {"What", 3}, {"By when", 2}},
        {{"Line managers", "Meet, and agree or escalate", "Tuesday 7 April 2026"},
         {"You", "Record the discussion of stage 1", "End of today"}});
  const std::vector<Card> cards = {
      {"a", "Child A.B.: enquiry not started", "Stage 2, between line managers", "Overdue",
       TagKind::kOverdue, "Due Thursday 2 April 2026", true, "Record the discussion",
       "Record the discussion: Child A.B."},
      {"b", "Unborn child of C.D.: threshold", "Stage 1, between practitioners", "Due today",
       TagKind::kDue, "Due Tuesday 7 April 2026, end of the working day", true},
      {"c", "Information shared late", "Resolved at stage 1", "Resolved", TagKind::kDone, "",
       false}};
  choice_bar("gallery.listed", "Which cases are listed",
             {{"open", "Open 12", ""}, {"overdue", "Overdue 2", ""}, {"closed", "Closed 30", ""}},
             answers().listed);
  text_field("gallery.search", "Search these cases", answers().searched,
             {.hint = "The list follows as you type", .question = false});
  card_list("gallery.cards", "Cases", cards);
}

void pictures() {
  using S = StageMark::State;
  heading(2, "Pictures");
  stage_picture("gallery.stages",
                {{"Stage 1", "Practitioner to practitioner", S::kPassed},
                 {"Stage 2", "Line managers", S::kSkipped},
                 {"Stage 3", "Safeguarding leads", S::kCurrent},
                 {"Stage 4", "Senior managers", S::kAhead},
                 {"Stage 5", "Partnership", S::kAhead}},
                "Stage 3 of 5. Stage 1 has passed, stage 2 was skipped.");
  stage_picture("gallery.late",
                {{"Stage 1", "Practitioner to practitioner", S::kPassed},
                 {"Stage 2", "Line managers", S::kOverdue},
                 {"Stage 3", "Heads of service", S::kAhead}},
                "Stage 2 of 3, overdue.");
  day_strip("gallery.strip",
            {{"W", "1", 0, false, true, false},
             {"T", "2", 1, false, false, false},
             {"F", "3", 0, true, false, false},
             {"S", "4", 0, true, false, false},
             {"S", "5", 0, true, false, false},
             {"M", "6", 0, true, false, false},
             {"T", "7", 2, false, false, true}},
            "Two working days from Wednesday 1 April to Tuesday 7 April 2026.");
}

// Every kind of way: on, over a row, beside each other, at once, and times that are shared.
void flow() {
  heading(2, "A procedure");
  FlowPicture picture;
  picture.boxes = {
      {"talk",
       "Before stage 1",
       "Talk with your safeguarding lead",
       "Practitioner speaks to lead",
       {"No time is set"},
       0,
       0},
      {"one",
       "Stage 1",
       "Practitioner to practitioner",
       "Practitioner speaks to practitioner",
       {"Within two working days of the concern arising", "Written down on the same working day"},
       1,
       0},
      {"two",
       "Stage 2",
       "Line managers, or the designated doctor or nurse of the health service",
       "Line manager speaks to line manager",
       {"At once"},
       2,
       0},
      {"three",
       "Stage 3",
       "Heads of service",
       "Head of service speaks to head of service",
       {"A time agreed at the stage, at most ten working days after it was entered"},
       3,
       0},
      {"panel", "Stage 4a", "Panel of the partnership", "Chair", {"No time is set"}, 4, 0},
      {"scrutiny", "Stage 4b", "Independent scrutineer", "Scrutineer", {"No time is set"}, 4, 1},
      {"end", "Stage 5", "Secretary of State", "", {}, 5, 0}};
  picture.arrows = {{"talk", "one", false},    {"one", "two", false},
                    {"two", "three", false},   {"one", "three", false},
                    {"three", "panel", false}, {"three", "scrutiny", false},
                    {"panel", "end", false},   {"scrutiny", "end", false},
                    {"one", "three", true},    {"one", "panel", true}};
  picture.spans = {{{"one", "two"}, "Stages 1 and 2 together: within five working days"},
                   {{"one", "two", "three"}, "Stages 1 to 3 together: within one month"}};
  flow_picture("gallery.flow", picture, "The stages of the gallery, described below");
  table("gallery.beside_each_other", "Two procedures",
        {{"What", 1}, {"Northmoor", 2}, {"Southmoor", 2}},
        {{"Stage 1", "Practitioner to practitioner, within two working days",
          "Practitioner to practitioner, within one working week"},
         {"Stage 2", "Line managers, within two working days", "–"}});
  excerpt("gallery.excerpt", "Problem 1, line 12", "      \"kind\": \"telepathy\",");
}

void many_cards() {
  const auto card = [](size_t i) {
    const std::string number = std::to_string(i + 1);
    return Card{number, "Case " + number, "Stage 1", "Running", TagKind::kRunning, "Due Friday",
                true};
  };
  heading(1, "Ten thousand cases");
  const int pressed = card_list("gallery.many", "Cases", CardSource{10'000, card}).card;
  if (pressed >= 0) answers().said = card(static_cast<size_t>(pressed)).title;
  status("gallery.pressed", answers().said);
}

}  // namespace

void gallery_view(const std::string& part) {
  const auto shown = [&part](const char* name) { return part.empty() || part == name; };
  const bool faulty = part == "errors";
  std::vector<FieldError> errors;
  if (faulty) {
    errors = {{"gallery.name", "Enter your name"},
              {"gallery.account", "Say what happened"},
              {"gallery.passphrase", "The passphrase is too short"},
              {"gallery.agency", "Choose your agency"},
              {"gallery.held.day", "The date must be a real date"},
              {"gallery.role", "Choose your role"},
              {"gallery.tests", "Choose at least one"},
              {"gallery.shared", "A copy must be sent"}};
  }
  set_top_bar({"Practitioner, Meadowbank School",
               {{"cases", "Cases", ""}, {"lock", "Lock", "Lock this device"}}});
  begin_page("gallery/" + part, "Gallery", errors);
  back_link();
  error_summary();
  if (part == "cards") many_cards();
  if (shown("words")) words();
  if (part == "questions" || faulty) heading(1, "Tell us about the disagreement");
  const bool over = part == "front" || part == "dialog" || part == "long-dialog" || part == "toast";
  for (const char* each : {"data", "pictures", "flow", "actions", "panels", "sorted", "time"}) {
    if (part == each) heading(1, "Gallery");
  }
  if (over) heading(1, "Gallery");
  if (shown("actions")) actions();
  if (shown("questions") || faulty) questions(faulty);
  if (shown("data")) {
    begin_columns(.62f);
    data();
    next_column();
    heading(2, "Beside it");
    paragraph("A second column, where there is room for one.");
    link("gallery.beside", "Download the case record");
    end_columns();
  }
  if (shown("pictures")) pictures();
  if (shown("flow")) flow();
  if (shown("panels")) gallery_panels();
  if (shown("sorted")) {
    heading(2, "A sorted table");
    gallery_sorted(part.empty() ? 5 : 120);
  }
  if (shown("time")) gallery_time();
  if (over || part.empty()) gallery_front(part);
  end_page();
}

}  // namespace ui
