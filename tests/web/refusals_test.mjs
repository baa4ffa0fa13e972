// Where the application must say no, in real Chromium, by role and accessible name only: an address that is not
// secure, a browser without a database, procedures that cannot be read, a vault that the browser removed, keys that
// do not fit, dates that do not exist. Each time: plain words, what is safe, what to do, and nothing typed lost.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { launch, openSite, settled } from './browser.mjs';
import { list, replacePolicy, siteWith } from './own_site.mjs';
import { kBroken, shipped } from './policies.mjs';
import { emptied, stored } from './stored.mjs';
import { begin, site } from './visit.mjs';
import { kTold } from './walks.mjs';

const trafford = shipped('trafford-tssp');
// What is wrong with kBroken, in the order the reader finds it: tests/policy/read_test.cpp knows each in full.
const kTenPointers = [
  '/review_due', '/summary', '/principles/1/cite', '/roles/1/title', '/stages/1/channel', '/colour',
  '/stages/0/with/0/role', '/stages/0/clocks/0/amount/count', '/stages/2', '/stages/1',
];

// Nothing to press or to type into: the page is an explanation and no more, so no way leads to a passphrase.
async function onlyExplains(page) {
  for (const role of ['button', 'textbox', 'radio', 'checkbox']) {
    assert.equal(await page.getByRole(role).count(), 0, `a ${role} on a page that only explains`);
  }
  assert.deepEqual(await page.getByRole('link').allInnerTexts(), ['Skip to main content']);
  assert.equal(await page.locator('input').count(), 0, 'a field on a page that only explains');
}

// The error summary holds the keyboard's focus and reads exactly `messages`.
async function refuses(person, messages) {
  await person.sees('heading', 'There is a problem');
  const summary = person.page.getByRole('alert');
  await person.reads(new RegExp(messages[0].replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')));
  assert.deepEqual(await summary.getByRole('link').allInnerTexts(), messages);
  assert.ok(await summary.evaluate((it) => it.contains(document.activeElement)), 'the summary has the focus');
  assert.match(await person.page.title(), /^Error: /);
}

const typedDate = (person, group) => Promise.all(person.dateFields(group).map((field) => field.inputValue()));
const typedText = (person, name) => person.page.getByRole('textbox', { name, exact: true }).inputValue();

// The folder with these two procedures only.
const twoProcedures = (policies) => list(policies, ['hips-2024.json', 'trafford-tssp.json']);

// What the page lists of one file's faults: [{ pointer, words }].
async function faultsOf(person, file) {
  await settled(person.page);
  const shown = await person.page.getByRole('main').evaluate((main) =>
    [...main.querySelectorAll('*')].filter((it) => it.childElementCount === 0)
      .flatMap((it) => it.textContent.split('\n')).map((line) => line.trim()));
  return shown.filter((line) => line.startsWith(`${file} /`)).map((line) => {
    const parts = /^\S+ (\/\S*): (.+) \(found (.+), expected (.+)\)$/.exec(line);
    assert.ok(parts, `file, pointer, fault, found, expected: ${line}`);
    return { pointer: parts[1], words: parts[2] };
  });
}

// A recovery key of some other vault: 160 random bits and 20 bits of their hash, as web/vault_keys.js writes it.
function otherRecoveryKey() {
  const bytes = randomBytes(20);
  const sum = createHash('sha256').update(bytes).digest();
  const bits = [...bytes, ...sum.subarray(0, 3)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = bits.slice(0, 180).match(/.{5}/g).map((five) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[parseInt(five, 2)]);
  return digits.join('').match(/.{4}/g).join('-');
}

test('an address that is not secure is refused, and nothing is kept', { timeout: 120000 }, async () => {
  const intranet = await launch(['--host-resolver-rules=MAP intranet.test 127.0.0.1']);
  try {
    const address = site.address.replace('127.0.0.1', 'intranet.test');
    const { page, person, end } = await begin({ address, from: intranet });
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await person.heading('This address is not secure, so Common Ground will not keep records here');
    await person.reads(/Nothing has been stored/);
    await person.heading('What to do');
    await person.reads(/Ask your IT service to serve Common Ground over https/);
    await onlyExplains(page);
    await person.look('not secure');
    const { databases, local, session } = await stored(page);
    assert.deepEqual({ databases, local, session }, { databases: [], local: {}, session: {} });
    // The browser itself notes that one header counts only over https, and that is all.
    await end(/^The Cross-Origin-Opener-Policy header has been ignored/);
  } finally {
    await intranet.close();
  }
});

test('a browser without a database is refused', { timeout: 120000 }, async () => {
  const { page, person, end } = await begin({
    prepare: (its) => its.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    }),
  });
  await person.heading('This browser has no database, so nothing could be kept here');
  await person.reads(/nothing you type would survive closing the page/);
  await person.heading('What to do');
  await person.reads(/up-to-date Edge, Chrome or Firefox/);
  await onlyExplains(page);
  await person.look('no database');
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), {});
  await end();
});

