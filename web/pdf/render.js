// A block tree (src/documents/document.h) as a PDF: A4, tagged, built to the rules of PDF/UA-1 and PDF/A-2a,
// or PDF/A-3a when files are attached. Runs in a worker and in node alike, and touches neither.
import PDFDocument from 'pdfkit';
import { attach } from './attachments.js';
import {
  drawChecklist,
  drawHeading,
  drawList,
  drawParagraph,
  headingHeight,
  headingLevels,
} from './blocks.js';
import { PdfError } from './errors.js';
import { Flow } from './flow.js';
import { Face } from './fonts.js';
import { identify, information, instant } from './metadata.js';
import { contentWidth, footer, page } from './style.js';
import { drawKeyValues, drawTable } from './tables.js';
import { oneLine } from './text.js';

const kKeepWithHeading = 50; // points of what follows a heading that stay with it

// document: the block tree. attachments: [{name, type, text, description}].
// fonts: {regular, bold}, TrueType bytes. onProgress(0..1) is optional.
// Resolves to a Uint8Array; the same input gives the same bytes. Rejects with PdfError.
export async function renderPdf(document, attachments, fonts, onProgress = () => {}) {
  const when = check(document, attachments);
  const language = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/.test(document.language)
    ? document.language
    : 'en-GB';
  const doc = open(document, attachments, fonts, language, when);
  const chunks = [];
  const finished = new Promise((resolve, reject) => {
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  const regular = new Face(doc.font('regular')._font);
  const bold = new Face(doc.font('bold')._font);
  const flow = new Flow(doc, regular, bold);
  const root = doc.struct('Document');
  doc.addStructure(root);

  const blocks = withTitle(document);
  const levels = headingLevels(blocks);
  blocks.forEach((block, i) => {
    drawBlock(flow, root, block, levels, i);
    onProgress((0.9 * (i + 1)) / blocks.length);
  });
  if (regular.substituted || bold.substituted) drawClosingNote(flow, root, attachments);
  root.end();
  drawFooters(flow, document);
  attach(doc, attachments, when);
  identify(doc, language);
  doc.end();
  await finished;
  onProgress(1);
  return joined(chunks);
}

const kDraw = {
  paragraph: drawParagraph,
  list: drawList,
  checklist: drawChecklist,
  key_values: drawKeyValues,
  table: drawTable,
};
const kLists = {
  heading: [],
  paragraph: [],
  list: ['items'],
  checklist: ['items'],
  key_values: ['rows'],
  table: ['columns', 'rows'],
};

function drawBlock(flow, root, block, levels, i) {
  if (block.type !== 'heading') return kDraw[block.type](flow, root, block);
  let following = kKeepWithHeading;
  for (let next = i + 1; levels[next]; next++) following += headingHeight(levels[next]);
  drawHeading(flow, root, block.text, levels[i], i + 1 < levels.length ? following : 0);
}

// The blocks with a title first and no heading without words, which would be a level that nobody hears.
function withTitle(document) {
  const blocks = document.blocks.filter((block) => block.type !== 'heading' || oneLine(block.text));
  if (blocks[0]?.type === 'heading') return blocks;
  return [{ type: 'heading', level: 1, text: document.title }, ...blocks];
}

// Returns the document's instant. The tree comes from our own core, so what is wrong here is a defect
// there; it is still named rather than half drawn.
function check(document, attachments) {
  const fail = (what) => {
    throw new PdfError('bad_document', what);
  };
  if (!document || !Array.isArray(document.blocks)) fail('blocks: not a list');
  if (!Array.isArray(attachments)) fail('attachments: not a list');
  if (!oneLine(document.title)) fail('title: empty');
  document.blocks.forEach((block, i) => {
    const at = `blocks[${i}]`;
    if (!Object.hasOwn(kLists, block?.type)) fail(`${at}.type: ${block?.type}`);
    for (const part of kLists[block.type]) {
      if (!Array.isArray(block[part])) fail(`${at}.${part}: not a list`);
    }
    if (block.type === 'table') {
      const wrong = block.rows.findIndex((row) => row?.length !== block.columns.length);
      if (wrong >= 0) fail(`${at}.rows[${wrong}]: not as long as columns`);
    }
  });
  return instant(document.created) ?? fail(`created: "${document.created}" is not an instant in UTC`);
}

function open(document, attachments, fonts, language, when) {
  let doc;
  try {
    doc = new PDFDocument({
      size: [page.width, page.height],
      margin: 0,
      pdfVersion: '1.7', // below 1.4 PDFKit writes no XMP at all
      subset: attachments.length ? 'PDF/A-3a' : 'PDF/A-2a',
      tagged: true,
      displayTitle: true,
      lang: language,
      bufferPages: true, // "page x of y" is drawn when y is known
      autoFirstPage: false,
      info: information(document, when),
      font: fonts.regular, // without one PDFKit takes a standard font that is not embedded
    });
    doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
    doc.font('bold');
  } catch (error) {
    throw new PdfError('font_unavailable', String(error?.message ?? error));
  }
  return doc;
}

function drawClosingNote(flow, root, attachments) {
  const held = attachments.length
    ? `this document’s text and in the attached file ${oneLine(attachments[0].name)}`
    : 'this document’s text';
  drawParagraph(flow, root, {
    emphasis: 'hint',
    text:
      'Note: some characters could not be drawn in this document’s typeface. ' +
      `Each is shown as a replacement mark; the characters themselves are held in ${held}.`,
  });
}

function drawFooters(flow, document) {
  const { doc } = flow;
  const { start, count } = doc.bufferedPageRange();
  const reference = oneLine(document.reference);
  const fingerprint = oneLine(document.fingerprint);
  const cell = (text, width, align, y) => {
    const lines = flow.wrap(text, footer, width);
    lines.forEach((line, i) => {
      const x = page.left + { left: 0, centre: 0.5, right: 1 }[align] * (contentWidth - line.width);
      flow.lines([{ ...line, last: true }], footer, x, y + i * footer.leading);
    });
  };
  for (let i = 0; i < count; i++) {
    doc.switchToPage(start + i);
    const y = page.height - page.bottom + 30;
    flow.rule('hair', y - 7);
    flow.artifact('/Type /Pagination /Subtype /Footer /Attached [/Bottom]', () => {
      if (reference) cell(reference, contentWidth * 0.3, 'left', y);
      if (fingerprint) cell(`Case file check code ${fingerprint}`, contentWidth * 0.4, 'centre', y);
      cell(`Page ${i + 1} of ${count}`, contentWidth * 0.25, 'right', y);
    });
  }
}

function joined(chunks) {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
