// A person at the screen: finds things by role and accessible name only, as a screen reader would.
import assert from 'node:assert/strict';
import { settled } from './browser.mjs';
import { kPassphrase, Walker } from './walks.mjs';

export class Person extends Walker {
  constructor(page) {
    super();
    this.page = page;
    page.setDefaultTimeout(15000);
  }

  // Playwright's own wait for the thing to be there; then until everything is drawn. What cannot be found is
  // told together with what is there.
  async act(locator, action) {
    try {
      await action(locator);
    } catch (error) {
      const there = (await this.text()).slice(0, 1500);
      throw new Error(`${String(error).split('\n').slice(0, 4).join(' ')}\nOn the screen: ${there}`);
    }
    await settled(this.page);
  }
  // What is scrolled to is pressed when the page stands still again: a frame that comes between pressing down and
  // letting go would draw it elsewhere.
  async click(it) {
    const place = async () => JSON.stringify(await it.boundingBox());
    const before = await place();
    await it.scrollIntoViewIfNeeded();
    if (await place() !== before) await settled(this.page);
    await it.click();
  }
  press(role, name, options = {}) {
    return this.act(this.page.getByRole(role, { name, exact: true, ...options }).first(), (it) => this.click(it));
  }
  button(name) {
    return this.press('button', name);
  }
  link(name) {
    return this.press('link', name);
  }
  // Whichever of the two the page has.
  buttonOrLink(name) {
    const [button, link] = ['button', 'link'].map((role) => this.page.getByRole(role, { name, exact: true }));
    return this.act(button.or(link).first(), (it) => this.click(it));
  }
  type(name, text) {
    return this.act(this.page.getByRole('textbox', { name, exact: true }).first(), (it) => it.fill(text));
  }
  choose(group, name) {
    const choices = this.page.getByRole('radiogroup', { name: group, exact: true });
    return this.act(choices.getByRole('radio', { name, exact: true }), (it) => this.click(it));
  }
  tick(group, name) {
    const choices = this.page.getByRole('group', { name: group, exact: true });
    return this.act(choices.getByRole('checkbox', { name, exact: true }), (it) => this.click(it));
  }
  // Day, month and year of the question `group`.
  dateFields(group) {
    const fields = this.page.getByRole('group', { name: group, exact: true });
    return ['Day', 'Month', 'Year'].map((name) => fields.getByRole('textbox', { name, exact: true }));
  }
  async date(group, ...texts) {
    for (const [index, field] of this.dateFields(group).entries()) await field.fill(texts[index]);
    await settled(this.page);
  }
  // A password is typed key by key into the browser's own field.
  async password(name, text) {
    await this.page.getByLabel(name, { exact: true }).fill(text);
  }
  async sees(role, name) {
    await this.page.getByRole(role, { name }).first().waitFor({ state: 'attached', timeout: 20000 });
    await settled(this.page);
  }
  heading(name) {
    return this.sees('heading', name);
  }
  // Waits until the text is there: deriving a key from a passphrase takes a second on purpose.
  async reads(pattern) {
    for (let tries = 0; tries < 40 && !pattern.test(await this.text()); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    assert.match(await this.text(), pattern);
  }
  // The file that a press hands to the downloads: {name, path}.
  async download(buttonName) {
    const arriving = this.page.waitForEvent('download', { timeout: 60000 });
    await this.page.getByRole('button', { name: buttonName, exact: true }).click();
    const download = await arriving;
    const path = await download.path();
    return { name: download.suggestedFilename(), path };
  }
  // A file, chosen where a press asks for one: its path, or {name, mimeType, buffer}.
  async pick(buttonName, file) {
    const choosing = this.page.waitForEvent('filechooser');
    await this.button(buttonName);
    await (await choosing).setFiles(file);
    await settled(this.page);
  }

  // Leads to the page that the address names.
  async open() {
    await this.heading('Unlock your records');
    await this.password('Passphrase', kPassphrase);
    await this.button('Unlock');
    await this.sees('link', 'All cases');
  }
  async unlock() {
    await this.open();
    await this.link('All cases');
    await this.heading('Your cases');
  }
  // A new document: nothing of the old one is left.
  async lock() {
    const loaded = this.page.waitForEvent('load');
    await this.page.getByRole('link', { name: 'Lock', exact: true }).click();
    await loaded;
    await this.page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
    await this.heading('Unlock your records');
  }
}
