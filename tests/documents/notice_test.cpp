// Notices: what is filled in from the case, and the document with exactly the form's fields.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/text.h"
#include "documents/case_words.h"
#include "documents/example_case.h"
#include "documents/notice_json.h"
#include "policy/read.h"

using namespace documents;
using example::contains;

namespace {

const std::string kFolder = std::string(REPOSITORY_DIR) + "/tests/data/notices/";

std::string file_content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

// The headings and keys up to "About this notice": the form as it stands on paper.
std::vector<std::string> labels_of(const Document& document) {
  std::vector<std::string> labels;
  for (const Block& block : document.blocks) {
    if (const auto* heading = std::get_if<Heading>(&block)) {
      if (heading->text.starts_with("About this")) break;
      if (heading->level > 1) labels.push_back(heading->text);
    } else if (const auto* values = std::get_if<KeyValues>(&block)) {
      for (const KeyValues::Row& row : values->rows) labels.push_back(row.key);
    }
  }
  return labels;
}

Notice golden_notice() {
  example::World world;
  example::Story story = example::story(world.policy);
  example::resolve(story);
  const casework::Case state = story.state();
  const policy::Form& form = world.policy.forms[0];
  return make_notice(form, prefilled(form, state, world.setting), state, world.setting);
}

}  // namespace

TEST_CASE("a form is filled from the case and the author") {
  example::World world;
  example::Story story = example::story(world.policy);
  const policy::Form& form = world.policy.forms[0];
  const Answers answers = prefilled(form, story.state(), world.setting);
  CHECK(answers.size() == form.fields.size());
  CHECK(answers.at("name") == std::vector<std::string>{"Tomasz Brandt"});
  CHECK(answers.at("email").empty());
  CHECK(answers.at("date") == std::vector<std::string>{"2026-04-22"});
  CHECK(answers.at("area") == std::vector<std::string>{"Referrals not accepted"});
  CHECK(answers.at("problem") ==
        std::vector<std::string>{"The referral was closed without an assessment.\n\n"
                                 "Bruising was seen twice in one week"});
  CHECK(answers.at("agreed") == std::vector<std::string>{"No"});
  CHECK(answers.at("learning").empty());
}

TEST_CASE("every way of filling a field") {
  using policy::Prefill;
  example::World world;
  example::Story story = example::story(world.policy);
  example::resolve(story);
  const casework::Case state = story.state();
  const auto filled = [&](Prefill prefill) {
    policy::Form form;
    form.fields = {example::field("f", "F", policy::FieldType::kLongText, prefill)};
    return base::joined(prefilled(form, state, world.setting).at("f"), "|");
  };
  CHECK(filled(Prefill::kNone) == "");
  CHECK(filled(Prefill::kAuthorName) == "Tomasz Brandt");
  CHECK(filled(Prefill::kAuthorRole) == "Deputy head");
  CHECK(filled(Prefill::kAuthorAgency) == "Larkfield School");
  CHECK(filled(Prefill::kToday) == "22 April 2026");
  CHECK(filled(Prefill::kRespondingAgency) == "Children's Assessment Team");
  CHECK(filled(Prefill::kDecision) == "The referral was closed without an assessment.");
  CHECK(filled(Prefill::kConcern) == "Bruising was seen twice in one week");
  CHECK(filled(Prefill::kImpact) == "He is afraid to go home.");
  CHECK(filled(Prefill::kDesiredOutcome) == "A strategy discussion is held.");
  CHECK(filled(Prefill::kCategories) == "Referrals not accepted\nPlans not produced");
  CHECK(filled(Prefill::kOutcome) ==
        "An assessment starts on 22 April.\n\nResolved at stage 3 on 21 April 2026, agreed with "
        "Olu Danso.");
  CHECK(filled(Prefill::kIsResolved) == "Yes");
  CHECK(filled(Prefill::kCaseReference) == "CG-7K2M-9QXD");
  CHECK(filled(Prefill::kResponding) == "Priya Shah, Team manager, Children's Assessment Team");
  CHECK(filled(Prefill::kStage) == "Stage 3: Heads of service");
  CHECK(filled(Prefill::kEntryReason) == "No reply to three calls");
  CHECK(filled(Prefill::kMeeting) == "21 April 2026, with Olu Danso, head of service");
  CHECK(filled(Prefill::kLearning) == "Sightings by schools are to be logged");
  CHECK(filled(Prefill::kAgreed) == "");   // that meeting agreed nothing
  CHECK(filled(Prefill::kTimeSet) == "");  // of a stage before
  const std::string chronology = filled(Prefill::kChronology);
  const auto lines = base::split_lines(chronology);
  CHECK(
      chronology.starts_with("1 April 2026 at 9:30am, Mara Ellwood, Designated safeguarding lead, "
                             "Larkfield School: Raised at stage 1, with Priya Shah"));
  for (const char* part :
       {"The referral was closed", "Bruising", "I set out both sightings.",
        "A second opinion by 9 April.", "School holidays.", "Rang Ines Calder.",
        "No reply to three calls.", "Absent from school today.", "An assessment starts",
        "Sightings by schools", "(Late entry, written down on 9 April 2026 at 10am.)"}) {
    CAPTURE(part);
    CHECK(contains(chronology, part));
  }
  CHECK(contains(std::string(lines.back()), "Resolved at stage 3, agreed with Olu Danso."));
}

