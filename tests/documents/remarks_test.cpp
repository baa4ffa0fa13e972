// Remarks on what was written: quiet about ordinary prose, and exact about what they find.
#include "documents/remarks.h"

#include <doctest/doctest.h>

#include "base/text.h"

using namespace documents;
using Kind = Remark::Kind;

namespace {

RemarkContext context() {
  return {"Marigold Quill",
          {"Aled Fenwick, team manager, Northgate Assessment Team", "Priya Shah"},
          "Westmarsh procedure of the WSP Westmarsh Safeguarding Partnership"};
}

std::string told(const std::vector<Remark>& found) {
  std::string all;
  for (const Remark& remark : found) all += remark.words + "\n";
  return all;
}

bool has(const std::vector<Remark>& found, Kind kind) {
  for (const Remark& remark : found) {
    if (remark.kind == kind) return true;
  }
  return false;
}

struct Written {
  Purpose purpose;
  const char* text;
};

}  // namespace

TEST_CASE("ordinary prose is left alone") {
  const Written good[] = {
      {Purpose::kConcern,
       "On Monday 9 March the class teacher saw a bruise the size of a coin on her left arm. "
       "Marigold said that she had fallen."},
      {Purpose::kConcern,
       "The health visitor called at the house on 3, 10 and 17 February. Nobody opened. The "
       "midwife "
       "had the same experience in January."},
      {Purpose::kConcern,
       "He has come to school without breakfast since half term. I think that he is not eating "
       "enough, because he asks for seconds every day."},
      {Purpose::kConcern,
       "At 3pm her aunt told me that the door was locked from the outside. She had not seen it "
       "herself."},
      {Purpose::kConcern,
       "His mother said: “You never listen, he always comes home like this.” That was on 12 "
       "March."},
      {Purpose::kConcern,
       "We disagree about the threshold. The assessment says that the risk is low; the school "
       "thinks that the two incidents in May 2025 show a pattern."},
      {Purpose::kConcern,
       "She is fifteen and lives with her grandmother, who is ill. If the support ends she will "
       "care for two small brothers alone."},
      {Purpose::kAccount,
       "The referral was closed with no further action. The letter gives the threshold as the "
       "reason."},
      {Purpose::kAccount,
       "Aled explained how the decision was reached. I described both sightings. He will ask for "
       "a second opinion from the NHS trust."},
      {Purpose::kAccount,
       "The team stepped the plan down to early help after the review. Health and school had "
       "asked for it to stay."},
      {Purpose::kAccount,
       "The Child and Family Assessment (CAFA) is not shared with the school. The CAFA names the "
       "GP as lead."},
      {Purpose::kOutcome,
       "A strategy discussion before Friday, with the school nurse and the police present."},
      {Purpose::kOutcome, "Northgate Assessment Team reopens the referral by 9 April 2026."},
      {Purpose::kOutcome,
       "The social worker visits within two working days and tells the school what was found."},
      {Purpose::kOutcome, "We meet again on Tuesday. Priya brings the chronology."},
      {Purpose::kReason, "No answer came within the time that we had agreed."},
      {Purpose::kReason, "The threshold is still read differently by the two managers."},
      {Purpose::kLearning,
       "Reports from schools reach the duty desk by post and are read a week later. An address "
       "that is read daily would help."},
      {Purpose::kAnswer, "He is afraid to go home, and he sleeps badly on Sundays."},
      {Purpose::kAnswer, "Nothing is outstanding."},
  };
  static_assert(std::size(good) == 20);
  for (const Written& each : good) {
    const auto found = remarks(each.text, each.purpose, context());
    CHECK_MESSAGE(found.empty(), each.text << "\n" << told(found));
  }
}

