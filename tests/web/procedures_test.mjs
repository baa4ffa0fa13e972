// Procedures in real Chromium, by role and accessible name only: all of them read and compared before anything is
// set up, one added to the folder without a rebuild, one brought as a file with its errors shown in place, contacts
// changed on the device, a case that keeps its version until it is moved, times that are declared, and what another
// procedure covers signposted to it.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { kRepository, kSite, serveSite, settled } from './browser.mjs';
import { begin, site } from './visit.mjs';

const data = (name) => path.join(kRepository, 'tests/data/policies', name);
const readJson = async (file) => JSON.parse(await readFile(file, 'utf8'));
const shipped = async () => {
  const { policies } = await readJson(path.join(kRepository, 'policies/index.json'));
  return Promise.all(policies.map((name) => readJson(path.join(kRepository, 'policies', name))));
};

// A site of its own, whose policies folder `change(folder)` may alter.
async function ownSite(change) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'common-ground-'));
  await cp(kSite, folder, { recursive: true, preserveTimestamps: true });
  const policies = path.join(folder, 'policies');
  await change(policies);
  const own = await serveSite(folder);
  return { address: own.address, policies, close: async () => { await own.close(); await rm(folder, { recursive: true }); } };
}

async function list(policies, names) {
  const index = await readJson(path.join(policies, 'index.json'));
  await writeFile(path.join(policies, 'index.json'), JSON.stringify({ ...index, policies: names }));
}

async function pick(person, button, file) {
  const choosing = person.page.waitForEvent('filechooser');
  await person.page.getByRole('button', { name: button, exact: true }).click();
  await (await choosing).setFiles(file);
  await settled(person.page);
}

// From home to the page that asks about risk, under the procedure `name`.
async function raiseToRisk(person, name, about = 'A child') {
  await person.button('Raise a disagreement');
  await person.choose('Procedure', name);
  await person.button('Continue');
  if (about) await person.choose('It is about', about);
  await person.type('Name or reference', 'Marigold Quill');
  await person.button('Continue');
}

async function raiseTheRest(person) {
  await person.heading('What was decided?');
  await person.type('The decision or practice', 'The referral was closed.');
  await person.type('Whose decision is it?', 'Northgate Assessment Team');
  await person.date('When did the disagreement or concern arise?', '31', '3', '2026');
  await person.button('Continue');
  await person.type('Why you disagree', 'Bruising was seen twice.');
  await person.type('The outcome you are seeking', 'A strategy discussion.');
  await person.button('Continue');
  await person.heading('Check your answers before you raise it');
}

test('every procedure can be read and compared before anything is set up', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin();
  await person.link('Read and compare procedures');
  await person.heading('Procedures');
  await person.look('procedures');
  const policies = await shipped();
  assert.ok(policies.length >= 6);
  for (const policy of policies) {
    await person.link(policy.short_title);
    await person.heading(policy.title);
    await person.look(policy.short_title);
    await person.sees('img', /described below/);
    await person.button('The same in words');
    const words = await person.text();
    for (const stage of policy.stages) assert.ok(words.includes(`${stage.label}, ${stage.title}`), `${policy.id}: ${stage.id}`);
    for (const contact of policy.contacts ?? []) assert.ok(words.includes(contact.email), contact.email);
    await person.link('All procedures');
  }
  await person.link('Compare two procedures');
  await person.heading('Compare procedures');
  await page.getByRole('combobox', { name: 'Second procedure' }).selectOption({ index: policies.length - 1 });
  await person.reads(new RegExp(policies.at(-1).short_title));
  await person.heading('Which of them applies?');
  await person.look('two procedures');
  assert.equal(await page.getByRole('button', { name: 'Add a procedure from a file' }).count(), 0, 'no vault to keep it in');
  await end();
});