TEST_CASE("what is agreed and set where the case stands fills a field, as its type takes it") {
  using policy::Prefill;
  example::World world;
  example::Story story;
  story.tell(example::opening(world.policy), example::at(4, 1));
  story.tell(casework::DiscussionRecorded{"stage-1", example::date(2026, 4, 2), "Telephone",
                                          "Priya Shah", "We spoke.", "She rings by Friday"},
             example::at(4, 2));
  story.tell(casework::TimeAgreed{"stage-1", "stage-1-discussion", example::date(2026, 4, 10),
                                  "Priya Shah", ""},
             example::at(4, 2));
  policy::Form form;
  form.fields = {example::field("agreed", "Agreed", policy::FieldType::kLongText, Prefill::kAgreed),
                 example::field("day", "Day", policy::FieldType::kDate, Prefill::kTimeSet),
                 example::field("words", "Words", policy::FieldType::kText, Prefill::kTimeSet)};
  const Answers answers = prefilled(form, story.state(), world.setting);
  CHECK(answers.at("agreed") == std::vector<std::string>{"She rings by Friday"});
  CHECK(answers.at("day") == std::vector<std::string>{"2026-04-10"});
  CHECK(answers.at("words") == std::vector<std::string>{"10 April 2026"});
}

TEST_CASE("what only people can say is carried from the same form issued before, but for days") {
  example::World world;
  example::Story story = example::story(world.policy);
  policy::Form form = world.policy.forms[0];
  form.fields.push_back(example::field("day", "Day", policy::FieldType::kDate));
  form.fields.push_back(example::field("need", "Need", policy::FieldType::kChoiceOfMany));
  const casework::NoticeIssued issued{form.id,
                                      "stage-3",
                                      {{"learning", {"Letters go astray."}},
                                       {"problem", {"An old problem."}},
                                       {"day", {"2026-04-20"}},
                                       {"need", {"Early help", "Plan"}}},
                                      ""};
  casework::NoticeIssued other = issued;
  other.form = "another";
  other.answers["learning"] = {"Of another form."};
  story.tell(issued, example::at(4, 20, 10));
  story.tell(other, example::at(4, 20, 11));
  const Answers answers = prefilled(form, story.state(), world.setting);
  CHECK(answers.at("learning") == std::vector<std::string>{"Letters go astray."});
  CHECK(answers.at("need") == std::vector<std::string>{"Early help", "Plan"});
  CHECK(answers.at("day").empty());
  CHECK(answers.at("problem") != std::vector<std::string>{"An old problem."});
}

TEST_CASE("a resolved case without a debrief leaves the question to the author") {
  example::World world;
  example::Story story = example::story(world.policy);
  story.tell(casework::CaseResolved{"stage-3", "Agreed.", "", false, ""}, example::at(4, 21, 17));
  CHECK(prefilled(world.policy.forms[0], story.state(), world.setting).at("agreed").empty());
}

