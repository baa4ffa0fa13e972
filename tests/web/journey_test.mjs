// The main job, end to end, in real Chromium, by role and accessible name only: a Trafford case from stage 1 to
// its notice, and a HIPS case that lapses through all five stages over Easter 2026 with the clock set.
// On every screen axe finds nothing; the network log holds own files only; the raw database holds no typed word.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { frames, settled } from './browser.mjs';
import { checkPdf } from './pdf_checker.mjs';
import { readJson, shipped } from './policies.mjs';
import { stored } from './stored.mjs';
import { begin } from './visit.mjs';
import { kPassphrase, kSteppedDown } from './walks.mjs';

// From the first visit to an empty list of cases. Returns the recovery key.
async function setUp(person) {
  await person.heading('Resolve a professional disagreement about a child');
  await person.look('welcome');
  await person.button('Set up this device');
  await person.heading('Choose a passphrase');
  await person.look('passphrase');
  await person.button('Set up my records');
  await person.sees('link', 'Enter your passphrase');
  await person.password('Passphrase', 'too short');
  await person.button('Set up my records');
  await person.reads(/at least 12 characters/);
  await person.password('Passphrase', kPassphrase);
  await person.password('The same passphrase again', kPassphrase + 's');
  await person.button('Set up my records');
  await person.reads(/must be the same/);
  await person.password('The same passphrase again', kPassphrase);
  await person.button('Set up my records');
  await person.heading('Keep your recovery key');
  await person.look('recovery key');
  const key = /([0-9A-Z]{4,}-){3,}[0-9A-Z]+/.exec(await person.text())?.[0];
  assert.ok(key, 'the recovery key is shown');
  await person.button('I have kept it safe');
  await person.heading('About you');

  // Empty required fields: the summary takes the focus, and what was typed stays.
  await person.type('Your role', 'Health visitor');
  await person.button('Save and continue');
  await person.sees('heading', 'There is a problem');
  assert.equal(await person.page.evaluate(() => document.activeElement.closest('[role=alert]') !== null), true);
  assert.match(await person.page.title(), /^Error: /);
  assert.equal(await person.page.getByRole('textbox', { name: 'Your role' }).inputValue(), 'Health visitor');
  await person.look('profile with errors');
  await person.link('Enter your name');
  assert.equal(await person.page.evaluate(() => document.activeElement.getAttribute('aria-label')
    ?? document.activeElement.labels?.[0]?.innerText), 'Your name');
  await person.type('Your name', 'Rowan Ashdown');
  await person.type('Your agency or team', 'Larkfield Health Centre');
  await person.type('Your work email address', 'rowan.ashdown@example.org');
  await person.button('Save and continue');
  await person.heading('Your cases');
  await person.look('home, empty');
  return key;
}

const words = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });

test('a Trafford case from stage 1 to the notice', { timeout: 600000 }, async (t) => {
  const { context, page, person, screens, end } = await begin({ acceptDownloads: true });
  await setUp(person);

  const decision = 'The referral of 30 March was closed with no further action. Złość & “quotes” <b>bold</b>.';
  const concern = 'Bruising was seen twice by Ŵyn Tŷ-Gwyn; missed appointments on 12 and 26 March.';
  const outcome = 'A strategy discussion before Friday, with the school nurse present.';
  await person.button('Raise a disagreement');
  await person.heading('Which procedure applies?');
  await person.look('raise: procedure');
  await person.button('Continue');
  await person.sees('heading', 'There is a problem');
  await person.choose('Procedure', 'Trafford TSSP');
  await person.button('Continue');
  await person.heading('Who is it about?');
  await person.look('raise: subject');
  await person.choose('It is about', 'A child');
  await person.type('Name or reference', 'Marigold Quill');
  await person.button('Continue');
  await person.heading('Is the child at immediate risk of harm?');
  await person.look('raise: risk');
  await person.choose('Is the child at immediate risk of harm?', 'No');
  await person.button('Continue');
  await person.heading('What was decided?');
  await person.look('raise: decision');
  await person.type('The decision or practice', decision);
  await person.type('Whose decision is it?', 'Northgate Assessment Team');
  await person.date('When did the disagreement or concern arise?', '31', '2', '2026');
  await person.button('Continue');
  await person.reads(/must be a real date/);
  assert.equal(await page.getByRole('textbox', { name: 'The decision or practice' }).inputValue(), decision);
  await person.date('When did the disagreement or concern arise?', '1', 'April', '2026');
  await person.button('Continue');
  await person.heading('Why does it worry you?');
  await person.look('raise: concern');
  await person.type('Why you disagree', concern);
  await person.type('The outcome you are seeking', outcome);
  await person.tick('What is it about?', 'Not accepting referrals for services');
  await person.button('Continue');
  await person.heading('Check your answers before you raise it');
  await person.look('raise: check');
  await person.reads(/Marigold Quill/);
  // Change one answer and come straight back.
  await person.press('link', 'Change whose decision it is');
  await person.heading('What was decided?');
  await person.type('Name of the practitioner', 'Aled Fenwick');
  await person.button('Continue');
  await person.heading('Check your answers before you raise it');
  await person.reads(/Aled Fenwick/);
  await person.button('Raise the disagreement');
  await person.heading('Marigold Quill');
  await person.look('case');

  // Where it stands, what to do, by when and why that day.
  await person.reads(/Stage 1/);
  await person.button('Why that day?');
  await person.reads(/10 working days|ten working days/i);
  await person.look('case: why that day');

  // Record a discussion.
  await person.press('button', /^Record (a|the) discussion/, { exact: false });
  await person.heading('Record a discussion');
  await person.look('discussion');
  await person.button('Save the record');
  await person.sees('heading', 'There is a problem');
  await person.choose('How?', 'Telephone');
  await person.type('Who took part?', 'Aled Fenwick, team manager, Northgate Assessment Team');
  const account = 'Aled explained the threshold decision. I described both bruises. ' + 'Pangolin '.repeat(2222);
  assert.ok(account.length > 20000);
  await person.type('What was said?', account);
  await person.button('Save the record');
  await person.heading('Marigold Quill');
  await person.reads(/The discussion is recorded and saved/);

  // Agree a time: beyond the procedure's maximum it is refused with the citation, and the answer stays.
  await person.buttonOrLink(/^Agree (a|another) time/);
  await person.date('Until when?', '30', '4', '2026');
  await person.type('Agreed with whom?', 'Aled Fenwick');
  await person.button('Save the agreed time');
  await person.sees('heading', 'There is a problem');
  await person.look('agree a time, refused');
  await person.date('Until when?', '9', '4', '2026');
  await person.button('Save the agreed time');
  await person.heading('Marigold Quill');
  await person.reads(/9 April 2026/);

  // Stage 2, then straight to stage 4 with a reason.
  await person.buttonOrLink(/^Move to stage 2/i);
  await person.look('enter a stage');
  await person.type('Why did stage 1 not settle it?', 'The threshold is still read differently.');
  await person.press('button', /^Move to stage 2/, { exact: false });
  await person.heading('Marigold Quill');
  await person.press('link', /stage 4/i, { exact: false });
  await person.type('Why did stage 2 not settle it?', 'The child cannot wait for another stage: straight to the partnership.');
  await person.press('button', /^Move to stage 4/, { exact: false });
  await person.heading('Marigold Quill');
  await person.sees('img', /Stage 3 was not used/);

  // Resolve, then the notice.
  await person.buttonOrLink('Record that it is resolved');
  await person.look('resolve');
  await person.type('What was agreed?', 'A strategy discussion on Thursday 2 April, chaired by the independent advisor.');
  await person.type('Agreed with whom?', 'Aled Fenwick and the independent advisor');
  await person.choose('Has a debrief taken place?', 'Yes');
  await person.button('Save the outcome');
  await person.heading('Marigold Quill');
  await person.look('case, resolved');
  await person.press('button', /Outcome Resolution Notice/, { exact: false });
  await person.heading('Outcome Resolution Notice');
  await person.look('notice: fill in');
  const form = shipped('trafford-tssp').forms.find((each) => each.id === 'outcome-resolution-notice');
  for (const field of form.fields) {
    await page.getByLabel(field.label, { exact: true }).first().waitFor({ state: 'attached' });
  }
  await person.tick(form.fields.find((field) => field.type === 'choice_of_many').label,
    form.fields.find((field) => field.type === 'choice_of_many').options[0]);
  await person.button('Look at the notice');
  await person.look('notice: preview');
  for (const field of form.fields) await person.reads(new RegExp(field.label.slice(0, 40).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')));
  await person.reads(/tssp@trafford\.gov\.uk/);
  await person.button('Issue the notice');
  await person.sees('heading', 'Download');
  await person.look('notice: issued');

  const json = await person.download('Download as a data file (JSON)');
  assert.match(json.name, /^outcome-resolution-notice-CG-[0-9A-Z]{4}-[0-9A-Z]{4}\.json$/);
  const notice = JSON.parse(readFileSync(json.path, 'utf8'));
  const ajv = new Ajv({ allErrors: true, strict: false });
  const valid = ajv.compile(readJson('policies/schema/notice.schema.json'));
  assert.ok(valid(notice), JSON.stringify(valid.errors));
  assert.deepEqual(notice.fields.map((field) => field.label), form.fields.map((field) => field.label));
  assert.equal(notice.copied_to, 'tssp@trafford.gov.uk');

  await settled(page);
  const pdf = await person.download('Download as PDF');
  const text = run('pdftotext', '-layout', pdf.path, '-');
  const flat = new Set(words(text));
  const typed = [decision, outcome, 'Rowan Ashdown', 'Larkfield Health Centre', 'rowan.ashdown@example.org',
    'Northgate Assessment Team', account, ...form.fields.map((field) => field.label)];
  const missing = words(typed.join(' ')).filter((word) => !flat.has(word) && !text.replace(/\s+/g, '').includes(word));
  assert.deepEqual(missing, []);
  assert.match(run('pdfinfo', pdf.path), /Tagged:\s+yes/);
  run('qpdf', '--check', pdf.path);
  assert.deepEqual([...await checkPdf(pdf.path)], []);
  assert.match(run('pdfdetach', '-list', pdf.path), /1 embedded file/);

  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const wasm = await page.evaluate(() => commonGround.memory());
  t.diagnostic(`memory after the journey: JavaScript ${(usedSize / 2 ** 20).toFixed(1)} MB, WebAssembly ${(wasm / 2 ** 20).toFixed(1)} MB`);

  // Reload, unlock, all there.
  await page.reload();
  await person.heading('Unlock your records');
  await person.look('unlock');
  await person.password('Passphrase', 'not the passphrase');
  await person.button('Unlock');
  await person.reads(/does not open your records/);
  await person.unlock();
  await person.look('home, one case');
  await person.link('See the closed cases');
  await person.press('link', /Marigold Quill/, { exact: false });
  await person.link('Chronology');
  await person.reads(/Notice issued.*Issued: Outcome Resolution Notice/);
  await person.reads(/Resolved at stage 4.*strategy discussion on Thursday 2 April/);
  await person.look('case, chronology');
  await person.link('People');
  await person.reads(/The side that raised it.*Rowan Ashdown.*Aled Fenwick, team manager, Northgate Assessment Team/);
  await person.look('case, people');
  // The notice as it went out, and back to where it was found.
  await person.link('Documents');
  await person.reads(/Copy to tssp@trafford\.gov\.uk/);
  await person.look('case, documents');
  await person.link('Outcome Resolution Notice');
  await person.heading('The notice is ready to send');
  await person.link('Back to the case');
  await person.heading('Notices issued');

  // The raw database holds no word that was typed.
  const { bytes, records } = await stored(page);
  assert.ok(records > 10);
  for (const word of ['Marigold', 'Quill', 'Rowan', 'Ashdown', 'Larkfield', 'Northgate', 'Fenwick', 'Bruising', 'Pangolin',
    'strategy', 'referral', 'trafford', 'harbour', 'lantern']) {
    assert.ok(!bytes.includes(word), `“${word}” is in the raw database`);
  }

  // Ten idle seconds: no frame.
  await settled(page);
  const before = await frames(page);
  await new Promise((resolve) => setTimeout(resolve, 10000));
  assert.equal(await frames(page), before);

  assert.ok(screens.length >= 20);
  await end();
});

test('a HIPS case lapses through all five stages over Easter 2026', { timeout: 600000 }, async () => {
  const { page, person, end } = await begin({ acceptDownloads: true });
  await setUp(person);
  const policy = shipped('hips-2024');
  await person.raise(policy, {
    ...kSteppedDown, child: 'Child K', area: 'Portsmouth',
    answered: (page) => page === 'scope' && person.look('raise: scope'),
  });

  // Two working days each. By hand: Thu 2 (1), Good Friday 3, Sat 4, Sun 5 and Easter Monday 6 do not count, Tue 7 (2).
  // Each stage lapses: on the morning after its last day the case moves on, and two working days begin again.
  const due = [
    ['Stage 1', 'Tuesday 7 April 2026', '2026-04-08T08:00:00Z'],
    ['Stage 2', 'Friday 10 April 2026', '2026-04-13T08:00:00Z'],  // left Wed 8: Thu 9, Fri 10
    ['Stage 3', 'Wednesday 15 April 2026', '2026-04-16T08:00:00Z'], // left Mon 13: Tue 14, Wed 15
    ['Stage 4', 'Monday 20 April 2026', '2026-04-21T08:00:00Z'],  // left Thu 16: Fri 17, Mon 20
    ['Stage 5', 'Thursday 23 April 2026', '2026-04-24T08:00:00Z'], // left Tue 21: Wed 22, Thu 23
  ];
  for (const [index, [stage, day, lapsed]] of due.entries()) {
    await person.sees('img', new RegExp(`${stage} is where it stands`));
    await person.reads(new RegExp(day.replace(/ 2026$/, '')));
    if (index === 0) {
      await person.button('Why that day?');
      await person.reads(/Good Friday/);
      await person.reads(/Easter Monday/);
    }
    await page.clock.setSystemTime(new Date(lapsed));
    await person.link('All cases');
    await person.heading('Your cases');
    await person.reads(/Overdue 1\b/);
    assert.deepEqual(await page.locator('nav [aria-current=true]').allInnerTexts(), ['Open 1']);
    await person.press('link', /Child K/, { exact: false });
    await person.heading('Child K');
    await person.sees('img', new RegExp(`${stage} is where it stands, overdue`));
    if (index === due.length - 1) break;
    await person.escalate(stage, due[index + 1][0], 'Child K');
  }
  await person.look('case, overdue at the last stage');
  await person.reads(/pscp@portsmouth\.gov\.uk/);

  // The screens that neither journey passes.
  for (const [part, link, heading] of [
    ['Documents', 'Read the guidance and conversation prompts', 'Guidance and conversation prompts'],
    ['Documents', 'See the full case record', 'The case record is ready'],
    ['Now', 'Add a note', 'Add a note'],
    ['Now', 'Withdraw the disagreement', 'Withdraw the disagreement'],
  ]) {
    await person.link(part);
    await person.link(link);
    await person.heading(heading);
    await person.look(link);
    await person.link('Back to the case');
    await person.heading('Child K');
    assert.deepEqual(await page.locator('nav [aria-current=true]').allInnerTexts(), [part]);
  }
  await person.press('link', /^Share relevant actions/, { exact: false });
  await person.look('a duty');
  await person.link('Back to the case');
  await person.link('All cases');
  await person.link('How your records are kept');
  await person.heading('How your records are kept');
  await person.look('privacy');
  await end();
});