test('a procedure broken in ten ways gives ten errors, and the other still works', { timeout: 120000 }, async () => {
  const broken = await siteWith(async (policies) => {
    await twoProcedures(policies);
    await replacePolicy(policies, 'trafford-tssp.json', await readFile(kBroken));
  });
  try {
    const { page, person, end } = await begin({ address: broken.address });
    await person.heading('Procedures that could not be read');
    const faults = await faultsOf(person, 'policies/trafford-tssp.json');
    assert.deepEqual(faults.map((fault) => fault.pointer), kTenPointers);
    assert.equal(new Set(faults.map((fault) => fault.pointer + fault.words)).size, 10);
    await person.reads(/The others can be used/);
    await person.look('welcome, with a broken procedure');

    await person.setUp();
    const hips = shipped('hips-2024');
    await person.raise(hips, { to: 'procedure' });
    const offered = page.getByRole('radiogroup', { name: 'Procedure', exact: true }).getByRole('radio');
    assert.equal(await offered.count(), 1);
    assert.doesNotMatch(await person.text(), /Northmoor|Trafford/);
    await person.look('raise: procedure, one left');
    await person.raise(hips, { from: 'procedure', to: 'subject' });
    await end();
  } finally {
    await broken.close();
  }
});

test('no procedure at all: every one is broken', { timeout: 120000 }, async () => {
  const broken = await siteWith(async (policies) => {
    await twoProcedures(policies);
    await replacePolicy(policies, 'trafford-tssp.json', await readFile(kBroken));
    await replacePolicy(policies, 'hips-2024.json', '{"format": 1,');
  });
  try {
    const { page, person, end } = await begin({ address: broken.address });
    await person.heading('No procedure could be read, so no disagreement can be raised here');
    await person.reads(/Nothing that you saved has been touched/);
    await person.heading('What to do');
    await person.reads(/Ask your IT service to check the folder “policies”/);
    assert.deepEqual((await faultsOf(person, 'policies/trafford-tssp.json')).map((fault) => fault.pointer), kTenPointers);
    await person.reads(/policies\/hips-2024\.json/);
    await onlyExplains(page);
    await person.look('every procedure broken');
    assert.deepEqual((await stored(page)).local, {});
    await end();
  } finally {
    await broken.close();
  }
});

test('no procedure at all: the list of them is missing', { timeout: 120000 }, async () => {
  const without = await siteWith((policies) => rm(path.join(policies, 'index.json')));
  try {
    const { page, person, log, end } = await begin({ address: without.address });
    await person.heading('No procedure could be read, so no disagreement can be raised here');
    await person.reads(/Nothing that you saved has been touched/);
    await person.heading('What to do');
    await person.reads(/policies\/index\.json: The list of procedures could not be read/);
    await onlyExplains(page);
    await person.look('no list of procedures');
    // The browser itself notes the missing file, and that is all.
    assert.ok(log.requests.includes(`${without.address}policies/index.json`));
    await end(/404/);
  } finally {
    await without.close();
  }
});