test('everything about a procedure fits a narrow screen', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin({ viewport: { width: 390, height: 844 } });
  await person.link('Read and compare procedures');
  for (const policy of await shipped()) {
    await person.link(policy.short_title);
    await person.heading(policy.title);
    const tooWide = await page.evaluate(() => [...document.querySelectorAll('main *, header *')]
      .filter((element) => { const { left, right, width } = element.getBoundingClientRect(); return width > 1 && (left < -1 || right > innerWidth + 1); })
      .map((element) => element.outerHTML.slice(0, 120)));
    assert.deepEqual(tooWide, []);
    await person.link('All procedures');
  }
  await end();
});

test('a procedure that is added to the folder appears without a rebuild', async () => {
  const own = await ownSite(async (policies) => {
    await cp(data('worked-example.json'), path.join(policies, 'larkmoor.json'));
    await list(policies, ['larkmoor.json']);
  });
  const { person, end } = await begin({ address: own.address });
  await person.link('Read and compare procedures');
  const { short_title: name, title } = await readJson(data('worked-example.json'));
  await person.link(name);
  await person.heading(title);
  await end();
  await own.close();
});

test('a file is refused with its errors in place, or kept and used', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin();
  await person.setUp();
  await person.link('Procedures');
  await pick(person, 'Add a procedure from a file', data('broken-in-ten-ways.json'));
  await person.heading('There is a problem');
  await person.look('a file with ten errors');
  const lines = (await readFile(data('broken-in-ten-ways.json'), 'utf8')).split('\n');
  const words = await person.text();
  const named = [...words.matchAll(/Problem \d+, line (\d+)/g)].map((match) => Number(match[1]));
  assert.ok(new Set(named).size >= 8, 'lines are named');
  const telepathy = lines.findIndex((line) => line.includes('telepathy')) + 1;
  assert.ok(named.includes(telepathy), 'the line of the fault');
  assert.ok(words.includes('"telepathy"'), 'the line itself is shown');

  await pick(person, 'Choose the file again', { name: 'large.json', mimeType: 'application/json', buffer: Buffer.alloc(6 << 20, 0x20) });
  await person.reads(/too large|at most/i);
  await pick(person, 'Choose the file again', data('worked-example.json'));
  const { short_title: name, title } = await readJson(data('worked-example.json'));
  await person.heading(title);
  await person.look('a file in order');
  await person.button('Keep this procedure on this device');
  await person.reads(/kept on this device/);

  // It is there after a reload, and cases can be raised under it.
  await page.reload();
  await person.unlock();
  await person.button('Raise a disagreement');
  await person.sees('radio', name);
  await end();
});

test('contacts that are changed on the device are used by its cases', { timeout: 300000 }, async () => {
  const policies = await shipped();
  const policy = policies.find((each) => each.contacts?.length === 1);
  const contact = policy.contacts[0];
  const { page, person, end } = await begin();
  await person.setUp();
  await person.link('Procedures');
  await person.link(policy.short_title);
  await person.link('Change contacts on this device');
  await person.heading('Change contacts on this device');
  await person.type(`E-mail address: ${contact.name}`, 'not an address');
  await person.button('Save the contacts');
  await person.heading('There is a problem');
  await person.look('contacts with an error');
  await person.type(`E-mail address: ${contact.name}`, 'new.desk@partnership.example');
  await person.button('Save the contacts');
  await person.reads(/new\.desk@partnership\.example.*Changed on this device/);
  await page.reload();
  await person.unlock();
  await person.link('Procedures');
  await person.link(policy.short_title);
  await person.reads(/new\.desk@partnership\.example/);
  await person.link('Change contacts on this device');
  await person.button('Use the procedure’s own again');
  await person.reads(new RegExp(contact.email.replaceAll('.', '\\.')));
  await end();
});