TEST_CASE(
    "the account of the stages: what was said, what was agreed, how it ended, what was not held") {
  example::World world;
  example::Story story = example::story(world.policy);
  example::resolve(story);
  CHECK(
      stage_records(story.state(), world.policy, {"stage-1", "stage-2", "stage-3"}) ==
      "Stage 1, 2 April 2026, telephone, with Priya Shah, team manager: She holds that the "
      "threshold is "
      "not met.\n\nI set out both sightings. Agreed: A second opinion by 9 April. "
      "(Written down on 9 April 2026.)\n\n"
      "Moved from stage 1 to stage 2 on 13 April 2026: The second opinion agreed with the "
      "first.\n\n"
      "No discussion is recorded at stage 2. Moved from stage 2 to stage 3 on 20 April 2026: "
      "No reply to three calls.\n\n"
      "Stage 3, 21 April 2026, meeting, with Olu Danso, head of service: Both accounts were heard. "
      "No agreement is recorded.\n\n"
      "Resolved at stage 3 on 21 April 2026: An assessment starts on 22 April.");
}

TEST_CASE("the account of the stages says when a stage was passed over, and why") {
  example::World world;
  example::Story story;
  story.tell(example::opening(world.policy), example::at(4, 1));
  story.tell(casework::StageEntered{"stage-3", "stage-1", true, "He may be moved tomorrow"},
             example::at(4, 2));
  const std::string account = stage_records(story.state(), world.policy, {"stage-2", "stage-3"});
  CHECK(account ==
        "No discussion is recorded at stage 2: the case has not passed through it. It went "
        "directly to "
        "stage 3 on 2 April 2026: He may be moved tomorrow.\n\n"
        "No discussion is recorded at stage 3. Entered stage 3 on 2 April 2026; it has not ended.");
}

TEST_CASE("the notice: every field in order with its label, options ticked or not, nothing added") {
  example::World world;
  example::Story story = example::story(world.policy);
  const casework::Case state = story.state();
  const policy::Form& form = world.policy.forms[0];
  const Document document =
      notice_document(form, prefilled(form, state, world.setting), state, world.setting);
  CHECK(std::get<Heading>(document.blocks[0]).text == "Resolution Notice");
  CHECK(document.title == "Resolution Notice, CG-7K2M-9QXD");
  CHECK(document.fingerprint == casework::fingerprint(state));
  CHECK(document.created == "2026-04-22T13:30:00.000Z");
  CHECK(labels_of(document) ==
        std::vector<std::string>{"Notice completed by", "Name:", "Email:", "Date of notification:",
                                 "Area of disagreement", "The problem", "Evidence of stages 1 to 3",
                                 "Has an outcome been agreed?", "General issues"});
  const std::string text = to_text(document);
  CHECK(contains(text, "Email: Not provided"));
  CHECK(contains(text, "Date of notification: 22 April 2026"));
  CHECK(contains(text, "[x] Referrals not accepted\n[ ] Information not shared\n"));
  CHECK(contains(text, "[ ] Yes\n[x] No\n"));
  CHECK(contains(text, "General issues\n--------------\n\nNot provided\n"));
}

TEST_CASE(
    "the notice says which case, procedure, version, partnership, date, copy, file and source") {
  example::World world;
  example::Story story = example::story(world.policy);
  const casework::Case state = story.state();
  const Document document = notice_document(world.policy.forms[0], {}, state, world.setting);
  const auto& about = std::get<KeyValues>(document.blocks.back());
  std::string rows;
  for (const KeyValues::Row& row : about.rows) rows += row.key + "=" + row.value + "\n";
  CHECK(rows ==
        "Case reference=CG-7K2M-9QXD\nProcedure=Resolving Disagreements Procedure\nVersion=2026.1\n"
        "Partnership=Westmarsh Safeguarding Partnership\nStage=Stage 3: Heads of service\n"
        "Date=22 April 2026 at 2:30pm\nCompleted by=Tomasz Brandt, Deputy head, Larkfield School\n"
        "Copy to=Business manager (manager@westmarsh.example)\nCase file check code=" +
            casework::fingerprint(state) +
            "\nSource=Westmarsh Procedure, Appendix 1: “this notice should be used”\n");
}

