// Rules on what is painted: everything is tagged or an artifact, every glyph shown is in the font, has its
// width and its characters, and what is drawn without characters says what it is.
import { operators, toUnicode, trueType } from './pdf_reader.mjs';

const kPaint = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'Do', 'sh']);
const kShow = new Set(['Tj', 'TJ', "'", '"']);
const kCmyk = new Set(['k', 'K']);

// Walks every page. Returns shown glyphs: Map of font reference → Set of codes.
export function checkContent(pdf, report, structure) {
  const shown = new Map();
  const cmaps = new Map();
  const used = new Set();
  for (const { reference, page } of pdf.pages()) {
    const fonts = pdf.value(pdf.value(page['/Resources'])?.['/Font']) ?? {};
    const marks = []; // {artifact, element, actual} of each open marked-content sequence
    let font = null;
    for (const { operator, operands } of operators(pdf.content(page))) {
      if (operator === 'BMC' || operator === 'BDC') {
        marks.push(openMark(reference, operands, marks, structure, report, used));
      } else if (operator === 'EMC') {
        report.check('balanced', marks.pop(), `page ${reference}: EMC without a beginning`);
      } else if (operator === 'Tf') {
        font = fonts[operands[0]];
        if (!shown.has(font)) shown.set(font, new Set());
        if (!cmaps.has(font)) cmaps.set(font, readCmap(pdf, font));
      } else if (kCmyk.has(operator)) {
        report.check('A-6.2.4.3', false, `page ${reference}: a CMYK colour under an RGB output intent`);
      }
      if (!kPaint.has(operator)) continue;
      const isReal = marks.some((mark) => mark.element);
      const isArtifact = marks.some((mark) => mark.artifact);
      report.check('7.1-3', isReal || isArtifact, `page ${reference}: ${operator} outside marked content`);
      if (kShow.has(operator)) {
        checkShown(operands, shown.get(font), cmaps.get(font), marks, reference, report);
      } else if (isReal) {
        const said = marks.some((m) => m.actual || m.element?.actual || m.element?.alt);
        report.check('drawn-says', said, `page ${reference}: drawing without ActualText or Alt`);
      }
    }
    report.check('balanced', !marks.length, `page ${reference}: marked content not ended`);
  }
  for (const key of structure.contents.keys()) {
    report.check('content-there', used.has(key), `element content ${key} is on no page`);
  }
  return shown;
}

function openMark(page, [tag, properties], marks, structure, report, used) {
  const mcid = properties?.['/MCID'];
  const insideArtifact = marks.some((mark) => mark.artifact);
  const insideReal = marks.some((mark) => mark.element);
  if (tag === '/Artifact') report.check('7.1-1', !insideReal, `page ${page}: artifact inside tagged content`);
  let element = null;
  if (mcid !== undefined) {
    report.check('7.1-2', !insideArtifact, `page ${page}: tagged content inside an artifact`);
    const key = `${page}/${mcid}`;
    report.check('mcid-once', !used.has(key), `page ${page}: MCID ${mcid} twice`);
    used.add(key);
    element = structure.owner(page, mcid) ?? null;
    report.check('7.1-3', element, `page ${page}: MCID ${mcid} belongs to no element`);
  }
  const actual = properties?.['/ActualText'] ?? null;
  return { artifact: tag === '/Artifact', element, actual: actual && actual.length > 2 };
}

function readCmap(pdf, font) {
  const stream = pdf.value(font)?.['/ToUnicode'];
  const bytes = stream ? pdf.bytes(stream) : null;
  return bytes ? toUnicode(bytes) : null;
}

function checkShown(operands, codes, cmap, marks, page, report) {
  const saysActual = marks.some((mark) => mark.actual || mark.element?.actual);
  for (const bytes of operands.flat().filter(Buffer.isBuffer)) {
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      const code = bytes.readUInt16BE(i);
      codes?.add(code);
      report.check('7.21.8-1', code !== 0, `page ${page}: .notdef is shown`);
      const text = cmap?.get(code) ?? '';
      if (/[\uFFFD\uE000-\uF8FF]/u.test(text)) {
        report.check('stand-in', saysActual, `page ${page}: a replacement mark without ActualText`);
      }
    }
  }
}

export function checkFonts(pdf, report, shown) {
  for (const [reference, codes] of shown) {
    const font = pdf.value(reference);
    const name = font?.['/BaseFont'] ?? reference;
    if (!report.check('composite', font?.['/Subtype'] === '/Type0', `${name}: not a composite font`)) continue;
    const descendant = pdf.value(pdf.list(font['/DescendantFonts'])[0]);
    const descriptor = pdf.value(descendant['/FontDescriptor']) ?? {};
    const program = descriptor['/FontFile2'] ? pdf.bytes(descriptor['/FontFile2']) : null;
    report.check('7.21.3.1-1', /^\/Identity-[HV]$/.test(font['/Encoding']), `${name}: encoding`);
    report.check('7.21.3.2-1', descendant['/CIDToGIDMap'] === '/Identity', `${name}: no CIDToGIDMap`);
    const listed = '/CIDSet' in descriptor;
    report.check('7.21.4.2-2', !listed, `${name}: a CIDSet, which lists too few glyphs`);
    const cmap = readCmap(pdf, reference);
    report.check('7.21.7-1', cmap, `${name}: no ToUnicode`);
    for (const text of cmap?.values() ?? []) {
      report.check('7.21.7-2', !/[\0\uFEFF\uFFFE]/.test(text), `${name}: ToUnicode holds 0, FEFF or FFFE`);
    }
    if (!report.check('7.21.4.1-1', program, `${name}: not embedded`)) continue;
    const { glyphs, width } = trueType(program);
    const widths = readWidths(pdf, descendant);
    for (const code of codes) {
      report.check('7.21.4.1-2', code < glyphs, `${name}: glyph ${code} is not in the font`);
      report.check('7.21.7-1', cmap?.get(code), `${name}: code ${code} has no characters`);
      const off = code < glyphs ? Math.abs(width(code) - (widths.get(code) ?? 1000)) : 0;
      report.check('7.21.5-1', off <= 1, `${name}: width of ${code} is wrong by ${off}`);
    }
  }
}

function readWidths(pdf, descendant) {
  const widths = new Map();
  const entries = pdf.list(descendant['/W']).map((entry) => pdf.value(entry));
  for (let i = 0; i < entries.length; ) {
    if (Array.isArray(entries[i + 1])) {
      entries[i + 1].forEach((width, k) => widths.set(entries[i] + k, width));
      i += 2;
    } else {
      for (let code = entries[i]; code <= entries[i + 1]; code++) widths.set(code, entries[i + 2]);
      i += 3;
    }
  }
  return widths;
}