TEST_CASE("what would help is said, and the word that was found is named") {
  struct Flagged {
    Purpose purpose;
    const char* text;
    Kind kind;
    const char* words;
  };
  const Flagged flagged[] = {
      {Purpose::kConcern, "Bruising was seen twice by two members of staff.", Kind::kNoDate,
       "not when"},
      {Purpose::kConcern, "A neighbour told the school that the children were alone all the time.",
       Kind::kNoDate, "not when"},
      {Purpose::kConcern, "The father may have hit him, and his mother saw it.", Kind::kNoDate,
       "not when"},
      {Purpose::kConcern, "On 3 March she clearly did not want to go home with him.", Kind::kJudges,
       "In “…March she clearly did not…”: “clearly” judges rather than tells"},
      {Purpose::kAccount, "The team obviously had not read the report of the school.",
       Kind::kJudges, "“obviously”"},
      {Purpose::kAccount, "They always close our referrals and never ring back.", Kind::kJudges,
       "“always” and “never” judge rather than tell. Say how often, and when."},
      {Purpose::kAccount, "Mother refused to engage with the plan and with the worker.",
       Kind::kJudges, "“refused to engage” judges rather than tells. Say what was asked"},
      {Purpose::kReason, "The other agency failed to answer any of our letters.", Kind::kJudges,
       "“failed to”"},
      {Purpose::kAnswer, "Attention-seeking behaviour at home.", Kind::kJudges,
       "“attention seeking”"},
      {Purpose::kAccount, "It is UNACCEPTABLE that nobody rang the school.", Kind::kJudges,
       "“unacceptable”"},
      {Purpose::kAccount, "The MASH passed it to the team, which closed it.", Kind::kAbbreviation,
       "“MASH”: people in another agency may not know it"},
      {Purpose::kAccount, "The SW and the HV saw the family together on the ward.",
       Kind::kAbbreviation, "“SW” and “HV”"},
      {Purpose::kAnswer, "Both EHCPs are being reviewed by the PLO team.", Kind::kAbbreviation,
       "“EHCP” and “PLO”"},
      {Purpose::kOutcome, "A strategy discussion is held.", Kind::kWhoAndWhen,
       "who is to do this, or by when"},
      {Purpose::kOutcome, "The school nurse visits him.", Kind::kWhoAndWhen,
       "It does not say by when"},
      {Purpose::kOutcome, "A full assessment of Marigold, finished by 9 April.", Kind::kWhoAndWhen,
       "It does not say who"},
      {Purpose::kConcern, "She is unsafe.", Kind::kShort, "It is short"},
      {Purpose::kReason, "", Kind::kShort, "Nothing is written here yet"},
      {Purpose::kLearning, "Letters to Marigold’s school were sent to an old address.",
       Kind::kNames, "“Marigold” may tell who this is about"},
      {Purpose::kLearning, "Mr Fenwick and Mrs Carr did not know whom to ring.", Kind::kNames,
       "“Mr Fenwick”, “Mrs Carr” and “Fenwick”"},
  };
  static_assert(std::size(flagged) == 20);
  for (const Flagged& each : flagged) {
    CAPTURE(each.text);
    const auto found = remarks(each.text, each.purpose, context());
    CHECK_MESSAGE(has(found, each.kind), told(found));
    CHECK_MESSAGE(told(found).find(each.words) != std::string::npos, told(found));
  }
}

TEST_CASE("one remark of a kind, however much there is to find") {
  const auto found = remarks(
      "Clearly the MASH and the CSC were always late. They never rang, and they failed to write.",
      Purpose::kConcern, context());
  REQUIRE(found.size() == 3);
  CHECK(found[0].kind == Kind::kNoDate);
  CHECK(found[1].kind == Kind::kJudges);
  CHECK(found[2].kind == Kind::kAbbreviation);
}

TEST_CASE("somebody else's words may judge") {
  CHECK(remarks("He told me on Monday: \"She never feeds us.\"", Purpose::kConcern).empty());
  CHECK(has(remarks("He told me on Monday that she never feeds them.", Purpose::kConcern),
            Kind::kJudges));
}

TEST_CASE("abbreviations of the procedure, of people and of references are known") {
  CHECK(
      remarks("The WSP was told of MQ under CG-7K2M-9QXD.", Purpose::kAccount, context()).empty());
  CHECK(has(remarks("The WSP was told of it in writing.", Purpose::kAccount), Kind::kAbbreviation));
  // Somebody whose keyboard writes capitals only is not told of every word.
  CHECK(remarks("THE PLAN WAS CLOSED BY THE TEAM.", Purpose::kAccount).empty());
}

TEST_CASE("headings are no text: what stands under them is looked at") {
  const std::string headings = "What I saw or heard\n\nWhat did they never say?\n\n";
  const auto found = remarks(headings, Purpose::kConcern);
  REQUIRE(found.size() == 1);
  CHECK(found[0].words == "Nothing is written here yet.");
  CHECK(has(remarks(headings + "She was seen alone at the station, twice.", Purpose::kConcern),
            Kind::kNoDate));
  CHECK(has(remarks("They never ring", Purpose::kAnswer), Kind::kJudges));  // one line is a text
}

TEST_CASE("May is a month beside a number, and a verb elsewhere") {
  CHECK(has(remarks("She was seen alone and it may get worse.", Purpose::kConcern), Kind::kNoDate));
  CHECK(remarks("She was seen alone on 4 May at the station.", Purpose::kConcern).empty());
}

TEST_CASE("a long text in any script is read without harm") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "Złość „ну\xCC\x81что“ … – \xF0\x9F\x98\x80 ’tis ";
  CHECK(remarks(text, Purpose::kConcern).empty());
  CHECK(remarks("\xE2\x80", Purpose::kReason).size() == 1);
  CHECK(remarks("“", Purpose::kAnswer).empty());
}

TEST_CASE("what a form's field is for follows what it is filled with") {
  policy::FormField field;
  CHECK(purpose_of(field) == Purpose::kNone);
  field.type = policy::FieldType::kLongText;
  CHECK(purpose_of(field) == Purpose::kAnswer);
  field.prefill = policy::Prefill::kDesiredOutcome;
  CHECK(purpose_of(field) == Purpose::kOutcome);
  field.prefill = policy::Prefill::kChronology;  // written by the case
  CHECK(purpose_of(field) == Purpose::kNone);
}
