// The PDF export, end to end: the real renderer, read back with qpdf, poppler and our own checker; then the
// bundled worker in a real browser under the site's Content-Security-Policy. node --test tests/web/pdf_test.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { renderPdf } from '../../web/pdf/render.js';
import { exportInBrowser } from './pdf_browser.mjs';
import { checkPdf } from './pdf_checker.mjs';
import * as documents from './pdf_documents.mjs';
import { breakages, mutate } from './pdf_breakages.mjs';

const fontFolder = process.env.NOTO_FONTS ?? '/usr/share/fonts/truetype/noto';
const fonts = {
  regular: new Uint8Array(readFileSync(join(fontFolder, 'NotoSans-Regular.ttf'))),
  bold: new Uint8Array(readFileSync(join(fontFolder, 'NotoSans-Bold.ttf'))),
};
const folder = mkdtempSync(join(tmpdir(), 'pdf-test-'));
after(() => rmSync(folder, { recursive: true }));

const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const file = (name) => join(folder, `${name}.pdf`);

async function write(name, document, attachments = []) {
  writeFileSync(file(name), await renderPdf(document, attachments, fonts));
  return file(name);
}

// The words of a text, without what has no look of its own. Written apart from the product's own cleaning.
function words(text) {
  return text
    .replace(/\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/(?![\t\n\v\f\r\u0085])[\p{Cc}\p{Cf}\uFE0F]/gu, '')
    .replace(/\u0085/g, ' ')
    .normalize('NFC')
    .split(/\s+/u)
    .filter(Boolean);
}

// pdftotext moves the brackets and commas around a right-to-left word: of such a word its letters count.
const letters = (word) => (/[\p{sc=Arab}\p{sc=Hebr}]/u.test(word) ? word.replace(/\p{P}/gu, '') : word);

// Each word of the input as often as it is written, in what pdftotext reads; words wider than a line, which
// are cut, are looked for with all white space gone.
function missingWords(document, path) {
  const read = words(run('pdftotext', path, '-')).map(letters);
  const counts = new Map();
  for (const word of read) counts.set(word, (counts.get(word) ?? 0) + 1);
  const joined = read.join('');
  return documents
    .texts(document)
    .flatMap(words)
    .map(letters)
    .filter((word) => {
      const left = counts.get(word) ?? 0;
      counts.set(word, left - 1);
      return left <= 0 && !(word.length > 60 && joined.includes(word));
    });
}

function assertGood(path, document, attachment = null) {
  assert.deepEqual([...checkPdf(path)], []);
  assert.match(run('qpdf', '--check', path), /No syntax or stream encoding errors found/);
  const info = run('pdfinfo', path);
  assert.match(info, /^Tagged: +yes$/m);
  assert.match(info, /^Page size: .*\(A4\)$/m);
  const title = /^Title: +(.*)$/m.exec(info)[1];
  assert.equal(title.normalize('NFC'), document.title.normalize('NFC'));
  assert.deepEqual(missingWords(document, path), []);
  const pages = Number(/^Pages: +(\d+)$/m.exec(info)[1]);
  for (let page = 1; page <= pages; page++) {
    const text = run('pdftotext', '-f', page, '-l', page, '-layout', path, '-');
    assert.match(text, new RegExp(`Page ${page} of ${pages}\\n`), `page ${page}`);
    if (document.fingerprint) assert.ok(text.includes(`Case file check code ${document.fingerprint}`));
    if (document.reference) assert.ok(text.includes(document.reference));
  }
  if (attachment) {
    const out = join(folder, 'attachment');
    run('pdfdetach', '-save', 1, '-o', out, path);
    assert.deepEqual(readFileSync(out), Buffer.from(attachment.text, 'utf8'));
    assert.ok(run('pdfdetach', '-list', path).includes(attachment.name));
  } else {
    assert.match(run('pdfdetach', '-list', path), /^0 embedded files/);
  }
  return pages;
}

const conformance = (path) =>
  /<pdfaid:part>(\d)<\/pdfaid:part>\s*<pdfaid:conformance>(\w)/
    .exec(readFileSync(path, 'latin1'))
    .slice(1)
    .join('');

