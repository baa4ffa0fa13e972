// The browser's side, in a real Chromium, over the gallery of widgets (gallery.cpp): everything is found by role
// and accessible name, as a screen reader finds it, and what reached C++ is read back from there.
//   cmake --build --preset web --target gallery && node --test tests/web/canvas_test.mjs
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axe, frames, settled } from './browser.mjs';
import { inGallery, show } from './gallery_visit.mjs';

const held = (page, name) => page.evaluate((label) => gallery.value(label), name);
const focusedName = (page) => page.evaluate(() =>
  document.activeElement.getAttribute('aria-label') || document.activeElement.textContent);

// A picture of the canvas alone, as numbers: how many different colours there are in it.
async function coloursOnCanvas(page) {
  const { data } = await page.context().newCDPSession(page)
    .then((session) => session.send('Page.captureScreenshot', { format: 'png' }));
  return page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const drawing = canvas.getContext('2d');
    drawing.drawImage(bitmap, 0, 0);
    const pixels = new Uint32Array(drawing.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    return { different: new Set(pixels).size, first: pixels[8] & 0xffffff };
  }, data);
}

describe('what is on the canvas is in the document', () => {
  test('every widget has its role, name and state', () => inGallery({}, async (page) => {
    const there = async (role, options) => assert.equal(await page.getByRole(role, options).count(), 1, `${role} ${options.name}`);
    await there('main', {});
    await there('banner', {});
    await there('heading', { level: 1, name: 'Resolve a professional disagreement' });
    await there('heading', { level: 3, name: 'In this order' });
    await there('button', { name: 'Save and continue', exact: true });
    await there('button', { name: 'Lock this device', exact: true, disabled: false });
    await there('button', { name: 'Why this day?', expanded: false });
    await there('link', { name: 'How the working days were counted' });
    await there('textbox', { name: 'Your name' });
    await there('textbox', { name: 'What happened?' });
    await there('combobox', { name: 'Agency' });
    await there('group', { name: 'When did you speak?' });
    await there('textbox', { name: 'Day', exact: true });
    await there('radiogroup', { name: 'Your role' });
    await there('radio', { name: 'Teacher', checked: true });
    await there('radio', { name: 'Designated safeguarding lead', checked: false });
    await there('checkbox', { name: 'Both sides agree with this record', checked: true });
    await there('checkbox', { name: 'You have spoken to the decision maker', checked: true });
    await there('checkbox', { name: 'Your manager agrees', checked: false });
    await there('table', { name: 'Clocks that are running' });
    await there('columnheader', { name: 'By when' });
    await there('cell', { name: 'Tuesday 7 April 2026' });
    await there('img', { name: 'Stage 3 of 5. Stage 1 has passed, stage 2 was skipped.' });
    await there('link', { name: 'Child A.B.: enquiry not started' });
    assert.ok(await page.getByText('Record the discussion, also when you agree.').count() >= 1);
    const password = page.locator('input[type=password]');
    assert.equal(await password.getAttribute('aria-label'), 'Passphrase');
    assert.equal(await password.getAttribute('data-field'), 'gallery.passphrase');
    assert.equal(await page.getByRole('textbox', { name: 'Your name' }).getAttribute('autocomplete'), 'name');
    assert.equal(await page.getByRole('textbox', { name: 'Your name' }).getAttribute('spellcheck'), 'false');
    assert.equal(await page.getByRole('textbox', { name: 'Days agreed' }).getAttribute('inputmode'), 'numeric');
    assert.match(await page.title(), /Gallery/);
  }));

  test('a faulty field says so, with its hint and its error', () => inGallery({}, async (page) => {
    await show(page, 'errors');
    const name = page.getByRole('textbox', { name: 'Your name' });
    assert.equal(await name.getAttribute('aria-invalid'), 'true');
    assert.equal(await name.getAttribute('aria-required'), 'true');
    const note = await name.evaluate((field) => document.getElementById(field.getAttribute('aria-describedby')).textContent);
    assert.match(note, /As it stands on letters/);
    assert.match(note, /Enter your name/);
    await page.getByRole('alert').getByRole('link', { name: 'Enter your name' }).click();
    await settled(page);
    assert.equal(await focusedName(page), 'Your name');
  }));

  test('axe finds nothing, in any part, at any width', async () => {
    for (const width of [1280, 390]) {
      await inGallery({ viewport: { width, height: 800 } }, async (page) => {
        for (const part of ['', 'words', 'actions', 'questions', 'errors', 'data', 'pictures', 'cards']) {
          await show(page, part);
          assert.deepEqual(await axe(page), [], `${part} at ${width}`);
        }
      });
    }
  });
});

