// The settings in real Chromium: the theme and the size of the text hold after a reload and before anything is
// unlocked, nothing else is kept in the clear, and what a person says about themselves can be changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSite, settled } from './browser.mjs';
import { begin, site } from './visit.mjs';

const kKey = 'common-ground.display';
const kName = 'Rowan Ashdown';

// The colour of what is really on the screen, in the margin of the page beneath the bar: [red, green, blue].
async function paper(page) {
  await settled(page);
  const picture = await page.screenshot({ clip: { x: 2, y: page.viewportSize().height - 10, width: 4, height: 4 } });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    drawing.drawImage(bitmap, 0, 0);
    return [...drawing.getImageData(1, 1, 1, 1).data].slice(0, 3);
  }, picture.toString('base64'));
}
const isDark = async (page) => (await paper(page)).every((part) => part < 60);
const isLight = async (page) => (await paper(page)).every((part) => part > 200);

const heightOf = async (page, role, name) =>
  (await page.getByRole(role, { name, exact: true }).boundingBox()).height;
const stored = (page) => page.evaluate(() => Object.entries(localStorage));
const scheme = (page) => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);

async function reloaded(page) {
  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  await settled(page);
}

test('what is chosen before anything is set up is seen at once and holds', { timeout: 120000 }, async () => {
  const { page, person, end } = await begin({ colorScheme: 'light' });
  assert.ok(await isLight(page));
  assert.deepEqual(await stored(page), [], 'nothing is kept until something is chosen');
  const before = await heightOf(page, 'button', 'Set up this device');
  await person.link('Text size and colours');
  await person.heading('Text size and colours');
  await person.choose('Colours', 'Dark');
  assert.ok(await isDark(page), 'at once');
  assert.equal(await scheme(page), 'dark', 'fields and scrollbars too');
  const normal = await heightOf(page, 'heading', 'Text size and colours');
  await person.choose('Text size', '150%');
  assert.ok(await heightOf(page, 'heading', 'Text size and colours') > normal * 1.3);
  await person.choose('Spacing', 'Compact');
  await person.look('text size and colours, dark');
  await person.link('Back');
  await person.heading('Resolve a professional disagreement about a child');
  const larger = await heightOf(page, 'button', 'Set up this device');
  assert.ok(larger > before * 1.2, `${before} → ${larger}`);

  await reloaded(page);
  assert.ok(await isDark(page));
  assert.equal(await scheme(page), 'dark');
  assert.equal(await heightOf(page, 'button', 'Set up this device'), larger);
  assert.deepEqual(await stored(page), [[kKey, 'text=150 density=compact theme=dark']]);

  // As on the device again, which then is followed.
  await person.link('Text size and colours');
  await person.choose('Colours', 'As on this device');
  assert.ok(await isLight(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.ok(await isDark(page));
  await person.choose('Colours', 'Light');
  assert.ok(await isLight(page), 'whatever the device has');
  assert.equal(await scheme(page), 'light');
  await end();
});

test('the page is dark before the program has come', { timeout: 60000 }, async () => {
  const { page, context, end } = await begin({ colorScheme: 'light' });
  await page.evaluate((key) => localStorage.setItem(key, 'text=100 density=comfortable theme=dark'), kKey);
  const waiting = [];
  await context.route('**/app.wasm', (route) => waiting.push(route));
  await page.reload({ waitUntil: 'commit' });
  await page.locator('html[data-script]').waitFor({ state: 'attached' });
  assert.equal(await page.locator('html[data-ready]').count(), 0);
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.ok(background.match(/\d+/g).every((part) => Number(part) < 60), background);
  for (const route of waiting) await route.continue();
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  assert.ok(await isDark(page));
  await end();
});

test('colours that the device forces come before what is chosen', { timeout: 60000 }, async () => {
  const { page, person, end } = await begin({ colorScheme: 'light', forcedColors: 'active' });
  const forced = await paper(page);
  await person.link('Text size and colours');
  await person.choose('Colours', 'Dark');
  assert.deepEqual(await paper(page), forced);
  await end();
});

test('a browser that keeps nothing still shows what was chosen', { timeout: 60000 }, async () => {
  const { page, person, end } = await begin({
    colorScheme: 'light',
    prepare: (its) => its.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });
    }),
  });
  await person.link('Text size and colours');
  await person.choose('Colours', 'Dark');
  assert.ok(await isDark(page));
  await reloaded(page);
  assert.ok(await isLight(page), 'it holds until the page is left');
  await end();
});

test('one’s details are changed and kept; the settings say how things stand', { timeout: 180000 }, async () => {
  const { page, person, end } = await begin({ colorScheme: 'light' });
  const { look } = person;
  await person.setUp({ name: kName });
  await person.link('Settings');
  await person.heading('Settings');
  assert.equal(new URL(page.url()).hash, '#settings');
  await look('settings');
  await person.link('Change your details');
  await person.heading('Your details');
  assert.equal(await page.getByRole('textbox', { name: 'Your name', exact: true }).inputValue(), kName);
  await look('your details');
  await person.type('Your role', 'Team leader');
  await person.button('Save your details');
  await person.heading('Settings');
  await person.reads(/Your details are changed/);
  await person.reads(/Team leader/);

  await person.link('Change text size and colours');
  await person.choose('Colours', 'Dark');
  await person.choose('Text size', '125%');
  await look('display');
  await page.goBack({ waitUntil: 'commit' });
  await person.heading('Settings');
  await person.reads(/125%/);
  await person.link('See which days count');
  await person.heading('Working days and bank holidays');
  await person.reads(/The next is Good Friday, Friday 3 April 2026/);
  await look('working days');
  await person.link('Back to settings');
  await person.link('See what is kept on this device');
  await person.heading('What is kept on this device');
  await person.reads(/No cases/);
  await look('what is kept');
  assert.equal(new URL(page.url()).hash, '#settings/stored');

  // Nothing about anybody outside the vault, whatever was typed: the choice, and the vault's count of its writings.
  const kept = await stored(page);
  assert.deepEqual(kept.map(([key]) => key).sort(), ['common-ground-vault', kKey]);
  assert.equal(Object.fromEntries(kept)[kKey], 'text=125 density=comfortable theme=dark');
  assert.doesNotMatch(JSON.stringify(kept), /rowan|ashdown|visitor|leader|larkfield/i);

  // Locked, the page is a new one; what is kept is all there is.
  await person.lock();
  assert.ok(await isDark(page), 'before unlocking');
  await look('unlock, dark');
  await person.open();
  await person.heading('What is kept on this device');
  await person.link('Settings');
  await person.reads(/Team leader/);
  await person.reads(new RegExp(kName));
  assert.ok(await isDark(page));

  // An address that was kept leads there.
  await page.goto('about:blank');
  await openSite(page, `${site.address}#settings/working-days`);
  await person.open();
  await person.heading('Working days and bank holidays');
  await end();
});
