// A person who has a keyboard and nothing else: Tab, Shift+Tab, Enter, Space, arrows and typing. Each thing that gets
// the focus is looked at: it has a role and a name, is in the window, comes after the one before, and is marked.
import assert from 'node:assert/strict';
import { settled } from './browser.mjs';
import { Walker } from './walks.mjs';

const kMost = 80;        // presses of Tab until something must have been reached
const kControls = ['button', 'link', 'textbox', 'checkbox', 'radio', 'combobox', 'tab', 'switch', 'slider'];
const kAround = 8;       // CSS pixels around a thing that its mark may take

// Of the element that has the focus; in the page.
function seenInPage() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const start = document.querySelector('h1')?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const { before } = globalThis;
  globalThis.before = element;
  const group = element.closest('[role=radiogroup], [role=group]');
  return {
    key: element.dataset.node, group: group?.getAttribute('aria-label') ?? '', left, top, right, bottom,
    inWindow: left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1,
    clipped: element.classList.contains('clipped'),
    // In the page, however far it is scrolled.
    at: { left: left - start.left, top: top - start.top, right: right - start.left, bottom: bottom - start.top },
    follows: !before?.isConnected || (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  };
}

// How many pixels of two pictures are clearly different; in the page.
async function differentInPage(pictures) {
  const [a, b] = await Promise.all(pictures.map(async (png) => {
    const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]));
    const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    drawing.drawImage(bitmap, 0, 0);
    return drawing.getImageData(0, 0, bitmap.width, bitmap.height).data;
  }));
  let count = 0;
  for (let at = 0; at < a.length; at += 4) {
    if (Math.abs(a[at] - b[at]) + Math.abs(a[at + 1] - b[at + 1]) + Math.abs(a[at + 2] - b[at + 2]) > 60) count += 1;
  }
  return count;
}

export class KeyboardPerson extends Walker {
  static async at(page) {
    const person = new KeyboardPerson();
    person.page = page;
    person.session = await page.context().newCDPSession(page);
    person.presses = 0;
    person.marked = new Map();  // role → how many were seen to be marked
    page.setDefaultTimeout(20000);
    return person;
  }

  async key(name) {
    this.presses += 1;
    await this.page.keyboard.press(name);
    await settled(this.page);
  }
  // As fast as somebody types; over what is there, as Tab selects it.
  async write(text) {
    this.presses += text.length;
    await this.page.keyboard.type(text);
    await settled(this.page);
  }
  // What has the focus, with the role and name that the browser tells a screen reader; null: the page itself has it.
  async focused() {
    const { result } = await this.session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const seen = await this.page.evaluate(seenInPage);
    if (!seen) return null;
    const { nodes } = await this.session.send('Accessibility.getPartialAXTree', { objectId: result.objectId, fetchRelatives: false });
    return { ...seen, role: nodes[0].role?.value ?? '', name: nodes[0].name?.value ?? '' };
  }
  async heading(name) {
    await this.page.getByRole('heading', { name }).first().waitFor({ state: 'attached' });
    await settled(this.page);
    assert.ok(await this.focused(), `the focus is somewhere on the page “${name}”`);
  }