describe('acting', () => {
  // Counts the activations that reach C++ through what the button does: it opens and closes.
  for (const [way, act] of Object.entries({
    mouse: (target) => target.click(),
    Enter: (target) => target.press('Enter'),
    Space: (target) => target.press(' '),
    'a screen reader': (target) => target.evaluate((element) => element.click()),
  })) {
    test(`${way} acts exactly once`, () => inGallery({}, async (page) => {
      const details = page.getByRole('button', { name: 'Why this day?' });
      await act(details);
      await settled(page);
      assert.equal(await details.getAttribute('aria-expanded'), 'true');
      await act(details);
      await settled(page);
      assert.equal(await details.getAttribute('aria-expanded'), 'false');
      const box = page.getByRole('checkbox', { name: 'Your manager agrees' });
      if (way !== 'Enter') {
        await act(box);
        await settled(page);
        assert.equal(await box.isChecked(), true);
      }
    }));
  }

  test('a finger presses, and a finger that moves scrolls instead', () => inGallery(
    { hasTouch: true, viewport: { width: 390, height: 700 } },
    async (page, context) => {
      const details = page.getByRole('button', { name: 'Why this day?' });
      await details.tap();
      await settled(page);
      assert.equal(await details.getAttribute('aria-expanded'), 'true');
      const before = (await details.boundingBox()).y;
      const session = await context.newCDPSession(page);
      const touch = (type, y) => session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 100, y }] });
      await touch('touchStart', 400);
      for (let y = 390; y >= 300; y -= 10) await touch('touchMove', y);
      await touch('touchEnd');
      await settled(page);
      const after = (await details.boundingBox()).y;
      assert.ok(after <= before - 80, `scrolled by ${before - after}`);
      assert.equal(await details.getAttribute('aria-expanded'), 'true');
      await details.click();
      await settled(page);
      assert.equal(await details.getAttribute('aria-expanded'), 'false', 'a mouse, too, presses after a finger has scrolled');
    },
  ));

  test('radios move with the arrows, a select chooses', () => inGallery({}, async (page) => {
    await page.getByRole('radio', { name: 'Teacher' }).focus();
    await page.keyboard.press('ArrowDown');
    await settled(page);
    assert.equal(await page.getByRole('radio', { name: 'Designated safeguarding lead' }).isChecked(), true);
    assert.equal(await focusedName(page), 'Designated safeguarding lead');
    await page.getByRole('combobox', { name: 'Agency' }).selectOption('Police');
    await settled(page);
    assert.equal(await page.getByRole('combobox', { name: 'Agency' }).evaluate((list) => list.selectedOptions[0].text), 'Police');
  }));

  test('a status is announced again when it returns', () => inGallery({}, async (page) => {
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('status').filter({ hasText: /^Saved$/ }).waitFor();
  }));
});

describe('text', () => {
  const texts = {
    'accents and other scripts': 'Zoë Łódź ŵŷ Ελλάδα Київ محمد',
    emoji: 'A 🏠 and a 👨‍👩‍👧',
  };
  for (const [what, text] of Object.entries(texts)) {
    test(`${what} arrive whole`, () => inGallery({}, async (page) => {
      await page.getByRole('textbox', { name: 'Your name' }).fill(text);
      await settled(page);
      assert.equal(await held(page, 'Your name'), text);
    }));
  }

  test('Greek and Cyrillic letters are fetched when a text has them, and not before', () => inGallery({}, async (page) => {
    const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/interface-more.ttf')));
    const field = page.getByRole('textbox', { name: 'Your name' });
    await field.fill('Zoë Łódź');
    await settled(page);
    assert.equal(await fetched(), false);
    await field.fill('Київ');
    await page.waitForFunction(() => document.fonts.size === 2);
    assert.equal(await fetched(), true);
  }));

  test('typed text arrives, and what is typed in the middle stays in the middle', () => inGallery({}, async (page) => {
    const field = page.getByRole('textbox', { name: 'Your name' });
    await field.fill('');
    await field.pressSequentially('Anna Smith');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('B. ');
    await settled(page);
    assert.equal(await held(page, 'Your name'), 'Anna B. Smith');
    assert.equal(await field.inputValue(), 'Anna B. Smith');
  }));

  test('a composition is left alone until it is done', () => inGallery({}, async (page, context) => {
    const field = page.getByRole('textbox', { name: 'Your name' });
    await field.fill('');
    await field.focus();
    const session = await context.newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await settled(page);
    await session.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 });
    await settled(page);
    assert.equal(await field.inputValue(), 'にほ');
    await session.send('Input.insertText', { text: '日本' });
    await settled(page);
    assert.equal(await held(page, 'Your name'), '日本');
  }));

  test('20,000 pasted characters arrive whole', async () => {
    await inGallery({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const long = 'The plan was changed – no reasons given. Ŵ'.repeat(500).slice(0, 20000);
      await page.evaluate((text) => navigator.clipboard.writeText(text), long);
      await page.getByRole('textbox', { name: 'What happened?' }).fill('');
      await page.getByRole('textbox', { name: 'What happened?' }).press('Control+V');
      await settled(page);
      assert.equal(await held(page, 'What happened?'), long);
    });
  });

  test('a passphrase never reaches C++', () => inGallery({}, async (page) => {
    const field = page.locator('input[type=password]');
    await field.fill('correct horse battery staple');
    await settled(page);
    assert.equal(await held(page, 'Passphrase'), '');
    assert.equal(await field.inputValue(), 'correct horse battery staple');
  }));

  test('the browser takes back what it wrote', () => inGallery({}, async (page) => {
    const field = page.getByRole('textbox', { name: 'Your name' });
    await field.fill('');
    await page.keyboard.type('abc');
    await page.keyboard.press('Control+Z');
    await settled(page);
    assert.notEqual(await held(page, 'Your name'), 'abc');
    assert.equal(await held(page, 'Your name'), await field.inputValue());
  }));
});

