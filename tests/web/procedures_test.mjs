// Procedures in real Chromium, by role and accessible name only: all of them read and compared before anything is
// set up, one added to the folder without a rebuild, one brought as a file with its errors shown in place, contacts
// changed on the device, a case that keeps its version until it is moved, times that are declared, and what another
// procedure covers signposted to it.
import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { tooWide } from './browser.mjs';
import { list, siteWith } from './own_site.mjs';
import { allShipped, kBroken, kWorked, readJson } from './policies.mjs';
import { begin } from './visit.mjs';

// The folder with the worked example only.
async function workedOnly(policies) {
  await cp(kWorked, path.join(policies, 'larkmoor.json'));
  await list(policies, ['larkmoor.json']);
}

test('every procedure can be read and compared before anything is set up', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin();
  await person.link('Read and compare procedures');
  await person.heading('Procedures');
  await person.look('procedures');
  const policies = allShipped();
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
  for (const policy of allShipped()) {
    await person.link(policy.short_title);
    await person.heading(policy.title);
    assert.deepEqual(await tooWide(page), []);
    await person.link('All procedures');
  }
  await end();
});

test('a procedure that is added to the folder appears without a rebuild', async () => {
  const own = await siteWith(workedOnly);
  const { person, end } = await begin({ address: own.address });
  await person.link('Read and compare procedures');
  const { short_title: name, title } = readJson(kWorked);
  await person.link(name);
  await person.heading(title);
  await end();
  await own.close();
});

test('a file is refused with its errors in place, or kept and used', { timeout: 300000 }, async () => {
  const { page, person, end } = await begin();
  await person.setUp();
  await person.link('Procedures');
  await person.pick('Add a procedure from a file', kBroken);
  await person.heading('There is a problem');
  await person.look('a file with ten errors');
  const lines = (await readFile(kBroken, 'utf8')).split('\n');
  const words = await person.text();
  const named = [...words.matchAll(/Problem \d+, line (\d+)/g)].map((match) => Number(match[1]));
  assert.ok(new Set(named).size >= 8, 'lines are named');
  const telepathy = lines.findIndex((line) => line.includes('telepathy')) + 1;
  assert.ok(named.includes(telepathy), 'the line of the fault');
  assert.ok(words.includes('"telepathy"'), 'the line itself is shown');

  await person.pick('Choose the file again', { name: 'large.json', mimeType: 'application/json', buffer: Buffer.alloc(6 << 20, 0x20) });
  await person.reads(/too large|at most/i);
  await person.pick('Choose the file again', kWorked);
  const { short_title: name, title } = readJson(kWorked);
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
  const policies = allShipped();
  const policy = policies.find((each) => each.contacts?.length === 1);
  const contact = policy.contacts[0];
  const { page, person, end } = await begin();
  await person.setUp();
  await person.link('Procedures');
  await person.link(policy.short_title);
  await person.link('Change contacts on this device');
  await person.heading('Change contacts on this device');
  await person.type(`Email address: ${contact.name}`, 'not an address');
  await person.button('Save the contacts');
  await person.heading('There is a problem');
  await person.look('contacts with an error');
  await person.type(`Email address: ${contact.name}`, 'new.desk@partnership.example');
  await person.button('Save the contacts');
  await person.reads(/new\.desk@partnership\.example.*Changed on this device/);
  await page.reload();
  await person.unlock();
  await person.link('Procedures');
  await person.link(policy.short_title);
  await person.reads(/new\.desk@partnership\.example/);
  await person.link('Change contacts on this device');
  await person.button('Use the procedure’s own again');
  await person.button('Throw them away');
  await person.reads(new RegExp(contact.email.replaceAll('.', '\\.')));
  await end();
});

test('a case keeps its version until it is moved by a recorded decision', { timeout: 300000 }, async () => {
  const worked = readJson(kWorked);
  const own = await siteWith(workedOnly);
  const { page, person, end } = await begin({ address: own.address });
  await person.setUp();
  await person.raise(worked);

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
  const policy = allShipped().find((each) => each.stages[0].clocks?.some(({ kind }) => kind === 'declared'));
  const { person, end } = await begin();
  await person.setUp();
  await person.raise(policy, { to: 'scope' });
  await person.tick('Is it about any of these?', policy.exclusions[0].question);
  await person.reads(/Use instead:/);
  await person.look('what another procedure covers');
  await person.button('Continue');
  await person.heading('There is a problem');
  await person.type('Why use this procedure all the same?', 'The conference is over.');
  await person.button('Continue');
  await person.raise(policy, { from: 'decision', to: 'check' });
  await person.reads(/Use instead:.*The conference is over\./);
  await person.raise(policy, { from: 'check' });
  assert.doesNotMatch(await person.text(), /By when/);
  await person.buttonOrLink(/^Say by when/);
  await person.heading(/By when should/);
  await person.look('declaring a time');
  await person.date('Until when?', '9', 'April', '2026');
  await person.button('Save the time');
  await person.reads(/By when.*9 April 2026/);
  await person.look('a case with a declared time');
  await end();
});
