// A face: one embedded font of the document, which shapes words and breaks text into lines.
// It draws through PDFKit's embedded font (subset, widths, ToUnicode) but not through its text():
//  - a character the font lacks would become .notdef and be lost; here it is drawn as U+FFFD inside a Span
//    whose ActualText holds the original, so that no word is missing from the extracted text;
//  - PDFKit keeps one Unicode value a glyph; where two characters share a glyph the second would be
//    extracted wrongly, so here every (glyph, characters) pair has a code of its own.
import { clusters, hardLines, hexString, isInvisible } from './text.js';

const kReplacement = '\uFFFD';
const kRightToLeft = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}]/u;
const round = (n) => Math.round(n * 1000) / 1000;

export class Face {
  // `pdfFont` is PDFKit's EmbeddedFont (0.20.2: .font, .subset, .widths, .unicode, .id, .ref()).
  constructor(pdfFont) {
    this.pdfFont_ = pdfFont;
    this.scale_ = 1000 / pdfFont.font.unitsPerEm;
    this.codes_ = new Map();
    this.taken_ = new Set();
    this.words_ = new Map();
    this.covered_ = new Map();
    this.substituted = false; // whether any character was beyond the font so far
    this.standIn_ = pdfFont.font.hasGlyphForCodePoint(0xfffd) ? kReplacement : '?';
    this.id = pdfFont.id;
    // PDFKit maps glyph 0, which is never shown, to U+0000; a ToUnicode map must hold no zero (7.21.7-2).
    pdfFont.unicode[0] = [0xfffd];
    this.space = this.word(' ');
    this.space.pieces[0].isSpace = true;
  }

  ref() {
    return this.pdfFont_.ref();
  }

  ascent(size) {
    return (this.pdfFont_.ascender / 1000) * size;
  }

  // From the top of its tallest letters to the bottom of its deepest.
  height(size) {
    return ((this.pdfFont_.ascender - this.pdfFont_.descender) / 1000) * size;
  }

  // {text, width, pieces}: width in thousandths of the size; pieces as textOps draws them.
  word(text) {
    let word = this.words_.get(text);
    if (!word) {
      const pieces = this.runs_(text).map((run) => this.shape_(run));
      word = { text, pieces, width: pieces.reduce((sum, piece) => sum + piece.width, 0) };
      this.words_.set(text, word);
    }
    return word;
  }

  covers_(character) {
    let covered = this.covered_.get(character);
    if (covered === undefined) {
      // Private-use characters mean nothing outside the writer's own machine, whatever a font draws.
      const hasGlyph = this.pdfFont_.font.hasGlyphForCodePoint(character.codePointAt(0));
      covered = hasGlyph && !/[\p{Co}\uFFFD]/u.test(character);
      this.covered_.set(character, covered);
    }
    return covered;
  }

  // The word as runs that are drawable as they are, or stand-ins for what is not.
  runs_(text) {
    const runs = [];
    for (const cluster of clusters(text)) {
      const last = runs[runs.length - 1];
      if (isInvisible(cluster)) {
        if (last?.actual) last.actual += cluster;
        continue;
      }
      const shown = [...cluster].filter((c) => !isInvisible(c)).join('');
      if ([...shown].every((c) => this.covers_(c))) {
        if (last && !last.actual) last.text += shown;
        else runs.push({ text: shown, actual: '' });
      } else {
        if (cluster !== kReplacement) this.substituted = true;
        const rightToLeft = kRightToLeft.test(cluster);
        if (last?.actual && !rightToLeft && !last.rightToLeft) {
          last.text += this.standIn_;
          last.actual += cluster;
        } else {
          runs.push({ text: this.standIn_, actual: cluster, rightToLeft });
        }
      }
    }
    return runs;
  }

  // {width, shows, placed, actual}: `shows` are TJ elements; `placed` is set when marks sit off the line.
  shape_({ text, actual, rightToLeft = false }) {
    const { glyphs, positions, isPlain } = this.layout_(text);
    const shows = [];
    const placed = [];
    let width = 0;
    let offLine = false;
    let spelled = '';
    for (let i = 0; i < glyphs.length; i++) {
      const at = positions[i];
      const advance = at.xAdvance * this.scale_;
      const hex = `<${this.code_(glyphs[i])}>`;
      const kern = round(glyphs[i].advanceWidth * this.scale_ - advance);
      shows.push(kern ? `${hex} ${kern}` : hex);
      placed.push({ hex, x: width + at.xOffset * this.scale_, y: at.yOffset * this.scale_ });
      if (at.xOffset || at.yOffset) offLine = true;
      spelled += String.fromCodePoint(...glyphs[i].codePoints);
      width += advance;
    }
    // Glyphs that do not spell the word (a decomposition, a mark put off the line) must not be read singly.
    if (!actual && (offLine || isPlain || spelled !== text)) actual = text;
    const joined = shows.join(' ').replaceAll('> <', '');
    return { width, shows: joined, placed: offLine ? placed : null, actual, rightToLeft };
  }