describe('keyboard and focus', () => {
  test('Tab goes through everything in reading order and leaves', () => inGallery({}, async (page) => {
    await show(page, 'questions');
    const expected = await page.evaluate(() => {
      const seen = new Set();
      return [...document.querySelectorAll('#nodes button, #nodes input, #nodes textarea, #nodes select')]
        .filter((element) => {
          if (element.type !== 'radio') return true;
          const stop = document.querySelector(`input[name="${element.name}"]:checked`) || element;
          return element === stop && !seen.has(element.name) && seen.add(element.name);
        })
        .map((element) => element.dataset.node);
    });
    assert.ok(expected.length > 12);
    // Once round, through the browser's own bars: from the last element Tab leaves the page.
    const round = [];
    for (let i = 0; i <= expected.length; i++) {
      await page.keyboard.press('Tab');
      round.push(await page.evaluate(() => document.activeElement.dataset.node || 'left'));
    }
    const start = round.indexOf('left') + 1;
    assert.ok(start > 0, 'Tab is trapped');
    assert.deepEqual([...round.slice(start), ...round.slice(0, start)], [...expected, 'left']);
  }));

  test('what gets the focus is scrolled into view, downwards and upwards', () => inGallery({ viewport: { width: 800, height: 400 } }, async (page) => {
    const inView = async (target) => {
      await settled(page);
      const box = await target.boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= 400, `${JSON.stringify(box)}`);
    };
    const last = page.getByRole('link', { name: 'Download the case record' });
    const first = page.getByRole('button', { name: 'Save and continue', exact: true });
    assert.ok((await last.boundingBox()).y > 400);
    await last.focus();
    await inView(last);
    await first.focus();
    await inView(first);
  }));

  test('focus is never lost when its element goes', () => inGallery({}, async (page) => {
    await page.getByRole('combobox', { name: 'Agency' }).focus();
    await show(page, 'pictures');
    assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1');
  }));

  test('a key event without a key, and one of no element, do no harm', () => inGallery({}, async (page) => {
    const field = page.getByRole('textbox', { name: 'Your name' });
    await field.evaluate((it) => it.dispatchEvent(new Event('keydown', { bubbles: true })));  // as after autofill
    await page.evaluate(() => {
      document.dispatchEvent(new Event('keydown'));
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
    });
    assert.equal(await page.evaluate(() => commonGround.stopped), false);
    await field.fill('Anna Smith');
    await settled(page);
    assert.equal(await held(page, 'Your name'), 'Anna Smith');
  }));

  test('keys scroll the page, unless a field has them', () => inGallery({ viewport: { width: 800, height: 400 } }, async (page) => {
    const top = async () => (await page.getByRole('heading', { level: 1 }).boundingBox()).y;
    const start = await top();
    await page.keyboard.press('PageDown');
    await settled(page);
    const lower = await top();
    assert.ok(lower <= start - 300, `${start} ${lower}`);
    await page.keyboard.press('ArrowUp');
    await settled(page);
    assert.equal(Math.round(await top() - lower), 40);
    await page.keyboard.press('Home');
    await settled(page);
    assert.equal(await top(), start);
    await page.mouse.move(400, 200);
    await page.mouse.wheel(0, 120);
    await settled(page);
    assert.equal(Math.round(start - await top()), 120);
    await page.getByRole('textbox', { name: 'Your name' }).focus();
    await settled(page);
    const before = await top();
    await page.keyboard.press('Home');
    await settled(page);
    assert.equal(await top(), before);
  }));
});

