#include "ui/document_preview.h"

#include <algorithm>

#include "ui/widgets.h"

namespace ui {
namespace {

struct Draw {
  int deeper = 0;
  int number = 0;          // keys within the page
  std::string under = {};  // the last heading

  std::string key() { return "block-" + std::to_string(number); }

  void operator()(const documents::Heading& block) {
    under = block.text;
    heading(std::min(block.level + deeper, 4), block.text);
  }
  void operator()(const documents::Paragraph& block) {
    switch (block.emphasis) {
      case documents::Emphasis::kWarning:
        warning(block.text);
        return;
      case documents::Emphasis::kStrong:
        paragraph(block.text, TextKind::kStrong);
        return;
      case documents::Emphasis::kHint:
        paragraph(block.text, TextKind::kHint);
        return;
      case documents::Emphasis::kNormal:
        paragraph(block.text);
    }
  }
  void operator()(const documents::KeyValues& block) {
    if (!block.caption.empty()) paragraph(block.caption, TextKind::kStrong);
    std::vector<SummaryRow> rows;
    for (const documents::KeyValues::Row& row : block.rows)
      rows.push_back({row.key, row.value, ""});
    summary_list(key(), rows);
  }
  void operator()(const documents::Table& block) {
    std::vector<TableColumn> columns;
    for (const std::string& column : block.columns) columns.push_back({column, 1});
    table(key(), block.caption.empty() ? under : block.caption, columns, block.rows);
  }
  void operator()(const documents::Checklist& block) {
    std::vector<std::string> lines;
    for (const documents::Checklist::Item& item : block.items) {
      lines.push_back((item.checked ? "Selected: " : "Not selected: ") + item.text);
    }
    bullet_list(lines);
  }
  void operator()(const documents::List& block) { bullet_list(block.items, block.ordered); }
};

}  // namespace

void document_preview(const documents::Document& document, int deeper) {
  Draw draw{deeper};
  for (const documents::Block& block : document.blocks) {
    ++draw.number;
    std::visit(draw, block);
  }
}

}  // namespace ui
