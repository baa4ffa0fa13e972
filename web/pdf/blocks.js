// Headings, paragraphs, lists and checklists as tagged content. Tables are in tables.js.
import { headings, list, page, contentWidth, paragraphs, rules } from './style.js';
import { hexString, oneLine } from './text.js';

// Heading levels as a reader may rely on them: the first is 1, no later one is, none is skipped.
export function headingLevels(blocks) {
  let previous = 0;
  return blocks.map((block) => {
    if (block.type !== 'heading') return 0;
    const wanted = Math.min(4, Math.max(previous ? 2 : 1, Number(block.level) || 1));
    previous = Math.min(wanted, previous + 1);
    return previous;
  });
}

// `following` is the height below the heading that has to stay on its page.
export function drawHeading(flow, root, text, level, following) {
  const style = headings[level - 1];
  const lines = flow.wrap(oneLine(text), style, contentWidth);
  flow.need(style.before + lines.length * style.leading + style.after + following);
  flow.space(style.before);
  const element = flow.element(root, `H${level}`);
  flow.text(element, lines, style);
  element.end();
  if (level === 1) {
    flow.y += 6;
    flow.rule('strong');
    flow.y += 6;
  }
  flow.y += style.after;
}

export function headingHeight(level) {
  const style = headings[level - 1];
  return style.before + style.leading + style.after;
}

export function drawParagraph(flow, root, { text, emphasis = 'normal' }) {
  if (!oneLine(text)) return;
  const style = paragraphs[emphasis] ?? paragraphs.normal;
  const isWarning = emphasis === 'warning';
  const indent = isWarning ? 14 : 0;
  const said = isWarning && !/^\s*warning\b/iu.test(text) ? `Warning: ${text}` : text;
  const lines = flow.wrap(said, style, contentWidth - indent);
  flow.space(style.before);
  const element = flow.element(root, 'P');
  const bar = (top, height) =>
    flow.artifact('/Type /Layout', () => {
      const x = page.left + 1.5;
      flow.doc.addContent(
        `${rules.strong} 3 w ${x} ${top.toFixed(2)} m ${x} ${(top + height).toFixed(2)} l S`,
      );
    });
  flow.text(element, lines, style, page.left + indent, isWarning ? bar : null);
  element.end();
  flow.y += style.after;
}

export function drawList(flow, root, { ordered, items }) {
  drawItems(flow, root, ordered ? 'Decimal' : 'Disc', items, (item, i) => ({
    text: item,
    label(element) {
      const lines = flow.wrap(ordered ? `${i + 1}.` : '\u2022', list.text, list.indent);
      flow.mark(element, () => flow.lines(lines, list.text, page.left + (ordered ? 2 : 6), flow.y));
    },
  }));
}

export function drawChecklist(flow, root, { items }) {
  drawItems(flow, root, 'None', items, ({ text, checked }) => ({
    text,
    actual: checked ? 'Selected: ' : 'Not selected: ',
    label(element) {
      flow.mark(element, () => drawBox(flow, checked));
    },
  }));
}

function drawItems(flow, root, numbering, items, describe) {
  if (!items.length) return;
  const element = flow.element(root, 'L');
  element.dictionary.data.A = { O: 'List', ListNumbering: numbering };
  items.forEach((item, i) => {
    const { text, actual, label } = describe(item, i);
    const lines = flow.wrap(text, list.text, contentWidth - list.indent);
    flow.need(Math.min(lines.length, 2) * list.text.leading);
    const itemElement = flow.element(element, 'LI');
    const labelElement = flow.element(itemElement, 'Lbl', actual ? { actual } : {});
    label(labelElement);
    const body = flow.element(itemElement, 'LBody');
    flow.text(body, lines, list.text, page.left + list.indent);
    itemElement.end();
    flow.y += list.gap;
  });
  element.end();
  flow.y += list.after - list.gap;
}

// The box is a path: the fonts hold no ballot box. Text extractors give an ActualText only where a glyph
// is shown, so a space is drawn with it and carries the words.
function drawBox(flow, checked) {
  const x = page.left + 3;
  const y = flow.y + 3;
  const size = 9.5;
  const face = flow.face(list.text);
  const fonts = flow.doc.page.fonts;
  if (!fonts[face.id]) fonts[face.id] = face.ref();
  const said = hexString(checked ? 'Selected: ' : 'Not selected: ');
  const space = { words: [face.space], last: true };
  flow.doc.addContent(`/Span <</ActualText ${said} >> BDC`);
  flow.doc.addContent(`${rules.medium} 0.07 0.09 0.11 RG ${x} ${y.toFixed(2)} ${size} ${size} re S`);
  if (checked) {
    const point = (dx, dy) => `${(x + dx).toFixed(2)} ${(y + dy).toFixed(2)}`;
    flow.doc.addContent(`1.5 w ${point(2, 4.9)} m ${point(4.1, 7.2)} l ${point(7.7, 2.3)} l S`);
  }
  flow.doc.addContent(face.textOps(space, list.text.size, x, y + size));
  flow.doc.addContent('EMC');
}