describe('documents', () => {
  for (const name of ['notice', 'long', 'characters', 'bigTable', 'empty']) {
    for (const attachment of [null, documents.noticeJson]) {
      test(`${name}, ${attachment ? 'with' : 'without'} an attachment`, async () => {
        const path = await write(`${name}${attachment ? '-3a' : ''}`, documents[name], attachment ? [attachment] : []);
        const pages = assertGood(path, documents[name], attachment);
        assert.equal(conformance(path), attachment ? '3A' : '2A');
        if (name === 'notice') assert.equal(pages, 2);
      });
    }
  }

  test('the same input gives the same bytes, another date other bytes', async () => {
    const once = await renderPdf(documents.notice, [documents.noticeJson], fonts);
    const again = await renderPdf(documents.notice, [documents.noticeJson], fonts);
    assert.deepEqual(once, again);
    const later = { ...documents.notice, created: '2026-11-23T09:30:15Z' };
    assert.notDeepEqual(await renderPdf(later, [documents.noticeJson], fonts), once);
  });

  test('dates come from the document', async () => {
    const info = run('pdfinfo', '-isodates', await write('dated', documents.notice));
    assert.match(info, /^CreationDate: +2026-11-22T09:30:15Z$/m);
    assert.match(info, /^ModDate: +2026-11-22T09:30:15Z$/m);
  });

  test('the structure reads as the document does', async () => {
    const tree = run('pdfinfo', '-struct-text', await write('structure', documents.notice));
    const lines = tree.split('\n').map((line) => line.trim()).filter(Boolean);
    assert.deepEqual(lines.slice(0, 12), [
      'Document',
      'H1 (block)',
      '"Outcome resolution notice"',
      'P (block)',
      '"Completed when a professional disagreement has been resolved, and sent to the partnership."',
      'H2 (block)',
      '"The child and the disagreement"',
      'Table (block)',
      'TR',
      'TH:',
      '/Scope /Row',
      '"Name of the child"',
    ]);
    const headings = lines.filter((line) => /^H\d/.test(line)).map((line) => line.slice(0, 2));
    assert.deepEqual(headings, ['H1', 'H2', 'H2', 'H3', 'H3', 'H2']);
    assert.match(tree, /THead\s+TR\s+TH:\s+\/Scope \/Column\s+"Stage ?"/);
    assert.match(tree, /L( \(block\))?:\s+\/ListNumbering \/Decimal/);
  });

  test('boxes say whether they are selected, to readers of the text as well', async () => {
    const text = run('pdftotext', '-layout', await write('boxes', documents.notice), '-');
    assert.match(text, /Selected: +A copy of this notice/);
    assert.match(text, /Not selected: +The business manager/);
  });

  test('a warning says so in a word', async () => {
    const text = run('pdftotext', await write('warning', documents.notice), '-');
    assert.match(text, /^Warning: If the child is at immediate risk/m);
    const said = run('pdftotext', await write('warned', documents.empty), '-');
    assert.match(said, /^Warning: said already/m);
  });

  test('right-to-left names are read in their order', async () => {
    const text = run('pdftotext', await write('names', documents.characters), '-');
    assert.ok(text.replace(/\p{Cf}/gu, '').includes('فاطمة الزهراء محمد'));
    assert.ok(text.replace(/\p{Cf}/gu, '').includes('שרה לוי'));
  });

  test('a closing note appears only where characters could not be drawn', async () => {
    const note = /some characters could not be drawn/;
    const attached = await write('noted', documents.characters, [documents.noticeJson]);
    const pages = /^Pages: +(\d+)$/m.exec(run('pdfinfo', attached))[1];
    const last = run('pdftotext', '-f', pages, attached, '-').replace(/\s+/g, ' ');
    assert.match(last, note);
    assert.ok(last.includes(`in the attached file ${documents.noticeJson.name}`));
    const plain = run('pdftotext', await write('noted', documents.characters), '-');
    assert.doesNotMatch(plain, /attached/);
    assert.doesNotMatch(run('pdftotext', await write('drawn', documents.notice), '-'), note);
  });

  test('a continued table repeats its header, a continued value its key', async () => {
    const table = await write('repeated', documents.bigTable);
    assert.match(run('pdftotext', '-f', 2, '-l', 2, '-layout', table, '-'), /Number +Date +Agency +What happened/);
    const value = run('pdftotext', '-f', 2, '-l', 2, await write('continued', documents.long), '-');
    assert.match(value.replace(/\s+/g, ' '), /who saw it \(continued\)/);
  });

  test('several attachments, one empty', async () => {
    const files = [documents.noticeJson, { name: 'empty.txt', type: 'text/plain', text: '', description: '' }];
    const path = await write('several', documents.notice, files);
    assert.deepEqual([...checkPdf(path)], []);
    assert.match(run('pdfdetach', '-list', path), /^2 embedded files/);
    run('pdfdetach', '-saveall', '-o', folder, path);
    assert.equal(readFileSync(join(folder, 'empty.txt'), 'utf8'), '');
    assert.equal(readFileSync(join(folder, documents.noticeJson.name), 'utf8'), documents.noticeJson.text);
  });

  test('progress goes from something to 1', async () => {
    const seen = [];
    await renderPdf(documents.notice, [], fonts, (progress) => seen.push(progress));
    assert.deepEqual(seen, [...seen].sort((a, b) => a - b));
    assert.equal(seen.at(-1), 1);
    assert.ok(seen.length > documents.notice.blocks.length);
  });
});

