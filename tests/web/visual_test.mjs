// How every screen looks, in real Chromium: pictures of the whole page beside the reference pictures. Every screen is
// taken in every width and in every kind of colours, the busiest in each of both together, and all once more with text
// twice as large on a dense screen; so is the gallery of widgets. What differs is left in build/pictures to be looked
// at: pictures/README.md.
//   COMMON_GROUND_PICTURES=take node --test tests/web/visual_test.mjs     takes new references
//   COMMON_GROUND_WORDS=file node --test tests/web/visual_test.mjs        writes down the words of every screen
import assert from 'node:assert/strict';
import { appendFileSync, writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { launch, settled } from './browser.mjs';
import { inGallery, show } from './gallery_visit.mjs';
import { kLimit, Pictures, sameRandomNumbers } from './pictures.mjs';
import { kBroken, kWorked, newerHolidays, shipped } from './policies.mjs';
import { begin, browser, kToday } from './visit.mjs';
import { kPassphrase } from './walks.mjs';

const kWords = process.env.COMMON_GROUND_WORDS;

const kWide = { width: 1280, height: 800 };
const kTall = { width: 1280, height: 2000 };  // between pictures: everything is in sight
const kMiddle = { width: 768, height: 1024 };
const kNarrow = { width: 390, height: 844 };
const kLight = { colorScheme: 'light', forcedColors: 'none' };
const kDark = { colorScheme: 'dark', forcedColors: 'none' };
const kForced = { colorScheme: 'dark', forcedColors: 'active' };  // dark: unlike the light theme

const kEvery = {
  'wide-light': [kWide, kLight], 'middle-dark': [kMiddle, kDark], 'narrow-forced': [kNarrow, kForced],
};
const kWhole = {
  'wide-light': [kWide, kLight], 'wide-dark': [kWide, kDark], 'wide-forced': [kWide, kForced],
  'middle-light': [kMiddle, kLight], 'middle-dark': [kMiddle, kDark], 'middle-forced': [kMiddle, kForced],
  'narrow-light': [kNarrow, kLight], 'narrow-dark': [kNarrow, kDark], 'narrow-forced': [kNarrow, kForced],
};
const kLarge = { 'narrow-text-200': [kNarrow, kLight] };
const kLargeText = ['--blink-settings=defaultFontSize=32'];  // in the settings of the browser

// Of the gallery: in every size and colour, and what is in front of a page or on one that refuses.
const kParts = ['words', 'actions', 'questions', 'data', 'pictures', 'flow', 'panels', 'sorted', 'time'];
const kInFront = ['errors', 'dialog', 'long-dialog'];

const policy = shipped('hips-2024');
const form = policy.forms.find((each) => each.id === 'partnership-referral');
const duty = policy.duties.find((each) => each.id === 'share-decisions');
const withAgreedTimes = shipped('trafford-tssp');

let pictures;
// For a test: what differs is told as soon as it is seen. → how many differences earlier tests found
async function open(t) {
  if (kWords && !pictures) writeFileSync(kWords, '');
  pictures ??= await Pictures.open(browser);
  pictures.say = (words) => t.diagnostic(words);
  return pictures.differences.length;
}
after(() => pictures?.close());

// What a screen reader would say: of every part its role, its name and what describes it.
const wordsOf = (page) => page.evaluate(() => [...document.querySelectorAll('#nodes .node')].map((node) => {
  const own = [...node.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE).map((child) => child.data);
  const note = document.getElementById(node.getAttribute('aria-describedby'))?.textContent;
  const words = [node.getAttribute('aria-label'), ...own, note, node.localName === 'textarea' ? node.value : ''];
  return words.some(Boolean) ? `${node.classList[1]}: ${words.filter(Boolean).join(' | ')}` : '';
}).filter(Boolean).join('\n'));

// Fails once, naming all that differs.
const same = (from) => assert.deepEqual(pictures.differences.slice(from), []);

// One person with the same clock and the same chance each time, and `shot(name)`, the pictures of the page shown: in
// the variants that it asks for, or in `only`. Other options are begin's.
async function visit({ only, ...options } = {}) {
  const { page, person, end } = await begin({
    ...kLight, viewport: kTall, ...options,
    prepare: async (its) => {
      await its.addInitScript(sameRandomNumbers);
      await its.clock.setFixedTime(new Date(kToday));
    },
  });
  page.on('dialog', (dialog) => dialog.accept());  // “leave this page?”, where there is unsaved text
  const shot = async (name, variants = kEvery, masks = []) => {
    if (kWords && !only) appendFileSync(kWords, `\n===== ${name}\n${await wordsOf(page)}\n`);
    await pictures.look(page, name, only ?? variants, masks);
    await page.emulateMedia(kLight);
    await page.setViewportSize(kTall);
    await settled(page);
  };
  return { page, person, shot, end };
}

// From the first visit to the lock, past every screen there is.
async function everyScreen({ page, person, shot, end }) {
  // By Find, which reaches everything that can be done: wherever the page has its link.
  const find = async (words) => {
    await page.keyboard.press('Control+k');
    await person.heading('Find');
    await page.keyboard.type(words);
    await settled(page);
    await page.keyboard.press('Enter');
    await settled(page);
  };
  const openCase = async () => {
    await person.press('link', /^Marigold Quill/, { exact: false });
    await person.heading('Marigold Quill');
  };
  const home = async () => {
    await person.link('All cases');
    await person.heading('Your cases');
  };
  const go = async (button, heading) => {
    await person.button(button);
    await person.heading(heading);
  };

  // The first visit.
  await person.heading('Resolve a professional disagreement about a child');
  await shot('welcome', kWhole);
  await go('Set up this device', 'Choose a passphrase');
  await shot('passphrase');
  await person.button('Set up my records');
  await person.sees('heading', 'There is a problem');
  await shot('passphrase-refused');
  await person.password('Passphrase', kPassphrase);
  await person.password('The same passphrase again', kPassphrase);
  await go('Set up my records', 'Keep your recovery key');
  await shot('recovery-key', kEvery, [page.getByText(/([0-9A-Z]{4}-){8}[0-9A-Z]{4}/)]);
  await go('I have kept it safe', 'About you');
  await shot('profile');
  await person.type('Your name', 'Rowan Ashdown');
  await person.type('Your role', 'Health visitor');
  await person.type('Your agency or team', 'Larkfield Health Centre');
  await go('Save and continue', 'Your cases');
  await shot('home-empty');

  // A disagreement is raised.
  const told = {
    area: policy.areas[2].name, decision: 'The referral was closed with no further action.',
    why: 'Bruising was seen twice, on 12 and 26 March.', outcome: 'A strategy discussion before Friday.',
    answered: (its) => its !== 'decision' && shot(`raise-${its}`),
  };
  await person.raise(policy, { ...told, to: 'risk' });
  await person.choose('Is the child at immediate risk of harm?', 'Yes');
  await shot('raise-risk-yes');
  await person.raise(policy, { ...told, from: 'risk', to: 'decision' });
  await shot('raise-decision', kWhole);
  await person.button('Continue');
  await person.sees('heading', 'There is a problem');
  await shot('raise-decision-refused');
  await person.raise(policy, { ...told, from: 'decision' });
  await person.button('Why that day?');
  await shot('case', kWhole);
  const parts = page.getByRole('navigation', { name: 'Parts of this case' }).getByRole('link');
  const names = await parts.allInnerTexts();
  for (const name of names.slice(1)) {
    await person.link(name);
    await shot(`case-${name.toLowerCase()}`);
  }
  if (names.length > 0) await person.link(names[0]);

  // What may be done in it.
  await find('record the discussion');
  await person.heading('Record a discussion');
  await shot('discussion');
  await person.button('Save the record');
  await person.sees('heading', 'There is a problem');
  await shot('discussion-refused');
  await person.choose('How?', 'Telephone');
  await person.type('Who took part?', 'Aled Fenwick, team manager');
  await person.type('What was said?', 'Aled explained the decision. I described both bruises.');
  await go('Save the record', 'Marigold Quill');
  for (const [words, name, heading] of [
    ['move to stage 2', 'enter-stage', /^Move to/], ['add a note', 'note', 'Add a note'],
    ['withdraw', 'withdraw', 'Withdraw the disagreement'], ['see the full case record', 'record', 'The case record is ready'],
    ['read the guidance', 'guidance', 'Guidance and conversation prompts'],
    ['other dates', 'what-if', 'If nothing is resolved'],
  ]) {
    await find(words);
    await person.heading(heading);
    await shot(name);
    await person.press('link', 'Back to the case');
    await person.heading('Marigold Quill');
  }
  await find('other dates');
  await person.heading('If nothing is resolved');
  await person.date('Which day?', '9', '4', '2026');
  await person.button('Show what changes');
  await person.heading('What you suppose');
  await shot('what-if-supposed');
  await person.link('Back to the case');
  await person.heading('Marigold Quill');
  await find('resolved');
  await person.heading('Record that it is resolved');
  await shot('resolve');

  // On to the last stage, with its notice.
  await person.link('Back to the case');
  const labels = policy.stages.map(({ label }) => label);
  for (let i = 1; i < labels.length; i += 1) await person.escalate(labels[i - 1], labels[i]);
  await shot('case-last-stage');
  await find(form.title);
  await person.heading(form.title);
  await person.type(form.fields.at(-1).label, 'Four discussions have not settled it.');
  await shot('notice');
  await person.button('Look at the notice');
  await person.sees('button', 'Issue the notice');
  await shot('notice-preview');
  await go('Issue the notice', 'The notice is ready to send');
  await shot('notice-issued');
  await find('record the reply');
  await person.heading('Record the reply');
  await shot('reply');

  // Elsewhere.
  await person.link('Immediate risk');
  await person.heading('A child at immediate risk');
  await shot('risk', kWhole);
  await page.keyboard.press('Control+k');
  await person.heading('Find');
  await shot('find');
  await page.keyboard.type('marigold');
  await person.reads(/\d results?/);
  await shot('find-result');
  await home();
  await person.raise(policy, { area: policy.areas[3].name, child: 'Linden Frost' });
  await home();
  await page.clock.setFixedTime(new Date('2026-04-09T09:30:00Z'));  // one of the two is overdue
  await person.link('Procedures');
  await home();
  await shot('home', kWhole);
  await person.link('Show as a table');
  await shot('home-table');
  await person.link('Show as a list');
  await openCase();
  await person.press('link', new RegExp(`^${duty.text}`), { exact: false });
  await person.heading(duty.text);
  await shot('duty');
  await person.type('What was done?', 'The class teacher was told by telephone.');
  await go('Record as done', 'Marigold Quill');
  await shot('case-duty-done');
  await find('add a note');
  await person.type('Note', 'The school rang.');
  await person.link('All cases');
  await person.heading('Half written');
  await shot('home-half-written');
  await person.press('button', /^Throw away: Add a note/, { exact: false });
  await person.reads(/Thrown away: Add a note\./);
  await page.getByRole('button', { name: 'Undo', exact: true }).focus();  // while it has the focus, it stays
  await shot('home-thrown-away');
  await person.link('How your records are kept');
  await person.heading('How your records are kept');
  await shot('privacy');
  await person.link('Procedures');
  await person.heading('Procedures');
  await shot('procedures');
  await person.link(policy.short_title);
  await person.heading(policy.title);
  await shot('procedure');
  await person.link('Change contacts on this device');
  await shot('contacts');
  await person.link('Procedures');
  await person.link('Compare two procedures');
  await person.heading('Compare procedures');
  await shot('compare');
  await person.link('Procedures');
  await person.pick('Add a procedure from a file', kBroken);
  await person.heading('This file cannot be used yet');
  await shot('import-refused');
  await person.pick('Choose the file again', kWorked);
  await person.button('Keep this procedure on this device');
  await person.reads(/kept on this device/);
  await person.button('Stop using this file');
  await person.sees('dialog', 'Stop using this file?');
  await shot('question');
  await person.button('Keep it');
  for (const [words, name, heading] of [
    ['settings', 'settings', 'Settings'], ['your details', 'your-details', 'Your details'],
    ['display', 'display', 'Text size and colours'],
    ['working days', 'working-days', 'Working days and bank holidays'], ['what is kept', 'stored', 'What is kept on this device'],
    ['reminders', 'reminders', 'Reminders'],
  ]) {
    await find(words);
    await person.heading(heading);
    await shot(name, name === 'settings' ? kWhole : kEvery);
  }
  await find('which days count');
  await person.pick('Bring GOV.UK’s newer file', newerHolidays());
  await person.heading('What this file changes');
  await shot('import-holidays');
  await go('Keep this file on this device', 'Working days and bank holidays');
  await go('Add days when you are closed', 'Add days when you are closed');
  await person.button('Add these days');
  await person.sees('heading', 'There is a problem');
  await shot('closure-refused');
  await person.type('What are these days called?', 'Staff training');
  await person.date('What is the first day?', '8', '4', '2026');
  await go('Add these days', 'Working days and bank holidays');
  await shot('working-days-changed');
  await find('calendar');
  await person.heading('Calendar');
  await shot('calendar', kWhole);
  await home();
  await person.raise(withAgreedTimes, { child: 'Linden Hale' });
  await find('agree a time');
  await person.heading(/^Agree a time/);
  await shot('agree-time');

  await person.lock();
  await shot('unlock');
  await person.link('Use your recovery key instead');
  await person.heading('Unlock with your recovery key');
  await shot('unlock-by-recovery-key');
  await end();
}

test('every screen looks as it did', { timeout: 1800000 }, async (t) => {
  const from = await open(t);
  await everyScreen(await visit());
  same(from);
});

test('every screen looks as it did in text twice as large, on a dense screen', { timeout: 1800000 }, async (t) => {
  const from = await open(t);
  const large = await launch(kLargeText);
  try {
    await everyScreen(await visit({ only: kLarge, from: large, deviceScaleFactor: 2 }));
  } finally {
    await large.close();
  }
  same(from);
});

test('the tour of an invented case looks as it did', { timeout: 600000 }, async (t) => {
  const from = await open(t);
  const { page, person, shot, end } = await visit();
  await person.button('Try it with an invented case');
  await person.heading('Your cases');
  const steps = Number(/Tour, 1 of (\d+)/.exec(await person.text())[1]);
  for (let step = 1; step <= steps; step += 1) {
    if (step > 1) await person.link('Next');
    await person.reads(new RegExp(`Tour, ${step} of ${steps}`));
    await shot(`tour-${step}`, step === 1 ? kEvery : { 'wide-light': kEvery['wide-light'] });
  }
  await end();
  same(from);
});

test('the gallery of widgets looks as it did', { timeout: 1800000 }, async (t) => {
  const from = await open(t);
  const look = async (page, part, variants) => {
    await show(page, part);
    await pictures.look(page, `gallery-${part}`, variants);
  };
  const large = await launch(kLargeText);
  try {
    await inGallery({}, async (page) => {
      for (const part of kParts) await look(page, part, kWhole);
      for (const part of kInFront) await look(page, part, kEvery);
    });
    await inGallery({ from: large }, async (page) => {
      for (const part of kParts) await look(page, part, kLarge);
      for (const part of ['words', 'data', 'panels']) await look(page, part, { 'wide-text-200': [kWide, kLight] });
    });
    await inGallery({ deviceScaleFactor: 2 }, async (page) => {
      for (const part of ['words', 'questions', 'pictures', 'time']) {
        await look(page, part, { dense: [{ ...kNarrow, scale: 1 }, kLight] });
      }
    });
  } finally {
    await large.close();
  }
  same(from);
});

test('no reference picture is left of a screen that is gone, and they are small', (t) => {
  assert.deepEqual(pictures.unused(), []);
  const bytes = pictures.bytes();
  t.diagnostic(`${pictures.seen.size} reference pictures, ${(bytes / 2 ** 20).toFixed(2)} MB`);
  assert.ok(bytes <= kLimit, `${bytes} bytes of pictures`);
});
