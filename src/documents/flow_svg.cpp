#include "documents/flow_svg.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.h"
#include "documents/svg_text.h"

namespace documents {
namespace {

using policy::FlowArrow;
using policy::FlowBox;
using policy::FlowSpan;
using policy::StageKind;

// All in pixels at the size it is drawn.
constexpr int kMargin = 16;
constexpr int kBoxWidth = 360;
constexpr int kPadding = 14;
constexpr int kColumnGap = 36;
constexpr int kRowGap = 40;
constexpr int kTrack = 10;       // between lines that run beside each other
constexpr int kSpanWidth = 170;  // a bracket with its words
constexpr int kSmall = 13;
constexpr int kLarge = 15;

constexpr const char* kStyle =
    "svg{background:#fff;max-width:100%;height:auto;"
    "font-family:\"Noto Sans\",system-ui,\"Segoe UI\",Arial,sans-serif}"
    "text{font-size:13px;fill:#1b1f24}"
    ".heading,.title{font-size:15px;font-weight:bold}"
    ".label{font-weight:bold;fill:#44515f}"
    ".when{fill:#14532d}"
    ".box{fill:#f6f8fa;stroke:#37506b;stroke-width:1.5}"
    ".firm{stroke-width:3}"
    ".line{fill:none;stroke:#37506b;stroke-width:2}"
    ".head{fill:#37506b}"
    ".direct{stroke:#a3231f;stroke-dasharray:6 4}"
    ".direct-head{fill:#a3231f}"
    "@media (prefers-color-scheme:dark){"
    "svg{background:#14181d}text{fill:#eceff3}.label{fill:#b8c4d2}.when{fill:#9be3b6}"
    ".box{fill:#1f262e;stroke:#9db4cc}.line{stroke:#9db4cc}.head{fill:#9db4cc}"
    ".direct{stroke:#ff9d94}.direct-head{fill:#ff9d94}}"
    "@media print{"
    "svg{background:none}text,.label,.when{fill:#000}.box{fill:none;stroke:#000}"
    ".line,.direct{stroke:#000}.head,.direct-head{fill:#000}}";

constexpr const char* kHeads =
    "<defs>"
    "<marker id=\"flow-head\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"10\" "
    "markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
    "<path class=\"head\" d=\"M0 0L10 5L0 10z\"/></marker>"
    "<marker id=\"flow-direct-head\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" "
    "markerWidth=\"10\" markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
    "<path class=\"direct-head\" d=\"M0 0L10 5L0 10z\"/></marker>"
    "</defs>\n";

struct TextLine {
  std::string text;
  const char* style;
  int height;
};
using TextLines = std::vector<TextLine>;

void append(TextLines& lines, std::string_view text, const char* style, int size, int width) {
  for (std::string& line : wrapped(text, width, size)) {
    lines.push_back({std::move(line), style, size * 7 / 5});
  }
}

int height_of(const TextLines& lines) {
  int height = 0;
  for (const TextLine& line : lines) height += line.height;
  return height;
}

TextLines lines_of(const FlowBox& box) {
  constexpr int kWidth = kBoxWidth - 2 * kPadding;
  TextLines lines;
  append(lines, box.label + " · " + policy::kind_in_words(box.kind), "label", kSmall, kWidth);
  append(lines, box.title, "title", kLarge, kWidth);
  append(lines, box.who, "", kSmall, kWidth);
  for (const std::string& time : box.by_when) append(lines, time, "when", kSmall, kWidth);
  if (!box.may_resolve) append(lines, "It cannot be resolved here", "", kSmall, kWidth);
  return lines;
}

struct Placed {
  const FlowBox* box;
  TextLines lines;
  int x = 0, y = 0, height = 0;
  int leaving = 0, arriving = 0;  // lines that go round by the side

  int right() const { return x + kBoxWidth; }
  int middle() const { return x + kBoxWidth / 2; }
  int bottom() const { return y + height; }
};

struct PlacedSpan {
  TextLines lines;
  std::vector<const Placed*> boxes;
  int top, bottom;  // of the bracket
  int text_top;
  int lane = 0;

  int lowest() const { return std::max(bottom, text_top + height_of(lines)); }
};

std::string number(int value) {
  return std::to_string(value);
}

class Picture {
 public:
  explicit Picture(const policy::Flow& flow) : flow_(flow) {
    for (const FlowBox& box : flow.boxes) {
      Placed placed{&box, lines_of(box)};
      placed.height = height_of(placed.lines) + 2 * kPadding;
      boxes_.push_back(std::move(placed));
      rows_ = std::max(rows_, box.row + 1);
      columns_ = std::max(columns_, box.column + 1);
    }
  }

