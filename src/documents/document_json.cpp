#include "documents/clean_text.h"
#include "documents/document.h"

namespace documents {
namespace {

using base::Json;

const char* name(Emphasis emphasis) {
  switch (emphasis) {
    case Emphasis::kStrong:
      return "strong";
    case Emphasis::kHint:
      return "hint";
    case Emphasis::kWarning:
      return "warning";
    case Emphasis::kNormal:
      break;
  }
  return "normal";
}

Json strings(const std::vector<std::string>& texts) {
  Json array = Json::array();
  for (const std::string& text : texts) array.push_back(clean(text));
  return array;
}

struct BlockWriter {
  Json operator()(const Heading& heading) const {
    return {{"type", "heading"}, {"level", heading.level}, {"text", clean(heading.text)}};
  }
  Json operator()(const Paragraph& paragraph) const {
    return {{"type", "paragraph"},
            {"text", clean(paragraph.text)},
            {"emphasis", name(paragraph.emphasis)}};
  }
  Json operator()(const KeyValues& values) const {
    Json rows = Json::array();
    for (const KeyValues::Row& row : values.rows) {
      rows.push_back(Json{{"key", clean(row.key)}, {"value", clean(row.value)}});
    }
    return {{"type", "key_values"}, {"caption", clean(values.caption)}, {"rows", std::move(rows)}};
  }
  Json operator()(const Table& table) const {
    Json rows = Json::array();
    for (const std::vector<std::string>& row : table.rows) rows.push_back(strings(row));
    return {{"type", "table"},
            {"caption", clean(table.caption)},
            {"columns", strings(table.columns)},
            {"rows", std::move(rows)}};
  }
  Json operator()(const Checklist& checklist) const {
    Json items = Json::array();
    for (const Checklist::Item& item : checklist.items) {
      items.push_back(Json{{"text", clean(item.text)}, {"checked", item.checked}});
    }
    return {{"type", "checklist"}, {"items", std::move(items)}};
  }
  Json operator()(const List& list) const {
    return {{"type", "list"}, {"ordered", list.ordered}, {"items", strings(list.items)}};
  }
};

}  // namespace

Json to_json(const Document& document) {
  Json blocks = Json::array();
  for (const Block& block : document.blocks) blocks.push_back(std::visit(BlockWriter{}, block));
  return {{"title", clean(document.title)},
          {"language", clean(document.language)},
          {"reference", clean(document.reference)},
          {"fingerprint", clean(document.fingerprint)},
          {"author", clean(document.author)},
          {"created", clean(document.created)},
          {"blocks", std::move(blocks)}};
}

}  // namespace documents
