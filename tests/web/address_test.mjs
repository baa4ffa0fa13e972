// Addresses and the browser's Back in real Chromium: each page is an entry, nothing typed is lost by going back,
// and an address leads to its page once the vault is open. No address holds a word that was typed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from './browser.mjs';
import { shipped } from './policies.mjs';
import { begin, site } from './visit.mjs';

const policy = shipped('hips-2024');

async function visit(prepare) {
  const addresses = [];
  const { page, person, end } = await begin({
    prepare: async (its) => {
      its.on('framenavigated', (frame) => addresses.push(frame.url()));
      await prepare?.(its);
    },
  });
  const fragment = () => page.evaluate(() => location.hash);
  const back = async () => {
    await page.goBack({ waitUntil: 'commit' });
    await settled(page);
  };
  const leave = async () => {
    for (const address of addresses) {
      assert.match(address, /^[^#]*(#[0-9a-z/-]*(CG-[0-9A-Z]{4}-[0-9A-Z]{4})?[a-z/-]*)?$/);
      assert.doesNotMatch(address, /quill|marigold|thought|bruising/i);
    }
    await end();
  };
  return { page, person, fragment, back, addresses, leave };
}

test('Back leads through the questions, and what was half written is still there', { timeout: 120000 }, async () => {
  const { page, person, fragment, back, addresses, leave } = await visit();
  await person.setUp();
  assert.equal(await fragment(), '#cases');
  await person.raise(policy);
  const ofCase = await fragment();
  assert.match(ofCase, /^#case\/CG-/);
  await person.link('Add a note');
  await person.type('Note', 'Half a thought');
  await back();
  await person.heading('Marigold Quill');
  assert.equal(await fragment(), ofCase);
  await page.goForward();
  await settled(page);
  assert.equal(await page.getByRole('textbox', { name: 'Note' }).inputValue(), 'Half a thought');
  assert.equal(await fragment(), `${ofCase}/note`);

  // Everything is there again after the browser was closed without a word.
  await page.waitForTimeout(2500);
  const asked = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await page.reload();
  assert.deepEqual(asked, [], 'what is kept needs no question');
  await person.open();
  await person.heading('Marigold Quill');
  await person.link('Add a note');
  assert.equal(await page.getByRole('textbox', { name: 'Note' }).inputValue(), 'Half a thought');
  assert.ok(addresses.length > 10);
  await leave();
});

test('each part of a case has an address, and Back leads from part to part', { timeout: 120000 }, async () => {
  const { page, person, fragment, back, leave } = await visit();
  await person.setUp();
  await person.raise(policy);
  const ofCase = await fragment();
  const focused = () => page.evaluate(() => document.activeElement.innerText || document.activeElement.getAttribute('aria-label'));
  for (const part of ['Chronology', 'People', 'Documents']) {
    await person.link(part);
    await person.heading('Marigold Quill');
    assert.equal(await fragment(), `${ofCase}/${part.toLowerCase()}`);
    assert.equal(await focused(), part);
    assert.deepEqual(await page.locator('nav [aria-current=true]').allInnerTexts(), [part]);
  }
  await back();
  assert.equal(await fragment(), `${ofCase}/people`);
  await back();
  await back();
  assert.equal(await fragment(), ofCase);
  await person.heading('What to do now');
  await page.evaluate((its) => (location.hash = `${its}/people`), ofCase.slice(1));
  await person.heading('The side that raised it');
  await page.evaluate((its) => (location.hash = `${its}/secrets`), ofCase.slice(1));
  await person.heading('What to do now');
  await leave();
});

test('an address typed or kept leads to its page', { timeout: 120000 }, async () => {
  const { page, person, fragment, back, leave } = await visit();
  await person.setUp();
  await person.raise(policy);
  const ofCase = await fragment();
  await page.evaluate(() => (location.hash = 'procedure/hips-2024'));
  await person.heading(policy.title);
  await page.evaluate((its) => (location.hash = `${its}/record`), ofCase.slice(1));
  await person.heading('The case record is ready');
  await back();
  await person.heading(policy.title);
  await page.evaluate(() => (location.hash = 'case/CG-0000-0000'));
  await person.heading('Your cases');
  assert.equal(await fragment(), '#cases');
  await page.goto('about:blank');
  await page.goto(site.address + ofCase);
  await person.open();
  await person.heading('Marigold Quill');
  await leave();
});

// The first worker that is to write a PDF never gets to know of it; it fails, long ended, when the second is asked.
const firstWorkerHangs = (page) => page.addInitScript(() => {
  const workers = [];
  globalThis.Worker = class extends Worker {
    constructor(address, options) {
      super(address, options);
      if (String(address).startsWith('pdf')) workers.push(this);
    }
    postMessage(...given) {
      if (this === workers[0]) return;
      super.postMessage(...given);
      if (this === workers[1]) workers[0].dispatchEvent(new Event('error'));
    }
  };
});

test('while a file is written its page stays, and so do its address and the way back', { timeout: 120000 }, async () => {
  const { page, person, fragment, back, leave } = await visit(firstWorkerHangs);
  await person.setUp();
  await person.raise(policy);
  const ofCase = await fragment();
  await person.link('Documents');
  await person.link('See the full case record');
  await person.heading('The case record is ready');
  await person.button('Download as PDF');
  await person.sees('button', 'Stop');
  await back();
  await person.heading('The case record is ready');
  assert.equal(await fragment(), `${ofCase}/record`);
  await person.button('Stop');
  assert.equal(await page.getByRole('button', { name: 'Stop' }).count(), 0);
  const { name } = await person.download('Download as PDF');
  assert.match(name, /\.pdf$/);
  await settled(page);
  await back();
  assert.equal(await fragment(), `${ofCase}/documents`);
  await person.heading('Marigold Quill');
  await page.goForward();
  await person.heading('The case record is ready');
  await leave();
});
