// Widgets with keys, focus or announcements of their own, in a real Chromium, over the gallery (gallery.cpp).
//   cmake --build --preset web --target gallery && node --test tests/web/widgets_test.mjs
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axe, frames, settled } from './browser.mjs';
import { inGallery, show } from './gallery_visit.mjs';

const kParts = ['panels', 'sorted', 'time', 'front', 'dialog', 'long-dialog', 'toast'];

async function press(page, key) {
  await page.keyboard.press(key);
  await settled(page);
}
const focused = (page) => page.evaluate(() =>
  document.activeElement.getAttribute('aria-label') || document.activeElement.textContent || document.activeElement.localName);

describe('tabs', () => {
  test('arrows, Home and End move and choose; Tab goes on to the panel', () => inGallery({ part: 'panels' }, async (page) => {
    const list = page.getByRole('tablist', { name: 'The case' });
    const selected = () => list.getByRole('tab', { selected: true }).textContent();
    await list.getByRole('tab', { name: 'What to do now' }).focus();
    for (const [key, name] of [['ArrowRight', 'People'], ['ArrowRight', 'History'], ['ArrowRight', 'What to do now'],
      ['ArrowLeft', 'History'], ['Home', 'What to do now'], ['End', 'History'], ['Home', 'What to do now']]) {
      await press(page, key);
      assert.equal(await focused(page), name);
      assert.equal(await selected(), name);
      assert.equal(await page.getByRole('tabpanel', { name, exact: true }).count(), 1);
    }
    const tab = list.getByRole('tab', { selected: true });
    const panel = await tab.getAttribute('aria-controls');
    assert.equal(await page.locator(`#${panel}`).getAttribute('role'), 'tabpanel');
    await press(page, 'Tab');
    assert.equal(await focused(page), 'Record the discussion');
    await press(page, 'Shift+Tab');
    assert.equal(await focused(page), 'What to do now');
  }));

  test('tabs that stand under one another are moved through upwards and downwards', () => inGallery({ part: 'panels' }, async (page) => {
    const list = page.getByRole('tablist', { name: 'A case with more to see' });
    assert.equal(await list.getAttribute('aria-orientation'), 'vertical');
    await list.getByRole('tab', { selected: true }).focus();
    await press(page, 'ArrowDown');
    assert.equal(await focused(page), 'Documents and notices');
    await press(page, 'ArrowUp');
    assert.equal(await list.getByRole('tab', { selected: true }).textContent(), 'People and their agencies');
  }));
});

describe('a dialog', () => {
  const ask = async (page) => {
    await page.getByRole('button', { name: 'Withdraw this case' }).press('Enter');
    await settled(page);
  };

  test('takes the focus, keeps it, and gives it back on Escape', () => inGallery({ part: 'front' }, async (page) => {
    await ask(page);
    const dialog = page.getByRole('dialog', { name: 'Withdraw this case?' });
    assert.equal(await dialog.getAttribute('aria-modal'), 'true');
    assert.equal(await focused(page), 'Withdraw this case?');
    const visited = new Set();
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press('Tab');
      visited.add(await page.evaluate(() =>
        document.activeElement === document.body ? 'left' : document.activeElement.closest('[role=dialog]') ? 'inside' : 'outside'));
    }
    assert.ok(visited.has('inside') && !visited.has('outside'), [...visited].join());
    await press(page, 'Escape');
    assert.equal(await dialog.count(), 0);
    assert.equal(await focused(page), 'Withdraw this case');
    assert.equal(await page.getByText('Kept open').count(), 1);
    await press(page, 'Escape');  // of nothing
    assert.equal(await page.locator('[inert]').count(), 0);
  }));

  test('makes everything else inert, and answers', () => inGallery({ part: 'front' }, async (page) => {
    await ask(page);
    await page.evaluate(() => [...document.querySelectorAll('#nodes button')].find((button) => button.textContent === 'Record the discussion').focus());
    assert.equal(await focused(page), 'Withdraw this case?');
    const outside = await page.evaluate(() => [...document.querySelectorAll('#nodes button')]
      .filter((button) => !button.closest('[role=dialog]') && !button.closest('[inert]')).length);
    assert.equal(outside, 0);
    await page.getByRole('button', { name: 'Withdraw the case' }).click();
    await settled(page);
    assert.equal(await page.getByText('Withdrawn', { exact: true }).count(), 1);
    assert.equal(await focused(page), 'Withdraw this case');
  }));

  test('taller than the window, it scrolls to its last button', () => inGallery({
    part: 'long-dialog', viewport: { width: 320, height: 300 },
  }, async (page) => {
    const button = page.getByRole('button', { name: 'Keep it open' });
    assert.ok((await button.boundingBox()).y > 300);
    await button.focus();
    await settled(page);
    const box = await button.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 300, JSON.stringify(box));
    await page.mouse.click(box.x + 30, box.y + 20);
    await settled(page);
    assert.equal(await page.getByRole('dialog').count(), 0);
  }));
});