  // One press of Tab and what it leads to: looked at, and compared with what had the focus before. → null when it
  // leads out of the page, to the browser's own bars.
  async tab(back = false) {
    const before = this.now ?? await this.focused();
    await this.key(back ? 'Shift+Tab' : 'Tab');
    const now = await this.focused();
    this.now = now;
    const told = now && `${now.role} “${now.name}”`;
    if (!now) {
      assert.ok(before, 'Tab leads from nowhere to nowhere');
      assert.ok(await this.page.evaluate((backwards) => {
        const all = [...document.querySelectorAll('#nodes :is(button, input, textarea, select, [tabindex="0"])')]
          .filter((each) => !each.closest('[inert]') && each.tabIndex >= 0);
        const edge = backwards ? all[0] : all.at(-1);
        return globalThis.before === edge || globalThis.before.name === edge.name;  // or of its radios
      }, back), `Tab falls out of the page after ${before.role} “${before.name}”`);
      return null;
    }
    assert.ok(kControls.includes(now.role), `Tab leads to ${told}, which nobody can use`);
    assert.ok(now.name.trim(), `Tab leads to a ${now.role} without a name`);
    assert.ok(now.inWindow && !now.clipped, `${told} has the focus out of sight`);
    if (before) {
      assert.notEqual(now.key, before.key, `the focus is trapped in ${told}`);
      if (!back && now.follows) {
        const above = now.at.bottom <= before.at.top && now.at.left < before.at.right;
        assert.ok(!above, `${told} stands above ${before.role} “${before.name}”, which comes before it`);
      }
    }
    if (now.role === 'button') await this.seesMark(now);
    return now;
  }
  // Tabs until the thing has the focus. `name`: text or pattern; `group`: of the question it belongs to.
  async tabTo(role, name, group) {
    const passed = [];
    const fits = (it) => it?.role === role && (group === undefined || it.group === group) &&
      (name === undefined || (name instanceof RegExp ? name.test(it.name) : it.name === name));
    this.now = await this.focused();
    for (let presses = 0; presses < kMost; presses += 1) {
      if (fits(this.now)) return this.now;
      const now = await this.tab();
      passed.push(now ? `${now.role} “${now.name}”` : '(out of the page)');
    }
    assert.fail(`no ${role} “${name ?? ''}” in ${kMost} presses of Tab, past:\n${passed.join('\n')}`);
    return null;
  }
  // The thing looks otherwise with the focus than without, by at least a line around it.
  async seesMark({ role, name, left, top, right, bottom }) {
    const clip = { x: Math.max(0, left - kAround), y: Math.max(0, top - kAround),
      width: right - left + 2 * kAround, height: bottom - top + 2 * kAround, scale: 1 };
    const picture = async () => (await this.session.send('Page.captureScreenshot', { format: 'png', clip })).data;
    const key = `${role} ${name}`;
    if (this.marked.has(key)) return;
    const withFocus = await picture();
    await this.page.evaluate(() => document.activeElement.blur());
    await settled(this.page);
    const without = await picture();
    await this.page.evaluate(() => globalThis.before.focus({ focusVisible: true, preventScroll: true }));
    await settled(this.page);
    const different = await this.page.evaluate(differentInPage, [withFocus, without]);
    const line = 2 * (right - left + bottom - top);
    assert.ok(different >= line, `${key} has the focus and is hardly marked: ${different} pixels of at least ${line}`);
    this.marked.set(key, different);
  }

  // By Enter and by Space in turn, unless a test says which.
  async button(name, key) {
    await this.tabTo('button', name);
    this.bySpace = !this.bySpace;
    await this.key(key ?? (this.bySpace ? 'Space' : 'Enter'));
  }
  async link(name) {
    await this.tabTo('link', name);
    await this.key('Enter');
  }
  // Whichever of the two the page has.
  async buttonOrLink(name) {
    await this.tabTo(await this.page.getByRole('button', { name }).count() > 0 ? 'button' : 'link', name);
    await this.key('Enter');
  }
  async type(name, text, group) {
    await this.tabTo('textbox', name, group);
    await this.write(text);
  }
  password(name, text) {
    return this.type(name, text);
  }
  async date(group, day, month, year) {
    await this.type('Day', day, group);
    await this.type('Month', month, group);
    await this.type('Year', year, group);
  }
  // Into the question by Tab, to the answer by the arrows.
  async choose(group, name) {
    await this.tabTo('radio', undefined, group);
    for (let presses = 0; presses < 20 && (await this.focused()).name !== name; presses += 1) await this.key('ArrowDown');
    assert.equal((await this.focused()).name, name, `the arrows lead to “${name}”`);
    if (!(await this.page.evaluate(() => document.activeElement.checked))) await this.key('Space');
    assert.ok(await this.page.evaluate(() => document.activeElement.checked), `“${name}” is chosen`);
  }
  async tick(group, name) {
    await this.tabTo('checkbox', name, group);
    await this.key('Space');
    assert.ok(await this.page.evaluate(() => document.activeElement.checked), `“${name}” is ticked`);
  }
}
