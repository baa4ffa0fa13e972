// The flow of content down pages: where the pen is, when a page is full, and the one way anything reaches
// a page — inside marked content of a structure element, or as an artifact. Nothing else may draw.
import { contentBottom, contentWidth, page, rules } from './style.js';

export class Flow {
  // `doc` is a PDFKit document with bufferPages; `regular` and `bold` are Faces.
  constructor(doc, regular, bold) {
    this.doc = doc;
    this.regular_ = regular;
    this.bold_ = bold;
    this.y = 0;
    this.newPage();
  }

  face(style) {
    return style.bold ? this.bold_ : this.regular_;
  }

  newPage() {
    this.doc.addPage();
    this.y = page.top;
  }

  get atTop() {
    return this.y <= page.top;
  }

  get room() {
    return contentBottom - this.y;
  }

  space(points) {
    if (!this.atTop) this.y += points;
  }

  // Starts a page unless `points` fit on this one.
  need(points) {
    if (points > this.room && !this.atTop) this.newPage();
  }

  // A structure element under `parent`; the caller ends it when its content is complete.
  element(parent, type, options = {}) {
    const element = this.doc.struct(type, options);
    parent.add(element);
    return element;
  }

  // What `draw` draws becomes content of `element` on the present page.
  mark(element, draw) {
    const content = this.doc.markStructureContent(element.dictionary.data.S);
    draw();
    this.doc.endMarkedContent();
    element.add(content);
  }

  artifact(properties, draw) {
    this.doc.addContent(`/Artifact <<${properties}>> BDC`);
    draw();
    this.doc.addContent('EMC');
  }

  rule(kind, y = this.y, x = page.left, width = contentWidth) {
    this.artifact('/Type /Layout', () => {
      const at = y.toFixed(2);
      this.doc.addContent(`${rules[kind]} ${x.toFixed(2)} ${at} m ${(x + width).toFixed(2)} ${at} l S`);
    });
  }

  wrap(text, style, width) {
    const lines = this.face(style).wrap(text, style.size, width);
    lines[lines.length - 1].last = true;
    return lines;
  }

  // Draws lines from `top` down; the caller has marked the content and moves the pen.
  lines(lines, style, x, top) {
    const face = this.face(style);
    const fonts = this.doc.page.fonts;
    if (!fonts[face.id]) fonts[face.id] = face.ref();
    const baseline = (style.leading - face.height(style.size)) / 2 + face.ascent(style.size);
    this.doc.addContent(style.colour);
    lines.forEach((line, i) => {
      if (!line.words.length) return;
      this.doc.addContent(face.textOps(line, style.size, x, top + i * style.leading + baseline));
    });
  }

  // A block of text as content of `element`, over as many pages as it takes; `beside` is called on each
  // page with the top and height of the part drawn there.
  text(element, lines, style, x = page.left, beside = null) {
    let from = 0;
    while (from < lines.length) {
      const count = this.fitting_(lines.length - from, style.leading, from === 0);
      if (count === 0) {
        this.newPage();
        continue;
      }
      const part = lines.slice(from, from + count);
      this.mark(element, () => this.lines(part, style, x, this.y));
      beside?.(this.y, count * style.leading);
      this.y += count * style.leading;
      from += count;
    }
  }

  // How many of `left` lines go on this page: no single line is left behind or sent ahead.
  fitting_(left, leading, isStart) {
    let count = Math.floor((this.room + 0.01) / leading);
    if (count >= left) return left;
    if (count === left - 1) count -= 1;
    if (count < 2 && (isStart ? left > 1 : true)) count = this.atTop ? Math.max(count, 1) : 0;
    return Math.max(count, 0);
  }
}