test('a case keeps its version until it is moved by a recorded decision', { timeout: 300000 }, async () => {
  const worked = await readJson(data('worked-example.json'));
  const own = await ownSite(async (policies) => {
    await cp(data('worked-example.json'), path.join(policies, 'larkmoor.json'));
    await list(policies, ['larkmoor.json']);
  });
  const { page, person, end } = await begin({ address: own.address });
  await person.setUp();
  await raiseToRisk(person, worked.short_title, worked.subjects.length > 1 ? 'A child' : '');
  await person.choose('Is the child at immediate risk of harm?', 'No');
  await person.button('Continue');
  if (worked.tests?.length || worked.exclusions?.length) {
    if (worked.exclusions?.length) await person.tick('Is it about any of these?', 'None of these');
    for (const each of worked.tests ?? []) await person.tick('When to use this procedure', each.question);
    await person.button('Continue');
  }
  await raiseTheRest(person);
  await person.button('Raise the disagreement');
  await person.heading('Marigold Quill');

  // The folder now holds a later version, with another time at the first stage.
  const newer = structuredClone(worked);
  newer.version = '2 (invented)';
  newer.stages[0].clocks[0].amount.count += 1;
  await writeFile(path.join(own.policies, 'larkmoor.json'), JSON.stringify(newer));
  await page.reload();
  await person.unlock();
  await person.link('Marigold Quill · ' + /CG-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await person.text())[0]);
  await person.reads(/Another version of this procedure is in use/);
  const dates = async () => [...(await person.text()).matchAll(/\d{1,2} April 2026/g)].map((match) => match[0]);
  const before = await dates();
  await person.look('a case under an earlier version');
  await person.link('See what differs');
  await person.heading('What differs');
  await person.look('what differs');
  await person.link('Back to the case');
  await person.link('Move this case to it');
  await person.button('Move the case');
  await person.heading('There is a problem');
  await person.look('moving without a reason');
  await person.type('Why is it moved?', 'The partnership asks for open cases to follow the new version.');
  await person.button('Move the case');
  await person.reads(/now runs under version 2 \(invented\)/);
  assert.notDeepEqual(await dates(), before, 'the new version’s time');
  assert.doesNotMatch(await person.text(), /Another version of this procedure is in use/);
  await person.link('Chronology');
  await person.reads(/changed to another version/i);
  await end();
  await own.close();
});

test('no date is shown until one is declared, then that date', { timeout: 300000 }, async () => {
  const policy = (await shipped()).find((each) => each.stages[0].clocks?.some(({ kind }) => kind === 'declared'));
  const { person, end } = await begin();
  await person.setUp();
  await person.button('Raise a disagreement');
  await person.choose('Procedure', policy.short_title);
  if (policy.areas.length > 1) await person.choose('Area', policy.areas[0].name);
  await person.button('Continue');
  if (policy.subjects.length > 1) await person.choose('It is about', 'A child');
  await person.type('Name or reference', 'Marigold Quill');
  await person.button('Continue');
  await person.choose('Is the child at immediate risk of harm?', 'No');
  await person.button('Continue');
  await person.tick('Is it about any of these?', policy.exclusions[0].question);
  await person.reads(/Use instead:/);
  await person.look('what another procedure covers');
  await person.button('Continue');
  await person.heading('There is a problem');
  await person.type('Why use this procedure all the same?', 'The conference is over.');
  await person.button('Continue');
  await raiseTheRest(person);
  await person.reads(/Use instead:.*The conference is over\./);
  await person.button('Raise the disagreement');
  await person.heading('Marigold Quill');
  assert.doesNotMatch(await person.text(), /By when/);
  const step = await person.page.getByRole('link', { name: /^Say by when/ }).or(person.page.getByRole('button', { name: /^Say by when/ })).first().innerText();
  await person.act(person.page.getByText(step, { exact: true }).first(), (it) => it.click());
  await person.heading(/By when should/);
  await person.look('declaring a time');
  await person.date('Until when?', '9', 'April', '2026');
  await person.button('Save the time');
  await person.reads(/By when.*9 April 2026/);
  await person.look('a case with a declared time');
  await end();
});