  // fontkit throws on some stacks of marks for which a font has no anchor (an overlay after an
  // accent). Such a word is set glyph by glyph, its marks where the font draws them unasked.
  layout_(text) {
    const { font } = this.pdfFont_;
    try {
      return font.layout(text);
    } catch {
      const glyphs = [...text].map((character) => font.glyphForCodePoint(character.codePointAt(0)));
      const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, xOffset: 0, yOffset: 0 }));
      return { glyphs, positions, isPlain: true };
    }
  }

  code_(glyph) {
    const key = `${glyph.id}:${glyph.codePoints.join()}`;
    let code = this.codes_.get(key);
    if (code === undefined) {
      const { subset, widths, unicode } = this.pdfFont_;
      const number = this.taken_.has(glyph.id)
        ? subset.glyphs.push(glyph.id) - 1
        : subset.includeGlyph(glyph.id);
      this.taken_.add(glyph.id);
      widths[number] = glyph.advanceWidth * this.scale_;
      unicode[number] = glyph.codePoints.length ? glyph.codePoints : [0xfffd];
      code = number.toString(16).padStart(4, '0');
      this.codes_.set(key, code);
    }
    return code;
  }

  // Lines of at most `width` points: [{words, width, ends}], `ends` on the last of each hard line.
  // Breaks only at spaces; a word wider than the line is cut between characters, with no hyphen added.
  wrap(text, size, width) {
    const lines = [];
    const limit = (width * 1000) / size;
    for (const hardLine of hardLines(text)) {
      let words = [];
      let used = 0;
      const close = (ends) => {
        lines.push({ words, width: (used * size) / 1000, ends });
        words = [];
        used = 0;
      };
      for (const word of hardLine.split(' ').filter(Boolean).flatMap((w) => this.cut_(w, limit))) {
        if (words.length && used + this.space.width + word.width > limit) {
          // A hyphen before a line's end reads as a broken word: take it to the next line.
          const carried = words.length > 1 && /[-\u2010]$/u.test(words[words.length - 1].text);
          const moved = carried ? words.pop() : null;
          if (moved) used -= this.space.width + moved.width;
          close(false);
          if (moved && moved.width + this.space.width + word.width <= limit) {
            words.push(moved);
            used = moved.width;
          } else if (moved) {
            words.push(moved);
            used = moved.width;
            close(false);
          }
        }
        used += (words.length ? this.space.width : 0) + word.width;
        words.push(word);
      }
      close(true);
    }
    return lines;
  }

  widestWord(text, size) {
    const words = hardLines(text).flatMap((line) => line.split(' '));
    return (Math.max(...words.map((word) => this.word(word).width)) * size) / 1000;
  }

  widestLine(text, size) {
    return Math.max(...this.wrap(text, size, 1e6).map((line) => line.width));
  }

  cut_(text, limit) {
    const whole = this.word(text);
    if (whole.width <= limit) return [whole];
    const parts = [];
    let part = '';
    let used = 0;
    for (const cluster of clusters(text)) {
      const width = this.word(cluster).width;
      if (part && used + width > limit * 0.98) {
        const kept = part.replace(/.[-\u2010]$/u, ''); // no hyphen at a line's end, as in wrap()
        parts.push(this.word(kept || part));
        part = kept ? part.slice(kept.length) : '';
        used = part ? this.word(part).width : 0;
      }
      part += cluster;
      used += width;
    }
    return [...parts, this.word(part)];
  }

  // The operators that draw one line with its left end at x and its baseline at y (points from the top).
  textOps(line, size, x, y) {
    const at = (pen, rise = 0) =>
      `1 0 0 -1 ${round(x + (pen * size) / 1000)} ${round(y - (rise * size) / 1000)} Tm`;
    const out = [`BT /${this.id} ${size} Tf ${at(0)}`];
    let shows = [];
    let pen = 0; // where the viewer's pen is, in thousandths of the size; null after a glyph off the line
    const flush = () => {
      if (shows.length) out.push(`[${shows.join(' ').replaceAll('> <', '')}] TJ`);
      shows = [];
    };
    for (const { piece, start } of inPlace(this.pieces_(line))) {
      if (piece.actual) {
        flush();
        out.push(`/Span <</ActualText ${hexString(piece.actual)} >> BDC`);
      }
      if (piece.placed) {
        flush();
        for (const { hex, x: dx, y: dy } of piece.placed) out.push(`${at(start + dx, dy)} ${hex} Tj`);
        pen = null;
      } else {
        if (pen === null || Math.abs(pen - start) > 0.01) {
          flush();
          out.push(at(start));
        }
        shows.push(piece.shows);
        pen = start + piece.width;
      }
      if (piece.actual) {
        flush();
        out.push('EMC');
      }
    }
    flush();
    out.push('ET');
    return out.join('\n');
  }

  pieces_(line) {
    const [space] = this.space.pieces;
    const pieces = line.words.flatMap((word, i) => (i ? [space, ...word.pieces] : word.pieces));
    // A space closes a line that goes on: text extracted without looking at positions keeps its words apart.
    return line.last ? pieces : [...pieces, space];
  }
}

// Where each piece starts, in the order they are read. What is written from right to left is laid from right
// to left: readers that go by position and readers that go by order then agree on it.
function inPlace(pieces) {
  let pen = 0;
  const placed = pieces.map((piece) => {
    const start = pen;
    pen += piece.width;
    return { piece, start };
  });
  const isRight = (i) => placed[i]?.piece.rightToLeft;
  for (let i = 0; i < placed.length; i++) {
    if (!isRight(i)) continue;
    let end = i + 1; // one past the run; a space between two such pieces belongs to it
    while (isRight(end) || (isRight(end + 1) && placed[end].piece.isSpace)) end++;
    const last = placed[end - 1];
    const mirror = placed[i].start + last.start + last.piece.width;
    for (let k = i; k < end; k++) placed[k].start = mirror - placed[k].start - placed[k].piece.width;
    i = end - 1;
  }
  return placed;
}
