// A document as a tree of blocks, built from a case, and independent of any medium. Writers turn
// the same tree into plain text, HTML, JSON for the PDF worker (web/pdf_worker.js), and the
// on-screen preview.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "base/strict_json.h"

namespace documents {

struct Heading {
  int level = 1;  // 1–4; the first block of a document is its only level 1
  std::string text;
};
enum class Emphasis { kNormal, kStrong, kHint, kWarning };
struct Paragraph {
  std::string text;  // may hold line breaks
  Emphasis emphasis = Emphasis::kNormal;
};
struct KeyValues {
  struct Row {
    std::string key;
    std::string value;  // may hold line breaks and any length
  };
  std::string caption;  // may be empty
  std::vector<Row> rows;
};
struct Table {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as columns
};
struct Checklist {
  struct Item {
    std::string text;
    bool checked = false;
  };
  std::vector<Item> items;
};
struct List {
  bool ordered = false;
  std::vector<std::string> items;
};

using Block = std::variant<Heading, Paragraph, KeyValues, Table, Checklist, List>;

struct Document {
  std::string title;
  std::string language = "en-GB";
  std::string reference;  // the case's short reference, in the footer of every page
  std::string
      fingerprint;      // the case file's head, short form, so that paper and file can be matched
  std::string author;   // "Name, role, agency"
  std::string created;  // instant, ISO 8601 UTC
  std::vector<Block> blocks;
};

// {"title":…, "language":…, "reference":…, "fingerprint":…, "author":…, "created":…, "blocks":[
//   {"type":"heading","level":1,"text":…},
//   {"type":"paragraph","text":…,"emphasis":"normal|strong|hint|warning"},
//   {"type":"key_values","caption":…,"rows":[{"key":…,"value":…}]},
//   {"type":"table","caption":…,"columns":[…],"rows":[[…]]},
//   {"type":"checklist","items":[{"text":…,"checked":true}]},
//   {"type":"list","ordered":false,"items":[…]} ]}
base::Json to_json(const Document& document);

std::string to_text(const Document& document);  // for an email: wrapped at 72, headings underlined
std::string to_html(const Document& document);  // a whole page: one file, no script, prints well

}  // namespace documents