  std::string drawn(std::string_view title) && {
    const std::vector<std::string> words = policy::flow_in_words(flow_);
    place(title);
    for (const TextLine& line : heading_) text(line, kMargin, heading_y_);
    for (const PlacedSpan& span : spans_) bracket(span);
    // The last first: what goes furthest takes the outermost way, so that few lines cross.
    for (size_t i = flow_.arrows.size(); i-- > 0;) draw(flow_.arrows[i]);
    for (const Placed& box : boxes_) draw(box);
    legend();
    const std::string width = number(width_);
    const std::string height = number(y_ + kMargin);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + ' ' + height +
           "\" width=\"" + width + "\" height=\"" + height +
           "\" lang=\"en-GB\" role=\"img\" aria-labelledby=\"flow-title flow-desc\">\n"
           "<title id=\"flow-title\">" +
           xml_escaped(title) + "</title>\n<desc id=\"flow-desc\">" +
           xml_escaped(base::joined(words, " ")) + "</desc>\n<style>" + kStyle + "</style>\n" +
           kHeads + body_ + "</svg>\n";
  }

 private:
  bool has_direct() const {
    return std::any_of(flow_.arrows.begin(), flow_.arrows.end(), [](const FlowArrow& arrow) {
      return arrow.kind == FlowArrow::Kind::kDirect;
    });
  }
  Placed* find(const std::string& stage) {
    for (Placed& placed : boxes_) {
      if (placed.box->stage == stage) return &placed;
    }
    return nullptr;
  }
  // A plain arrow goes straight down into the next row; all others run between the rows and, past
  // boxes, at the side.
  static bool is_plain(const FlowArrow& arrow, const Placed& from, const Placed& to) {
    return arrow.kind == FlowArrow::Kind::kNext && to.box->row == from.box->row + 1;
  }
  static bool passes_boxes(const Placed& from, const Placed& to) {
    return to.box->row != from.box->row + 1;
  }

  void place(std::string_view title) {
    // Gap g lies above row g; how many lines run along it, and how many at the side.
    std::vector<int> tracks(static_cast<size_t>(rows_) + 1, 0);
    int side_lines = 0;
    for (const FlowArrow& arrow : flow_.arrows) {
      const Placed* from = find(arrow.from);
      const Placed* to = find(arrow.to);
      if (!from || !to || is_plain(arrow, *from, *to)) continue;
      ++tracks[static_cast<size_t>(from->box->row) + 1];
      if (!passes_boxes(*from, *to)) continue;
      ++tracks[static_cast<size_t>(to->box->row)];
      ++side_lines;
    }
    const int left = kMargin + (flow_.spans.empty() ? 0 : kSpanWidth * lanes_needed());
    const int inner = columns_ * kBoxWidth + (columns_ - 1) * kColumnGap;
    side_ = left + inner + side_lines * kTrack;
    width_ = side_ + kMargin;
    append(heading_, title, "heading", kLarge, width_ - 2 * kMargin);
    y_ = kMargin + height_of(heading_) + kTrack;

    for (int row = 0; row < rows_; ++row) {
      const auto gap = static_cast<size_t>(row);
      gap_tops_.push_back(y_);
      if (row > 0 || tracks[gap] > 0) y_ += kRowGap + kTrack * tracks[gap];
      int wide = 0;
      int tall = 0;
      for (const Placed& box : boxes_) {
        if (box.box->row != row) continue;
        wide = std::max(wide, box.box->column + 1);
        tall = std::max(tall, box.height);
      }
      const int start = left + (inner - wide * kBoxWidth - (wide - 1) * kColumnGap) / 2;
      for (Placed& box : boxes_) {
        if (box.box->row != row) continue;
        box.x = start + box.box->column * (kBoxWidth + kColumnGap);
        box.y = y_;
      }
      y_ += tall;
    }
    gap_tops_.push_back(y_);
    if (tracks.back() > 0) y_ += kRowGap / 2 + kTrack * tracks.back();
    used_tracks_.assign(tracks.size(), 0);
    place_spans();
  }

  // Brackets that would meet stand in lanes of their own. Whether they meet is known only when the
  // boxes are placed; rows are enough to tell beforehand.
  int lanes_needed() {
    std::vector<std::pair<int, int>> taken;
    lanes_.clear();
    int most = 1;
    for (const FlowSpan& span : flow_.spans) {
      int top = rows_;
      int bottom = 0;
      for (const std::string& stage : span.stages) {
        if (const Placed* box = find(stage)) {
          top = std::min(top, box->box->row);
          bottom = std::max(bottom, box->box->row);
        }
      }
      int lane = 0;
      for (bool moved = true; moved;) {
        moved = false;
        for (size_t i = 0; i < taken.size(); ++i) {
          if (lanes_[i] != lane || taken[i].first > bottom || taken[i].second < top) continue;
          ++lane;
          moved = true;
        }
      }
      taken.emplace_back(top, bottom);
      lanes_.push_back(lane);
      most = std::max(most, lane + 1);
    }
    return most;
  }