describe('what cannot be a document is refused with a reason', () => {
  const refuse = (change, code, message) => async () => {
    const document = { ...documents.notice, ...change.document };
    const attachments = change.attachments ?? [];
    await assert.rejects(renderPdf(document, attachments, change.fonts ?? fonts), (error) => {
      assert.equal(error.code, code);
      assert.match(error.message, message);
      return true;
    });
  };
  const block = (value) => ({ document: { blocks: [value] } });
  const table = { type: 'table', columns: ['a', 'b'], rows: [['1']] };
  test('no blocks', refuse({ document: { blocks: null } }, 'bad_document', /blocks/));
  test('unknown block', refuse(block({ type: 'constructor' }), 'bad_document', /blocks\[0\]\.type/));
  test('short row', refuse(block(table), 'bad_document', /rows\[0\]/));
  test('rows missing', refuse(block({ type: 'key_values' }), 'bad_document', /rows/));
  test('no instant', refuse({ document: { created: 'yesterday' } }, 'bad_document', /created/));
  test('no title', refuse({ document: { title: ' ' } }, 'bad_document', /title/));
  test('no font', refuse({ fonts: { ...fonts, bold: new Uint8Array(9) } }, 'font_unavailable', /./));
  const { noticeJson } = documents;
  test('two of a name', refuse({ attachments: [noticeJson, noticeJson] }, 'bad_document', /name/));
  test('no type', refuse({ attachments: [{ ...noticeJson, type: 'json' }] }, 'bad_document', /type/));
});

describe('the checker can fail', () => {
  let good;
  before(async () => {
    good = await write('good', documents.characters, [documents.noticeJson]);
  });

  test('an unchanged file rewritten by qpdf has no findings', () => {
    assert.deepEqual([...checkPdf(mutate(good, file('unchanged'), () => {}))], []);
  });

  for (const [rule, what, change] of breakages) {
    test(`${rule}: ${what}`, () => {
      const findings = checkPdf(mutate(good, file('broken'), change));
      const rules = [...new Set(findings.map((finding) => finding.rule))];
      assert.ok(rules.includes(rule), `found ${rules.join(', ') || 'nothing'}`);
    });
  }

  test('what is not a PDF', () => {
    writeFileSync(file('text'), 'no PDF at all');
    assert.deepEqual(checkPdf(file('text')).map((finding) => finding.rule), ['readable']);
  });

  test('a missing word is missed', async () => {
    const path = await write('short', documents.notice);
    const more = structuredClone(documents.notice);
    more.blocks[1].text += ' Nankervis';
    assert.deepEqual(missingWords(more, path), ['Nankervis']);
  });
});

describe('the worker, bundled, in a browser under the site’s policy', () => {
  let result;
  before(async () => {
    const { notice, characters, noticeJson, bigTable } = documents;
    result = await exportInBrowser(fontFolder, folder, [
      { id: 1, document: notice, attachments: [noticeJson] },
      { id: 2, document: { ...notice, blocks: null }, attachments: [] },
      { id: 'three', document: characters, attachments: [noticeJson] },
      { id: 4, document: notice, attachments: [noticeJson] },
      { id: 5, document: bigTable },
    ]);
  });

  test('each document is as good as node’s', () => {
    const made = { 1: documents.notice, three: documents.characters, 5: documents.bigTable };
    for (const [id, document] of Object.entries(made)) {
      writeFileSync(file(`browser-${id}`), result.bytes(id));
      assertGood(file(`browser-${id}`), document, id === '5' ? null : documents.noticeJson);
    }
  });

  test('the same input gives the same bytes there too', () => {
    assert.deepEqual(result.bytes(1), result.bytes(4));
  });

  test('a document that is none is an error with its id, and the worker goes on', () => {
    assert.equal(result.answer(2).error.code, 'bad_document');
  });

  test('progress is told on the way', () => {
    assert.ok(result.progress('three').length > 3);
    assert.equal(result.progress('three').at(-1), 1);
  });

  test('nothing was blocked, nothing fetched but the worker and two fonts', () => {
    assert.deepEqual(result.violations, []);
    assert.deepEqual(result.requests.sort(), [
      '/',
      '/fonts/NotoSans-Bold.ttf',
      '/fonts/NotoSans-Regular.ttf',
      '/page.js',
      '/pdf_worker.js',
    ]);
  });

  test('a missing font is an error, and the next try fetches it again', () => {
    assert.equal(result.withoutFonts.error.code, 'font_unavailable');
    assert.ok(result.withFontsAgain.bytes > 0);
  });
});
