// The audit for paper: every row of it is in the document, under its stage.
#include "documents/audit_report.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "casework/audit_words.h"
#include "documents/example_case.h"
#include "documents/well_formed.h"

using namespace documents;
using example::contains;

namespace {

const Table* table_under(const Document& document, const std::string& heading) {
  for (size_t i = 0; i + 1 < document.blocks.size(); ++i) {
    const auto* found = std::get_if<Heading>(&document.blocks[i]);
    if (found && found->text == heading) return std::get_if<Table>(&document.blocks[i + 1]);
  }
  return nullptr;
}

// A case that went through two stages and is at the third.
struct Audited {
  example::World world;
  example::Story story = example::story(world.policy);
  Document document() const { return audit_report(story.state(), world.setting); }
};

}  // namespace

TEST_CASE("the audit of an invented case, word for word") {
  Audited audited;
  const std::string written = to_text(audited.document());
  const std::string path = std::string(REPOSITORY_DIR) + "/tests/data/audits/example-case.txt";
  // WRITE_GOLDEN=1 writes the file anew, for a change of words that is meant.
  if (std::getenv("WRITE_GOLDEN")) std::ofstream(path, std::ios::binary) << written;
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  std::ostringstream content;
  content << file.rdbuf();
  CHECK(written == content.str());
}

TEST_CASE("each stage has a table with all that it asked, and the rest is of the whole case") {
  Audited audited;
  example::resolve(audited.story);
  const casework::Case state = audited.story.state();
  const Document document = audited.document();
  const casework::Audit audit = casework::audit(state, audited.world.setting);
  const char* const headings[] = {"Stage 1: Practitioner to practitioner",
                                  "Stage 2: Line manager to line manager",
                                  "Stage 3: Heads of service", "The whole case"};
  size_t rows = 0;
  for (const char* heading : headings) {
    CAPTURE(heading);
    const Table* table = table_under(document, heading);
    REQUIRE(table != nullptr);
    for (const auto& row : table->rows) {
      CHECK(row.size() == table->columns.size());
      CHECK(contains(row[0], "Source: Westmarsh Procedure, "));
      CHECK(!row[3].empty());
    }
    rows += table->rows.size();
  }
  CHECK(rows == audit.requirements.size());
  const std::string text = to_text(document);
  CHECK(contains(text, "late entry"));
  CHECK(contains(text, "Reason recorded: The second opinion agreed with the first."));
  const std::string json = base::canonical(to_json(document));
  CHECK(contains(json, casework::in_words(casework::counts(audit))));
}

TEST_CASE("the audit bears the check code of the case file, and who looked when") {
  Audited audited;
  const Document document = audited.document();
  const casework::Case state = audited.story.state();
  CHECK(document.fingerprint == casework::fingerprint(state));
  CHECK(document.reference == "CG-7K2M-9QXD");
  CHECK(document.title == "What the procedure asked, and what is recorded, CG-7K2M-9QXD");
  CHECK(contains(to_text(document), "Made by: Tomasz Brandt, Deputy head, Larkfield School"));
  CHECK(contains(to_text(document), casework::fingerprint(state)));
  CHECK(example::fault_in_xml(to_html(document)) == "");
}

TEST_CASE("what is recorded besides stands at the end with its reason") {
  example::World world;
  example::Story story;
  casework::CaseOpened opened = example::opening(world.policy);
  opened.first_stage = "stage-2";
  opened.direct_reason = "She is to go home tonight";
  story.tell(opened, example::at(4, 1));
  const Document document = audit_report(story.state(), world.setting);
  const Table* table = table_under(document, "Recorded besides");
  REQUIRE(table != nullptr);
  REQUIRE(table->rows.size() == 1);
  CHECK(table->rows[0] == std::vector<std::string>{"Stage 2", "The case began at stage 2.",
                                                   "She is to go home tonight."});
  CHECK(contains(to_text(document), "Does not apply. Stage 2 was entered directly"));
}