  void place_spans() {
    for (size_t i = 0; i < flow_.spans.size(); ++i) {
      PlacedSpan span{{}, {}, y_, 0, 0, lanes_[i]};
      append(span.lines, flow_.spans[i].text, "when", kSmall, kSpanWidth - 3 * kTrack);
      for (const std::string& stage : flow_.spans[i].stages) {
        const Placed* box = find(stage);
        if (!box) continue;
        span.boxes.push_back(box);
        span.top = std::min(span.top, box->y);
        span.bottom = std::max(span.bottom, box->bottom());
      }
      if (span.boxes.empty()) continue;
      // Words that are longer than their bracket begin with it and go on below.
      const int spare = span.bottom - span.top - height_of(span.lines);
      span.text_top = span.top + std::max(0, spare / 2);
      y_ = std::max(y_, span.lowest());
      spans_.push_back(std::move(span));
    }
  }

  // `y` is moved on by the line's height.
  void text(const TextLine& line, int x, int& y) {
    body_ += "<text x=\"" + number(x) + "\" y=\"" + number(y + line.height * 3 / 4) + '"';
    if (*line.style) body_ += std::string(" class=\"") + line.style + '"';
    body_ += '>' + xml_escaped(line.text) + "</text>\n";
    y += line.height;
  }
  void path(const std::string& way, const char* style, const char* head) {
    body_ += std::string("<path class=\"") + style + "\" d=\"" + way + '"';
    if (*head) body_ += std::string(" marker-end=\"url(#") + head + ")\"";
    body_ += "/>\n";
  }

  void draw(const Placed& placed) {
    const StageKind kind = placed.box->kind;
    const bool firm = kind != StageKind::kInternal && kind != StageKind::kInformal;
    body_ += "<rect class=\"box" + std::string(firm ? " firm" : "") + "\" x=\"" + number(placed.x) +
             "\" y=\"" + number(placed.y) + "\" width=\"" + number(kBoxWidth) + "\" height=\"" +
             number(placed.height) + "\" rx=\"6\"/>\n";
    int y = placed.y + kPadding;
    for (const TextLine& line : placed.lines) text(line, placed.x + kPadding, y);
  }

  // The height of the next free line along the gap above `row`.
  int track(int row) {
    const auto gap = static_cast<size_t>(row);
    return gap_tops_[gap] + kTrack * ++used_tracks_[gap];
  }

  void draw(const FlowArrow& arrow) {
    Placed* from = find(arrow.from);
    Placed* to = find(arrow.to);
    if (!from || !to) return;
    const bool direct = arrow.kind == FlowArrow::Kind::kDirect;
    std::string way;
    if (is_plain(arrow, *from, *to)) {
      way = 'M' + number(from->middle()) + ' ' + number(from->bottom());
      if (from->middle() != to->middle()) {
        way += 'V' + number(to->y - kRowGap / 2) + 'H' + number(to->middle());
      }
    } else {
      const int leave = from->right() - 30 - kTrack * (from->leaving++ % 6);
      const int arrive = to->right() - 95 - kTrack * (to->arriving++ % 6);
      way = 'M' + number(leave) + ' ' + number(from->bottom()) + 'V' +
            number(track(from->box->row + 1));
      if (passes_boxes(*from, *to)) {
        way += 'H' + number(side_) + 'V' + number(track(to->box->row));
        side_ -= kTrack;
      }
      way += 'H' + number(arrive);
    }
    path(way + 'V' + number(to->y), direct ? "line direct" : "line",
         direct ? "flow-direct-head" : "flow-head");
  }

  void bracket(const PlacedSpan& span) {
    const int left = kMargin + kSpanWidth * span.lane;
    const int x = left + kSpanWidth - 2 * kTrack;
    std::string way = 'M' + number(x + kTrack) + ' ' + number(span.top) + 'H' + number(x) + 'V' +
                      number(span.bottom) + 'H' + number(x + kTrack);
    // A tooth at each box that shares the time: others may stand between them.
    for (const Placed* box : span.boxes) {
      way += 'M' + number(x) + ' ' + number(box->y + box->height / 2) + 'H' + number(x + kTrack);
    }
    path(way, "line", "");
    int y = span.text_top;
    for (const TextLine& line : span.lines) text(line, left, y);
  }

  void legend() {
    if (!has_direct()) return;
    y_ += kRowGap / 2;
    path('M' + number(kMargin) + ' ' + number(y_ + kTrack) + 'H' + number(kMargin + 36),
         "line direct", "flow-direct-head");
    TextLines lines;
    append(lines, "May be entered directly when there is immediate risk", "", kSmall,
           width_ - 2 * kMargin - 46);
    for (const TextLine& line : lines) text(line, kMargin + 46, y_);
  }

  const policy::Flow& flow_;
  std::vector<Placed> boxes_;
  std::vector<PlacedSpan> spans_;
  std::vector<int> lanes_;  // of flow_.spans
  TextLines heading_;
  std::vector<int> gap_tops_;
  std::vector<int> used_tracks_;
  int heading_y_ = kMargin;
  int rows_ = 0;
  int columns_ = 1;
  int side_ = 0;  // where the next line at the side runs
  int width_ = 0;
  int y_ = 0;
  std::string body_;
};

}  // namespace

std::string flow_svg(const policy::Flow& flow, std::string_view title) {
  return Picture(flow).drawn(title);
}

}  // namespace documents