describe('the screen', () => {
  test('nothing is drawn and no timer runs while nothing happens', () => inGallery({
    prepare: (page) => page.addInitScript(() => {
      globalThis.scheduled = [];
      for (const name of ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback']) {
        const own = globalThis[name].bind(globalThis);
        globalThis[name] = (...given) => {
          scheduled.push(name);
          return own(...given);
        };
      }
    }),
  }, async (page) => {
    const before = await page.evaluate(() => (scheduled.length = 0, commonGround.frames));
    await new Promise((resolve) => setTimeout(resolve, 10000));
    assert.equal(await frames(page), before);
    assert.deepEqual(await page.evaluate(() => scheduled), []);
    // And the count is alive.
    await page.mouse.move(300, 300);
    await settled(page);
    assert.ok(await frames(page) > before);
  }));

  for (const ratio of [1, 1.5, 2, 3]) {
    test(`the canvas has the screen's own pixels at ${ratio} a CSS pixel`, () => inGallery(
      { deviceScaleFactor: ratio, viewport: { width: 771, height: 440 } },
      async (page) => {
        const size = await page.evaluate(() => {
          const canvas = document.getElementById('canvas');
          return [canvas.width, canvas.height];
        });
        assert.deepEqual(size, [Math.round(771 * ratio), Math.round(440 * ratio)]);
        await page.setViewportSize({ width: 500, height: 600 });
        await settled(page);
        assert.equal(await page.evaluate(() => document.getElementById('canvas').width), Math.round(500 * ratio));
        const box = await page.getByRole('heading', { level: 1 }).boundingBox();
        assert.ok(box.width <= 500);
      },
    ));
  }

  for (const width of [390, 320]) {
    test(`nothing overflows at ${width} pixels`, () => inGallery({ viewport: { width, height: 700 } }, async (page) => {
      for (const part of ['', 'errors']) {
        await show(page, part);
        const wide = await page.evaluate((most) => [...document.querySelectorAll('.node')]
          .filter((element) => element.getBoundingClientRect().right > most + 0.5 || element.getBoundingClientRect().left < -0.5)
          .map((element) => element.className + ' ' + element.textContent.slice(0, 40)), width);
        assert.deepEqual(wide, []);
      }
    }));
  }

  test('a field lies where it is drawn, and a click on the drawing reaches it', () => inGallery({}, async (page) => {
    const field = page.getByRole('textbox', { name: 'Your name' });
    await field.scrollIntoViewIfNeeded();
    await settled(page);
    const box = await field.boundingBox();
    assert.ok(box.height >= 24 && box.width > 100);
    await page.mouse.click(box.x + 20, box.y + box.height / 2);
    await settled(page);
    assert.equal(await focusedName(page), 'Your name');
  }));

  test('a lost WebGL context comes back with everything drawn', () => inGallery({
    complaints: [/CONTEXT_LOST_WEBGL/],
  }, async (page) => {
    const before = await coloursOnCanvas(page);
    await page.evaluate(() => {
      globalThis.extension = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      extension.loseContext();
    });
    await page.waitForFunction(() => document.getElementById('canvas').getContext('webgl2').isContextLost());
    await page.getByRole('checkbox', { name: 'Your manager agrees' }).click();
    await settled(page);
    assert.equal(await page.getByRole('checkbox', { name: 'Your manager agrees' }).isChecked(), true, 'the mirror lives on');
    await page.getByRole('checkbox', { name: 'Your manager agrees' }).click();
    await page.keyboard.press('Control+Home');
    await page.evaluate(() => extension.restoreContext());
    await page.waitForFunction(() => !document.getElementById('canvas').getContext('webgl2').isContextLost());
    await settled(page);
    const after = await coloursOnCanvas(page);
    assert.ok(before.different > 30, `${before.different} colours before`);
    assert.ok(after.different > 30, `${after.different} colours after`);
  }));

  test('dark and forced colours are followed while the page is open', () => inGallery({ colorScheme: 'light' }, async (page) => {
    const bright = (colour) => (colour & 255) + (colour >> 8 & 255) + (colour >> 16 & 255);
    await show(page, 'questions');
    const at = async () => (await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper'))).trim();
    const light = await at();
    await page.emulateMedia({ colorScheme: 'dark' });
    await settled(page);
    const dark = await at();
    assert.ok(bright(parseInt(light.slice(1), 16)) > 600 && bright(parseInt(dark.slice(1), 16)) < 200, `${light} ${dark}`);
    assert.deepEqual(await axe(page), []);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    await settled(page);
    const canvas = await page.evaluate(() => {
      const probe = document.createElement('i');
      probe.style.color = 'Canvas';
      document.body.append(probe);
      return getComputedStyle(probe).color.match(/\d+/g).map((part) => Number(part).toString(16).padStart(2, '0')).join('');
    });
    assert.equal(await at(), `#${canvas}`);
    assert.deepEqual(await axe(page), []);
  }));
});