TEST_CASE("answers of 20,000 characters survive whole in every medium") {
  example::World world;
  example::Story story = example::story(world.policy);
  const casework::Case state = story.state();
  std::string answer;
  for (int i = 0; answer.size() < 20000; ++i) answer += "word" + std::to_string(i) + " ";
  answer += "end.";
  const Answers answers{{"problem", {answer}}};
  const policy::Form& form = world.policy.forms[0];
  const Document document = notice_document(form, answers, state, world.setting);
  CHECK(contains(to_html(document), answer));
  CHECK(contains(base::canonical(to_json(document)), answer));
  CHECK(contains(notice_file(make_notice(form, answers, state, world.setting)), answer));
}

TEST_CASE("a chosen option that the form no longer has is not lost") {
  example::World world;
  example::Story story = example::story(world.policy);
  const Document document = notice_document(world.policy.forms[0], {{"area", {"Something older"}}},
                                            story.state(), world.setting);
  CHECK(contains(to_text(document), "[ ] Information not shared\n[x] Something older\n"));
}

TEST_CASE("a template is a document of the same kind, with its own closing heading") {
  example::World world;
  example::Story story = example::story(world.policy);
  policy::Form form;
  form.id = "structure";
  form.title = "Structure your concerns";
  form.kind = policy::Form::Kind::kTemplate;
  form.group = "Your concerns";
  form.fields = {example::field("q1", "What are the next steps?", policy::FieldType::kLongText)};
  const Document document =
      notice_document(form, {{"q1", {"Ring again"}}}, story.state(), world.setting);
  CHECK(labels_of(document) ==
        std::vector<std::string>{"Your concerns", "What are the next steps?"});
  CHECK(contains(to_text(document), "About this document"));
}

TEST_CASE("the Outcome Resolution Notice has exactly the fields of its source, in order") {
  const std::string folder = std::string(REPOSITORY_DIR) + "/policies/";
  const auto index = policy::read_index(file_content(folder + "index.json"), "index.json");
  REQUIRE(index.ok());
  std::optional<policy::Policy> policy;
  const policy::Form* form = nullptr;
  for (const std::string& file : index->policies) {
    const auto read = policy::read_policy(file_content(folder + file), file);
    if (!read.ok() || !read->form("outcome-resolution-notice")) continue;
    policy = *read;
    form = policy->form("outcome-resolution-notice");
  }
  REQUIRE(form != nullptr);
  // The file is transcribed from the source, without the colons after labels: the heading, the
  // labels, and under each label its options.
  std::string found = form->title + " " + form->group + "\n";
  const std::vector<std::string> yes_no{"Yes", "No"};
  for (const policy::FormField& each : form->fields) {
    found += each.label + "\n";
    for (const std::string& option :
         each.type == policy::FieldType::kYesNo ? yes_no : each.options) {
      found += "  " + option + "\n";
    }
  }
  CHECK(found == file_content(kFolder + "outcome-resolution-notice.fields.txt"));

  example::World world;
  example::Story story = example::story(world.policy);
  const casework::Setting setting{*policy, world.holidays, example::kManager, example::at(4, 22)};
  const Document document = notice_document(*form, {}, story.state(), setting);
  std::vector<std::string> expected{form->group};
  for (const policy::FormField& field : form->fields) expected.push_back(field.label);
  CHECK(labels_of(document) == expected);
}

TEST_CASE("the notice's JSON, byte for byte") {
  const std::string path = kFolder + "outcome-resolution-notice.json";
  const std::string written = notice_file(golden_notice());
  // WRITE_GOLDEN=1 writes the file anew, for a change of format that is meant.
  if (std::getenv("WRITE_GOLDEN")) std::ofstream(path, std::ios::binary) << written;
  CHECK(written == file_content(path));
}

TEST_CASE("the notice's JSON is read back as it was written") {
  const Notice notice = golden_notice();
  const auto read = notice_from_json(notice_file(notice), "notice.json");
  if (!read.ok()) FAIL(base::describe(read.error()));
  CHECK(*read == notice);

  Notice other = notice;
  other.kind = policy::Form::Kind::kTemplate;
  other.case_id.clear();
  other.fields[6].value = {};  // unanswered
  other.fields[3].value = {"a", "b"};
  other.fields[5].value = {"“quotes” \"plain\" \\ / \n é \U0001F600"};
  const auto again = notice_from_json(notice_file(other), "notice.json");
  if (!again.ok()) FAIL(base::describe(again.error()));
  CHECK(*again == other);
}