describe('a message', () => {
  test('is announced, sleeps meanwhile, and goes by itself', () => inGallery({ part: 'front' }, async (page) => {
    const said = page.getByRole('status').filter({ hasText: 'is on the record' });
    await page.getByRole('button', { name: 'Record the discussion' }).press('Enter');
    await said.waitFor();
    await settled(page);
    assert.equal(await focused(page), 'Record the discussion');
    const drawn = await frames(page);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    assert.equal(await frames(page), drawn);
    await said.waitFor({ state: 'detached', timeout: 20000 });
  }));

  test('stays while the focus is on it, and its action acts', () => inGallery({ part: 'toast' }, async (page) => {
    await page.getByRole('button', { name: 'Undo' }).focus();
    await new Promise((resolve) => setTimeout(resolve, 9000));
    assert.equal(await page.getByRole('region', { name: 'Message' }).count(), 1);
    await press(page, 'Enter');
    assert.equal(await page.getByRole('region', { name: 'Message' }).count(), 0);
    assert.equal(await page.getByText('Undone').count(), 1);
    assert.equal(await focused(page), 'Gallery', 'what had it before the message');
  }));
});

describe('a button that goes when it is pressed', () => {
  test('leaves the focus to what stands next, and the page where it is', () => inGallery({
    part: 'panels', viewport: { width: 800, height: 600 },
  }, async (page) => {
    const above = async () => (await page.getByRole('heading', { name: 'Progress' }).boundingBox()).y;
    await page.mouse.move(400, 300);
    await page.mouse.wheel(0, await above() - 60);
    await settled(page);
    await page.getByRole('button', { name: 'Stop' }).focus();
    await settled(page);
    const before = await above();
    await press(page, 'Enter');
    assert.equal(await page.getByText('Stopped. Nothing was changed.').count(), 1);
    assert.equal(await page.getByRole('button', { name: 'Stop' }).count(), 0);
    assert.equal(await focused(page), 'Record the discussion');
    assert.equal(await page.evaluate(() => document.activeElement.closest('ul').getAttribute('aria-label')), 'Before you send the notice');
    assert.equal(await above(), before);
    await press(page, 'Tab');
    assert.match(await focused(page), /^Fill in the notice of escalation/);
  }));
});

describe('a sorted table', () => {
  test('a heading sorts, says so, and keeps the focus', () => inGallery({ part: 'sorted' }, async (page) => {
    const heading = page.getByRole('columnheader', { name: 'Child' });
    assert.equal(await heading.getAttribute('aria-sort'), 'none');
    await heading.getByRole('button').press('Enter');
    await settled(page);
    assert.equal(await heading.getAttribute('aria-sort'), 'ascending');
    assert.equal(await page.getByRole('rowheader').first().textContent(), 'Amina B. 1');
    await press(page, 'Enter');
    assert.equal(await heading.getAttribute('aria-sort'), 'descending');
    assert.match(await page.getByRole('rowheader').first().textContent(), /^Hana K\./);
    await page.getByRole('link', { name: 'Next' }).click();
    await settled(page);
    assert.equal(await focused(page), 'All cases');
    const shown = await page.getByRole('row').count();
    assert.ok(Number(await page.getByRole('table').getAttribute('aria-rowcount')) > shown);
  }));
});

describe('a line of time', () => {
  test('is moved and zoomed by keys while the focus is on its buttons', () => inGallery({ part: 'time' }, async (page) => {
    const line = page.getByRole('group', { name: 'Timeline' }).first();
    const wider = line.getByRole('button', { name: 'Wider' });
    assert.equal(await wider.getAttribute('aria-disabled'), 'true');
    await line.getByRole('button', { name: 'Closer' }).focus();
    await press(page, '+');
    assert.equal(await wider.getAttribute('aria-disabled'), null);
    const later = line.getByRole('button', { name: 'Later' });
    for (let i = 0; i < 6; i++) await press(page, 'ArrowRight');
    assert.equal(await later.getAttribute('aria-disabled'), 'true');
    await press(page, 'ArrowLeft');
    assert.equal(await later.getAttribute('aria-disabled'), null);
    await press(page, '-');
    assert.equal(await wider.getAttribute('aria-disabled'), 'true');
    assert.equal(await focused(page), 'Closer');
  }));
});

describe('all of them', () => {
  for (const colorScheme of ['light', 'dark']) {
    test(`axe finds nothing in ${colorScheme}, wide and narrow`, async () => {
      for (const width of [1280, 390]) {
        await inGallery({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
          for (const part of kParts) {
            await show(page, part);
            assert.deepEqual(await axe(page), [], `${part} at ${width}`);
          }
        });
      }
    });
  }

  test('nothing overflows at 320 pixels, and what is pressed is tall enough', () => inGallery({ viewport: { width: 320, height: 700 } }, async (page) => {
    for (const part of kParts) {
      await show(page, part);
      const faults = await page.evaluate(() => [...document.querySelectorAll('main .node, .region .node, .dialog .node')].filter((element) => {
        const { left, right, height } = element.getBoundingClientRect();
        const low = element.matches('.tab, .button, .dialog .button') && !element.closest('.columnheader') && height < 44;
        return left < -0.5 || right > 320.5 || low;
      }).map((element) => element.className + ' ' + element.textContent.slice(0, 40)));
      assert.deepEqual(faults, [], part);
    }
  }));
});
