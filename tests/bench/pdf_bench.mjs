// A two-page notice as PDF, beside its floor in the same run: bare PDFKit drawing the same text, untagged and in
// one column. Medians of interleaved runs. Prints; asserts nothing. node tests/bench/pdf_bench.mjs
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { renderPdf } from '../../web/pdf/render.js';
import { notice, noticeJson, texts } from '../web/pdf_documents.mjs';

const kRuns = 41;
const kWarmUp = 3;
const folder = process.env.NOTO_FONTS ?? '/usr/share/fonts/truetype/noto';
const face = (name) => new Uint8Array(readFileSync(`${folder}/NotoSans-${name}.ttf`));
const fonts = { regular: face('Regular'), bold: face('Bold') };
const lines = texts(notice);

function bare() {
  return new Promise((resolve) => {
    const doc = new PDFDocument({ size: 'A4', margin: 64, pdfVersion: '1.7', font: fonts.regular });
    doc.registerFont('regular', fonts.regular);
    doc.registerFont('bold', fonts.bold);
    const chunks = [];
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(chunks));
    lines.forEach((line, index) => doc.font(index % 3 ? 'regular' : 'bold').fontSize(10.5).text(line));
    doc.end();
  });
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const ours = [];
const floor = [];
for (let run = 0; run < kRuns; run += 1) {
  floor.push(await timed(bare));
  ours.push(await timed(() => renderPdf(notice, [noticeJson], fonts)));
}
const median = (times) => times.slice(kWarmUp).sort((a, b) => a - b)[Math.floor((kRuns - kWarmUp) / 2)];
console.log(`a two-page notice as PDF: ${median(ours).toFixed(0)} ms; bare PDFKit ${median(floor).toFixed(0)} ms; `
  + `ratio ${(median(ours) / median(floor)).toFixed(2)}, budget 1.25 (first of each: ${ours[0].toFixed(0)} and ${floor[0].toFixed(0)} ms)`);
