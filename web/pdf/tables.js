// Tables whose rows may be of any height. PDFKit's own table silently cuts a cell taller than a page, never
// splits a row and never repeats a header; here a row's cells flow over pages side by side, the header row
// is drawn again as an artifact, and a key whose value goes on says so.
import { contentBottom, contentWidth, page, table as style } from './style.js';
import { oneLine } from './text.js';

const kDenseFrom = 5; // columns

export function drawKeyValues(flow, root, { caption, rows }) {
  if (!rows.length) return drawCaptionAlone(flow, root, caption);
  const widths = [style.keyWidth, contentWidth - style.keyWidth];
  const element = startTable(flow, root, caption, 2 * style.key.leading);
  flow.rule('hair');
  for (const { key, value } of rows) {
    const row = flow.element(element, 'TR');
    const cells = [
      cell(flow, row, 'TH', key, style.key, widths[0], 'Row'),
      cell(flow, row, 'TD', value, style.cell, widths[1]),
    ];
    drawRow(flow, cells, (isContinued) => isContinued && repeatKey(flow, key, cells));
    row.end();
  }
  endTable(flow, element);
}

export function drawTable(flow, root, { caption, columns, rows }) {
  if (!columns.length) return drawCaptionAlone(flow, root, caption);
  const dense = columns.length >= kDenseFrom;
  const headStyle = dense ? style.denseHead : style.head;
  const cellStyle = dense ? style.denseCell : style.cell;
  const widths = columnWidths(flow, columns, rows, headStyle, cellStyle);
  const headLines = columns.map((text, i) => flow.wrap(text, headStyle, widths[i] - 2 * style.padX));
  const headHeight =
    Math.max(...headLines.map((lines) => lines.length)) * headStyle.leading + 2 * style.padY;
  const element = startTable(flow, root, caption, headHeight + 2 * cellStyle.leading);
  flow.rule('medium');

  const thead = flow.element(element, 'THead');
  const headRow = flow.element(thead, 'TR');
  const headCells = columns.map((text, i) =>
    cell(flow, headRow, 'TH', text, headStyle, widths[i], 'Column'),
  );
  drawRow(flow, headCells, () => {}, 'medium');
  thead.end();

  const repeatHead = () => {
    // A header that takes half a page is not repeated: it would leave no room for the rows.
    if (headHeight > (contentBottom - page.top) / 2) return;
    flow.artifact('/Type /Pagination', () => {
      let x = page.left;
      headLines.forEach((lines, i) => {
        flow.lines(lines, headStyle, x + style.padX, flow.y + style.padY);
        x += widths[i];
      });
    });
    flow.y += headHeight;
    flow.rule('medium');
  };
  const body = flow.element(element, 'TBody');
  for (const texts of rows) {
    const row = flow.element(body, 'TR');
    const cells = columns.map((_, i) => cell(flow, row, 'TD', texts[i] ?? '', cellStyle, widths[i]));
    drawRow(flow, cells, repeatHead);
    row.end();
  }
  body.end();
  endTable(flow, element);
}

function startTable(flow, root, caption, following) {
  const element = flow.element(root, 'Table');
  const lines = caption ? flow.wrap(caption, style.caption, contentWidth) : [];
  flow.need(lines.length * style.caption.leading + style.caption.after + following + 2 * style.padY);
  if (caption) {
    flow.space(style.caption.before);
    const captionElement = flow.element(element, 'Caption');
    flow.text(captionElement, lines, style.caption);
    captionElement.end();
    flow.y += style.caption.after;
  }
  return element;
}

function endTable(flow, element) {
  element.end();
  flow.y += style.after;
}

function drawCaptionAlone(flow, root, caption) {
  if (!caption) return;
  const element = flow.element(root, 'P');
  flow.text(element, flow.wrap(caption, style.caption, contentWidth), style.caption);
  element.end();
  flow.y += style.after;
}