test('without any procedure, a vault that is here still opens', { timeout: 120000 }, async () => {
  const changing = await siteWith(async () => {});
  try {
    const { page, person, end } = await begin({ address: changing.address });
    await person.setUp();
    await person.raise(trafford, { arose: ['1', '4', '2026'] });
    const index = path.join(changing.policies, 'index.json');
    await rename(index, `${index}.away`);
    await page.reload();
    await person.unlock();
    await person.press('link', /Marigold Quill/, { exact: false });
    await person.heading('Marigold Quill');
    await person.reads(/Stage 1/); // the procedure was kept with the case
    await person.look('a case, without any procedure');
    await end(/404/);
  } finally {
    await changing.close();
  }
});

test('a vault that the browser removed is missed, not begun afresh in silence', { timeout: 120000 }, async () => {
  const kRemoved = 'The browser has removed the records that were on this device';
  const { context, page, person, end } = await begin();
  assert.equal(await page.getByText(kRemoved).count(), 0); // a first visit
  await person.setUp();
  await page.goto('about:blank');
  const elsewhere = await context.newPage(); // of the same origin, where nothing holds the database open
  await elsewhere.goto(`${site.address}icon.svg`);
  const removed = await emptied(elsewhere);
  await elsewhere.close();
  assert.equal(removed, 2); // with the copy
  await openSite(page, site.address);
  await person.reads(new RegExp(kRemoved));
  await person.reads(/What was kept here is no longer on this device/);
  await person.reads(/Collect your exported notices and records before you start again/);
  await person.reads(/tell your data protection lead/);
  await person.look('the vault was removed');
  // It stays said until somebody starts again on purpose.
  await page.reload();
  await person.reads(new RegExp(kRemoved));
  await person.button('Set up this device');
  await person.heading('Choose a passphrase');
  await person.link('Back');
  await person.setUp();
  await page.reload();
  await person.unlock();
  assert.equal(await page.getByText(kRemoved).count(), 0);
  await end();
});

test('a recovery key: malformed, of another vault, and the right one', { timeout: 120000 }, async () => {
  const { page, person, end } = await begin();
  const key = await person.setUp();
  await page.reload();
  await person.heading('Unlock your records');
  await person.link('Use your recovery key instead');
  await person.heading('Unlock with your recovery key');
  await person.look('recovery key');

  const kMalformed = 'That is not a whole recovery key. Check each group against your printed copy';
  const lastDigit = key.at(-1) === '7' ? '8' : '7';
  for (const [typed, message] of [
    ['', kMalformed],
    [key.slice(0, -5), kMalformed],
    [key.slice(0, -1) + lastDigit, kMalformed],
    [otherRecoveryKey(), 'That recovery key belongs to other records'],
  ]) {
    await person.password('Recovery key', typed);
    await person.button('Unlock');
    await refuses(person, [message]);
    assert.equal(await page.getByLabel('Recovery key', { exact: true }).inputValue(), typed);
    assert.doesNotMatch(await person.text(), /Ashdown/);
    await person.look(`recovery key, ${message}`);
  }
  await person.link('That recovery key belongs to other records');
  assert.ok(await page.getByLabel('Recovery key', { exact: true }).evaluate((it) => it === document.activeElement));

  // As somebody types it: small letters, spaces for dashes.
  await person.password('Recovery key', key.toLowerCase().replaceAll('-', ' '));
  await person.button('Unlock');
  await person.heading('Your cases');
  await person.reads(/Rowan Ashdown, Larkfield Health Centre/);
  await person.look('home, after the recovery key');
  await end();
});

