// A person at the screen: finds things by role and accessible name only, as a screen reader would.
import assert from 'node:assert/strict';
import { settled } from './browser.mjs';

export const kPassphrase = 'quiet harbour lantern nine';

export class Person {
  constructor(page) {
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
  press(role, name, options = {}) {
    return this.act(this.page.getByRole(role, { name, exact: true, ...options }).first(), (it) => it.click());
  }
  button(name) {
    return this.press('button', name);
  }
  link(name) {
    return this.press('link', name);
  }
  type(name, text) {
    return this.act(this.page.getByRole('textbox', { name, exact: true }).first(), (it) => it.fill(text));
  }
  choose(group, name) {
    const choices = this.page.getByRole('radiogroup', { name: group, exact: true });
    return this.act(choices.getByRole('radio', { name, exact: true }), (it) => it.click());
  }
  tick(group, name) {
    const choices = this.page.getByRole('group', { name: group, exact: true });
    return this.act(choices.getByRole('checkbox', { name, exact: true }), (it) => it.click());
  }
  async date(group, day, month, year) {
    const fields = this.page.getByRole('group', { name: group, exact: true });
    await fields.getByRole('textbox', { name: 'Day', exact: true }).fill(day);
    await fields.getByRole('textbox', { name: 'Month', exact: true }).fill(month);
    await fields.getByRole('textbox', { name: 'Year', exact: true }).fill(year);
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
  async text() {
    await settled(this.page);
    return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ');
  }
  // Waits until the text is there: deriving a key from a passphrase takes a second on purpose.
  async reads(pattern) {
    for (let tries = 0; tries < 40 && !pattern.test(await this.text()); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    assert.match(await this.text(), pattern);
  }
  // The file that a press hands to the downloads: {name, bytes}.
  async download(buttonName) {
    const arriving = this.page.waitForEvent('download', { timeout: 60000 });
    await this.page.getByRole('button', { name: buttonName, exact: true }).click();
    const download = await arriving;
    const path = await download.path();
    return { name: download.suggestedFilename(), path };
  }

  // From the first visit to an empty list of cases. Returns the recovery key.
  async setUp({ name = 'Rowan Ashdown', role = 'Health visitor', agency = 'Larkfield Health Centre' } = {}) {
    await this.button('Set up this device');
    await this.heading('Choose a passphrase');
    await this.password('Passphrase', kPassphrase);
    await this.password('The same passphrase again', kPassphrase);
    await this.button('Set up my records');
    await this.heading('Keep your recovery key');
    const key = /([0-9A-Z]{4}-){8}[0-9A-Z]{4}/.exec(await this.text())?.[0];
    assert.ok(key, 'the recovery key is shown');
    await this.button('I have kept it safe');
    await this.heading('About you');
    await this.type('Your name', name);
    await this.type('Your role', role);
    await this.type('Your agency or team', agency);
    await this.button('Save and continue');
    await this.heading('Your cases');
    return key;
  }
  // A case under the named procedure, about a child of that name; ends on the case's page.
  async raise(procedure, { area, child = 'Marigold Quill' } = {}) {
    await this.button('Raise a disagreement');
    await this.choose('Procedure', procedure);
    if (area) await this.choose('Area', area);
    await this.button('Continue');
    await this.choose('It is about', 'A child');
    await this.type('Name or reference', child);
    await this.button('Continue');
    await this.choose('Is the child at immediate risk of harm?', 'No');
    await this.button('Continue');
    if (await this.page.getByRole('heading', { name: 'Is this the right procedure?' }).count()) {
      const tests = this.page.getByRole('group', { name: /^When to use this procedure/ }).getByRole('checkbox');
      for (const each of await tests.all()) await this.act(each, (it) => it.click());
      const others = this.page.getByRole('checkbox', { name: 'None of these', exact: true });
      if (await others.count()) await this.act(others, (it) => it.click());
      await this.button('Continue');
    }
    await this.type('The decision or practice', 'The referral was closed.');
    await this.type('Whose decision is it?', 'Northgate Assessment Team');
    await this.date('When did the disagreement or concern arise?', '31', '3', '2026');
    await this.button('Continue');
    await this.type('Why you disagree', 'Bruising was seen twice.');
    await this.type('The outcome you are seeking', 'A strategy discussion.');
    await this.button('Continue');
    await this.button('Raise the disagreement');
    await this.heading(child);
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
}