function cell(flow, row, type, text, textStyle, width, scope = null) {
  const element = flow.element(row, type, scope ? { scope } : {});
  const lines = flow.wrap(text, textStyle, width - 2 * style.padX);
  return { element, lines, textStyle, width, from: 0 };
}

// One row over as many pages as its tallest cell takes. `onNewPage` draws what a continued table repeats.
function drawRow(flow, cells, onNewPage, ruleKind = 'hair') {
  const turn = (isContinued) => {
    flow.newPage();
    flow.rule('hair');
    onNewPage(isContinued);
  };
  const height = Math.max(...cells.map((c) => c.lines.length * c.textStyle.leading)) + 2 * style.padY;
  const fullPage = contentBottom - page.top;
  // A short row moves to the next page whole; a tall one starts where it is if a few lines fit.
  const startsHere = Math.min(height, 4 * cells[0].textStyle.leading + 2 * style.padY);
  if (!flow.atTop && flow.room < (height <= fullPage * 0.3 ? height : startsHere)) turn(false);
  for (;;) {
    const top = flow.y + style.padY;
    const available = contentBottom - style.padY - top;
    let x = page.left;
    let used = 0;
    for (const c of cells) {
      const count = Math.max(Math.floor((available + 0.01) / c.textStyle.leading), 1);
      const part = c.lines.slice(c.from, c.from + count);
      if (part.some((line) => line.words.length)) {
        const left = x + style.padX;
        flow.mark(c.element, () => flow.lines(part, c.textStyle, left, top));
      }
      used = Math.max(used, part.length * c.textStyle.leading);
      c.from += part.length;
      x += c.width;
    }
    flow.y = top + used + style.padY;
    flow.rule(ruleKind);
    if (cells.every((c) => c.from >= c.lines.length)) return;
    turn(true);
  }
}

// Beside a value that goes on, its key again: an artifact, since the TH has said it.
function repeatKey(flow, key, [keyCell]) {
  const lines = flow.wrap(`${oneLine(key)} (continued)`, style.continued, keyCell.width - 2 * style.padX);
  if (keyCell.from < keyCell.lines.length || lines.length > 4) return;
  flow.artifact('/Type /Pagination', () => {
    flow.lines(lines, style.continued, page.left + style.padX, flow.y + style.padY);
  });
}

// Widths in points that fill the page: no column narrower than its longest word where that is possible,
// the rest shared by how much text each holds.
function columnWidths(flow, columns, rows, headStyle, cellStyle) {
  const pad = 2 * style.padX + 0.5;
  const widest = contentWidth / 2;
  const least = columns.map((text) => flow.face(headStyle).widestWord(text, headStyle.size) + pad);
  const most = columns.map((text) => flow.face(headStyle).widestLine(text, headStyle.size) + pad);
  const face = flow.face(cellStyle);
  for (const texts of rows) {
    texts.forEach((text, i) => {
      least[i] = Math.max(least[i], Math.min(face.widestWord(text, cellStyle.size) + pad, widest));
      most[i] = Math.max(most[i], face.widestLine(text, cellStyle.size) + pad);
    });
  }
  if (sum(least) >= contentWidth) return share(least, contentWidth);
  const wish = most.map((width, i) => Math.min(width, contentWidth) - least[i]);
  const given = share(wish, contentWidth - sum(least));
  const over = (contentWidth - sum(least) - sum(given)) / columns.length;
  return least.map((width, i) => width + given[i] + over);
}

// `total` divided so that who asks for less than an equal part gets it all, and the others divide the rest.
function share(asked, total) {
  const given = [...asked];
  let open = asked.map((_, i) => i);
  let left = total;
  while (open.length) {
    const part = left / open.length;
    const content = open.filter((i) => asked[i] <= part);
    if (!content.length) {
      for (const i of open) given[i] = part;
      break;
    }
    left -= sum(content.map((i) => asked[i]));
    open = open.filter((i) => !content.includes(i));
  }
  return given;
}

function sum(values) {
  return values.reduce((a, b) => a + b, 0);
}