test('dates that cannot be: the summary takes the focus, and what was typed stays', { timeout: 240000 }, async () => {
  const { person, end } = await begin();
  await person.setUp();
  await person.raise(trafford, { to: 'decision' });
  await person.type('The decision or practice', kTold.decision);
  await person.type('Whose decision is it?', kTold.whose);
  const arose = 'When did the disagreement or concern arise?';
  const kArose = 'The date when the concern arose';
  for (const [typed, message] of [
    [['31', '2', '2026'], `${kArose} must be a real date`],
    [['29', 'February', '2025'], `${kArose} must be a real date`],
    [['2', '4', '2026'], 'The date the concern arose must be today or in the past'],
    [['12', '13', '2025'], `${kArose} must be a real date`],
    [['12', '', '2026'], `${kArose} must include a month`],
    [['1', '4', '26'], 'Year must include 4 numbers'],
    [['', '', ''], 'Enter the date when the concern arose'],
  ]) {
    await person.date(arose, ...typed);
    await person.button('Continue');
    await refuses(person, [message]);
    await person.heading('What was decided?');
    assert.deepEqual(await typedDate(person, arose), typed);
    assert.equal(await typedText(person, 'The decision or practice'), kTold.decision);
  }
  await person.look('raise: decision, with a date that cannot be');
  await person.date(arose, '31', '3', '2026');
  await person.button('Continue');
  await person.raise(trafford, { from: 'concern' });

  // A discussion tomorrow, and one before there was anything to discuss.
  await person.press('button', /^Record (a|the) discussion/, { exact: false });
  await person.heading('Record a discussion');
  const held = 'When did it take place?';
  await person.choose('How?', 'Telephone');
  await person.type('Who took part?', 'Aled Fenwick');
  await person.type('What was said?', 'Both bruises were described.');
  const kHeld = 'The date of the discussion';
  for (const [typed, message, field] of [
    [['2', '4', '2026'], `${kHeld} must be today or in the past`, 'Day'],
    [['30', '3', '2026'], `${kHeld} must be on or after 31 March 2026, the day the concern arose`, 'Day'],
    [['31', '4', '2026'], `${kHeld} must be a real date`, 'Day'],
    [['1', 'Aprill', '2026'], `${kHeld} must be a real date`, 'Month'],
  ]) {
    await person.date(held, ...typed);
    await person.button('Save the record');
    await refuses(person, [message]);
    await person.look(`discussion, ${message}`);
    assert.deepEqual(await typedDate(person, held), typed);
    assert.equal(await typedText(person, 'Who took part?'), 'Aled Fenwick');
    assert.equal(await typedText(person, 'What was said?'), 'Both bruises were described.');
    // The summary leads to the field that is to be mended.
    await person.link(message);
    const focused = person.dateFields(held)[['Day', 'Month', 'Year'].indexOf(field)];
    assert.ok(await focused.evaluate((it) => it === document.activeElement), `the focus is on “${field}”`);
  }
  await person.date(held, '1', '4', '2026');
  await person.button('Save the record');
  await person.reads(/The discussion is recorded and saved/);
  await end();
});

test('locking leaves no typed word on the page', { timeout: 120000 }, async () => {
  const { page, person, end } = await begin();
  page.on('dialog', (dialog) => dialog.accept()); // “leave this page?”, where there is unsaved text
  await person.setUp();
  await person.raise(trafford, { arose: ['1', '4', '2026'] });
  await person.press('button', /^Record (a|the) discussion/, { exact: false });
  await person.type('What was said?', 'Pangolin, not saved yet.');
  const onPage = () => page.evaluate(() => [
    document.title, location.href, window.name, JSON.stringify(history.state), document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input, textarea, select')].map((field) => field.value),
    JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }),
  ].join('\n'));
  const words = ['Marigold', 'Quill', 'Rowan', 'Ashdown', 'Larkfield', 'Pangolin', 'Northgate', 'Bruising', 'harbour'];
  for (const word of ['Marigold', 'Ashdown', 'Pangolin']) assert.ok((await onPage()).includes(word), word);

  await page.evaluate(() => { window.sameDocument = true; });
  await person.lock();
  assert.equal(await page.evaluate(() => window.sameDocument), undefined); // a new document, a new heap
  assert.equal(await page.title(), 'Unlock your records – Common Ground');
  const there = await onPage();
  for (const word of words) assert.ok(!there.includes(word), `“${word}” is on the page after locking`);
  assert.equal(await page.getByLabel('Passphrase', { exact: true }).inputValue(), '');
  await person.look('locked');

  // What was saved is still there for whoever knows the passphrase.
  await person.unlock();
  await person.reads(/Marigold Quill/);
  await end();
});
